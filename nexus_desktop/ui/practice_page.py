"""What the kept analyses say together: strengths, theories, conditions, and what doctors leave out most."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from nexus_desktop.ui.paged_model import Column, PagedModel
from nexus_desktop.ui.table import table
from nexus_desktop.ui.theme import LARGE, SMALL
from nexus_desktop.ui.translation import tr
from nexus_desktop.ui.widgets import Choice, Figure, empty_state, figures, label

if TYPE_CHECKING:
    from nexus_desktop.models.figures import PracticeFigures, Revisions, Share
    from nexus_desktop.services.figures import Figures
    from nexus_desktop.ui.tasks import TaskRunner

SPANS = ((30, tr("30 days")), (90, tr("90 days")), (365, tr("a year")), (3650, tr("all")))


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the table: what is counted, how often, and its share of all analyses."""

    kind: str
    word: str
    count: int
    share: str


class PracticePage(QWidget):
    """``titles`` names rubric items. Reads the store in a job."""

    def __init__(self, practice: Figures, titles: Mapping[str, str], runner: TaskRunner) -> None:
        super().__init__()
        self._practice, self._titles, self._runner = practice, titles, runner
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(LARGE)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        self.span = Choice(tr("Span"))
        for days, words in SPANS:
            self.span.addItem(words, days)
        self.span.activated.connect(self.refresh)
        row.addWidget(label(tr("Analyses of"), "muted", wrap=False))
        row.addWidget(self.span)
        row.addStretch(1)
        layout.addLayout(row)
        page = QWidget()
        inside = QVBoxLayout(page)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(LARGE)
        self.analyses, self.score = Figure(tr("analyses")), Figure(tr("points on average"))
        self.confidence, self.met = Figure(tr("confidence on average")), Figure(tr("asks met after a revision"))
        self.time = Figure(tr("seconds for a letter, by the program"))
        inside.addLayout(figures(self.analyses, self.score, self.confidence, self.met, self.time))
        self.model: PagedModel[Line] = PagedModel(
            [
                Column(tr("Kind"), lambda line: line.kind),
                Column(tr("What"), lambda line: line.word),
                Column(tr("Count"), lambda line: f"{line.count:,}", number=True),
                Column(tr("Share"), lambda line: line.share, number=True),
            ],
            None,
            self,
        )
        self.view = table(self.model, tr("Figures of the practice"), stretched=1)
        inside.addWidget(self.view, 1)
        self.pages = QStackedWidget()
        self.nothing = empty_state(
            tr("No analysis in this span"),
            tr("Strengths, conditions and common gaps of your letters would be counted here."),
        )
        self.pages.addWidget(self.nothing)
        self.pages.addWidget(page)
        layout.addWidget(self.pages, 1)

    @Slot()
    def refresh(self) -> None:
        """Count again."""
        practice, days = self._practice, int(self.span.currentData())
        self._runner.run(lambda _progress, _cancelled: practice.practice(days), self._show)

    def _show(self, found: PracticeFigures) -> None:
        self.pages.setCurrentIndex(1 if found.analyses else 0)
        self.analyses.show_value(f"{found.analyses:,}")
        self.score.show_value("–" if found.mean_score is None else f"{found.mean_score:.0f}")
        self.confidence.show_value("–" if found.mean_confidence is None else f"{found.mean_confidence:.2f}")
        self.met.show_value(_percent(found.revisions.met, found.revisions.asked) or "–")
        taken = [one for one in (found.reading_ms, found.analyzing_ms) if one is not None]
        self.time.show_value(f"{sum(taken) / 1000:,.1f}" if taken else "–")
        self.model.show_rows(self._lines(found))

    def _lines(self, found: PracticeFigures) -> list[Line]:
        lines: list[Line] = []
        groups: tuple[tuple[str, tuple[Share, ...]], ...] = (
            (tr("Strength"), found.strengths),
            (tr("Theory"), found.theories),
            (tr("Condition"), found.conditions),
            (tr("Validation"), found.validations),
        )
        for kind, shares in groups:
            lines += [Line(kind, one.word, one.count, _percent(one.count, found.analyses)) for one in shares]
        for gap in found.defects:
            title = self._titles.get(gap.item, gap.item)
            lines.append(Line(tr("Asked of the doctor"), title, gap.letters, _percent(gap.letters, found.analyses)))
        for one in found.overridden:
            title = self._titles.get(one.word, one.word)
            lines.append(Line(tr("You disagreed"), title, one.count, _percent(one.count, found.analyses)))
        return lines + _answers(found.revisions)


def _answers(found: Revisions) -> list[Line]:
    """What became of the asks in letters that were compared with their revision; shares are of the asks."""
    if not found.asked:
        return []
    answers = (
        (tr("met"), found.met),
        (tr("met in part"), found.partly),
        (tr("still open"), found.asked - found.met - found.partly),
    )
    kind = tr("Asks after revision")
    return [Line(kind, word, count, _percent(count, found.asked)) for word, count in answers]


def _percent(count: int, of: int) -> str:
    return f"{100 * count / of:.0f} %" if of else ""
