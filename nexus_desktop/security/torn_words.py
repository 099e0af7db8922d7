"""Words that a scanner tore in two: ``Pric e``, ``Pa padakis``, ``Lynchbu rg``.

Put together again only where a piece is no word and the whole is one or a name, and only in a text where that happens
several times: in a letter that was typed, two such pieces side by side are an accident.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from nexus_desktop.security.lexicon import Lexicon
from nexus_desktop.security.normalised import Edit, Normalised
from nexus_desktop.security.vocabulary import FUNCTION_WORDS, MONTHS, PARTICLES, SUFFIXES, either

_PIECE = re.compile(r"(?<![A-Za-z0-9'.-])[A-Za-z]+(?![A-Za-z0-9]|'(?!s\b)|-(?![A-Z]))")
_WHOLE = re.compile(r"(?<![A-Za-z0-9'.-])[A-Z][a-z]{5,24}(?![A-Za-z0-9])")
"""A capitalised word of the letter that may stand in it a second time, torn."""
_TWO_WORDS = re.compile(r"(?<![A-Za-z0-9'.-])(?P<a>[A-Z][a-z]{1,8})(?P<gap> )(?P<b>[a-z]{2,8})(?![A-Za-z0-9-])")
_TORN_FORM = re.compile(
    r"(?<=[a-z] )(?:C o(?=\.)|I nc(?=[.,])|In c(?=[.,])|L td(?=[.,])|Lt d(?=[.,])|Co rp(?=[.,])|Cor p(?=[.,]))"
)
_LEAD = re.compile(r"\b(?P<w>[A-Z][a-z]{1,9}) $")
_REACH = 12
_LONGEST = 8  # letters of a second piece
_LEAST = 2  # torn words in a text that was scanned badly
_WORDS_OF_ONE = frozenset("aio")
_PLAIN = 2  # tier of English from which a word is one
_COMMON = 3  # tier from which a word or a name is common


_ENGLISH_MONTHS = (
    "january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_WHOLE_OF = (
    {
        left + " " + month[at:]: month
        for month in _ENGLISH_MONTHS
        for at in range(1, len(month))
        for left in {month[:at], month[: at - 1]}  # a blank in the month, or for one of its letters
        if left
    }
    | {month[:-1] + " ": month + " " for month in _ENGLISH_MONTHS if len(month) > 5}
)
_TORN_MONTH = re.compile(
    rf"(?<![A-Za-z])(?P<m>{either(_WHOLE_OF).replace(chr(92) + 's+', ' ')})(?=(?:\.?,? |, ?)?\d|(?-i:,? ?[lIO][\dlIO]))"
    rf"|(?<=\d )(?P<d>{either(_WHOLE_OF).replace(chr(92) + 's+', ' ')})(?![A-Za-z])",
    re.IGNORECASE,
)
"""``Octo ber 2003``, ``Sep ember 8``: a month beside a figure, whatever else the text is like."""
_SHORT_OF = {
    torn: month[:3]
    for month in (*_ENGLISH_MONTHS, "may")
    for torn in (f"{month[0]} {month[1:3]}", f"{month[:2]} {month[2]}", f"{month[0]} {month[2]}", month[:2] + " ")
}
_TORN_SHORT = re.compile(
    rf"(?<=\d )(?P<m>{either(_SHORT_OF).replace(chr(92) + 's+', ' ')})"
    r"(?=,? ?(?:19|2[0O])(?-i:[\dlIO]{2})(?![A-Za-z0-9]))",
    re.IGNORECASE,
)
"""``22 No v 1948``, ``30 Ma 2019``: short ones between a day and a year."""


def months_together(copy: Normalised) -> Normalised:
    """``copy`` with the months that a scanner tore, or took a letter from, whole again."""
    for edits in (_long_months, _short_months, _company_forms):
        copy = copy.edited(edits(copy.text))
    return copy


def _company_forms(text: str) -> Iterator[Edit]:
    """``Gravure C o.``"""
    for match in _TORN_FORM.finditer(text):
        yield match.start() + match.group().index(" "), match.start() + match.group().index(" ") + 1, ""


def _long_months(text: str) -> Iterator[Edit]:
    for match in _TORN_MONTH.finditer(text):
        group = "m" if match["m"] else "d"
        whole = _WHOLE_OF[match[group].lower()]
        yield *match.span(group), whole.title() if match[group][0].isupper() else whole


def _short_months(text: str) -> Iterator[Edit]:
    for match in _TORN_SHORT.finditer(text):
        yield *match.span("m"), _SHORT_OF[match["m"].lower()].title() + " " * match["m"].endswith(" ")


def put_together(copy: Normalised, words: Lexicon) -> Normalised:
    """``copy`` without the blanks inside torn words."""
    torn, names = list(_torn(copy.text, words)), list(_torn_names(copy.text, words))
    if len(torn) < _LEAST and not (torn and names) and len(names) <= _LEAST:
        return copy
    copy = copy.edited(torn)
    return copy.edited(_torn_names(copy.text, words))


def _torn_names(text: str, words: Lexicon) -> Iterator[Edit]:
    """``Arm strong``, ``Thorn ton``: two words that are a surname together, in a text that is torn elsewhere too."""
    known = {match.group() for match in _WHOLE.finditer(text)}
    for match in _TWO_WORDS.finditer(text):
        second, whole = match["b"], match["a"] + match["b"]
        if second in FUNCTION_WORDS or second in words.abbreviations:
            continue
        again = whole in known and words.is_name(whole.lower())
        lead = _LEAD.search(text, max(0, match.start() - _REACH), match.start())
        again = again or (lead is not None and f"{lead['w']} {whole}".lower() in words.counties | words.cities)
        if again or _is_surname(whole.lower(), words) or _is_surname(whole.lower().replace("rn", "m"), words):
            yield *match.span("gap"), ""


def _is_surname(word: str, words: Lexicon) -> bool:
    return words.surname_tier(word) >= _COMMON and words.english_tier(word) < _PLAIN


def _torn(text: str, words: Lexicon) -> Iterator[Edit]:
    done = -1
    known = {match.group() for match in _WHOLE.finditer(text)}
    for left, right in pairwise(_PIECE.finditer(text)):
        start, end = left.end(), right.start()
        small = right.group().islower() and len(right.group()) <= _LONGEST
        if not small or end - start != 1 or text[start] != " " or left.start() < done:
            continue
        first, second = left.group().lower(), right.group()
        if len(first) == 1 and second in FUNCTION_WORDS:
            continue  # "vitamin D and K"
        torn = not (_is_word(first, words) and _is_word(second, words)) and _is_whole(first + second, words)
        torn = torn or (left.group() + second in known and words.english_tier(second) < _PLAIN)
        torn = torn or (first + second in words.cities and not words.english_tier(first) + words.english_tier(second))
        if not torn and not (_is_weak(first, words) and _is_weak(second, words) and _is_strong(first + second, words)):
            continue
        done = right.end()
        yield start, end, ""


def _is_word(piece: str, words: Lexicon) -> bool:
    if len(piece) == 1:
        return piece in _WORDS_OF_ONE
    listed = piece in FUNCTION_WORDS or piece in PARTICLES or piece in SUFFIXES or piece in words.abbreviations
    return listed or words.english_tier(piece) > 0 or words.is_clinical(piece) or words.is_name(piece)


def _is_weak(piece: str, words: Lexicon) -> bool:
    """Whether only the lists of names have a piece: next to any two letters are a name somewhere."""
    listed = piece in FUNCTION_WORDS or piece in PARTICLES or piece in SUFFIXES
    return not listed and len(piece) > 1 and words.english_tier(piece) < _PLAIN and not words.is_clinical(piece)


def _is_strong(word: str, words: Lexicon) -> bool:
    """Whether a word is so common that two rare pieces of it side by side are no accident."""
    common = max(words.given_tier(word), words.surname_tier(word)) >= _COMMON
    return len(word) > 5 and (common or words.english_tier(word) >= _COMMON or word in MONTHS or word in words.cities)


def _is_whole(word: str, words: Lexicon) -> bool:
    """Whether a list has it; what is shorter than four letters, chance puts together."""
    listed = words.english_tier(word) >= _PLAIN or word in words.clinical or words.is_name(word)
    return len(word) > 3 and (listed or word in words.cities or word in words.stations)
