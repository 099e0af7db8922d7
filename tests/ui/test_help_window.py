"""Help opens at the right page, and can do nothing but be read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from nexus_desktop.runtime import paths
from nexus_desktop.ui import help_window
from nexus_desktop.ui.help_window import LICENCES, PAGE_OF_TAB, PAGES, HelpWindow
from nexus_desktop.ui.main_window import MainWindow
from nexus_desktop.ui.theme import Theme
from nexus_desktop.ui.window_tabs import NAMES
from tests.ui.test_main_window import unnamed


@pytest.fixture
def window_of_help(qtbot: QtBot, theme: Theme) -> HelpWindow:
    window = HelpWindow(theme)
    qtbot.addWidget(window)
    return window


def test_every_page_is_shown_whole_and_named(window_of_help: HelpWindow) -> None:
    for name, title in PAGES:
        window_of_help.open(name)
        shown = window_of_help.page.toPlainText()
        assert window_of_help.current == name, title
        assert len(shown) > 500
        assert help_window.MISSING not in shown
    assert unnamed(window_of_help) == []


def test_every_file_of_the_help_is_a_page() -> None:
    files = {path.stem for path in paths.resource("help").glob("*.md")}
    assert files == {name for name, _ in PAGES} - {LICENCES}


def test_pages_hold_no_markup_and_no_address(window_of_help: HelpWindow) -> None:
    for path in paths.resource("help").glob("*.md"):
        text = path.read_text("utf-8")
        assert not re.search(r"<(?!version|file|process id)[a-z]", text), path.name
        assert "://" not in text, path.name


def test_what_a_page_asks_for_is_not_loaded(window_of_help: HelpWindow, tmp_path: Path) -> None:
    secret = tmp_path / "secret.png"
    secret.write_bytes(b"x")
    document = window_of_help.page.document()
    document.setMarkdown(f"![x]({secret.as_uri()}) <b onclick='x'>bold</b>", help_window.SAFE)
    got = document.resource(QTextDocument.ResourceType.ImageResource.value, QUrl(secret.as_uri()))
    assert bytes(got) == b""
    assert "<b onclick" in window_of_help.page.toPlainText()


@pytest.mark.parametrize(
    "link", ["https://evil.example/rollback.md", "file:///etc/passwd", "other.md", "//host/rollback"]
)
def test_links_lead_to_pages_and_nowhere_else(window_of_help: HelpWindow, link: str) -> None:
    window_of_help.open("verify")
    window_of_help._follow(QUrl("rollback.md"))
    assert window_of_help.current == "rollback"
    window_of_help._follow(QUrl(link))
    assert window_of_help.current == "rollback"


def test_asking_for_help_leaves_the_menus_as_they_were(window: MainWindow) -> None:
    before = [action.text() for action in window.menuBar().actions()]
    window.show_help()
    window.help.close()
    assert [action.text() for action in window.menuBar().actions()] == before
    assert "&Data" in before


def test_f1_opens_the_page_of_the_tab(window: MainWindow, qtbot: QtBot) -> None:
    for index, name in enumerate(NAMES):
        window.tabs.setCurrentIndex(index)
        window.activateWindow()
        qtbot.keyClick(window, Qt.Key.Key_F1)
        assert window.help.current == PAGE_OF_TAB[name]
        assert window.help.isVisible()
        window.help.close()
