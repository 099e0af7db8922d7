"""Tags back to what they stand for, for a paper that the attorney wants with names: only where there is no doubt.

The letter itself is needed for it, and is on the desk only until the window closes: nothing here is kept.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from nexus_desktop.models.letter_models import PhiCategory, Replacement

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr", "sgt", "cpl", "col", "maj", "capt", "lt", "sir", "jr", "sr"})
_PEOPLE = (PhiCategory.PATIENT, PhiCategory.RELATIVE, PhiCategory.PROVIDER)


@dataclass(frozen=True, slots=True)
class NamesBack:
    """What each tag stands for, and the tags that stay because they stand for more than one thing. Holds PHI."""

    originals: dict[str, str] = field(repr=False)
    left: tuple[str, ...] = ()


def names_back(replacements: Sequence[Replacement], phi_text: str) -> NamesBack:
    """What stood in the letter for each tag: of a person the fullest form, of anything else the first."""
    forms: dict[str, list[str]] = {}
    categories: dict[str, PhiCategory] = {}
    for one in replacements:
        forms.setdefault(one.tag, []).append(" ".join(phi_text[one.start : one.end].split()))
        categories[one.tag] = one.category
    originals: dict[str, str] = {}
    for tag, found in forms.items():
        chosen = _fullest(found) if categories[tag] in _PEOPLE else found[0]
        if chosen is not None:
            originals[tag] = chosen
    return NamesBack(originals, tuple(tag for tag in forms if tag not in originals))


def _fullest(forms: list[str]) -> str | None:
    """The form that every other one shortens; None where two of them name different people, such as a former name."""
    by_length = sorted(dict.fromkeys(forms), key=lambda form: (-len(_names(form)), "," in form, form.isupper()))
    first = by_length[0]
    words = _names(first)
    initials = {word[0] for word in words}
    for other in by_length[1:]:
        for word in _names(other):
            if word not in words and not (len(word) == 1 and word in initials):
                return None
    return first


def _names(form: str) -> list[str]:
    return [word for word in _WORD.findall(form.casefold()) if word not in _TITLES]
