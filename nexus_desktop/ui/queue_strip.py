"""How far the letters on the desk are read, while several are: with a button to pause and one to try again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nexus_desktop.ui.desk import DeskModel, Stage
from nexus_desktop.ui.flow_row import FlowRow
from nexus_desktop.ui.icons import Icon, icon
from nexus_desktop.ui.theme import TINY, Theme
from nexus_desktop.ui.translation import tr
from nexus_desktop.ui.widgets import button, label

if TYPE_CHECKING:
    from nexus_desktop.ui.reading_queue import ReadingQueue


def time_left(seconds: float) -> str:
    """About how long, as a person would say it."""
    minutes = round(seconds / 60)
    if minutes < 1:
        return tr("Less than a minute left")
    return tr("About a minute left") if minutes == 1 else tr("About {minutes} minutes left").format(minutes=minutes)


class QueueStrip(QWidget):
    """``pause_wanted`` carries whether to pause; ``retry_wanted`` asks for every letter that failed."""

    pause_wanted = Signal(bool)
    retry_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._paused = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(TINY)
        self.words = label("", "muted")
        layout.addWidget(self.words)
        self.pause = button(tr("Pause"), tip=tr("The letter being read is read to its end"))
        self.retry = button(tr("Try failed again"))
        self.pause.clicked.connect(lambda: self.pause_wanted.emit(not self._paused))
        self.retry.clicked.connect(self.retry_wanted)
        layout.addLayout(FlowRow(self.pause, self.retry))
        theme.changed.connect(self._repaint)
        self._repaint()
        self.hide()

    def show_queue(self, desk: DeskModel, queue: ReadingQueue) -> None:
        """Say how many are read; nothing, where there is nothing to pause and nothing to try again."""
        stages = [letter.stage for letter in desk.letters]
        failed = stages.count(Stage.FAILED)
        left = stages.count(Stage.WAITING) + stages.count(Stage.READING)
        self.setVisible(queue.waiting > 0 or failed > 1)
        words = tr("{read} of {all} read").format(read=len(stages) - left - failed, all=len(stages))
        if failed:
            words += tr(", {failed} could not be read").format(failed=failed)
        if queue.paused and queue.waiting:
            words += ". Paused"
        elif queue.seconds_left is not None:
            words += f". {time_left(queue.seconds_left)}"
        self.words.setText(words)
        self.setAccessibleName(words)
        self._paused = queue.paused
        self.pause.setText(tr("Go on") if queue.paused else tr("Pause"))
        self.pause.setVisible(queue.waiting > 0)
        self.retry.setVisible(failed > 1)
        self._repaint()

    @Slot()
    def _repaint(self) -> None:
        colour = self._theme.scheme.text
        self.pause.setIcon(icon(Icon.GO_ON if self._paused else Icon.PAUSE, colour))
        self.retry.setIcon(icon(Icon.REFRESH, colour))
