"""What the faces of the program are given: every use case, and how to get at the store."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from nexus_desktop.models.authority_models import Authority
    from nexus_desktop.models.backup_models import Manifest
    from nexus_desktop.models.errors import NexusError
    from nexus_desktop.models.policy_models import PolicyInForce
    from nexus_desktop.models.ports import CancelFlag
    from nexus_desktop.models.settings_models import Features, Settings
    from nexus_desktop.monitoring.service_breaker import Breakers
    from nexus_desktop.runtime.key_vault import KeyNeed
    from nexus_desktop.services.ai_letters import LettersByService
    from nexus_desktop.services.ai_queue import WaitingLetters
    from nexus_desktop.services.analyze_letter import AnalyzeLetter
    from nexus_desktop.services.audit_trail import AuditTrail
    from nexus_desktop.services.backups import Backups
    from nexus_desktop.services.case_files import CaseFiles
    from nexus_desktop.services.check_citations import CheckCitations
    from nexus_desktop.services.compare_letters import CompareLetters
    from nexus_desktop.services.compliance import Compliance
    from nexus_desktop.services.configuration_backup import ConfigurationBackup
    from nexus_desktop.services.degraded import Degraded
    from nexus_desktop.services.diagnostics import Diagnostics
    from nexus_desktop.services.endpoint_switch import EndpointSwitch
    from nexus_desktop.services.error_log import ErrorLog
    from nexus_desktop.services.export_report import ExportReport
    from nexus_desktop.services.figures import Figures
    from nexus_desktop.services.first_steps import FirstSteps
    from nexus_desktop.services.health import HealthChecks
    from nexus_desktop.services.kept_comparisons import KeptComparisons
    from nexus_desktop.services.keys import Keys
    from nexus_desktop.services.levels import Levels
    from nexus_desktop.services.matters import Matters
    from nexus_desktop.services.overrides import Overrides
    from nexus_desktop.services.paper_choices import PaperChoices
    from nexus_desktop.services.profiles import Profiles
    from nexus_desktop.services.prompt_asked import AskedPrompts
    from nexus_desktop.services.prompt_figures import PromptFigures
    from nexus_desktop.services.prompt_review import PromptReview
    from nexus_desktop.services.prompt_tests import PromptTests
    from nexus_desktop.services.result_context import ResultContext
    from nexus_desktop.services.retention import Retention
    from nexus_desktop.services.search import Search
    from nexus_desktop.services.service_health import ServiceHealth
    from nexus_desktop.services.session import Session
    from nexus_desktop.services.step_back import StepBack
    from nexus_desktop.services.trail_export import TrailExport
    from nexus_desktop.services.trash import Trash
    from nexus_desktop.services.usage import UsageLedger
    from nexus_desktop.services.work_in_hand import WorkInHand
    from nexus_desktop.services.workbench import Workbench


@dataclass(frozen=True, slots=True)
class PromptWork:
    """Everything about prompts."""

    review: PromptReview
    tests: PromptTests
    figures: PromptFigures
    asked: AskedPrompts


@dataclass(frozen=True, slots=True)
class Application:
    """Every use case on a store. ``close`` lets go of the database. Three are for a window, once it answers:
    ``open_store`` opens the store where that was put off until then, and raises the ``database.*`` errors;
    ``load_rest`` loads what nobody has asked for yet, so that no first look has to wait for it;
    ``take_letters_elsewhere`` has letters worked on by another process from then on (services.long_letters)."""

    letters: AnalyzeLetter
    citations: CheckCitations
    comparison: CompareLetters
    levels: Levels
    compliance: Compliance
    audit: AuditTrail
    trail_export: TrailExport
    health: HealthChecks
    service_health: ServiceHealth
    errors: ErrorLog
    diagnostics: Diagnostics
    degraded: Degraded
    figures: Figures
    endpoint: EndpointSwitch
    item_titles: Mapping[str, str]
    prompts: PromptWork
    reports: ExportReport
    configuration: ConfigurationBackup
    session: Session
    keys: Keys
    search: Search
    matters: Matters
    case_files: CaseFiles
    context: ResultContext
    kept_comparisons: KeptComparisons
    backups: Backups
    retention: Retention
    trash: Trash
    step_back: StepBack
    by_service: LettersByService
    profiles: Profiles
    waiting: WaitingLetters
    usage: UsageLedger
    breakers: Breakers
    in_hand: WorkInHand
    overrides: Overrides
    paper_choices: PaperChoices
    first_steps: FirstSteps
    authorities: Mapping[str, Authority]
    key_source: str
    folder: Path
    features: Features
    shortest_passphrase: int
    stage_restore: Callable[[Path, str | None, str | None], Manifest]
    open_store: Callable[[], object]
    load_rest: Callable[[CancelFlag], None]
    take_letters_elsewhere: Callable[[CancelFlag], None]
    sample_letter: Path
    close: Callable[[], None]


class Starter(Protocol):
    """Builds the program; the only implementation is bootstrap.Bootstrap, which no face may import."""

    settings: Settings
    firm: PolicyInForce

    def take_window(self) -> bool:
        """Whether this is the only window on this data folder."""

    def leave_window(self) -> None:
        """Let another window have this data folder."""

    @property
    def first_steps(self) -> FirstSteps:
        """What was gone through of the first steps on this machine."""

    def is_new(self) -> bool:
        """Whether this is the first start on this data folder. Raises KeySlotDamaged, DatabaseReadOnly, StoreInUse."""

    def key_need(self) -> KeyNeed:
        """What has to be asked before ``open``. Raises KeySlotDamaged."""

    def open(
        self,
        passphrase: str | None = None,
        recovery: str | None = None,
        face: str = "program",
        *,
        may_wait: bool = False,
    ) -> Application:
        """Everything, on an open store; where ``may_wait``, the store may be opened later, by ``open_store`` or whoever
        is first to need it. Raises the ``key.*``, ``keyring.*``, ``database.*`` errors."""

    def stage_restore(self, backup: Path, passphrase: str | None, recovery: str | None) -> Manifest:
        """Get a backup ready to take the place of the store at the next start."""

    def open_throwaway(self) -> Application:
        """Everything, on an encrypted store whose key is never written down and whose files go with ``close``."""

    def workbench(self) -> Workbench:
        """The steps alone, with nothing kept."""

    def check_citations(self) -> CheckCitations:
        """The checker of citations, with nothing kept."""

    def compare_letters(self) -> CompareLetters:
        """The comparison of letters, without a store."""

    def health_without_store(self, error: NexusError) -> HealthChecks:
        """The checks where the store could not be opened."""

    def report_failure(self, error: BaseException) -> None:
        """Log a failure by its code; of a bug, also leave a report."""

    def report_toolkit(self, kind: str) -> None:
        """Log that Qt complained, and how loudly; never its words."""

    def watch_for_crashes(self) -> None:
        """Have a crash below Python leave where it was. Only for the one window of a data folder."""

    def report_recovery(self) -> None:
        """Log that the last run did not end in order; of a crash below Python, also leave a report."""


StarterMaker = Callable[[], Starter]
