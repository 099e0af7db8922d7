"""What is said of a citation: where it stands, what it names, and how far it can be trusted; no letter is needed.

A citation is *known* where it agrees with resources/authorities.yaml in every field that is written, *plausible* where
nothing that can be tested without a library speaks against it, *doubtful* where something does, and *known bad* where
it is a wrong citation met before. Plausible is not verified: it still has to be looked up.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from nexus_desktop.models.analysis_models import Evidence
from nexus_desktop.models.rubric_models import Frozen
from nexus_desktop.models.standing import Standing as Standing


class CitationKind(StrEnum):
    """What is cited."""

    CASE = "case"
    STATUTE = "statute"
    REGULATION = "regulation"
    PUBLIC_LAW = "public_law"
    FEDERAL_REGISTER = "federal_register"
    GENERAL_COUNSEL = "general_counsel"
    MANUAL = "manual"
    ETHICS = "ethics"
    BOARD = "board"
    OTHER = "other"


class CitationForm(StrEnum):
    """How fully it is cited."""

    FULL = "full"
    SHORT = "short"  # Stefl, 21 Vet. App. at 124
    NAME = "name"  # Stefl v. Nicholson, and nothing more
    REPEATED = "repeated"  # Id. at 125; Stefl, supra


class Citation(Frozen):
    """One citation in a text. ``normal`` is how it is usually written; ``right`` is what was probably meant."""

    kind: CitationKind
    form: CitationForm
    standing: Standing
    reason: Annotated[str, Field(min_length=1)]
    normal: Annotated[str, Field(min_length=1)]
    evidence: Evidence
    authority: str | None = None
    right: str | None = None

    @model_validator(mode="after")
    def known_means_listed(self) -> Self:
        if self.standing is Standing.KNOWN and self.authority is None:
            raise ValueError("a known citation names its authority")
        return self


class ReferencePart(StrEnum):
    """What a reader needs to find a paper."""

    AUTHOR = "author"
    TITLE = "title"
    JOURNAL = "journal"
    YEAR = "year"


class Reference(Frozen):
    """One source of medical literature. ``problems`` are sentences on the shape of its numbers."""

    evidence: Evidence
    missing: tuple[ReferencePart, ...]
    pmid: str | None = None
    doi: str | None = None
    problems: tuple[str, ...] = ()

    @property
    def complete(self) -> bool:
        """Author, title, journal and year are there; a well-formed PMID or DOI finds the paper as well."""
        found_by_number = (self.pmid or self.doi) is not None and not self.problems
        return not self.missing or found_by_number


class CitationReport(Frozen):
    """Every citation of law and every source of literature in a text, each in the order it stands."""

    citations: tuple[Citation, ...]
    references: tuple[Reference, ...]

    def count(self, standing: Standing) -> int:
        """How many citations stand so."""
        return sum(one.standing is standing for one in self.citations)


class ReporterTable(Frozen):
    """Which years the volumes of one reporter carry: by an offset, or by the first and last volume of each year."""

    name: str
    courts: tuple[str, ...] = ()  # how the court is written in parentheses; empty where it is not
    offset: int | None = None  # year = volume + offset
    slack: Annotated[int, Field(ge=0)] = 0  # years either way
    volumes: dict[int, tuple[int, int]] = Field(default_factory=dict)

    @model_validator(mode="after")
    def one_way(self) -> Self:
        if (self.offset is None) == (not self.volumes):
            raise ValueError("a reporter needs an offset or a table of volumes, and not both")
        return self


class SectionRange(Frozen):
    """Numbers of sections that exist in a code, first and last; "3.303" in the C.F.R., "1110" in the U.S.C."""

    code: str
    first: str
    last: str


class Proposition(Frozen):
    """A real citation that is met in the wild for something it does not say. ``words``: one of each group is there."""

    authority: str
    words: tuple[tuple[str, ...], ...]
    reason: str
    right: str | None = None


class CitationTables(Frozen):
    """The whole of resources/citation_tables.yaml."""

    reporters: tuple[ReporterTable, ...]
    sections: tuple[SectionRange, ...]
    last_paragraphs: dict[str, str]
    propositions: tuple[Proposition, ...]
