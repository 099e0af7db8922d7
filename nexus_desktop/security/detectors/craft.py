"""Boats and ships by their registration, their hull number or the letters before their name."""

from __future__ import annotations

from collections.abc import Iterator

from nexus_desktop.models.letter_models import PhiCategory as C
from nexus_desktop.security.detectors.base import Hit, PhiDetector, compiled
from nexus_desktop.security.letter_view import HARD, LetterView
from nexus_desktop.security.vocabulary import STATE_CODES, either

_STATE = either(code.upper() for code in STATE_CODES)
_REGISTRATION = compiled(rf"(?<![\w-])(?:{_STATE})[~-]\d{{3,4}}[~-][A-Z]{{1,2}}(?![\w-])", ignore_case=False)
"""``OR 771 ZJ``: a state, digits, letters, as boats bear them."""
_NAMED = compiled(
    r"""\b(?P<v>(?:F/V|M/V|S/V|R/V|M/Y|S/Y|T/V|M\.V\.|MV|S/S)~(?:[A-Z][\w'-]{1,20}~?){1,4}?)(?=[,.;)\n]|~(?:[a-z]|\(|—|-)|$)
    | \b(?:the|her|his|own|a|our|their)~(?:fishing~|shrimp~|crab~|own~|tug~|sail~?|house)?(?P<w>(?:cutter|boat
    |trawler|tug|tugboat|ferry|freighter
      |tanker|schooner|sloop|yacht|towboat|barge|vessel|seiner|longliner|lightship|buoy~tender)~,?"?(?!Captain|Capt|Guard|Owner)[A-Z][a-z'-]{2,20}
      (?:~[A-Z][a-z'-]{2,20}){0,2})"?(?=[,.;)\n]|~(?:[a-z]|\(|\d)|$)""",
    ignore_case=False,
)
_HULL = compiled(
    r"(?<![\w-])(?:CV[ANSL]?|CVN|CVA|CVS|BB|DD|DDG|DE|DLG|FFG?|LHA|LHD|LPD|LPH|LSD|LST|LCC|SSN|SSBN|SSGN|AOE|WHEC|WMEC|WMSL)"
    r"-\d{1,4}(?![\w-])|(?<![\w-])(?:CVN?|CVA|BB|DDG|FFG|LHA|LHD|LPD|LST|SSBN|SSN)~\d{1,4}(?![\w/.-]|~\d)",
    ignore_case=False,
)
"""The number of a hull alone: ``CVA-34``, ``BB 64``. ``DD 214`` is a form."""
_TAIL = compiled(
    r"(?<![\w-])N[1-9]\d{1,3}[A-HJ-NP-Z]{1,2}(?![\w-]|\.\d)"
    r"|\b(?:[Aa]ircraft|AIRCRAFT|[Aa]irplane|[Tt]ail|TAIL|[Pp]lane|[Hh]elicopter|[Cc]essna|[Pp]iper|[Bb]eech\w*|[Bb]ell|[Rr]eg\.?)"
    r"(?:~(?:[Nn]o\.?|[Nn]umber|NO|NUMBER))?[:\#]?~(?P<v>N[1-9]\d{1,4}[A-HJ-NP-Z]{0,2})(?![\w-])",
    ignore_case=False,
)
"""``N482TA``: the registration of an aircraft."""
_SHORT_FOR = compiled(
    r"\b(?:[Tt]he|THE|[Oo]n|ON|[Aa]board|ABOARD|our|her|his)~(?P<v>[A-Z][A-Z'-]{0,7}|[A-Z][a-z'-]{2,12})~\((?=U\.?S\.?S\b|USNS|USCGC)",
    ignore_case=False,
)
"""``the GW (USS George Washington)``."""


class CraftDetector(PhiDetector):
    """VEHICLE of a boat, UNIT of a ship."""

    name = "craft"

    def find(self, view: LetterView) -> Iterator[Hit]:
        for pattern, category, group, reason in (
            (_REGISTRATION, C.VEHICLE, 0, "the shape of a boat's registration"),
            (_NAMED, C.VEHICLE, "v", "what stands before the name of a boat"),
            (_HULL, C.UNIT, 0, "the number of a hull"),
            (_TAIL, C.VEHICLE, 0, "the registration of an aircraft"),
            (_SHORT_FOR, C.UNIT, "v", "short for the ship in the brackets behind it"),
        ):
            for match in pattern.finditer(view.typed) if pattern is _TAIL else view.scan(pattern):
                group = "w" if pattern is _NAMED and match["w"] else group
                group = "v" if pattern is _TAIL and match["v"] else 0 if pattern is _TAIL else group
                if not view.is_kept(*match.span(group), HARD):
                    yield Hit(*match.span(group), category, 0.75, reason)
