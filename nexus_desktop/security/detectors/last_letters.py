"""Two or three letters of whoever typed, scanned, checked or annotated a letter, where nothing but their place says so:
at the end of a line behind the signature, before the bracket that closes a note, with blanks or points between them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nexus_desktop.models.letter_models import PhiCategory as C
from nexus_desktop.security.detectors.base import Hit, PhiDetector, compiled
from nexus_desktop.security.detectors.initials import signs
from nexus_desktop.security.letter_view import HARD, LetterView
from nexus_desktop.security.vocabulary import CREDENTIALS, FUNCTION_WORDS, words

_AT_LINE_END = re.compile(
    r"(?:(?:^|\d)[ \t]{0,40}/?|(?<=\S)[ \t]{2,40}/?|(?<=[.!?])[ \t]"
    r"|(?<=[.!?\w])[ \t]{1,3}(?:-{1,2}|[–—\x7e/])[ ]?)"
    r"(?P<v>(?<![\w'-])[a-z]{2,3}|(?<!\w)[a-zà-ÿ]\.[a-z]\.)\.?[ \t]*$",
    re.MULTILINE,
)
"""``Lic. 49116 hto``, ``/gw``, ``that is all we need.   dv``."""
_BEHIND_SENTENCE = re.compile(r"(?<=[.!?])[ \t]{2,40}(?P<v>[a-z]{2,3})[ \t]*$", re.MULTILINE)
"""``that is all we need.   dv``, under any message."""
_CLOSES_NOTE = re.compile(
    r"[-–—][ ]?(?P<v>[a-z]{2,3}|[A-Z]{1,3})\.?[ ]?(?=[\]}])|[ ][-–—][ ]?(?P<w>[a-z]{2,3})\.?(?=\))"
)
"""``[check the spelling - mc]``, ``{{which knee - M.}}``."""
_SPACED = re.compile(
    r"^[ \t]{0,40}(?P<a>(?:[A-Z][ ]){1,3}[A-Z])[ ]?[:/][ ]?(?P<b>(?:[a-z][ ]){1,2}[a-z])(?=[ ]*(?:$|[ ]{2}))"
    r"|(?P<c>(?:[A-ZÀ-Ý]\.[ ]?){2,3})[:/][ ]?(?P<d>(?:[a-zà-ÿ]\.[ ]?){1,2}[a-zà-ÿ]\.?)(?=[ ]*(?:$|[ ]{2}))",
    re.MULTILINE,
)
"""``W D O : k l``, ``Z. H./é.l.``."""
_IN_A_ROW = compiled(
    r"\b(?:DICT|DICTATED|DIC)\b\.?:?~{1,3}(?P<a>[A-Z]{2,4})[~,;/|]{1,6}(?:TR|TRANS|TRANSCR|TYP|TYPED|T)\b\.?:?~{1,3}(?P<b>[A-Z]{2,4})(?![\w/-])"
)
"""``DICT RJD TR HM``."""
_BY_WORK = compiled(
    r"""\b(?:op(?:er(?:ator)?)?|scan(?:ned)?(?:~oper)?|transcr|transcriber|typ(?:ist)?|indexed|imaged|qa|qc)\b\.?(?:~by)?~?(?:[:#]~?|\.~|~by~)
    (?P<v>(?-i:[a-z]{2,3}|[A-Z]{2,3}))(?=~?[.,;)\]|]|~{2}|~?\d|~?$)
    | \b(?:initial(?:l)?ed|initials?|inits?|qa|qc|reviewed|checked|proofed)\b\.?\)?[~:]{1,3}
    (?P<w>(?-i:[A-Z]\.~?[A-Z]\.?(?:~?[A-Z]\.?)?))(?=~|[,;)\]|\n]|$)"""
)
"""``op:dvw``, ``QA L.R.``."""
_SIGNS_LINE = re.compile(
    r"^[> \t]{0,8}(?P<v>[a-z]{2,4})[ ]?[/,-][ ]?(?:signed|dictated|sent|typed|e-?signed)\b", re.MULTILINE
)
"""``wo / signed on my tablet``: the letters of the name above."""
_LATE = 0.7  # where in a letter its last lines begin
_PLAIN = 1  # tier of English from which two or three letters are a word
_NO_INITIALS = words(
    "ref end enc att pg pgs cc via ext tel fax re ok lol thx pls "
    "mg ml cm mm hz db kg lb lbs am pm rom deg bid tid qid prn po hrs yrs mos wks "
    "ie eg md do np pa rn dc od va us usa dod dx hx tx rx sx pt pts pp et al sp st nd rd th www com org gov"
)


class LastLettersDetector(PhiDetector):
    """PROVIDER by initials that nothing announces."""

    name = "initials at an end"

    def find(self, view: LetterView) -> Iterator[Hit]:
        yield from self._at_ends(view)
        for pattern in (_SPACED, _IN_A_ROW, _BY_WORK):
            for match in pattern.finditer(view.typed):
                for group, value in match.groupdict().items():
                    if value and value.lower() not in FUNCTION_WORDS and not view.is_kept(*match.span(group), HARD):
                        yield _hit(match, group)
        for match in _SIGNS_LINE.finditer(view.typed):
            if match["v"] not in FUNCTION_WORDS and signs(view, match["v"], match.start()):
                yield _hit(match, "v")

    def _at_ends(self, view: LetterView) -> Iterator[Hit]:
        """At the end of one of the last lines, and of a note in brackets."""
        late = _AT_LINE_END.finditer(view.typed, int(_LATE * len(view)))
        for match in (*late, *_BEHIND_SENTENCE.finditer(view.typed)):
            if self._are_initials(view, match, "v"):
                yield _hit(match, "v")
        for match in _CLOSES_NOTE.finditer(view.typed):
            group = "v" if match["v"] else "w"
            if match[group].isupper() or self._are_initials(view, match, group):
                yield _hit(match, group)

    def _are_initials(self, view: LetterView, match: re.Match[str], group: str) -> bool:
        key = match[group].replace(".", "")
        listed = key in FUNCTION_WORDS or key in CREDENTIALS or key in _NO_INITIALS
        known = view.lexicon.english_tier(key) >= _PLAIN or key in view.lexicon.abbreviations
        return not listed and not known and not view.is_kept(*match.span(group), HARD)


def _hit(match: re.Match[str], group: str) -> Hit:
    return Hit(*match.span(group), C.PROVIDER, 0.65, "initials of who typed, scanned or checked it")
