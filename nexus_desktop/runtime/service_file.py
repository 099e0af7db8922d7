"""The services that were set up, on disk: written whole, and read as "work offline" where absent or damaged."""

from __future__ import annotations

from pathlib import Path
from threading import Lock

from pydantic import ValidationError

from nexus_desktop.models.service_models import ServiceSettings
from nexus_desktop.runtime.atomic_file import write_atomically


class ServiceFile:
    """services.json. Safe from several threads of one process."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = Lock()

    def load(self) -> ServiceSettings:
        """What was set up. A damaged file means offline: it costs the settings, never confidentiality."""
        return self._read()[0]

    @property
    def damaged(self) -> bool:
        """Whether there is a file that cannot be read."""
        return self._read()[1]

    def save(self, settings: ServiceSettings) -> None:
        """Keep the settings. Raises OSError."""
        with self._lock:
            write_atomically(self._path, settings.model_dump_json(indent=1).encode())

    def _read(self) -> tuple[ServiceSettings, bool]:
        try:
            return ServiceSettings.model_validate_json(self._path.read_bytes()), False
        except FileNotFoundError:
            return ServiceSettings(), False
        except (OSError, ValidationError):
            return ServiceSettings(), True
