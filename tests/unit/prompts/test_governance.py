"""What a file of prompts may say, and what is refused: the line of it, tampering, retired versions, bombs."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from nexus_desktop.models.errors import ConfigurationInvalid, ServicePromptMissing, ServicePromptTooLarge
from nexus_desktop.models.letter_models import DeidentifiedText, Level
from nexus_desktop.models.prompt_answers import USES
from nexus_desktop.models.prompt_models import (
    AGAIN,
    ANALYSIS,
    COMPARISON,
    MOST_BYTES,
    SUMMARY,
    PromptState,
    VariableKind,
    ordered,
)
from nexus_desktop.models.rubric_models import ItemId
from nexus_desktop.prompts.prompt_manager import PromptManager
from nexus_desktop.prompts.rendering import LARGEST_FRAME, frame, render
from nexus_desktop.runtime import paths
from tests.unit.prompts.prompts import GOVERNED, made, shipped, spoiled

LETTER = DeidentifiedText("[PATIENT] was seen. {rubric} {fence} {letter}", Level.MODERATE, "")


def test_four_prompts_ship_each_with_its_variables_hints_and_items() -> None:
    found = {prompt.id: prompt.versions[-1] for prompt in GOVERNED.prompts.prompts}
    assert set(found) == set(USES) == {ANALYSIS, AGAIN, COMPARISON, SUMMARY}
    assert found[ANALYSIS].variables["letter"] is VariableKind.LETTER
    assert found[ANALYSIS].rubric == tuple(ItemId)
    assert all(version.hints.context_tokens for version in found.values())
    assert GOVERNED.prompts.changed() == []


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("version: 1.0.0", "version: one", "version: one"),
        ("state: approved", "state: blessed", "state: blessed"),
        ("variables: {problems: problems}", "variables: {problems: whatever}", "problems: whatever"),
        ("hints: {context_tokens: 8000", "hints: {context_tokens: many", "context_tokens: many"),
        ("author: Nexus Desktop", "auther: Nexus Desktop", "- version: 0.1.0"),
        ("The findings:\n", "The {{findings}}:\n", "user: |"),
    ],
)
def test_an_error_is_named_with_its_line(tmp_path: Path, old: str, new: str, words: str) -> None:
    path = spoiled(tmp_path, old, new)
    with pytest.raises(ConfigurationInvalid) as caught:
        PromptManager(path)
    assert words in path.read_text("utf-8").splitlines()[caught.value.line - 1]


def test_a_text_changed_under_its_number_is_refused_and_named_with_its_line(tmp_path: Path) -> None:
    path = spoiled(tmp_path, "judge it by a rubric", "judge it kindly by a rubric")
    manager = PromptManager(path)
    (refused,) = manager.refused()
    assert (refused.prompt_id, refused.version) == (ANALYSIS, "1.0.0")
    at = manager.line_of(ANALYSIS, "1.0.0")
    assert f"line {at}" in refused.sentence
    assert path.read_text("utf-8").splitlines()[at - 1].strip() == "- version: 1.0.0"
    assert manager.in_force(ANALYSIS) is None


@pytest.mark.parametrize("key", ["schema_id: nexus-answer-1", "rubric: all", "hints: {context_tokens: 16000, answer"])
def test_the_hash_covers_all_that_decides_what_is_sent(tmp_path: Path, key: str) -> None:
    changed = {
        "schema_id: nexus-answer-1": "schema_id: another",
        "rubric: all": "rubric: [MO1]",
        "hints: {context_tokens: 16000, answer": "hints: {context_tokens: 17000, answer",
    }
    manager = PromptManager(spoiled(tmp_path, key, changed[key], count=2))
    assert manager.changed()


def test_a_retired_version_or_a_draft_is_never_used() -> None:
    for state in (PromptState.RETIRED, PromptState.DRAFT):
        with pytest.raises(ServicePromptMissing):
            render(made(state=state), LETTER, GOVERNED.rubric, GOVERNED.authorities)
    assert render(made(), LETTER, GOVERNED.rubric, GOVERNED.authorities, on_trial=True).version == "1.0.0"


def test_nothing_in_a_letter_is_read_as_a_variable() -> None:
    prompt = render(shipped(), LETTER, GOVERNED.rubric, GOVERNED.authorities)
    assert f"{prompt.fence}\n{LETTER.text}\n{prompt.fence}" in prompt.user


# --- bombs ----------------------------------------------------


def test_references_that_multiply_are_refused_before_they_are_followed(tmp_path: Path) -> None:
    path = tmp_path / "prompts.yaml"
    lines = ["a: &a [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"{c}: &{c} [{', '.join([f'*{chr(ord(c) - 1)}'] * 10)}]" for c in "bcdefghijkl"]
    path.write_text("\n".join(lines), "utf-8")
    with pytest.raises(ConfigurationInvalid) as caught:
        PromptManager(path)
    assert "references" in caught.value.detail
    assert caught.value.line == 1


def test_a_key_given_twice_is_refused(tmp_path: Path) -> None:
    path = spoiled(tmp_path, "        state: approved\n", "        state: draft\n        state: approved\n")
    with pytest.raises(ConfigurationInvalid) as caught:
        PromptManager(path)
    assert "twice" in caught.value.detail


def test_what_is_nested_without_end_or_too_large_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "prompts.yaml"
    for text in ("[" * 500 + "]" * 500, "x" * (MOST_BYTES + 1)):
        path.write_text(text, "utf-8")
        with pytest.raises(ConfigurationInvalid):
            PromptManager(path)


@pytest.mark.parametrize(
    "words", ["{{rubric}}", "{rub{ric}}", "{rubric", "rubric}", "{0.__class__}", "{rubric!r:>9999}"]
)
def test_braces_that_nest_or_compute_are_refused(words: str) -> None:
    with pytest.raises(ValidationError):
        made(user=f"{shipped().user}\n{words}\n")


def test_a_variable_repeated_without_end_is_refused() -> None:
    with pytest.raises(ValidationError):
        made(user=shipped().user + "{rubric}" * 30)


def test_a_prompt_that_would_grow_past_any_use_is_refused() -> None:
    bomb = made(user=shipped().user + "\n{rubric}" * 16)
    assert len(bomb.user) < LARGEST_FRAME / 10
    with pytest.raises(ServicePromptTooLarge):
        frame(ANALYSIS, bomb, GOVERNED.rubric, GOVERNED.authorities)
    twice = made(user=shipped().user + "\n{letter}")
    with pytest.raises(ServicePromptTooLarge):
        render(twice, LETTER, GOVERNED.rubric, GOVERNED.authorities, on_trial=True)


def test_a_firms_own_number_never_clashes_with_a_later_release() -> None:
    mixed = ["1.1.0", "1.0.0+firm.10", "1.0.1", "1.0.0", "1.0.0+firm.2"]
    assert sorted(mixed, key=ordered) == ["1.0.0", "1.0.0+firm.2", "1.0.0+firm.10", "1.0.1", "1.1.0"]


def test_the_file_is_the_one_that_was_read() -> None:
    assert paths.config_file("prompts.yaml").read_text("utf-8").count("sha256:") == 5
