"""What stands in the middle where no letter is shown: the way in, or what is wrong with a file."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from nexus_desktop.ui.flow_row import FlowRow
from nexus_desktop.ui.theme import LARGE, MEDIUM
from nexus_desktop.ui.widgets import button, card, clear, label

CARD_WIDTH = 520
WELCOME = (
    "PDF, Word, RTF or text. Drop it here, open it, or paste its text. It stays on this machine: "
    "identifiers are found, you decide what is removed, and only then is it analyzed."
)


def middle_card() -> tuple[QFrame, QVBoxLayout]:
    """A card of one width in the middle of the pane."""
    frame, layout = card()
    frame.setMaximumWidth(CARD_WIDTH)
    layout.setContentsMargins(LARGE * 2, LARGE * 2, LARGE * 2, LARGE * 2)
    return frame, layout


class WelcomePage(QWidget):
    """The three ways in."""

    add_wanted = Signal()
    paste_wanted = Signal()
    sample_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        outer = QVBoxLayout(self)
        outer.setAlignment(Qt.AlignmentFlag.AlignCenter)
        frame, layout = middle_card()
        layout.setSpacing(LARGE)
        layout.addWidget(label("Add a nexus letter", "title"))
        layout.addWidget(label(WELCOME))
        self.open, self.paste, self.sample = button("Open a letter"), button("Paste"), button("Try the sample")
        self.open.clicked.connect(self.add_wanted)
        self.paste.clicked.connect(self.paste_wanted)
        self.sample.clicked.connect(self.sample_wanted)
        layout.addLayout(FlowRow(self.open, self.paste, self.sample))
        outer.addWidget(frame)


class MessagePage(QWidget):
    """One message: what happened, what to do, and the code to quote."""

    def __init__(self) -> None:
        super().__init__()
        self._layout = QVBoxLayout(self)
        self._layout.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def show_message(self, heading: str, text: str = "", small: str = "") -> None:
        """Replace what is shown."""
        clear(self._layout)
        frame, layout = middle_card()
        layout.setSpacing(MEDIUM)
        layout.addWidget(label(heading, "section"))
        for words, role in ((text, ""), (small, "muted")):
            if words:
                layout.addWidget(label(words, role))
        self._layout.addWidget(frame)
