"""Scans and photos become text, by the real engine in a real child process; bad ones are named, and cost little."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from PIL import Image

from nexus_desktop.letters import ocr, reader
from nexus_desktop.letters.ocr.page_images import Pixels
from nexus_desktop.letters.ocr.straighten import slant
from nexus_desktop.models.errors import Cancelled
from nexus_desktop.models.letter_models import Letter, LetterKind
from tests.data.builders.reading import code_from_file, from_file, limits
from tests.data.builders.scans import HEIGHT, WIDTH, encoded, noisy, page

PHRASE = "at least as likely as not"


def read(folder: Path, data: bytes) -> Letter:
    letter = from_file(folder, data)
    assert letter.scanned
    return letter


def words(letter: Letter) -> str:
    return " ".join(letter.phi_text.split())


def test_the_component_is_there_for_tests() -> None:
    assert ocr.installed()


def test_a_clean_scan_is_read_word_for_word(tmp_path: Path) -> None:
    letter = read(tmp_path, encoded(page()))
    assert (letter.kind, letter.pages) == (LetterKind.IMAGE, 1)
    assert "Zephyrine Quackenbosch" in words(letter)
    assert "219-09-9999" in words(letter)
    assert PHRASE in words(letter)
    assert letter.phi_text.index("SSN") > letter.phi_text.index("Quackenbosch")


@pytest.mark.parametrize("degrees", [-5])
def test_a_slanted_scan_keeps_the_order_of_its_lines(tmp_path: Path, degrees: int) -> None:
    turned = page().rotate(degrees, expand=True, fillcolor=255)
    letter = read(tmp_path, encoded(turned, form="JPEG"))
    places = [words(letter).find(part) for part in ("Zephyrine", "219-09-9999", "likely as not", "left knee")]
    assert -1 not in places
    assert places == sorted(places)


@pytest.mark.parametrize("quarter", [90, 180])
def test_a_page_that_lies_or_stands_on_its_head_is_turned(tmp_path: Path, quarter: int) -> None:
    letter = read(tmp_path, encoded(page().rotate(quarter, expand=True)))
    assert PHRASE in words(letter)
    assert "Quackenbosch" in words(letter)


def test_a_photo_is_turned_the_way_the_camera_held_it(tmp_path: Path) -> None:
    lying = page().rotate(90, expand=True)
    letter = read(tmp_path, encoded(lying, form="JPEG", exif_orientation=6))
    assert PHRASE in words(letter)


def test_pages_of_a_tiff_are_read_in_turn(tmp_path: Path) -> None:
    told: list[float] = []
    path = tmp_path / "letter.tif"
    path.write_bytes(encoded(page(("first page here",)), page(("second page there",)), form="TIFF"))
    letter = reader.read_file(path, limits(), lambda _, done: told.append(done))
    first, second = letter.phi_text.split("\f")
    assert "first page" in first
    assert "second page" in second
    assert told == [0.5, 1.0]


def test_a_pdf_of_text_and_scans_is_read_whole(tmp_path: Path) -> None:
    scanned = encoded(page(), form="PDF")
    letter = read(tmp_path, scanned)
    assert letter.kind is LetterKind.PDF
    assert PHRASE in words(letter)
    assert "page 1 scanned" in letter.parts_used


def test_hardly_legible_words_are_marked_at_their_places(tmp_path: Path) -> None:
    sheet = page()
    sheet.paste(noisy(sheet.crop((0, 180, WIDTH, HEIGHT)).resize((360, 110)).resize((WIDTH, HEIGHT - 180))), (0, 180))
    letter = read(tmp_path, encoded(sheet))
    assert letter.unsure
    for one in letter.unsure:
        assert letter.phi_text[one.start : one.end].strip() == letter.phi_text[one.start : one.end]
        assert one.confidence < 0.85
    clean_part = letter.phi_text.index("SSN")
    assert all(one.start > clean_part for one in letter.unsure)


def test_an_empty_page_is_empty(tmp_path: Path) -> None:
    assert code_from_file(tmp_path, encoded(Image.new("L", (800, 600), 255))) == "letter.empty"


def test_half_a_file_is_corrupt(tmp_path: Path) -> None:
    data = encoded(page(), form="JPEG")
    assert code_from_file(tmp_path, data[: len(data) // 3]) == "letter.corrupt"


def test_a_picture_that_unpacks_to_far_too_much_is_refused_unopened(tmp_path: Path) -> None:
    bomb = encoded(Image.new("1", (20_000, 20_000)))
    assert len(bomb) < 100_000
    assert code_from_file(tmp_path, bomb) == "letter.page_too_large"


def test_more_pages_than_allowed_are_refused(tmp_path: Path) -> None:
    data = encoded(page(), page(), page(), form="TIFF")
    assert code_from_file(tmp_path, data, pages=2) == "letter.too_many_pages"


def test_a_scan_can_be_cancelled(tmp_path: Path) -> None:
    path = tmp_path / "letter.tif"
    path.write_bytes(encoded(*[page()] * 50, form="TIFF"))
    flag = Event()
    with pytest.raises(Cancelled):
        reader.read_file(path, limits(), lambda _phrase, _done: flag.set(), flag)


@pytest.mark.parametrize("degrees", [-6.0, -2.0, 0.0, 1.0, 7.0])
def test_the_slant_of_a_page_is_measured(degrees: float) -> None:
    import numpy as np

    turned = page().rotate(degrees, expand=True, fillcolor=255).convert("RGB")
    pixels: Pixels = np.asarray(turned)
    assert abs(slant(pixels) - degrees) <= 0.5
