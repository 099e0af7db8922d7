"""The four steps of the story, each with a sign and a word for where it stands: done, now, to come."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from nexus_desktop.ui.flow_row import FlowRow
from nexus_desktop.ui.icons import Icon, picture
from nexus_desktop.ui.theme import SMALL, TINY, Theme, set_role
from nexus_desktop.ui.translation import tr
from nexus_desktop.ui.widgets import label

STEPS = (tr("Letter"), tr("Review"), tr("Analyze"), tr("Report"))
ICON = 16


class _Step(QWidget):
    def __init__(self, name: str, number: int) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("role", "step")
        row = QHBoxLayout(self)
        row.setContentsMargins(SMALL, TINY, SMALL, TINY)
        row.setSpacing(TINY)
        self.sign, self.words = QLabel(), label(f"{number} {name}", wrap=False)
        self.sign.setFixedSize(ICON, ICON)
        row.addWidget(self.sign)
        row.addWidget(self.words)


class StepBar(QWidget):
    """Says which of the four steps is up; ``number`` 0 is before the first."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.number = -1
        self._steps = [_Step(name, number) for number, name in enumerate(STEPS, 1)]
        self._arrows = [QLabel() for _ in STEPS[1:]]
        parts: list[QWidget] = [self._steps[0]]
        for arrow, step in zip(self._arrows, self._steps[1:], strict=True):
            parts += [arrow, step]
        self.setLayout(FlowRow(*parts, spacing=TINY))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._repaint)
        self.show_step(0)

    def show_step(self, number: int) -> None:
        """Say which step is up, from 1 to 4."""
        if number == self.number:
            return
        self.number = number
        self.setAccessibleName(
            tr("Step {number} of 4: {steps}").format(number=number, steps=STEPS[number - 1])
            if number
            else tr("No letter is chosen")
        )
        self._repaint()

    @Slot()
    def _repaint(self) -> None:
        scheme = self._theme.scheme
        for arrow in self._arrows:
            arrow.setPixmap(picture(Icon.ONWARD, scheme.muted, ICON))
        for index, step in enumerate(self._steps, 1):
            state = "done" if index < self.number else "now" if index == self.number else "ahead"
            step.setToolTip({"done": tr("Done"), "now": tr("This step is up"), "ahead": tr("To come")}[state])
            step.sign.setVisible(state == "done")
            step.sign.setPixmap(picture(Icon.DONE, scheme.good, ICON))
            for one in (step, step.words):
                set_role(one, state=state)
