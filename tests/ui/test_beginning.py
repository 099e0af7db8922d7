"""A start: the window is there before the store is opened, and nothing that was kept is lost or hidden by that."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from nexus_desktop.bootstrap import Bootstrap
from nexus_desktop.models.audit_chain import AuditAct
from nexus_desktop.models.errors import DatabaseMissing, DatabaseWrongKey, NexusError
from nexus_desktop.models.letter_models import ClientFields, Level
from nexus_desktop.runtime import key_locks
from nexus_desktop.services.application import Application
from nexus_desktop.services.audit_trail import WORDS
from nexus_desktop.services.work_in_hand import UnfinishedLetter
from nexus_desktop.storage.files import StoreFiles
from nexus_desktop.ui.main_window import MainWindow
from nexus_desktop.ui.tasks import TaskRunner
from nexus_desktop.ui.theme import Theme
from tests.ui.conftest import PATIENCE, quiet
from tests.ui.stores import PASSPHRASE

LETTER = "Re: Veteran: Orrin Vexley-Tarn\n\nHis tinnitus is at least as likely as not caused by flight line noise.\n"
LEFT = UnfinishedLetter(
    title="Pasted letter", sha256="", level=Level.STRICT, client=ClientFields(), path=None, pasted=LETTER, decided=()
)
PAINTED = """
import sys
from PySide6.QtWidgets import QApplication
from nexus_desktop.bootstrap import Bootstrap
from nexus_desktop.runtime import paths
from nexus_desktop.ui.main_window import MainWindow
from nexus_desktop.ui.painted import FirstPainting
from nexus_desktop.ui.tasks import TaskRunner
from nexus_desktop.ui.theme import Theme
app = QApplication([])
theme = Theme(app, paths.resource("theme/nexus.qss").read_text("utf-8"))
opened = Bootstrap().open(sys.argv[1], may_wait=True)
window = MainWindow(opened, TaskRunner(), theme, paths.window_file())
def painted():
    heavy = ("sqlalchemy", "alembic", "scrubadub", "openai", "psutil", "pypdfium2", "eyecite")
    print("loaded:", [name for name in heavy if name in sys.modules], window.is_ready)
FirstPainting(window).over.connect(painted)
window.opened.connect(lambda: print("opened:", "sqlalchemy" in sys.modules) or window.close())
window.show()
app.exec()
"""


@pytest.fixture
def kept_home(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder with a store, one analysis in it, and one letter that was in hand when it was left."""
    monkeypatch.setattr(key_locks, "MEMORY_KIB", 8192)
    monkeypatch.setattr(key_locks, "PASSES", 1)
    application = Bootstrap().open(PASSPHRASE)
    letters, quietly = application.letters, lambda _words, _done: None
    preparation = letters.open_text(LETTER, Level.MODERATE, ClientFields(), quietly, Event())
    letters.analyze(preparation, letters.accept_all(preparation, "test"), quietly, Event())
    application.in_hand.keep([LEFT])
    application.close()
    return home


def open_later() -> Application:
    """The program on the store of this test, which is opened when somebody needs it."""
    return Bootstrap().open(PASSPHRASE, may_wait=True)


def starts(application: Application) -> int:
    """How many starts the trail tells of."""
    return sum(one.act == WORDS[AuditAct.PROGRAM_STARTED] for one in application.audit.page(100))


def test_the_window_is_painted_before_anything_heavy_is_loaded(kept_home: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PAINTED, PASSPHRASE], capture_output=True, text=True, timeout=120, check=True
    )
    assert done.stdout.splitlines() == ["loaded: [] False", "opened: True"]


def test_what_is_kept_shows_once_the_store_is_open(qtbot: QtBot, kept_home: Path, theme: Theme, tmp_path: Path) -> None:
    application = open_later()
    window = MainWindow(application, TaskRunner(), theme, tmp_path / "window.ini")
    saved = window.analyze.letters.saved
    assert saved.rowCount() == 0
    window.show()
    quiet(qtbot, window)
    assert saved.rowCount() == 1
    assert window.analyze.work.bar.words.text() == "You had 1 letter open."
    assert starts(application) == 2
    window.close()


def test_a_window_closed_at_once_leaves_everything_as_it_is(kept_home: Path, theme: Theme, tmp_path: Path) -> None:
    window = MainWindow(open_later(), TaskRunner(), theme, tmp_path / "window.ini")
    window.show()
    window.close()
    application = Bootstrap().open(PASSPHRASE)
    assert application.in_hand.left() == (LEFT,)
    assert len(application.letters.newest(10)) == 1
    application.close()


def test_a_store_that_is_not_in_order_is_refused_before_the_window(kept_home: Path) -> None:
    database = StoreFiles(kept_home).database
    content = database.read_bytes()
    database.write_bytes(content[:16] + bytes(4096) + content[4112:])
    with pytest.raises(DatabaseWrongKey):
        open_later()
    database.unlink()
    with pytest.raises(DatabaseMissing):
        open_later()


def test_a_failure_to_open_is_said_and_the_window_closes(
    qtbot: QtBot, kept_home: Path, theme: Theme, tmp_path: Path, shown: list[NexusError]
) -> None:
    application = open_later()
    window = MainWindow(application, TaskRunner(), theme, tmp_path / "window.ini")
    database = StoreFiles(kept_home).database
    content = database.read_bytes()
    database.write_bytes(content[:16] + bytes(4096) + content[4112:])  # after the first look
    with qtbot.waitSignal(window.closing, timeout=PATIENCE):
        window.show()
    assert [error.code for error in shown] == ["database.wrong_key"]
    shown.clear()
