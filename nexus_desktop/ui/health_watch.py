"""Runs the health checks for whoever shows them: the corner of the window, and the Health tab once it is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

if TYPE_CHECKING:
    from nexus_desktop.services.health import HealthChecks, HealthReport
    from nexus_desktop.ui.tasks import TaskRunner


class HealthWatch(QObject):
    """``begun`` when a run begins, ``ended`` when it does, well or not; ``checked`` carries the HealthReport."""

    begun = Signal()
    ended = Signal()
    checked = Signal(object)

    def __init__(self, checks: HealthChecks, runner: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._checks, self._runner = checks, runner
        self.report: HealthReport | None = None

    @Slot()
    def refresh(self) -> None:
        """Run every check."""
        self.begun.emit()
        self._runner.run(self._checks.run, self._show, self._failed)

    def _show(self, report: HealthReport) -> None:
        self.report = report
        self.ended.emit()
        self.checked.emit(report)

    def _failed(self, error: Exception) -> None:
        self.ended.emit()
        self._runner.failed.emit(error)
