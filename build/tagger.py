"""Trains the tagger of security/tagger.py on the annotated letters of the tests and writes its weights.

    .venv/bin/python build/tagger.py            train on all letters, write resources/lexicon/tagger.txt.xz
    .venv/bin/python build/tagger.py --check    train on three letters of four, four times; how it does on the rest

Logistic regression by stochastic steps that grow smaller for signs seen often (Adagrad), in a fixed order: the same
letters give the same file. Each letter is shown as it is and with its names, bodies and places exchanged, once also
without capitals. A sign counts only if three letters have it, so that no name is learnt by heart.
"""

from __future__ import annotations

import lzma
import math
import random
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from nexus_desktop.models.letter_models import PhiCategory as C  # noqa: E402
from nexus_desktop.security.detection import view_of  # noqa: E402
from nexus_desktop.security.letter_view import HARD  # noqa: E402
from nexus_desktop.security.number_signs import numbers_of  # noqa: E402
from nexus_desktop.security.tagger import GROUPS, SCALE, WEIGHTS, Signs, is_candidate  # noqa: E402
from tests.annotated_letters import AnnotatedLetter, load  # noqa: E402
from tests.letter_variants import lowered, rehoused, renamed  # noqa: E402

LETTERS = ("development", "plain", "hard", "varied", "further", "torn")
VARIANTS, EPOCHS, RATE, DECAY = 3, 6, 0.2, 2e-5
FEWEST_LETTERS = 4
SMALLEST, SMALLEST_OF_GROUP = 5, 25  # of the whole numbers that the file holds
FOLDS = 4
STANDS_FOR = {
    C.PATIENT: C.RELATIVE, C.RELATIVE: C.RELATIVE, C.COUNTY: C.CITY, C.AGE90: C.DATE, C.DOB: C.DATE, C.DATE: C.DATE,
    C.PROVIDER: C.PROVIDER, C.FACILITY: C.FACILITY, C.EMPLOYER: C.EMPLOYER, C.UNIT: C.UNIT, C.STATION: C.STATION,
    C.CITY: C.CITY, C.STREET: C.STREET,
}  # fmt: skip


class Example(NamedTuple):
    """A word of a letter: its signs as numbers, and the group of the identifier that it is part of, or -1."""

    signs: tuple[int, ...]
    group: int


class Shown(NamedTuple):
    """The words of one letter as shown to the training."""

    letter: str
    variant: int
    words: list[tuple[list[str], int]]


def group_of(letter: AnnotatedLetter, span: tuple[int, int]) -> int:
    """The group of the identifier that a place is part of, or -1."""
    mark = next((m for m in letter.marks if m.start < span[1] and span[0] < m.end), None)
    return -1 if mark is None else GROUPS.index(STANDS_FOR.get(mark.category, C.ACCOUNT))


def shown(letter: AnnotatedLetter, name: str, variant: int) -> Shown:
    """The candidates of a letter, words and numbers, with their signs and groups."""
    copy, view = view_of(letter.text)
    signs = Signs(view)
    words = []
    for at, word in enumerate(view.words):
        if is_candidate(view, word):
            words.append((signs.of(at), group_of(letter, copy.span(word.start, word.end))))
    numbers = numbers_of(view)
    of_numbers = signs.numbers(numbers)
    for at, number in enumerate(numbers):
        if not view.is_kept(number.start, number.end, HARD):
            words.append((of_numbers.of(at), group_of(letter, copy.span(number.start, number.end))))
    return Shown(name, variant, words)


def everything() -> Iterator[Shown]:
    """Each letter, its variants with other names, and one of these without capitals."""
    for letter in load(*LETTERS):
        yield shown(letter, letter.name, 0)
        cased = letter.text.upper() != letter.text != letter.text.lower()
        for seed in range(1, VARIANTS + 1):
            other = rehoused(renamed(letter, seed), seed)
            yield shown(lowered(other) if cased and seed == VARIANTS else other, letter.name, seed)


class Numbered:
    """Signs as numbers; only those that enough letters have."""

    def __init__(self, letters: Sequence[Shown]) -> None:
        seen: Counter[str] = Counter()
        for name in dict.fromkeys(one.letter for one in letters):
            own = (signs for one in letters if one.letter == name for signs, _ in one.words)
            seen.update({sign for signs in own for sign in signs})
        self.names = sorted(sign for sign, count in seen.items() if count >= FEWEST_LETTERS)
        self._numbers = {sign: at for at, sign in enumerate(self.names)}

    def examples(self, letters: Iterable[Shown]) -> list[Example]:
        numbers = self._numbers
        return [
            Example(tuple(numbers[sign] for sign in signs if sign in numbers), group)
            for one in letters
            for signs, group in one.words
        ]


def trained(examples: Sequence[Example], targets: Sequence[float], size: int) -> list[float]:
    """The weights of a logistic regression, averaged over the second half of the rounds."""
    weights, squares, total = [0.0] * size, [1e-6] * size, [0.0] * size
    order = list(range(len(examples)))
    chance, rounds = random.Random(7), 0
    for epoch in range(EPOCHS):
        chance.shuffle(order)
        for at in order:
            signs = examples[at].signs
            score = sum(weights[sign] for sign in signs)
            gradient = 1 / (1 + math.exp(-max(-30.0, min(30.0, score)))) - targets[at]
            if abs(gradient) < 1e-3:
                continue
            square = gradient * gradient
            for sign in signs:
                squares[sign] += square
                step = gradient + DECAY * len(order) * 1e-3 * weights[sign]
                weights[sign] -= RATE * step / math.sqrt(squares[sign])
        if epoch >= EPOCHS // 2:
            total = [a + b for a, b in zip(total, weights, strict=True)]
            rounds += 1
    return [one / rounds for one in total]


def likelihood(example: Example, weights: Sequence[float]) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, sum(weights[sign] for sign in example.signs)))))


def check() -> None:
    """How many words of letters that were left out are told rightly, by how sure the tagger is."""
    letters = list(everything())
    names = list(dict.fromkeys(one.letter for one in letters))
    random.Random(5).shuffle(names)
    right: Counter[float] = Counter()
    said: Counter[float] = Counter()
    wanted = 0
    steps = (0.99, 0.97, 0.95, 0.9, 0.8, 0.6, 0.4, 0.2, 0.0)
    for fold in range(FOLDS):
        out = set(names[fold::FOLDS])
        seen = [one for one in letters if one.letter not in out]
        numbered = Numbered(seen)
        examples = numbered.examples(seen)
        weights = trained(examples, [float(e.group >= 0) for e in examples], len(numbered.names))
        for example in numbered.examples(one for one in letters if one.letter in out and one.variant == 0):
            step = next(step for step in steps if likelihood(example, weights) >= step)
            said[step] += 1
            right[step] += example.group >= 0
            wanted += example.group >= 0
    for step in steps:
        print(f"from {step:4}: {right[step]:6} of {said[step]:6} words are of identifiers")
    print(f"{wanted} words of identifiers in all")


def main() -> None:
    letters = list(everything())
    numbered = Numbered(letters)
    examples = numbered.examples(letters)
    found = trained(examples, [float(e.group >= 0) for e in examples], len(numbered.names))
    marked = [e for e in examples if e.group >= 0]
    groups = [
        trained(marked, [float(e.group == group) for e in marked], len(numbered.names)) for group in range(len(GROUPS))
    ]
    lines = []
    for at, sign in enumerate(numbered.names):
        whole = round(found[at] * SCALE)
        each = [round(one[at] * SCALE) for one in groups]
        first = str(whole) if abs(whole) >= SMALLEST else ""
        rest = [str(one) for one in each] if any(abs(one) >= SMALLEST_OF_GROUP for one in each) else []
        if first or rest:
            lines.append("\t".join((sign, first, *rest)))
    packed = lzma.compress("\n".join(lines).encode("utf-8"), preset=9 | lzma.PRESET_EXTREME)
    (ROOT / "resources" / WEIGHTS).write_bytes(packed)
    print(f"{len(lines)} signs, {len(packed)} bytes, from {len(examples)} words")


if __name__ == "__main__":
    check() if sys.argv[1:] == ["--check"] else main()
