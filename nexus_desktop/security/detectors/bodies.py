"""How the name of a company, a school or a clinic is written: capitals, joined by "of", "and", "&", with a number or a
legal form behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nexus_desktop.security.detectors.base import compiled
from nexus_desktop.security.letter_view import LetterView, Word
from nexus_desktop.security.normalised import SOFT
from nexus_desktop.security.vocabulary import FUNCTION_WORDS, MONTHS, WEEKDAYS, words

COMPANY_FORM = compiled(
    r"(?:,?~~(?:inc|llc|l\.l\.c|llp|l\.l\.p|pllc|p\.l\.l\.c|pc|p\.c|p\.a|p\.s|ltd|corp|co|incorporated|pa|plc|lp"
    r"|s\.c|attorneys?(?:~at~law)?|lawyers|advocates|counsell?ors~at~law|solicitors)\b\.?){0,2}"
)
_NUMBER = re.compile(
    r"[ \x1f](?:Local|Post|Chapter|Lodge|Store|Unit|District|No\.?|#) ?#?\d{1,5}\b| #?\d{1,5}\b(?![./,-]\d"
    r"|[ \x1f](?:years|months|percent))"
)
_NUMBERED = words("local post chapter lodge store district station school ps no")
_LINKS = words("of and the for at de del la las los y & to on")
_GAPS = (" ", " & ", "-", SOFT, ". ", "'s ", "'s" + SOFT, "' ", "/", " + ", " - ", "&", "'")
_LONGEST = 8


@dataclass(frozen=True, slots=True)
class Body:
    """A name in the text: its words, links left out at its end, and where it ends with number and form."""

    words: tuple[Word, ...]
    end: int

    @property
    def start(self) -> int:
        return self.words[0].start

    @property
    def phrase(self) -> str:
        return " ".join(word.key for word in self.words)


def read_body(view: LetterView, first: int) -> Body | None:
    """The longest name of a body that begins at a word; None if that has no capital."""
    if first >= len(view.words) or not view.words[first].capital:
        return None
    last = first
    while last + 1 < len(view.words) and last - first < _LONGEST and _goes_on(view, last):
        last += 1
    while last > first and view.words[last].key in FUNCTION_WORDS:
        last -= 1
    end = view.words[last].end
    if view[end : end + 2] == "'s" and not view[end + 2 : end + 3].isalpha():
        end += 2
    number = _NUMBER.match(view, end)
    if number and (view.words[last].key in _NUMBERED or not number.group().strip().isdigit()):
        end = number.end()
    form = COMPANY_FORM.match(view, end)
    return Body(tuple(view.words[first : last + 1]), form.end() if form else end)


def _goes_on(view: LetterView, last: int) -> bool:
    gap, following = view.gap(last), view.words[last + 1]
    if gap in (".", ". ") and view.words[last].initial and (following.initial or following.capital):
        return following.key not in MONTHS  # U.S. Steel, J. B. Roe
    if gap not in _GAPS or (gap == ". " and len(view.words[last].key) > 2) or following.key in MONTHS | WEEKDAYS:
        return False
    if following.capital:
        return following.key not in FUNCTION_WORDS or following.key in _LINKS or gap == "-"
    if following.key == "in" and last + 3 < len(view.words):  # Jack in the Box
        tail = view.words[last + 2 : last + 4]
        return tail[0].key == "the" and tail[1].capital and view.gap(last + 1) == view.gap(last + 2) == " "
    if following.key not in _LINKS or last + 2 >= len(view.words) or gap not in (" ", SOFT):
        return False
    behind = last + 2
    if view.words[behind].key == "the" and following.key in ("of", "at", "for") and behind + 1 < len(view.words):
        behind += 1
    return view.words[behind].capital and view.gap(last + 1) in (" ", SOFT) and view.words[behind].key not in MONTHS
