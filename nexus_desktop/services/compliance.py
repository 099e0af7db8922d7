"""What is removed at which level, how much was removed so far, how things stand, and the record of all of it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from nexus_desktop import __version__
from nexus_desktop.models.audit_chain import AuditAct
from nexus_desktop.models.compliance_models import FirmRule
from nexus_desktop.models.compliance_record import (
    CategoryLine,
    ComplianceRecord,
    EntryRecord,
    Indicator,
    RedactionWeek,
)
from nexus_desktop.models.errors import ExportExists, ExportFailed
from nexus_desktop.models.letter_models import Level, PhiCategory
from nexus_desktop.models.policy_models import NO_POLICY, Lock, PolicyInForce
from nexus_desktop.reports import compliance_report
from nexus_desktop.runtime.atomic_file import write_new
from nexus_desktop.services.remembered import RememberedDecisions
from nexus_desktop.storage import compliance_queries

if TYPE_CHECKING:
    from nexus_desktop.models.ports import CancelFlag, Clock, Progress
    from nexus_desktop.runtime.settings import PreferencesFile
    from nexus_desktop.services.compliance_status import ComplianceStatus
    from nexus_desktop.services.levels import Levels
    from nexus_desktop.services.rule_editing import RuleEditing, RuleLine
    from nexus_desktop.services.rules_in_force import RulesInForce
    from nexus_desktop.storage.store import Store

RECORD = "compliance_record"


class RecordKind(StrEnum):
    """The documents a compliance record can be."""

    HTML = "html"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class ComplianceState:
    """What the Compliance tab shows of levels and counts."""

    level: Level
    policy_version: str
    analyses: int
    redactions: int
    categories: tuple[CategoryLine, ...]
    allowed_levels: tuple[Level, ...]
    locked: Lock | None  # why not every level can be chosen


class Compliance:
    """The use case, on an open store. ``rules`` changes levels and rules, ``status`` looks how things stand."""

    def __init__(
        self,
        levels: Levels,
        policies: RulesInForce,
        store: Store,
        preferences: PreferencesFile,
        rules: RuleEditing,
        status: ComplianceStatus,
        template: Callable[[], str],
        clock: Clock,
        actor: str,
        firm: PolicyInForce = NO_POLICY,
    ) -> None:
        self.levels = levels
        self._policies, self._store, self._preferences = policies, store, preferences
        self.rules, self._status = rules, status
        self._template, self._clock, self._actor, self._firm = template, clock, actor, firm

    @property
    def level(self) -> Level:
        """The level new letters begin with: the person's choice, else the shipped one, as far as the firm allows it."""
        return self.levels.in_force

    def titles(self) -> dict[PhiCategory, str]:
        """What each kind of identifier is called."""
        return self.levels.titles()

    def choose_level(self, level: Level) -> ComplianceState:
        """Make a level the one in force, told in the audit trail. Raises LevelLocked."""
        self._firm.check_level(level)
        if level is not self.level:
            self._store.keep_setting("level", {"from": self.level.value, "to": level.value})
            self._preferences.save(self._preferences.load().model_copy(update={"level": level}))
        return self.state()

    def checked_level(self, word: str) -> Level:
        """A level from its word in a file. Raises ValueError, and LevelLocked where the firm does not allow it."""
        level = Level(word)
        self._firm.check_level(level)
        return level

    def state(self) -> ComplianceState:
        """Level and counts as they are now."""
        totals, level, policy = self._store.redaction_totals(), self.level, self._policies.for_show()
        shipped = self._policies.below_firm().categories
        lines = tuple(
            CategoryLine(
                category=category,
                title=rule.title,
                shipped=shipped[category].level,
                level=rule.level,
                removed=policy.removes(category, level),
                count=totals.get(category, 0),
            )
            for category, rule in policy.categories.items()
        )
        return ComplianceState(
            level=level,
            policy_version=policy.version,
            analyses=self._store.count_analyses(),
            redactions=sum(totals.values()),
            categories=lines,
            allowed_levels=tuple(one for one in Level if self._firm.allows_level(one)),
            locked=self._firm.level_lock,
        )

    def weeks(self) -> list[RedactionWeek]:
        """What was taken out by week, the newest first; real letters only."""
        with self._store.read() as session:
            return compliance_queries.redaction_weeks(session)

    def indicators(self, progress: Progress, cancelled: CancelFlag) -> tuple[Indicator, ...]:
        """How things stand, looked at now. Raises Cancelled."""
        return self._status.run(progress, cancelled)

    def record(self, progress: Progress, cancelled: CancelFlag) -> ComplianceRecord:
        """Everything that a compliance record says, as it is now. Raises Cancelled."""
        state, indicators = self.state(), self.indicators(progress, cancelled)
        with self._store.read() as session:
            weeks = tuple(compliance_queries.redaction_weeks(session))
            people = tuple(compliance_queries.reviewers(session))
        return ComplianceRecord(
            made_at=self._clock(),
            made_by=self._actor,
            program_version=__version__,
            level=state.level,
            policy_version=state.policy_version,
            categories=state.categories,
            entries=tuple(self._entry(line) for line in self.rules.state().lines),
            letters=state.analyses,
            removed=state.redactions,
            weeks=weeks,
            reviewers=people,
            remembered=RememberedDecisions(self._store).count(),
            indicators=indicators,
        )

    def export_record(self, path: Path, kind: RecordKind, progress: Progress, cancelled: CancelFlag) -> None:
        """Write the record as a new file, told in the audit trail. Raises ExportExists, ExportFailed, Cancelled."""
        record = self.record(progress, cancelled)
        if kind is RecordKind.JSON:
            data = compliance_report.as_json(record).encode()
        else:
            data = compliance_report.as_html(record, self._template()).encode()
        written = False
        try:
            with self._store.deed() as deed:
                body = {"kind": kind.value, "size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
                deed.tell(AuditAct.REPORT_EXPORTED, RECORD, body)
                _write(path, data)
                written = True
        except BaseException:
            if written:
                path.unlink(missing_ok=True)
            raise

    def _entry(self, line: RuleLine) -> EntryRecord:
        """A rule without its words. Its fingerprint is keyed: a plain hash of a few words could be guessed back."""
        entry = line.entry
        rule = entry if isinstance(entry, FirmRule) else None
        return EntryRecord(
            id=entry.id,
            kind="rule" if line.is_rule else "exception",
            layer=line.layer.value,
            enabled=entry.enabled,
            by_pattern=entry.pattern is not None,
            words=len(entry.words),
            category=rule.category if rule else None,
            level=rule.level if rule else None,
            verdict=rule.verdict if rule else None,
            fingerprint=self._store.fingerprint(f"firm rule {entry.model_dump_json()}")[:16],
        )


def _write(path: Path, data: bytes) -> None:
    try:
        write_new(path, data)
    except FileExistsError:
        raise ExportExists from None
    except OSError:
        raise ExportFailed from None
