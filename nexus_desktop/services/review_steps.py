"""Steps of a review, done, taken back, done again: the last one, or one in the middle that other letters share."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nexus_desktop.models.letter_models import Finding

Choice = bool | None
"""True: remove. False: keep. None: not decided."""


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one finding; one that was ``added`` was not there before."""

    finding: Finding
    before: Choice
    after: Choice
    added: bool = False


@dataclass(eq=False, slots=True)
class Step:
    """Changes made together, and taken back together."""

    changes: list[Change]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What it is about; empty where everything was so already."""
        return tuple(change.finding for change in self.changes)


class Steps:
    """The steps that led to some choices, which they change."""

    def __init__(self, choices: dict[Finding, Choice]) -> None:
        self._choices = choices
        self.done: list[Step] = []
        self.undone: list[Step] = []

    def do(self, changes: list[Change]) -> Step | None:
        """Make a step; None where there is nothing to change. What was taken back cannot be done again after it."""
        if not changes:
            return None
        step = Step(changes)
        for change in changes:
            self._choices[change.finding] = change.after
        self.done.append(step)
        self.undone.clear()
        return step

    def take_back(self, step: Step) -> bool:
        """Take a step back, the last one or an earlier one; whether it stood. What was decided anew about the same
        finding since then stays, and is taken back to what was before both."""
        if step not in self.done:
            return False
        later = self.done[self.done.index(step) + 1 :]
        for change in step.changes:
            if not _stand_in(later, change):
                self._undo(change)
        self.done.remove(step)
        self.undone.append(step)
        return True

    def _undo(self, change: Change) -> None:
        if change.added:
            del self._choices[change.finding]
        else:
            self._choices[change.finding] = change.before

    def do_again(self, step: Step) -> bool:
        """Do a step again that was taken back; whether it could be."""
        if step not in self.undone:
            return False
        self.undone.remove(step)
        there = [change for change in step.changes if change.added or change.finding in self._choices]
        step.changes = [
            change if change.added else replace(change, before=self._choices[change.finding]) for change in there
        ]
        for change in step.changes:
            self._choices[change.finding] = change.after
        self.done.append(step)
        return True


def _stand_in(later: list[Step], change: Change) -> bool:
    """Let the first later change of the same finding begin where this one began; whether there is one."""
    for step in later:
        for at, other in enumerate(step.changes):
            if other.finding == change.finding:
                step.changes[at] = replace(other, before=change.before, added=change.added)
                return True
    return False
