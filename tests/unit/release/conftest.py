"""The modules of build/release/, which are no part of the program."""

from __future__ import annotations

import sys
from pathlib import Path

BUILD = Path(__file__).resolve().parents[3] / "build"
if str(BUILD) not in sys.path:
    sys.path.append(str(BUILD))
