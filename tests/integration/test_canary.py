"""A planted name, every stage made to fail in turn, and a search for the name everywhere it could have been left."""

from __future__ import annotations

import gzip
import zipfile
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from nexus_desktop import cli
from nexus_desktop.bootstrap import Bootstrap
from nexus_desktop.models.backup_models import BackupReason
from nexus_desktop.models.case_models import CaseFacts
from nexus_desktop.models.errors import DatabaseFailed
from nexus_desktop.models.letter_models import ClientFields
from nexus_desktop.models.retention_models import PurgeCause, PurgeScope
from nexus_desktop.models.trail_models import TrailForm
from tests.letters import LETTER, NAME, SURNAME

PASSPHRASE = "four words not together"
NEEDLES = [word.encode(code) for word in (NAME, SURNAME, SURNAME.upper()) for code in ("utf-8", "utf-16-le")]

STAGES = {
    "reading": "nexus_desktop.letters.reader.read_file",
    "finding": "nexus_desktop.security.phi_deidentifier.PhiDeidentifier.find",
    "applying": "nexus_desktop.security.phi_deidentifier.PhiDeidentifier.apply",
    "scanning what is left": "nexus_desktop.security.phi_deidentifier.PhiDeidentifier.residual",
    "analyzing": "nexus_desktop.analysis.rubric.engine.RubricEngine.analyze",
    "grounding": "nexus_desktop.analysis.grounding.check",
    "telling of the import": "nexus_desktop.storage.store.Store.keep_import",
    "keeping": "nexus_desktop.storage.repositories.add_analysis",
    "auditing": "nexus_desktop.storage.audit_log.AuditLog.append",
    "printing": "nexus_desktop.cli.words.record_lines",
}


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that holds everything the program may write: its data and the system's temporary files."""
    (tmp_path / "home").mkdir(mode=0o700)
    (tmp_path / "temporary").mkdir()
    monkeypatch.setenv("NEXUS_HOME", str(tmp_path / "home"))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temporary"))
    return tmp_path


def holders_of_the_name(place: Path) -> list[str]:
    """Every file below a place that holds the name, compressed logs included."""
    files = [path for path in place.rglob("*") if path.is_file()]
    return [path.name for path in files if SURNAME in path.name or any(map(holds_the_name, contents(path)))]


def contents(path: Path) -> list[bytes]:
    """A file as it lies there, and whatever it packs."""
    found = [path.read_bytes()]
    if path.suffix == ".gz":
        found.append(gzip.decompress(found[0]))
    elif zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            found += [archive.read(name) for name in archive.namelist()]
    return found


def holds_the_name(content: bytes) -> bool:
    return any(needle in content for needle in NEEDLES)


def analyze(folder: Path) -> int:
    """The letter through the command line, as a person would."""
    letter, passphrase = folder / "letter.txt", folder / "passphrase"
    letter.write_text(LETTER, "utf-8")
    passphrase.write_text(PASSPHRASE + "\n")
    arguments = ["analyze", str(letter), "--accept-all-redactions", "--passphrase-file", str(passphrase)]
    return cli.main(arguments, Bootstrap)


@pytest.mark.parametrize("stage", STAGES)
def test_a_failing_stage_leaves_the_name_nowhere(
    stage: str,
    place: Path,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    def fail(*_args: Any, **_named: Any) -> Any:
        raise ValueError(LETTER)  # the worst kind: an exception that quotes the letter

    monkeypatch.setattr(STAGES[stage], fail)
    assert analyze(tmp_path_factory.mktemp("letters")) == 1
    out, err = capfd.readouterr()
    assert SURNAME not in out + err
    assert "internal.unexpected" in err
    assert holders_of_the_name(place) == []
    assert (place / "home" / "logs" / "nexus.jsonl").exists()


def test_a_store_that_fails_leaves_the_name_nowhere_and_the_result_in_hand(
    place: Path,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    def fail(*_args: Any, **_named: Any) -> Any:
        raise DatabaseFailed

    monkeypatch.setattr("nexus_desktop.storage.store.Store.keep_analysis", fail)
    assert analyze(tmp_path_factory.mktemp("letters")) == 1
    out, err = capfd.readouterr()
    assert "of 100" in out
    assert "database.failed" in err
    assert SURNAME not in out + err
    assert holders_of_the_name(place) == []


def test_success_leaves_the_name_nowhere(
    place: Path, tmp_path_factory: pytest.TempPathFactory, capfd: pytest.CaptureFixture[str]
) -> None:
    assert analyze(tmp_path_factory.mktemp("letters")) == 0
    out, err = capfd.readouterr()
    assert "at least as likely as not" in out
    assert SURNAME not in out + err
    assert holders_of_the_name(place) == []


def test_whatever_goes_out_holds_neither_the_name_nor_a_word_in_the_clear(
    place: Path, tmp_path_factory: pytest.TempPathFactory, capfd: pytest.CaptureFixture[str]
) -> None:
    """Backups, a matter for co-counsel, the exported trail, and what a change of key and a purge leave behind."""
    assert analyze(tmp_path_factory.mktemp("letters")) == 0
    capfd.readouterr()
    application = Bootstrap().open(PASSPHRASE)
    quiet, never = (lambda _words, _done: None), Event()
    (one,) = application.letters.newest(5)
    application.matters.create("2026-014", "C-7")
    application.matters.assign(one.id, "2026-014")
    matter = application.matters.found("2026-014")
    application.case_files.switch(matter.id, on=True)  # from here on the store itself holds the name, encrypted
    application.case_files.keep(matter.id, ClientFields(names=(NAME,)), CaseFacts(claimed=(SURNAME,)))
    application.case_files.note(matter.id, f"{NAME} rang.")
    application.matters.note(one.id, f"Call {NAME}, SSN 219-09-9999, about the xylophone.")
    application.backups.make(BackupReason.ASKED, quiet, never)
    application.matters.give("2026-014", place / "case.nexusmatter", PASSPHRASE, quiet, never)
    application.trail_export.export(place / "trail.zip", TrailForm.ALL, None, quiet, never)
    application.keys.change_database_key(PASSPHRASE, None, quiet)
    application.backups.make(BackupReason.KEYS, quiet, never)
    encrypted = [path for path in place.rglob("*") if path.suffix in (".db", ".nexusbackup", ".nexusmatter")]
    encrypted += list(place.rglob("*-wal"))
    assert len(encrypted) >= 4
    for path in encrypted:
        for word in (b"osteoarthritis", b"xylophone", b"at least as likely", b"nexus_analyses", b"CREATE TABLE"):
            assert word not in path.read_bytes(), (path.name, word)
    assert holders_of_the_name(place) == []
    purge = application.retention.plan(PurgeScope(PurgeCause.CLIENT, "C-7"))
    assert application.retention.purge(purge, quiet, never).clean
    application.close()
    assert holders_of_the_name(place) == []


def test_the_search_would_find_a_name(place: Path) -> None:
    (place / "temporary" / "left.tmp").write_text(f"of {NAME} and")
    (place / "home" / "wide.bin").write_bytes(SURNAME.encode("utf-16-le"))
    with zipfile.ZipFile(place / "packed.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("inside.txt", f"of {NAME} and")
    assert sorted(holders_of_the_name(place)) == ["left.tmp", "packed.zip", "wide.bin"]
