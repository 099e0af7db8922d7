"""The diagnostics file helps whoever helps, and holds nothing of a letter, a person or a path."""

from __future__ import annotations

import json
import zipfile
from contextlib import closing
from pathlib import Path
from threading import Event

import pytest

from nexus_desktop.bootstrap import Bootstrap
from nexus_desktop.models.errors import ExportExists, ExportFailed, LetterCorrupt
from nexus_desktop.models.letter_models import ClientFields, Level
from nexus_desktop.services.application import Application
from nexus_desktop.services.diagnostics import Files
from tests.letters import LETTER, SURNAME

PASSPHRASE = "four words not together"


def quiet(phrase: str, done: float) -> None:
    """Progress that nobody watches."""


@pytest.fixture
def opened() -> Application:
    """The program after some work: a letter kept, a file refused, and a bug whose text quotes the letter."""
    starter = Bootstrap()
    application = starter.open(PASSPHRASE)
    letters = application.letters
    client = ClientFields(names=(f"Zephyrine {SURNAME}",))
    preparation = letters.open_text(LETTER, Level.STRICT, client, quiet, Event())
    letters.analyze(preparation, letters.accept_all(preparation, "ann"), quiet, Event())
    starter.report_failure(LetterCorrupt())
    try:
        int(LETTER)
    except ValueError as error:
        starter.report_failure(error)
    return application


def collected(application: Application) -> Files:
    return application.diagnostics.collect(quiet, Event())


def test_it_tells_versions_health_failures_and_figures(opened: Application) -> None:
    with closing(opened):
        files = collected(opened)
    assert json.loads(files["versions.json"])["sqlcipher3"]
    assert {check["name"] for check in json.loads(files["health.json"])["checks"]} >= {"database", "audit", "disk"}
    assert {one["code"] for one in json.loads(files["failures.json"])} == {"letter.corrupt", "internal.unexpected"}
    assert json.loads(files["figures.json"])['nexus_analyses_kept_total{label="valid"}'] == 1
    crash = next(text for name, text in files.items() if name.startswith("crash-"))
    assert json.loads(crash)["exception"] == "ValueError"


def test_it_holds_no_letter_no_person_and_no_path(opened: Application, home: Path) -> None:
    with closing(opened):
        files = collected(opened)
    told = "\n".join(files.values())
    for secret in (SURNAME, "219-09-9999", "osteoarthritis", PASSPHRASE, str(home), str(Path.home())):
        assert secret.lower() not in told.lower()


def test_it_is_saved_as_shown_and_never_over_a_file(opened: Application, tmp_path: Path) -> None:
    with closing(opened):
        files = collected(opened)
        path = tmp_path / "diagnostics.zip"
        opened.diagnostics.save(files, path)
        with zipfile.ZipFile(path) as archive:
            assert {name: archive.read(name).decode() for name in archive.namelist()} == files
        with pytest.raises(ExportExists):
            opened.diagnostics.save(files, path)
        with pytest.raises(ExportFailed):
            opened.diagnostics.save(files, tmp_path / "none" / "diagnostics.zip")
