"""What is kept and shown of prompts: versions with their decisions, uses, test runs, comparisons, checks, differences.

No letter is in it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from nexus_desktop.models.prompt_models import PromptOrigin, PromptState, PromptVersion


@dataclass(frozen=True, slots=True)
class KeptVersion:
    """A version as kept, and who decided last about it. The state here is the one in force, not the file's."""

    prompt_id: str
    origin: PromptOrigin
    content: PromptVersion
    decided_by: str = ""
    decided_at: datetime | None = None
    decided_reason: str = ""

    @property
    def version(self) -> str:
        return self.content.version

    @property
    def state(self) -> PromptState:
        return self.content.state


@dataclass(frozen=True, slots=True)
class PromptAsked:
    """How an analysis was asked for: everything needed to show the exact prompt again beside the kept letter.

    ``parameters`` are those of the request, but for the messages. ``again`` is the message that asked once more.
    ``frame`` names the kept words around the letter; ``quotes`` and ``items`` are (good, of all). ``usd`` is None where
    no price is known; tokens are None where the service did not count.
    """

    prompt_id: str
    version: str
    version_sha256: str
    schema_id: str
    frame: str
    frame_system: str = field(repr=False)
    frame_user: str = field(repr=False)
    fence: str
    again: str = field(repr=False)
    again_version: str
    service: str
    host: str
    model_asked: str
    model: str
    parameters: Mapping[str, Any]
    request_sha256: str
    tokens_in: int | None
    tokens_out: int | None
    usd: float | None
    milliseconds: float
    asked_twice: bool
    status: str
    repairs: int
    problems: int
    quotes: tuple[int, int]
    items: tuple[int, int]
    confidence: float
    experiment: str = ""


@dataclass(frozen=True, slots=True)
class UseLine:
    """The figures of one kept use, without its words. ``letter`` is the fingerprint of the file."""

    analysis_id: str
    at: datetime
    letter: str
    score: int
    asked: PromptAsked


@dataclass(frozen=True, slots=True)
class CaseResult:
    """How one test letter came out. ``failed`` are assertions in words; ``problem`` the code of a failure, or empty."""

    case_id: str
    held: int
    asserted: int
    failed: tuple[str, ...]
    problem: str
    milliseconds: float

    @property
    def passed(self) -> bool:
        return not self.problem and self.held == self.asserted

    @property
    def share(self) -> float:
        """Of the assertions, how many hold; none does where nothing came back."""
        return self.held / self.asserted if self.asserted and not self.problem else 0.0


@dataclass(frozen=True, slots=True)
class TestRun:
    """A suite, run once with one version by a service, or by the engine on this machine, which uses no prompt."""

    __test__ = False  # its name begins like that of a test

    id: str
    suite: str
    suite_sha256: str
    prompt_id: str
    version: str
    version_sha256: str
    engine: str
    model: str
    at: datetime
    by: str
    cases: int  # in the suite
    results: tuple[CaseResult, ...]
    tokens_in: int
    tokens_out: int
    usd: float | None
    stopped: str  # why it did not come to the end; empty where it did

    @property
    def passed(self) -> int:
        return sum(one.passed for one in self.results)


@dataclass(frozen=True, slots=True)
class Experiment:
    """Two versions that share the letters. ``share`` is that of the second, in percent; ``planned`` letters are fixed
    before the first, for looking until it fits finds a difference where there is none."""

    id: str
    prompt_id: str
    first: str
    second: str
    share: int
    planned: int
    started_at: datetime
    started_by: str
    reason: str
    ended_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Broken:
    """One rule that a version breaks: its name, and what to do about it."""

    rule: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Checked:
    """What the check of one version gave. ``tokens`` is the estimated size without a letter; 0 where it has no size."""

    broken: tuple[Broken, ...]
    tokens: int

    @property
    def holds(self) -> bool:
        return not self.broken


class Change(StrEnum):
    """What became of a line."""

    SAME = "same"
    CHANGED = "changed"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class DiffRow:
    """One row of two columns; None where the line stands on the other side only."""

    change: Change
    left: str | None
    right: str | None
