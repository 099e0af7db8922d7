"""A copy of the letter that detectors can read, every character of which knows where it came from.

Folded: compatibility forms, accents, dashes, quotes, blanks of all kinds, zero-width and control characters, soft
hyphens, line ends, marks of quoted mail, words and numbers broken over a line end. A line end that only wraps a
paragraph becomes SOFT, which ``\\s`` matches and ``^`` and ``$`` do not. Offsets of findings always refer to the
original text: ``Normalised.span`` takes them back.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from nexus_desktop.security.lexicon import Lexicon

SOFT = "\x1f"
"""A line end inside a paragraph."""

Edit = tuple[int, int, str]

_SPECIAL = re.compile(r"[^\x20-\x7e\n]+")
_BREAKS = dict.fromkeys("\r\x0b\x0c\x85\u2028\u2029\x1c\x1d\x1e\x1f", "\n")
_SIGNS = {
    **dict.fromkeys("‐‑‒–−﹘﹣－⁃", "-"), "—": "—", "―": "—",
    **dict.fromkeys("‘’‚‛′`´ʼʻʹ＇", "'"), **dict.fromkeys("“”„‟″«»＂", '"'),
    **dict.fromkeys("·•●▪■◦∙‧│┃¦‖｜", "|"), "…": "...", "№": "No", "\t": " ",
}  # fmt: skip
_LETTERS = dict(
    zip("đøłðþıħŧŋĐØŁÐÞĦŦаеорсіѕхујһАВЕКМНОРСТХІЅУαονρΑΒΕΗΙΚΜΝΟΡΤΥΧΖ",
        "dolðpihtnDOLDPHTaeopcisxyjhABEKMHOPCTXISYaovpABEHIKMNOPTYXZ", strict=True)
) | {"ð": "d", "ß": "ss", "æ": "ae", "œ": "oe", "Æ": "Ae", "Œ": "Oe"}  # fmt: skip
"""Letters that NFKD leaves whole, and Cyrillic and Greek ones that look Latin."""

_QUOTED = re.compile(r"^(?:>[ ]?)+", re.MULTILINE)
_BROKEN = re.compile(r"(?P<left>(?<![A-Za-z])[A-Za-z]+|\d)(?P<mark>[-/.])[ ]*[\n\x1f][ ]*(?P<right>[A-Za-z]+|\d)")
_SPACED_BREAK = re.compile(r"(?<=\d)[ ]*\n[ ]*(?=[-/]\d)")
_BOXED = re.compile(
    r"(?:(?<!\S)(?:\d(?: \d| [-/.|] \d){6,16}|[A-Z](?: [A-Z]){4,24})|(?<=\d-)\d(?: \d){3,8}"
    r"|(?<=[ ,][A-Z][A-Z] )\d(?: \d){4})(?![^\s.,;)]| \d(?!\d))"
)
_LEADER = re.compile(r"(?<=[\w)])[ ]?(?:\.{4,80}|(?:[ ]\.){3,40})[ ]?(?=[\w\"(*#+])")
"""The dots between a label and its value."""
_ANSWER = re.compile(r"(?<![^\W_])(?<![-.*#_])_{1,60}(?=[\"'(+]?[^\W_])|(?<=[^\W_]|[.,;:)\"'?!])_{1,60}(?![\w-])")
"""The line that an answer is written on: ``DOB _5-5-55_``. A row of it alone, or in a masked number, is none."""
_QUOTES_APART = re.compile(r'(?<![^\s(,])"[ ](?P<inner>[A-Z][\w\'-]{1,15}(?:[ ][A-Z][\w\'-]{1,15})?)[ ]"(?!\w)')
"""``" Koa "``: a scanner's, or a typist's, blanks inside quotation marks."""
_LINE = re.compile(r"[^\n]+")
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?"
_SPLIT = re.compile(
    rf"\b(?:\d{{1,2}}\n{_MONTH},? \d{{2,4}}\b|{_MONTH}\n(?:\d{{1,2}}, |(?:19|20)\d\d\b)|{_MONTH} \d{{1,2}},\n(?:19"
    rf"|20)\d\d\b"
    r"|\d{1,3} \d{3}\n\d{3}\b|\d{1,3}\n\d{3} \d{3}\b|\(\d{3}\)\n\d{3}-\d{4}\b)",
    re.IGNORECASE,
)
"""A date or a number that a line end has cut in two."""
_NARROW = 80  # characters a line of a narrow letter has at most
_LEAST_PAIRS = 6
_GAP = re.compile(r"(?<=\S) {1,9}(?=\S)")
_ABBREVIATED = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Dra|St|Sr|Jr|No|Lt|Col|Maj|Capt|Sgt|Gen|Prof|Rev|Ft|App|Fed|Vet|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|v|vs|[A-Z])\.)$",
    re.IGNORECASE,
)
_LAST_CAPITAL = re.compile(r"[ (\"](?:[A-Z][a-z'-]+|[A-Z]\.|Mr\.|Dr\.|[A-Z]{2,5})[ ]*$")
_FIRST_CAPITAL = re.compile(r"[ ]*(?P<head>[A-Z][a-z]+)(?:[ ][a-z(]|[,.)'\"]|[ ]*$)")
_SMALL_WORD = re.compile(r"(?<![\w'-])[a-z]{2,}(?![\w'-])")
_PROSE = 4  # words in small letters that make two lines running text
_PLAIN_ENGLISH = 5
_NEW_ITEM = re.compile(r"\s*(?:[\[(*|_=~-]|\d{1,2}[.)]\s|[A-Za-z][.)]\s|[A-Za-z][\w .'/&()-]{0,40}:)")


@cache
def _fold(char: str) -> str:
    """What stands for one special character; nothing for marks that only change the one before."""
    if char in _SIGNS or char in _LETTERS or char in _BREAKS:
        return _SIGNS.get(char) or _LETTERS.get(char) or _BREAKS[char]
    kind = unicodedata.category(char)
    if kind in ("Cf", "Cc", "Mn", "Me", "Cs", "Co"):
        return ""
    if kind == "Zs":
        return " "
    if kind == "No":
        return char
    plain = "".join(c for c in unicodedata.normalize("NFKD", char) if unicodedata.category(c) != "Mn")
    return "".join(_LETTERS.get(c, c) for c in plain) or char


@dataclass(frozen=True, slots=True)
class Normalised:
    """Folded text with, for each of its characters, the start and end of what it stands for in the original."""

    text: str
    starts: list[int]
    ends: list[int]
    original: str

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets into the original of a span that is not empty; marks that belong to its last letter are taken in."""
        first, last = self.starts[start], self.ends[end - 1]
        while last < len(self.original) and unicodedata.category(self.original[last]) in ("Mn", "Me", "Cf"):
            last += 1
        return first, last

    def edited(self, edits: Iterable[Edit]) -> Normalised:
        """With ``text[start:end]`` replaced; edits are sorted and do not overlap."""
        pieces: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        at = 0
        for start, end, new in edits:
            pieces += (self.text[at:start], new)
            starts += self.starts[at:start]
            ends += self.ends[at:start]
            if len(new) == end - start:
                starts += self.starts[start:end]
                ends += self.ends[start:end]
            elif new:
                starts += [self.starts[start]] * len(new)
                ends += [self.ends[end - 1]] * len(new)
            at = end
        if not at:
            return self
        pieces.append(self.text[at:])
        return Normalised("".join(pieces), starts + self.starts[at:], ends + self.ends[at:], self.original)


def _foldings(text: str) -> Iterator[Edit]:
    for run in _SPECIAL.finditer(text):
        for at in range(run.start(), run.end()):
            char = text[at]
            new = "" if char == "\r" and text[at + 1 : at + 2] == "\n" else _fold(char)
            if new == "—" and text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit():
                new = "-"
            if new != char:
                yield at, at + 1, new


def _joints(text: str, words: Lexicon) -> Iterator[Edit]:
    """Words and numbers broken over a line end."""
    for match in _BROKEN.finditer(text):
        left, right, mark = match["left"], match["right"], match["mark"]
        if left.isdigit() != right.isdigit() or (mark != "-" and not left.isdigit()):
            continue
        keep = mark
        if not left.isdigit():
            if mark == "-" and right[0].isupper() and not left.isupper():
                keep = "-"
            elif words.is_known((left + right).lower()) or words.is_name((left + right).lower()):
                keep = ""
            else:
                keep = "-" if words.is_known(left.lower()) and words.is_known(right.lower()) else ""
        elif mark == "." and not re.search(r"\d[./]\d+\.$", text[max(0, match.start() - 12) : match.end("mark")]):
            continue  # the end of a sentence, and a list number after it
        yield match.start("mark"), match.start("right"), keep


def _boxes(text: str) -> Iterator[Edit]:
    """The blanks of words and numbers written one character a box."""
    for match in _BOXED.finditer(text):
        found = match.group()
        digits = [int(c) for c in found if c.isdigit()]
        counted = len(digits) > 2 and all(other - one == 1 for one, other in pairwise(digits))
        if not counted:  # 0 1 2 3 4: a scale
            yield from ((match.start() + at, match.start() + at + 1, "") for at, c in enumerate(found) if c == " ")


def _spread(text: str) -> Iterator[Edit]:
    """One of two blanks, in lines that have two between all their words."""
    for line in _LINE.finditer(text):
        gaps = list(_GAP.finditer(text, line.start(), line.end()))
        double = [gap for gap in gaps if gap.end() - gap.start() == 2]
        if len(double) >= 3 and 2 * len(double) > len(gaps):
            yield from ((gap.start(), gap.start() + 1, "") for gap in double)


def _wraps(text: str, words: Lexicon) -> Iterator[Edit]:
    """Line ends inside a paragraph, which become SOFT."""
    blocks = re.split(r"(\n[ ]*\n\s*)", text)
    broken = [block.split("\n") for block in blocks]
    width = _width(broken)
    at = 0
    for block, lines in zip(blocks, broken, strict=True):
        if len(lines) > 1 and block.strip():
            least, loose = _least(lines), _is_loose(lines)
            place = at
            for line, following in pairwise(lines):
                place += len(line)
                full = len(line.rstrip()) >= least or (width and _needed(line, following) > width)
                full = full or bool(_SPLIT.search(f"{line.rstrip()[-24:]}\n{following.lstrip()[:16]}"))
                full = full or _cuts_a_name(line, following, words, 1 if loose or width else _PROSE)
                if full and _open_end(line) and following.strip() and not _NEW_ITEM.match(following):
                    yield place, place + 1, SOFT
                place += 1
        at += len(block)


def _cuts_a_name(line: str, following: str, words: Lexicon, prose: int) -> bool:
    """Whether a line of prose ends in a capital and the next begins with a name and goes on as prose; ``prose`` is how
    many words in small letters the two have at least."""
    last, first = _LAST_CAPITAL.search(line), _FIRST_CAPITAL.match(following)
    if last is None or first is None:
        return False
    small = [len(_SMALL_WORD.findall(one)) for one in (line, following)]
    if not small[0] or sum(small) < prose:
        return False
    head = first["head"].lower()
    named = words.is_name(head) and words.english_tier(head) < _PLAIN_ENGLISH
    return named or (not words.is_known(head) and not words.is_name(head))


def _least(lines: list[str]) -> float:
    """How long a line is at least that the end of the line broke; less in a block most lines of which go on so."""
    longest = max(len(line.rstrip()) for line in lines)
    return 0.35 * longest if _is_loose(lines) else max(45.0, 0.6 * longest)


def _is_loose(lines: list[str]) -> bool:
    """Whether most lines of a block stop where no sentence does."""
    pairs = list(pairwise(lines))
    cased = any(c.isupper() for line in lines for c in line)
    return cased and len(pairs) >= _LEAST_PAIRS and sum(_mid_sentence(*pair) for pair in pairs) >= 0.4 * len(pairs)


def _mid_sentence(line: str, following: str) -> bool:
    """Whether a line stops where no sentence does, and the next one goes on in small letters."""
    return _open_end(line) and following.lstrip()[:1].islower()


def _width(blocks: list[list[str]]) -> int:
    """The width at which the lines of a narrow letter are broken; 0 for one with lines as long as they come."""
    pairs = [(line.rstrip(), following) for lines in blocks for line, following in pairwise(lines) if line.strip()]
    if len(pairs) < _LEAST_PAIRS:
        return 0
    going_on = [line for line, following in pairs if _open_end(line) and following.lstrip()[:1].islower()]
    if any(line.isupper() or line.islower() for line, _ in pairs) and not any(
        c.isupper() for line in going_on for c in line
    ):
        width = max(len(line) for line, _ in pairs)
        enough = sum(_needed(*pair) > width for pair in pairs) >= 0.6 * len(pairs)
        return width if enough and width <= _NARROW else 0
    if len(going_on) < 0.25 * len(pairs):
        return 0
    width = max(map(len, going_on))
    return width if width <= _NARROW else 0


def _needed(line: str, following: str) -> int:
    """How long a line would be with the first word of the next one."""
    return len(line.rstrip()) + 1 + len(following.split(maxsplit=1)[0] if following.strip() else "")


def _open_end(line: str) -> bool:
    bare = line.rstrip()
    return bool(bare) and (bare[-1].isalnum() or bare[-1] in ",-'\"&)" or bool(_ABBREVIATED.search(bare[-8:])))


def normalise(text: str, words: Lexicon) -> Normalised:
    """A copy for detectors. Linear in the length of the text; never raises."""
    places = list(range(len(text) + 1))
    copy = Normalised(text, places[:-1], places[1:], text)
    copy = copy.edited(_foldings(copy.text))
    copy = copy.edited((m.start(), m.end(), "") for m in _QUOTED.finditer(copy.text))
    copy = copy.edited((m.start(), m.end(), " " * len(m.group())) for m in _ANSWER.finditer(copy.text))
    copy = copy.edited((m.start(), m.end(), f'"{m["inner"]}"') for m in _QUOTES_APART.finditer(copy.text))
    copy = copy.edited((m.start(), m.end(), ": ") for m in _LEADER.finditer(copy.text))
    copy = copy.edited(_boxes(copy.text))
    copy = copy.edited(_spread(copy.text))
    copy = copy.edited((m.start(), m.end(), "") for m in _SPACED_BREAK.finditer(copy.text))
    copy = copy.edited(_wraps(copy.text, words))
    return copy.edited(_joints(copy.text, words))
