"""A statute, regulation, case or guidance that stands behind a finding: resources/authorities.yaml as values."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from nexus_desktop.models.rubric_models import Frozen


class Authority(Frozen):
    """One authority. ``holding`` is in our own words; ``confidence`` says how well the citation was checked."""

    id: str
    type: str
    citation: str
    short: str
    year: int | None
    court: str | None
    holding: str
    supports: tuple[str, ...]
    status: str
    confidence: Literal["high", "medium"]
    verified_by: str
    eyecite: bool
    caption: str | None = None
    volume: int | None = None
    reporter: str | None = None
    page: int | None = None
    note: str | None = None
    bva_corpus_count: int | None = None


class KnownBadCitation(Frozen):
    """A wrong citation met in the wild, and what would be right."""

    seen: str
    right: str | None
    kind: str
    where: str


class Secretary(Frozen):
    """Who was Secretary of Veterans Affairs when; the caption of a case must fit its year."""

    name: str
    from_year: int = Field(alias="from")
    to_year: int | None = Field(alias="to")
    note: str


class AuthorityFile(Frozen):
    """The whole of resources/authorities.yaml."""

    authorities: tuple[Authority, ...]
    unverified_do_not_use: tuple[str, ...]
    known_bad: tuple[KnownBadCitation, ...]
    vet_app_volume_years: dict[int, tuple[int, int]]
    secretaries: tuple[Secretary, ...]
