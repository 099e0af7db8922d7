"""One finding of a result: points, reason, the words it stands on, the law behind it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout

from nexus_desktop.models.analysis_models import Certainty, Evidence, Grade, ItemFinding
from nexus_desktop.models.override_models import Override, own_points
from nexus_desktop.ui.authority_popover import AuthorityLinks
from nexus_desktop.ui.flow_row import FlowRow
from nexus_desktop.ui.icons import Icon, picture
from nexus_desktop.ui.theme import SMALL, TINY, Theme, set_role
from nexus_desktop.ui.translation import tr
from nexus_desktop.ui.widgets import breakable, button, label, plain_tip

if TYPE_CHECKING:
    from nexus_desktop.models.authority_models import Authority

GRADES = {
    Grade.FULL: (Icon.GOOD, "good", "met"),
    Grade.PARTIAL: (Icon.PART, "caution", tr("met in part")),
    Grade.NONE: (Icon.MISSING, "bad", "missing"),
    Grade.NOT_APPLICABLE: (Icon.NOT_APPLICABLE, "muted", tr("does not apply")),
}
SIGN = 20  # pixels, as high as the picture
UNSURE = tr("Read with low certainty: look at the words yourself.")
LONGEST_QUOTE = 90
SERVES = tr("The words marked in the letter are quoted here.")


class Quote(QPushButton):
    """Words of the letter; pressing it shows them there."""

    def __init__(self, evidence: Evidence) -> None:
        self.evidence = evidence
        words = " ".join(evidence.quote.split())
        shown = f"“{words[:LONGEST_QUOTE].rstrip()}{'…' if len(words) > LONGEST_QUOTE else ''}”"
        super().__init__()
        self.setAutoDefault(False)
        self.setProperty("link", "true")
        self.setProperty("quote", "true")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        self.setToolTip(plain_tip(tr("{words}\n\nPress to show these words in the letter.").format(words=words)))
        self.setAccessibleName(tr("Show in the letter: {shown}").format(shown=shown))
        layout = QVBoxLayout(self)  # a push button breaks no lines; a label inside it does
        layout.setContentsMargins(TINY, TINY, TINY, TINY)
        self.words = label(breakable(shown), "link")
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        layout.addWidget(self.words)


class FindingFrame(QFrame):
    """A frame that can say that it rests on the words marked in the letter. ``quoted`` carries an Evidence."""

    quoted = Signal(object)

    def __init__(self, role: str) -> None:
        super().__init__()
        self.setProperty("role", role)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(SMALL, SMALL, SMALL, SMALL)
        self.column.setSpacing(TINY)
        self.quotes: list[Quote] = []
        self._serves = label(SERVES, "caption")
        self._serves.hide()

    def add_quotes(self, evidence: Iterable[Evidence]) -> None:
        """Put the words it stands on below each other."""
        for one in evidence:
            quote = Quote(one)
            quote.clicked.connect(lambda _checked=False, chosen=one: self.quoted.emit(chosen))
            self.quotes.append(quote)
            self.column.addWidget(quote)
        self.column.addWidget(self._serves)

    def show_serves(self, serves: bool) -> None:
        """Mark it as resting on the words that are marked in the letter, or not."""
        if self._serves.isHidden() is serves:
            self._serves.setVisible(serves)
            set_role(self, serves="true" if serves else "false")

    @property
    def serves(self) -> bool:
        """Whether it is marked so."""
        return not self._serves.isHidden()


def heading_row(sign: QLabel, title: str, words: str) -> QHBoxLayout:
    """A sign, what it is about, and at the right how it stands; all at the height of the first line."""
    row = QHBoxLayout()
    row.setSpacing(SMALL)
    row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    for shown, stretch in ((label(title, "strong"), 1), (label(words, "muted", wrap=False), 0)):
        shown.setContentsMargins(0, max(0, (SIGN - shown.fontMetrics().height()) // 2), 0, 0)
        row.addWidget(shown, stretch, Qt.AlignmentFlag.AlignTop)
    return row


class ItemCard(FindingFrame):
    """A rubric item as judged, and where the attorney sees it otherwise. Its signals carry the ItemFinding."""

    disagree_wanted = Signal(object)
    take_back_wanted = Signal(object)

    def __init__(self, theme: Theme, item: ItemFinding, authorities: Mapping[str, Authority]) -> None:
        super().__init__("item")
        self._theme, self._grade, self._item = theme, item.grade, item
        applies = item.grade is not Grade.NOT_APPLICABLE
        points = (
            tr("{points} of {possible}").format(points=item.points, possible=item.possible)
            if applies
            else tr("does not apply")
        )
        self.setAccessibleName(f"{item.title}: {GRADES[item.grade][2]}, {points}. {item.reason}")
        self._sign = QLabel()
        self.column.addLayout(heading_row(self._sign, item.title, points))
        self.column.addWidget(label(item.reason))
        if item.certainty is Certainty.LOW and applies:
            unsure = label(UNSURE)
            set_role(unsure, state="caution")
            self.column.addWidget(unsure)
        self.add_quotes(item.evidence)
        self.law = AuthorityLinks(item.authorities, authorities)
        self.column.addWidget(self.law)
        self.own = label("")
        self.own.hide()
        self.column.addWidget(self.own)
        self.disagree = button(tr("Disagree …"), link=True, tip=tr("Grade this otherwise, with a reason that is kept"))
        self.take_back = button(tr("Take back"), link=True, tip=tr("Let the grade of the engine stand again"))
        self.disagree.setAccessibleName(tr("Disagree: {title}").format(title=item.title))
        self.take_back.setAccessibleName(tr("Take back: {title}").format(title=item.title))
        self.disagree.clicked.connect(lambda: self.disagree_wanted.emit(item))
        self.take_back.clicked.connect(lambda: self.take_back_wanted.emit(item))
        self.column.addLayout(FlowRow(self.disagree, self.take_back))
        self.offer_disagreement(offered=False)
        theme.changed.connect(self._repaint)
        self._repaint()

    def offer_disagreement(self, *, offered: bool) -> None:
        """Whether it can be graded otherwise: not where the result is not kept."""
        self.disagree.setVisible(offered)
        self.take_back.setVisible(offered and not self.own.isHidden())

    def show_own(self, override: Override | None) -> None:
        """Show how the attorney grades it; None: as the engine does."""
        self.own.setVisible(override is not None)
        self.take_back.setVisible(override is not None and not self.disagree.isHidden())
        self.disagree.setText(tr("Change …") if override is not None else tr("Disagree …"))
        if override is not None and override.grade is not None:
            points = own_points(self._item, override.grade)
            of = (
                ""
                if override.grade is Grade.NOT_APPLICABLE
                else tr(", {points} of {possible}").format(points=points, possible=self._item.possible)
            )
            self.own.setText(
                tr("{author} sees it otherwise: {grades}{of}. {reason}").format(
                    author=override.author, grades=GRADES[override.grade][2], of=of, reason=override.reason
                )
            )
            set_role(self.own, state="info")

    @Slot()
    def _repaint(self) -> None:
        name, role, words = GRADES[self._grade]
        self._sign.setPixmap(picture(name, getattr(self._theme.scheme, role)))
        self._sign.setToolTip(words.capitalize())
