"""Levels, rules and exceptions of the firm as a person changes them: looked at, tried out, checked, saved, told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from nexus_desktop.models.compliance_models import (
    CompliancePolicy,
    FirmAdditions,
    FirmException,
    FirmMatch,
    FirmRule,
)
from nexus_desktop.services.rules_in_force import Layer, RulesInForce, as_text

if TYPE_CHECKING:
    from nexus_desktop.models.errors import ConfigurationInvalid
    from nexus_desktop.models.letter_models import Level, PhiCategory
    from nexus_desktop.storage.store import Store

OBJECT = "compliance_rules"
AROUND = 40
"""Characters of the sample shown on each side of a match."""

Entry = FirmRule | FirmException
_T = TypeVar("_T", bound=FirmMatch)


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A rule or exception with the number that messages give it, and where it comes from."""

    number: int
    entry: Entry
    layer: Layer

    @property
    def is_rule(self) -> bool:
        return isinstance(self.entry, FirmRule)


@dataclass(frozen=True, slots=True)
class RuleState:
    """Every rule and exception, and the firm's file as it is: its text, and what is wrong with it.

    ``administrator_problem`` says what is wrong with the file that an administrator put on the machine.
    """

    lines: tuple[RuleLine, ...]
    text: str
    firm: FirmAdditions
    problem: ConfigurationInvalid | None
    administrator_problem: ConfigurationInvalid | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """A place of the sample letter, with a little of what stands around it."""

    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class RulePreview:
    """What an entry does on the sample letter. ``refused`` says why it cannot be used at all."""

    count: int = 0
    matches: tuple[Match, ...] = field(default=(), repr=False)
    milliseconds: float = 0.0
    stopped: bool = False
    refused: str | None = None


class RuleEditing:
    """The use case, on an open store. ``sample`` gives the text of the invented sample letter."""

    def __init__(self, policies: RulesInForce, store: Store, sample: Callable[[], str]) -> None:
        self._policies, self._store, self._sample = policies, store, sample

    def state(self) -> RuleState:
        """Rules as they are on disk now."""
        file, administrator = self._policies.file(Layer.FIRM), self._policies.file(Layer.ADMINISTRATOR)
        shipped = self._policies.shipped
        layers = {
            Layer.SHIPPED: FirmAdditions(rules=shipped.rules, exceptions=shipped.exceptions),
            Layer.ADMINISTRATOR: administrator.firm,
            Layer.FIRM: file.firm,
        }
        rules = [(layer, rule) for layer, firm in layers.items() for rule in firm.rules]
        exceptions = [(layer, one) for layer, firm in layers.items() for one in firm.exceptions]
        lines = [RuleLine(number, rule, layer) for number, (layer, rule) in enumerate(rules, 1)]
        lines += [RuleLine(number, one, layer) for number, (layer, one) in enumerate(exceptions, len(rules) + 1)]
        return RuleState(tuple(lines), file.text, file.firm, file.problem, administrator.problem)

    def try_out(self, entry: Entry) -> RulePreview:
        """What an entry would find in the sample letter, and how long it takes."""
        from nexus_desktop.security.compliance_rules import try_out  # word lists, in the job that needs them
        from nexus_desktop.security.firm_patterns import PatternRefused

        text = self._sample()
        try:
            trial = try_out(entry, text)
        except PatternRefused as refused:
            return RulePreview(refused=f"{refused}.")
        matches = tuple(
            Match(text[max(0, start - AROUND) : start], text[start:end], text[end : end + AROUND])
            for start, end in trial.places
        )
        return RulePreview(len(matches), matches, 1000 * trial.seconds, trial.stopped)

    def check(self, text: str) -> FirmAdditions:
        """The text of a firm file as values. Raises ConfigurationInvalid with line and sentence."""
        return self._policies.checked(text)

    def save_text(self, text: str, shown: str) -> RuleState:
        """Put a text of the firm file in force; ``shown`` is the text it was made from.

        Raises ConfigurationInvalid, RulesChangedElsewhere, RulesNotSaved, or a store error, and has then changed
        nothing.
        """
        self._policies.save(text, shown, self._tell)
        return self.state()

    def put(self, entry: Entry, shown: RuleState, replaced: str | None = None) -> RuleState:
        """Add an entry, or put it in the place of the one with the id ``replaced``. Raises as ``save_text``."""
        firm = _without(shown.firm, replaced) if replaced else shown.firm
        if isinstance(entry, FirmRule):
            firm = firm.model_copy(update={"rules": _placed(shown.firm.rules, firm.rules, entry, replaced)})
        else:
            exceptions = _placed(shown.firm.exceptions, firm.exceptions, entry, replaced)
            firm = firm.model_copy(update={"exceptions": exceptions})
        return self._save(firm, shown)

    def remove(self, entry_id: str, shown: RuleState) -> RuleState:
        """Take an entry away. Raises as ``save_text``."""
        return self._save(_without(shown.firm, entry_id), shown)

    def begin_at(self, category: PhiCategory, level: Level, shown: RuleState) -> RuleState:
        """Remove a kind of identifier from another level on, never a later one. Raises as ``save_text``."""
        levels = dict(shown.firm.levels) | {category: level}
        if level is self._policies.below_firm().categories[category].level:
            del levels[category]
        return self._save(shown.firm.model_copy(update={"levels": levels}), shown)

    def _save(self, firm: FirmAdditions, shown: RuleState) -> RuleState:
        if shown.problem is not None:  # what could not be read would be lost
            raise shown.problem
        return self.save_text(as_text(firm), shown.text)

    def _tell(self, before: FirmAdditions, after: FirmAdditions) -> None:
        self._store.keep_setting(OBJECT, told(before, after, self._policies.shipped))


def told(before: FirmAdditions, after: FirmAdditions, shipped: CompliancePolicy) -> dict[str, str | int]:
    """What the audit trail tells of a change: ids, kinds and levels, never the words or the pattern of an entry."""
    old, new = ({entry.id: entry for _, entry in firm.entries()} for firm in (before, after))
    levels = []
    for category in sorted({*before.levels, *after.levels}):
        was, now = (firm.levels.get(category, shipped.categories[category].level) for firm in (before, after))
        if was is not now:
            levels.append(f"{category.value} from {was.value} to {now.value}")
    return {
        "rules": len(after.rules),
        "exceptions": len(after.exceptions),
        "added": ", ".join(sorted(new.keys() - old.keys())),
        "removed": ", ".join(sorted(old.keys() - new.keys())),
        "changed": ", ".join(sorted(one for one in old.keys() & new.keys() if old[one] != new[one])),
        "levels": "; ".join(levels),
    }


def _without(firm: FirmAdditions, entry_id: str | None) -> FirmAdditions:
    return firm.model_copy(
        update={
            "rules": tuple(one for one in firm.rules if one.id != entry_id),
            "exceptions": tuple(one for one in firm.exceptions if one.id != entry_id),
        }
    )


def _placed(before: tuple[_T, ...], left: tuple[_T, ...], entry: _T, replaced: str | None) -> tuple[_T, ...]:
    """The entries with one more: where the replaced one stood, else at the end."""
    at = next((place for place, one in enumerate(before) if one.id == replaced), len(left))
    return (*left[:at], entry, *left[at:])
