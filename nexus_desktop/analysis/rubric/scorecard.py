"""Points, gates and ceilings put together to a score and a strength; once for the letter, and again for "what if".

"What if" uses the same arithmetic: some items are taken as met in full, and the gates and ceilings they lift are gone.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from nexus_desktop.analysis.rubric.ceilings import Ceiling
from nexus_desktop.analysis.rubric.facts import Facts
from nexus_desktop.analysis.rubric.gates import FiredGate, Items
from nexus_desktop.models.analysis_models import Certainty, Grade, ItemFinding, component_score
from nexus_desktop.models.rubric_models import ItemId, Rubric, Strength
from nexus_desktop.models.scoring import weighted_score

_MET = frozenset({Grade.FULL, Grade.NOT_APPLICABLE})


@dataclass(frozen=True, slots=True)
class Grading:
    """Strength, and the items that held a letter below the band of its points."""

    strength: Strength
    held_by: tuple[ItemId, ...] = ()


@dataclass(frozen=True, slots=True)
class Scorecard:
    """All that score and strength follow from."""

    rubric: Rubric
    items: Items
    gates: tuple[FiredGate, ...]
    ceilings: tuple[Ceiling, ...]
    facts: Facts

    def parts(self) -> tuple[tuple[ItemFinding, ...], ...]:
        """The items by component."""
        return tuple(tuple(self.items[rule.id] for rule in part.items) for part in self.rubric.components)

    def scores(self) -> list[int]:
        """The score of each component."""
        return [component_score(part) for part in self.parts()]

    def total(self) -> int:
        """The score out of 100 under the lowest cap."""
        return min([sum(self.scores()), *(fired.gate.cap for fired in self.gates)])

    def second_view(self) -> int:
        """The same under the second weights."""
        return min([weighted_score(self.scores(), self.rubric.second_view), *(fired.gate.cap for fired in self.gates)])

    def grading(self) -> Grading:
        """Strength by bands, gates, ceilings and what a strong letter needs; lower when in doubt, never higher."""
        bands, total = self.rubric.bands, self.total()
        strength = (
            Strength.STRONG
            if total >= bands.strong
            else Strength.MODERATE
            if total >= bands.moderate
            else Strength.WEAK
        )
        limits = [*(fired.gate.strength for fired in self.gates), *(one.strength for one in self.ceilings)]
        strength = min([strength, *limits], key=lambda one: one.rank)
        if strength is not Strength.STRONG:
            return Grading(strength)
        held = self.unmet()
        return Grading(Strength.MODERATE, held) if held or self.gates else Grading(strength)

    def unmet(self) -> tuple[ItemId, ...]:
        """The items that a strong letter needs and this one does not meet."""
        return tuple(item for item in self.rubric.bands.strong_needs if not self._met(self.items[item]))

    def _met(self, item: ItemFinding) -> bool:
        if item.grade is not Grade.PARTIAL:
            return item.grade in _MET
        return (
            item.id is ItemId.PF4  # a missing signature has a ceiling of its own
            or (item.id is ItemId.PF2 and self.facts.author.physician)
            or (item.id is ItemId.MR1 and self.facts.presumed)
            or (item.id is ItemId.MR3 and self._service_shown())
        )

    def _service_shown(self) -> bool:
        """Whether a presumption rests on qualifying service named with its source, in a letter about this veteran: what
        the rest of the claims file holds adds little to it."""
        own = self.items[ItemId.MR2].grade is not Grade.NONE
        return self.facts.presumed and own and not self.facts.unseen and self.items[ItemId.SC2].grade is Grade.FULL

    def answered(self, wanted: Iterable[ItemId]) -> Scorecard:
        """The card as it would be with some items met in full."""
        full = set(wanted)
        items = {key: _full(item) if key in full else item for key, item in self.items.items()}
        return replace(
            self,
            items=items,
            gates=tuple(one for one in self.gates if not one.lifted_by or not set(one.lifted_by) <= full),
            ceilings=tuple(one for one in self.ceilings if not one.lifted_by or not set(one.lifted_by) <= full),
        )


def _full(item: ItemFinding) -> ItemFinding:
    """The item as it would be if it were met; one that does not apply stays as it is."""
    if item.grade is Grade.NOT_APPLICABLE:
        return item
    return item.model_copy(update={"grade": Grade.FULL, "points": item.possible, "certainty": Certainty.FAIR})
