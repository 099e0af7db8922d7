"""Answers that look as if they could be read: what a hurried reader would take for a value."""

from __future__ import annotations

import copy
import json
import re
from functools import reduce
from time import perf_counter
from typing import Any

import pytest

from nexus_desktop.analysis.answer_parser import parse_answer
from nexus_desktop.models.validation import ValidationStatus
from tests.data.builders.damaged_answers import base, dumped, flat
from tests.letters import LETTER
from tests.unit.analysis.answers import leaves

ANSWER = base(second=False, seed=5)
RAW, TRUTH = dumped(ANSWER), flat(ANSWER)
OTHER = dumped(
    ANSWER | {"opinion": ANSWER["opinion"] | {"polarity": "unfavorable"}, "citations": ["38 C.F.R. § 3.310"]}
)


def changed(path: str, value: object) -> str:
    """The answer with one leaf replaced."""
    made: Any = copy.deepcopy(ANSWER)
    *steps, last = path.split(".")
    reduce(lambda part, step: part[step], steps, made)[last] = value
    return dumped(made)


def value_at(path: str, value: object) -> object:
    return leaves(parse_answer(changed(path, value), LETTER))[path]


@pytest.mark.parametrize(
    "words",
    [
        "not at all favorable", "anything but favorable", "non-favorable", "favorable?", "favorable (not)",
        "!favorable",
        "≠ favorable", "¬favorable", "~favorable", "favorable…", "favorable...", "no longer favorable",
        "in favor of denial",
        "neither favorable nor unfavorable", "not not favorable", "not negative", "supports the denial",
        "f a v o r a b l e",
        "f\u0430vorable", "favor\u00adable", "desfavorable", "ungünstig", "有利", "✗ favorable",
        "favorable/unfavorable",
        "favorable\u0000", "favorable to the denial of the claim", "favorable until 2019",
    ],
)  # fmt: skip
def test_a_direction_that_is_not_said_outright_is_none(words: str) -> None:
    assert value_at("opinion.polarity", words) is None


@pytest.mark.parametrize(
    ("words", "standard"),
    [
        ("> 50%", "more_likely_than_not"),
        (">50 %", "more_likely_than_not"),
        (">= 50%", "at_least_as_likely_as_not"),
        ("≥ 50 %", "at_least_as_likely_as_not"),
        ("<= 50%", None),
        ("≤ 50%", None),
        ("50%", None),
        ("at most 50%", None),
        ("at least as likely as not?", None),
        ("more likely...", None),
        ("not less likely than not", None),
        ("no more likely than not", None),
        ("at least as unlikely as not", None),
        ("not definite", None),
    ],
)
def test_a_standard_is_read_with_its_signs(words: str, standard: str | None) -> None:
    raw = changed("opinion", ANSWER["opinion"] | {"standard": words, "quote": None})
    parsed = parse_answer(raw, LETTER)
    assert parsed.data is not None
    assert parsed.data.opinion.standard == standard
    below = changed("opinion", ANSWER["opinion"] | {"polarity": "unfavorable", "standard": words, "quote": None})
    assert leaves(parse_answer(below, LETTER))["opinion.standard"] is None  # none of them is "less likely than not"


@pytest.mark.parametrize(
    "words",
    ["full?", "not full", "nearly full", "full/none", "fully unmet", "full if signed", "n/a?", "half", "1.0", "¬full"],
)
def test_a_level_with_a_doubt_is_none(words: str) -> None:
    assert value_at("items.SC1.level", words) is None


@pytest.mark.parametrize("words", ["true?", "not signed", "yes and no", "signed: no", "!true", "1", "y", "not false"])
def test_a_yes_with_a_doubt_is_none(words: str) -> None:
    assert value_at("elements.signed", words) is None


@pytest.mark.parametrize(
    "raw",
    [
        json.dumps({"error": {"message": "could not be parsed", "failed_generation": RAW}}),
        json.dumps({"error": ANSWER}),
        json.dumps({"detail": [{"msg": "value error", "value": ANSWER}]}),
        json.dumps({"errors": [{"of": RAW}]}),
        json.dumps({"reasoning": ANSWER}),
        json.dumps({"rejected": json.loads(OTHER), "chosen": ANSWER}),
        json.dumps({"$schema": "x", "type": "object", "properties": {"opinion": {"default": ANSWER["opinion"]}}}),
        f"```thinking\n{OTHER}\n```\n```json\n{RAW}\n```",
        f'{RAW}\n\nCorrection: {{"opinion": {{"polarity": "unfavorable"}}}}',
        "<answer><opinion><polarity>favorable</polarity></opinion></answer>",
        "opinion:\n  polarity: favorable\nitems:\n  MO1:\n    level: full\n",
        "| item | level |\n|---|---|\n| MO1 | full |",
    ],
    ids=range(12),
)
def test_an_error_a_draft_and_another_form_are_no_answer(raw: str) -> None:
    assert parse_answer(raw, LETTER).status is ValidationStatus.FAILED


@pytest.mark.parametrize(
    "raw",
    [
        f"<think><think>{OTHER}</think>{OTHER}</think>{RAW}",
        f"<think>{OTHER}</think>{RAW}<think>{OTHER}</think>",
        json.dumps({"thinking": json.loads(OTHER), "answer": ANSWER}),
        json.dumps({"choices": [{"message": {"reasoning_content": OTHER, "content": RAW}}]}),
        f"<|start|>assistant<|channel|>analysis<|message|>{OTHER}<|end|><|start|>assistant<|channel|>final<|message|>{RAW}",
        "[TOOL_CALLS]" + json.dumps([{"name": "submit", "arguments": ANSWER}]),
        f"````json\n{RAW}\n````",
        RAW.replace("\n", "\u2028"),
        RAW.replace("favorable", "favor\x00able"),
        json.dumps({"previous": json.loads(OTHER), "error": None, "answer": ANSWER}),
        (RAW + "\n") * 50,
    ],
    ids=range(11),
)
def test_what_surrounds_an_answer_takes_nothing_from_it(raw: str) -> None:
    parsed = parse_answer(raw, LETTER)
    assert parsed.status is ValidationStatus.REPAIRED
    assert leaves(parsed) == TRUTH


def test_half_a_character_is_replaced_and_can_be_kept() -> None:
    made = changed("items.MO1.reason", "The letter \ud83d names the veteran.")
    parsed = parse_answer(made.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass"), LETTER)
    escaped = parse_answer(json.dumps(json.loads(made)), LETTER)
    for one in (parsed, escaped):
        reason = leaves(one)["items.MO1.reason"]
        assert reason == "The letter \ufffd names the veteran."
        assert reason.encode()


@pytest.mark.parametrize("item", ["MO3", "SC4", "MR2"])
def test_a_reason_that_was_cut_and_closed_by_someone_is_not_shown_as_whole(item: str) -> None:
    part = re.search(rf'"{item}": \{{.*?"reason": "The letter meets', RAW, re.DOTALL)
    assert part is not None
    for closed in ('"}}}', '"}]}}}'):
        parsed = parse_answer(RAW[: part.end()] + closed, LETTER)
        found = leaves(parsed)
        assert found[f"items.{item}.reason"] is None
        assert found[f"items.{item}.level"] == TRUTH[f"items.{item}.level"]
        assert (f"items.{item}.reason", "cut") in [(one.field, one.rule) for one in parsed.errors]


def test_marks_that_ran_into_a_reason_are_not_shown() -> None:
    torn = RAW.replace('in the words that are quoted."', 'in the words that are quoted."\n[continued]\n"', 1)
    found = leaves(parse_answer(torn, LETTER))
    assert not any("continued" in str(value) for value in found.values())
    assert {path: value for path, value in found.items() if value not in (None, (), TRUTH[path])} == {}


@pytest.mark.parametrize(
    "raw",
    [
        "<think>a</think>" * 25_000 + RAW,
        "<think>" * 30_000 + "</think>" * 30_000 + RAW,
        "```json\n" * 20_000 + RAW,
        RAW[:-2] + ',"x":' + "[" * 3000 + "]" * 3000 + "}",
        changed("citations", [f"38 C.F.R. § 9.{n}" for n in range(5000)]),
    ],
    ids=["thoughts", "nested thoughts", "fences", "depth", "citations"],
)
def test_no_surroundings_stall_the_parser(raw: str) -> None:
    began = perf_counter()
    parse_answer(raw, LETTER)
    assert perf_counter() - began < 3  # the first of these took nine seconds when its time was a square


def test_of_very_many_keys_that_do_not_belong_some_are_named() -> None:
    parsed = parse_answer(dumped(ANSWER | {f"k{n}": n for n in range(5000)}), LETTER)
    assert leaves(parsed) == TRUTH
    assert 0 < len(parsed.errors) <= 50
