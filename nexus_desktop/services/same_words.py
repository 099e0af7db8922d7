"""One decision about some words, made in every letter of a case that is in review: counted first, then done or not,
and taken back in all of them.

What is removed is removed wherever the same words stand as a finding, and where a person marked them, wherever they
stand at all. What is kept is kept less readily, for nobody looks at each place: only the same words as they are
written, of the same kind, never what is known of the client, a name the detectors are sure of, or what was removed by
hand in that letter.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nexus_desktop.models.letter_models import Finding
    from nexus_desktop.services.review import Review
    from nexus_desktop.services.review_steps import Step


@dataclass(frozen=True, slots=True)
class Count:
    """In how many letters, and at how many places in them together."""

    letters: int = 0
    places: int = 0


class Spread:
    """A decision as it was made in several letters: one step in each."""

    def __init__(self, count: Count, parts: Sequence[tuple[Review, Step]]) -> None:
        self.count, self._parts = count, tuple(parts)

    def holds(self, step: Step) -> bool:
        """Whether a step is one of its own."""
        return any(one is step for _, one in self._parts)

    def concerns(self, within: Collection[Review]) -> bool:
        """Whether it was made in any of them."""
        return any(review in within for review, _ in self._parts)

    def take_back(self, within: Collection[Review]) -> int:
        """Take it back in those of the letters that are still in review; in how many that was done now."""
        return sum(review in within and review.take_back(step) for review, step in self._parts)

    def do_again(self, within: Collection[Review]) -> int:
        """Do it again there."""
        return sum(review in within and review.do_again(step) for review, step in self._parts)


def counted(review: Review, finding: Finding, others: Iterable[Review], *, redact: bool) -> Count:
    """What deciding a finding so in this letter and others would decide, itself and what is so already included."""
    here = len(review.like(finding))
    there = [len(places) for other in others if (places := _places(review, finding, other, redact))]
    return Count(1 + len(there), here + sum(there))


def decide(review: Review, finding: Finding, others: Iterable[Review], *, redact: bool) -> Spread:
    """Decide it so in all of them."""
    others = list(others)
    count = counted(review, finding, others, redact=redact)
    targets = [(other, _places(review, finding, other, redact)) for other in others]
    made = [(review, review.decide_all(review.like(finding), redact))]
    made += [(other, other.decide_all(places, redact)) for other, places in targets]
    return Spread(count, [(one, step) for one, step in made if step is not None])


def _places(review: Review, finding: Finding, other: Review, redact: bool) -> list[Finding]:
    """Where another letter has the words of a finding."""
    words = review.text_of(finding)
    if redact:
        return other.to_remove_like(words, finding)
    return other.to_keep_like(words, finding)
