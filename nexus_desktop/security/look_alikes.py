"""Letters and digits that scanners, fax machines and tired typists take for one another.

``l4 0ct 2O19`` reads as ``14 Oct 2019`` and ``MaIdonad0`` as ``Maldonado``. A token is changed only where that makes a
number of a number-like token, or a known word or name of an unknown one; everything else stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from nexus_desktop.security.lexicon import Lexicon
from nexus_desktop.security.normalised import Edit, Normalised
from nexus_desktop.security.torn_words import months_together, put_together
from nexus_desktop.security.vocabulary import MONTHS, either

_ALIKE = "0-9lILOoSBZ|"
_NUMBER = re.compile(rf"(?<![A-Za-z0-9])[{_ALIKE}]+(?:[-/.,:][{_ALIKE}]+)*(?![A-Za-z0-9])")
_SPACED = re.compile(
    r"^(?:[0-9lIO] ){2,5}[0-9lIO](?= )|(?<![A-Za-z0-9] )(?<![A-Za-z0-9])(?:[0-9lO] ){3,8}[0-9lO]"
    r"(?![A-Za-z0-9]| [A-Za-z0-9](?![A-Za-z0-9]))",
    re.MULTILINE,
)
_GROUPS = re.compile(
    rf"(?<![A-Za-z0-9])(?=[A-Za-z0-9]{{0,4}}[ -]{{0,1}}[A-Za-z0-9]{{0,4}}\d)[{_ALIKE}]{{1,4}}"
    rf"(?:[ -][{_ALIKE}]{{1,4}}){{1,4}}(?![A-Za-z0-9])"
)
_GROUP = re.compile(r"[^ ]+")
"""A number in groups, some of which have no digit left: ``82B 555 Olll``."""
_OF_DISEASE = re.compile(r"[BILOSZ]\d[\dA-Z]\.[\dA-Z]{2,4}")
"""``S22.060S``: a code of ICD-10, in which the letters are letters."""
_LETTERS_ONLY = re.compile(r"[A-Z]*[SBZ][A-Z]*")
_FIRST = re.compile(
    r"(?<![A-Za-z0-9])(?:[lI](?=st(?![A-Za-z]))|(?=[lIO]*\d)(?=\d*[lIO])[\dlIO]{2,4}(?=(?:st|nd|rd|th)(?![A-Za-z])))"
)
_TRUNK = re.compile(r"(?<!\S)[lI](?=[ -]\(?[0-9OolI]{3}\)?[ .-]{1,2}[0-9OolI]{3}[ .-]{1,2}[0-9OolI]{4}(?![A-Za-z0-9]))")
_SLASHED = re.compile(
    r"(?<![A-Za-z0-9/.-])(?=[lIO]?\d?[lIO])[\dlIO]{1,2}(?P<m> ?[/.-] ?)[\dlIO]{1,2}(?P=m)"
    r"(?:[\dlIOZSB]{4}|[\dlIO]{2})(?![A-Za-z0-9/-])"
)
"""``ll / 2 / 55``: a date, though its month has no figure left."""
_SHREDS = re.compile(r"(?<![A-Za-z0-9.,/-])[0-9lIO]{1,4}(?:(?: ?[-./)] ?| )[0-9lIO]{1,4}){3,11}(?![A-Za-z0-9])")
"""``3 7 5 - 4 4 - 9 O l 2``: a number torn into groups, some of them with no figure left."""
_LEAST_TORN, _MOST_TORN = 7, 14
_MONTH_NAMES = rf"(?i:{either(MONTHS)})\.?"
_BESIDE_MONTH = re.compile(
    rf"\b{_MONTH_NAMES} (?P<behind>(?=\d?[lIO])[\dlIO]{{1,2}})(?=,? [\dlIO]{{4}}(?![A-Za-z0-9]))"
    rf"|(?<![A-Za-z0-9])(?P<before>[lO][\dlIO]|\d[lIO]) (?={_MONTH_NAMES},? [\dlIO]{{2,4}}(?![A-Za-z0-9]))"
    rf"|\b{_MONTH_NAMES},? (?P<year>(?=[12lI]?\d?[0O9]?[lIO])[12lI][0O9][\dlIO]{{2}})(?![A-Za-z0-9])"
)
"""``June ll, 2O24``, ``Sep 2Oll``."""
_TORN_DAY = re.compile(rf"\b{_MONTH_NAMES} [0-3lI](?P<gap> )[\dlIO](?= ?, ?[12lI][0O9][\dlIO]{{2}}(?![A-Za-z0-9]))")
"""``January 2 l , 1951``."""
_EIGHT = re.compile(r"(?<![\w-])(?P<lead>[A-Z][a-z]{3,15} )?8(?P<rest>[a-z]{2,12})(?![\w-])")
"""``Subic 8ay``."""
_STREETS = frozenset(("plz", "blvd", "pl", "aly", "cyn", "clb"))
_UNITS = frozenset(("am", "pm", "in", "mg", "oz", "ft", "th", "hr", "mm", "cm", "ml", "kg", "lb", "km"))
_BROAD = re.compile(r"(?<![\w'-])(?P<n>[A-Z][a-z]{0,8}rn[a-z]{0,6})(?= (?P<next>[A-Z][a-z]{2,20})(?![\w]))")
"""``Torn Roe`` of a badly read letter: a word, but a given name with its "m" put together."""
_KNOWN_GIVEN = 3  # tier from which a given name is common
_TIME = re.compile(r"(?<!\w)\d{1,2}:[0-9lIO]{2}(?=[ap]\b|[ap]\.?m\b)", re.IGNORECASE)
_INSIDE = re.compile(r"(?<![A-Za-z0-9@/_.-])[A-Z]?[a-z]{1,20}(?P<d>[0158])(?=[a-z]{1,20}(?![A-Za-z0-9@/_]))")
"""A figure between the small letters of a word: ``Ga1legos``."""
_LETTER_FOR = {"0": "o", "1": "l", "5": "s", "8": "b"}
_LEAST_INSIDE = 3
_LEAST_STROKES = 2  # in a letter that a machine read so; one alone may be a sign of a table
_BESIDE_CAPITAL = re.compile(r"[A-Z]")
_STROKE = re.compile(
    r"(?<=[A-Za-z])\|(?=[a-z])|(?<![A-Za-z0-9|])\|(?=[a-z]{3})(?<=[ ]\|)(?=[a-z]+[ ,.;])|(?<=[A-Z])\|(?=[A-Z])"
)
"""An upright stroke inside a word: ``Kowa|czyk``."""
_NO_OPENING = re.compile(r"(?<![A-Za-z0-9@_./'-])l[b-df-hj-kmnp-tv-xz][a-z]{2,14}(?![A-Za-z0-9@_])")
_ROUTE_NUMBER = re.compile(
    r"\b(?:R\. ?R\.|RR|RFD|HC|(?:Rural |Star )?(?:Route|Rte\.?|Rt\.?)|Box|Apt\.?|Lot) #? ?(?P<n>[lIO])(?=[ ]*[,;\n])"
)
"""``R.R. l, Box``: a route of which the figure is a stroke."""
_TO_DIGIT = str.maketrans("lI|OoSBZ", "11100582")
_CLOCK_DIGIT = str.maketrans("lI|Oo", "11100")  # the Z behind a time is a zone
_MIXED = re.compile(
    r"(?<![A-Za-z0-9'-])(?<!\d:)(?=[A-Za-z0-9'-]{0,24}[015])(?=[0-9]{0,3}'?[A-Za-z])[A-Za-z0-9']{2,24}(?![A-Za-z0-9])"
)
_ONE_ZERO = re.compile(r"(?<![A-Za-z0-9-])(?=[A-Z0]{7,20}(?![A-Za-z0-9-]))[A-Z]{2,16}(?P<zero>0)[A-Z]{2,16}")
_ODD = re.compile(
    r"(?<![A-Za-z])(?=[A-Za-z]{0,24}(?:rn|I[a-z]|[A-Z]l|l[A-Z])|l[b-df-hjkm-np-tv-xz][a-z])[A-Za-z]{3,30}(?![A-Za-z])"
)


def _numbers(text: str) -> Iterator[Edit]:
    grouped = {(start, end): new for start, end, new in _grouped(text)}
    for (start, end), new in grouped.items():
        yield start, end, new
    for match in _NUMBER.finditer(text):
        new = _as_digits(match.group())
        if new != match.group() and match.span() not in grouped:
            yield *match.span(), new
    for match in _FIRST.finditer(text):
        yield *match.span(), match.group().translate(_CLOCK_DIGIT)
    yield from _times(text)
    for match in _TRUNK.finditer(text):
        yield match.start(), match.start() + 1, "1"
    for match in _SPACED.finditer(text):
        if any(c.isdigit() for c in match.group()) and re.search("[lIO]", match.group()):
            yield match.start(), match.end(), match.group().translate(_TO_DIGIT)


def _as_digits(token: str) -> str:
    """A token of digits and letters like them as a number, where it has digits enough."""
    digits = sum(c.isdigit() for c in token)
    alike = sum(c.isalpha() or c == "|" for c in token)
    if not digits or not alike or digits + alike > 40 or _OF_DISEASE.fullmatch(token):
        return token
    if digits + alike < 4:
        return token if re.search("[SBZ]", token) else token.translate(_CLOCK_DIGIT)
    table = _CLOCK_DIGIT if ":" in token else _TO_DIGIT
    new = token.translate(table) if digits * 2 >= alike else token
    return new.replace("L", "1") if digits + alike >= 6 and digits * 2 >= alike else new


def _grouped(text: str) -> Iterator[Edit]:
    """The groups of a number that have fewer digits than look-alikes, if the whole has enough."""
    for match in _GROUPS.finditer(text):
        token = match.group()
        digits, size = sum(c.isdigit() for c in token), sum(c.isalnum() or c == "|" for c in token)
        if size < 7 or digits < 4 or digits * 2 < size or token.isdigit():
            continue
        for part in _GROUP.finditer(token):
            piece = part.group()
            if not part.start() and piece.isupper() and _LETTERS_ONLY.fullmatch(piece):  # "B 71 40 22", "ISO 7029"
                continue
            few = sum(c.isdigit() for c in piece) * 2 < len(piece) or len(piece) < 4
            if few and "-" not in piece and not piece.isdigit() and piece.strip("I|"):
                start = match.start() + part.start()
                yield start, start + len(piece), piece.replace("L", "1").translate(_TO_DIGIT)


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
        if _readable(token.lower(), words) or token.lower() in _STREETS:
            continue
        for old, fresh, most in (("I", "l", -1), ("l", "I", 1 if token[0] == "l" else -1), ("rn", "m", -1)):
            new = token.replace(old, fresh, most)
            if new != token and _readable(new.lower(), words):
                yield match.start(), match.end(), new
                break


def _dates(text: str) -> Iterator[Edit]:
    """Days and months of which nothing but strokes is left, and numbers torn into many groups."""
    done = -1
    for match in _SHREDS.finditer(text):
        found = match.group()
        digits, size = sum(map(str.isdigit, found)), sum(map(str.isalnum, found))
        if _LEAST_TORN <= size <= _MOST_TORN and digits < size <= 2 * digits:
            done = match.end()
            yield *match.span(), found.translate(_TO_DIGIT)
    for match in _SLASHED.finditer(text):
        if match.start() > done and sum(map(str.isdigit, match.group())) > 1:
            yield *match.span(), match.group().translate(_TO_DIGIT)


def _openings(text: str, words: Lexicon) -> Iterator[Edit]:
    """``lggy``, ``lngrid``: no word begins so, and a name that no list has does with an "I"."""
    for match in _NO_OPENING.finditer(text):
        if not _readable(match.group().lower(), words):
            yield match.start(), match.start() + 1, "I"


def _days(text: str) -> Iterator[Edit]:
    for match in _BESIDE_MONTH.finditer(text):
        group = next(name for name in ("behind", "before", "year") if match[name])
        yield *match.span(group), match[group].translate(_TO_DIGIT)


def _capitals(text: str, words: Lexicon) -> Iterator[Edit]:
    """An 8 for a B at the head of a word."""
    for match in _EIGHT.finditer(text):
        word = "b" + match["rest"]
        if match["rest"] not in _UNITS and (match["lead"] or len(word) > 4) and _readable(word, words):
            yield match.start("rest") - 1, match.start("rest"), "B"


def _given_names(text: str, words: Lexicon) -> Iterator[Edit]:
    """ "rn" for "m" in a given name that stands before a surname."""
    for match in _BROAD.finditer(text):
        new = match["n"].replace("rn", "m")
        following = match["next"].lower()
        plain = words.is_clinical(following) or words.english_tier(following) >= _KNOWN_GIVEN
        if words.given_tier(new.lower()) >= _KNOWN_GIVEN and not plain:
            yield *match.span("n"), new


def read_look_alikes(copy: Normalised, words: Lexicon) -> Normalised:
    """``copy`` with look-alikes read as what they were meant to be."""
    strokes = [
        (*match.span(), "I" if _BESIDE_CAPITAL.match(copy.text, match.end()) else "l")
        for match in _STROKE.finditer(copy.text)
    ]
    copy = copy.edited(strokes) if len(strokes) >= _LEAST_STROKES else copy
    inside = list(_INSIDE.finditer(copy.text))
    if len(inside) >= _LEAST_INSIDE:  # a letter that a machine misread so
        copy = copy.edited([(m.start("d"), m.end("d"), _LETTER_FOR[m["d"]]) for m in inside])
        copy = copy.edited(_given_names(copy.text, words))
        copy = copy.edited(_openings(copy.text, words))
    copy = copy.edited((*m.span("n"), m["n"].translate(_TO_DIGIT)) for m in _ROUTE_NUMBER.finditer(copy.text))
    copy = copy.edited(_capitals(copy.text, words))
    copy = months_together(copy)
    copy = copy.edited(_dates(copy.text))
    copy = copy.edited((*m.span("gap"), "") for m in _TORN_DAY.finditer(copy.text))
    copy = copy.edited(_days(copy.text))
    zeros = ((*match.span("zero"), "O") for match in _ONE_ZERO.finditer(copy.text))
    copy = copy.edited(sorted({*_numbers(copy.text), *zeros}))
    return put_together(copy.edited(sorted(_words(copy.text, words))), words)
