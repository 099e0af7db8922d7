"""What stands around a result: conflicts with the case, citations with their standing, earlier analyses, notes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from nexus_desktop.models import wording
from nexus_desktop.models.analysis_models import Certainty, Evidence
from nexus_desktop.models.citation_models import Citation, CitationReport, Reference, Standing
from nexus_desktop.ui.authority_popover import AuthorityLinks
from nexus_desktop.ui.evidence_map import Finding
from nexus_desktop.ui.flow_row import FlowRow
from nexus_desktop.ui.icons import Icon, picture
from nexus_desktop.ui.item_card import FindingFrame, heading_row
from nexus_desktop.ui.note_edit import NoteEdit
from nexus_desktop.ui.section import Fill, Section
from nexus_desktop.ui.table import exact
from nexus_desktop.ui.theme import SMALL, Theme
from nexus_desktop.ui.translation import said, tr
from nexus_desktop.ui.widgets import button, label, plain_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap

    from nexus_desktop.models.authority_models import Authority
    from nexus_desktop.models.case_models import Conflict
    from nexus_desktop.models.records import AnalysisLine
    from nexus_desktop.services.result_context import Context

STANDINGS = {
    Standing.KNOWN: (Icon.GOOD, "good", tr("known")),
    Standing.PLAUSIBLE: (Icon.QUESTION, "info", tr("look it up")),
    Standing.DOUBTFUL: (Icon.CAUTION, "caution", "doubtful"),
    Standing.KNOWN_BAD: (Icon.BAD, "bad", tr("known bad")),
}
NO_FACTS = tr("No facts of the case are known, so nothing was compared. Enter them in the details of its case.")
NO_CASE = tr("This letter is in no case.")
AGREES = tr("Nothing in the letter disagrees with the facts of the case.")
NO_CITATIONS = tr("The letter cites no law and no literature.")


class Around(QWidget):
    """``evidence_chosen`` carries words to bring into view, ``opened`` and ``compared`` the id of an earlier analysis,
    ``move_wanted`` when it shall go into another case, ``compare_wanted`` when a person will choose with what,
    ``check_wanted`` and
    ``note_wanted`` the words of a note."""

    evidence_chosen = Signal(object)
    opened = Signal(str)
    compared = Signal(str)
    move_wanted = Signal()
    compare_wanted = Signal()
    check_wanted = Signal(str)
    note_wanted = Signal(str)

    def __init__(
        self, theme: Theme, context: Context, authorities: Mapping[str, Authority], *, changeable: bool = True
    ) -> None:
        """``changeable``: whether it can be moved, compared and noted on; not in the trash."""
        super().__init__()
        self._changeable = changeable
        self._theme, self.context, self._authorities = theme, context, authorities
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(SMALL)
        self._case()
        self.sections: dict[str, Section] = {}
        self.conflicts: Section | None = None  # stands above the points
        self._conflicts()
        self._citations(context.citations)
        self._history()
        self.note = NoteEdit(tr("A note on this analysis"))
        self.note.check_wanted.connect(self.check_wanted)
        self.note.keep_wanted.connect(self.note_wanted)
        self._add("notes", tr("Notes ({notes})").format(notes=len(context.notes)), self._fill_notes, opened=False)

    def _add(self, key: str, title: str, fill: Fill, *, opened: bool) -> None:
        section = Section(title, fill, opened=opened)
        self.sections[key] = section
        self._layout.addWidget(section)

    def _case(self) -> None:
        matter = self.context.matter
        hold = tr(", on legal hold") if matter is not None and matter.legal_hold else ""
        self.case = label(
            tr("Case {reference}{hold}").format(reference=matter.reference, hold=hold)
            if matter is not None
            else NO_CASE,
            "strong" if matter else "muted",
        )
        self.move_letter, self.compare_with = (
            button(tr("Move to a case …"), tip="Ctrl+M"),
            button(tr("Compare with …"), tip="Ctrl+D"),
        )
        self.move_letter.clicked.connect(self.move_wanted)
        self.compare_with.clicked.connect(self.compare_wanted)
        if not self._changeable:
            self.move_letter.hide()
            self.compare_with.hide()
        self._layout.addWidget(self.case)
        self._layout.addLayout(FlowRow(self.move_letter, self.compare_with))

    def findings(self) -> list[tuple[Finding, tuple[Evidence, ...]]]:
        """What is quoted here, for the letter to mark: by the key of its section."""
        found = [
            (Finding("conflicts", tr("Conflict with the case")), one.evidence) for one in self.context.conflicts or ()
        ]
        report = self.context.citations
        cited = [one.evidence for one in report.citations] + [one.evidence for one in report.references]
        return found + [(Finding("citations", tr("Citation")), (evidence,)) for evidence in cited]

    # --- conflicts --------------------------------------------------------------------------------------------------

    def _conflicts(self) -> None:
        found = self.context.conflicts
        if found is None:
            self._layout.addWidget(label(NO_FACTS, "muted"))
        elif not found:
            self._layout.addWidget(label(AGREES, "muted"))
        else:
            title = tr("Conflicts with the facts of the case ({found})").format(found=len(found))
            self.conflicts = self.sections["conflicts"] = Section(title, self._fill_conflicts, opened=True)

    def _fill_conflicts(self, layout: QVBoxLayout) -> None:
        for one in self.context.conflicts or ():
            layout.addWidget(self._conflict(one))

    def _conflict(self, one: Conflict) -> QWidget:
        high = one.certainty is Certainty.HIGH
        frame = FindingFrame("item")
        frame.setAccessibleName(
            tr("Conflict, {certainty} certainty: {sentence} Ask: {ask}").format(
                certainty=one.certainty.value, sentence=said(one), ask=one.ask
            )
        )
        sign = QLabel()
        sign.setPixmap(self._picture(Icon.CAUTION if high else Icon.QUESTION, "bad" if high else "caution"))
        frame.column.addLayout(
            heading_row(sign, said(one), tr("{certainty} certainty").format(certainty=one.certainty.value))
        )
        frame.column.addWidget(label(tr("Ask: {ask}").format(ask=one.ask)))
        self._quotes(frame, one.evidence)
        return frame

    # --- citations --------------------------------------------------------------------------------------------------

    def _citations(self, report: CitationReport) -> None:
        count = len(report.citations) + len(report.references)
        if not count:
            self._layout.addWidget(label(NO_CITATIONS, "muted"))
            return
        doubtful = report.count(Standing.DOUBTFUL) + report.count(Standing.KNOWN_BAD)
        told = tr(", {doubtful} doubtful").format(doubtful=doubtful) if doubtful else ""
        self._add(
            "citations",
            tr("Citations ({count}{told})").format(count=count, told=told),
            self._fill_citations,
            opened=bool(doubtful),
        )

    def _fill_citations(self, layout: QVBoxLayout) -> None:
        report = self.context.citations
        for one in sorted(report.citations, key=lambda one: -one.standing.rank):
            layout.addWidget(self._citation(one))
        for source in report.references:
            layout.addWidget(self._reference(source))

    def _citation(self, one: Citation) -> QWidget:
        name, role, words = STANDINGS[one.standing]
        frame = FindingFrame("item")
        frame.setAccessibleName(f"{one.normal}: {words}. {one.reason}")
        sign = QLabel()
        sign.setPixmap(self._picture(name, role))
        frame.column.addLayout(heading_row(sign, one.normal, words))
        frame.column.addWidget(label(one.reason))
        if one.right is not None:
            frame.column.addWidget(label(tr("Compare: {right}").format(right=one.right), "strong"))
        self._quotes(frame, (one.evidence,))
        if one.authority is not None:
            frame.column.addWidget(AuthorityLinks((one.authority,), self._authorities))
        return frame

    def _reference(self, source: Reference) -> QWidget:
        lacks = ", ".join(part.value for part in source.missing)
        words = tr("complete") if source.complete else tr("lacks something") if lacks else tr("look at it")
        frame = FindingFrame("item")
        frame.setAccessibleName(tr("Literature, {words}").format(words=words))
        sign = QLabel()
        sign.setPixmap(self._picture(*((Icon.GOOD, "good") if source.complete else (Icon.PART, "caution"))))
        frame.column.addLayout(heading_row(sign, tr("Literature"), words))
        if lacks and not source.complete:
            frame.column.addWidget(label(tr("A reader looks for: {lacks}.").format(lacks=lacks)))
        for problem in source.problems:
            frame.column.addWidget(label(problem))
        self._quotes(frame, (source.evidence,))
        return frame

    def _quotes(self, frame: FindingFrame, evidence: Iterable[Evidence]) -> None:
        frame.add_quotes(evidence)
        frame.quoted.connect(self.evidence_chosen)

    def _picture(self, name: Icon, role: str) -> QPixmap:
        return picture(name, getattr(self._theme.scheme, role))

    # --- history ----------------------------------------------------------------------------------------------------

    def _history(self) -> None:
        history = self.context.history
        if history:
            title = tr("Other analyses of this same letter ({history})").format(history=len(history))
            self._add("history", title, self._fill_history, opened=True)

    def _fill_history(self, layout: QVBoxLayout) -> None:
        for line in self.context.history:
            layout.addLayout(self._earlier(line))

    def _earlier(self, line: AnalysisLine) -> QHBoxLayout:
        at = line.created_at.astimezone()
        words = f"{at:%b} {at.day}, {at:%Y}: {wording.STRENGTH[line.strength]}, {line.overall_score}"
        opens, compares = (
            button(
                words,
                link=True,
                tip=plain_tip(tr("Open the analysis of {created_at}").format(created_at=exact(line.created_at))),
            ),
            button(tr("Compare")),
        )
        opens.setAccessibleName(tr("Open the analysis of {words}").format(words=words))
        compares.setAccessibleName(tr("Compare with the analysis of {words}").format(words=words))
        opens.clicked.connect(lambda: self.opened.emit(line.id))
        compares.clicked.connect(lambda: self.compared.emit(line.id))
        row = QHBoxLayout()
        row.addWidget(opens, 1, Qt.AlignmentFlag.AlignLeft)
        if self._changeable:
            row.addWidget(compares)
        return row

    # --- notes ------------------------------------------------------------------------------------------------------

    def _fill_notes(self, layout: QVBoxLayout) -> None:
        for one in self.context.notes:
            layout.addWidget(label(f"{exact(one.created_at)}, {one.author}", "caption"))
            layout.addWidget(label(one.text))
        if self._changeable:
            layout.addWidget(self.note)
