"""Matters by the firm's own numbers: letters in them, holds, notes, and one matter given to co-counsel.

The trail tells of ids and never of numbers, for a number can be looked up in the firm's files.
"""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from nexus_desktop.models.audit_chain import AuditAct, Body
from nexus_desktop.models.errors import MatterInvalid, PassphraseTooShort
from nexus_desktop.models.letter_models import ClientFields, Level
from nexus_desktop.models.ports import stop_if
from nexus_desktop.models.records import Matter, Note
from nexus_desktop.models.trail_models import TrailForm
from nexus_desktop.services.components import check_on
from nexus_desktop.services.trail_export import TrailExport
from nexus_desktop.services.workbench import Workbench
from nexus_desktop.storage import case_files, container, matter_file, matters, overrides, repositories, search_index

if TYPE_CHECKING:
    from nexus_desktop.models.backup_models import Manifest
    from nexus_desktop.models.ports import CancelFlag, Progress
    from nexus_desktop.services.trail_export import TrailExport
    from nexus_desktop.services.workbench import Workbench
    from nexus_desktop.storage.store import Deed, Store

LONGEST_REFERENCE = 60


class Matters:
    """The use case, on an open store. Where files are not ``enabled`` no matter is given or received."""

    def __init__(
        self,
        store: Store,
        workbench: Workbench,
        trail: TrailExport,
        actor: str,
        shortest_passphrase: int,
        *,
        enabled: bool = True,
    ) -> None:
        self.enabled = enabled
        self._store, self._workbench, self._trail = store, workbench, trail
        self._actor, self._shortest = actor, shortest_passphrase

    # --- matters -------------------------------------------------------------------------------------------------

    def listed(self) -> list[Matter]:
        """Every matter, by number."""
        with self._store.read() as session:
            return matters.listed(session)

    def found(self, name: str) -> Matter:
        """A matter by its id or number. Raises MatterNotFound."""
        with self._store.read() as session:
            return matters.found(session, name)

    def matter_of(self, letter_id: str) -> str | None:
        """Id of the matter a letter is in now; None for none, and for a letter that is not kept."""
        with self._store.read() as session:
            return matters.matter_of(session, letter_id)

    def create(self, reference: str, client: str | None = None) -> Matter:
        """A new matter. Raises MatterInvalid, MatterTaken, ReviewCopy."""
        self._store.check_own()
        matter = Matter(str(uuid.uuid4()), _checked(reference), _client(client), self._store.clock())

        def work(deed: Deed) -> None:
            matters.add(deed.session, matter)
            deed.tell(AuditAct.MATTER_CHANGED, matter.id, {"change": "created"})

        self._store.perform(work)
        return matter

    def rename(self, name: str, reference: str, client: str | None) -> Matter:
        """Another number for a matter and its client. Raises MatterNotFound, MatterInvalid, MatterTaken, ReviewCopy."""
        return self._changed(
            name, AuditAct.MATTER_CHANGED, "renumbered", reference=_checked(reference), client=_client(client)
        )

    def assign(self, analysis_id: str, name: str | None) -> None:
        """Put an analysis and its letter into a matter, or out of one. Raises RecordNotFound, MatterNotFound."""
        self._store.check_own()

        def work(deed: Deed) -> None:
            record = repositories.analysis(deed.session, analysis_id)
            matter_id = None if name is None else matters.found(deed.session, name).id
            matters.assign(deed.session, record.letter.id, matter_id)
            told: Body = {
                "change": "letter put in" if matter_id else "letter taken out",
                "analysis_id": record.id,
                "letter_id": record.letter.id,
                "correlation_id": record.correlation_id,
            }
            deed.tell(AuditAct.MATTER_CHANGED, matter_id or record.letter.matter_id or record.letter.id, told)

        self._store.perform(work)

    def close(self, name: str, *, closed: bool = True) -> Matter:
        """Close a matter, which starts its days of keeping, or open it again."""
        at = self._store.clock() if closed else None
        return self._changed(name, AuditAct.MATTER_CHANGED, "closed" if closed else "opened again", closed_at=at)

    def hold(self, name: str, *, held: bool = True) -> Matter:
        """Put a matter on legal hold, under which nothing of it is deleted, or lift the hold."""
        return self._changed(name, AuditAct.HOLD_CHANGED, "put on hold" if held else "hold lifted", legal_hold=held)

    def keep_for(self, name: str, days: int | None) -> Matter:
        """Days this matter is kept after it was closed; None for those of the policy."""
        return self._changed(
            name, AuditAct.RETENTION_CHANGED, f"kept for {days or 'the days of the policy'}", keep_days=days
        )

    def _changed(self, name: str, act: AuditAct, words: str, **fields: datetime | int | bool | str | None) -> Matter:
        self._store.check_own()

        def work(deed: Deed) -> Matter:
            matter = replace(matters.found(deed.session, name), **fields)  # type: ignore[arg-type]
            matters.change(deed.session, matter)
            deed.tell(act, matter.id, {"change": words})
            return matter

        return self._store.perform(work)

    # --- notes -----------------------------------------------------------------------------------------------------

    def note(self, analysis_id: str, phi_text: str) -> Note:
        """Keep a note on an analysis. Identifiers the detectors find in it are taken out first, in doubt or not.

        Raises RecordNotFound, LetterEmpty, ResidualIdentifier, ReviewCopy.
        """
        self._store.check_own()
        with self._store.read() as session:
            matter_id = repositories.analysis(session, analysis_id).letter.matter_id
            file = case_files.of_matter(session, matter_id) if matter_id else None
        text, redacted = self.cleaned(phi_text, file.client if file else ClientFields())
        note = Note(str(uuid.uuid4()), analysis_id, self._store.clock(), self._actor, text)

        def work(deed: Deed) -> None:
            repositories.analysis(deed.session, analysis_id)
            matters.add_note(deed.session, note)
            search_index.refresh_notes(deed.session, analysis_id)
            told: Body = {"analysis_id": analysis_id, "characters": len(text), "redacted": redacted}
            deed.tell(AuditAct.NOTE_KEPT, note.id, told)

        self._store.perform(work)
        return note

    def cleaned(self, phi_text: str, client: ClientFields) -> tuple[str, int]:
        """Words of a person with every identifier taken out that is found, in doubt or not, and how many those were.

        Raises LetterEmpty, ResidualIdentifier.
        """
        letter = self._workbench.read_pasted(phi_text)
        preparation = self._workbench.prepare(letter, Level.STRICT, client, Event())
        text = self._workbench.deidentify_all(preparation, self._actor, self._store.clock()).text
        return text, len(preparation.findings)

    def notes(self, analysis_id: str) -> list[Note]:
        """The notes on an analysis, oldest first."""
        with self._store.read() as session:
            return matters.notes_of(session, [analysis_id])

    # --- co-counsel ------------------------------------------------------------------------------------------------

    def give(
        self,
        name: str,
        path: Path,
        passphrase: str,
        progress: Progress,
        cancelled: CancelFlag,
        *,
        with_client: bool = False,
    ) -> None:
        """Write a matter as one encrypted file; what is kept of client and case goes along ``with_client`` only.

        Raises MatterNotFound, PassphraseTooShort, BackupWriteFailed, DiskFull, SwitchedOff, Cancelled.
        """
        check_on(on=self.enabled)
        if len(passphrase) < self._shortest:
            raise PassphraseTooShort(limit=self._shortest)
        progress("Collecting the matter", 0.1)
        with self._store.read() as session:
            matter = matters.found(session, name)
            ids = matters.analyses_of(session, matter.id)
            records = tuple(repositories.analysis(session, one) for one in ids)
            notes = tuple(matters.notes_of(session, ids))
            on_matter = tuple(case_files.notes_of(session, matter.id))
            file = case_files.of_matter(session, matter.id) if with_client else None
            told_otherwise = tuple(overrides.told_of(session, ids))
        stop_if(cancelled)
        progress("Exporting what the trail tells of it", 0.3)
        with container.workplace(self._store.files.folder, "give") as place:
            trail = place / "trail.zip"
            head = self._trail.export(trail, TrailForm.ALL, matter.id, progress, cancelled)
            content = trail.read_bytes()
        told: Body = {"matter_id": matter.id, "analyses": len(records), "head": head.seq, "head_link": head.link}
        told = {**told, "client_fields": file is not None}
        with self._store.use() as opened:
            origin: Body = {**told, "origin_store": opened.store_id}
        progress("Writing the file", 0.7)
        at = self._store.clock()
        contents = matter_file.Contents(
            matter, records, notes, told_otherwise, origin, content, self._actor, at, on_matter, file
        )
        digest = matter_file.write(path, contents, passphrase)
        try:
            self._store.tell(AuditAct.MATTER_EXPORTED, matter.id, {**told, "sha256": digest})
        except BaseException:
            path.unlink(missing_ok=True)
            raise


def _checked(reference: str) -> str:
    words = " ".join(reference.split())
    if not 1 <= len(words) <= LONGEST_REFERENCE:
        raise MatterInvalid(limit=LONGEST_REFERENCE)
    return words


def _client(number: str | None) -> str | None:
    return " ".join((number or "").split()) or None


def receive(path: Path, folder: Path, *, enabled: bool = True) -> Manifest:
    """Unpack a matter from co-counsel into a new data folder.

    Raises BackupDamaged, FolderTaken, DiskFull, SwitchedOff.
    """
    check_on(on=enabled)
    return matter_file.receive(path, folder)
