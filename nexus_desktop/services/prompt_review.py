"""The governed prompts as a person works with them: list, history, drafts, checks, approval, roll-back, export.

Every change of what may be asked carries a name and a reason, and is told in the audit trail together with the change.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from pydantic import ValidationError

from nexus_desktop.models.audit_chain import AuditAct, Body
from nexus_desktop.models.audit_query import AuditFilter
from nexus_desktop.models.errors import (
    ExportExists,
    ExportFailed,
    PromptBreaksRules,
    PromptComparisonUnderWay,
    PromptDecisionUnsigned,
    PromptInvalid,
    PromptNotFound,
    PromptStateWrong,
)
from nexus_desktop.models.letter_models import ClientFields, Level, Verdict
from nexus_desktop.models.prompt_answers import USES
from nexus_desktop.models.prompt_models import MOST_BYTES, Prompt, PromptFile, PromptOrigin, PromptState, PromptVersion
from nexus_desktop.models.prompt_records import Checked, DiffRow, KeptVersion
from nexus_desktop.models.validation import problems_of
from nexus_desktop.prompts.differences import side_by_side
from nexus_desktop.prompts.rendering import frame
from nexus_desktop.prompts.validation import check
from nexus_desktop.runtime import config_files
from nexus_desktop.runtime.atomic_file import write_new
from nexus_desktop.services.prompt_book import PromptBook, next_number
from nexus_desktop.services.prompt_text import as_blocks, in_full
from nexus_desktop.storage import prompts as kept_prompts

if TYPE_CHECKING:
    from nexus_desktop.models.authority_models import Authority
    from nexus_desktop.models.rubric_models import Rubric
    from nexus_desktop.prompts.prompt_manager import Refused
    from nexus_desktop.services.workbench import Workbench
    from nexus_desktop.storage.store import Deed, Store

SHORTEST_REASON: Final = 5  # characters
MOST_CHANGES: Final = 200  # told of a prompt's history


@dataclass(frozen=True, slots=True)
class PromptLine:
    """One version of one prompt, as a list shows it."""

    prompt_id: str
    title: str
    purpose: str
    used: bool
    origin: PromptOrigin
    content: PromptVersion
    decided_by: str
    decided_at: datetime | None
    decided_reason: str

    @property
    def version(self) -> str:
        return self.content.version

    @property
    def state(self) -> PromptState:
        return self.content.state

    @property
    def unchanged(self) -> bool:
        return self.content.is_unchanged


@dataclass(frozen=True, slots=True)
class ToldChange:
    """One entry of the audit trail about a prompt."""

    at: datetime
    version: str
    change: str
    by: str
    reason: str


@dataclass(frozen=True, slots=True)
class ReviewParts:
    """What the use case needs of the program."""

    rubric: Callable[[], Rubric]
    authorities: Callable[[], Mapping[str, Authority]]
    workbench: Workbench
    actor: str


class PromptReview:
    """The use case, on an open store."""

    def __init__(self, store: Store, book: PromptBook, parts: ReviewParts) -> None:
        self._store, self.book, self._parts = store, book, parts
        self._searched: dict[str, int] = {}  # by hash of a text, for a version's text never changes

    @property
    def actor(self) -> str:
        """Who works with the program, by the name of the account."""
        return self._parts.actor

    # --- looking ------------------------------------------------------------------------------------------------

    def versions(self) -> list[PromptLine]:
        """Every version, the prompts in the order they are used in, the newest version first."""
        order = list(USES)
        kept = sorted(self.book.kept(), key=lambda one: order.index(one.prompt_id) if one.prompt_id in USES else 99)
        names = dict.fromkeys(one.prompt_id for one in kept)
        return [self._line(one) for prompt_id in names for one in reversed(kept) if one.prompt_id == prompt_id]

    def line(self, prompt_id: str, version: str) -> PromptLine:
        """One version. Raises PromptNotFound."""
        return self._line(self._found(prompt_id, version))

    def refused(self) -> tuple[Refused, ...]:
        """What of the shipped file is not used, and why."""
        return self.book.refused

    def _line(self, one: KeptVersion) -> PromptLine:
        title, purpose = self.book.title(one.prompt_id)
        use = USES.get(one.prompt_id)
        return PromptLine(
            prompt_id=one.prompt_id,
            title=title,
            purpose=purpose,
            used=use is not None and use.used,
            origin=one.origin,
            content=one.content,
            decided_by=one.decided_by,
            decided_at=one.decided_at,
            decided_reason=one.decided_reason,
        )

    def _found(self, prompt_id: str, version: str) -> KeptVersion:
        found = self.book.version(prompt_id, version)
        if found is None:
            raise PromptNotFound
        return found

    def history(self, prompt_id: str) -> list[ToldChange]:
        """What the audit trail tells of a prompt, newest first."""
        told = self._store.audit_entries(MOST_CHANGES, wanted=AuditFilter(act=AuditAct.PROMPT_CHANGED.value))
        return [
            ToldChange(
                at=datetime.fromisoformat(one.entry.at),
                version=one.entry.object_id.partition(" ")[2],
                change=str((one.body or {}).get("change", "")),
                by=str((one.body or {}).get("by", "")),
                reason=str((one.body or {}).get("reason", "")),
            )
            for one in told
            if one.entry.object_id.partition(" ")[0] == prompt_id
        ]

    def differences(self, prompt_id: str, first: str, second: str) -> list[DiffRow]:
        """Two versions side by side. Raises PromptNotFound."""
        one, other = self._found(prompt_id, first).content, self._found(prompt_id, second).content
        return side_by_side(in_full(one), in_full(other))

    def around(self, prompt_id: str, version: PromptVersion) -> str:
        """The words as they would be sent around a letter, rubric and all. Raises ServicePromptTooLarge."""
        made = frame(prompt_id, version, self._parts.rubric(), self._parts.authorities())
        return f"System\n\n{made.system}\nUser\n\n{made.user}"

    def check(self, prompt_id: str, version: PromptVersion) -> Checked:
        """Hold a version to every rule."""
        return check(prompt_id, version, self._parts.rubric(), self._parts.authorities(), self._identifiers)

    def _identifiers(self, text: str) -> int:
        name = hashlib.sha256(text.encode()).hexdigest()
        if name not in self._searched:
            self._searched[name] = len(self._parts.workbench.identifiers(text, Level.STRICT, ClientFields()))
        return self._searched[name]

    # --- drafts -------------------------------------------------------------------------------------------------

    def begin(self, prompt_id: str, base: str, by: str, reason: str) -> PromptLine:
        """A draft made from a version. Raises PromptNotFound, PromptDecisionUnsigned, ReviewCopy."""
        before = self._found(prompt_id, base)
        by, reason = self._signed(by, reason)
        number = next_number(base, {one.version for one in self.book.kept() if one.prompt_id == prompt_id})
        changed = {
            "version": number,
            "state": PromptState.DRAFT,
            "author": by,
            "created": self._store.clock().date(),
            "reason": reason,
        }
        return self._keep_draft(prompt_id, before.content.model_dump() | changed, "draft begun", reason, by)

    def save(self, prompt_id: str, version: str, system: str, user: str) -> PromptLine:
        """Keep the text of a draft. Raises PromptNotFound, PromptStateWrong, PromptInvalid."""
        before = self._found(prompt_id, version)
        if before.state is not PromptState.DRAFT:
            raise PromptStateWrong
        kinds = USES[prompt_id].variables if prompt_id in USES else before.content.variables
        data = before.content.model_dump() | {"system": system, "user": user}
        named = {name for name in kinds if "{" + name + "}" in system + user}
        data["variables"] = {name: kind for name, kind in kinds.items() if name in named}
        return self._keep_draft(prompt_id, data, "draft changed", before.content.reason, before.content.author)

    def _keep_draft(self, prompt_id: str, data: dict[str, Any], change: str, reason: str, by: str) -> PromptLine:
        content = _made(data)
        kept = KeptVersion(prompt_id, PromptOrigin.FIRM, content)
        self._store.check_own()

        def work(deed: Deed) -> None:
            kept_prompts.keep_version(deed.session, kept)
            if change != "draft changed":  # what counts is what it is when it is more than a draft
                deed.tell(AuditAct.PROMPT_CHANGED, f"{prompt_id} {content.version}", _body(kept, change, by, reason))

        self._store.perform(work)
        return self._line(kept)

    def discard(self, prompt_id: str, version: str) -> None:
        """Throw a draft away. Raises PromptNotFound."""
        self._store.check_own()

        def work(deed: Deed) -> None:
            kept_prompts.delete_draft(deed.session, prompt_id, version)
            body: Body = {"change": "draft thrown away", "by": self._parts.actor}
            deed.tell(AuditAct.PROMPT_CHANGED, f"{prompt_id} {version}", body)

        self._store.perform(work)

    # --- decisions ----------------------------------------------------------------------------------------------

    def approve(self, prompt_id: str, version: str, by: str, reason: str, *, tested: bool = False) -> PromptLine:
        """Take a version into use in the place of the one before; of a retired one, roll back to it.

        Raises PromptNotFound, PromptDecisionUnsigned, PromptStateWrong, PromptBreaksRules, PromptComparisonUnderWay.
        """
        before = self._decidable(prompt_id, version, {PromptState.DRAFT, PromptState.CANDIDATE, PromptState.RETIRED})
        by, reason = self._signed(by, reason)
        change = "rolled back to" if before.state is PromptState.RETIRED else "approved"
        return self._decide(before, PromptState.APPROVED, change, by, reason, {"tested": tested})

    def propose(self, prompt_id: str, version: str, by: str, reason: str) -> PromptLine:
        """Make a draft a candidate: it can no longer be edited, and can be compared. Raises as ``approve`` does."""
        before = self._decidable(prompt_id, version, {PromptState.DRAFT})
        return self._decide(before, PromptState.CANDIDATE, "proposed", *self._signed(by, reason), {})

    def retire(self, prompt_id: str, version: str, by: str, reason: str) -> PromptLine:
        """Never use a version again unless someone rolls back to it. With none approved no service is asked.

        Raises PromptNotFound, PromptDecisionUnsigned, PromptStateWrong, PromptComparisonUnderWay.
        """
        before = self._found(prompt_id, version)
        if before.state not in (PromptState.APPROVED, PromptState.CANDIDATE):
            raise PromptStateWrong
        if self.book.running(prompt_id) is not None:
            raise PromptComparisonUnderWay
        return self._decide(before, PromptState.RETIRED, "retired", *self._signed(by, reason), {})

    def _decidable(self, prompt_id: str, version: str, states: set[PromptState]) -> KeptVersion:
        before = self._found(prompt_id, version)
        if before.state not in states:
            raise PromptStateWrong
        if self.book.running(prompt_id) is not None:
            raise PromptComparisonUnderWay
        broken = self.check(prompt_id, before.content).broken
        if broken:
            raise PromptBreaksRules(broken=len(broken))
        return before

    def _decide(
        self, before: KeptVersion, state: PromptState, change: str, by: str, reason: str, more: dict[str, bool]
    ) -> PromptLine:
        self._store.check_own()
        in_force = [one for one in self.book.kept() if one.prompt_id == before.prompt_id and one != before]
        kept = _moved(before, state, by, self._store.clock(), reason)

        def work(deed: Deed) -> None:
            if state is PromptState.APPROVED:
                for one in in_force:
                    if one.state is PromptState.APPROVED:
                        gone = _moved(one, PromptState.RETIRED, by, deed.at, f"Followed by {before.version}.")
                        kept_prompts.decide(deed.session, gone)
                        told = _body(gone, "retired", by, gone.decided_reason)
                        deed.tell(AuditAct.PROMPT_CHANGED, f"{one.prompt_id} {one.version}", told)
            kept_prompts.decide(deed.session, kept)
            body = dict(_body(kept, change, by, reason)) | {"from": before.state.value} | more
            deed.tell(AuditAct.PROMPT_CHANGED, f"{kept.prompt_id} {kept.version}", body)

        self._store.perform(work)
        return self._line(kept)

    def _signed(self, by: str, reason: str) -> tuple[str, str]:
        """Name and reason of a decision. A reason that names a client is refused: the trail names nobody's."""
        by, reason = " ".join(by.split()), " ".join(reason.split())
        if not by or len(reason) < SHORTEST_REASON or len(by) > 100 or len(reason) > 500:
            raise PromptDecisionUnsigned
        found = self._parts.workbench.identifiers(reason, Level.MODERATE, ClientFields())
        if any(one.verdict is Verdict.REDACT for one in found):
            raise PromptInvalid("the reason must not name a person, a date or a number of a client")
        return by, reason

    # --- files --------------------------------------------------------------------------------------------------

    def as_yaml(self, prompt_id: str | None = None) -> str:
        """Every version, or those of one prompt, in the form of config/prompts.yaml. Raises PromptNotFound."""
        kept = [one for one in self.book.kept() if prompt_id in (None, one.prompt_id)]
        if not kept:
            raise PromptNotFound
        prompts = []
        for name in dict.fromkeys(one.prompt_id for one in kept):
            title, purpose = self.book.title(name)
            versions = tuple(one.content for one in kept if one.prompt_id == name)
            prompts.append(Prompt(id=name, title=title, purpose=purpose or title, versions=versions))
        data = PromptFile(prompts=tuple(prompts)).model_dump(mode="json")
        return as_blocks(data)

    def export(self, path: Path, prompt_id: str | None = None) -> None:
        """Write them to a new file. Raises ExportExists, ExportFailed, PromptNotFound."""
        try:
            write_new(path, self.as_yaml(prompt_id).encode())
        except FileExistsError:
            raise ExportExists from None
        except OSError:
            raise ExportFailed from None

    def in_file(self, path: Path) -> list[tuple[str, PromptVersion]]:
        """The versions of a file, to be looked at only. Raises ConfigurationInvalid with the line."""
        file = config_files.parse(config_files.read(path, MOST_BYTES), path.name, PromptFile, plain=True)
        return [(prompt.id, version) for prompt in file.prompts for version in prompt.versions]

    def bring_in(self, path: Path, by: str, reason: str) -> list[PromptLine]:
        """Versions of a file that are not here yet, as drafts of the firm. Nothing is approved by a file.

        Raises ConfigurationInvalid with the line, ConfigurationMissing, PromptDecisionUnsigned, PromptInvalid.
        """
        by, reason = self._signed(by, reason)
        file = config_files.parse(config_files.read(path, MOST_BYTES), path.name, PromptFile, plain=True)
        known = {(one.prompt_id, one.content.content_hash()) for one in self.book.kept()}
        drafts = []
        for prompt in file.prompts:
            if prompt.id not in USES:
                raise PromptInvalid(f"the program has no place for a prompt called {prompt.id}")
            for version in prompt.versions:
                if not version.is_unchanged:
                    raise PromptInvalid(f"the text of {prompt.id} {version.version} does not fit its hash")
                if (prompt.id, version.sha256) in known:
                    continue
                taken = {one.version for one in self.book.kept() if one.prompt_id == prompt.id}
                changed = {"version": next_number(version.version, taken), "state": PromptState.DRAFT}
                drafts.append(self._keep_draft(prompt.id, version.model_dump() | changed, "imported", reason, by))
        return drafts


def _made(data: dict[str, Any]) -> PromptVersion:
    try:
        content = PromptVersion.model_validate(data)
    except ValidationError as error:
        raise PromptInvalid(problems_of(error)[0].sentence) from None
    return content.model_copy(update={"sha256": content.content_hash()})


def _moved(one: KeptVersion, state: PromptState, by: str, at: datetime, reason: str) -> KeptVersion:
    content = one.content.model_copy(update={"state": state})
    return replace(one, content=content, decided_by=by, decided_at=at, decided_reason=reason)


def _body(one: KeptVersion, change: str, by: str, reason: str) -> Body:
    return {"change": change, "to": one.state.value, "by": by, "reason": reason, "sha256": one.content.sha256}
