"""The findings of a review as a list: what is asked comes first, each row with the sign of its state."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from nexus_desktop.models.letter_models import Finding, PhiCategory, Verdict
from nexus_desktop.ui.icons import Icon, icon
from nexus_desktop.ui.translation import tr
from nexus_desktop.ui.widgets import plain_tip

if TYPE_CHECKING:
    from nexus_desktop.services.review import Review
    from nexus_desktop.services.review_steps import Choice
    from nexus_desktop.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
SURENESS = ((0.85, tr("quite sure")), (0.6, tr("fairly sure")), (0.0, tr("not sure")))
CHOICES: dict[Choice, str] = {True: tr("will be removed"), False: tr("stays in the letter"), None: tr("please decide")}


class FindingsModel(QAbstractListModel):
    """Rows of a Review. ``kinds`` narrows them to one category, ``undecided_only`` to what is left to decide."""

    def __init__(self, theme: Theme, titles: dict[PhiCategory, str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme, self._titles = theme, titles
        self._review: Review | None = None
        self._rows: list[Finding] = []
        self._places: dict[Finding, int] = {}
        self.category: PhiCategory | None = None
        self.undecided_only = False
        theme.changed.connect(self._repaint)

    # --- what Qt asks -----------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid() or self._review is None:
            return None
        finding = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{self.words(finding)}\n{self.title(finding)} · {CHOICES[self._review.choice(finding)]}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(finding)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(f"{self.words(finding)}\n{self.tip(finding)}")
        if role == Qt.ItemDataRole.DecorationRole:
            return self._icon(self._review.choice(finding))
        return None

    def _icon(self, choice: Choice) -> Any:  # noqa: ANN401
        scheme = self._theme.scheme
        looks = {
            True: (Icon.REMOVE, scheme.muted),
            False: (Icon.KEEP, scheme.info),
            None: (Icon.QUESTION, scheme.caution),
        }
        return icon(*looks[choice])

    def _repaint(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    # --- words ------------------------------------------------------------------------------------------------------

    def words(self, finding: Finding) -> str:
        """The words in question, on one line. PHI."""
        return " ".join(self._review.text_of(finding).split()) if self._review is not None else ""

    def title(self, finding: Finding) -> str:
        """What kind of identifier it is."""
        return self._titles.get(finding.category, finding.category.value)

    @staticmethod
    def reason(finding: Finding) -> str:
        """Why it is here, and how sure that is."""
        sure = next(words for least, words in SURENESS if finding.score >= least)
        return f"{finding.reason or 'found by its form'} ({sure})"

    def tip(self, finding: Finding) -> str:
        """Kind, reason and confidence, without the words."""
        return f"{self.title(finding)}: {self.reason(finding)}"

    def spoken(self, finding: Finding) -> str:
        """The row as a screen reader says it."""
        choice = CHOICES[self._review.choice(finding)] if self._review is not None else ""
        return f"{self.words(finding)}. {self.title(finding)}, {self.reason(finding)}. {choice.capitalize()}."

    # --- rows -------------------------------------------------------------------------------------------------------

    def show(self, review: Review) -> None:
        """Take up a review, all of it."""
        self._review = review
        self.category, self.undecided_only = None, False
        self.refresh()

    def refresh(self) -> None:
        """Show rows and states as they are now. What was asked stays on top when it is decided."""
        if self._review is None:
            return
        rows = [one for one in self._review.findings() if self._is_wanted(one)]
        rows.sort(key=lambda one: one.verdict is not Verdict.ASK)
        if rows != self._rows:
            self.beginResetModel()
            self._rows = rows
            self._places = {one: row for row, one in enumerate(rows)}
            self.endResetModel()
        else:
            self._repaint()

    def _is_wanted(self, finding: Finding) -> bool:
        if self._review is not None and self.undecided_only and self._review.choice(finding) is not None:
            return False
        return self.category is None or finding.category is self.category

    def counts(self) -> Counter[PhiCategory]:
        """How many findings there are of each kind, whatever is shown."""
        return Counter(one.category for one in self._review.findings()) if self._review is not None else Counter()

    def finding(self, row: int) -> Finding | None:
        """The finding of a row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, finding: Finding | None) -> int | None:
        """The row of a finding; None where it is not shown."""
        return self._places.get(finding) if finding is not None else None

    def after(self, finding: Finding | None, *, backwards: bool = False) -> Finding | None:
        """The next row, going round at the ends."""
        if not self._rows:
            return None
        row = self.row_of(finding)
        if row is None:
            return self._rows[-1 if backwards else 0]
        return self._rows[(row + (-1 if backwards else 1)) % len(self._rows)]

    def next_undecided(self, finding: Finding | None) -> Finding | None:
        """The next row that is to be decided, going round; then one that the filter hides."""
        if self._review is None:
            return None
        row = self.row_of(finding)
        start = 0 if row is None else row + 1
        ring = [*self._rows[start:], *self._rows[:start]]
        shown = (one for one in ring if self._review.choice(one) is None)
        return next(shown, None) or next(iter(self._review.undecided()), None)
