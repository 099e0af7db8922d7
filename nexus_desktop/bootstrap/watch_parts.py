"""Use cases that watch over the program and its rules, each with its modules loaded when it is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nexus_desktop import __version__
from nexus_desktop.bootstrap.ground import now
from nexus_desktop.bootstrap.late_part import late
from nexus_desktop.models.errors import NexusError
from nexus_desktop.runtime import paths
from nexus_desktop.services.degraded import Degraded
from nexus_desktop.services.levels import Levels

if TYPE_CHECKING:
    from nexus_desktop.bootstrap.ground import Ground
    from nexus_desktop.bootstrap.kept_parts import KeptParts
    from nexus_desktop.bootstrap.letter_parts import LetterParts
    from nexus_desktop.models.audit_chain import Body
    from nexus_desktop.runtime.settings import PreferencesFile
    from nexus_desktop.services.compliance import Compliance
    from nexus_desktop.services.compliance_status import KeyPlace
    from nexus_desktop.services.configuration_backup import ConfigurationBackup
    from nexus_desktop.services.diagnostics import Diagnostics
    from nexus_desktop.services.endpoint_switch import EndpointSwitch
    from nexus_desktop.services.error_log import ErrorLog
    from nexus_desktop.services.figures import Figures
    from nexus_desktop.services.health import HealthChecks


class WatchParts:
    """Each part stands for itself until somebody asks something of it; ``levels`` and ``degraded`` are there."""

    def __init__(self, ground: Ground, preferences: PreferencesFile, of_letters: LetterParts, kept: KeptParts) -> None:
        self._ground, self._preferences = ground, preferences
        self._of_letters, self._kept = of_letters, kept
        self.levels = Levels(ground.governed.policies, preferences, ground.firm)
        self.degraded = Degraded(ground.components, ground.store, lambda: of_letters.profiles.id_in_use)
        self.health = late(self._health)
        self.figures = late(self._figures)
        self.errors = late(self._errors)
        self.diagnostics = late(self._diagnostics)
        self.endpoint = late(self._endpoint)
        self.compliance = late(self._compliance)
        self.configuration = late(self._configuration)

    def _health(self) -> HealthChecks:
        from nexus_desktop.services.health import HealthChecks
        from nexus_desktop.services.machine_health import machine_checks
        from nexus_desktop.services.store_health import policy_check, store_checks

        ground = self._ground
        return HealthChecks(
            store=ground.store,
            store_error=None,
            key_source=ground.key_source,
            load_everything=ground.governed.reload,
            clock=now,
            further=(
                *store_checks(self._of_letters.keys, self._kept.backups, self._kept.retention),
                self.degraded.named_check,
                self._of_letters.services.health.named_check,
                *machine_checks(ground.store, ground.vault),
                policy_check(ground.firm),
            ),
            check_prompts=self._of_letters.book.check,
        )

    def _figures(self) -> Figures:
        from nexus_desktop.services.figures import Figures

        return Figures(self._ground.store, self._ground.meter, now)

    def _errors(self) -> ErrorLog:
        from nexus_desktop.services.error_log import ErrorLog

        return ErrorLog(self._ground.folder / paths.LOGS)

    def _diagnostics(self) -> Diagnostics:
        from nexus_desktop.runtime.report_folder import ReportFolder
        from nexus_desktop.services.diagnostics import Diagnostics

        ground, preferences = self._ground, self._preferences
        return Diagnostics(
            settings=ground.settings,
            health=self.health,
            log_folder=ground.folder / paths.LOGS,
            crashes=ReportFolder(ground.folder / paths.CRASHES),
            meter=ground.meter,
            preferences=lambda: preferences.load().model_dump(
                mode="json", exclude={"last_folder", "backup_folder", "letterhead"}
            ),
            clock=now,
        )

    def _endpoint(self) -> EndpointSwitch:
        from nexus_desktop.services.components import Component, is_on
        from nexus_desktop.services.endpoint_switch import EndpointSwitch, quietly

        ground = self._ground

        def tell(name: str, body: Body) -> None:
            ground.store.keep_setting(name, body)

        return EndpointSwitch(
            port=ground.settings.health_endpoint.port,
            token_file=ground.folder / paths.ENDPOINT_TOKEN,
            check=quietly(lambda *asked: self.health.run(*asked)),
            meter=ground.meter,
            preferences=self._preferences,
            tell=tell,
            firm=ground.firm,
            left_off=not is_on(Component.HEALTH_ENDPOINT, ground.settings.components, ground.firm),
        )

    def _compliance(self) -> Compliance:
        from nexus_desktop.services.compliance import Compliance
        from nexus_desktop.services.compliance_status import ComplianceStatus, Sources
        from nexus_desktop.services.rule_editing import RuleEditing

        ground, governed, store = self._ground, self._ground.governed, self._ground.store
        workbench, policies = self._of_letters.workbench, governed.policies
        return Compliance(
            self.levels,
            policies,
            store,
            self._preferences,
            RuleEditing(policies, store, governed.sample_text),
            ComplianceStatus(Sources(store, store.files.database, self._key_place, workbench, policies, now)),
            governed.compliance_template,
            now,
            ground.actor,
            ground.firm,
        )

    def _key_place(self) -> KeyPlace:
        """Where the key is, by asking there."""
        from nexus_desktop.services.compliance_status import KeyPlace

        if self._ground.vault is None:
            return KeyPlace.MEMORY
        try:
            return KeyPlace(self._ground.vault.place())
        except NexusError:
            return KeyPlace.NOWHERE

    def _configuration(self) -> ConfigurationBackup:
        from nexus_desktop.services.configuration_backup import ConfigurationBackup
        from nexus_desktop.services.configuration_sections import Sections

        kept, profiles = self._kept, self._of_letters.profiles
        sections = Sections(self.compliance, kept.retention, self.endpoint, profiles)
        return ConfigurationBackup(__version__, sections.all())
