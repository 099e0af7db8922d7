"""The Compliance tab: the level in force, what it removes, and how much was removed so far."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from nexus_desktop.models import wording
from nexus_desktop.models.letter_models import Level
from nexus_desktop.services.compliance import CategoryLine, Compliance, ComplianceState
from nexus_desktop.ui.paged_model import Column, PagedModel
from nexus_desktop.ui.table import table
from nexus_desktop.ui.tasks import TaskRunner
from nexus_desktop.ui.theme import LARGE, SMALL, WIDE
from nexus_desktop.ui.widgets import Figure, figures, label

ABOUT = (
    "Detectors miss things. Nothing counts as reviewed until you have looked through it, and no level is a promise "
    "that a text satisfies HIPAA: it says which types of identifiers are looked for and removed."
)


class ComplianceTab(QWidget):
    """``level_changed`` after another level was put in force."""

    level_changed = Signal(object)

    def __init__(self, compliance: Compliance, runner: TaskRunner) -> None:
        super().__init__()
        self._compliance, self._runner = compliance, runner
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        layout.setSpacing(LARGE)
        self.removed, self.letters, self.policy = Figure("identifiers removed"), Figure("letters kept"), Figure("rules")
        layout.addLayout(figures(self.removed, self.letters, self.policy))
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        self.level = QComboBox()
        for level in Level:
            self.level.addItem(wording.LEVEL[level], level)
        self.level.activated.connect(self._choose)
        name = label("Level for new letters", "strong", wrap=False)
        name.setBuddy(self.level)
        self.level.setAccessibleName("Level for new letters")
        row.addWidget(name)
        row.addWidget(self.level)
        self.locked = label("", "muted", wrap=False)
        row.addWidget(self.locked)
        row.addStretch(1)
        layout.addLayout(row)
        layout.addWidget(label(ABOUT, "muted"))
        self.model: PagedModel[CategoryLine] = PagedModel(
            [
                Column("Identifier", lambda line: line.title),
                Column("Removed from level", lambda line: line.level.value),
                Column("At this level", lambda line: "removed" if line.removed else "stays"),
                Column("Removed so far", lambda line: f"{line.count:,}", number=True),
            ],
            None,
            self,
        )
        layout.addWidget(table(self.model, "Kinds of identifiers", stretched=0), 1)

    @Slot()
    def refresh(self) -> None:
        """Count again."""
        self._runner.run(lambda _progress, _cancelled: self._compliance.state(), self._show)

    @Slot()
    def _choose(self) -> None:
        level = Level(self.level.currentData())  # Qt keeps the word, not the member
        self._runner.run(lambda _progress, _cancelled: self._compliance.choose_level(level), self._chosen)

    def _chosen(self, state: ComplianceState) -> None:
        self._show(state)
        self.level_changed.emit(state.level)

    def _show(self, state: ComplianceState) -> None:
        self.level.setCurrentIndex(list(Level).index(state.level))
        self._show_lock(state)
        self.removed.show_value(f"{state.redactions:,}")
        self.letters.show_value(f"{state.analyses:,}")
        self.policy.show_value(state.policy_version)
        self.model.show_rows(state.categories)

    def _show_lock(self, state: ComplianceState) -> None:
        """What the firm has fixed can be seen, not chosen, and says who fixed it."""
        reason = state.locked.reason if state.locked else ""
        self.level.setEnabled(len(state.allowed_levels) > 1)
        self.level.setToolTip(reason)
        self.level.setAccessibleDescription(reason)
        self.locked.setText(f"Locked. {reason}" if len(state.allowed_levels) == 1 else reason)
        model = self.level.model()
        assert isinstance(model, QStandardItemModel)  # noqa: S101 - what a combo box makes for itself
        for row, level in enumerate(Level):
            model.item(row).setEnabled(level in state.allowed_levels)
