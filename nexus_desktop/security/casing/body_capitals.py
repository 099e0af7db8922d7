"""Which words of a text without capitals name places of duty, ships, clinics and employers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nexus_desktop.security.casing.word_row import WordRow
from nexus_desktop.security.vocabulary import (
    FACILITY_ENDS,
    FUNCTION_WORDS,
    GENERIC,
    HEAD_NOUNS_OF_EMPLOYERS,
    RELATIONS,
    WEEKDAYS,
    words,
)


def _phrases(text: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Phrases, parted by commas, by their first word."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in text.split(","):
        parts = tuple(phrase.split())
        found[parts[0]] = (*found.get(parts[0], ()), parts)
    return found


_HEADS_OF_PLACES = _phrases(
    "forward operating base, combat outpost, joint base, naval station, naval air station, naval base, naval hospital, "
    "marine barracks, marine corps air station, marine corps base, landing zone, fire support base, recruit depot, "
    "tactical assembly area, naval support activity, naval training center, camp, fort, ft, firebase, fob, cop, lz, "
    "nas, mcas, uss, usns, uscgc, objective, va medical center, vamc, cboc"
)
"""Words whose followers name a place or a ship."""
_TAILS_OF_PLACES = _phrases(
    "naval station, naval air station, naval base, naval shipyard, afb, air force base, air base, airfield, army "
    "airfield, air station, barracks, kaserne, arsenal, proving ground, "
    "proving grounds, drop zone, international airport, army depot, army hospital, army community hospital, "
    "army medical center, naval hospital, valley, river, bay, ridge, reservoir, province, county, parish, island, "
    "shipyard, training area, school district, vet center, medical center, va medical center, regional office"
)
"""Words whose forerunners name a place or a body."""
_WEAK_TAILS = words("valley river bay ridge reservoir county parish island province center office")
_SECOND_WORDS = words("bay head island point wood field hall station terrace zone")
_WORK = re.compile(
    r"\b(?:work(?:s|ed|ing)?|desk|drive|delivery|deboner|lineman|bus|employed|employment|job|hired|career|retired"
    r"|laid off|drove|drives|taught|teaches|maker|driver|teacher|clerk|mechanic|technician|operator|security"
    r"|dispatcher|manager|guard|foreman|welder|nurse|cook|custodian|machinist|electrician|carrier|leave)"
    r"(?:[ \x1f][a-z]{1,12}){0,3}[ \x1f](?:for|at|with|by|from)[ \x1f](?:the[ \x1f])?(?=[a-z])"
)
_NO_WORKPLACE = words(
    "home night nights least times present school work heights sea minimum full part years months pay wages money hire "
    "cash himself herself family friends others age heavy light loud noise chemicals solvents computers machinery "
    "tools engines horses cattle children concrete disability medical health personal various several"
)
_WEAK_HEADS = words(
    "hearing vision medicine service services psychology audiology medical health care law legal exams system "
    "systems physicians doctors providers department power & plant company group"
)
_HEADS = FACILITY_ENDS | HEAD_NOUNS_OF_EMPLOYERS | words("battalion regiment division brigade squadron platoon fleet")
_CARE_HEADS = words("hospital clinic inc llc vamc cboc")


def body_capitals(row: WordRow) -> set[int]:
    """The words to give a capital."""
    return set(_chains(row)) | set(_places(row)) | set(_workplaces(row))


def letterhead_capitals(row: WordRow) -> Iterator[int]:
    """The words of the short lines at the top."""
    limit = row.text.find("\n", min(len(row.text), 300))
    limit = limit if 0 < limit < 600 else min(len(row.text), 300)
    for at, (start, _) in enumerate(row.spans):
        if start >= limit:
            return
        first, last = row.text.rfind("\n", 0, start) + 1, row.text.find("\n", start, start + 80)
        line = row.text[first : last if last >= 0 else start + 80]
        if len(line) < 70 and sum(word in FUNCTION_WORDS for word in line.split()) < 3:
            yield at


def _chains(row: WordRow) -> Iterator[int]:
    """The words before a head noun such as "clinic" or "trucking" that name the body."""
    for head, key in enumerate(row.keys):
        if key not in _HEADS:
            continue
        weak = key in _WEAK_HEADS
        if weak and row.gaps[head][:1] == " " and row.key(head + 1) and row.keys[head + 1] not in FUNCTION_WORDS:
            continue  # "sensorineural hearing loss"
        first = _chain_start(row, head)
        if _names_body(row, first, head):
            yield from range(first, head + 1)


def _names_body(row: WordRow, first: int, head: int) -> bool:
    """Whether a chain of words up to a head noun is a name and no description."""
    key, lexicon = row.keys[head], row.lexicon
    names = [k for k in row.keys[first:head] if k not in GENERIC and k not in _HEADS and k not in FUNCTION_WORDS]
    names = [k for k in names if not lexicon.is_clinical(k)]
    if not names:
        return False
    before = row.keys[first - 1] if first and row.gaps[first - 1] in (" ", "\x1f") else ""
    telling = any(lexicon.english_tier(k) < 4 or lexicon.cities.get(k) == 2 for k in names)
    owned = before in ("a", "an", "his", "her", "my", "this", "our") and key not in ("hospital", "clinic")
    if telling and not owned:
        return True
    if key in _CARE_HEADS and before in ("at", "of", "by", "from", "to", "in", "with", "the"):
        return True
    civil = key in HEAD_NOUNS_OF_EMPLOYERS - FACILITY_ENDS
    return before in ("at", "from", "by", "with") and key not in _WEAK_HEADS and not civil


def _chain_start(row: WordRow, head: int) -> int:
    first = head
    while first > 0 and head - first < 6 and row.gaps[first - 1] in (" ", " & ", "'s ", " - ", "-", "\x1f", ". "):
        key = row.keys[first - 1]
        if row.gaps[first - 1] == ". " and len(key) > 2:
            break
        linked = key == "and" and row.keys[first] in _HEADS
        past = key.endswith("ed") and row.lexicon.english_tier(key) > 2
        if (key in FUNCTION_WORDS and not linked) or key in RELATIONS or past:
            break
        first -= 1
    return first + (first < head and row.keys[first] == "and")


def _places(row: WordRow) -> Iterator[int]:
    """Bases, ships and counties by the words that stand before or behind their names."""
    for at, key in enumerate(row.keys):
        for phrase in _HEADS_OF_PLACES.get(key, ()):
            end = at + len(phrase)
            if tuple(row.keys[at:end]) == phrase and _named_behind(row, end):
                yield from range(at, end + 1)
                if _second_word(row, end + 1, ship=key.startswith("us")):
                    yield end + 1
                break
        for phrase in _TAILS_OF_PLACES.get(key, ()):
            end = at + len(phrase)
            if tuple(row.keys[at:end]) == phrase and row.gap_before(at) in (" ", "\x1f"):
                yield from _named_before(row, at, end)


def _named_behind(row: WordRow, at: int) -> bool:
    return at < len(row) and row.gap_before(at) in (" ", ". ", "\x1f") and row.keys[at] not in FUNCTION_WORDS


def _second_word(row: WordRow, at: int, *, ship: bool) -> bool:
    """Whether the name of a base or a ship goes on for another word."""
    if at >= len(row) or row.gap_before(at) != " ":
        return False
    key = row.keys[at]
    if ship:
        return key not in FUNCTION_WORDS and not key.endswith(("ed", "ing"))
    return row.base[at] >= 1 or key in _SECOND_WORDS


def _named_before(row: WordRow, at: int, end: int) -> Iterator[int]:
    first = at
    while first and at - first < 3 and row.gaps[first - 1] in (" ", "-", "\x1f"):
        if row.keys[first - 1] in FUNCTION_WORDS:
            break
        first -= 1
    strong = row.keys[end - 1] not in _WEAK_TAILS
    named = any(row.base[i] >= 0 or row.keys[i] in row.lexicon.counties for i in range(first, at))
    if first < at and (strong or named):
        yield from range(first, end)


def _workplaces(row: WordRow) -> Iterator[int]:
    """Up to five words after "worked for" and the like."""
    for match in _WORK.finditer(row.text):
        at = row.index(match.end())
        if at is None:
            continue
        end = at
        while end < len(row) and end - at < 5 and row.keys[end] not in FUNCTION_WORDS | WEEKDAYS:
            end += 1
            if row.gaps[end - 1] not in (" ", " & ", "-", "'s ", "\x1f"):
                break
        named = row.keys[at:end]
        if named and named[0] not in _NO_WORKPLACE and not all(key in GENERIC for key in named):
            yield from range(at, end if any(key in _HEADS for key in named) else min(end, at + 3))
