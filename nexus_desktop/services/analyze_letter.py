"""The main story: a letter comes in, is reviewed, analyzed and kept, and every step is told in the audit trail."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from nexus_desktop.models.audit_chain import AuditAct
from nexus_desktop.models.case_models import CaseFacts, Conflict
from nexus_desktop.models.errors import ErrorCategory, NexusError
from nexus_desktop.models.letter_models import (
    ClientFields,
    Decision,
    DeidentifiedText,
    Letter,
    Level,
    PagePicture,
    Replacement,
)
from nexus_desktop.models.ports import CancelFlag, Clock, Progress
from nexus_desktop.models.records import AnalysisLine, AnalysisRecord, LetterRecord
from nexus_desktop.monitoring.structured_logger import Event, correlated, event, failure
from nexus_desktop.services import check_case
from nexus_desktop.services.redaction_tally import review_counts
from nexus_desktop.services.remembered import RememberedDecisions
from nexus_desktop.services.review import Review
from nexus_desktop.services.telling import failures_told, tell_if_possible
from nexus_desktop.services.workbench import Analysis, Preparation, Workbench

if TYPE_CHECKING:
    from nexus_desktop.storage.store import Store

Read = Callable[[DeidentifiedText, tuple[Conflict, ...], Progress, CancelFlag], Analysis]
"""Reads a de-identified text, given its conflicts with the facts of the case; what services.ai_service makes for one
approved request."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What ``analyze`` gives: the record, whether it is in the store, and if not, why."""

    record: AnalysisRecord
    review: dict[str, int | str] = field(repr=False)
    problem: NexusError | None = None
    fallback: NexusError | None = None  # why a service was asked and the embedded engine answered instead
    replacements: tuple[Replacement, ...] = field(default=(), repr=False)  # to show the original beside the text
    conflicts: tuple[Conflict, ...] = ()  # with the facts of the case; shown, and not kept
    sent: bool = False  # whether text was on its way to a service
    to_remember: tuple[Preparation, tuple[Decision, ...]] | None = field(default=None, repr=False, compare=False)

    @property
    def kept(self) -> bool:
        return self.problem is None


class AnalyzeLetter:
    """The use case, on an open store."""

    def __init__(self, workbench: Workbench, store: Store, clock: Clock, actor: str) -> None:
        self._workbench, self._store, self._clock = workbench, store, clock
        self.remembered = RememberedDecisions(store)
        self.actor = actor

    def open_file(
        self, path: Path, level: Level, client: ClientFields, progress: Progress, cancelled: CancelFlag
    ) -> Preparation:
        """Read a file and look for identifiers. Raises the ``letter.*`` errors, Cancelled, or a store error."""
        began, correlation_id = perf_counter(), str(uuid.uuid4())
        progress("Reading the letter", 0.1)
        with correlated(correlation_id), failures_told(self._store, "reading", correlation_id):
            letter = self._workbench.read_file(path, progress, cancelled)
            progress("Looking for identifiers", 0.6)
            return self._imported(self._workbench.prepare(letter, level, client, cancelled, correlation_id), began)

    def open_text(
        self, phi_text: str, level: Level, client: ClientFields, progress: Progress, cancelled: CancelFlag
    ) -> Preparation:
        """The same for pasted text."""
        began, correlation_id = perf_counter(), str(uuid.uuid4())
        with correlated(correlation_id), failures_told(self._store, "reading", correlation_id):
            letter = self._workbench.read_pasted(phi_text)
            progress("Looking for identifiers", 0.6)
            return self._imported(self._workbench.prepare(letter, level, client, cancelled, correlation_id), began)

    def _imported(self, preparation: Preparation, began: float) -> Preparation:
        letter = preparation.letter
        self._store.keep_import(
            preparation.correlation_id,
            {
                "kind": letter.kind.value,
                "size": letter.size,
                "pages": letter.pages,
                "characters": len(letter.phi_text),
                "fingerprint": self._store.fingerprint(letter.sha256),
                "parts_found": ", ".join(letter.parts_found),
                "parts_used": ", ".join(letter.parts_used),
            },
        )
        event(
            Event.LETTER_READ,
            kind=letter.kind.value,
            size=letter.size,
            pages=letter.pages or 0,
            milliseconds=1000 * (perf_counter() - began),
        )
        return preparation

    def again(self, preparation: Preparation, level: Level, client: ClientFields, cancelled: CancelFlag) -> Preparation:
        """The same letter at another level or with other client fields."""
        return self._workbench.again(preparation, level, client, cancelled)

    def page(self, path: Path, letter: Letter, page: int, cancelled: CancelFlag) -> PagePicture:
        """A picture of a page of the file that a letter was read from; kept nowhere.

        Raises LetterChanged and the other ``letter.*`` errors, Cancelled.
        """
        return self._workbench.page(path, letter, page, cancelled)

    def seen_before(self, preparation: Preparation) -> str | None:
        """The newest kept analysis of the same file, or None."""
        return self._store.seen_before(preparation.letter.sha256)

    def review(self, preparation: Preparation, earlier: Review | None = None) -> Review:
        """A review to begin with: what was decided before, in this letter or in others of the same client, stands."""
        return Review(preparation, earlier, self.remembered.of(preparation.client))

    def accept_all(self, preparation: Preparation, by: str) -> tuple[Decision, ...]:
        """The decision to remove everything that was found."""
        return self._workbench.accept_all(preparation, by, self._clock())

    def preview(
        self, preparation: Preparation, decisions: Sequence[Decision], cancelled: CancelFlag
    ) -> DeidentifiedText:
        """The text as it would be analyzed. Raises ReviewIncomplete, ReviewMismatch, ResidualIdentifier, Cancelled."""
        return self._workbench.deidentify(preparation, decisions, cancelled)

    def analyze(
        self,
        preparation: Preparation,
        decisions: Sequence[Decision],
        progress: Progress,
        cancelled: CancelFlag,
        facts: CaseFacts | None = None,
        read: Read | None = None,
        matter_id: str | None = None,
    ) -> Outcome:
        """Apply the decisions, analyze, keep. A store that fails costs the keeping, never the analysis in hand.

        ``facts``: those of the case, checked against the letter; they are not kept with it, and no service gets them.
        ``read`` is what reads the de-identified text in place of the embedded engine. ``matter_id``: the matter that
        letter and analysis are kept in.
        """
        told = failures_told(self._store, "analyzing", preparation.correlation_id)
        with correlated(preparation.correlation_id), told:
            progress("Removing identifiers", 0.1)
            text = self._workbench.deidentify(preparation, decisions, cancelled)
            review = review_counts(preparation, decisions)
            removed, kept_in = int(review["redacted"]), int(review["kept"])
            event(Event.LETTER_REVIEWED, level=preparation.level.value, count=removed, kept=kept_in)
            conflicts = check_case.conflicts(preparation.letter.phi_text, text, facts)
            if read is not None:
                analysis = self._workbench.as_legible(read(text, conflicts, progress, cancelled), preparation.letter)
            else:
                progress("Reading the letter by the rubric", 0.4)
                analysis = self._workbench.analyze(text, cancelled, conflicts, preparation.letter)
            record = self._record(preparation, analysis, matter_id)
            progress("Saving", 0.9)
            kept = (preparation, tuple(decisions))
            return self.keep(
                Outcome(record, review, None, analysis.problem, text.replacements, conflicts, analysis.sent, kept)
            )

    def keep(self, outcome: Outcome) -> Outcome:
        """Save an outcome, again if it failed before. The problem, if any, is in what is returned."""
        record = outcome.record
        with correlated(record.correlation_id):  # saving again is a job of its own
            try:
                self._store.keep_analysis(record, outcome.review, _told(outcome))
            except NexusError as error:
                if error.category is not ErrorCategory.DATABASE:
                    raise
                failure(error)
                return replace(outcome, problem=error)
            event(
                Event.ANALYSIS_KEPT,
                analysis_id=record.id,
                status=record.validation.status.value,
                confidence=round(100 * record.result.confidence),
            )
        self._remember(outcome)
        return replace(outcome, problem=None, to_remember=None)

    def _remember(self, outcome: Outcome) -> None:
        """Keep the person's decisions for the next letter; that this fails is logged, and costs nothing kept."""
        if outcome.to_remember is None:
            return
        preparation, decisions = outcome.to_remember
        try:
            self.remembered.remember(preparation.letter.phi_text, preparation.client, decisions, self.actor)
        except NexusError as error:
            failure(error)

    def now(self) -> datetime:
        """The time, by the clock of the program."""
        return self._clock()

    def newest(
        self, limit: int, before: AnalysisLine | None = None, matter_id: str | None = None
    ) -> list[AnalysisLine]:
        """A page of kept analyses, of one matter or all, newest first."""
        return self._store.analyses(limit, before, matter_id)

    def show(self, analysis_id: str) -> AnalysisRecord:
        """A kept analysis, and that it was looked at. Raises RecordNotFound, AnalysisInvalid."""
        record = self._store.analysis(analysis_id)
        tell_if_possible(self._store, AuditAct.ANALYSIS_VIEWED, record.id, {"correlation_id": record.correlation_id})
        return record

    def kept_record(self, analysis_id: str) -> AnalysisRecord:
        """The same for the program itself, where nobody looks at it."""
        return self._store.analysis(analysis_id)

    def _record(self, preparation: Preparation, analysis: Analysis, matter_id: str | None) -> AnalysisRecord:
        now = self._clock()
        letter = LetterRecord(
            id=str(uuid.uuid4()),
            fingerprint=self._store.fingerprint(preparation.letter.sha256),
            kind=preparation.letter.kind,
            level=preparation.level,
            text=analysis.text.text,
            redactions=analysis.text.counts(),
            pages=preparation.letter.pages,
            created_at=now,
            matter_id=matter_id,
        )
        return AnalysisRecord(
            id=str(uuid.uuid4()),
            correlation_id=preparation.correlation_id,
            created_at=now,
            engine=analysis.engine,
            engine_version=analysis.engine_version,
            prompt_version=analysis.prompt_version,
            asked=analysis.asked,
            letter=letter,
            validation=analysis.validation,
            result=analysis.result,
        )


def _told(outcome: Outcome) -> dict[str, str | int | float | None]:
    record, fallback = outcome.record, outcome.fallback
    instead = {} if fallback is None else {"service_failed": fallback.code}
    return instead | {
        "correlation_id": record.correlation_id,
        "letter_id": record.letter.id,
        "matter_id": record.letter.matter_id,
        "engine": record.engine,
        "engine_version": record.engine_version,
        "prompt_version": record.prompt_version,
        "strength": record.result.compliance.strength.value,
        "overall_score": record.result.overall_score,
        "confidence": record.result.confidence,
        "validation_status": record.validation.status.value,
    }
