"""Starts the window: theme, one instance a data folder, the passphrase where one is needed, then the tabs."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QEventLoop,
    QMessageLogContext,
    QObject,
    Qt,
    QTimer,
    QtMsgType,
    Signal,
    Slot,
    qInstallMessageHandler,
)
from PySide6.QtGui import QIcon
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QApplication, QDialog

from nexus_desktop import __version__
from nexus_desktop.models.errors import (
    AlreadyRunning,
    KeyMissing,
    KeyringLocked,
    KeyringUnavailable,
    NexusError,
    PassphraseTooShort,
    PassphraseWrong,
    RecoveryKeyIncomplete,
    RecoveryKeyMistyped,
    RecoveryKeyNeeded,
    RecoveryKeyNone,
    RecoveryKeyWrong,
)
from nexus_desktop.runtime import paths
from nexus_desktop.runtime.key_vault import KeyNeed
from nexus_desktop.runtime.run_mark import RunMark
from nexus_desktop.services.application import Application, Starter, StarterMaker
from nexus_desktop.ui import ready_file, translation
from nexus_desktop.ui.failure_dialog import FailureDialog
from nexus_desktop.ui.garbage import Garbage
from nexus_desktop.ui.look import chosen_look
from nexus_desktop.ui.main_window import MainWindow
from nexus_desktop.ui.passphrase_dialog import PassphraseDialog, Purpose
from nexus_desktop.ui.recovery_dialog import RecoveryEntryDialog
from nexus_desktop.ui.tasks import TaskRunner
from nexus_desktop.ui.theme import Theme
from nexus_desktop.ui.translation import said, tr

DONE, FAILED = 0, 1
CALL_MILLISECONDS = 500
RECOVERED_MILLISECONDS = 30_000
QT_KINDS = {
    QtMsgType.QtDebugMsg: "debug",
    QtMsgType.QtInfoMsg: "info",
    QtMsgType.QtWarningMsg: "warning",
    QtMsgType.QtCriticalMsg: "critical",
    QtMsgType.QtFatalMsg: "fatal",
}
RECOVERED = tr("Nexus Desktop did not close in order last time. Everything that was saved is here.")


class Surprises(QObject):
    """Brings exceptions that nobody caught, from whatever thread, to the GUI thread and there to a dialog."""

    happened = Signal(object)

    def __init__(self, starter: Starter, parent: QObject) -> None:
        super().__init__(parent)
        self._starter = starter
        self.happened.connect(self._show, Qt.ConnectionType.QueuedConnection)
        sys.excepthook = self._hook
        threading.excepthook = self._thread_hook

    def _hook(self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        if isinstance(error, KeyboardInterrupt):
            QApplication.quit()
            return
        self._starter.report_failure(error)
        self.happened.emit(error)

    def _thread_hook(self, told: threading.ExceptHookArgs) -> None:
        if told.exc_value is not None:
            self._hook(told.exc_type, told.exc_value, told.exc_traceback)

    def listen_to_qt(self) -> None:
        """Log Qt's own complaints by their kind; its words may hold anything, and go nowhere."""

        def handler(kind: QtMsgType, _context: QMessageLogContext, _words: str) -> None:
            self._starter.report_toolkit(QT_KINDS.get(kind, "warning"))

        qInstallMessageHandler(handler)

    @Slot(object)
    def _show(self, error: BaseException) -> None:
        FailureDialog(error, QApplication.activeWindow()).exec()


class OneInstance(QObject):
    """Holds the data folder for one window; a second start asks the first to come to the front."""

    called = Signal()

    def __init__(self, starter: Starter, parent: QObject) -> None:
        super().__init__(parent)
        self._starter = starter
        self._name = "nexus-desktop-" + paths.folder_id()
        self._server = QLocalServer(self)

    def take(self) -> bool:
        """Whether this is the only window; if not, the other one has been called."""
        if not self._starter.take_window():
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
        self._starter.leave_window()


def open_store(starter: Starter, runner: TaskRunner) -> Application | None:
    """The program on its store; None where the person gave up on the passphrase. Raises what stopped it."""
    need, problem = starter.key_need(), ""
    while True:
        passphrase: str | None = None
        if need is not KeyNeed.NOTHING:
            purpose = Purpose.FIRST if need is KeyNeed.NEW_PASSPHRASE else Purpose.UNLOCK
            dialog = PassphraseDialog(purpose, shortest=starter.settings.store.passphrase_length, problem=problem)
            chosen, by_recovery, passphrase = dialog.exec(), dialog.by_recovery, dialog.passphrase
            delete_now(dialog)
            if not chosen:
                return None
            if by_recovery:
                return open_by_recovery(starter, runner, RecoveryKeyNeeded())
        try:
            return wait_for(runner, partial(starter.open, passphrase, face="window", may_wait=True))
        except (PassphraseWrong, PassphraseTooShort) as error:
            problem = said(error)
        except (KeyMissing, KeyringLocked, KeyringUnavailable) as error:
            return open_by_recovery(starter, runner, error)


def delete_now(dialog: QDialog) -> None:
    """Delete what belongs to no window in this thread. Python's collector runs in whatever thread it happens to, and a
    job that happened upon a dialog would delete it there: the program crashes (seen with windows in a benchmark)."""
    dialog.deleteLater()
    QCoreApplication.sendPostedEvents(dialog, QEvent.Type.DeferredDelete)


def open_by_recovery(starter: Starter, runner: TaskRunner, why: NexusError) -> Application | None:
    """Ask for the recovery key until it opens the store or the person gives up."""
    problem = ""
    while True:
        dialog = RecoveryEntryDialog(why, problem)
        chosen, text = dialog.exec(), dialog.text
        delete_now(dialog)
        if not chosen:
            return None
        try:
            return wait_for(runner, partial(starter.open, recovery=text, face="window"))
        except (RecoveryKeyIncomplete, RecoveryKeyMistyped, RecoveryKeyWrong, RecoveryKeyNone) as error:
            problem = f"{error.sentence} {error.next_step}"


def wait_for(runner: TaskRunner, start: Callable[[], Application]) -> Application:
    """Open the store in a job, with the event loop running: stretching a passphrase takes a while."""
    loop, got = QEventLoop(), list[object]()
    task = runner.start(lambda _progress, _cancelled: start())
    task.succeeded.connect(got.append)
    task.failed.connect(got.append)
    task.succeeded.connect(loop.quit)
    task.failed.connect(loop.quit)
    loop.exec()
    if isinstance(got[0], Application):
        return got[0]
    raise got[0] if isinstance(got[0], Exception) else NexusError()


def dressed(app: QApplication) -> Theme:
    """The look of everything, the first failure included. Raises DatabaseReadOnly."""
    return Theme(app, paths.resource("theme/nexus.qss").read_text("utf-8"), chosen_look(paths.window_file()))


def build(app: QApplication, starter: Starter, names: Sequence[str], theme: Theme) -> MainWindow | None:
    """The window, with letters named on the command line already on the desk."""
    runner = TaskRunner(app, starter.report_failure)
    application, wants_sample, wants_service = None, False, False
    if not names and starter.is_new():  # who names a letter goes straight to work
        from nexus_desktop.ui import first_start  # seen once on a machine

        application, wants_sample, wants_service = first_start.walk(starter, runner, theme)
    application = application or open_store(starter, runner)
    if application is None:
        return None
    with theme.held():
        window = MainWindow(application, runner, theme, paths.window_file())
    if wants_service:
        QTimer.singleShot(0, window.open_services)
    if wants_sample or "--sample" in names:
        window.analyze.intake.open_sample()
    window.analyze.intake.open_files([Path(name) for name in names if not name.startswith("--")])
    return window


def main(arguments: Sequence[str], make_starter: StarterMaker) -> int:
    """Open the window and stay until it closes. ``arguments`` are letters, or ``--sample``."""
    app = QApplication.instance() or QApplication([sys.argv[0]])
    assert isinstance(app, QApplication)  # noqa: S101 - for the type checker
    app.setApplicationName("Nexus Desktop")
    app.setApplicationVersion(__version__)
    translation.words_of_qt(app)
    app.setDesktopFileName("nexus-desktop")  # by which a Linux desktop finds the icon and groups the windows
    app.setWindowIcon(QIcon(str(paths.resource("icons/nexus-desktop.png"))))
    instance: OneInstance | None = None
    starter: Starter | None = None
    try:
        starter = make_starter()
        Surprises(starter, app).listen_to_qt()
        theme = dressed(app)
        instance = OneInstance(starter, app)
        if not instance.take():
            raise AlreadyRunning
        starter.watch_for_crashes()
        mark = RunMark(paths.run_mark_file())
        crashed = mark.begin()
        window = build(app, starter, arguments, theme)
        if window is None:
            mark.end()
            return DONE
    except NexusError as error:
        if starter is not None:
            starter.report_failure(error)
        FailureDialog(error).exec()
        return FAILED
    instance.called.connect(window.raise_)
    instance.called.connect(window.activateWindow)
    window.closing.connect(mark.end)
    window.closing.connect(instance.release)
    ready_file.attend(window, arguments)
    if crashed:
        starter.report_recovery()
        window.statusBar().showMessage(RECOVERED, RECOVERED_MILLISECONDS)
    window.show()
    for then in (window.offer_keys, partial(Garbage, window), window.settle):
        window.opened.connect(then)
    status = app.exec()
    qInstallMessageHandler(None)  # what Qt says while Python ends must not be told to Python: the process would abort
    return status
