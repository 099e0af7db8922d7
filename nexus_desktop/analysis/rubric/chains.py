"""A cause that is itself put down to service or to a service-connected disability: the links of a chain.

"His erectile dysfunction is due to the priapism. The priapism was due to the drug given for his service-connected
PTSD." The first statement then names such a cause too, by way of the second.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from nexus_desktop.analysis.rubric.causes import Cause
from nexus_desktop.analysis.rubric.claim import min_certainty
from nexus_desktop.analysis.rubric.elements_event import CONTENT, PLAIN
from nexus_desktop.analysis.rubric.opinions import Opinion
from nexus_desktop.analysis.rubric.seen import Span
from nexus_desktop.analysis.rubric.segmentation import Document
from nexus_desktop.models.analysis_models import Certainty, Holder, Polarity

_OPEN: Final = frozenset({Cause.CONDITION, Cause.UNKNOWN})
_GROUNDED: Final = frozenset({Cause.SERVICE, Cause.ANCHOR})


def followed(doc: Document, found: tuple[Opinion, ...]) -> tuple[Opinion, ...]:
    """``found`` with the cause of the next link for each of the author's statements that names an open one."""
    steps = [one for one in found if _is_step(one)]
    if not steps:
        return found
    return tuple(_followed(doc, one, steps) if _is_open(one) else one for one in found)


def _is_step(one: Opinion) -> bool:
    claim = one.claim
    return (
        one.holder is Holder.AUTHOR
        and not one.quoted
        and claim.polarity is Polarity.FAVORABLE
        and claim.object in _GROUNDED
        and claim.subject[1] > claim.subject[0]
    )


def _is_open(one: Opinion) -> bool:
    return (
        one.holder is Holder.AUTHOR
        and one.claim.polarity is Polarity.FAVORABLE
        and one.claim.object in _OPEN
        and one.claim.source[1] > one.claim.source[0]
    )


def _followed(doc: Document, one: Opinion, steps: list[Opinion]) -> Opinion:
    named = _content(doc, one, one.claim.source)
    for step in steps:
        if step is not one and named & _content(doc, step, step.claim.subject):
            certainty = min_certainty(one.claim.certainty, Certainty.FAIR)
            return replace(one, claim=replace(one.claim, object=step.claim.object, certainty=certainty))
    return one


def _content(doc: Document, one: Opinion, place: Span) -> set[str]:
    """The words that tell one thing from another at a place of a statement."""
    return {word for word in CONTENT.findall(doc.low[one.start + place[0] : one.start + place[1]]) if word not in PLAIN}
