"""A draft as a person writes it: two texts, the variables to put in, and what breaks a rule, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from nexus_desktop.models.errors import PromptInvalid
from nexus_desktop.models.prompt_answers import USES
from nexus_desktop.models.prompt_models import VariableKind
from nexus_desktop.ui.theme import LARGE, MEDIUM, SMALL, WIDE, set_role
from nexus_desktop.ui.translation import tr
from nexus_desktop.ui.widgets import button, label

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent

    from nexus_desktop.models.ports import CancelFlag, Progress
    from nexus_desktop.models.prompt_records import Checked
    from nexus_desktop.services.prompt_review import PromptLine, PromptReview
    from nexus_desktop.ui.tasks import TaskRunner

MEANING = {
    VariableKind.LETTER: tr("the de-identified letter, exactly once, between two marks"),
    VariableKind.MARK: tr("the random mark around the letter; name it in the system message too"),
    VariableKind.ITEMS: tr("the items of the rubric"),
    VariableKind.AUTHORITIES: tr("the authorities that may be named"),
    VariableKind.FORM: tr("the form of the answer"),
    VariableKind.PROBLEMS: tr("the rules that the first answer broke"),
    VariableKind.FINDINGS: tr("the findings, exactly once, between two marks"),
}
HOLDS = tr("Every rule holds. Next: test it on invented letters, then approve it.")


class PromptEditor(QDialog):
    """``saved`` after the draft was kept."""

    saved = Signal()

    def __init__(
        self, review: PromptReview, runner: TaskRunner, line: PromptLine, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._review, self._runner, self._line = review, runner, line
        self._closing = False
        self.setWindowTitle(tr("Draft {version}: {title}").format(version=line.version, title=line.title))
        self.resize(1240, 690)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, LARGE)
        layout.setSpacing(MEDIUM)
        layout.addWidget(
            label(tr("{title}, draft {version}").format(title=line.title, version=line.version), "section")
        )
        layout.addWidget(
            label(tr("{purpose} Nothing is used before you approve it.").format(purpose=line.purpose), "muted")
        )
        texts = QHBoxLayout()
        texts.setSpacing(LARGE)
        self.system = self._text(tr("System message: how to work"), line.content.system, texts, 2)
        self.user = self._text(tr("Message to the service: the question"), line.content.user, texts, 1)
        layout.addLayout(texts, 1)
        layout.addLayout(self._variables())
        self.found = label("", "strong")
        self.broken = label("")
        layout.addWidget(self.found)
        layout.addWidget(self.broken)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        close = button(tr("Close"))
        self.check = button(tr("Save and check"), primary=True)
        close.clicked.connect(self.close)
        self.check.clicked.connect(self.save)
        row.addStretch(1)
        row.addWidget(close)
        row.addWidget(self.check)
        layout.addLayout(row)
        self._last = self.system if "{letter}" not in line.content.user else self.user

    def _text(self, title: str, text: str, row: QHBoxLayout, share: int) -> QPlainTextEdit:
        column = QVBoxLayout()
        column.setSpacing(SMALL)
        heading, edit = label(title, "strong"), QPlainTextEdit(text)
        edit.setTabChangesFocus(True)
        edit.setAccessibleName(title)
        edit.cursorPositionChanged.connect(lambda: setattr(self, "_last", edit))
        column.addWidget(heading)
        column.addWidget(edit, 1)
        row.addLayout(column, share)
        return edit

    def _variables(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(label(tr("Put in:"), "muted", wrap=False))
        use = USES.get(self._line.prompt_id)
        self.inserts = {}
        for name, kind in sorted(use.variables.items()) if use else ():
            one = button("{" + name + "}", tip=MEANING[kind])
            one.setAccessibleName(tr("Put in {name}: {meaning}").format(name=name, meaning=MEANING[kind]))
            one.clicked.connect(lambda _checked=False, name=name: self._last.insertPlainText("{" + name + "}"))
            self.inserts[name] = one
            row.addWidget(one)
        row.addStretch(1)
        return row

    @property
    def changed(self) -> bool:
        """Whether something was typed that is not kept."""
        content = self._line.content
        return (self.system.toPlainText(), self.user.toPlainText()) != (content.system, content.user)

    @Slot()
    def save(self) -> None:
        """Keep what was typed, and say which rules it breaks."""
        line, system, user = self._line, self.system.toPlainText(), self.user.toPlainText()

        def job(_progress: Progress, _cancelled: CancelFlag) -> tuple[PromptLine, Checked]:
            saved = self._review.save(line.prompt_id, line.version, system, user)
            return saved, self._review.check(saved.prompt_id, saved.content)

        self.check.setEnabled(False)
        self._runner.run(job, self._checked, self._failed)

    def _checked(self, outcome: tuple[PromptLine, Checked]) -> None:
        self._line, found = outcome
        self.check.setEnabled(True)
        count = len(found.broken)
        words = (
            tr("Saved. 1 rule is broken:")
            if count == 1
            else tr("Saved. {count} rules are broken:").format(count=count)
            if count
            else tr("Saved. {holds}").format(holds=HOLDS)
        )
        self._say(words, "\n".join(f"• {one.sentence}" for one in found.broken), "bad" if count else "good")
        self.saved.emit()

    def _failed(self, error: Exception) -> None:
        self.check.setEnabled(True)
        if isinstance(error, PromptInvalid):
            self._say(tr("Not saved. {detail}").format(detail=error.detail or tr(error.next_step)), "", "bad")
        else:
            self._runner.failed.emit(error)

    def _say(self, words: str, more: str, state: str) -> None:
        self.found.setText(words)
        set_role(self.found, state=state)
        self.broken.setText(more)
        self.broken.setVisible(bool(more))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing twice loses what was typed; once says so."""
        if self.changed and not self._closing:
            self._closing = True
            self._say(tr("Not saved yet. Close again to lose what you typed, or save it first."), "", "caution")
            event.ignore()
            return
        super().closeEvent(event)
