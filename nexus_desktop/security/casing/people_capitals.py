"""Which words of a text without capitals are names of people."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nexus_desktop.security.casing.word_row import ALWAYS_CAPITAL, CLOSE, TITLES, WordRow
from nexus_desktop.security.vocabulary import (
    COMRADES,
    CREDENTIALS,
    FUNCTION_WORDS,
    PARTICLES,
    RELATIONS,
    SPANISH_RELATIONS,
    SUFFIXES,
    TELLING_VERBS,
    words,
)

_LABELS = words(
    "re veteran patient name claimant subj subject appellant cosigner author examiner provider physician signed by "
    "attn from to cc spouse wife husband witness contact relation"
)
_BEFORE_LABELLED = words("fwd fw re veteran patient mr mrs ms dr")
_CALLED = re.compile(
    r"\"([a-z]{2,12}),?\"(?=,? (?:as (?:he|she)|to (?:everyone|his|her|us|me|all|friends)|by (?:his|her|friends)))|\b"
    r"(?:goes by|known as|nicknamed|a\.?k\.?a\.?|formerly|maiden name)[ :]{1,2}\"?([a-z]{2,14})\b"
)
_PLAIN_VERBS = words(
    "drew left said told saw wrote made kept put let had ran came went got took gave brought rode chase held sold "
    "paid hunt help works self"
)
_VERBS = TELLING_VERBS | words("adds asks pays sees lies goes tries uses takes gets puts lets sits runs falls helps")
"""What people do: "veteran says" is no Mr. Says."""
_ARTICLES = words("a an the his her my their this no")


def people_capitals(row: WordRow) -> set[int]:
    """The words to give a capital, initials apart."""
    raised = {at for at in range(len(row)) if _score(row, at) >= 1}
    return raised | set(_nicknames(row)) | set(_labelled(row)) | set(_pairs(row))


def _score(row: WordRow, at: int) -> float:
    """How much speaks for a capital; 1 is enough."""
    key = row.keys[at]
    if key in FUNCTION_WORDS or len(key) < 2 or (key in _VERBS and row.key(at - 1) not in TITLES):
        return -9.0
    return row.base[at] + _from_before(row, at) + _from_behind(row, at)


def _from_before(row: WordRow, at: int) -> float:
    """What the word before says: a title, kinship, a label, another name."""
    key, before, gap = row.keys[at], row.key(at - 1), row.gap_before(at)
    listed, given = row.listed(key), row.lexicon.given_tier(key)
    if gap in CLOSE and before in TITLES:
        return 5
    kin = _from_kin(row, at) if before in RELATIONS or before in SPANISH_RELATIONS else 0.0
    if kin:
        return kin
    if listed >= 2 and gap == " " and before in ("named", "called", "married", "divorced"):
        return 4
    if given >= 2 and before == "and" and at > 1 and (row.base[at - 2] >= 2 or row.keys[at - 2] in SUFFIXES):
        return 3
    if listed and before in COMRADES and gap in (", ", ": ", " ("):
        return 1.5
    if listed and before in _LABELS and ":" in gap:
        return 3
    if listed >= 2 and before in ("st", "ste", "saint") and gap in (". ", " "):
        return 4
    if gap in CLOSE and at and row.base[at - 1] >= 2:
        return 2.5 if listed else 0.5
    particle = gap == " " and before in PARTICLES - FUNCTION_WORDS
    return 2.5 if particle and listed >= 2 and row.base[at] > -3 else 0.0


def _from_kin(row: WordRow, at: int) -> float:
    """What a word of kinship before says: most between commas, least before a common word."""
    key, gap = row.keys[at], row.gap_before(at)
    lexicon = row.lexicon
    if row.listed(key) < 2:
        return 0.0
    if row.keys[at - 1] in RELATIONS and gap == ", " and row.gaps[at][:1] == ",":
        return 7
    common = lexicon.english_tier(key) > 5 and lexicon.given_tier(key) < 2
    if gap not in (" ", ", ", " (", ": ", "\x1f") or key in _PLAIN_VERBS or common:
        return 0.0
    told = row.key(at + 1) in TELLING_VERBS and row.gaps[at] == " "
    return 3 + 1.5 * (lexicon.given_tier(key) >= 3) + 4 * told


def _from_behind(row: WordRow, at: int) -> float:
    """What the word behind says: a clear surname, a degree, a given name right after a comma."""
    key, after, gap = row.keys[at], row.key(at + 1), row.gaps[at]
    score = 0.0
    if gap == " " and after and row.base[at + 1] >= 2 and row.lexicon.given_tier(key) >= 2:
        score += 2
    if gap.startswith(",") and after in CREDENTIALS and row.listed(key):
        score += 3
    if gap == "," and row.listed(key) and row.lexicon.given_tier(after) >= 2:
        score += 3
    return score


def _nicknames(row: WordRow) -> Iterator[int]:
    """Words in quotation marks before "as he" and the like, or after "known as"."""
    for match in _CALLED.finditer(row.text):
        at = row.index(match.start(1) if match[1] else match.start(2))
        if at is None or row.keys[at] in FUNCTION_WORDS:
            continue
        yield at
        if match[2] and at + 1 < len(row) and row.gaps[at] == " " and _namelike(row, at + 1):
            yield at + 1


def _labelled(row: WordRow) -> Iterator[int]:
    """The words of a name behind a label, ordinary ones too."""
    for at, key in enumerate(row.keys):
        start = row.spans[at][0]
        opens = key == "re" and row.text[max(0, start - 1) : start] in ("", "\n")
        if key not in _LABELS or not (":" in row.gaps[at] or opens) or row.gaps[at].count("\n") > 1:
            continue
        first = at + 1
        while first - at < 4 and row.key(first) in _BEFORE_LABELLED:
            first += 1
        last = first
        while last < len(row) and last - first < 4 and _namelike(row, last):
            last += 1
            if row.gaps[last - 1] not in (" ", ". ", ", ", ",", "-", "\x1f"):
                break
        if last - first > 1 or (last > first and row.base[first] >= -1):
            yield from range(first, last)


def _namelike(row: WordRow, at: int) -> bool:
    key, lexicon = row.keys[at], row.lexicon
    if key in PARTICLES or len(key) == 1:
        return True
    if key in FUNCTION_WORDS or key in CREDENTIALS - {"do", "ma", "an"}:
        return False
    return row.listed(key) >= (3 if lexicon.english_tier(key) > 4 else 1) or not lexicon.is_known(key)


def _pairs(row: WordRow) -> Iterator[int]:
    """Given name and surname that are both ordinary words, before a verb of telling or at the end of a clause."""
    for at in range(len(row) - 1):
        given, surname = row.keys[at], row.keys[at + 1]
        if row.gaps[at] != " " or row.lexicon.given_tier(given) < 3 or row.lexicon.surname_tier(surname) < 2:
            continue
        article = row.gap_before(at) == " " and row.key(at - 1) in _ARTICLES
        if not article and not {given, surname} & FUNCTION_WORDS and _is_pair(row, at):
            yield from (at, at + 1)


def _is_pair(row: WordRow, at: int) -> bool:
    lexicon, given, surname = row.lexicon, row.keys[at], row.keys[at + 1]
    if row.base[at + 1] >= 2 and given not in _PLAIN_VERBS:
        return True
    mild = lexicon.english_tier(given) < 5 and lexicon.english_tier(surname) < 6 and not lexicon.is_clinical(surname)
    opens = not at or row.gaps[at - 1].strip(" ")[-1:] in (".", ":", "\n", ",", "(", "/")
    ends = row.gaps[at + 1][:1] in (",", "\n", ".", ")", "'")
    told = row.gaps[at + 1] == " " and row.key(at + 2) in TELLING_VERBS
    return (told and (mild or opens)) or (mild and opens and ends)


def initials(row: WordRow, raised: set[int]) -> Iterator[int]:
    """Single letters that are first or middle initials of a name beside them."""
    for at, key in enumerate(row.keys):
        if len(key) == 1 and _is_initial(row, at, raised):
            yield at


def _is_initial(row: WordRow, at: int, raised: set[int]) -> bool:
    gap, gap_before, before_key = row.gaps[at], row.gap_before(at), row.key(at - 1)
    if row.keys[at] == "v" and gap_before == " " and before_key not in TITLES:
        return False  # the "v." of a citation
    before = at - 1 in raised and before_key not in ALWAYS_CAPITAL and gap_before in (" ", ". ")
    after = at + 1 in raised and row.key(at + 1) not in ALWAYS_CAPITAL and gap in (" ", ". ", ".")
    ends = gap[:1] in (",", "\n", ")", ";", "|") or gap[:2] in ("  ", ".\n", ".,")
    if (before and (after or ends)) or (after and gap != " "):
        return True
    titled = before_key in TITLES and gap in (". ", " ", ".")
    return titled or (len(row.key(at + 1)) == 1 and gap in (". ", ".") and at + 2 in raised)
