"""Writes SHA256SUMS of a frozen folder anew, after its files were signed.

python build/release/folder_sums.py FOLDER
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from release import freeze

if __name__ == "__main__":
    folder = Path(sys.argv[1])
    (folder / freeze.SUMS).write_text(freeze.sums(folder), "utf-8", newline="\n")
