"""A window is killed with letters in hand: nothing of them can be read on disk, and the next start offers them."""

from __future__ import annotations

import os
import select
import subprocess
import sys
from pathlib import Path
from threading import Event

import pytest

from nexus_desktop.bootstrap import Bootstrap
from nexus_desktop.models.letter_models import Level
from nexus_desktop.services.review import Review
from nexus_desktop.services.work_in_hand import FILE
from tests.letters import LETTER, NAME, SURNAME

ROOT = Path(__file__).resolve().parents[2]
PASSPHRASE = "four words not together"
PROMISED = 2.0  # seconds after a change until it is kept


def test_a_killed_window_loses_nothing_and_shows_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home, letters = tmp_path / "home", tmp_path / "letters"
    home.mkdir(mode=0o700)
    letters.mkdir()
    (letters / "first.txt").write_text(LETTER, "utf-8")
    (letters / "later.txt").write_text(LETTER, "utf-8")
    child = subprocess.Popen(
        [sys.executable, str(Path(__file__).with_name("desk_story.py")), str(letters / "first.txt"), PASSPHRASE],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT), "NEXUS_HOME": str(home), "TMPDIR": str(tmp_path)},
    )
    assert child.stdout is not None
    said = child.stdout.readline()
    select.select([], [], [], PROMISED)
    child.kill()
    errors = child.communicate()[1]
    assert said.startswith("decided "), errors[-2000:]
    decided = said.removeprefix("decided ").strip()

    written = [path for path in home.rglob("*") if path.is_file()]
    assert home / FILE in written
    readable = [
        path.name
        for path in written
        for word in (NAME, SURNAME, "219-09-9999", "first.txt", "osteoarthritis")
        if word.encode() in path.read_bytes()
    ]
    assert readable == []

    monkeypatch.setenv("NEXUS_HOME", str(home))
    application = Bootstrap().open(PASSPHRASE)
    try:
        later, first, pasted = application.in_hand.left()
        assert [later.path, first.path] == [str(letters / "later.txt"), str(letters / "first.txt")]
        assert pasted.pasted == LETTER
        assert later.sha256 == ""
        assert first.level is Level.MODERATE
        assert [LETTER[one.start : one.end] for one in first.decided if not one.redact] == [decided]
        again = application.letters.open_text(LETTER, first.level, first.client, lambda _words, _done: None, Event())
        review = Review(again)
        assert review.take_over((one.finding(), one.redact) for one in first.decided) == 1
        kept = [finding for finding in review.findings() if review.choice(finding) is False]
        assert [review.text_of(finding) for finding in kept] == [decided]
        application.in_hand.keep(())
        assert not (home / FILE).exists()
    finally:
        application.close()
