"""Saved analyses on their way into the trash and back: each deed is one service call in a job, and one thing shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from nexus_desktop.models.retention_models import TRASH_DAYS
from nexus_desktop.ui.translation import tr
from nexus_desktop.ui.trash_page import NO_NAME, TrashPage

if TYPE_CHECKING:
    from nexus_desktop.models.retention_models import TrashLine
    from nexus_desktop.services.application import Application
    from nexus_desktop.ui.desk_bar import DeskBar
    from nexus_desktop.ui.tasks import TaskRunner
    from nexus_desktop.ui.theme import Theme

UNDO_SECONDS = 10
CHOOSE = tr("Choose a saved analysis first; what is not saved can be taken off the desk.")


class TrashDesk(QObject):
    """``page_wanted`` carries the page to show, ``opened`` an AnalysisRecord to look at, ``left`` the id of an analysis
    that is in the trash now, ``came_back`` of one that is not any more; ``can_undo_changed`` when that is other."""

    page_wanted = Signal(object)
    opened = Signal(object)
    left = Signal(str)
    came_back = Signal(str)
    can_undo_changed = Signal()
    said = Signal(str)

    def __init__(self, application: Application, bar: DeskBar, runner: TaskRunner, theme: Theme) -> None:
        super().__init__(bar)
        self._trash, self._bar, self._runner = application.trash, bar, runner
        self._moved: str | None = None  # what the bar offers to put back
        self.page = TrashPage(theme, emptied=application.features.retention)
        self.page.look_wanted.connect(self.look)
        self.page.back_wanted.connect(self.put_back)
        bar.closed.connect(self._bar_closed)

    @property
    def can_undo(self) -> bool:
        """Whether the bar still offers to put back what was moved last."""
        return self._moved is not None

    def put(self, analysis_id: str, condition: str) -> None:
        """Move a saved analysis there, and offer for a while to take that back."""
        trash = self._trash
        self._runner.run(
            lambda _progress, _cancelled: trash.put([analysis_id]), lambda _count: self._was_put(analysis_id, condition)
        )

    def _was_put(self, analysis_id: str, condition: str) -> None:
        self._bar.show_choices(
            tr("“{condition}” was moved to the trash. It can be put back for {days} days.").format(
                condition=condition or NO_NAME, days=TRASH_DAYS
            ),
            (tr("Undo"), lambda: self.put_back(analysis_id)),
            (tr("Show the trash"), self.show),
            (tr("Close"), lambda: None),
            seconds=UNDO_SECONDS,
        )
        self._moved = analysis_id
        self.can_undo_changed.emit()
        self.left.emit(analysis_id)
        self.refresh()

    @Slot()
    def undo(self) -> None:
        """Take the last move back, while the bar offers it."""
        if self._moved is not None:
            moved = self._moved
            self._bar.close_choices()
            self.put_back(moved)

    @Slot()
    def _bar_closed(self) -> None:
        if self._moved is not None:
            self._moved = None
            self.can_undo_changed.emit()

    @Slot(str)
    def put_back(self, analysis_id: str) -> None:
        """Put an analysis back where it was."""
        trash = self._trash
        self._runner.run(
            lambda _progress, _cancelled: trash.put_back([analysis_id]), lambda _count: self._is_back(analysis_id)
        )

    def _is_back(self, analysis_id: str) -> None:
        self.came_back.emit(analysis_id)
        self.said.emit(tr("The analysis is among the saved ones again."))
        self.refresh()

    @Slot(str)
    def look(self, analysis_id: str) -> None:
        """Read an analysis that is in there."""
        trash = self._trash
        self._runner.run(lambda _progress, _cancelled: trash.show(analysis_id), self.opened.emit)

    @Slot()
    def show(self) -> None:
        """Show what is in it."""
        trash = self._trash
        self._runner.run(lambda _progress, _cancelled: trash.listed(), self._show)

    def _show(self, lines: list[TrashLine]) -> None:
        self.page.show_lines(lines)
        self.page_wanted.emit(self.page)
        self.page.list.setFocus()

    @Slot()
    def refresh(self) -> None:
        """Read it anew where it is in view."""
        if self.page.isVisible():
            trash = self._trash
            self._runner.run(lambda _progress, _cancelled: trash.listed(), self.page.show_lines)
