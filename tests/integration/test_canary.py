"""A planted name, every stage made to fail in turn, and a search for the name everywhere it could have been left."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Any

import pytest

from nexus_desktop import cli
from nexus_desktop.bootstrap import Bootstrap
from nexus_desktop.models.errors import DatabaseFailed
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
    holders = []
    for path in place.rglob("*"):
        if path.is_file():
            content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
            if any(needle in content for needle in NEEDLES) or SURNAME in path.name:
                holders.append(path.name)
    return holders


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


def test_the_search_would_find_a_name(place: Path) -> None:
    (place / "temporary" / "left.tmp").write_text(f"of {NAME} and")
    (place / "home" / "wide.bin").write_bytes(SURNAME.encode("utf-16-le"))
    assert sorted(holders_of_the_name(place)) == ["left.tmp", "wide.bin"]
