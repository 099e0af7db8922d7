"""How the window stood when it was closed: size and place, the widths of the panes, what was read beside what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings

from nexus_desktop.ui.letter_pair import Side

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QMainWindow

    from nexus_desktop.ui.analyze_tab import AnalyzeTab

WIDTH, HEIGHT = 1280, 800  # of the first start


def restore(window: QMainWindow, analyze: AnalyzeTab, file: Path) -> None:
    """Put the window as it was; what is not known, or cannot be read, stays as shipped."""
    store = QSettings(str(file), QSettings.Format.IniFormat)
    geometry, panes = store.value("window/geometry"), store.value("analyze/panes")
    if geometry is None or not window.restoreGeometry(geometry):
        window.resize(WIDTH, HEIGHT)
    if panes is not None:
        analyze.splitter.restoreState(panes)
    side = store.value("analyze/side")
    if side in set(Side):
        analyze.pane.liked = Side(side)
    shares = str(store.value("analyze/shares", "")).split("/")
    if len(shares) == 2 and all(share.isdigit() and int(share) for share in shares):
        analyze.pane.pair.shares = [int(share) for share in shares]


def remember(window: QMainWindow, analyze: AnalyzeTab, file: Path) -> None:
    """Keep how it stands now."""
    store = QSettings(str(file), QSettings.Format.IniFormat)
    store.setValue("window/geometry", window.saveGeometry())
    store.setValue("analyze/panes", analyze.splitter.saveState())
    store.setValue("analyze/side", analyze.pane.liked.value)
    store.setValue("analyze/shares", "/".join(str(share) for share in analyze.pane.pair.shares))
    store.sync()
