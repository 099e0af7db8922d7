"""Named checks, each with what to do where it is not well: the first page of the Health tab."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nexus_desktop.services.health import CheckResult, Health, HealthReport
from nexus_desktop.ui.icons import Icon, icon
from nexus_desktop.ui.paged_model import Column, PagedModel
from nexus_desktop.ui.table import table
from nexus_desktop.ui.theme import LARGE, Theme
from nexus_desktop.ui.translation import said, tr, worded
from nexus_desktop.ui.widgets import button, card, label

if TYPE_CHECKING:
    from nexus_desktop.ui.endpoint_card import EndpointCard

WORDS = {
    Health.OK: tr("well"),
    Health.NOT_CHECKED: tr("not checked"),
    Health.WARNING: tr("warning"),
    Health.FAILURE: tr("failing"),
}


def in_short(report: HealthReport) -> str:
    """What the corner of the window says."""
    failing = sum(check.health is Health.FAILURE for check in report.checks)
    warnings = sum(check.health is Health.WARNING for check in report.checks)
    if failing:
        return tr("{count} failing").format(count=failing)
    if warnings:
        return tr("1 warning") if warnings == 1 else tr("{warnings} warnings").format(warnings=warnings)
    return tr("All well")


class ChecksPage(QWidget):
    """A table of checks, and the words of the one that is chosen."""

    def __init__(self, theme: Theme, endpoint: EndpointCard) -> None:
        super().__init__()
        self._theme = theme
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(LARGE)
        self.model: PagedModel[CheckResult] = PagedModel(
            [
                Column(tr("State"), lambda check: WORDS[check.health], icon=self._icon),
                Column(tr("Check"), lambda check: tr(check.title)),
                Column(tr("Found"), lambda check: said(check)),
                Column(tr("Took"), lambda check: f"{check.milliseconds:,.0f} ms", number=True),
            ],
            None,
            self,
        )
        self.view = table(self.model, tr("Health checks"), stretched=2)
        self.view.selectionModel().currentRowChanged.connect(self._selected)
        layout.addWidget(self.view, 1)
        frame, details = card()
        self.words = label(tr("Choose a check to see what to do."), "muted")
        self.mend = button("")
        self.mend.clicked.connect(self._mend)
        self.mend.hide()
        self._offers: dict[str, tuple[str, Callable[[], None]]] = {}
        self._code = ""
        row = QHBoxLayout()
        row.addWidget(self.words, 1)
        row.addWidget(self.mend)
        details.addLayout(row)
        layout.addWidget(frame)
        layout.addWidget(endpoint)

    def offer(self, code: str, words: str, action: Callable[[], None]) -> None:
        """Show a button beside a finding with this code."""
        self._offers[code] = words, action

    @Slot()
    def _mend(self) -> None:
        _, action = self._offers[self._code]
        action()

    def show_report(self, report: HealthReport) -> None:
        """Show the checks of one run, the worst on top; the first is chosen where it is not well."""
        before = self.model.row(self.view.currentIndex())
        checks = sorted(report.checks, key=lambda check: list(Health).index(check.health), reverse=True)
        self.model.show_rows(checks)
        if report.overall in (Health.WARNING, Health.FAILURE):
            self.view.selectRow(0)
        elif before is not None:  # whose words, else, would still tell of the run before
            self.view.selectRow([check.name for check in checks].index(before.name))

    def _icon(self, check: CheckResult) -> object:
        scheme = self._theme.scheme
        looks = {
            Health.OK: (Icon.GOOD, scheme.good),
            Health.NOT_CHECKED: (Icon.QUESTION, scheme.muted),
            Health.WARNING: (Icon.CAUTION, scheme.caution),
            Health.FAILURE: (Icon.BAD, scheme.bad),
        }
        return icon(*looks[check.health])

    @Slot(QModelIndex, QModelIndex)
    def _selected(self, current: QModelIndex, _previous: QModelIndex) -> None:
        check = self.model.row(current)
        self._code = check.code if check is not None else ""
        self.mend.setVisible(self._code in self._offers)
        if self._code in self._offers:
            self.mend.setText(self._offers[self._code][0])
        if check is not None:
            mend = worded(check.mend) or tr("Nothing needs to be done.")
            self.words.setText(
                tr("{title}\n{sentence}\n{mend}\nCode: {code}").format(
                    title=tr(check.title), sentence=said(check), mend=mend, code=check.code
                )
            )
