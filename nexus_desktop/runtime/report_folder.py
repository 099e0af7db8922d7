"""The folder of crash reports: private, small, and read by a person before anyone else."""

from __future__ import annotations

from pathlib import Path

from nexus_desktop.runtime.atomic_file import write_atomically

KEPT = 20
"""Reports; the oldest go first."""


class ReportFolder:
    """Reports by name; names sort by time."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, name: str, text: str) -> bool:
        """Write a report. False where even that is not possible, which must not hide the failure it tells of."""
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_atomically(self._folder / name, text.encode())
            for old in self.names()[KEPT:]:
                (self._folder / old).unlink(missing_ok=True)
        except OSError:
            return False
        return True

    def names(self) -> list[str]:
        """Every report, newest first."""
        return sorted((path.name for path in self._folder.glob("*.json")), reverse=True)

    def text(self, name: str) -> str:
        """One report as it is on disk; empty where it cannot be read."""
        try:
            return (self._folder / name).read_text("utf-8")
        except (OSError, UnicodeDecodeError):
            return ""

    def clear(self) -> None:
        """Remove every report."""
        for name in self.names():
            (self._folder / name).unlink(missing_ok=True)
