"""The shipped settings and the person's own choices."""

from __future__ import annotations

from pathlib import Path

from pydantic import ValidationError

from nexus_desktop.models.settings_models import Preferences, Settings
from nexus_desktop.runtime import config_files, paths
from nexus_desktop.runtime.atomic_file import write_atomically


def load_settings() -> Settings:
    """config/settings.yaml. Raises ConfigurationMissing or ConfigurationInvalid."""
    return config_files.load(paths.config_file("settings.yaml"), Settings)


class PreferencesFile:
    """The person's choices on disk: written whole, and read as defaults where absent or damaged."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> Preferences:
        """What was chosen; a damaged file costs the choices, never the start of the program."""
        try:
            return Preferences.model_validate_json(self._path.read_bytes())
        except (OSError, ValidationError):
            return Preferences()

    def save(self, preferences: Preferences) -> None:
        """Keep the choices. Raises OSError."""
        write_atomically(self._path, preferences.model_dump_json(indent=1).encode())
