"""What stands beside the tabs and is made when it is asked for: the palette of commands, the first steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from nexus_desktop.ui.commands import distinct, of_cases, of_menus, of_screen

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow, QTabWidget

    from nexus_desktop.models.records import Matter
    from nexus_desktop.services.application import Application
    from nexus_desktop.ui.analyze_tab import AnalyzeTab
    from nexus_desktop.ui.tasks import TaskRunner
    from nexus_desktop.ui.theme import Theme


class WindowAids(QObject):
    """``changed`` after settings may have changed, ``sample_wanted`` and ``services_wanted`` for what comes next."""

    changed = Signal()
    sample_wanted = Signal()
    services_wanted = Signal()

    def __init__(self, window: QMainWindow, application: Application, runner: TaskRunner, theme: Theme) -> None:
        super().__init__(window)
        self._window, self._application, self._runner, self._theme = window, application, runner, theme

    def commands(self, tabs: QTabWidget, analyze: AnalyzeTab) -> None:
        """Offer everything that can be done now, and do what is chosen."""
        from nexus_desktop.ui.command_palette import CommandPalette

        def show(matter: Matter) -> None:
            tabs.setCurrentWidget(analyze)
            analyze.cases.show_case(matter)

        matters = [line.matter for line in analyze.letters.cases.lines]
        page, place = tabs.currentWidget(), tabs.tabText(tabs.currentIndex())
        found = (*of_menus(self._window.menuBar()), *of_screen(page, place), *of_cases(matters, show))
        palette = CommandPalette(distinct(found), self._window)
        palette.exec()
        chosen = palette.chosen
        palette.deleteLater()
        if chosen is not None:
            chosen.do()

    @Slot()
    def first_steps(self) -> None:
        """Take the first steps up where they were left."""
        from nexus_desktop.ui.first_pages import Ground
        from nexus_desktop.ui.first_start import FirstStart  # seen once or twice on a machine

        application = self._application
        ground = Ground(self._runner, self._theme, application.shortest_passphrase, application=application)
        dialog = FirstStart(ground, application.first_steps, self._window)
        finished = dialog.exec()
        self.changed.emit()
        if finished and dialog.wants_sample:
            self.sample_wanted.emit()
        if finished and dialog.wants_service:
            self.services_wanted.emit()
        dialog.deleteLater()
