"""Finding the probability phrase of a clause, with the gloss in brackets behind it (rubric 3.2)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from nexus_desktop.analysis.rubric import scopes, vocabulary, vocabulary_loose
from nexus_desktop.analysis.rubric.vocabulary import Phrase
from nexus_desktop.models.analysis_models import Polarity, Standard

Rows = tuple[tuple[re.Pattern[str], Phrase], ...]
STRICT: Final[Rows] = vocabulary.compiled(vocabulary.STRICT)
LOOSE: Final[Rows] = vocabulary.compiled(vocabulary_loose.LOOSE)
_STRICT_SIGN: Final = re.compile(
    r"likely|probab|likelihood|so than|\b50|fifty|equipoise|balance|\beven|equal|odds|chance|standard|\bagainst\b"
    r"|weight of|\d ?[/-] ?\d\d|maybe|perhaps|possib|toss|coin|dead heat|scale|beam|needle|side of|half|midpoint|evenly"
    r"|money|(?:in|of)[ -](?:ten|10|a hundred|one hundred|100)\b|one against|to one|out of three|in three|in four"
    r"|in five|north of|short of|preponderance|\d ?%|percent"
)
_WORD: Final = re.compile(r"[a-z]+|100")
_GLOSS: Final = re.compile(
    r"\s*[(\[,-]{1,2}\s*(?:i\.?e\.?,? |that is,? |meaning |which is |in other words,? |or |a |an |greater|more|less"
    r"|fewer|under|below|at|5\d|≥|>|<|fifty|equal|better|i )"
)
_RAISED: Final = re.compile(r"\W{1,3}(?:and |or )?(?:in fact|indeed|actually|in truth|rather|i would say)\b")
_UPGRADE: Final = re.compile(
    r"\b(?:and|or)? ?(?:in fact|indeed|actually|in truth|rather|i would say|i believe|i would put it at)\b[, ]*"
    r"(?:(?:i would say|i believe|it is|even|in my view|that it is)[, ]*)*$"
)


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase and its place in the clause."""

    start: int
    end: int
    phrase: Phrase


def first(rows: Rows, clause: str) -> Found | None:
    """The first phrase of a clause; where two rows match at one place, the row listed first."""
    best: Found | None = None
    for pattern, phrase in rows:
        match = pattern.search(clause)
        if match is not None and (best is None or match.start() < best.start):
            if best is not None and best.start < match.end() and best.end > match.end():
                continue
            best = Found(match.start(), match.end(), phrase)
    return best


def strict(clause: str) -> Found | None:
    """VA's phrase with the gloss behind it, and what the two together say."""
    found = first(STRICT, clause) if _STRICT_SIGN.search(clause) else None
    if found is None:
        return None
    end, phrase = found.end, found.phrase
    gloss = None if _RAISED.match(clause, end) else _GLOSS.match(clause, end)
    second = first(STRICT, clause[end : end + 70]) if gloss else None
    if second is not None and second.start <= 30:
        close = clause.find(")", end, end + 110)
        end = close + 1 if close >= 0 else end + second.end
        if phrase.polarity is Polarity.FAVORABLE and second.phrase.polarity is Polarity.UNFAVORABLE:
            contradiction = "The phrase and the percentage beside it contradict each other."
            phrase = replace(phrase, polarity=Polarity.INCONCLUSIVE, standard=Standard.SPECULATIVE, note=contradiction)
        elif phrase.standard is Standard.AT_LEAST_AS_LIKELY and second.phrase.standard is Standard.MORE_LIKELY:
            phrase = replace(
                phrase, note="The phrase means 50 percent or more, not more than 50 percent; have the gloss corrected."
            )
    else:
        later = first(STRICT, clause[end:])
        if (
            later is not None
            and later.phrase.standard is Standard.MORE_LIKELY
            and phrase.polarity is Polarity.FAVORABLE
            and _UPGRADE.search(clause[end : end + later.start])
        ):
            phrase, end = later.phrase, end + later.end
    return Found(found.start, end, phrase)


def loose(clause: str) -> Found | None:
    """The first of the words that are an opinion only beside a link."""
    found = _loose(clause)
    if found is None or not clause.startswith(("suggest", "seem", "appear"), found.start):
        return found
    # "suggested that a link was possible", "it seems to me that it may be": possible is what was said
    if clause[found.start : found.end].endswith((" to be", " to have", " been")):
        return found  # "appears to be due to …, and may get worse": what follows is another matter
    behind = _loose(clause[found.end :])
    if behind is None or behind.phrase.polarity is not Polarity.INCONCLUSIVE:
        return found
    return Found(behind.start + found.end, behind.end + found.end, behind.phrase)


def _loose(clause: str) -> Found | None:
    return first(LOOSE, clause) if not vocabulary_loose.SIGNS.isdisjoint(_WORD.findall(clause)) else None


def without_strict(clause: str) -> str:
    """The clause with every phrase of VA's own blotted out."""
    for pattern, _ in STRICT:
        for match in pattern.finditer(clause):
            clause = scopes.blot(clause, *match.span())
    return clause
