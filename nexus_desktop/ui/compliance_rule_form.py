"""The form of one rule or exception. While it is filled in, it asks for a search of the sample letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from nexus_desktop.models.compliance_models import FirmException, FirmRule
from nexus_desktop.models.letter_models import PhiCategory, Verdict
from nexus_desktop.models.validation import checked
from nexus_desktop.ui.compliance_fields import LEVELS, Message, choice, choose, line
from nexus_desktop.ui.theme import LARGE, MEDIUM, SMALL
from nexus_desktop.ui.translation import said, tr
from nexus_desktop.ui.widgets import Check, Form, button, label

if TYPE_CHECKING:
    from nexus_desktop.services.rule_editing import Entry, RuleLine

PAUSE_MILLISECONDS = 400
"""After the last key, before the sample is searched."""

ABOUT_RULE = tr(
    "Removes or asks about what only your firm knows. A client's name belongs into the known client fields of a "
    "letter: rules are written to a file that is not encrypted."
)
ABOUT_EXCEPTION = tr(
    "Keeps what is no identifier here. What you know of the client is removed all the same, and names of people are "
    "asked about."
)
DOES = {Verdict.REDACT: tr("Remove"), Verdict.ASK: tr("Ask me")}


class RuleForm(QWidget):
    """``try_wanted`` carries an entry to search the sample for, or None for none; ``save_wanted`` one to keep."""

    try_wanted = Signal(object)
    save_wanted = Signal(object)
    remove_wanted = Signal()

    def __init__(self, titles: dict[PhiCategory, str]) -> None:
        super().__init__()
        self._is_rule, self._filling = True, False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MEDIUM, 0, 0, 0)
        layout.setSpacing(MEDIUM)
        self.heading, self.origin = label("", "section"), label("", "muted")
        layout.addWidget(self.heading)
        layout.addWidget(self.origin)
        scroll, inside = QScrollArea(), QWidget()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        inside.setLayout(self._fields(titles))
        layout.addWidget(scroll, 1)
        self.message = Message()
        layout.addWidget(self.message)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        self.save, self.remove = button(tr("Save"), primary=True), button(tr("Delete"))
        self.save.clicked.connect(self._save)
        self.remove.clicked.connect(self.remove_wanted)
        row.addStretch(1)
        row.addWidget(self.remove)
        row.addWidget(self.save)
        layout.addLayout(row)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self._try)

    def _fields(self, titles: dict[PhiCategory, str]) -> Form:
        form = Form()
        form.setContentsMargins(0, 0, MEDIUM, 0)
        form.setSpacing(SMALL)
        form.setRowWrapPolicy(Form.RowWrapPolicy.WrapLongRows)
        self.id = line("Id", tr("such as case-number; it must name no one"))
        self.way = choice(tr("Looks for"), [(tr("Words or phrases, one a line"), None), ("A pattern", None)])
        self.words = QPlainTextEdit()
        self.words.setTabChangesFocus(True)
        self.words.setAccessibleName(tr("Words or phrases"))
        self.words.setFixedHeight(4 * self.words.fontMetrics().lineSpacing() + LARGE)
        self.pattern = line(tr("Pattern"), tr(r"such as \bBVA-\d{4}\b"))
        self.match_case = Check(tr("Capitals &matter"))
        self.verdict = choice(tr("What to do"), [(words, verdict) for verdict, words in DOES.items()])
        self.level = choice(tr("From level"), [(words, level) for level, words in LEVELS.items()])
        self.category = choice(tr("Counts as"), [(titles[one], one) for one in PhiCategory])
        self.tag = line(tr("Tag"), tr("as for its kind"))
        self.reason = line(tr("Reason"), tr("why this is no identifier here"))
        self.enabled = Check("In &use")
        self._form = form
        for name, field in (
            ("&Id", self.id),
            (tr("L&ooks for"), self.way),
            ("", self.words),
            ("", self.pattern),
            ("", self.match_case),
            (tr("&What to do"), self.verdict),
            (tr("&From level"), self.level),
            (tr("&Counts as"), self.category),
            (tr("&Tag"), self.tag),
            (tr("&Reason"), self.reason),
            ("", self.enabled),
        ):
            form.addRow(name, field)
        for edit in (self.id, self.pattern, self.tag, self.reason):
            edit.textChanged.connect(self._touched)
        self.words.textChanged.connect(self._touched)
        for box in (self.match_case, self.enabled):
            box.toggled.connect(self._touched)
        self.way.currentIndexChanged.connect(self._show_way)
        for chooser in (self.verdict, self.level, self.category):
            chooser.activated.connect(self._touched)
        return form

    # --- showing ---------------------------------------------------------------------------------------------------

    def show_line(self, one: RuleLine, *, own: bool) -> None:
        """Fill the form; only what the firm set here itself can be changed here."""
        self._fill(one.entry)
        kind = tr("Rule") if one.is_rule else tr("Exception")
        self.heading.setText(f"{kind} {one.number}")
        self.origin.setText(tr("Set by {layer}; it cannot be changed here.").format(layer=one.layer.value))
        self.origin.setVisible(not own)
        self._lock(own)
        self.remove.setVisible(own)
        self._try()

    def show_new(self, *, rule: bool) -> None:
        """An empty form."""
        self._fill(FirmRule.model_construct(id="") if rule else FirmException.model_construct(id="", reason=""))
        self.heading.setText(tr("New rule") if rule else tr("New exception"))
        self.origin.setText(ABOUT_RULE if rule else ABOUT_EXCEPTION)
        self.origin.show()
        self._lock(True)
        self.remove.hide()
        self._try()
        self.id.setFocus()

    def _fill(self, entry: Entry) -> None:
        self._filling = True
        self._is_rule = isinstance(entry, FirmRule)
        self.id.setText(entry.id)
        self.way.setCurrentIndex(0 if entry.pattern is None else 1)
        self.words.setPlainText("\n".join(entry.words))
        self.pattern.setText(entry.pattern or "")
        self.match_case.setChecked(entry.match_case)
        self.enabled.setChecked(entry.enabled)
        if isinstance(entry, FirmRule):
            choose(self.verdict, entry.verdict)
            choose(self.level, entry.level)
            choose(self.category, entry.category)
            self.tag.setText(entry.tag or "")
        else:
            self.reason.setText(entry.reason)
        for field in (self.verdict, self.level, self.category, self.tag):
            self._form.setRowVisible(field, self._is_rule)
        self._form.setRowVisible(self.reason, not self._is_rule)
        self._filling = False
        self._show_way()
        self.message.say("")

    def _lock(self, own: bool) -> None:
        for field in (
            self.id, self.way, self.words, self.pattern, self.match_case, self.verdict, self.level, self.category,
            self.tag, self.reason, self.enabled, self.save,
        ):  # fmt: skip
            field.setEnabled(own)

    @Slot()
    def _show_way(self) -> None:
        by_pattern = self.way.currentIndex() == 1
        self._form.setRowVisible(self.words, not by_pattern)
        self._form.setRowVisible(self.pattern, by_pattern)
        self._touched()

    # --- what was typed ----------------------------------------------------------------------------------------------

    def entry(self) -> tuple[Entry | None, str]:
        """What was typed as an entry, or None and what is wrong with it."""
        by_pattern = self.way.currentIndex() == 1
        data: dict[str, object] = {
            "id": self.id.text().strip(),
            "words": [] if by_pattern else [one.strip() for one in self.words.toPlainText().split("\n") if one.strip()],
            "pattern": self.pattern.text() if by_pattern else None,
            "match_case": self.match_case.isChecked(),
            "enabled": self.enabled.isChecked(),
        }
        if self._is_rule:
            data |= {
                "verdict": self.verdict.currentData(),
                "level": self.level.currentData(),
                "category": self.category.currentData(),
                "tag": self.tag.text().strip() or None,
            }
            made, validation = checked(FirmRule, data)
        else:
            made, validation = checked(FirmException, data | {"reason": self.reason.text().strip()})  # type: ignore[assignment]
        return made, said(validation.problems[0]) if validation.problems else ""

    @Slot()
    def _touched(self) -> None:
        if not self._filling:
            self._pause.start()

    @Slot()
    def _try(self) -> None:
        """Search the sample for what is typed, whatever its id and reason are so far."""
        made, _ = self.entry()
        if made is None:
            words = [one.strip() for one in self.words.toPlainText().split("\n") if one.strip()]
            by_pattern = self.way.currentIndex() == 1
            data = {"id": "tried", "words": [] if by_pattern else words, "match_case": self.match_case.isChecked()}
            made, _ = checked(FirmRule, data | {"pattern": self.pattern.text() if by_pattern else None})
        self.try_wanted.emit(made)

    @Slot()
    def _save(self) -> None:
        made, problem = self.entry()
        if made is None:
            self.message.say(problem, bad=True)
        else:
            self.save_wanted.emit(made)
