"""The attorney's review of one letter: what is removed, what is kept, and a way back from every step."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from nexus_desktop.models.letter_models import PERSON, Decision, Finding, PhiCategory, Verdict
from nexus_desktop.services.workbench import Preparation

Choice = bool | None
"""True: remove. False: keep. None: not decided."""


@dataclass(frozen=True, slots=True)
class _Change:
    finding: Finding
    before: Choice
    after: Choice
    added: bool = False


class Review:
    """Decisions on the findings of a preparation. Sure findings begin as removed, doubtful ones undecided."""

    def __init__(self, preparation: Preparation, earlier: Review | None = None) -> None:
        """With ``earlier``, decisions on the same places of the same letter are carried over."""
        self.preparation = preparation
        self._choices: dict[Finding, Choice] = {
            finding: True if finding.verdict is Verdict.REDACT else None for finding in preparation.findings
        }
        self._in_order: list[Finding] | None = None
        self._done: list[list[_Change]] = []
        self._undone: list[list[_Change]] = []
        if earlier is not None:
            self._carry(earlier)

    def _carry(self, earlier: Review) -> None:
        places = {(one.start, one.end, one.category): choice for one, choice in earlier._choices.items()}
        for finding in self._choices:
            choice = places.get((finding.start, finding.end, finding.category))
            if choice is not None:
                self._choices[finding] = choice
        for finding, choice in earlier._choices.items():
            if finding.detector == PERSON:
                self._choices[finding] = choice

    # --- looking ---------------------------------------------------------------------------------------------

    def findings(self) -> list[Finding]:
        """Every finding, in the order of the letter."""
        if self._in_order is None:  # kept, because those of fifty pages take 5 ms to sort
            self._in_order = sorted(self._choices)
        return list(self._in_order)

    def choice(self, finding: Finding) -> Choice:
        """What was decided about a finding."""
        return self._choices[finding]

    def text_of(self, finding: Finding) -> str:
        """The words of the letter that a finding covers. PHI."""
        return self.preparation.letter.phi_text[finding.start : finding.end]

    def undecided(self) -> list[Finding]:
        """What is still to be decided, in the order of the letter."""
        return [finding for finding in self.findings() if self._choices[finding] is None]

    def count(self, choice: Choice) -> int:
        """How many findings are decided that way."""
        return sum(one is choice for one in self._choices.values())

    def next_after(self, position: int, *, undecided_only: bool, backwards: bool = False) -> Finding | None:
        """The finding to look at next, going round at the end of the letter."""
        found = self.undecided() if undecided_only else self.findings()
        if not found:
            return None
        if backwards:
            return next((one for one in reversed(found) if one.start < position), found[-1])
        return next((one for one in found if one.start > position), found[0])

    def decisions(self, by: str, at: datetime) -> tuple[Decision, ...]:
        """Every decision made; what is undecided is left out, and stops the analysis."""
        return tuple(
            Decision(finding, choice, by, at) for finding, choice in sorted(self._choices.items()) if choice is not None
        )

    # --- deciding ----------------------------------------------------------------------------------------------

    def decide(self, finding: Finding, redact: bool, *, everywhere: bool = False) -> int:
        """Decide one finding, or all with the same words. Returns how many were changed."""
        targets = self.like(finding) if everywhere else [finding]
        changes = [_Change(one, self._choices[one], redact) for one in targets if self._choices[one] is not redact]
        self._do(changes)
        return len(changes)

    def like(self, finding: Finding) -> list[Finding]:
        """Every finding with the same words, this one included, in the order of the letter."""
        words = self._folded(finding)
        return [one for one in self.findings() if self._folded(one) == words]

    def add(self, start: int, end: int, category: PhiCategory) -> Finding | None:
        """Remove words the detectors did not find, wherever they stand in the letter. None for empty or known ones."""
        text = self.preparation.letter.phi_text
        while start < end and not text[start].isalnum():  # a double click often takes a blank or a full stop along
            start += 1
        while end > start and not text[end - 1].isalnum():
            end -= 1
        if start >= end:
            return None
        places = [(start, end), *self._elsewhere(text, start, end)]
        findings = [
            Finding(a, b, category, Verdict.REDACT, PERSON, 1.0, "marked by you")
            for a, b in places
            if not any(one.start <= a and b <= one.end and self._choices[one] for one in self._choices)
        ]
        self._do([_Change(one, None, True, added=True) for one in findings if one not in self._choices])
        return findings[0] if findings else None

    @staticmethod
    def _elsewhere(text: str, start: int, end: int) -> Iterable[tuple[int, int]]:
        words, at = text[start:end], text.find(text[start:end])
        while at >= 0:
            after = at + len(words)
            whole = not (at and text[at - 1].isalnum()) and not (after < len(text) and text[after].isalnum())
            if whole and at != start:
                yield at, after
            at = text.find(words, after)

    def _folded(self, finding: Finding) -> str:
        return " ".join(self.text_of(finding).split()).casefold()

    # --- going back ----------------------------------------------------------------------------------------------

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to do again."""
        return bool(self._undone)

    def undo(self) -> Finding | None:
        """Take back the last step; the finding it was about, or None where there is none."""
        if not self._done:
            return None
        changes = self._done.pop()
        self._undone.append(changes)
        self._forget_order(changes)
        for change in changes:
            if change.added:
                del self._choices[change.finding]
            else:
                self._choices[change.finding] = change.before
        return changes[0].finding

    def redo(self) -> Finding | None:
        """Do again what was taken back."""
        if not self._undone:
            return None
        changes = self._undone.pop()
        self._done.append(changes)
        self._forget_order(changes)
        for change in changes:
            self._choices[change.finding] = change.after
        return changes[0].finding

    def _do(self, changes: list[_Change]) -> None:
        if not changes:
            return
        for change in changes:
            self._choices[change.finding] = change.after
        self._done.append(changes)
        self._undone.clear()
        self._forget_order(changes)

    def _forget_order(self, changes: list[_Change]) -> None:
        if any(change.added for change in changes):
            self._in_order = None
