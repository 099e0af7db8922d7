"""Shows the exact bytes before they leave, and asks: send, read on this machine instead, or leave it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QTabWidget, QVBoxLayout, QWidget

from nexus_desktop.ui.theme import LARGE, MEDIUM, SMALL, WIDE
from nexus_desktop.ui.translation import tr
from nexus_desktop.ui.widgets import Form, button, label

if TYPE_CHECKING:
    from nexus_desktop.models.service_models import Draft


class Choice(StrEnum):
    """What the person decided."""

    SEND = "send"
    OFFLINE = "offline"
    NOTHING = "nothing"


class PreviewDialog(QDialog):
    """``choice`` holds the decision once the dialog is closed; closing it any other way decides nothing."""

    def __init__(self, draft: Draft, most_usd: float | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = Choice.NOTHING
        self.setWindowTitle(tr("What would be sent"))
        self.resize(860, 640)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, LARGE)
        layout.setSpacing(MEDIUM)
        local = draft.profile.local
        where = tr("stays on this machine, and goes to") if local else tr("leaves your machine for")
        layout.addWidget(
            label(
                tr("This {where} {title} ({host})").format(
                    where=where, title=draft.profile.title, host=draft.profile.host
                ),
                "section",
            )
        )
        layout.addWidget(
            label(
                tr(
                    "Nothing has been sent yet. What is sent is the letter below and the questions around it, word for "
                    "word, and nothing else. Look through it once more for anything that identifies a person."
                )
            )
        )
        layout.addLayout(self._facts(draft, most_usd))
        self.letter, self.exact = self._page(draft.prompt.letter.text), self._page(draft.body.decode())
        self.words = self._page("\n\n".join(message["content"] for message in draft.prompt.messages()))
        self.exact.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        tabs = QTabWidget()
        tabs.setAccessibleName(tr("Views of what would be sent"))
        for title, page in (
            (tr("The letter"), self.letter),
            (tr("Everything: letter and questions"), self.words),
            (tr("Exact bytes"), self.exact),
        ):
            page.setAccessibleName(title)
            tabs.addTab(page, title)
        layout.addWidget(tabs, 1)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        self.leave = button(tr("Not now"))
        self.offline = button(tr("Read on this machine instead"))
        self.send = button(tr("I have looked through it: send"), primary=True)
        row.addWidget(self.leave)
        row.addStretch(1)
        row.addWidget(self.offline)
        row.addWidget(self.send)
        layout.addLayout(row)
        self.leave.clicked.connect(self.reject)
        self.offline.clicked.connect(lambda: self._decide(Choice.OFFLINE))
        self.send.clicked.connect(lambda: self._decide(Choice.SEND))
        self.letter.setFocus()

    @staticmethod
    def _facts(draft: Draft, most_usd: float | None) -> Form:
        cost = (
            tr("price not known")
            if most_usd is None
            else tr("nothing")
            if most_usd == 0
            else tr("at most ${most_usd:,.2f}").format(most_usd=most_usd)
        )
        facts = {
            "To": draft.url,
            tr("Model"): draft.profile.model,
            tr("Questions"): tr("{prompt_id} {version}, approved").format(
                prompt_id=draft.prompt.prompt_id, version=draft.prompt.version
            ),
            tr("Agreement"): draft.profile.agreement or tr("none is named in the settings"),
            tr("Size"): tr("{body:,} bytes, SHA-256 {sha256}…").format(body=len(draft.body), sha256=draft.sha256[:16]),
            tr("Cost"): cost,
        }
        form = Form()
        form.setHorizontalSpacing(LARGE)
        form.setVerticalSpacing(SMALL // 2)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        for name, value in facts.items():
            form.addRow(label(name, "muted", wrap=False), label(value))
        return form

    @staticmethod
    def _page(text: str) -> QPlainTextEdit:
        page = QPlainTextEdit(text)
        page.setReadOnly(True)
        page.document().setDocumentMargin(MEDIUM)
        page.setTabChangesFocus(True)
        return page

    def _decide(self, choice: Choice) -> None:
        self.choice = choice
        self.accept()
