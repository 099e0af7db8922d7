"""Names with the surname first: ``Doe, John`` at the head of a line, ``BIRDSONG, Everly D`` wherever it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nexus_desktop.security.detectors.name_cues import Mention, Role
from nexus_desktop.security.detectors.name_grammar import NO_NAME, Name, read_name
from nexus_desktop.security.letter_view import HARD, LetterView
from nexus_desktop.security.normalised import SOFT
from nexus_desktop.security.vocabulary import CREDENTIALS

_SURNAME_FIRST = re.compile(
    r"(?<![\w'.-])(?P<l>(?:(?:DE LA|DELA|DE|VAN DER|VAN|VON|MC|ST\.?) )?[A-Z][A-Z'’-]{2,20}(?:-[A-Z]{2,20})?), ?"
    r"(?P<g>[A-Z][a-z'-]{1,15}|[A-Z]{3,15})(?P<m>(?: [A-Z][a-z]?\b\.?| [A-Z][a-z]{2,14}){0,2})(?![\w'-])"
)
"""``BIRDSONG, Everly D``: a surname in capitals and a given name, wherever they stand."""
_REVERSED = re.compile(
    r"^[ \t]*(?P<l>[A-Z][A-Za-z'-]+(?: [A-Z][A-Za-z'-]+)?(?: (?:Jr|Sr|II|III|IV)\.?)?), ?(?=[A-Z])", re.MULTILINE
)


def surname_first(view: LetterView) -> Iterator[Mention]:
    """``of BIRDSONG, Everly D.``: told by the capitals of the surname, and by the lists or by no list at all."""
    lexicon = view.lexicon
    for match in _SURNAME_FIRST.finditer(view.typed):
        first, second = match["l"].lower().split()[-1], match["g"].lower()
        if view.caseless(match.start()) or first in NO_NAME or second in NO_NAME or first in CREDENTIALS:
            continue
        given, surname = lexicon.given_tier(second), lexicon.surname_tier(first)
        initial = len(match["m"].strip(" .")) in (1, 2)
        unknown = not lexicon.is_known(first) and not lexicon.is_known(second)
        line = view.line_of(match.start())[0] == match.start() and lexicon.english_tier(first) < 5
        unknown = unknown and len(first) > 3 and len(second) > 3 and view[match.end() : match.end() + 2] != " ("
        sure = (
            (line and given >= 2)
            or (given >= 2 and (surname or not lexicon.is_known(first)))
            or (initial and (surname or given))
            or unknown
        )
        clinical = lexicon.is_clinical(first) or lexicon.is_clinical(second) or first in lexicon.abbreviations
        if not sure or (clinical and not (given >= 2 and initial)) or view.is_kept(*match.span(), HARD):
            continue
        parts = tuple(view.words_in(match.start(), match.end()))
        if len(parts) > 1:
            yield Mention(
                Name(match.start(), match.end(), parts, (), True),
                Role.SOMEONE,
                0.85,
                "a surname in capitals and a name",
            )


def surname_lines(view: LetterView) -> Iterator[Mention]:
    """``Doe, John`` alone at the start of a line: a page header or a table."""
    for match in view.scan(_REVERSED):
        index = view.first_word(match.start("l"))
        name = read_name(view, index, surname_first=True)
        if not name or not name.surname_first or len(name.full) < 2 or view.is_kept(name.start, name.end):
            continue
        first, second = name.full[0], name.full[-1]
        listed = view.lexicon.surname_tier(first.key) >= 1 and view.lexicon.given_tier(name.full[1].key) >= 2
        if (
            listed
            and view.name_weight(first) + view.name_weight(second) >= 2
            and SOFT not in view[name.start : name.end]
        ):
            yield Mention(name, Role.SOMEONE, 0.8, "surname and given name at the start of a line")
