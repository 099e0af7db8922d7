"""Use cases on what is kept, each with its modules loaded when it is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nexus_desktop.bootstrap.ground import now
from nexus_desktop.bootstrap.late_part import late
from nexus_desktop.runtime import paths

if TYPE_CHECKING:
    from nexus_desktop.bootstrap.ground import Ground
    from nexus_desktop.bootstrap.letter_parts import LetterParts
    from nexus_desktop.runtime.settings import PreferencesFile
    from nexus_desktop.services.audit_trail import AuditTrail
    from nexus_desktop.services.backups import Backups
    from nexus_desktop.services.case_files import CaseFiles
    from nexus_desktop.services.export_report import ExportReport
    from nexus_desktop.services.first_steps import FirstSteps
    from nexus_desktop.services.kept_comparisons import KeptComparisons
    from nexus_desktop.services.matters import Matters
    from nexus_desktop.services.overrides import Overrides
    from nexus_desktop.services.paper_choices import PaperChoices
    from nexus_desktop.services.result_context import ResultContext
    from nexus_desktop.services.retention import Retention
    from nexus_desktop.services.search import Search
    from nexus_desktop.services.session import Session
    from nexus_desktop.services.step_back import StepBack
    from nexus_desktop.services.trail_export import TrailExport
    from nexus_desktop.services.trash import Trash
    from nexus_desktop.services.work_in_hand import WorkInHand


class KeptParts:
    """Each part stands for itself until somebody asks something of it."""

    def __init__(self, ground: Ground, preferences: PreferencesFile, of_letters: LetterParts) -> None:
        self._ground, self._preferences, self._of_letters = ground, preferences, of_letters
        self.session = late(self._session)
        self.backups = late(self._backups)
        self.retention = late(self._retention)
        self.trash = late(self._trash)
        self.step_back = late(self._step_back)
        self.audit = late(self._audit)
        self.trail_export = late(self._trail_export)
        self.matters = late(self._matters)
        self.case_files = late(self._case_files)
        self.search = late(self._search)
        self.reports = late(self._reports)
        self.context = late(self._context)
        self.kept_comparisons = late(self._kept_comparisons)
        self.overrides = late(self._overrides)
        self.in_hand = late(self._in_hand)
        self.paper_choices = late(self._paper_choices)
        self.first_steps = late(self._first_steps)

    def _session(self) -> Session:
        from nexus_desktop.services.session import Session

        chosen = self._ground.settings.store.lock_after_minutes if self._ground.settings.features.auto_lock else 0
        idle_minutes = self._ground.firm.auto_lock_minutes(chosen) or None  # None where it never locks by itself
        return Session(
            self._ground.store,
            self._ground.vault,
            self._of_letters.service_keys,
            idle_minutes,
            lambda: self._of_letters.long_letters.close(),
        )

    def _backups(self) -> Backups:
        from nexus_desktop.services.backups import Backups
        from nexus_desktop.storage.backup import Kept

        chosen = self._ground.settings.store
        kept = Kept(chosen.backups_daily, chosen.backups_weekly, chosen.backups_monthly)
        return Backups(
            self._ground.store,
            kept,
            chosen.backup_every_hours,
            scheduled=self._ground.settings.features.scheduled_backup,
        )

    def _retention(self) -> Retention:
        from nexus_desktop.services.retention import Retention

        enabled = self._ground.settings.features.retention
        made = Retention(self._ground.store, self.backups, self._ground.firm, enabled=enabled)
        made.follow_firm()
        return made

    def _trash(self) -> Trash:
        from nexus_desktop.services.trash import Trash

        return Trash(self._ground.store, self.retention)

    def _audit(self) -> AuditTrail:
        from nexus_desktop.services.audit_trail import AuditTrail

        return AuditTrail(self._ground.store)

    def _step_back(self) -> StepBack:
        from nexus_desktop.services.step_back import StepBack

        return StepBack(self._ground.store, self.backups)

    def _trail_export(self, *, for_matters: bool = False) -> TrailExport:
        """What goes along with a matter is no export of its own."""
        from nexus_desktop.services.trail_export import TrailExport

        enabled = for_matters or self._ground.settings.features.trail_export
        return TrailExport(self._ground.store, paths.resource("verify_trail.py"), enabled=enabled)

    def _matters(self) -> Matters:
        from nexus_desktop.services.matters import Matters

        ground, trail = self._ground, self._trail_export(for_matters=True)
        shortest, enabled = ground.settings.store.passphrase_length, ground.settings.features.matter_file
        return Matters(ground.store, self._of_letters.workbench, trail, ground.actor, shortest, enabled=enabled)

    def _case_files(self) -> CaseFiles:
        from nexus_desktop.services.case_files import CaseFiles

        return CaseFiles(self._ground.store, self.matters.cleaned, self._ground.actor)

    def _search(self) -> Search:
        from nexus_desktop.services.search import Search

        return Search(self._ground.store, enabled=self._ground.settings.features.search)

    def _reports(self) -> ExportReport:
        from nexus_desktop.services.export_report import ExportReport

        governed = self._ground.governed
        return ExportReport(
            self._ground.store, governed.authorities, governed.templates, governed.identifier_titles, now
        )

    def _context(self) -> ResultContext:
        from nexus_desktop.services.result_context import ResultContext

        return ResultContext(self._ground.store, self._of_letters.citations, self.case_files, self.matters)

    def _kept_comparisons(self) -> KeptComparisons:
        from nexus_desktop.services.kept_comparisons import KeptComparisons

        return KeptComparisons(
            self._ground.store, self._of_letters.comparison, self._of_letters.letters, self.case_files, self.reports
        )

    def _overrides(self) -> Overrides:
        from nexus_desktop.services.overrides import Overrides

        return Overrides(self._ground.store, self._of_letters.workbench, self._ground.actor)

    def _in_hand(self) -> WorkInHand:
        from nexus_desktop.runtime.sealed_file import SealedFile
        from nexus_desktop.services.work_in_hand import FILE, PURPOSE, WorkInHand

        return WorkInHand(lambda: SealedFile(self._ground.folder / FILE, self._ground.store.key_for(PURPOSE)))

    def _paper_choices(self) -> PaperChoices:
        from nexus_desktop.services.paper_choices import PaperChoices

        return PaperChoices(self._preferences)

    def _first_steps(self) -> FirstSteps:
        from nexus_desktop.services.first_steps import FirstSteps

        return FirstSteps(self._preferences)
