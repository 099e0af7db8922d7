"""The newest entry of the audit trail, remembered outside of the database: beside it, and in the keyring.

The file beside it is written after each commit, the keyring at most once a minute and when the store is closed or
something is exported (an entry costs 20 to 30 ms there). A shortened chain or an older database put back then shows;
where file and keyring are put back as well, only the heads printed on exported reports show it.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from nexus_desktop.models.audit_chain import AuditHead
from nexus_desktop.models.errors import DatabaseDamaged, NexusError
from nexus_desktop.runtime.atomic_file import write_atomically

if TYPE_CHECKING:
    from nexus_desktop.runtime.secret_store import KeyringEntry

KEYRING_SECONDS = 60.0
BESIDE, IN_KEYRING = "beside the database", "in the keyring"


class AuditHeads:
    """Remembers heads. Never older ones in place of newer ones, but for ``replace``. What cannot be written is left:
    a head that stays behind is no break in the chain."""

    def __init__(self, file: Path, entry: Callable[[], KeyringEntry | None]) -> None:
        self._file, self._make_entry = file, entry
        self._lock = threading.Lock()
        self._newest: AuditHead | None = None
        self._in_keyring = (0, 0.0)  # newest number there as far as known, and when it was put

    def remembered(self, entries: Callable[[], int]) -> list[AuditHead]:
        """Every head there is, each with its place. Raises DatabaseDamaged where the file is unreadable or gone.

        With at most one of ``entries`` in the trail there may be no file yet: the first is committed before it is
        written. They are counted last: a trail that was looked at before its heads would lack what another program
        wrote in between.
        """
        beside, in_keyring = self._from_file(), self._from_keyring()
        if beside is None and entries() > 1:
            raise DatabaseDamaged
        return [head for head in (beside, in_keyring) if head is not None]

    def remember(self, head: AuditHead) -> None:
        """After a commit."""
        with self._lock:
            if self._newest is None or head.seq > self._newest.seq:
                self._newest = head
            if self._beside() < head.seq:
                self._write_file(head)
            if monotonic() - self._in_keyring[1] >= KEYRING_SECONDS:
                self._bring_keyring_to(head)

    def settle(self) -> None:
        """Bring the keyring up to date: before the store is closed, and at an export."""
        with self._lock:
            if self._newest is not None and self._newest.seq > self._in_keyring[0]:
                self._bring_keyring_to(self._newest)

    def replace(self, head: AuditHead) -> None:
        """Remember this head whatever was remembered before: after an entry that tells why."""
        with self._lock:
            self._newest = head
            self._write_file(head)
            self._write_keyring(head)

    # --- places --------------------------------------------------------------------------------------------------

    def _beside(self) -> int:
        try:
            head = self._from_file()
        except DatabaseDamaged:
            return 0
        return head.seq if head is not None else 0

    def _from_file(self) -> AuditHead | None:
        try:
            return _parsed(self._file.read_bytes(), BESIDE)
        except FileNotFoundError:
            return None
        except OSError as error:
            raise DatabaseDamaged from error

    def _write_file(self, head: AuditHead) -> None:
        try:
            write_atomically(self._file, _text(head).encode())
        except OSError:
            return

    def _from_keyring(self) -> AuditHead | None:
        entry = self._make_entry()
        try:
            text = entry.read() if entry is not None else None
        except NexusError:  # locked just now: the file is compared all the same
            return None
        return None if text is None else _parsed(text.encode(), IN_KEYRING)

    def _bring_keyring_to(self, head: AuditHead) -> None:
        """Where the keyring remembers a newer entry than there is, it may have been locked when the store was opened:
        that memory is what shows the older file, and stays."""
        try:
            kept = self._from_keyring()
        except DatabaseDamaged:
            kept = None
        if kept is None or kept.seq < head.seq:
            self._write_keyring(head)
        else:
            self._in_keyring = (self._in_keyring[0], monotonic())

    def _write_keyring(self, head: AuditHead) -> None:
        self._in_keyring = (self._in_keyring[0], monotonic())
        entry = self._make_entry()
        if entry is None:
            return
        try:
            entry.write(_text(head))
        except NexusError:
            return
        self._in_keyring = (head.seq, monotonic())


def read_head(file: Path) -> AuditHead | None:
    """The head that a file remembers; None where there is none or it cannot be read."""
    try:
        return _parsed(file.read_bytes(), BESIDE)
    except (OSError, DatabaseDamaged):
        return None


def write_head(file: Path, head: AuditHead) -> None:
    """Begin to remember a head for a store that comes from elsewhere. Raises OSError."""
    write_atomically(file, _text(head).encode())


def _text(head: AuditHead) -> str:
    return json.dumps({"seq": head.seq, "mac": head.mac, "link": head.link})


def _parsed(content: bytes, place: str) -> AuditHead:
    try:
        data = json.loads(content)
        return AuditHead(int(data["seq"]), str(data["mac"]), str(data.get("link", "")), place)
    except (ValueError, KeyError, TypeError) as error:
        raise DatabaseDamaged from error
