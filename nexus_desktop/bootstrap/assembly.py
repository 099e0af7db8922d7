"""Puts the use cases together on an open store. Each is made when somebody first asks something of it."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import fields
from typing import TYPE_CHECKING

from nexus_desktop.bootstrap.governed import SAMPLE
from nexus_desktop.bootstrap.kept_parts import KeptParts
from nexus_desktop.bootstrap.late_part import is_made, late, make_now
from nexus_desktop.bootstrap.letter_parts import LetterParts
from nexus_desktop.bootstrap.watch_parts import WatchParts
from nexus_desktop.models.errors import NexusError
from nexus_desktop.models.policy_models import PolicySetting
from nexus_desktop.runtime import paths
from nexus_desktop.runtime.settings import PreferencesFile
from nexus_desktop.services.application import Application, PromptWork

if TYPE_CHECKING:
    from nexus_desktop.bootstrap.ground import Ground
    from nexus_desktop.models.ports import CancelFlag


def assemble(ground: Ground) -> Application:
    """Every use case, on an open store."""
    preferences = PreferencesFile(ground.folder / paths.PREFERENCES)
    of_letters = LetterParts(ground)
    kept = KeptParts(ground, preferences, of_letters)
    watch = WatchParts(ground, preferences, of_letters, kept)
    if ground.firm.lock(PolicySetting.RETENTION_DAYS) is not None:
        make_now(kept.retention)  # puts in force what the firm has fixed
    application = Application(
        letters=of_letters.letters,
        by_service=late(lambda: of_letters.services.letters),
        profiles=of_letters.profiles,
        waiting=of_letters.waiting,
        usage=late(lambda: of_letters.services.usage),
        breakers=late(lambda: of_letters.services.breakers),
        citations=of_letters.citations,
        comparison=of_letters.comparison,
        levels=watch.levels,
        compliance=watch.compliance,
        configuration=watch.configuration,
        audit=kept.audit,
        trail_export=kept.trail_export,
        health=watch.health,
        service_health=late(lambda: of_letters.services.health),
        errors=watch.errors,
        diagnostics=watch.diagnostics,
        degraded=watch.degraded,
        figures=watch.figures,
        endpoint=watch.endpoint,
        item_titles=ground.governed.item_titles,
        prompts=_prompts(of_letters),
        reports=kept.reports,
        session=kept.session,
        keys=of_letters.keys,
        search=kept.search,
        matters=kept.matters,
        case_files=kept.case_files,
        context=kept.context,
        kept_comparisons=kept.kept_comparisons,
        backups=kept.backups,
        retention=kept.retention,
        trash=kept.trash,
        step_back=kept.step_back,
        in_hand=kept.in_hand,
        overrides=kept.overrides,
        paper_choices=kept.paper_choices,
        first_steps=kept.first_steps,
        authorities=ground.governed.authorities,
        key_source=ground.key_source,
        folder=ground.folder,
        features=ground.settings.features,
        shortest_passphrase=ground.settings.store.passphrase_length,
        stage_restore=ground.stage_restore,
        open_store=lambda: make_now(ground.store),
        load_rest=lambda cancelled: _load_rest(application, cancelled),
        take_letters_elsewhere=lambda cancelled: of_letters.long_letters.take_all(cancelled),
        sample_letter=paths.resource(SAMPLE),
        close=lambda: _close(ground, of_letters, watch),
    )
    return application


def _prompts(of_letters: LetterParts) -> PromptWork:
    return PromptWork(
        review=of_letters.prompt_review,
        tests=of_letters.prompt_tests,
        figures=of_letters.prompt_figures,
        asked=of_letters.prompts_asked,
    )


def _load_rest(application: Application, cancelled: CancelFlag) -> None:
    """Make every part. One that cannot be made now says why to whoever asks for it."""
    for owner in (application, application.prompts):
        for one in fields(owner):
            if cancelled.is_set():
                return
            with suppress(NexusError):
                make_now(getattr(owner, one.name))


def _close(ground: Ground, of_letters: LetterParts, watch: WatchParts) -> None:
    if is_made(watch.endpoint):
        watch.endpoint.stop()
    if is_made(of_letters.long_letters):
        of_letters.long_letters.close()
    watch.figures.keep()
    watch.degraded.close()
    ground.close()
