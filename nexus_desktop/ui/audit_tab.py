"""The Audit tab: everything that was done, filtered and followed, exported, and whether the trail is whole."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from nexus_desktop.models.audit_query import AuditFilter
from nexus_desktop.models.trail_models import TrailForm
from nexus_desktop.services.audit_trail import WORDS, AuditLine, AuditTrail
from nexus_desktop.ui.audit_filter import AuditFilterRow
from nexus_desktop.ui.audit_table import AuditModel
from nexus_desktop.ui.table import exact, table
from nexus_desktop.ui.theme import LARGE, SMALL, WIDE
from nexus_desktop.ui.translation import tr, worded
from nexus_desktop.ui.widgets import Figure, button, card, figures, label, leave_off

if TYPE_CHECKING:
    from nexus_desktop.models.audit_chain import ChainReport
    from nexus_desktop.services.trail_export import TrailExport
    from nexus_desktop.ui.tasks import Task, TaskRunner

FORMS = {
    tr("Everything, with a verifier (*.zip)"): TrailForm.ALL,
    tr("For people (*.pdf)"): TrailForm.PAGES,
    tr("For spreadsheets (*.csv)"): TrailForm.TABLE,
    tr("For programs (*.jsonl)"): TrailForm.LINES,
}
CHOOSE = tr("Choose an entry to see all of it.")


class AuditTab(QWidget):
    """``checked`` carries the outcome of a check, ``said`` a line for the status bar."""

    checked = Signal(object)
    said = Signal(str)

    def __init__(self, trail: AuditTrail, exports: TrailExport, runner: TaskRunner) -> None:
        super().__init__()
        self._trail, self._exports, self._runner = trail, exports, runner
        self._line: AuditLine | None = None
        self._report: ChainReport | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        layout.setSpacing(LARGE)
        layout.addLayout(self._top())
        self.filter = AuditFilterRow(WORDS)
        layout.addWidget(self.filter)
        self.model = AuditModel(trail, self)
        self.view = table(self.model, tr("Audit trail"), stretched=4)
        layout.addWidget(self.view, 1)
        layout.addWidget(self._bottom())
        self.filter.changed.connect(self._filtered)
        self.view.selectionModel().currentRowChanged.connect(self._selected)

    def _top(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        self.entries, self.chain = Figure(tr("entries")), Figure(tr("audit trail"))
        row.addLayout(figures(self.entries, self.chain), 1)
        self.answer = button(
            tr("Acknowledge …"), tip=tr("Put on record that you know of the entries that were missing")
        )
        self.check = button(tr("Check every entry"), tip=tr("Walk the whole chain from its first entry"))
        self.export = button(tr("Export …"), tip=tr("Write the trail, or what the filter leaves, to a file"))
        self.answer.clicked.connect(self.acknowledge)
        self.check.clicked.connect(self.verify)
        self.export.clicked.connect(self.choose_file)
        leave_off(self.export, on=self._exports.enabled)
        self.answer.hide()
        for part in (self.answer, self.check, self.export):
            row.addWidget(part)
        return row

    def _bottom(self) -> QWidget:
        self.details, layout = card()
        self.heading, self.words = label(CHOOSE, "muted"), label("")
        self.follow_button = button(tr("Follow it from import to report"), link=True)
        self.follow_button.clicked.connect(self._follow_line)
        self.follow_button.hide()
        layout.addWidget(self.heading)
        layout.addWidget(self.words)
        layout.addWidget(self.follow_button)
        self.words.hide()
        return self.details

    # --- showing ---------------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Read the trail for the first time: in a job, as what asks for entries is then put together once, and shown
        when the tab itself is up."""
        self._runner.run(lambda _progress, _cancelled: self._trail.page(1), lambda _: self.refresh())

    @Slot()
    def refresh(self) -> None:
        """Take in what was told since, and check the newest entries."""
        if self.model.rowCount() or self.model.wanted:
            self.model.refresh()
        else:
            self.model.show(AuditFilter())
        self._runner.run(lambda _progress, _cancelled: self._trail.actors(), self.filter.offer_people)
        self._runner.run(lambda _progress, _cancelled: self._trail.check_recent(), self._show_recent)

    def follow(self, subject: str) -> None:
        """Show all that was done with one analysis, from import to export."""
        self.filter.follow(subject)

    def forget(self) -> None:
        """Show nothing, as when the window is locked."""
        self.model.forget()
        self._show_line(None)

    @Slot(object)
    def _filtered(self, wanted: AuditFilter) -> None:
        self.model.show(wanted)
        self._show_line(None)

    @Slot(QModelIndex, QModelIndex)
    def _selected(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self._show_line(self.model.line(current.row()) if current.isValid() else None)

    def _show_line(self, line: AuditLine | None) -> None:
        self._line = line
        self.words.setVisible(line is not None)
        if line is None:
            self.heading.setText(CHOOSE)
        else:
            self.heading.setText(f"{line.act}, {exact(line.at)}, by {line.actor}")
            told = " · ".join([tr("about: {object_id}").format(object_id=line.object_id), *line.told])
            self.words.setText(tr("{told}\nseal: {mac}\nlink: {link}").format(told=told, mac=line.mac, link=line.link))
        self.follow_button.setVisible(line is not None and bool(line.subject) and not self.model.wanted.about)

    @Slot()
    def _follow_line(self) -> None:
        if self._line is not None and self._line.subject:
            self.follow(self._line.subject)

    # --- checking --------------------------------------------------------------------------------------------------

    @Slot()
    def verify(self) -> Task:
        """Walk the whole chain, with progress; it can be cancelled."""
        self.check.setEnabled(False)
        return self._runner.run(self._trail.check, self._show_whole, self._not_checked)

    def _show_recent(self, report: ChainReport) -> None:
        self._show_report(report, tr("newest entries unbroken") if report.entries > 1000 else "unbroken")

    def _show_whole(self, report: ChainReport) -> None:
        self.check.setEnabled(True)
        self._show_report(report, "unbroken")
        words = tr("Every entry was checked") if report.broken_at is None else tr("The check stopped at a break")
        self.said.emit(
            tr("{words}: {entries:,} entries, {reason}.").format(
                words=words, entries=report.entries, reason=worded(report.reason)
            )
        )

    def _show_report(self, report: ChainReport, well: str) -> None:
        self._report = report
        self.entries.show_value(f"{report.entries:,}")
        if report.broken_at is not None:
            self.chain.show_value(tr("broken at {broken_at:,}").format(broken_at=report.broken_at), "bad")
        elif report.unanswered:
            self.chain.show_value(
                tr("entries were missing, see {unanswered:,}").format(unanswered=report.unanswered[0]), "caution"
            )
        else:
            self.chain.show_value(well, "good")
        self.chain.setToolTip(worded(report.reason))
        self.answer.setVisible(bool(report.unanswered))
        self.checked.emit(report)

    def _not_checked(self, error: Exception) -> None:
        self.check.setEnabled(True)
        self._runner.report(error)

    @Slot()
    def acknowledge(self) -> None:
        """Put on record that someone knows of missing entries."""
        report = self._report
        if report is not None:
            self._runner.run(lambda _progress, _cancelled: self._trail.acknowledge(report), lambda _: self.refresh())

    # --- exporting -------------------------------------------------------------------------------------------------

    @Slot()
    def choose_file(self) -> None:
        """Ask where to write the trail."""
        about = self.model.wanted.about
        name = f"audit-trail{'-' + about[:8] if about else ''}.zip"
        chosen, form = QFileDialog.getSaveFileName(
            self, tr("Export the audit trail"), name, ";;".join(FORMS), options=QFileDialog.Option.DontConfirmOverwrite
        )
        if chosen:
            self.export_to(Path(chosen), FORMS.get(form, TrailForm.ALL))

    def export_to(self, path: Path, form: TrailForm) -> None:
        """Write the trail; with an analysis in the filter, that alone and digests of the rest."""
        exports, about = self._exports, self.model.wanted.about
        self._runner.run(
            lambda progress, cancelled: exports.export(path, form, about, progress, cancelled),
            lambda head: self._exported(f"{head.seq}:{head.link}"),
        )

    def _exported(self, head: str) -> None:
        self.said.emit(tr("Written. Head of the trail: {head}").format(head=head))
        self.refresh()
