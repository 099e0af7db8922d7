"""A morning's work with the window in Spanish; says what was seen, as JSON.

python spanish_story.py
"""

from __future__ import annotations

import json
import os
import sys
from threading import Event
from typing import Any

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QEventLoop, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from nexus_desktop.runtime import paths
from nexus_desktop.ui import translation


def main() -> None:
    translation.choose(paths.window_file(), "es")
    translation.begin()
    from nexus_desktop.bootstrap import Bootstrap
    from nexus_desktop.models.errors import LetterTooLong
    from nexus_desktop.ui.main_window import MainWindow
    from nexus_desktop.ui.tasks import TaskRunner
    from nexus_desktop.ui.theme import Theme

    qInstallMessageHandler(lambda *_: None)
    app = QApplication([])
    translation.words_of_qt(app)
    theme = Theme(app, paths.resource("theme/nexus.qss").read_text("utf-8"))
    window = MainWindow(Bootstrap().open_throwaway(), TaskRunner(), theme, paths.window_file())
    window.show()
    tab = window.analyze

    def settle() -> None:
        while window._runner.busy or not tab.settled:
            app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)

    settle()
    tab.intake.open_sample()
    settle()
    assert tab.letter is not None
    assert tab.letter.review is not None
    steps = [tab.primary.text()]
    for finding in tab.letter.review.undecided():
        tab.letter.review.decide(finding, redact=True)
    tab.review.changed.emit()
    settle()
    steps.append(tab.primary.text())
    tab.primary.click()
    settle()
    steps.append(tab.primary.text())
    for number in range(window.tabs.count()):
        window.tabs.setCurrentIndex(number)
        settle()
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    record = tab.record
    assert record is not None
    seen: dict[str, Any] = {
        "tabs": [window.tabs.tabText(number) for number in range(window.tabs.count())],
        "steps": steps,
        "button": box.button(QDialogButtonBox.StandardButton.Cancel).text().replace("&", ""),
        "error": translation.said(LetterTooLong(limit=2)),
        "kept_in_english": record.result.opinion.items[0].title.isascii(),
    }
    report = window._application.health.run(lambda _words, _done: None, Event())
    seen["health"] = {check.code: [check.sentence, translation.said(check)] for check in report.checks}
    seen["mend"] = {check.code: [check.mend, translation.worded(check.mend)] for check in report.checks if check.mend}
    page = window.tabs.health.checks_page
    seen["shown"] = [page.model.index(row, 2).data() for row in range(page.model.rowCount())]
    window.close()
    sys.stdout.write(json.dumps(seen))


if __name__ == "__main__":
    main()
