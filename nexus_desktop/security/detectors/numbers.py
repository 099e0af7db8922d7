"""Identifying numbers: by their label and by their shape.

Validity and check digits never lower a score: a number that fails them is still somebody's number, mistyped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from nexus_desktop.models.letter_models import PhiCategory as C
from nexus_desktop.security.detectors.base import Hit, PhiDetector, compiled
from nexus_desktop.security.detectors.number_labels import LABELS, NEEDS_SIGN
from nexus_desktop.security.letter_view import HARD, LetterView
from nexus_desktop.security.scanning import Anchor
from nexus_desktop.security.vocabulary import FUNCTION_WORDS, MONTHS, STATE_CODES, STATE_SHORT, STATES, either, words

_LINK = (
    r"(?:[\s:\#.=,;|(\[-]{0,8}(?:(?:no|nos|number|numbers|num|nr|id|ids|is|was|are|ending|ends|end|in|with|of"
    r"|claimant|veteran|"
    r"patient|last|four|digits|issued|the|4|state|registration|reg|here|now|on~file)\b\.?|['\"\#:]){0,1}){0,4}[\s:\#.=(\[-]{0,8}"
)
_CHUNK = r"[A-Za-z]{0,5}\d[\dA-Za-z]{0,24}"
_VALUE = (
    rf"(?P<v>(?:[A-Z]{{1,5}}[-.]|(?:(?-i:[A-Z]{{1,4}})|(?<=[:\#][ ])[A-Z]{{2,4}}|x?c|x?ss|ra|us|er|ng|fr|af|ao|b|ph)"
    rf"(?:~|~-~))?{_CHUNK}(?:"
    rf"(?:[-./_]|~-~){{1}}[\dA-Za-z]{{1,16}}|~\d{{2,6}}(?!\d|[/.:]\d)(?!~?(?:%|mg|percent|pages|years))|~\d(?=[.,;)\n]|$))"
    r"{0,8}(?:-[A-Z]\b)?)"
)
_IN_STATE = rf"(?P<state>(?:{either(STATES)}|{either(STATE_CODES)})[~:#]{{1,3}}(?=\w*\d))?"


def _pattern(category: C) -> re.Pattern[str]:
    state = _IN_STATE if category is C.LICENSE else ""
    value = (
        _VALUE.replace("(?-i:[A-Z]{1,4})", "[A-Z]{1,4}")
        if category in (C.LICENSE, C.VEHICLE, C.DEVICE, C.PLAN_ID)
        else _VALUE
    )
    if category is C.DEVICE:
        value = value.removesuffix(")") + r"(?:~(?=[A-Z]{0,3}\d)[\dA-Z]{4,16})?)"
    if category is C.VEHICLE:
        value = value.removesuffix(")") + r"(?:~(?-i:[A-Z])(?=[,.;)\n]|$))?)"
    return compiled(rf"(?<![A-Za-z])(?P<label>{LABELS[category][0]})(?![A-Za-z]){_LINK}{state}{value}")


_PATTERNS = {category: _pattern(category) for category in LABELS}
_MORE_OF_LIST = compiled(
    rf"(?:~~\([LR]\)|~~(?:left|right))?~~(?:,|and|&|/|;|,~and)~~{_VALUE}(?=~~\([LR]\)|~~(?:left|right)|[.,;\n]|$)"
)
_MASKED = compiled(
    r"(?<![\w*#])(?:[xX*\#•_]{2,3}(?P<s>[-~. ]{1,3})?[xX*\#•_]{2}[-. ]{0,3}|[xX*\#]{3,7}[-. ]?)[ ]?(?P<v>\d{4}"
    r"|\d(?:[ ]\d){3})(?!\d|[ ]\d)|"
    r"(?<!\d)\d{3}[- ][xX*]{2}[- ]\d{4}(?!\d)"
)
_SSN_SHAPE = compiled(
    r"(?<![\d-])(?!\d{3}[ ]\d{2}[ ]\d{4}[ ]\d{2,3}[ ]\d)\d{3}~?(?P<s>[-.~ \x7e|])~?\d{2}~?(?P=s)~?\d{4}(?![\d-]|\.\d)"
    r"|(?<![\w-])\d{3}~?-~?\d{2}~?-~?\d{4}(?!\d)"
)
_LAST_FOUR = compiled(
    r"""\b(?:last~?-?~?(?:four|4)|l4|ending|ends)\b(?:[~]?\.{2,3})?[^\d.\n;]{0,50}?(?P<v>\d{4}|\d(?:~\d){3})(?!\d|~\d)(?!~?(?:years|months|weeks|pages
    |visits))"""
)
_OF_CARD = compiled(r"\b(?:card|account|visa|acct)\b")
_OF_PERSON = compiled(r"ss|social|file|phone|claim|case")
_NO_PREFIX = (FUNCTION_WORDS - {"us", "er"}) | MONTHS | words("page tab vol item see dated seen visit room line part")
_SERVICE_SHAPE = compiled(
    r"\b(?:RA|US|ER|NG|FR|AF|AO|FV|FG|USMC)[~.-]?\d{2}[~-]?\d{3}[~-]?\d{3}\b|\bB~?-?~?\d{2}[~-]\d{2}[~-]\d{2}\b",
    ignore_case=False,
)
_PLATE = compiled(
    r"""\b(?:plates?|tags?)(?:~(?:no|number|of|for|on)\b\.?[^\n:\d]{0,40})?[:\#]~~
    (?P<v>(?=[A-Z0-9~-]{0,7}\d)(?:(?:[A-Z]{2}~)?[A-Z0-9]{1,4}(?:[-~][A-Z0-9]{2,4})?(?:~[A-Z]\b)?))(?![\w-])"""
)
_PLATE_WORDS = compiled(
    r"""\b(?:(?:licen[cs]e~|vanity~)plates?|plates?~(?:on|of|for)~(?:his|her|their|the|my|a)~[^.\n:;]{2,50}|(?:personal|vanity)~tag)(?::|~is|~reads|,)~
    "?(?P<v>(?-i:[A-Z\d]{2,8})(?:[ -](?-i:[A-Z\d]{1,5}))?)"?(?![\w-])"""
)
"""``the plate on his van, if you see him on the road: DSRT VT``: letters alone."""
_ICN = compiled(r"\b\d{10}V\d{6}\b")
_C_NUMBER = compiled(r"\bX?C(?:SS)?[~-]{0,2}(?:\d{1,2}[~-]\d{3}[~-]\d{3}|\d{7,9})\b", ignore_case=True)
_VA_GROUPS = compiled(
    r"""\b(?:VA|DVA|VBA|VARO|claims?|file|c-?~?file|claimant|RO|XC?|CC?)\b(?:[~\x23:.-]{0,4}|~{5,20})
    (?P<v>(?:(?-i:X?CC?|SS)[~-]{0,2})?(?:\d{1,2}[-~.]\d{3}[-~.]\d{3}|\d{3}[-~.]\d{3}[-~.]\d{3}
    |\d{2,3}~?\|~?\d{3}~?\|~?\d{3}|\d{8,9}))(?![\w-]|\.\d)"""
)
"""``VA 31-552-087``: a word for the agency or the claim, and the groups of a file number."""
_DOCKET = compiled(r"(?<![\w-])\d{2}-\d{2}~\d{3}[A-Z]?\b|(?<![\w-])\d{6}-\d{3,6}\b(?!-)")
_SERIAL_OF_LETTER = compiled(r"\bSer(?:ial)?[ \t]{1,60}(?P<v>[A-Z0-9]{1,6}/\d{3,6})\b")
_CAPTION = compiled(r"(?<=No\.[ ])\d{2}-\d{3,5}(?=[ ]*(?:\n|$))|(?<=No\.[ ])\d{2}-\d{3,5}(?=\(E\))")
_MBI = compiled(r"\b[1-9][A-Z][A-Z0-9]\d-?[A-Z][A-Z0-9]\d-?[A-Z]{2}\d{2}\b", ignore_case=False)
_VIN = compiled(r"\b(?=[A-Z]*\d)(?=[0-9]*[A-Z])[A-HJ-NPR-Z0-9]{17}\b", ignore_case=False)
_DEA = compiled(r"\b[ABCDEFGHJKLMPRSTUX][A-Z9]\d{7}\b", ignore_case=False)
_EIN = compiled(r"(?<![\d-])\d{2}-\d{7}(?!\d)")
_CARD = compiled(r"(?<![\d-])(?:\d{4}[- ]){3}\d{3,4}(?!\d)")
_PLAIN_CODES = STATE_CODES - words("in or me hi ok as la pa ma id de al co md mo oh va ct pr mt ms")
_PROFESSIONS = (
    r"(?:psychologist|physician|surgeon|nurse|dentist|chiropractor|optometrist|podiatrist|audiologist|pharmacist|therapist"
    r"|counselor|social~worker|practitioner|osteopath|attorney|agent|doctor|clinician|assistant)"
)
_STATE_NUMBER = compiled(
    rf"""(?<![A-Za-z])(?:{either(STATES)}|(?-i:{either(s.upper() for s in STATE_CODES)})|{either(_PLAIN_CODES)}
    (?=~[A-Z]{{1,3}}-?\d)|(?-i:{either(s.capitalize() for s in STATE_SHORT)})\.?|(?-i:[A-Z]\.~~[A-Z]\.))
    ~(?:(?:medical|state|psychology|nursing|board~of~\w+|{_PROFESSIONS})~){{0,2}}(?:\#~?|lic\.?~|no\.?~)?
    (?P<v>(?:(?-i:RN|APRN|ARNP|MD|DO|PA|NP|PT|OT|DC|RN/APRN|LCSW|PSY|ME|OS|AY|AT|PY|SW|MH|CH|DN|TPME)~
    (?:\#~?)?)?(?=[A-Z0-9. -]{{0,12}}\d{{3}})
    (?:(?-i:[A-Z]{{1,4}})(?:[-.]|~)?)?\d(?:\d{{1,2}}~\d{{3,4}}(?![\d~-])|[\d.-]{{2,14}})[A-Z]?(?:-[A-Z0-9]{{1,3}})?)(?![\w-])"""
)
_FILE_GROUPS = re.compile(r"\d{1,2}[- .]\d{3}[- .]\d{3}|\d{8,9}")
"""Behind "VA" a number of a claim, and no licence of Virginia."""
_TUMOUR_MARKERS = ("125", "19-9", "15-3", "27.29", "72-4")  # "CA 125" is no licence of California
_THREE_FIGURES = Anchor(re.compile(r"\d[\d.-]*\d[\d.-]*\d"), 140)
_BOARD_NUMBER = compiled(
    r"""\b(?:board~of~(?:medicine|nursing|psychology|medical~examiners|podiatry|optometry|audiology|physical~therapy
    |social~work|chiropractic)|(?-i:LICSW|LCSW|LCSW-R|LPC(?:-S|C)?|LMFT|LMHC|APRN|ARNP|FNP|RN|DPM|AuD|PsyD|PhD|DDS|DMD|DPT|PT|OT))
    [,:]?~(?:\#~?|no\.?~|lic\.?~)?(?P<v>[A-Z]{0,3}-?\d[\d-]{3,11}[A-Z]?)(?![\w-]|~?(?:mg|hours|patients|sessions|visits))"""
)
_HEADER_FOUR = compiled(r"(?<=\w)~~\((?P<v>[A-Z]-?\d{4})\)", ignore_case=False)
_INITIAL_FOUR = compiled(
    r"(?:^|(?<=[:;\x1f])"
    r"|(?<=\w,))~~(?P<n>[A-Z]'?[A-Z'-]{1,24},~~[A-Z][A-Z'.-]{0,20}(?:~[A-Z][A-Z.]{0,16}){0,2})~~[ ]{0,40}"
    r"(?P<v>[A-Z]-?\d{4})(?![\w.-])"
)
_TRACKING = compiled(
    r"(?<![\d-])(?:\d{4}[ ]){4,5}\d{2,4}(?!\d)|\b1Z~?[A-Z0-9]{3}~?[A-Z0-9]{3}(?:~?\d{2}){2}~?\d{4}~?\d{4}\b"
)
_OWN_NUMBER = compiled(
    r"""\b(?:his|her|their|our|your|my|the~patient's|the~veteran's)~(?:own~|chart~|file~|clinic~|hospital~|record~|case~)?(?:number|no\.|\#),?~
    (?:is~|was~|here~is~)?(?P<v>(?=[A-Z0-9 -]{0,14}\d{3})[A-Z]{0,4}[- ]?\d[\d-]{2,12})(?![\w/-])"""
)
"""``under his number, PWU 30552``."""
_PLATE_FREE = compiled(
    r"""\bplates?~(?:(?:no|number|of|is
    |reads)\b\.?~)?(?P<v>(?:[A-Z]{2}~?[*·|-]~)?(?=[A-Z0-9 -]{0,8}\d)[A-Z0-9]{2,4}(?:[ -][A-Z0-9]{2,6}){0,2}
    (?:~\([A-Z]{2}\))?)(?![\w-])"""
)
_PLAN_NAMED = compiled(
    r"""\b(?:policy|plan|insurance|insurer|ins|payer|coverage|carrier|hmo)\b\.?(?:~(?:is|with|no\.?|number)\b)?[:~]{1,3}
    (?P<v>(?!no\b|number\b|and\b|of\b|is\b)[a-z][\w&'-]{2,16}(?:~(?-i:[A-Z]{2,4}))?~[A-Z]{0,3}-?\d[\dA-Z-]{3,14}(?:[~-]\d{2,4}){0,3})(?![\w-]|~?(?:mg|percent|%))"""
)
"""``Policy: SUNSHINE H7719-04413``: the plan by its name, with the number."""
_STROKED = compiled(
    r"\b(?:report|ref(?:erence)?|file|case|our|letter)~?(?:no\b\.?|\#|number|ref)[:~]{1,3}(?P<v>[A-Z]{2,5}/\d{2,4}/\d{2,6})(?![\w/])"
)
_SHAPES: tuple[tuple[re.Pattern[str], C, float, str], ...] = (
    (_SSN_SHAPE, C.SSN, 0.9, "three, two and four digits"),
    (_MASKED, C.SSN, 0.9, "a masked number with four digits left"),
    (_SERVICE_SHAPE, C.SERVICE_NO, 0.9, "a service number's prefix and digits"),
    (_ICN, C.MRN, 0.95, "the shape of a VA master id"),
    (_C_NUMBER, C.VA_FILE, 0.9, "C and the digits of a file number"),
    (_VA_GROUPS, C.VA_FILE, 0.9, "the groups of a file number behind a word for it"),
    (_DOCKET, C.VA_FILE, 0.75, "the shape of a docket number"),
    (_SERIAL_OF_LETTER, C.ACCOUNT, 0.8, "the serial of a letter of the Navy"),
    (_CAPTION, C.VA_FILE, 0.85, "the number of a case in its caption"),
    (_MBI, C.PLAN_ID, 0.9, "the shape of a Medicare number"),
    (_VIN, C.VEHICLE, 0.8, "the shape of a vehicle number"),
    (_DEA, C.LICENSE, 0.85, "the shape of a DEA number"),
    (_EIN, C.LICENSE, 0.7, "the shape of a tax number"),
    (_CARD, C.ACCOUNT, 0.9, "the shape of a card number"),
    (_TRACKING, C.ACCOUNT, 0.85, "the shape of a tracking number"),
    (_OWN_NUMBER, C.MRN, 0.7, "follows words for one's number"),
    (_PLATE_FREE, C.VEHICLE, 0.8, "follows a word for a plate"),
    (_PLATE_WORDS, C.VEHICLE, 0.75, "follows a word for a plate"),
    (_STROKED, C.ACCOUNT, 0.7, "follows a label of kind ACCOUNT"),
    (_PLAN_NAMED, C.PLAN_ID, 0.75, "a plan and its number"),
)
_SMALL_PREFIX = re.compile(r"[:#] {0,3}(?P<v>[a-z]{1,4}[ -])$")
"""``acct: psr 11840``, in a letter without capitals."""
_VALUED = (_VA_GROUPS, _SERIAL_OF_LETTER, _OWN_NUMBER, _PLATE_FREE, _PLATE_WORDS, _STROKED, _PLAN_NAMED)
MEASURED = compiled(
    r"""~?(?:%|percent|mg|mcg|g\b|kg|ml|dl|cc|mm|cm|(?-i:m)\b|km|lbs?|pounds?|ft|feet|inch|in\b|hz|khz|db|degrees?|years?
    |months?|weeks?|days?|hours?|hrs|minutes?|pages?
    |images?|times|points?|units?|iu|x\b|rpm|mph|miles|meters|yards|jumps|dollars|people|veterans|patients
    |participants|subjects|men|women|service~members|soldiers)"""
)
_OF_LICENCE = re.compile(r"lics?\b|licen[cs]e")
_NUMBER_SIGN = re.compile(r"\.?[ ]*(?:no\.?|#|:)?[ ]*", re.IGNORECASE)
YEARS = re.compile(r"(?:19|20)\d\d(?:\s?[-/.]\s?(?:(?:19|20)?\d\d))?$")


class NumberDetector(PhiDetector):
    """Every number that announces itself by a label or a shape."""

    name = "numbers"

    def find(self, view: LetterView) -> Iterator[Hit]:
        for category, pattern in _PATTERNS.items():
            yield from self._labelled(view, category, pattern)
        for pattern, category, score, reason in _SHAPES:
            for match in view.scan(pattern):
                if not view.is_kept(match.start(), match.end(), HARD):
                    group = "v" if pattern in _VALUED else 0
                    yield Hit(*match.span(group), category, score, reason)
        for pattern in (_HEADER_FOUR, _INITIAL_FOUR):
            for match in view.scan(pattern):
                if not view.is_kept(*match.span("v"), HARD):
                    yield Hit(*match.span("v"), C.SSN, 0.7, "an initial and four digits behind a name, as VA does")
        for match in view.scan(_PLATE):
            yield Hit(*match.span("v"), C.VEHICLE, 0.8, "follows a word for a plate")
        yield from self._last_fours(view)
        yield from self._licences(view)

    def _licences(self, view: LetterView) -> Iterator[Hit]:
        """Numbers after a state, a board or a degree; five digits after a state may be a ZIP code."""
        for match in view.scan_near(_STATE_NUMBER, _THREE_FIGURES):
            value = match["v"]
            zip_code = re.fullmatch(r"\d{5}(?:-\d{4})?", value)
            marker = value in _TUMOUR_MARKERS and match.group()[:2] == "CA"
            marker = marker or (match.group()[:2] == "VA" and _FILE_GROUPS.fullmatch(value) is not None)
            if marker or view.is_kept(*match.span("v"), HARD) or sum(map(str.isdigit, value)) < 3:
                continue
            if not zip_code and not YEARS.search(value):
                yield Hit(*match.span("v"), C.LICENSE, 0.75, "a number after a state, as licences are written")
            elif zip_code and len(value) == 5:
                yield Hit(*match.span("v"), C.ZIP, 0.6, "five digits after a state")
        for match in view.scan(_BOARD_NUMBER):
            if not YEARS.fullmatch(match["v"]) and not view.is_kept(*match.span("v"), HARD):
                yield Hit(*match.span("v"), C.LICENSE, 0.75, "a number after a board or a degree")

    def _last_fours(self, view: LetterView) -> Iterator[Hit]:
        for match in view.scan(_LAST_FOUR):
            before = view[max(0, match.start() - 40) : match.start("v")]
            card = bool(_OF_CARD.search(before))
            if match.group()[:3].lower() == "end" and not (card or _OF_PERSON.search(before)):
                continue
            yield Hit(*match.span("v"), C.ACCOUNT if card else C.SSN, 0.9, "four digits after words for the last four")

    def _labelled(self, view: LetterView, category: C, pattern: re.Pattern[str]) -> Iterator[Hit]:
        least = LABELS[category][1]
        for match in view.scan(pattern):
            start, end = match.span("v")
            if view.is_kept(start, end, HARD) or not self._fits(view, match, least):
                continue
            if view.caseless(start) and not view[start].isalpha():
                prefix = _SMALL_PREFIX.search(view, max(0, start - 8), start)
                start = prefix.start("v") if prefix else start
            if category is C.LICENSE and match["state"] and len(match["state"]) < 5:  # "Lic. ME 98114"
                start = match.start("state")
            yield Hit(start, end, category, 0.95, f"follows a label of kind {category.value}")
            more = _MORE_OF_LIST.match(view, end) if category in (C.DEVICE, C.LICENSE, C.VA_FILE) else None
            if more and sum(map(str.isdigit, more["v"])) >= least:
                yield Hit(*more.span("v"), category, 0.9, "continues a list of such numbers")

    def _fits(self, view: LetterView, match: re.Match[str], least: int) -> bool:
        value, label = match["v"], " ".join(match["label"].lower().split())
        digits = sum(map(str.isdigit, value))
        between = view[match.end("label") : match.start("v")]
        letter = label.startswith("lic") and value.startswith("A ")  # "Licence A 91736"
        if re.match(r"[A-Za-z]+ ", value) and value.split()[0].lower() in _NO_PREFIX and not letter:
            return False
        if digits < least or (MEASURED.match(view, match.end("v")) and digits < 7):
            return False
        if YEARS.fullmatch(value) and not (_OF_LICENCE.match(label) and _NUMBER_SIGN.fullmatch(between)):
            return False
        if "\n" in between.rstrip(" ") and between.count("\n") > 1:
            return False
        if not NEEDS_SIGN.match(label) or re.search(r"[#:(]|\b(?:no|number|id|ending|nr)\b", between, re.IGNORECASE):
            return True
        mixed = digits >= 4 and any(map(str.isalpha, value)) and (value.upper() == value or "-" in value)
        return digits >= 6 or mixed or (digits >= 3 and label.startswith(("tag", "plate")))
