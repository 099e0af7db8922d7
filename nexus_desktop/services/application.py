"""What the faces of the program are given: every use case, and how to get at the store."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from nexus_desktop.models.authority_models import Authority
from nexus_desktop.models.errors import NexusError
from nexus_desktop.models.policy_models import PolicyInForce
from nexus_desktop.models.settings_models import Settings
from nexus_desktop.runtime.key_vault import KeyNeed
from nexus_desktop.services.analyze_letter import AnalyzeLetter
from nexus_desktop.services.audit_trail import AuditTrail
from nexus_desktop.services.compliance import Compliance
from nexus_desktop.services.configuration_backup import ConfigurationBackup
from nexus_desktop.services.export_report import ExportReport
from nexus_desktop.services.health import HealthChecks
from nexus_desktop.services.prompt_review import PromptReview
from nexus_desktop.services.workbench import Workbench


@dataclass(frozen=True, slots=True)
class Application:
    """Every use case on an open store. ``close`` lets go of the database."""

    letters: AnalyzeLetter
    compliance: Compliance
    audit: AuditTrail
    health: HealthChecks
    prompts: PromptReview
    reports: ExportReport
    configuration: ConfigurationBackup
    authorities: dict[str, Authority]
    key_source: str
    sample_letter: Path
    close: Callable[[], None]


class Starter(Protocol):
    """Builds the program; the only implementation is bootstrap.Bootstrap, which no face may import."""

    settings: Settings
    firm: PolicyInForce

    def key_need(self) -> KeyNeed:
        """What has to be asked before ``open``. Raises KeySlotDamaged."""

    def open(self, passphrase: str | None = None) -> Application:
        """Everything, on an open store. Raises the ``key.*``, ``keyring.*``, ``database.*`` errors."""

    def open_throwaway(self) -> Application:
        """Everything, on an encrypted store whose key is never written down and whose files go with ``close``."""

    def workbench(self) -> Workbench:
        """The steps alone, with nothing kept."""

    def health_without_store(self, error: NexusError) -> HealthChecks:
        """The checks where the store could not be opened."""

    def report_failure(self, error: BaseException) -> None:
        """Log a failure by its code."""


StarterMaker = Callable[[], Starter]
