"""A finding is seen otherwise in the window: asked for, refused where it names someone, shown, and taken back."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from nexus_desktop.models.analysis_models import Grade
from nexus_desktop.models.override_models import own_count
from nexus_desktop.models.rubric_models import ItemId
from nexus_desktop.ui.item_card import ItemCard
from nexus_desktop.ui.main_window import MainWindow
from nexus_desktop.ui.override_dialog import OverrideDialog
from tests.letters import LETTER, SURNAME
from tests.ui.conftest import quiet
from tests.ui.story import analyze, paste

pytestmark = pytest.mark.desk_only

REASON = "The reasons are given for this knee alone, and that is enough for me."


def card_of(qtbot: QtBot, window: MainWindow, item: ItemId) -> ItemCard:
    panel = window.analyze.result
    panel.reveal(f"item:{item}")
    quiet(qtbot, window)
    card = panel._frames[f"item:{item}"]
    assert isinstance(card, ItemCard)
    return card


def asked(window: MainWindow, card: ItemCard) -> OverrideDialog:
    card.disagree.click()
    dialog = window.analyze.disagreeing.dialog
    assert dialog is not None
    return dialog


def test_a_finding_is_seen_otherwise_and_taken_back(qtbot: QtBot, window: MainWindow) -> None:
    paste(qtbot, window, LETTER)
    record = analyze(qtbot, window)
    card = card_of(qtbot, window, ItemId.MR1)
    dialog = asked(window, card)
    assert not dialog.keep.isEnabled()
    dialog.reason.setPlainText(f"Ms. {SURNAME} says the reasons are enough.")
    dialog.keep.click()
    quiet(qtbot, window)
    assert dialog.isVisible()
    assert "identify someone" in dialog.problem.text()
    assert window.analyze.disagreeing._standing == ()
    dialog.reason.setPlainText(REASON)
    dialog.grade.setCurrentIndex(dialog.grade.findData(Grade.FULL))
    dialog.keep.click()
    quiet(qtbot, window)
    assert not dialog.isVisible()
    assert REASON in card.own.text()
    assert "otherwise: met, " in card.own.text()
    panel = window.analyze.result
    standing = window.analyze.disagreeing._standing
    assert f"{own_count(record.result, standing)} of 100" in panel.verdict.own.text()
    assert panel.verdict.number.text() == str(record.result.overall_score)
    card.take_back.click()
    quiet(qtbot, window)
    assert card.own.isHidden()
    assert panel.verdict.own.isHidden()


def test_what_was_said_comes_back_with_the_saved_analysis(qtbot: QtBot, window: MainWindow) -> None:
    paste(qtbot, window, LETTER)
    analyze(qtbot, window)
    dialog = asked(window, card_of(qtbot, window, ItemId.MR1))
    dialog.reason.setPlainText(REASON)
    dialog.keep.click()
    quiet(qtbot, window)
    window.analyze._show_nothing()
    window.analyze.letters.saved_view.clicked.emit(window.analyze.letters.saved.index(0, 0))
    quiet(qtbot, window)
    assert REASON in card_of(qtbot, window, ItemId.MR1).own.text()
    assert asked(window, card_of(qtbot, window, ItemId.MR1)).reason.toPlainText() == REASON
    dialog = window.analyze.disagreeing.dialog
    assert dialog is not None
    dialog.close()
