"""Pictures of pages with known words: level, slanted, lying, upside down, noisy."""

from __future__ import annotations

import io

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

WIDTH, HEIGHT = 1100, 520
LINES = (
    "RE: Veteran: Zephyrine Quackenbosch",
    "SSN: 219-09-9999",
    "In my opinion it is at least as likely as not that the",
    "left knee osteoarthritis was caused by service.",
)


def page(lines: tuple[str, ...] = LINES, size: int = 34) -> Image.Image:
    """A page with these lines in black on white, in the font that ships with Pillow."""
    image = Image.new("L", (WIDTH, HEIGHT), 255)
    draw = ImageDraw.Draw(image)
    font = ImageFont.load_default(size)
    for number, line in enumerate(lines):
        draw.text((60, 60 + number * 2 * size), line, font=font, fill=0)
    return image


def noisy(image: Image.Image, seed: int = 1) -> Image.Image:
    """The same as a bad fax: blurred, grainy, pale."""
    chance = np.random.default_rng(seed)
    pixels = np.asarray(image.filter(ImageFilter.GaussianBlur(1.6)), np.float64)
    pixels = 90 + pixels * 0.6 + chance.normal(0, 22, pixels.shape)
    return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))


def encoded(*images: Image.Image, form: str = "PNG", exif_orientation: int | None = None) -> bytes:
    """The images as one file."""
    out = io.BytesIO()
    first, rest = images[0], list(images[1:])
    options: dict[str, object] = {"save_all": True, "append_images": rest} if rest else {}
    if exif_orientation is not None:
        exif = Image.Exif()
        exif[0x0112] = exif_orientation
        options["exif"] = exif
    first.save(out, form, **options)
    return out.getvalue()
