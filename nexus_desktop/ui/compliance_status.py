"""How things stand: each indicator with what was looked at just now and what was found."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QModelIndex, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nexus_desktop.models.compliance_record import Indicator, IndicatorState
from nexus_desktop.ui.compliance_fields import tight
from nexus_desktop.ui.icons import Icon, icon
from nexus_desktop.ui.paged_model import Column, PagedModel
from nexus_desktop.ui.table import ago, exact, table
from nexus_desktop.ui.theme import MEDIUM, Theme
from nexus_desktop.ui.widgets import card, label

WORDS = {IndicatorState.GOOD: "good", IndicatorState.NOTICE: "to note", IndicatorState.BAD: "bad"}
ABOUT = "Nothing here is said because it was meant to be so: each line was opened, read or tried when you see it."


class StatusPage(QWidget):
    """Shows Indicators."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        layout = QVBoxLayout(self)
        tight(layout)
        layout.setSpacing(MEDIUM)
        layout.addWidget(label(ABOUT, "muted"))
        self.model: PagedModel[Indicator] = PagedModel(
            [
                Column("State", lambda one: WORDS[one.state], icon=self._icon),
                Column("What was looked at", lambda one: one.title),
                Column("Found", lambda one: one.sentence),
                Column("When", lambda one: ago(one.at, datetime.now(UTC)), tip=lambda one: exact(one.at)),
            ],
            None,
            self,
        )
        self.view = table(self.model, "How things stand", stretched=2)
        self.view.selectionModel().currentRowChanged.connect(self._selected)
        layout.addWidget(self.view, 1)
        frame, details = card()
        self.words = label("Choose a line to read all of it.", "muted")
        details.addWidget(self.words)
        layout.addWidget(frame)

    def show_indicators(self, indicators: tuple[Indicator, ...]) -> None:
        """Show how things stand."""
        self.model.show_rows(indicators)

    def _icon(self, one: Indicator) -> object:
        scheme = self._theme.scheme
        looks = {
            IndicatorState.GOOD: (Icon.GOOD, scheme.good),
            IndicatorState.NOTICE: (Icon.INFO, scheme.caution),
            IndicatorState.BAD: (Icon.BAD, scheme.bad),
        }
        return icon(*looks[one.state])

    @Slot(QModelIndex, QModelIndex)
    def _selected(self, current: QModelIndex, _previous: QModelIndex) -> None:
        one = self.model.row(current)
        if one is not None:
            self.words.setText(f"{one.title}: {WORDS[one.state]}\n{one.sentence}\nLooked at {exact(one.at)}")


def in_words(indicators: tuple[Indicator, ...]) -> tuple[str, str]:
    """What the figure of the tab says, and its state."""
    bad = sum(one.state is IndicatorState.BAD for one in indicators)
    noted = sum(one.state is IndicatorState.NOTICE for one in indicators)
    if bad:
        return f"{bad} bad", "bad"
    return (f"{noted} to note", "caution") if noted else ("all good", "good")
