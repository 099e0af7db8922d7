"""The pages of the first steps that ask: what opens the database, the recovery key, the level, a service."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QWidget

from nexus_desktop.models.letter_models import Level
from nexus_desktop.runtime.key_vault import KeyNeed, Ways
from nexus_desktop.services.first_steps import Step
from nexus_desktop.services.new_store import make_store
from nexus_desktop.ui.compliance_fields import LEVELS
from nexus_desktop.ui.first_pages import NEXT, SKIP, FirstPage, Ground, choice_of, in_words
from nexus_desktop.ui.passphrase_dialog import problem_of
from nexus_desktop.ui.recovery_dialog import RecoveryDialog
from nexus_desktop.ui.theme import MEDIUM, set_role
from nexus_desktop.ui.translation import tr
from nexus_desktop.ui.widgets import Form, Option, button, label

if TYPE_CHECKING:
    from nexus_desktop.runtime.key_recovery import RecoveryKey
    from nexus_desktop.services.compliance import ComplianceState

IN_MEMORY = tr("This window keeps nothing: its key is in memory only and is gone when it closes.")
BY_KEYRING = tr("The keyring of this machine")
ABOUT_KEYRING = tr(
    "Opens with your login, without asking. Whoever sits at this machine while you are logged in can open it too."
)
ASKED_EACH_TIME = tr(
    "Asked for at every start and kept nowhere. Without it, and without the recovery key of the next page, nobody can "
    "open the database."
)
NO_KEYRING = tr("No keyring works on this machine, so a passphrase is needed.")
LEVEL_ABOUT = {
    Level.MINIMAL: tr(
        "Names, numbers and contacts go. Dates, towns and employers stay: one may still guess who it is."
    ),
    Level.MODERATE: tr(
        "Also what HIPAA's Safe Harbor list names: full dates, small places, employers, ages over 89. What "
        "dates say about order and intervals is kept."
    ),
    Level.STRICT: tr(
        "Also clinicians, hospitals, units and stations. Least can be guessed; a reader no longer sees who "
        "wrote the letter."
    ),
}
NO_PROMISE = tr("You can change it at any time in the Compliance tab. Detectors miss things at every level.")


class KeyPage(FirstPage):
    """Keyring or passphrase. Going on makes the key, and with it the store."""

    step, title = Step.KEY, tr("What opens your database")

    def __init__(self, ground: Ground) -> None:
        super().__init__(ground)
        self.intro = self.say(tr("A random key encrypts the database. It is made on this page."))
        by_keyring, self.keyring, self._about_keyring = choice_of(BY_KEYRING, ABOUT_KEYRING)
        by_passphrase, self.passphrase, _ = choice_of("A &passphrase", ASKED_EACH_TIME)
        self._group = QButtonGroup(self)
        self._rows = (by_keyring, by_passphrase)
        for row, option in zip(self._rows, (self.keyring, self.passphrase), strict=True):
            self._group.addButton(option)
            self.column.addWidget(row)
        self.fields = QWidget()
        form = Form(self.fields)
        form.setContentsMargins(MEDIUM * 2, 0, 0, 0)
        form.setSpacing(MEDIUM)
        self.first, self.second = QLineEdit(), QLineEdit()
        for words, edit in ((tr("N&ew passphrase"), self.first), (tr("&Once more"), self.second)):
            edit.setEchoMode(QLineEdit.EchoMode.Password)
            edit.textChanged.connect(self._check)
            form.addRow(words, edit)
        self.hint = label("", "caption")
        form.addRow(self.hint)
        self.column.addWidget(self.fields)
        self.column.addStretch(1)
        self._group.buttonToggled.connect(self._check)
        self._show(choosing=False)

    def _show(self, *, choosing: bool) -> None:
        for part in (*self._rows, self.fields):
            part.setVisible(choosing)

    def enter(self) -> None:
        application, starter = self._ground.application, self._ground.starter
        if application is not None:
            self._show(choosing=False)
            if not application.keys.are_kept:
                self.intro.setText(IN_MEMORY)
                self._told()
                return
            self._ask(application.keys.ways, self._show_ways)
        elif starter is not None:
            self.intro.setText(tr("Looking for a keyring …"))
            self._ask(starter.key_need, self._offer)

    def _ask(self, question: Callable[[], object], answer: Callable[..., None]) -> None:
        self._told(ready=False)
        self._ground.runner.run(lambda _p, _c: question(), answer, self._failed)

    def _failed(self, error: Exception) -> None:
        self.intro.setText(in_words(error))
        set_role(self.intro, state="bad")

    def _show_ways(self, ways: Ways) -> None:
        opens = " or ".join(
            words
            for words, is_one in (
                (tr("the keyring of this machine"), ways.keyring),
                (tr("your passphrase"), ways.passphrase),
            )
            if is_one
        )
        self.intro.setText(
            tr("The key is made. It is opened by {opens}. Change that at any time in the menu Data, Keys.").format(
                opens=opens
            )
        )
        self._told()

    def _offer(self, need: KeyNeed) -> None:
        has_keyring = need is KeyNeed.NOTHING
        self.intro.setText(tr("A random key encrypts the database. It is made when you go on. What opens it?"))
        self._show(choosing=True)
        self.keyring.setEnabled(has_keyring)
        self._about_keyring.setText(ABOUT_KEYRING if has_keyring else NO_KEYRING)
        self.keyring.setAccessibleDescription(self._about_keyring.text())
        (self.keyring if has_keyring else self.passphrase).setChecked(True)
        self._check()
        (self.keyring if has_keyring else self.first).setFocus()

    @Slot()
    def _check(self) -> None:
        self.fields.setVisible(self.passphrase.isChecked() and self._ground.application is None)
        problem = problem_of(self.first.text(), self.second.text(), self._ground.shortest)
        self.hint.setText(problem)
        self._told(ready=not (self.passphrase.isChecked() and problem), go_on=tr("&Make the key"))

    def job(self) -> Callable[[], object] | None:
        ground, starter = self._ground, self._ground.starter
        if ground.application is not None or starter is None:
            return None
        passphrase = self.first.text() if self.passphrase.isChecked() else None

        def make() -> None:
            ground.application = make_store(starter, passphrase)

        return make


class RecoveryPage(FirstPage):
    """The recovery key: printed or written down, and typed back in part, in its own dialog."""

    step, title = Step.RECOVERY, tr("A recovery key, on paper")

    def __init__(self, ground: Ground) -> None:
        super().__init__(ground)
        self.say(
            tr(
                "If the keyring is lost or the passphrase forgotten, this key opens your database, "
                "and nothing else does. "
                "It is shown once: print it or write it down, then type two of its eight groups back."
            )
        )
        self.make = button(tr("Make the &recovery key …"), primary=True)
        self.make.setAutoDefault(True)  # Enter presses it, and skips nothing
        self.make.clicked.connect(self._make)
        self.column.addWidget(self.make, 0, Qt.AlignmentFlag.AlignLeft)
        self.state = self.say("", "strong")
        self.column.addStretch(1)

    def enter(self) -> None:
        application = self._ground.application
        if application is None:
            return
        self.make.setVisible(application.keys.are_kept)
        if not application.keys.are_kept:
            self._show(IN_MEMORY, "")
            self._told()
            return
        self._told(ready=False, go_on=SKIP)
        self._ground.runner.run(lambda _p, _c: application.keys.ways(), self._show_ways, self._failed)

    def _show_ways(self, ways: Ways) -> None:
        made = ways.recovery_made_at
        self.make.setText(tr("Make a &new one …") if made else tr("Make the &recovery key …"))
        self.make.setProperty("primary", "false" if made else "true")
        set_role(self.make)
        if made:
            self._show(tr("Made on {made:%Y-%m-%d}, and in force.").format(made=made.astimezone()), "good")
        else:
            self._show(tr("There is none yet."), "caution")
        self._told(go_on=NEXT if made else SKIP, counts=bool(made))
        if made:
            self.settled.emit()
        else:
            self.make.setFocus()

    def _show(self, words: str, state: str) -> None:
        self.state.setText(words)
        set_role(self.state, state=state)

    @Slot()
    def _make(self) -> None:
        application = self._ground.application
        if application is None:
            return
        dialog = RecoveryDialog(application.keys.new_recovery_key(), self)
        if dialog.exec():
            self._put_in_force(dialog.recovery, dialog.answers)
        dialog.deleteLater()

    def _put_in_force(self, recovery: RecoveryKey, typed: dict[int, str]) -> None:
        application = self._ground.application
        if application is not None:
            keys = application.keys

            def work() -> Ways:
                keys.confirm_recovery_key(recovery, typed)
                return keys.ways()

            self._told(ready=False, go_on=SKIP)
            self._ground.runner.run(lambda _p, _c: work(), self._show_ways, self._failed)

    def _failed(self, error: Exception) -> None:
        self._show(in_words(error), "bad")
        self._told(go_on=SKIP, counts=False)


class LevelPage(FirstPage):
    """How much is removed from new letters; what the firm has fixed is shown, not offered."""

    step, title = Step.LEVEL, tr("How much is removed")

    def __init__(self, ground: Ground) -> None:
        super().__init__(ground)
        self.locked = self.say("", "strong")
        self._group = QButtonGroup(self)
        self.options: dict[Level, Option] = {}
        for level in Level:
            row, option, _ = choice_of(f"&{LEVELS[level]}", LEVEL_ABOUT[level])
            self.options[level] = option
            self._group.addButton(option)
            self.column.addWidget(row)
        self.say(NO_PROMISE, "muted")
        self.column.addStretch(1)

    def enter(self) -> None:
        application = self._ground.application
        if application is not None:
            self._told(ready=False)
            self._ground.runner.run(lambda _p, _c: application.compliance.state(), self._show_state, self._failed)

    def _show_state(self, state: ComplianceState) -> None:
        reason = state.locked.reason if state.locked else ""
        self.locked.setVisible(bool(reason))
        self.locked.setText(tr("Locked. {reason}").format(reason=reason) if len(state.allowed_levels) == 1 else reason)
        for level, option in self.options.items():
            option.setEnabled(level in state.allowed_levels)
            option.setToolTip("" if option.isEnabled() else reason)
            option.setChecked(level is state.level)
        self._told()
        self.options[state.level].setFocus()

    def _failed(self, error: Exception) -> None:
        self.locked.setVisible(True)
        self.locked.setText(in_words(error))
        self._told(go_on=SKIP, counts=False)

    def job(self) -> Callable[[], object] | None:
        application = self._ground.application
        chosen = next((level for level, option in self.options.items() if option.isChecked()), None)
        if application is None or chosen is None:
            return None
        return lambda: application.compliance.choose_level(chosen)


class ServicePage(FirstPage):
    """Offline, which is how it begins, or a service afterwards."""

    step, title = Step.SERVICE, tr("Offline, or a service")

    def __init__(self, ground: Ground) -> None:
        super().__init__(ground)
        self.say(
            tr(
                "Letters are judged by rules on this machine. A service can read a reviewed letter as "
                "well, if you wish."
            )
        )
        self.locked = self.say("", "strong")
        self._group = QButtonGroup(self)
        offline, self.offline, _ = choice_of(
            tr("Stay &offline"),
            tr("No connection is opened. You can change that at any time in the menu Letter, Services."),
        )
        service, self.service, _ = choice_of(
            tr("Set &up a service when the steps are done"),
            tr(
                "The letter without identifiers goes to an address you name, each time after you saw "
                "the exact bytes. You "
                "need an account there, and an agreement that covers health information."
            ),
        )
        for row, option in ((offline, self.offline), (service, self.service)):
            self._group.addButton(option)
            self.column.addWidget(row)
        self.offline.setChecked(True)
        self.column.addStretch(1)

    def enter(self) -> None:
        application = self._ground.application
        lock = application.profiles.lock if application is not None else None
        must = application is not None and application.profiles.must_stay_offline
        self.locked.setVisible(lock is not None)
        self.locked.setText(
            "" if lock is None else tr("Locked. {reason}").format(reason=lock.reason) if must else lock.reason
        )
        self.service.setEnabled(not must)
        self.service.setToolTip(lock.reason if lock is not None and must else "")
        if must:
            self.offline.setChecked(True)
        self._told()
        (self.service if self.service.isChecked() else self.offline).setFocus()
