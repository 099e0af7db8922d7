"""Named checks of everything the program stands on, each with what to do where it fails."""

from __future__ import annotations

import math
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from time import perf_counter
from typing import TYPE_CHECKING

from nexus_desktop import __version__
from nexus_desktop.models.errors import ConfigurationInvalid, DatabaseReadOnly, NexusError
from nexus_desktop.models.phrases import phrase, sentence_of
from nexus_desktop.models.ports import CancelFlag, Clock, Progress, stop_if
from nexus_desktop.monitoring.structured_logger import Event, event, failure
from nexus_desktop.runtime import paths

if TYPE_CHECKING:
    from nexus_desktop.models.ports import CancelFlag, Clock, Progress
    from nexus_desktop.prompts.prompt_manager import PromptManager
    from nexus_desktop.storage.store import Store

LOW_DISK_MB, NO_DISK_MB = 1000, 50
OLDEST_SANE_YEAR = 2026
CLOCK_TOLERANCE = timedelta(minutes=5)
WALKED = 20_000
"""Entries of the audit trail that this check walks; the Audit tab walks all of them."""
BEHIND = phrase("Find out whether an older copy of the data folder was put back; then acknowledge it in the Audit tab.")


class Health(StrEnum):
    """How a check came out, worst last."""

    OK = "ok"
    NOT_CHECKED = "not_checked"
    WARNING = "warning"
    FAILURE = "failure"


@dataclass(frozen=True, slots=True)
class CheckResult:
    """One check: what was found, and how to mend it where it is not well."""

    name: str
    title: str
    health: Health
    code: str
    sentence: str
    mend: str
    milliseconds: float


@dataclass(frozen=True, slots=True)
class HealthReport:
    """All checks of one run."""

    version: str
    checks: tuple[CheckResult, ...]

    @property
    def overall(self) -> Health:
        return max((check.health for check in self.checks), key=list(Health).index, default=Health.NOT_CHECKED)


Finding = tuple[Health, str, str, str]  # health, code, sentence, how to mend
Check = Callable[[], Finding]


class HealthChecks:
    """The use case. ``store`` is None where it could not be opened, and ``store_error`` then says why."""

    def __init__(
        self,
        *,
        store: Store | None,
        store_error: NexusError | None,
        key_source: str,
        load_everything: Callable[[], PromptManager],
        clock: Clock,
        further: Sequence[tuple[str, str, Check]] = (),
        check_prompts: Check | None = None,
    ) -> None:
        """``check_prompts`` also knows what the store has recorded; without it the shipped file alone is looked at."""
        self._further = further
        self._check_prompts = check_prompts
        self._store, self._store_error = store, store_error
        self._key_source, self._load, self._clock = key_source, load_everything, clock

    def run(self, progress: Progress, cancelled: CancelFlag) -> HealthReport:
        """Every check in turn. Raises Cancelled; nothing a check finds is an exception."""
        checks: list[tuple[str, str, Check]] = [
            ("database", "Database opens and is whole", self._database),
            ("encryption", "Database is encrypted, key at hand", self._key),
            ("audit", "Audit trail is unbroken", self._chain),
            ("configuration", "Configuration is valid", self._configuration),
            ("prompts", "Prompts are as approved", self._prompts),
            ("disk", "Disk space", self._disk),
            ("clock", "Clock is plausible", self._time),
            *self._further,
        ]
        results = []
        for number, (name, title, check) in enumerate(checks):
            stop_if(cancelled)
            progress(title, number / len(checks))
            began = perf_counter()
            health, code, sentence, mend = self._guarded(check)
            results.append(CheckResult(name, title, health, code, sentence, mend, 1000 * (perf_counter() - began)))
        report = HealthReport(__version__, tuple(results))
        event(Event.HEALTH_CHECKED, status=report.overall.value, count=len(results))
        return report

    def _guarded(self, check: Check) -> Finding:
        try:
            return check()
        except NexusError as error:
            failure(error)
            return Health.FAILURE, error.code, sentence_of(error), phrase(error.next_step)
        except OSError as error:  # such as a data folder on a drive that is gone
            failure(error)
            unable = DatabaseReadOnly()
            return Health.FAILURE, unable.code, sentence_of(unable), phrase(unable.next_step)

    def _opened(self) -> Store:
        if self._store is None:
            raise self._store_error or NexusError()
        return self._store

    def _database(self) -> Finding:
        store = self._opened()
        if not store.is_intact():
            return (
                Health.FAILURE,
                "database.damaged",
                phrase("The database has damaged pages."),
                phrase("Copy the data folder to a safe place, then restore your last backup."),
            )
        count = store.count_analyses()
        kept = phrase("1 analysis is kept") if count == 1 else phrase("{count} analyses are kept", count=count)
        return Health.OK, "database.ok", phrase("Every page decrypts and the structure holds; {kept}.", kept=kept), ""

    def _key(self) -> Finding:
        if not self._opened().is_encrypted():
            return (
                Health.FAILURE,
                "encryption.none",
                phrase("The database file is not encrypted."),
                phrase("Stop using it and ask for help."),
            )
        return (
            Health.OK,
            "encryption.ok",
            phrase("The file cannot be read without its key, {source}.", source=self._key_source),
            "",
        )

    def _chain(self) -> Finding:
        report = self._opened().check_chain(newest=WALKED)
        if report.intact:
            if report.entries <= WALKED:
                unchanged = phrase("Every entry is unchanged, {entries:,} in all.", entries=report.entries)
            else:
                unchanged = phrase(
                    "The newest {walked:,} entries are unchanged, {entries:,} in all.",
                    walked=WALKED,
                    entries=report.entries,
                )
            return Health.OK, "audit.ok", unchanged, ""
        if report.broken_at is None:
            return (
                Health.WARNING,
                "audit.behind",
                phrase(
                    "The trail tells, in entry {seq:,}, that entries were missing at a start.", seq=report.unanswered[0]
                ),
                BEHIND,
            )
        return (
            Health.FAILURE,
            "audit.broken",
            phrase(
                "The trail does not hold from entry {seq:,} on: {reason}.",
                seq=report.broken_at,
                reason=report.reason,
            ),
            phrase("Keep a copy of the data folder as it is, and find out who had access to it."),
        )

    def _configuration(self) -> Finding:
        try:
            self._load()
        except ConfigurationInvalid as error:
            sentence = phrase("{file}, line {line}: {detail}", file=error.file, line=error.line, detail=error.detail)
            return Health.FAILURE, error.code, sentence, phrase(error.next_step)
        return (
            Health.OK,
            "configuration.ok",
            phrase("Settings, levels, rubric, authorities and prompts were read and checked."),
            "",
        )

    def _prompts(self) -> Finding:
        if self._check_prompts is not None:
            return self._check_prompts()
        manager = self._load()
        changed = manager.changed()
        if changed:
            names = ", ".join(f"{prompt.id} {version.version}" for prompt, version in changed)
            return (
                Health.FAILURE,
                "prompts.changed",
                phrase("The text of {names} is not the one that was approved.", names=names),
                phrase("Restore prompts.yaml, or give the new text a version of its own."),
            )
        return Health.OK, "prompts.ok", phrase("Every prompt has the text it was recorded with."), ""

    def _disk(self) -> Finding:
        free = shutil.disk_usage(paths.home()).free // (1024 * 1024)
        if free < NO_DISK_MB:
            few = phrase("Only {free:,} MB are free.", free=free)
            return Health.FAILURE, "disk.full", few, phrase("Free some space before you go on.")
        if free < LOW_DISK_MB:
            few = phrase("Only {free:,} MB are free.", free=free)
            return Health.WARNING, "disk.low", few, phrase("Free some space soon.")
        return Health.OK, "disk.ok", phrase("{free:,.0f} GB are free.", free=free / 1024), ""

    def _time(self) -> Finding:
        year = self._clock().year
        if year < OLDEST_SANE_YEAR:
            wrong = phrase("The clock says {year}.", year=year)
            return Health.WARNING, "clock.wrong", wrong, phrase("Set date and time in the system settings.")
        newest = self._store.audit_entries(1) if self._store is not None else []
        behind = datetime.fromisoformat(newest[0].entry.at) - self._clock() if newest else timedelta()
        if behind > CLOCK_TOLERANCE:
            hours = math.ceil(behind / timedelta(hours=1))
            late = (
                phrase("The clock is about 1 hour behind the newest entry of the trail.")
                if hours == 1
                else phrase("The clock is about {hours:,} hours behind the newest entry of the trail.", hours=hours)
            )
            order = phrase("Set date and time in the system settings; entries keep their order by number meanwhile.")
            return Health.WARNING, "clock.behind", late, order
        return Health.OK, "clock.ok", phrase("Date and time are plausible, and not behind the audit trail."), ""
