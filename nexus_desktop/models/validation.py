"""What is wrong with an answer, in words: field, rule, sentence. Never the value itself, which may be PHI."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, Field, ValidationError

from nexus_desktop.models.rubric_models import Frozen

_M = TypeVar("_M", bound=BaseModel)


class ValidationStatus(StrEnum):
    """How far an answer can be relied on."""

    VALID = "valid"
    REPAIRED = "repaired"  # its form was mended, its meaning not touched
    PARTIAL = "partial"  # something in it was left out, and is named
    FAILED = "failed"  # not shown


class Problem(Frozen):
    """One rule that was broken."""

    field: str  # dotted path, such as "opinion.items.2.points"
    rule: str  # stable name, such as "less_than_equal"
    sentence: str


class Validation(Frozen):
    """The outcome for one answer."""

    status: ValidationStatus
    problems: Annotated[tuple[Problem, ...], Field(max_length=1000)] = ()


WHOLE = "answer"
"""What a rule on the whole is told of, where it has no field of its own."""
SENTENCES: dict[str, str] = {
    "missing": "{field} is missing.",
    "extra_forbidden": "{field} is not a part of the answer.",
    "enum": "{field} is none of the allowed words: {expected}.",
    "literal_error": "{field} is none of the allowed words: {expected}.",
    "less_than_equal": "{field} is above {le}, the most it can be.",
    "greater_than_equal": "{field} is below {ge}, the least it can be.",
    "greater_than": "{field} must be above {gt}.",
    "string_too_short": "{field} is empty.",
    "string_too_long": "{field} is too long.",
    "tuple_type": "{field} must be a list.",
    "dict_type": "{field} must be a list of names and values.",
    "model_type": "{field} must be a list of names and values.",
    "too_short": "{field} has too few entries.",
    "too_long": "{field} has too many entries.",
    "int_type": "{field} must be a whole number.",
    "int_parsing": "{field} must be a whole number.",
    "int_from_float": "{field} must be a whole number.",
    "float_type": "{field} must be a number.",
    "finite_number": "{field} must be a number.",
    "string_type": "{field} must be text.",
    "bool_type": "{field} must be yes or no.",
    "bool_parsing": "{field} must be yes or no.",
}


def problems_of(error: ValidationError) -> tuple[Problem, ...]:
    """Every broken rule of a Pydantic error, without the input that broke it."""
    return tuple(_problem(one) for one in error.errors(include_input=False, include_url=False))


def _problem(one: Mapping[str, Any]) -> Problem:
    field = ".".join(str(part) for part in one["loc"]) or WHOLE
    rule = str(one["type"])
    context = one.get("ctx") or {}
    if rule == "value_error":  # our own rules: their sentence is written by us and quotes nothing
        sentence = str(context.get("error", one["msg"]))
        sentence = f"{field}: {sentence}."
    else:
        template = SENTENCES.get(rule, "{field} breaks the rule “" + rule.replace("_", " ") + "”.")
        numbers = {name: value for name, value in context.items() if isinstance(value, int | float)}
        sentence = template.format(field=field, expected=context.get("expected", ""), **numbers)
    return Problem(field=field, rule=rule, sentence=sentence)


def checked(model: type[_M], payload: object) -> tuple[_M | None, Validation]:
    """``payload`` as ``model``, or None with the reasons. The one place where answers become values."""
    try:
        value = model.model_validate(payload)
    except ValidationError as error:
        return None, Validation(status=ValidationStatus.FAILED, problems=problems_of(error))
    return value, Validation(status=ValidationStatus.VALID)
