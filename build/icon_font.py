"""Cuts the icons of the window out of the Material Design Icons font, into resources/icons/material-design-icons.ttf.

    .venv/bin/python build/icon_font.py

Run by hand after a name was added to ``nexus_desktop/ui/icons.py``; the font is kept in the repository. The whole font
has 7,000 icons and, with the packages that draw from it, cost a start more than Qt itself does. It comes out of
QtAwesome, which is installed into a temporary environment, read there, and thrown away with it.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

from nexus_desktop.ui.icons import Icon

PACKAGES = ["QtAwesome==1.4.2", "fonttools==4.68.0"]
FOLDER = Path(__file__).resolve().parent.parent / "resources" / "icons"

# Runs inside the temporary environment. QtAwesome is found but not imported: that would need Qt.
CUT = """
import importlib.util, json, pathlib, sys
from fontTools import subset, ttLib

names, folder = json.loads(sys.argv[1]), pathlib.Path(sys.argv[2])
fonts = pathlib.Path(importlib.util.find_spec("qtawesome").submodule_search_locations[0]) / "fonts"
[signs_file] = fonts.glob("materialdesignicons6-webfont-charmap-*.json")
[font_file] = fonts.glob("materialdesignicons6-webfont-*.ttf")
known = json.loads(signs_file.read_text())
signs = {name: int(known[name], 16) for name in sorted(names)}
font = ttLib.TTFont(font_file, recalcTimestamp=False)
cutter = subset.Subsetter(subset.Options(name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14], notdef_outline=True))
cutter.populate(unicodes=list(signs.values()))
cutter.subset(font)
for name in font.getGlyphOrder():  # the whole font leaves bearings at 0, which is right only beside its own outlines
    glyph = font["glyf"][name]
    glyph.recalcBounds(font["glyf"])
    font["hmtx"][name] = (font["hmtx"][name][0], getattr(glyph, "xMin", 0))
font.save(folder / "material-design-icons.ttf")
(folder / "material-design-icons.json").write_text(json.dumps(signs, indent=1) + chr(10))
"""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = next(Path(folder).glob("[bS]*/python*"))
        quiet = ("--quiet", "--disable-pip-version-check", "--no-deps")
        subprocess.run([python, "-m", "pip", "install", *quiet, *PACKAGES], check=True)
        names = json.dumps([name.value for name in Icon])
        subprocess.run([python, "-c", CUT, names, FOLDER], check=True)
    for name in ("material-design-icons.ttf", "material-design-icons.json"):
        sys.stdout.write(f"{name}: {(FOLDER / name).stat().st_size:,} bytes\n")


if __name__ == "__main__":
    main()
