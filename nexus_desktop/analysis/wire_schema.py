"""The JSON schema a service is given, in the form that all servers with strict schemas take.

Every property is required and no other is allowed; nothing but types, enums and null: ranges, lengths, titles and
defaults are left out, since servers ignore or refuse them. What they do not enforce is checked by answer_values.
"""

from __future__ import annotations

import copy
from functools import lru_cache
from typing import Any, Final

from nexus_desktop.models.wire_models import WIRE_SCHEMA_ID, WireAnswer

_KEPT: Final = frozenset(
    {"type", "enum", "properties", "required", "additionalProperties", "items", "anyOf", "$ref", "$defs"}
)


@lru_cache(maxsize=1)
def _schema() -> dict[str, Any]:
    made: dict[str, Any] = _strict(WireAnswer.model_json_schema())
    return made


def wire_schema() -> dict[str, Any]:
    """The schema, as a fresh object."""
    return copy.deepcopy(_schema())


def response_format() -> dict[str, Any]:
    """The schema as ``response_format`` of a chat completion."""
    return {
        "type": "json_schema",
        "json_schema": {"name": WIRE_SCHEMA_ID.replace("-", "_"), "schema": wire_schema(), "strict": True},
    }


def _strict(node: Any) -> Any:  # noqa: ANN401 - any part of a schema
    if isinstance(node, list):
        return [_strict(one) for one in node]
    if not isinstance(node, dict):
        return node
    if "const" in node:
        node = {"type": "string", "enum": [node["const"]]} | {k: v for k, v in node.items() if k != "const"}
    kept: dict[str, Any] = {}
    for key, value in node.items():
        if key in ("properties", "$defs"):
            kept[key] = {name: _strict(inner) for name, inner in value.items()}
        elif key in _KEPT:
            kept[key] = _strict(value)
    if kept.get("type") == "object":
        kept["required"] = list(kept.get("properties", {}))
        kept["additionalProperties"] = False
    return kept
