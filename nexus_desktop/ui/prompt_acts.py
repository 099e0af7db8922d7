"""What a person may do to the chosen version: draft, edit, propose, approve, roll back, retire, export."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QWidget

from nexus_desktop.models.errors import ConfigurationInvalid, PromptInvalid
from nexus_desktop.models.prompt_models import PromptOrigin, PromptState
from nexus_desktop.ui.prompt_decision import DecisionDialog
from nexus_desktop.ui.prompt_editor import PromptEditor
from nexus_desktop.ui.theme import SMALL
from nexus_desktop.ui.translation import tr
from nexus_desktop.ui.widgets import button

if TYPE_CHECKING:
    from nexus_desktop.models.ports import CancelFlag, Progress
    from nexus_desktop.services.application import PromptWork
    from nexus_desktop.services.prompt_review import PromptLine
    from nexus_desktop.ui.tasks import TaskRunner

NOT_TESTED = tr("This text was not tested by a service to the end. The audit trail will say so.")
YAML_FILES = tr("Prompts (*.yaml)")


class PromptActs(QWidget):
    """The row of buttons. ``changed`` after something was kept; ``wanted`` names the version to choose then."""

    changed = Signal()
    said = Signal(str)

    def __init__(self, work: PromptWork, runner: TaskRunner, parent: QWidget) -> None:
        super().__init__(parent)
        self._work, self._runner = work, runner
        self._line: PromptLine | None = None
        self.wanted: tuple[str, str] | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        self.draft, self.edit = button(tr("Write a new draft from it")), button(tr("Edit draft"), primary=True)
        self.discard, self.propose = button(tr("Throw draft away")), button(tr("Make it a candidate"))
        self.approve, self.back = button(tr("Approve …")), button(tr("Roll back to it …"))
        self.retire = button(tr("Retire …"))
        self.bring_in, self.export = button(tr("Import …")), button(tr("Export …"))
        acts: tuple[tuple[QWidget, Callable[[], None]], ...] = (
            (self.edit, self.open_editor),
            (self.draft, self.begin),
            (self.propose, self.ask_propose),
            (self.approve, self.ask_approve),
            (self.back, self.ask_approve),
            (self.retire, self.ask_retire),
            (self.discard, self.throw_away),
        )
        for one, act in acts:
            one.clicked.connect(act)  # type: ignore[attr-defined]
            row.addWidget(one)
        row.addStretch(1)
        self.bring_in.clicked.connect(self.choose_import)
        self.export.clicked.connect(self.choose_export)
        row.addWidget(self.bring_in)
        row.addWidget(self.export)
        self.show_line(None)

    def show_line(self, line: PromptLine | None) -> None:
        """Offer what can be done to a version."""
        self._line = line
        state = line.state if line is not None else None
        own_draft = state is PromptState.DRAFT
        offered = {
            self.draft: line is not None and not own_draft,
            self.edit: own_draft,
            self.discard: own_draft,
            self.propose: own_draft,
            self.approve: state in (PromptState.DRAFT, PromptState.CANDIDATE),
            self.back: state is PromptState.RETIRED,
            self.retire: state is PromptState.APPROVED
            or (state is PromptState.CANDIDATE and line is not None and line.origin is PromptOrigin.FIRM),
        }
        for one, there in offered.items():
            one.setVisible(there)
        self.export.setEnabled(line is not None)

    # --- drafts ------------------------------------------------------------------------------------------------

    def _decision(self, title: str, words: str, act: str, caution: str = "") -> tuple[str, str] | None:
        dialog = DecisionDialog(title, words, act, self._work.review.actor, self.window(), caution=caution)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return None
        return dialog.by, dialog.reason

    def _kept(self, words: str) -> Callable[[PromptLine], None]:
        def kept(line: PromptLine) -> None:
            self.wanted = (line.prompt_id, line.version)
            self.said.emit(words.format(line.version))
            self.changed.emit()

        return kept

    def _run(self, act: Callable[[], PromptLine], words: str, then: Callable[[PromptLine], None] | None = None) -> None:
        def job(_progress: Progress, _cancelled: CancelFlag) -> PromptLine:
            return act()

        def done(line: PromptLine) -> None:
            self._kept(words)(line)
            if then is not None:
                self._runner.afterwards(lambda: then(line))

        self._runner.run(job, done, self._failed)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, PromptInvalid) and error.detail:
            self.said.emit(tr("Not kept: {detail}.").format(detail=error.detail))
        elif isinstance(error, ConfigurationInvalid):
            self.said.emit(
                tr("Not imported. {file}, line {line}: {detail}").format(
                    file=error.file, line=error.line, detail=error.detail
                )
            )
        else:
            self._runner.failed.emit(error)

    @Slot()
    def begin(self) -> None:
        """A draft from the chosen version."""
        line, review = self._line, self._work.review
        if line is None:
            return
        words = tr("A copy of {title} {version} that you can edit. What is in force stays in force.").format(
            title=line.title, version=line.version
        )
        signed = self._decision(tr("Write a new draft"), words, tr("Write draft"))
        if signed is not None:
            self._run(
                lambda: review.begin(line.prompt_id, line.version, *signed), tr("Draft {} begun."), self.edit_line
            )

    @Slot()
    def open_editor(self) -> None:
        """Edit the chosen draft."""
        if self._line is not None:
            self.edit_line(self._line)

    def edit_line(self, line: PromptLine) -> None:
        """Edit a draft in a window of its own."""
        editor = PromptEditor(self._work.review, self._runner, line, self.window())
        editor.saved.connect(self.changed)
        editor.exec()

    @Slot()
    def throw_away(self) -> None:
        """Throw the chosen draft away."""
        line, review = self._line, self._work.review
        if line is None:
            return
        words = tr("Draft {version} is deleted. Its text cannot be brought back.").format(version=line.version)
        if self._decision(tr("Throw the draft away"), words, tr("Throw away")) is None:
            return

        def job(_progress: Progress, _cancelled: CancelFlag) -> None:
            review.discard(line.prompt_id, line.version)

        self._runner.run(job, lambda _none: self.changed.emit())

    # --- decisions ------------------------------------------------------------------------------------------------

    @Slot()
    def ask_propose(self) -> None:
        """Make the chosen draft a candidate."""
        line, review = self._line, self._work.review
        if line is None:
            return
        words = tr(
            "{version} can be tested and compared from now on, and no longer edited. It is not in force yet."
        ).format(version=line.version)
        signed = self._decision(tr("Make it a candidate"), words, tr("Make candidate"))
        if signed is not None:
            self._run(lambda: review.propose(line.prompt_id, line.version, *signed), tr("{} is a candidate."))

    @Slot()
    def ask_approve(self) -> None:
        """Approve the chosen version, or roll back to it; what was tested is looked up first."""
        line, tests = self._line, self._work.tests
        if line is None:
            return

        def job(_progress: Progress, _cancelled: CancelFlag) -> bool:
            return tests.tested(line.prompt_id, line.content) is not None

        def done(tested: bool) -> None:
            self._runner.afterwards(lambda: self._approve(line, tested=tested))

        self._runner.run(job, done)

    def _approve(self, line: PromptLine, *, tested: bool) -> None:
        review, back = self._work.review, line.state is PromptState.RETIRED
        title, act = (tr("Roll back"), tr("Roll back")) if back else (tr("Approve"), tr("Approve"))
        words = tr(
            "{title} {version} is used from the next letter on, and the version in force now is "
            "retired. Your name and reason go into the audit trail. You can roll back at any "
            "time."
        ).format(title=line.title, version=line.version)
        signed = self._decision(f"{title} {line.version}", words, act, "" if tested or back else NOT_TESTED)
        if signed is not None:
            self._run(
                lambda: review.approve(line.prompt_id, line.version, *signed, tested=tested), tr("{} is in force now.")
            )

    @Slot()
    def ask_retire(self) -> None:
        """Retire the chosen version."""
        line, review = self._line, self._work.review
        if line is None:
            return
        words = tr("{version} is not used any more.").format(version=line.version)
        caution = ""
        if line.state is PromptState.APPROVED:
            caution = tr("No version of this prompt is in force then, so no service is asked until one is approved.")
        signed = self._decision(tr("Retire {version}").format(version=line.version), words, tr("Retire"), caution)
        if signed is not None:
            self._run(lambda: review.retire(line.prompt_id, line.version, *signed), tr("{} is retired."))

    # --- files ------------------------------------------------------------------------------------------------

    @Slot()
    def choose_export(self) -> None:
        """Write the versions of the chosen prompt to a file."""
        line = self._line
        if line is None:
            return
        name, _ = QFileDialog.getSaveFileName(
            self,
            tr("Export prompt"),
            f"{line.prompt_id}.yaml",
            YAML_FILES,
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if name:
            self.export_to(Path(name), line.prompt_id)

    def export_to(self, path: Path, prompt_id: str) -> None:
        """Write a prompt with all its versions to a new file."""

        def job(_progress: Progress, _cancelled: CancelFlag) -> None:
            self._work.review.export(path, prompt_id)

        self._runner.run(job, lambda _none: self.said.emit(tr("The prompt was exported with all its versions.")))

    @Slot()
    def choose_import(self) -> None:
        """Take versions in from a file, as drafts."""
        name, _ = QFileDialog.getOpenFileName(self, tr("Import prompts"), "", YAML_FILES)
        words = tr("Versions in the file that are not here yet become drafts. Nothing in it is approved by this.")
        signed = self._decision(tr("Import prompts"), words, tr("Import")) if name else None
        if signed is not None:
            self.import_from(Path(name), *signed)

    def import_from(self, path: Path, by: str, reason: str) -> None:
        """Take versions in from a file."""

        def job(_progress: Progress, _cancelled: CancelFlag) -> list[PromptLine]:
            return self._work.review.bring_in(path, by, reason)

        self._runner.run(job, self._imported, self._failed)

    def _imported(self, lines: list[PromptLine]) -> None:
        if lines:
            self.wanted = (lines[-1].prompt_id, lines[-1].version)
        count = len(lines)
        self.said.emit(
            tr("{count} draft{s} imported.").format(count=count, s="" if count == 1 else "s")
            if count
            else tr("Everything in it is here.")
        )
        self.changed.emit()
