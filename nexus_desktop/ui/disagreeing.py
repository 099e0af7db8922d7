"""The attorney grades findings otherwise: asks for grade and reason, has them kept, and shows what stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from nexus_desktop.models.errors import NexusError, StoreLocked
from nexus_desktop.models.letter_models import ClientFields
from nexus_desktop.ui.override_dialog import OverrideDialog

if TYPE_CHECKING:
    from nexus_desktop.models.analysis_models import Grade, ItemFinding
    from nexus_desktop.models.override_models import Override
    from nexus_desktop.models.records import AnalysisRecord
    from nexus_desktop.services.overrides import Overrides
    from nexus_desktop.ui.desk import DeskLetter
    from nexus_desktop.ui.result_panel import ResultPanel
    from nexus_desktop.ui.tasks import TaskRunner


class Disagreeing(QObject):
    """``told`` after something was kept or taken back."""

    told = Signal()

    def __init__(self, panel: ResultPanel, overrides: Overrides, runner: TaskRunner) -> None:
        super().__init__(panel)
        self._panel, self._overrides, self._runner = panel, overrides, runner
        self._record: AnalysisRecord | None = None
        self._letter: DeskLetter | None = None
        self._standing: tuple[Override, ...] = ()
        self.dialog: OverrideDialog | None = None
        panel.disagree_wanted.connect(self._ask)
        panel.take_back_wanted.connect(self._take_back)

    def show_record(self, record: AnalysisRecord, letter: DeskLetter | None) -> None:
        """Take up a result, and show what was said of it before; nothing can be said of one that is not kept, or in
        the trash."""
        self._record, self._letter, self._standing = record, letter, ()
        kept = letter is None or letter.outcome is None or letter.outcome.kept
        if kept and record.trashed_at is None:
            self._look()

    def look_again(self) -> None:
        """The store is open again: a result that came up behind the lock has not been looked for."""
        if self._record is not None:
            self.show_record(self._record, self._letter)

    def _look(self) -> None:
        overrides, record = self._overrides, self._record
        if record is not None:
            analysis_id = record.id
            self._runner.run(
                lambda _progress, _cancelled: overrides.of(analysis_id),
                lambda found: self._show(record, found),
                self._not_seen,
            )

    def _not_seen(self, error: Exception) -> None:
        if not isinstance(error, StoreLocked):
            self._runner.report(error)

    def _show(self, record: AnalysisRecord, found: tuple[Override, ...]) -> None:
        if record is self._record:
            self._standing = found
            self._panel.show_overrides(record, found)

    @Slot(object)
    def _ask(self, item: ItemFinding) -> None:
        standing = next((one for one in self._standing if one.item is item.id), None)
        self.dialog = OverrideDialog(item, standing, self._panel)
        self.dialog.submitted.connect(lambda grade, reason: self._keep(item, grade, reason))
        self.dialog.open()

    def _keep(self, item: ItemFinding, grade: Grade, reason: str) -> None:
        record, overrides, dialog = self._record, self._overrides, self.dialog
        if record is None or dialog is None:
            return
        client, removed = self._known()

        def kept(_one: object) -> None:
            dialog.accept()
            self._look()
            self.told.emit()

        def failed(error: Exception) -> None:
            dialog.show_problem(error if isinstance(error, NexusError) else NexusError())
            if not isinstance(error, NexusError):
                self._runner.failed.emit(error)

        self._runner.run(
            lambda _progress, _cancelled: overrides.disagree(record.id, item.id, grade, reason, client, removed),
            kept,
            failed,
        )

    @Slot(object)
    def _take_back(self, item: ItemFinding) -> None:
        record, overrides = self._record, self._overrides
        if record is None:
            return

        def taken(_one: object) -> None:
            self._look()
            self.told.emit()

        self._runner.run(lambda _progress, _cancelled: overrides.take_back(record.id, item.id), taken)

    def _known(self) -> tuple[ClientFields, tuple[str, ...]]:
        """What is known of the client, and what was taken out, where the letter is still in hand."""
        letter = self._letter
        if letter is None or letter.review is None or letter.outcome is None:
            return ClientFields(), ()
        text = letter.review.preparation.letter.phi_text
        return letter.client, tuple({text[one.start : one.end] for one in letter.outcome.replacements})
