"""Numbers that a scanner tore into groups of their own, behind a label: ``SSN 3 7 5 - 4 4 - 9 0 1 2``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nexus_desktop.models.letter_models import PhiCategory as C
from nexus_desktop.security.detectors.base import Hit, PhiDetector, compiled
from nexus_desktop.security.letter_view import HARD, LetterView

_LABELS: tuple[tuple[str, C], ...] = (
    (r"ss\#|ssns?|s\.s\.n|social|soc", C.SSN),
    (r"(?:va~)?(?:file|claim)|c-?~?file|docket", C.VA_FILE),
    (r"service|svc|army|navy|serial~number", C.SERVICE_NO),
    (r"dod~?id|edipi", C.DOD_ID),
    (r"mrn|mr\#|chart|record|unit~number", C.MRN),
    (r"npi|dea|lic(?:ense)?|licen[cs]e|registration", C.LICENSE),
    (r"member|policy|plan|group|medicare|tricare", C.PLAN_ID),
    (r"s/n|sn|serial|device", C.DEVICE),
    (r"phone|ph|tel|telephone|cell|mobile|home|work", C.PHONE),
    (r"fax", C.FAX),
    (r"acct|account|invoice|ref|reference|id", C.ACCOUNT),
)
_TORN = compiled(
    rf"""(?<![A-Za-z])(?:{"|".join(f"(?P<{category.name}>{label})" for label, category in _LABELS)})(?![A-Za-z])\.?
    (?:~?(?:no|nr|number|num|id|\#)\b\.?|~sec(?:urity)?\b\.?(?:~(?:no|number)\b\.?)?)?[~:.\#(=]{{0,6}}
    (?P<v>(?:(?!(?:ID|NO|EP|IS|OF|IN|ON|AT|TO|US)\b)(?-i:[A-Z]{{1,2}})~)?\d{{1,4}}(?:(?:~?[-./]~?|~)\d{{1,4}}){{2,11}}[A-Z]?)(?!\w|[.,/-]\d)"""
)
_DATE = re.compile(r"\d{1,2} ?[-/.] ?\d{1,2} ?[-/.] ?(?:\d{4}|\d\d)|\d{4}-\d\d-\d\d")
_FEWEST, _MOST = 7, 16  # figures of such a number


class TornNumberDetector(PhiDetector):
    """Numbers of any kind by their label, however many groups they are in; dates left alone."""

    name = "torn numbers"

    def find(self, view: LetterView) -> Iterator[Hit]:
        for match in view.scan(_TORN):
            value = match["v"]
            digits = sum(map(str.isdigit, value))
            if not _FEWEST <= digits <= _MOST or _DATE.match(value) or view.is_kept(*match.span("v"), HARD):
                continue
            category = next(category for _, category in _LABELS if match[category.name])
            yield Hit(*match.span("v"), category, 0.8, f"follows a label of kind {category.value}")
