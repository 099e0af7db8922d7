"""A tab costs nothing until somebody looks at it, and shows what is so as soon as somebody does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from nexus_desktop.bootstrap import Bootstrap
from nexus_desktop.ui.main_window import MainWindow
from nexus_desktop.ui.tasks import TaskRunner
from nexus_desktop.ui.theme import Theme
from nexus_desktop.ui.window_tabs import AUDIT, COMPLIANCE, HEALTH, NAMES, PROMPTS
from tests.letters import LETTER
from tests.ui.conftest import quiet
from tests.ui.story import paste

LATE = ("compliance", "audit", "health", "prompts")


@pytest.fixture
def fresh(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[MainWindow]:
    """A window as it is after a start."""
    made = MainWindow(Bootstrap().open_throwaway(), TaskRunner(), theme, tmp_path / "window.ini")
    with qtbot.waitExposed(made):
        made.show()
    quiet(qtbot, made)
    yield made
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_start_makes_one_tab_and_still_says_how_things_stand(fresh: MainWindow) -> None:
    assert not any(fresh.tabs.is_made(name) for name in LATE)
    assert fresh.tabs.count() == len(NAMES)
    assert fresh.watch.report is not None
    assert fresh.state.text() not in ("", "Checking …")


def test_a_tab_is_made_in_its_place_and_reads_what_it_shows(qtbot: QtBot, fresh: MainWindow) -> None:
    for index, name in ((HEALTH, "health"), (PROMPTS, "prompts"), (AUDIT, "audit"), (COMPLIANCE, "compliance")):
        fresh.tabs.setCurrentIndex(index)
        quiet(qtbot, fresh)
        assert fresh.tabs.is_made(name)
        assert fresh.tabs.currentIndex() == index
        assert fresh.tabs.currentWidget() is getattr(fresh.tabs, name)
        assert fresh.tabs.tabText(index) == NAMES[index]
        assert not fresh.tabs.tabIcon(index).isNull()
    assert fresh.tabs.count() == len(NAMES)
    assert fresh.tabs.health.checks_page.model.rowCount() == len(fresh.watch.report.checks)  # type: ignore[union-attr]
    assert fresh.tabs.audit.chain.value.text() == "unbroken"
    assert fresh.tabs.compliance.letters.value.text() == "0"
    assert fresh.tabs.prompts.versions.value.text() == "5"


def test_what_was_done_before_a_tab_was_made_is_in_it(qtbot: QtBot, fresh: MainWindow) -> None:
    paste(qtbot, fresh, LETTER)
    before = fresh._application.audit.count()
    fresh.tabs.setCurrentIndex(AUDIT)
    quiet(qtbot, fresh)
    assert fresh.tabs.audit.model.rowCount() == before
    assert not fresh.tabs.is_made("compliance")


def test_a_window_that_has_settled_loads_nothing_that_letters_need(qtbot: QtBot, fresh: MainWindow) -> None:
    fresh.settle()
    quiet(qtbot, fresh)
    paste(qtbot, fresh, LETTER)
    assert fresh.analyze.letter is not None
    assert fresh.analyze.letter.review is not None
    assert fresh._application.letters._workbench._deidentifier._made == []  # it is in the other process


def test_locking_a_window_with_tabs_nobody_looked_at_makes_none(qtbot: QtBot, fresh: MainWindow) -> None:
    fresh._cover()
    fresh._uncover()
    quiet(qtbot, fresh)
    assert not any(fresh.tabs.is_made(name) for name in LATE)
