"""The audit trail as a file for discovery, and an export compared with the store it came from."""

from __future__ import annotations

import hashlib
import json
import zipfile
from contextlib import ExitStack, closing
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from nexus_desktop import __version__
from nexus_desktop.models.audit_chain import AuditAct, AuditHead
from nexus_desktop.models.audit_query import AuditFilter, AuditPlace
from nexus_desktop.models.errors import ExportExists, ExportFailed
from nexus_desktop.models.ports import CancelFlag, Progress, stop_if
from nexus_desktop.models.trail_models import STATEMENT, ExportCheck, TrailForm, TrailHeader, TrailLine
from nexus_desktop.reports import trail_report
from nexus_desktop.services import trail_comparison
from nexus_desktop.services.audit_trail import WORDS
from nexus_desktop.services.components import check_on
from nexus_desktop.services.trail_comparison import NAMES, PAGE, entries_of
from nexus_desktop.storage import container, matter_file

if TYPE_CHECKING:
    from nexus_desktop.models.ports import CancelFlag, Progress
    from nexus_desktop.storage.store import Store

VERIFIER, READ_ME, MANIFEST = "verify_trail.py", "READ-ME.txt", "manifest.json"
ORIGIN = "origin-trail.zip"
"""In the export of co-counsel's copy: what the trail of the store it came from tells of the matter."""


class TrailExport:
    """The use case, on an open store. ``verifier`` is resources/verify_trail.py, which goes with each export. Where it
    is not ``enabled`` nothing is exported; an export of before can still be compared."""

    def __init__(self, store: Store, verifier: Path, *, enabled: bool = True) -> None:
        self._store, self._verifier, self.enabled = store, verifier, enabled

    def export(
        self, path: Path, form: TrailForm, about: str | None, progress: Progress, cancelled: CancelFlag
    ) -> AuditHead:
        """Write a new file with the whole trail, or with what is about one analysis or matter and digests of the rest.

        The head that goes out is the one before the entry that tells of the export. Raises ExportExists, ExportFailed,
        DiskFull, SwitchedOff, Cancelled.
        """
        check_on(on=self.enabled)
        if path.exists():
            raise ExportExists
        header = self._header(about)
        forms = tuple(NAMES) if form is TrailForm.ALL else (form,)
        with container.workplace(path.parent, "trail") as place:
            self._write(place, forms, header, about, progress, cancelled)
            try:
                if form is TrailForm.ALL:
                    ready = place / "trail.zip"
                    self._pack(ready, place)
                else:
                    ready = place / NAMES[form]
                digest = container.sha256_of(ready)
                container.take_name(ready, path)
            except FileExistsError:
                raise ExportExists from None
            except OSError:
                raise ExportFailed from None
        body = {"form": form.value, "entries": header.entries, "selection": header.selection, "sha256": digest}
        try:
            self._store.tell(AuditAct.TRAIL_EXPORTED, "trail", body)
        except BaseException:
            path.unlink(missing_ok=True)
            raise
        self._store.settle_head()
        return header.head

    def _header(self, about: str | None) -> TrailHeader:
        with self._store.use() as opened, opened.database.read() as session:
            (newest,) = opened.audit.page(session, 1, AuditFilter())
            head = AuditHead(newest.entry.seq, newest.entry.mac, newest.entry.link)
            selection = "all" if about is None else f"what is about {about}"
            program = f"Nexus Desktop {__version__}"
            return TrailHeader(opened.store_id, program, self._store.clock(), head.seq, selection, head)

    def _write(
        self,
        place: Path,
        forms: tuple[TrailForm, ...],
        header: TrailHeader,
        about: str | None,
        progress: Progress,
        cancelled: CancelFlag,
    ) -> None:
        chosen = None if about is None else self._chosen(about)
        with ExitStack() as stack:
            streams: list[BinaryIO] = [stack.enter_context((place / NAMES[form]).open("wb")) for form in forms]
            writers = [
                trail_report.writer(form, stream, header, WORDS) for form, stream in zip(forms, streams, strict=True)
            ]
            chain = stack.enter_context(closing(entries_of(self._store)))
            for told in takewhile(lambda told: told.entry.seq <= header.entries, chain):
                if told.entry.seq % PAGE == 0:
                    stop_if(cancelled)
                    progress(f"Exporting entry {told.entry.seq:,}", told.entry.seq / header.entries)
                line = TrailLine.of(told, shown=chosen is None or told.entry.seq in chosen)
                for writer in writers:
                    writer.add(line)
            for writer in writers:
                writer.close()

    def _chosen(self, about: str) -> set[int]:
        """Numbers of the entries on a subject, and of what speaks of the trail as a whole."""
        found: set[int] = set()
        for wanted in (AuditFilter(about=about), AuditFilter(act=AuditAct.RECORDS_PURGED.value)):
            after: AuditPlace | None = None
            while page := self._store.audit_entries(PAGE, after, wanted):
                found.update(told.entry.seq for told in page)
                after = AuditPlace(page[-1].entry.seq, page[-1].entry.at)
        return found

    def _pack(self, target: Path, place: Path) -> None:
        members = {name: place / name for name in NAMES.values()} | {VERIFIER: self._verifier}
        hashes = {name: container.sha256_of(file) for name, file in members.items()}
        origin = matter_file.origin_trail(self._store).read()
        if origin is not None:
            hashes[ORIGIN] = hashlib.sha256(origin).hexdigest()
        statement = (
            "\n\n".join(("Audit trail of Nexus Desktop", *STATEMENT, f"To check it: python3 {VERIFIER} FILE")) + "\n"
        )
        hashes[READ_ME] = hashlib.sha256(statement.encode()).hexdigest()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(READ_ME, statement)
            for name, file in members.items():
                archive.write(file, name)
            if origin is not None:
                archive.writestr(ORIGIN, origin)
            archive.writestr(MANIFEST, json.dumps({"format": 1, "sha256": hashes}, indent=1))

    # --- comparing -------------------------------------------------------------------------------------------------

    def compare(self, path: Path, progress: Progress, cancelled: CancelFlag) -> ExportCheck:
        """Whether an export, .zip, .jsonl or .csv, says what this store says. Raises TrailFileInvalid, Cancelled."""
        return trail_comparison.compare(self._store, path, progress, cancelled)
