"""Which version of each prompt is in force: the shipped file and the store together, where the store has the last word.

Every shipped version is recorded in the encrypted store when it is first seen. From then on the store's copy is what
counts: a file whose text changed under the same number is refused, is shown in Health, and what was approved last stays
in force. So it does where the file is damaged or gone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from nexus_desktop.models.audit_chain import AuditAct
from nexus_desktop.models.errors import (
    ConfigurationInvalid,
    ConfigurationMissing,
    ErrorCategory,
    NexusError,
    ReviewCopy,
)
from nexus_desktop.models.phrases import joined, phrase
from nexus_desktop.models.prompt_models import Prompt, PromptOrigin, PromptState, PromptVersion, ordered
from nexus_desktop.models.prompt_records import Experiment, KeptVersion
from nexus_desktop.monitoring.structured_logger import failure
from nexus_desktop.prompts.experiments import assigned
from nexus_desktop.prompts.prompt_manager import PromptManager, Refused
from nexus_desktop.services.health import Finding, Health
from nexus_desktop.storage import prompts as kept_prompts

if TYPE_CHECKING:
    from nexus_desktop.storage.store import Deed, Store

PROGRAM = "Nexus Desktop"


class PromptBook:
    """The use case, on an open store. ``load`` reads the shipped file afresh."""

    def __init__(self, store: Store, load: Callable[[], PromptManager]) -> None:
        self._store, self._load = store, load
        self._titles: dict[str, Prompt] = {}
        self._refused: list[Refused] = []
        self._last: list[KeptVersion] = []
        self._running: list[Experiment] = []

    # --- at the start -------------------------------------------------------------------------------------------

    def take_in(self) -> None:
        """Read the shipped file, and record what is new in it. Never raises for what is wrong with the file."""
        self._refused = []
        manager = self._manager()
        try:
            with self._store.read() as session:
                kept = kept_prompts.versions(session)
            new, withdrawn = self._compared(manager, kept) if manager is not None else ([], [])
            if new or withdrawn:
                self._store.check_own()
                self._store.perform(lambda deed: _recorded(deed, kept, new, withdrawn))
            self.kept()
        except ReviewCopy:
            self._last = kept
        except NexusError as error:
            if error.category is not ErrorCategory.DATABASE:
                raise
            failure(error)

    def _manager(self) -> PromptManager | None:
        try:
            manager = self._load()
        except ConfigurationInvalid as error:
            self._refused.append(Refused("", "", f"{error.file}, line {error.line}: {error.detail}"))
            return None
        except ConfigurationMissing as error:
            self._refused.append(Refused("", "", error.sentence))
            return None
        self._titles = {prompt.id: prompt for prompt in manager.prompts}
        self._refused += manager.refused()
        return manager

    def _compared(self, manager: PromptManager, kept: list[KeptVersion]) -> tuple[list[KeptVersion], list[KeptVersion]]:
        """Shipped versions that are new, and kept ones that a later file withdraws."""
        known = {(one.prompt_id, one.version): one for one in kept}
        new, withdrawn = [], []
        for prompt in manager.prompts:
            for version in prompt.versions:
                before = known.get((prompt.id, version.version))
                if not version.is_unchanged:
                    continue
                if before is None:
                    new.append(KeptVersion(prompt.id, PromptOrigin.SHIPPED, version))
                elif before.content.sha256 != version.sha256:
                    self._refused.append(
                        Refused(
                            prompt.id,
                            version.version,
                            f"prompts.yaml, line {manager.line_of(prompt.id, version.version)}: {prompt.id} "
                            f"{version.version} has another text than the one recorded under this number before, so "
                            "the recorded one stays.",
                        )
                    )
                elif version.state is PromptState.RETIRED and before.state is not PromptState.RETIRED:
                    withdrawn.append(before)
        return new, withdrawn

    # --- what is used -------------------------------------------------------------------------------------------

    def in_force(self, prompt_id: str, letter: str = "") -> PromptVersion | None:
        """The version in use for a letter: the approved one, or under a comparison the one its hash assigns. None
        where none may be used."""
        versions = {one.version: one for one in self.kept() if one.prompt_id == prompt_id}
        running = self.running(prompt_id)
        if running is not None and letter:
            shares = {running.first: 100 - running.share, running.second: running.share}
            chosen = versions.get(assigned(running.id, letter, shares))
            if chosen is not None and _usable(chosen.content):
                return chosen.content
        approved = [one for one in versions.values() if one.state is PromptState.APPROVED]
        return next((one.content for one in approved if one.content.is_unchanged), None)

    def kept(self) -> list[KeptVersion]:
        """Every version, oldest first; as last read where the store fails."""
        try:
            with self._store.read() as session:
                self._last = kept_prompts.versions(session)
                self._running = [
                    one
                    for prompt_id in {kept.prompt_id for kept in self._last}
                    for one in kept_prompts.experiments(session, prompt_id)
                    if one.ended_at is None
                ]
        except NexusError as error:
            if error.category is not ErrorCategory.DATABASE:
                raise
            failure(error)
        return self._last

    def version(self, prompt_id: str, version: str) -> KeptVersion | None:
        """One version, whatever its state."""
        return next((one for one in self.kept() if (one.prompt_id, one.version) == (prompt_id, version)), None)

    def running(self, prompt_id: str) -> Experiment | None:
        """The comparison under way, as last read."""
        return next((one for one in self._running if one.prompt_id == prompt_id), None)

    def under_comparison(self, prompt_id: str) -> str:
        """The comparison under way, by its id; empty where there is none."""
        running = self.running(prompt_id)
        return running.id if running is not None else ""

    def title(self, prompt_id: str) -> tuple[str, str]:
        """Title and purpose; the id where the shipped file does not name it."""
        prompt = self._titles.get(prompt_id)
        return (prompt.title, prompt.purpose) if prompt else (prompt_id, "")

    @property
    def refused(self) -> tuple[Refused, ...]:
        """What of the shipped file is not used, and why."""
        return tuple(self._refused)

    def check(self) -> Finding:
        """How the prompts stand, for the Health tab; reads the shipped file anew."""
        self.take_in()
        broken = [one for one in self._last if not one.content.is_unchanged]
        if not self._refused and not broken:
            return Health.OK, "prompts.ok", phrase("Every prompt has the text it was recorded with."), ""
        found: list[str] = [phrase(one.sentence) for one in self._refused]
        found += [
            phrase("The kept text of {prompt} is not the recorded one.", prompt=f"{one.prompt_id} {one.version}")
            for one in broken
        ]
        used = [one for one in self._last if one.state is PromptState.APPROVED and one.content.is_unchanged]
        stays = ", ".join(f"{one.prompt_id} {one.version}" for one in used)
        found.append(
            phrase("In force: {prompts}.", prompts=stays)
            if stays
            else phrase("No prompt is in force, so no service is asked.")
        )
        mend = phrase("Restore prompts.yaml, or give the new text a version of its own in the Prompts tab.")
        return Health.FAILURE, "prompts.changed", joined(" ", found), mend


def next_number(base: str, taken: set[str]) -> str:
    """The number of a firm's own version made from another."""
    stem = base.partition("+")[0]
    own = [ordered(one)[3] for one in taken if one.partition("+")[0] == stem]
    return f"{stem}+firm.{max([0, *own]) + 1}"


def today(deed: Deed) -> date:
    """The day of a deed."""
    return deed.at.date()


def _usable(version: PromptVersion) -> bool:
    return version.is_unchanged and version.state in (PromptState.APPROVED, PromptState.CANDIDATE)


def _recorded(deed: Deed, kept: list[KeptVersion], new: list[KeptVersion], withdrawn: list[KeptVersion]) -> None:
    """New versions go in; an approved one takes the place of an earlier shipped one, never of the firm's own choice."""

    def told(one: KeptVersion, state: PromptState, change: str) -> None:
        body = {"change": change, "to": state.value, "sha256": one.content.sha256, "by": PROGRAM}
        deed.tell(AuditAct.PROMPT_CHANGED, f"{one.prompt_id} {one.version}", body)

    def moved(one: KeptVersion, state: PromptState, reason: str) -> KeptVersion:
        content = one.content.model_copy(update={"state": state})
        return replace(one, content=content, decided_by=PROGRAM, decided_at=deed.at, decided_reason=reason)

    in_force = {one.prompt_id: one for one in kept if one.state is PromptState.APPROVED}
    for one in withdrawn:
        kept_prompts.decide(deed.session, moved(one, PromptState.RETIRED, "Withdrawn by a later release."))
        told(one, PromptState.RETIRED, "withdrawn")
        if in_force.get(one.prompt_id) == one:
            del in_force[one.prompt_id]
    for one in sorted(new, key=lambda each: ordered(each.version)):
        before, state = in_force.get(one.prompt_id), one.state
        if state is PromptState.APPROVED and before is not None:
            later = ordered(before.version) < ordered(one.version)
            if before.origin is PromptOrigin.SHIPPED and later:
                kept_prompts.decide(deed.session, moved(before, PromptState.RETIRED, "Followed by a later release."))
                told(before, PromptState.RETIRED, "followed")
            else:
                state = PromptState.CANDIDATE
        if state is PromptState.DRAFT:
            state = PromptState.CANDIDATE  # a shipped text is nobody's draft here
        one_now = moved(one, state, one.content.reason)
        kept_prompts.keep_version(deed.session, one_now)
        told(one, state, "shipped")
        if state is PromptState.APPROVED:
            in_force[one.prompt_id] = one_now
