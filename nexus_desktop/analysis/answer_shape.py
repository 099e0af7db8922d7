"""Brings an answer into the shape of the wire schema: keys in one spelling, items by id, nothing added."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, Final

from nexus_desktop.analysis.answer_reader import merged
from nexus_desktop.models.rubric_models import ItemId
from nexus_desktop.models.wire_models import WireAnswer, WireElements, WireItem, WireOpinion

ROOT: Final = frozenset(WireAnswer.model_fields)
OPINION: Final = frozenset(WireOpinion.model_fields)
ELEMENTS: Final = frozenset(WireElements.model_fields)
ITEM: Final = frozenset(WireItem.model_fields)
ITEMS: Final = frozenset(item.value for item in ItemId)

_ITEM_KEY: Final = re.compile(r"(mo|sc|mr|pf)_?(\d)(?:_.*)?\Z")
_HUMP: Final = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_OTHER: Final = re.compile(r"[^a-z0-9]+")
_PLURAL: Final = {"quote": "quotes", "citation": "citations", "item": "items", "element": "elements"}


@lru_cache(maxsize=2048)
def name(key: str) -> str:
    """A key in one spelling: ``recordsReview``, ``Records Review`` and ``records-review`` are ``records_review``."""
    plain = _OTHER.sub("_", _HUMP.sub("_", key[:100]).lower()).strip("_")
    item = _ITEM_KEY.match(plain)
    return (item.group(1) + item.group(2)).upper() if item else plain


def names(value: dict[str, Any]) -> list[str]:
    """The keys of an object, in one spelling."""
    return [name(key) for key in value]


def named(value: dict[str, Any], known: frozenset[str] = frozenset()) -> dict[str, Any]:
    """An object with its keys in one spelling; two spellings of one key are one key said twice. ``known`` lets a key
    stand in the singular for its plural."""
    found: dict[str, Any] = {}
    for key, inner in value.items():
        plain = name(key)
        if plain not in known and _PLURAL.get(plain, plain) in known:
            plain = _PLURAL[plain]
        found[plain] = merged(found[plain], inner) if plain in found else inner
    return found


def looks_like_answer(value: Any) -> bool:  # noqa: ANN401 - any JSON value
    """Whether an object is an answer, or a good part of one, and not an envelope or a schema."""
    if not isinstance(value, dict):
        return False
    plain = named(value, ROOT)
    if "properties" in plain or "schema" in plain:
        return False
    if len(plain.keys() & ITEMS) >= 2 or len(plain.keys() & OPINION) >= 3:
        return True
    opinion, items = plain.get("opinion"), plain.get("items")
    if isinstance(opinion, dict) and set(names(opinion)) & OPINION:
        return True
    if isinstance(items, dict) and set(names(items)) & ITEMS:
        return True
    return isinstance(items, list) and any(_item_id(one) for one in items)


def shaped(value: dict[str, Any], repairs: set[str]) -> dict[str, Any]:
    """The answer with the keys of the wire schema, where they can be told; unknown keys stay as they are."""
    found = named(value, ROOT)
    if list(found) != list(value):
        repairs.add("keys")
    loose = found.keys() & ITEMS
    if "items" not in found and loose:
        repairs.add("shape")
        found["items"] = {key: found.pop(key) for key in list(found) if key in loose}
    if "opinion" not in found and len(found.keys() & OPINION) >= 2:
        repairs.add("shape")
        found["opinion"] = {key: found.pop(key) for key in list(found) if key in OPINION}
    if "elements" not in found and len(found.keys() & ELEMENTS) >= 2:
        repairs.add("shape")
        found["elements"] = {key: found.pop(key) for key in list(found) if key in ELEMENTS}
    if isinstance(found.get("items"), list):
        found["items"] = _by_id(found["items"], repairs)
    return found


def _by_id(items: list[Any], repairs: set[str]) -> dict[str, Any]:
    """Items given as a list of objects that name their id."""
    found: dict[str, Any] = {}
    repairs.add("shape")
    for one in items:
        key = _item_id(one)
        if key:
            rest = {inner: value for inner, value in one.items() if name(inner) not in ("id", "item", "item_id")}
            found[key] = merged(found[key], rest) if key in found else rest
        elif isinstance(one, dict) and len(one) == 1 and next(iter(names(one))) in ITEMS:
            only = next(iter(names(one)))
            inner_value = next(iter(one.values()))
            found[only] = merged(found[only], inner_value) if only in found else inner_value
    return found


def _item_id(one: Any) -> str:  # noqa: ANN401
    if isinstance(one, dict):
        for key, value in one.items():
            if name(key) in ("id", "item", "item_id") and isinstance(value, str) and name(value) in ITEMS:
                return name(value)
        if len(one) == 1 and next(iter(names(one))) in ITEMS:
            return next(iter(names(one)))
    return ""
