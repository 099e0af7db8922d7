"""Write a database as the program of today writes it: three analyses with all their entries, an export, a setting.

python -m tests.data.databases.make v0003
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path
from threading import Event

from nexus_desktop.bootstrap import Bootstrap
from nexus_desktop.models.letter_models import ClientFields, Level
from nexus_desktop.models.paper_models import ReportKind
from nexus_desktop.services.application import Application
from tests.letters import LETTER

PASSPHRASE = "four words not together"
KEPT = ("nexus.db", "audit-head.json", "keyslot.json")


def quiet(_words: str, _done: float) -> None:
    """Nobody watches."""


def fill(application: Application, folder: Path) -> None:
    """The same deeds whatever the version."""
    letters, kept = application.letters, []
    for number in range(3):
        text = LETTER + f"\nCopy {'i' * (number + 1)}.\n"
        preparation = letters.open_text(text, Level.MODERATE, ClientFields(), quiet, Event())
        kept.append(letters.analyze(preparation, letters.accept_all(preparation, "test"), quiet, Event()).record)
    application.reports.export(kept[0].id, folder / "report.html", ReportKind.HTML)
    application.compliance.choose_level(Level.STRICT)


def main(version: str) -> None:
    home = Path(tempfile.mkdtemp(prefix="nexus-make-"))
    os.environ["NEXUS_HOME"] = str(home)
    os.environ.pop("DBUS_SESSION_BUS_ADDRESS", None)  # no keyring: the passphrase opens it anywhere
    application = Bootstrap().open(PASSPHRASE)
    fill(application, home)
    application.close()
    target = Path(__file__).parent / version
    target.mkdir()
    for name in KEPT:
        shutil.copy(home / name, target)
    shutil.rmtree(home)


if __name__ == "__main__":
    main(sys.argv[1])
