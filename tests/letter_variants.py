"""Derives letters from annotated ones, marks moved along: other case, other names, scanner's noise, other lines.

Everything depends on a seed and nothing else, so that a variant can be made again.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from nexus_desktop.models.letter_models import PhiCategory
from nexus_desktop.security.lexicon import Lexicon, folded, lexicon
from nexus_desktop.security.vocabulary import PARTICLES, SUFFIXES
from tests.annotated_letters import AnnotatedLetter, Mark

Edit = tuple[int, int, str]

_NAMES = (PhiCategory.PATIENT, PhiCategory.RELATIVE, PhiCategory.PROVIDER)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_UNCOMMON = [
    "Quillane",
    "Tsegaye",
    "Brzozowski",
    "Nguyenova",
    "Okwuosa",
    "Faleafa",
    "Yellowhair",
    "Hsiung",
    "Abubakari",
    "Mkrtchyan",
    "Dlamini",
    "Ramanujam",
    "Ilagan",
    "Xayavong",
    "Etxeberria",
    "Szymanek",
    "Ozturk",
    "Villafuerte",
    "Keahiolalo",
    "Thorbjornsen",
]
"""Surnames that few or no Americans bear: lists do not help there."""
_CONFUSED = {"l": "1I", "I": "l1", "1": "lI", "O": "0", "0": "O", "o": "0", "m": ("rn",), "S": "5", "5": "S", "i": "1"}


def edited(letter: AnnotatedLetter, name: str, edits: Iterable[Edit]) -> AnnotatedLetter:
    """The letter with ``text[start:end]`` replaced; edits are sorted and do not overlap. Marks follow."""
    pieces: list[str] = []
    moved: list[tuple[int, int, int]] = []  # place and length in the old text, change of length
    at = 0
    for start, end, new in edits:
        pieces += (letter.text[at:start], new)
        moved.append((start, end, len(new) - (end - start)))
        at = end
    pieces.append(letter.text[at:])

    def place(offset: int) -> int:
        shift = 0
        for start, end, change in moved:
            if offset >= end and end > start:
                shift += change
            elif offset > start:
                return start + shift + min(offset - start, end - start + change)
            else:
                break
        return offset + shift

    marks = tuple(Mark(place(m.start), place(m.end), m.category) for m in letter.marks)
    return AnnotatedLetter(name, "".join(pieces), marks, tuple((place(a), place(b)) for a, b in letter.keeps))


def _recased(letter: AnnotatedLetter, name: str, change: Callable[[str], str]) -> AnnotatedLetter:
    text = "".join(new if len(new := change(char)) == 1 else char for char in letter.text)
    return AnnotatedLetter(f"{letter.name}+{name}", text, letter.marks, letter.keeps)


def shouted(letter: AnnotatedLetter) -> AnnotatedLetter:
    """All in capitals."""
    return _recased(letter, "capitals", str.upper)


def lowered(letter: AnnotatedLetter) -> AnnotatedLetter:
    """All in lower case."""
    return _recased(letter, "lower", str.lower)


def rewrapped(letter: AnnotatedLetter, width: int) -> AnnotatedLetter:
    """Paragraphs broken into lines of a width, at their blanks."""
    edits: list[Edit] = []
    for line in re.finditer(r"[^\n]+", letter.text):
        if re.search(r" {3}", line.group()):
            continue  # a table, or a form
        begun = line.start()
        for blank in re.finditer(" ", line.group()):
            at = line.start() + blank.start()
            following = letter.text.find(" ", at + 1)
            if (following if following >= 0 else line.end()) - begun > width:
                edits.append((at, at + 1, "\n"))
                begun = at + 1
    return edited(letter, f"{letter.name}+lines{width}", edits)


def scanned(letter: AnnotatedLetter, seed: int, rate: float = 0.02) -> AnnotatedLetter:
    """As a scanner reads it: look-alike characters for one another. ``rate`` is the share that is misread."""
    chance = random.Random(f"{letter.name}{seed}")
    edits: list[Edit] = []
    for at, char in enumerate(letter.text):
        if char in _CONFUSED and chance.random() < rate * (4 if char.isdigit() else 1):
            edits.append((at, at + 1, chance.choice(list(_CONFUSED[char]))))
    return edited(letter, f"{letter.name}+scan{seed}", edits)


@dataclass(slots=True)
class _Renaming:
    """New names for old ones, the same throughout a letter."""

    words: Lexicon
    chance: random.Random
    given: list[str]
    surnames: list[str]
    renamed: dict[str, str]

    def new(self, word: str, *, surname: bool) -> str:
        key = folded(word)
        if key not in self.renamed:
            rare = surname and self.chance.random() < 0.15
            pool = list(_UNCOMMON) if rare else self.surnames if surname else self.given
            self.renamed[key] = self.chance.choice(pool)
        name = self.renamed[key]
        if word.isupper() and len(word) > 1:
            return name.upper()
        return name.lower() if word.islower() else name.capitalize() if rare_case(name) else name


def rare_case(name: str) -> bool:
    """Whether a name of the lists has no capitals of its own yet."""
    return name.islower()


def renamed(letter: AnnotatedLetter, seed: int) -> AnnotatedLetter:
    """With other names for all people: from the Census lists by how common they are, and some that no list has."""
    words = lexicon()
    chance = random.Random(f"{letter.name}{seed}")
    naming = _Renaming(words, chance, _drawn(words.given, chance), _drawn(words.surnames, chance), {})
    edits: list[Edit] = []
    for mark in letter.marks:
        if mark.category in _NAMES and _plain(letter, mark):
            edits += _new_names(letter, mark, naming)
    return edited(letter, f"{letter.name}+names{seed}", sorted(edits))


def _drawn(listed: dict[str, int], chance: random.Random) -> list[str]:
    """Names, the commoner the likelier."""
    by_tier: dict[int, list[str]] = {}
    for name, tier in listed.items():
        if len(name) > 3 and name.isalpha():
            by_tier.setdefault(tier, []).append(name)
    return [
        chance.choice(by_tier[tier])
        for tier in chance.choices(sorted(by_tier), weights=[1, 2, 4, 6][: len(by_tier)], k=80)
    ]


def _plain(letter: AnnotatedLetter, mark: Mark) -> bool:
    """Whether a mark holds names and nothing else: no initials of a typist, no part of an address."""
    before, after = letter.text[mark.start - 1 : mark.start], letter.text[mark.end : mark.end + 1]
    return before not in ("@", "_", "/") and after not in ("@", "_", "/") and not before.isalnum()


def _new_names(letter: AnnotatedLetter, mark: Mark, naming: _Renaming) -> Iterator[Edit]:
    text = letter.text[mark.start : mark.end]
    found = [w for w in _WORD.finditer(text) if len(w.group()) > 3 and folded(w.group()) not in PARTICLES | SUFFIXES]
    turned = "," in text and len(found) > 1 and folded(text.split(",")[1].strip(" .")) not in SUFFIXES
    for at, word in enumerate(found):
        surname = at == 0 if turned else at == len(found) - 1
        new = naming.new(word.group(), surname=surname)
        yield mark.start + word.start(), mark.start + word.end(), new


@cache
def _bodies() -> dict[PhiCategory, list[str]]:
    """Invented and real names of bodies and places of many kinds, by category."""
    found: dict[PhiCategory, list[str]] = {}
    for line in (Path(__file__).parent / "data" / "body_names.txt").read_text("utf-8").splitlines():
        if line.startswith("# "):
            names = found.setdefault(PhiCategory(line[2:]), [])
        elif line:
            names.append(line)
    return found


def rehoused(letter: AnnotatedLetter, seed: int, share: tuple[int, int] = (0, 1)) -> AnnotatedLetter:
    """Other bodies, places and streets for those of the letter, short forms with them.

    ``share`` (k, n): take only every n-th name, from the k-th on, so that two sets of variants share no name.
    """
    chance = random.Random(f"{letter.name}{seed}")
    pools = {category: names[share[0] :: share[1]] for category, names in _bodies().items()}
    new: dict[tuple[PhiCategory, str], str] = {}
    edits: list[Edit] = []
    for mark in letter.marks:
        if mark.category not in pools or (edits and mark.start < edits[-1][1]):
            continue
        old = letter.text[mark.start : mark.end]
        key = (mark.category, " ".join(old.split()).lower())
        if key not in new:
            full = next((known for known in new if known[0] is mark.category and known[1].startswith(key[1])), None)
            count = max(1, len(key[1].split()))
            short = " ".join(new[full].split()[:count]).rstrip(" ,&") if full else ""
            new[key] = short or chance.choice(pools[mark.category])
        name = new[key]
        edits.append(
            (
                mark.start,
                mark.end,
                name.upper() if old.isupper() and len(old) > 6 else name.lower() if old.islower() else name,
            )
        )
    return edited(letter, f"{letter.name}+bodies{seed}", edits)
