"""Facts about this machine's libraries that the program stands on."""

from __future__ import annotations

import subprocess
import sys

SIGNALS = """
from PySide6.QtCore import QCoreApplication, QObject, Signal
class Emitter(QObject):
    fired = Signal(str, float)
app = QCoreApplication([])
emitter, seen = Emitter(), []
emitter.fired.connect(lambda words, done: seen.append(done))
for number in range(100_000):
    emitter.fired.emit("phrase", 0.5)
assert len(seen) == 100_000
"""


def test_qt_survives_a_hundred_thousand_signals() -> None:
    """One release of PySide6 lost a reference at each call and aborted, which a test run in this process would hide."""
    done = subprocess.run([sys.executable, "-c", SIGNALS], capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr


def loaded_by(statement: str) -> set[str]:
    script = f"import sys; {statement}; print(*sorted(name.split('.')[0] for name in sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=120, check=True)
    return set(done.stdout.split())


def test_the_command_line_never_loads_qt() -> None:
    loaded = loaded_by("from nexus_desktop import cli, bootstrap; bootstrap.Bootstrap().workbench()")
    assert not loaded & {"PySide6", "shiboken6", "qtawesome", "qtpy"}


def test_what_is_slow_to_load_is_not_loaded_at_the_start() -> None:
    loaded = loaded_by("from nexus_desktop import bootstrap; from nexus_desktop.ui import app")
    assert not loaded & {"scrubadub", "alembic", "nltk", "textblob", "sklearn", "pypdfium2", "lxml", "openai"}


def test_the_parsing_child_loads_little() -> None:
    loaded = loaded_by("from nexus_desktop.letters import worker")
    assert not loaded & {"PySide6", "scrubadub", "sqlalchemy", "keyring", "loguru", "psutil"}
