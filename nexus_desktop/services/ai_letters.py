"""Letters through a service: draft, analyze, and send later what a failing service could not answer."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from nexus_desktop.models import errors
from nexus_desktop.models.errors import RecordNotFound
from nexus_desktop.models.errors.service import ServiceFailure
from nexus_desktop.models.letter_models import ClientFields, Decision, DeidentifiedText
from nexus_desktop.services.ai_queue import Waiting, WaitingLetters
from nexus_desktop.services.analyze_letter import AnalyzeLetter, Outcome

if TYPE_CHECKING:
    from nexus_desktop.models.case_models import CaseFacts
    from nexus_desktop.models.ports import CancelFlag, Progress
    from nexus_desktop.models.records import AnalysisRecord
    from nexus_desktop.models.service_models import Approval, Draft
    from nexus_desktop.services.ai_service import AiService
    from nexus_desktop.services.gate import Residual
    from nexus_desktop.services.workbench import Preparation, Workbench

_WAITS: Final = (
    ServiceFailure,
    errors.ServiceKeyMissing,
    errors.ServiceKeyRefused,
    errors.ServiceForbidden,
    errors.ServiceModelUnknown,
    errors.ServiceQuotaUsed,
    errors.ServiceLimitReached,
    errors.ServiceNotSecure,
    errors.ServiceProxyRefused,
)
"""Failures after which the same letter can be sent later: an outage, or a setting that another one mends."""


class LettersByService:
    """The use case, on an open store."""

    def __init__(self, letters: AnalyzeLetter, service: AiService, workbench: Workbench, queue: WaitingLetters) -> None:
        self._letters, self.service = letters, service
        self._workbench, self._queue = workbench, queue

    def draft(self, preparation: Preparation, decisions: Sequence[Decision], cancelled: CancelFlag) -> Draft:
        """The exact bytes about a reviewed letter, to be shown to a person. Nothing is sent.

        Raises ReviewIncomplete, ReviewMismatch, ResidualIdentifier, ServiceOffline, ServiceNotSetUp, Cancelled.
        """
        return self.service.draft(self._letters.preview(preparation, decisions, cancelled))

    def analyze(
        self,
        preparation: Preparation,
        decisions: Sequence[Decision],
        draft: Draft,
        approval: Approval,
        progress: Progress,
        cancelled: CancelFlag,
        facts: CaseFacts | None = None,
        matter_id: str | None = None,
    ) -> Outcome:
        """Send, check, score, keep. Where the service fails, the rubric engine answers, the outcome says why in
        ``fallback``, and the letter waits to be sent later. ``facts`` are checked on this machine; no service is told
        of them. ``matter_id``: the matter it is kept in. Raises Cancelled."""
        kept = [one for one in decisions if not one.redact]
        residual = self._residual(preparation.client, kept)
        read = self.service.reader(draft, approval, residual, preparation.correlation_id)
        outcome = self._letters.analyze(preparation, decisions, progress, cancelled, facts, read, matter_id)
        if isinstance(outcome.fallback, _WAITS) and outcome.kept:
            text = draft.prompt.letter
            left_in = self._workbench.left_in(text, text.text, ClientFields()) if kept else ()
            self._queue.add(Waiting(analysis_id=outcome.record.id, key=draft.key, left_in=left_in))
        return outcome

    # --- later --------------------------------------------------------------------------------------------------

    def waiting(self) -> tuple[str, ...]:
        """Ids of the kept analyses whose letters wait to be sent, oldest first."""
        return tuple(one.analysis_id for one in self._queue.all())

    def draft_waiting(self, analysis_id: str) -> Draft:
        """The exact bytes about a letter that waits. Raises RecordNotFound, ServiceOffline, ServiceNotSetUp."""
        waits = self._queue.get(analysis_id)
        if waits is None:
            raise RecordNotFound
        try:
            record = self._letters.show(analysis_id)
        except RecordNotFound:  # deleted meanwhile, and so it waits no more
            self._queue.remove(analysis_id)
            raise
        return self.service.draft(self._text(record), waits.key)

    def send_waiting(
        self, analysis_id: str, draft: Draft, approval: Approval, progress: Progress, cancelled: CancelFlag
    ) -> Outcome:
        """Send a letter that waits, and keep the answer as an analysis of its own. It leaves the queue only once the
        answer is kept. Raises the failure where the service fails again, RecordNotFound, Cancelled."""
        waits = self._queue.get(analysis_id)
        if waits is None:
            raise RecordNotFound
        earlier = self._letters.kept_record(analysis_id)
        allowed = set(waits.left_in)

        def residual(text: DeidentifiedText, as_sent: str) -> int:
            return len(set(self._workbench.left_in(text, as_sent, ClientFields())) - allowed)

        read = self.service.reader(draft, approval, residual, earlier.correlation_id)
        analysis = read(self._text(earlier), (), progress, cancelled)
        if analysis.problem is not None:
            raise analysis.problem
        record = replace(
            earlier,
            id=str(uuid.uuid4()),
            engine=analysis.engine,
            engine_version=analysis.engine_version,
            prompt_version=analysis.prompt_version,
            asked=analysis.asked,
            created_at=self._letters.now(),
            letter=replace(earlier.letter, id=str(uuid.uuid4())),
            validation=analysis.validation,
            result=analysis.result,
        )
        outcome = self._letters.keep(Outcome(record, {"sent_later": True, "earlier": analysis_id}))
        if outcome.kept:
            self._queue.remove(analysis_id)
        return outcome

    def drop(self, analysis_id: str) -> None:
        """Do not send a letter after all; its offline analysis stays."""
        self._queue.remove(analysis_id)

    def _text(self, record: AnalysisRecord) -> DeidentifiedText:
        return self._workbench.kept_again(record.letter.text, record.letter.level, record.result.facts)

    def _residual(self, client: ClientFields, kept: Sequence[Decision]) -> Residual:
        return lambda text, as_sent: len(self._workbench.left_in(text, as_sent, client, kept))


def in_words(outcome: Outcome) -> str:
    """What a result says where a service was asked and the rubric engine answered; else nothing."""
    if outcome.fallback is None:
        return ""
    left = (
        "The redacted letter may have reached the service; the audit trail tells of it."
        if outcome.sent
        else "Nothing was sent."
    )
    return f"Read by the rubric engine on this machine. {outcome.fallback.sentence} {left}"
