"""What a comparison is made of on the screen: heads, rows, asks, changes, the checklist."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from nexus_desktop.models import wording
from nexus_desktop.models.analysis_models import Certainty
from nexus_desktop.models.comparison_models import (
    TITLES,
    AskState,
    Attack,
    AttackId,
    Cell,
    Comparison,
    ItemChange,
    Reading,
    Revision,
    Row,
)
from nexus_desktop.models.rubric_models import ComponentId
from nexus_desktop.ui.authority_popover import AuthorityLinks
from nexus_desktop.ui.icons import Icon, picture
from nexus_desktop.ui.item_card import heading_row
from nexus_desktop.ui.theme import MEDIUM, SMALL, TINY, Theme, set_role
from nexus_desktop.ui.translation import tr
from nexus_desktop.ui.verdict_card import STATES
from nexus_desktop.ui.widgets import breakable, button, card, label

if TYPE_CHECKING:
    from nexus_desktop.models.authority_models import Authority
    from nexus_desktop.models.records import AnalysisRecord

Piece = Callable[[], object]
ASKS = {
    AskState.MET: (Icon.GOOD, "good", "met"),
    AskState.PARTLY: (Icon.PART, "caution", tr("met in part")),
    AskState.OPEN: (Icon.MISSING, "bad", tr("still open")),
    AskState.NEW: (Icon.ADD, "caution", "new"),
}
LONGEST_QUOTE = 240
NOT_ADVERSE = tr("The exam does not speak against the claim; the checklist of attackable reasons was not applied.")
NOT_FOUND = tr("looked for, not found")


class TwoColumns(QFrame):
    """A card with a narrow column of titles and two wide ones."""

    def __init__(self, titles: tuple[str, str]) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, MEDIUM)
        self.grid.setHorizontalSpacing(MEDIUM)
        self.grid.setVerticalSpacing(SMALL)
        for column, stretch in ((0, 3), (1, 8), (2, 8)):
            self.grid.setColumnStretch(column, stretch)
        for column, title in enumerate(titles, 1):
            self.grid.addWidget(label(title, "caption"), 0, column)
        self.titles = titles

    def add(self, title: str, first: QWidget, second: QWidget) -> None:
        """A row more."""
        row = self.grid.rowCount()
        for column, widget in enumerate((label(title, "muted"), first, second)):
            self.grid.addWidget(widget, row, column, Qt.AlignmentFlag.AlignTop)


def two_columns(titles: tuple[str, str]) -> TwoColumns:
    """An empty one."""
    return TwoColumns(titles)


def add_heads(
    grid: TwoColumns,
    theme: Theme,
    records: tuple[AnalysisRecord, AnalysisRecord],
    opened: Callable[[AnalysisRecord], None],
) -> None:
    """Verdict and condition of both, each leading to its own page."""
    heads = []
    for title, record in zip(grid.titles, records, strict=True):
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TINY)
        name, role = STATES[record.result.compliance.strength]
        sign = QLabel()
        sign.setPixmap(picture(name, getattr(theme.scheme, role)))
        strength = wording.STRENGTH[record.result.compliance.strength]
        column.addLayout(heading_row(sign, strength, f"{record.result.overall_score} of 100"))
        about = ", ".join(record.result.connection.conditions) or tr("Condition not named")
        at = record.created_at.astimezone()
        column.addWidget(
            label(
                tr("{upper}{about}, analyzed {at:%b} {day}, {at:%Y}").format(
                    upper=about[:1].upper(), about=about[1:], at=at, day=at.day
                )
            )
        )
        link = button(tr("Open this letter"), link=True)
        link.setAccessibleName(tr("Open the letter at “{title}”").format(title=title))
        link.clicked.connect(partial(_call, opened, record))
        column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        heads.append(head)
    grid.add("", *heads)


def _call(opened: Callable[[AnalysisRecord], None], record: AnalysisRecord, _checked: bool = False) -> None:
    opened(record)


# --- a revision -------------------------------------------------------------------------------------------------------


def revision_pieces(theme: Theme, found: Revision, column: QVBoxLayout) -> list[Piece]:
    """What makes up a revision, worst first."""
    kept = sum(one.state is not AskState.NEW for one in found.asks)
    pieces: list[Piece] = [
        lambda: column.addWidget(label(tr("{met} of {kept} asks met").format(met=found.met, kept=kept), "section"))
    ]
    if found.warnings:
        pieces.append(lambda: column.addWidget(notice(tr("Look at this first"), found.warnings)))
    pieces.append(lambda: column.addWidget(_readings(found)))
    if found.worse:
        pieces += _changes(theme, tr("What got worse"), found.worse, column)
    pieces.append(lambda: column.addWidget(label(tr("What the doctor was asked"), "section")))
    for one in found.asks:
        name, role, words = ASKS[one.state]
        pieces.append(partial(_line, column, theme, (name, role), one.ask, words, one.reason))
    if not found.asks:
        pieces.append(lambda: column.addWidget(label(tr("Nothing was asked."), "muted")))
    if found.better:
        pieces += _changes(theme, tr("What got better"), found.better, column)
    return pieces


def _readings(found: Revision) -> QWidget:
    grid, sides = TwoColumns((tr("Before"), tr("After"))), (found.before, found.after)

    def add(title: str, words: Callable[[Reading], str]) -> None:
        grid.add(title, *(label(words(one)) for one in sides))

    add(tr("Grade"), lambda one: f"{wording.STRENGTH[one.strength]}, {one.score} of 100")
    add(tr("Opinion"), lambda one: f"{wording.POLARITY[one.polarity]}, {wording.STANDARD[one.standard]}")
    add(tr("Gates"), lambda one: ", ".join(one.gates) or "none")
    for number, part in enumerate(ComponentId):
        grid.add(wording.COMPONENT[part], *(label(f"{one.parts[number]} of 25") for one in sides))
    if found.gates_gone:
        grid.add(tr("Gates gone"), label(""), label(", ".join(found.gates_gone)))
    if found.gates_new:
        grid.add(tr("Gates new"), label(""), label(", ".join(found.gates_new)))
    return grid


def _changes(theme: Theme, title: str, changes: Sequence[ItemChange], column: QVBoxLayout) -> list[Piece]:
    pieces: list[Piece] = [lambda: column.addWidget(label(title, "section"))]
    for one in changes:
        before, after = ((tr("not applicable") if value is None else str(value)) for value in (one.before, one.after))
        worse = title == tr("What got worse")
        look = (Icon.CAUTION, "bad") if worse else (Icon.GOOD, "good")
        words = f"{before} → {after} of {one.possible}"
        pieces.append(partial(_line, column, theme, look, one.title, words, one.reason))
    return pieces


# --- side by side -----------------------------------------------------------------------------------------------------


def comparison_pieces(
    theme: Theme, found: Comparison, authorities: Mapping[str, Authority], column: QVBoxLayout
) -> list[Piece]:
    """What makes up a comparison: what decides, the rows, the checklist."""
    pieces: list[Piece] = []
    if found.weighing:
        pieces.append(
            lambda: column.addWidget(notice(tr("What a reader who weighs both will look at"), found.weighing))
        )
    grid = TwoColumns((tr("Private opinion"), "C&P exam"))
    pieces.append(lambda: column.addWidget(label(tr("Side by side"), "section")))
    pieces.append(lambda: column.addWidget(grid))
    pieces += [partial(_row, grid, row) for row in found.rows]
    pieces.append(lambda: column.addWidget(label(tr("Reasons of the exam that can be attacked"), "section")))
    if not found.adverse:
        pieces.append(lambda: column.addWidget(label(NOT_ADVERSE, "muted")))
        return pieces
    attacks = {one.id: one for one in found.attacks}
    words = tr("{attacks} of {attack_id} found. Low certainty: look yourself whether it is there.").format(
        attacks=len(attacks), attack_id=len(AttackId)
    )
    pieces.append(lambda: column.addWidget(label(words, "muted")))
    pieces += [partial(_attack, column, theme, one, authorities) for one in found.attacks]
    pieces += [
        partial(_line, column, theme, (Icon.NOT_APPLICABLE, "muted"), TITLES[one], NOT_FOUND, "")
        for one in AttackId
        if one not in attacks
    ]
    return pieces


def _row(grid: TwoColumns, row: Row) -> None:
    grid.add(row.title, _cell(row.ours, alone=row.only == "ours"), _cell(row.theirs, alone=row.only == "theirs"))


def _cell(cell: Cell, *, alone: bool) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(TINY)
    words = f"{cell.words[:1].upper()}{cell.words[1:]}"
    column.addWidget(
        label(tr("{words} – only here").format(words=words) if alone else words, "strong" if alone else "")
    )
    for evidence in cell.evidence[:1]:
        column.addWidget(label(quoted(evidence.quote), "muted"))
    return box


def _attack(column: QVBoxLayout, theme: Theme, one: Attack, authorities: Mapping[str, Authority]) -> None:
    low = one.certainty is Certainty.LOW
    look = (Icon.QUESTION, "caution") if low else (Icon.CAUTION, "bad")
    inside = _line(
        column, theme, look, one.title, tr("{certainty} certainty").format(certainty=one.certainty.value), one.point
    )
    for evidence in one.evidence:
        inside.addWidget(label(quoted(evidence.quote), "muted"))
    inside.addWidget(AuthorityLinks(one.authorities, authorities))


# --- pieces -----------------------------------------------------------------------------------------------------------


def quoted(text: str) -> str:
    """Words of a letter on one line, cut where they are long."""
    flat = " ".join(text.split())
    return breakable(f"“{flat[:LONGEST_QUOTE].rstrip()}{'…' if len(flat) > LONGEST_QUOTE else ''}”")


def notice(title: str, sentences: Sequence[str]) -> QWidget:
    """What must be read first."""
    frame, inside = card(role="notice")
    frame.setAccessibleName(f"{title}: {' '.join(sentences)}")
    inside.addWidget(label(title, "strong"))
    for one in sentences:
        inside.addWidget(label(one))
    return frame


def _line(
    column: QVBoxLayout, theme: Theme, look: tuple[Icon, str], title: str, words: str, reason: str
) -> QVBoxLayout:
    frame = QFrame()
    frame.setProperty("role", "item")
    frame.setAccessibleName(f"{title}: {words}. {reason}".strip())
    inside = QVBoxLayout(frame)
    inside.setContentsMargins(SMALL, TINY, SMALL, TINY)
    inside.setSpacing(TINY)
    sign = QLabel()
    sign.setPixmap(picture(look[0], getattr(theme.scheme, look[1])))
    inside.addLayout(heading_row(sign, title, words))
    if reason:
        told = label(reason)
        set_role(told, state="")
        inside.addWidget(told)
    column.addWidget(frame)
    return inside
