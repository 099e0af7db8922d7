"""The Compliance tab: what is removed, the firm's own rules, redactions over time, how things stand, and the record."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from nexus_desktop.models.letter_models import Level
from nexus_desktop.services.compliance import Compliance, ComplianceState, RecordKind
from nexus_desktop.ui.compliance_levels import LevelsPage
from nexus_desktop.ui.compliance_rules import RulesPage
from nexus_desktop.ui.compliance_status import StatusPage, in_words
from nexus_desktop.ui.compliance_weeks import WeeksPage
from nexus_desktop.ui.late_stack import LateStack, is_made
from nexus_desktop.ui.theme import LARGE, SMALL, WIDE, Theme
from nexus_desktop.ui.translation import titled, tr
from nexus_desktop.ui.widgets import Figure, button, figures

if TYPE_CHECKING:
    from nexus_desktop.models.compliance_record import Indicator, RedactionWeek
    from nexus_desktop.services.rule_editing import RuleState
    from nexus_desktop.ui.tasks import TaskRunner

RECORDS = {tr("Web page (*.html)"): RecordKind.HTML, tr("JSON (*.json)"): RecordKind.JSON}


class ComplianceTab(QWidget):
    """``level_changed`` after another level was put in force, ``told`` after something was told in the audit trail."""

    level_changed = Signal(object)
    told = Signal()
    said = Signal(str)

    def __init__(self, compliance: Compliance, runner: TaskRunner, theme: Theme) -> None:
        super().__init__()
        self._compliance, self._runner = compliance, runner
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        layout.setSpacing(LARGE)
        self.removed, self.letters = Figure(tr("identifiers removed")), Figure(tr("letters kept"))
        self.policy, self.standing = Figure(tr("rules")), Figure(tr("how things stand"))
        layout.addLayout(figures(self.removed, self.letters, self.policy, self.standing))
        self._theme, self._titles = theme, titled(compliance.titles())
        self._rules: RuleState | None = None
        self._weeks: list[RedactionWeek] = []
        self._indicators: tuple[Indicator, ...] = ()
        self.levels = LevelsPage(compliance, runner)
        self.level, self.model = self.levels.level, self.levels.model
        self.pages = LateStack(lambda: self.levels, lambda: self.rules, lambda: self.weeks, lambda: self.status)
        layout.addLayout(self._choices())
        layout.addWidget(self.pages, 1)
        self.levels.changed.connect(self._level_changed)

    @cached_property
    def rules(self) -> RulesPage:
        """The rules of the firm."""
        made = RulesPage(self._compliance.rules, self._runner, self._theme, self._titles)
        made.changed.connect(self._rules_changed)
        if self._rules is not None:
            made.show_state(self._rules)
        return made

    @cached_property
    def weeks(self) -> WeeksPage:
        """Redactions over time."""
        made = WeeksPage(self._theme, self._titles)
        made.show_weeks(self._weeks)
        return made

    @cached_property
    def status(self) -> StatusPage:
        """How things stand."""
        made = StatusPage(self._theme)
        made.show_indicators(self._indicators)
        return made

    def _choices(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        group = QButtonGroup(self)
        self.choices = []
        names = (tr("What is removed"), tr("Rules of your firm"), tr("Over time"), tr("How things stand"))
        for number, words in enumerate(names):
            one = button(words)
            one.setCheckable(True)
            one.clicked.connect(lambda _checked=False, number=number: self.pages.choose(number))
            group.addButton(one)
            self.choices.append(one)
            row.addWidget(one)
        self.choices[0].setChecked(True)
        row.addStretch(1)
        self.again, self.export = button(tr("Look again")), button(tr("Export record …"))
        self.again.clicked.connect(self.refresh)
        self.export.clicked.connect(self.export_record)
        row.addWidget(self.again)
        row.addWidget(self.export)
        return row

    @Slot()
    def begin(self) -> None:
        """Once it stands in the window: show the levels, and count."""
        self.pages.choose(0)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Count again and look again how things stand."""
        self._count()
        self._runner.run(self._compliance.indicators, self._show_indicators)

    def _count(self) -> None:
        compliance = self._compliance
        self._runner.run(
            lambda _progress, _cancelled: (compliance.state(), compliance.rules.state(), compliance.weeks()),
            self._show_counts,
        )

    def _show_counts(self, counts: tuple[ComplianceState, RuleState, list[RedactionWeek]]) -> None:
        state, rules, self._weeks = counts
        self._show_state(state)
        self._rules = rules
        if is_made(self, "rules"):
            self.rules.show_state(rules)
        if is_made(self, "weeks"):
            self.weeks.show_weeks(self._weeks)
        of_firm = tr(" + {lines} of yours").format(lines=len(rules.lines)) if rules.lines else ""
        readable = rules.problem is None and rules.administrator_problem is None
        self.policy.show_value(
            state.policy_version + of_firm if readable else tr("not readable"), "" if readable else "bad"
        )

    def _show_state(self, state: ComplianceState) -> None:
        self.levels.show_state(state)
        self.removed.show_value(f"{state.redactions:,}")
        self.letters.show_value(f"{state.analyses:,}")

    def _show_indicators(self, indicators: tuple[Indicator, ...]) -> None:
        self._indicators = indicators
        if is_made(self, "status"):
            self.status.show_indicators(indicators)
        self.standing.show_value(*in_words(indicators))

    @Slot(object)
    def _level_changed(self, state: ComplianceState) -> None:
        self._show_state(state)
        self.level_changed.emit(Level(state.level))
        self.refresh()

    @Slot()
    def _rules_changed(self) -> None:
        self.refresh()
        self.told.emit()

    # --- the record -------------------------------------------------------------------------------------------------

    @Slot()
    def export_record(self) -> None:
        """Let the person say where the compliance record goes."""
        name, chosen = QFileDialog.getSaveFileName(self, tr("Export the compliance record"), "", ";;".join(RECORDS))
        if name:
            kind = RECORDS.get(chosen, RecordKind.HTML)
            path = Path(name)
            self.write_record(path if path.suffix else path.with_suffix(f".{kind.value}"))

    def write_record(self, path: Path) -> None:
        """Write the record; JSON where the name says so, else a page."""
        kind = RecordKind.JSON if path.suffix.lower() == ".json" else RecordKind.HTML
        compliance = self._compliance
        self._runner.run(
            lambda progress, cancelled: compliance.export_record(path, kind, progress, cancelled),
            lambda _none: self._exported(path),
        )

    def _exported(self, path: Path) -> None:
        self.said.emit(tr("Written: {name}").format(name=path.name))
        self.told.emit()
