"""rapidocr 3.10 without OpenCV, which it imports and calls eleven functions of: ``cv2_stand_in`` is what it gets.

The lock leaves OpenCV out. The stand-in goes in its place while rapidocr is being imported, and also where OpenCV is
installed: a scan reads the same on every machine. Afterwards ``sys.modules`` is as it was.

Import this module late, and only in the child process that reads a scan.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from nexus_desktop.letters.ocr import cv2_stand_in

_LOCK = threading.Lock()


@contextmanager
def _standing_in() -> Iterator[None]:
    before = sys.modules.get("cv2")
    sys.modules["cv2"] = cv2_stand_in
    try:
        yield
    finally:
        if before is None:
            del sys.modules["cv2"]
        else:
            sys.modules["cv2"] = before


with _LOCK, _standing_in():
    from rapidocr import RapidOCR as _RapidOCR

RapidOCR: Any = _RapidOCR

__all__ = ["RapidOCR"]
