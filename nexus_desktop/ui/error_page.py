"""Failures of the past weeks, searchable, each with what to do: a page of the Health tab."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QTimer, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from nexus_desktop.ui.paged_model import Column, PagedModel
from nexus_desktop.ui.table import ago, exact, table
from nexus_desktop.ui.theme import LARGE, MEDIUM
from nexus_desktop.ui.translation import said, tr
from nexus_desktop.ui.widgets import button, card, empty_state, label

if TYPE_CHECKING:
    from nexus_desktop.services.error_log import ErrorLog, LoggedError
    from nexus_desktop.ui.tasks import TaskRunner

MOST = 500
TYPING_MILLISECONDS = 200


class ErrorPage(QWidget):
    """Reads the log in a job, when shown and while the person types."""

    def __init__(self, errors: ErrorLog, runner: TaskRunner) -> None:
        super().__init__()
        self._errors, self._runner = errors, runner
        self._typed = QTimer(self)
        self._typed.setSingleShot(True)
        self._typed.setInterval(TYPING_MILLISECONDS)
        self._typed.timeout.connect(self.refresh)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(LARGE)
        self.words = QLineEdit()
        self.words.setPlaceholderText(tr("Search by code, words, date or correlation id"))
        self.words.setAccessibleName(tr("Search failures"))
        self.words.setClearButtonEnabled(True)
        self.words.textChanged.connect(self._typed.start)
        layout.addWidget(self.words)
        self.model: PagedModel[LoggedError] = PagedModel(
            [
                Column(tr("When"), lambda one: ago(one.at, datetime.now(UTC)), tip=lambda one: exact(one.at)),
                Column(tr("Code"), lambda one: one.code),
                Column(tr("What happened"), lambda one: said(one)),
                Column(tr("Kind"), lambda one: one.category.replace("_", " ")),
            ],
            None,
            self,
        )
        self.view = table(self.model, tr("Failures"), stretched=2)
        self.view.selectionModel().currentRowChanged.connect(self._selected)
        self.pages = QStackedWidget()
        self.nothing = empty_state(
            tr("No failure is on record"), tr("Failures of the last 30 days would be listed here.")
        )
        self.pages.addWidget(self.nothing)
        self.pages.addWidget(self.view)
        layout.addWidget(self.pages, 1)
        self.details = self._details()
        layout.addWidget(self.details)

    def _details(self) -> QWidget:
        frame, details = card()
        self.told = label(tr("Choose a failure to see what to do."), "muted")
        details.addWidget(self.told)
        row = QHBoxLayout()
        row.setSpacing(MEDIUM)
        self.copy = button(tr("Copy code"), link=True)
        self.copy.setEnabled(False)
        self.copy.clicked.connect(self._copy)
        row.addWidget(self.copy)
        row.addStretch(1)
        details.addLayout(row)
        return frame

    @Slot()
    def refresh(self) -> None:
        """Read the log again."""
        errors, words = self._errors, self.words.text()
        self._runner.run(lambda _progress, _cancelled: errors.newest(MOST, words), self._show)

    def _show(self, found: list[LoggedError]) -> None:
        self.model.show_rows(found)
        nothing = not found and not self.words.text()
        self.pages.setCurrentWidget(self.nothing if nothing else self.view)
        self.details.setHidden(nothing)
        self._selected(QModelIndex(), QModelIndex())

    @Slot(QModelIndex, QModelIndex)
    def _selected(self, current: QModelIndex, _previous: QModelIndex) -> None:
        one = self.model.row(current)
        self.copy.setEnabled(one is not None)
        if one is None:
            self.told.setText(tr("Choose a failure to see what to do."))
            return
        again = tr(" Trying again may help.") if one.retryable else ""
        parts = [f"{one.sentence}", f"{one.next_step}{again}", tr("Code: {code}").format(code=one.code)]
        parts += [tr("Place in the program: {where}").format(where=one.where)] if one.where else []
        parts += (
            [tr("Correlation id: {correlation_id}").format(correlation_id=one.correlation_id)]
            if one.correlation_id
            else []
        )
        self.told.setText("\n".join(parts))

    @Slot()
    def _copy(self) -> None:
        one = self.model.row(self.view.currentIndex())
        if one is not None:
            QGuiApplication.clipboard().setText(f"{one.code} {one.correlation_id}".strip())
