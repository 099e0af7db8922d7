"""The practice that a letterhead names: lines of capitals above the date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nexus_desktop.models.letter_models import PhiCategory as C
from nexus_desktop.security.detectors.base import Hit, PhiDetector, compiled
from nexus_desktop.security.detectors.facilities import only_generic
from nexus_desktop.security.letter_view import HARD, LetterView, Word
from nexus_desktop.security.vocabulary import CREDENTIALS, FACILITY_ENDS, FACILITY_HEADS, PARTICLES, words

_LINES = 7  # a letterhead is over by then
_SMALL = words("of and for at the de del la el y in on") | PARTICLES | CREDENTIALS
_TITLES_OF_PAPERS = words(
    "questionnaire form opinion letter statement report note summary history examination record records review exam "
    "claim re subj subject veteran dear page certified licensed board-certified"
)
_DATE_OR_SALUTE = compiled(
    r"^\s{0,40}(?:dear|to~whom|re[:.]|subj|date:|to:|attn|(?:\w+~){0,2}\d{1,2},?~\d{4}\s*$"
    r"|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\s*$)"
)
_DATE_ALONE = compiled(
    r"\s{0,40}(?:date:?~~)?(?:\w{3,9}\.?~\d{1,2},?~\d{2,4}|\d{1,2}~\w{3,9}\.?,?~\d{4}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4})\s*$"
)
_SEGMENTS = re.compile(r"\|| / |\*|~|\s{3,}|\t| [—·•] ")

_ADDRESS = re.compile(r"\b\d{5}(?:-\d{4})?\b|\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}|https?://|www\.")
_STREET_LINE = re.compile(r"(?:\d{1,6}[A-Za-z]?\s+\w|P\.?\s?O\.?\s+Box|[^\n]{3,60}\b\d{5}(?:-\d{4})?\b)", re.IGNORECASE)
_END_OF_NAME = re.compile(r",\s*(?=\d|P\.?\s?O\.?\s|(?i:suite|ste|one )\b)|\s-\s(?=[\"\d])|\s-\s*$")
_FAX_HEADER = re.compile(
    r"(?=.*\b(?:FAX|Fax|TEL)\b)(?=.*(?:\bP(?:G|AGE)?[. ]{1,2}\d|\d{1,3}/\d{1,3}|\d{7}))"
    r"|(?=.*\d{1,2}:\d\d)(?=.*\b(?:P(?:G|AGE)?[. ]{1,2}\d{1,3}(?:/\d|\s*$| (?:of|OF))|No\. ?\d{3,5}\b.*\bP))"
    r"|(?=.*\d{1,2}[/-]\d{1,2}[/-]\d{2,4}[ ]{1,3}\d{1,2}:\d\d)"
    r"(?=.*(?:\b\d{10}\b|\d{3}[-. ]\d{3}[-. ]\d{4}))(?=.*\b(?:FR|FROM|ID)\b)"
)
_FAX_LABEL = re.compile(r"(?:FAX|TO|FROM|PAGE|PG|DATE|TIME|TEL|PHONE|RECEIVED)\b", re.IGNORECASE)
_FAX_SENDER = re.compile(r"(?:FR|FROM|ID)\b[:.]?[ ]{1,3}(?=[A-Z])")
_SHORT_FIELDS = words("pt ot ent gi ortho derm psych neuro rheum uro cardio peds audiology vision hearing spine")
"""How the letterhead of a small practice ends: ``Bristlecone PT``."""
_PARTNERS = words("partners associates consultants specialists physicians clinic hospital group llc pllc pc")
_COMPANIES = words("llp pllc pc llc inc")


class LetterheadDetector(PhiDetector):
    """FACILITY in the first lines, until the date or the salutation."""

    name = "letterhead"

    def find(self, view: LetterView) -> Iterator[Hit]:
        yield from self._fax_headers(view)
        yield from self._inside(view)
        for number, (start, end) in enumerate(view.lines[:_LINES]):
            if _DATE_OR_SALUTE.match(view[start:end]):
                if number < 2 and _DATE_ALONE.match(view, start, end):
                    continue  # the date stands above the letterhead
                return
            tagline = view.find(' - "', start, end)
            for first, last in _pieces(view, start, tagline if tagline > 0 else end):
                yield from self._piece(view, first, last, number)

    def _inside(self, view: LetterView) -> Iterator[Hit]:
        """A line of capitals right above a street, further down: the head of a letter that a message encloses."""
        for number, (start, end) in enumerate(view.lines[_LINES:-1], _LINES):
            following = view.typed[slice(*view.lines[number + 1])]
            text = view.typed[start:end].strip()
            told = {word.key for word in view.words_in(start, end)} & (FACILITY_ENDS | FACILITY_HEADS)
            capitals = len(text) < 70 and text.isupper() and "/" not in text and told
            if capitals and _STREET_LINE.match(following.strip()) and _ADDRESS.search(following):
                yield from self._piece(view, start, end, number)

    def _fax_headers(self, view: LetterView) -> Iterator[Hit]:
        """The sender in the line that a fax machine prints on top of a page: capitals between its wide gaps."""
        for start, end in view.lines:
            if end - start > 160 or not _FAX_HEADER.search(view.typed[start:end]):
                continue
            for first, last in _pieces(view, start, end):
                named, text = view.words_in(first, last), view.typed[first:last].strip()
                sender = _FAX_SENDER.match(text)
                if sender:
                    text, named = text[sender.end() :], named[1:]
                label = _FAX_LABEL.match(text)
                if label or not 1 < len(named) < 7 or not re.fullmatch(r"[A-Z][\w&'., -]{3,50}", text):
                    continue
                figures = sum(map(str.isdigit, text))  # a scanner's ORTH0
                shouted = 8 * (figures + sum(map(str.islower, text))) < len(text)
                if shouted and not only_generic(named):
                    yield Hit(named[0].start, named[-1].end, C.FACILITY, 0.7, "the sender in the head of a fax")

    def _piece(self, view: LetterView, start: int, end: int, number: int) -> Iterator[Hit]:
        named = view.words_in(start, end)
        if not named or not self._may_name(view, start, end):
            return
        keys = {word.key for word in named}
        degrees = {word.key for word in named[1:]} & CREDENTIALS
        person = bool(degrees - {"pa"} or (degrees and not keys & FACILITY_HEADS)) and not keys & _COMPANIES
        if person or only_generic(named):
            return
        if not number and named[-1].key in _SHORT_FIELDS and len(named) > 1 and self._rare(view, named[:-1]):
            yield Hit(named[0].start, named[-1].end, C.FACILITY, 0.75, "the letterhead")
            return
        near = bool(_ADDRESS.search(view[end : end + 260]))
        cut = _END_OF_NAME.search(view[start:end])
        stop = start + cut.start() if cut else end
        if keys & FACILITY_ENDS or (keys & FACILITY_HEADS and (near or (not number and self._unlisted(view, named)))):
            yield Hit(named[0].start, stop, C.FACILITY, 0.85, "the letterhead")
            return
        above = view[end : end + 1] == "\n" and _STREET_LINE.match(view[end : end + 120].lstrip())
        rare = any(view.lexicon.english_tier(word.key) < 3 for word in named)
        if len(named) > 1 and (above or (not number and near and rare)):
            yield Hit(named[0].start, stop, C.FACILITY, 0.7, "a line of capitals above an address")

    def _rare(self, view: LetterView, named: list[Word]) -> bool:
        return any(view.lexicon.english_tier(word.key) < 3 and not view.lexicon.is_clinical(word.key) for word in named)

    def _unlisted(self, view: LetterView, named: list[Word]) -> bool:
        """Whether one of the words is in no list of the language."""
        return any(not view.lexicon.is_known(word.key) and len(word.key) > 3 for word in named)

    def _may_name(self, view: LetterView, start: int, end: int) -> bool:
        """Capitals only, and neither a label, a number, an address of mail nor the title of a paper."""
        text, named = view[start:end], view.words_in(start, end)
        if len(text) > 90 or ":" in text or "@" in text or re.match(r"\s*[\d\"(]", text):
            return False
        paper = any(word.key in _TITLES_OF_PAPERS for word in named)
        if (paper and not (named[0].key not in _TITLES_OF_PAPERS and self._unlisted(view, named[:1]))) or (
            view.is_kept(named[0].start, named[-1].end, HARD) and named[-1].key not in _PARTNERS
        ):
            return False
        return view.caseless(start) or all(word.capital or word.key in _SMALL for word in named)


def _pieces(view: LetterView, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of a printed line between bars, stars and wide gaps."""
    at = start
    for match in _SEGMENTS.finditer(view, start, end):
        if match.start() > at:
            yield at, match.start()
        at = match.end()
    if at < end:
        yield at, end
