"""The gate: ``send`` is the one function through which a letter can leave this machine. A test counts its callers.

It takes a draft, whose prompt can only be made of de-identified text, and an approval of exactly its bytes. Before the
first byte leaves it checks, in this order and each time: the switch, what the firm allows, the address, the approval,
that the bytes say what the prompt says and nothing else, that no identifier is left in them, and the month's limit;
then it writes destination, size, hash, model and prompt into the audit trail. If any of this fails, nothing is sent and
no socket is opened.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from nexus_desktop.models import errors
from nexus_desktop.models.letter_models import DeidentifiedText
from nexus_desktop.models.service_models import (
    Approval,
    Draft,
    RawAnswer,
    ServiceKind,
    ServiceProfile,
    ServiceSettings,
    Usage,
)
from nexus_desktop.monitoring.structured_logger import Event, event

if TYPE_CHECKING:
    from nexus_desktop.models.audit_chain import Body
    from nexus_desktop.models.ports import CancelFlag
    from nexus_desktop.runtime.key_service import ServiceKeys
    from nexus_desktop.services.usage import UsageLedger

Residual = Callable[[DeidentifiedText, str], int]
"""How many places of a text, which is the letter as it stands in the bytes, still look like identifiers."""

_WORKED: Final = (
    errors.ServiceTooSlow,
    errors.ServiceConnectionLost,
    errors.ServiceCutShort,
    errors.ServiceFiltered,
    errors.ServiceRefused,
    errors.ServiceAnswerEmpty,
    errors.ServiceAnswerTooLarge,
)
"""Failures after which the service may ask for money all the same: it had the text and went to work."""

NO_KEY: Final = "none"
"""Sent where a service on this machine wants no key; the library insists on one."""


@dataclass(frozen=True, slots=True)
class GatePasses:
    """What the gate asks, and whom it tells."""

    settings: Callable[[], ServiceSettings]
    keys: ServiceKeys
    ledger: UsageLedger
    tell: Callable[[str, Body], None]  # correlation id and what the audit trail says
    most_answer_bytes: int
    check_host: Callable[[str], None]  # raises LockedByFirm for an address that the firm does not allow


def send(
    draft: Draft,
    approval: Approval,
    residual: Residual,
    passes: GatePasses,
    correlation_id: str,
    told: Callable[[int], None],
    cancelled: CancelFlag,
) -> RawAnswer:
    """Send reviewed bytes once. Raises the ``service.*`` errors, ServiceKeyMissing, KeyringLocked, Cancelled, and what
    telling the audit trail raises: what cannot be told is not sent."""
    check(draft, approval, residual, passes)
    profile = draft.profile
    api_key = passes.keys.use(profile.id) if profile.needs_key else NO_KEY
    passes.ledger.reserve(draft)
    try:
        if cancelled.is_set():
            raise errors.Cancelled
        passes.tell(correlation_id, told_of(draft, approval))
        from nexus_desktop.analysis import ai_analyzer  # loads the library: 0.6 s, and only where something is sent

        answer = ai_analyzer.send(draft, api_key, passes.most_answer_bytes, told, cancelled)
    except _WORKED:
        _billed(passes.ledger.keep(draft, None), draft)
        raise
    else:
        _billed(passes.ledger.keep(draft, answer), draft)
    finally:
        passes.ledger.release(draft)  # only once it is recorded: in between, another request could pass the limit
    return answer


def _billed(usage: Usage, draft: Draft) -> None:
    tokens, microdollars = usage.tokens_in + usage.tokens_out, round(usage.usd * 1_000_000)
    kind = draft.profile.kind.value
    event(Event.SERVICE_ASKED, kind=kind, size=len(draft.body), tokens=tokens, microdollars=microdollars)


def models(profile: ServiceProfile, api_key: str, most_bytes: int, cancelled: CancelFlag) -> tuple[str, ...]:
    """Which models a service offers; no text is sent. The caller asks the switch. Raises as ``send`` does."""
    from nexus_desktop.analysis import ai_analyzer  # loads the library

    return ai_analyzer.models(profile, api_key, most_bytes, cancelled)


def check(draft: Draft, approval: Approval, residual: Residual, passes: GatePasses) -> None:
    """Raise what speaks against sending; see the order above."""
    settings = passes.settings()
    if settings.offline:
        raise errors.ServiceOffline
    known = settings.profile(draft.profile.id)
    if known is None:
        raise errors.ServiceNotSetUp
    passes.check_host(known.host)
    if known.address != draft.profile.address or not _inside(draft):
        raise errors.ServiceDestinationRefused
    if approval.sha256 != draft.sha256 or not approval.by:
        raise errors.ServiceNotReviewed
    left = residual(draft.prompt.letter, letter_in(draft))
    if left:
        raise errors.ServiceIdentifierLeft(left=left)


def _inside(draft: Draft) -> bool:
    """Whether the built address is the one of the profile."""
    built, wanted = urlsplit(draft.url), urlsplit(draft.profile.address)
    base = wanted.path.rstrip("/")
    if draft.profile.kind is ServiceKind.AZURE:
        base += "/openai/deployments"
    same = (built.scheme, built.netloc) == (wanted.scheme, wanted.netloc)
    return same and built.path.startswith(f"{base}/") and built.path.endswith("/chat/completions")


def letter_in(draft: Draft) -> str:
    """The letter as it stands in the bytes themselves. Raises ServiceRequestChanged where the bytes say anything else
    than the prompt does, or the letter in them is not the reviewed one."""
    try:
        body: dict[str, Any] = json.loads(draft.body)
        messages = body["messages"]
    except (ValueError, KeyError, TypeError):
        raise errors.ServiceRequestChanged from None
    if messages != draft.prompt.messages() or body.get("model") != draft.profile.model or body.get("tools"):
        raise errors.ServiceRequestChanged
    fence = f"\n{draft.prompt.fence}\n"
    before, _, rest = str(messages[1]["content"]).partition(fence)
    letter, _, after = rest.rpartition(fence)
    text = draft.prompt.letter.text
    if letter != text or draft.prompt.fence in text or not before or not after:
        raise errors.ServiceRequestChanged
    return letter


def told_of(draft: Draft, approval: Approval) -> dict[str, str | int]:
    """What the audit trail tells of a sending: everything but the text."""
    return {
        "destination": draft.profile.host,
        "service": draft.profile.id,
        "model": draft.profile.model,
        "prompt": draft.prompt.prompt_id,
        "prompt_version": draft.prompt.version,
        "prompt_sha256": draft.prompt.sha256,
        "size": len(draft.body),
        "sha256": draft.sha256,
        "request": draft.key,
        "reviewed_by": approval.by,
        "reviewed_at": approval.at.isoformat(timespec="seconds"),
        "agreement": draft.profile.agreement or "",
    }


def carried_over(approval: Approval, draft: Draft, again: Draft) -> Approval:
    """The approval of a request that asks once more: the reviewed one, with names of fields added by our own words.

    Raises ServiceRequestChanged where anything else differs.
    """
    same = (again.prompt.system, again.prompt.user, again.prompt.letter, again.url, again.profile.model)
    reviewed = (draft.prompt.system, draft.prompt.user, draft.prompt.letter, draft.url, draft.profile.model)
    if same != reviewed or approval.sha256 != draft.sha256 or not again.prompt.again:
        raise errors.ServiceRequestChanged
    return Approval(again.sha256, approval.by, approval.at)
