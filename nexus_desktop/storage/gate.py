"""Threads of one process at one store: many use it at once, or one has it alone to re-key, restore or lock it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from nexus_desktop.models.errors import DatabaseBusy


class Gate:
    """Whoever wants it alone waits for those inside to leave; newcomers wait meanwhile."""

    def __init__(self, patience: float) -> None:
        """``patience`` is how long, in seconds, one who wants it alone waits for the others."""
        self._patience = patience
        self._changed = threading.Condition()
        self._inside: dict[int, int] = {}  # thread → how deep, for a user may call another user
        self._alone: int | None = None

    @contextmanager
    def together(self) -> Iterator[None]:
        """Inside with others. Raises DatabaseBusy where one has it alone for too long."""
        me = threading.get_ident()
        with self._changed:
            free = self._alone in (None, me) or me in self._inside
            if not free and not self._changed.wait_for(lambda: self._alone is None, self._patience):
                raise DatabaseBusy
            self._inside[me] = self._inside.get(me, 0) + 1
        try:
            yield
        finally:
            with self._changed:
                self._inside[me] -= 1
                if not self._inside[me]:
                    del self._inside[me]
                self._changed.notify_all()

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Inside with nobody else. Raises DatabaseBusy where the others do not leave in time."""
        me = threading.get_ident()
        with self._changed:
            if not self._changed.wait_for(lambda: self._alone is None, self._patience):
                raise DatabaseBusy
            self._alone = me
            others_left = self._changed.wait_for(lambda: set(self._inside) <= {me}, self._patience)
            if not others_left:
                self._alone = None
                self._changed.notify_all()
                raise DatabaseBusy
        try:
            yield
        finally:
            with self._changed:
                self._alone = None
                self._changed.notify_all()
