"""Names that are spelled to a typist: ``R as in Romeo, O, double E``, ``that's M A I comma``, ``J, U, B like boy``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nexus_desktop.models.letter_models import PhiCategory as C
from nexus_desktop.security.detectors.base import Hit, PhiDetector, compiled
from nexus_desktop.security.letter_view import LetterView

_UNIT = r"(?:double~)?[A-Za-z](?:~(?:as~in|like|for)~[A-Za-z]{2,12})?(?![\w'])"
_BETWEEN = r"(?:,?~comma~|,~(?:and~)?|~)"
_SPELT = compiled(rf"(?<![\w'.-])(?P<v>{_UNIT}(?:{_BETWEEN}{_UNIT}){{2,24}})")
_LIKENED = re.compile(r"\b[A-Za-z][ \x1f](?:as in|like|for)[ \x1f]", re.IGNORECASE)
_ALONE = compiled(r"(?<![\w'.-])(?P<v>[A-Z]~(?:as~in|for)~[A-Za-z]{2,12})(?![\w'])")
"""``F for Freddie``: one letter, told apart."""
_CUE = re.compile(
    r"\b(?:spel(?:led|t|l|ling)|that's|that is|s?pelled out|first name|last name|surname|name is"
    r"|apostrophe|like)\b[^.\n]{0,24}$",
    re.IGNORECASE,
)
_COMMAS = re.compile(r"[A-Za-z],[ \x1f][A-Za-z],[ \x1f][A-Za-z]\b")
_LETTERS = re.compile(r"(?<![\w'])[A-Za-z](?![\w'])")
_BACK = 60


class SpelledDetector(PhiDetector):
    """PATIENT by letters that are told one by one."""

    name = "spelled names"

    def find(self, view: LetterView) -> Iterator[Hit]:
        for match in view.scan(_SPELT):
            start, end = match.span("v")
            word = "".join(_LETTERS.findall(view, start, end)).lower()
            likened = _LIKENED.search(view, start, end) is not None
            told = likened or _CUE.search(view, max(0, start - _BACK), start) is not None
            told = told or (len(word) > 3 and _COMMAS.search(view, start, end) is not None)
            known = word in view.lexicon.abbreviations or (view.lexicon.is_clinical(word) and not likened)
            if told and not known:
                yield Hit(start, end, C.PATIENT, 0.7, "a name spelled out")
        for match in view.scan(_ALONE):
            if _LIKENED.match(view, match.start("v")) and "as in" in match.group().lower():
                yield Hit(*match.span("v"), C.PATIENT, 0.6, "a name spelled out")
