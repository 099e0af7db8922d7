"""The first steps on a new machine: which of them were gone through."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from nexus_desktop.models.errors import DatabaseReadOnly

if TYPE_CHECKING:
    from nexus_desktop.runtime.settings import PreferencesFile


class Step(StrEnum):
    """In their order; the values are kept in the settings file."""

    MACHINE = "machine"  # what stays on this machine
    KEY = "key"
    RECOVERY = "recovery"
    LEVEL = "level"
    SERVICE = "service"
    SAMPLE = "sample"


class FirstSteps:
    """The use case, on the person's settings file, which is there before any store is."""

    def __init__(self, preferences: PreferencesFile) -> None:
        self._preferences = preferences

    def done(self) -> frozenset[Step]:
        """What was gone through; a step that a newer version knows counts for nothing here."""
        kept = self._preferences.load().first_steps
        return frozenset(step for step in Step if step.value in kept)

    def where_to_go_on(self) -> Step:
        """The first step that is open; the first of all where none is."""
        done = self.done()
        return next((step for step in Step if step not in done), Step.MACHINE)

    def finish(self, step: Step) -> None:
        """Remember that a step was gone through. Raises DatabaseReadOnly."""
        kept = self._preferences.load()
        if step.value not in kept.first_steps:
            try:
                self._preferences.save(kept.model_copy(update={"first_steps": (*kept.first_steps, step.value)}))
            except OSError:
                raise DatabaseReadOnly from None
