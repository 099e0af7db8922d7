"""What a result says of how it was read: by whom, what was wrong with the answer, and where the two readings differ."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from nexus_desktop.models.errors import NexusError
from nexus_desktop.models.records import AnalysisRecord
from nexus_desktop.services.ai_letters import in_words
from nexus_desktop.ui.theme import MEDIUM, SMALL
from nexus_desktop.ui.widgets import card, label

_MOST = 12  # problems shown; the rest is counted


def service_reading(record: AnalysisRecord, fallback: NexusError | None = None) -> QWidget | None:
    """A card for the result panel; None where the rubric engine alone has read the letter and no service was asked."""
    if fallback is not None:
        frame, layout = card(role="notice")
        layout.addWidget(label(in_words(fallback), "strong"))
        layout.addWidget(label(f"{fallback.next_step} Code: {fallback.code}", "muted"))
        return frame
    if record.prompt_version is None:
        return None
    frame, layout = card()
    layout.addWidget(label(f"Read by a service: {record.engine_version}", "strong"))
    layout.addWidget(label(f"Asked with {record.prompt_version}; points and gates computed on this machine.", "muted"))
    problems = record.validation.problems
    for problem in problems[:_MOST]:
        layout.addWidget(label(f"• {problem.sentence}"))
    if len(problems) > _MOST:
        layout.addWidget(label(f"and {len(problems) - _MOST} more", "muted"))
    differing = record.result.disagreements
    if differing:
        layout.addWidget(label(f"Where the two readings differ ({len(differing)})", "strong"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(MEDIUM)
        grid.setVerticalSpacing(SMALL)
        for column, words in enumerate(("", "Service", "Rubric engine", "Counted as")):
            grid.addWidget(label(words, "caption"), 0, column)
        for row, one in enumerate(differing, 1):
            for column, words in enumerate((one.title, one.service, one.rubric, one.counted)):
                grid.addWidget(label(words, "" if column else "muted"), row, column)
        layout.addLayout(grid)
    return frame
