"""What a scan's hard-to-read words may carry: never a finding alone, and never a strong letter's opinion.

The rule, for a letter of which some words were hardly legible (``Letter.unsure``):

1. A quote is hard to read where at least half of its letters and digits stand in such words.
2. An item whose quotes are all hard to read is of low certainty. Where it was met in full it counts as met in part,
   with half of its points.
3. An opinion with any such word in its quote is of low certainty, for one misread word can turn it round; a name that
   was taken out cannot. By the law of the result a letter is then not strong.
4. A gate stands as it is: taking one away would raise the letter on doubtful words.
5. Nothing is ever raised. Where something was lowered, the letter is not strong, confidence goes down, and a warning
   names the findings.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from nexus_desktop.models.analysis_models import (
    Action,
    Certainty,
    Component,
    Evidence,
    Grade,
    ItemFinding,
    NexusAnalysisResult,
    StatedOpinion,
    component_score,
)
from nexus_desktop.models.rubric_models import Bands, Strength
from nexus_desktop.models.scoring import weighted_score

if TYPE_CHECKING:
    from nexus_desktop.models.letter_models import DeidentifiedText, Letter, UnsureWord

HARD = 0.5
"""Share of a quote's letters and digits in hard-to-read words from which on the quote is hard to read."""

ITEM_NOTE = "The words it stands on were hard to read in the scan."
OPINION_NOTE = "Words of it were hard to read in the scan."
_LOWERED, _OPINION = 0.75, 0.55  # as the engine weighs a finding, and an opinion, of low certainty
_WORD = re.compile(r"[^\W_]+")


class _Legibility:
    """How much of a quote was hard to read."""

    def __init__(self, text: DeidentifiedText, letter: Letter) -> None:
        self._text, self._letter = text, letter
        removed = [(one.start, one.end) for one in text.replacements]
        self._unsure = _Places(letter.unsure)
        self._unsure_and_kept = _Places([one for one in letter.unsure if not _inside(one, removed)])

    def _words(self, quote: Evidence) -> list[tuple[int, int]]:
        start, end = self._text.to_original(quote.start, quote.end)
        return [found.span() for found in _WORD.finditer(self._letter.phi_text, start, end)]

    def is_hard(self, quote: Evidence) -> bool:
        """Whether a quote cannot carry a finding alone."""
        words = self._words(quote)
        hard = sum(end - start for start, end in words if self._unsure.touch(start, end))
        return hard > 0 and hard >= HARD * sum(end - start for start, end in words)

    def has_any(self, quote: Evidence) -> bool:
        """Whether any word of a quote was hard to read that was not taken out."""
        return any(self._unsure_and_kept.touch(start, end) for start, end in self._words(quote))


class _Places:
    """Hard-to-read words by their place."""

    def __init__(self, words: Sequence[UnsureWord]) -> None:
        self._words = sorted(words, key=lambda one: one.start)
        self._starts = [one.start for one in self._words]

    def touch(self, start: int, end: int) -> bool:
        """Whether one of them shares a character with a span."""
        number = bisect_right(self._starts, end - 1) - 1
        return number >= 0 and self._words[number].end > start


def lowered(result: NexusAnalysisResult, text: DeidentifiedText, letter: Letter, bands: Bands) -> NexusAnalysisResult:
    """The result with what rests on hard-to-read words lowered; the same one where nothing does."""
    legibility = _Legibility(text, letter)
    weak = tuple(
        item.id.value
        for part in result.components
        for item in part.items
        if item.grade is not Grade.NOT_APPLICABLE and item.evidence and all(map(legibility.is_hard, item.evidence))
    )
    governing = result.opinion.governing
    doubtful = governing is not None and legibility.has_any(governing.evidence)
    opinions = tuple(_opinion(one, legibility) for one in result.stated_opinions)
    if not weak and not doubtful and opinions == result.stated_opinions:
        return result
    parts = {name: _part(part, weak) for name, part in zip(_PARTS, result.components, strict=True)}
    if governing is not None:
        parts["opinion"] = parts["opinion"].model_copy(update={"governing": _opinion(governing, legibility)})
    scores, caps = [part.score for part in parts.values()], [gate.cap for gate in result.compliance.gates]
    total = min([sum(scores), *caps])
    strength = _strength(result.compliance.strength, total, bands)
    action = result.compliance.action
    compliance = result.compliance.model_copy(
        update={"strength": strength, "action": Action.ASK_DOCTOR if action is Action.READY_FOR_REVIEW else action}
    )
    trust = result.confidence * (_LOWERED if weak else 1) * (_OPINION if doubtful else 1)
    changed = result.model_copy(
        update={
            **parts,
            "compliance": compliance,
            "overall_score": total,
            "second_view": min([weighted_score(scores, result.second_weights), *caps]),
            "improvements": (),  # what answers would bring is not known of words that could not be read
            "stated_opinions": opinions,
            "confidence": round(max(0.05, trust), 2),
            "confidence_reason": f"{result.confidence_reason} Words of the scan were hard to read.",
            "warnings": (*result.warnings, _warning(weak, doubtful)),
        }
    )
    return NexusAnalysisResult.model_validate(changed.model_dump())


_PARTS = ("opinion", "connection", "rationale", "form")


def _inside(word: UnsureWord, removed: Sequence[tuple[int, int]]) -> bool:
    return any(start <= word.start and word.end <= end for start, end in removed)


def _part(part: Component, weak: Sequence[str]) -> Component:
    items = tuple(_item(item) if item.id.value in weak else item for item in part.items)
    return part.model_copy(update={"items": items, "score": component_score(items)})


def _item(item: ItemFinding) -> ItemFinding:
    changes: dict[str, object] = {"certainty": Certainty.LOW, "reason": f"{item.reason} {ITEM_NOTE}"}
    if item.grade is Grade.FULL:
        changes |= {"grade": Grade.PARTIAL, "points": max(1, item.possible // 2)}
    return item.model_copy(update=changes)


def _opinion(one: StatedOpinion, legibility: _Legibility) -> StatedOpinion:
    if not legibility.has_any(one.evidence):
        return one
    return one.model_copy(update={"certainty": Certainty.LOW, "note": f"{one.note} {OPINION_NOTE}".strip()})


def _strength(before: Strength, total: int, bands: Bands) -> Strength:
    highest = Strength.MODERATE if total >= bands.moderate else Strength.WEAK
    return min(before, highest, key=lambda one: one.rank)


def _warning(weak: Sequence[str], doubtful: bool) -> str:
    what = []
    if doubtful:
        what.append("the opinion itself has words that were hard to read")
    if weak:
        what.append(f"these findings stand only on such words: {', '.join(weak)}")
    if not what:
        what.append("an opinion of someone else has words that were hard to read")
    return f"This letter is a scan, and {'; '.join(what)}. Compare them with the page."
