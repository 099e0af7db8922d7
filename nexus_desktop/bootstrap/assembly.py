"""Puts the use cases together on an open store."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from nexus_desktop.bootstrap.governed import SAMPLE, Governed
from nexus_desktop.models.backup_models import Manifest
from nexus_desktop.models.errors import NexusError
from nexus_desktop.models.settings_models import Settings
from nexus_desktop.monitoring.component_breakers import Components
from nexus_desktop.monitoring.metrics import Meter
from nexus_desktop.runtime import paths
from nexus_desktop.runtime.key_service import ServiceKeys
from nexus_desktop.runtime.key_vault import KeyVault
from nexus_desktop.runtime.report_folder import ReportFolder
from nexus_desktop.runtime.settings import PreferencesFile
from nexus_desktop.services.analyze_letter import AnalyzeLetter
from nexus_desktop.services.application import Application
from nexus_desktop.services.audit_trail import AuditTrail
from nexus_desktop.services.backups import Backups
from nexus_desktop.services.check_citations import CheckCitations
from nexus_desktop.services.compare_letters import CompareLetters
from nexus_desktop.services.compliance import Compliance
from nexus_desktop.services.compliance_status import ComplianceStatus, KeyPlace, Sources
from nexus_desktop.services.degraded import Degraded
from nexus_desktop.services.diagnostics import Diagnostics
from nexus_desktop.services.endpoint_switch import EndpointSwitch, quietly
from nexus_desktop.services.error_log import ErrorLog
from nexus_desktop.services.export_report import ExportReport
from nexus_desktop.services.figures import Figures
from nexus_desktop.services.health import Check, HealthChecks
from nexus_desktop.services.keys import Keys
from nexus_desktop.services.machine_health import machine_checks
from nexus_desktop.services.matters import Matters
from nexus_desktop.services.prompt_review import PromptReview
from nexus_desktop.services.retention import Retention
from nexus_desktop.services.rule_editing import RuleEditing
from nexus_desktop.services.search import Search
from nexus_desktop.services.session import Session
from nexus_desktop.services.store_health import store_checks
from nexus_desktop.services.trail_export import TrailExport
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
    governed: Governed
    store: Store
    vault: KeyVault | None
    key_source: str
    folder: Path
    actor: str
    meter: Meter
    components: Components
    stage_restore: Callable[[Path, str | None, str | None], Manifest]
    close: Callable[[], None]


def assemble(ground: Ground) -> Application:
    """Every use case, on an open store."""
    settings, governed, store = ground.settings, ground.governed, ground.store
    chosen, features = settings.store, settings.features
    preferences = PreferencesFile(ground.folder / paths.PREFERENCES)
    figures, long_letters = Figures(store, ground.meter, now), governed.long_letters()
    workbench = Workbench(
        settings.limits, governed.deidentifier, governed.engine, long_letters, ground.components.scans
    )
    letters = AnalyzeLetter(workbench, store, now, ground.actor)
    service_keys, trail_export = (
        ServiceKeys(paths.folder_id(), ground.components.keyring),
        TrailExport(store, paths.resource("verify_trail.py")),
    )
    kept = Kept(chosen.backups_daily, chosen.backups_weekly, chosen.backups_monthly)
    backups = Backups(store, kept, chosen.backup_every_hours, scheduled=features.scheduled_backup)
    keys, retention = Keys(store, ground.vault, service_keys), Retention(store, backups)
    degraded = Degraded(ground.components, store)
    health = _health(
        ground, (*store_checks(keys, backups, retention), *machine_checks(store, ground.vault), degraded.named_check)
    )
    endpoint = _endpoint(ground, health, preferences)

    def finish() -> None:
        endpoint.stop()
        long_letters.close()
        figures.keep()
        degraded.close()
        ground.close()

    return Application(
        letters=letters,
        citations=CheckCitations(governed.citation_checker),
        comparison=CompareLetters(workbench, now, letters.show),
        compliance=_compliance(ground, preferences, workbench),
        audit=AuditTrail(store),
        trail_export=trail_export,
        health=health,
        errors=ErrorLog(ground.folder / paths.LOGS),
        diagnostics=_diagnostics(ground, health, preferences),
        degraded=degraded,
        figures=figures,
        endpoint=endpoint,
        item_titles=governed.item_titles,
        prompts=PromptReview(governed.prompts),
        reports=ExportReport(store, governed.authorities, governed.templates, governed.identifier_titles, now),
        session=Session(store, ground.vault, service_keys, chosen.lock_after_minutes if features.auto_lock else None),
        keys=keys,
        search=Search(store, enabled=features.search),
        matters=Matters(store, workbench, trail_export, ground.actor, chosen.passphrase_length),
        backups=backups,
        retention=retention,
        authorities=governed.authorities,
        key_source=ground.key_source,
        folder=ground.folder,
        shortest_passphrase=chosen.passphrase_length,
        stage_restore=ground.stage_restore,
        sample_letter=paths.resource(SAMPLE),
        close=finish,
    )


def _health(ground: Ground, further: Sequence[tuple[str, str, Check]]) -> HealthChecks:
    return HealthChecks(
        store=ground.store,
        store_error=None,
        key_source=ground.key_source,
        load_everything=ground.governed.reload,
        clock=now,
        further=further,
    )


def _endpoint(ground: Ground, health: HealthChecks, preferences: PreferencesFile) -> EndpointSwitch:
    return EndpointSwitch(
        port=ground.settings.health_endpoint.port,
        token_file=ground.folder / paths.ENDPOINT_TOKEN,
        check=quietly(health.run),
        meter=ground.meter,
        preferences=preferences,
        tell=ground.store.keep_setting,
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
    )


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
        preferences=lambda: preferences.load().model_dump(mode="json", exclude={"last_folder", "backup_folder"}),
        clock=now,
    )
