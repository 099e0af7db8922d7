"""Which paper to make of an analysis, and how: with the paper itself beside the choices."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from nexus_desktop.models.paper_models import Paper, ReportKind
from nexus_desktop.services.paper_choices import PaperChoice, lines_of
from nexus_desktop.ui.paper_formats import FORMATS
from nexus_desktop.ui.theme import LARGE, LIGHT, MEDIUM, SMALL, WIDE, set_role
from nexus_desktop.ui.translation import tr
from nexus_desktop.ui.widgets import Check, Choice, button, label

if TYPE_CHECKING:
    from nexus_desktop.services.names_back import NamesBack

PAPERS = {
    Paper.ANALYSIS: (
        tr("Analysis report"),
        tr("Everything: verdict, findings with their words, authorities, the letter."),
    ),
    Paper.DOCTOR_REQUEST: (
        tr("Clarification request"),
        tr("To the doctor: only the open questions, neutral. Edit and sign."),
    ),
    Paper.MEMO: (tr("Attorney memo"), tr("Strengths, gaps and authorities, for your file.")),
    Paper.CLIENT_LETTER: (tr("Client letter"), tr("In plain words, without promises. Edit and sign.")),
    Paper.WORK_RECORD: (tr("Work record"), tr("Who reviewed what, and what left this machine.")),
}
NO_LETTER = tr("Names can be put back only while the original letter is open on this desk.")
WITH_NAMES = tr("The paper is marked as confidential, and the audit trail says that names were put back.")
FORM_WIDTH = 320
SETTLED_MILLISECONDS = 250


class PapersDialog(QDialog):
    """``changed`` when another preview is wanted, ``save_wanted`` when the paper is to be written."""

    changed = Signal()
    save_wanted = Signal()

    def __init__(
        self, last: PaperChoice, names: NamesBack | None, papers: Sequence[Paper], parent: QWidget | None = None
    ) -> None:
        """``names``: what can be put back, None where the letter is not at hand; ``papers``: those that can be made."""
        super().__init__(parent)
        self._names = names
        self.setWindowTitle(tr("Export"))
        self.resize(1040, 680)
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(SETTLED_MILLISECONDS)
        self._settled.timeout.connect(self.changed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, LARGE)
        layout.setSpacing(MEDIUM)
        columns = QHBoxLayout()
        columns.setSpacing(LARGE)
        form = QWidget()
        form.setFixedWidth(FORM_WIDTH)
        columns.addWidget(form)
        self._fill(QVBoxLayout(form), last, papers)
        self.preview = QTextBrowser()
        self.preview.setOpenLinks(False)
        self.preview.setAccessibleName(tr("Preview of the paper"))
        self.preview.setStyleSheet(
            f"QTextBrowser {{ background: {LIGHT.surface}; color: {LIGHT.text}; padding: 12px; }}"
        )
        columns.addWidget(self.preview, 1)
        layout.addLayout(columns, 1)
        self.problem = label("")
        set_role(self.problem, state="bad")
        self.problem.hide()
        layout.addWidget(self.problem)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setAutoDefault(False)  # or Enter would cancel
        self.save = button(tr("Save as …"), primary=True)
        buttons.addButton(self.save, QDialogButtonBox.ButtonRole.ActionRole)
        self.save.setAutoDefault(True)
        self.save.setDefault(True)
        self.save.clicked.connect(self.save_wanted)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        self._allow()
        self.paper.setFocus()

    # --- building ---------------------------------------------------------------------------------------------------

    def _fill(self, column: QVBoxLayout, last: PaperChoice, papers: Sequence[Paper]) -> None:
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        self.paper, self.format = Choice(tr("Paper")), Choice(tr("Format"))
        for paper in papers:
            self.paper.addItem(PAPERS[paper][0], paper.value)
        self.paper.setCurrentIndex(max(0, self.paper.findData(last.paper.value)))
        self._offer_formats(last.kind)
        self.about = label("", "muted")
        self.letterhead, self.enclosures = QPlainTextEdit("\n".join(last.letterhead)), QPlainTextEdit()
        self.letterhead.setPlaceholderText(tr("Firm\nStreet, city\nPhone"))
        self.enclosures.setPlaceholderText(tr("One a line, such as: Copy of your letter"))
        self._letterhead_name = self._named(tr("&Letterhead"), self.letterhead)
        self._enclosures_name = self._named(tr("&Enclosures"), self.enclosures)
        self.names = Check(tr("Put &names back"))
        self.names_note = label("", "muted")
        column.addWidget(self._named(tr("&Paper"), self.paper))
        for part in (self.paper, self.about, self._named(tr("&Format"), self.format), self.format):
            column.addWidget(part)
        for name, edit in ((self._letterhead_name, self.letterhead), (self._enclosures_name, self.enclosures)):
            edit.setTabChangesFocus(True)
            edit.setFixedHeight(edit.fontMetrics().lineSpacing() * 4 + LARGE)
            edit.textChanged.connect(self._settled.start)
            column.addWidget(name)
            column.addWidget(edit)
        column.addWidget(self.names)
        column.addWidget(self.names_note)
        column.addStretch(1)
        self.paper.activated.connect(self._another_paper)
        self.format.activated.connect(self._allow)
        self.names.toggled.connect(self._allow)

    @staticmethod
    def _named(words: str, part: QWidget) -> QLabel:
        name = label(words, wrap=False)
        name.setBuddy(part)
        part.setAccessibleName(words.replace("&", ""))
        return name

    def _offer_formats(self, wanted: ReportKind) -> None:
        """JSON holds the analysis and no letter to anyone."""
        self.format.clear()
        for kind, words in FORMATS.items():
            if kind is not ReportKind.JSON or self.chosen_paper is Paper.ANALYSIS:
                self.format.addItem(words, kind.value)
        self.format.setCurrentIndex(max(0, self.format.findData(wanted.value)))

    @Slot()
    def _another_paper(self) -> None:
        self._offer_formats(self.chosen_kind)
        self._allow()

    @Slot()
    def _allow(self) -> None:
        paper, data = self.chosen_paper, self.chosen_kind is ReportKind.JSON
        self.about.setText(PAPERS[paper][1])
        for part in (self._letterhead_name, self.letterhead):
            part.setVisible(not data)
        for part in (self._enclosures_name, self.enclosures):
            part.setVisible(paper is Paper.DOCTOR_REQUEST)
        possible = self._names is not None and not data
        self.names.setEnabled(possible)
        if not possible:
            self.names.setChecked(False)
        self.names_note.setText(self._about_names(data))
        set_role(self.names_note, state="caution" if self.names.isChecked() else "")
        self._settled.start()

    def _about_names(self, data: bool) -> str:
        if data:
            return tr("Data files never hold names.")
        if self._names is None:
            return NO_LETTER
        left = len(self._names.left)
        many = (
            tr("{left} tag stays: it stands").format(left=left)
            if left == 1
            else tr("{left} tags stay: they stand").format(left=left)
        )
        return (
            tr("{with_names} {many} for more than one name.").format(with_names=WITH_NAMES, many=many)
            if left
            else WITH_NAMES
        )

    # --- what was chosen --------------------------------------------------------------------------------------------

    @property
    def chosen_paper(self) -> Paper:
        """The paper that is up."""
        return Paper(self.paper.currentData())

    @property
    def chosen_kind(self) -> ReportKind:
        """Its format."""
        return ReportKind(self.format.currentData() or ReportKind.PDF)

    def choice(self) -> PaperChoice:
        """What is to be remembered for the next time."""
        return PaperChoice(self.chosen_paper, self.chosen_kind, lines_of(self.letterhead.toPlainText()))

    def chosen_enclosures(self) -> tuple[str, ...]:
        """What goes along to the doctor."""
        lines = (line.strip() for line in self.enclosures.toPlainText().splitlines())
        return tuple(line for line in lines if line) if self.chosen_paper is Paper.DOCTOR_REQUEST else ()

    def originals(self) -> dict[str, str] | None:
        """What stands for each tag, where names are to be put back."""
        return self._names.originals if self._names is not None and self.names.isChecked() else None

    def show_preview(self, page: str) -> None:
        """Show the paper as it would be written, at the place that was in view."""
        place = self.preview.verticalScrollBar().value()
        self.preview.setHtml(page)
        self.preview.verticalScrollBar().setValue(place)

    def show_problem(self, words: str) -> None:
        """Say what is wrong; nothing, where nothing is."""
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
