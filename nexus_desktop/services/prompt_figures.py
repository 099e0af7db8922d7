"""How well each version does, with counts and intervals; and two versions compared on the same letters.

Only kept analyses and kept test runs are counted. Where letters are few the interval is wide, and the words say so.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from statistics import fmean, median
from typing import TYPE_CHECKING, Final

from nexus_desktop.models.audit_chain import AuditAct, Body
from nexus_desktop.models.errors import (
    PromptComparisonPointless,
    PromptComparisonUnderWay,
    PromptDecisionUnsigned,
    PromptNotFound,
)
from nexus_desktop.models.prompt_models import PromptState
from nexus_desktop.models.prompt_records import CaseResult, Experiment, TestRun, UseLine
from nexus_desktop.prompts.experiments import Interval, PairedPasses, mean_difference, wilson
from nexus_desktop.storage import overrides
from nexus_desktop.storage import prompts as kept_prompts

if TYPE_CHECKING:
    from nexus_desktop.services.prompt_book import PromptBook
    from nexus_desktop.storage.store import Deed, Store

FEWEST_PLANNED: Final = 10
MOST_PLANNED: Final = 10_000


@dataclass(frozen=True, slots=True)
class Rate:
    """A share with its counts and its 95 percent interval (Wilson)."""

    hits: int
    of: int

    @property
    def share(self) -> float | None:
        return self.hits / self.of if self.of else None

    @property
    def interval(self) -> Interval:
        return wilson(self.hits, self.of)

    def in_words(self) -> str:
        """As in “87 % (13 of 15; 62–96 %)”."""
        if not self.of:
            return "–"
        low, high = self.interval
        return f"{self.hits / self.of:.0%} ({self.hits:,} of {self.of:,}; {low:.0%} to {high:.0%})"


@dataclass(frozen=True, slots=True)
class Effectiveness:
    """What kept analyses say of one version. Means are None where there is nothing to take one of."""

    version: str
    letters: int
    valid: Rate  # passed validation as it came
    repaired: Rate  # needed a repair of form, or a second asking
    grounded: Rate  # quotes that stand in the letter
    agreed: Rate  # items on which the rubric engine says the same
    corrected: Rate  # analyses in which the attorney grades an item otherwise
    confidence: float | None
    seconds: float | None  # median
    tokens_in: float | None
    tokens_out: float | None
    usd: float | None  # a letter
    models: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PairedResult:
    """Two versions on the same letters."""

    first: str
    second: str
    passes: PairedPasses
    sentence: str
    mean: float | None  # of the second's score less the first's
    interval: Interval | None
    stopped: bool = False


class PromptFigures:
    """The use case, on an open store."""

    def __init__(self, store: Store, book: PromptBook) -> None:
        self._store, self._book = store, book

    def effectiveness(self, prompt_id: str) -> list[Effectiveness]:
        """Of every version that was used, the newest use last."""
        with self._store.read() as session:
            lines, corrected = kept_prompts.uses(session, prompt_id), overrides.corrected(session)
        versions = dict.fromkeys(line.asked.version for line in lines)
        return [_effect(one, [line for line in lines if line.asked.version == one], corrected) for one in versions]

    # --- the same letters ---------------------------------------------------------------------------------------

    def on_tests(self, first: TestRun, second: TestRun, planned: int = 0) -> PairedResult:
        """Two runs of the same suite, letter by letter. Raises PromptComparisonPointless where the suites differ."""
        if first.suite_sha256 != second.suite_sha256:
            raise PromptComparisonPointless
        ours, theirs = _by_case(first), _by_case(second)
        pairs = [(ours[name], theirs[name]) for name in ours if name in theirs]
        passes = _counted([(one.passed, other.passed) for one, other in pairs])
        names = _named(first), _named(second)
        scores = [other.share - one.share for one, other in pairs]
        return _paired(*names, passes, scores, planned, stopped=bool(first.stopped or second.stopped))

    def on_letters(self, prompt_id: str, first: str, second: str, planned: int) -> PairedResult:
        """Kept analyses of letters that both versions have read: the newest of each."""
        with self._store.read() as session:
            lines = kept_prompts.uses(session, prompt_id)
        ours = {one.letter: one for one in lines if one.asked.version == first}
        theirs = {one.letter: one for one in lines if one.asked.version == second}
        pairs = [(ours[name], theirs[name]) for name in ours if name in theirs]
        passes = _counted([(_came_whole(one), _came_whole(other)) for one, other in pairs])
        scores = [_share(other) - _share(one) for one, other in pairs]
        return _paired(first, second, passes, scores, planned)

    # --- comparisons --------------------------------------------------------------------------------------------

    def comparisons(self, prompt_id: str) -> list[Experiment]:
        """Every comparison of a prompt, newest first."""
        with self._store.read() as session:
            return kept_prompts.experiments(session, prompt_id)

    def letters_in(self, one: Experiment) -> dict[str, int]:
        """How many letters each version of a comparison has got."""
        with self._store.read() as session:
            lines = kept_prompts.uses(session, one.prompt_id)
        counts = {one.first: 0, one.second: 0}
        for line in lines:
            if line.asked.experiment == one.id and line.asked.version in counts:
                counts[line.asked.version] += 1
        return counts

    def begin(self, prompt_id: str, second: str, share: int, planned: int, by: str, reason: str) -> Experiment:
        """Let a candidate read a share of the letters beside the approved version.

        Raises PromptComparisonPointless, PromptComparisonUnderWay, PromptDecisionUnsigned, PromptNotFound, ReviewCopy.
        """
        by, reason = " ".join(by.split()), " ".join(reason.split())
        if not by or len(reason) < 5:
            raise PromptDecisionUnsigned
        candidate = self._book.version(prompt_id, second)
        if candidate is None:
            raise PromptNotFound
        if self._book.running(prompt_id) is not None:
            raise PromptComparisonUnderWay
        first = self._book.in_force(prompt_id)
        sound = 0 <= share <= 100 and FEWEST_PLANNED <= planned <= MOST_PLANNED
        if first is None or candidate.state is not PromptState.CANDIDATE or not sound:
            raise PromptComparisonPointless
        one = Experiment(
            id=str(uuid.uuid4()),
            prompt_id=prompt_id,
            first=first.version,
            second=second,
            share=share,
            planned=planned,
            started_at=self._store.clock(),
            started_by=by,
            reason=reason,
        )
        self._tell(one, {"change": "comparison begun", "share": share, "planned": planned, "by": by, "reason": reason})
        self._book.kept()
        return one

    def end(self, one: Experiment, by: str) -> Experiment:
        """End a comparison; every letter gets the approved version again. Raises PromptNotFound."""
        ended = replace(one, ended_at=self._store.clock())
        self._tell(ended, {"change": "comparison ended", "by": by})
        self._book.kept()
        return ended

    def _tell(self, one: Experiment, body: Body) -> None:
        self._store.check_own()

        keep = kept_prompts.add_experiment if one.ended_at is None else kept_prompts.end_experiment

        def work(deed: Deed) -> None:
            keep(deed.session, one)
            deed.tell(AuditAct.PROMPT_CHANGED, f"{one.prompt_id} {one.second}", body)

        self._store.perform(work)


def _effect(version: str, lines: Sequence[UseLine], corrected: Set[str]) -> Effectiveness:
    asked = [line.asked for line in lines]
    counted_in = [one.tokens_in for one in asked if one.tokens_in is not None]
    counted_out = [one.tokens_out for one in asked if one.tokens_out is not None]
    paid = [one.usd for one in asked if one.usd is not None]
    return Effectiveness(
        version=version,
        letters=len(lines),
        valid=Rate(sum(one.status == "valid" for one in asked), len(asked)),
        repaired=Rate(sum(one.repairs > 0 or one.asked_twice for one in asked), len(asked)),
        grounded=Rate(sum(one.quotes[0] for one in asked), sum(one.quotes[1] for one in asked)),
        agreed=Rate(sum(one.items[0] for one in asked), sum(one.items[1] for one in asked)),
        corrected=Rate(sum(line.analysis_id in corrected for line in lines), len(lines)),
        confidence=fmean(one.confidence for one in asked) if asked else None,
        seconds=median(one.milliseconds for one in asked) / 1000 if asked else None,
        tokens_in=fmean(counted_in) if counted_in else None,
        tokens_out=fmean(counted_out) if counted_out else None,
        usd=fmean(paid) if paid else None,
        models=tuple(sorted({one.model for one in asked})),
    )


def _paired(
    first: str,
    second: str,
    passes: PairedPasses,
    scores: Sequence[float],
    planned: int,
    *,
    stopped: bool = False,
) -> PairedResult:
    mean, interval = mean_difference(scores) if scores else (None, None)
    return PairedResult(first, second, passes, passes.in_words(first, second, planned), mean, interval, stopped)


def _counted(pairs: Sequence[tuple[bool, bool]]) -> PairedPasses:
    return PairedPasses(
        both=sum(one and other for one, other in pairs),
        only_first=sum(one and not other for one, other in pairs),
        only_second=sum(other and not one for one, other in pairs),
        neither=sum(not one and not other for one, other in pairs),
    )


def _by_case(run: TestRun) -> dict[str, CaseResult]:
    return {one.case_id: one for one in run.results}


def _named(run: TestRun) -> str:
    return run.version or "the engine on this machine"


def _came_whole(line: UseLine) -> bool:
    return line.asked.status == "valid"


def _share(line: UseLine) -> float:
    """How far a service and the rubric engine agree on a letter, from 0 to 1."""
    same, of = line.asked.items
    return same / of if of else 0.0
