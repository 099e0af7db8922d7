"""Files made to harm: each ends in its own error, within its memory, with no child and no file left behind."""

from __future__ import annotations

import os
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import psutil
import pytest

from nexus_desktop.letters import reader
from nexus_desktop.models.errors import NexusError
from tests.data.builders import pdf_letters, word_letters
from tests.data.builders.reading import code_from_file, from_file, limits

CAP_MB = 200  # a fifth of the real cap: the bombs reach it in a tenth to two seconds
NAME = "Quillfeather"  # planted in every letter and in the name of its folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / NAME
    made.mkdir()
    return made


@pytest.fixture(autouse=True)
def nothing_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    room = tmp_path / "tmp"
    room.mkdir()
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(room))
    monkeypatch.setattr(tempfile, "tempdir", None)
    systems = Path("/tmp")  # where a child without TMPDIR would write
    before = set(systems.glob("tmp*")) if systems.is_dir() else set()
    yield
    assert list(room.iterdir()) == []
    assert not {path for path in systems.glob("tmp*") if path not in before and is_of_a_letter(path)}
    assert psutil.Process().children(recursive=True) == []


def is_of_a_letter(path: Path) -> bool:
    """Whether a file is a letter or a piece of one; other programs on the machine write files there, too."""
    try:
        content = path.read_bytes()
    except OSError:  # a folder, or gone already
        return False
    return NAME.encode() in content or content.startswith((b"%PDF", b"PK\3\4", b"{\\rtf"))


def _cut(document: bytes) -> bytes:
    return document[: len(document) * 2 // 3]


BOMBS: dict[str, tuple[Callable[[], bytes], str]] = {
    "self-drawing form": (pdf_letters.self_drawing_form, "letter.reader_stopped"),
    "double Flate": (lambda: pdf_letters.double_flate(300), "letter.reader_stopped"),
    "endless page": (lambda: pdf_letters.endless_page(12_000_000), "letter.reader_stopped"),
    "braces": (lambda: b"{\\rtf1" + b"{" * 5_000_000, "letter.reader_stopped"),
    "zip bomb": (lambda: word_letters.xml_bomb(150), "letter.unpacks_too_large"),
    "zip bomb of many": (
        lambda: word_letters.docx("", {f"word/media/{n}.bmp": bytes(9_000_000) for n in range(24)}),
        "letter.unpacks_too_large",
    ),
    "entities": (word_letters.entity_bomb, "letter.corrupt"),
    "deep XML": (lambda: word_letters.deep_xml(10_000), "letter.corrupt"),
    "large RTF": (lambda: word_letters.rtf(rf"{NAME} \par " * 400_000), "letter.too_long"),
    "zeros": (lambda: bytes(20_000_000), "letter.unknown_kind"),
    "huge page": (
        lambda: pdf_letters.pdf(pdf_letters.lines(NAME.encode()), box=b"[0 0 2000000 2000000]"),
        "letter.page_too_large",
    ),
    "cut PDF": (lambda: _cut(pdf_letters.pdf(pdf_letters.lines(NAME.encode()))), "letter.corrupt"),
    "cut DOCX": (lambda: _cut(word_letters.every_place()), "letter.corrupt"),
    "cut RTF": (lambda: _cut(word_letters.rtf(f"{{{NAME}}} {NAME} {NAME}")), "letter.corrupt"),
    "locked PDF": (
        lambda: pdf_letters.encrypted(pdf_letters.lines(NAME.encode()), user=b"secret"),
        "letter.password",
    ),
}


@pytest.mark.parametrize("name", BOMBS)
def test_hostile_file(folder: Path, name: str) -> None:
    build, expected = BOMBS[name]
    with pytest.raises(NexusError) as caught:
        from_file(folder, build(), child_memory_mb=CAP_MB, child_seconds=20, characters=4_000_000)
    assert caught.value.code == expected
    told = "".join(traceback.format_exception(caught.value)) + repr(vars(caught.value)) + caught.value.sentence
    assert NAME not in told.replace(str(folder), "")


def test_xml_that_fits_the_limits_and_not_the_memory(folder: Path) -> None:
    document = word_letters.docx("<w:p/>" * 3_000_000)
    assert code_from_file(folder, document, child_memory_mb=CAP_MB, unpack_ratio=5000) == "letter.reader_stopped"


@pytest.mark.skipif(sys.platform == "win32", reason="needs rusage")
def test_memory_of_children_stays_below_the_cap(folder: Path) -> None:
    import resource

    unit = 1 if sys.platform == "darwin" else 1024
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * unit
    for build in (pdf_letters.self_drawing_form, lambda: pdf_letters.double_flate(900)):
        assert code_from_file(folder, build(), child_memory_mb=CAP_MB) == "letter.reader_stopped"
    after = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * unit
    assert after <= max(before, CAP_MB * 1024 * 1024)


def test_names_that_lead_out_write_nothing(folder: Path) -> None:
    document = word_letters.docx(word_letters.paragraph("safe"), {"../../escaped.xml": "<x/>", "/escaped.xml": "<x/>"})
    assert from_file(folder, document).phi_text == "safe"
    assert not list(folder.parent.parent.rglob("escaped.xml"))


def test_scripts_and_attachments_do_nothing(folder: Path) -> None:
    script = b"/OpenAction<</S/JavaScript/JS(this.exportDataObject\\({cName:'a',nLaunch:2}\\))>>"
    letter = from_file(folder, pdf_letters.pdf(pdf_letters.lines(b"safe"), catalog=script))
    assert letter.phi_text == "safe"


def test_the_current_folder_is_not_trusted(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "lxml.py").write_text("raise SystemExit('planted')")
    (folder / "json.py").write_text("raise SystemExit('planted')")
    monkeypatch.chdir(folder)
    assert from_file(folder, word_letters.docx(word_letters.paragraph("safe"))).phi_text == "safe"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs POSIX files")
def test_paths_that_are_no_letters(folder: Path) -> None:
    os.mkfifo(folder / "fifo")
    expected = {
        folder: "folder",
        folder / "fifo": "not_a_file",
        Path("/dev/zero"): "not_a_file",
        folder / "x": "not_found",
    }
    for path, code in expected.items():
        with pytest.raises(NexusError) as caught:
            reader.read_file(path, limits())
        assert caught.value.code == f"letter.{code}"
        assert NAME not in repr(caught.value) + repr(caught.value.__context__) + caught.value.sentence


def test_cancelled_in_the_middle_of_a_bomb(folder: Path) -> None:
    class AfterSomeLooks(Event):
        looks = 0

        def is_set(self) -> bool:
            self.looks += 1
            return self.looks > 6

    path = folder / "letter"
    path.write_bytes(pdf_letters.self_drawing_form())
    with pytest.raises(NexusError) as caught:
        reader.read_file(path, limits(), None, AfterSomeLooks())
    assert caught.value.code == "cancelled"
