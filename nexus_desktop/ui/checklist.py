"""What the letter itself supplies, as a checklist: each element with the words that show it, or "not found"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLabel

from nexus_desktop.models import wording
from nexus_desktop.ui.evidence_map import element_evidence
from nexus_desktop.ui.icons import Icon, picture
from nexus_desktop.ui.item_card import FindingFrame, heading_row

if TYPE_CHECKING:
    from nexus_desktop.models.analysis_models import NexusAnalysisResult
    from nexus_desktop.ui.theme import Theme


class ElementRow(FindingFrame):
    """One element."""

    def __init__(self, theme: Theme, name: str, result: NexusAnalysisResult) -> None:
        super().__init__("item")
        self._theme = theme
        elements = result.compliance.elements
        lines = dict(zip(dict(elements), wording.element_words(elements), strict=True))
        title, words, self.present = lines[name]
        self.setAccessibleName(f"{title}: {words}")
        self._sign = QLabel()
        self.column.addLayout(heading_row(self._sign, title, words))
        self.add_quotes(element_evidence(result, elements, name))
        theme.changed.connect(self._repaint)
        self._repaint()

    @Slot()
    def _repaint(self) -> None:
        scheme = self._theme.scheme
        name, colour = (Icon.GOOD, scheme.good) if self.present else (Icon.MISSING, scheme.bad)
        self._sign.setPixmap(picture(name, colour))
