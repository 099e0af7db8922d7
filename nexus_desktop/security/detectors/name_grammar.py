"""How a person's name is written: parts, initials, particles, nicknames, suffixes, surname first.

``read_name`` reads forward from a word, ``read_back`` backward to one. Both need a cue that a name is there; neither
decides on its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from nexus_desktop.security.letter_view import HARD, LetterView, Word
from nexus_desktop.security.normalised import SOFT
from nexus_desktop.security.vocabulary import (
    CIVIL_TITLES,
    CREDENTIALS,
    DOCTOR_TITLES,
    FACILITY_ENDS,
    FUNCTION_WORDS,
    PARTICLES,
    RANK_HEADS,
    RELATIONS,
    STATE_CODES,
    STATES,
    STRONG_CREDENTIALS,
    SUFFIXES,
    TELLING_VERBS,
    words,
)

NO_NAME = (FUNCTION_WORDS - words("will may an or so art do my can don me van")) | words(
    "veteran veterans claimant appellant patient patients dear ssn dob edipi icn mrn ss date subject subj re file "
    "claim claims docket va c-file letter nexus "
    "statement opinion report examination exam history medical department social security number phone fax tel cell "
    "age male female born address sex "
    "usaf usa usn usmc uscg army navy retired ret military service dba llc pllc inc llp pc sincerely respectfully "
    "regards signature signed printed name title "
    "center clinic hospital university doctor physician nurse psychologist therapist attorney counsel counselor "
    "examiner provider licensed certified board "
    "telephone facility emergency contact diagnosis summary subjective objective assessment plan treatment review "
    "section part form opinion's records thank thanks "
    "physicians please current present chronic bilateral mailing email e-mail relationship spouse's witness cc "
    "enclosures enclosure encl reference issue issues "
    "regarding secondary direct service-connected separation active duty mos dd u.s us united states sir madam "
    "member policy group account order status evaluation "
    "attorney notary public first last middle right left marine marines soldier sailor airman vet pt dx hx "
    "impression findings rationale conclusion reason reasons nature rank grade era dates clinical medicare "
    "january february july september october november december monday tuesday wednesday thursday friday saturday "
    "sunday dates unit reply acct chart bva board license npi dept corps d.o.b s.s.n"
)  # fmt: skip
NAMES_TOO = words("page branch case judge")
"""Words of every letter's furniture that many people are called; see ``_is_surname_here``."""
CALENDAR = words(
    "january february july september october november december monday tuesday wednesday thursday friday saturday sunday"
)
"""Words of the calendar that are hardly names; those that often are (April, May, June) are judged like any other."""
_NO_SURNAME = words("see pain back well right left so can may will do an own near much even still late")
_STATE_WORDS = frozenset(" ".join(STATES).split())
_INNER_GAPS = (" ", ". ", SOFT, "." + SOFT, ".", "-", "  ", "' ", "'")
_NICKNAME_OPEN = (' "', '. "', ' ("', " (", ' "', " '", ' ,"', ' , "', ', "')


_COMMON_GIVEN = 4  # so common a given name that a drug of that name is the rarer
_DEGREE_LETTERS = re.compile(r"[A-Z]\. ?[A-Z]\b")  # the M.D. behind a comma is no given name


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the text: its span, the words of it, and whether the surname stands first."""

    start: int
    end: int
    parts: tuple[Word, ...]
    nicknames: tuple[Word, ...] = ()
    surname_first: bool = False

    @property
    def full(self) -> tuple[Word, ...]:
        """Parts that are more than an initial, a particle or a suffix."""
        return tuple(p for p in self.parts if len(p.key) > 1 and p.key not in SUFFIXES and p.key not in PARTICLES)

    @property
    def surname(self) -> str:
        full = self.full
        return (full[0] if self.surname_first else full[-1]).key if full else ""


def is_particle(view: LetterView, index: int) -> bool:
    """A word such as "de" or "van" with more of a name behind it."""
    word = view.words[index]
    if word.key not in PARTICLES or index + 1 >= len(view.words) or view.gap(index) not in (" ", SOFT, ". ", "."):
        return False
    following = view.words[index + 1]
    led = index > 0 and view.caseless(word.start) and len(view.words[index - 1].key) == 1  # "d. van houten"
    return following.capital or following.key in PARTICLES or (led and view.lexicon.surname_tier(following.key) >= 1)


def is_part(view: LetterView, index: int, *, first: bool) -> bool:
    """Whether a word can be part of a name here. The first one may be an ordinary word, where a cue stands before
    it."""
    word = view.words[index]
    if view.kept[word.start] == HARD:
        return False
    if word.initial:
        return word.text != "I" or view[word.end : word.end + 1] == "."
    if word.key.endswith(("n't", "'ll", "'re", "'ve", "'d", "'m")):
        return False
    if word.key in CALENDAR and first:
        return _is_calendar_name(view, index)
    furniture = word.key in NAMES_TOO and not _is_surname_here(view, index)
    if furniture or word.key in NO_NAME or word.key in CIVIL_TITLES or word.key in DOCTOR_TITLES:
        return False
    if word.key in STRONG_CREDENTIALS or (
        word.shouted and len(word.key) == 2 and (word.key in STATE_CODES or word.key in CREDENTIALS)
    ):
        return False
    if word.capital:
        return first or word.key not in FACILITY_ENDS | RELATIONS
    if not view.caseless(word.start):
        return False
    if first:
        learned = view.lexicon.is_clinical(word.key) and view.lexicon.given_tier(word.key) < _COMMON_GIVEN
        return not learned and (len(word.key) > 1 or _lone_initial(view, index))
    listed = max(view.lexicon.surname_tier(word.key), view.lexicon.given_tier(word.key))
    following = view.words[index + 1].key if index + 1 < len(view.words) and view.gap(index) in (" ", SOFT) else ""
    ends = (
        view.gap(index).lstrip(" ")[:1] in (",", ".", "\n", "'", ")", ":", ";", "(", "/")
        or following in FUNCTION_WORDS
        or following in TELLING_VERBS
    )
    ends = ends or (
        following.endswith(("s", "ed"))
        and view.lexicon.surname_tier(word.key) >= 3
        and not view.lexicon.is_clinical(following)
    )
    before = view.words[index - 1].key if index else ""
    given = view.lexicon.given_tier(before) >= 2 or (len(before) == 1 and view.before(index) == ". ")
    return listed >= 2 and ends and (view.lexicon.english_tier(word.key) < 5 or (given and word.key not in _NO_SURNAME))


def _is_surname_here(view: LetterView, index: int) -> bool:
    """Whether "Page" or "Case" is somebody's: behind a title, a rank, a given name or an initial, and with no number,
    colon or "of" behind it."""
    word, before = view.words[index], view.words[index - 1] if index else None
    if before is None or not word.capital or not set(view.gap(index - 1)) <= set(" ." + SOFT):
        return False
    if re.match(r"[ .]*(?:[:#\d]|of\b|no\b|numbers?\b)", view[word.end : word.end + 12], re.IGNORECASE):
        return False
    titled = before.key in CIVIL_TITLES or before.key in DOCTOR_TITLES or before.key in RANK_HEADS
    return titled or before.initial or (before.capital and view.lexicon.given_tier(before.key) >= 2)


def _is_calendar_name(view: LetterView, index: int) -> bool:
    """Whether a day or a month with a capital is a given name: a surname or an initial stands right behind it."""
    if index + 1 >= len(view.words) or not view.words[index].capital or view.gap(index) not in (" ", SOFT):
        return False
    following = view.words[index + 1]
    if following.key in NO_NAME or following.key in FUNCTION_WORDS or not following.capital:
        return False
    if following.initial or (
        index + 2 < len(view.words) and view.words[index + 2].capital and view.gap(index + 1) == " "
    ):
        return following.initial or view.lexicon.is_name(following.key)
    known = view.lexicon.is_known(following.key)
    return view.lexicon.surname_tier(following.key) > 0 or not known


def _lone_initial(view: LetterView, index: int) -> bool:
    """In a text without capitals: whether a letter alone is the initial before a surname."""
    if view.words[index].key in ("a", "i", "o") or index + 1 >= len(view.words) or view.gap(index) not in (" ", ". "):
        return False
    following = view.words[index + 1].key
    degree = (
        index + 2 < len(view.words) and view.words[index + 2].key in STRONG_CREDENTIALS and view.gap(index + 1) == ", "
    )
    return view.lexicon.surname_tier(following) >= 1 and (degree or view.lexicon.english_tier(following) < 3)


def _nickname(view: LetterView, index: int) -> int:
    """The index behind a nickname in quotes or brackets that follows word ``index``; ``index`` if there is none."""
    gap = view.gap(index)
    if gap not in _NICKNAME_OPEN or index + 1 >= len(view.words):
        return index
    closing = '"' if '"' in gap else (")" if "(" in gap else "'")
    last = index + 1
    if last + 1 < len(view.words) and view.gap(last) == " " and view.words[last + 1].capital:
        last += 1
    while last + 1 < len(view.words) and view.words[last].initial and view.gap(last) in (".", ". "):  # "J.B."
        if not view.words[last + 1].initial:
            break
        last += 1
    inside = view.words[index + 1 : last + 1]
    fits = all(w.capital or view.caseless(w.start) for w in inside) and not any(w.key in NO_NAME for w in inside)
    return last if fits and view.gap(last).lstrip(",.").startswith(closing) else index


def read_name(view: LetterView, index: int, *, surname_first: bool = False, limit: int = 5) -> Name | None:
    """The name that begins at word ``index``, or None. ``surname_first`` allows "Doe, John Q"."""
    if index >= len(view.words) or not (is_part(view, index, first=True) or is_particle(view, index)):
        return None
    return _Reader(view, index, may_turn=surname_first).read(limit)


class _Reader:
    """Takes one word of a name after the other."""

    def __init__(self, view: LetterView, index: int, *, may_turn: bool) -> None:
        self._view, self._at, self._may_turn = view, index, may_turn
        self._parts = [view.words[index]]
        self._nicknames: list[Word] = []
        self._end = view.words[index].end
        self._turned = False

    def read(self, limit: int) -> Name:
        while self._at + 1 < len(self._view.words) and len(self._parts) < limit + 2 * self._turned:
            gap = self._view.gap(self._at)
            nick = _nickname(self._view, self._at)
            if nick > self._at:
                if not self._take_nickname(nick):
                    break
                gap = " "
            if self._is_suffix(gap):
                self._take()
                gap = self._view.gap(self._at)
                if self._turned or not self._may_turn or gap.strip(".") not in (", ", ","):
                    break
            if self._turns(gap):
                self._turned = True
            elif self._at + 1 >= len(self._view.words) or not _continues(self._view, self._at, gap, self._parts):
                break
            self._take()
        if self._parts[-1].key in PARTICLES and len(self._parts) > 1 and not self._parts[-1].capital:
            self._parts.pop()
            self._end = self._parts[-1].end
        return Name(self._parts[0].start, self._end, tuple(self._parts), tuple(self._nicknames), self._turned)

    def _take(self) -> None:
        self._at += 1
        self._parts.append(self._view.words[self._at])
        self._end = self._parts[-1].end

    def _take_nickname(self, last: int) -> bool:
        """Whether more of the name may follow behind the nickname."""
        self._nicknames += self._view.words[self._at + 1 : last + 1]
        self._at, self._end = last, self._view.words[last].end
        return self._view.gap(last).lstrip(".,)\"'") in (" ", SOFT) and last + 1 < len(self._view.words)

    def _is_suffix(self, gap: str) -> bool:
        following = self._view.words[self._at + 1]
        if following.key not in SUFFIXES or following.key == "v" or gap not in (" ", ", ", ",", SOFT, ". "):
            return False
        return following.capital or self._view.caseless(following.start)

    def _turns(self, gap: str) -> bool:
        """Whether a comma stands between surname and given name here."""
        following = self._at + 1
        if not self._may_turn or self._turned or gap.strip(".") not in (", ", ",", ",  "):
            return False
        return following < len(self._view.words) and is_part(self._view, following, first=False) and not (
            self._view.words[following].initial and _DEGREE_LETTERS.match(self._view, self._view.words[following].start)
        )  # fmt: skip


def _continues(view: LetterView, at: int, gap: str, parts: list[Word]) -> bool:
    """Whether the word after ``at`` goes on with the name."""
    last, following = view.words[at], view.words[at + 1]
    wide = gap.strip(".") in ("  ", "   ", "    ") and (following.initial or last.initial)  # typed wide in a form
    if (gap not in _INNER_GAPS and not wide) or (gap == "  " and not (following.initial or last.initial)):
        return False
    dotted = gap.startswith(".")
    if dotted and not (
        last.initial
        or last.key in ("st", "ste", "mc", "wm", "geo", "chas", "jas", "thos", "jos", "robt")
        or len(last.key) == 1
    ):
        return False
    if last.initial and dotted and not following.capital and not view.caseless(following.start):
        return False
    if is_particle(view, at + 1):
        return following.key not in ("e", "y", "al") or following.capital or len(parts) > 1
    return is_part(view, at + 1, first=False)


def read_back(view: LetterView, index: int, limit: int = 5) -> Name | None:
    """The name whose last word is ``index``: capitals, initials and particles before it on the line."""
    if index < 0 or not is_part(view, index, first=True):
        return None
    first = index
    while first > 0 and index - first < limit:
        gap, before = view.before(first), view.words[first - 1]
        if gap not in _INNER_GAPS or (gap.startswith(".") and not (before.initial or before.key == "st")):
            break
        if (
            before.key in CIVIL_TITLES
            or before.key in DOCTOR_TITLES
            or (before.key in RANK_HEADS and not view.lexicon.given_tier(before.key) > 2)
        ):
            break
        joined = is_part(view, first - 1, first=before.initial) or (
            before.key in PARTICLES
            and (first - 1 == 0 or view.before(first - 1) == " ")
            and before.key not in ("e", "y", "al", "do", "el")
        )
        if not joined and view.caseless(before.start) and (first == index or view.words[first].initial):
            joined = view.lexicon.given_tier(before.key) >= 2 and before.key not in NO_NAME
            joined = joined or (len(before.key) == 1 and _lone_initial(view, first - 1))
        if not joined:
            break
        first -= 1
    while (
        first < index
        and view.words[first].key in PARTICLES
        and view.words[first].key
        not in ("de", "van", "von", "del", "al", "da", "di", "el", "st", "san", "bin", "abu", "ben", "la", "du", "le")
    ):
        first += 1
    parts = tuple(view.words[first : index + 1])
    return Name(parts[0].start, parts[-1].end, parts)


def likeness(view: LetterView, name: Name) -> float:
    """The best weight of its parts, a little more for every further part that is a name."""
    if not name.full or all(part.key in _STATE_WORDS for part in name.full):
        return -9.0
    weights = sorted((view.name_weight(part) for part in name.full), reverse=True)
    return weights[0] + 0.5 * sum(weight >= 0 for weight in weights[1:])


def has_degree(view: LetterView, end: int) -> bool:
    """Whether a degree follows a name."""
    rest = view.words_in(end, end + 24)
    return bool(rest) and rest[0].key in STRONG_CREDENTIALS and view[end : rest[0].start].strip(" ,(\n\x1f") == ""
