"""The right pane with a result: verdict, gates, parts, what to ask, opinions, elements; each tied to its words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from nexus_desktop.models import wording
from nexus_desktop.models.analysis_models import Component, Gate, Grade, ItemFinding, NexusAnalysisResult
from nexus_desktop.models.override_models import Override, own_count
from nexus_desktop.models.rubric_models import COMPONENT_POINTS, ItemId
from nexus_desktop.ui.ask_list import AskList
from nexus_desktop.ui.authority_popover import AuthorityLinks
from nexus_desktop.ui.checklist import ElementRow
from nexus_desktop.ui.item_card import FindingFrame, ItemCard
from nexus_desktop.ui.opinion_table import OpinionTable
from nexus_desktop.ui.result_around import Around
from nexus_desktop.ui.score_bar import ScoreBar
from nexus_desktop.ui.scroll_pane import ScrollPane
from nexus_desktop.ui.section import Section
from nexus_desktop.ui.served_strip import ServedStrip
from nexus_desktop.ui.service_result import service_card, service_sections
from nexus_desktop.ui.theme import SMALL, Theme
from nexus_desktop.ui.translation import tr
from nexus_desktop.ui.turns import Turns
from nexus_desktop.ui.verdict_card import VerdictCard
from nexus_desktop.ui.widgets import card, clear, label

if TYPE_CHECKING:
    from nexus_desktop.models.authority_models import Authority
    from nexus_desktop.models.records import AnalysisRecord
    from nexus_desktop.services.analyze_letter import Outcome
    from nexus_desktop.ui.evidence_map import Finding

AFTER_THE_VERDICT = 20  # milliseconds; the verdict is on the screen before its questions are built


class ResultPanel(QWidget):
    """Shows one record. ``evidence_chosen`` carries words to bring into view, ``said`` a line for the status bar,
    ``prompt_wanted`` the id of an analysis whose exact prompt is to be shown."""

    evidence_chosen = Signal(object)
    said = Signal(str)
    prompt_wanted = Signal(str)
    disagree_wanted = Signal(object)
    take_back_wanted = Signal(object)

    def __init__(self, theme: Theme, authorities: Mapping[str, Authority], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._authorities = theme, authorities
        self._frames: dict[str, FindingFrame] = {}
        self._sections: dict[str, Section] = {}
        self._opinions: OpinionTable | None = None
        self._served: set[str] = set()
        self._own: dict[ItemId, Override] | None = None  # None: cannot be disagreed with
        self._target: QWidget | None = None
        self._awaited = ""
        self.turns = Turns(self)
        self._scroller = QTimer(self)
        self._scroller.setSingleShot(True)
        self._scroller.setInterval(AFTER_THE_VERDICT)
        self._scroller.timeout.connect(self._scroll)
        self.strip = ServedStrip()
        self.strip.chosen.connect(self.reveal)
        self.area = ScrollPane(tr("Result"))
        self._layout = self.area.column
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.strip)
        layout.addWidget(self.area, 1)

    def show_record(self, record: AnalysisRecord, outcome: Outcome | None = None) -> None:
        """Show a result from the top. ``outcome`` of a letter in hand says whether a service was asked in vain."""
        self.turns.drop()
        clear(self._layout)
        self._frames, self._sections, self._opinions, self._target = {}, {}, None, None
        self._served, self._awaited, self._own = set(), "", None
        self.strip.show_findings(())
        result = record.result
        self.verdict = VerdictCard(self._theme, record)
        self._layout.addWidget(self.verdict)
        served = service_card(record, outcome, lambda: self.prompt_wanted.emit(record.id))
        if served is not None:
            self._layout.addWidget(served)
        for warning in result.warnings:
            frame, inside = card(role="notice")
            frame.setAccessibleName(tr("Warning: {warning}").format(warning=warning))
            inside.addWidget(label(tr("Warning: {warning}").format(warning=warning)))
            self._layout.addWidget(frame)
        for gate in result.compliance.gates:
            self._layout.addWidget(self._gate(gate))
        for section in service_sections(record):
            self._layout.addWidget(section)
        self._first, self._main, self._around = self._holder(), self._holder(), self._holder()
        self._layout.addWidget(label(wording.disclaimer(record.prompt_version), "caption"))
        self._layout.addStretch(1)
        self.area.verticalScrollBar().setValue(0)
        self.turns.add(lambda: self._components(record), lambda: self._rest(record))

    def _components(self, record: AnalysisRecord) -> None:
        for part in record.result.components:
            self._component(part)

    def _holder(self) -> QVBoxLayout:
        """Room for what comes later."""
        holder = QWidget()
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(self._layout.spacing())
        self._layout.addWidget(holder)
        return inside

    def show_around(self, around: QWidget) -> None:
        """Show what stands around the result below it, in place of what stood there; conflicts above the points.
        After what is still to be shown of the result: Tab goes through widgets in the order in which they came."""
        self.turns.add(lambda: self._place_around(around))

    def _place_around(self, around: QWidget) -> None:
        clear(self._around)
        clear(self._first)
        self._around.addWidget(around)
        if isinstance(around, Around):
            if around.conflicts is not None:
                self._first.addWidget(around.conflicts)
            around.evidence_chosen.connect(self.evidence_chosen)
            self._sections |= around.sections

    # --- parts ---------------------------------------------------------------------------------------------------

    def _gate(self, gate: Gate) -> QFrame:
        frame = FindingFrame("gate")
        frame.setAccessibleName(tr("Gate: {title}. {reason}").format(title=gate.title, reason=gate.reason))
        frame.column.addWidget(
            label(tr("{title}: at most {cap} points").format(title=gate.title, cap=gate.cap), "strong")
        )
        frame.column.addWidget(label(gate.reason))
        frame.add_quotes(gate.evidence)
        frame.column.addWidget(AuthorityLinks(gate.authorities, self._authorities))
        self._take(f"gate:{gate.id}", frame)
        return frame

    def _component(self, part: Component) -> None:
        def fill(layout: QVBoxLayout) -> None:
            self.turns.add(*(partial(self._item, layout, item) for item in part.items), lambda: section.come_next())

        bar = ScoreBar(self._theme, wording.COMPONENT[part.id], part.score, COMPONENT_POINTS)
        lost = sum(item.grade in (Grade.PARTIAL, Grade.NONE) for item in part.items)
        bar.setToolTip(
            tr("{lost} of {items} items to improve").format(lost=lost, items=len(part.items))
            if lost
            else tr("All items are met")
        )
        section = Section(
            tr("{words}, {lost} to improve").format(words=bar.words, lost=lost) if lost else bar.words,
            fill,
            heading=bar,
        )
        self._add(section, *(f"item:{item.id}" for item in part.items))

    def _item(self, layout: QVBoxLayout, item: ItemFinding) -> None:
        frame = ItemCard(self._theme, item, self._authorities)
        layout.addWidget(frame)
        frame.disagree_wanted.connect(self.disagree_wanted)
        frame.take_back_wanted.connect(self.take_back_wanted)
        self._show_own(frame, item.id)
        self._take(f"item:{item.id}", frame)

    def show_overrides(self, record: AnalysisRecord, standing: Sequence[Override]) -> None:
        """Show where the attorney sees it otherwise, and let more be said."""
        self._own = {one.item: one for one in standing}
        self.verdict.show_own(len(standing), own_count(record.result, standing))
        for key, frame in self._frames.items():
            if isinstance(frame, ItemCard):
                self._show_own(frame, ItemId(key.partition(":")[2]))

    def _show_own(self, card: ItemCard, item: ItemId) -> None:
        card.offer_disagreement(offered=self._own is not None)
        card.show_own((self._own or {}).get(item))

    def _rest(self, record: AnalysisRecord) -> None:
        result = record.result
        asks, stated, elements = result.recommendations, result.stated_opinions, result.compliance.elements

        def fill_asks(layout: QVBoxLayout) -> None:
            shown = AskList(self._theme, asks, self._authorities)
            shown.copied.connect(lambda: self.said.emit(tr("The questions are on the clipboard.")))
            layout.addWidget(shown)
            self.turns.add(*shown.pieces(), lambda: asked.come_next())

        def fill_opinions(layout: QVBoxLayout) -> None:
            self._opinions = OpinionTable(stated)
            self._opinions.quoted.connect(self.evidence_chosen)
            layout.addWidget(self._opinions)

        def fill_elements(layout: QVBoxLayout) -> None:
            pieces = (partial(self._element, layout, name, result) for name in dict(elements))
            self.turns.add(*pieces, lambda: told.come_next())

        found = [present for _, _, present in wording.element_words(elements)]
        if asks:
            asked = Section(tr("Ask the doctor ({asks})").format(asks=len(asks)), fill_asks)
            self._add(asked)
            QTimer.singleShot(AFTER_THE_VERDICT, asked, asked.open)
        else:
            self._main.addWidget(label(tr("Nothing is left to ask the doctor."), "muted"))
        if stated:
            section = Section(tr("Opinions found ({stated})").format(stated=len(stated)), fill_opinions)
            self._add(section, *(f"opinion:{number}" for number in range(len(stated))))
        else:
            self._main.addWidget(label(tr("The letter states no opinion."), "muted"))
        told = Section(tr("Elements: {found} of {all}").format(found=sum(found), all=len(found)), fill_elements)
        self._add(told)

    def _element(self, layout: QVBoxLayout, name: str, result: NexusAnalysisResult) -> None:
        frame = ElementRow(self._theme, name, result)
        frame.quoted.connect(self.evidence_chosen)
        layout.addWidget(frame)

    def _add(self, section: Section, *keys: str) -> None:
        self._sections |= dict.fromkeys(keys, section)
        self._main.addWidget(section)
        if self._awaited in keys:
            self.reveal(self._awaited)

    def _take(self, key: str, frame: FindingFrame) -> None:
        self._frames[key] = frame
        frame.quoted.connect(self.evidence_chosen)
        frame.show_serves(key in self._served)
        if key == self._awaited:
            self.reveal(key)

    # --- from the letter to the findings -------------------------------------------------------------------------

    def show_served(self, findings: Sequence[Finding]) -> None:
        """Name and mark the findings that the words marked in the letter are quoted for."""
        self._served = {one.key for one in findings}
        self.strip.show_findings(findings)
        for key, frame in self._frames.items():
            frame.show_serves(key in self._served)

    @Slot(str)
    def reveal(self, key: str) -> None:
        """Bring a finding into view, and the focus to it."""
        if key in self._sections:
            self._sections[key].open()
        kind, _, number = key.partition(":")
        target: QWidget | None = self._frames.get(key)
        self._awaited = key if target is None else ""  # an item of a section that is still being filled
        if kind == "opinion" and self._opinions is not None:
            self._opinions.select(int(number))
            self._opinions.view.setFocus()
            target = self._opinions
        elif isinstance(target, FindingFrame) and target.quotes:
            target.quotes[0].setFocus()
        elif target is None and not self._awaited.startswith("item:"):
            target = self._sections.get(key)
        self._target = target
        self._scroller.start()  # once what was opened has its place

    @Slot()
    def _scroll(self) -> None:
        if self._target is not None:
            self.area.ensureWidgetVisible(self._target, 0, SMALL)
