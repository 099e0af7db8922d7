"""What a result says of how it was read: by whom, what left the machine, and where the two readings differ."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout

from nexus_desktop.models import wording
from nexus_desktop.ui.section import Section
from nexus_desktop.ui.theme import SMALL, TINY, set_role
from nexus_desktop.ui.translation import tr
from nexus_desktop.ui.widgets import breakable, button, card, label

if TYPE_CHECKING:
    from nexus_desktop.models.analysis_models import Disagreement, NamedAuthority
    from nexus_desktop.models.records import AnalysisRecord
    from nexus_desktop.services.analyze_letter import Outcome

MOST = 12  # problems shown; the rest is counted


def service_card(
    record: AnalysisRecord, outcome: Outcome | None = None, show_prompt: Callable[[], None] | None = None
) -> QFrame | None:
    """Who has read the letter; None where the rubric engine alone has, and no service was asked. ``show_prompt`` shows
    the exact words it was asked with."""
    if outcome is not None and outcome.fallback is not None:
        from nexus_desktop.services.ai_letters import in_words

        frame, layout = card(role="notice")
        words, failed = in_words(outcome), outcome.fallback
        layout.addWidget(label(words, "strong"))
        layout.addWidget(
            label(tr("{next_step} Code: {code}").format(next_step=tr(failed.next_step), code=failed.code), "muted")
        )
        frame.setAccessibleName(words)
        return frame
    if record.prompt_version is None:
        return None
    frame, layout = card()
    layout.addWidget(
        label(
            breakable(tr("Read by a service: {engine_version}").format(engine_version=record.engine_version)), "strong"
        )
    )
    layout.addWidget(label(wording.WHAT_LEFT))
    layout.addWidget(label(tr("Asked with {prompt_version}.").format(prompt_version=record.prompt_version), "muted"))
    if show_prompt is not None:
        one = button(tr("Show the prompt"), link=True)
        one.clicked.connect(show_prompt)
        layout.addWidget(one, 0, Qt.AlignmentFlag.AlignLeft)
    frame.setAccessibleName(
        tr("Read by a service: {engine_version}. {what_left}").format(
            engine_version=record.engine_version, what_left=wording.WHAT_LEFT
        )
    )
    return frame


def service_sections(record: AnalysisRecord) -> Iterator[Section]:
    """Where the two readings differ, which authorities the service named, and what was wrong with its answer."""
    if record.prompt_version is None:
        return
    result = record.result
    titles = {item.id.value: item.title for part in result.components for item in part.items}
    problems = [wording.problem_words(problem, titles) for problem in record.validation.problems]
    if result.disagreements:
        title = tr("Where the two readings differ ({disagreements})").format(disagreements=len(result.disagreements))
        yield Section(title, _filled([partial(_differing, one) for one in result.disagreements]))
    if result.named_authorities:
        title = tr("Authorities the service named ({named_authorities})").format(
            named_authorities=len(result.named_authorities)
        )
        bad = any(not one.standing.holds for one in result.named_authorities)
        yield Section(title, _filled([partial(_authority, one) for one in result.named_authorities]), opened=bad)
    if problems:
        more = [tr("and {problems} more").format(problems=len(problems) - MOST)] if len(problems) > MOST else []
        rows = [*(f"• {one}" for one in problems[:MOST]), *more]
        yield Section(
            tr("What was wrong with its answer ({problems})").format(problems=len(problems)),
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
    layout.addWidget(
        label(tr("Service: {service}. Rubric engine: {rubric}.").format(service=one.service, rubric=one.rubric))
    )
    layout.addWidget(label(tr("Counted as: {counted}").format(counted=one.counted), "muted"))


def _authority(one: NamedAuthority, layout: QVBoxLayout) -> None:
    layout.addWidget(label(breakable(one.citation), "strong"))
    standing = label(wording.standing_words(one))
    if not one.standing.holds:
        set_role(standing, state="bad")
    layout.addWidget(standing)
    layout.addWidget(
        label(one.reason + (tr(" Probably meant: {right}").format(right=one.right) if one.right else ""), "muted")
    )
