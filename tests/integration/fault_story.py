"""One fault of the machine, made for real in a process of its own, and what the program said to it, as JSON.

    python fault_story.py hold|stages            with a store of this test in NEXUS_HOME
    unshare -m python fault_story.py full|read_only   NEXUS_HOME is an empty folder, over which a small disk is mounted

``hold`` says "held" and keeps the database to itself until its input ends. ``stages`` says the name of each stage of a
letter as it begins, and ``kept ID`` after the last: meant to be killed. Called by tests, never imported by the program.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Event

from nexus_desktop import cli
from nexus_desktop.bootstrap import Bootstrap
from nexus_desktop.models.errors import NexusError
from nexus_desktop.models.letter_models import ClientFields, Level
from nexus_desktop.models.paper_models import ReportKind, Wishes
from nexus_desktop.runtime import key_locks
from nexus_desktop.services.application import Application
from nexus_desktop.services.workbench import Preparation
from tests.letters import LETTER

PASSPHRASE = "four words not together"
DISK = "12m"
STAGES = (
    "Reading the letter",
    "Looking for identifiers",
    "Removing identifiers",
    "Reading the letter by the rubric",
    "Saving",
    "Exporting",
)


def quiet(_words: str, _done: float) -> None:
    """Nobody watches."""


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def code_of(work: Callable[[], object]) -> str:
    """What some work fails with: a code, "done", or the class of what should never have come out."""
    try:
        work()
    except NexusError as error:
        return error.code
    except Exception as error:  # noqa: BLE001 - the tour looks for just these
        return type(error).__name__
    return "done"


def prepared(application: Application, text: str = LETTER) -> Preparation:
    return application.letters.open_text(text, Level.MODERATE, ClientFields(), quiet, Event())


def count(passphrase: str = PASSPHRASE) -> int:
    """Analyses in the store, and that its trail holds, by opening it anew."""
    application = Bootstrap().open(passphrase)
    try:
        assert application.audit.check(quiet, Event()).intact
        return len(application.letters.newest(1000))
    finally:
        application.close()


def hold() -> None:
    """Be the other program that has the database."""
    application = Bootstrap().open(PASSPHRASE)
    with application.audit._store.deed() as deed:
        deed.session.connection().exec_driver_sql("SELECT 1")
        say("held")
        sys.stdin.read()
    application.close()


def stages() -> None:
    """A letter from a file to a report, again and again."""
    application = Bootstrap().open(PASSPHRASE)
    letters, folder = application.letters, Path(os.environ["NEXUS_HOME"]).parent
    (folder / "letter.txt").write_text(LETTER)

    def watch(words: str, _done: float) -> None:
        if words in STAGES:
            say(words)

    while True:
        preparation = letters.open_file(folder / "letter.txt", Level.MODERATE, ClientFields(), watch, Event())
        outcome = letters.analyze(preparation, letters.accept_all(preparation, "story"), watch, Event())
        say(f"kept {outcome.record.id}")
        say("Exporting")
        report = folder / f"{outcome.record.id}.html"
        application.reports.export(outcome.record.id, report, ReportKind.HTML, Wishes())


# --- a small disk ---------------------------------------------------------------------------------------------------


def mount(*words: str) -> None:
    subprocess.run(["mount", *words, os.environ["NEXUS_HOME"]], check=True)


def fill(folder: Path) -> Path:
    """Leave no byte free."""
    filler = folder / "filler"
    with filler.open("wb", buffering=0) as file, contextlib.suppress(OSError):
        while True:
            file.write(bytes(4096))
    return filler


def full() -> dict[str, str | int]:
    """The disk fills up with a letter in hand."""
    mount("-t", "tmpfs", "-o", f"size={DISK},mode=0700", "none")
    home = Path(os.environ["NEXUS_HOME"])
    bootstrap = Bootstrap()
    application = bootstrap.open(PASSPHRASE)
    application.load_rest(Event())  # as a window does
    letters = application.letters
    preparation = prepared(application)
    kept_before = letters.analyze(preparation, letters.accept_all(preparation, "story"), quiet, Event()).record
    filler = fill(home)
    outcome = letters.analyze(preparation, letters.accept_all(preparation, "story"), quiet, Event())
    told: dict[str, str | int] = {
        "analyze": outcome.problem.code if outcome.problem else "done",
        "in hand": outcome.record.result.overall_score,
        "show": code_of(lambda: letters.show(kept_before.id)),
        "export": code_of(
            lambda: application.reports.export(kept_before.id, home / "report.html", ReportKind.HTML, Wishes())
        ),
        "half a report": int((home / "report.html").exists()),
        "health": next(one.code for one in application.health.run(quiet, Event()).checks if one.name == "disk"),
        "bug": code_of(lambda: bootstrap.report_failure(ValueError())),
        "another letter": code_of(lambda: prepared(application)),
        "another letter, later": code_of(lambda: prepared(application)),
    }
    filler.unlink()
    again = letters.keep(outcome)
    told["again"] = again.problem.code if again.problem else "done"
    told["close"] = code_of(application.close)
    application = bootstrap.open(PASSPHRASE)
    told["saved again"] = int(application.letters.keep(outcome).kept)
    application.close()
    told["kept"] = count()
    return told


def read_only() -> dict[str, str | int]:
    """The data folder can be read and nothing else."""
    mount("-t", "tmpfs", "-o", f"size={DISK},mode=0700", "none")
    application = Bootstrap().open(PASSPHRASE)
    preparation = prepared(application)
    application.letters.analyze(preparation, application.letters.accept_all(preparation, "story"), quiet, Event())
    application.close()
    from loguru import logger

    logger.remove()  # lets go of the log file
    mount("-o", "remount,ro")
    bootstrap = Bootstrap()
    letter = bootstrap.workbench().read_pasted(LETTER)
    told: dict[str, str | int] = {
        "window": code_of(bootstrap.take_window),
        "key": code_of(bootstrap.key_need),
        "open": code_of(lambda: bootstrap.open(PASSPHRASE)),
        "bug": code_of(lambda: bootstrap.report_failure(ValueError())),
        "without a store": code_of(
            lambda: bootstrap.workbench().prepare(letter, Level.MODERATE, ClientFields(), Event())
        ),
    }
    for name in ("health", "list", "sample"):
        words = io.StringIO()
        with contextlib.redirect_stdout(words), contextlib.redirect_stderr(words):
            told[name] = cli.main([name], Bootstrap)
        told[f"{name} says"] = int("database.read_only" in words.getvalue())
    mount("-o", "remount,rw")
    told["kept"] = count()
    return told


def cheap_keys() -> None:
    """Stretch passphrases for milliseconds: the faults are to hit the work."""
    key_locks.MEMORY_KIB, key_locks.PASSES = 8192, 1


if __name__ == "__main__":
    cheap_keys()
    story = {"hold": hold, "stages": stages, "full": full, "read_only": read_only}[sys.argv[1]]
    found = story()
    if found is not None:
        say(json.dumps(found))
