"""The names of a case: read backwards from where its volume stands, and compared in the forms letters give them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

_VERSUS: Final = re.compile(r"(?<=[\w.\]])\s+(?:v|vs)\b\.?\s+", re.IGNORECASE)
_SOLE: Final = re.compile(r"\b(?:In re|Ex parte|Matter of) [A-Z][^;()\d]{2,60}$")
_WORD: Final = re.compile(r"\S+")


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


_JOINING: Final = _words("of the & and de la van von ex rel. rel for")
_NOT_A_NAME: Final = _words(
    "a an as at but by cf cf. cases case citing court e.g. e.g., eg from holding in under per see also the these this "
    "those to with accord compare following quoting both decision opinion standard id. and or that than since because "
    "while reading named called"
)
_ENDS: Final = re.compile(r"[;:!?)\]”\"]$|[^\W\d_]{4,}\.$|\d[.,]?$")
_ABBREVIATED: Final = _words("dep't. assoc. admin. comm'n. corp. bros. dept. assn.")
_DEFENDANT: Final = re.compile(
    r"(?:(?:the )?(?:Acting )?(?:Sec(?:retary|'y|y)\.?|Dep(?:artment|'t|t)\.?|U\.?S\.?|United States)"
    r"(?: (?:of|for|Dep(?:artment|'t|t)\.?|Vet(?:erans|\.)?'?|Affairs|Aff\.?|Veterans'?))*"
    r"|[A-Z](?:[\w'’]|-(?=\w))*(?: [A-Z][\w'’-]*\.?){0,2})",
    re.IGNORECASE,
)
_WORD_OF_A_NAME: Final = re.compile(r"\[?[A-Z][\w'’.\[\]-]*,?|&|'[a-z]+", re.UNICODE)


@dataclass(frozen=True, slots=True)
class Caption:
    """Who against whom, as written. ``start`` and ``end`` are its place; None for a name that was redacted."""

    start: int
    end: int
    plaintiff: str | None
    defendant: str | None


def before(text: str, floor: int, end: int) -> Caption | None:
    """The caption that ends just before ``end``, looking back no further than ``floor``."""
    floor = max(floor, end - 170)
    stop = end
    while stop > floor and text[stop - 1] in " ,(":
        stop -= 1
    sole = _SOLE.search(text, floor, stop)
    if sole is not None:
        return Caption(sole.start(), stop, _name(sole.group()), None)
    versus = None
    for match in _VERSUS.finditer(text, floor, stop):
        versus = match
    if versus is None or stop - versus.end() > 60 or re.search(r"[;:()]|\d|\. [A-Z][a-z]", text[versus.end() : stop]):
        return None
    start = _start_of_plaintiff(text, floor, versus.start())
    if start == versus.start():
        return None
    return Caption(start, stop, _name(text[start : versus.start()]), _name(text[versus.end() : stop]))


def all_in(text: str) -> list[Caption]:
    """Every "X v. Y" of a text. Y is one to three words with a capital, or the Secretary by office."""
    found = []
    for match in _VERSUS.finditer(text):
        defendant = _DEFENDANT.match(text, match.end())
        if defendant is None:
            continue
        start = _start_of_plaintiff(text, max(0, match.start() - 120), match.start())
        if start < match.start():
            end = defendant.start() + len(_until_small(defendant.group()).rstrip(" .,"))
            if end > match.end():
                found.append(Caption(start, end, _name(text[start : match.start()]), _name(text[match.end() : end])))
    return found


def short_before(text: str, floor: int, end: int) -> Caption | None:
    """The one name before a short citation: "Stefl, 21 Vet. App. at 124"."""
    match = re.search(r"([A-Z][\w'’.-]+(?: [A-Z][\w'’-]+)?),\s*$", text[max(floor, end - 60) : end])
    if match is None or match.group(1).lower() in _NOT_A_NAME:
        return None
    start = max(floor, end - 60) + match.start()
    name = re.sub(r"^(?:See|In|Under|Cf\.?|Also) ", "", match.group(1))
    return Caption(start + len(match.group(1)) - len(name), end, name, None)


def _until_small(words: str) -> str:
    """The words up to the first that begins small, as the pattern does not look at capitals."""
    kept = []
    for word in words.split(" "):
        if not (word[:1].isupper() or word.lower() in ("of", "for", "the")) or word.lower() in _NOT_A_NAME - {"the"}:
            break
        kept.append(word)
    while kept and kept[-1].lower() in ("of", "for", "the"):
        kept.pop()
    return " ".join(kept)


def _start_of_plaintiff(text: str, floor: int, end: int) -> int:
    """Where the plaintiff's name begins: back over words with capitals, until prose or the end of a sentence."""
    start = end
    for taken, match in enumerate(reversed(list(_WORD.finditer(text, floor, end)))):
        word = match.group()
        bare = word.strip("“\"'‘(,").lower()
        ends_before = _ENDS.search(word) and bare not in _ABBREVIATED and "[" not in word
        opened = word[0] in '(“"'
        if taken and (ends_before or (word.endswith(",") and not _suffix_follows(text, match.end()))):
            break
        named = _WORD_OF_A_NAME.fullmatch(word.lstrip("(“\"'")) is not None
        if bare in _NOT_A_NAME or taken > 9 or not (named or (taken and bare in _JOINING)):
            break
        start = match.start() + (len(word) - len(word.lstrip("(“\"'")) if opened else 0)
        if opened:
            break
    while True:  # a name does not begin with "and" or "of"
        first = _WORD.match(text, start, end)
        if first is None or first.group().lower() not in _JOINING - {"the"}:
            return start
        start = first.end() + 1


def _suffix_follows(text: str, at: int) -> bool:
    return re.match(r"\s*(?:Inc|Jr|Sr|II|III|LLC|Ltd|Co)\b", text[at : at + 8]) is not None


def _name(words: str) -> str | None:
    """A name as written, or None where redaction took it out."""
    return None if re.search(r"\[[A-Z ]+\d*\]", words) else " ".join(words.split()).strip(" ,")


def folded(name: str) -> str:
    """A name for comparison: letters alone, in lower case."""
    return "".join(c for c in name.lower() if c.isalnum())


def same(written: str, known: str) -> bool:
    """Whether a written name is the known one: in full, or by its surname alone, or with first names before it."""
    one, other = folded(written), folded(known)
    return one == other or (len(other) > 2 and one.endswith(other)) or (len(one) > 3 and other.endswith(one))


def close(written: str, known: str) -> bool:
    """Whether a written name looks like the known one misspelled."""
    one, other = folded(written), folded(known)
    return min(len(one), len(other)) > 3 and SequenceMatcher(None, one, other, autojunk=False).ratio() >= 0.78
