"""Words on a page with their places and how sure the engine is of each. rapidocr, whose models ship in its wheel.

Its own classifier of line direction is off: it turns upright lines over (measured: 6.5 instead of 0.2 percent of
characters wrong on a clean page). Nothing is downloaded: the models named here are files of the package.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from nexus_desktop.letters.ocr.straighten import levelled, quarter_turned

if TYPE_CHECKING:
    from nexus_desktop.letters.ocr.page_images import Pixels

THREADS = 2
_UPRIGHT = 0.85  # mean confidence; a page upside down gave 0.69, upright ones 0.95 and more
_LYING = 1.5  # how much taller than wide most lines are on a page that lies on its side


@dataclass(frozen=True, slots=True)
class Word:
    """A word, its box in pixels from the upper left corner, and a confidence from 0 to 1."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    confidence: float


class OcrEngine:
    """Loaded once a process; the first page is read faster for ``warm_up``."""

    def __init__(self) -> None:
        from nexus_desktop.letters.ocr.rapidocr_frame import RapidOCR

        self._read: Any = RapidOCR(
            params={
                "Global.use_cls": False,
                "Global.log_level": "critical",
                "EngineConfig.onnxruntime.intra_op_num_threads": THREADS,
                "EngineConfig.onnxruntime.inter_op_num_threads": 1,
            }
        )

    def warm_up(self) -> None:
        """Load models and start threads, before the rights to do so are given up."""
        small = Image.new("RGB", (80, 20), "white")
        ImageDraw.Draw(small).text((20, 4), "warm", fill="black", font=ImageFont.load_default_imagefont())
        self._lines(np.asarray(small.resize((640, 160))))

    def words(self, pixels: Pixels) -> list[list[Word]]:
        """The words of each line that was found, in no order; the page is set upright and level first."""
        page = levelled(pixels)
        lines = self._lines(page)
        if _lies(lines):
            page = levelled(quarter_turned(pixels, 1))
            lines = self._lines(page)
        if lines and _sureness(lines) < _UPRIGHT:
            other = self._lines(quarter_turned(page, 2))
            if _sureness(other) > _sureness(lines):
                return other
        return lines

    def _lines(self, pixels: Pixels) -> list[list[Word]]:
        found = self._read(pixels, return_word_box=True)
        if found.txts is None:  # nothing on the page; word_results then holds a word of no letters
            return []
        return [words for line in found.word_results if (words := [_word(*one) for one in line])]


def _word(text: str, confidence: float, box: Any) -> Word:  # noqa: ANN401 - the library has no types
    across, down = [float(x) for x, _ in box], [float(y) for _, y in box]
    return Word(text, min(across), min(down), max(across), max(down), float(confidence))


def _lies(lines: list[list[Word]]) -> bool:
    """Whether most lines run up or down the page."""
    tall = [
        line
        for line in lines
        if _LYING * (max(w.right for w in line) - min(w.left for w in line))
        < max(w.bottom for w in line) - min(w.top for w in line)
    ]
    return 2 * len(tall) > len(lines)


def _sureness(lines: list[list[Word]]) -> float:
    words = [word.confidence for line in lines for word in line]
    return sum(words) / len(words) if words else 0.0
