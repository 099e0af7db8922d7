"""Damaged answers: nothing false passes, what is not lost is recovered, and no text crashes or stalls the parser."""

from __future__ import annotations

import json
import random
from collections import Counter
from functools import cache
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nexus_desktop.analysis.answer_parser import parse_answer
from nexus_desktop.models.answer_models import ParsedAnswer
from nexus_desktop.models.letter_models import DeidentifiedText, Level
from nexus_desktop.models.rubric_models import ItemId, Rubric
from nexus_desktop.models.validation import ValidationStatus
from nexus_desktop.models.wire_models import ItemLevel, WireAnswer, levels_of
from nexus_desktop.runtime import config_files, paths
from tests.data.builders.damaged_answers import SECOND, base, cases, dumped, flat
from tests.letters import LETTER
from tests.unit.analysis.answers import leaves, lost, wrong

CASES = cases()


@cache
def parsed_cases() -> dict[str, ParsedAnswer]:
    """Every case, parsed once."""
    return {case.name: parse_answer(case.raw, case.letter) for case in CASES}


def test_nothing_false_passes_and_nothing_is_lost() -> None:
    assert len(CASES) > 400
    false = {case.name: wrong(parsed_cases()[case.name], case) for case in CASES}
    assert {name: paths for name, paths in false.items() if paths} == {}
    recoverable = [
        case for case in CASES if case.truth and any(value not in (None, ()) for value in case.truth.values())
    ]
    missing = [case.name for case in recoverable if lost(parsed_cases()[case.name], case)]
    assert len(missing) <= 0.01 * len(recoverable), missing


def test_damage_is_never_called_valid() -> None:
    kinds = Counter(
        (case.kind, parsed_cases()[case.name].status)
        for case in CASES
        if case.kind in ("value", "cut", "meaning") and not case.name.startswith(("cut-after", "value-twice-object"))
    )
    assert {status for _, status in kinds} <= {ValidationStatus.PARTIAL, ValidationStatus.FAILED}
    assert {parsed_cases()[c.name].status for c in CASES if c.kind == "reject"} == {ValidationStatus.FAILED}


def test_every_failure_says_what_where_and_which_rule() -> None:
    for case in CASES:
        parsed = parsed_cases()[case.name]
        if parsed.status in (ValidationStatus.PARTIAL, ValidationStatus.FAILED):
            assert parsed.errors, case.name
        assert all(error.field and error.rule and error.sentence.endswith(".") for error in parsed.errors)
        assert all(str(value) not in error.sentence for error in parsed.errors for value in ("Quackenbosch", "2018"))


def test_a_sound_answer_is_valid_and_its_quotes_have_places() -> None:
    answer = base(second=False, seed=5)
    parsed = parse_answer(dumped(answer), DeidentifiedText(LETTER, Level.MODERATE, ""))
    assert parsed.status is ValidationStatus.VALID
    assert parsed.errors == ()
    assert leaves(parsed) == flat(answer)
    assert parsed.quotes_found == parsed.quotes_offered == len(parsed.evidence) > 10
    for quote in parsed.evidence.values():
        assert LETTER[quote.start : quote.end] == quote.text


def test_structure_broken_at_random_never_changes_a_judgment() -> None:
    """Structural characters deleted or added, pieces cut out: words, numbers, yes and no stay right."""
    pick = random.Random(20261126)
    answers = [(letter, base(second, seed)) for second, letter in ((False, LETTER), (True, SECOND)) for seed in (7, 8)]
    texts = [(letter, dumped(answer, indent), flat(answer)) for letter, answer in answers for indent in (None, 1)]
    outcomes: Counter[str] = Counter()
    for _ in range(400):
        letter, text, truth = pick.choice(texts)
        for _ in range(pick.choice([1, 1, 2, 3])):
            at = pick.choice([place for place, char in enumerate(text) if char in '"{}[],:\n'] or [0])
            kind = pick.random()
            if kind < 0.45:
                text = text[:at] + text[at + 1 :]
            elif kind < 0.75:
                text = text[:at] + pick.choice("\"{}[],:\n'`") + text[at:]
            elif kind < 0.9:
                text = text[:at] + text[at + pick.randrange(1, 40) :]
            else:
                text = text[:at]
        parsed = parse_answer(text, letter)
        outcomes[parsed.status] += 1
        judged = {
            path: value for path, value in leaves(parsed).items() if not path.endswith(("quotes", "quote", "reason"))
        }
        false = [p for p, v in judged.items() if v not in (None, ()) and v != truth[p] and not p.endswith("condition")]
        assert false == [], text
    assert outcomes[ValidationStatus.REPAIRED] > 40


@given(st.text(alphabet=st.sampled_from("{}[]\",:\\'` \n\t\u201c\u201d/*#=abn0.-"), max_size=400))
@settings(max_examples=150, deadline=None)
def test_no_text_crashes_the_parser(raw: str) -> None:
    assert parse_answer(raw, LETTER).data is None


KEYS = st.sampled_from(["opinion", "items", "MO1", "level", "quotes", "polarity", "confidence", "elements", "x"])
JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=20,
)


@given(JSON)
@settings(max_examples=150, deadline=None)
def test_no_json_crashes_the_parser(value: object) -> None:
    parsed = parse_answer(json.dumps(value), LETTER)
    assert parsed.status in ValidationStatus


@pytest.mark.parametrize(
    "piece", ["[", "{", '{"a":', '"', "\\", '{"a":1,', "/*", "a ", "<think>", '{"opinion":{', ", ", "'"]
)
def test_time_grows_with_length_alone(piece: str) -> None:
    def took(times: int) -> float:
        raw = "{" + piece * (times // len(piece))
        return min(_timed(raw) for _ in range(2))

    short, long = took(20_000), took(160_000)
    assert long < 0.2 or long < 30 * max(short, 0.002)  # eight times the length; a square would be 64 times


def _timed(raw: str) -> float:
    began = perf_counter()
    parse_answer(raw, LETTER)
    return perf_counter() - began


def test_levels_are_those_of_the_rubric() -> None:
    rubric = config_files.load(paths.config_file("rubric.yaml"), Rubric)
    for item in ItemId:
        assert len(levels_of(item)) == len(rubric.item(item).points)
        assert levels_of(item)[-1] is ItemLevel.NONE
    assert set(WireAnswer.model_fields["items"].annotation.model_fields) == set(ItemId)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("words", "polarity"),
    [
        ("not at least as likely as not", "unfavorable"),
        ("Not at-least as likely as not.", "unfavorable"),
        ("less likely than not", "unfavorable"),
        ("not unfavorable", None),
        ("hardly favorable", None),
    ],
)
def test_words_are_mapped_by_the_whole_phrase(words: str, polarity: str | None) -> None:
    answer = base(second=False, seed=5)
    answer["opinion"] |= {"polarity": words, "standard": None, "quote": None}
    parsed = parse_answer(dumped(answer), LETTER)
    assert parsed.data is not None
    assert parsed.data.opinion.polarity == polarity


def test_the_case_is_one_of_damage() -> None:
    sound = {dumped(base(second, 11 + second)) for second in (False, True)}
    harmless = [case.name for case in CASES if case.raw in sound]
    assert harmless == ["form-latin-escapes-b"]  # that letter has no apostrophe to escape
