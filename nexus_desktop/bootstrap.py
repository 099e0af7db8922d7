"""Builds settings, keys, store, engines and services: the only place that chooses, and that knows them all."""

from __future__ import annotations

import getpass
import os
import shutil
import tempfile
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from nexus_desktop import __version__
from nexus_desktop.models.audit_chain import AuditAct, Body
from nexus_desktop.models.authority_models import Authority, AuthorityFile
from nexus_desktop.models.backup_models import Manifest
from nexus_desktop.models.compliance_models import CompliancePolicy
from nexus_desktop.models.errors import ConfigurationMissing, DatabaseReadOnly, NexusError
from nexus_desktop.models.rubric_models import Rubric
from nexus_desktop.models.settings_models import Settings
from nexus_desktop.monitoring.database_breaker import DatabaseBreaker
from nexus_desktop.monitoring.structured_logger import Event, configure, event, failure, silence
from nexus_desktop.prompts.prompt_manager import PromptManager
from nexus_desktop.runtime import config_files, paths
from nexus_desktop.runtime.folder_lock import FolderLock
from nexus_desktop.runtime.key_secret import SecretKey
from nexus_desktop.runtime.key_service import ServiceKeys
from nexus_desktop.runtime.key_vault import Credentials, KeyNeed, KeyVault
from nexus_desktop.runtime.secret_store import KeyringEntry, working_backends
from nexus_desktop.runtime.settings import PreferencesFile, load_settings
from nexus_desktop.services.analyze_letter import AnalyzeLetter
from nexus_desktop.services.application import Application
from nexus_desktop.services.audit_trail import AuditTrail
from nexus_desktop.services.backups import Backups
from nexus_desktop.services.compliance import Compliance
from nexus_desktop.services.export_report import ExportReport
from nexus_desktop.services.health import Check, HealthChecks
from nexus_desktop.services.keys import Keys
from nexus_desktop.services.matters import Matters
from nexus_desktop.services.prompt_review import PromptReview
from nexus_desktop.services.retention import Retention
from nexus_desktop.services.search import Search
from nexus_desktop.services.session import Session
from nexus_desktop.services.store_health import store_checks
from nexus_desktop.services.telling import tell_if_possible
from nexus_desktop.services.trail_export import TrailExport
from nexus_desktop.services.workbench import Workbench
from nexus_desktop.storage import database, restore
from nexus_desktop.storage.backup import Kept
from nexus_desktop.storage.files import StoreFiles
from nexus_desktop.storage.opening import HeadEntry, finish_restore, nowhere, open_store
from nexus_desktop.storage.store import Store, unguarded

if TYPE_CHECKING:  # imported by the job that first needs them
    from nexus_desktop.analysis.rubric.engine import RubricEngine
    from nexus_desktop.security.phi_deidentifier import PhiDeidentifier


def now() -> datetime:
    """The clock of the program."""
    return datetime.now(UTC)


class Bootstrap:
    """The program, taken apart as far as a command needs it; parts are made on first use."""

    def __init__(self) -> None:
        """Raises ConfigurationMissing, ConfigurationInvalid, and DatabaseReadOnly for a home that cannot be written."""
        silence()
        self.settings: Settings = load_settings()
        self._window: FolderLock | None = None

    # --- parts ---------------------------------------------------------------------------------------------------

    @cached_property
    def policy(self) -> CompliancePolicy:
        return config_files.load(paths.config_file("compliance.yaml"), CompliancePolicy)

    @cached_property
    def rubric(self) -> Rubric:
        return config_files.load(paths.config_file("rubric.yaml"), Rubric)

    @cached_property
    def authorities(self) -> dict[str, Authority]:
        file = config_files.load(paths.resource("authorities.yaml"), AuthorityFile)
        return {authority.id: authority for authority in file.authorities}

    @cached_property
    def prompts(self) -> PromptManager:
        return PromptManager(paths.config_file("prompts.yaml"))

    @cached_property
    def actor(self) -> str:
        """Who works here, as the system knows them; for the audit trail."""
        try:
            return getpass.getuser()
        except (OSError, KeyError, ImportError):
            return "unknown"

    def workbench(self) -> Workbench:
        """The steps alone, with nothing kept."""
        return Workbench(self.settings.limits, self._deidentifier, self._engine)

    def _deidentifier(self) -> PhiDeidentifier:
        from nexus_desktop.security.phi_deidentifier import PhiDeidentifier

        return PhiDeidentifier(self.policy)

    def _engine(self) -> RubricEngine:
        from nexus_desktop.analysis.rubric.engine import RubricEngine

        return RubricEngine(self.rubric, frozenset(self.authorities))

    def _vault(self, files: StoreFiles) -> KeyVault:
        return KeyVault(
            files.key_slots,
            files.database,
            self.settings.store.passphrase_length,
            opens=lambda key: database.opens(files.database, key),
        )

    # --- opening -------------------------------------------------------------------------------------------------

    @staticmethod
    def _files() -> StoreFiles:
        chosen = PreferencesFile(paths.preferences_file()).load().backup_folder
        return StoreFiles(paths.home(), Path(chosen) if chosen else None)

    def take_window(self) -> bool:
        """Whether this is the only window on this data folder. The system lets go of it when the process ends."""
        self._writable_home()
        self._window = self._window or FolderLock(paths.window_lock_file())
        return self._window.take_alone()

    def leave_window(self) -> None:
        """Let another window have this data folder."""
        if self._window is not None:
            self._window.release()

    def key_need(self) -> KeyNeed:
        """What has to be asked before ``open``. Raises KeySlotDamaged, DatabaseReadOnly, StoreInUse."""
        self._writable_home()
        finish_restore(self._files(), self.settings.store.busy_seconds)
        return self._vault(self._files()).need()

    def open(self, passphrase: str | None = None, recovery: str | None = None, face: str = "program") -> Application:
        """Everything, on the store of this data folder."""
        self._writable_home()
        configure(paths.log_folder())
        event(Event.PROGRAM_STARTED, version=__version__)
        files = self._files()
        finish_restore(files, self.settings.store.busy_seconds)
        vault = self._vault(files)
        opened = vault.open(Credentials(passphrase, recovery))
        store = self._store(files, opened.key, self._head_entry)
        told: Body = {"version": __version__, "face": face, "key": opened.source, "key_put_back": opened.reseated}
        tell_if_possible(store, AuditAct.PROGRAM_STARTED, "program", told)
        return self._application(store, opened.source, paths.home(), store.close, vault)

    def open_throwaway(self) -> Application:
        """Everything, on a store in a private temporary folder; its key is in memory only and gone with it."""
        folder = Path(tempfile.mkdtemp(prefix="nexus-throwaway-"))
        try:
            store = self._store(StoreFiles(folder), SecretKey.random(), nowhere)
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise

        def close() -> None:
            store.close()
            shutil.rmtree(folder, ignore_errors=True)

        return self._application(store, "kept in memory only", folder, close, None)

    def stage_restore(self, backup: Path, passphrase: str | None, recovery: str | None) -> Manifest:
        """Get a backup ready to take the place of the store, which ``key_need`` and ``open`` do where nobody uses it.

        Raises BackupDamaged, BackupKeyWrong, BackupNotVerified, DatabaseNewer, DiskFull, and the key errors.
        """
        self._writable_home()
        files, given = self._files(), Credentials(passphrase, recovery)

        def open_key(slots: Path, copy: Path) -> SecretKey:
            length = self.settings.store.passphrase_length
            return KeyVault(slots, copy, length, opens=lambda key: database.opens(copy, key)).open(given).key

        return restore.stage(files, backup, open_key)

    def _store(self, files: StoreFiles, key: SecretKey, head_entry: HeadEntry) -> Store:
        chosen = self.settings.store
        guard = DatabaseBreaker(chosen.failures_to_rest, chosen.rest_seconds).call
        store = open_store(
            files,
            key,
            actor=self.actor,
            busy_seconds=chosen.busy_seconds,
            clock=now,
            head_entry=head_entry,
            guard=guard if self.settings.features.database_breaker else unguarded,
        )
        event(Event.STORE_OPENED)
        return store

    def _head_entry(self, store_id: str) -> KeyringEntry | None:
        """Where the keyring remembers the newest entry of the audit trail."""
        backend = next(working_backends(), None) if self.settings.features.head_in_keyring else None
        return None if backend is None else KeyringEntry(backend, f"{store_id}/audit-head")

    def _application(
        self, store: Store, key_source: str, folder: Path, close: Callable[[], None], vault: KeyVault | None
    ) -> Application:
        chosen, features, workbench = self.settings.store, self.settings.features, self.workbench()
        service_keys = ServiceKeys(paths.folder_id())
        trail_export = TrailExport(store, paths.resource("verify_trail.py"))
        kept = Kept(chosen.backups_daily, chosen.backups_weekly, chosen.backups_monthly)
        backups = Backups(store, kept, chosen.backup_every_hours, scheduled=features.scheduled_backup)
        keys, retention = Keys(store, vault, service_keys), Retention(store, backups)
        return Application(
            letters=AnalyzeLetter(workbench, store, now, self.actor),
            compliance=Compliance(self.policy, store, PreferencesFile(folder / paths.preferences_file().name)),
            audit=AuditTrail(store),
            trail_export=trail_export,
            health=self._health(store, None, key_source, store_checks(keys, backups, retention)),
            prompts=PromptReview(self.prompts),
            reports=ExportReport(store, self.authorities, self._template()),
            session=Session(store, vault, service_keys, chosen.lock_after_minutes if features.auto_lock else None),
            keys=keys,
            search=Search(store, enabled=features.search),
            matters=Matters(store, workbench, trail_export, self.actor, chosen.passphrase_length),
            backups=backups,
            retention=retention,
            authorities=self.authorities,
            key_source=key_source,
            folder=folder,
            shortest_passphrase=chosen.passphrase_length,
            stage_restore=self.stage_restore,
            sample_letter=paths.resource("samples/nexus-letter.txt"),
            close=close,
        )

    def _template(self) -> str:
        try:
            return paths.resource("templates/report.html").read_text("utf-8")
        except OSError:
            raise ConfigurationMissing from None

    def health_without_store(self, error: NexusError) -> HealthChecks:
        """The checks where the store could not be opened."""
        return self._health(None, error, "")

    def _health(
        self,
        store: Store | None,
        error: NexusError | None,
        key_source: str,
        further: Sequence[tuple[str, str, Check]] = (),
    ) -> HealthChecks:
        return HealthChecks(
            store=store,
            store_error=error,
            key_source=key_source,
            load_everything=self._reload,
            clock=now,
            further=further,
        )

    def _reload(self) -> PromptManager:
        """Read every governed file afresh, as it is on disk now."""
        load_settings()
        config_files.load(paths.config_file("compliance.yaml"), CompliancePolicy)
        config_files.load(paths.config_file("rubric.yaml"), Rubric)
        config_files.load(paths.resource("authorities.yaml"), AuthorityFile)
        return PromptManager(paths.config_file("prompts.yaml"))

    @staticmethod
    def _writable_home() -> None:
        try:
            writable = os.access(paths.home(), os.W_OK | os.X_OK)
        except OSError:
            raise DatabaseReadOnly from None
        if not writable:
            raise DatabaseReadOnly

    def report_failure(self, error: BaseException) -> None:
        """Log a failure by its code."""
        failure(error)
