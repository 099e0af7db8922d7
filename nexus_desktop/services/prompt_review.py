"""The governed prompts as a screen shows them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from nexus_desktop.models.prompt_models import PromptState
from nexus_desktop.prompts.prompt_manager import PromptManager


@dataclass(frozen=True, slots=True)
class PromptLine:
    """One version of one prompt."""

    prompt_id: str
    title: str
    purpose: str
    version: str
    state: PromptState
    author: str
    created: date
    reason: str
    sha256: str
    unchanged: bool
    text: str


class PromptReview:
    """The use case."""

    def __init__(self, manager: PromptManager) -> None:
        self._manager = manager

    def versions(self) -> list[PromptLine]:
        """Every version, the newest of each prompt first."""
        return [
            PromptLine(
                prompt_id=prompt.id,
                title=prompt.title,
                purpose=prompt.purpose,
                version=version.version,
                state=version.state,
                author=version.author,
                created=version.created,
                reason=version.reason,
                sha256=version.sha256,
                unchanged=version.is_unchanged,
                text=f"System\n\n{version.system}\nUser\n\n{version.user}",
            )
            for prompt in self._manager.prompts
            for version in reversed(prompt.versions)
        ]
