"""config/prompts.yaml as values: prompts as governed text, each version with its author, reason, state and hash."""

from __future__ import annotations

import hashlib
import json
import re
from datetime import date
from enum import StrEnum
from typing import Annotated, Any, Final, Self

from pydantic import Field, field_validator, model_validator

from nexus_desktop.models.rubric_models import Frozen, ItemId

ANALYSIS: Final = "nexus-analysis"
AGAIN: Final = "nexus-again"
COMPARISON: Final = "nexus-comparison"
SUMMARY: Final = "client-summary"

MOST_BYTES: Final = 512_000  # of a file of prompts
LONGEST_TEXT: Final = 20_000  # characters of one message
MOST_PLACES: Final = 24  # variables in one message
PLACE: Final = re.compile(r"\{([a-z_]{1,30})\}")
NUMBER: Final = r"^\d{1,4}\.\d{1,4}\.\d{1,4}(\+firm\.\d{1,4})?$"
"""A firm's own version names the one it was made from, as in 1.0.0+firm.2: no later release can clash with it."""


class PromptState(StrEnum):
    """How far a version has come. Only an approved one may be used for an analysis, or a candidate under comparison."""

    DRAFT = "draft"
    CANDIDATE = "candidate"
    APPROVED = "approved"
    RETIRED = "retired"


class PromptOrigin(StrEnum):
    """Where a version comes from."""

    SHIPPED = "shipped"
    FIRM = "firm"


class VariableKind(StrEnum):
    """What may be put in the place of a variable."""

    LETTER = "letter"  # de-identified text between two marks
    MARK = "mark"  # the random mark of one request
    ITEMS = "items"  # the items of the rubric that the version refers to
    AUTHORITIES = "authorities"
    FORM = "form"  # the form of the answer, from its schema
    PROBLEMS = "problems"  # rules that an earlier answer broke, in our own words
    FINDINGS = "findings"  # a checked result, in our own words


class ModelHints(Frozen):
    """What the version was written for. ``models`` is empty where any will do; the rest counts tokens."""

    models: tuple[Annotated[str, Field(max_length=100)], ...] = ()
    context_tokens: Annotated[int, Field(ge=1000, le=2_000_000)]
    answer_tokens: Annotated[int, Field(ge=256, le=100_000)]


class PromptVersion(Frozen):
    """One version: never edited, only followed by another."""

    version: Annotated[str, Field(pattern=NUMBER)]
    state: PromptState
    author: Annotated[str, Field(min_length=1, max_length=100)]
    created: date
    reason: Annotated[str, Field(min_length=1, max_length=500)]
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    variables: dict[str, VariableKind]
    schema_id: Annotated[str, Field(min_length=1, max_length=60)]
    rubric: tuple[ItemId, ...] = ()
    hints: ModelHints
    system: Annotated[str, Field(max_length=LONGEST_TEXT)]
    user: Annotated[str, Field(min_length=1, max_length=LONGEST_TEXT)]

    @field_validator("rubric", mode="before")
    @classmethod
    def all_items(cls, value: Any) -> Any:  # noqa: ANN401 - whatever a file says
        return tuple(ItemId) if value == "all" else value

    @field_validator("system", "user")
    @classmethod
    def plainly_templated(cls, text: str) -> str:
        """Braces stand around the name of a variable and nowhere else: nothing nests, nothing is computed."""
        places = PLACE.findall(text)
        if len(places) > MOST_PLACES:
            raise ValueError(f"a text may name variables {MOST_PLACES} times at most")
        if re.search(r"[{}]", PLACE.sub("", text)):
            raise ValueError("a brace must be part of the name of a variable, as in {letter}, and never nested")
        return text

    def content(self) -> dict[str, Any]:
        """What the hash is made over: all that decides what is sent."""
        return {
            "system": self.system,
            "user": self.user,
            "variables": {name: kind.value for name, kind in sorted(self.variables.items())},
            "schema_id": self.schema_id,
            "rubric": [item.value for item in self.rubric],
            "hints": self.hints.model_dump(mode="json"),
        }

    def content_hash(self) -> str:
        """SHA-256 over the canonical JSON of the content."""
        canonical = json.dumps(self.content(), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        return hashlib.sha256(canonical.encode()).hexdigest()

    @property
    def is_unchanged(self) -> bool:
        """Whether the text is the one that was hashed when the version was made."""
        return self.content_hash() == self.sha256

    @property
    def named(self) -> frozenset[str]:
        """The variables that stand in the text."""
        return frozenset(PLACE.findall(self.system) + PLACE.findall(self.user))

    @model_validator(mode="after")
    def variables_are_used(self) -> Self:
        unused, unknown = sorted(set(self.variables) - self.named), sorted(self.named - set(self.variables))
        if unused:
            raise ValueError("every variable of a prompt must stand in its text")
        if unknown:
            raise ValueError("every variable in the text must be declared with its kind")
        return self


def ordered(version: str) -> tuple[int, ...]:
    """Sorts version numbers; a firm's own come behind the one they were made from."""
    base, _, own = version.partition("+firm.")
    return (*map(int, base.split(".")), int(own) if own else 0)


class Prompt(Frozen):
    """A prompt and its history, oldest version first."""

    id: Annotated[str, Field(pattern=r"^[a-z][a-z-]{0,39}$")]
    title: Annotated[str, Field(min_length=1, max_length=80)]
    purpose: Annotated[str, Field(min_length=1, max_length=300)]
    versions: Annotated[tuple[PromptVersion, ...], Field(min_length=1, max_length=200)]

    @model_validator(mode="after")
    def numbers_rise(self) -> Self:
        numbers = [ordered(version.version) for version in self.versions]
        if numbers != sorted(set(numbers)):
            raise ValueError("version numbers must rise")
        if sum(version.state is PromptState.APPROVED for version in self.versions) > 1:
            raise ValueError("at most one version can be approved")
        return self


class PromptFile(Frozen):
    """The whole of config/prompts.yaml."""

    prompts: Annotated[tuple[Prompt, ...], Field(min_length=1, max_length=20)]

    @model_validator(mode="after")
    def told_apart(self) -> Self:
        names = [prompt.id for prompt in self.prompts]
        if len(names) != len(set(names)):
            raise ValueError("two prompts have the same id")
        return self
