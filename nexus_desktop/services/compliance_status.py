"""How things stand, each by looking at the thing itself just now: nothing is said because it was meant to be so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from nexus_desktop.models.audit_chain import Body
from nexus_desktop.models.compliance_record import Indicator, IndicatorState
from nexus_desktop.models.errors import ConfigurationInvalid, NexusError, ResidualIdentifier, ReviewIncomplete
from nexus_desktop.models.letter_models import ClientFields, Finding, Letter, LetterKind, Level, PhiCategory
from nexus_desktop.models.ports import stop_if
from nexus_desktop.monitoring.structured_logger import failure
from nexus_desktop.services.workbench import Preparation, Workbench
from nexus_desktop.storage import compliance_queries
from nexus_desktop.storage.encryption_check import opens_without_key

if TYPE_CHECKING:
    from nexus_desktop.models.ports import CancelFlag, Clock, Progress
    from nexus_desktop.services.rules_in_force import RulesInForce
    from nexus_desktop.storage.store import Store

BACKUP_DAYS = 14
"""A backup older than this is pointed out."""

GOOD, NOTICE, BAD = IndicatorState.GOOD, IndicatorState.NOTICE, IndicatorState.BAD
_TRIED = "Re: Veteran: Orrin Vexley-Tarn\n\nMr. Vexley-Tarn was seen on March 4, 2019.\n"
_CLIENT = ClientFields(names=("Orrin Vexley-Tarn",))
Found = tuple[IndicatorState, str]
Told = tuple[datetime, Body]


class KeyPlace(StrEnum):
    """Where the key of the database was found just now."""

    KEYRING = "keyring"
    PASSPHRASE = "passphrase"  # noqa: S105 - a word, not a secret
    MEMORY = "memory"
    NOWHERE = "nowhere"


@dataclass(frozen=True, slots=True)
class Sources:
    """What the checks look at."""

    store: Store
    database_file: Path
    key_place: Callable[[], KeyPlace]
    workbench: Workbench
    policies: RulesInForce
    clock: Clock


class ComplianceStatus:
    """The use case. Each check opens, reads or tries something; what it cannot do is a bad state, never a good one."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources

    def run(self, progress: Progress, cancelled: CancelFlag) -> tuple[Indicator, ...]:
        """Every check in turn; the audit chain takes a second for 100,000 entries. Raises Cancelled."""
        checks: tuple[tuple[str, str, Callable[[], Found]], ...] = (
            ("encryption", "Database is encrypted", self._encryption),
            ("key", "Where the key is", self._key),
            ("chain", "Audit trail is unbroken", self._chain),
            ("gate", "Gate is closed to what is not reviewed", self._gate),
            ("rules", "Levels and rules are in force", self._rules),
            ("sent", "What left this machine", self._sent),
            ("retention", "Retention", self._retention),
            ("backup", "Last backup", self._backup),
        )
        found = []
        for number, (name, title, check) in enumerate(checks):
            stop_if(cancelled)
            progress(title, number / len(checks))
            state, sentence = _guarded(check)
            found.append(Indicator(name, title, state, sentence, self._sources.clock()))
        return tuple(found)

    def _encryption(self) -> Found:
        if opens_without_key(self._sources.database_file):
            return BAD, "The database file opens without a key. Stop using it and ask for help."
        if not self._sources.store.is_intact():
            return BAD, "With its key, not every page of the file can be decrypted."
        return GOOD, "The file does not open without its key; with it every page decrypts."

    def _key(self) -> Found:
        return {
            KeyPlace.KEYRING: (GOOD, "The keyring of this machine was asked and has the key."),
            KeyPlace.PASSPHRASE: (GOOD, "The key is locked with a passphrase; no keyring is used."),
            KeyPlace.MEMORY: (NOTICE, "The key is in memory only, and this data goes when the window closes."),
            KeyPlace.NOWHERE: (BAD, "The key was not found where it should be. Make a backup before you close."),
        }[self._sources.key_place()]

    def _chain(self) -> Found:
        report = self._sources.store.check_chain()
        if not report.intact:
            return BAD, f"It does not hold from entry {report.broken_at} on: {report.reason}."
        return GOOD, f"All {report.entries:,} entries were followed from the first to the newest; none was changed."

    def _gate(self) -> Found:
        """Try to get an undecided text through, and one that still shows a known name."""
        workbench = self._sources.workbench
        letter = Letter(_TRIED, LetterKind.PASTED, "0" * 64, len(_TRIED))
        name = _TRIED.index(_CLIENT.names[0])
        finding = Finding(name, name + len(_CLIENT.names[0]), PhiCategory.PATIENT)
        asked = Preparation("gate", letter, Level.STRICT, _CLIENT, (finding,))
        missed = Preparation("gate", letter, Level.STRICT, _CLIENT, ())
        try:
            undecided = _refused(lambda: workbench.deidentify(asked, ()), ReviewIncomplete)
            left_in = _refused(lambda: workbench.deidentify(missed, ()), ResidualIdentifier)
        except ConfigurationInvalid:
            return GOOD, "Closed to everything, because the rules cannot be read."
        if not undecided or not left_in:
            return (
                BAD,
                "Open: an invented text that was not reviewed came through. Do not use the program; ask for help.",
            )
        return GOOD, "Closed: an undecided text and one with a known name left in it were tried, and both were refused."

    def _rules(self) -> Found:
        policy = self._sources.policies.get()
        on = sum(entry.enabled for entry in (*policy.rules, *policy.exceptions))
        return GOOD, f"Policy {policy.version} was read and checked, with {on} rules and exceptions of your firm."

    def _sent(self) -> Found:
        with self._sources.store.read() as session:
            count = compliance_queries.count_told(session, "text_sent")
            newest = compliance_queries.newest_told(session, "text_sent")
        return sent(count, newest, self._sources.clock())

    def _retention(self) -> Found:
        with self._sources.store.read() as session:
            return retention(compliance_queries.newest_told(session, "retention_changed", "policy"))

    def _backup(self) -> Found:
        with self._sources.store.read() as session:
            return backup(compliance_queries.newest_told(session, "backup_made"), self._sources.clock())


def sent(count: int, newest: Told | None, now: datetime) -> Found:
    """What the trail says of texts that were sent to a service."""
    if newest is None:
        return GOOD, "Nothing: the audit trail has no entry of a text that was sent."
    texts = "1 text" if count == 1 else f"{count:,} texts"
    return NOTICE, f"{texts} after review, the newest {_days(newest[0], now)}."


def retention(newest: Told | None) -> Found:
    """What the trail says of the rule that is in force."""
    days = newest[1].get("to_days") if newest is not None else None
    if not isinstance(days, int):
        return NOTICE, "No rule is in force: letters are kept until someone deletes them."
    return GOOD, f"Closed matters are kept for {days:,} days."


def backup(newest: Told | None, now: datetime) -> Found:
    """What the trail says of the newest backup."""
    if newest is None:
        return NOTICE, "The audit trail has no entry of a backup."
    old = now - newest[0] > timedelta(days=BACKUP_DAYS)
    return (NOTICE if old else GOOD), f"The newest was made {_days(newest[0], now)}."


def _guarded(check: Callable[[], Found]) -> Found:
    try:
        return check()
    except ConfigurationInvalid as error:
        return BAD, f"{error.file}, line {error.line}: {error.detail} No letter is read until this is mended."
    except NexusError as error:
        failure(error)
        return BAD, f"{error.sentence} ({error.code})"
    except OSError:
        return BAD, "The file could not be looked at."


def _refused(attempt: Callable[[], object], expected: type[NexusError]) -> bool:
    try:
        attempt()
    except expected:
        return True
    return False


def _days(moment: datetime, now: datetime) -> str:
    days = (now - moment).days
    return "today" if days < 1 else "yesterday" if days == 1 else f"{days:,} days ago"
