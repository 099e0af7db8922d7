"""The annotated letters through the whole program: none of their identifiers, and nothing readable, in any file.

Looked at while the store is open, so that the journal is there, and again after it was closed.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from threading import Event

import pytest

from nexus_desktop.bootstrap import Bootstrap
from nexus_desktop.models.backup_models import BackupReason
from nexus_desktop.models.letter_models import Level
from nexus_desktop.runtime import key_locks
from nexus_desktop.services.application import Application
from tests.annotated_letters import AnnotatedLetter, load

PASSPHRASE = "four words not together"
SHORTEST = 6
"""Characters of an identifier that random bytes do not hold by chance."""
READABLE = re.compile(rb"[\x20-\x7e]{24,}")
"""A run of letters and signs that a file of this size does not hold by chance: once in ten thousand gigabytes."""
ENCRYPTED = re.compile(r"\.db$|-wal$|\.sealed$")


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that holds everything the program may write: its data and the system's temporary files."""
    monkeypatch.setattr(key_locks, "MEMORY_KIB", 8192)
    monkeypatch.setattr(key_locks, "PASSES", 1)
    for name, variable in (("home", "NEXUS_HOME"), ("temporary", "TMPDIR")):
        (tmp_path / name).mkdir(mode=0o700)
        monkeypatch.setenv(variable, str(tmp_path / name))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    return tmp_path


def identifiers(letters: list[AnnotatedLetter]) -> set[str]:
    """Every marked identifier, as it stands and with its blanks made one."""
    marked = {letter.text[mark.start : mark.end] for letter in letters for mark in letter.marks}
    return {text for one in marked for text in (one, " ".join(one.split())) if len(text) >= SHORTEST}


def files(place: Path) -> Iterator[tuple[str, bytes]]:
    """Each file below a folder by name and content, and whatever a packed one holds."""
    for path in sorted(path for path in place.rglob("*") if path.is_file()):
        content = path.read_bytes()
        if zipfile.is_zipfile(BytesIO(content)):
            with zipfile.ZipFile(BytesIO(content)) as archive:
                yield from ((f"{path.name}/{name}", archive.read(name)) for name in archive.namelist())
        else:
            yield path.name, content


def holders(place: Path, words: set[str]) -> list[tuple[str, str]]:
    """Files that hold one of the words, in any of the forms a program writes text in."""
    forms = [(word, word.encode(code)) for word in words for code in ("utf-8", "utf-16-le")]
    return [(name, word) for name, content in files(place) for word, form in forms if form in content]


def readable(place: Path) -> list[tuple[str, bytes]]:
    """What can be read in files that are to be encrypted from their first byte to their last."""
    return [(name, *READABLE.findall(content)[:1]) for name, content in files(place) if is_readable(name, content)]


def is_readable(name: str, content: bytes) -> bool:
    return ENCRYPTED.search(name) is not None and READABLE.search(content) is not None


def quiet(_words: str, _done: float) -> None:
    """Nobody watches."""


def through(application: Application, letters: list[AnnotatedLetter]) -> None:
    """Each letter read, reviewed and analyzed as the program suggests."""
    for one in letters:
        preparation = application.letters.open_text(one.text, Level.STRICT, one.client(), quiet, Event())
        decisions = application.letters.accept_all(preparation, "test")
        application.letters.analyze(preparation, decisions, quiet, Event())


def test_no_identifier_and_nothing_readable_is_in_database_journal_backup_or_temporary_files(place: Path) -> None:
    letters = load("development")
    words = identifiers(letters)
    assert len(letters) == 30
    assert len(words) > 500
    application = Bootstrap().open(PASSPHRASE)
    through(application, letters)
    application.matters.create("2026-014", "C-7")
    for line in application.letters.newest(3):
        application.matters.assign(line.id, "2026-014")
    application.backups.make(BackupReason.ASKED, quiet, Event())
    application.matters.give("2026-014", place / "case.nexusmatter", PASSPHRASE, quiet, Event())
    assert (place / "home" / "nexus.db-wal").stat().st_size > 0
    names = [name for name, _ in files(place)]
    assert (
        sum(ENCRYPTED.search(name) is not None for name in names) >= 5
    )  # two databases in files, one open, its journal
    assert holders(place, words) == []
    assert readable(place) == []
    application.close()
    assert holders(place, words) == []
    assert readable(place) == []


def test_the_look_would_find_an_identifier_and_a_readable_page(place: Path) -> None:
    letters = load("development")[:1]
    word = max(identifiers(letters), key=len)
    (place / "temporary" / "left.tmp").write_bytes(f"of {word}.".encode("utf-16-le"))
    (place / "home" / "plain.db").write_bytes(b"\0" * 99 + b"CREATE TABLE nexus_letters (text)" + b"\0" * 99)
    assert holders(place, {word}) == [("left.tmp", word)]
    assert [name for name, _ in readable(place)] == ["plain.db"]
