"""A decision about a prompt: what will happen, who decides, and why. Without name and reason nothing happens."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from nexus_desktop.services.prompt_review import SHORTEST_REASON
from nexus_desktop.ui.theme import LARGE, MEDIUM, WIDE, set_role
from nexus_desktop.ui.translation import tr
from nexus_desktop.ui.widgets import Form, label


class DecisionDialog(QDialog):
    """``by`` and ``reason`` give what was typed."""

    def __init__(
        self, title: str, words: str, act: str, actor: str, parent: QWidget | None = None, *, caution: str = ""
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(560)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, LARGE)
        layout.setSpacing(MEDIUM)
        layout.addWidget(label(title, "section"))
        layout.addWidget(label(words))
        self.caution = label(tr("Caution: {caution}").format(caution=caution) if caution else "")
        set_role(self.caution, state="caution")
        self.caution.setVisible(bool(caution))
        layout.addWidget(self.caution)
        form = Form()
        form.setSpacing(MEDIUM)
        self.name, self.why = QLineEdit(actor), QPlainTextEdit()
        self.why.setTabChangesFocus(True)
        self.why.setPlaceholderText(tr("For the audit trail. Name no client, no date, no number of a case."))
        self.why.setFixedHeight(self.why.fontMetrics().lineSpacing() * 3 + LARGE)
        form.addRow(tr("&Your name"), self.name)
        form.addRow(tr("&Reason"), self.why)
        layout.addLayout(form)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.ok.setText(act)
        self.ok.setProperty("primary", "true")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        self.name.textChanged.connect(self._typed)
        self.why.textChanged.connect(self._typed)
        self._typed()
        self.why.setFocus()

    @property
    def by(self) -> str:
        return self.name.text()

    @property
    def reason(self) -> str:
        return self.why.toPlainText()

    @Slot()
    def _typed(self) -> None:
        whole = bool(self.by.strip()) and len(" ".join(self.reason.split())) >= SHORTEST_REASON
        self.ok.setEnabled(whole)
        self.ok.setToolTip("" if whole else tr("Type a name and a reason first."))


class SendDialog(QDialog):
    """Before test letters leave: where to, how many, what they may cost, and the cap."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Send test letters"))
        self.setMinimumWidth(520)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, LARGE)
        layout.setSpacing(MEDIUM)
        layout.addWidget(label(tr("Send these invented letters?"), "section"))
        self.words = label(words)
        layout.addWidget(self.words)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.button(QDialogButtonBox.StandardButton.Ok).setText(tr("Send and test"))
        buttons.button(QDialogButtonBox.StandardButton.Ok).setProperty("primary", "true")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
