"""Test letters for prompts, as written in YAML: an invented letter, and what a result of it must say."""

from __future__ import annotations

import hashlib
import json
from typing import Annotated, Self

from pydantic import Field, model_validator

from nexus_desktop.models.analysis_models import Elements, Polarity, Standard
from nexus_desktop.models.rubric_models import Frozen, GateId, Strength

MOST_SUITE_BYTES = 1_000_000
LARGEST_LETTER = 60_000  # characters


class StrengthRange(Frozen):
    """The least and the best strength a result may have."""

    least: Strength
    best: Strength

    @model_validator(mode="after")
    def in_order(self) -> Self:
        if self.least.rank > self.best.rank:
            raise ValueError("the least strength must not be above the best")
        return self


class Expected(Frozen):
    """What must hold of a result. What is left out is not looked at."""

    polarity: Polarity | None = None
    standard: Standard | None = None
    strength: StrengthRange | None = None
    elements: dict[str, bool | str] = Field(
        default_factory=dict
    )  # by name, as models.analysis_models.Elements has them
    gates: tuple[GateId, ...] = ()  # that must fire
    no_gates: tuple[GateId, ...] = ()  # that must not
    evidence: tuple[Annotated[str, Field(min_length=3)], ...] = ()  # words that some quote must hold
    no_invented_citation: bool = True

    @model_validator(mode="after")
    def known_elements(self) -> Self:
        if set(self.elements) - set(Elements.model_fields):
            raise ValueError("an element must be one of the checklist")
        return self

    @property
    def asserted(self) -> int:
        """How many things are looked at; that every quote stands in the letter is always one."""
        single = (self.polarity, self.standard, self.strength)
        listed = len(self.elements) + len(self.gates) + len(self.no_gates) + len(self.evidence)
        return sum(one is not None for one in single) + listed + self.no_invented_citation + 1


class TestCase(Frozen):
    """One letter and what is expected of it."""

    __test__ = False  # its name begins like that of a test

    id: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,59}$")]
    title: Annotated[str, Field(min_length=1, max_length=120)]
    letter: Annotated[str, Field(min_length=40, max_length=LARGEST_LETTER)]
    expect: Expected


class TestSuite(Frozen):
    """A file of test letters."""

    __test__ = False

    id: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,39}$")]
    title: Annotated[str, Field(min_length=1, max_length=80)]
    cases: Annotated[tuple[TestCase, ...], Field(min_length=1, max_length=500)]

    @model_validator(mode="after")
    def told_apart(self) -> Self:
        names = [case.id for case in self.cases]
        if len(names) != len(set(names)):
            raise ValueError("two cases have the same id")
        return self

    @property
    def sha256(self) -> str:
        """Names exactly these letters and expectations: only runs of the same are compared."""
        return hashlib.sha256(json.dumps(self.model_dump(mode="json"), sort_keys=True).encode()).hexdigest()
