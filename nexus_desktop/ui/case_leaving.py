"""A case that leaves: as one encrypted file to co-counsel, or for good. Each asks first, and says what goes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLineEdit, QWidget

from nexus_desktop.models.retention_models import PurgeCause, Purged, PurgePlan, PurgeScope
from nexus_desktop.ui.case_dialogs import AskDialog
from nexus_desktop.ui.case_list import counted
from nexus_desktop.ui.passphrase_dialog import PassphraseDialog, Purpose
from nexus_desktop.ui.theme import set_role
from nexus_desktop.ui.translation import tr
from nexus_desktop.ui.widgets import label

if TYPE_CHECKING:
    from nexus_desktop.models.case_file import CaseView
    from nexus_desktop.models.ports import CancelFlag, Progress
    from nexus_desktop.models.records import Matter
    from nexus_desktop.services.application import Application
    from nexus_desktop.ui.tasks import TaskRunner

GIVEN = tr(
    "Analyses, de-identified letters, notes and the part of the audit trail that tells of them go into one encrypted "
    "file. Co-counsel opens it with the menu Data, and can read it but not change it."
)
WITH_CLIENT = tr("Also the client's names and numbers and the facts of the case")
NO_CLIENT = tr("Nothing that names the client is kept with this case, so nothing of that kind goes along.")
FOR_GOOD = tr("This cannot be undone. The audit trail keeps that there was something, without what it told.")
HELD = tr("The case is on legal hold, so nothing of it can be deleted. Lift the hold first, if you may.")


class GiveDialog(AskDialog):
    """``with_client`` is whether what names the client goes along; it does not unless somebody says so."""

    def __init__(self, view: CaseView, parent: QWidget) -> None:
        super().__init__(
            tr("Give case {reference} to co-counsel").format(reference=view.line.matter.reference),
            tr("Choose a passphrase …"),
            parent,
        )
        self.column.addWidget(label(GIVEN))
        self.with_client = QCheckBox(WITH_CLIENT)
        self.column.addWidget(self.with_client)
        if view.file is None:
            self.with_client.hide()
            self.column.addWidget(label(NO_CLIENT, "muted"))
        self.column.addWidget(self.buttons)


class PurgeDialog(AskDialog):
    """What goes with a case; its number has to be typed before the button works."""

    def __init__(self, matter: Matter, plan: PurgePlan, parent: QWidget) -> None:
        super().__init__(
            tr("Delete case {reference} for good").format(reference=matter.reference), tr("Delete for good"), parent
        )
        self.going = label(what_goes(plan))
        self.column.addWidget(self.going)
        words = label(HELD if plan.held else FOR_GOOD, "strong")
        set_role(words, state="caution")
        self.column.addWidget(words)
        self.number = QLineEdit()
        self.number.setPlaceholderText(tr("Type {reference} to delete it").format(reference=matter.reference))
        self.number.setAccessibleName(tr("File number of the case to delete"))
        self.number.setVisible(not plan.held)
        self.column.addWidget(self.number)
        self.column.addWidget(self.buttons)
        self.yes.setEnabled(False)
        self.number.textChanged.connect(lambda typed: self.yes.setEnabled(typed.strip() == matter.reference))


def what_goes(plan: PurgePlan) -> str:
    """A purge in a sentence or two."""
    parts = [
        counted(len(plan.lines), tr("analysis"), tr("analyses")),
        counted(plan.letters, tr("de-identified letter"), tr("de-identified letters")),
        counted(plan.notes, tr("note on analyses"), tr("notes on analyses")),
    ]
    words = tr("{join} and {parts} would go").format(join=", ".join(parts[:-1]), parts=parts[-1])
    words += tr(", with the client's data, the facts and the notes kept with the case.") if plan.case_files else "."
    if plan.backups:
        words += tr(" A fresh backup is made, and {backups} deleted with them.").format(
            backups=counted(plan.backups, tr("older one"), tr("older ones"))
        )
    return words


class CaseLeaving(QObject):
    """``given`` and ``gone`` carry a line for the status bar; after ``gone`` the case is there no more."""

    given = Signal(str)
    gone = Signal(str)

    def __init__(self, application: Application, runner: TaskRunner, window: QWidget) -> None:
        super().__init__(window)
        self._matters, self._retention = application.matters, application.retention
        self._shortest, self._runner, self._window = application.shortest_passphrase, runner, window

    # --- to co-counsel ----------------------------------------------------------------------------------------------

    def ask_give(self, view: CaseView) -> None:
        """Ask what goes along, for a passphrase, and for a place."""
        dialog = GiveDialog(view, self._window)
        if not dialog.exec():
            return
        passphrase = PassphraseDialog(Purpose.SHARE, shortest=self._shortest, parent=self._window)
        if not passphrase.exec():
            return
        chosen, _ = QFileDialog.getSaveFileName(
            self._window,
            tr("Give to co-counsel"),
            f"case-{view.line.matter.id[:8]}.nexusmatter",
            tr("Matters (*.nexusmatter)"),
        )
        if chosen:
            with_client = dialog.with_client.isChecked()
            self.give(view.line.matter, Path(chosen), passphrase.passphrase, with_client=with_client)

    def give(self, matter: Matter, path: Path, passphrase: str, *, with_client: bool) -> None:
        """Write the file."""
        matters = self._matters

        def job(progress: Progress, cancelled: CancelFlag) -> None:
            matters.give(matter.id, path, passphrase, progress, cancelled, with_client=with_client)

        self._runner.run(
            job, lambda _nothing: self.given.emit(tr("The case was written to {name}.").format(name=path.name))
        )

    # --- for good ---------------------------------------------------------------------------------------------------

    def ask_purge(self, matter: Matter) -> None:
        """Show what would go, and ask."""
        self.plan(matter, lambda plan: self._ask_purge(matter, plan))

    def plan(self, matter: Matter, then: Callable[[PurgePlan], None]) -> None:
        """A dry run."""
        retention, scope = self._retention, PurgeScope(PurgeCause.MATTER, matter.id)
        self._runner.run(lambda _progress, _cancelled: retention.plan(scope), then)

    def _ask_purge(self, matter: Matter, plan: PurgePlan) -> None:
        if PurgeDialog(matter, plan, self._window).exec():
            self.purge(matter, plan)

    def purge(self, matter: Matter, plan: PurgePlan) -> None:
        """Delete what the plan names, and nothing else."""
        retention = self._retention
        self._runner.run(
            lambda progress, cancelled: retention.purge(plan, progress, cancelled),
            lambda purged: self._purged(matter, purged),
        )

    def _purged(self, matter: Matter, purged: Purged) -> None:
        rest = "" if purged.clean else tr(" Journal and older backups are cleared at the next start.")
        many = counted(purged.analyses, tr("analysis"), tr("analyses"))
        told = tr("told in entry {entry:,}").format(entry=purged.entry)
        self.gone.emit(
            tr("Case {reference} was deleted for good with {many}, {told}.{rest}").format(
                reference=matter.reference, many=many, told=told, rest=rest
            )
        )
