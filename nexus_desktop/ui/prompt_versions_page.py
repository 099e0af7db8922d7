"""Versions of the prompts: the list with state and figures, one version in full, and all that a person may do to it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QSplitter, QVBoxLayout, QWidget

from nexus_desktop.ui.late_stack import LateStack, is_made
from nexus_desktop.ui.paged_model import Column, PagedModel
from nexus_desktop.ui.prompt_acts import PromptActs
from nexus_desktop.ui.prompt_differences import Differences
from nexus_desktop.ui.prompt_figures import FiguresCard
from nexus_desktop.ui.prompt_history import HistoryTable
from nexus_desktop.ui.prompt_words import ORIGIN, state_icon, state_words
from nexus_desktop.ui.table import table
from nexus_desktop.ui.theme import MEDIUM, SMALL, Theme
from nexus_desktop.ui.translation import tr
from nexus_desktop.ui.widgets import Segments, label

if TYPE_CHECKING:
    from nexus_desktop.models.ports import CancelFlag, Progress
    from nexus_desktop.services.application import PromptWork
    from nexus_desktop.services.prompt_figures import Effectiveness
    from nexus_desktop.services.prompt_review import PromptLine, ToldChange
    from nexus_desktop.ui.tasks import TaskRunner


@dataclass(frozen=True, slots=True)
class Shown:
    """A row of the list: a version, and its figures where it was used."""

    line: PromptLine
    effect: Effectiveness | None


@dataclass(frozen=True, slots=True)
class VersionsState:
    """Everything the page shows, read in one job."""

    rows: tuple[Shown, ...]
    history: dict[str, list[ToldChange]]


def read_versions(work: PromptWork) -> VersionsState:
    """Versions, figures and history, from the store."""
    lines = work.review.versions()
    names = dict.fromkeys(line.prompt_id for line in lines)
    effects = {name: {one.version: one for one in work.figures.effectiveness(name)} for name in names}
    rows = tuple(Shown(line, effects[line.prompt_id].get(line.version)) for line in lines)
    return VersionsState(rows, {name: work.review.history(name) for name in names})


class VersionsPage(QWidget):
    """``changed`` after a version was made or decided about."""

    changed = Signal()
    said = Signal(str)

    def __init__(self, work: PromptWork, runner: TaskRunner, theme: Theme) -> None:
        super().__init__()
        self._work, self._runner, self._theme = work, runner, theme
        self._state = VersionsState((), {})
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(MEDIUM)
        self.acts = PromptActs(work, runner, self)
        layout.addWidget(self.acts)
        self.model: PagedModel[Shown] = PagedModel(
            [
                Column(tr("Prompt"), lambda one: one.line.title),
                Column(tr("Version"), lambda one: one.line.version),
                Column(tr("State"), lambda one: state_words(one.line.state, used=one.line.used), icon=self._sign),
                Column(tr("Text"), lambda one: tr("as recorded") if one.line.unchanged else tr("CHANGED")),
                Column(tr("Letters"), lambda one: f"{one.effect.letters:,}" if one.effect else "0", number=True),
                Column(tr("Valid"), lambda one: _share(one.effect), number=True),
                Column(tr("From"), lambda one: ORIGIN[one.line.origin]),
                Column(tr("Decided"), _decided),
                Column(tr("Reason"), lambda one: one.line.content.reason),
            ],
            None,
            self,
        )
        self.view = table(self.model, tr("Versions of the prompts"), stretched=8)
        self.view.selectionModel().currentRowChanged.connect(self._selected)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        layout.addWidget(splitter, 1)  # before it is filled, see LateStack
        splitter.addWidget(self.view)
        splitter.addWidget(self._details())
        splitter.setSizes([200, 320])
        self.acts.changed.connect(self.changed)
        self.acts.said.connect(self.said)

    def _details(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, SMALL, 0, 0)
        layout.setSpacing(SMALL)
        row = QHBoxLayout()
        self.choices = Segments((tr("Text"), tr("Changes"), tr("Figures"), tr("History")))
        self.about = label("", "muted", wrap=False)
        row.addWidget(self.choices)
        row.addWidget(self.about, 1, Qt.AlignmentFlag.AlignRight)
        layout.addLayout(row)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(tr("Text of the prompt"))
        self.text.setPlaceholderText(tr("Choose a version to read its text."))
        self.pages = LateStack(
            lambda: self.text, lambda: self.differences, lambda: self.figures, lambda: self.history.view
        )
        self.pages.choose(0)
        self.choices.chosen.connect(self.pages.choose)
        layout.addWidget(self.pages, 1)
        return page

    @cached_property
    def differences(self) -> Differences:
        """What changed against another version."""
        made = Differences(self._work.review, self._runner, self._theme)
        self._show_differences(made)
        return made

    @cached_property
    def figures(self) -> FiguresCard:
        """How well the version does."""
        made, shown = FiguresCard(), self.chosen
        made.show_effect(shown.effect if shown is not None else None)
        return made

    @cached_property
    def history(self) -> HistoryTable:
        """Who did what to the prompt."""
        made = HistoryTable()
        self._show_history(made)
        return made

    def _sign(self, one: Shown) -> object:
        return state_icon(one.line.state, self._theme.scheme)

    # --- showing ---------------------------------------------------------------------------------------------------

    @Slot()
    def refresh(self) -> None:
        """Read everything again; the chosen version stays chosen."""

        def job(_progress: Progress, _cancelled: CancelFlag) -> VersionsState:
            return read_versions(self._work)

        self._runner.run(job, self.show_state)

    def show_state(self, state: VersionsState) -> None:
        """Show what was read."""
        before = self.chosen
        wanted = self.acts.wanted or ((before.line.prompt_id, before.line.version) if before is not None else None)
        self.acts.wanted = None
        self._state = state
        self.model.show_rows(state.rows)
        keys = [(one.line.prompt_id, one.line.version) for one in state.rows]
        if keys:
            self.view.selectRow(keys.index(wanted) if wanted in keys else 0)

    @property
    def chosen(self) -> Shown | None:
        """The version in view."""
        return self.model.row(self.view.currentIndex())

    @Slot(QModelIndex, QModelIndex)
    def _selected(self, current: QModelIndex, _previous: QModelIndex) -> None:
        shown = self.model.row(current)
        if shown is None:
            self.acts.show_line(None)
            return
        line = shown.line
        used = "" if line.used else tr(" No step of the program sends it yet.")
        self.text.setPlainText(
            tr("{purpose}{used}\nSHA-256 {sha256}\n\nSystem\n\n{system}\nUser\n\n{user}").format(
                purpose=line.purpose,
                used=used,
                sha256=line.content.sha256,
                system=line.content.system,
                user=line.content.user,
            )
        )
        self.about.setText(f"{line.title} {line.version}")
        if is_made(self, "differences"):
            self._show_differences(self.differences)
        if is_made(self, "figures"):
            self.figures.show_effect(shown.effect)
        if is_made(self, "history"):
            self._show_history(self.history)
        self.acts.show_line(line)

    def _show_differences(self, page: Differences) -> None:
        shown = self.chosen
        if shown is not None:
            others = (one.line for one in self._state.rows if one != shown)
            page.show_line(shown.line, [line for line in others if line.prompt_id == shown.line.prompt_id])

    def _show_history(self, page: HistoryTable) -> None:
        shown = self.chosen
        if shown is not None:
            page.model.show_rows(self._state.history.get(shown.line.prompt_id, []))


def _share(effect: Effectiveness | None) -> str:
    share = effect.valid.share if effect is not None else None
    return "–" if share is None else f"{share:.0%}"


def _decided(one: Shown) -> str:
    line = one.line
    return f"{line.decided_by}, {line.decided_at.astimezone():%Y-%m-%d}" if line.decided_at else line.content.author
