"""Above the result: which findings the words marked in the letter are quoted for, each a link to it."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from nexus_desktop.ui.theme import MEDIUM, SMALL
from nexus_desktop.ui.translation import tr

if TYPE_CHECKING:
    from nexus_desktop.ui.evidence_map import Finding


class ServedStrip(QFrame):
    """``chosen`` carries the key of a finding. Hidden while no words are marked."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "strip")
        self.links = QLabel()
        self.links.setTextFormat(Qt.TextFormat.RichText)  # titles of the rubric only, never words of a letter
        self.links.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByKeyboard | Qt.TextInteractionFlag.LinksAccessibleByMouse
        )
        self.links.setWordWrap(True)
        self.links.linkActivated.connect(self.chosen)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MEDIUM, SMALL, MEDIUM, SMALL)
        layout.addWidget(self.links)
        self.hide()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Name them; none hides the strip."""
        links = " · ".join(f'<a href="{one.key}">{escape(one.title)}</a>' for one in findings)
        self.links.setText(tr("The marked words serve: {links}").format(links=links))
        self.links.setAccessibleName(tr("The marked words serve: ") + "; ".join(one.title for one in findings))
        self.setVisible(bool(findings))
