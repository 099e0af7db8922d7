"""Finds the words of known names wherever they stand again: alone, shortened, misspelt, in file names, in any case."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nexus_desktop.models.letter_models import PhiCategory as C
from nexus_desktop.security.detectors.base import Hit
from nexus_desktop.security.detectors.kept_text import is_beside_medicine, is_eponym
from nexus_desktop.security.detectors.name_cues import Role
from nexus_desktop.security.detectors.name_frames import CLOSE, DETERMINERS, TITLES, is_framed
from nexus_desktop.security.detectors.name_grammar import CALENDAR, NO_NAME, is_particle
from nexus_desktop.security.detectors.name_places import file_names
from nexus_desktop.security.detectors.people import People, Person
from nexus_desktop.security.letter_view import HARD, LetterView, Word
from nexus_desktop.security.normalised import SOFT
from nexus_desktop.security.vocabulary import (
    FACILITY_ENDS,
    FUNCTION_WORDS,
    PARTICLES,
    PERSON_VERBS,
    RELATIONS,
    SUFFIXES,
)

_QUOTED_INITIALS = re.compile(r"[\"“](?P<n>[A-Z]\.?[A-Z]\.?(?:[A-Z]\.?)?)[,.]?[\"”]")
_INITIALS_BEHIND = re.compile(r"[_-][A-Z]{1,2}(?=[._ -]|$)")
"""``ROE_K.pdf``."""


def slips(word: str) -> set[str]:
    """The word and what is left when one letter of it goes: two words one slip apart share one of these."""
    return {word} | {word[:at] + word[at + 1 :] for at in range(len(word))}


class Spreader:
    """Looks for the words of known people in one view."""

    def __init__(self, view: LetterView, people: People, sure: set[str]) -> None:
        """``sure`` holds words that count in any letter case: the client's, as the attorney gave them."""
        self._view, self._people, self._sure = view, people, sure
        self._names = {
            w: p for w, p in people.words().items() if len(w) > 1 and w not in PARTICLES and w not in NO_NAME
        }
        for name, bearer in list(self._names.items()):
            for half in name.split("-") if "-" in name and name in bearer.surnames else ():
                if len(half) > 3 and view.lexicon.english_tier(half) < 4 and half not in NO_NAME:
                    self._names.setdefault(half, bearer)
        self._slips: dict[str, str] = {}
        for name in self._names:
            if len(name) >= 6:
                for form in slips(name):
                    self._slips.setdefault(form, name)

        self._pet = {
            form: p for p in people.all for given in p.given for form in self._forms(given) if form not in self._names
        }

    def _forms(self, given: str) -> set[str]:
        """Short and pet forms of a given name: those of the list, and its beginnings."""
        lexicon = self._view.lexicon
        starts = {given[:size] for size in range(3, len(given))} if len(given) > 4 else set()
        short = {
            s
            for s in starts
            if (
                lexicon.english_tier(s) == 0
                and (lexicon.given_tier(s) >= 1 or (len(s) > 3 and len(given) > 5 and not lexicon.is_known(s)))
            )
            or (lexicon.given_tier(s) >= 2 and lexicon.english_tier(s) < 6)
        }
        return {form for form in lexicon.nicknames.get(given, frozenset()) | short if form not in NO_NAME}

    def _learn(self) -> None:
        """Given names that stand nowhere but before a known surname: ``the sister of Marcus Tubbs``."""
        view = self._view
        for at in view.indices(self._names.keys()):
            person = self._names[view.words[at].key]
            if not at or view.words[at].key not in person.surnames or view.before(at) != " ":
                continue
            lead = view.words[at - 1]
            known = lead.key in self._names or lead.key in self._pet or lead.key in FUNCTION_WORDS
            if not known and view.lexicon.given_tier(lead.key) >= 2 and self._is_given(at - 1) and self._person_at(at):
                other = self._people.new(Role.RELATIVE)
                other.given.add(lead.key)
                other.surnames.add(view.words[at].key)
                other.score = 0.85
                self._names[lead.key] = other

    def find(self) -> Iterator[Hit]:
        self._learn()
        view = self._view
        at = 0
        while at < len(view.words):
            person = self._person_at(at)
            if person is None:
                yield from self._as_a_word(at)
                at += 1
                continue
            last = at
            while last + 1 < len(view.words) and (self._goes_on(last, person) or self._bridges(last, person)):
                last += 1
            first = self._start(at)
            yield self._hit(first, last, at, person)
            at = last + 1
        yield from self._in_file_names()
        yield from self._by_monogram()

    def _by_monogram(self) -> Iterator[Hit]:
        """``T.R.`` for T. R. Goodnight."""
        for person in self._people.all:
            for monogram in sorted(person.monograms | self._defined(person)):
                dotted = r"\.[ \x1f]?".join(monogram.upper())
                for match in re.finditer(rf"(?<![\w.-])(?:{dotted}\.|{monogram.upper()}(?![\w-]))", self._view.typed):
                    if self._view.kept[match.start()] != HARD:
                        yield Hit(
                            *match.span(), person.category, 0.8, "the initials of a known name", owner=person.number
                        )

    def _defined(self, person: Person) -> set[str]:
        """``Cornelius A. Brand ("CAB")``, ``Jean-Baptiste "J.B." Roe``: initials that the letter itself gives."""
        found: set[str] = set()
        firsts = {part[0] for given in person.given for part in (given, *given.split("-"))}
        lasts = {part[0] for given in person.given for part in given.split("-")[1:]} | {s[0] for s in person.surnames}
        for match in _QUOTED_INITIALS.finditer(self._view.typed):
            letters = match["n"].replace(".", "").lower()
            if letters[0] in firsts and letters[-1] in lasts:
                found.add(letters)
        return found

    def _as_a_word(self, at: int) -> Iterator[Hit]:
        """A known name where it could as well be a word: "obstacle" for Ms. Obstacle, in small letters, at the start of
        a sentence, or in a letter without capitals. Asked about, unless it is one of the commonest words, or follows an
        article and is none of the client's."""
        view, word = self._view, self._view.words[at]
        person = self._names.get(word.key) or self._pet.get(word.key)
        if person is None or len(word.key) < 3 or word.key in FUNCTION_WORDS or view.kept[word.start] == HARD:
            return
        before = view.words[at - 1] if at and view.before(at) in CLOSE else None
        if before is not None and before.key in DETERMINERS and word.key not in self._sure:
            return
        english = view.lexicon.english_tier(word.key)
        if view.caseless(word.start):
            doubtful = not view.is_kept(word.start, word.end) and not self._in_medicine(at)
        elif word.capital:
            doubtful = view.starts_sentence(at) and not view.is_kept(word.start, word.end)
            if doubtful and view.lexicon.weight(word.key) >= 0 and not word.shouted:  # "Mason" before "masonry"
                yield Hit(word.start, word.end, person.category, 0.6, "a known name at the start of a sentence")
                return
        else:
            doubtful = word.key in self._sure and english < 6
        if doubtful:
            yield Hit(word.start, word.end, person.category, 0.3, "a known name, or an ordinary word")

    def _person_at(self, at: int) -> Person | None:
        word = self._view.words[at]
        person = self._names.get(word.key)
        if person is not None:
            return person if self._is_name_here(at, person) else None
        person = self._pet.get(word.key)
        if person is not None and (word.capital or self._view.caseless(word.start)):
            return person if self._is_name_here(at, person) else None
        family = self._names.get(word.key.removesuffix("s")) if word.key.endswith("s") and word.capital else None
        if family is not None and word.key[:-1] in family.surnames and self._view.lexicon.english_tier(word.key) == 0:
            return family
        if "-" in word.key:
            for part in word.key.split("-"):
                if (
                    part in self._names
                    and len(part) > 3
                    and self._view.lexicon.english_tier(part) < 3
                    and not self._view.is_kept(word.start, word.end)
                ):
                    return self._names[part]
        return self._misspelt(word)

    def _misspelt(self, word: Word) -> Person | None:
        """The person whose name this is with one slip of six letters or more."""
        view = self._view
        if len(word.key) < 5 or not self._slips or not (word.capital or view.caseless(word.start)):
            return None
        if view.lexicon.is_known(word.key) or view.is_kept(word.start, word.end):
            return None
        if max(view.lexicon.surname_tier(word.key), view.lexicon.given_tier(word.key)) >= 3:
            return None
        for form in slips(word.key):
            name = self._slips.get(form)
            if (name and abs(len(name) - len(word.key)) <= 1 and name[0] == word.key[0]) or (
                name and word.key[1:] == name[1:]
            ):
                return self._names[name]
        return None

    def _is_name_here(self, at: int, person: Person) -> bool:
        view = self._view
        word = view.words[at]
        english = max(
            view.lexicon.english_tier(word.key),
            4 if view.lexicon.is_clinical(word.key) or word.key in view.lexicon.abbreviations else 0,
        )
        before = view.words[at - 1] if at and view.before(at) in CLOSE else None
        titled = before is not None and before.key in TITLES
        if titled and word.capital:
            return True
        if view.kept[word.start] == HARD or self._in_medicine(at):
            return False
        if view.caseless(word.start):
            bare = before is None or before.key not in DETERMINERS
            surely = word.key in self._sure and english < 6 and bare and word.key not in FUNCTION_WORDS
            return english < 3 or titled or surely or is_framed(view, at, person, self._names)
        if not word.capital:
            beside = (
                at + 1 < len(view.words)
                and view.gap(at) == " "
                and view.words[at + 1].key in person.words
                and view.words[at + 1].key != word.key
            )
            return (english == 0 and (len(word.key) > 3 or word.key in self._sure)) or (
                beside and word.key in self._sure
            )
        if english < 3:
            return True
        if view.is_kept(word.start, word.end) or self._in_phrase(at):
            return False
        return not view.starts_sentence(at) or self._acts(at)

    def _in_medicine(self, at: int) -> bool:
        return is_eponym(self._view, at) and is_beside_medicine(self._view, at)

    def _acts(self, at: int) -> bool:
        """Whether an ordinary word that opens a sentence does what a person does."""
        view = self._view
        gap = view.gap(at)
        if (
            view[view.words[at].end : view.words[at].end + 2] in ("'s", "'S")
            or gap[:1] in (",", "\n")
            or gap[:2] == "  "
        ):
            return True
        following = view.words[at + 1] if at + 1 < len(view.words) and view.gap(at) in CLOSE else None
        return following is not None and (
            following.key in PERSON_VERBS
            or (following.key.endswith("ed") and not following.capital and len(following.key) > 4)
            or following.key in self._names
            or following.initial
            or following.key in SUFFIXES
        )

    def _in_phrase(self, at: int) -> bool:
        """Whether a word that is also English stands in a capitalised phrase of other English words."""
        view = self._view
        for index, gap in ((at - 1, view.before(at)), (at + 1, view.gap(at))):
            if not 0 <= index < len(view.words) or gap not in (" ", "-"):
                continue
            if index < at and view.before(index) in (SOFT, "\n"):  # opens a line
                continue
            other = view.words[index]
            ordinary = view.lexicon.english_tier(other.key) >= 3 and not view.lexicon.is_name(other.key)
            role = (
                other.key in TITLES
                or other.key in RELATIONS
                or other.key in FUNCTION_WORDS
                or other.key in self._names
                or other.key in NO_NAME
            )
            if other.capital and ordinary and not role and not (index < at and view.starts_sentence(index)):
                return True
        return False

    def _goes_on(self, last: int, person: Person) -> bool:
        """Whether the next word belongs to the same mention: another part, an initial, a suffix."""
        view = self._view
        gap, following = view.gap(last), view.words[last + 1]
        if (
            following.key in SUFFIXES
            and gap in (" ", ", ", SOFT)
            and (following.capital or view.caseless(following.start))
            and following.text != "V"
        ):
            return True
        if (
            gap in (", ", ",")
            and (following.key in person.words or following.initial)
            and view.words[last].key in person.surnames
            and following.text != "I"
        ):
            return following.key in person.words or view.gap(last + 1)[:1] in (".", "\n", " ", ")")
        if gap not in (*CLOSE, ' "', '" ', '." ', " (", ") ", '" ', "-"):
            return False
        if following.initial:
            return following.text != "I" and (
                view.gap(last + 1)[:1] == "."
                or (last + 2 < len(view.words) and view.words[last + 2].key in person.words)
            )
        if gap.startswith(".") and not (view.words[last].initial or len(view.words[last].key) < 3):
            return False
        if is_particle(view, last + 1) and following.key not in ("e", "y"):
            return following.key != "do"
        return following.key in person.words and (following.capital or view.caseless(following.start))

    def _bridges(self, last: int, person: Person) -> bool:
        """``Henry Two Rivers Doe``: one or two capitals between a given name of the person and another part."""
        view = self._view
        if view.words[last].key not in person.given:
            return False
        for behind in range(last + 1, min(last + 4, len(view.words))):
            word = view.words[behind]
            if view.before(behind) != " " or not word.capital or view.caseless(word.start) or word.key in TITLES:
                return False
            if word.key in person.words and behind > last + 1:
                return word.key not in person.given
        return False

    def _start(self, at: int) -> int:
        """Takes in initials, particles and an unknown given name before a surname."""
        view = self._view
        first = at
        while first and view.before(first) in (*CLOSE, ".") and at - first < 3:
            before = view.words[first - 1]
            dotted = view.before(first).startswith(".")
            if (
                (before.initial and (dotted or before.text not in ("I", "A")))
                or (before.key == "st" and view.words[at].capital)
                or (
                    not dotted
                    and before.key in PARTICLES
                    and before.key not in ("e", "y", "do", "al", "of", "el", "la", "san", "st")
                    and view.words[at].capital
                    and before.key in view[view.words[at].start - 12 : view.words[at].start].lower()
                )
                or (not dotted and first == at and self._is_given(first - 1))
            ):
                first -= 1
            else:
                break
        return first

    def _is_given(self, index: int) -> bool:
        """Whether the word before a known surname is a given name that no cue gave away."""
        view = self._view
        word = view.words[index]
        if word.key in CALENDAR and word.capital:
            return any(word.key in person.given for person in self._people.all)
        if (
            not word.capital
            or word.key in NO_NAME
            or word.key in TITLES
            or word.key in FACILITY_ENDS
            or len(word.key) < 2
            or word.key in RELATIONS
        ):
            return False
        if (
            view.words[index + 1].key not in {s for p in self._people.all for s in p.surnames}
            or view.kept[word.start] == HARD
        ):
            return False
        given, english = view.lexicon.given_tier(word.key), view.lexicon.english_tier(word.key)
        if view.starts_sentence(index) and english >= 3:
            return given >= 3
        return given > 0 or (not view.lexicon.is_known(word.key) and not word.shouted)

    def _hit(self, first: int, last: int, at: int, person: Person) -> Hit:
        view = self._view
        start, end = view.words[first].start, view.words[last].end
        lead = view.words[first]
        fresh = first < at and len(lead.key) > 1 and lead.key not in person.words and lead.key not in PARTICLES
        if fresh and person.given and lead.key not in person.given:
            return Hit(start, end, C.RELATIVE, 0.85, "shares the surname of a known person")
        return Hit(
            start,
            end,
            person.category,
            max(0.8, min(person.score, 0.95)),
            "a name known from elsewhere in the letter",
            owner=person.number,
        )

    def _in_file_names(self) -> Iterator[Hit]:
        view = self._view
        joined = {w: p for w, p in self._names.items() if len(w) > 2}
        for person in self._people.all:
            for one in person.words:
                for other in person.words | {"st", "de", "la", "van"}:
                    if one != other and len(one + other) > 5:
                        joined.setdefault(one + other, person)
                        joined.setdefault(other + one, person)
            for given in person.given:
                joined.update({given[0] + surname: person for surname in person.surnames if len(surname) > 4})
        for start, end in file_names(view):
            key = view[start:end].lower()
            owner = joined.get(key)
            if owner is None and len(key) > 5:
                owner = next((p for w, p in joined.items() if len(w) > 4 and w in key), None)
            if owner is not None:
                initials = _INITIALS_BEHIND.match(view.typed, end)
                end = initials.end() if initials else end
                yield Hit(start, end, owner.category, 0.85, "a known name in the name of a file", owner=owner.number)
