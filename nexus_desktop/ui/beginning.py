"""What a start leaves for later, done in a job once the window has been painted and answers.

The store is opened, and what is needed only now is loaded: the larger half of a start, that nobody misses before the
window is there to ask. In a job, since loading a module stands in the way of every key.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot

from nexus_desktop.ui.painted import FirstPainting
from nexus_desktop.ui.window_tabs import load_others

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from nexus_desktop.models.ports import CancelFlag, Progress
    from nexus_desktop.services.application import Application
    from nexus_desktop.ui.tasks import TaskRunner

UNPAINTED_MILLISECONDS = 1000
"""When a window that is shown and not painted, such as a minimised one, opens the store all the same."""


class Beginning(QObject):
    """``opened`` once the store is open, ``failed`` with what stopped it."""

    opened = Signal()
    failed = Signal(object)

    def __init__(self, window: QWidget, runner: TaskRunner, application: Application) -> None:
        super().__init__(window)
        self._runner, self._application = runner, application
        self._begun = self.is_over = False
        FirstPainting(window).over.connect(self._begin)
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Lets every event pass."""
        if event.type() == QEvent.Type.Show and not self._begun:
            QTimer.singleShot(UNPAINTED_MILLISECONDS, self._begin)
        return False

    @Slot()
    def _begin(self) -> None:
        if self._begun:
            return
        self._begun = True
        application = self._application

        def job(_progress: Progress, cancelled: CancelFlag) -> None:
            application.open_store()
            application.load_rest(cancelled)
            load_others(cancelled)

        self._runner.run(job, lambda _: self._done(), self.failed.emit)

    def _done(self) -> None:
        self.is_over = True
        self.opened.emit()
