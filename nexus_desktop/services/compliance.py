"""What is removed at which level, how much was removed so far, and the level in force."""

from __future__ import annotations

from dataclasses import dataclass

from nexus_desktop.models.letter_models import Level, PhiCategory
from nexus_desktop.runtime.settings import PreferencesFile
from nexus_desktop.services.policy_in_force import PolicyInForce
from nexus_desktop.storage.store import Store


@dataclass(frozen=True, slots=True)
class CategoryLine:
    """A kind of identifier: whether it is removed at the level in force, and how often it was so far."""

    category: PhiCategory
    title: str
    level: Level
    removed: bool
    count: int


@dataclass(frozen=True, slots=True)
class ComplianceState:
    """What the Compliance tab shows."""

    level: Level
    policy_version: str
    analyses: int
    redactions: int
    categories: tuple[CategoryLine, ...]


class Compliance:
    """The use case, on an open store."""

    def __init__(self, policies: PolicyInForce, store: Store, preferences: PreferencesFile) -> None:
        self._policies, self._store, self._preferences = policies, store, preferences

    @property
    def level(self) -> Level:
        """The level new letters begin with: the person's choice, else the policy's."""
        chosen = self._preferences.load().level
        return chosen or self._policies.shipped.default_level

    def titles(self) -> dict[PhiCategory, str]:
        """What each kind of identifier is called."""
        return {category: rule.title for category, rule in self._policies.shipped.categories.items()}

    def choose_level(self, level: Level) -> ComplianceState:
        """Make a level the one in force, told in the audit trail."""
        if level is not self.level:
            self._store.keep_setting("level", {"from": self.level.value, "to": level.value})
            self._preferences.save(self._preferences.load().model_copy(update={"level": level}))
        return self.state()

    def state(self) -> ComplianceState:
        """Level and counts as they are now."""
        totals, level, policy = self._store.redaction_totals(), self.level, self._policies.for_show()
        lines = tuple(
            CategoryLine(category, rule.title, rule.level, policy.removes(category, level), totals.get(category, 0))
            for category, rule in policy.categories.items()
        )
        return ComplianceState(level, policy.version, self._store.count_analyses(), sum(totals.values()), lines)
