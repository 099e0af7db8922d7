"""Loads the governed prompts of a file and says which versions can be trusted."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from nexus_desktop.models.prompt_models import MOST_BYTES, Prompt, PromptFile, PromptState, PromptVersion
from nexus_desktop.runtime import config_files


class PromptSource(Protocol):
    """Says which version is used. ``letter`` is a fingerprint, for where two versions share the letters."""

    def in_force(self, prompt_id: str, letter: str = "") -> PromptVersion | None: ...

    def under_comparison(self, prompt_id: str) -> str:
        """The comparison under way, by its id; empty where there is none."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A version that is not used, where it stands, and why. ``version`` is empty where it is the whole file."""

    prompt_id: str
    version: str
    sentence: str


class PromptManager:
    """The prompts of config/prompts.yaml. Raises ConfigurationInvalid with the line of what is wrong."""

    def __init__(self, path: Path) -> None:
        self._name, self._text = path.name, config_files.read(path, MOST_BYTES)
        self._prompts = config_files.parse(self._text, self._name, PromptFile, plain=True).prompts

    @property
    def prompts(self) -> tuple[Prompt, ...]:
        """Every prompt, in the order of the file."""
        return self._prompts

    def in_force(self, prompt_id: str, letter: str = "") -> PromptVersion | None:
        """The version in use, where nobody but the file says so. It is the same for every letter."""
        del letter
        return self.approved(prompt_id)

    def under_comparison(self, prompt_id: str) -> str:
        """A file compares nothing."""
        del prompt_id
        return ""

    def approved(self, prompt_id: str) -> PromptVersion | None:
        """The version in use: approved, and with the text it was approved with."""
        for prompt in self._prompts:
            for version in prompt.versions:
                if prompt.id == prompt_id and version.state is PromptState.APPROVED and version.is_unchanged:
                    return version
        return None

    def changed(self) -> list[tuple[Prompt, PromptVersion]]:
        """Versions whose text is no longer the one that was hashed."""
        return [
            (prompt, version) for prompt in self._prompts for version in prompt.versions if not version.is_unchanged
        ]

    def refused(self) -> list[Refused]:
        """The same in words, with the line each stands on."""
        return [
            Refused(
                prompt.id,
                version.version,
                f"{self._name}, line {self.line_of(prompt.id, version.version)}: the text of {prompt.id} "
                f"{version.version} is not the one that was recorded under this number, so it is not used.",
            )
            for prompt, version in self.changed()
        ]

    def line_of(self, prompt_id: str, version: str) -> int:
        """The line on which a version begins, from 1."""
        for number, prompt in enumerate(self._prompts):
            for place, one in enumerate(prompt.versions):
                if (prompt.id, one.version) == (prompt_id, version):
                    return config_files.line_of(self._text, ("prompts", number, "versions", place))
        return 1
