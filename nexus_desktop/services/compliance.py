"""What is removed at which level, how much was removed so far, and the level in force."""

from __future__ import annotations

from dataclasses import dataclass

from nexus_desktop.models.compliance_models import CompliancePolicy
from nexus_desktop.models.letter_models import Level, PhiCategory
from nexus_desktop.models.policy_models import NO_POLICY, Lock, PolicyInForce
from nexus_desktop.runtime.settings import PreferencesFile
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
    allowed_levels: tuple[Level, ...]
    locked: Lock | None  # why not every level can be chosen


class Compliance:
    """The use case, on an open store."""

    def __init__(
        self, policy: CompliancePolicy, store: Store, preferences: PreferencesFile, firm: PolicyInForce = NO_POLICY
    ) -> None:
        self._policy, self._store, self._preferences, self._firm = policy, store, preferences, firm

    @property
    def level(self) -> Level:
        """The level new letters begin with: the person's choice, else the shipped one, as far as the firm allows it."""
        chosen = self._preferences.load().level
        return self._firm.level_for(chosen or self._policy.default_level)

    def titles(self) -> dict[PhiCategory, str]:
        """What each kind of identifier is called."""
        return {category: rule.title for category, rule in self._policy.categories.items()}

    def choose_level(self, level: Level) -> ComplianceState:
        """Make a level the one in force, told in the audit trail. Raises LevelLocked."""
        self._firm.check_level(level)
        if level is not self.level:
            self._store.keep_setting("level", {"from": self.level.value, "to": level.value})
            self._preferences.save(self._preferences.load().model_copy(update={"level": level}))
        return self.state()

    def checked_level(self, word: str) -> Level:
        """A level from its word in a file. Raises ValueError, and LevelLocked where the firm does not allow it."""
        level = Level(word)
        self._firm.check_level(level)
        return level

    def state(self) -> ComplianceState:
        """Level and counts as they are now."""
        totals, level = self._store.redaction_totals(), self.level
        lines = tuple(
            CategoryLine(
                category, rule.title, rule.level, self._policy.removes(category, level), totals.get(category, 0)
            )
            for category, rule in self._policy.categories.items()
        )
        return ComplianceState(
            level,
            self._policy.version,
            self._store.count_analyses(),
            sum(totals.values()),
            lines,
            tuple(one for one in Level if self._firm.allows_level(one)),
            self._firm.level_lock,
        )
