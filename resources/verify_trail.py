#!/usr/bin/env python3
"""Check an exported audit trail of Nexus Desktop. Needs Python 3.8 or later and nothing else.

    python3 verify_trail.py trail.zip                      the whole export
    python3 verify_trail.py trail.jsonl                    the lines alone
    python3 verify_trail.py trail.csv                      the table alone, as it was written
    python3 verify_trail.py trail.zip --head 57:9c1f…      and compare with heads printed on reports

It reads the lines in order and checks, for each entry:
    digest      SHA-256 of the JSON list [seq, at, actor, act, object_id, commitment], no blanks, ASCII
    link        SHA-256 of the link before it (64 zeros before the first) followed by the digest, both in hex
    commitment  SHA-256 of the salt followed by the JSON of what the entry tells, keys sorted, no blanks, UTF-8
An entry that is not part of the selection has its digest alone. Where what an entry told was deleted, a later entry
"records_purged" must hold the SHA-256 of the numbers of all entries it emptied, rising, one a line. In a table, the
words of the column "told" must be those of the column "body". In a zip, the SHA-256 of every file must be the one in
manifest.json, and lines and table must hold, each for itself, and end alike.

What a success proves, and what not, stands in the first line of the export and on the cover of its PDF. The field "mac"
is checked by the program that holds the database: nexus-desktop audit verify --export FILE.

Exit status: 0 everything holds, 1 something does not (said in words), 2 the file cannot be read.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import io
import json
import sys
import zipfile
from collections.abc import Iterable
from typing import Any

LINES, TABLE, MANIFEST = "trail.jsonl", "trail.csv", "manifest.json"
START = "0" * 64
WITHHELD = "not part of this selection"


class Broken(Exception):
    """Something does not hold."""


def compact(value: Any, *, ascii_only: bool) -> str:  # noqa: ANN401
    """JSON without blanks, keys sorted."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=ascii_only)


def sha256(data: bytes) -> str:
    """In hex."""
    return hashlib.sha256(data).hexdigest()


class Walk:
    """Where the check has come to."""

    def __init__(self) -> None:
        self.seq, self.withheld, self.link = 0, 0, START
        self.links: dict[int, str] = {}
        self._emptied: dict[int, list[int]] = {}
        self._purges: dict[int, dict[str, Any]] = {}

    def step(self, line: dict[str, Any]) -> None:
        """The next line of the export."""
        self.seq += 1
        if line["seq"] != self.seq:
            raise Broken(f"entry {self.seq} is missing")
        shown = line["record"] == "entry"
        self.withheld += not shown
        own = self._digest(line) if shown else line["digest"]
        self.link = self.links[self.seq] = sha256((self.link + own).encode("ascii"))
        if shown and self.link != line["link"]:
            raise Broken(f"entry {self.seq}, or one before it, was changed")

    def _digest(self, line: dict[str, Any]) -> str:
        if line["body"] is not None:
            told = bytes.fromhex(line["salt"]) + compact(line["body"], ascii_only=False).encode("utf-8")
            if sha256(told) != line["commitment"]:
                raise Broken(f"entry {self.seq}: what it tells was changed")
        elif not line["purged_by"] or line["purged_by"] <= self.seq:
            raise Broken(f"entry {self.seq}: what it told is missing, and no deletion is named")
        else:
            self._emptied.setdefault(line["purged_by"], []).append(self.seq)
        if line["act"] == "records_purged":
            self._purges[self.seq] = line["body"] or {}
        fields = [line["seq"], line["at"], line["actor"], line["act"], line["object_id"], line["commitment"]]
        return sha256(compact(fields, ascii_only=True).encode("ascii"))

    def end(self, header: dict[str, Any], end: dict[str, Any]) -> None:
        """The last line, and what can only be said of the whole."""
        if end.get("record") != "end" or end["entries"] != self.seq or header["entries"] != self.seq:
            raise Broken("the newest entries are missing")
        if end["head_link"] != self.link:
            raise Broken("the newest entry is not the one the export ends with")
        if self.withheld:
            return  # a deletion may have emptied entries that are not shown
        for seq in set(self._emptied) | set(self._purges):
            listed = "".join(f"{emptied}\n" for emptied in self._emptied.get(seq, [])).encode("ascii")
            if self._purges.get(seq, {}).get("entries_sha256") != sha256(listed):
                raise Broken(f"entry {seq}: a deletion does not fit the entries it emptied")

    def compare(self, heads: Iterable[tuple[int, str]]) -> None:
        """Heads that were recorded elsewhere."""
        for seq, link in heads:
            if seq not in self.links:
                raise Broken(f"a head names entry {seq}, which this export does not reach")
            if not self.links[seq].startswith(link):
                raise Broken(f"entry {seq} is not the one that was recorded elsewhere")


def check_lines(stream: Iterable[str]) -> Walk:
    """Every line of an export."""
    lines = iter(stream)
    header = json.loads(next(lines, "{}"))
    if header.get("record") != "header" or header.get("format") != 1:
        raise Broken("this is not an audit trail of a form this verifier knows")
    walk, last = Walk(), {}
    for text in lines:
        if last:
            raise Broken("there is something behind the end")
        line = json.loads(text)
        if line["record"] == "end":
            last = line
        else:
            walk.step(line)
    walk.end(header, last)
    return walk


def check_table(stream: Iterable[str]) -> Walk:
    """Every row of a table."""
    rows = csv.DictReader(stream)
    if not set(rows.fieldnames or ()) >= {"seq", "told", "body", "salt", "purged_by", "commitment", "link"}:
        raise Broken("this is not an audit trail of a form this verifier knows")
    walk, last = Walk(), {}
    for row in rows:
        if last:
            raise Broken("there is something behind the end")
        if None in row or None in row.values():
            raise Broken(f"row {walk.seq + 2} has lost or gained a cell")
        if row["seq"] == "end":
            count = int(row["told"].split()[0])
            last = {"record": "end", "entries": count, "head_link": row["link"]}
        else:
            walk.step(record_of(row))
            if row["act"] != WITHHELD and plain(row["told"]) != words_of(row):
                raise Broken(f"entry {walk.seq}: the words of the table are not what the entry tells")
    walk.end({"entries": last.get("entries")}, last)
    return walk


def record_of(row: dict[str, str]) -> dict[str, Any]:
    """A row as the line it stands for."""
    if row["act"] == WITHHELD and not row["commitment"]:
        return {"record": "withheld", "seq": int(row["seq"]), "digest": row["link"]}
    line: dict[str, Any] = {name: plain(row[name]) for name in ("at", "actor", "act", "object_id")}
    line.update(record="entry", seq=int(row["seq"]), commitment=row["commitment"], link=row["link"])
    line["body"] = json.loads(row["body"]) if row["body"] else None
    line["salt"] = row["salt"] or None
    line["purged_by"] = int(row["purged_by"]) if row["purged_by"] else None
    return line


def plain(cell: str) -> str:
    """Without the apostrophe that keeps a spreadsheet from running a cell."""
    return cell[cell.startswith("'") :]


def words_of(row: dict[str, str]) -> str:
    """What the table has to say of an entry, made from what the entry tells."""
    if not row["body"]:
        return f"what it told was deleted by entry {row['purged_by']}" if row["purged_by"] else ""
    told = sorted(json.loads(row["body"]).items())
    return "; ".join(f"{name.replace('_', ' ')}: {value}" for name, value in told if value not in (None, ""))


def check_zip(archive: zipfile.ZipFile) -> Walk:
    """Every file of an export, then its lines."""
    manifest = json.loads(archive.read(MANIFEST).decode("utf-8"))
    if set(archive.namelist()) - {MANIFEST} != set(manifest["sha256"]):
        raise Broken("the export has other files than its manifest names")
    for name, wanted in sorted(manifest["sha256"].items()):
        if sha256(archive.read(name)) != wanted:
            raise Broken(f"{name} was changed")
    lines = check_lines(io.TextIOWrapper(archive.open(LINES), encoding="utf-8"))
    table = check_table(io.TextIOWrapper(archive.open(TABLE), encoding="utf-8-sig", newline=""))
    if (lines.seq, lines.link, lines.withheld) != (table.seq, table.link, table.withheld):
        raise Broken("lines and table are not of the same trail")
    return lines


def check(path: str) -> Walk:
    """A file of any of the forms."""
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            return check_zip(archive)
    with open(path, "rb") as begun:
        is_table = begun.read(6).lstrip(b"\xef\xbb\xbf").startswith(b"seq")
    if is_table:
        with open(path, encoding="utf-8-sig", newline="") as stream:
            return check_table(stream)
    with open(path, encoding="utf-8") as stream:
        return check_lines(stream)


def head(text: str) -> tuple[int, str]:
    """A head as it is printed on a report."""
    number, _, link = text.partition(":")
    if not number.isdigit() or len(link) < 16:
        raise argparse.ArgumentTypeError("a head is NUMBER:LINK, with at least 16 characters of the link")
    return int(number), link.lower()


def main() -> int:
    """Check the file that is named on the command line."""
    options = argparse.ArgumentParser(description="Check an exported audit trail of Nexus Desktop.")
    options.add_argument("file", help="the export, .zip, .jsonl or .csv")
    options.add_argument("--head", action="append", type=head, default=[], metavar="NUMBER:LINK")
    chosen = options.parse_args()
    try:
        walk = check(chosen.file)
        walk.compare(chosen.head)
    except Broken as problem:
        print(f"Does not hold: {problem}.")
        return 1
    except (OSError, ValueError, KeyError, TypeError, AttributeError, IndexError, csv.Error, zipfile.BadZipFile):
        print("This file cannot be read as an export of the audit trail.")
        return 2
    print(f"Holds: {walk.seq} entries, {walk.withheld} of them by their digest alone.")
    print(f"Head: {walk.seq}:{walk.link}")
    if chosen.head:
        print("It agrees with what was recorded elsewhere.")
    else:
        print("Compare the head with one that was recorded elsewhere: it is what the proof stands on.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
