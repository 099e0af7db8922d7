"""The picture of a page is drawn in the child and comes through the pipe; a changed file or a bad page is named."""

from __future__ import annotations

import hashlib
import io
import zlib
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from nexus_desktop.letters import page_picture, reader
from nexus_desktop.letters.page_picture import checked, packed
from nexus_desktop.models.errors import LetterChanged, LetterCorrupt, NexusError
from nexus_desktop.models.letter_models import PagePicture
from tests.data.builders.pdf_letters import lines, pdf
from tests.data.builders.reading import limits
from tests.data.builders.scans import encoded, page


def drawn(folder: Path, data: bytes, number: int = 1) -> PagePicture:
    path = folder / "letter"
    path.write_bytes(data)
    return reader.page_picture(path, hashlib.sha256(data).hexdigest(), number, limits())


def ink(picture: PagePicture) -> float:
    """The share of dark pixels."""
    with Image.open(io.BytesIO(picture.png)) as image:
        grey = image.convert("L")
        return sum(grey.histogram()[:128]) / (grey.width * grey.height)


def test_a_page_of_a_pdf_is_drawn(tmp_path: Path) -> None:
    data = pdf(lines(b"The first page"), lines(b"The second page, with more words on it"))
    first, second = drawn(tmp_path, data, 1), drawn(tmp_path, data, 2)
    assert [(one.page, one.pages) for one in (first, second)] == [(1, 2), (2, 2)]
    assert 0 < ink(first) < ink(second) < 0.1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["letter"]


def test_a_photo_is_drawn_upright(tmp_path: Path) -> None:
    picture = drawn(tmp_path, encoded(page(), form="JPEG", exif_orientation=6))
    with Image.open(io.BytesIO(picture.png)) as image:
        assert image.height > image.width  # turned as the camera says
    assert ink(picture) > 0.001


@pytest.mark.parametrize(("data", "number"), [(pdf(lines(b"One page")), 2), (b"%PDF-1.7 nonsense", 1), (b"words", 1)])
def test_what_cannot_be_drawn_is_named(tmp_path: Path, data: bytes, number: int) -> None:
    with pytest.raises(NexusError) as error:
        drawn(tmp_path, data, number)
    assert error.value.code.startswith("letter.")


def test_another_file_under_the_same_name_is_not_shown(tmp_path: Path) -> None:
    path = tmp_path / "letter.pdf"
    path.write_bytes(pdf(lines(b"Another letter")))
    with pytest.raises(LetterChanged):
        reader.page_picture(path, "0" * 64, 1, limits())


def test_what_a_child_sends_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    good = PagePicture(1, 1, packed(4, 2, bytes(24), 12, 3))
    assert checked(good) is good
    spoilt = [
        good.png[:-1],
        good.png + b"more",
        good.png.replace(b"IDAT", b"tEXt"),
        b"GIF89a" + good.png[6:],
        packed(4, 3, bytes(24), 12, 3),
        page_picture._SIGNATURE,
        b"",
    ]
    bomb = bytearray(good.png)
    packing = zlib.compress(bytes(10_000_000))
    bomb[33:37] = len(packing).to_bytes(4, "big")
    start = good.png.index(b"IDAT") + 4
    end = good.png.index(b"IEND") - 8
    spoilt.append(bytes(bomb[:start]) + packing + good.png[end:])
    for png in spoilt:
        with pytest.raises(LetterCorrupt):
            checked(replace(good, png=png))
    monkeypatch.setattr(page_picture, "LONGEST_SIDE", 3)
    with pytest.raises(LetterCorrupt):
        checked(good)
