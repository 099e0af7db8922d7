"""A result can be read at a glance without being misread, and every finding leads to its words and back."""

from __future__ import annotations

from dataclasses import replace
from html import unescape
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from nexus_desktop.models import wording
from nexus_desktop.models.analysis_models import NexusAnalysisResult
from nexus_desktop.models.records import AnalysisRecord
from nexus_desktop.models.rubric_models import Strength
from nexus_desktop.models.validation import Problem, Validation, ValidationStatus
from nexus_desktop.ui.authority_popover import AuthorityLinks, AuthorityPopover
from nexus_desktop.ui.checklist import ElementRow
from nexus_desktop.ui.evidence_map import ELEMENT_ITEMS, EvidenceMap, element_evidence
from nexus_desktop.ui.icons import Icon
from nexus_desktop.ui.item_card import FindingFrame, ItemCard
from nexus_desktop.ui.main_window import MainWindow
from nexus_desktop.ui.opinion_table import OpinionModel
from nexus_desktop.ui.result_panel import ResultPanel
from nexus_desktop.ui.score_bar import ScoreBar
from nexus_desktop.ui.section import Section
from nexus_desktop.ui.verdict_card import VerdictCard, look
from tests.letters import LETTER
from tests.ui.conftest import quiet
from tests.ui.story import analyze, paste
from tests.unit.models.results import gate, payload

pytestmark = pytest.mark.desk_only


@pytest.fixture
def record(qtbot: QtBot, window: MainWindow) -> AnalysisRecord:
    """The planted letter, analyzed, its result in view."""
    paste(qtbot, window, LETTER)
    return analyze(qtbot, window)


@pytest.fixture
def panel(window: MainWindow, record: AnalysisRecord) -> ResultPanel:
    return window.analyze.result


def spoilt(record: AnalysisRecord, **changes: Any) -> AnalysisRecord:
    """The record with a result made by hand."""
    return replace(record, result=NexusAnalysisResult.model_validate(payload() | changes))


def tops(panel: ResultPanel, kind: type[QWidget]) -> list[int]:
    """How far down in the pane widgets of a kind begin."""
    inside = panel.area.widget()
    assert inside is not None
    return [one.mapTo(inside, QPoint(0, 0)).y() for one in panel.findChildren(kind) if one.isVisibleTo(inside)]


def settle(qtbot: QtBot, panel: ResultPanel) -> None:
    """Wait until sections that were opened are full."""
    qtbot.waitUntil(lambda: not panel.turns.pending)


def section(panel: ResultPanel, begins: str) -> Section:
    return next(one for one in panel.findChildren(Section) if one.heading.text().startswith(begins))


# --- the verdict ----------------------------------------------------------------------------------------------------


def test_the_word_comes_first_the_number_second_the_reason_third(panel: ResultPanel, record: AnalysisRecord) -> None:
    verdict = panel.verdict
    assert verdict.word.text() == record.result.compliance.strength.value.upper()
    assert verdict.number.text() == str(record.result.overall_score)
    places = [one.mapTo(verdict, QPoint(0, 0)) for one in (verdict.word, verdict.number, verdict.reason)]
    assert places[0].x() < places[1].x()
    assert max(places[0].y(), places[1].y()) < places[2].y()
    assert not verdict.sign.pixmap().isNull()  # a sign and a word, not colour alone


def test_gates_and_warnings_stand_above_the_bars(
    qtbot: QtBot, window: MainWindow, panel: ResultPanel, record: AnalysisRecord
) -> None:
    compliance = payload()["compliance"] | {
        "gates": [gate("G3", 50, "weak"), gate("G6", 55, "weak")],
        "strength": "weak",
        "action": "ask_the_doctor_first",
    }
    panel.show_record(
        spoilt(record, compliance=compliance, overall_score=50, warnings=["Two patients may be named in this letter."])
    )
    quiet(qtbot, window)
    QApplication.processEvents()
    frames = [frame for frame in panel.findChildren(FindingFrame) if frame.isVisible()]
    gates = [frame for frame in frames if frame.property("role") == "gate"]
    assert len(gates) == 2
    bars = tops(panel, ScoreBar)
    assert len(bars) == 4
    inside = panel.area.widget()
    assert inside is not None
    assert max(frame.mapTo(inside, QPoint(0, frame.height())).y() for frame in gates) <= min(bars)
    assert panel.verdict.word.text() == "WEAK"
    assert panel.verdict.reason.text() == "Held at 50 points at most: g3. Read a warning below first."


@pytest.mark.parametrize("strength", ["strong", "moderate"])
def test_a_verdict_of_low_certainty_never_looks_sure(
    panel: ResultPanel, record: AnalysisRecord, strength: str, window: MainWindow
) -> None:
    compliance = payload()["compliance"] | {"strength": strength}
    card = VerdictCard(window._theme, spoilt(record, compliance=compliance, confidence=0.4))
    sure = VerdictCard(window._theme, spoilt(record, compliance=compliance, confidence=0.95))
    assert card.doubt.text() == wording.IN_DOUBT
    assert not card.doubt.isHidden()
    assert card.word.property("state") == "caution"
    assert card.accessibleName().startswith(wording.IN_DOUBT)
    assert sure.doubt.isHidden()
    assert card.sign.pixmap().toImage() != sure.sign.pixmap().toImage()
    for one in (card, sure):
        one.deleteLater()


def test_an_answer_that_was_not_whole_says_what_was_left_out(window: MainWindow, record: AnalysisRecord) -> None:
    problem = Problem(field="opinion", rule="missing", sentence="opinion is missing.")
    partial = replace(record, validation=Validation(status=ValidationStatus.PARTIAL, problems=(problem,)))
    card = VerdictCard(window._theme, partial)
    assert not card.doubt.isHidden()
    assert "opinion is missing." in card.trust.text()
    assert "partial" in card.trust.text()
    card.deleteLater()


def test_lists_put_a_question_mark_where_a_verdict_is_in_doubt() -> None:
    valid, partial = ValidationStatus.VALID, ValidationStatus.PARTIAL
    assert look(Strength.STRONG, 0.95, valid) == (Icon.GOOD, "good")
    for confidence, status in ((0.4, valid), (0.95, partial)):
        assert look(Strength.STRONG, confidence, status) == (Icon.QUESTION, "caution")


def test_confidence_that_is_fair_is_said_aloud(window: MainWindow, record: AnalysisRecord) -> None:
    card = VerdictCard(window._theme, spoilt(record, confidence=0.7))
    assert "Confidence fair" in card.trust.text()
    assert card.trust.property("state") == "caution"
    card.deleteLater()


# --- parts ----------------------------------------------------------------------------------------------------------


def test_the_four_parts_open_to_their_items(qtbot: QtBot, panel: ResultPanel, record: AnalysisRecord) -> None:
    bars = panel.findChildren(ScoreBar)
    assert len(bars) == 4
    assert panel.findChildren(ItemCard) == []  # built when they are opened
    for bar, part in zip(bars, record.result.components, strict=True):
        assert f"{part.score} of 25 points" in bar.accessibleName()
        bar.setFocus()
        QTest.keyClick(bar, Qt.Key.Key_Space)
    settle(qtbot, panel)
    cards = panel.findChildren(ItemCard)
    assert len(cards) == sum(len(part.items) for part in record.result.components)
    judged = [item for part in record.result.components for item in part.items]
    for card, item in zip(cards, judged, strict=True):
        assert card.accessibleName().startswith(item.title)
        assert item.reason in card.accessibleName()
        assert [quote.evidence for quote in card.quotes] == list(item.evidence)


def test_each_element_shows_its_words_or_that_there_are_none(
    qtbot: QtBot, panel: ResultPanel, record: AnalysisRecord
) -> None:
    panel_section = section(panel, "Elements")
    panel_section.open()
    settle(qtbot, panel)
    rows = panel.findChildren(ElementRow)
    elements = record.result.compliance.elements
    present = [row.present for row in rows]
    assert panel_section.heading.text() == f"Elements: {sum(present)} of {len(dict(elements))}"
    assert not elements.literature
    absent = [row.accessibleName() for row in rows if not row.present]
    assert absent
    assert all(name.endswith("not found") for name in absent)
    quoted = {row.accessibleName(): [quote.evidence.quote for quote in row.quotes] for row in rows}
    assert "Helen R. Vasquez-Thorne" in quoted["Signed: yes"][0]
    assert "2026" in quoted["Dated: yes"][0]
    for name in ELEMENT_ITEMS:
        for evidence in element_evidence(record.result, elements, name):
            assert record.letter.text[evidence.start : evidence.end] == evidence.quote


def test_the_opinion_map_has_a_row_for_every_opinion(
    qtbot: QtBot, panel: ResultPanel, record: AnalysisRecord, qtmodeltester: ModelTester
) -> None:
    section(panel, "Opinions found").open()
    table = panel._opinions
    assert table is not None
    stated = record.result.stated_opinions
    assert table.model.rowCount() == len(stated)
    shown = [table.model.index(0, column).data() for column in range(table.model.columnCount())]
    assert shown == ["The author", "left knee osteoarthritis", "favorable", "at least as likely as not", "own words"]
    with qtbot.waitSignal(panel.evidence_chosen) as got:
        table.view.setFocus()
        table.view.selectRow(0)
        QTest.keyClick(table.view, Qt.Key.Key_Return)
    assert got.args == [stated[0].evidence]
    qtmodeltester.check(OpinionModel(stated))


def test_a_doubtful_opinion_says_which_way_it_leans(record: AnalysisRecord) -> None:
    (stated,) = NexusAnalysisResult.model_validate(payload()).stated_opinions
    doubtful = stated.model_copy(
        update={"polarity": "inconclusive", "leaning": "favorable", "standard": "speculative", "quoted": True}
    )
    model = OpinionModel([doubtful, doubtful.model_copy(update={"leaning": "none", "withheld": True})])
    rows = [[model.index(row, column).data() for column in (2, 3, 4)] for row in range(2)]
    assert rows[0] == ["inconclusive, leans favorable", "speculative", "quoted"]
    assert rows[1][0] == "withheld"


def test_the_questions_can_be_copied(qtbot: QtBot, panel: ResultPanel, record: AnalysisRecord) -> None:
    asks = record.result.recommendations
    assert len(asks) > 1
    qtbot.waitUntil(lambda: section(panel, "Ask the doctor").heading.isChecked() and not panel.turns.pending)
    copy = next(one for one in panel.findChildren(QWidget) if getattr(one, "text", str)() == "Copy the questions")
    with qtbot.waitSignal(panel.said):
        QTest.mouseClick(copy, Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text().splitlines()
    assert copied == [f"{number}. {one.ask}" for number, one in enumerate(asks, 1)]
    assert asks[0].problem not in "\n".join(copied)


def test_tab_goes_from_a_heading_into_what_was_opened_below_it(qtbot: QtBot, panel: ResultPanel) -> None:
    for begins in ("Medical rationale", "Medical opinion", "Elements"):
        opened = section(panel, begins)
        opened.open()
        settle(qtbot, panel)
        ahead = opened.heading.nextInFocusChain()
        while not (ahead.focusPolicy() & Qt.FocusPolicy.TabFocus and ahead.isVisible()):
            ahead = ahead.nextInFocusChain()
        assert opened.inside.isAncestorOf(ahead)


def test_a_finding_asked_for_before_it_is_built_is_shown_once_it_is(
    qtbot: QtBot, panel: ResultPanel, record: AnalysisRecord
) -> None:
    settle(qtbot, panel)
    panel.show_record(record)
    panel.reveal("item:MO1")
    assert "item:MO1" not in panel._frames
    settle(qtbot, panel)
    assert section(panel, "Medical opinion").heading.isChecked()
    qtbot.waitUntil(lambda: panel._frames["item:MO1"].isVisible())


# --- both ways ------------------------------------------------------------------------------------------------------


def marked(window: MainWindow) -> str:
    """The words in question in the redacted letter."""
    view = window.analyze.pane.redacted
    assert view._current is not None
    mark = view.marks[view._current]
    first, end = view.visible()
    assert first <= mark.start < end  # and in view
    return view.text[mark.start : mark.end]


def test_pressing_a_quote_shows_its_words_in_the_letter(
    qtbot: QtBot, window: MainWindow, panel: ResultPanel, record: AnalysisRecord
) -> None:
    for title in ("Medical opinion", "Competence and form"):
        section(panel, title).open()
    settle(qtbot, panel)
    for card in panel.findChildren(ItemCard):
        for quote in card.quotes:
            quote.click()
            assert marked(window) == quote.evidence.quote
            assert card.serves


def test_pressing_marked_words_shows_what_they_serve(
    qtbot: QtBot, window: MainWindow, panel: ResultPanel, record: AnalysisRecord
) -> None:
    view = window.analyze.pane.redacted
    governing = record.result.opinion.governing
    assert governing is not None
    view.reveal(governing.evidence.start)
    place = view.cursorRect(view._cursor(governing.evidence.start + 5)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert marked(window) == governing.evidence.quote
    assert panel.strip.isVisible()
    named = panel.strip.links.accessibleName()
    expected = EvidenceMap(record.result).findings_at((governing.evidence.start, governing.evidence.end))
    assert len(expected) > 2
    assert all(one.title in named for one in expected)
    panel.strip.links.linkActivated.emit("item:MO2")
    settle(qtbot, panel)
    card = panel._frames["item:MO2"]
    assert card.serves
    assert card.isVisible()
    assert card.isAncestorOf(QApplication.focusWidget())
    qtbot.waitUntil(lambda: not panel.area.viewport().visibleRegion().isEmpty() and not panel._scroller.isActive())
    assert panel.area.viewport().rect().contains(card.mapTo(panel.area.viewport(), QPoint(0, 0)))


def test_keys_lead_from_quote_to_quote_and_to_what_it_serves(
    qtbot: QtBot, window: MainWindow, panel: ResultPanel, record: AnalysisRecord
) -> None:
    spans = EvidenceMap(record.result).spans
    head = window.analyze.pane.head
    assert head.count.text() == f"{len(spans)} quoted places"
    seen = []
    for number in range(1, len(spans) + 1):
        QTest.keyClick(window, Qt.Key.Key_N)
        assert head.count.text() == f"Place {number} of {len(spans)}"
        seen.append(marked(window))
    assert seen == [record.letter.text[start:end] for start, end in spans]
    QTest.keyClick(window, Qt.Key.Key_N)
    assert marked(window) == seen[0]
    QTest.keyClick(window, Qt.Key.Key_P)
    assert marked(window) == seen[-1]
    window.analyze.pane.redacted.setFocus()
    QTest.keyClick(window.analyze.pane.redacted, Qt.Key.Key_Return)
    settle(qtbot, panel)
    served = [frame for frame in panel.findChildren(FindingFrame) if frame.serves and frame.isVisible()]
    assert any(frame.isAncestorOf(QApplication.focusWidget()) for frame in served)


def test_another_result_starts_with_nothing_marked(
    qtbot: QtBot, window: MainWindow, panel: ResultPanel, record: AnalysisRecord
) -> None:
    QTest.keyClick(window, Qt.Key.Key_N)
    assert panel.strip.isVisible()
    window.analyze.open_saved(record.id)
    quiet(qtbot, window)
    assert panel.strip.isHidden()
    assert window.analyze.pane.redacted._current is None
    assert not any(frame.serves for frame in panel._frames.values())


# --- the law --------------------------------------------------------------------------------------------------------


@pytest.mark.qt_log_ignore("does not support raise", "does not support grabbing")
def test_an_authority_is_explained_on_hover_and_in_a_popover(
    qtbot: QtBot, window: MainWindow, panel: ResultPanel
) -> None:
    section(panel, "Medical opinion").open()
    settle(qtbot, panel)
    links = panel.findChildren(ItemCard)[0].law
    link, authority = links.links[0], panel._authorities["clemons"]
    assert authority.holding in unescape(link.toolTip())
    assert authority.citation in link.accessibleName()
    link.setFocus()
    QTest.keyClick(link, Qt.Key.Key_Space)
    popover = link.findChild(AuthorityPopover)
    assert isinstance(popover, AuthorityPopover)
    assert authority.holding in popover.accessibleName()
    QTest.keyClick(popover.copy, Qt.Key.Key_Space)
    assert QGuiApplication.clipboard().text() == authority.citation
    QTest.keyClick(popover, Qt.Key.Key_Escape)
    assert not popover.isVisible()


def test_many_authorities_begin_folded(window: MainWindow, panel: ResultPanel, qtbot: QtBot) -> None:
    ids = list(panel._authorities)[:6]
    links = AuthorityLinks(ids, panel._authorities, shown=2)
    qtbot.addWidget(links)
    assert len(links.links) == 2
    assert links.more.text() == "4 more"
    links.more.click()
    assert len(links.links) == 6
    assert links.more.isHidden()
    assert AuthorityLinks(["no such law"], panel._authorities).links == []


def test_a_screen_reader_hears_whether_a_section_is_open(panel: ResultPanel) -> None:
    heading = section(panel, "Elements").heading
    assert QAccessible.queryAccessibleInterface(heading).text(QAccessible.Text.Name).endswith(", closed")
    QTest.keyClick(heading, Qt.Key.Key_Space)
    assert QAccessible.queryAccessibleInterface(heading).text(QAccessible.Text.Name).endswith(", open")
