"""Unfinished work comes back after a crash, and nobody without the key can read it."""

from __future__ import annotations

from pathlib import Path

import pytest

from nexus_desktop.models.errors import DatabaseReadOnly
from nexus_desktop.models.letter_models import ClientFields, Level, PhiCategory
from nexus_desktop.runtime.sealed_file import SealedFile
from nexus_desktop.services.work_in_hand import PlaceDecided, UnfinishedLetter, WorkInHand
from tests.letters import LETTER, NAME, SURNAME

KEY = bytes(range(32))
LETTERS = (
    UnfinishedLetter(
        title=f"{SURNAME}.pdf",
        sha256="a" * 64,
        level=Level.STRICT,
        client=ClientFields(names=(NAME,), ssn=("219-09-9999",)),
        path=f"/home/ann/{SURNAME}.pdf",
        decided=(PlaceDecided(3, 9, PhiCategory.PATIENT, redact=True, detector="names"),),
    ),
    UnfinishedLetter(
        title="Pasted letter", sha256="b" * 64, level=Level.MINIMAL, client=ClientFields(), pasted=LETTER + "\ud800"
    ),
)


def hand(folder: Path, key: bytes = KEY) -> WorkInHand:
    return WorkInHand(lambda: SealedFile(folder / "work-in-hand", key))


def test_what_was_in_hand_comes_back(tmp_path: Path) -> None:
    hand(tmp_path).keep(LETTERS)
    assert hand(tmp_path).left() == LETTERS


def test_it_cannot_be_read_in_the_file(tmp_path: Path) -> None:
    hand(tmp_path).keep(LETTERS)
    data = (tmp_path / "work-in-hand").read_bytes()
    assert not [needle for needle in (SURNAME, NAME, "219-09-9999", "osteoarthritis", "ann") if needle.encode() in data]
    assert (tmp_path / "work-in-hand").stat().st_mode & 0o077 == 0
    assert hand(tmp_path, bytes(32)).left() == ()


def test_nothing_in_hand_leaves_no_file(tmp_path: Path) -> None:
    hand(tmp_path).keep(LETTERS)
    hand(tmp_path).keep(())
    assert list(tmp_path.iterdir()) == []
    assert hand(tmp_path).left() == ()


@pytest.mark.parametrize("damage", [b"", b"short", b"x" * 500])
def test_a_damaged_file_costs_the_work_and_not_the_start(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / "work-in-hand").write_bytes(damage)
    assert hand(tmp_path).left() == ()


def test_one_changed_bit_shows(tmp_path: Path) -> None:
    hand(tmp_path).keep(LETTERS)
    path = tmp_path / "work-in-hand"
    data = bytearray(path.read_bytes())
    data[40] ^= 1
    path.write_bytes(bytes(data))
    assert hand(tmp_path).left() == ()


def test_a_sealed_file_under_another_name_does_not_open(tmp_path: Path) -> None:
    SealedFile(tmp_path / "one", KEY).write(b"content")
    (tmp_path / "one").rename(tmp_path / "other")
    assert SealedFile(tmp_path / "other", KEY).read() is None


def test_a_folder_that_is_gone_is_said_to_be(tmp_path: Path) -> None:
    with pytest.raises(DatabaseReadOnly):
        WorkInHand(lambda: SealedFile(tmp_path / "none" / "work", KEY)).keep(LETTERS)
