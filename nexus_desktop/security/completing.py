"""Completes what detectors found in part: the letters that a number is written with, the rest of a word that a scanner
tore or misread, the number and the legal form behind the name of a body."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from nexus_desktop.models.letter_models import PhiCategory as C
from nexus_desktop.models.letter_models import Verdict
from nexus_desktop.security.detectors.base import Hit
from nexus_desktop.security.detectors.bodies import COMPANY_FORM
from nexus_desktop.security.detectors.streets import UNIT_BEHIND
from nexus_desktop.security.letter_view import LetterView
from nexus_desktop.security.vocabulary import FUNCTION_WORDS, STATE_CODES

_NUMBERS = frozenset(
    (C.SSN, C.VA_FILE, C.SERVICE_NO, C.DOD_ID, C.MRN, C.PLAN_ID, C.ACCOUNT, C.VEHICLE, C.DEVICE, C.LICENSE)
)
_BODIES = frozenset((C.FACILITY, C.EMPLOYER))
_NAMED = _BODIES | {C.PATIENT, C.RELATIVE, C.PROVIDER, C.UNIT, C.STATION}
_HEAD = re.compile(r"(?<![\w-])(?:(?:[A-Z]{1,5}\d{0,4}[-/]){1,3}[A-Z]{0,4}|[A-Z]{2,5}\.)$")
_TAIL = re.compile(r"(?:-[A-Z]{1,4}\d{0,4}){1,3}(?![\w-])")
_REST_OF_WORD = re.compile(r"[^\W_]+")
_TORN = re.compile(r" (?P<rest>[a-z]{2,6})(?=[ ,.;:)\n]|$)")
_LAST_WORD = re.compile(r"[^\W\d_]+$")
_PLAIN = 4  # tiers of English from which a piece is a word
_BODY_NUMBER = re.compile(
    r"(?:'s)?(?:,? (?:(?:Mine|Plant|Store|Shop|Local|Lodge|Mill|Terminal|Yard|Bldg|Building)\.? )?"
    r"(?:No\.?|Nr\.?|#)? ?\d{1,4}\b(?![./-]\d))?",
    re.IGNORECASE,
)
_OF_THE_PLACE = re.compile(r" (?:de|del|de la|am|an der|im) [A-ZÀ-Ý][\w'-]{2,20}")
_GUARD = re.compile(r",? [A-Z]{2}A(?:RNG|NG)\b")
_WORD_AS_NAME = re.compile(r"[ \x1f](?P<v>[A-Z][a-z]{1,6})(?=[,;:)\n]|'s|[ \x1f][a-z])")
"""``Tou Her``: a capital inside a sentence, right behind a name, whatever word it is."""
_LAST_IN_BRACKETS = re.compile(r"[ \x1f][A-Z][a-z]{1,12}(?=\))")
"""``(Mai Nhia Her)``: the last word of a name, whatever word it is."""
_CLOCK = re.compile(
    r"[ ,]{1,2}\d{1,2}:\d\d(?::\d\d)?(?: ?[ap]\.?m\b)?| (?:[01]\d|2[0-3])[0-5]\d(?: ?(?:hrs?|h|Z|L))?\b(?![./,-]\d|\d)"
)
"""``08/29/2024 1330``: one stamp."""
_HOUR = re.compile(
    r",? (?:at|@) (?:(?:half|a quarter|quarter) (?:past|to) )?"
    r"(?:\d{1,2}(?::\d\d)?(?: ?[ap]\.?m\b)?|one|two|three|four|five|six|seven|eight|nine|ten"
    r"|eleven|twelve|noon|midnight)(?:[- ]thirty| fifteen| forty-five)?(?: o'clock)?"
    r"(?=[.,;)\n]|$| (?:and|in the|sharp|with|for|to)\b)",
    re.IGNORECASE,
)
"""``Halloween at 9:15``, ``April 30 at two``: the hour behind a day."""
_UNIT_HEAD = re.compile(r"(?<![\w/.-])\d{1,3}/\d{1,3} $")
_UNIT_TAIL = re.compile(r" (?:\d{1,2}/\d{1,3}|\d{2,4})(?![\w/.,-]*\d|[ -](?:years|months|days|hours|times|jumps|men))")
"""``1/34`` before, ``Division 92`` behind."""
_ENDS_UNIT = re.compile(r"\b(?:Division|Squadron|Battalion|Group|Detachment|Wing|Brigade|Regiment|Team)$")
_SPOKEN = re.compile(
    r"(?:\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    r"|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|oh|zero|dash|hyphen)[ -]){1,8}$",
    re.IGNORECASE,
)
"""The number of a house in words."""
_CODE_HEAD = re.compile(r"(?<![\w-])(?P<v>[A-Z]{1,5})(?:-[A-Z]{1,2}|[ \x1f][A-Z])?[ \x1f]{1,2}$")
"""``XEA 900 417 338``: capitals before a number, that are no word."""
_CODE_TAIL = re.compile(r"[ \x1f](?:USMC|USAF|USN|USA|USCG|[A-Za-z])(?=[ ]*(?:[.,;)\n]|$))")
_LETTER_TAIL = re.compile(r"[ \x1f][B-HJ-Zb-hj-z\d](?=[ \x1f])")
"""``7714 003 L placed``: the last letter of a serial, inside a sentence."""
_MAIL_TAIL = re.compile(r"[ ]?\.[ ]?[a-z]{2,10}(?![\w])|[ ](?P<rest>[a-z]{1,4})(?![\w@.-])")
_MAIL_HEAD = re.compile(r"(?<![\w.])[a-z][\w.]{1,11} $")
_WHOLE_DOMAIN = re.compile(r"\.(?:com|net|org|edu|gov|mil|us|example|info|law|health|clinic|biz|co|io|me|test)$")
_SHORT_LOCAL = 3  # signs before the at sign that are the end of a torn name
_MARKED = frozenset((C.DEVICE, C.PLAN_ID, C.VEHICLE))
_STATED = frozenset((C.LICENSE, C.VEHICLE))
_HULL_BEHIND = re.compile(r"[ \x1f]?\([A-Z]{1,5}(?:-[A-Z]{1,3})?[ -]?\d{1,4}\)")
"""``USS ROE (AH 17)``."""
_RANGE_BEHIND = re.compile(
    r"[ \x1f](?:Range|Bldg\.?|Building|Hangar|Gate|Ramp|Area)[ \x1f][A-Z]?-?\d{1,4}[A-Z]?(?![\w.])"
)
"""``Grafenwoehr Range 117``."""
_ATTACHED = re.compile(r"[A-Z]{1,2}(?!\w)")
_INITIAL_IN_SMALL = re.compile(
    r"[ ][b-hj-z](?=\.[ ]?[,;)]|[,;)]|\.[ ](?:[a-z]{2,}(?:ed|es)|is|was|has|had|and|said|told|wrote)\b)"
)
"""``bobby f., who``, in a letter without capitals."""
_INITIALS = re.compile(
    r"(?<![\w.'-])(?:(?-i:[A-Z])\.[ \x1f]?){1,3}(?:(?:v|d|de|van|von|der|den|la|al|le|du)\.?[ \x1f])?$"
)
"""``A. v. Roe-Doe``: initials and a particle before a surname."""
_SHORT_BEFORE = re.compile(
    r"(?<![\w.'-])(?:(?:Wm|Jas|Chas|Geo|Thos|Jos|Robt|Edw|Jno|Saml|Danl|Benj|Alex)\.?|[A-Z]-[A-Z]\.?)[ \x1f]$"
    r"|(?:^|(?<=[|>,;:(])|(?<=[|>,;:(][ ]))(?:[B-HJ-Z][ ]){1,2}$",
    re.MULTILINE,
)
"""``Wm. Roe``, ``J-R Roe``, ``W T ROE`` where a line or a field begins."""
_INITIAL_BEHIND = re.compile(
    r"[ \x1f][A-Z](?=[ ]*(?:[,(:;)|/]|\n|$)|\.?[ ]{2})"
    r"|,[ ][A-Z](?=[ ]*(?:\n|$)|[ ]{2}|[ ](?:MD|DO|PA|NP|PA-C|FNP|RN|OD|DC)\b)"
)
"""``Roe A``, as chats and portals have it."""
_JOINED = re.compile(r"[ \x1f](?:dash|hyphen)[ \x1f](?P<n>[A-Za-z][\w'-]{1,20})")
"""``Roe dash Doe``."""
_YEAR_BEHIND = re.compile(
    r"(?:\)?,?[ \x1f]{1,2}|[ ]?/[ ]?|[ ](?:weekend|week|night)(?:,| of)?[ ])(?:of )?"
    r"(?:19|20)\d\d(?![\w/-])|(?<= 19| 20)[ ]\d\d(?![\w/.-])"
)
_OTHER_END = re.compile(r"[ ]?[-–][ ]?\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)(?!\d)")
_SHORT_YEAR = re.compile(
    r"(?: comma)?,? (?:of )?(?:oh|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:one|two"
    r"|three|four|five|six|seven|eight|nine))?(?= comma| period|[.,;)\n])",
    re.IGNORECASE,
)
_SPOKEN_YEAR = re.compile(
    r"(?: comma)?,? (?:of )?(?:nineteen|twenty|two thousand)(?: (?:and )?(?:oh |twenty|thirty|forty|fifty"
    r"|sixty|seventy|eighty|ninety"
    r"|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)?[ -]?(?:one|two|three|four|five"
    r"|six|seven|eight|nine)?)\b",
    re.IGNORECASE,
)
_HAS_YEAR = re.compile(r"(?:18|19|20)\d\d|'\d\d|[-/.]\d\d$")
_PEOPLE = frozenset((C.PATIENT, C.RELATIVE, C.PROVIDER))
_DATES = frozenset((C.DATE, C.DOB))
_LABEL_END = re.compile(r"(?:licen[cs]e|lics?|no|number|plate|tag|[#:])[.:]?[ ]{1,4}$", re.IGNORECASE)
_BETWEEN_NAMES = re.compile(r"(?:[ \x1f]|-|\.[ \x1f])(?:[A-Za-z]\.?[ \x1f]|(?:dash|hyphen)[ \x1f])")
_BETWEEN_HALVES = re.compile(r"[ \x1f](?:and|&|of|of the|de|del|de la|am|at|for|y|[A-Z]\.)[ \x1f]")
_OF_CITY = re.compile(r"[ \x1f](?:of|de|del)[ \x1f]")
_OF_GOVERNMENT = re.compile(
    r"\b(?:City|County|Town|Township|State|Village|Borough|Parish|Port|University|Commonwealth)[ \x1f]of[ \x1f]$"
)
"""``City of Roe Fire Department``."""
_LETTERS_OF_TOWN = re.compile(r"(?<![\w.])(?:[A-Z]\. ?){1,2}$")
"""``S.F. CA 94116``."""
_WIDEST = 9
_REACH = 24
_FAR = 60


def completed(hits: Iterable[Hit], view: LetterView) -> Iterator[Hit]:
    """The hits, each as long as what it found is written: ``PSY-LIC-1124`` for ``1124``, ``Roe Pork, Inc.``"""
    for hit in hits:
        start, end = hit.start, hit.end
        number = hit.category in _NUMBERS or (hit.category is C.DATE and view[start:end].isdigit())
        if number and view[start].isalnum():
            start, end = _whole_number(view, hit.category, start, end)
        elif hit.category in _DATES:
            start, end = _whole_date(view, start, end)
        elif hit.category is C.CITY and end - start == 1:
            letters = _LETTERS_OF_TOWN.search(view.typed, max(0, start - _REACH), start)
            start = letters.start() if letters else start
        elif hit.category is C.EMAIL:
            start, end = _whole_mail(view, start, end)
        elif hit.category is C.STREET:
            spoken = _SPOKEN.search(view, max(0, start - _FAR), start)
            start = spoken.start() if spoken else start
            unit = UNIT_BEHIND.match(view, end)
            end = unit.end() if unit else end
        elif hit.category in (_NAMED if hit.verdict is Verdict.REDACT else _PEOPLE):
            start, end = _whole_name(view, hit.category, start, end)
        yield hit if (start, end) == (hit.start, hit.end) else replace(hit, start=start, end=end)


def bridges(hits: Iterable[Hit], view: LetterView) -> Iterator[Hit]:
    """What stands between two finds of one name: an initial, "and" between the halves of a business."""
    sure = [hit for hit in hits if hit.verdict is Verdict.REDACT and hit.category in _NAMED | {C.CITY}]
    ends: dict[int, set[C]] = {}
    for hit in sure:
        ends.setdefault(hit.end, set()).add(hit.category)
    for hit in sure:
        for end in range(hit.start - _WIDEST, hit.start):
            if any(_bridged(category, hit.category, view, end, hit.start) for category in ends.get(end, ())):
                yield replace(hit, start=end, end=hit.start)


def _bridged(before: C, behind: C, view: LetterView, start: int, end: int) -> bool:
    """Whether what stands between two finds joins them."""
    if before in _PEOPLE and behind in _PEOPLE:
        return _BETWEEN_NAMES.fullmatch(view, start, end) is not None
    if before in _BODIES and behind is C.CITY:
        return _OF_CITY.fullmatch(view, start, end) is not None
    return before is behind and behind is not C.CITY and _BETWEEN_HALVES.fullmatch(view, start, end) is not None


def _whole_number(view: LetterView, category: C, start: int, end: int) -> tuple[int, int]:
    """A number with the letters in front of it and behind it."""
    head, tail = _HEAD.search(view, max(0, start - _REACH), start), _TAIL.match(view, end)
    start = head.start() if head else start
    end = tail.end() if tail else end
    if any(char.isdigit() for char in view[start:end]):
        code, last = _CODE_HEAD.search(view.typed, max(0, start - _REACH), start), _CODE_TAIL.match(view, end)
        if code and (
            _is_code(view, code["v"])
            or (category in _STATED and code["v"].lower() in STATE_CODES - {"id"})
            or (category in _STATED and len(code["v"]) == 1 and _LABEL_END.search(view, 0, code.start()))
        ):
            start = code.start()
        if last and (len(last.group()) > 2 or category in _MARKED):
            end = last.end()
        attached = _ATTACHED.match(view.typed, end) if category in _MARKED | _STATED else None
        end = attached.end() if attached else end
        letter = _LETTER_TAIL.match(view, end) if category in _MARKED else None
        end = letter.end() if letter else end
    return start, end


def _whole_mail(view: LetterView, start: int, end: int) -> tuple[int, int]:
    """An address with the pieces that a scanner tore off: ``nephr o@clinic. example``, ``a@b.exam le``."""
    if not _WHOLE_DOMAIN.search(view, max(0, end - 12), end):
        tail = _MAIL_TAIL.match(view, end)
        rest = tail["rest"] if tail else None
        word = rest is not None and (rest in FUNCTION_WORDS or view.lexicon.english_tier(rest) >= _PLAIN)
        end = tail.end() if tail and not word else end
    local = view.find("@", start, end) - start
    head = _MAIL_HEAD.search(view, max(0, start - _REACH), start) if 0 < local < _SHORT_LOCAL else None
    return (head.start() if head and head.group().strip() not in FUNCTION_WORDS else start), end


def _is_code(view: LetterView, letters: str) -> bool:
    """Whether capitals before a number are part of it: no word, no short form, no label."""
    key = letters.lower()
    lexicon = view.lexicon
    plain = key in FUNCTION_WORDS or key in STATE_CODES
    return len(key) > 1 and not plain and key not in lexicon.abbreviations and not lexicon.is_known(key)


def _whole_date(view: LetterView, start: int, end: int) -> tuple[int, int]:
    """A date with the time of the day, the year or the other end of a time behind it."""
    for pattern in (_OTHER_END, _YEAR_BEHIND, _SPOKEN_YEAR, _SHORT_YEAR):
        if pattern is _YEAR_BEHIND and _HAS_YEAR.search(view, start, end):
            continue
        more = pattern.match(view, end)
        end = more.end() if more else end
    clock = _CLOCK.match(view, end) if view[end - 1 : end].isdigit() else None
    clock = clock or _HOUR.match(view, end)
    return start, clock.end() if clock else end


def _whole_name(view: LetterView, category: C, start: int, end: int) -> tuple[int, int]:
    """A name with its initials, its number, its legal form, and the rest of a torn word."""
    end = _rest(view, end)
    if category in _PEOPLE:
        before = _INITIALS.search(view.typed, max(0, start - _REACH), start)
        before = before or _SHORT_BEFORE.search(view, max(0, start - _REACH), start)
        start = before.start() if before else start
        joined = _JOINED.match(view, end)
        behind = _INITIAL_BEHIND.match(view.typed, end)
        if behind is None and view.caseless(start):
            behind = _INITIAL_IN_SMALL.match(view.typed, end)
        end = joined.end() if joined else behind.end() if behind else end
        word = _WORD_AS_NAME.match(view, end) if not view.caseless(end) else None
        if word and word["v"].lower() in FUNCTION_WORDS and word["v"] not in ("I", "The", "And", "He", "She"):
            end = word.end()
        rest = _LAST_IN_BRACKETS.match(view, end) if view[start - 1 : start] == "(" else None
        end = rest.end() if rest else end
    elif category is C.UNIT or _ENDS_UNIT.search(view, start, end):
        head, tail = _UNIT_HEAD.search(view, max(0, start - _REACH), start), _UNIT_TAIL.match(view, end)
        head = head or _SPOKEN.search(view, max(0, start - _FAR), start)
        start = head.start() if head else start
        end = tail.end() if tail else end
        guard = _GUARD.match(view, end) or _HULL_BEHIND.match(view.typed, end)
        end = guard.end() if guard else end
    elif category is C.STATION:
        part = _RANGE_BEHIND.match(view, end)
        end = part.end() if part else end
    elif category in _BODIES:
        whose = _OF_GOVERNMENT.search(view, max(0, start - _REACH), start)
        start = whose.start() if whose else start
        of_place = _OF_THE_PLACE.match(view, end)
        end = of_place.end() if of_place else end
        more = _BODY_NUMBER.match(view, end)
        form = COMPANY_FORM.match(view, more.end() if more else end)
        end = form.end() if form else end
    return start, end


def _rest(view: LetterView, end: int) -> int:
    """Where the word ends that a hit ends in; with the piece that a scanner tore off it, if that is no word."""
    rest = _REST_OF_WORD.match(view, end) if view[end - 1 : end].isalnum() else None
    if rest:
        return rest.end()
    torn = _TORN.match(view, end)
    if torn is None or view.caseless(end - 1) or torn["rest"] in FUNCTION_WORDS:
        return end
    lexicon, last = view.lexicon, _LAST_WORD.search(view, max(0, end - _REACH), end)
    whole = (last.group() + torn["rest"]).lower() if last else ""
    named = lexicon.is_name(whole) and lexicon.english_tier(torn["rest"]) < _PLAIN
    return torn.end() if named or not lexicon.is_known(torn["rest"]) else end
