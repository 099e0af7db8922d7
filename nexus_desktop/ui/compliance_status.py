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
from nexus_desktop.ui.translation import said, tr
from nexus_desktop.ui.widgets import card, label

WORDS = {IndicatorState.GOOD: "good", IndicatorState.NOTICE: tr("to note"), IndicatorState.BAD: "bad"}
ABOUT = tr("Nothing here is said because it was meant to be so: each line was opened, read or tried when you see it.")


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
                Column(tr("State"), lambda one: WORDS[one.state], icon=self._icon),
                Column(tr("What was looked at"), lambda one: tr(one.title)),
                Column(tr("Found"), lambda one: said(one)),
                Column(tr("When"), lambda one: ago(one.at, datetime.now(UTC)), tip=lambda one: exact(one.at)),
            ],
            None,
            self,
        )
        self.view = table(self.model, tr("How things stand"), stretched=2)
        self.view.selectionModel().currentRowChanged.connect(self._selected)
        layout.addWidget(self.view, 1)
        frame, details = card()
        self.words = label(tr("Choose a line to read all of it."), "muted")
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
            self.words.setText(
                tr("{title}: {words}\n{sentence}\nLooked at {at}").format(
                    title=tr(one.title), words=WORDS[one.state], sentence=said(one), at=exact(one.at)
                )
            )


def in_words(indicators: tuple[Indicator, ...]) -> tuple[str, str]:
    """What the figure of the tab says, and its state."""
    bad = sum(one.state is IndicatorState.BAD for one in indicators)
    noted = sum(one.state is IndicatorState.NOTICE for one in indicators)
    if bad:
        return tr("{bad} bad").format(bad=bad), "bad"
    return (tr("{noted} to note").format(noted=noted), "caution") if noted else (tr("all good"), "good")
