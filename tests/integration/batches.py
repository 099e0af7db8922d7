"""Folders full of letters with one broken file in a hundred, for the test and the benchmark of batches."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from pathlib import Path

from nexus_desktop.runtime import paths
from tests.data.builders import pdf_letters, word_letters

EVERY = 100
"""One file in so many is broken."""


@dataclass(frozen=True)
class Batch:
    """Files in the order they are given, and the code that each broken one has to be answered with."""

    files: tuple[Path, ...]
    codes: dict[Path, str]

    @property
    def whole(self) -> int:
        return len(self.files) - len(self.codes)


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _cut(path: Path) -> None:
    document = word_letters.every_place()
    path.write_bytes(document[: len(document) // 2])


def _locked(path: Path) -> None:
    path.write_bytes(pdf_letters.encrypted(pdf_letters.lines(b"locked"), user=b"secret"))


def _zeros(path: Path) -> None:
    path.write_bytes(bytes(10_000))


def _device(path: Path) -> None:
    path.symlink_to(os.devnull)


def _nothing(_path: Path) -> None:
    """A name in the list, and no file."""


BROKEN: tuple[tuple[str, Callable[[Path], object]], ...] = (
    ("letter.empty", _empty),
    ("letter.corrupt", _cut),
    ("letter.password", _locked),
    ("letter.unknown_kind", _zeros),
    ("letter.folder", Path.mkdir),
    ("letter.not_a_file", _device),
    ("letter.not_found", _nothing),
)


def make(folder: Path, count: int, every: int = EVERY) -> Batch:
    """``count`` files: the sample letter with a number of its own as text, Word and RTF, and the broken ones."""
    sample = paths.resource("samples/nexus-letter.txt").read_text("utf-8")
    files, codes = [], {}
    for number in range(count):
        if number % every == every // 2:
            code, spoil = BROKEN[number // every % len(BROKEN)]
            path = folder / f"broken-{number}\nsecond line"
            spoil(path)
            codes[path] = code
        else:
            path = folder / f"letter-{number}"
            path.write_bytes(_written(f"{sample}\nOur number {number}.\n", number % 3))
        files.append(path)
    return Batch(tuple(files), codes)


def _written(text: str, form: int) -> bytes:
    if form == 1:
        return word_letters.docx("".join(word_letters.paragraph(escape(line)) for line in text.split("\n")))
    if form == 2:
        return word_letters.rtf(r" \par ".join(text.encode("ascii", "replace").decode().split("\n")))
    return text.encode()
