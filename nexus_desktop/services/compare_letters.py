"""Two letters compared: a private opinion with a report of the other side, a revision with its earlier version."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from nexus_desktop.models.ports import stop_if
from nexus_desktop.services import check_case

if TYPE_CHECKING:
    from nexus_desktop.models.analysis_models import NexusAnalysisResult
    from nexus_desktop.models.case_models import CaseFacts, Conflict
    from nexus_desktop.models.comparison_models import Comparison, Revision
    from nexus_desktop.models.letter_models import ClientFields, DeidentifiedText, Letter, Level
    from nexus_desktop.models.ports import CancelFlag, Clock
    from nexus_desktop.models.records import AnalysisRecord
    from nexus_desktop.services.workbench import Workbench

_ID: Final = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def is_id(name: str) -> bool:
    """Whether a name is that of a kept analysis, and not of a file."""
    return _ID.fullmatch(name) is not None


@dataclass(frozen=True, slots=True)
class Side:
    """One document as it is compared: de-identified text, its analysis, and its conflicts with the facts."""

    text: str = field(repr=False)
    result: NexusAnalysisResult
    conflicts: tuple[Conflict, ...] = ()


class CompareLetters:
    """The use case. Comparisons are shown and not kept."""

    def __init__(self, workbench: Workbench, clock: Clock, show: Callable[[str], AnalysisRecord] | None = None) -> None:
        """``show`` gives a kept analysis; None where no store is open."""
        self._workbench, self._clock, self._show = workbench, clock, show

    def kept(self, analysis_id: str, facts: CaseFacts | None = None) -> Side:
        """A kept analysis. Its redacted dates are gone, so that facts are compared with what the text still shows.

        Raises RecordNotFound, AnalysisInvalid; LookupError where no store is open.
        """
        if self._show is None:
            raise LookupError("a kept analysis needs an open store")
        record = self._show(analysis_id)
        return self.of_record(record, facts)

    def of_record(self, record: AnalysisRecord, facts: CaseFacts | None = None) -> Side:
        """An analysis in hand."""
        text = record.letter.text
        return Side(text, record.result, check_case.conflicts_of_text(text, facts))

    def read(
        self,
        letter: Letter,
        level: Level,
        client: ClientFields,
        by: str,
        cancelled: CancelFlag,
        facts: CaseFacts | None = None,
    ) -> Side:
        """A letter with everything removed that was found, analyzed, and not kept. ``by`` names the rule or person.

        Raises ResidualIdentifier, AnalysisInvalid, Cancelled.
        """
        preparation = self._workbench.prepare(letter, level, client, cancelled)
        text = self._workbench.deidentify_all(preparation, by, self._clock())
        stop_if(cancelled)
        return self.of_text(letter.phi_text, text, cancelled, facts, letter)

    def of_text(
        self,
        phi_text: str,
        text: DeidentifiedText,
        cancelled: CancelFlag,
        facts: CaseFacts | None = None,
        letter: Letter | None = None,
    ) -> Side:
        """A de-identified text in hand, analyzed. ``letter``: the one it was made from, where that is at hand."""
        found = check_case.conflicts(phi_text, text, facts)
        analysis = self._workbench.analyze(text, cancelled, found, letter)
        return Side(text.text, analysis.result, found)

    @staticmethod
    def with_report(ours: Side, theirs: Side) -> Comparison:
        """A private opinion beside a report of the other side, with the checklist of attackable reasons."""
        from nexus_desktop.analysis.comparison import side_by_side  # the rules take time to load

        return side_by_side.compare(ours.text, ours.result, theirs.text, theirs.result, theirs.conflicts)

    @staticmethod
    def with_earlier(before: Side, after: Side) -> Revision:
        """A letter before and after its revision."""
        from nexus_desktop.analysis.comparison import revision

        return revision.compare(before.text, before.result, after.text, after.result)
