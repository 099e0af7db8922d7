"""Search over everything that is kept: one field, one list, Enter opens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from nexus_desktop.models import wording
from nexus_desktop.models.case_file import CaseHit
from nexus_desktop.ui.icons import Icon, icon
from nexus_desktop.ui.lists import LineList
from nexus_desktop.ui.side_page import SidePage
from nexus_desktop.ui.theme import LARGE, MEDIUM, SMALL, Theme
from nexus_desktop.ui.translation import tr
from nexus_desktop.ui.verdict_card import STATES
from nexus_desktop.ui.widgets import Choice, label, plain_tip

if TYPE_CHECKING:
    from nexus_desktop.models.records import Matter
    from nexus_desktop.models.search_models import SearchHit

Index = QModelIndex | QPersistentModelIndex
TEACHES = tr(
    "Type a word to search every kept letter, its findings, and your notes.\n\n"
    "knee service – both words are there\n"
    "“claims file” – the phrase, in quotation marks\n"
    "hear* – every word that begins so\n"
    "2026-014 – the case with this number\n\n"
    "Names and other identifiers were removed before anything was kept, so they are not found."
)
NOTHING = tr("Nothing that is kept has all of this. Try fewer words, or a beginning with a star: hear*")


@dataclass(frozen=True, slots=True)
class Hits:
    """What a search gave: cases first, then analyses; ``count`` of these, of which the best are here."""

    text: str
    cases: tuple[CaseHit, ...]
    analyses: tuple[SearchHit, ...]
    count: int
    ranked: bool
    cut: bool

    def in_words(self) -> str:
        """How many, and in which order."""
        total = self.count + len(self.cases)
        if not total:
            return tr("Nothing found")
        order = tr("best first") if self.ranked else tr("newest first")
        shown = (
            tr(", the first {analyses} shown; add a word").format(analyses=len(self.analyses))
            if self.count > len(self.analyses)
            else ""
        )
        return tr("{total:,}{more} found, {order}{shown}").format(
            total=total, more=tr(" or more") if self.cut else "", order=order, shown=shown
        )


def emphasised(hit: SearchHit | CaseHit) -> str:
    """An excerpt with what was searched for in brackets a reader of plain text sees."""
    text, last, parts = hit.excerpt.text, 0, []
    for start, end in hit.excerpt.marked:
        parts += [text[last:start], "»", text[start:end], "«"]
        last = end
    return "".join([*parts, text[last:]])


class HitModel(QAbstractListModel):
    """Rows of what was found."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: list[SearchHit | CaseHit] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid():
            return None
        hit = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{_title(hit)}\n{emphasised(hit)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(emphasised(hit))
        if role == Qt.ItemDataRole.DecorationRole:
            if isinstance(hit, CaseHit):
                return icon(Icon.CASE, self._theme.scheme.info)
            name, colour = STATES[hit.line.strength]
            return icon(name, getattr(self._theme.scheme, colour))
        return None

    def show(self, hits: Sequence[SearchHit | CaseHit]) -> None:
        """Show exactly these."""
        self.beginResetModel()
        self._rows = list(hits)
        self.endResetModel()

    def hit(self, index: Index) -> SearchHit | CaseHit | None:
        """What was found in a row."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None


def _title(hit: SearchHit | CaseHit) -> str:
    if isinstance(hit, CaseHit):
        return tr("Case {reference}").format(reference=hit.matter.reference)
    line, at = hit.line, hit.line.created_at.astimezone()
    verdict = f"{wording.STRENGTH[line.strength]}, {line.overall_score}"
    return f"{line.condition or 'Condition not named'} · {verdict} · {at:%b} {at.day}, {at:%Y}"


class SearchPage(SidePage):
    """``analysis_chosen`` carries an id, ``case_chosen`` a Matter; ``scope_changed`` when another place is to be
    searched."""

    analysis_chosen = Signal(str)
    case_chosen = Signal(object)
    scope_changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(tr("Search"))
        self.offer(tr("Open"), ready=False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        layout.setSpacing(SMALL)
        row = QHBoxLayout()
        row.setSpacing(MEDIUM)
        row.addWidget(label(tr("Search"), "title", wrap=False))
        self.scope = Choice(tr("Where to search"))
        self.scope.activated.connect(self.scope_changed)
        row.addStretch(1)
        row.addWidget(self.scope)
        layout.addLayout(row)
        self.outcome = label("", "muted")
        layout.addWidget(self.outcome)
        self.model = HitModel(theme, self)
        self.list = LineList(theme, tr("What was found"), TEACHES)
        self.list.setModel(self.model)
        self.list.activated.connect(self.go_on)
        self.list.clicked.connect(self._look_ready)
        self.list.selectionModel().currentChanged.connect(self._look_ready)
        layout.addWidget(self.list, 1)
        self.show_scope(None)

    @property
    def matter_id(self) -> str | None:
        """The case that is searched; None for everything."""
        chosen = self.scope.currentData()
        return None if chosen is None else str(chosen)

    def show_scope(self, matter: Matter | None) -> None:
        """Offer the case that is chosen beside everything; everything is searched until a person says otherwise."""
        self.scope.clear()
        self.scope.addItem(tr("Everything"), None)
        if matter is not None:
            self.scope.addItem(tr("Only case {reference}").format(reference=matter.reference), matter.id)
        self.scope.setVisible(matter is not None)

    def show_hits(self, hits: Hits) -> None:
        """Show what was found."""
        self.model.show([*hits.cases, *hits.analyses])
        self.list.set_hint(NOTHING if hits.text.strip() else TEACHES)
        self.outcome.setText(hits.in_words() if hits.text.strip() else "")
        if self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(0))
        self._look_ready()

    @Slot()
    def _look_ready(self) -> None:
        hit = self.model.hit(self.list.currentIndex())
        self.offer(tr("Open case") if isinstance(hit, CaseHit) else tr("Open"), ready=hit is not None)

    @Slot()
    def go_on(self) -> None:
        """Open what is chosen."""
        hit = self.model.hit(self.list.currentIndex())
        if isinstance(hit, CaseHit):
            self.case_chosen.emit(hit.matter)
        elif hit is not None:
            self.analysis_chosen.emit(hit.line.id)
