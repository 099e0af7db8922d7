"""The bar at the bottom: what there is to know, a second choice, and the one button that says the next step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from nexus_desktop.models import wording
from nexus_desktop.ui.theme import MEDIUM, SMALL
from nexus_desktop.ui.translation import said, tr
from nexus_desktop.ui.widgets import button, label

if TYPE_CHECKING:
    from nexus_desktop.models.errors import NexusError
    from nexus_desktop.models.service_models import ServiceProfile


class NextStep(QFrame):
    """``wanted`` for the next step, ``second_wanted`` for the other choice."""

    wanted = Signal()
    second_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "bar")
        row = QHBoxLayout(self)
        row.setContentsMargins(MEDIUM, SMALL, MEDIUM, SMALL)
        row.setSpacing(SMALL)
        self.notice = label("")
        self.secondary, self.primary = button(""), button(tr("Add a letter"), primary=True, tip="Ctrl+Enter")
        self.primary.clicked.connect(self.wanted)
        self.secondary.clicked.connect(self.second_wanted)
        row.addWidget(self.notice, 1)
        row.addWidget(self.secondary)
        row.addWidget(self.primary)

    def offer(self, step: str, *, enabled: bool = True, secondary: str = "", notice: str = "") -> None:
        """Say what comes next."""
        self.primary.setText(step)
        self.primary.setEnabled(enabled)
        self.secondary.setText(secondary)
        self.secondary.setVisible(bool(secondary))
        self.notice.setText(notice)

    def offer_review(self, left: int, service: ServiceProfile | None, notice: str) -> None:
        """What is left to decide, else who would read the letter. Where it would leave this machine, that is said
        before anything is sent."""
        if left:
            self.offer(tr("Review {left} item{s}").format(left=left, s="" if left == 1 else "s"), notice=notice)
        elif service is None:
            self.offer(tr("Analyze"), notice=notice)
        else:
            told = f"{wording.where_to(service)} {notice}".strip()
            self.offer(
                tr("Analyze with {title} …").format(title=service.title),
                secondary=tr("Analyze without a service"),
                notice=told,
            )

    def offer_trashed(self) -> None:
        """What can be done with a result that is in the trash."""
        self.offer(tr("Put it back"), secondary=tr("Back to the trash"), notice=tr("In the trash. It can be read."))

    def offer_result(self, problem: NexusError | None, *, again: bool) -> None:
        """What can be done with a result. ``problem``: why it could not be kept."""
        secondary = tr("Review again") if again else ""
        if problem is None:
            self.offer(tr("Export report"), secondary=secondary, notice=tr("Saved, encrypted."))
        else:
            lost = tr("Not saved. {sentence} {next_step} Ctrl+E exports it.").format(
                sentence=said(problem), next_step=tr(problem.next_step)
            )
            self.offer(tr("Save again"), secondary=secondary, notice=lost)
