"""What the attorney chose last when a paper was made: kind, format and letterhead; never names, never enclosures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nexus_desktop.models.errors import DatabaseReadOnly
from nexus_desktop.models.paper_models import Paper, ReportKind

if TYPE_CHECKING:
    from nexus_desktop.runtime.settings import PreferencesFile

MOST_LINES, LONGEST_LINE = 8, 120
"""Of a letterhead."""


@dataclass(frozen=True, slots=True)
class PaperChoice:
    """A kind of paper, its format, and the lines of the firm's letterhead."""

    paper: Paper = Paper.ANALYSIS
    kind: ReportKind = ReportKind.PDF
    letterhead: tuple[str, ...] = ()


class PaperChoices:
    """The use case, on the person's settings file."""

    def __init__(self, preferences: PreferencesFile) -> None:
        self._preferences = preferences

    def last(self) -> PaperChoice:
        """What was chosen last; the report as PDF, before anything was."""
        kept = self._preferences.load()
        try:
            return PaperChoice(Paper(kept.paper), ReportKind(kept.paper_format), kept.letterhead)
        except ValueError:
            return PaperChoice(letterhead=kept.letterhead)

    def keep(self, choice: PaperChoice) -> None:
        """Remember a choice. Raises DatabaseReadOnly."""
        changed = self._preferences.load().model_copy(
            update={
                "paper": choice.paper.value,
                "paper_format": choice.kind.value,
                "letterhead": lines_of("\n".join(choice.letterhead)),
            }
        )
        try:
            self._preferences.save(changed)
        except OSError:
            raise DatabaseReadOnly from None


def lines_of(text: str) -> tuple[str, ...]:
    """A letterhead as typed, without empty lines and within bounds."""
    lines = (" ".join(line.split())[:LONGEST_LINE] for line in text.splitlines())
    return tuple(line for line in lines if line)[:MOST_LINES]
