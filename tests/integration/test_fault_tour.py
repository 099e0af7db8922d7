"""The fault tour: each fault made for real, each answered with its code, and no letter lost.

What a window does meanwhile is in tests/ui/test_fault_tour_window.py; bench_faults.py prints both as a table.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from threading import Event

import pytest

from nexus_desktop import cli
from nexus_desktop.bootstrap import Bootstrap, kept_parts, letter_parts, now, starter, watch_parts
from nexus_desktop.models.backup_models import BackupReason
from nexus_desktop.models.errors import NexusError
from nexus_desktop.models.letter_models import ClientFields, Level
from nexus_desktop.runtime import key_locks
from nexus_desktop.services.analyze_letter import Outcome
from nexus_desktop.services.application import Application
from nexus_desktop.services.health import Health
from tests.data.builders import pdf_letters
from tests.integration import batches
from tests.integration.fault_story import PASSPHRASE, STAGES, count, prepared, quiet
from tests.integration.test_real_keyring import NEEDED, in_session
from tests.letters import LETTER

ROOT = Path(__file__).resolve().parents[2]
STORY = Path(__file__).with_name("fault_story.py")


def namespace() -> list[str]:
    """The command that gives a process mounts of its own; empty where this account may not."""
    for options in (["-m"], ["-Urm"]):
        command = ["unshare", *options]
        probe = [*command, "mount", "-t", "tmpfs", "none", "/mnt"]
        with contextlib.suppress(OSError):
            if subprocess.run(probe, capture_output=True, check=False).returncode == 0:
                return command
    return []


def told_by(story: str) -> dict[str, str | int]:
    """What the program said to a fault in a process with a small disk of its own."""
    command = namespace()
    if not command:
        pytest.skip("needs the right to mount a small disk")
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [*command, sys.executable, str(STORY), story],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    told: dict[str, str | int] = json.loads(done.stdout.splitlines()[-1])
    return told


def start(story: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, str(STORY), story],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def said(child: subprocess.Popen[str]) -> str:
    assert child.stdout is not None
    return child.stdout.readline().rstrip("\n")


@contextlib.contextmanager
def held_by_another() -> Iterator[None]:
    """Another process has the database to itself meanwhile."""
    child = start("hold")
    try:
        assert said(child) == "held"
        yield
    finally:
        _, errors = child.communicate("")
        assert errors == ""


@pytest.fixture
def cheap_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(key_locks, "MEMORY_KIB", 8192)
    monkeypatch.setattr(key_locks, "PASSES", 1)


@pytest.fixture
def bootstrap() -> Bootstrap:
    """Waits a second for a busy database instead of fifteen."""
    made = Bootstrap()
    store = made.settings.store.model_copy(update={"busy_seconds": 1})
    made.settings = made.settings.model_copy(update={"store": store})
    return made


@pytest.fixture
def application(bootstrap: Bootstrap, cheap_keys: None) -> Iterator[Application]:
    made = bootstrap.open(PASSPHRASE)
    yield made
    made.close()


def analyze(application: Application) -> Outcome:
    preparation = prepared(application)
    decisions = application.letters.accept_all(preparation, "tour")
    return application.letters.analyze(preparation, decisions, quiet, Event())


def health(application: Application, name: str) -> tuple[Health, str]:
    checks = application.health.run(quiet, Event()).checks
    return next((one.health, one.code) for one in checks if one.name == name)


# --- the disk and the file ------------------------------------------------------------------------------------------


def test_a_full_disk() -> None:
    assert told_by("full") == {
        "analyze": "database.disk_full",
        "in hand": 84,
        "show": "done",
        "export": "export.failed",
        "half a report": 0,
        "health": "disk.full",
        "bug": "done",
        "another letter": "database.disk_full",
        "another letter, later": "database.disk_full",
        "again": "database.resting",
        "close": "done",
        "saved again": 1,
        "kept": 2,
    }


def test_a_data_folder_that_cannot_be_written_to() -> None:
    assert told_by("read_only") == {
        "window": "database.read_only",
        "key": "database.read_only",
        "open": "database.read_only",
        "bug": "done",
        "without a store": "done",
        "health": 11,
        "health says": 1,
        "list": 3,
        "list says": 1,
        "sample": 0,
        "sample says": 0,
        "kept": 1,
    }


def test_a_database_that_another_program_has(application: Application) -> None:
    preparation = prepared(application)
    decisions = application.letters.accept_all(preparation, "tour")
    with held_by_another():
        outcome = application.letters.analyze(preparation, decisions, quiet, Event())
        assert outcome.problem is not None
        assert outcome.problem.code == "database.busy"
        assert application.letters.newest(10) == []
    assert application.letters.keep(outcome).kept
    assert [line.id for line in application.letters.newest(10)] == [outcome.record.id]


def test_a_database_file_that_is_exchanged_while_open(application: Application, home: Path, tmp_path: Path) -> None:
    first = analyze(application)
    database, away = home / "nexus.db", tmp_path / "away.db"
    shutil.copy(database, tmp_path / "other.db")
    database.rename(away)
    gone = analyze_anyway(application)
    shutil.copy(tmp_path / "other.db", database)
    exchanged = analyze_anyway(application)
    assert {gone, exchanged} == {"database.replaced"}
    assert health(application, "database") == (Health.FAILURE, "database.replaced")
    away.replace(database)
    again = analyze(application)
    assert {line.id for line in application.letters.newest(10)} == {first.record.id, again.record.id}


def test_a_letter_in_hand_when_the_file_is_exchanged(application: Application, home: Path, tmp_path: Path) -> None:
    preparation = prepared(application)
    (home / "nexus.db").rename(tmp_path / "away.db")
    decisions = application.letters.accept_all(preparation, "tour")
    outcome = application.letters.analyze(preparation, decisions, quiet, Event())
    assert outcome.problem is not None
    assert (outcome.problem.code, outcome.record.result.overall_score) == ("database.replaced", 84)
    (tmp_path / "away.db").rename(home / "nexus.db")
    assert application.letters.keep(outcome).kept


def test_a_database_that_is_written_over_in_place(application: Application, home: Path) -> None:
    analyze(application)
    with (home / "nexus.db").open("r+b") as file:
        file.seek(4096)
        file.write(os.urandom((home / "nexus.db").stat().st_size - 4096))
    state, code = health(application, "database")
    assert (state, code) in {(Health.FAILURE, "database.damaged"), (Health.FAILURE, "database.wrong_key")}


def analyze_anyway(application: Application) -> str:
    """The code with which a letter could not be added."""
    with pytest.raises(NexusError) as caught:
        analyze(application)
    return caught.value.code


# --- time, keys, memory ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("days", [1, -1])
def test_a_clock_that_jumps_by_a_day(cheap_keys: None, monkeypatch: pytest.MonkeyPatch, days: int) -> None:
    jump = [timedelta()]

    def clock() -> datetime:
        return now() + jump[0]

    for module in (kept_parts, letter_parts, watch_parts, starter):
        monkeypatch.setattr(module, "now", clock)
    application = Bootstrap().open(PASSPHRASE)
    application.load_rest(Event())  # as a window does
    first = analyze(application)
    application.backups.make(BackupReason.ASKED, quiet, Event())
    jump[0] = timedelta(days=days)
    second = analyze(application)
    assert second.kept
    assert application.letters.seen_before(prepared(application)) is not None
    assert application.audit.check(quiet, Event()).intact
    assert {line.id for line in application.letters.newest(10)} == {first.record.id, second.record.id}
    jump[0] = timedelta()
    assert health(application, "clock")[1] == ("clock.behind" if days > 0 else "clock.ok")
    application.close()
    assert count() == 2


@pytest.mark.keyring
@pytest.mark.skipif(not all(map(shutil.which, NEEDED)), reason="needs dbus and gnome-keyring")
def test_a_keyring_that_is_locked_in_the_middle(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    for part in ("locked", "afterwards"):
        in_session(tmp_path / "machine", "fault_keyring_story.py", part, str(folder))


def test_a_letter_that_takes_all_memory_costs_only_itself(
    bootstrap: Bootstrap, cheap_keys: None, tmp_path: Path
) -> None:
    limits = bootstrap.settings.limits.model_copy(update={"child_memory_mb": 256})
    bootstrap.settings = bootstrap.settings.model_copy(update={"limits": limits})
    application = bootstrap.open(PASSPHRASE)
    bomb = tmp_path / "bomb.pdf"
    bomb.write_bytes(pdf_letters.double_flate(600))
    with pytest.raises(NexusError) as caught:
        application.letters.open_file(bomb, Level.MODERATE, ClientFields(), quiet, Event())
    assert caught.value.code == "letter.reader_stopped"
    assert analyze(application).kept
    application.close()


# --- many letters, many processes -----------------------------------------------------------------------------------


def test_a_batch_with_broken_files(cheap_keys: None, tmp_path: Path) -> None:
    batch = batches.make(tmp_path, 28, every=4)
    words = tmp_path / "words.txt"
    words.write_text(PASSPHRASE)
    out, told = io.StringIO(), io.StringIO()
    given = ["analyze", *map(str, batch.files), "--accept-all-redactions", "--passphrase-file", str(words)]
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(told):
        status = cli.main(given, Bootstrap)
    assert status == 3
    assert re.findall(r"\[([a-z_.]+)\]", told.getvalue()) == list(batch.codes.values())
    assert all("\\nsecond line: " in line for line in told.getvalue().splitlines()[::2])
    assert count() == batch.whole


def test_a_bug_that_one_letter_meets_costs_the_others_nothing(
    cheap_keys: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from nexus_desktop.services.workbench import Workbench

    real = Workbench.read_file

    def read(self: Workbench, path: Path, *given: object) -> object:
        if path.name == "bad":
            raise ZeroDivisionError(LETTER)
        return real(self, path, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(Workbench, "read_file", read)
    files = [tmp_path / name for name in ("one", "bad", "two")]
    for path in files:
        path.write_text(LETTER)
    words = tmp_path / "words.txt"
    words.write_text(PASSPHRASE)
    told = io.StringIO()
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(told):
        given = ["analyze", *map(str, files), "--accept-all-redactions", "--passphrase-file", str(words)]
        assert cli.main(given, Bootstrap) == 1
    assert "internal.unexpected" in told.getvalue()
    assert "Quackenbosch" not in told.getvalue()
    assert count() == 2


def test_a_kill_in_every_stage(cheap_keys: None, home: Path) -> None:
    kept: set[str] = set()
    for stage in STAGES:
        child = start("stages")
        while (line := said(child)) != stage:
            assert line, child.stderr and child.stderr.read()[-2000:]
            kept |= {line.removeprefix("kept ")} if line.startswith("kept ") else set()
        child.kill()
        rest, errors = child.communicate()
        assert errors == ""
        kept |= {line.removeprefix("kept ") for line in rest.splitlines() if line.startswith("kept ")}
        application = Bootstrap().open(PASSPHRASE)
        assert kept <= {line.id for line in application.letters.newest(1000)}
        assert application.audit.check(quiet, Event()).intact
        application.close()
    assert kept
    assert all(path.stat().st_size for path in home.parent.glob("*.html"))


def test_a_second_process_works_beside_the_first(application: Application, tmp_path: Path) -> None:
    child = start("stages")
    while not (line := said(child)).startswith("kept "):
        assert line
        assert analyze(application).kept
    child.kill()
    child.communicate()
    ids = {one.id for one in application.letters.newest(1000)}
    assert line.removeprefix("kept ") in ids
    assert len(ids) > 2
    assert application.audit.check(quiet, Event()).intact
