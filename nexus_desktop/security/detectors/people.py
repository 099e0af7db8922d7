"""Who is who in a letter: mentions become people, each with a role and the words that name them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import takewhile

from nexus_desktop.models.letter_models import PhiCategory as C
from nexus_desktop.security.detectors.name_cues import Mention, Role
from nexus_desktop.security.detectors.name_grammar import Name
from nexus_desktop.security.vocabulary import PARTICLES, SUFFIXES

CATEGORY = {Role.PATIENT: C.PATIENT, Role.RELATIVE: C.RELATIVE, Role.PROVIDER: C.PROVIDER, Role.SOMEONE: C.RELATIVE}


@dataclass(slots=True)
class Person:
    """One person: a role, the words of every form of the name, and how sure the best cue was."""

    number: int
    role: Role
    given: set[str] = field(default_factory=set)
    surnames: set[str] = field(default_factory=set)
    initials: set[str] = field(default_factory=set)
    monograms: set[str] = field(default_factory=set)
    """Two initials or more before a surname: all that stands for the given names."""
    score: float = 0.0

    @property
    def words(self) -> set[str]:
        return self.given | self.surnames

    @property
    def category(self) -> C:
        return CATEGORY[self.role]

    def add(self, mention: Mention) -> None:
        name = mention.name
        given, surnames = split(name)
        self.given |= given
        self.surnames |= surnames
        self.initials |= {part.key for part in name.parts if len(part.key) == 1}
        lead = list(takewhile(lambda part: len(part.key) == 1, name.parts))
        if len(lead) > 1:
            self.monograms.add("".join(part.key for part in lead))
        self.score = max(self.score, mention.score)


def split(name: Name) -> tuple[set[str], set[str]]:
    """(given names, surnames) of a name in lower case; of one word alone, it is both unless it is a nickname."""
    full = [part.key for part in name.full]
    nick = {part.key for part in name.nicknames if len(part.key) > 1}
    if not full:
        return {part.key for part in name.parts if part.key not in PARTICLES and part.key not in SUFFIXES} | nick, set()
    if name.surname_first:
        return set(full[1:]) | nick, {full[0]}
    lasts = {full[-1]}
    particle = next((at for at, part in enumerate(name.parts) if part.key in PARTICLES and at), None)
    if particle is not None:
        behind = {
            part.key
            for part in name.parts[particle:]
            if len(part.key) > 1 and part.key not in PARTICLES and part.key not in SUFFIXES
        }
        before = [part.key for part in name.parts[:particle] if len(part.key) > 1]
        lasts |= behind | ({before[-1]} if len(before) > 1 else set())
    return (set(full[:-1]) | nick, lasts) if len(full) > 1 else (nick, lasts)


class People:
    """The people of one letter."""

    def __init__(self) -> None:
        self.all: list[Person] = []

    def new(self, role: Role) -> Person:
        self.all.append(Person(len(self.all), role))
        return self.all[-1]

    def patient(self) -> Person | None:
        return next((person for person in self.all if person.role is Role.PATIENT), None)

    def bearers(self, word: str) -> list[Person]:
        return [person for person in self.all if word in person.words]

    def settle(self, mentions: Iterable[Mention]) -> list[tuple[Mention, Person]]:
        """Every mention with its person. Sure roles first, then the names whose role only comparison shows."""
        pairs: list[tuple[Mention, Person]] = []
        order = {Role.PATIENT: 0, Role.PROVIDER: 1, Role.RELATIVE: 2, Role.SOMEONE: 3}
        ranked = sorted(mentions, key=lambda m: (order[m.role], -m.score, -len(m.name.full), m.name.start))
        for mention in ranked:
            person = self._match(mention) or self._make(mention)
            person.add(mention)
            pairs.append((mention, person))
        return pairs

    def _make(self, mention: Mention) -> Person:
        role = mention.role
        if role is Role.SOMEONE:
            role = Role.RELATIVE if self.patient() else Role.PATIENT
        return self.new(role)

    def _match(self, mention: Mention) -> Person | None:
        """The person this mention may be of: same surname, and no given name or role that contradicts."""
        if mention.role is Role.PATIENT:
            patient = self.patient()
            return patient if patient is None or self._compatible(patient, mention) or mention.score < 0.9 else None
        given, surnames = split(mention.name)
        words = given | surnames
        shared = [p for p in self.all if not (words.isdisjoint(p.given) and words.isdisjoint(p.surnames))]
        known = [p for p in shared if self._compatible(p, mention)]
        if not known:
            return None
        if mention.role is Role.PROVIDER:
            return next((p for p in known if p.role is Role.PROVIDER), None)
        if mention.role is Role.RELATIVE:
            return next((p for p in known if p.role is Role.RELATIVE), None)
        best = sorted(known, key=lambda p: (p.role is not Role.PATIENT, -len(p.words & (given | surnames))))
        return best[0]

    def _compatible(self, person: Person, mention: Mention) -> bool:
        given, surnames = split(mention.name)
        alone = not given
        if alone:
            return bool(surnames & person.words)
        if not surnames & person.surnames and not (surnames | given) & person.words:
            return False
        if surnames & person.surnames:
            return not person.given or bool(given & person.given) or not _distinct(given, person, mention)
        return bool(given & person.given) and not person.surnames

    def words(self) -> dict[str, Person]:
        """Each name word with the person it is first of: the patient before relatives before providers."""
        rank = {Role.PATIENT: 0, Role.RELATIVE: 1, Role.SOMEONE: 1, Role.PROVIDER: 2}
        found: dict[str, Person] = {}
        for person in sorted(self.all, key=lambda p: (rank[p.role], p.number)):
            for word in person.words:
                found.setdefault(word, person)
        return found


def _distinct(given: set[str], person: Person, mention: Mention) -> bool:
    """Whether given names speak for two people: neither shares a start, as Bob and Bobby do, nor fits an initial."""
    for one in given:
        for other in person.given:
            if one[:3] == other[:3]:
                return False
        if one[0] in person.initials:
            return False
    initials = {part.key for part in mention.name.parts if len(part.key) == 1}
    return not (initials & {word[0] for word in person.given})
