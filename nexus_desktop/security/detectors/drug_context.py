"""Whether a word that no list explains stands where the name of a drug does."""

from __future__ import annotations

from nexus_desktop.security.detectors.base import compiled
from nexus_desktop.security.letter_view import LetterView, Word

_TAKEN_DRUG = compiled(
    r"\b(?:uses?|used|using|takes?|taking|took|prescribed|started|tried|trial~of|failed|medications?|meds|mg|mcg|inhaler"
    r"|dose|doses|tablets?|refilled|allerg\w+)\b[^.;\n]{0,60}$"
)
_DOSE = compiled(
    r"[~(]{0,2}(?:\d+(?:\.\d+)?~?(?:mg|mcg|units?|puffs?|ml|%)|inhaler|tablets?|nightly|daily|b\.?i\.?d|prn|qhs)\b"
)


def is_drug(view: LetterView, word: Word) -> bool:
    """Whether a word that is in no list stands where drugs do: behind a word for taking, or before a dose."""
    before = view[max(0, word.start - 70) : word.start]
    return bool(_TAKEN_DRUG.search(before) or _DOSE.match(view, word.end))
