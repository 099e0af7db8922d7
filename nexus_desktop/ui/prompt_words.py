"""How states, runs and figures of prompts read on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nexus_desktop.models.prompt_models import PromptOrigin, PromptState
from nexus_desktop.services.prompt_tests import OFFLINE
from nexus_desktop.ui.icons import Icon, icon
from nexus_desktop.ui.translation import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

    from nexus_desktop.models.prompt_records import TestRun
    from nexus_desktop.ui.theme import Scheme

STATE = {
    PromptState.DRAFT: (tr("Draft"), Icon.PART, "info"),
    PromptState.CANDIDATE: (tr("Candidate"), Icon.QUESTION, "info"),
    PromptState.APPROVED: (tr("In force"), Icon.GOOD, "good"),
    PromptState.RETIRED: (tr("Retired"), Icon.NOT_APPLICABLE, "muted"),
}
ORIGIN = {PromptOrigin.SHIPPED: tr("with the program"), PromptOrigin.FIRM: tr("your firm")}
OFFLINE_WORDS = tr("the engine on this machine")


def state_words(state: PromptState, *, used: bool) -> str:
    """What a list calls a state; an approved version of a prompt that no step sends yet is in force for nothing."""
    return STATE[state][0] if used or state is not PromptState.APPROVED else tr("Approved, not used yet")


def state_icon(state: PromptState, scheme: Scheme) -> QIcon:
    """The sign beside it."""
    _, name, role = STATE[state]
    return icon(name, getattr(scheme, role))


def run_words(run: TestRun) -> str:
    """A run in a list to choose from."""
    who = OFFLINE_WORDS if run.engine == OFFLINE else f"{run.version}, {run.model}"
    return f"{run.at.astimezone():%Y-%m-%d %H:%M}, {who}: {run.passed} of {len(run.results)}"


def dollars(usd: float | None) -> str:
    """An amount, as finely as it matters."""
    if usd is None:
        return tr("not known")
    return f"${usd:,.2f}" if usd >= 1 or usd == 0 else f"${usd:,.4f}"
