"""Citations of law and of literature in any text, each with its standing: of a letter, of an answer, of a report."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from nexus_desktop.services.late import Late

if TYPE_CHECKING:  # the patterns and the index of authorities take time to make
    from nexus_desktop.analysis.citations.checker import CitationChecker
    from nexus_desktop.models.citation_models import Citation, CitationReport
    from nexus_desktop.models.ports import Clock
    from nexus_desktop.services.long_letters import LongLetters


class CheckCitations:
    """The use case. Nothing is kept, and nothing leaves the machine."""

    def __init__(
        self,
        load_checker: Callable[[], CitationChecker],
        long_letters: LongLetters | None = None,
        clock: Clock = lambda: datetime.now(UTC),
    ) -> None:
        """``long_letters`` takes long texts out of this process, where one is given."""
        self._checker, self._long_letters, self._clock = Late(load_checker), long_letters, clock

    def report(self, text: str) -> CitationReport:
        """Every citation and source of ``text``, with offsets into it. Raises ConfigurationMissing, -Invalid,
        LongLetterStopped."""
        long_letters = self._long_letters
        if long_letters is not None and long_letters.takes(text):
            return long_letters.cite(text, self._clock().year)
        return self._checker.get().report(text)

    def one(self, authority: str) -> Citation:
        """One authority as a string, such as an AI names it; doubtful where it does not read as a citation."""
        return self._checker.get().one(authority)
