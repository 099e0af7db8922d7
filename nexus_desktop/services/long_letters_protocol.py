"""What the program and its child for long letters say to each other: one line of JSON each way.

A request names the work and holds all it needs, the rules in force included, so the child remembers nothing. An answer
is ``{"done": ...}`` or ``{"error": code, "numbers": {...}}``. Both sides are this program; both check what they read.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from string import Formatter
from typing import Annotated, Literal

from pydantic import ConfigDict, Field, TypeAdapter

from nexus_desktop.models.analysis_models import NexusAnalysisResult
from nexus_desktop.models.answer_models import ParsedAnswer
from nexus_desktop.models.authority_models import AuthorityFile
from nexus_desktop.models.case_models import Conflict
from nexus_desktop.models.citation_models import CitationReport, CitationTables
from nexus_desktop.models.compliance_models import CompliancePolicy
from nexus_desktop.models.errors import LongLetterStopped, NexusError, every_error
from nexus_desktop.models.letter_models import ClientFields, Decision, DeidentifiedText, Finding, Level
from nexus_desktop.models.rubric_models import Rubric

_LATE = ConfigDict(defer_build=True)  # not before the first long letter: checkers of all of this are felt at a start


@dataclass(frozen=True, slots=True)
class FindWork:
    """Look for identifiers."""

    policy: CompliancePolicy
    phi_text: str = field(repr=False)
    level: Level
    client: ClientFields
    work: Literal["find"] = "find"


@dataclass(frozen=True, slots=True)
class RedactWork:
    """Apply decisions and look again at the outcome."""

    policy: CompliancePolicy
    phi_text: str = field(repr=False)
    level: Level
    client: ClientFields
    findings: tuple[Finding, ...]
    decisions: tuple[Decision, ...]
    work: Literal["redact"] = "redact"


@dataclass(frozen=True, slots=True)
class AnalyzeWork:
    """Read a redacted letter by the rubric."""

    rubric: Rubric
    authorities: tuple[str, ...]
    text: DeidentifiedText = field(repr=False)
    conflicts: tuple[Conflict, ...] = ()
    work: Literal["analyze"] = "analyze"


@dataclass(frozen=True, slots=True)
class ScoreWork:
    """Score a service's answer about a redacted letter."""

    rubric: Rubric
    authorities: tuple[str, ...]
    text: DeidentifiedText = field(repr=False)
    parsed: ParsedAnswer = field(repr=False)
    conflicts: tuple[Conflict, ...] = ()
    work: Literal["score"] = "score"


@dataclass(frozen=True, slots=True)
class LeftoverWork:
    """The last look at a redacted letter before it may leave, as it stands in the bytes to be sent."""

    policy: CompliancePolicy
    text: DeidentifiedText = field(repr=False)
    as_sent: str = field(repr=False)
    client: ClientFields
    kept: tuple[Decision, ...]
    work: Literal["leftover"] = "leftover"


@dataclass(frozen=True, slots=True)
class LoadWork:
    """Load all that letters need, before one comes."""

    policy: CompliancePolicy
    authorities: AuthorityFile
    tables: CitationTables
    this_year: int
    work: Literal["load"] = "load"


@dataclass(frozen=True, slots=True)
class CiteWork:
    """Check the citations of a redacted letter."""

    authorities: AuthorityFile
    tables: CitationTables
    this_year: int
    text: str = field(repr=False)
    work: Literal["cite"] = "cite"


@dataclass(frozen=True, slots=True)
class Redacted:
    """What became of a RedactWork: the text, and how many places in it still look like known identifiers."""

    __pydantic_config__ = _LATE
    text: DeidentifiedText
    left: int


@dataclass(frozen=True, slots=True)
class Analyzed:
    """What became of an AnalyzeWork: the result, and the engine that gave it."""

    __pydantic_config__ = _LATE
    engine: str
    version: str
    result: NexusAnalysisResult


Work = LoadWork | FindWork | RedactWork | AnalyzeWork | ScoreWork | LeftoverWork | CiteWork
WORK: TypeAdapter[Work] = TypeAdapter(Annotated[Work, Field(discriminator="work")], config=_LATE)
FINDINGS: TypeAdapter[tuple[Finding, ...]] = TypeAdapter(tuple[Finding, ...], config=_LATE)
REDACTED: TypeAdapter[Redacted] = TypeAdapter(Redacted)
ANALYZED: TypeAdapter[Analyzed] = TypeAdapter(Analyzed)
SCORED: TypeAdapter[NexusAnalysisResult] = TypeAdapter(NexusAnalysisResult)
CITED: TypeAdapter[CitationReport] = TypeAdapter(CitationReport)
PLACES: TypeAdapter[tuple[tuple[int, int], ...]] = TypeAdapter(tuple[tuple[int, int], ...])

_DONE = b'{"done":'


def request(work: Work) -> bytes:
    """The line for a piece of work. The text must have UTF-8."""
    return WORK.dump_json(work, by_alias=True) + b"\n"


def done(payload: bytes) -> bytes:
    """The line for an outcome that is JSON already."""
    return _DONE + payload + b"}\n"


def failed(error: NexusError) -> bytes:
    """The line for a failure: its code, and the numbers of its sentence."""
    return json.dumps({"error": error.code, "numbers": error.numbers}).encode() + b"\n"


def payload(line: bytes) -> bytes:
    """The JSON of an outcome. Raises the error that the child reports, or LongLetterStopped for what it never says."""
    if line.startswith(_DONE):
        return line[len(_DONE) : -2]
    try:
        match json.loads(line):
            case {"error": str(code), "numbers": dict(numbers)}:
                raise _error(code, numbers)
    except ValueError:
        pass
    raise LongLetterStopped


def _error(code: str, numbers: dict[str, float]) -> NexusError:
    codes: dict[str, type[NexusError]] = {error.code: error for error in every_error()}
    known = codes.get(code, NexusError)
    named = {name for _, name, _, _ in Formatter().parse(known.text) if name}
    return known(**numbers) if set(numbers) == named else NexusError()
