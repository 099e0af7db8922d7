"""Whether one prompt version is better than another: who gets which, and what the paired results allow to be said.

Letters are few, so nothing here leans on large numbers: McNemar's test is the exact binomial one, intervals of shares
are Wilson's, intervals of differences a paired bootstrap with a fixed seed. The same results give the same words.
"""

from __future__ import annotations

import hashlib
import math
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import NormalDist, fmean

ALPHA, POWER = 0.05, 0.80
ROUNDS = 4000
_SEED = 20260101
_Z = NormalDist().inv_cdf(1 - ALPHA / 2)

Interval = tuple[float, float]


def assigned(experiment: str, letter: str, shares: Mapping[str, int]) -> str:
    """Which version a letter gets: by a hash, so that the same letter always gets the same one.

    ``letter`` is a fingerprint, never a name. ``shares`` are weights by version, as in ``{"1.0.0": 80, "1.1.0": 20}``.
    Raises ValueError where no weight is above 0.
    """
    total = sum(shares.values())
    if total <= 0 or any(weight < 0 for weight in shares.values()):
        raise ValueError("weights must be positive")
    digest = hashlib.sha256(f"{experiment}\0{letter}".encode()).digest()
    place = int.from_bytes(digest[:8], "big") % total
    for version, weight in sorted(shares.items()):
        if place < weight:
            return version
        place -= weight
    raise AssertionError  # the weights add up to the total


def wilson(hits: int, of: int) -> Interval:
    """The 95 percent interval of a share (Wilson 1927); (0, 1) of nothing."""
    if not of:
        return 0.0, 1.0
    share, square = hits / of, _Z * _Z
    middle = (share + square / (2 * of)) / (1 + square / of)
    half = _Z * math.sqrt(share * (1 - share) / of + square / (4 * of * of)) / (1 + square / of)
    return max(0.0, middle - half), min(1.0, middle + half)


def mcnemar(only_first: int, only_second: int) -> float:
    """Two-sided p of McNemar's exact test, from the pairs that disagree; 1 where none does."""
    pairs, fewer = only_first + only_second, min(only_first, only_second)
    tail = sum(math.comb(pairs, k) for k in range(fewer + 1))
    return min(1.0, 2.0 * tail / float(2**pairs))


def pairs_needed(first_share: float, second_share: float, disagree_share: float) -> int:
    """How many pairs show a difference of two pass rates (5 percent, power 80 percent), after Connor (1987).

    ``disagree_share`` is the share of pairs in which exactly one passes; it cannot be below the difference itself.
    Raises ValueError for two equal rates.
    """
    difference = abs(first_share - second_share)
    if difference == 0:
        raise ValueError("no sample shows a difference of nothing")
    disagree = max(disagree_share, difference)
    z_power = NormalDist().inv_cdf(POWER)
    spread = _Z * math.sqrt(disagree) + z_power * math.sqrt(max(0.0, disagree - difference * difference))
    return math.ceil((spread / difference) ** 2)


def mean_difference(differences: Sequence[float]) -> tuple[float, Interval]:
    """The mean of paired differences and its 95 percent interval by bootstrap; raises ValueError without any."""
    if not differences:
        raise ValueError("no pairs")
    chance = random.Random(_SEED)  # noqa: S311 - a fixed seed is the point: no secret is made of it
    means = sorted(fmean(chance.choices(differences, k=len(differences))) for _ in range(ROUNDS))
    low, high = means[int(ROUNDS * ALPHA / 2)], means[int(ROUNDS * (1 - ALPHA / 2)) - 1]
    return fmean(differences), (low, high)


@dataclass(frozen=True, slots=True)
class PairedPasses:
    """Letters that both versions were run on, by which of them passed."""

    both: int
    only_first: int
    only_second: int
    neither: int

    @property
    def letters(self) -> int:
        return self.both + self.only_first + self.only_second + self.neither

    @property
    def first(self) -> int:
        """How many passed with the first version."""
        return self.both + self.only_first

    @property
    def second(self) -> int:
        """How many passed with the second."""
        return self.both + self.only_second

    @property
    def p(self) -> float:
        """McNemar's p."""
        return mcnemar(self.only_first, self.only_second)

    def still_needed(self) -> int | None:
        """How many more letters would show a difference as large as the one seen; None where none is seen."""
        if self.only_first == self.only_second or not self.letters:
            return None
        needed = pairs_needed(
            self.first / self.letters, self.second / self.letters, (self.only_first + self.only_second) / self.letters
        )
        return max(0, needed - self.letters)

    def in_words(self, first: str, second: str, planned: int = 0) -> str:
        """What may be said, in one or two sentences. Before the ``planned`` letters are there nothing is called better:
        who looks often enough finds a difference where there is none."""
        if not self.letters:
            return "No letter was run with both versions yet."
        if self.letters < planned:
            seen = f"{first} passed {self.first}, {second} {self.second}"
            return f"No difference is shown yet: {self.letters} of {planned} letters ({seen})."
        counts = f"{first} passed {self.first} and {second} {self.second} of {self.letters} letters."
        if self.p < ALPHA:
            better = second if self.only_second > self.only_first else first
            return f"{better} does better: {counts} A difference this large is unlikely by chance (p = {self.p:.3f})."
        needed = self.still_needed()
        more = f" About {needed} more letters would settle a difference this large." if needed else ""
        return f"No difference is shown yet: {counts}{more}"
