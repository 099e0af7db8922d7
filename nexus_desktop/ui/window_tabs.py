"""The five tabs. Analyze is there from the start; each of the others is made when it is first looked at.

A window answers a third sooner without them, and who reads letters all day may never open some.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QTabWidget, QWidget

from nexus_desktop.ui.analyze_tab import AnalyzeTab
from nexus_desktop.ui.icons import Icon, icon
from nexus_desktop.ui.late_stack import is_made
from nexus_desktop.ui.translation import tr

if TYPE_CHECKING:  # imported by whoever first looks at one
    from nexus_desktop.models.ports import CancelFlag
    from nexus_desktop.services.application import Application
    from nexus_desktop.ui.audit_tab import AuditTab
    from nexus_desktop.ui.compliance_tab import ComplianceTab
    from nexus_desktop.ui.health_tab import HealthTab
    from nexus_desktop.ui.health_watch import HealthWatch
    from nexus_desktop.ui.prompts_tab import PromptsTab
    from nexus_desktop.ui.tasks import TaskRunner
    from nexus_desktop.ui.theme import Theme

NAMES = (tr("Analyze"), tr("Compliance"), tr("Audit"), tr("Health"), tr("Prompts"))
ICONS = (Icon.ANALYZE, Icon.COMPLIANCE, Icon.AUDIT, Icon.HEALTH, Icon.PROMPTS)
ANALYZE, COMPLIANCE, AUDIT, HEALTH, PROMPTS = range(5)
OTHERS = ("compliance_tab", "audit_tab", "health_tab", "prompts_tab")


def load_others(cancelled: CancelFlag) -> None:
    """Load the modules of the tabs that nobody has looked at, for a job: on the first look that would be felt."""
    for name in OTHERS:
        if not cancelled.is_set():
            import_module(f"nexus_desktop.ui.{name}")


class WindowTabs(QTabWidget):
    """``said`` carries a sentence of any tab, ``level_changed`` the level that was put in force."""

    said = Signal(str)
    level_changed = Signal(object)

    def __init__(self, application: Application, runner: TaskRunner, theme: Theme, watch: HealthWatch) -> None:
        super().__init__()
        self._application, self._runner, self._theme, self._watch = application, runner, theme, watch
        self.setDocumentMode(True)
        self.setAccessibleName(tr("Tabs"))
        self.tabBar().setDrawBase(False)
        self.analyze = AnalyzeTab(application, runner, theme)
        self.analyze.said.connect(self.said)
        self.analyze.result.prompt_wanted.connect(lambda analysis_id: self.prompts.show_asked(analysis_id))
        self.addTab(self.analyze, NAMES[ANALYZE])
        for name in NAMES[1:]:
            self.addTab(QWidget(), name)
        self.currentChanged.connect(self._looked_at)
        theme.changed.connect(self._restyle)
        self._restyle()

    # --- the tabs ---------------------------------------------------------------------------------------------------

    @cached_property
    def compliance(self) -> ComplianceTab:
        """Levels, rules, redactions over time, how things stand."""
        from nexus_desktop.ui.compliance_tab import ComplianceTab

        made = ComplianceTab(self._application.compliance, self._runner, self._theme)
        made.level_changed.connect(self.level_changed)
        made.level_changed.connect(self.told)
        made.told.connect(self.told)
        self._put(COMPLIANCE, made, made.begin)
        made.said.connect(self.said)
        return made

    @cached_property
    def audit(self) -> AuditTab:
        """Everything that was done."""
        from nexus_desktop.ui.audit_tab import AuditTab

        made = AuditTab(self._application.audit, self._application.trail_export, self._runner)
        made.said.connect(self.said)
        self._put(AUDIT, made, made.begin)
        return made

    @cached_property
    def health(self) -> HealthTab:
        """Whether all is well."""
        from nexus_desktop.ui.health_tab import HealthTab

        made = HealthTab(self._application, self._runner, self._theme, self._watch)
        made.said.connect(self.said)
        self._put(HEALTH, made, made.begin)
        return made

    @cached_property
    def prompts(self) -> PromptsTab:
        """Which words are asked."""
        from nexus_desktop.ui.prompts_tab import PromptsTab

        made = PromptsTab(self._application.prompts, self._runner, self._theme)
        made.said.connect(self.said)
        made.told.connect(self.told)
        self._put(PROMPTS, made, made.begin)
        return made

    def _put(self, index: int, page: QWidget, begin: Callable[[], None]) -> None:
        """Put a page in the place that was kept for it, and let it read what it shows."""
        current, kept = self.currentIndex(), self.widget(index)
        with QSignalBlocker(self):
            self.removeTab(index)
            self.insertTab(index, page, NAMES[index])
            self.setCurrentIndex(current)
        if kept is not None:
            kept.deleteLater()
        self._restyle()
        begin()

    def page(self, index: int) -> QWidget:
        """The page at a place, made now where nobody has looked at it yet."""
        pages: tuple[Callable[[], QWidget], ...] = (
            lambda: self.analyze,
            lambda: self.compliance,
            lambda: self.audit,
            lambda: self.health,
            lambda: self.prompts,
        )
        return pages[index]()

    def is_made(self, name: str) -> bool:
        """Whether somebody has looked at the tab with this name in the code."""
        return is_made(self, name)

    @Slot(int)
    def _looked_at(self, index: int) -> None:
        self.page(index)

    @Slot()
    def _restyle(self) -> None:
        for index, name in enumerate(ICONS):
            self.setTabIcon(index, icon(name, self._theme.scheme.muted))

    # --- what concerns several ----------------------------------------------------------------------------------------

    @Slot()
    def told(self) -> None:
        """Something was told in the audit trail."""
        if self.is_made("audit"):
            self.audit.refresh()

    @Slot()
    def stored(self) -> None:
        """An analysis was stored."""
        if self.is_made("compliance"):
            self.compliance.refresh()
        self.told()

    @Slot()
    def look_again(self) -> None:
        """Anything may have changed."""
        self.stored()
        self._watch.refresh()

    def forget(self) -> None:
        """Show nothing of the store, as when the window is locked."""
        if self.is_made("audit"):
            self.audit.forget()
