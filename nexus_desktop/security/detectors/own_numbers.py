"""Numbers that the body which gave them explains: of a specimen in a laboratory, of the lot of an implant, and those
of which brackets say whose they are: ``HC-1907 (ours)``."""

from __future__ import annotations

from collections.abc import Iterator

from nexus_desktop.models.letter_models import PhiCategory as C
from nexus_desktop.security.detectors.base import Hit, PhiDetector, compiled
from nexus_desktop.security.letter_view import HARD, LetterView

_KINDS = "(?:SP|SU|SS|SR|CY|NP|PS|GS|HP|DP|BX|NG|FN|BM|SH|SC|CN|FNA)"
_SPECIMEN = compiled(
    rf"(?<![\w/-])(?:\d{{2,4}}[-: ]?{_KINDS}[-: ]?\d{{3,7}}"
    rf"|(?:{_KINDS}|S)\d{{2,4}}[-:]\d{{3,7}}|S-\d{{2}}-\d{{3,7}})(?![\w-])",
    ignore_case=False,
)
"""``19-SP-4471``, ``S24-11872``."""
_LOT = compiled(
    r"\b[Ll](?:ot|OT)~(?:(?:[Nn]o|[Nn]umber|NO)\.?~|\#~?|:~?)?(?P<v>(?=[A-Z\d-]{0,11}\d)(?=[A-Z\d-]{0,11}[A-Z])[A-Z\d][A-Z\d-]{4,11})(?![\w-])",
    ignore_case=False,
)
"""``lot TU02XK9``; the lot of a house has a shorter number."""
_WHOSE = compiled(
    r"(?<![\w/-])(?P<v>(?=[\w-]{0,12}\d)(?:[A-Z]{1,4}[- ]?)?\d[\d-]{2,10}[A-Z]?)[~]{1,3}\((?:ours?|mine|theirs"
    r"|our~(?:file|chart|number|no\.?|ref\.?|system)|this~(?:office|clinic)"
    r"|(?:office|clinic|practice|chart|hospital)~?(?:file|chart|number|no\.?|\#)?)\)",
    ignore_case=False,
)
"""``HC-1907 (ours)``."""


class OwnNumberDetector(PhiDetector):
    """MRN of a specimen or a chart, DEVICE of a lot."""

    name = "numbers of their own bodies"

    def find(self, view: LetterView) -> Iterator[Hit]:
        for pattern, category, group, reason in (
            (_SPECIMEN, C.MRN, 0, "the shape of the number of a specimen"),
            (_LOT, C.DEVICE, "v", "the number of a lot"),
            (_WHOSE, C.MRN, "v", "a number of which brackets say whose it is"),
        ):
            for match in pattern.finditer(view.typed):
                if not view.is_kept(*match.span(group), HARD):
                    yield Hit(*match.span(group), category, 0.9, reason)
