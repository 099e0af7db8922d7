"""config/prompts.yaml as values: prompts as governed text, each version with its author, reason, state and hash."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from nexus_desktop.models.rubric_models import Frozen


class PromptState(StrEnum):
    """How far a version has come. Only an approved one may be used for an analysis."""

    DRAFT = "draft"
    CANDIDATE = "candidate"
    APPROVED = "approved"
    RETIRED = "retired"


class PromptVersion(Frozen):
    """One version: never edited, only followed by another."""

    version: Annotated[str, Field(pattern=r"^\d+\.\d+\.\d+$")]
    state: PromptState
    author: Annotated[str, Field(min_length=1)]
    created: date
    reason: Annotated[str, Field(min_length=1)]
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    variables: tuple[str, ...]
    system: Annotated[str, Field(min_length=1)]
    user: Annotated[str, Field(min_length=1)]

    def content_hash(self) -> str:
        """SHA-256 over the canonical JSON of what is sent."""
        content = {"system": self.system, "user": self.user, "variables": list(self.variables)}
        canonical = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        return hashlib.sha256(canonical.encode()).hexdigest()

    @property
    def is_unchanged(self) -> bool:
        """Whether the text is the one that was hashed when the version was made."""
        return self.content_hash() == self.sha256

    @model_validator(mode="after")
    def variables_are_used(self) -> Self:
        text = self.system + self.user
        if any(f"{{{name}}}" not in text for name in self.variables):
            raise ValueError("every variable of a prompt must stand in its text")
        return self


class Prompt(Frozen):
    """A prompt and its history, oldest version first."""

    id: Annotated[str, Field(pattern=r"^[a-z][a-z-]*$")]
    title: str
    purpose: str
    versions: Annotated[tuple[PromptVersion, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def numbers_rise(self) -> Self:
        numbers = [tuple(map(int, version.version.split("."))) for version in self.versions]
        if numbers != sorted(set(numbers)):
            raise ValueError("version numbers must rise")
        if sum(version.state is PromptState.APPROVED for version in self.versions) > 1:
            raise ValueError("at most one version can be approved")
        return self


class PromptFile(Frozen):
    """The whole of config/prompts.yaml."""

    prompts: Annotated[tuple[Prompt, ...], Field(min_length=1)]
