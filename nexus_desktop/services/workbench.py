"""The steps from a file to a checked result, with nothing kept: what window, command line and batch all run.

The person stands between two jobs. ``prepare`` ends with findings; decisions are made with nothing running; then
``deidentify`` and ``analyze`` go on. No step waits for an answer.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from threading import Event as Flag
from time import perf_counter
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from nexus_desktop.analysis import grounding
from nexus_desktop.analysis.labels import labels_of
from nexus_desktop.letters import reader
from nexus_desktop.models.errors import AnalysisInvalid, NexusError, ResidualIdentifier
from nexus_desktop.models.letter_models import (
    ClientFields,
    Decision,
    DeidentifiedText,
    Finding,
    Letter,
    Level,
    PagePicture,
    Verdict,
)
from nexus_desktop.models.policy_models import NO_POLICY, PolicyInForce
from nexus_desktop.models.ports import CancelFlag, Guard, Progress, stop_if, unguarded
from nexus_desktop.models.validation import Validation, ValidationStatus, problems_of
from nexus_desktop.monitoring.structured_logger import Event, correlated, event
from nexus_desktop.services import scanned_words
from nexus_desktop.services.late import Late

if TYPE_CHECKING:  # both take time to load: word lists and scrubadub, several hundred patterns
    from nexus_desktop.analysis.rubric.engine import RubricEngine
    from nexus_desktop.models.analysis_models import NexusAnalysisResult, StatedOpinion
    from nexus_desktop.models.answer_models import ParsedAnswer
    from nexus_desktop.models.case_models import Conflict
    from nexus_desktop.models.derived_facts import DerivedFacts
    from nexus_desktop.models.prompt_records import PromptAsked
    from nexus_desktop.models.rubric_models import Bands, Rubric
    from nexus_desktop.models.settings_models import Limits
    from nexus_desktop.security.phi_deidentifier import PhiDeidentifier
    from nexus_desktop.services.long_letters import LongLetters

# What the detectors of security.detectors.tagged and tagged_numbers are called, which load late.
_TAGGER, _NUMBER_TAGGER = "tagger", "tagger of numbers"


@dataclass(frozen=True, slots=True)
class Preparation:
    """A letter ready for review: what was read, and what the detectors found at a level. Holds PHI."""

    correlation_id: str
    letter: Letter = field(repr=False)
    level: Level
    client: ClientFields
    findings: tuple[Finding, ...] = field(repr=False)

    def asked(self) -> int:
        """How many findings a person has to decide."""
        return sum(finding.verdict is Verdict.ASK for finding in self.findings)


@dataclass(frozen=True, slots=True)
class Analysis:
    """A checked result of one text."""

    text: DeidentifiedText = field(repr=False)
    result: NexusAnalysisResult
    validation: Validation
    engine: str
    engine_version: str
    prompt_version: str | None = None
    problem: NexusError | None = None  # why a service was asked and the embedded engine answered instead
    asked: PromptAsked | None = field(default=None, repr=False)  # how, where a service was asked and answered
    sent: bool = False  # whether text was on its way to a service


class Workbench:
    """The steps in order. Detectors and engine are loaded in the job that first needs them.

    With ``long_letters``, what it takes is searched and analyzed in a child process; the window needs that.
    """

    def __init__(
        self,
        limits: Limits,
        load_deidentifier: Callable[[], PhiDeidentifier],
        load_engine: Callable[[], RubricEngine],
        bands: Callable[[], Bands],
        long_letters: LongLetters | None = None,
        firm: PolicyInForce = NO_POLICY,
        *,
        scans: Guard | None = unguarded,
    ) -> None:
        """``bands``: from which points a strength begins. ``scans``: through what pictures of pages are read; None:
        they are not."""
        self._bands = bands
        self._limits, self._firm, self._scans = limits, firm, scans
        self._long_letters = long_letters
        self._deidentifier, self._engine = Late(load_deidentifier), Late(load_engine)

    def read_file(self, path: Path, progress: Progress, cancelled: CancelFlag) -> Letter:
        """A file as a letter. Raises the ``letter.*`` errors and Cancelled."""
        return reader.read_file(path, self._limits, progress, cancelled, self._scans)

    def read_pasted(self, phi_text: str) -> Letter:
        """Pasted text as a letter. Raises LetterEmpty, LetterTooLong."""
        return reader.read_pasted(phi_text, self._limits)

    def prepare(
        self, letter: Letter, level: Level, client: ClientFields, cancelled: CancelFlag, correlation_id: str = ""
    ) -> Preparation:
        """Look for identifiers. Raises Cancelled, and LevelLocked for a level that the firm does not allow."""
        preparation = Preparation(correlation_id or str(uuid.uuid4()), letter, level, client, ())
        return self.again(preparation, level, client, cancelled)

    def again(self, preparation: Preparation, level: Level, client: ClientFields, cancelled: CancelFlag) -> Preparation:
        """The same letter at another level or with other client fields. Raises as ``prepare``."""
        self._firm.check_level(level)
        began = perf_counter()
        with correlated(preparation.correlation_id):
            phi_text, elsewhere = preparation.letter.phi_text, self._elsewhere(preparation.letter.phi_text)
            if elsewhere is not None:
                findings = elsewhere.find(phi_text, level, client, cancelled)
            else:
                findings = self._deidentifier.get().find(phi_text, level, client)
            stop_if(cancelled)
            prepared = replace(preparation, level=level, client=client, findings=findings)
            event(
                Event.LETTER_SCANNED,
                level=level.value,
                count=len(findings),
                asked=prepared.asked(),
                characters=len(prepared.letter.phi_text),
                milliseconds=1000 * (perf_counter() - began),
            )
            return prepared

    def deidentify(
        self, preparation: Preparation, decisions: Sequence[Decision], cancelled: CancelFlag | None = None
    ) -> DeidentifiedText:
        """Apply the decisions. Raises ReviewIncomplete, ReviewMismatch, and ResidualIdentifier where something that was
        taken out, or that the attorney said about the client, still shows elsewhere; Cancelled."""
        phi_text, level, client = preparation.letter.phi_text, preparation.level, preparation.client
        elsewhere = self._elsewhere(phi_text)
        if elsewhere is not None:
            text, left = elsewhere.redact(phi_text, level, client, preparation.findings, decisions, cancelled or Flag())
        else:
            text = self._deidentifier.get().apply(phi_text, level, preparation.findings, decisions)
            kept = [one for one in decisions if not one.redact]
            left = len(self._deidentifier.get().residual(text, client, kept))
        if left:
            raise ResidualIdentifier(left=left)
        return text

    def left_in(
        self, text: DeidentifiedText, as_sent: str, client: ClientFields, kept: Sequence[Decision] = ()
    ) -> tuple[tuple[int, int], ...]:
        """The places of a text that is about to leave that still look like identifiers, but for what was decided.

        Raises LongLetterStopped.
        """
        elsewhere = self._elsewhere(as_sent)
        if elsewhere is not None:
            return elsewhere.leftover(text, as_sent, client, kept)
        return self._deidentifier.get().leftover(text, as_sent, client, kept)

    def identifiers(self, text: str, level: Level, client: ClientFields) -> tuple[Finding, ...]:
        """What of a short text of our own or the firm's, such as a prompt, looks like an identifier. What the tagger
        merely suspects does not count, nor any number that only it finds: it knows letters, and this is none.

        Raises LongLetterStopped.
        """
        elsewhere = self._elsewhere(text)
        if elsewhere is not None:
            found = elsewhere.find(text, level, client, Flag())
        else:
            found = self._deidentifier.get().find(text, level, client)
        sure = (one for one in found if one.verdict is Verdict.REDACT or one.detector != _TAGGER)
        return tuple(one for one in sure if one.detector != _NUMBER_TAGGER)

    def kept_again(self, text: str, level: Level, facts: DerivedFacts) -> DeidentifiedText:
        """The text of a kept analysis, to be sent later."""
        return self._deidentifier.get().kept_again(text, level, facts)

    def score(
        self,
        rubric: Rubric,
        parsed: ParsedAnswer,
        text: DeidentifiedText,
        conflicts: tuple[Conflict, ...],
        cancelled: CancelFlag,
    ) -> NexusAnalysisResult:
        """A service's answer as a result, by the embedded engine's rules. Raises Cancelled, AnalysisInvalid."""
        stop_if(cancelled)
        elsewhere = self._elsewhere(text.text)
        if elsewhere is not None:
            return elsewhere.score(parsed, text, conflicts, cancelled)
        from nexus_desktop.analysis.answer_scoring import AnswerScorer  # loads the engine's patterns

        try:
            return AnswerScorer(rubric, self._engine.get()).score(parsed, text, conflicts)
        except ValidationError as error:
            raise AnalysisInvalid(problems=len(problems_of(error))) from None

    def accept_all(self, preparation: Preparation, by: str, at: datetime) -> tuple[Decision, ...]:
        """The decision to remove everything that was found, in doubt or not."""
        return tuple(Decision(finding, redact=True, by=by, at=at) for finding in preparation.findings)

    def deidentify_all(self, preparation: Preparation, by: str, at: datetime) -> DeidentifiedText:
        """The text with everything removed that was found: what is done where nobody can be asked."""
        return self.deidentify(preparation, self.accept_all(preparation, by, at))

    def page(self, path: Path, letter: Letter, page: int, cancelled: CancelFlag) -> PagePicture:
        """A picture of a page of the file that a letter was read from. Raises the ``letter.*`` errors, Cancelled."""
        return reader.page_picture(path, letter.sha256, page, self._limits, cancelled)

    def analyze(
        self,
        text: DeidentifiedText,
        cancelled: CancelFlag,
        conflicts: tuple[Conflict, ...] = (),
        letter: Letter | None = None,
    ) -> Analysis:
        """Run the embedded engine and check what it says. Raises AnalysisInvalid rather than show a broken result.

        ``conflicts``: those of the text with the facts of the case (services.check_case). ``letter``: the one the text
        was made from; what rests on words of a scan that were hard to read is lowered (services.scanned_words).
        """
        stop_if(cancelled)
        began = perf_counter()
        name, version, result = self._read(text, cancelled, conflicts)
        if letter is not None and letter.unsure:
            result = scanned_words.lowered(result, text, letter, self._bands())
        ungrounded = grounding.check(result, text.text)
        if ungrounded:
            raise AnalysisInvalid(problems=len(ungrounded))
        stop_if(cancelled)
        event(
            Event.LETTER_ANALYZED,
            engine=name,
            version=version,
            score=result.overall_score,
            characters=len(text.text),
            milliseconds=1000 * (perf_counter() - began),
        )
        validation = Validation(status=ValidationStatus.VALID)
        return Analysis(text, result, validation, name, version)

    def as_legible(self, analysis: Analysis, letter: Letter) -> Analysis:
        """An analysis that something else than the embedded engine made, lowered by the same rule for scans."""
        if not letter.unsure:
            return analysis
        result = scanned_words.lowered(analysis.result, analysis.text, letter, self._bands())
        return replace(analysis, result=result)

    def _read(
        self, text: DeidentifiedText, cancelled: CancelFlag, conflicts: tuple[Conflict, ...]
    ) -> tuple[str, str, NexusAnalysisResult]:
        """The engine's name and version, and its result."""
        elsewhere = self._elsewhere(text.text)
        if elsewhere is not None:
            analyzed = elsewhere.analyze(text, conflicts, cancelled)
            return analyzed.engine, analyzed.version, analyzed.result
        engine = self._engine.get()
        try:
            return engine.name, engine.version, engine.analyze(text, conflicts)
        except ValidationError as error:
            raise AnalysisInvalid(problems=len(problems_of(error))) from None

    def _elsewhere(self, text: str) -> LongLetters | None:
        return self._long_letters if self._long_letters is not None and self._long_letters.takes(text) else None

    def labels(self, result: NexusAnalysisResult) -> dict[str, Any]:
        """The result in the words of annotated letters: theory, conditions, opinion, elements, strength."""
        return labels_of(result)

    def opinions(self, text: str) -> tuple[StatedOpinion, ...]:
        """Every opinion in a text, the governing one first."""
        return self._engine.get().opinions(text)
