"""How well one version does: every figure with its counts and its interval, and nothing where there is nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nexus_desktop.ui.paged_model import Column, PagedModel
from nexus_desktop.ui.prompt_words import dollars
from nexus_desktop.ui.table import table
from nexus_desktop.ui.theme import SMALL
from nexus_desktop.ui.translation import tr
from nexus_desktop.ui.widgets import label

if TYPE_CHECKING:
    from nexus_desktop.services.prompt_figures import Effectiveness

NOTHING = tr("No kept analysis was asked with this version, so there is nothing to count.")
FEW = 30
WIDE_INTERVALS = tr(
    "The range behind each share is where the true one lies 95 times in 100. With fewer than 30 letters it is wide: "
    "wait before you conclude anything."
)
Row = tuple[str, str, str]


class FiguresCard(QWidget):
    """The figures of the chosen version."""

    def __init__(self) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SMALL)
        self.about = label(NOTHING, "muted")
        layout.addWidget(self.about)
        self.model: PagedModel[Row] = PagedModel(
            [
                Column(tr("Figure"), lambda row: row[0]),
                Column(tr("Value"), lambda row: row[1]),
                Column(tr("What it counts"), lambda row: row[2]),
            ],
            None,
            self,
        )
        self.view = table(self.model, tr("Figures of the version"), stretched=2)
        layout.addWidget(self.view, 1)

    def show_effect(self, effect: Effectiveness | None) -> None:
        """Show the figures of a version; None where it was never used."""
        self.view.setVisible(effect is not None)
        if effect is None:
            self.about.setText(NOTHING)
            self.model.show_rows([])
            return
        letters = (
            tr("1 kept analysis")
            if effect.letters == 1
            else tr("{letters:,} kept analyses").format(letters=effect.letters)
        )
        self.about.setText(f"{letters}. {WIDE_INTERVALS}" if effect.letters < FEW else f"{letters}.")
        self.model.show_rows(rows_of(effect))


def rows_of(effect: Effectiveness) -> list[Row]:
    """Figure, value, and what is counted."""
    tokens = "–"
    if effect.tokens_in is not None and effect.tokens_out is not None:
        tokens = tr("{tokens_in:,.0f} in, {tokens_out:,.0f} out").format(
            tokens_in=effect.tokens_in, tokens_out=effect.tokens_out
        )
    return [
        (
            tr("Valid as it came"),
            effect.valid.in_words(),
            tr("analyses whose answer broke no rule and needed no repair"),
        ),
        (
            tr("Repaired or asked twice"),
            effect.repaired.in_words(),
            tr("analyses whose form was mended, or asked for again"),
        ),
        (
            tr("Quotes in the letter"),
            effect.grounded.in_words(),
            tr("quotes the service offered that stand in the letter"),
        ),
        (
            tr("Same as the rubric"),
            effect.agreed.in_words(),
            tr("items on which the engine on this machine says the same"),
        ),
        (
            tr("Corrected by you"),
            effect.corrected.in_words(),
            tr("analyses in which you disagree with at least one item"),
        ),
        (tr("Confidence"), "–" if effect.confidence is None else f"{effect.confidence:.2f}", tr("mean, from 0 to 1")),
        (
            tr("Time"),
            "–" if effect.seconds is None else f"{effect.seconds:.1f} s",
            tr("half of the letters take longer"),
        ),
        (tr("Tokens"), tokens, tr("mean a letter, as the service counted")),
        (tr("Cost"), "–" if effect.usd is None else dollars(effect.usd), tr("mean a letter")),
        (tr("Models"), ", ".join(effect.models), tr("as the service named them in its answers")),
    ]
