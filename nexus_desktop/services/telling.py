"""Entries that must not stand in the way: of reading, of locking, of a failure being shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from nexus_desktop.models.audit_chain import AuditAct, Body
from nexus_desktop.models.errors import Cancelled, ErrorCategory, NexusError
from nexus_desktop.monitoring.structured_logger import failure

if TYPE_CHECKING:
    from nexus_desktop.storage.store import Store


def tell_if_possible(store: Store, act: AuditAct, object_id: str, body: Body, about: Iterable[str] = ()) -> None:
    """Tell it. A database that cannot be written to just now is logged, and nothing else is held up by it."""
    try:
        store.tell(act, object_id, body, about)
    except NexusError as error:
        if error.category is not ErrorCategory.DATABASE:
            raise
        failure(error)


@contextmanager
def failures_told(store: Store, work: str, correlation_id: str = "") -> Iterator[None]:
    """Put on record, by its code, what fails inside; what was cancelled did not fail."""
    try:
        yield
    except Cancelled:
        raise
    except Exception as error:
        code = error.code if isinstance(error, NexusError) else NexusError.code
        body = {"code": code, "work": work, "correlation_id": correlation_id}
        tell_if_possible(store, AuditAct.WORK_FAILED, correlation_id or work, body)
        raise
