"""Locks the window: covers it at once, closes the store when the work under way is done, and opens both again."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from nexus_desktop.services.session import LockReason, Session
from nexus_desktop.ui.idle import Idle

if TYPE_CHECKING:
    from nexus_desktop.runtime.key_vault import Credentials
    from nexus_desktop.ui.lock_page import LockPage
    from nexus_desktop.ui.system_lock import SystemLock
    from nexus_desktop.ui.tasks import TaskRunner


class State(StrEnum):
    """Where the window stands."""

    OPEN = "open"
    WAITING = "waiting"  # covered, with work under way
    LOCKED = "locked"


class WindowLock(QObject):
    """``covered`` when everything has to go out of sight, ``opened`` when it may come back."""

    covered = Signal()
    opened = Signal()

    def __init__(
        self, session: Session, runner: TaskRunner, page: LockPage, in_hand: Callable[[], int], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session, self._runner, self._page, self._in_hand = session, runner, page, in_hand
        self.state, self._reason, self._closing = State.OPEN, LockReason.ASKED, False
        self.idle: Idle | None = None
        page.wanted.connect(self._unlock)
        runner.idle.connect(self._work_is_done)
        app = QApplication.instance()
        if session.can_lock and session.idle_minutes is not None and isinstance(app, QGuiApplication):
            self.idle = Idle(session.idle_minutes, self)
            self.idle.follow(app)
            self.idle.elapsed.connect(lambda: self.lock(LockReason.IDLE))

    def follow_system(self, window: QWidget) -> SystemLock | None:
        """From now on, lock with the screen of the system, where the window locks by itself at all."""
        if self.idle is None:
            return None
        from nexus_desktop.ui.system_lock import SystemLock  # brings D-Bus

        system = SystemLock(window)
        system.locked.connect(lambda: self.lock(LockReason.SYSTEM))
        return system

    @property
    def is_open(self) -> bool:
        return self.state is State.OPEN

    def lock(self, reason: LockReason) -> None:
        """Cover the window now; an open dialog does not stop it."""
        if not self._session.can_lock or not self.is_open:
            return
        self.state, self._reason = State.WAITING, reason
        for top in QApplication.topLevelWidgets():
            if isinstance(top, QDialog) and top.isVisible():
                top.reject()
        clipboard = QGuiApplication.clipboard()
        if clipboard.ownsClipboard():
            clipboard.clear()  # what was copied from here, which may name a client
        self.covered.emit()
        self._page.show_waiting(self._in_hand())
        self._work_is_done()

    @Slot()
    def _work_is_done(self) -> None:
        if self.state is not State.WAITING or self._closing or self._runner.busy:
            return
        session, reason, self._closing = self._session, self._reason, True
        self._runner.run(lambda _progress, _cancelled: session.lock(reason), self._was_locked, self._was_not)

    def _was_locked(self, _nothing: object) -> None:
        self._closing, self.state = False, State.LOCKED
        self._page.show_locked(self._session.need(), self._in_hand())

    def _was_not(self, error: Exception) -> None:
        self._was_locked(None)
        self._page.show_problem(error)

    @Slot(object)
    def _unlock(self, given: Credentials) -> None:
        session = self._session
        self._runner.run(lambda _progress, _cancelled: session.unlock(given), self._was_opened, self._page.show_problem)

    def _was_opened(self, _nothing: object) -> None:
        self.state = State.OPEN
        self._page.clear()
        self.opened.emit()
