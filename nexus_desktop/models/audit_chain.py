"""A tamper-evident chain of audit entries.

Two chains run through the same entries. The ``mac`` of an entry is HMAC-SHA256 over its fields and the mac before it:
without the key, which never leaves the encrypted database, nobody can make an entry that fits. The ``link`` is a plain
SHA-256 over the link before it and the digest of the entry: anyone can follow it with an export in hand, up to the head
that is printed on every report, and an entry can be left out of an export with only its digest shown.

What an entry tells (``body``) is bound by a salted commitment, so that a body can be purged after its retention without
breaking the chain, and not be guessed back from its hash. A purge is told by an entry of its own that commits to the
list of emptied entries: a body that is gone without one is a break.

The chains show that history was changed after it was written. They cannot show a shortened chain or a whole file put
back: for that, compare with a head kept elsewhere (``AuditHead``).
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from nexus_desktop.models.phrases import phrase

GENESIS = "0" * 64
"""``previous`` and link before the first entry."""

Body = Mapping[str, str | int | float | bool | None]


class AuditAct(StrEnum):
    """What can be told. Never renamed once released; a new one needs no migration."""

    STORE_CREATED = "store_created"
    STORE_MIGRATED = "store_migrated"
    STORE_RESTORED = "store_restored"
    STORE_STEPPED_BACK = "store_stepped_back"  # the tables were taken back to an older version
    PROGRAM_STARTED = "program_started"
    STORE_LOCKED = "store_locked"
    STORE_UNLOCKED = "store_unlocked"
    KEYS_CHANGED = "keys_changed"
    SERVICE_KEY_CHANGED = "service_key_changed"
    LETTER_IMPORTED = "letter_imported"
    LETTER_REVIEWED = "letter_reviewed"
    TEXT_SENT = "text_sent"
    LETTER_ANALYZED = "letter_analyzed"
    ANALYSIS_VIEWED = "analysis_viewed"
    ANALYSIS_TRASHED = "analysis_trashed"
    ANALYSIS_PUT_BACK = "analysis_put_back"
    REPORT_EXPORTED = "report_exported"
    NOTE_KEPT = "note_kept"
    FINDING_OVERRIDDEN = "finding_overridden"
    MATTER_CHANGED = "matter_changed"
    HOLD_CHANGED = "hold_changed"
    SETTING_CHANGED = "setting_changed"
    PROMPT_CHANGED = "prompt_changed"
    RETENTION_CHANGED = "retention_changed"
    RECORDS_PURGED = "records_purged"
    BACKUP_MADE = "backup_made"
    BACKUPS_DELETED = "backups_deleted"
    MATTER_EXPORTED = "matter_exported"
    MATTER_RECEIVED = "matter_received"
    TRAIL_EXPORTED = "trail_exported"
    TRAIL_BEHIND = "trail_behind"  # the chain lacked a head that was remembered elsewhere
    TRAIL_ACKNOWLEDGED = "trail_acknowledged"
    WORK_FAILED = "work_failed"
    COMPONENT_CHANGED = "component_changed"
    REVISION_COMPARED = "revision_compared"  # what a revision answered of what the doctor was asked


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One line of the chain: ``at`` in UTC, ISO 8601; ``object_id`` names what was acted on, never a person.

    ``act`` is text, for a later version may have told what this one has no word for.
    """

    seq: int
    at: str
    actor: str
    act: str
    object_id: str
    commitment: str
    previous: str
    mac: str
    link: str

    @property
    def fields(self) -> tuple[int, str, str, str, str, str]:
        """What both chains bind."""
        return (self.seq, self.at, self.actor, self.act, self.object_id, self.commitment)


@dataclass(frozen=True, slots=True)
class Told:
    """An entry with what it tells, as JSON. Salt and text are None where entry ``purged_by`` purged them."""

    entry: AuditEntry
    salt: bytes | None
    text: str | None
    purged_by: int | None = None

    @property
    def body(self) -> Body | None:
        """What it tells, taken apart."""
        if self.text is None:
            return None
        body: Body = json.loads(self.text)
        return body

    @property
    def is_as_committed(self) -> bool:
        """Whether it tells what was committed to. Text in its canonical form is compared without taking it apart."""
        if self.salt is None or self.text is None:
            return False
        if hashlib.sha256(self.salt + self.text.encode()).hexdigest() == self.entry.commitment:
            return True
        try:
            return commit(json.loads(self.text), self.salt) == self.entry.commitment
        except (ValueError, TypeError):
            return False


@dataclass(frozen=True, slots=True)
class AuditHead:
    """The newest entry as remembered outside of the database; ``place`` says where."""

    seq: int
    mac: str
    link: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class ChainReport:
    """Outcome of a check. ``broken_at`` is the first sequence number that does not hold; None where all do.

    ``unanswered`` lists entries that tell of missing history and that nobody has acknowledged yet.
    """

    entries: int
    broken_at: int | None
    reason: str
    unanswered: tuple[int, ...] = ()

    @property
    def intact(self) -> bool:
        return self.broken_at is None and not self.unanswered


def commit(body: Body, salt: bytes) -> str:
    """SHA-256 over salt and canonical JSON of the body, in hex."""
    return hashlib.sha256(salt + canonical(dict(body)).encode()).hexdigest()


def canonical(value: object) -> str:
    """JSON in the one form that is hashed: keys sorted, no blanks, no escapes beyond need."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def seal(key: bytes, fields: Sequence[int | str], previous: str) -> str:
    """The mac of an entry, in hex. Fields are joined as JSON, so no two different entries look alike."""
    return hmac.new(key, _joined([*fields, previous]), hashlib.sha256).hexdigest()


def digest(fields: Sequence[int | str]) -> str:
    """What stands for an entry in the open chain, in hex; tells nothing, for it holds a salted commitment."""
    return hashlib.sha256(_joined(list(fields))).hexdigest()


def linked(previous_link: str, entry_digest: str) -> str:
    """The next link of the open chain, in hex."""
    return hashlib.sha256(f"{previous_link}{entry_digest}".encode()).hexdigest()


def purged_digest(sequence_numbers: Iterable[int]) -> str:
    """What a purge commits to: SHA-256 over the emptied entries in rising order, one a line."""
    running = hashlib.sha256()
    for seq in sequence_numbers:
        running.update(b"%d\n" % seq)
    return running.hexdigest()


def _joined(parts: list[int | str]) -> bytes:
    return json.dumps(parts, separators=(",", ":")).encode()


@dataclass(slots=True)
class _Walk:
    """Where a check has come to."""

    key: bytes
    heads: tuple[AuditHead, ...]
    whole: bool = True
    seq: int = 0
    mac: str = GENESIS
    link: str = GENESIS
    purges: dict[int, list[int]] = field(default_factory=dict)
    gaps: list[int] = field(default_factory=list)

    def step(self, told: Told) -> str | None:
        """Take the next entry; the reason where it does not hold."""
        entry = told.entry
        self.seq += 1
        if entry.seq != self.seq:
            return phrase("an entry is missing")
        if entry.previous != self.mac or not hmac.compare_digest(
            seal(self.key, entry.fields, entry.previous), entry.mac
        ):
            return phrase("an entry was changed")
        if linked(self.link, digest(entry.fields)) != entry.link:
            return phrase("an entry was changed")
        if any(head.seq == self.seq and head.mac != entry.mac for head in self.heads):
            return phrase("the chain was replaced by another")
        self.mac, self.link = entry.mac, entry.link
        return self._body(told) or self._meaning(told)

    def _body(self, told: Told) -> str | None:
        if told.salt is not None and told.text is not None:
            return None if told.is_as_committed else phrase("what an entry tells was changed")
        if told.purged_by is None or told.purged_by <= self.seq or told.entry.act == AuditAct.RECORDS_PURGED:
            return phrase("what an entry tells was taken out without a purge")
        self.purges.setdefault(told.purged_by, []).append(self.seq)
        return None

    def _meaning(self, told: Told) -> str | None:
        act = told.entry.act
        if act == AuditAct.RECORDS_PURGED:
            emptied = self.purges.pop(self.seq, [])
            if self.whole and (told.body or {}).get("entries_sha256") != purged_digest(emptied):
                return phrase("a purge does not fit the entries it emptied")
        elif act == AuditAct.TRAIL_BEHIND:
            self.gaps.append(self.seq)
        elif act == AuditAct.TRAIL_ACKNOWLEDGED:
            self.gaps = [gap for gap in self.gaps if str(gap) != told.entry.object_id]
        return None

    def end(self) -> ChainReport:
        if any(head.seq > self.seq for head in self.heads):
            reason = phrase("the newest entries are missing, or an older database was put back")
            return ChainReport(self.seq, self.seq + 1, reason)
        if self.purges and self.whole:
            return ChainReport(self.seq, min(self.purges), phrase("an entry that tells of a purge is none"))
        if self.gaps:
            reason = phrase("the chain holds, but it tells of entries that were missing at a start")
            return ChainReport(self.seq, None, reason, tuple(self.gaps))
        return ChainReport(self.seq, None, phrase("every entry is unchanged"))


def verify(
    key: bytes,
    entries: Iterable[Told],
    heads: Iterable[AuditHead] = (),
    watch: Callable[[int], None] = lambda _seq: None,
    after: AuditEntry | None = None,
    gaps: Iterable[int] = (),
) -> ChainReport:
    """Walk both chains from their start, and compare with the remembered heads. ``watch`` is told each number.

    With ``after`` only what follows that entry is walked: changes before it are not found, nor are purges compared.
    ``gaps`` are entries up to it that tell of missing history and were not acknowledged by then.
    """
    walk = _Walk(key, tuple(head for head in heads if head.seq > 0))
    if after is not None:
        walk.whole, walk.seq, walk.mac, walk.link = False, after.seq, after.mac, after.link
        walk.gaps = list(gaps)
    for told in entries:
        reason = walk.step(told)
        if reason is not None:
            return ChainReport(walk.seq, walk.seq, reason)
        watch(walk.seq)
    return walk.end()
