"""Citations of law and of literature in any text, each with its standing: of a letter, of an answer, of a report."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from nexus_desktop.models.citation_models import Citation, CitationReport
from nexus_desktop.services.late import Late

if TYPE_CHECKING:  # the patterns and the index of authorities take time to make
    from nexus_desktop.analysis.citations.checker import CitationChecker


class CheckCitations:
    """The use case. Nothing is kept, and nothing leaves the machine."""

    def __init__(self, load_checker: Callable[[], CitationChecker]) -> None:
        self._checker = Late(load_checker)

    def report(self, text: str) -> CitationReport:
        """Every citation and source of ``text``, with offsets into it. Raises ConfigurationMissing, -Invalid."""
        return self._checker.get().report(text)

    def one(self, authority: str) -> Citation:
        """One authority as a string, such as an AI names it; doubtful where it does not read as a citation."""
        return self._checker.get().one(authority)
