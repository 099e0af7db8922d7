"""The verdict: the word first, the number second, the reason third; and how far it can be relied on.

A good word must not be taken for sure where it is not: with low confidence, or an answer that was not valid as it came,
the word is shown in doubt, whatever it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from nexus_desktop.models import wording
from nexus_desktop.models.rubric_models import Strength
from nexus_desktop.models.validation import ValidationStatus
from nexus_desktop.ui.icons import Icon, picture
from nexus_desktop.ui.theme import MEDIUM, SMALL, Theme, set_role
from nexus_desktop.ui.translation import said, tr
from nexus_desktop.ui.widgets import label

if TYPE_CHECKING:
    from nexus_desktop.models.analysis_models import NexusAnalysisResult
    from nexus_desktop.models.records import AnalysisRecord

STATES = {
    Strength.NONE: (Icon.BAD, "bad"),
    Strength.WEAK: (Icon.BAD, "bad"),
    Strength.MODERATE: (Icon.CAUTION, "caution"),
    Strength.STRONG: (Icon.GOOD, "good"),
}
VALIDATION = {
    ValidationStatus.VALID: tr("valid"),
    ValidationStatus.REPAIRED: tr("repaired: its form was mended, its meaning not touched"),
    ValidationStatus.PARTIAL: tr("partial: something was left out"),
    ValidationStatus.FAILED: tr("failed"),
}


def reason(result: NexusAnalysisResult) -> str:
    """Why the verdict is what it is, in a sentence or two."""
    gates, asks = result.compliance.gates, result.recommendations
    worst = max(asks, key=lambda one: one.gain).problem if asks else ""
    if gates:
        lowest = min(gates, key=lambda gate: gate.cap)
        words = tr("Held at {cap} points at most: {why}.").format(
            cap=lowest.cap, why=f"{lowest.title[0].lower()}{lowest.title[1:]}"
        )
    elif result.compliance.strength is not Strength.STRONG:
        words = tr("No gate fired, but it falls short of strong. {worst}").format(worst=worst).strip()
    else:
        words = (
            tr("No gate holds it back. Most is lost here: {worst}").format(worst=worst)
            if worst
            else tr("Nothing holds it back.")
        )
    if result.warnings:
        many = (
            tr("a warning")
            if len(result.warnings) == 1
            else tr("{warnings} warnings").format(warnings=len(result.warnings))
        )
        words = tr("{words} Read {many} below first.").format(words=words, many=many)
    return words


def look(strength: Strength, confidence: float, status: ValidationStatus) -> tuple[Icon, str]:
    """Icon and role of colour of a verdict, here and in lists: a question mark where it is in doubt."""
    return (Icon.QUESTION, "caution") if wording.in_doubt(confidence, status) else STATES[strength]


def _doubtful(record: AnalysisRecord) -> bool:
    return wording.in_doubt(record.result.confidence, record.validation.status)


class VerdictCard(QFrame):
    """Shows the verdict of one record."""

    def __init__(self, theme: Theme, record: AnalysisRecord) -> None:
        super().__init__()
        self._theme, result = theme, record.result
        self.setProperty("role", "card")
        strength, doubtful = result.compliance.strength, _doubtful(record)
        self._look = look(strength, result.confidence, record.validation.status)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, MEDIUM)
        layout.setSpacing(SMALL)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        self.sign = QLabel()
        self.word = label(wording.STRENGTH[strength].upper(), "title")
        set_role(self.word, state=self._look[1])
        self.number = label(str(result.overall_score), "figure", wrap=False)
        self.number.setAccessibleName(tr("{overall_score} of 100 points").format(overall_score=result.overall_score))
        row.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.word, 1)
        row.addWidget(self.number)
        row.addWidget(label(tr("of 100"), "muted", wrap=False), 0, Qt.AlignmentFlag.AlignBottom)
        layout.addLayout(row)
        self.doubt = label(wording.IN_DOUBT, "strong")
        set_role(self.doubt, state="caution")
        self.doubt.setVisible(doubtful)
        layout.addWidget(self.doubt)
        self.reason = label(reason(result))
        layout.addWidget(self.reason)
        self.own = label("", "strong")
        self.own.hide()
        layout.addWidget(self.own)
        layout.addWidget(label(wording.ACTION[result.compliance.action], "strong"))
        layout.addWidget(label(_about(result)))
        self.trust = label(_trust(record), "muted" if record.result.confidence_word == "high" else "")
        if record.result.confidence_word != "high":
            set_role(self.trust, state="caution")
        layout.addWidget(self.trust)
        self.setAccessibleName(self.spoken(record))
        theme.changed.connect(self._repaint)
        self._repaint()

    def show_own(self, changes: int, total: int) -> None:
        """How the letter counts with grades of the attorney's own; the verdict of the engine stays above it."""
        self.own.setVisible(changes > 0)
        many = tr("1 finding") if changes == 1 else tr("{changes} findings").format(changes=changes)
        self.own.setText(
            tr("You see {many} otherwise. Counted your way: {total} of 100, under the same gates.").format(
                many=many, total=total
            )
        )

    @staticmethod
    def spoken(record: AnalysisRecord) -> str:
        """The verdict as a screen reader says it: a doubt before the word it belongs to."""
        result = record.result
        words = f"{wording.STRENGTH[result.compliance.strength]}, {result.overall_score} of 100. {reason(result)}"
        return f"{wording.IN_DOUBT} {words}" if _doubtful(record) else words

    @Slot()
    def _repaint(self) -> None:
        name, role = self._look
        self.sign.setPixmap(picture(name, getattr(self._theme.scheme, role), 24))


def _about(result: NexusAnalysisResult) -> str:
    conditions = ", ".join(result.connection.conditions) or tr("Condition not named")
    opinion = f"{wording.POLARITY[result.opinion.polarity]}, {wording.STANDARD[result.opinion.standard]}"
    theory = wording.THEORY[result.connection.theory]
    return tr("{upper}{conditions}: {theory} theory. The author's opinion: {opinion}.").format(
        upper=conditions[0].upper(), conditions=conditions[1:], theory=theory, opinion=opinion
    )


def _trust(record: AnalysisRecord) -> str:
    problems = " ".join(said(problem) for problem in record.validation.problems)
    if record.prompt_version is not None:  # a service can break many rules; they have a section of their own
        problems = tr("What was wrong with the answer stands below.") if problems else ""
    result = record.result
    words = tr("Answer {validation}. Confidence {confidence_word}").format(
        validation=VALIDATION[record.validation.status], confidence_word=result.confidence_word
    )
    return " ".join(part for part in (f"{words}: {result.confidence_reason}", problems) if part)
