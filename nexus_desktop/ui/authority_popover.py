"""Statutes, rules and cases behind a finding: their names as links, their texts on hover, everything in a popover."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from nexus_desktop.ui.flow_row import FlowRow
from nexus_desktop.ui.theme import LARGE, SMALL, TINY
from nexus_desktop.ui.translation import tr
from nexus_desktop.ui.widgets import button, label, plain_tip

if TYPE_CHECKING:
    from nexus_desktop.models.authority_models import Authority

WIDTH = 420
SHOWN = 3  # links at once; the rest on demand
CHECKED = {
    "high": tr("The citation was checked against decisions that use it."),
    "medium": tr("Name, date and holding are confirmed; check volume and page before you cite it."),
}


def name_of(authority: Authority) -> str:
    """How an attorney calls it: a case by its caption, a section by its citation."""
    return authority.caption or authority.citation


class AuthorityPopover(QFrame):
    """All that is known of one authority. Escape closes it."""

    def __init__(self, authority: Authority, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._citation = authority.citation
        self.setProperty("role", "popover")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(f"{authority.citation}. {authority.holding}")
        self.setFixedWidth(WIDTH)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        layout.setSpacing(SMALL)
        layout.addWidget(label(authority.citation, "strong"))
        if authority.short != name_of(authority):
            layout.addWidget(label(authority.short.capitalize(), "muted"))
        layout.addWidget(label(authority.holding))
        layout.addWidget(label(tr("Status: {status}.").format(status=authority.status)))
        if authority.note:
            layout.addWidget(label(authority.note))
        layout.addWidget(label(CHECKED[authority.confidence], "muted"))
        row = QHBoxLayout()
        self.copy, self.close_button = button(tr("Copy citation")), button(tr("Close"))
        self.copy.clicked.connect(self._copy)
        self.close_button.clicked.connect(self.close)
        row.addStretch(1)
        row.addWidget(self.copy)
        row.addWidget(self.close_button)
        layout.addLayout(row)

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._citation)

    def show_at(self, widget: QWidget) -> None:
        """Open below a widget, inside its screen."""
        layout = self.layout()
        if layout is not None:
            self.setFixedHeight(layout.totalHeightForWidth(WIDTH))
        place = widget.mapToGlobal(QPoint(0, widget.height() + TINY))
        screen = widget.screen().availableGeometry()
        place.setX(max(screen.left(), min(place.x(), screen.right() - self.width())))
        if place.y() + self.height() > screen.bottom():
            place.setY(max(screen.top(), place.y() - self.height() - widget.height() - 2 * TINY))
        self.move(place)
        self.show()
        self.copy.setFocus()


class AuthorityLinks(QWidget):
    """A row of links, one for each authority that is known: the first ``shown`` at once, the rest on demand."""

    def __init__(self, ids: Iterable[str], authorities: Mapping[str, Authority], *, shown: int = SHOWN) -> None:
        super().__init__()
        self._known = [authorities[name] for name in ids if name in authorities]
        self.links: list[QPushButton] = []
        self._row = FlowRow(spacing=TINY, between=0)
        self.setLayout(self._row)
        left = len(self._known) - shown
        if left <= 1:
            self._add(len(self._known))
            return
        self._add(shown)
        self.more = button(
            tr("{left} more").format(left=left) if shown else tr("The law: {left} authorities").format(left=left),
            link=True,
        )
        self.more.setProperty("small", "true")
        self.more.setToolTip(plain_tip("\n".join(one.citation for one in self._known[shown:])))
        self.more.setAccessibleName(tr("Show {left} authorities").format(left=left))
        self.more.clicked.connect(self._show_all)
        self._row.addWidget(self.more)

    def _add(self, count: int) -> None:
        for one in self._known[len(self.links) : count]:
            link = button(name_of(one), tip=plain_tip(f"{one.citation}\n{one.holding}"), link=True)
            link.setProperty("small", "true")
            link.setAccessibleName(tr("Authority: {citation}").format(citation=one.citation))
            link.setAccessibleDescription(one.holding)
            link.clicked.connect(lambda _checked=False, chosen=one, at=link: AuthorityPopover(chosen, at).show_at(at))
            self.links.append(link)
            self._row.addWidget(link)

    @Slot()
    def _show_all(self) -> None:
        first = len(self.links)
        self._add(len(self._known))
        self.links[first].setFocus()
        self.more.hide()
