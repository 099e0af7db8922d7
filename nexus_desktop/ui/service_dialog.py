"""The service settings: the switch, the profiles, a test that answers in words, what was used, and what waits."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from nexus_desktop.models.service_models import ServiceKind, ServiceProfile, ServiceSettings
from nexus_desktop.services.application import Application
from nexus_desktop.services.profiles import ConnectionReport
from nexus_desktop.ui.service_flow import ServiceFlow
from nexus_desktop.ui.service_form import ServiceForm
from nexus_desktop.ui.theme import LARGE, MEDIUM, SMALL, WIDE, set_role
from nexus_desktop.ui.translation import tr, worded
from nexus_desktop.ui.widgets import Check, button, card, label

if TYPE_CHECKING:
    from nexus_desktop.services.application import Application
    from nexus_desktop.services.profiles import ConnectionReport
    from nexus_desktop.ui.service_flow import ServiceFlow
    from nexus_desktop.ui.tasks import TaskRunner


class ServiceDialog(QDialog):
    """``changed`` after the switch, a profile or the queue changed."""

    changed = Signal()

    def __init__(self, application: Application, runner: TaskRunner, flow: ServiceFlow, parent: QWidget) -> None:
        super().__init__(parent)
        self._application, self._runner, self._flow = application, runner, flow
        self._profiles = application.profiles
        self._settings = self._profiles.settings()
        self.setWindowTitle(tr("Services"))
        self.resize(940, 700)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, LARGE)
        layout.setSpacing(MEDIUM)
        layout.addWidget(self._switch())
        row = QHBoxLayout()
        row.setSpacing(LARGE)
        row.addLayout(self._left(), 1)
        row.addLayout(self._right(), 3)
        layout.addLayout(row, 1)
        layout.addWidget(self._state())
        bottom = QHBoxLayout()
        self.close_it = button(tr("Close"))
        self.close_it.clicked.connect(self.accept)
        bottom.addStretch(1)
        bottom.addWidget(self.close_it)
        layout.addLayout(bottom)
        self._show_settings(self._settings)

    # --- building -------------------------------------------------------------------------------------------------

    def _switch(self) -> QWidget:
        frame, layout = card()
        self.offline = Check(tr("Work &offline: no letter leaves this machine, and no connection is opened"))
        self.offline.setChecked(self._settings.offline)
        self.offline.clicked.connect(self._turn)
        layout.addWidget(self.offline)
        lock = self._profiles.lock
        if lock is not None:
            self.offline.setEnabled(not self._profiles.must_stay_offline)
            self.offline.setToolTip(lock.reason)
            layout.addWidget(
                label(
                    tr("Locked. {reason}").format(reason=lock.reason)
                    if self._profiles.must_stay_offline
                    else lock.reason,
                    "muted",
                )
            )
        if self._profiles.damaged:
            warning = label(tr("The file with your services could not be read. Set the service up again."))
            set_role(warning, state="caution")
            layout.addWidget(warning)
        return frame

    def _left(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(SMALL)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Services"))
        self.list.currentItemChanged.connect(self._chosen)
        column.addWidget(self.list, 1)
        for words, kind in (
            (tr("Add OpenAI"), ServiceKind.OPENAI),
            (tr("Add Azure OpenAI"), ServiceKind.AZURE),
            (tr("Add another address"), ServiceKind.COMPATIBLE),
        ):
            add = button(words)
            add.clicked.connect(lambda _checked=False, kind=kind: self.begin(kind))
            column.addWidget(add)
        return column

    def _right(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(SMALL)
        self.form = ServiceForm(self._profiles.presets, self._application.usage.prices_of)
        self.area = area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(tr("Settings of the service"))
        area.setWidget(self.form)
        column.addWidget(area, 1)
        self.outcome = label("", "strong")
        column.addWidget(self.outcome)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        self.remove, self.test = button(tr("Remove")), button(tr("Test the connection"))
        self.use, self.save = button(tr("Use for letters")), button(tr("Save"), primary=True)
        self.remove.clicked.connect(self._remove)
        self.test.clicked.connect(self._test)
        self.use.clicked.connect(self._use)
        self.save.clicked.connect(self._save)
        row.addWidget(self.remove)
        row.addStretch(1)
        for one in (self.test, self.use, self.save):
            row.addWidget(one)
        column.addLayout(row)
        return column

    def _state(self) -> QWidget:
        frame, layout = card()
        self.used, self.breaker = label("", "muted"), label("")
        layout.addWidget(self.used)
        row = QHBoxLayout()
        row.addWidget(self.breaker, 1)
        self.try_now = button(tr("Try now"), tip=tr("End the pause: the next letter is sent"))
        self.send_waiting = button("")
        self.try_now.clicked.connect(self._try_now)
        self.send_waiting.clicked.connect(self._send_waiting)
        row.addWidget(self.try_now)
        row.addWidget(self.send_waiting)
        layout.addLayout(row)
        return frame

    # --- showing --------------------------------------------------------------------------------------------------

    def _show_settings(self, settings: ServiceSettings) -> None:
        current = self._current()
        self._settings = settings
        self.offline.setChecked(settings.offline)
        self.list.clear()
        for profile in settings.profiles:
            item = QListWidgetItem(f"{profile.title}{'  (in use)' if profile.id == settings.chosen else ''}")
            item.setData(Qt.ItemDataRole.UserRole, profile.id)
            self.list.addItem(item)
            if profile.id == (current or settings.chosen):
                self.list.setCurrentItem(item)
        if self.list.currentItem() is None and self.list.count():
            self.list.setCurrentRow(0)
        if not settings.profiles:
            self.begin(ServiceKind.OPENAI)
        self._show_state()

    def _show_state(self) -> None:
        month, ever = self._application.usage.month(), self._application.usage.ever()
        self.used.setText(
            tr(
                "Requests this month: {requests}, with {tokens_in:,} tokens, for ${usd:,.2f}. In "
                "all: {ever}, for ${ever_usd:,.2f}."
            ).format(
                requests=month.requests,
                tokens_in=month.tokens_in + month.tokens_out,
                usd=month.usd,
                ever=ever.requests,
                ever_usd=ever.usd,
            )
        )
        status = next((one for one in self._application.breakers.status() if one.profile == self._current()), None)
        paused = status is not None and status.seconds_left > 0
        words = tr("The service has not been used since the program started.")
        if status is not None:
            words = tr("The service works.")
            if paused:
                words = tr("It failed {failures} times in a row and rests for {seconds_left:.0f} s.").format(
                    failures=status.failures, seconds_left=status.seconds_left
                )
            elif status.last_error:
                words = tr("Its last failure: {last_error}.").format(last_error=status.last_error)
        self.breaker.setText(words)
        self.try_now.setVisible(paused)
        chosen = self._current()
        self.remove.setEnabled(bool(chosen))
        self.use.setEnabled(bool(chosen) and chosen != self._settings.chosen)
        waiting = len(self._application.by_service.waiting())
        self.send_waiting.setText(
            tr("Send the letter that waits")
            if waiting == 1
            else tr("Send {count} letters that wait").format(count=waiting)
        )
        self.send_waiting.setVisible(bool(waiting))
        self.send_waiting.setEnabled(not self._settings.offline)

    def _current(self) -> str:
        item = self.list.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item is not None else ""

    def begin(self, kind: ServiceKind) -> None:
        """Start a new profile."""
        self.list.setCurrentRow(-1)
        self.form.begin(kind, {profile.id for profile in self._settings.profiles})
        self._say("")

    @Slot()
    def _chosen(self) -> None:
        profile = self._settings.profile(self._current())
        if profile is None:
            return
        self._say("")
        self._job(
            lambda: self._profiles.has_key(profile.id) if profile.needs_key else False,
            lambda has: self.form.show_profile(profile, has_key=has) if self._current() == profile.id else None,
        )
        self.form.show_profile(profile, has_key=False)
        self._show_state()

    def _say(self, words: str, state: str = "") -> None:
        self.outcome.setText(words)
        set_role(self.outcome, state=state)

    # --- doing ----------------------------------------------------------------------------------------------------

    def _job(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        self._runner.run(lambda _progress, _cancelled: work(), done)

    def _kept(self, settings: ServiceSettings) -> None:
        self._show_settings(settings)
        self.changed.emit()

    @Slot()
    def _turn(self) -> None:
        offline = self.offline.isChecked()
        self._job(lambda: self._profiles.work_offline(offline=offline), self._kept)

    def _entered(self) -> ServiceProfile | None:
        """What is entered; where it does not hold, the reasons are brought into view: the form is longer than it
        shows."""
        profile = self.form.profile()
        if profile is None:
            QTimer.singleShot(0, self._show_problem)  # once the layout knows how tall they are
        return profile

    @Slot()
    def _show_problem(self) -> None:
        self.area.ensureWidgetVisible(self.form.problem)

    @Slot()
    def _save(self) -> None:
        profile = self._entered()
        if profile is None:
            return
        key = self.form.typed_key()

        def save() -> tuple[ServiceSettings, bool]:
            settings = self._profiles.save(profile)
            return settings, self._profiles.put_key(profile.id, key) if key else True

        def saved(got: tuple[ServiceSettings, bool]) -> None:
            self._kept(got[0])
            for row in range(self.list.count()):
                if self.list.item(row).data(Qt.ItemDataRole.UserRole) == profile.id:
                    self.list.setCurrentRow(row)
            words = (
                tr("Saved.") if got[1] else tr("Saved. No keyring works here: the key is kept until the program ends.")
            )
            self._say(words, "good" if got[1] else "caution")

        self._job(save, saved)

    @Slot()
    def _use(self) -> None:
        name = self._current()
        if name:
            self._job(lambda: self._profiles.choose(name), self._kept)

    @Slot()
    def _remove(self) -> None:
        name = self._current()
        if name:
            self._job(lambda: self._profiles.remove(name), self._kept)

    @Slot()
    def _test(self) -> None:
        profile = self._entered()
        if profile is None:
            return
        self._say(tr("Testing …"))
        self.test.setEnabled(False)
        self._runner.run(
            lambda progress, cancelled: self._profiles.test(profile, progress, cancelled),
            self._tested,
            self._not_tested,
        )

    def _tested(self, report: ConnectionReport) -> None:
        self.test.setEnabled(True)
        self._say(f"{worded(report.sentence)} {worded(report.next_step)}".strip(), "good" if report.works else "bad")

    def _not_tested(self, error: Exception) -> None:
        self.test.setEnabled(True)
        self._say("")
        self._runner.failed.emit(error)

    @Slot()
    def _try_now(self) -> None:
        breaker = self._application.breakers.of(self._current())
        self._job(breaker.try_now, lambda _none: self._show_state())

    @Slot()
    def _send_waiting(self) -> None:
        self._send_next(self._application.by_service.waiting())

    def _send_next(self, waiting: tuple[str, ...]) -> None:
        """One after the other; a failure, or a letter that the person does not send, ends it."""
        if waiting:
            self._flow.send_waiting(waiting[0], lambda _outcome: self._sent(waiting[1:]), self._runner.failed.emit)

    def _sent(self, waiting: tuple[str, ...]) -> None:
        self._show_state()
        self.changed.emit()
        self._send_next(waiting)
