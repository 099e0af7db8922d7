"""What the use cases stand on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nexus_desktop.bootstrap.governed import Governed
    from nexus_desktop.models.backup_models import Manifest
    from nexus_desktop.models.policy_models import PolicyInForce
    from nexus_desktop.models.service_models import ResilienceRules
    from nexus_desktop.models.settings_models import Settings
    from nexus_desktop.monitoring.component_breakers import Components
    from nexus_desktop.monitoring.metrics import Meter
    from nexus_desktop.runtime.key_vault import KeyVault
    from nexus_desktop.services.ai_retry import Retries
    from nexus_desktop.storage.store import Store


def now() -> datetime:
    """The clock of the program."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Ground:
    """``folder`` is that of everything the program writes, ``vault`` None where the key is in memory only, ``close``
    lets go of the store."""

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
