"""One line that says whether monitoring programs may ask on this machine, and a button that changes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout

from nexus_desktop.ui.theme import MEDIUM
from nexus_desktop.ui.translation import said, tr
from nexus_desktop.ui.widgets import button, label

if TYPE_CHECKING:
    from nexus_desktop.services.endpoint_switch import EndpointState, EndpointSwitch
    from nexus_desktop.ui.tasks import TaskRunner

OFF = tr("Health for monitoring programs is off: nothing listens on this machine.")


class EndpointCard(QFrame):
    """The health endpoint as a switch."""

    def __init__(self, switch: EndpointSwitch, runner: TaskRunner) -> None:
        super().__init__()
        self._switch, self._runner = switch, runner
        self.setProperty("role", "card")
        row = QHBoxLayout(self)
        row.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, MEDIUM)
        self.words = label(OFF, "muted")
        self.toggle = button(tr("Switch on"))
        self.toggle.clicked.connect(self._toggle)
        row.addWidget(self.words, 1)
        row.addWidget(self.toggle)

    @Slot()
    def start(self) -> None:
        """Listen where that was chosen before."""
        self._runner.run(lambda _progress, _cancelled: self._switch.start_if_chosen(), self._show)

    @Slot()
    def _toggle(self) -> None:
        on = not self._switch.state().on
        self.toggle.setEnabled(False)
        self._runner.run(lambda _progress, _cancelled: self._switch.switch(on), self._show, self._failed)

    def _show(self, state: EndpointState) -> None:
        reason = state.locked.reason if state.locked else ""
        self.toggle.setEnabled(not reason)
        self.toggle.setToolTip(reason)
        locked = tr(" Locked. {reason}").format(reason=reason) if reason else ""
        self.toggle.setText(tr("Switch off") if state.on else tr("Switch on"))
        if state.on:
            self.words.setText(
                tr(
                    "Monitoring programs on this machine may ask {address} with the token in "
                    "{token_file}. It tells codes and counts, nothing of any letter.{locked}"
                ).format(address=state.address, token_file=state.token_file, locked=locked)
            )
        else:
            self.words.setText((said(state.problem) if state.problem else OFF) + locked)

    def _failed(self, error: Exception) -> None:
        self._show(self._switch.state())
        self._runner.failed.emit(error)
