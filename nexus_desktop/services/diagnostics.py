"""One file for whoever helps: versions, settings, health, failures, timings. Shown in full before it is saved.

It is made of what is free of PHI by its own rules (the log, the health report, crash reports) and of settings without
paths and names. Nothing of a letter, a client, the person or their folders is in it.
"""

from __future__ import annotations

import io
import json
import platform
import zipfile
from collections.abc import Callable
from dataclasses import asdict
from importlib import metadata
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nexus_desktop import __version__
from nexus_desktop.models.errors import ExportExists, ExportFailed
from nexus_desktop.monitoring.log_reader import lines
from nexus_desktop.monitoring.metrics import Meter, as_samples
from nexus_desktop.runtime.atomic_file import write_new
from nexus_desktop.services.error_log import ErrorLog

if TYPE_CHECKING:
    from nexus_desktop.models.ports import CancelFlag, Clock, Progress
    from nexus_desktop.models.settings_models import Settings
    from nexus_desktop.runtime.report_folder import ReportFolder
    from nexus_desktop.services.health import HealthChecks

LOG_LINES, FAILURES = 500, 200
LIBRARIES = (
    "PySide6-Essentials", "SQLAlchemy", "alembic", "cryptography", "keyring", "loguru", "lxml", "openai", "pydantic",
    "pypdfium2", "scrubadub", "sqlcipher3",
)  # fmt: skip

Files = dict[str, str]
"""Name in the archive to its text."""


class Diagnostics:
    """The use case."""

    def __init__(
        self,
        *,
        settings: Settings,
        health: HealthChecks,
        log_folder: Path,
        crashes: ReportFolder,
        meter: Meter,
        preferences: Callable[[], dict[str, Any]],
        clock: Clock,
    ) -> None:
        """``preferences`` gives the person's choices without paths."""
        self._settings, self._health, self._log_folder = settings, health, log_folder
        self._crashes, self._meter, self._preferences, self._clock = crashes, meter, preferences, clock

    def collect(self, progress: Progress, cancelled: CancelFlag) -> Files:
        """Everything that would be saved, to be read first. Raises Cancelled."""
        report = self._health.run(progress, cancelled)
        failures = ErrorLog(self._log_folder).newest(FAILURES)
        log = [
            {"at": line.at, "event": line.event, "correlation_id": line.correlation_id, **line.fields}
            for line in islice(lines(self._log_folder), LOG_LINES)
        ]
        files = {
            "versions.json": _json(versions() | {"made_at": self._clock().isoformat(timespec="seconds")}),
            "settings.json": _json({"shipped": self._settings.model_dump(mode="json"), "chosen": self._preferences()}),
            "health.json": _json(asdict(report)),
            "failures.json": _json([asdict(one) for one in failures]),
            "figures.json": _json(as_samples(self._meter.since_start())),
            "log.json": _json(log),
        }
        return files | {f"crash-{name}": self._crashes.text(name) for name in self._crashes.names()}

    def save(self, files: Files, path: Path) -> None:
        """Write a new zip file. Raises ExportExists, ExportFailed."""
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, text in files.items():
                archive.writestr(name, text)
        try:
            write_new(path, packed.getvalue())
        except FileExistsError:
            raise ExportExists from None
        except OSError:
            raise ExportFailed from None


def versions() -> dict[str, str]:
    """Program, Python, system and the libraries that matter, by version."""
    found = {"nexus-desktop": __version__, "python": platform.python_version()}
    found["system"] = f"{platform.system()} {platform.release()} {platform.machine()}"
    for name in LIBRARIES:
        try:
            found[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            continue  # not a part of this build
    return found


def _json(value: object) -> str:
    return json.dumps(value, indent=1, default=str)
