"""Starts the window: theme, one instance a data folder, the passphrase where one is needed, then the tabs."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QEventLoop, QLockFile, QObject, Qt, Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QApplication

from nexus_desktop import __version__
from nexus_desktop.models.errors import AlreadyRunning, NexusError, PassphraseTooShort, PassphraseWrong
from nexus_desktop.runtime import paths
from nexus_desktop.runtime.key_vault import KeyNeed
from nexus_desktop.services.application import Application, Starter, StarterMaker
from nexus_desktop.ui import ready_file
from nexus_desktop.ui.failure_dialog import FailureDialog
from nexus_desktop.ui.main_window import MainWindow
from nexus_desktop.ui.passphrase_dialog import PassphraseDialog
from nexus_desktop.ui.tasks import TaskRunner
from nexus_desktop.ui.theme import Theme

DONE, FAILED = 0, 1
CALL_MILLISECONDS = 500


class Surprises(QObject):
    """Brings exceptions that nobody caught, from whatever thread, to the GUI thread and there to a dialog."""

    happened = Signal(object)

    def __init__(self, starter: Starter, parent: QObject) -> None:
        super().__init__(parent)
        self._starter = starter
        self.happened.connect(self._show, Qt.ConnectionType.QueuedConnection)
        sys.excepthook = self._hook

    def _hook(self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        if isinstance(error, KeyboardInterrupt):
            QApplication.quit()
            return
        self._starter.report_failure(error)
        self.happened.emit(error)

    @Slot(object)
    def _show(self, error: BaseException) -> None:
        FailureDialog(error, QApplication.activeWindow()).exec()


class OneInstance(QObject):
    """Holds the data folder for one window; a second start asks the first to come to the front."""

    called = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        home = paths.home()
        self._lock = QLockFile(str(home / "window.lock"))
        self._name = "nexus-desktop-" + paths.folder_id()
        self._server = QLocalServer(self)

    def take(self) -> bool:
        """Whether this is the only window; if not, the other one has been called."""
        if not self._lock.tryLock(0):
            caller = QLocalSocket()
            caller.connectToServer(self._name)
            caller.waitForConnected(CALL_MILLISECONDS)
            caller.disconnectFromServer()
            return False
        QLocalServer.removeServer(self._name)  # left by a crash
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._called)
        self._server.listen(self._name)
        return True

    @Slot()
    def _called(self) -> None:
        connection = self._server.nextPendingConnection()
        if connection is not None:
            connection.deleteLater()
        self.called.emit()

    def release(self) -> None:
        """Let another window have the folder."""
        self._server.close()
        self._lock.unlock()


def open_store(starter: Starter, runner: TaskRunner) -> Application | None:
    """The program on its store; None where the person gave up on the passphrase. Raises what stopped it."""
    need, problem = starter.key_need(), ""
    while True:
        passphrase: str | None = None
        if need is not KeyNeed.NOTHING:
            dialog = PassphraseDialog(
                new=need is KeyNeed.NEW_PASSPHRASE, shortest=starter.settings.store.passphrase_length, problem=problem
            )
            if not dialog.exec():
                return None
            passphrase = dialog.passphrase
        try:
            return wait_for(runner, starter, passphrase)
        except (PassphraseWrong, PassphraseTooShort) as error:
            problem = error.sentence


def wait_for(runner: TaskRunner, starter: Starter, passphrase: str | None) -> Application:
    """Open the store in a job, with the event loop running: stretching a passphrase takes a while."""
    loop, got = QEventLoop(), list[object]()
    task = runner.start(lambda _progress, _cancelled: starter.open(passphrase))
    task.succeeded.connect(got.append)
    task.failed.connect(got.append)
    task.succeeded.connect(loop.quit)
    task.failed.connect(loop.quit)
    loop.exec()
    if isinstance(got[0], Application):
        return got[0]
    raise got[0] if isinstance(got[0], Exception) else NexusError()


def build(app: QApplication, starter: Starter, names: Sequence[str]) -> MainWindow | None:
    """The window, with letters named on the command line already on the desk."""
    theme = Theme(app, paths.resource("theme/nexus.qss").read_text("utf-8"))
    runner = TaskRunner(app)
    application = open_store(starter, runner)
    if application is None:
        return None
    window = MainWindow(application, runner, theme, paths.window_file())
    if "--sample" in names:
        window.analyze.open_sample()
    window.analyze.open_files([Path(name) for name in names if not name.startswith("--")])
    return window


def main(arguments: Sequence[str], make_starter: StarterMaker) -> int:
    """Open the window and stay until it closes. ``arguments`` are letters, or ``--sample``."""
    app = QApplication.instance() or QApplication([sys.argv[0]])
    assert isinstance(app, QApplication)  # noqa: S101 - for the type checker
    app.setApplicationName("Nexus Desktop")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("nexus-desktop")  # by which a Linux desktop finds the icon and groups the windows
    app.setWindowIcon(QIcon(str(paths.resource("icons/nexus-desktop.png"))))
    instance: OneInstance | None = None
    try:
        starter = make_starter()
        Surprises(starter, app)
        instance = OneInstance(app)
        if not instance.take():
            raise AlreadyRunning
        window = build(app, starter, arguments)
        if window is None:
            return DONE
    except NexusError as error:
        FailureDialog(error).exec()
        return FAILED
    instance.called.connect(window.raise_)
    instance.called.connect(window.activateWindow)
    window.closing.connect(instance.release)
    ready_file.attend(window, arguments)
    window.show()
    return app.exec()
