"""No pattern, however evil, holds the program up, and what is refused is refused with a sentence."""

from __future__ import annotations

import string
from itertools import pairwise
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nexus_desktop.models.compliance_models import FirmException, FirmRule
from nexus_desktop.security import firm_patterns
from nexus_desktop.security.firm_patterns import (
    MOST_PLACES,
    OVERLAP,
    WINDOW,
    PatternRefused,
    SearchStopped,
    check,
    matcher,
)

# Known for hanging backtracking engines, or for taking all memory.
EVIL = [
    r"(a+)+$", r"(a|a)*$", r"(a|aa)+$", r"(.*a){20}$", r"^(\w+\s?)*$", r"(x+x+)+y", r"([a-zA-Z]+)*$",
    r"(a?){60}a{60}", r"((a{1,10}){1,10}){1,10}b", r"a.*b|a", r"(?:.*){5}b", r"(\d+)*-",
    r"^(([a-z])+.)+[A-Z]([a-z])+$", r"(?:a*)*b", r"(?:a{0,1000}){0,1000}b", r"((((a{100}){100}){100}){100})",
    r"(?i)(?:[a-z]+ ?)+!", r"(?:(?:[^\"\\]|\\.)*\")", r"(?:[ab]?){500}[ab]{500}c", r"(.+)\1", r"(?=(a+))a*b\1",
    r"(?:a|b|c|d|e|f|g|h)*z", r"\s+$", r".", r"a*",
]  # fmt: skip
LONG = 120_000
TEXTS = ["a" * LONG, "a " * (LONG // 2), "ab" * (LONG // 2), "1" * LONG, "x" * LONG, "a" * 30 + "!"]
LETTERS, DIGITS = "a" * 4_900, "1" * WINDOW
BUDGET, LATEST = 0.2, 10  # seconds a search may take, and by how many times it may be late on a busy machine


@pytest.mark.parametrize("pattern", EVIL)
def test_an_evil_pattern_is_refused_or_ends(pattern: str) -> None:
    entry = FirmRule(id="evil", pattern=pattern)
    try:
        made = matcher(entry)
    except PatternRefused:
        return
    for text in TEXTS:
        began = perf_counter()
        try:
            places = made.places(text, BUDGET)
            assert all(0 <= start < end <= len(text) for start, end in places)
        except SearchStopped:
            pass
        assert perf_counter() - began < LATEST * BUDGET


@given(st.text(alphabet="ab1.*+?|()[]{}\\dws^$-, ", max_size=24), st.text(alphabet="ab1 -.\n", max_size=60))
@settings(max_examples=300, deadline=None, derandomize=True)
def test_any_pattern_on_any_text_gives_places_in_it_or_a_refusal(pattern: str, unit: str) -> None:
    try:
        made = matcher(FirmRule.model_construct(id="one", pattern=pattern, words=(), match_case=False, enabled=True))
    except PatternRefused:
        return
    text = unit * 50
    try:
        places = made.places(text)
    except SearchStopped:
        return
    assert places == sorted(places)
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert all(first[1] <= second[0] for first, second in pairwise(places))


@given(st.text(max_size=200))
@settings(max_examples=200, deadline=None, derandomize=True)
def test_any_words_are_found_in_any_text_that_holds_them(phrase: str) -> None:
    try:
        rule = FirmRule(id="one", words=(phrase,))
    except ValueError:
        return
    made = matcher(rule)
    assert all(start < end for start, end in made.places(f"before {phrase} behind"))


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("(abc", "lacks its )"),
        ("abc)", "without its opening"),
        ("a)(b", "without its opening"),
        ("[abc", "lacks its ]"),
        ("*a", "nothing before"),
        (r"(.)\1", "back-references"),
        ("(?<=SSN )[0-9]+", "look-around"),
        ("a{5,2}", "repetition"),
        ("x*", "where there is nothing"),
        (r"\pL{300}", "too large"),
    ],
)
def test_a_refusal_says_what_is_wrong_without_the_pattern(pattern: str, said: str) -> None:
    with pytest.raises(PatternRefused, match=said.replace("(", r"\(").replace(")", r"\)")) as caught:
        check(FirmRule(id="one", pattern=pattern), tried=False)
    assert pattern not in str(caught.value)


def test_a_slow_pattern_is_refused_when_it_is_saved_and_an_ordinary_one_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    slow, quick = FirmRule(id="slow", pattern=r"a.*b|a"), FirmRule(id="quick", pattern=r"\b[A-Z]{2,4}-\d{4,6}\b")
    worst = [max(seconds(one, text) for text in (LETTERS, DIGITS)) for one in (slow, quick)]
    limit = (worst[0] * worst[1]) ** 0.5  # between the two on whatever machine this is
    assert worst[0] > 9 * worst[1]
    monkeypatch.setattr(firm_patterns, "SLOW_SECONDS", limit)
    with pytest.raises(PatternRefused, match="slow"):
        check(slow, tried=True)
    check(quick, tried=True)
    check(slow, tried=False)


def seconds(entry: FirmRule, text: str) -> float:
    made = matcher(entry)
    began = perf_counter()
    made.places(text)
    return perf_counter() - began


def test_an_exception_that_keeps_everything_is_refused_and_a_rule_is_not() -> None:
    for pattern in (r".+", r"[a-z ]+", r"\S+(?: \S+)*"):
        with pytest.raises(PatternRefused, match="almost anything"):
            check(FirmException(id="wide", pattern=pattern, reason="none"), tried=False)
        check(FirmRule(id="wide", pattern=pattern), tried=False)


def test_a_place_is_found_wherever_the_windows_meet() -> None:
    made = matcher(FirmRule(id="case", pattern=r"\bBVA-\d{4}\b"))
    for at in (0, WINDOW - OVERLAP - 3, WINDOW - OVERLAP, WINDOW - 4, WINDOW, 2 * WINDOW):
        text = " " * at + "BVA-1234" + " " * 3000
        assert made.places(text) == [(at, at + 8)]
    assert made.places(" " * (WINDOW - OVERLAP - 1) + "xBVA-1234" + " " * 3000) == []  # no word begins there


def test_only_the_part_called_value_counts() -> None:
    made = matcher(FirmRule(id="case", pattern=r"Matter: (?P<value>\d+)"))
    assert made.places("Matter: 4711") == [(8, 12)]


def test_words_are_whole_and_of_any_spacing() -> None:
    made = matcher(FirmRule(id="who", words=("Alder & Stone", "Ash")))
    text = "ALDER  &\nStone, ash, ashes, Mashed, Ash-Grove"
    assert [text[start:end] for start, end in made.places(text)] == ["ALDER  &\nStone", "ash", "Ash"]
    assert matcher(FirmRule(id="who", words=("Ash",), match_case=True)).places("ash Ash") == [(4, 7)]


def test_a_rule_that_matches_everywhere_is_stopped() -> None:
    with pytest.raises(SearchStopped):
        matcher(FirmRule(id="all", pattern=r"\w")).places("a" * (MOST_PLACES + 2))


def test_characters_that_have_no_utf8_are_no_stumbling_block() -> None:
    text = string.ascii_letters + "\ud800 4711 \udfff"
    assert matcher(FirmRule(id="n", pattern=r"\d+")).places(text) == [(54, 58)]
