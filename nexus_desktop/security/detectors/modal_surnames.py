"""Surnames that are verbs of mood, where capitals tell nothing: ``MR MAY HAS BEEN``, ``RE HERB MAY  SSN``.

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
_GIVEN = 1  # tier of given names from which a word counts as one


class ModalSurnameDetector(PhiDetector):
    """RELATIVE, or PROVIDER behind a doctor's title, in text without capitals of its own."""

    name = "surnames that are verbs of mood"

    def find(self, view: LetterView) -> Iterator[Hit]:
        for match in view.scan(_TITLED):
            if view.caseless(match.start("v")):
                doctor = match["title"].lower() in DOCTOR_TITLES
                yield Hit(*match.span("v"), C.PROVIDER if doctor else C.RELATIVE, 0.85, "a surname behind a title")
        for match in view.scan(_NAMED):
            given = match["given"].lower()
            if given in FUNCTION_WORDS or not view.caseless(match.start("v")):
                continue
            if view.lexicon.given_tier(given) >= _GIVEN:
                yield Hit(match.start("given"), match.end("v"), C.RELATIVE, 0.8, "a surname behind a given name")
