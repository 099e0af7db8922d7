"""How long the window stands still in two afternoons of an attorney: the first start, and a case.

    python3 build/dev.py bench afternoons

The first: the steps of a first start, one letter reviewed item by item, analyzed, read and exported, every tab looked
at. The second: a case with its client and facts, four letters from a folder, a C&P report and a revised letter, all
reviewed and analyzed, notes, search, both comparisons, every paper. Beside the limit of 50 ms stand the longest gap of
a 2 ms timer during each step and the most that the window itself computed in one go. The third, a Monday with forty
scans, is ``bench_batch.py --scans``.
"""

from __future__ import annotations

import gc
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["NEXUS_HOME"] = tempfile.mkdtemp(prefix="nexus-bench-")

from PySide6.QtCore import qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QFileDialog

from nexus_desktop.bootstrap import Bootstrap
from nexus_desktop.models.paper_models import Mode, Paper, ReportKind
from nexus_desktop.runtime import paths
from nexus_desktop.services.application import Application
from nexus_desktop.ui.command_palette import CommandPalette
from nexus_desktop.ui.commands import of_menus
from nexus_desktop.ui.first_pages import Ground
from nexus_desktop.ui.first_start import FirstStart
from nexus_desktop.ui.garbage import Garbage
from nexus_desktop.ui.main_window import MainWindow
from nexus_desktop.ui.tasks import TaskRunner
from nexus_desktop.ui.theme import Theme
from tests.annotated_letters import FOLDER as LETTERS
from tests.annotated_letters import parse
from tests.benchmarks.bench_window import LIMIT
from tests.benchmarks.figures import figure
from tests.ui.heart import Heart
from tests.unit.analysis.test_comparison import DRAFT, PRIVATE, REPORT

PASSPHRASE = "four words not together"
IN_FOLDER = ("003-*", "020-*", "050-*", "100-*")
"""Labelled letters that the folder of the case holds."""

Act = Callable[[], object]


class Afternoon:
    """Does things as a person does, one after the other, and says what each cost."""

    def __init__(self, name: str, heart: Heart, runner: TaskRunner) -> None:
        self._name, self._heart, self._runner = name, heart, runner
        self.window: MainWindow | None = None
        self._gap, self._own, self._worst = 0.0, 0.0, ("", "")

    def _busy(self) -> bool:
        window = self.window
        if self._runner.busy:
            return True
        if window is None:
            return False
        papers = window.analyze.export_report.dialog
        return not window.is_ready or not window.analyze.settled or (papers is not None and papers._settled.isActive())

    def step(self, name: str, act: Act) -> None:
        """One act, until all is done and shown. Only steps that come near the limit are told one by one."""
        gap, own = self._heart.during(act, self._busy)
        if max(gap, own) > LIMIT / 2:
            sys.stdout.write(f"  {self._name}, {name}: gap {1000 * gap:.0f} ms, of its own {1000 * own:.0f} ms\n")
        self._gap, self._worst = max((self._gap, self._worst), (gap, (name, self._worst[1])))
        if own > self._own:
            self._own, self._worst = own, (self._worst[0], name)

    def tell(self) -> None:
        """The longest of all steps."""
        figure(f"{self._name}, longest gap ({self._worst[0]})", 1000 * self._gap, "ms", limit=1000 * LIMIT)
        figure(f"{self._name}, computed in one go ({self._worst[1]})", 1000 * self._own, "ms", limit=1000 * LIMIT)

    # --- what both afternoons do ------------------------------------------------------------------------------------

    def work_through(self, window: MainWindow, name: str) -> None:
        """Review the letter that is up item by item, analyze it, and read what was found."""
        tab = window.analyze
        assert tab.letter is not None
        assert tab.letter.review is not None
        review = tab.letter.review
        self.step(f"{name}: side by side", tab.keys.both.trigger)
        while review.undecided():
            self.step(f"{name}: next", tab.review.next_to_decide)
            self.step(f"{name}: remove", tab.keys.remove.trigger)
        self.step(f"{name}: redacted", tab.keys.redacted.trigger)
        self.step(f"{name}: analyze", tab.primary.click)
        for _ in range(3):
            self.step(f"{name}: next quote", tab.keys.next.trigger)
        for section in set(tab.result._sections.values()):
            self.step(f"{name}: open {section.heading.text()}", section.open)

    def export(self, window: MainWindow, folder: Path, *papers: Paper) -> None:
        """Look at papers and write each as Word and PDF."""
        for paper in papers:
            for kind in (ReportKind.DOCX, ReportKind.PDF):
                path = folder / f"{paper.value}.{kind.value}"
                self.step(f"export {paper.value}", window.analyze.export)
                dialog = window.analyze.export_report.dialog
                assert dialog is not None
                for choice, value in ((dialog.paper, paper.value), (dialog.format, kind.value)):
                    choice.setCurrentIndex(choice.findData(value))
                    self.step(f"choose {value}", lambda: choice.activated.emit(choice.currentIndex()))  # noqa: B023 - called at once
                QFileDialog.getSaveFileName = lambda *_, **__: (str(path), "")  # type: ignore[method-assign,assignment]  # noqa: B023
                self.step(f"save {path.name}", dialog.save.click)
                assert path.stat().st_size


def opened(application: Application, runner: TaskRunner, theme: Theme) -> MainWindow:
    """A window of the usual size."""
    window = MainWindow(application, runner, theme, paths.window_file())
    window.resize(1366, 768)
    window.show()
    Garbage(window)  # as the program does once its window answers
    return window


def first_start(theme: Theme, heart: Heart, folder: Path) -> MainWindow:
    """From nothing to a report."""
    runner, starter = TaskRunner(), Bootstrap()
    day = Afternoon("first start", heart, runner)
    dialog = FirstStart(Ground(runner, theme, 12, starter=starter), starter.first_steps)
    day.step("shown", dialog.show)
    day.step("what stays here", dialog.go_on.click)
    for edit in (dialog.key.first, dialog.key.second):
        edit.setText(PASSPHRASE)
    for name in ("passphrase", "recovery key", "level", "offline", "sample"):
        day.step(name, dialog.go_on.click)
    application = dialog.ground.application
    assert application is not None
    dialog.deleteLater()
    window = day.window = opened(application, runner, theme)  # what a start takes is told by ``bench_start.py``
    day.step("settled", window.settle)
    day.step("sample", window.analyze.intake.open_sample)
    day.work_through(window, "sample")
    day.export(window, folder, Paper.ANALYSIS)
    for index in (1, 2, 3, 4, 0):
        day.step(f"tab {window.tabs.tabText(index)}", lambda: window.tabs.setCurrentIndex(index))  # noqa: B023 - called at once
    for tab in (window.tabs.compliance, window.tabs.health, window.tabs.prompts):
        window.tabs.setCurrentWidget(tab)
        for number in range(len(tab.pages._makers)):
            day.step(f"{type(tab).__name__}, page {number + 1}", lambda: tab.pages.choose(number))  # noqa: B023
    day.step("back", lambda: window.tabs.setCurrentWidget(window.analyze))
    commands = CommandPalette(of_menus(window.menuBar()), window)
    day.step("commands", commands.show)
    day.step("commands left", commands.reject)
    day.tell()
    return window


def a_case(window: MainWindow, heart: Heart, folder: Path, papers: Path) -> None:
    """Four letters from a folder, a C&P report and a revised letter."""
    day, tab = Afternoon("a case", heart, window._runner), window.analyze
    day.window = window
    cases = tab.cases
    day.step("new case", lambda: cases.make_case("2026-014", "C-7"))
    page = cases.case
    day.step("keeps its client", page.keeps.click)
    page.client.names.setPlainText("Zephyrine Quackenbosch")
    page.service.setPlainText("1968-05 to 1970")
    day.step("save", tab.primary.click)
    day.step("add the folder", lambda: tab.intake.open_files([folder]))
    for letter in list(tab.letters.desk.letters)[: len(IN_FOLDER)]:
        day.step(f"{letter.title}: choose", lambda: tab.letters.choose(letter))  # noqa: B023 - called at once
        day.work_through(window, letter.title)
    kept = []
    for name, text in (("C&P report", REPORT), ("letter", DRAFT), ("revised letter", PRIVATE)):
        QApplication.clipboard().setText(text)
        day.step(f"{name}: paste", tab.intake.paste)
        day.work_through(window, name)
        assert tab.record is not None
        kept.append(tab.record.id)
    report, before, after = kept
    day.step("compare with the C&P report", lambda: cases.compare(report, after))
    day.step("swap", cases.comparison.swap.click)
    day.step("compare the revision", lambda: cases.compare(before, after, Mode.REVISION))
    day.step("open it", lambda: tab.open_saved(after))
    day.export(window, papers, Paper.DOCTOR_REQUEST, Paper.MEMO, Paper.CLIENT_LETTER, Paper.WORK_RECORD)
    day.step("the case", tab.letters.show_case)
    note = page.note
    note.edit.setPlainText("The films are asked for.")
    for name in ("check the note", "keep the note"):
        day.step(name, note.press.click)
    day.step("ask to search", tab.letters.ask_search)
    tab.letters.search.setText("hip")
    day.step("search", cases._seek)
    day.step("show a hit", tab.primary.click)
    day.tell()


def main() -> None:
    gc.disable()  # as ``__main__`` leaves it until the window answers
    qInstallMessageHandler(lambda *_: None)
    app = QApplication([])
    theme = Theme(app, paths.resource("theme/nexus.qss").read_text("utf-8"))
    heart = Heart()
    folder, papers = (Path(tempfile.mkdtemp(prefix="nexus-case-")) for _ in range(2))
    window = first_start(theme, heart, papers)
    for pattern in IN_FOLDER:
        (path,) = (LETTERS / "labelled").glob(f"{pattern}.tagged.txt")
        (folder / f"{path.name.split('.')[0]}.txt").write_text(parse(path.name, path.read_text("utf-8")).text, "utf-8")
    a_case(window, heart, folder, papers)
    window.close()
    heart.stop()


if __name__ == "__main__":
    main()
