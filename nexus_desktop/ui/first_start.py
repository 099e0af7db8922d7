"""The first steps on a new machine: one page at a time, by keyboard alone, to be left and taken up at any page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from nexus_desktop.services.first_steps import FirstSteps, Step
from nexus_desktop.ui.first_choices import KeyPage, LevelPage, RecoveryPage, ServicePage
from nexus_desktop.ui.first_pages import SKIP, FirstPage, Ground, MachinePage, SamplePage, in_words
from nexus_desktop.ui.icons import Icon, picture
from nexus_desktop.ui.theme import LARGE, MEDIUM, SMALL, WIDE, Theme, set_role
from nexus_desktop.ui.translation import tr
from nexus_desktop.ui.widgets import button, card, label

if TYPE_CHECKING:
    from nexus_desktop.services.application import Application, Starter
    from nexus_desktop.ui.tasks import TaskRunner

SIGN = 16
SHORT = {
    Step.MACHINE: tr("This machine"),
    Step.KEY: tr("Key"),
    Step.RECOVERY: tr("Recovery key"),
    Step.LEVEL: tr("Level"),
    Step.SERVICE: tr("Offline or service"),
    Step.SAMPLE: tr("Sample letter"),
}


class FirstStart(QDialog):
    """Accepted once the last page was left forwards, rejected by *Later*; ``ground.application`` is open from the page
    of the key on, either way."""

    def __init__(self, ground: Ground, steps: FirstSteps, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ground, self._steps = ground, steps
        self.setMinimumSize(720, 480)
        self.resize(820, 540)
        self.key, self.recovery, self.level = KeyPage(ground), RecoveryPage(ground), LevelPage(ground)
        self.service, self.sample = ServicePage(ground), SamplePage(ground)
        self.pages: tuple[FirstPage, ...] = (
            MachinePage(ground), self.key, self.recovery, self.level, self.service, self.sample,
        )  # fmt: skip
        self._busy = False
        layout = QHBoxLayout(self)
        layout.setContentsMargins(LARGE, LARGE, WIDE, LARGE)
        layout.setSpacing(WIDE)
        layout.addWidget(self._overview())
        layout.addLayout(self._right(), 1)
        for one, other in ((self.go_on, self.back), (self.back, self.later)):
            QWidget.setTabOrder(one, other)  # what leads on comes first after the page
        for page in self.pages:
            page.changed.connect(self._show_buttons)
            page.settled.connect(self.go_on.setFocus)
        ground.theme.changed.connect(self._repaint)
        first = steps.where_to_go_on()
        if ground.application is None:
            first = min(first, Step.KEY, key=list(Step).index)  # nothing after it goes without a store
        self.show_step(first)

    @property
    def wants_sample(self) -> bool:
        """Whether the sample letter is to be opened now."""
        return self.sample.open.isChecked()

    @property
    def wants_service(self) -> bool:
        """Whether the settings of services are to be opened now."""
        return self.service.service.isChecked()

    # --- building ---------------------------------------------------------------------------------------------------

    def _overview(self) -> QWidget:
        frame, column = card()
        frame.setFixedWidth(30 * frame.fontMetrics().averageCharWidth() + WIDE)
        column.addWidget(label(tr("First steps"), "section"))
        self._rows: list[tuple[QLabel, QLabel]] = []
        for page in self.pages:
            row, sign, words = QHBoxLayout(), QLabel(), label(SHORT[page.step])
            sign.setFixedSize(SIGN, SIGN)
            row.setSpacing(SMALL)
            row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(words, 1)
            column.addLayout(row)
            self._rows.append((sign, words))
        column.addStretch(1)
        return frame

    def _right(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(MEDIUM)
        self.heading, self.number = label("", "title"), label("", "muted", wrap=False)
        column.addWidget(self.number)
        column.addWidget(self.heading)
        self.stack = QStackedWidget()
        for page in self.pages:
            area = QScrollArea()
            area.setWidgetResizable(True)
            area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            area.setWidget(page)
            self.stack.addWidget(area)
        column.addWidget(self.stack, 1)
        self.problem = label("")
        set_role(self.problem, state="bad")
        self.problem.hide()
        column.addWidget(self.problem)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        self.later = button(tr("&Later"), tip=tr("Go to work now. These steps are in the menu Help, First steps."))
        self.back, self.go_on = button(tr("&Back")), button("", primary=True)
        self.go_on.setDefault(True)
        for one in (self.later, self.back):
            one.setAutoDefault(True)  # Enter presses what has the focus
        self.later.clicked.connect(self.reject)
        self.back.clicked.connect(self._go_back)
        self.go_on.clicked.connect(self._go_on)
        row.addWidget(self.later)
        row.addStretch(1)
        row.addWidget(self.back)
        row.addWidget(self.go_on)
        column.addLayout(row)
        return column

    # --- going ------------------------------------------------------------------------------------------------------

    @property
    def page(self) -> FirstPage:
        """The one that is up."""
        return self.pages[self.stack.currentIndex()]

    def show_step(self, step: Step) -> None:
        """Bring a page up."""
        index = list(Step).index(step)
        page = self.pages[index]
        self.stack.setCurrentIndex(index)
        self.heading.setText(page.title)
        self.number.setText(tr("Step {index} of {pages}").format(index=index + 1, pages=len(self.pages)))
        self.setWindowTitle(
            tr("First steps, {index} of {pages}: {title}").format(
                index=index + 1, pages=len(self.pages), title=page.title
            )
        )
        self._say("")
        self.go_on.setFocus()
        page.enter()
        self._show_buttons()
        self._repaint()

    @Slot()
    def _show_buttons(self) -> None:
        page = self.page
        self.back.setEnabled(self.stack.currentIndex() > 0 and not self._busy)
        self.later.setEnabled(not self._busy)
        self.go_on.setText(page.go_on)
        self.go_on.setEnabled(page.ready and not self._busy)
        self.go_on.setProperty("primary", "false" if page.go_on == SKIP else "true")
        set_role(self.go_on)

    @Slot()
    def _go_back(self) -> None:
        self.show_step(self.pages[self.stack.currentIndex() - 1].step)

    @Slot()
    def _go_on(self) -> None:
        page, steps = self.page, self._steps
        work, counts = page.job(), page.counts

        def job() -> None:
            if work is not None:
                work()
            if counts:
                steps.finish(page.step)

        self._set_busy(True)
        self.ground.runner.run(lambda _progress, _cancelled: job(), self._gone_on, self._failed)

    def _gone_on(self, _nothing: object) -> None:
        self._set_busy(False)
        index = self.stack.currentIndex()
        if index + 1 == len(self.pages):
            self.accept()
        else:
            self.show_step(self.pages[index + 1].step)

    def _failed(self, error: Exception) -> None:
        self._set_busy(False)
        self._say(in_words(error))

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self._show_buttons()

    def _say(self, words: str) -> None:
        self.problem.setText(words)
        self.problem.setVisible(bool(words))

    def reject(self) -> None:
        """Later; not while the key is being made, or nobody would hold what was opened."""
        if not self._busy:
            super().reject()

    @Slot()
    def _repaint(self) -> None:
        done, scheme = self._steps.done(), self.ground.theme.scheme
        for page, (sign, words) in zip(self.pages, self._rows, strict=True):
            now = page is self.page
            sign.setPixmap(
                picture(Icon.ONWARD, scheme.primary, SIGN) if now
                else picture(Icon.DONE, scheme.good, SIGN) if page.step in done
                else picture(Icon.WAITING, scheme.muted, SIGN)
            )  # fmt: skip
            words.setText(SHORT[page.step] + (tr(" (done)") if page.step in done and not now else ""))
            set_role(words, role="strong" if now else "", state="" if now or page.step in done else "ahead")


def walk(starter: Starter, runner: TaskRunner, theme: Theme) -> tuple[Application | None, bool, bool]:
    """The first steps before there is a window: the open store, where the page of the key was left forwards; whether
    the sample letter, and whether the settings of services are to be opened."""
    ground = Ground(runner, theme, starter.settings.store.passphrase_length, starter=starter)
    dialog = FirstStart(ground, starter.first_steps)
    finished = bool(dialog.exec())
    wishes = finished and dialog.wants_sample, finished and dialog.wants_service
    dialog.deleteLater()
    QCoreApplication.sendPostedEvents(dialog, QEvent.Type.DeferredDelete)  # here and now: no job may happen upon it
    return ground.application, *wishes
