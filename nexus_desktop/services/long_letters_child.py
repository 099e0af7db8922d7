"""The child's side of letters: does one piece of work after another until nobody asks any more.

Detectors and engine are imported by the work that needs them: loading takes most of a second, and by then this process
has stepped back behind the window.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, BinaryIO

from pydantic import ValidationError

from nexus_desktop.models.authority_models import AuthorityFile
from nexus_desktop.models.citation_models import CitationTables
from nexus_desktop.models.compliance_models import CompliancePolicy
from nexus_desktop.models.errors import AnalysisInvalid, NexusError
from nexus_desktop.models.letter_models import ClientFields, Level
from nexus_desktop.models.validation import problems_of
from nexus_desktop.services import long_letters_protocol as protocol
from nexus_desktop.services.long_letters_protocol import (
    AnalyzeWork,
    CiteWork,
    FindWork,
    LeftoverWork,
    LoadWork,
    RedactWork,
    ScoreWork,
    Work,
)

if TYPE_CHECKING:
    from nexus_desktop.analysis.citations.checker import CitationChecker
    from nexus_desktop.models.analysis_models import NexusAnalysisResult
    from nexus_desktop.security.phi_deidentifier import PhiDeidentifier

BEHIND_THE_WINDOW = 5
"""By how much the child gives way to the window where both want the processor."""


def main() -> int:
    """The whole life of a child; returns its exit status."""
    step_back()
    with (
        io.BufferedReader(io.FileIO(0, closefd=False)) as source,  # sys.stdin is None in a program without a console
        io.BufferedWriter(io.FileIO(1, "w", closefd=False)) as answers,
    ):
        return serve(source, answers)


def serve(source: BinaryIO, answers: BinaryIO) -> int:
    """Answer requests until the pipe is closed."""
    while line := source.readline():
        answers.write(answer(line))
        answers.flush()
    return 0


def answer(line: bytes) -> bytes:
    """The line that answers a request, whatever happens."""
    try:
        return protocol.done(do(protocol.WORK.validate_json(line)))
    except NexusError as error:
        return protocol.failed(error)
    except Exception:  # noqa: BLE001 - what a bug says may quote the letter
        return protocol.failed(NexusError())


def do(work: Work) -> bytes:
    """The outcome of a piece of work as JSON. Raises what the step raises, and AnalysisInvalid for a broken result."""
    match work:
        case LoadWork():
            return _load(work)
        case FindWork():
            found = _deidentifier(work.policy.model_dump_json()).find(work.phi_text, work.level, work.client)
            return protocol.FINDINGS.dump_json(found)
        case RedactWork():
            deidentifier = _deidentifier(work.policy.model_dump_json())
            text = deidentifier.apply(work.phi_text, work.level, work.findings, work.decisions)
            kept = [one for one in work.decisions if not one.redact]
            left = len(deidentifier.residual(text, work.client, kept))
            return protocol.REDACTED.dump_json(protocol.Redacted(text, left))
        case AnalyzeWork():
            from nexus_desktop.analysis.rubric.engine import RubricEngine

            engine = RubricEngine(work.rubric, frozenset(work.authorities))
            result = _checked(lambda: engine.analyze(work.text, work.conflicts))
            return protocol.ANALYZED.dump_json(protocol.Analyzed(engine.name, engine.version, result))
        case ScoreWork():
            from nexus_desktop.analysis.answer_scoring import AnswerScorer
            from nexus_desktop.analysis.rubric.engine import RubricEngine

            scorer = AnswerScorer(work.rubric, RubricEngine(work.rubric, frozenset(work.authorities)))
            return protocol.SCORED.dump_json(_checked(lambda: scorer.score(work.parsed, work.text, work.conflicts)))
        case CiteWork():
            return protocol.CITED.dump_json(_checker_of(work).report(work.text))
        case LeftoverWork():
            deidentifier = _deidentifier(work.policy.model_dump_json())
            return protocol.PLACES.dump_json(deidentifier.leftover(work.text, work.as_sent, work.client, work.kept))


def _load(work: LoadWork) -> bytes:
    """Have everything at hand that the other kinds of work need: a short text shows that it is."""
    from nexus_desktop.analysis.rubric import engine  # noqa: F401 - several hundred patterns

    deidentifier = _deidentifier(work.policy.model_dump_json())
    deidentifier.find("A letter about nobody.", Level.STRICT, ClientFields())
    _checker_of(work).report("See 38 C.F.R. § 3.303.")
    return b"true"


def _checker_of(work: LoadWork | CiteWork) -> CitationChecker:
    file, tables = work.authorities.model_dump_json(by_alias=True), work.tables.model_dump_json(by_alias=True)
    return _checker(file, tables, work.this_year)


def _checked(made: Callable[[], NexusAnalysisResult]) -> NexusAnalysisResult:
    try:
        return made()
    except ValidationError as error:
        raise AnalysisInvalid(problems=len(problems_of(error))) from None


@lru_cache(maxsize=1)
def _deidentifier(policy: str) -> PhiDeidentifier:
    from nexus_desktop.security.phi_deidentifier import PhiDeidentifier

    return PhiDeidentifier(CompliancePolicy.model_validate_json(policy))


@lru_cache(maxsize=1)
def _checker(authorities: str, tables: str, this_year: int) -> CitationChecker:
    from nexus_desktop.analysis.citations.checker import CitationChecker

    return CitationChecker(
        AuthorityFile.model_validate_json(authorities), CitationTables.model_validate_json(tables), this_year
    )


def step_back() -> None:
    """Leave the processor to the window, and give up writing files: no letter can end up in one or in a core dump."""
    if sys.platform == "win32":
        return
    import resource

    os.nice(BEHIND_THE_WINDOW)
    for which in (resource.RLIMIT_FSIZE, resource.RLIMIT_CORE):
        resource.setrlimit(which, (0, 0))
