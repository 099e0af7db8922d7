"""The one door to worker threads. A job is plain Python: ``job(progress, cancelled) -> result``.

A Task lives in the GUI thread and relays what its worker says signal to signal, so whoever listens, a lambda included,
runs in the GUI thread. (Measured: a lambda connected to a moved worker's own signal runs in the worker's thread.)
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextvars import copy_context
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, Qt, QThread, Signal, Slot  # noqa: TID251 - the one place

from nexus_desktop.models.errors import Cancelled
from nexus_desktop.models.ports import CancelFlag, Progress

Job = Callable[[Progress, CancelFlag], Any]
Tell = Callable[[Exception], None]
CLOSING_MILLISECONDS = 5000
SWITCH_SECONDS = 0.0005
"""How soon a job hands Python's lock to the window. The usual 5 ms are paid again at every call into Qt."""


class Task(QObject):
    """A job under way."""

    progressed = Signal(str, float)
    succeeded = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None, cancelled: Event) -> None:
        super().__init__(parent)
        self._cancelled = cancelled

    def cancel(self) -> None:
        """Ask the job to stop; it looks between its steps."""
        self._cancelled.set()


class _Worker(QObject):
    progressed = Signal(str, float)
    succeeded = Signal(object)
    failed = Signal(object)
    done = Signal()

    def __init__(self, job: Job, cancelled: Event, tell: Tell) -> None:
        super().__init__()
        self._job, self._cancelled, self._tell, self._context = job, cancelled, tell, copy_context()

    @Slot()
    def run(self) -> None:
        try:
            self.succeeded.emit(self._context.run(self._job, self.progressed.emit, self._cancelled))
        except Exception as error:  # noqa: BLE001 - the only broad except: whatever a job raises is shown to someone
            if not isinstance(error, Cancelled):
                self._tell(error)
            self.failed.emit(error)
        finally:
            self.done.emit()


class TaskRunner(QObject):
    """Starts jobs, and knows which run. What fails and has no listener of its own goes to ``failed``.

    ``tell`` hears, in the job's own thread, of everything a job fails with, whoever shows it: it is what puts failures
    into the log and leaves a report of a bug.
    """

    started = Signal()
    progressed = Signal(str, float)
    idle = Signal()
    failed = Signal(object)
    cancelling = Signal()
    was_cancelled = Signal()
    _due = Signal(object)

    def __init__(self, parent: QObject | None = None, tell: Tell = lambda _error: None) -> None:
        super().__init__(parent)
        self._tell = tell
        sys.setswitchinterval(SWITCH_SECONDS)
        self._running: dict[QThread, tuple[_Worker, Task]] = {}
        self._closing = False
        self._due.connect(self._do, Qt.ConnectionType.QueuedConnection)

    def afterwards(self, act: Callable[[], object]) -> None:
        """Do something once the slot at hand has returned. A dialog opened from a slot of a task runs a loop of its
        own, and the task would be deleted in it while that slot still stands on it."""
        self._due.emit(act)

    @Slot(object)
    def _do(self, act: Callable[[], object]) -> None:
        if not self._closing:
            act()

    @property
    def busy(self) -> bool:
        """Whether any job runs."""
        return bool(self._running)

    def run(
        self,
        job: Job,
        done: Callable[[Any], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> Task:
        """Start a job; ``done`` and ``failed`` are called in the GUI thread, and neither once closing began."""
        task = self.start(job)
        if done is not None:
            task.succeeded.connect(done)
        task.failed.connect(failed if failed is not None else self.report)
        return task

    def start(self, job: Job) -> Task:
        """Start a job and leave listening to the caller."""
        cancelled = Event()
        task = Task(self, cancelled)
        if self._closing:  # nobody would wait for it, and a thread that still runs when Qt goes ends in an abort
            return task
        thread, worker = QThread(self), _Worker(job, cancelled, self._tell)
        worker.moveToThread(thread)
        worker.progressed.connect(task.progressed)
        worker.succeeded.connect(task.succeeded)
        worker.failed.connect(task.failed)
        task.progressed.connect(self.progressed)
        worker.done.connect(thread.quit)
        thread.started.connect(worker.run)
        thread.finished.connect(self._forget)
        self._running[thread] = (worker, task)
        thread.start()
        self.started.emit()
        return task

    @Slot()
    def _forget(self) -> None:
        thread = self.sender()
        if isinstance(thread, QThread) and thread in self._running:
            worker, task = self._running.pop(thread)
            worker.deleteLater()
            task.deleteLater()
            thread.deleteLater()
        if not self._running:
            self.idle.emit()

    @Slot(object)
    def report(self, error: Exception) -> None:
        """Pass on what a job failed with, or that it was cancelled."""
        if isinstance(error, Cancelled):
            self.was_cancelled.emit()
        else:
            self.failed.emit(error)

    def cancel_all(self) -> None:
        """Ask every job to stop, and whoever has more to do to leave it."""
        self.cancelling.emit()
        for _, task in self._running.values():
            task.cancel()

    def close(self) -> bool:
        """Refuse new jobs, stop the running ones, and wait for them. False where one did not end in time."""
        self._closing = True
        self.cancel_all()
        ended = True
        for thread, (_, task) in list(self._running.items()):
            task.blockSignals(True)
            thread.quit()  # the queued quit cannot arrive while we wait here
            ended = thread.wait(CLOSING_MILLISECONDS) and ended
        return ended
