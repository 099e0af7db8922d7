"""The row of filters above the audit trail: event, person, time, and what it is about."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QDate, Signal, Slot
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QLineEdit, QWidget

from nexus_desktop.models.audit_query import AuditFilter
from nexus_desktop.ui.theme import SMALL
from nexus_desktop.ui.translation import tr
from nexus_desktop.ui.widgets import Choice, button

ANY, BETWEEN = tr("Any time"), tr("Between …")
DAYS = {tr("Today"): 1, tr("Last 7 days"): 7, tr("Last 30 days"): 30, tr("Last 12 months"): 365}


class AuditFilterRow(QWidget):
    """``changed`` carries the filter that is wanted now."""

    changed = Signal(object)

    def __init__(self, words: Mapping[str, str]) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        self.act, self.person, self.when = Choice(tr("Event")), Choice(tr("Person")), Choice(tr("Time"))
        self.since, self.until = QDateEdit(), QDateEdit()
        self.about = QLineEdit()
        self.clear = button(tr("Show all"), link=True)
        self.act.addItem(tr("All events"), None)
        for act, text in sorted(words.items(), key=lambda pair: pair[1]):
            self.act.addItem(text, str(act))
        self.person.addItem(tr("Everyone"), None)
        for text in (ANY, *DAYS, BETWEEN):
            self.when.addItem(text)
        self.about.setPlaceholderText(tr("Id of an analysis, import or matter"))
        named = {
            tr("From"): self.since,
            "To": self.until,
            tr("About"): self.about,
        }
        for name, edit in named.items():
            edit.setAccessibleName(name)
        for part in (self.act, self.person, self.when, self.since, self.until, self.about):
            row.addWidget(part, 1 if part is self.about else 0)
        row.addWidget(self.clear)
        for edit in (self.since, self.until):
            edit.setCalendarPopup(True)
            edit.setDisplayFormat("yyyy-MM-dd")
            edit.setDate(QDate.currentDate())
            edit.hide()
            edit.dateChanged.connect(self._changed)
        self.act.activated.connect(self._changed)
        self.person.activated.connect(self._changed)
        self.when.activated.connect(self._changed)
        self.about.editingFinished.connect(self._changed)
        self.clear.clicked.connect(self.reset)
        self.clear.hide()
        self._last = AuditFilter()

    def offer_people(self, people: list[str]) -> None:
        """Who can be chosen."""
        chosen = self.person.currentData()
        self.person.clear()
        self.person.addItem(tr("Everyone"), None)
        for name in people:
            self.person.addItem(name, name)
        self.person.setCurrentIndex(max(0, self.person.findData(chosen)))

    @Slot()
    def reset(self) -> None:
        """Show everything again."""
        self._set("")

    def follow(self, subject: str) -> None:
        """Show all that was done with one analysis, from import to export."""
        self._set(subject)

    def _set(self, subject: str) -> None:
        for choice in (self.act, self.person, self.when):
            choice.setCurrentIndex(0)
        self.about.setText(subject)
        self._changed()

    @Slot()
    def _changed(self) -> None:
        between = self.when.currentText() == BETWEEN
        self.since.setVisible(between)
        self.until.setVisible(between)
        wanted = self.wanted()
        self.clear.setVisible(bool(wanted))
        if wanted != self._last:
            self._last = wanted
            self.changed.emit(wanted)

    def wanted(self) -> AuditFilter:
        """The filter as it is set. Days begin at midnight in this machine's zone."""
        since = until = None
        text = self.when.currentText()
        if text == BETWEEN:
            since, until = _midnight(self.since.date()), _midnight(self.until.date().addDays(1))
        elif text in DAYS:
            since = _midnight(QDate.currentDate()) - timedelta(days=DAYS[text] - 1)
        about = self.about.text().strip() or None
        return AuditFilter(self.act.currentData(), self.person.currentData(), about, since, until)


def _midnight(day: QDate) -> datetime:
    return datetime.combine(date(day.year(), day.month(), day.day()), time()).astimezone()
