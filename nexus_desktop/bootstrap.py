"""Builds settings, keys, store, engines and services: the only place that chooses, and that knows them all."""

from __future__ import annotations

import getpass
import os
import secrets
import shutil
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from nexus_desktop import __version__
from nexus_desktop.models.authority_models import Authority, AuthorityFile
from nexus_desktop.models.compliance_models import CompliancePolicy
from nexus_desktop.models.errors import ConfigurationMissing, DatabaseReadOnly, NexusError
from nexus_desktop.models.policy_models import PolicyInForce
from nexus_desktop.models.rubric_models import Rubric
from nexus_desktop.models.settings_models import Settings
from nexus_desktop.monitoring.structured_logger import Event, configure, event, failure, silence
from nexus_desktop.prompts.prompt_manager import PromptManager
from nexus_desktop.runtime import config_files, paths
from nexus_desktop.runtime.key_vault import KeyNeed, KeyVault
from nexus_desktop.runtime.policy import read_policy
from nexus_desktop.runtime.secret_store import KEY_BYTES
from nexus_desktop.runtime.settings import PreferencesFile, load_settings
from nexus_desktop.services.analyze_letter import AnalyzeLetter
from nexus_desktop.services.application import Application
from nexus_desktop.services.audit_trail import AuditTrail
from nexus_desktop.services.compliance import Compliance
from nexus_desktop.services.configuration_backup import ConfigurationBackup, Section
from nexus_desktop.services.export_report import ExportReport
from nexus_desktop.services.health import HealthChecks
from nexus_desktop.services.prompt_review import PromptReview
from nexus_desktop.services.workbench import Workbench
from nexus_desktop.storage.store import Store, StoreFiles, open_store

if TYPE_CHECKING:  # imported by the job that first needs them
    from nexus_desktop.analysis.rubric.engine import RubricEngine
    from nexus_desktop.security.phi_deidentifier import PhiDeidentifier


def now() -> datetime:
    """The clock of the program."""
    return datetime.now(UTC)


class Bootstrap:
    """The program, taken apart as far as a command needs it; parts are made on first use."""

    def __init__(self) -> None:
        """Raises ConfigurationMissing, ConfigurationInvalid, and PolicyInvalid where the firm's policy is not sound."""
        silence()
        self.firm: PolicyInForce = read_policy()
        self.settings: Settings = load_settings()

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
        return Workbench(self.settings.limits, self._deidentifier, self._engine, self.firm)

    def _deidentifier(self) -> PhiDeidentifier:
        from nexus_desktop.security.phi_deidentifier import PhiDeidentifier

        return PhiDeidentifier(self.policy)

    def _engine(self) -> RubricEngine:
        from nexus_desktop.analysis.rubric.engine import RubricEngine

        return RubricEngine(self.rubric, frozenset(self.authorities))

    def _vault(self) -> KeyVault:
        return KeyVault(paths.key_slot_file(), paths.database_file(), self.settings.store.passphrase_length)

    # --- opening -------------------------------------------------------------------------------------------------

    def key_need(self) -> KeyNeed:
        """What has to be asked before ``open``. Raises KeySlotDamaged, DatabaseReadOnly."""
        self._writable_home()
        return self._vault().need()

    def open(self, passphrase: str | None = None) -> Application:
        """Everything, on the store of this data folder."""
        self._writable_home()
        configure(paths.log_folder())
        event(Event.PROGRAM_STARTED, version=__version__)
        opened = self._vault().open(passphrase)
        files = StoreFiles(paths.database_file(), paths.audit_head_file())
        store = self._store(files, opened.key)
        return self._application(store, opened.source, PreferencesFile(paths.preferences_file()), store.close)

    def open_throwaway(self) -> Application:
        """Everything, on a store in a private temporary folder; its key is in memory only and gone with it."""
        folder = Path(tempfile.mkdtemp(prefix="nexus-throwaway-"))
        try:
            store = self._store(
                StoreFiles(folder / "nexus.db", folder / "audit-head.json"), secrets.token_bytes(KEY_BYTES)
            )
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise

        def close() -> None:
            store.close()
            shutil.rmtree(folder, ignore_errors=True)

        return self._application(store, "kept in memory only", PreferencesFile(folder / "preferences.json"), close)

    def _store(self, files: StoreFiles, key: bytes) -> Store:
        store = open_store(files, key, actor=self.actor, busy_seconds=self.settings.store.busy_seconds, clock=now)
        event(Event.STORE_OPENED)
        return store

    def _application(
        self, store: Store, key_source: str, preferences: PreferencesFile, close: Callable[[], None]
    ) -> Application:
        compliance = Compliance(self.policy, store, preferences, self.firm)
        return Application(
            letters=AnalyzeLetter(self.workbench(), store, now, self.actor),
            compliance=compliance,
            audit=AuditTrail(store),
            health=self._health(store, None, key_source),
            prompts=PromptReview(self.prompts),
            reports=ExportReport(store, self.authorities, self._template()),
            configuration=ConfigurationBackup(__version__, self._sections(compliance)),
            authorities=self.authorities,
            key_source=key_source,
            sample_letter=paths.resource("samples/nexus-letter.txt"),
            close=close,
        )

    def _sections(self, compliance: Compliance) -> list[Section]:
        """What of the configuration can be carried to another machine. Nothing secret may ever be added here."""
        return [
            Section(
                "level",
                "Level for new letters",
                value=lambda: compliance.level.value,
                check=compliance.checked_level,
                put=compliance.choose_level,
            ),
        ]

    def _template(self) -> str:
        try:
            return paths.resource("templates/report.html").read_text("utf-8")
        except OSError:
            raise ConfigurationMissing from None

    def health_without_store(self, error: NexusError) -> HealthChecks:
        """The checks where the store could not be opened."""
        return self._health(None, error, "")

    def _health(self, store: Store | None, error: NexusError | None, key_source: str) -> HealthChecks:
        return HealthChecks(
            store=store, store_error=error, key_source=key_source, load_everything=self._reload, clock=now
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
