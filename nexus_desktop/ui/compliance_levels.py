"""What is removed: the level for new letters, every kind of identifier, and from which level on each goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nexus_desktop.models import wording
from nexus_desktop.models.letter_models import Level, PhiCategory
from nexus_desktop.ui.compliance_fields import LEVELS, Message, choice, choose, tight
from nexus_desktop.ui.paged_model import Column, PagedModel
from nexus_desktop.ui.table import table
from nexus_desktop.ui.theme import MEDIUM, SMALL
from nexus_desktop.ui.translation import tr
from nexus_desktop.ui.widgets import card, label

if TYPE_CHECKING:
    from nexus_desktop.models.compliance_record import CategoryLine
    from nexus_desktop.services.compliance import Compliance, ComplianceState
    from nexus_desktop.ui.tasks import TaskRunner

ABOUT = tr(
    "Detectors miss things. Nothing counts as reviewed until you have looked through it, and no level is a promise "
    "that a text satisfies HIPAA: it says which types of identifiers are looked for and removed."
)
CHOOSE = tr("Choose a kind to let its removal begin at an earlier level.")


class LevelsPage(QWidget):
    """``changed`` carries the state after another level or another beginning was put in force."""

    changed = Signal(object)

    def __init__(self, compliance: Compliance, runner: TaskRunner) -> None:
        super().__init__()
        self._compliance, self._runner = compliance, runner
        self._chosen: CategoryLine | None = None
        layout = QVBoxLayout(self)
        tight(layout)
        layout.setSpacing(MEDIUM)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        self.level = choice(tr("Level for new letters"), [(wording.LEVEL[level], level) for level in Level])
        self.level.activated.connect(self._choose_level)
        name = label(tr("&Level for new letters"), "strong", wrap=False)
        name.setBuddy(self.level)
        row.addWidget(name)
        row.addWidget(self.level)
        self.locked = label("", "muted", wrap=False)
        row.addWidget(self.locked)
        row.addStretch(1)
        layout.addLayout(row)
        layout.addWidget(label(ABOUT, "muted"))
        self.message = Message()
        layout.addWidget(self.message)
        self.model: PagedModel[CategoryLine] = PagedModel(
            [
                Column(tr("Identifier"), lambda line: tr(line.title)),
                Column(tr("Removed from level"), self._from_level),
                Column(tr("At this level"), lambda line: tr("removed") if line.removed else tr("stays")),
                Column(tr("Removed so far"), lambda line: f"{line.count:,}", number=True),
            ],
            None,
            self,
        )
        self.view = table(self.model, tr("Kinds of identifiers"), stretched=0)
        self.view.selectionModel().currentRowChanged.connect(self._selected)
        layout.addWidget(self.view, 1)
        layout.addWidget(self._details())

    def _details(self) -> QWidget:
        frame, column = card()
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        self.about = label(CHOOSE, "muted")
        self.begins = choice(tr("Remove it from this level on"), [])
        self.begins.activated.connect(self._begin)
        row.addWidget(self.about, 1)
        row.addWidget(self.begins)
        column.addLayout(row)
        self.begins.hide()
        return frame

    @staticmethod
    def _from_level(line: CategoryLine) -> str:
        return (
            line.level.value
            if line.level is line.shipped
            else tr("{level} (earlier than shipped)").format(level=line.level.value)
        )

    def show_state(self, state: ComplianceState) -> None:
        """Show levels and counts, the same kind chosen as before."""
        choose(self.level, state.level)
        self._show_lock(state)
        kept = self._chosen.category if self._chosen is not None else None
        self.model.show_rows(state.categories)
        self._show_line(None)
        for row, line in enumerate(state.categories):
            if line.category is kept:
                self.view.selectRow(row)

    def _show_lock(self, state: ComplianceState) -> None:
        """What the firm has fixed can be seen, not chosen, and says who fixed it."""
        reason = state.locked.reason if state.locked else ""
        self.level.setEnabled(len(state.allowed_levels) > 1)
        self.level.setToolTip(reason)
        self.level.setAccessibleDescription(reason)
        self.locked.setText(tr("Locked. {reason}").format(reason=reason) if len(state.allowed_levels) == 1 else reason)
        model = self.level.model()
        assert isinstance(model, QStandardItemModel)  # noqa: S101 - what a combo box makes for itself
        for row, level in enumerate(Level):
            model.item(row).setEnabled(level in state.allowed_levels)

    @Slot()
    def _choose_level(self) -> None:
        level = Level(self.level.currentData())  # Qt keeps the word, not the member
        self._runner.run(lambda _progress, _cancelled: self._compliance.choose_level(level), self.changed.emit)

    @Slot(QModelIndex, QModelIndex)
    def _selected(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self._show_line(self.model.row(current))

    def _show_line(self, line: CategoryLine | None) -> None:
        self._chosen = line
        self.begins.setVisible(line is not None)
        if line is None:
            self.about.setText(CHOOSE)
            return
        self.about.setText(
            tr("{title}: removed from this level on. A firm can let it begin earlier, never later.").format(
                title=tr(line.title)
            )
        )
        self.begins.clear()
        for level in Level:
            if level.rank <= line.shipped.rank:
                self.begins.addItem(LEVELS[level] + (tr(" (as shipped)") if level is line.shipped else ""), level)
        choose(self.begins, line.level)

    @Slot()
    def _begin(self) -> None:
        if self._chosen is None:
            return
        category, level = self._chosen.category, Level(self.begins.currentData())
        compliance = self._compliance

        def job(category: PhiCategory = category, level: Level = level) -> ComplianceState:
            compliance.rules.begin_at(category, level, compliance.rules.state())
            return compliance.state()

        self._runner.run(lambda _progress, _cancelled: job(), self._begun, self._failed)

    def _begun(self, state: ComplianceState) -> None:
        self.message.say(
            tr("Saved. It counts from the next letter on, and for open letters when they are searched again.")
        )
        self.changed.emit(state)

    def _failed(self, error: Exception) -> None:
        if not self.message.fail(error):
            self._runner.failed.emit(error)
