"""The pages of the first steps: what each says, what it asks, and the one job it gives when the person goes on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from nexus_desktop.models.errors import NexusError
from nexus_desktop.services.first_steps import Step
from nexus_desktop.ui.icons import Icon, picture
from nexus_desktop.ui.theme import MEDIUM, TINY, Theme, set_role
from nexus_desktop.ui.translation import tr
from nexus_desktop.ui.widgets import Check, Option, label

if TYPE_CHECKING:
    from nexus_desktop.services.application import Application, Starter
    from nexus_desktop.ui.tasks import TaskRunner

NEXT, SKIP = tr("&Next"), tr("Skip for &now")
SIGN = 20


@dataclass(slots=True)
class Ground:
    """What the steps stand on. ``application`` is None until there is a store, ``starter`` where there was one."""

    runner: TaskRunner
    theme: Theme
    shortest: int  # passphrase, in characters
    starter: Starter | None = None
    application: Application | None = None


class FirstPage(QWidget):
    """``changed`` when it may go on, or no longer, or by other words; ``settled`` when nothing is left to do on it."""

    changed = Signal()
    settled = Signal()
    step: Step
    title: str

    def __init__(self, ground: Ground) -> None:
        super().__init__()
        self._ground = ground
        self.go_on = NEXT
        self.ready = True
        self.counts = True  # whether going on finishes the step
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, MEDIUM, 0)
        self.column.setSpacing(MEDIUM)

    def enter(self) -> None:
        """It comes up: look how things stand."""

    def job(self) -> Callable[[], object] | None:
        """What is to be done when the person goes on, away from the window's thread."""
        return None

    def say(self, words: str, role: str = "", state: str = "") -> QLabel:
        """Add a line."""
        made = label(words, role)
        if state:
            set_role(made, state=state)
        self.column.addWidget(made)
        return made

    def _told(self, *, ready: bool = True, go_on: str = NEXT, counts: bool = True) -> None:
        self.ready, self.go_on, self.counts = ready, go_on, counts
        self.changed.emit()


def choice_of(words: str, about: str) -> tuple[QWidget, Option, QLabel]:
    """One of several, with a sentence below it: the row, the option, the sentence."""
    row = QWidget()
    column = QVBoxLayout(row)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    option, sentence = Option(words), label(about, "muted")
    option.setAutoExclusive(False)  # they stand in rows of their own; the page groups them
    option.setAccessibleDescription(about)
    sentence.setContentsMargins(MEDIUM * 2, 0, 0, TINY)
    column.addWidget(option)
    column.addWidget(sentence)
    return row, option, sentence


POINTS = {
    Icon.LOCKED: tr(
        "Kept are the text without identifiers, its results, your cases and the trail of what was done, "
        "in one encrypted database on this machine. The letter itself stays in its own file."
    ),
    Icon.OFFLINE: tr(
        "No account and no network: nothing is sent, not even figures on use, unless you set up a service."
    ),
    Icon.PERSON: tr("You decide. Detectors miss things, so you review each letter before it is analyzed."),
    Icon.NOT_APPLICABLE: tr(
        "It gives no legal or medical advice, predicts no award, and no level of redaction is a "
        "promise that a text satisfies HIPAA."
    ),
}


class MachinePage(FirstPage):
    """What stays on this machine, and what the program does not do."""

    step, title = Step.MACHINE, tr("Your letters stay on this machine")

    def __init__(self, ground: Ground) -> None:
        super().__init__(ground)
        self._signs: list[tuple[QLabel, Icon]] = []
        for name, words in POINTS.items():
            row, sign = QHBoxLayout(), QLabel()
            row.setSpacing(MEDIUM)
            sign.setFixedWidth(SIGN + TINY)
            row.addWidget(sign)
            row.addWidget(label(words), 1)
            self._signs.append((sign, name))
            self.column.addLayout(row)
        self.column.addStretch(1)
        ground.theme.changed.connect(self._repaint)
        self._repaint()

    @Slot()
    def _repaint(self) -> None:
        for sign, name in self._signs:
            sign.setPixmap(picture(name, self._ground.theme.scheme.primary, SIGN))


class SamplePage(FirstPage):
    """The invented letter, to try it with."""

    step, title = Step.SAMPLE, tr("Try it with the sample letter")

    def __init__(self, ground: Ground) -> None:
        super().__init__(ground)
        self.say(
            tr(
                "A wholly invented letter comes with the program. Take it through the four steps: look through what "
                "was found, decide what is in doubt, analyze it, read the result."
            )
        )
        self.open = Check(tr("&Open the sample letter now"))
        self.open.setChecked(True)
        self.column.addWidget(self.open)
        self.say(
            tr("The button at the bottom right always says the next step. F1 opens help for what is on the screen.")
        )
        self.column.addStretch(1)

    def enter(self) -> None:
        self._told(go_on=tr("&Start work"))


def in_words(error: Exception) -> str:
    """A failure as a sentence and what to do."""
    known = error if isinstance(error, NexusError) else NexusError()
    return f"{known.sentence} {known.next_step}"
