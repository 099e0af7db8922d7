"""The values that reading a clause works with: the claim, and what is known from outside of the clause."""

from __future__ import annotations

from dataclasses import dataclass, replace

from nexus_desktop.analysis.rubric.causes import Cause
from nexus_desktop.analysis.rubric.links import LinkKind
from nexus_desktop.models.analysis_models import Certainty, Polarity, Standard


@dataclass(frozen=True, slots=True)
class Claim:
    """One reading of one clause. Positions are those of the sentence."""

    start: int
    end: int
    polarity: Polarity
    standard: Standard
    certainty: Certainty
    strict: bool = False  # by VA's own phrase
    withheld: bool = False  # says that no opinion can be given
    leaning: Polarity = Polarity.NONE
    kind: LinkKind | None = None
    object: Cause = Cause.UNKNOWN
    conceded: bool = False  # said behind "although", with something else claimed beside it
    conditional: bool = False  # holds under an "if" that has to be proved
    note: str = ""
    phrase: tuple[int, int] = (0, 0)  # the words the reading stands on
    subject: tuple[int, int] = (0, 0)  # where the condition is named
    source: tuple[int, int] = (0, 0)  # where the cause is named

    def moved(self, by: int) -> Claim:
        """The claim with its positions counted from ``by`` characters earlier."""
        return replace(
            self,
            start=self.start + by,
            end=self.end + by,
            phrase=(self.phrase[0] + by, self.phrase[1] + by),
            subject=(self.subject[0] + by, self.subject[1] + by),
            source=(self.source[0] + by, self.source[1] + by),
        )


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of a sentence from outside of it."""

    marked: bool = False  # an option that was checked on a form
    anchors: frozenset[str] = frozenset()  # the conditions that the letter calls service connected
    concluding: bool = False  # the sentence stands under an opinion heading
    listed: bool = False  # … or in a list of diagnoses
    before: str = ""  # the sentence before, in lower case: what "that" goes back to


def min_certainty(one: Certainty, other: Certainty) -> Certainty:
    """The lower of two certainties."""
    order = [Certainty.LOW, Certainty.FAIR, Certainty.HIGH]
    return min(one, other, key=order.index)
