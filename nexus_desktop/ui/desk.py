"""The letters on the desk: what each is, how far it has come, and the list that shows them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from nexus_desktop.models import wording
from nexus_desktop.models.letter_models import ClientFields, Level
from nexus_desktop.ui.icons import Icon, icon
from nexus_desktop.ui.translation import tr
from nexus_desktop.ui.verdict_card import look
from nexus_desktop.ui.widgets import plain_tip

if TYPE_CHECKING:
    from nexus_desktop.models.errors import NexusError
    from nexus_desktop.models.records import AnalysisRecord, Matter
    from nexus_desktop.services.analyze_letter import Outcome
    from nexus_desktop.services.review import Review
    from nexus_desktop.services.work_in_hand import UnfinishedLetter
    from nexus_desktop.ui.tasks import Task
    from nexus_desktop.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex


class Stage(StrEnum):
    """How far a letter has come."""

    WAITING = "waiting"
    READING = "reading"
    REVIEW = "review"
    ANALYZING = "analyzing"
    RESULT = "result"
    FAILED = "failed"


@dataclass(eq=False)
class DeskLetter:
    """One letter in hand. Holds PHI in memory, and goes with the window."""

    title: str
    stage: Stage = Stage.WAITING
    source: Path | str | None = field(default=None, repr=False)  # a file, or pasted text
    client: ClientFields = field(default_factory=ClientFields)
    matter: Matter | None = None  # the case it was added to
    review: Review | None = field(default=None, repr=False)
    outcome: Outcome | None = field(default=None, repr=False)
    record: AnalysisRecord | None = field(default=None, repr=False)
    error: NexusError | None = None
    seen_before: str | None = None
    level: Level | None = None  # as chosen before a restart; None: that of the policy
    left: UnfinishedLetter | None = field(default=None, repr=False)  # what was decided before a restart
    percent: int = 0  # how much of it is read
    task: Task | None = field(default=None, repr=False)

    def state(self) -> str:
        """What the list says of it: the case, and how far it has come."""
        return f"{self.matter.reference} · {self._state()}" if self.matter is not None else self._state()

    def _state(self) -> str:
        if self.stage is Stage.WAITING:
            return "waiting"
        if self.stage is Stage.READING:
            return tr("reading, {percent} %").format(percent=self.percent) if self.percent else "reading"
        if self.stage is Stage.ANALYZING:
            return "analyzing"
        if self.stage is Stage.FAILED:
            return tr("could not be read")
        if self.stage is Stage.REVIEW and self.review is not None:
            left = len(self.review.undecided())
            return tr("{left} to decide").format(left=left) if left else tr("ready to analyze")
        if self.record is not None:
            result = self.record.result
            doubt = tr(", in doubt") if wording.in_doubt(result.confidence, self.record.validation.status) else ""
            return f"{wording.STRENGTH[result.compliance.strength]}, {result.overall_score}{doubt}"
        return ""


class DeskModel(QAbstractListModel):
    """The letters on the desk, newest first."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._letters: list[DeskLetter] = []
        self._theme = theme

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._letters)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid():
            return None
        letter = self._letters[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{letter.title}\n{letter.state()}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(f"{letter.title}\n{letter.state()}")
        if role == Qt.ItemDataRole.DecorationRole:
            return self._icon(letter)
        return None

    def _icon(self, letter: DeskLetter) -> Any:  # noqa: ANN401
        scheme = self._theme.scheme
        if letter.stage is Stage.FAILED:
            return icon(Icon.BAD, scheme.bad)
        if letter.record is not None:
            result = letter.record.result
            name, role = look(result.compliance.strength, result.confidence, letter.record.validation.status)
            return icon(name, getattr(scheme, role))
        if letter.stage is Stage.REVIEW and letter.review is not None and letter.review.undecided():
            return icon(Icon.QUESTION, scheme.caution)
        if letter.stage is Stage.WAITING:
            return icon(Icon.WAITING, scheme.muted)
        return icon(Icon.ANALYZE, scheme.info)

    @property
    def letters(self) -> tuple[DeskLetter, ...]:
        """Every letter, from the top."""
        return tuple(self._letters)

    def add(self, *letters: DeskLetter, row: int = 0) -> QModelIndex:
        """Put letters on top, or at a row, in their order; the index of the first."""
        self.beginInsertRows(QModelIndex(), row, row + len(letters) - 1)
        self._letters[row:row] = letters
        self.endInsertRows()
        return self.index(row)

    def remove(self, letter: DeskLetter) -> None:
        """Take a letter off the desk."""
        row = self._letters.index(letter)
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._letters[row]
        self.endRemoveRows()

    def letter(self, index: Index) -> DeskLetter | None:
        """The letter at an index."""
        return self._letters[index.row()] if index.isValid() and index.row() < len(self._letters) else None

    def index_of(self, letter: DeskLetter) -> QModelIndex:
        """Where a letter lies; invalid if it was taken off."""
        return self.index(self._letters.index(letter)) if letter in self._letters else QModelIndex()

    def touch(self, letter: DeskLetter) -> None:
        """Show a letter anew."""
        index = self.index_of(letter)
        if index.isValid():
            self.dataChanged.emit(index, index)
