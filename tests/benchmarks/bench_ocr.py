"""How well and how fast scans are read, beside Tesseract where it is installed: the same pages, in one run.

    python tests/benchmarks/bench_ocr.py

Pages of the sample letter, clean, slanted, and as a bad fax. Prints the share of words read wrong (word error rate),
identifiers read without a fault, and seconds a page; ours also as a ratio to Tesseract's.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from textwrap import wrap
from time import perf_counter

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from nexus_desktop.letters.ocr.engine import OcrEngine
from nexus_desktop.letters.ocr.reading_order import page_text
from nexus_desktop.runtime import paths
from tests.benchmarks.figures import figure

IDENTIFIERS = re.compile(
    r"\d{3}[-) ]{1,2}\d{3}-\d{4}|xxx-xx-\d{4}|C \d\d \d{3} \d{3}|\b\d{5}\b|Ellingboe|Vasquez-Thorne"
)
WIDTH, HEIGHT, LEFT, TOP = 1700, 2200, 140, 120  # letter size at 200 dpi
Read = Callable[[Image.Image], str]


def page(text: str) -> tuple[Image.Image, str]:
    """As much of a text as fits on a page, and that text."""
    image = Image.new("L", (WIDTH, HEIGHT), 255)
    draw = ImageDraw.Draw(image)
    font = ImageFont.load_default(25)
    lines = [part for line in text.split("\n") for part in (wrap(line, 105) or [""])]
    shown = lines[: (HEIGHT - 2 * TOP) // 34]
    for number, line in enumerate(shown):
        draw.text((LEFT, TOP + 34 * number), line, font=font, fill=0)
    return image, "\n".join(shown)


def slanted(image: Image.Image) -> Image.Image:
    return grainy(image.rotate(1.7, fillcolor=255, resample=Image.Resampling.BICUBIC), 0.8, 14)


def fax(image: Image.Image) -> Image.Image:
    small = image.resize((WIDTH * 3 // 5, HEIGHT * 3 // 5), Image.Resampling.BILINEAR).resize((WIDTH, HEIGHT))
    return grainy(small, 0.9, 26)


def grainy(image: Image.Image, blur: float, grain: float) -> Image.Image:
    chance = np.random.default_rng(7)
    pixels = np.asarray(image.filter(ImageFilter.GaussianBlur(blur)), np.float64)
    return Image.fromarray(np.clip(40 + pixels * 0.8 + chance.normal(0, grain, pixels.shape), 0, 255).astype(np.uint8))


def word_error_rate(truth: str, read: str) -> float:
    """Edits of words from one to the other, of the words there are (Levenshtein)."""
    a, b = truth.split(), read.split()
    row = list(range(len(b) + 1))
    for i, word in enumerate(a, 1):
        previous, row[0] = row[0], i
        for j, other in enumerate(b, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (word != other))
    return row[-1] / max(1, len(a))


def ours() -> Read:
    engine = OcrEngine()
    engine.warm_up()
    return lambda image: page_text(engine.words(np.asarray(image.convert("RGB")))).text


def tesseract(image: Image.Image) -> str:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.png"
        image.save(path, dpi=(200, 200))
        done = subprocess.run(["tesseract", str(path), "-", "--psm", "6"], capture_output=True, text=True, check=True)
    return done.stdout


def main() -> None:
    image, truth = page(paths.resource("samples/nexus-letter.txt").read_text("utf-8"))
    wanted = set(IDENTIFIERS.findall(truth))
    readers: dict[str, Read] = {"ours": ours()}
    if shutil.which("tesseract"):
        readers["tesseract"] = tesseract
    for name, make in (("clean", lambda one: one), ("slanted", slanted), ("bad fax", fax)):
        sheet = make(image)
        seconds: dict[str, float] = {}
        wrong: dict[str, float] = {}
        for reader, read in readers.items():
            began = perf_counter()
            text = read(sheet)
            seconds[reader] = perf_counter() - began
            whole = sum(one in text for one in wanted)
            wrong[reader] = 100 * word_error_rate(truth, text)
            ratio = f"   {seconds['ours'] / seconds[reader]:5.2f} times" if reader != "ours" else ""
            sys.stdout.write(
                f"{name:<8} {reader:<10} {wrong[reader]:5.1f} % of words wrong   "
                f"{whole}/{len(wanted)} identifiers   {seconds[reader]:5.1f} s a page{ratio}\n"
            )
        peers = {
            unit: ("tesseract", of["tesseract"]) for unit, of in (("%", wrong), ("s", seconds)) if "tesseract" in of
        }
        figure(f"words of a scan read wrong, {name}", wrong["ours"], "%", peer=peers.get("%"))
        figure(f"read a scanned page, {name}", seconds["ours"], "s", peer=peers.get("s"))


if __name__ == "__main__":
    main()
