"""The statistics of comparing versions, against published tables and exact enumeration."""

from __future__ import annotations

import math

import pytest

from nexus_desktop.prompts.experiments import (
    PairedPasses,
    assigned,
    mcnemar,
    mean_difference,
    pairs_needed,
    wilson,
)


@pytest.mark.parametrize(
    ("pairs", "fewer", "p"),
    [(6, 0, 0.03125), (10, 1, 0.0215), (12, 2, 0.0386), (15, 3, 0.0352), (20, 5, 0.0414), (25, 7, 0.0433)],
)
def test_mcnemar_is_the_sign_test_of_the_tables(pairs: int, fewer: int, p: float) -> None:
    """Two-sided critical values of the sign test, as in any table of it."""
    assert mcnemar(fewer, pairs - fewer) == pytest.approx(p, abs=5e-5)
    assert mcnemar(pairs - fewer, fewer) == mcnemar(fewer, pairs - fewer)


def test_nothing_that_disagrees_shows_nothing() -> None:
    assert mcnemar(0, 0) == 1
    assert mcnemar(7, 7) == 1


@pytest.mark.parametrize(
    ("hits", "of", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilson_gives_the_intervals_of_newcombe(hits: int, of: int, low: float, high: float) -> None:
    """R. G. Newcombe, Statistics in Medicine 17 (1998), table I, method 3."""
    assert wilson(hits, of) == (pytest.approx(low, abs=5e-5), pytest.approx(high, abs=5e-5))


def test_of_nothing_nothing_is_known() -> None:
    assert wilson(0, 0) == (0.0, 1.0)


def power(pairs: int, only_first: float, only_second: float) -> float:
    """The exact chance that McNemar's exact test shows a difference, summed over every outcome."""
    disagree, total = only_first + only_second, 0.0
    for n in range(pairs + 1):
        chance = math.comb(pairs, n) * disagree**n * (1 - disagree) ** (pairs - n)
        if chance < 1e-12:
            continue
        for k in range(n + 1):
            if mcnemar(k, n - k) < 0.05:
                share = only_first / disagree
                total += chance * math.comb(n, k) * share**k * (1 - share) ** (n - k)
    return total


def test_the_sample_needed_has_about_the_power_it_promises() -> None:
    needed = pairs_needed(0.60, 0.80, 0.30)
    assert needed == 57  # (1.960 √0.30 + 0.842 √0.26)² / 0.2² = 56.4
    assert 0.72 < power(needed, 0.05, 0.25) < 0.85  # the exact test is a little stricter than the formula


def test_an_impossible_share_of_disagreement_is_raised_to_the_difference() -> None:
    assert pairs_needed(0.5, 0.9, 0.0) == pairs_needed(0.5, 0.9, 0.4)
    with pytest.raises(ValueError, match="nothing"):
        pairs_needed(0.5, 0.5, 0.1)


def test_a_letter_always_gets_the_same_version_and_shares_are_kept() -> None:
    shares = {"1.0.0": 80, "1.1.0": 20}
    first = [assigned("a", f"letter {number}", shares) for number in range(5000)]
    assert first == [assigned("a", f"letter {number}", shares) for number in range(5000)]
    assert first.count("1.1.0") / 5000 == pytest.approx(0.20, abs=0.02)
    other = [assigned("b", f"letter {number}", shares) for number in range(5000)]
    assert other != first  # another experiment deals anew
    assert {assigned("a", f"letter {n}", {"1.0.0": 1, "1.1.0": 0}) for n in range(50)} == {"1.0.0"}
    with pytest.raises(ValueError, match="positive"):
        assigned("a", "letter", {})


def test_the_bootstrap_holds_the_truth_and_repeats_itself() -> None:
    differences = [2.0, 3.0, 1.0, 2.5, 4.0, 0.5, 2.0, 3.5, 1.5, 2.0]
    mean, (low, high) = mean_difference(differences)
    assert mean == pytest.approx(2.2)
    assert 1.4 < low < mean < high < 3.0
    assert mean_difference(differences) == (mean, (low, high))
    assert mean_difference([1.0, 1.0]) == (1.0, (1.0, 1.0))
    with pytest.raises(ValueError, match="pairs"):
        mean_difference([])


def test_what_is_said_is_what_was_shown() -> None:
    assert PairedPasses(0, 0, 0, 0).in_words("1.0.0", "1.1.0") == "No letter was run with both versions yet."
    small = PairedPasses(both=40, only_first=6, only_second=8, neither=6)
    assert small.in_words("1.0.0", "1.1.0").startswith(
        "No difference is shown yet: 1.0.0 passed 46 and 1.1.0 48 of 60 letters. About "
    )
    clear = PairedPasses(both=40, only_first=1, only_second=14, neither=5)
    assert clear.in_words("1.0.0", "1.1.0").startswith("1.1.0 does better: ")
    assert PairedPasses(9, 3, 3, 0).still_needed() is None
