"""Telephone, fax, e-mail, web and network addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nexus_desktop.models.letter_models import PhiCategory as C
from nexus_desktop.security.detectors.base import Hit, PhiDetector, compiled
from nexus_desktop.security.letter_view import HARD, LetterView

_EXTENSION = (
    r"(?:[,;]?~~(?:\(?(?:ext|extension|exten|x|opt|option|press)\b\.?|x(?=\d))[:.]?~~\#?\d{1,7}(?:-\d{1,5})?\)?)?"
)
_PHONE = compiled(
    rf"""(?<![\w.,$/-])(?:
      (?:\+?1~?[-./~]?~?)?(?:\(~?\d{{3}}~?\)~?-?~?|\d{{3}}~?[-./~|]~?)\d{{3}}~?[-./~|]~?\d{{2}}~?[-.~]?~?\d{{2}}(?!\d)
      (?!-\d)
    | \(0\d{{1,2}}\)~?\d{{3,4}}[-~]\d{{4}}(?!\d)(?:~loc\.?~\d{{1,5}})?
    | 0\d{{3}}[~-]\d{{3}}[~-]\d{{4}}(?!\d)
    | (?:\+?1[-./~]?)?[2-9]\d{{9}}(?!\d)
    | \+(?!1[-. ])\d{{1,3}}(?:[-.~/]?\(?\d{{1,4}}\)?){{2,6}}
    | (?:DSN[:~]{{0,2}})?(?:\(?31[2-8]\)?[-.~])\d{{3}}[-.~]\d{{4}}(?!\d)
    | 1[-.~]\(?8(?:00|33|44|55|66|77|88)\)?[-.~][A-Z\d]{{3}}[-.~]?[A-Z\d]{{4}}(?!\w)
    ){_EXTENSION}"""
)
_SEVEN = compiled(
    rf"""\b(?:tel|telephone|phone|ph|cell|mobile|home|work|office|direct|call(?:ed|ing)?|reached~at|voice|text|fax|fx
    |pager|beeper|dsn|line|number|desk|front~desk)\b
    [\s:.\#(]{{0,4}}(?:(?:at|is|no|number|line)\b[\s:.\#]{{0,3}}){{0,2}}(?P<v>\d{{3}}[-.~]\d{{4}}(?!\d){_EXTENSION})"""
)
_BARE_SEVEN = compiled(rf"(?<![\w.,$/-])555[-.]\d{{4}}(?!\d){_EXTENSION}")
_EXTENSION_ALONE = compiled(
    r"\b(?:ext|extension)\b\.?[\s:#]{1,3}(?P<v>\d{3,7})(?!\d)|(?<=[ (,])x~?(?P<w>\d{4,6})(?![\w.])"
)
_KIND = compiled(
    r"\b(?:(?P<fax>e-?fax|fax|facsimile|fx|telefax|telecopier)|(?P<phone>tel|telephone|phone|ph|cell|mobile|home|work"
    r"|office"
    r"|voice|pager|text|direct|call|main|desk|toll[ -]free|dsn))\b|(?<![\w.])(?:(?P<f>F)"
    r"|(?P<p>[POTMCV]))(?=[:.]?~~\(?\d)"
)
_FAX_AFTER = compiled(r"~~\(~?(?:fax|f)~?\)|~~fax\b(?!~~[:.#]?~~\(?\d)")
_TRANSMISSION = compiled(r"\b(?:from|to)[\s:]{1,3}$")
_EMAIL = compiled(
    r"(?<![\w.+-])[\w][\w.+'%-]{0,63}~?@~?[\w](?:[\w-]{0,62}\.){1,5}[A-Za-z]{2,12}\b"
    r"|(?<![\w.+-])[a-z][\w.+'-]{0,63}@[\w-]{2,40}~?\.~?[a-z]{2,10}\b|(?<![\w.+-])[\w.+-]{1,64}~?"
    r"(?:\(at\)|\[at\])~?[\w-]{1,63}~?(?:\(dot\)|\[dot\]|\.)~?[a-z]{2,10}\b"
)
_URL = compiled(
    r"""(?:\b(?:https?|ftp|hxxps?)~?:~?//[^\s<>"')\]|]{2,400}
    | \bwww\d?\.[^\s<>"')\]|,;]{3,300}
    | (?<![\w@.+-])(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.){1,4}
      (?:com|org|net|gov|mil|edu|us|info|biz|health|healthcare|clinic|care|law|legal|doctor|dental|vet|md|io|co|app|me
      |online|site|example|test|invalid|localhost)
      (?![\w@-]|\.\w)(?:/[^\s<>"')\]|,;]{0,300})?)"""
)
_SHARED = compiled(r"^(?:e\.g|i\.e|p\.m|a\.m|ph\.d|vs|no|st|dr|u\.s)\b")
_PUBLIC = compiled(
    r"^(?:https?://)?(?:www\.)?(?:(?:ebenefits|benefits|myhealth|publichealth|accesstocare)\.)?(?:va|cdc|nih|ssa|hhs|archives|dol|osha|fda|congress)\.gov/?$"
)
"""The front pages of agencies, which point to nobody."""
_IP = compiled(
    r"(?<![\d.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\d]|\.\d)|(?<![\w:])"
    r"(?:[\da-f]{1,4}:){3,7}(?::?[\da-f]{1,4}){1,4}(?![\w:])|(?<![\w:])(?:[\da-f]{2}[:-]){5}[\da-f]{2}(?![\w:])"
)
_HANDLE = compiled(
    r"(?<![\w@.])@[a-z][\w.]{2,30}\b|\b(?:skype|twitter|instagram|facebook|venmo|cashapp|whatsapp|username|user~id"
    r"|login|handle)(?:[\s]{0,2}:[\s]{0,2}|~(?:is~)?(?=@|[\w.-]{0,20}\d))(?P<v>[@\w][\w.@-]{2,40})"
)
_MORE_PHONES = compiled(r"(?:~\([^()\n]{1,20}\))?,?~?(?:(?:or|and|&)~)?(?P<v>[-/]~?\d{4})(?=~\(|[.,;)\n]|$)")
"""``555-0153 (desk), -0154 (nurse)``."""
_TELEPHONES: tuple[tuple[re.Pattern[str], str | int, float], ...] = (
    (_PHONE, 0, 0.95),
    (_SEVEN, "v", 0.9),
    (_BARE_SEVEN, 0, 0.8),
    (_EXTENSION_ALONE, "v", 0.7),
)


class ContactDetector(PhiDetector):
    """PHONE, FAX, EMAIL, URL and IP."""

    name = "contact"

    def find(self, view: LetterView) -> Iterator[Hit]:
        for match in view.scan(_EMAIL):
            yield Hit(*match.span(), C.EMAIL, 0.99, "an e-mail address")
        yield from self._net(view)
        for pattern, group, score in _TELEPHONES:
            for match in view.scan(pattern):
                start, end = match.span("w" if pattern is _EXTENSION_ALONE and match["w"] else group)
                if not view.is_kept(start, end, HARD):
                    category = C.FAX if self._is_fax(view, start, end) else C.PHONE
                    yield Hit(start, end, category, score, "the shape of a telephone number")
                    more = _MORE_PHONES.match(view, end)
                    if more:
                        yield Hit(*more.span("v"), category, score, "the other end of a telephone number")

    def _net(self, view: LetterView) -> Iterator[Hit]:
        """Web addresses, names of accounts, addresses of machines."""
        for match in view.scan(_URL):
            plain = _SHARED.match(match.group()) or _PUBLIC.match(match.group())
            if not plain and not view.is_kept(*match.span(), HARD):
                yield Hit(*match.span(), C.URL, 0.95, "a web address")
        for match in view.scan(_HANDLE):
            group = "v" if match["v"] else 0
            if (match["v"] or "").lower() not in ("and", "the", "name", "page", "password"):
                yield Hit(*match.span(group), C.URL, 0.7, "an account on the net")
        for match in view.scan(_IP):
            if match.group().count(".") == 3 or match.group().count(":") > 3 or match.group().count("-") == 5:
                yield Hit(*match.span(), C.IP, 0.9, "a network address")

    def _is_fax(self, view: LetterView, start: int, end: int) -> bool:
        """By the last word for a telephone or a fax before the number; by one in brackets behind it."""
        if _FAX_AFTER.match(view, end):
            return True
        line = max(view.rfind("\n", max(0, start - 60), start), start - 60, 0)
        last = None
        for match in _KIND.finditer(view, line, start):
            last = match
        if last is not None:
            return bool(last["fax"] or last["f"])
        return bool(_TRANSMISSION.search(view[max(0, start - 40) : start])) and view[start:end].isdigit()
