"""What stands in the middle where no letter is shown: the way in, or what is wrong with a file."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nexus_desktop.ui.flow_row import FlowRow
from nexus_desktop.ui.theme import LARGE, MEDIUM
from nexus_desktop.ui.translation import tr
from nexus_desktop.ui.widgets import button, card, label

CARD_WIDTH = 520
WELCOME = tr(
    "PDF, Word, RTF or text. Drop it here, open it, or paste its text. It stays on this machine: "
    "identifiers are found, you decide what is removed, and only then is it analyzed."
)


def middle_card(outer: QVBoxLayout) -> QVBoxLayout:
    """A card of one width in the middle of a page; narrower where the pane is. The layout to fill it with."""
    frame, layout = card()
    frame.setMaximumWidth(CARD_WIDTH)
    layout.setContentsMargins(LARGE * 2, LARGE * 2, LARGE * 2, LARGE * 2)
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(frame, CARD_WIDTH)  # all of the width, up to its own
    row.addStretch(1)
    outer.addStretch(1)
    outer.addLayout(row)
    outer.addStretch(1)
    return layout


class WelcomePage(QWidget):
    """The three ways in."""

    add_wanted = Signal()
    paste_wanted = Signal()
    sample_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        layout = middle_card(QVBoxLayout(self))
        layout.setSpacing(LARGE)
        layout.addWidget(label(tr("Add a nexus letter"), "title"))
        layout.addWidget(label(WELCOME))
        self.open, self.paste, self.sample = (
            button(tr("Open a letter")),
            button(tr("Paste")),
            button(tr("Try the sample")),
        )
        self.open.clicked.connect(self.add_wanted)
        self.paste.clicked.connect(self.paste_wanted)
        self.sample.clicked.connect(self.sample_wanted)
        layout.addLayout(FlowRow(self.open, self.paste, self.sample))


class MessagePage(QWidget):
    """One message: what happened, what to do, and the code to quote."""

    def __init__(self) -> None:
        super().__init__()
        layout = middle_card(QVBoxLayout(self))
        layout.setSpacing(MEDIUM)
        self._parts = [label("", role) for role in ("section", "", "muted")]
        for part in self._parts:
            layout.addWidget(part)

    def show_message(self, heading: str, text: str = "", small: str = "") -> None:
        """Replace what is shown."""
        for part, words in zip(self._parts, (heading, text, small), strict=True):
            part.setText(words)
            part.setVisible(bool(words))
