"""The recovery key: shown once, printed or written down, and typed back in part; and typed in where all else fails."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QFontDatabase, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from nexus_desktop.models.errors import NexusError
from nexus_desktop.ui.theme import LARGE, MEDIUM, WIDE, set_role
from nexus_desktop.ui.translation import said, tr
from nexus_desktop.ui.widgets import Form, button, card, label

if TYPE_CHECKING:
    from nexus_desktop.runtime.key_recovery import RecoveryKey

WHY = tr(
    "If the keyring of this machine is lost, or your passphrase forgotten, this key opens your database, and nothing "
    "else does. It is shown now and never again. Print it or write it down, and keep the sheet away from this machine."
)
ACROSS = 2


class RecoveryDialog(QDialog):
    """Accepted once two groups were typed back rightly; ``recovery`` is then to be put in force."""

    def __init__(self, recovery: RecoveryKey, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.recovery, self.asked = recovery, recovery.asked()
        self.setWindowTitle(tr("Recovery key"))
        self.setMinimumWidth(520)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, LARGE)
        layout.setSpacing(MEDIUM)
        self.pages = QStackedWidget()
        self.pages.addWidget(self._sheet())
        self.pages.addWidget(self._check())
        layout.addWidget(self.pages)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(tr("Later"))
        self.print = button(tr("Print …"))
        self.back = button(tr("Look at it again"))
        self.go_on = button(tr("I have it on paper"), primary=True)
        for part in (self.print, self.back, self.go_on):
            self.buttons.addButton(part, QDialogButtonBox.ButtonRole.ActionRole)
        self.print.clicked.connect(self._print)
        self.back.clicked.connect(lambda: self._show(0))
        self.go_on.clicked.connect(self._go_on)
        self.buttons.rejected.connect(self.reject)
        layout.addWidget(self.buttons)
        self._show(0)

    def _sheet(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(MEDIUM)
        layout.addWidget(label(tr("Your recovery key"), "section"))
        layout.addWidget(label(WHY))
        frame, inside = card()
        grid = QGridLayout()
        grid.setHorizontalSpacing(LARGE)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        rows = -(-len(self.recovery.groups) // ACROSS)
        for place, group in enumerate(self.recovery.groups):
            number, shown = label(f"{place + 1}", "muted", wrap=False), label(group, "title", wrap=False)
            shown.setStyleSheet(f"font-family: '{fixed.family()}'")
            grid.addWidget(number, place % rows, 2 * (place // rows))
            grid.addWidget(shown, place % rows, 2 * (place // rows) + 1)
        inside.addLayout(grid)
        layout.addWidget(frame)
        return page

    def _check(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(MEDIUM)
        layout.addWidget(label(tr("Type two groups from your sheet"), "section"))
        layout.addWidget(label(tr("So that it is certain that the sheet is there and can be read.")))
        form = Form()
        self.typed = {number: QLineEdit() for number in self.asked}
        for number, edit in self.typed.items():
            edit.setAccessibleName(tr("Group {number}").format(number=number))
            form.addRow(tr("Group {number}").format(number=number), edit)
        layout.addLayout(form)
        self.problem = label("")
        layout.addWidget(self.problem)
        layout.addStretch(1)
        return page

    def _show(self, page: int) -> None:
        self.pages.setCurrentIndex(page)
        self.print.setVisible(page == 0)
        self.back.setVisible(page == 1)
        self.go_on.setText(tr("I have it on paper") if page == 0 else tr("Put it in force"))
        self.go_on.setDefault(True)
        if page == 1:
            next(iter(self.typed.values())).setFocus()
        else:
            self.go_on.setFocus()

    @property
    def answers(self) -> dict[int, str]:
        """What was typed, by number of the group."""
        return {number: edit.text() for number, edit in self.typed.items()}

    @Slot()
    def _go_on(self) -> None:
        if self.pages.currentIndex() == 0:
            self._show(1)
            return
        try:
            self.recovery.confirm(self.answers)
        except NexusError as error:
            self.problem.setText(f"{error.sentence} {error.next_step}")
            set_role(self.problem, state="bad")
            return
        self.accept()

    @Slot()
    def _print(self) -> None:
        printer = QPrinter()
        if QPrintDialog(printer, self).exec():
            document = QTextDocument()
            document.setPlainText(sheet_text(self.recovery))
            document.print_(printer)


def sheet_text(recovery: RecoveryKey) -> str:
    """What is printed: nothing that says whose it is or what it is worth, but what it is for."""
    groups = "\n".join(f"{number}    {group}" for number, group in enumerate(recovery.groups, 1))
    use = tr("Opens the database if keyring or passphrase are lost. Keep it safe.")
    return tr("Nexus Desktop: recovery key\n\n{groups}\n\n{use}").format(groups=groups, use=use)


class RecoveryEntryDialog(QDialog):
    """Asks for the recovery key where the keyring cannot give the key; ``text`` holds what was typed."""

    def __init__(self, error: NexusError, problem: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Nexus Desktop"))
        self.setMinimumWidth(520)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, LARGE)
        layout.setSpacing(MEDIUM)
        layout.addWidget(label(said(error), "section"))
        layout.addWidget(label(tr(error.next_step)))
        self.edit = QLineEdit()
        self.edit.setAccessibleName(tr("Recovery key"))
        self.edit.setPlaceholderText(tr("Recovery key: eight groups of five characters"))
        layout.addWidget(self.edit)
        self.hint = label(problem)
        set_role(self.hint, state="bad" if problem else "")
        layout.addWidget(self.hint)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.ok.setText(tr("Open with the recovery key"))
        self.ok.setProperty("primary", "true")
        self.ok.setEnabled(False)
        self.edit.textChanged.connect(lambda text: self.ok.setEnabled(bool(text.strip())))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        self.edit.setFocus()

    @property
    def text(self) -> str:
        """What was typed."""
        return self.edit.text()
