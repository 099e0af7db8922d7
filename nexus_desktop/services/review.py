"""The attorney's review of one letter: what is removed, what is kept, and a way back from every step."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from nexus_desktop.models.letter_models import PERSON, Decision, Finding, PhiCategory, Verdict
from nexus_desktop.models.remembered_models import RememberedDecision, RememberedKind
from nexus_desktop.services.review_steps import Change, Choice, Step, Steps

if TYPE_CHECKING:
    from nexus_desktop.services.remembered import ClientMemory
    from nexus_desktop.services.workbench import Preparation

PROPOSED, BEFORE = "{}, as proposed", "{}, as decided before"
"""By whom a decision is, where the person let stand what the detectors or an earlier review said."""

_NAMES = (PhiCategory.PATIENT, PhiCategory.RELATIVE)


class Review:
    """Decisions on the findings of a preparation. Sure findings begin as removed, doubtful ones undecided, and those
    that were decided before for the same client as they were."""

    def __init__(
        self, preparation: Preparation, earlier: Review | None = None, memory: ClientMemory | None = None
    ) -> None:
        """With ``earlier``, decisions on the same places of the same letter are carried over; ``memory`` holds those
        made in other letters of the client."""
        self.preparation = preparation
        self._choices: dict[Finding, Choice] = {
            finding: True if finding.verdict is Verdict.REDACT else None for finding in preparation.findings
        }
        self._in_order: list[Finding] | None = None
        self._by_words: dict[str, list[Finding]] | None = None
        self._steps = Steps(self._choices)
        self._before: dict[Finding, RememberedDecision] = {}
        self._carried: set[Finding] = set()
        if memory is not None:
            self._recall(memory)
        if earlier is not None:
            self._carry(earlier)

    def _recall(self, memory: ClientMemory) -> None:
        for finding in self.preparation.findings:
            one = memory.about(finding, self.text_of(finding))
            if one is not None and _counts_for(finding, one):
                self._before[finding] = one
                self._choices[finding] = _recalled(finding, one)
        for start, end, one in memory.added_in(self.preparation.letter.phi_text):
            if not self._is_removed(start, end):
                reason = "removed before for this client"
                finding = Finding(start, end, one.category, Verdict.REDACT, PERSON, 1.0, reason)
                self._before[finding] = one
                self._choices[finding] = True

    def _carry(self, earlier: Review) -> None:
        decided = earlier._decided_here()
        places = {(one.start, one.end, one.category): one for one in earlier._choices}
        for finding in self._choices:
            same = places.get((finding.start, finding.end, finding.category))
            if same in decided:
                self._choices[finding] = earlier._choices[same]
                self._carried.add(finding)
            elif same is not None and earlier._choices[same] and finding not in self._before:
                self._choices[finding] = True  # sure at the other level, so never a question here
        for finding, choice in earlier._choices.items():
            if finding.detector == PERSON:
                self._choices[finding] = choice
                if finding in decided:
                    self._carried.add(finding)
                elif finding in earlier._before:
                    self._before[finding] = earlier._before[finding]

    def made_here(self) -> list[tuple[Finding, bool]]:
        """What the person decided in this letter, in its order: what has to be kept while it is not analyzed yet."""
        here = self._decided_here()
        made = ((one, self._choices[one]) for one in self.findings() if one in here)
        return [(one, choice) for one, choice in made if choice is not None]

    def take_over(self, made: Iterable[tuple[Finding, bool]]) -> int:
        """Decide as before a crash or a restart, by place and category. How many decisions found their place again."""
        places = {(one.start, one.end, one.category): one for one in self._choices}
        taken = 0
        for finding, redact in made:
            same = places.get((finding.start, finding.end, finding.category))
            if same is None and finding.detector == PERSON and finding.end <= len(self.preparation.letter.phi_text):
                same = finding
            if same is not None:
                self._choices[same] = redact
                self._carried.add(same)
                taken += 1
        self._in_order = self._by_words = None
        return taken

    def _decided_here(self) -> set[Finding]:
        """What the person decided in this letter, at this level or another."""
        return self._carried | {finding for step in self._steps.done for finding in step.findings}

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

    def names_in(self, text: str) -> bool:
        """Whether a text holds the words of any place that is not kept, each whole.

        An initial or a number of two digits names nobody outside the letter, and stands in any text.
        """
        words = {self.text_of(one) for one, choice in self._choices.items() if choice is not False}
        return any(len(one) > (1 if one.isalpha() else 2) and _stands_whole(one, text) for one in words)

    def decided_before(self, finding: Finding) -> RememberedDecision | None:
        """What was decided about the same words in another letter of the client, where it still stands here."""
        return self._before.get(finding) if finding not in self._decided_here() else None

    def listed(self, category: PhiCategory | None = None, *, undecided_only: bool = False) -> list[Finding]:
        """Findings of a category, or all; what the detectors ask about comes first."""
        wanted = [
            one
            for one in self.findings()
            if category in (None, one.category) and not (undecided_only and self._choices[one] is not None)
        ]
        return sorted(wanted, key=lambda one: one.verdict is not Verdict.ASK)

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
        """Every decision made; what is undecided is left out, and stops the analysis.

        ``by`` is the person; what was only let stand says so.
        """
        here = self._decided_here()
        return tuple(
            Decision(one, choice, by if one in here else (BEFORE if one in self._before else PROPOSED).format(by), at)
            for one in self.findings()
            if (choice := self._choices[one]) is not None
        )

    # --- deciding ----------------------------------------------------------------------------------------------

    def decide(self, finding: Finding, redact: bool, *, everywhere: bool = False) -> int:
        """Decide one finding, or all with the same words. Returns how many were changed."""
        step = self.decide_all(self.like(finding) if everywhere else [finding], redact)
        return len(step.changes) if step is not None else 0

    def decide_all(self, findings: Iterable[Finding], redact: bool) -> Step | None:
        """Decide some findings in one step, those that were not found before among them; None where all are so."""
        return self._do(
            [
                Change(one, self._choices.get(one), redact, added=one not in self._choices)
                for one in findings
                if self._choices.get(one) is not redact
            ]
        )

    def like(self, finding: Finding) -> list[Finding]:
        """Every finding with the same words, this one included, in the order of the letter."""
        return list(self._with_words(_folded(self.text_of(finding))))

    def to_remove_like(self, words: str, finding: Finding) -> list[Finding]:
        """What goes here where a finding of another letter with such words does, in the order of the letter: the same
        words, and where a person marked them there, every place they stand at."""
        found = self._with_words(_folded(words))
        if finding.detector == PERSON:
            text = self.preparation.letter.phi_text
            known = {(one.start, one.end) for one in found}
            places = (place for place in _places_of(words, text) if place not in known and not self._is_removed(*place))
            found = [*found, *(_marked(start, end, finding.category) for start, end in places)]
        return sorted(found)

    def to_keep_like(self, words: str, finding: Finding) -> list[Finding]:
        """What may stay here unseen where a finding of another letter with such words stays."""
        removed_by_hand = {one for one in self._decided_here() if self._choices[one]}
        return [
            one
            for one in self._with_words(_folded(words))
            if one.category is finding.category
            and " ".join(self.text_of(one).split()) == " ".join(words.split())
            and one.detector not in ("client", PERSON)
            and not (one.verdict is Verdict.REDACT and one.category in _NAMES)
            and one not in removed_by_hand
        ]

    def _with_words(self, folded: str) -> list[Finding]:
        if self._by_words is None:  # kept, because a case of many letters is asked for every item that comes up
            self._by_words = {}
            for one in self.findings():
                self._by_words.setdefault(_folded(self.text_of(one)), []).append(one)
        return self._by_words.get(folded, [])

    def add(self, start: int, end: int, category: PhiCategory) -> Finding | None:
        """Remove words the detectors did not find, wherever they stand in the letter. None for empty or known ones."""
        text = self.preparation.letter.phi_text
        while start < end and not text[start].isalnum():  # a double click often takes a blank or a full stop along
            start += 1
        while end > start and not text[end - 1].isalnum():
            end -= 1
        if start >= end:
            return None
        places = [(start, end), *(place for place in _places_of(text[start:end], text) if place[0] != start)]
        findings = [_marked(a, b, category) for a, b in places if not self._is_removed(a, b)]
        self._do([Change(one, None, True, added=True) for one in findings if one not in self._choices])
        return findings[0] if findings else None

    def _is_removed(self, start: int, end: int) -> bool:
        return any(one.start <= start and end <= one.end and choice for one, choice in self._choices.items())

    def forget(self, finding: Finding) -> RememberedDecision | None:
        """Go back to what the detectors say, here and for the same words elsewhere in the letter; a step like others.

        Returns what is to be forgotten in the store too, or None where nothing was remembered.
        """
        one = self.decided_before(finding)
        if one is not None:
            same = [other for other in self.findings() if self.decided_before(other) == one]
            self._do([Change(other, self._choices[other], _by_detector(other)) for other in same])
        return one

    # --- going back ----------------------------------------------------------------------------------------------

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._steps.done)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to do again."""
        return bool(self._steps.undone)

    def undo(self) -> Step | None:
        """Take back the last step; None where there is none."""
        step = self._steps.done[-1] if self._steps.done else None
        return step if step is not None and self.take_back(step) else None

    def redo(self) -> Step | None:
        """Do again what was taken back last."""
        step = self._steps.undone[-1] if self._steps.undone else None
        return step if step is not None and self.do_again(step) else None

    def take_back(self, step: Step) -> bool:
        """Take a step back, the last one or an earlier one; whether it stood."""
        self._forget_order(step)
        return self._steps.take_back(step)

    def do_again(self, step: Step) -> bool:
        """Do a step again that was taken back; whether it could be."""
        self._forget_order(step)
        return self._steps.do_again(step)

    def _do(self, changes: list[Change]) -> Step | None:
        step = self._steps.do(changes)
        if step is not None:
            self._forget_order(step)
        return step

    def _forget_order(self, step: Step) -> None:
        if any(change.added for change in step.changes):
            self._in_order = self._by_words = None


def _folded(words: str) -> str:
    return " ".join(words.split()).casefold()


def _marked(start: int, end: int, category: PhiCategory) -> Finding:
    return Finding(start, end, category, Verdict.REDACT, PERSON, 1.0, "marked by you")


def _places_of(words: str, text: str) -> Iterator[tuple[int, int]]:
    """Where words stand in a text with no letter or digit grown onto either end."""
    at = text.find(words) if words else -1
    while at >= 0:
        after = at + len(words)
        if not (at and text[at - 1].isalnum()) and not (after < len(text) and text[after].isalnum()):
            yield at, after
        at = text.find(words, after)


def _by_detector(finding: Finding) -> Choice:
    """How a finding begins where nothing is remembered; words that were only remembered stay in."""
    if finding.detector == PERSON:
        return False
    return True if finding.verdict is Verdict.REDACT else None


def _counts_for(finding: Finding, one: RememberedDecision) -> bool:
    """Whether an earlier decision says something about a finding that its detector did not.

    What was kept in doubt is not kept where a detector is sure now, and what is known of the client never is.
    """
    if finding.verdict is Verdict.ASK:
        return True
    kept_though_sure = one.kind is RememberedKind.KEPT and one.verdict is Verdict.REDACT
    return kept_though_sure and finding.detector != "client"


def _recalled(finding: Finding, one: RememberedDecision) -> Choice:
    """The choice to begin with: the same as before, but a sure name is asked about before it stays in."""
    if one.kind is not RememberedKind.KEPT:
        return True
    return None if finding.verdict is Verdict.REDACT and finding.category in _NAMES else False


def _stands_whole(words: str, text: str) -> bool:
    """Whether words stand in a text with no letter or digit grown onto either end."""
    return words in text and re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) is not None
