"""Collect the words of the window, keep what is translated, and make it ready for Qt.

    python build/translations.py

Words are what ``tr("…")`` is asked for in ``nexus_desktop/ui`` and ``phrase("…")`` below it, and the sentences of
errors. A new one comes into ``resources/translations/nexus_es.ts`` as unfinished, one that is gone leaves it.
``lrelease`` of PySide6 then makes the ``.qm`` file that the program reads. Exit status 1 where something is not
translated yet.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as Xml

import PySide6

from nexus_desktop.models.errors import NexusError, every_error
from nexus_desktop.models.letter_models import Level
from nexus_desktop.runtime import paths
from nexus_desktop.services.rules_in_force import read_shipped
from nexus_desktop.ui.translation import CONTEXT, ENGLISH, LANGUAGES

ROOT = Path(__file__).resolve().parent.parent
CHECKS = (
    "services/health.py",
    "services/machine_health.py",
    "services/store_health.py",
    "services/compliance_status.py",
    "services/degraded.py",
    "services/service_health.py",
)
FOLDER = ROOT / "resources" / "translations"


def words() -> list[str]:
    """Everything there is to translate, each once, in the order of the modules."""
    found = [text for path in sorted((ROOT / "nexus_desktop" / "ui").glob("*.py")) for text in _asked_for(path)]
    found += [text for error in (NexusError, *every_error()) for text in (error.text, error.next_step)]
    found += [level.value.capitalize() for level in Level]
    found += [rule.title for rule in read_shipped(paths.config_file("compliance.yaml")).categories.values()]
    found += [name for path in CHECKS for name in _names_of_checks(ROOT / "nexus_desktop" / path)]
    for part in ("models", "runtime", "storage", "services", "bootstrap"):
        for path in sorted((ROOT / "nexus_desktop" / part).rglob("*.py")):
            found += _asked_for(path, "phrase")
    return list(dict.fromkeys(found))


def _names_of_checks(path: Path) -> Iterator[str]:
    """The middle one of ``("backup", "Last backup", function)``."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        match node:
            case ast.Tuple(elts=[ast.Constant(value=str()), ast.Constant(value=str(name)), ast.expr() as check]) if (
                not isinstance(check, ast.Constant)
            ):
                yield name


def _asked_for(path: Path, maker: str = "tr") -> Iterator[str]:
    """What is written out where ``tr`` or ``phrase`` is called."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == maker:
            (given,) = node.args
            if isinstance(given, ast.Constant) and isinstance(given.value, str):
                yield given.value


def translated(path: Path) -> dict[str, str]:
    """What is translated in a file, without what is unfinished."""
    if not path.exists():
        return {}
    found = {}
    for message in Xml.parse(path).getroot().iter("message"):  # our own file
        translation = message.find("translation")
        if translation is not None and translation.get("type") is None and translation.text:
            found[message.findtext("source", "")] = translation.text
    return found


def write(path: Path, language: str, known: dict[str, str]) -> int:
    """Write a file anew, and say how many words are not translated."""
    root = Xml.Element("TS", version="2.1", language=language, sourcelanguage=ENGLISH)
    context = Xml.SubElement(root, "context")
    Xml.SubElement(context, "name").text = CONTEXT
    open_ones = 0
    for text in words():
        message = Xml.SubElement(context, "message")
        Xml.SubElement(message, "source").text = text
        translation = Xml.SubElement(message, "translation")
        translation.text = known.get(text)
        if translation.text is None:
            translation.set("type", "unfinished")
            open_ones += 1
    Xml.indent(root, " ")
    body = Xml.tostring(root, encoding="unicode")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', "utf-8", newline="\n")
    return open_ones


def main() -> int:
    """Every language there is."""
    missing = 0
    for language in LANGUAGES:
        if language == ENGLISH:
            continue
        path = FOLDER / f"nexus_{language}.ts"
        missing += write(path, language, translated(path))
        tool = Path(PySide6.__file__).with_name("lrelease.exe" if sys.platform == "win32" else "lrelease")
        subprocess.run([tool, "-silent", path, "-qm", path.with_suffix(".qm")], check=True)
    sys.stdout.write(f"{missing} words are not translated yet.\n" if missing else "Every word is translated.\n")
    return int(bool(missing))


if __name__ == "__main__":
    sys.exit(main())
