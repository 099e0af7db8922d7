"""Names that are verbs of mood, where capitals tell nothing: ``MR MAY HAS BEEN``, ``RE HERB MAY  SSN``.

Behind a title or a given name "may" and "will" are a name where what follows cannot follow a verb of mood: another
finite verb, a mark, or the end of a field.
"""

from __future__ import annotations

from collections.abc import Iterator

from nexus_desktop.models.letter_models import PhiCategory as C
from nexus_desktop.security.detectors.base import Hit, PhiDetector, compiled
from nexus_desktop.security.letter_view import LetterView
from nexus_desktop.security.vocabulary import CIVIL_TITLES, DOCTOR_TITLES, FUNCTION_WORDS, RANK_HEADS, either

_BEHIND = (
    r"(?='s\b|[.,;:)\]]|~{2}|~?$|~(?:has|had|is|was|does|did|says|said|states|stated|reports|reported|tells|told|served"
    r"|denies|complains|presented|came|went|began|lives|lived|worked|and|who|ss|ssn|dob|born|age|file|claim|va))"
)
_TITLED = compiled(
    rf"\b(?P<title>{either(sorted(CIVIL_TITLES | DOCTOR_TITLES | RANK_HEADS))})\b\.?~(?P<v>may|will){_BEHIND}"
)
_NAMED = compiled(rf"\b(?P<given>[a-z]{{2,14}})(?:~[a-z]\.?)?~(?P<v>may|will){_BEHIND}")
_LABELLED = compiled(
    r"""\b(?:name(?:~of~[a-z]{2,12})?|veteran|patient|claimant|pt|re)~?[:.][~]{1,16}
    (?:[a-z][\w'-]{1,20},~(?P<v>(?:may|will)(?:~[a-z][\w'-]{1,14}(?=[~]*(?:$|\()))?)\b|(?P<w>may|will)~(?:[a-z]\.?~)?[a-z][\w'-]{2,20})"""
)
"""``NAME: ROE, MAY ANN``, ``VETERAN: WILL T. ROE``."""
_ACTS = compiled(
    r"""\b(?P<v>may|will)(?='s\b|~(?:ate|had|has|was|is|did|does|said|says|told|tells|went|came|fell|saw|wrote|writes|slept|served
    |worked|got|took|felt|began|lived|lives|died|left|ran|drove|stood|lost|kept|knew|states|stated|reports|reported|denies|cannot
    |could|would|also~(?:had|was|did)))"""
)
"""The same again, before what no verb of mood stands before."""
_GIVEN = 1  # tier of given names from which a word counts as one


class ModalSurnameDetector(PhiDetector):
    """RELATIVE, or PROVIDER behind a doctor's title, in text without capitals of its own."""

    name = "surnames that are verbs of mood"

    def find(self, view: LetterView) -> Iterator[Hit]:
        for match in view.scan(_TITLED):
            if view.caseless(match.start("v")):
                doctor = match["title"].lower() in DOCTOR_TITLES
                yield Hit(*match.span("v"), C.PROVIDER if doctor else C.RELATIVE, 0.85, "a surname behind a title")
        known = set()
        for match in view.scan(_LABELLED):
            group = "v" if match["v"] else "w"
            if view.caseless(match.start(group)):
                known.add(match[group].split()[0].lower())
                yield Hit(*match.span(group), C.PATIENT, 0.85, "a given name behind a label")
        for match in view.scan(_ACTS) if known else ():
            if match["v"].lower() in known and view.caseless(match.start()):
                yield Hit(*match.span("v"), C.PATIENT, 0.8, "a known given name that does something")
        for match in view.scan(_NAMED):
            given = match["given"].lower()
            if given in FUNCTION_WORDS or not view.caseless(match.start("v")):
                continue
            if view.lexicon.given_tier(given) >= _GIVEN:
                yield Hit(match.start("given"), match.end("v"), C.RELATIVE, 0.8, "a surname behind a given name")
