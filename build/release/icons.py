"""Draws resources/icons/nexus-desktop.svg at the sizes that Windows, macOS and Linux want, into one file for each.

    .venv/bin/python build/release/icons.py

Run by hand after the drawing was changed; the files are kept in the repository, so that a build needs no display.
"""

from __future__ import annotations

import os
import struct
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "icons"
NAME = "nexus-desktop"
ICO_SIZES = (16, 20, 24, 32, 48, 64, 128, 256)
ICNS_KINDS = {"icp4": 16, "icp5": 32, "ic07": 128, "ic08": 256, "ic09": 512, "ic10": 1024, "ic11": 32, "ic12": 64}
LINUX_SIZE = 256


def png(renderer: QSvgRenderer, pixels: int) -> bytes:
    """The drawing as a PNG of so many pixels a side."""
    image = QImage(pixels, pixels, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def ico(renderer: QSvgRenderer) -> bytes:
    """A Windows icon: a head, one entry of 16 bytes for each size, then the images."""
    images = [png(renderer, size) for size in ICO_SIZES]
    entries, place = b"", 6 + 16 * len(images)
    for size, image in zip(ICO_SIZES, images, strict=True):
        entries += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(image), place)
        place += len(image)
    return struct.pack("<HHH", 0, 1, len(images)) + entries + b"".join(images)


def icns(renderer: QSvgRenderer) -> bytes:
    """A macOS icon: blocks of kind, length and image."""
    images = ((kind, png(renderer, size)) for kind, size in ICNS_KINDS.items())
    blocks = b"".join(kind.encode() + struct.pack(">I", 8 + len(image)) + image for kind, image in images)
    return b"icns" + struct.pack(">I", 8 + len(blocks)) + blocks


def main() -> None:
    QGuiApplication([])
    renderer = QSvgRenderer(str(FOLDER / f"{NAME}.svg"))
    (FOLDER / f"{NAME}.ico").write_bytes(ico(renderer))
    (FOLDER / f"{NAME}.icns").write_bytes(icns(renderer))
    (FOLDER / f"{NAME}.png").write_bytes(png(renderer, LINUX_SIZE))


if __name__ == "__main__":
    main()
