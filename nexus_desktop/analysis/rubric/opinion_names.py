"""Which condition a statement is on, and who signed: names taken from the words around an opinion."""

from __future__ import annotations

import re
from typing import Final

from nexus_desktop.analysis.rubric import conditions
from nexus_desktop.analysis.rubric.causes import Cause
from nexus_desktop.analysis.rubric.claim import Claim
from nexus_desktop.analysis.rubric.conditions import Condition
from nexus_desktop.analysis.rubric.headings import Section
from nexus_desktop.analysis.rubric.segmentation import Document, Sentence
from nexus_desktop.models.analysis_models import Polarity, Standard

_SHORT = 140  # characters of a line that may name who signed
_NAME_WORDS = 6  # of what stands before a degree; a line with more is a sentence ("I do not share that view")
_JOINT: Final = (
    r"(?:knee|hip|shoulder|ankle|foot|feet|wrist|elbow|hand|ear|eye|leg|arm|thumb|heel|(?:low(?:er)? |upper )?back|neck"
    r"|jaw|(?:lumbar|cervical|thoracic) spine)s?"
)
_PART_LABEL: Final = re.compile(
    rf"\W*(?:\d{{1,2}}[.)]|[a-h][.)])?\s*(?:as (?:to|for|regards) |regarding |for |on |the |his |her )*"
    rf"(?P<part>(?:left |right |bilateral |both )?{_JOINT})(?: condition| disability| problems?| pain)?\s*[:–-](?=\s)"
)
_SIDED: Final = re.compile(rf"\b(?:left|right) {_JOINT}\b")
_STEP: Final = re.compile(r"\bobes|\bweight")  # a step between, no disability


def in_subject(doc: Document, start: int, claim: Claim) -> str | None:
    """The condition named where the claim has its subject, in the letter's own words."""
    first, last = claim.subject
    named = doc.named(start + first, start + last)
    if not named:
        return None
    chosen = named[-1] if claim.kind is not None and last <= claim.source[0] and len(named) == 1 else named[0]
    return " ".join(doc.low[chosen.start : chosen.end].split())


def part_label(doc: Document, start: int) -> str | None:
    """The part of the body that a statement has for its label: "2. Left knee: …"."""
    label = _PART_LABEL.match(doc.low, start)
    return label.group("part") if label is not None else None


def part(doc: Document, start: int, claim: Claim) -> str | None:
    """The part of the body, with its side, that a statement has for its subject: "the right hip"."""
    first, last = claim.subject
    named = _SIDED.findall(doc.low, start + first, start + last) if last > first else []
    return named[-1] if len(named) == 1 else None


def before(doc: Document, sentence: Sentence, place: int, anchors: frozenset[str]) -> tuple[str | None, bool]:
    """The condition last named before ``place`` in its paragraph, or in the headings it stands under.

    The second value tells whether it is a guess, from lines that are neither.
    """
    line = doc.lines[sentence.line]
    named = doc.named(max(line.start, place - 400), place)
    back, guessed = sentence.line, False
    while not _claimed(doc, named, anchors) and back > 0 and sentence.line - back < 8:
        back -= 1
        if doc.lines[back].heading or doc.lines[back].under == 0:
            guessed = not doc.lines[back].heading
            named += doc.named(doc.lines[back].start, min(doc.lines[back].end, doc.lines[back].start + 90))
            if doc.lines[back].heading and doc.lines[back].section is not Section.OPINION:
                break
    chosen = (_claimed(doc, named, anchors) or named)[-1:]
    name = " ".join(doc.low[chosen[0].start : chosen[0].end].split()) if chosen else None
    return name, guessed or name is None


def is_step(words: str) -> bool:
    """Whether what a cause led to is only a step on the way to the disability ("the weight gain")."""
    return bool(_STEP.search(words))


def is_granted_step(name: str, claim: Claim) -> bool:
    """Whether a claim puts a step between ("the obesity") down to service or to a service-connected disability."""
    met = claim.polarity is Polarity.FAVORABLE and claim.standard is not Standard.SPECULATIVE
    return met and claim.object in (Cause.SERVICE, Cause.ANCHOR) and is_step(name)


def behind(doc: Document, place: int, end: int, anchors: frozenset[str]) -> str | None:
    """The condition named behind ``place`` in a sentence that goes from a step between ("the weight gain") to it."""
    named = [one for one in doc.named(place, end) if not _STEP.search(doc.low[one.start : one.end])]
    named = _claimed(doc, named, anchors)
    return " ".join(doc.low[named[0].start : named[0].end].split()) if named else None


def _claimed(doc: Document, named: list[Condition], anchors: frozenset[str]) -> list[Condition]:
    """The conditions named that are not themselves service connected."""
    return [one for one in named if conditions.key(doc.low[one.start : one.end]) not in anchors]


def signers(doc: Document) -> frozenset[str]:
    """Surnames and tags that stand in the lines under the letter."""
    names: set[str] = set()
    for line in doc.lines[-12:]:
        low = doc.of(line)
        if (
            len(low) < _SHORT
            and len(low.split(",")[0].split()) <= _NAME_WORDS
            and re.search(
                r",? (?:m\.?d|d\.?o|ph\.?d|psy\.?d|n\.?p|d\.?c|au\.?d|pa-?c|dpm|od|lcsw|aprn|dnp)\b|/s/|signed"
                r"|signature",
                low,
            )
        ):
            names.update(re.findall(r"\[provider \d+\]", low))
            names.update(
                word for word in re.findall(r"[a-z'’-]{3,}", low.split(",")[0]) if word not in ("signed", "signature")
            )
    return frozenset(names)
