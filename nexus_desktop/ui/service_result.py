"""What a result says of how it was read: by whom, what left the machine, and where the two readings differ."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout

from nexus_desktop.models import wording
from nexus_desktop.models.analysis_models import Disagreement, NamedAuthority
from nexus_desktop.models.records import AnalysisRecord
from nexus_desktop.services.ai_letters import in_words
from nexus_desktop.services.analyze_letter import Outcome
from nexus_desktop.ui.section import Section
from nexus_desktop.ui.theme import SMALL, TINY, set_role
from nexus_desktop.ui.widgets import breakable, button, card, label

MOST = 12  # problems shown; the rest is counted


def service_card(
    record: AnalysisRecord, outcome: Outcome | None = None, show_prompt: Callable[[], None] | None = None
) -> QFrame | None:
    """Who has read the letter; None where the rubric engine alone has, and no service was asked. ``show_prompt`` shows
    the exact words it was asked with."""
    if outcome is not None and outcome.fallback is not None:
        frame, layout = card(role="notice")
        words, failed = in_words(outcome), outcome.fallback
        layout.addWidget(label(words, "strong"))
        layout.addWidget(label(f"{failed.next_step} Code: {failed.code}", "muted"))
        frame.setAccessibleName(words)
        return frame
    if record.prompt_version is None:
        return None
    frame, layout = card()
    layout.addWidget(label(breakable(f"Read by a service: {record.engine_version}"), "strong"))
    layout.addWidget(label(wording.WHAT_LEFT))
    layout.addWidget(label(f"Asked with {record.prompt_version}.", "muted"))
    if show_prompt is not None:
        one = button("Show the prompt", link=True)
        one.clicked.connect(show_prompt)
        layout.addWidget(one, 0, Qt.AlignmentFlag.AlignLeft)
    frame.setAccessibleName(f"Read by a service: {record.engine_version}. {wording.WHAT_LEFT}")
    return frame


def service_sections(record: AnalysisRecord) -> Iterator[Section]:
    """Where the two readings differ, which authorities the service named, and what was wrong with its answer."""
    if record.prompt_version is None:
        return
    result = record.result
    titles = {item.id.value: item.title for part in result.components for item in part.items}
    problems = [wording.problem_words(problem, titles) for problem in record.validation.problems]
    if result.disagreements:
        title = f"Where the two readings differ ({len(result.disagreements)})"
        yield Section(title, _filled([partial(_differing, one) for one in result.disagreements]))
    if result.named_authorities:
        title = f"Authorities the service named ({len(result.named_authorities)})"
        bad = any(not one.standing.holds for one in result.named_authorities)
        yield Section(title, _filled([partial(_authority, one) for one in result.named_authorities]), opened=bad)
    if problems:
        more = [f"and {len(problems) - MOST} more"] if len(problems) > MOST else []
        rows = [*(f"• {one}" for one in problems[:MOST]), *more]
        yield Section(
            f"What was wrong with its answer ({len(problems)})",
            _filled([partial(_line, row) for row in rows]),
        )


def _filled(rows: list[Callable[[QVBoxLayout], None]]) -> Callable[[QVBoxLayout], None]:
    def fill(layout: QVBoxLayout) -> None:
        layout.setSpacing(SMALL)
        for row in rows:
            inside = QVBoxLayout()
            inside.setSpacing(TINY)
            row(inside)
            layout.addLayout(inside)

    return fill


def _line(words: str, layout: QVBoxLayout) -> None:
    layout.addWidget(label(breakable(words)))


def _differing(one: Disagreement, layout: QVBoxLayout) -> None:
    layout.addWidget(label(one.title, "strong"))
    layout.addWidget(label(f"Service: {one.service}. Rubric engine: {one.rubric}."))
    layout.addWidget(label(f"Counted as: {one.counted}", "muted"))


def _authority(one: NamedAuthority, layout: QVBoxLayout) -> None:
    layout.addWidget(label(breakable(one.citation), "strong"))
    standing = label(wording.standing_words(one))
    if not one.standing.holds:
        set_role(standing, state="bad")
    layout.addWidget(standing)
    layout.addWidget(label(one.reason + (f" Probably meant: {one.right}" if one.right else ""), "muted"))
