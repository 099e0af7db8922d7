"""Which level of removal new letters begin with, and what each kind of identifier is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nexus_desktop.models.policy_models import NO_POLICY

if TYPE_CHECKING:
    from nexus_desktop.models.letter_models import Level, PhiCategory
    from nexus_desktop.models.policy_models import PolicyInForce
    from nexus_desktop.runtime.settings import PreferencesFile
    from nexus_desktop.services.rules_in_force import RulesInForce


class Levels:
    """The use case; it needs no store, and a window asks it before it answers."""

    def __init__(self, policies: RulesInForce, preferences: PreferencesFile, firm: PolicyInForce = NO_POLICY) -> None:
        self._policies, self._preferences, self._firm = policies, preferences, firm

    @property
    def in_force(self) -> Level:
        """The person's choice, else the shipped one, as far as the firm allows it."""
        chosen = self._preferences.load().level
        return self._firm.level_for(chosen or self._policies.shipped.default_level)

    def titles(self) -> dict[PhiCategory, str]:
        """What each kind of identifier is called."""
        return {category: rule.title for category, rule in self._policies.shipped.categories.items()}
