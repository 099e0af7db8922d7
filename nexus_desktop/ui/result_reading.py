"""A result being read: from a finding to its words in the letter, and from words to the findings they serve."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from nexus_desktop.ui.evidence_map import EvidenceMap, Finding
from nexus_desktop.ui.speech import say
from nexus_desktop.ui.translation import tr

if TYPE_CHECKING:
    from nexus_desktop.models.analysis_models import Evidence, NexusAnalysisResult
    from nexus_desktop.models.records import AnalysisRecord
    from nexus_desktop.ui.desk import DeskLetter
    from nexus_desktop.ui.letter_pane import LetterPane
    from nexus_desktop.ui.result_panel import ResultPanel


class ResultReading(QObject):
    """Keeps panel and letter at the same words."""

    def __init__(self, panel: ResultPanel, pane: LetterPane) -> None:
        super().__init__(panel)
        self._panel, self._pane = panel, pane
        self._map: EvidenceMap | None = None
        self._current: int | None = None
        self._result: NexusAnalysisResult | None = None
        panel.evidence_chosen.connect(self._chosen)
        pane.evidence_clicked.connect(self.go)
        pane.redacted.mark_entered.connect(self._entered)

    def show_letter(self, record: AnalysisRecord, letter: DeskLetter | None) -> None:
        """Show the text of a result, beside the letter as it came where that is in hand."""
        self._result = record.result
        self._map, self._current = EvidenceMap(record.result), None
        original = letter.review.preparation.letter if letter is not None and letter.review else None
        replacements = letter.outcome.replacements if letter is not None and letter.outcome else ()
        self._pane.show_result(record.letter.text, self._map, original, replacements)
        self._count()

    def show_findings(self, record: AnalysisRecord, letter: DeskLetter | None) -> None:
        """And then what the result says of it."""
        self._panel.show_record(record, letter.outcome if letter is not None else None)
        say(self._panel, self._panel.verdict.spoken(record))

    def add(self, more: Sequence[tuple[Finding, tuple[Evidence, ...]]]) -> None:
        """Mark further words in the letter, that something beside the result is about; the place stays."""
        if self._map is None or self._result is None or not any(evidence for _, evidence in more):
            return
        span = self._map.spans[self._current] if self._current is not None else None
        self._map = EvidenceMap(self._result, more)
        self._current = self._map.spans.index(span) if span is not None else None
        self._pane.change_evidence(self._map, self._current)
        self._count()

    def leave(self) -> None:
        """Something else is shown now."""
        self._map = self._current = self._result = None

    def step(self, *, backwards: bool) -> None:
        """Go to the next or previous words that are quoted, going round at the ends."""
        if self._map is None or not self._map.spans:
            return
        if self._current is None:
            self.go(len(self._map.spans) - 1 if backwards else 0)
        else:
            self.go((self._current + (-1 if backwards else 1)) % len(self._map.spans))

    @Slot(int)
    def go(self, index: int) -> None:
        """Mark quoted words, and name the findings they serve."""
        if self._map is None:
            return
        self._current = index
        findings = self._map.findings_at(self._map.spans[index])
        self._pane.show_evidence(index)
        self._panel.show_served(findings)
        self._count()
        say(
            self._panel,
            tr("{text}. Serves: {join}.").format(
                text=self._pane.head.count.text(), join="; ".join(one.title for one in findings)
            ),
        )

    @Slot(object)
    def _chosen(self, evidence: Evidence) -> None:
        if self._map is not None:
            self.go(self._map.index(evidence))

    @Slot()
    def _entered(self) -> None:
        """The Enter key on words of the letter: on to the first finding they serve."""
        if self._map is not None and self._current is not None:
            self._panel.reveal(self._map.findings_at(self._map.spans[self._current])[0].key)

    def _count(self) -> None:
        spans = len(self._map.spans) if self._map is not None else 0
        words = (
            tr("{spans} quoted places").format(spans=spans)
            if self._current is None
            else tr("Place {current} of {spans}").format(current=self._current + 1, spans=spans)
        )
        self._pane.head.show_count(words, several=spans > 0)
