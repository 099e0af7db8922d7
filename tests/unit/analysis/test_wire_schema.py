"""The schema a service is given: in the form every strict server takes, and agreeing with what is read back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from nexus_desktop.analysis.wire_schema import response_format, wire_schema
from nexus_desktop.models.wire_models import WireAnswer
from nexus_desktop.runtime import paths
from tests.data.builders.damaged_answers import base

LONGEST_TRAVELLING = {"minimum", "maximum", "minLength", "maxLength", "pattern", "default", "title", "format", "const"}


def nodes(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        yield node
        for inner in node.values():
            yield from nodes(inner)
    elif isinstance(node, list):
        for inner in node:
            yield from nodes(inner)


def test_every_property_is_required_and_no_other_is_allowed() -> None:
    objects = [node for node in nodes(wire_schema()) if node.get("type") == "object"]
    assert len(objects) == 5
    for node in objects:
        assert node["required"] == list(node["properties"])
        assert node["additionalProperties"] is False
    assert not LONGEST_TRAVELLING & {key for node in nodes(wire_schema()) for key in node}


def test_scalars_may_be_null_and_a_sound_answer_fits() -> None:
    schema = wire_schema()
    for name in ("WireOpinion", "WireElements", "WireItem"):
        for key, value in schema["$defs"][name]["properties"].items():
            assert key == "quotes" or {"type": "null"} in value["anyOf"]
    WireAnswer.model_validate_json(json.dumps(base(second=False, seed=1)))


def test_it_is_published_and_sent_as_strict() -> None:
    published = json.loads(paths.resource("schemas/nexus-answer-1.schema.json").read_text("utf-8"))
    assert published == wire_schema()
    assert response_format()["json_schema"]["strict"] is True
    changed = wire_schema()
    changed["properties"].clear()
    assert wire_schema() == published  # each caller has its own
