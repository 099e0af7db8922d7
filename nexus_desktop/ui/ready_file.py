"""Says, for whoever measures or drives the program from outside, that the window is there and answers.

``window --ready-file=FILE`` writes the file once the window has been painted and its event loop is idle. The smoke test
of the frozen program waits for it, on every system alike; nothing else does.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from nexus_desktop.ui.painted import FirstPainting

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

OPTION = "--ready-file="


def attend(window: QWidget, arguments: Sequence[str]) -> None:
    """Heed the option where it was given."""
    for word in arguments:
        if word.startswith(OPTION):
            path = Path(word.removeprefix(OPTION))
            FirstPainting(window).over.connect(lambda path=path: path.write_text("ready\n", "utf-8"))
