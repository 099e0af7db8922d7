"""A result that breaks the law of the rubric cannot be made, and says which rule it broke without quoting anything."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from nexus_desktop.models.analysis_models import Grade, NexusAnalysisResult, component_score
from nexus_desktop.models.validation import ValidationStatus, checked
from nexus_desktop.runtime import paths
from tests.unit.models.results import gate, payload, result

Spoil = Callable[[dict[str, Any]], None]


def unfavorable(data: dict[str, Any]) -> None:
    data["opinion"]["polarity"] = data["opinion"]["governing"]["polarity"] = "unfavorable"
    data["opinion"]["standard"] = data["opinion"]["governing"]["standard"] = "less_likely_than_not"
    data["compliance"]["meets_standard"] = False
    data["compliance"]["action"] = "do_not_file_as_nexus_evidence"
    data["compliance"]["strength"] = "none"


def speculative(data: dict[str, Any]) -> None:
    data["opinion"]["standard"] = data["opinion"]["governing"]["standard"] = "speculative"
    data["compliance"]["meets_standard"] = False
    data["compliance"]["action"] = "ask_the_doctor_first"
    data["compliance"]["strength"] = "weak"


def gated_but_strong(data: dict[str, Any]) -> None:
    data["compliance"]["gates"] = [gate("G8", 65, "moderate")]
    data["overall_score"] = 65


def gated_above_cap(data: dict[str, Any]) -> None:
    data["compliance"]["gates"] = [gate("G8", 65, "moderate")]
    data["compliance"]["strength"] = "moderate"
    data["compliance"]["action"] = "ask_the_doctor_first"


def unsure_but_strong(data: dict[str, Any]) -> None:
    data["opinion"]["governing"]["certainty"] = "low"


def standard_asserted(data: dict[str, Any]) -> None:
    data["compliance"]["meets_standard"] = False
    data["compliance"]["action"] = "ask_the_doctor_first"


def weak_but_ready(data: dict[str, Any]) -> None:
    data["compliance"]["strength"] = "weak"


SPOILED: dict[str, tuple[Spoil, str]] = {
    "overall above the parts": (lambda d: d.update(overall_score=99), "sum of the components"),
    "component above its items": (lambda d: d["form"].update(score=24), "follow from its items"),
    "points above the possible": (lambda d: d["form"]["items"][0].update(points=9), "do not fit the grade"),
    "items not worth 25": (lambda d: d["form"]["items"].pop(), "worth 25"),
    "quote longer than its span": (
        lambda d: d["form"]["items"][0]["evidence"][0].update(end=99),
        "as long as its span",
    ),
    "opinion without words": (lambda d: d["opinion"].update(governing=None), "needs the words"),
    "opinion other than its words": (lambda d: d["opinion"].update(standard="definite"), "governing statement"),
    "standard asserted": (standard_asserted, "meets_standard"),
    "unfavorable without gate": (unfavorable, "gate G1"),
    "speculative without gate": (speculative, "gate G2"),
    "strong behind a gate": (gated_but_strong, "above what a gate allows"),
    "score above the cap": (gated_above_cap, "lowest cap"),
    "strong on a doubtful reading": (unsure_but_strong, "low certainty"),
    "weak and ready": (weak_but_ready, "not ready for review"),
}


@pytest.mark.parametrize("name", SPOILED)
def test_what_breaks_the_law_cannot_be_made(name: str) -> None:
    spoil, words = SPOILED[name]
    data = json.loads(json.dumps(payload()))
    spoil(data)
    value, validation = checked(NexusAnalysisResult, data)
    assert value is None
    assert validation.status is ValidationStatus.FAILED
    assert any(words in problem.sentence for problem in validation.problems), validation.problems


def test_a_sound_result_survives_the_store() -> None:
    first = result()
    again, validation = checked(NexusAnalysisResult, json.loads(first.model_dump_json()))
    assert again == first
    assert validation.status is ValidationStatus.VALID


def test_an_unfavorable_result_with_its_gate_is_sound() -> None:
    data = payload()
    unfavorable(data)
    data["compliance"]["gates"] = [gate("G1", 20, "none")]
    data["overall_score"] = 20
    value, _ = checked(NexusAnalysisResult, data)
    assert value is not None
    assert value.sum_of_components == 100


def test_items_that_do_not_apply_leave_the_component() -> None:
    value = result()
    items = list(value.rationale.items)
    # MR6 and MR7 (2 each) do not apply, MR4 (2) is missed: 19 of 21, scaled to 25
    for index in (5, 6):
        items[index] = items[index].model_copy(update={"grade": Grade.NOT_APPLICABLE, "points": 0})
    items[3] = items[3].model_copy(update={"grade": Grade.NONE, "points": 0})
    assert component_score(tuple(items)) == 23


def test_problems_never_quote_the_answer() -> None:
    data = payload()
    data["overall_score"] = "Jonathan Example, SSN 123-45-6789"
    data["surprise"] = "Jonathan Example"
    _, validation = checked(NexusAnalysisResult, data)
    assert {problem.field for problem in validation.problems} == {"overall_score", "surprise"}
    assert "Jonathan" not in validation.model_dump_json()
    assert "6789" not in validation.model_dump_json()


def test_the_published_schema_is_the_one_of_the_models() -> None:
    published = json.loads(paths.resource("schemas/nexus-analysis-1.0.0.schema.json").read_text("utf-8"))
    assert published == NexusAnalysisResult.model_json_schema()
