"""Opens the program: settings, key, store, and then everything on it."""

from __future__ import annotations

import getpass
import os
import shutil
import tempfile
from collections.abc import Callable
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from nexus_desktop import __version__
from nexus_desktop.bootstrap.assembly import assemble
from nexus_desktop.bootstrap.governed import Governed
from nexus_desktop.bootstrap.ground import Ground, now
from nexus_desktop.bootstrap.late_part import is_made, late
from nexus_desktop.models.audit_chain import AuditAct, Body
from nexus_desktop.models.errors import DatabaseReadOnly, NexusError
from nexus_desktop.models.phrases import phrase
from nexus_desktop.models.policy_models import PolicyInForce
from nexus_desktop.models.ports import unguarded
from nexus_desktop.models.service_models import ResilienceRules
from nexus_desktop.monitoring import native_crash
from nexus_desktop.monitoring.component_breakers import Components
from nexus_desktop.monitoring.crash_report import report_of
from nexus_desktop.monitoring.database_breaker import DatabaseBreaker
from nexus_desktop.monitoring.metrics import Meter
from nexus_desktop.monitoring.structured_logger import Event, configure, event, failure, listen, silence
from nexus_desktop.runtime import config_files, paths
from nexus_desktop.runtime.folder_lock import FolderLock
from nexus_desktop.runtime.key_secret import SecretKey
from nexus_desktop.runtime.key_vault import Credentials, KeyNeed, KeyVault
from nexus_desktop.runtime.policy import read_policy
from nexus_desktop.runtime.report_folder import ReportFolder
from nexus_desktop.runtime.secret_store import KeyringEntry, working_backends
from nexus_desktop.runtime.settings import PreferencesFile, load_settings
from nexus_desktop.services.components import Component, is_on
from nexus_desktop.services.telling import tell_if_possible
from nexus_desktop.storage import sqlcipher
from nexus_desktop.storage.files import StoreFiles

if TYPE_CHECKING:
    from nexus_desktop.models.backup_models import Manifest
    from nexus_desktop.models.policy_models import PolicyInForce
    from nexus_desktop.models.settings_models import Settings
    from nexus_desktop.services.ai_retry import Retries
    from nexus_desktop.services.application import Application
    from nexus_desktop.services.check_citations import CheckCitations
    from nexus_desktop.services.compare_letters import CompareLetters
    from nexus_desktop.services.first_steps import FirstSteps
    from nexus_desktop.services.health import HealthChecks
    from nexus_desktop.services.workbench import Workbench
    from nexus_desktop.storage.opening import HeadEntry
    from nexus_desktop.storage.store import Store


class Bootstrap:
    """The program, taken apart as far as a command needs it; parts are made on first use."""

    def __init__(self) -> None:
        """Raises ConfigurationMissing, ConfigurationInvalid, and DatabaseReadOnly for a home that cannot be written."""
        silence()
        self.firm: PolicyInForce = read_policy()
        self.meter = Meter()
        listen(self.meter.hear)
        self.settings: Settings = load_settings()
        self.governed = Governed()
        self.rules = config_files.load(paths.config_file("monitoring.yaml"), ResilienceRules)
        self.components = Components(self.rules.scans, self.rules.keyring)
        self.retries: Retries | None = None  # how failures of a service are met; None: as in config/monitoring.yaml
        self._window: FolderLock | None = None
        self._left_by_crash = ""

    @cached_property
    def actor(self) -> str:
        """Who works here, as the system knows them; for the audit trail."""
        try:
            return getpass.getuser()
        except (OSError, KeyError, ImportError):
            return "unknown"

    def workbench(self) -> Workbench:
        """The steps alone, with nothing kept."""
        from nexus_desktop.services.workbench import Workbench

        reads_scans = is_on(Component.OCR, self.settings.components, self.firm)
        return Workbench(
            self.settings.limits,
            self.governed.deidentifier,
            self.governed.engine,
            lambda: self.governed.rubric.bands,
            firm=self.firm,
            scans=self.components.scans if reads_scans else None,
        )

    def check_citations(self) -> CheckCitations:
        """The checker of citations, with nothing kept."""
        from nexus_desktop.services.check_citations import CheckCitations

        return CheckCitations(self.governed.citation_checker)

    def compare_letters(self) -> CompareLetters:
        """The comparison of letters, without a store."""
        from nexus_desktop.services.compare_letters import CompareLetters

        return CompareLetters(self.workbench(), now)

    # --- opening -------------------------------------------------------------------------------------------------

    @staticmethod
    def _files() -> StoreFiles:
        chosen = PreferencesFile(paths.home() / paths.PREFERENCES).load().backup_folder
        return StoreFiles(paths.home(), Path(chosen) if chosen else None)

    def _vault(self, files: StoreFiles) -> KeyVault:
        return KeyVault(
            files.key_slots,
            files.database,
            self.settings.store.passphrase_length,
            opens=lambda key: sqlcipher.opens(files.database, key),
        )

    def _finish_restore(self, files: StoreFiles) -> None:
        """Put a restore that is ready in place."""
        if files.restoring.exists():
            from nexus_desktop.storage.opening import finish_restore

            finish_restore(files, self.settings.store.busy_seconds)

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
        self._finish_restore(self._files())
        return self._vault(self._files()).need()

    def is_new(self) -> bool:
        """Whether this is the first start on this data folder. Raises as ``key_need`` does."""
        self._writable_home()
        self._finish_restore(self._files())
        return self._vault(self._files()).is_new()

    @property
    def first_steps(self) -> FirstSteps:
        """What was gone through of the first steps."""
        from nexus_desktop.services.first_steps import FirstSteps

        return FirstSteps(PreferencesFile(paths.home() / paths.PREFERENCES))

    def open(
        self,
        passphrase: str | None = None,
        recovery: str | None = None,
        face: str = "program",
        *,
        may_wait: bool = False,
    ) -> Application:
        """Everything, on the store of this data folder. Where ``may_wait``, and a first look finds the database in
        order, the store itself is opened by ``Application.open_store`` or whoever is first to need it."""
        self._writable_home()
        configure(paths.log_folder())
        event(Event.PROGRAM_STARTED, version=__version__)
        files = self._files()
        self._finish_restore(files)
        vault = self._vault(files)
        opened = vault.open(Credentials(passphrase, recovery))
        told: Body = {"version": __version__, "face": face, "key": opened.source, "key_put_back": opened.reseated}

        def greeted() -> Store:
            made = self._store(files, opened.key, self._head_entry)
            tell_if_possible(made, AuditAct.PROGRAM_STARTED, "program", told)
            return made

        waits = may_wait and not files.restored.exists() and sqlcipher.is_current(files.database, opened.key)
        store = late(greeted) if waits else greeted()

        def close() -> None:
            if is_made(store):
                store.close()
            event(Event.PROGRAM_STOPPED)

        return self._assembled(store, opened.source, paths.home(), close, vault)

    def open_throwaway(self) -> Application:
        """Everything, on a store in a private temporary folder; its key is in memory only and gone with it."""
        from nexus_desktop.storage.opening import nowhere

        folder = Path(tempfile.mkdtemp(prefix="nexus-throwaway-"))
        try:
            store = self._store(StoreFiles(folder), SecretKey.random(), nowhere)
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise

        def close() -> None:
            store.close()
            shutil.rmtree(folder, ignore_errors=True)

        return self._assembled(store, phrase("kept in memory only"), folder, close, None)

    def stage_restore(self, backup: Path, passphrase: str | None, recovery: str | None) -> Manifest:
        """Get a backup ready to take the place of the store, which ``key_need`` and ``open`` do where nobody uses it.

        Raises BackupDamaged, BackupKeyWrong, BackupNotVerified, DatabaseNewer, DiskFull, and the key errors.
        """
        from nexus_desktop.storage import restore

        self._writable_home()
        files, given = self._files(), Credentials(passphrase, recovery)

        def open_key(slots: Path, copy: Path) -> SecretKey:
            length = self.settings.store.passphrase_length
            return KeyVault(slots, copy, length, opens=lambda key: sqlcipher.opens(copy, key)).open(given).key

        return restore.stage(files, backup, open_key)

    def _store(self, files: StoreFiles, key: SecretKey, head_entry: HeadEntry) -> Store:
        from nexus_desktop.storage.opening import open_store

        chosen, resting = self.settings.store, self.rules.database
        breaker = DatabaseBreaker(resting.failures_to_rest, resting.rest_seconds)
        guard = breaker.call if self.settings.features.database_breaker else unguarded
        store = open_store(
            files,
            key,
            actor=self.actor,
            busy_seconds=chosen.busy_seconds,
            clock=now,
            head_entry=head_entry,
            guard=self.components.watched(guard, lambda: breaker.seconds_left),
        )
        event(Event.STORE_OPENED)
        return store

    def _head_entry(self, store_id: str) -> KeyringEntry | None:
        """Where the keyring remembers the newest entry of the audit trail."""
        backend = next(working_backends(), None) if self.settings.features.head_in_keyring else None
        return None if backend is None else KeyringEntry(backend, f"{store_id}/audit-head", self.components.keyring)

    def _assembled(
        self, store: Store, key_source: str, folder: Path, close: Callable[[], None], vault: KeyVault | None
    ) -> Application:
        ground = Ground(
            settings=self.settings,
            firm=self.firm,
            governed=self.governed,
            store=store,
            vault=vault,
            key_source=key_source,
            folder=folder,
            actor=self.actor,
            meter=self.meter,
            components=self.components,
            rules=self.rules,
            stage_restore=self.stage_restore,
            close=close,
            retries=self.retries,
        )
        return assemble(ground)

    def health_without_store(self, error: NexusError) -> HealthChecks:
        """The checks where the store could not be opened."""
        from nexus_desktop.services.health import HealthChecks
        from nexus_desktop.services.machine_health import machine_checks

        return HealthChecks(
            store=None,
            store_error=error,
            key_source="",
            load_everything=self.governed.reload,
            clock=now,
            further=machine_checks(None, None),
        )

    @staticmethod
    def _writable_home() -> None:
        try:
            writable = os.access(paths.home(), os.W_OK | os.X_OK)
        except OSError:
            raise DatabaseReadOnly from None
        if not writable:
            raise DatabaseReadOnly

    # --- what went wrong -----------------------------------------------------------------------------------------

    def report_failure(self, error: BaseException) -> None:
        """Log a failure by its code; of a bug, also leave a report."""
        failure(error)
        if not isinstance(error, NexusError):
            report = report_of(error, now())
            with suppress(NexusError):  # no folder to leave it in
                ReportFolder(paths.crash_folder()).keep(report.name, report.as_text())

    def report_toolkit(self, kind: str) -> None:
        """Log that Qt complained, and how loudly; never its words."""
        event(Event.QT_MESSAGE, kind=kind)

    def watch_for_crashes(self) -> None:
        """Have a crash below Python leave where it was. Only for the one window of a data folder."""
        self._left_by_crash = native_crash.watch(paths.crash_folder() / paths.NATIVE_CRASH)

    def report_recovery(self) -> None:
        """Log that the last run did not end in order; of a crash below Python, also leave a report."""
        event(Event.PROGRAM_RECOVERED)
        report = native_crash.report_of(self._left_by_crash, now())
        if report is not None:
            event(Event.BUG, exception="NativeCrash")
            ReportFolder(paths.crash_folder()).keep(report.name, report.as_text())
