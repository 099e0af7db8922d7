"""An export of the audit trail compared with the store it came from, entry by entry, seals included.

Lines and table are both understood. Each entry of the store is written again as the export has it, and the two have to
be the same, so that no cell and no field is left unlooked at.
"""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Generator, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from nexus_desktop.models.audit_chain import Told, canonical, commit
from nexus_desktop.models.errors import TrailFileInvalid
from nexus_desktop.models.ports import stop_if
from nexus_desktop.models.trail_models import ExportCheck, TrailForm, TrailLine
from nexus_desktop.reports import trail_report

if TYPE_CHECKING:
    from nexus_desktop.models.ports import CancelFlag, Progress
    from nexus_desktop.storage.store import Store

NAMES = {TrailForm.LINES: "trail.jsonl", TrailForm.TABLE: "trail.csv", TrailForm.PAGES: "trail.pdf"}
"""What each form is called inside a zip."""
PAGE = 1000
SAME, FEWER = "every entry is the one that the store holds", "the store holds fewer entries than the export"
OTHER, CUT = "this entry is not the one that the store holds", "the export does not end where it says"
Record = dict[str, Any]


def entries_of(store: Store) -> Generator[Told]:
    """The chain, oldest first. Close it where it is not walked to its end: it keeps the store open."""
    with store.use() as opened, opened.database.read() as session:
        yield from opened.audit.all(session)


def compare(store: Store, path: Path, progress: Progress, cancelled: CancelFlag) -> ExportCheck:
    """Whether an export, .zip, .jsonl or .csv, says what this store says. Of a zip, lines and table are both looked at.

    Raises TrailFileInvalid, Cancelled.
    """
    try:
        with _streams(path) as found:
            check = ExportCheck(0, None, SAME)
            for form, stream in found:
                check = _walk(store, form, stream, progress, cancelled)
                if check.differs_at is not None:
                    break
            return check
    except (OSError, ValueError, KeyError, TypeError, AttributeError, csv.Error, zipfile.BadZipFile):
        raise TrailFileInvalid from None


@contextmanager
def _streams(path: Path) -> Iterator[list[tuple[TrailForm, IO[str]]]]:
    """The forms that a file holds. Raises OSError for what is no file."""
    if not path.is_file():  # a device or a pipe could be read for ever
        raise FileNotFoundError
    with ExitStack() as stack:
        if zipfile.is_zipfile(path):
            archive = stack.enter_context(zipfile.ZipFile(path))
            inside = [(form, archive.open(NAMES[form])) for form in (TrailForm.LINES, TrailForm.TABLE)]
            yield [(form, stack.enter_context(_words(member))) for form, member in inside]
            return
        file = path.open("rb")
        words = stack.enter_context(_words(file))
        is_table = file.peek(6)[:6].removeprefix(b"\xef\xbb\xbf").startswith(b"seq")  # as the verifier does it
        yield [(TrailForm.TABLE if is_table else TrailForm.LINES, words)]


def _words(stream: IO[bytes]) -> io.TextIOWrapper:
    return io.TextIOWrapper(stream, encoding="utf-8-sig", newline="")


def _walk(store: Store, form: TrailForm, stream: IO[str], progress: Progress, cancelled: CancelFlag) -> ExportCheck:
    """One form from its first entry to its end."""
    records = _rows(stream) if form is TrailForm.TABLE else _lines(stream)
    ends, same = (_row_ends, _same_row) if form is TrailForm.TABLE else (_line_ends, _same_line)
    newest = max(1, (head.seq if (head := store.head()) else 1))
    count, last = 0, None
    with closing(entries_of(store)) as chain:
        for record in records:
            if record.get("record") == "end" or record.get("seq") == "end":
                if last is None or not ends(record, last) or next(records, None) is not None:
                    break
                return ExportCheck(count, None, SAME)
            last = next(chain, None)
            if last is None:
                return ExportCheck(count, count + 1, FEWER)
            count += 1
            if not same(record, last):
                return ExportCheck(count, count, OTHER)
            if count % PAGE == 0:
                stop_if(cancelled)
                progress(f"Comparing entry {count:,}", min(1.0, count / newest))
    return ExportCheck(count, count + 1, CUT)


def _as_exported(told: Told, body: Any, salt: str | None) -> Told:  # noqa: ANN401 - what a file says
    """The entry as it was when it was exported: what it told then may have been purged since, and still has to be what
    its commitment binds."""
    if told.text is not None or body is None:
        return told
    if commit(body, bytes.fromhex(salt or "")) != told.entry.commitment:
        return told
    return replace(told, salt=bytes.fromhex(salt or ""), text=canonical(body), purged_by=None)


# --- lines ----------------------------------------------------------------------------------------------------------


def _lines(stream: IO[str]) -> Iterator[Record]:
    header: Record = json.loads(next(stream, "{}"))
    if header.get("record") != "header":
        raise ValueError
    for text in stream:
        record: Record = json.loads(text)
        if record.get("record") == "end" and record.get("entries") != header.get("entries"):
            return  # cut short, or the first line was changed
        yield record


def _same_line(record: Record, told: Told) -> bool:
    if record.get("record") == "withheld":
        return record == trail_report.as_record(TrailLine.of(told, shown=False))
    then = _as_exported(told, record.get("body"), record.get("salt"))
    return record == trail_report.as_record(TrailLine.of(then, shown=True))


def _line_ends(record: Record, last: Told) -> bool:
    entry = last.entry
    return record == {"record": "end", "entries": entry.seq, "head_link": entry.link, "head_mac": entry.mac}


# --- table ----------------------------------------------------------------------------------------------------------


def _rows(stream: IO[str]) -> Iterator[Record]:
    rows = csv.DictReader(stream)
    if tuple(rows.fieldnames or ()) != trail_report.COLUMNS:
        raise ValueError
    yield from rows


def _same_row(row: Record, told: Told) -> bool:
    if row["act"] == trail_report.WITHHELD and not row["commitment"]:
        return row == trail_report.as_row(TrailLine.of(told, shown=False))
    then = _as_exported(told, json.loads(row["body"]) if row["body"] else None, row["salt"])
    return row == trail_report.as_row(TrailLine.of(then, shown=True))


def _row_ends(row: Record, last: Told) -> bool:
    return row == trail_report.end_row(last.entry.seq, last.entry.mac, last.entry.link)
