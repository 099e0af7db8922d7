"""The right pane with a result: the verdict as a word, what holds the letter back, the parts, and what to ask."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from nexus_desktop.models import wording
from nexus_desktop.models.analysis_models import Evidence, Grade, ItemFinding, StatedOpinion
from nexus_desktop.models.authority_models import Authority
from nexus_desktop.models.errors import NexusError
from nexus_desktop.models.records import AnalysisRecord
from nexus_desktop.models.rubric_models import COMPONENT_POINTS, Strength
from nexus_desktop.ui.score_bar import ScoreBar
from nexus_desktop.ui.service_result import service_reading
from nexus_desktop.ui.theme import LARGE, MEDIUM, SMALL, TINY, Theme, set_role
from nexus_desktop.ui.widgets import button, card, clear, label

STATES = {Strength.NONE: "bad", Strength.WEAK: "bad", Strength.MODERATE: "caution", Strength.STRONG: "good"}
SIGNS = {Grade.FULL: "✓", Grade.PARTIAL: "◐", Grade.NONE: "✗", Grade.NOT_APPLICABLE: "–"}


class Section(QWidget):
    """A heading that opens and closes what is below it."""

    def __init__(self, title: str, *, opened: bool) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SMALL)
        self.heading = QToolButton()
        self.heading.setText(title)
        self.heading.setProperty("role", "section")
        self.heading.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.heading.setCheckable(True)
        self.heading.setChecked(opened)
        self.heading.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.heading.setArrowType(Qt.ArrowType.DownArrow if opened else Qt.ArrowType.RightArrow)
        self.heading.toggled.connect(self._toggle)
        self.inside = QWidget()
        self.body = QVBoxLayout(self.inside)
        self.body.setContentsMargins(MEDIUM, 0, 0, SMALL)
        self.body.setSpacing(SMALL)
        self.inside.setVisible(opened)
        layout.addWidget(self.heading)
        layout.addWidget(self.inside)

    def _toggle(self, opened: bool) -> None:
        self.heading.setArrowType(Qt.ArrowType.DownArrow if opened else Qt.ArrowType.RightArrow)
        self.inside.setVisible(opened)


class ResultPanel(QScrollArea):
    """Shows one record. ``evidence_chosen`` carries the words to bring into view."""

    evidence_chosen = Signal(object)

    def __init__(self, theme: Theme, authorities: dict[str, Authority], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._authorities = theme, authorities
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Result")
        inside = QWidget()
        self._layout = QVBoxLayout(inside)
        self._layout.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        self._layout.setSpacing(MEDIUM)
        self.setWidget(inside)

    def show_record(self, record: AnalysisRecord, fallback: NexusError | None = None) -> None:
        """Show a result from the top. ``fallback`` says why a service was asked and did not answer."""
        clear(self._layout)
        result = record.result
        self._layout.addWidget(self._verdict(record))
        reading = service_reading(record, fallback)
        if reading is not None:
            self._layout.addWidget(reading)
        for gate in result.compliance.gates:
            self._layout.addWidget(
                self._notice("gate", f"{gate.title}. {gate.reason} At most {gate.cap} points.", gate.evidence)
            )
        for warning in result.warnings:
            self._layout.addWidget(self._notice("notice", warning, ()))
        for part in result.components:
            self._layout.addWidget(ScoreBar(self._theme, wording.COMPONENT[part.id], part.score, COMPONENT_POINTS))
        self._asks(record)
        self._opinions(record)
        self._elements(record)
        for part in result.components:
            lost = sum(item.grade in (Grade.PARTIAL, Grade.NONE) for item in part.items)
            section = Section(
                f"{wording.COMPONENT[part.id]}: {lost} to improve"
                if lost
                else f"{wording.COMPONENT[part.id]}: all met",
                opened=False,
            )
            for item in part.items:
                self._item(section, item)
            self._layout.addWidget(section)
        self._layout.addWidget(label(wording.disclaimer(record.prompt_version), "caption"))
        self._layout.addStretch(1)
        self.verticalScrollBar().setValue(0)

    # --- parts ---------------------------------------------------------------------------------------------------

    def _verdict(self, record: AnalysisRecord) -> QWidget:
        result = record.result
        frame, layout = card()
        row = QHBoxLayout()
        word = label(wording.STRENGTH[result.compliance.strength].upper(), "title")
        set_role(word, state=STATES[result.compliance.strength])
        number = label(str(result.overall_score), "figure", wrap=False)
        number.setAccessibleName(f"{result.overall_score} of 100")
        row.addWidget(word, 1)
        row.addWidget(number)
        layout.addLayout(row)
        layout.addWidget(label(wording.ACTION[result.compliance.action], "strong"))
        conditions = ", ".join(result.connection.conditions) or "Condition not named"
        layout.addWidget(label(f"{conditions}: {wording.THEORY[result.connection.theory]} theory"))
        opinion = f"{wording.POLARITY[result.opinion.polarity]}, {wording.STANDARD[result.opinion.standard]}"
        layout.addWidget(label(f"The author's opinion: {opinion}"))
        status = record.validation.status.value
        layout.addWidget(
            label(f"Validation: {status}. Confidence: {result.confidence_word} ({result.confidence_reason})", "muted")
        )
        return frame

    def _notice(self, role: str, text: str, evidence: Iterable[Evidence]) -> QWidget:
        frame, layout = card(role=role)
        layout.addWidget(label(text))
        self._quotes(layout, evidence)
        return frame

    def _asks(self, record: AnalysisRecord) -> None:
        asks = record.result.recommendations
        section = Section(f"Ask the doctor ({len(asks)})", opened=bool(asks))
        for number, one in enumerate(asks, 1):
            ask = label(f"{number}. {one.ask}")
            ask.setToolTip(self._citations(one.authorities))
            section.body.addWidget(ask)
            section.body.addWidget(label(f"{one.problem} Up to {one.gain} points.", "caption"))
        if not asks:
            section.body.addWidget(label("Nothing is left to ask.", "muted"))
        self._layout.addWidget(section)

    def _opinions(self, record: AnalysisRecord) -> None:
        stated = record.result.stated_opinions
        section = Section(f"Opinions found ({len(stated)})", opened=False)
        for one in stated:
            section.body.addWidget(label(self._opinion_words(one)))
            self._quotes(section.body, (one.evidence,))
        if not stated:
            section.body.addWidget(label("The letter states no opinion.", "muted"))
        self._layout.addWidget(section)

    @staticmethod
    def _opinion_words(one: StatedOpinion) -> str:
        about = f" on {one.condition}" if one.condition else ""
        words = f"{wording.POLARITY[one.polarity]}, {wording.STANDARD[one.standard]}"
        return f"{wording.HOLDER[one.holder].capitalize()}{about}: {words}"

    def _elements(self, record: AnalysisRecord) -> None:
        lines = wording.element_words(record.result.compliance.elements)
        found = sum(present for _, _, present in lines)
        section = Section(f"Elements: {found} of {len(lines)}", opened=False)
        for title, words, present in lines:
            section.body.addWidget(label(f"{'✓' if present else '✗'}  {title}: {words}"))
        self._layout.addWidget(section)

    def _item(self, section: Section, item: ItemFinding) -> None:
        points = "does not apply" if item.grade is Grade.NOT_APPLICABLE else f"{item.points} of {item.possible}"
        heading = label(f"{SIGNS[item.grade]}  {item.title}: {points}", "strong")
        heading.setToolTip(self._citations(item.authorities))
        section.body.addWidget(heading)
        section.body.addWidget(label(item.reason, "muted"))
        self._quotes(section.body, item.evidence)

    def _quotes(self, layout: QVBoxLayout, evidence: Iterable[Evidence]) -> None:
        for one in evidence:
            words = " ".join(one.quote.split())
            shown = f"“{words[:90]}{'…' if len(words) > 90 else ''}”"
            link = button(shown, tip="Show these words in the letter", link=True)
            link.setAccessibleName(f"Show in the letter: {shown}")
            link.clicked.connect(lambda _checked=False, chosen=one: self.evidence_chosen.emit(chosen))
            layout.addWidget(link)
        layout.setSpacing(max(layout.spacing(), TINY))

    def _citations(self, ids: Iterable[str]) -> str:
        known = [self._authorities[name] for name in ids if name in self._authorities]
        return "\n\n".join(f"{one.citation}\n{one.holding}" for one in known)
