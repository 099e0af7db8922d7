"""PATIENT, RELATIVE and PROVIDER: cues make people, and people are found again everywhere."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from nexus_desktop.models.letter_models import PhiCategory as C
from nexus_desktop.security.detectors.base import Hit, PhiDetector
from nexus_desktop.security.detectors.name_announced import announced
from nexus_desktop.security.detectors.name_clauses import by_clause, in_lists, speakers
from nexus_desktop.security.detectors.name_cues import Mention, Role, by_rate, related, titled
from nexus_desktop.security.detectors.name_grammar import Name
from nexus_desktop.security.detectors.name_labels import by_print, honoured
from nexus_desktop.security.detectors.name_places import (
    closing,
    in_forms,
    labelled,
    with_degrees,
)
from nexus_desktop.security.detectors.name_reversed import surname_first, surname_lines
from nexus_desktop.security.detectors.name_spread import Spreader
from nexus_desktop.security.detectors.name_sweep import census_pairs
from nexus_desktop.security.detectors.other_patients import other_patients
from nexus_desktop.security.detectors.people import People, Person
from nexus_desktop.security.letter_view import HARD, WORD, LetterView, Word
from nexus_desktop.security.lexicon import folded

_SOURCES = (
    labelled, in_forms, titled, honoured, by_rate, related, with_degrees, announced, by_clause, closing, surname_lines,
    surname_first, speakers, by_print,
)  # fmt: skip


class NameDetector(PhiDetector):
    """Every name of a person that a cue or a known name gives away. ``client`` holds full names of the client."""

    name = "names"

    def __init__(self, client: tuple[str, ...], taken: bytearray) -> None:
        super().__init__()
        self._client = client
        self._taken = taken  # 1 where a place, a body or a number was found

    def find(self, view: LetterView) -> Iterator[Hit]:
        people = People()
        sure = _seed(people, self._client)
        mentions = [m for source in _SOURCES for m in source(view)]
        mentions += census_pairs(view, self._taken)
        mentions += in_lists(view, mentions)
        mentions = [m for m in mentions if not view.is_kept(m.name.start, m.name.end, HARD)]
        for mention, person in people.settle(mentions):
            yield Hit(
                mention.name.start,
                mention.name.end,
                person.category,
                mention.score,
                mention.reason,
                owner=person.number,
            )
        yield from Spreader(view, people, sure).find()
        client = [name for name in map(_parsed, self._client) if name is not None]
        yield from other_patients(view, mentions, client)
        yield from _signed_initials(view, people)


class KnownNames(PhiDetector):
    """Only what is known beforehand: the client, and words that ``was_name`` says were redacted as names."""

    name = "known names"

    def __init__(self, client: tuple[str, ...], was_name: Callable[[str], bool]) -> None:
        super().__init__()
        self._client, self._was_name = client, was_name

    def find(self, view: LetterView) -> Iterator[Hit]:
        people = People()
        sure = _seed(people, self._client)
        words = {part for word in view.words for part in (word.key, *word.key.split("-"))}
        redacted = {word for word in words if len(word) > 1 and self._was_name(word)}
        if redacted:
            person = people.new(Role.SOMEONE)
            person.surnames |= redacted
        yield from Spreader(view, people, sure).find()


def _seed(people: People, client: tuple[str, ...]) -> set[str]:
    """The client as a person, and the words that count in any letter case."""
    sure: set[str] = set()
    named = [name for name in map(_parsed, client) if name is not None]
    if named:
        patient = people.new(Role.PATIENT)
        for name in named:
            patient.add(Mention(name, Role.PATIENT, 0.99, "the client's name"))
            sure |= {part.key for part in (*name.full, *name.nicknames)}
    return sure


def _parsed(name: str) -> Name | None:
    """A name as the attorney typed it, in any order and case."""
    plain = folded(name)
    parts = tuple(Word(m.start(), m.end(), m.group().capitalize(), m.group()) for m in WORD.finditer(plain))
    turned = "," in plain and plain.split(",", 1)[1].strip(" .") not in ("jr", "sr", "ii", "iii", "iv")
    return Name(0, len(plain), parts, (), turned) if parts else None


def _signed_initials(view: LetterView, people: People) -> Iterator[Hit]:
    """``TW`` alone on a line, or after a dash or a full stop at its end, for a person with these initials."""
    by_initials: dict[str, Person] = {}
    for person in people.all:
        for given in person.given:
            for surname in person.surnames:
                by_initials.setdefault(given[0] + surname[0], person)
    for at, word in enumerate(view.words):
        if len(word.key) not in (2, 3) or not (word.shouted or view.caseless(word.start)):
            continue
        bearer = by_initials.get(word.key[0] + word.key[-1])
        if bearer is not None and _signs(view, at):
            category = bearer.category if bearer.role is Role.PROVIDER else C.RELATIVE
            yield Hit(word.start, word.end, category, 0.75, "initials of a known person")


def _signs(view: LetterView, at: int) -> bool:
    """Whether a word stands alone on its line, or at its end behind a dash or the end of a sentence."""
    word = view.words[at]
    start, end = view.line_of(word.start)
    if view[start:end].strip(" -—.,>") == word.text:
        return True
    if start == word.start and re.match(r"[/:](?:typed|dictated|[a-z]{2,3}$)", view[word.end : end]):
        return True
    if view[word.end : end].strip(" .)]"):
        return False
    dashed = view[max(start, word.start - 3) : word.start].strip()[-1:] in ("-", "—", "!", "/")
    return dashed or (not view[word.end : end].strip() and view.before(at) in ("! ", " - ", ". ", "? ", "-"))
