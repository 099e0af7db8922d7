"""The page of one case: numbers, hold, closing; client and facts where they are kept; notes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from nexus_desktop.models.case_models import Branch, CaseFacts
from nexus_desktop.models.letter_models import ClientFields
from nexus_desktop.services import case_form
from nexus_desktop.services.case_form import HOW, FactsText, FormField
from nexus_desktop.ui.case_list import counted, standing
from nexus_desktop.ui.client_form import ClientForm, several_lines
from nexus_desktop.ui.flow_row import FlowRow
from nexus_desktop.ui.note_edit import NoteEdit
from nexus_desktop.ui.scroll_pane import ScrollPane
from nexus_desktop.ui.side_page import SidePage
from nexus_desktop.ui.table import exact
from nexus_desktop.ui.theme import MEDIUM, SMALL, Theme, set_role
from nexus_desktop.ui.translation import tr
from nexus_desktop.ui.widgets import Check, Form, button, card, clear, label

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

    from nexus_desktop.models.case_file import CaseView
    from nexus_desktop.models.records import Matter

WIDEST = 860
SWITCH = tr("Keep client and facts with this case")
OFF = tr(
    "Off: nothing that names the client is stored; you type it anew for each letter. On: it is stored on this machine "
    "only, in the encrypted database and its backups, until you switch it off or delete the case."
)
ON = tr(
    "On: this names the client in the encrypted database and its backups, on this machine only. Every letter you add "
    "to this case is searched for it first, and checked against the facts. Co-counsel gets it only if you say so."
)
GOING = tr("Saving deletes what is kept of the client and the facts. Backups made until now still hold it.")
HOLD_WORDS = tr("Nothing in this case is deleted, by age or by hand.")
NO_NOTES = tr("No note yet.")


@dataclass(frozen=True, slots=True)
class CaseWish:
    """What is to be kept of a case. Holds PHI."""

    matter: Matter
    reference: str
    client_number: str
    keeps: bool
    client: ClientFields
    facts: CaseFacts = field(repr=False)


class CasePage(SidePage):
    """``save_wanted`` carries a CaseWish, ``hold_wanted`` and ``close_wanted`` whether it shall be so.

    ``give_wanted`` and ``purge_wanted`` when the case shall leave, to co-counsel or for good. ``check_wanted`` and
    ``note_wanted`` carry the words of a note; ``left_unsaved`` comes when the page is left with
    something typed that is not saved. A filled form holds PHI in memory, as a letter on the desk does.
    """

    save_wanted = Signal(object)
    hold_wanted = Signal(bool)
    close_wanted = Signal(bool)
    check_wanted = Signal(str)
    note_wanted = Signal(str)
    give_wanted = Signal()
    purge_wanted = Signal()
    left_unsaved = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(tr("Case"))
        self._theme = theme
        self.view: CaseView | None = None
        self._as_loaded: object = None
        self.step = tr("Save case")
        area = ScrollPane(tr("Case"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)
        self.title, self.stands = label("", "title"), label("", "strong")
        set_role(self.stands, state="caution")
        area.column.setSpacing(MEDIUM)
        for part in (self.title, self.stands, self._numbers(), self._file(), self._notes()):
            part.setMaximumWidth(WIDEST)
            area.column.addWidget(part)
        area.column.addStretch(1)

    # --- building ---------------------------------------------------------------------------------------------------

    def _numbers(self) -> QWidget:
        frame, inside = card()
        form = Form()
        form.setSpacing(SMALL)
        self.reference, self.client_number = QLineEdit(), QLineEdit()
        self.reference.setPlaceholderText(tr("Your file number, never a name"))
        self.client_number.setPlaceholderText(tr("Your number of the client, if you have one; never a name"))
        form.addRow(tr("File &number"), self.reference)
        form.addRow(tr("&Client number"), self.client_number)
        inside.addLayout(form)
        self.hold, self.close_case = button(tr("Put on legal hold")), button(tr("Close the case"))
        self.hold.setCheckable(True)
        self.hold.clicked.connect(self.hold_wanted)
        self.close_case.clicked.connect(lambda: self.close_wanted.emit(not self._closed))
        self.give = button(tr("Give to co-counsel …"), tip=tr("One encrypted file, to be read and not changed"))
        self.purge = button(tr("Delete for good …"), tip=tr("Shows first what would go"))
        self.give.clicked.connect(self.give_wanted)
        self.purge.clicked.connect(self.purge_wanted)
        inside.addLayout(FlowRow(self.hold, self.close_case, self.give, self.purge))
        self.holds = label("", "muted")
        inside.addWidget(self.holds)
        return frame

    def _file(self) -> QWidget:
        frame, inside = card()
        inside.addWidget(label(tr("Client and facts"), "section"))
        self.keeps = Check(SWITCH)
        self.keeps.toggled.connect(self._show_switch)
        inside.addWidget(self.keeps)
        self.means = label("", "muted")
        inside.addWidget(self.means)
        self.form = QWidget()
        column = QVBoxLayout(self.form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MEDIUM)
        self.client = ClientForm()
        column.addLayout(self.client)
        column.addWidget(label(tr("Facts of the case"), "strong"))
        self.branches = {one: Check(one.value.title()) for one in Branch}
        column.addLayout(FlowRow(*self.branches.values()))
        facts = Form()
        facts.setSpacing(MEDIUM)
        self.service = several_lines(2, HOW[FormField.SERVICE])
        self.born = QLineEdit()
        self.born.setPlaceholderText("1947")
        self.connected = several_lines(3, HOW[FormField.SERVICE_CONNECTED])
        self.claimed = several_lines(3, HOW[FormField.CLAIMED])
        self.denials = several_lines(3, HOW[FormField.DENIALS])
        facts.addRow(tr("Ser&vice"), self.service)
        facts.addRow(tr("Year of &birth"), self.born)
        facts.addRow(tr("Service co&nnected"), self.connected)
        facts.addRow(tr("Cl&aimed"), self.claimed)
        facts.addRow(tr("Denie&d before"), self.denials)
        column.addLayout(facts)
        self.problem = label("", "strong")
        set_role(self.problem, state="bad")
        column.addWidget(self.problem)
        inside.addWidget(self.form)
        return frame

    def _notes(self) -> QWidget:
        frame, inside = card()
        inside.addWidget(label(tr("Notes"), "section"))
        self.shown_notes = QVBoxLayout()
        self.shown_notes.setSpacing(SMALL)
        inside.addLayout(self.shown_notes)
        self.note = NoteEdit(tr("A note on this case"))
        self.note.check_wanted.connect(self.check_wanted)
        self.note.keep_wanted.connect(self.note_wanted)
        inside.addWidget(self.note)
        return frame

    # --- showing ----------------------------------------------------------------------------------------------------

    @property
    def _closed(self) -> bool:
        return self.view is not None and self.view.line.matter.closed_at is not None

    @property
    def is_changed(self) -> bool:
        """Whether something is typed that is not saved."""
        return self.view is not None and self._state() != self._as_loaded

    def _state(self) -> object:
        numbers = (self.reference.text(), self.client_number.text(), self.keeps.isChecked())
        return numbers, self.client.fields() if self.keeps.isChecked() else None, self._facts_typed()

    def _facts_typed(self) -> FactsText | None:
        return self._typed() if self.keeps.isChecked() else None

    def open_case(self, view: CaseView) -> None:
        """Show a case; what was typed on this page before and is not saved yet stays."""
        if self.view is not None and self.view.line.matter.id == view.line.matter.id and self.is_changed:
            self.show_standing(view)
        else:
            self.show_case(view)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self.is_changed:
            self.left_unsaved.emit()

    def show_case(self, view: CaseView) -> None:
        """Fill the page with what is kept."""
        self.view = view
        matter = view.line.matter
        self.reference.setText(matter.reference)
        self.client_number.setText(matter.client or "")
        file = view.file
        self.client.show_fields(file.client if file is not None else ClientFields())
        self._show_facts(case_form.written(file.facts if file is not None else CaseFacts()))
        self.keeps.setChecked(file is not None or view.problem is not None)
        self._show_switch()
        self.problem.hide()
        self.note.start_anew()
        self._as_loaded = self._state()
        self.show_standing(view)

    def show_standing(self, view: CaseView) -> None:
        """What is not typed: standing, size, notes. Leaves the form alone."""
        self.view = view
        matter, line = view.line.matter, view.line
        self.title.setText(tr("Case {reference}").format(reference=matter.reference))
        words = standing(matter)
        self.stands.setText(f"{words[:1].upper()}{words[1:]}. {HOLD_WORDS if matter.legal_hold else ''}".strip())
        self.stands.setVisible(bool(words))
        self.hold.setChecked(matter.legal_hold)
        self.hold.setText(tr("Lift the legal hold") if matter.legal_hold else tr("Put on legal hold"))
        self.close_case.setText(tr("Open the case again") if self._closed else tr("Close the case"))
        self.holds.setText(
            tr("{letters}, {analyses} kept. Made {created_at}.").format(
                letters=counted(line.letters, tr("letter"), tr("letters")),
                analyses=counted(line.analyses, tr("analysis"), tr("analyses")),
                created_at=exact(matter.created_at),
            )
        )
        clear(self.shown_notes)
        for one in view.notes:
            self.shown_notes.addWidget(label(f"{exact(one.created_at)}, {one.author}", "caption"))
            self.shown_notes.addWidget(label(one.text))
        if not view.notes:
            self.shown_notes.addWidget(label(NO_NOTES, "muted"))

    def _show_facts(self, text: FactsText) -> None:
        for branch, box in self.branches.items():
            box.setChecked(branch in text.branches)
        self.born.setText(text.born)
        fields = (self.service, self.connected, self.claimed, self.denials)
        for edit, words in zip(fields, (text.service, text.service_connected, text.claimed, text.denials), strict=True):
            edit.setPlainText(words)

    @Slot()
    def _show_switch(self) -> None:
        on, problem = self.keeps.isChecked(), self.view.problem if self.view is not None else None
        going = not on and self.view is not None and (self.view.file is not None or problem is not None)
        self.form.setVisible(on and problem is None)
        words = f"{problem.sentence} {problem.next_step}" if on and problem is not None else ON if on else OFF
        self.means.setText(GOING if going else words)
        set_role(self.means, state="caution" if going or (on and problem is not None) else "")

    # --- saving -----------------------------------------------------------------------------------------------------

    def go_on(self) -> None:
        """Save, unless a field cannot be read."""
        if self.view is None:
            return
        facts, wrong = case_form.read(self._typed())
        if wrong and self.keeps.isChecked():
            self.problem.setText(tr("Not saved. {sentence}").format(sentence=case_form.sentence(sorted(wrong))))
            self.problem.show()
            self._field(min(wrong, key=list(FormField).index)).setFocus()
            return
        self.problem.hide()
        wish = CaseWish(
            self.view.line.matter,
            self.reference.text(),
            self.client_number.text(),
            self.keeps.isChecked(),
            self.client.fields(),
            facts,
        )
        self.save_wanted.emit(wish)

    def _field(self, wrong: FormField) -> QWidget:
        return {
            FormField.SERVICE: self.service,
            FormField.BORN: self.born,
            FormField.SERVICE_CONNECTED: self.connected,
            FormField.CLAIMED: self.claimed,
            FormField.DENIALS: self.denials,
        }[wrong]

    def _typed(self) -> FactsText:
        return FactsText(
            branches=tuple(branch for branch, box in self.branches.items() if box.isChecked()),
            service=self.service.toPlainText(),
            born=self.born.text(),
            service_connected=self.connected.toPlainText(),
            claimed=self.claimed.toPlainText(),
            denials=self.denials.toPlainText(),
        )
