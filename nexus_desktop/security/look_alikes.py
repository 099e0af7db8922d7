"""Letters and digits that scanners, fax machines and tired typists take for one another.

``l4 0ct 2O19`` reads as ``14 Oct 2019`` and ``MaIdonad0`` as ``Maldonado``. A token is changed only where that makes a
number of a number-like token, or a known word or name of an unknown one; everything else stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from nexus_desktop.security.lexicon import Lexicon
from nexus_desktop.security.normalised import Edit, Normalised
from nexus_desktop.security.torn_words import put_together
from nexus_desktop.security.vocabulary import MONTHS

_ALIKE = "0-9lILOoSBZ|"
_NUMBER = re.compile(rf"(?<![A-Za-z0-9])[{_ALIKE}]+(?:[-/.,:][{_ALIKE}]+)*(?![A-Za-z0-9])")
_SPACED = re.compile(r"^(?:[0-9lIO] ){2,5}[0-9lIO](?= )", re.MULTILINE)
_FIRST = re.compile(
    r"(?<![A-Za-z0-9])(?:[lI](?=st(?![A-Za-z]))|(?=[lIO]*\d)(?=\d*[lIO])[\dlIO]{2,4}(?=(?:st|nd|rd|th)(?![A-Za-z])))"
)
_TRUNK = re.compile(r"(?<!\S)[lI](?=[ -]\(?[0-9OolI]{3}\)?[ .-]{1,2}[0-9OolI]{3}[ .-]{1,2}[0-9OolI]{4}(?![A-Za-z0-9]))")
_TIME = re.compile(r"(?<!\w)\d{1,2}:[0-9lIO]{2}(?=[ap]\.?m\b)", re.IGNORECASE)
_TO_DIGIT = str.maketrans("lI|OoSBZ", "11100582")
_CLOCK_DIGIT = str.maketrans("lI|Oo", "11100")  # the Z behind a time is a zone
_MIXED = re.compile(
    r"(?<![A-Za-z0-9'-])(?=[A-Za-z0-9'-]{0,24}[015])(?=[0-9]{0,3}'?[A-Za-z])[A-Za-z0-9']{2,24}(?![A-Za-z0-9])"
)
_ONE_ZERO = re.compile(r"(?<![A-Za-z0-9-])(?=[A-Z0]{7,20}(?![A-Za-z0-9-]))[A-Z]{2,16}(?P<zero>0)[A-Z]{2,16}")
_ODD = re.compile(
    r"(?<![A-Za-z])(?=[A-Za-z]{0,24}(?:rn|I[a-z]|[A-Z]l|l[A-Z])|l[b-df-hjkm-np-tv-xz][a-z])[A-Za-z]{3,30}(?![A-Za-z])"
)


def _numbers(text: str) -> Iterator[Edit]:
    for match in _NUMBER.finditer(text):
        token = match.group()
        digits = sum(c.isdigit() for c in token)
        alike = sum(c.isalpha() or c == "|" for c in token)
        if not digits or not alike or digits + alike > 40:
            continue
        if digits + alike < 4:
            new = token.translate(_CLOCK_DIGIT) if not re.search("[SBZ]", token) else token
        else:
            table = _CLOCK_DIGIT if ":" in token else _TO_DIGIT
            new = token.translate(table) if digits * 2 >= alike else token
            if digits + alike >= 6 and digits * 2 >= alike:
                new = new.replace("L", "1")
        if new != token:
            yield match.start(), match.end(), new
    for match in _FIRST.finditer(text):
        yield *match.span(), match.group().translate(_CLOCK_DIGIT)
    yield from _times(text)
    for match in _TRUNK.finditer(text):
        yield match.start(), match.start() + 1, "1"
    for match in _SPACED.finditer(text):
        if any(c.isdigit() for c in match.group()) and re.search("[lIO]", match.group()):
            yield match.start(), match.end(), match.group().translate(_TO_DIGIT)


def _times(text: str) -> Iterator[Edit]:
    """``4:l7PM``."""
    for match in _TIME.finditer(text):
        if not match.group()[-2:].isdigit():
            yield *match.span(), match.group().translate(_CLOCK_DIGIT)


def _readable(word: str, words: Lexicon) -> bool:
    return (
        word in words.stations or word in words.cities or words.is_known(word) or words.is_name(word) or word in MONTHS
    )


def _as_letters(token: str) -> Iterator[str]:
    """The token with its digits read as letters, in the case of the letters beside them."""
    upper = sum(c.isupper() for c in token) > sum(c.islower() for c in token)
    for one in "li":
        new = token.replace("0", "o").replace("1", one).replace("5", "s")
        if upper:
            yield new.upper()
        else:
            yield new[0].upper() + new[1:] if token[0] in "05" else new


def _words(text: str, words: Lexicon) -> Iterator[Edit]:
    for match in _MIXED.finditer(text):
        token = match.group()
        letters = sum(c.isalpha() for c in token)
        if re.fullmatch(r"\d+(?:st|nd|rd|th|s)", token, re.IGNORECASE):
            continue
        if letters < 2 or sum(c in "015" for c in token) != len(token) - letters - token.count("'"):
            continue
        for new in _as_letters(token):
            if len(new) > 2 and _readable(new.lower().removesuffix("'s"), words):
                yield match.start(), match.end(), new
                break
    for match in _ODD.finditer(text):
        token = match.group()
        if _readable(token.lower(), words):
            continue
        for old, fresh, most in (("I", "l", -1), ("l", "I", 1 if token[0] == "l" else -1), ("rn", "m", -1)):
            new = token.replace(old, fresh, most)
            if new != token and _readable(new.lower(), words):
                yield match.start(), match.end(), new
                break


def read_look_alikes(copy: Normalised, words: Lexicon) -> Normalised:
    """``copy`` with look-alikes read as what they were meant to be."""
    zeros = ((*match.span("zero"), "O") for match in _ONE_ZERO.finditer(copy.text))
    copy = copy.edited(sorted({*_numbers(copy.text), *zeros}))
    return put_together(copy.edited(sorted(_words(copy.text, words))), words)
