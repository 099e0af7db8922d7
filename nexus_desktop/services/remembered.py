"""Decisions of a review, remembered for the next letter of the same client.

Only what a person decided against or beside the detectors is remembered: doubts that were settled, sure findings that
were kept, words that were added. The words themselves are never stored; their keyed hashes are compared with the words
of the next letter. Without known client fields nothing is remembered, for there is nobody to remember it of.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
import uuid
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from nexus_desktop.models.audit_chain import AuditAct
from nexus_desktop.models.letter_models import PERSON, ClientFields, Decision, Finding, PhiCategory, Verdict
from nexus_desktop.models.remembered_models import FieldKind, FieldMark, RememberedDecision, RememberedKind
from nexus_desktop.storage import remembered_decisions as repository

if TYPE_CHECKING:
    from nexus_desktop.storage.store import Store

OBJECT = "remembered_decisions"
LONGEST = 12  # words of an added passage that is remembered; a longer one is hardly met again word for word
_TOKEN = re.compile(r"[^\W_]+")
_NO_NAME = frozenset({"jr", "sr", "ii", "iii", "iv"})


@dataclass(frozen=True, slots=True)
class ClientMemory:
    """What is remembered of one client. Knows words again, and holds none."""

    client_id: str
    _key: bytes = field(repr=False)
    _by_mark: dict[str, RememberedDecision] = field(repr=False)

    def about(self, finding: Finding, words: str) -> RememberedDecision | None:
        """What was decided about the same words as the same kind of identifier; the newest, where it changed."""
        found = [
            self._by_mark[mark]
            for mark in (_mark(self._key, kind, finding.category, words) for kind in RememberedKind)
            if mark in self._by_mark
        ]
        return max(found, key=lambda one: one.at, default=None)

    def added_in(self, phi_text: str) -> Iterator[tuple[int, int, RememberedDecision]]:
        """Where the letter holds words that were added before, in order."""
        added = [one for one in self._by_mark.values() if one.kind is RememberedKind.ADDED]
        if not added:
            return
        kinds = {(one.word_count, one.category) for one in added}
        tokens = [(match.start(), match.end()) for match in _TOKEN.finditer(phi_text)]
        for first, (start, _) in enumerate(tokens):
            for count, category in sorted(kinds):
                if first + count > len(tokens):
                    continue
                end = tokens[first + count - 1][1]
                one = self._by_mark.get(_mark(self._key, RememberedKind.ADDED, category, phi_text[start:end]))
                if one is not None:
                    yield start, end, one


def tokens_of(words: str) -> list[str]:
    """The words of a passage, one spelling for all widths of letters; blanks and signs between them do not count."""
    return [unicodedata.normalize("NFKC", token) for token in _TOKEN.findall(words)]


def _mark(key: bytes, kind: RememberedKind, category: PhiCategory, words: str) -> str:
    """Kept words count as they were written, capitals and all: *the brook* says nothing about *Brook*."""
    tokens = tokens_of(words)
    if kind is not RememberedKind.KEPT:
        tokens = [token.casefold() for token in tokens]
    return _hashed(key, kind.value, category.value, *tokens)


def _hashed(key: bytes, *parts: str) -> str:
    message = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(message, key=key, digest_size=16).hexdigest()


class RememberedDecisions:
    """The use case, on an open store."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of(self, client: ClientFields) -> ClientMemory | None:
        """What is remembered of a client; None where the client is not known, or could be one of several."""
        marks = self._field_marks(client)
        if not marks:
            return None
        with self._store.read() as session:
            fitting = _fitting(marks, repository.clients_with(session, marks))
            if len(fitting) != 1:
                return None
            client_id = fitting[0]
            decisions = repository.decisions_of(session, client_id)
        return ClientMemory(client_id, self._key(client_id), {one.mark: one for one in decisions})

    def remember(self, phi_text: str, client: ClientFields, decisions: Sequence[Decision], person: str) -> int:
        """Keep what a person decided beside the detectors. Returns how many decisions are remembered for it."""
        marks = self._field_marks(client)
        told = [one for one in decisions if one.by == person and _is_worth_it(one, phi_text)]
        if not marks or not told:
            return 0
        with self._store.deed() as deed:
            fitting = _fitting(marks, repository.clients_with(deed.session, marks))
            if len(fitting) > 1:
                return 0  # it could be any of them
            client_id = fitting[0] if fitting else str(uuid.uuid4())
            key = self._key(client_id)
            kept = {one.mark: one for one in (_remembered(key, phi_text, decision) for decision in told)}
            overruled = [mark for one in told for mark in _others(key, phi_text, one) if mark not in kept]
            repository.add_fields(deed.session, client_id, marks)
            repository.forget(deed.session, client_id, overruled)
            repository.keep(deed.session, client_id, kept.values())
            counts = {kind.value: sum(one.kind is kind for one in kept.values()) for kind in RememberedKind}
            deed.tell(AuditAct.SETTING_CHANGED, OBJECT, counts)
        return len(kept)

    def forget(self, client: ClientFields, decision: RememberedDecision) -> None:
        """Forget one decision about a client's letters."""
        memory = self.of(client)
        if memory is None:
            return
        with self._store.deed() as deed:
            gone = repository.forget(deed.session, memory.client_id, [decision.mark])
            deed.tell(AuditAct.SETTING_CHANGED, OBJECT, {"forgotten": gone})

    def forget_client(self, client: ClientFields) -> int:
        """Forget a client and all decisions. Returns how many there were."""
        memory = self.of(client)
        if memory is None:
            return 0
        with self._store.deed() as deed:
            gone = repository.forget_client(deed.session, memory.client_id)
            deed.tell(AuditAct.SETTING_CHANGED, OBJECT, {"clients forgotten": 1, "forgotten": gone})
        return gone

    def count(self) -> tuple[int, int]:
        """How many clients and how many decisions are remembered."""
        with self._store.read() as session:
            return repository.count(session)

    def _key(self, client_id: str) -> bytes:
        return bytes.fromhex(self._store.fingerprint(f"remembered decisions of {client_id}"))

    def _field_marks(self, client: ClientFields) -> frozenset[FieldMark]:
        key = bytes.fromhex(self._store.fingerprint("remembered fields of clients"))
        return frozenset(FieldMark(kind, _hashed(key, kind.value, value)) for kind, value in _fields(client))


def _fields(client: ClientFields) -> Iterator[tuple[FieldKind, str]]:
    """Fields that can tell a client again, each in one form; the last four of a number cannot."""
    from nexus_desktop.security.date_values import read_date  # with the word lists, in the job that needs it

    for name in client.names:
        words = sorted({word for token in tokens_of(name) if len(word := token.casefold()) > 1} - _NO_NAME)
        if len(words) > 1:
            yield FieldKind.NAME, " ".join(words)
    for kind, values, digits in ((FieldKind.SSN, client.ssn, 9), (FieldKind.VA_FILE, client.va_file, 7)):
        for value in values:
            number = "".join(char for char in value if char.isdecimal())
            if len(number) >= digits:
                yield kind, number
    for value in client.dob:
        date = read_date(value)
        if date is not None and date.year and date.month and date.day:
            yield FieldKind.DOB, f"{date.year}-{date.month}-{date.day}"


def _fitting(marks: frozenset[FieldMark], known: dict[str, frozenset[FieldMark]]) -> list[str]:
    """The clients that the fields can be of: by a number of their own, else by a full name; none that one denies."""
    shared = {client_id: fields & marks for client_id, fields in known.items() if not _contradict(fields, marks)}
    sure = [client_id for client_id, fields in shared.items() if any(one.kind.is_own for one in fields)]
    return sure or [one for one, fields in shared.items() if any(mark.kind is FieldKind.NAME for mark in fields)]


def _contradict(fields: Iterable[FieldMark], marks: Iterable[FieldMark]) -> bool:
    """Whether both know a number or birth date, and not the same one."""
    for kind in (FieldKind.SSN, FieldKind.DOB, FieldKind.VA_FILE):
        ours, theirs = ({one.mark for one in side if one.kind is kind} for side in (fields, marks))
        if ours and theirs and not ours & theirs:
            return True
    return False


def _is_worth_it(decision: Decision, phi_text: str) -> bool:
    """Whether a decision tells more than the detectors did."""
    finding = decision.finding
    count = len(tokens_of(phi_text[finding.start : finding.end]))
    if not 0 < count <= LONGEST:
        return False
    if finding.detector == PERSON:
        return decision.redact
    return finding.verdict is Verdict.ASK or not decision.redact


def _kind_of(decision: Decision) -> RememberedKind:
    if decision.finding.detector == PERSON:
        return RememberedKind.ADDED
    return RememberedKind.REMOVED if decision.redact else RememberedKind.KEPT


def _remembered(key: bytes, phi_text: str, decision: Decision) -> RememberedDecision:
    finding, kind = decision.finding, _kind_of(decision)
    words = phi_text[finding.start : finding.end]
    return RememberedDecision(
        mark=_mark(key, kind, finding.category, words),
        kind=kind,
        category=finding.category,
        verdict=finding.verdict,
        word_count=len(tokens_of(words)),
        by=decision.by,
        at=decision.at,
    )


def _others(key: bytes, phi_text: str, decision: Decision) -> Iterator[str]:
    """The marks under which the opposite would be remembered."""
    finding = decision.finding
    words = phi_text[finding.start : finding.end]
    opposite = (RememberedKind.REMOVED, RememberedKind.ADDED) if not decision.redact else (RememberedKind.KEPT,)
    for kind in opposite:
        yield _mark(key, kind, finding.category, words)
