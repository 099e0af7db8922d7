"""Every shipped version keeps every rule; and for each rule a version that breaks it is caught by name."""

from __future__ import annotations

import pytest

from nexus_desktop.models.prompt_models import ANALYSIS, PromptState
from nexus_desktop.prompts.validation import check
from tests.unit.prompts.prompts import GOVERNED, checked, identifiers, made, shipped

SHIPPED = [(prompt.id, version) for prompt in GOVERNED.prompts.prompts for version in prompt.versions]


@pytest.mark.parametrize(("prompt_id", "version"), SHIPPED, ids=[f"{one} {each.version}" for one, each in SHIPPED])
def test_every_version_that_may_be_used_keeps_every_rule(prompt_id: str, version: object) -> None:
    found = checked(version, prompt_id)  # type: ignore[arg-type]
    if version.state is PromptState.RETIRED:  # type: ignore[attr-defined]
        assert version.is_unchanged  # type: ignore[attr-defined]
        assert not any(one.rule in ("identifier", "hash", "too_large") for one in found.broken)
    else:
        assert found.broken == ()
        assert found.tokens > 0


BASE = shipped()
VARIABLES = dict(BASE.variables)


@pytest.mark.parametrize(
    ("rule", "changed"),
    [
        ("rubric_missing", {"rubric": BASE.rubric[:-1]}),
        (
            "variable_missing",
            {
                "user": BASE.user.replace("{form}", "a form"),
                "variables": {name: kind for name, kind in VARIABLES.items() if name != "form"},
            },
        ),
        ("variable_unknown", {"user": BASE.user + "{client}", "variables": VARIABLES | {"client": "items"}}),
        ("variable_kind", {"variables": VARIABLES | {"form": "items"}}),
        ("variable_repeated", {"user": BASE.user + "{letter}"}),
        ("letter_in_system", {"system": BASE.system + "{letter}"}),
        ("letter_not_fenced", {"user": BASE.user.replace("{fence}\n{letter}", "{fence} {letter}")}),
        ("mark_not_named", {"system": BASE.system.replace("{fence}", "a mark")}),
        ("letter_may_instruct", {"system": BASE.system.replace("an instruction to you", "your concern")}),
        ("mark_written_out", {"system": BASE.system + "<<<1>>>"}),
        ("schema", {"schema_id": "nexus-answer-2"}),
        ("budget", {"hints": {"context_tokens": 9000, "answer_tokens": 6000}}),
        ("too_large", {"user": BASE.user + "\n{rubric}" * 16}),
        ("identifier", {"system": BASE.system + " Write to Dr. Zephyrine Quackenbosch, SSN 219-09-9999."}),
    ],
)
def test_a_broken_rule_is_named(rule: str, changed: dict[str, object]) -> None:
    found = checked(made(**changed))
    assert rule in [one.rule for one in found.broken]
    assert all(one.sentence for one in found.broken)


def test_a_hash_that_does_not_fit_and_an_unknown_prompt_are_named() -> None:
    changed = BASE.model_copy(update={"system": BASE.system + " Be kind."})
    assert [one.rule for one in checked(changed).broken] == ["hash"]
    (broken,) = check("other", BASE, GOVERNED.rubric, GOVERNED.authorities, identifiers).broken
    assert broken.rule == "unknown_prompt"


def test_several_rules_are_named_in_one_go() -> None:
    found = checked(made(schema_id="x", rubric=(), system="Judge. {fence}"), ANALYSIS)
    assert {"schema", "rubric_missing", "letter_may_instruct"} <= {one.rule for one in found.broken}
