"""Puts the parts of the service path together for an open store; called by bootstrap alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from nexus_desktop.models.audit_chain import AuditAct
from nexus_desktop.models.service_models import PriceFile, ResilienceRules
from nexus_desktop.monitoring.service_breaker import Breakers
from nexus_desktop.monitoring.structured_logger import Event, event
from nexus_desktop.runtime import config_files, paths
from nexus_desktop.services.ai_letters import LettersByService
from nexus_desktop.services.ai_retry import Retries
from nexus_desktop.services.ai_service import AiParts, AiService
from nexus_desktop.services.gate import GatePasses
from nexus_desktop.services.service_health import ServiceHealth
from nexus_desktop.services.usage import UsageLedger

if TYPE_CHECKING:
    from nexus_desktop.analysis.answer_meaning import CitationCheck
    from nexus_desktop.models.authority_models import Authority
    from nexus_desktop.models.policy_models import PolicyInForce
    from nexus_desktop.models.ports import Clock
    from nexus_desktop.models.rubric_models import Rubric
    from nexus_desktop.prompts.prompt_manager import PromptSource
    from nexus_desktop.runtime.key_service import ServiceKeys
    from nexus_desktop.services.ai_queue import WaitingLetters
    from nexus_desktop.services.analyze_letter import AnalyzeLetter
    from nexus_desktop.services.profiles import Profiles
    from nexus_desktop.services.workbench import Workbench
    from nexus_desktop.storage.store import Store


@dataclass(frozen=True, slots=True)
class Services:
    """Everything that has to do with services."""

    letters: LettersByService
    usage: UsageLedger
    breakers: Breakers
    health: ServiceHealth


@dataclass(frozen=True, slots=True)
class ServiceGround:
    """What the service path stands on."""

    usage_file: Path
    service_keys: ServiceKeys
    profiles: Profiles
    waiting: WaitingLetters
    store: Store
    workbench: Workbench
    letters: AnalyzeLetter
    prompts: PromptSource
    rubric: Callable[[], Rubric]
    authorities: Mapping[str, Authority]
    citations: CitationCheck
    clock: Clock
    check_host: Callable[[str], None]
    firm: PolicyInForce
    rules: ResilienceRules
    rested: Callable[[str, bool], None]  # hears of a profile whether its service is left alone now, or works again
    retries: Retries | None = None  # None: as in config/monitoring.yaml


def build_services(ground: ServiceGround) -> Services:
    """The service path. Raises ConfigurationMissing, ConfigurationInvalid."""
    rules = ground.rules
    prices = config_files.load(paths.config_file("prices.yaml"), PriceFile)
    profiles, usage = ground.profiles, UsageLedger(ground.usage_file, prices, ground.clock)
    breakers = Breakers(rules.failures_to_open, rules.pause_seconds, lambda: event(Event.SERVICE_PAUSED), ground.rested)
    tell = partial(ground.store.tell, AuditAct.TEXT_SENT)
    service = AiService(
        AiParts(
            profiles=profiles,
            passes=GatePasses(
                profiles.settings, ground.service_keys, usage, tell, rules.most_answer_bytes, ground.check_host
            ),
            prompts=ground.prompts,
            rubric=ground.rubric,
            authorities=ground.authorities,
            workbench=ground.workbench,
            rules=rules,
            breakers=breakers,
            retries=ground.retries or Retries(rules),
            clock=ground.clock,
            actor=ground.letters.actor,
            citations=ground.citations,
        )
    )
    by_service = LettersByService(ground.letters, service, ground.workbench, ground.waiting)
    health = ServiceHealth(profiles, breakers, usage, by_service.waiting, ground.clock)
    return Services(by_service, usage, breakers, health)
