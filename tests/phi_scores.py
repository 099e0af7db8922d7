"""How well findings cover the identifiers of annotated letters.

An identifier is covered if each of its letters and digits lies in a finding; it is caught if that finding advises to
redact, and seen if it advises to redact or to ask. A letter is clean if each identifier of the level is caught.
"""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from nexus_desktop.models.compliance_models import CompliancePolicy
from nexus_desktop.models.letter_models import Finding, Level, PhiCategory, Verdict
from tests.annotated_letters import AnnotatedLetter, Mark

_CLIENT_NAMES = (PhiCategory.PATIENT, PhiCategory.RELATIVE)


@dataclass(frozen=True, slots=True)
class Leak:
    """An identifier that no redaction covers whole; ``asked`` if one to ask about does."""

    letter: str
    category: PhiCategory
    text: str
    left: str
    around: str
    asked: bool


@dataclass(slots=True)
class Scores:
    """Counts over letters at one level; the properties give percentages."""

    level: Level
    letters: int = 0
    identifiers: Counter[PhiCategory] = field(default_factory=Counter)
    caught: Counter[PhiCategory] = field(default_factory=Counter)
    seen: Counter[PhiCategory] = field(default_factory=Counter)
    clean_letters: int = 0
    keeps: int = 0
    hurt_terms: list[tuple[str, str]] = field(default_factory=list)
    covered_characters: int = 0
    covered_rightly: int = 0
    asks: list[int] = field(default_factory=list)
    leaks: list[Leak] = field(default_factory=list)
    over: list[tuple[str, str, str]] = field(default_factory=list)  # letter, category, text

    @property
    def recall(self) -> float:
        return _percent(self.caught.total(), self.identifiers.total())

    @property
    def recall_with_asks(self) -> float:
        return _percent(self.seen.total(), self.identifiers.total())

    @property
    def names(self) -> float:
        return _percent(sum(self.caught[c] for c in _CLIENT_NAMES), sum(self.identifiers[c] for c in _CLIENT_NAMES))

    @property
    def clean(self) -> float:
        return _percent(self.clean_letters, self.letters)

    @property
    def hurt(self) -> float:
        return _percent(len(self.hurt_terms), self.keeps) if self.keeps else 0.0

    @property
    def precision(self) -> float:
        return _percent(self.covered_rightly, self.covered_characters)

    @property
    def asks_median(self) -> float:
        return statistics.median(self.asks) if self.asks else 0.0

    @property
    def asks_most(self) -> int:
        return max(self.asks, default=0)

    def row(self) -> str:
        """One line of a table."""
        return (
            f"{self.recall:6.1f} {self.recall_with_asks:6.1f} {self.names:6.1f} {self.hurt:5.1f} {self.precision:6.1f} "
            f"{self.clean:6.1f} {self.asks_median:4.0f} {self.asks_most:4d}"
        )


HEADING = "redact  +asks  names  hurt   prec  clean asks most"
"""What the columns of ``Scores.row`` are."""


def score(
    policy: CompliancePolicy, level: Level, answers: Iterable[tuple[AnnotatedLetter, Sequence[Finding]]]
) -> Scores:
    """Scores of findings at a level."""
    scores = Scores(level)
    for letter, findings in answers:
        _add(scores, policy, letter, findings)
    return scores


def _add(scores: Scores, policy: CompliancePolicy, letter: AnnotatedLetter, findings: Sequence[Finding]) -> None:
    text = letter.text
    redacted = _mask(len(text), ((f.start, f.end) for f in findings if f.verdict is Verdict.REDACT))
    asked = _mask(len(text), ((f.start, f.end) for f in findings))
    marked = _mask(len(text), ((m.start, m.end) for m in letter.marks))
    scores.letters += 1
    scores.asks.append(
        len({" ".join(text[f.start : f.end].split()).casefold() for f in findings if f.verdict is Verdict.ASK})
    )
    clean = True
    for mark in letter.marks:
        if policy.removes(mark.category, scores.level):
            clean &= _count(scores, letter, mark, redacted, asked)
    scores.clean_letters += clean
    for start, end in letter.keeps:
        scores.keeps += 1
        if any(redacted[at] and not marked[at] and text[at].isalnum() for at in range(start, end)):
            scores.hurt_terms.append((letter.name, text[start:end]))
    for at, covered in enumerate(redacted):
        if covered and not text[at].isspace():
            scores.covered_characters += 1
            scores.covered_rightly += marked[at]
    for finding in findings:
        if finding.verdict is Verdict.REDACT and not any(marked[finding.start : finding.end]):
            what = " ".join(text[finding.start : finding.end].split())
            scores.over.append((letter.name, finding.category.value, what))


def _count(scores: Scores, letter: AnnotatedLetter, mark: Mark, redacted: bytearray, asked: bytearray) -> bool:
    """Counts one identifier; whether it is caught."""
    places = [at for at in range(mark.start, mark.end) if letter.text[at].isalnum()]
    caught, seen = all(redacted[at] for at in places), all(asked[at] for at in places)
    scores.identifiers[mark.category] += 1
    scores.caught[mark.category] += caught
    scores.seen[mark.category] += seen
    if not caught:
        scores.leaks.append(
            Leak(
                letter.name,
                mark.category,
                letter.text[mark.start : mark.end],
                "".join(letter.text[at] for at in places if not redacted[at]),
                " ".join(letter.text[max(0, mark.start - 35) : mark.end + 25].split()),
                seen,
            )
        )
    return caught


def _mask(length: int, spans: Iterable[tuple[int, int]]) -> bytearray:
    mask = bytearray(length)
    for start, end in spans:
        mask[start:end] = b"\1" * (end - start)
    return mask


def _percent(part: float, whole: float) -> float:
    return 100.0 * part / whole if whole else 100.0
