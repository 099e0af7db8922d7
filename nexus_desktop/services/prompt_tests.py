"""Test letters run through a version of a prompt by the service in use, or through the engine on this machine.

A run tells beforehand what it may cost at most, stops before the cap is passed, and can be cancelled at any time. What
came out is kept, so that the next version can be compared on the same letters.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Final

from nexus_desktop.models import errors
from nexus_desktop.models.errors import Cancelled, PromptCapTooLow, PromptSuiteInvalid, ServicePriceUnknown
from nexus_desktop.models.errors.service import ServiceFailure, ServiceFixable
from nexus_desktop.models.letter_models import ClientFields, DeidentifiedText, Level
from nexus_desktop.models.ports import stop_if
from nexus_desktop.models.prompt_models import ANALYSIS, PromptVersion
from nexus_desktop.models.prompt_records import CaseResult, TestRun
from nexus_desktop.models.prompt_test_models import MOST_SUITE_BYTES, TestCase, TestSuite
from nexus_desktop.monitoring.structured_logger import failure
from nexus_desktop.prompts.assertions import failed
from nexus_desktop.runtime import config_files
from nexus_desktop.storage import prompts as kept_prompts

if TYPE_CHECKING:
    from nexus_desktop.models.ports import CancelFlag, Progress
    from nexus_desktop.models.service_models import Draft
    from nexus_desktop.services.ai_service import AiService
    from nexus_desktop.services.usage import UsageLedger
    from nexus_desktop.services.workbench import Analysis, Workbench
    from nexus_desktop.storage.store import Store

OFFLINE: Final = "offline"
REACHED_CAP: Final = "the cap was reached"
CANCELLED: Final = "cancelled"
_LEVEL: Final = Level.MODERATE
_ABOUT_THE_ANSWER: Final = (
    errors.AnalysisInvalid,
    errors.ServiceAnswerEmpty,
    errors.ServiceAnswerTooLarge,
    errors.ServiceAnswerUnusable,
    errors.ServiceCutShort,
    errors.ServiceFiltered,
    errors.ServiceNotAnAnswer,
    errors.ServiceRefused,
    errors.ServiceTooLong,
)
"""Failures that say something about the words that were asked. Any other is about the way there, and ends the run."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """What a run may cost at most. ``usd`` is None where the price is not known; ``service`` is empty offline."""

    cases: int
    usd: float | None
    service: str
    host: str


@dataclass(frozen=True, slots=True)
class TestParts:
    """What the use case needs of the program."""

    __test__ = False

    workbench: Workbench
    service: AiService
    usage: UsageLedger
    actor: str
    starter: Path  # the suite that ships


@dataclass(slots=True)
class _Tally:
    results: list[CaseResult] = field(default_factory=list)
    tokens_in: int = 0
    tokens_out: int = 0
    usd: float = 0.0
    model: str = ""
    stopped: str = ""


class PromptTests:
    """The use case, on an open store."""

    def __init__(self, store: Store, parts: TestParts) -> None:
        self._store, self._parts = store, parts

    def starter(self) -> TestSuite:
        """The suite that ships. Raises ConfigurationInvalid, ConfigurationMissing."""
        return self.suite(self._parts.starter)

    def suite(self, path: Path) -> TestSuite:
        """A suite of the firm's own. Raises ConfigurationInvalid with the line, ConfigurationMissing."""
        return config_files.parse(config_files.read(path, MOST_SUITE_BYTES), path.name, TestSuite, plain=True)

    def runs(self, prompt_id: str) -> list[TestRun]:
        """Every run with versions of a prompt, newest first."""
        with self._store.read() as session:
            return kept_prompts.tests(session, prompt_id)

    def tested(self, prompt_id: str, version: PromptVersion) -> TestRun | None:
        """The newest whole run of exactly this text by a service; None where there is none."""
        return next(
            (
                run
                for run in self.runs(prompt_id)
                if run.version_sha256 == version.sha256 and run.engine != OFFLINE and not run.stopped
            ),
            None,
        )

    # --- before -------------------------------------------------------------------------------------------------

    def estimate(self, suite: TestSuite, version: PromptVersion | None, cancelled: CancelFlag) -> Estimate:
        """What a run would cost at most, and where the letters would go. Sends nothing.

        Raises PromptSuiteInvalid where a letter holds identifiers, ServiceOffline, ServiceNotSetUp, Cancelled.
        """
        texts = self._texts(suite, cancelled)
        if version is None:
            return Estimate(len(suite.cases), 0.0, "", "")
        drafts = [self._parts.service.draft_on_trial(version, text) for text in texts]
        most = [self._parts.usage.most(draft) for draft in drafts]
        usd = None if any(one is None for one in most) else sum(one for one in most if one is not None)
        profile = drafts[0].profile
        return Estimate(len(drafts), usd, profile.title, profile.host)

    def _texts(self, suite: TestSuite, cancelled: CancelFlag) -> list[DeidentifiedText]:
        """The letters, none of which may hold an identifier: nobody reviews them one by one before they leave."""
        texts, holding = [], 0
        for case in suite.cases:
            stop_if(cancelled)
            letter = self._parts.workbench.read_pasted(case.letter)
            preparation = self._parts.workbench.prepare(letter, _LEVEL, ClientFields(), cancelled)
            holding += bool(preparation.findings)
            if not preparation.findings:
                texts.append(self._parts.workbench.deidentify(preparation, (), cancelled))
        if holding:
            raise PromptSuiteInvalid(cases=holding)
        return texts

    # --- running ------------------------------------------------------------------------------------------------

    def run(
        self,
        suite: TestSuite,
        version: PromptVersion | None,
        cap_usd: float,
        by: str,
        progress: Progress,
        cancelled: CancelFlag,
    ) -> TestRun:
        """Run every letter and keep what came out; without a version the engine on this machine reads them.

        ``by`` has agreed that these invented letters go to the service in use. An answer that cannot be used is a
        result; the cap, a cancel or a service that fails ends the run, which is kept as far as it came. Raises
        PromptSuiteInvalid, PromptCapTooLow, ServicePriceUnknown, and the ``service.*`` errors of the first letter.
        """
        self._store.check_own()
        texts, tally = self._texts(suite, cancelled), _Tally()
        read = self._offline(tally) if version is None else self._by_service(version, cap_usd, by, tally)
        for number, (case, text) in enumerate(zip(suite.cases, texts, strict=True)):
            progress(f"Test letter {number + 1} of {len(texts)}: {case.title}", number / len(texts))
            try:
                stop_if(cancelled)
                result = _timed(case, text, lambda one: read(one, cancelled))
            except Cancelled:
                tally.stopped = CANCELLED
                break
            except (ServiceFailure, ServiceFixable) as error:
                if not tally.results:
                    raise
                tally.stopped = f"the service failed ({error.code})"
                break
            if result is None:
                tally.stopped = REACHED_CAP
                break
            tally.results.append(result)
        run = TestRun(
            id=str(uuid.uuid4()),
            suite=suite.id,
            suite_sha256=suite.sha256,
            prompt_id=ANALYSIS,
            version=version.version if version is not None else "",
            version_sha256=version.sha256 if version is not None else "",
            engine=OFFLINE if version is None else self._destination(),
            model=tally.model,
            at=self._store.clock(),
            by=by,
            cases=len(suite.cases),
            results=tuple(tally.results),
            tokens_in=tally.tokens_in,
            tokens_out=tally.tokens_out,
            usd=round(tally.usd, 6),
            stopped=tally.stopped,
        )
        self._store.perform(lambda deed: kept_prompts.add_test(deed.session, run))
        return run

    def _destination(self) -> str:
        profile = self._parts.service.in_use
        return profile.host if profile is not None else ""

    def _offline(self, tally: _Tally) -> Callable[[DeidentifiedText, CancelFlag], Analysis | None]:
        def read(text: DeidentifiedText, cancelled: CancelFlag) -> Analysis | None:
            analysis = self._parts.workbench.analyze(text, cancelled)
            tally.model = analysis.engine_version
            return analysis

        return read

    def _by_service(
        self, version: PromptVersion, cap_usd: float, by: str, tally: _Tally
    ) -> Callable[[DeidentifiedText, CancelFlag], Analysis | None]:
        """Reads a letter through the service; None where the cap would be passed."""
        service, usage = self._parts.service, self._parts.usage

        def read(text: DeidentifiedText, cancelled: CancelFlag) -> Analysis | None:
            draft = service.draft_on_trial(version, text)
            most = self._most(draft)
            if tally.usd + most > cap_usd:
                if not tally.results:
                    raise PromptCapTooLow(cap=cap_usd)
                return None
            spent = usage.month(draft.profile.id)
            try:
                return service.ask(
                    draft, service.approve(draft, by), self._residual, str(uuid.uuid4()), _quiet, cancelled
                )
            finally:  # what was spent on a letter that failed counts as well
                now = usage.month(draft.profile.id)
                tally.usd += max(0.0, now.usd - spent.usd)
                tally.tokens_in += max(0, now.tokens_in - spent.tokens_in)
                tally.tokens_out += max(0, now.tokens_out - spent.tokens_out)
                tally.model = draft.profile.model

        return read

    def _most(self, draft: Draft) -> float:
        """A letter may be asked about twice. Raises ServicePriceUnknown: a cap that cannot be kept is none."""
        most = self._parts.usage.most(draft)
        if most is None:
            raise ServicePriceUnknown
        return 2 * most

    def _residual(self, text: DeidentifiedText, as_sent: str) -> int:
        return len(self._parts.workbench.left_in(text, as_sent, ClientFields()))


def _timed(
    case: TestCase, text: DeidentifiedText, read: Callable[[DeidentifiedText], Analysis | None]
) -> CaseResult | None:
    began, asserted = perf_counter(), case.expect.asserted
    try:
        analysis = read(text)
    except _ABOUT_THE_ANSWER as error:
        failure(error)
        return CaseResult(case.id, 0, asserted, (), error.code, 1000 * (perf_counter() - began))
    if analysis is None:
        return None
    wrong: Sequence[str] = failed(case.expect, analysis.result, text.text)
    milliseconds = 1000 * (perf_counter() - began)
    return CaseResult(case.id, asserted - len(wrong), asserted, tuple(wrong), "", milliseconds)


def _quiet(_phrase: str, _done: float) -> None:
    """The progress of the run is told by letters."""
