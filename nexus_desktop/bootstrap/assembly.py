"""Puts the use cases together on an open store."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from nexus_desktop import __version__
from nexus_desktop.bootstrap.governed import SAMPLE, Governed
from nexus_desktop.models.backup_models import Manifest
from nexus_desktop.models.errors import LockedByFirm, NexusError
from nexus_desktop.models.policy_models import PolicyInForce
from nexus_desktop.models.service_models import ResilienceRules
from nexus_desktop.models.settings_models import Settings
from nexus_desktop.monitoring.component_breakers import Components
from nexus_desktop.monitoring.metrics import Meter
from nexus_desktop.runtime import paths
from nexus_desktop.runtime.key_service import ServiceKeys
from nexus_desktop.runtime.key_vault import KeyVault
from nexus_desktop.runtime.report_folder import ReportFolder
from nexus_desktop.runtime.sealed_file import SealedFile
from nexus_desktop.runtime.settings import PreferencesFile
from nexus_desktop.services.ai_assembly import ServiceFiles, ServiceGround, Services, build_services
from nexus_desktop.services.ai_retry import Retries
from nexus_desktop.services.analyze_letter import AnalyzeLetter
from nexus_desktop.services.application import Application, PromptWork
from nexus_desktop.services.audit_trail import AuditTrail
from nexus_desktop.services.backups import Backups
from nexus_desktop.services.case_files import CaseFiles
from nexus_desktop.services.check_citations import CheckCitations
from nexus_desktop.services.compare_letters import CompareLetters
from nexus_desktop.services.compliance import Compliance
from nexus_desktop.services.compliance_status import ComplianceStatus, KeyPlace, Sources
from nexus_desktop.services.components import Component, is_on
from nexus_desktop.services.configuration_backup import ConfigurationBackup
from nexus_desktop.services.configuration_sections import Sections
from nexus_desktop.services.degraded import Degraded
from nexus_desktop.services.diagnostics import Diagnostics
from nexus_desktop.services.endpoint_switch import EndpointSwitch, quietly
from nexus_desktop.services.error_log import ErrorLog
from nexus_desktop.services.export_report import ExportReport
from nexus_desktop.services.figures import Figures
from nexus_desktop.services.first_steps import FirstSteps
from nexus_desktop.services.health import Check, HealthChecks
from nexus_desktop.services.kept_comparisons import KeptComparisons
from nexus_desktop.services.keys import Keys
from nexus_desktop.services.long_letters import LongLetters
from nexus_desktop.services.machine_health import machine_checks
from nexus_desktop.services.matters import Matters
from nexus_desktop.services.overrides import Overrides
from nexus_desktop.services.paper_choices import PaperChoices
from nexus_desktop.services.prompt_asked import AskedPrompts
from nexus_desktop.services.prompt_book import PromptBook
from nexus_desktop.services.prompt_figures import PromptFigures
from nexus_desktop.services.prompt_review import PromptReview, ReviewParts
from nexus_desktop.services.prompt_tests import PromptTests, TestParts
from nexus_desktop.services.result_context import ResultContext
from nexus_desktop.services.retention import Retention
from nexus_desktop.services.rule_editing import RuleEditing
from nexus_desktop.services.search import Search
from nexus_desktop.services.session import Session
from nexus_desktop.services.step_back import StepBack
from nexus_desktop.services.store_health import policy_check, store_checks
from nexus_desktop.services.trail_export import TrailExport
from nexus_desktop.services.work_in_hand import FILE, PURPOSE, WorkInHand
from nexus_desktop.services.workbench import Workbench
from nexus_desktop.storage.backup import Kept
from nexus_desktop.storage.store import Store


def now() -> datetime:
    """The clock of the program."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Ground:
    """What the use cases stand on. ``folder`` is that of everything the program writes, ``vault`` None where the key
    is in memory only, ``close`` lets go of the store."""

    settings: Settings
    firm: PolicyInForce
    governed: Governed
    store: Store
    vault: KeyVault | None
    key_source: str
    folder: Path
    actor: str
    meter: Meter
    components: Components
    rules: ResilienceRules
    stage_restore: Callable[[Path, str | None, str | None], Manifest]
    close: Callable[[], None]
    retries: Retries | None = None  # how failures of a service are met; None: as in config/monitoring.yaml


def assemble(ground: Ground) -> Application:
    """Every use case, on an open store."""
    settings, governed, store = ground.settings, ground.governed, ground.store
    preferences, figures = PreferencesFile(ground.folder / paths.PREFERENCES), Figures(store, ground.meter, now)
    workbench = _workbench(ground, long_letters := governed.long_letters())
    letters, book = AnalyzeLetter(workbench, store, now, ground.actor), _prompt_book(ground)
    service_keys, backups = ServiceKeys(paths.folder_id(), ground.components.keyring), _backups(ground)
    keys, retention, trail_export = Keys(store, ground.vault, service_keys), _retention(ground, backups), _trail(ground)
    citations = CheckCitations(governed.citation_checker, long_letters, now)
    services = _services(ground, keys, service_keys, workbench, letters, citations, book)
    degraded = Degraded(ground.components, store, services.profile_in_use)
    checks = (*store_checks(keys, backups, retention), degraded.named_check, services.health.named_check)
    health, compliance = _health(ground, checks, book), _compliance(ground, preferences, workbench)
    endpoint, (matters, case_files) = _endpoint(ground, health, preferences), _cases(ground, workbench)
    comparison, reports = CompareLetters(workbench, now, letters.show), _reports(ground)
    return Application(
        letters=letters,
        by_service=services.letters,
        profiles=services.profiles,
        usage=services.usage,
        breakers=services.breakers,
        citations=citations,
        comparison=comparison,
        compliance=compliance,
        configuration=_configuration(compliance, retention, endpoint, services),
        audit=AuditTrail(store),
        trail_export=trail_export,
        health=health,
        service_health=services.health,
        errors=ErrorLog(ground.folder / paths.LOGS),
        diagnostics=_diagnostics(ground, health, preferences),
        degraded=degraded,
        figures=figures,
        endpoint=endpoint,
        item_titles=governed.item_titles,
        prompts=_prompts(ground, book, workbench, services),
        reports=reports,
        session=Session(store, ground.vault, service_keys, _idle_minutes(ground), long_letters.close),
        keys=keys,
        search=Search(store, enabled=settings.features.search),
        matters=matters,
        case_files=case_files,
        context=ResultContext(store, citations, case_files, matters),
        kept_comparisons=KeptComparisons(store, comparison, letters, case_files, reports),
        backups=backups,
        retention=retention,
        step_back=StepBack(store, backups),
        in_hand=_in_hand(ground),
        overrides=Overrides(store, workbench, ground.actor),
        paper_choices=PaperChoices(preferences),
        first_steps=FirstSteps(preferences),
        authorities=governed.authorities,
        key_source=ground.key_source,
        folder=ground.folder,
        shortest_passphrase=settings.store.passphrase_length,
        stage_restore=ground.stage_restore,
        take_letters_elsewhere=long_letters.take_all,
        sample_letter=paths.resource(SAMPLE),
        close=_closing(ground, endpoint, long_letters, figures, degraded),
    )


def _configuration(
    compliance: Compliance, retention: Retention, endpoint: EndpointSwitch, services: Services
) -> ConfigurationBackup:
    return ConfigurationBackup(__version__, Sections(compliance, retention, endpoint, services.profiles).all())


def _trail(ground: Ground, *, for_matters: bool = False) -> TrailExport:
    """What goes along with a matter is no export of its own."""
    enabled = for_matters or ground.settings.features.trail_export
    return TrailExport(ground.store, paths.resource("verify_trail.py"), enabled=enabled)


def _cases(ground: Ground, workbench: Workbench) -> tuple[Matters, CaseFiles]:
    shortest, enabled = ground.settings.store.passphrase_length, ground.settings.features.matter_file
    trail = _trail(ground, for_matters=True)
    matters = Matters(ground.store, workbench, trail, ground.actor, shortest, enabled=enabled)
    return matters, CaseFiles(ground.store, matters.cleaned, ground.actor)


def _reports(ground: Ground) -> ExportReport:
    governed = ground.governed
    return ExportReport(ground.store, governed.authorities, governed.templates, governed.identifier_titles, now)


def _prompt_book(ground: Ground) -> PromptBook:
    book = PromptBook(ground.store, ground.governed.shipped_prompts)
    book.take_in()
    return book


def _retention(ground: Ground, backups: Backups) -> Retention:
    retention = Retention(ground.store, backups, ground.firm, enabled=ground.settings.features.retention)
    retention.follow_firm()
    return retention


def _in_hand(ground: Ground) -> WorkInHand:
    return WorkInHand(lambda: SealedFile(ground.folder / FILE, ground.store.key_for(PURPOSE)))


def _closing(
    ground: Ground, endpoint: EndpointSwitch, long_letters: LongLetters, figures: Figures, degraded: Degraded
) -> Callable[[], None]:
    def close() -> None:
        endpoint.stop()
        long_letters.close()
        figures.keep()
        degraded.close()
        ground.close()

    return close


def _health(ground: Ground, further: Sequence[tuple[str, str, Check]], book: PromptBook) -> HealthChecks:
    return HealthChecks(
        store=ground.store,
        store_error=None,
        key_source=ground.key_source,
        load_everything=ground.governed.reload,
        clock=now,
        further=(*further, *machine_checks(ground.store, ground.vault), policy_check(ground.firm)),
        check_prompts=book.check,
    )


def _prompts(ground: Ground, book: PromptBook, workbench: Workbench, services: Services) -> PromptWork:
    governed, store = ground.governed, ground.store
    review = ReviewParts(lambda: governed.rubric, lambda: governed.authorities, workbench, ground.actor)
    starter = paths.resource("prompt_tests/starter.yaml")
    tests = TestParts(workbench, services.letters.service, services.usage, ground.actor, starter)
    return PromptWork(
        review=PromptReview(store, book, review),
        tests=PromptTests(store, tests),
        figures=PromptFigures(store, book),
        asked=AskedPrompts(store),
    )


def _workbench(ground: Ground, long_letters: LongLetters) -> Workbench:
    governed, settings = ground.governed, ground.settings
    scans = ground.components.scans if is_on(Component.OCR, settings.components, ground.firm) else None
    loaders = governed.deidentifier, governed.engine, lambda: governed.rubric.bands
    return Workbench(settings.limits, *loaders, long_letters, ground.firm, scans=scans)


def _backups(ground: Ground) -> Backups:
    chosen = ground.settings.store
    kept = Kept(chosen.backups_daily, chosen.backups_weekly, chosen.backups_monthly)
    return Backups(ground.store, kept, chosen.backup_every_hours, scheduled=ground.settings.features.scheduled_backup)


def _endpoint(ground: Ground, health: HealthChecks, preferences: PreferencesFile) -> EndpointSwitch:
    return EndpointSwitch(
        port=ground.settings.health_endpoint.port,
        token_file=ground.folder / paths.ENDPOINT_TOKEN,
        check=quietly(health.run),
        meter=ground.meter,
        preferences=preferences,
        tell=ground.store.keep_setting,
        firm=ground.firm,
        left_off=not is_on(Component.HEALTH_ENDPOINT, ground.settings.components, ground.firm),
    )


def _services(
    ground: Ground,
    keys: Keys,
    service_keys: ServiceKeys,
    workbench: Workbench,
    letters: AnalyzeLetter,
    citations: CheckCitations,
    book: PromptBook,
) -> Services:
    governed = ground.governed
    return build_services(
        ServiceGround(
            files=ServiceFiles.within(ground.folder),
            service_keys=service_keys,
            keys=keys,
            store=ground.store,
            workbench=workbench,
            letters=letters,
            prompts=book,
            rubric=lambda: governed.rubric,
            authorities=governed.authorities,
            citations=citations,
            clock=now,
            check_host=_check_host(ground),
            firm=ground.firm,
            rules=ground.rules,
            rested=ground.components.note_service,
            retries=ground.retries,
        )
    )


def _compliance(ground: Ground, preferences: PreferencesFile, workbench: Workbench) -> Compliance:
    governed, store = ground.governed, ground.store
    sources = Sources(store, store.files.database, lambda: _key_place(ground.vault), workbench, governed.policies, now)
    return Compliance(
        governed.policies,
        store,
        preferences,
        RuleEditing(governed.policies, store, governed.sample_text),
        ComplianceStatus(sources),
        governed.compliance_template,
        now,
        ground.actor,
        ground.firm,
    )


def _check_host(ground: Ground) -> Callable[[str], None]:
    """What refuses a service at a host that the firm does not allow, or any where the part is left off."""

    def check(host: str) -> None:
        if not is_on(Component.SERVICE, ground.settings.components, ground.firm):
            raise LockedByFirm
        ground.firm.check_host(host)

    return check


def _idle_minutes(ground: Ground) -> int | None:
    """Idle minutes until the window locks; None where it never does by itself."""
    chosen = ground.settings.store.lock_after_minutes if ground.settings.features.auto_lock else 0
    return ground.firm.auto_lock_minutes(chosen) or None


def _key_place(vault: KeyVault | None) -> KeyPlace:
    """Where the key is, by asking there."""
    if vault is None:
        return KeyPlace.MEMORY
    try:
        return KeyPlace(vault.place())
    except NexusError:
        return KeyPlace.NOWHERE


def _diagnostics(ground: Ground, health: HealthChecks, preferences: PreferencesFile) -> Diagnostics:
    return Diagnostics(
        settings=ground.settings,
        health=health,
        log_folder=ground.folder / paths.LOGS,
        crashes=ReportFolder(ground.folder / paths.CRASHES),
        meter=ground.meter,
        preferences=lambda: preferences.load().model_dump(
            mode="json", exclude={"last_folder", "backup_folder", "letterhead"}
        ),
        clock=now,
    )
