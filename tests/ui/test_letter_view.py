"""Places in the letter are characters, however Qt counts them."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from nexus_desktop.ui.letter_view import LetterView
from nexus_desktop.ui.marks import Mark, MarkKind
from nexus_desktop.ui.theme import Theme

TEXTS = {
    "plain": "Dear Ann Lee,\nyour knee.",
    "beyond the basic plane": "😀😀 Dear Ann Lee 😀,\nyour 𝒦nee.",
    "combining and joined": "Đặng Ann Lee e\u0301 👩‍⚕️ knee",
    "page break": "one\fAnn Lee\fthree",
}


@pytest.fixture
def view(qtbot: QtBot, theme: Theme) -> LetterView:
    made = LetterView(theme)
    qtbot.addWidget(made)
    made.resize(800, 600)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.mark.parametrize("name", TEXTS)
def test_a_selection_is_told_in_characters(view: LetterView, name: str) -> None:
    text = TEXTS[name]
    view.show_text(text)
    start = text.index("Ann Lee")
    cursor = QTextCursor(view.document())
    cursor.setPosition(view._text.units(start))
    cursor.setPosition(view._text.units(start + 7), QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    assert cursor.selectedText() == "Ann Lee"
    assert view.selected() == (start, start + 7)


@pytest.mark.parametrize("name", TEXTS)
def test_marks_lie_behind_their_words(view: LetterView, name: str) -> None:
    text = TEXTS[name]
    view.show_text(text)
    start = text.index("Ann Lee")
    view.show_marks([Mark(start, start + 7, MarkKind.REDACT)], current=0)
    (mark,) = view.extraSelections()
    assert mark.cursor.selectedText() == "Ann Lee"  # type: ignore[attr-defined]


def test_a_letter_is_never_taken_for_markup(view: LetterView) -> None:
    view.show_text("<b>Ann</b> <img src='http://example.invalid/x.png'> &amp;")
    assert view.toPlainText() == "<b>Ann</b> <img src='http://example.invalid/x.png'> &amp;"
