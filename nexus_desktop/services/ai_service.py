"""Analysis by a service, from a reviewed letter to a checked result: draft, review of the bytes, send, parse, score.

The review stands between two jobs: ``draft`` makes the exact bytes and sends nothing; a person looks at them;
``reader`` sends them. Breaker outside, retries inside it, the gate inside both. Whatever fails, the rubric engine
answers at once, and the analysis says so.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from threading import Event as Flag
from time import perf_counter
from typing import TYPE_CHECKING, Any, Final

from nexus_desktop.analysis.wire_schema import wire_schema
from nexus_desktop.models import errors
from nexus_desktop.models.errors import Cancelled, NexusError
from nexus_desktop.models.prompt_models import AGAIN, ANALYSIS, PromptVersion
from nexus_desktop.models.service_models import (
    Approval,
    Draft,
    RawAnswer,
    ResilienceRules,
    ReviewOfBytes,
    ServiceProfile,
)
from nexus_desktop.models.validation import Validation, ValidationStatus
from nexus_desktop.monitoring.structured_logger import Event, event, failure
from nexus_desktop.prompts.rendering import asked_again, render
from nexus_desktop.services import gate
from nexus_desktop.services.prompt_asked import how_asked
from nexus_desktop.services.workbench import Analysis, Workbench

if TYPE_CHECKING:
    from nexus_desktop.analysis.answer_meaning import CitationCheck
    from nexus_desktop.models.answer_models import ParsedAnswer
    from nexus_desktop.models.audit_chain import Body
    from nexus_desktop.models.authority_models import Authority
    from nexus_desktop.models.case_models import Conflict
    from nexus_desktop.models.letter_models import DeidentifiedText
    from nexus_desktop.models.ports import CancelFlag, Clock, Progress
    from nexus_desktop.models.rubric_models import Rubric
    from nexus_desktop.monitoring.service_breaker import Breakers
    from nexus_desktop.prompts.prompt_manager import PromptSource
    from nexus_desktop.services.ai_retry import Retries
    from nexus_desktop.services.analyze_letter import Read
    from nexus_desktop.services.gate import GatePasses, Residual
    from nexus_desktop.services.profiles import Profiles

ENGINE: Final = "service"
_ASKED_AGAIN_FOR: Final = frozenset(
    {
        "missing", "not_given", "duplicate", "enum", "range", "whole_number", "text", "yes_no", "list", "object",
        "too_long", "placeholder", "level_of_item", "debris",
    }
)  # fmt: skip
"""Errors of value, which a second asking can mend; not a cut, and not a quote that does not stand in the letter."""
_USUAL_CHARACTERS: Final = 9000  # of an answer; for the progress bar alone


@dataclass(frozen=True, slots=True)
class AiParts:
    """What the service needs of the program."""

    profiles: Profiles
    passes: GatePasses
    prompts: PromptSource
    rubric: Callable[[], Rubric]
    authorities: Mapping[str, Authority]
    workbench: Workbench
    rules: ResilienceRules
    breakers: Breakers
    retries: Retries
    clock: Clock
    actor: str
    citations: CitationCheck | None = None


@dataclass(frozen=True, slots=True)
class _Turn:
    """The request whose answer counts, that answer, and every answer that was paid for."""

    draft: Draft
    parsed: ParsedAnswer
    answers: tuple[RawAnswer, ...]


@dataclass(frozen=True, slots=True)
class _Reading:
    """One letter on its way; ``sent`` is set once text may have left."""

    draft: Draft
    approval: Approval
    residual: Residual
    correlation_id: str
    progress: Progress
    cancelled: CancelFlag
    sent: Flag = field(default_factory=Flag)


class AiService:
    """The use case."""

    def __init__(self, parts: AiParts) -> None:
        self._parts = parts

    @property
    def in_use(self) -> ServiceProfile | None:
        """The service letters go to; None where the work is offline."""
        return self._parts.profiles.settings().in_use

    def draft(self, text: DeidentifiedText, key: str = "") -> Draft:
        """The exact bytes that would be sent about a letter. Sends nothing, opens no socket. ``key`` names an earlier
        request about it, so that a service can tell a repeated one.

        Raises ServiceOffline, ServiceNotSetUp, ServicePromptMissing.
        """
        version = self._parts.prompts.in_force(ANALYSIS, text.sha256)
        return self._drafted(version, text, key, on_trial=False)

    def draft_on_trial(self, version: PromptVersion, text: DeidentifiedText) -> Draft:
        """The same about an invented letter, with a version that need not be in force: for a test of it."""
        return self._drafted(version, text, "", on_trial=True)

    def _drafted(self, version: PromptVersion | None, text: DeidentifiedText, key: str, *, on_trial: bool) -> Draft:
        settings = self._parts.profiles.settings()
        if settings.offline:
            raise errors.ServiceOffline
        profile = settings.in_use
        if profile is None:
            raise errors.ServiceNotSetUp
        from nexus_desktop.analysis import ai_analyzer  # loads the library

        prompt = render(version, text, self._parts.rubric(), self._parts.authorities, on_trial=on_trial)
        return ai_analyzer.build(prompt, profile, key or str(uuid.uuid4()))

    def needs_review(self, draft: Draft) -> bool:
        """Whether a person has to see these bytes before they leave."""
        if draft.profile.review is ReviewOfBytes.ALWAYS:
            return True
        return shown_as(draft) not in self._parts.profiles.settings().shown

    def approve(self, draft: Draft, by: str = "") -> Approval:
        """The approval of someone who has seen the bytes, or whom the profile spares it after the first time."""
        approval = Approval(draft.sha256, by or self._parts.actor, self._parts.clock())
        if draft.profile.review is ReviewOfBytes.FIRST:
            self._parts.profiles.remember_shown(shown_as(draft))
        return approval

    def reader(self, draft: Draft, approval: Approval, residual: Residual, correlation_id: str) -> Read:
        """What reads one letter through the service, and through the rubric engine where that fails.

        Give it to AnalyzeLetter.analyze. It raises Cancelled, and AnalysisInvalid as the rubric engine does.
        """

        def read(
            text: DeidentifiedText, conflicts: tuple[Conflict, ...], progress: Progress, cancelled: CancelFlag
        ) -> Analysis:
            one = _Reading(draft, approval, residual, correlation_id, progress, cancelled)
            try:
                if text.sha256 != draft.prompt.letter.sha256:
                    raise errors.ServiceRequestChanged
                return self._read(one, conflicts)
            except Cancelled:
                raise
            except NexusError as error:
                failure(error)
                progress("The service did not answer; reading by the rubric on this machine", 0.8)
                read_here = self._parts.workbench.analyze(text, cancelled, conflicts)
                return replace(read_here, problem=error, sent=one.sent.is_set())

        return read

    def ask(
        self,
        draft: Draft,
        approval: Approval,
        residual: Residual,
        correlation_id: str,
        progress: Progress,
        cancelled: CancelFlag,
    ) -> Analysis:
        """Send, check, score, with nothing to fall back on. Raises the ``service.*`` errors, AnalysisInvalid,
        Cancelled."""
        return self._read(_Reading(draft, approval, residual, correlation_id, progress, cancelled), ())

    # --- inside -------------------------------------------------------------------------------------------------

    def _read(self, one: _Reading, conflicts: tuple[Conflict, ...]) -> Analysis:
        draft, approval, progress = one.draft, one.approval, one.progress
        # Our own refusals are none of the breaker's business.
        gate.check(draft, approval, one.residual, self._parts.passes)
        began = perf_counter()
        asked = self._asking(one)
        progress(f"Sending to {draft.profile.title}", 0.2)
        text, first = draft.prompt.letter, asked(draft, approval)
        turn = _Turn(draft, self._parsed(first, text), (first,))
        if self._parts.rules.asks_again and _worth_asking_again(turn.parsed):
            turn = self._second(turn, approval, asked)
        parsed = turn.parsed
        if parsed.data is None or not parsed.evidence:  # what quotes no word of the letter is not about the letter
            raise errors.ServiceAnswerUnusable(problems=max(1, len(parsed.errors)))
        progress("Checking every quote", 0.85)
        result = self._parts.workbench.score(self._parts.rubric(), parsed, text, conflicts, one.cancelled)
        milliseconds = 1000 * (perf_counter() - began)
        event(
            Event.LETTER_ANALYZED,
            engine=ENGINE,
            score=result.overall_score,
            status=parsed.status.value,
            characters=len(text.text),
            milliseconds=milliseconds,
        )
        price = self._parts.passes.ledger.price(draft.profile)
        experiment = self._parts.prompts.under_comparison(draft.prompt.prompt_id)
        return Analysis(
            text=text,
            result=result,
            validation=Validation(status=parsed.status, problems=parsed.errors[:1000]),
            engine=ENGINE,
            engine_version=f"{draft.profile.host}: {turn.answers[-1].model}"[:100],
            prompt_version=f"{draft.prompt.prompt_id} {draft.prompt.version}",
            sent=True,
            asked=how_asked(turn.draft, turn.answers, parsed, result, price, milliseconds, experiment),
        )

    def _asking(self, reading: _Reading) -> Callable[[Draft, Approval], RawAnswer]:
        """What sends a request: the breaker outside, retries inside it, the gate inside both."""
        parts, progress, cancelled = self._parts, reading.progress, reading.cancelled
        name = reading.draft.profile.title

        def on_its_way(subject: str, body: Body) -> None:
            parts.passes.tell(subject, body)
            reading.sent.set()

        passes = replace(parts.passes, tell=on_its_way)

        def told(characters: int) -> None:
            progress(f"{name} answers", 0.2 + 0.6 * min(1.0, characters / _USUAL_CHARACTERS))

        def once(one: Draft, permission: Approval) -> Callable[[float], RawAnswer]:
            def work(seconds: float) -> RawAnswer:
                limited = replace(one, profile=one.profile.model_copy(update={"total_seconds": seconds}))
                correlation_id = reading.correlation_id
                return gate.send(limited, permission, reading.residual, passes, correlation_id, told, cancelled)

            return work

        def asked(one: Draft, permission: Approval) -> RawAnswer:
            return parts.breakers.of(one.profile.id).call(
                lambda: parts.retries.run(
                    once(one, permission), one.profile, cancelled, lambda words: progress(words, 0.2)
                ),
                cancelled,
            )

        return asked

    def _second(self, turn: _Turn, approval: Approval, asked: Callable[[Draft, Approval], RawAnswer]) -> _Turn:
        """Ask once more, naming the fields that broke a rule; keep the better of the two answers."""
        from nexus_desktop.analysis import ai_analyzer

        draft = turn.draft
        try:
            words = asked_again(draft.prompt, turn.parsed.errors, self._parts.prompts.in_force(AGAIN))
            again = ai_analyzer.build(words, draft.profile, str(uuid.uuid4()))
            second = asked(again, gate.carried_over(approval, draft, again))
        except Cancelled:
            raise
        except NexusError as error:
            failure(error)
            return turn
        better = self._parsed(second, draft.prompt.letter)
        answers = (*turn.answers, second)
        if _rank(better) > _rank(turn.parsed):
            return _Turn(again, better, answers)
        return _Turn(draft, turn.parsed, answers)

    def _parsed(self, raw: RawAnswer, text: DeidentifiedText) -> ParsedAnswer:
        from nexus_desktop.analysis.answer_parser import parse_answer

        return parse_answer(raw.text, text, citations=self._parts.citations)


def answer_schema() -> dict[str, Any]:
    """The JSON schema of what a service is asked to answer."""
    return wire_schema()


def shown_as(draft: Draft) -> str:
    """What a person has seen once: this destination, model and prompt."""
    return f"{draft.profile.address} {draft.profile.model} {draft.prompt.sha256[:16]}"


def _worth_asking_again(parsed: ParsedAnswer) -> bool:
    if parsed.status is ValidationStatus.FAILED:
        return parsed.errors[0].rule in ("nothing_said", "no_answer", "two_answers", "schema_echo")
    return any(problem.rule in _ASKED_AGAIN_FOR for problem in parsed.errors)


def _rank(parsed: ParsedAnswer) -> tuple[bool, float, int]:
    return parsed.data is not None, parsed.confidence, -len(parsed.errors)
