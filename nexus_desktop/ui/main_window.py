"""The window: five tabs, the corner that always says where things stand, the status line, closing in order."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QProgressBar, QStackedWidget, QWidget

from nexus_desktop.models import wording
from nexus_desktop.runtime.key_vault import BY_RECOVERY
from nexus_desktop.services.health import Health, HealthReport
from nexus_desktop.services.session import LockReason
from nexus_desktop.ui import window_state
from nexus_desktop.ui.beginning import Beginning
from nexus_desktop.ui.checks_page import in_short
from nexus_desktop.ui.data_menu import DataMenu
from nexus_desktop.ui.failure_dialog import FailureDialog
from nexus_desktop.ui.health_watch import HealthWatch
from nexus_desktop.ui.help_window import PAGE_OF_TAB, PAGES, HelpWindow
from nexus_desktop.ui.icons import Icon, icon
from nexus_desktop.ui.lock_page import LockPage
from nexus_desktop.ui.look import LookMenu
from nexus_desktop.ui.screen_sharing import HideFromSharing
from nexus_desktop.ui.theme import MEDIUM, SMALL, Theme
from nexus_desktop.ui.translation import tr, worded
from nexus_desktop.ui.upkeep import Upkeep
from nexus_desktop.ui.widgets import button, label, leave_off
from nexus_desktop.ui.window_aids import WindowAids
from nexus_desktop.ui.window_language import LanguageMenu
from nexus_desktop.ui.window_lock import WindowLock
from nexus_desktop.ui.window_tabs import COMPLIANCE, HEALTH, NAMES, WindowTabs

if TYPE_CHECKING:
    from nexus_desktop.models.letter_models import Level
    from nexus_desktop.services.application import Application
    from nexus_desktop.ui.tasks import TaskRunner

SAID_MILLISECONDS = 8000
CORNER = {
    Health.OK: (Icon.GOOD, "good"),
    Health.NOT_CHECKED: (Icon.GOOD, "good"),  # what was not asked, by choice, is no worry
    Health.WARNING: (Icon.CAUTION, "caution"),
    Health.FAILURE: (Icon.BAD, "bad"),
}


class MainWindow(QMainWindow):
    """``opened`` once the window answers and the store is open; ``closing`` once everything has stopped."""

    closing = Signal()
    opened = Signal()
    parts_changed = Signal()  # from whatever thread a part failed in

    def __init__(self, application: Application, runner: TaskRunner, theme: Theme, window_file: Path) -> None:
        super().__init__()
        self._application, self._runner, self._theme = application, runner, theme
        self._window_file = window_file
        self._usable: list[QAction] = []  # when the window was covered
        self.setWindowTitle(tr("Nexus Desktop"))
        self.watch = HealthWatch(application.health, runner, self)
        self.tabs = WindowTabs(application, runner, theme, self.watch)
        self.analyze = self.tabs.analyze
        self.data = DataMenu(application, runner, application.shortest_passphrase, self)
        self.lock_page = LockPage(theme)
        self.locking = WindowLock(application.session, runner, self.lock_page, self._in_hand, self)
        self.analyze.services.may_show = lambda: self.locking.is_open
        self.upkeep = Upkeep(
            application.backups,
            application.retention,
            application.trash,
            application.figures,
            runner,
            self._is_quiet,
            self,
        )
        self.tabs.setCornerWidget(self._corner(), Qt.Corner.TopRightCorner)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.tabs)
        self.stack.addWidget(self.lock_page)
        self.setCentralWidget(self.stack)
        self._status_line()
        self.help = HelpWindow(theme, self)
        self.aids = WindowAids(self, application, runner, theme)
        self._menus()
        self._connect()
        self.aids.sample_wanted.connect(self.analyze.intake.open_sample)
        self.aids.services_wanted.connect(self.open_services)
        self.aids.changed.connect(self._aided)
        self._restyle()
        window_state.restore(self, self.analyze, window_file)
        self.beginning = Beginning(self, runner, application)
        self.beginning.opened.connect(self._begin)
        self.beginning.failed.connect(self._not_opened)

    # --- building ---------------------------------------------------------------------------------------------------

    def _corner(self) -> QWidget:
        corner = QWidget()
        row = QHBoxLayout(corner)
        row.setContentsMargins(0, 0, MEDIUM, SMALL)
        row.setSpacing(SMALL)
        self.where = button(tr("Offline"), link=True)
        self.level = button("", link=True, tip=tr("How much is removed from new letters"))
        self.state = button(tr("Checking …"), link=True, tip=tr("Health of the program"))
        self.where.clicked.connect(self.open_services)
        self.level.clicked.connect(lambda: self.tabs.setCurrentIndex(COMPLIANCE))
        self.state.clicked.connect(lambda: self.tabs.setCurrentIndex(HEALTH))
        self.lock = button(tr("Lock"), link=True, tip=tr("Close the database and cover the window (Ctrl+L)"))
        self.lock.clicked.connect(lambda: self.locking.lock(LockReason.ASKED))
        self.lock.setVisible(self._application.session.can_lock)
        for part in (self.where, self.level, self.lock, self.state):
            row.addWidget(part)
        self._show_level(self._application.levels.in_force)
        self.show_service()
        return corner

    def _status_line(self) -> None:
        self.doing = label("", "muted", wrap=False)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setMaximumWidth(160)
        self.bar.setAccessibleName(tr("Progress"))
        self.cancel = button(tr("Cancel"), link=True)
        self.cancel.clicked.connect(self._runner.cancel_all)
        self.less = button("", link=True)
        self.less.clicked.connect(lambda: self.tabs.setCurrentIndex(HEALTH))
        for part in (self.doing, self.bar, self.cancel, self.less):
            self.statusBar().addPermanentWidget(part)
            part.hide()

    def _menus(self) -> None:
        letter = self.menuBar().addMenu(tr("&Letter"))
        self._action(letter, tr("&Add letters …"), QKeySequence.StandardKey.Open, self.analyze.intake.choose_files)
        self._action(letter, tr("Add a &folder …"), "Ctrl+Shift+O", self.analyze.intake.choose_folder)
        self._action(letter, tr("&Paste a letter"), "", self.analyze.intake.paste)
        self._action(letter, tr("Open the &sample letter"), "", self.analyze.intake.open_sample)
        letter.addSeparator()
        self._action(letter, tr("&Export report …"), "Ctrl+E", self.analyze.export)
        letter.addSeparator()
        self._action(letter, tr("&Services …"), "", self.open_services)
        letter.addSeparator()
        self._action(letter, tr("&Quit"), QKeySequence.StandardKey.Quit, self.close)
        review = self.menuBar().addMenu(tr("&Review"))
        for action in self.analyze.keys.menu():
            review.addSeparator() if action is None else review.addAction(action)
        case = self.menuBar().addMenu(tr("&Case"))
        for action in self.analyze.keys.case_menu():
            case.addSeparator() if action is None else case.addAction(action)
        view = self.menuBar().addMenu(tr("&View"))
        for index, name in enumerate(NAMES):
            self._action(view, f"&{name}", f"Ctrl+{index + 1}", lambda index=index: self.tabs.setCurrentIndex(index))
        view.addSeparator()
        view.addMenu(LookMenu(self._theme, self._window_file, self))
        self.language = LanguageMenu(self._window_file, self)
        view.addMenu(self.language)
        view.addAction(HideFromSharing(self._window_file, self))
        self._action(view, tr("C&ommands …"), "Ctrl+Shift+P", lambda: self.aids.commands(self.tabs, self.analyze))
        data = self.menuBar().addMenu(tr("&Data"))
        self._action(data, tr("&Back up now"), "", self.data.back_up)
        self._action(data, tr("Backups and &retention …"), "", self.data.data)
        data.addSeparator()
        if self._application.keys.are_kept:
            self._action(data, tr("&Make a recovery key …"), "", self.data.recovery_key)
            self._action(data, tr("&Keys …"), "", self.data.keys)
            self._action(data, tr("&Lock"), "Ctrl+L", lambda: self.locking.lock(LockReason.ASKED))
            data.addSeparator()
        received = self._action(data, tr("&Open a matter from co-counsel …"), "", self.data.open_matter)
        leave_off(received, on=self._application.features.matter_file)
        data.setToolTipsVisible(True)
        menu = self.menuBar().addMenu(tr("&Help"))
        self._action(menu, tr("&Help for this tab"), QKeySequence.StandardKey.HelpContents, self.show_help)
        menu.addSeparator()
        for page_name, title in PAGES:
            self._action(menu, title, "", lambda page_name=page_name: self.help.open(page_name))
        menu.addSeparator()
        self._action(menu, tr("&First steps …"), "", self.aids.first_steps)

    @Slot()
    def show_help(self) -> None:
        """Open the help page for the tab that is shown."""
        self.help.open(PAGE_OF_TAB[NAMES[self.tabs.currentIndex()]])

    def _action(self, menu: object, words: str, keys: QKeySequence.StandardKey | str, slot: object) -> QAction:
        action = QAction(words, self)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _checked=False: slot())  # type: ignore[operator]
        menu.addAction(action)  # type: ignore[attr-defined]
        return action

    def _connect(self) -> None:
        self._runner.failed.connect(self.show_failure)
        self.parts_changed.connect(self._show_parts)
        self._application.degraded.listen(self.parts_changed.emit)
        self._runner.progressed.connect(self._progressed)
        self._runner.idle.connect(self._idle)
        self._runner.was_cancelled.connect(lambda: self._say(tr("Cancelled.")))
        for part in (self.language, self.tabs, self.data, self.upkeep):
            part.said.connect(self._say)
        self.analyze.stored.connect(self._show_stored)
        self.tabs.level_changed.connect(self._show_level)
        self.watch.checked.connect(self._show_health)
        self.data.changed.connect(self._look_again)
        self.data.restored.connect(self.close)
        self.upkeep.looked.connect(self.analyze.trash.refresh)
        self.upkeep.failed.connect(lambda _error: self.watch.refresh())
        self.locking.covered.connect(self._cover)
        self.locking.opened.connect(self._uncover)
        self._theme.changed.connect(self._restyle)
        for changed in (self.show_service, self._show_parts):
            self.analyze.services.changed.connect(changed)

    # --- beginning --------------------------------------------------------------------------------------------------

    @property
    def is_ready(self) -> bool:
        """Whether the store is open, and what is shown of it is there or being read."""
        return self.beginning.is_over

    def _begin(self) -> None:
        self.analyze.begin()
        self.watch.refresh()
        endpoint = self._application.endpoint
        self._runner.run(lambda _progress, _cancelled: endpoint.start_if_chosen())
        self.opened.emit()

    @Slot(object)
    def _not_opened(self, error: Exception) -> None:
        self.show_failure(error)
        self.close()

    # --- showing ---------------------------------------------------------------------------------------------------

    @Slot(str)
    def _say(self, words: str) -> None:
        self.statusBar().showMessage(words, SAID_MILLISECONDS)

    @Slot()
    def _restyle(self) -> None:
        scheme = self._theme.scheme
        self.show_service()
        self.level.setIcon(icon(Icon.COMPLIANCE, scheme.info))
        self.lock.setIcon(icon(Icon.LOCKED, scheme.info))
        if self.watch.report is not None:
            self._show_health(self.watch.report)

    @Slot()
    def show_service(self) -> None:
        """Say where letters are read: offline, or by which service; and how many wait to be sent."""
        profile = self._application.profiles.settings().in_use
        waiting = len(self._application.waiting.all())
        words = tr("Offline") if profile is None else tr("Online: {title}").format(title=profile.title)
        self.where.setText(words + (tr(" · {waiting} waiting").format(waiting=waiting) if waiting else ""))
        self.where.setToolTip(
            tr("Nothing leaves this machine. Click to set up a service.")
            if profile is None
            else tr("{where_to} Click to change that.").format(where_to=wording.where_to(profile))
        )
        scheme = self._theme.scheme
        self.where.setIcon(icon(Icon.OFFLINE, scheme.info) if profile is None else icon(Icon.ONLINE, scheme.caution))
        self.analyze.show_service()

    @Slot()
    def open_services(self) -> None:
        """The service settings."""
        from nexus_desktop.ui.service_dialog import ServiceDialog  # loaded when it is first opened

        dialog = ServiceDialog(self._application, self._runner, self.analyze.services, self)
        dialog.changed.connect(self.show_service)
        dialog.changed.connect(self.tabs.told)
        dialog.exec()
        self.show_service()
        self._show_parts()

    @Slot(object)
    def _show_level(self, level: Level) -> None:
        self.level.setText(tr(level.value.capitalize()))

    @Slot(object)
    def _show_health(self, report: HealthReport) -> None:
        name, role = CORNER[report.overall]
        self.state.setText(in_short(report))
        self.state.setIcon(icon(name, getattr(self._theme.scheme, role)))

    @Slot(object)
    def show_failure(self, error: BaseException) -> None:
        """Say what went wrong."""
        FailureDialog(error, self).exec()

    @Slot()
    def _show_parts(self) -> None:
        """Name what works less than usual, for as long as it does."""
        degraded = self._application.degraded
        words = worded(degraded.in_short())
        self.less.setText(words)
        self.less.setAccessibleName(words)
        self.less.setToolTip(worded(degraded.at_length()))
        self.less.setIcon(icon(Icon.CAUTION, self._theme.scheme.caution))
        self.less.setVisible(bool(words))

    @Slot(str, float)
    def _progressed(self, phrase: str, done: float) -> None:
        self.doing.setText(phrase)
        self.bar.setRange(0, 100)
        self.bar.setValue(round(100 * done))
        for part in (self.doing, self.bar, self.cancel):
            part.show()

    @Slot()
    def _idle(self) -> None:
        for part in (self.doing, self.bar, self.cancel):
            part.hide()

    # --- locking ----------------------------------------------------------------------------------------------------

    def _in_hand(self) -> int:
        return self.analyze.letters.desk.rowCount()

    def _is_quiet(self) -> bool:
        return self.locking.is_open and not self._runner.busy

    @Slot()
    def _cover(self) -> None:
        self.stack.setCurrentWidget(self.lock_page)
        self._usable = [action for action in self.findChildren(QAction) if action.isEnabled()]
        for action in self._usable:
            action.setEnabled(False)
        self.menuBar().hide()
        self.statusBar().clearMessage()
        self.statusBar().hide()
        self.tabs.forget()
        self.analyze.cover()

    @Slot()
    def _uncover(self) -> None:
        self.stack.setCurrentWidget(self.tabs)
        for action in self._usable:
            action.setEnabled(True)
        self.analyze.uncover()
        self.menuBar().show()
        self.statusBar().show()
        self._look_again()

    @Slot()
    def _show_stored(self) -> None:
        if self.locking.is_open:
            self.tabs.stored()

    @Slot()
    def _look_again(self) -> None:
        if self.locking.is_open:
            self.tabs.look_again()

    @Slot()
    def _aided(self) -> None:
        self._show_level(self._application.levels.in_force)
        self._look_again()

    @Slot()
    def offer_keys(self) -> None:
        """After a start: a passphrase in place of a forgotten one, and a recovery key where there is none."""
        keys = self._application.keys
        if not keys.are_kept:
            return
        ways = keys.ways()
        if self._application.key_source == BY_RECOVERY and ways.passphrase:
            self.data.replace_passphrase()
        elif ways.recovery_made_at is None and not self._application.first_steps.done():  # else it was left for later
            self.data.recovery_key()

    @Slot()
    def settle(self) -> None:
        """Once the store is open: listen for the system's own lock, and have another process load what letters need,
        and work on them. Where there can be none, they are worked on here, and the log says why."""
        self.locking.follow_system(self)
        take = self._application.take_letters_elsewhere
        self._runner.run(lambda _progress, cancelled: take(cancelled), failed=lambda _error: None)

    # --- closing ----------------------------------------------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop the jobs, remember the window, let go of the store."""
        window_state.remember(self, self.analyze, self._window_file)
        self._runner.close()
        self.analyze.work.keeper.flush()
        self._application.degraded.listen(lambda: None)
        self._application.close()
        self.closing.emit()
        event.accept()
