"""What stands beside the tabs and is made when it is asked for: the first steps, taken up again."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QMainWindow

from nexus_desktop.services.application import Application
from nexus_desktop.ui.tasks import TaskRunner
from nexus_desktop.ui.theme import Theme


class WindowAids(QObject):
    """``changed`` after settings may have changed, ``sample_wanted`` and ``services_wanted`` for what comes next."""

    changed = Signal()
    sample_wanted = Signal()
    services_wanted = Signal()

    def __init__(self, window: QMainWindow, application: Application, runner: TaskRunner, theme: Theme) -> None:
        super().__init__(window)
        self._window, self._application, self._runner, self._theme = window, application, runner, theme

    @Slot()
    def first_steps(self) -> None:
        """Take the first steps up where they were left."""
        from nexus_desktop.ui.first_pages import Ground
        from nexus_desktop.ui.first_start import FirstStart  # seen once or twice on a machine

        application = self._application
        ground = Ground(self._runner, self._theme, application.shortest_passphrase, application=application)
        dialog = FirstStart(ground, application.first_steps, self._window)
        finished = dialog.exec()
        self.changed.emit()
        if finished and dialog.wants_sample:
            self.sample_wanted.emit()
        if finished and dialog.wants_service:
            self.services_wanted.emit()
        dialog.deleteLater()
