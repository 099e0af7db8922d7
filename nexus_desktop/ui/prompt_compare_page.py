"""Two versions compared: on the same test letters, and by sharing the letters of every day.

The words never say more than the letters allow.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from nexus_desktop.models.prompt_models import ANALYSIS, PromptState
from nexus_desktop.services.prompt_figures import FEWEST_PLANNED, MOST_PLANNED, PairedResult
from nexus_desktop.ui.prompt_decision import DecisionDialog
from nexus_desktop.ui.prompt_number import NumberEdit
from nexus_desktop.ui.prompt_words import run_words
from nexus_desktop.ui.theme import MEDIUM, SMALL
from nexus_desktop.ui.translation import said, tr
from nexus_desktop.ui.widgets import Choice, button, card, label

if TYPE_CHECKING:
    from nexus_desktop.models.ports import CancelFlag, Progress
    from nexus_desktop.models.prompt_records import Experiment, TestRun
    from nexus_desktop.services.application import PromptWork
    from nexus_desktop.services.prompt_review import PromptLine
    from nexus_desktop.ui.tasks import TaskRunner

SHARE, PLANNED = 50, 60
NO_CANDIDATE = tr(
    "There is no candidate to compare. On the page Versions, write a draft from the version in force, check it, and "
    "make it a candidate."
)
WHAT_IT_DOES = tr(
    "A candidate reads a share of your letters in the place of the version in force. Which letter gets which is fixed "
    "by a hash of the file. The number of letters is fixed before the first: who looks often enough finds a "
    "difference where there is none."
)
SAME_LETTERS = tr(
    "Two runs of the same test letters, letter by letter. Between two versions read by the same service nothing "
    "differs but the words: this is the fairer comparison."
)


@dataclass(frozen=True, slots=True)
class CompareState:
    """What the page shows, read in one job."""

    approved: PromptLine | None
    candidates: tuple[PromptLine, ...]
    newest: Experiment | None
    counts: dict[str, int]
    paired: PairedResult | None
    runs: tuple[TestRun, ...]


def read_compare(work: PromptWork) -> CompareState:
    """Versions, the newest comparison with its counts, and the runs there are."""
    lines = [one for one in work.review.versions() if one.prompt_id == ANALYSIS]
    newest = next(iter(work.figures.comparisons(ANALYSIS)), None)
    counts = work.figures.letters_in(newest) if newest is not None else {}
    paired = work.figures.on_letters(ANALYSIS, newest.first, newest.second, newest.planned) if newest else None
    return CompareState(
        approved=next((one for one in lines if one.state is PromptState.APPROVED), None),
        candidates=tuple(one for one in lines if one.state is PromptState.CANDIDATE),
        newest=newest,
        counts=counts,
        paired=paired,
        runs=tuple(work.tests.runs(ANALYSIS)),
    )


class ComparePage(QWidget):
    """``changed`` after a comparison was begun or ended."""

    changed = Signal()

    def __init__(self, work: PromptWork, runner: TaskRunner) -> None:
        super().__init__()
        self._work, self._runner = work, runner
        self._state: CompareState | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(MEDIUM)
        layout.addWidget(self._shared())
        layout.addWidget(self._same())
        layout.addStretch(1)

    def _shared(self) -> QFrame:
        frame, layout = card()
        layout.addWidget(label(tr("Share the letters of every day"), "section"))
        layout.addWidget(label(WHAT_IT_DOES, "muted"))
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        self.candidate = Choice(tr("Candidate"))
        self.share = NumberEdit(tr("Share of the letters for the candidate, in percent"), 0, 100, SHARE)
        self.planned = NumberEdit(tr("Letters planned"), FEWEST_PLANNED, MOST_PLANNED, PLANNED)
        self.begin, self.end = button(tr("Begin …"), primary=True), button(tr("End comparison"))
        self.begin.clicked.connect(self.ask_begin)
        self.end.clicked.connect(self.end_now)
        self.setup = QWidget()
        self.setup.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        for words, part in (
            (tr("Candidate"), self.candidate),
            (tr("gets"), self.share),
            (tr("% of the letters; letters planned"), self.planned),
        ):
            row.addWidget(label(words, "muted", wrap=False))
            row.addWidget(part)
        row.addWidget(self.begin)
        row.addStretch(1)
        layout.addWidget(self.setup)
        self.standing, self.pairs = label("", "strong"), label("")
        layout.addWidget(self.standing)
        layout.addWidget(self.pairs)
        ends = QHBoxLayout()
        ends.addWidget(self.end)
        ends.addStretch(1)
        layout.addLayout(ends)
        return frame

    def _same(self) -> QFrame:
        frame, layout = card()
        layout.addWidget(label(tr("The same test letters"), "section"))
        layout.addWidget(label(SAME_LETTERS, "muted"))
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        self.first, self.second = Choice(tr("First run")), Choice(tr("Second run"))
        for one in (self.first, self.second):
            one.setMinimumContentsLength(34)
            one.activated.connect(self.compare)
        row.addWidget(self.first)
        row.addWidget(label("with", "muted", wrap=False))
        row.addWidget(self.second)
        row.addStretch(1)
        layout.addLayout(row)
        self.sentence, self.more = label("", "strong"), label("")
        layout.addWidget(self.sentence)
        layout.addWidget(self.more)
        return frame

    # --- showing ---------------------------------------------------------------------------------------------------

    @Slot()
    def refresh(self) -> None:
        """Read everything again."""

        def job(_progress: Progress, _cancelled: CancelFlag) -> CompareState:
            return read_compare(self._work)

        self._runner.run(job, self.show_state)

    def show_state(self, state: CompareState) -> None:
        """Show what was read."""
        self._state = state
        running = state.newest is not None and state.newest.ended_at is None
        self.candidate.clear()
        for line in state.candidates:
            self.candidate.addItem(line.version, line.version)
        ready = bool(state.candidates) and state.approved is not None
        self.setup.setVisible(ready and not running)
        self.end.setVisible(running)
        self._show_standing(state, ready=ready)
        self._show_runs(state.runs)

    def _show_standing(self, state: CompareState, *, ready: bool) -> None:
        newest, paired = state.newest, state.paired
        if newest is None:
            self.standing.setText("" if ready else NO_CANDIDATE)
            self.standing.setVisible(not ready)
            self.pairs.hide()
            return
        self.standing.show()
        self.pairs.show()
        seen = sum(state.counts.values())
        each = ", ".join(f"{version}: {count}" for version, count in state.counts.items())
        when = (
            tr("Under way")
            if newest.ended_at is None
            else tr("Ended {ended_at:%Y-%m-%d}").format(ended_at=newest.ended_at.astimezone())
        )
        self.standing.setText(
            tr("{when}: {second} gets {share} % beside {first}. {seen} of {planned} planned letters ({each}).").format(
                when=when,
                second=newest.second,
                share=newest.share,
                first=newest.first,
                seen=seen,
                planned=newest.planned,
                each=each,
            )
        )
        words = said(paired) if paired is not None else ""
        self.pairs.setText(
            tr(
                "{words} Only letters that both versions have read can be compared; different "
                "letters would compare the letters. For the rest see the figures of each version on "
                "the page Versions."
            ).format(words=words)
        )

    def _show_runs(self, runs: tuple[TestRun, ...]) -> None:
        chosen = self.first.currentData(), self.second.currentData()
        chosen = (None, None) if chosen[0] == chosen[1] else chosen
        for box, number in ((self.first, 1), (self.second, 0)):
            box.clear()
            for run in runs:
                box.addItem(run_words(run), run.id)
            place = box.findData(chosen[0 if box is self.first else 1])
            box.setCurrentIndex(place if place >= 0 else min(number, len(runs) - 1))
            box.setEnabled(len(runs) > 1)
        if len(runs) < 2:
            self.sentence.setText(tr("Fewer than two test runs are kept. Run the tests with each version first."))
            self.more.setText("")
        else:
            self.compare()

    @Slot()
    def compare(self) -> None:
        """Compare the two chosen runs."""
        runs = {run.id: run for run in self._state.runs} if self._state is not None else {}
        first, second = runs.get(self.first.currentData()), runs.get(self.second.currentData())
        if first is None or second is None or first is second:
            self.sentence.setText(tr("Choose two different runs."))
            self.more.setText("")
            return
        if first.suite_sha256 != second.suite_sha256:
            self.sentence.setText(tr("These runs are of different test letters and cannot be compared."))
            self.more.setText("")
            return

        def job(_progress: Progress, _cancelled: CancelFlag) -> PairedResult:
            return self._work.figures.on_tests(first, second)

        self._runner.run(job, self._show_paired)

    def _show_paired(self, result: PairedResult) -> None:
        passes = result.passes
        self.sentence.setText(said(result)[:1].upper() + said(result)[1:])
        words = tr(
            "Passed by both: {both}; only by {first}: {only_first}; only by {second}: "
            "{only_second}; by neither: {neither}. McNemar's exact test: p = {p:.3f}."
        ).format(
            both=passes.both,
            first=result.first,
            only_first=passes.only_first,
            second=result.second,
            only_second=passes.only_second,
            neither=passes.neither,
            p=passes.p,
        )
        if result.mean is not None and result.interval is not None:
            low, high = result.interval
            words += tr(" Assertions that hold: {mean:+.1%} with the second ({low:+.1%} to {high:+.1%}).").format(
                mean=result.mean, low=low, high=high
            )
        if result.stopped:
            words += tr(" One of the runs did not come to its end; only letters in both are counted.")
        self.more.setText(words)

    # --- deciding --------------------------------------------------------------------------------------------------

    @Slot()
    def ask_begin(self) -> None:
        """Begin a comparison, by name and reason."""
        second, share, planned = self.candidate.currentData(), round(self.share.value()), round(self.planned.value())
        words = tr(
            "{second} reads {share} % of the next letters, until you end it. {planned} letters are planned."
        ).format(second=second, share=share, planned=planned)
        dialog = DecisionDialog(tr("Begin a comparison"), words, tr("Begin"), self._work.review.actor, self.window())
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        by, reason = dialog.by, dialog.reason

        def job(_progress: Progress, _cancelled: CancelFlag) -> Experiment:
            return self._work.figures.begin(ANALYSIS, second, share, planned, by, reason)

        self._runner.run(job, lambda _one: self.changed.emit())

    @Slot()
    def end_now(self) -> None:
        """End the comparison under way."""
        newest = self._state.newest if self._state is not None else None
        if newest is None:
            return

        def job(_progress: Progress, _cancelled: CancelFlag) -> Experiment:
            return self._work.figures.end(newest, self._work.review.actor)

        self._runner.run(job, lambda _one: self.changed.emit())
