"""The checker of citations as the program makes it, for tests and benchmarks."""

from __future__ import annotations

from functools import cache

from nexus_desktop.analysis.citations.checker import CitationChecker
from nexus_desktop.models.authority_models import Authority, AuthorityFile
from nexus_desktop.models.citation_models import Citation, CitationTables
from nexus_desktop.runtime import config_files, paths

THIS_YEAR = 2026


@cache
def authority_file() -> AuthorityFile:
    return config_files.load(paths.resource("authorities.yaml"), AuthorityFile)


@cache
def tables() -> CitationTables:
    return config_files.load(paths.resource("citation_tables.yaml"), CitationTables)


@cache
def checker() -> CitationChecker:
    return CitationChecker(authority_file(), tables(), THIS_YEAR)


def cases() -> list[Authority]:
    return [one for one in authority_file().authorities if one.type == "case"]


def found(text: str) -> tuple[Citation, ...]:
    """The citations of a text, each checked to be quoted verbatim at its place."""
    citations = checker().report(text).citations
    for one in citations:
        assert text[one.evidence.start : one.evidence.end] == one.evidence.quote
    return citations
