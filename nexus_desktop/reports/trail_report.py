"""The audit trail as JSON Lines for programs, as a table for spreadsheets, and as pages for people."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any, BinaryIO

from nexus_desktop.models.audit_chain import Told, canonical
from nexus_desktop.models.trail_models import FORMAT, STATEMENT, TrailForm, TrailHeader, TrailLine
from nexus_desktop.reports.text_pdf import TextPdf

COLUMNS = (
    "seq", "at", "actor", "act", "object_id", "told", "commitment", "mac", "link", "salt", "purged_by", "body",
)  # fmt: skip
TITLE = "Audit trail of Nexus Desktop"
WITHHELD = "not part of this selection"
DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "'")
"""How a cell begins that a spreadsheet takes for a formula; and the apostrophe, so that it can be taken off again."""


class LinesWriter:
    """JSON Lines: a header, one line an entry, and an end that repeats the head."""

    def __init__(self, stream: BinaryIO, header: TrailHeader) -> None:
        self._stream, self._header = stream, header
        self._put(
            {
                "record": "header",
                "format": FORMAT,
                "store_id": header.store_id,
                "program": header.program,
                "made_at": header.made_at.astimezone(UTC).isoformat(timespec="seconds"),
                "entries": header.entries,
                "selection": header.selection,
                "statement": list(STATEMENT),
            }
        )

    def add(self, line: TrailLine) -> None:
        """The next entry."""
        self._put(as_record(line))

    def close(self) -> None:
        """The end."""
        head = self._header.head
        self._put({"record": "end", "entries": self._header.entries, "head_link": head.link, "head_mac": head.mac})

    def _put(self, record: Mapping[str, Any]) -> None:
        self._stream.write(json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode() + b"\n")


def as_record(line: TrailLine) -> dict[str, Any]:
    """An entry as one JSON object."""
    if line.shown is None:
        return {"record": "withheld", "seq": line.seq, "digest": line.digest}
    entry = line.shown.entry
    return {
        "record": "entry",
        "seq": entry.seq,
        "at": entry.at,
        "actor": entry.actor,
        "act": entry.act,
        "object_id": entry.object_id,
        "body": line.shown.body,
        "salt": None if line.shown.salt is None else line.shown.salt.hex(),
        "purged_by": line.shown.purged_by,
        "commitment": entry.commitment,
        "mac": entry.mac,
        "link": entry.link,
    }


class TableWriter:
    """A table for spreadsheets; a cell that would be taken for a formula begins with an apostrophe. The last columns
    and the last row are for the verifier, which checks the table without the lines, too."""

    def __init__(self, stream: BinaryIO, header: TrailHeader) -> None:
        self._header = header
        self._text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="", write_through=True)
        self._rows = csv.writer(self._text)
        self._rows.writerow(COLUMNS)

    def add(self, line: TrailLine) -> None:
        """The next entry; one that is not part of the selection has its number and digest only."""
        self._rows.writerow(as_row(line).values())

    def close(self) -> None:
        """The end, which repeats how many there are and the head; the stream stays open."""
        head = self._header.head
        self._rows.writerow(end_row(self._header.entries, head.mac, head.link).values())
        self._text.flush()
        self._text.detach()


def as_row(line: TrailLine) -> dict[str, str]:
    """An entry as the cells of the table, by column."""
    if line.shown is None:
        return _row(seq=str(line.seq), act=WITHHELD, link=line.digest)
    entry, shown = line.shown.entry, line.shown
    cells = {"seq": str(entry.seq), "at": entry.at, "actor": entry.actor, "act": entry.act}
    cells |= {"object_id": entry.object_id, "told": _told(shown, "; ")}
    return _row(
        **{name: harmless(cell) for name, cell in cells.items()},
        commitment=entry.commitment,
        mac=entry.mac,
        link=entry.link,
        salt="" if shown.salt is None else shown.salt.hex(),
        purged_by=str(shown.purged_by or ""),
        body="" if shown.body is None else canonical(dict(shown.body)),
    )


def end_row(entries: int, mac: str, link: str) -> dict[str, str]:
    """The last row, by column."""
    return _row(seq="end", told=f"{entries} entries", mac=mac, link=link)


def _row(**cells: str) -> dict[str, str]:
    return dict.fromkeys(COLUMNS, "") | cells


def harmless(cell: object) -> str:
    """A cell that no spreadsheet runs."""
    text = str(cell)
    return f"'{text}" if text.startswith(DANGEROUS) else text


class PagesWriter:
    """A cover with the statement and the head, then every entry in words."""

    def __init__(self, stream: BinaryIO, header: TrailHeader, words: Mapping[str, str]) -> None:
        self._pdf, self._words = TextPdf(stream, TITLE), words
        pdf, head = self._pdf, header.head
        pdf.heading(TITLE)
        pdf.text(f"{header.entries:,} entries, exported {_moment(header.made_at)} by {header.program}.")
        pdf.text(f"Store {header.store_id}. Selection: {header.selection}.", after=8)
        pdf.strong("Newest entry (the head)")
        pdf.text(f"Number {head.seq}")
        pdf.small(f"link {head.link}")
        pdf.small(f"mac {head.mac}", after=8)
        pdf.strong("What this proves, and what not")
        for sentence in STATEMENT:
            pdf.text(sentence, after=4)
        pdf.text("", after=8)
        pdf.heading("Entries")

    def add(self, line: TrailLine) -> None:
        """The next entry; one that is not part of the selection has its number and digest only."""
        pdf = self._pdf
        if line.shown is None:
            pdf.small(f"{line.seq:,}  not part of this selection, digest {line.digest}", after=2)
            return
        entry = line.shown.entry
        act = self._words.get(entry.act, entry.act)
        pdf.strong(f"{entry.seq:,}  {_moment(datetime.fromisoformat(entry.at))}  {act}  by {entry.actor}")
        told = _told(line.shown, ", ")
        if told:
            pdf.text(told)
        pdf.small(f"about {entry.object_id}, link {entry.link}", after=4)

    def close(self) -> None:
        """The end."""
        self._pdf.close()


def writer(form: TrailForm, stream: BinaryIO, header: TrailHeader, words: Mapping[str, str]) -> Any:  # noqa: ANN401
    """The writer of one form: ``add`` each line, then ``close``."""
    makers: dict[TrailForm, Callable[[], Any]] = {
        TrailForm.LINES: lambda: LinesWriter(stream, header),
        TrailForm.TABLE: lambda: TableWriter(stream, header),
        TrailForm.PAGES: lambda: PagesWriter(stream, header, words),
    }
    return makers[form]()


def _told(told: Told, between: str) -> str:
    body = told.body
    if body is None:
        return f"what it told was deleted by entry {told.purged_by}" if told.purged_by else ""
    parts = [f"{name.replace('_', ' ')}: {value}" for name, value in sorted(body.items()) if value not in (None, "")]
    return between.join(parts)


def _moment(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC"
