"""Loads the governed prompts and says which versions can be trusted."""

from __future__ import annotations

from pathlib import Path

from nexus_desktop.models.prompt_models import Prompt, PromptFile, PromptState, PromptVersion
from nexus_desktop.runtime import config_files


class PromptManager:
    """The prompts of config/prompts.yaml. Raises ConfigurationInvalid with the line of what is wrong."""

    def __init__(self, path: Path) -> None:
        self._prompts = config_files.load(path, PromptFile).prompts

    @property
    def prompts(self) -> tuple[Prompt, ...]:
        """Every prompt, in the order of the file."""
        return self._prompts

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
