"""Forms and tables: values that stand under their labels, in columns or on the next line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nexus_desktop.models.letter_models import PhiCategory as C
from nexus_desktop.security.detectors.base import Hit, PhiDetector
from nexus_desktop.security.letter_view import HARD, LetterView

_SEGMENT = re.compile(r"[^\s|](?:[^\n|]*?[^\s|])??(?=[ \x1f]{2,}|[ ]*\||[ ]*\n|[ ]*$)")
_ITEM = re.compile(r"[ ]*(?:\d{1,3}[A-Za-z]?[.)][ ]*|[A-Z][.)][ ]+)")
_HINT = re.compile(r"\([^()]{0,60}\)|[\[\]☐☒_]")
_LEAST_LABELS = 2
_ROWS = 40  # of one table
_OWNER = (
    r"(?:claimant/veteran|veteran/claimant|patient/veteran|veteran/patient|veteran|claimant|patient|appellant|applicant|member|client|examinee"
    r"|subject)(?:'s)?"
)
_LABELS: tuple[tuple[C | None, str], ...] = (
    (None,
     (r"state|sex|gender|age|branch|relation(?:ship)?|condition.*|diagnosis|dx|finding.*|result.*|dose|medication"
      r"|drug|test|title|grade|rank|pay grade|mos|comments?|remarks?|notes?|country|race|rating|percent|code|icd.*"
      r"|units?|value|range")),
    (C.SSN,
     (rf"(?:{_OWNER} )?(?:ssn|soc(?:ial)?\.? ?sec(?:urity)?\.?(?: (?:no\.?|number|#))?|ss ?#|last (?:4"
      rf"|four)(?: of ssn)?)")),
    (C.DOB, rf"(?:{_OWNER} )?(?:dob|d\.o\.b\.?|date of birth|birth ?date|born)"),
    (C.VA_FILE,
     (rf"(?:{_OWNER} )?(?:va )?(?:c-?file|claim|file|docket|case)(?: (?:no\.?|number|#))|va (?:no\.?|number|#|file"
      rf"|claim)|c-?(?:file|number|no\.?)")),
    (C.SERVICE_NO, r"(?:service|serial) (?:no\.?|number|#)|svc\.? (?:no\.?|#)"),
    (C.DOD_ID, r"(?:dod id|edipi)(?: (?:no\.?|number|#))?"),
    (C.MRN,
     (r"mrn|chart(?: (?:no\.?|number|#))?|med(?:ical)? rec(?:ord)?(?: (?:no\.?|number|#))?|icn"
      r"|accession(?: (?:no\.?|number|#))?|patient (?:id|no\.?|number)")),
    (C.PLAN_ID, r"(?:policy|member|group|subscriber|insurance|plan|medicare|tricare)(?: (?:no\.?|number|#|id))+"),
    (C.ACCOUNT, r"(?:account|acct\.?|invoice|reference|ref\.?|order)(?: (?:no\.?|number|#))?"),
    (C.FAX, r"fax(?: (?:no\.?|number|#))?"),
    (C.PHONE,
     (r"(?:home|cell|work|day(?:time)?|evening|mobile|office|alternate|examiner's|contact)? ?(?:tel|phone|telephone"
      r"|cell|mobile)\.?(?: (?:no\.?|number|#))?(?:/fax(?: numbers?)?)?")),
    (C.EMAIL, r"e-?mail(?: address)?"),
    (C.CITY, r"city|town|city/town|home ?town"),
    (C.COUNTY, r"county|parish"),
    (C.ZIP, r"zip(?: ?code)?|postal code"),
    (C.STREET,
     (rf"(?:{_OWNER} |mailing |home |street |current |examiner's |provider(?:'s)? )?(?:address|street)(?: line \d)?")),
    (C.LICENSE,
     (r"(?:driver'?s? |medical |state |professional )?lic(?:ense)?\.?(?: (?:no\.?|number|#))?(?: and state)?"
      r"|npi(?: (?:no\.?|number|#))?|national provider identifier.*|dea.*")),
    (C.VEHICLE, r"vehicle|(?:license )?plate(?: (?:no\.?|number|#))?|vin|tag(?: (?:no\.?|number|#))?"),
    (C.DEVICE, r"serial(?: (?:no\.?|number|#))?|device(?: (?:no\.?|number|#|id))"),
    (C.FACILITY,
     (r"(?:provider or |name of |treating |medical )?(?:facility|clinic|hospital|practice)(?: name"
      r"| or provider name)?|place|location|site|where treated")),
    (C.EMPLOYER, r"(?:current |last |name of )?employer(?:'s)?(?: name)?|company|school"),
    (C.DATE,
     (r"(?:exam(?:ination)? |visit |service )?dates?(?: of (?:service|visit|exam(?:ination)?|treatment))?"
      r"|date (?:signed|of examination|received|entered|released)|from|to|visit")),
    (C.RELATIVE,
     (r"next of kin|nok|spouse(?:'s)?(?: name)?|emergency contact(?: name)?|contact(?: name| person)?"
      r"|witness(?:'s)?(?: name)?|caregiver|dependents?(?:'? names?)?|informant|mother|father")),
    (C.PROVIDER,
     (r"(?:treating |attending |referring |ordering )?(?:provider|physician|examiner|clinician|doctor|practitioner"
      r"|author|signer|seen by|ordered by)(?:'s)?(?: (?:name|printed name|signature))?(?: and (?:title|degree"
      r"|credentials))?|printed name.*|examiner's (?:signature|printed name.*)|representative|signature")),
    (C.PATIENT,
     (rf"(?:name(?: of)? )?{_OWNER}(?: full| legal| last| first| middle)?(?: name)?|(?:last|first|middle|full|given"
      rf"|family|legal)(?: name)?|m\.?i\.?|middle initial|name")),
)  # fmt: skip
_COMPILED = tuple((category, re.compile(pattern, re.IGNORECASE)) for category, pattern in _LABELS)
_NAMES = (C.PATIENT, C.RELATIVE, C.PROVIDER)
_LEAST_DIGITS = {C.SSN: 4, C.DOB: 4, C.VA_FILE: 5, C.SERVICE_NO: 5, C.DOD_ID: 8, C.PHONE: 7, C.FAX: 7,
                 C.ZIP: 5, C.DATE: 3,
                 C.LICENSE: 3, C.VEHICLE: 2, C.DEVICE: 3, C.MRN: 3, C.PLAN_ID: 4, C.ACCOUNT: 3}  # fmt: skip
_NO_VALUE = re.compile(
    r"(?:n/?a|none|same|see .*|unknown|not .*|yes|no|present|blank|same as .*|attached|\W*)$|.*[:?]$"
    r"|\d{1,2}[A-Za-z]?[.)] .*",
    re.IGNORECASE,
)
_NAME_VALUE = re.compile(r"[^\W\d_][\w.,'’\"() -]{0,60}$")


@dataclass(frozen=True, slots=True)
class Field:
    """The value of a form's field: its place, and the kind of thing its label announces."""

    start: int
    end: int
    category: C


def fields(view: LetterView) -> Iterator[Field]:
    """Values under the labels of a row or a form, names of people included."""
    lines = view.lines
    number = 0
    while number + 1 < len(lines):
        labels = _labels(view, lines[number])
        known = [label for label in labels if label[2] is not None]
        if not known or not (len(known) >= _LEAST_LABELS or (len(labels) == 1 and _is_item(view, lines[number]))):
            number += 1
            continue
        table = len(known) >= _LEAST_LABELS
        for row in range(number + 1, min(number + 1 + (_ROWS if table else 1), len(lines))):
            if view.count("\n", lines[row - 1][1], lines[row][0]) > 1:
                break
            values = _segments(view, lines[row])
            ended = any(_ENDS_TABLE.match(view, first) for first, _ in values)
            if ended or _labelled_line(values, view) or (table and len(values) < 2 and len(labels) > 2):
                break
            yield from _values(view, labels, values)
        number += 1


def _segments(view: LetterView, line: tuple[int, int]) -> list[tuple[int, int]]:
    return [match.span() for match in _SEGMENT.finditer(view, *line)]


def _labels(view: LetterView, line: tuple[int, int]) -> list[tuple[int, int, C | None]]:
    """The segments of a line with the kind each announces; nothing if one of them is no label."""
    start, end = line
    if end - start > 200:
        return []
    found: list[tuple[int, int, C | None]] = []
    for first, last in _segments(view, line):
        kind = _kind(view[first:last])
        if kind is _UNKNOWN:
            return []
        found.append((first, last, kind if isinstance(kind, C) else None))
    return found


_UNKNOWN = object()
_ENDS_TABLE = re.compile(r"\[[ xX]?\]|[xX]\] |[\u2610-\u2612]|\d{1,2}[.)] [A-Z]{3}")
"""Boxes to tick and the heading of the next item: no value of the labels above."""


def _kind(text: str) -> object:
    """The category a label announces, None for one that announces no identifier, _UNKNOWN for a text that is none."""
    item = _ITEM.match(text)
    bare = _HINT.sub(" ", text[item.end() if item else 0 :]).replace(".....", "").strip(" :.#*-_?").lower()
    bare = " ".join(bare.split())
    if not bare or len(bare) > 60:
        return _UNKNOWN
    for category, pattern in _COMPILED:
        if pattern.fullmatch(bare) or pattern.fullmatch(bare + "."):
            return category
    return _UNKNOWN


def _is_item(view: LetterView, line: tuple[int, int]) -> bool:
    """Whether a line is the label of a numbered item, or one in capitals, or ends in a colon."""
    text = _HINT.sub(" ", view.typed[slice(*line)])
    return bool(_ITEM.match(text)) or text.rstrip().endswith(":") or (text.isupper() and len(text) > 3)


def _labelled_line(values: list[tuple[int, int]], view: LetterView) -> bool:
    """Whether a row is a row of labels itself."""
    kinds = [_kind(view[start:end]) for start, end in values]
    return (
        bool(kinds)
        and all(kind is not _UNKNOWN for kind in kinds)
        and any(view[e - 1] == ":" or len(kinds) > 1 for _, e in values)
    )


def _values(
    view: LetterView, labels: list[tuple[int, int, C | None]], values: list[tuple[int, int]]
) -> Iterator[Field]:
    for at, (start, end) in enumerate(values):
        if len(values) == len(labels):
            category = labels[at][2]
        else:
            column = start - view.rfind("\n", 0, start)
            category = min(labels, key=lambda label: abs(label[0] - view.rfind("\n", 0, label[0]) - column))[2]
        if category is not None and _fits(view[start:end], category) and not view.is_kept(start, end, HARD):
            yield Field(start, end, category)


def _fits(value: str, category: C) -> bool:
    if _NO_VALUE.match(value) or len(value) > 80:
        return False
    if category in _NAMES:
        return bool(_NAME_VALUE.match(value)) and len(value.split()) < 7
    if category is C.EMAIL:
        return "@" in value
    if category in _LEAST_DIGITS:
        return sum(map(str.isdigit, value)) >= _LEAST_DIGITS[category]
    if category is C.STREET and not any(map(str.isdigit, value)):
        return False
    return any(map(str.isupper, value))


class FormFieldDetector(PhiDetector):
    """What stands under a label, names of people apart: the detector of names asks for these itself."""

    name = "form fields"

    def find(self, view: LetterView) -> Iterator[Hit]:
        for field in fields(view):
            if field.category not in _NAMES:
                yield Hit(field.start, field.end, field.category, 0.85, "stands under a label in a form or a table")
