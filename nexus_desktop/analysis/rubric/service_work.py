"""Work named as a cause, which the letter elsewhere tells as work in uniform: "her work at the mortuary".

"Work", "job" and trades belong to civilian life unless the letter says otherwise, and VA's phrase used of civilian
life is an opinion against the claim. Where the place or thing worked with is told of service, and never of civilian
life, the phrase means what it says.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from nexus_desktop.analysis.rubric import causes, phrases
from nexus_desktop.analysis.rubric.causes import Cause
from nexus_desktop.analysis.rubric.event_words import CIVILIAN, SERVED
from nexus_desktop.analysis.rubric.known_causes import told_elsewhere
from nexus_desktop.analysis.rubric.opinions import Opinion
from nexus_desktop.analysis.rubric.segmentation import Document
from nexus_desktop.models.analysis_models import Certainty, Holder, Polarity

_WORK: Final = re.compile(
    r"\b(?:work(?:place|-related|ing)?|(?:his|her|their|that|the|long|many|physical) (?:\w+ )?(?:jobs?|career|trade"
    r"|occupation)|occupation\w*|vocation\w*|employment|industrial|construction|weld(?:er|ing)|carpent\w+|plumb\w+"
    r"|mechanic|warehouse|truck driv\w+|equipment noise|power tools|assembly line|motor ?cycle|household)\b"
)


def settled(doc: Document, found: tuple[Opinion, ...]) -> tuple[Opinion, ...]:
    """``found`` with every such opinion of the author read as the phrase says, at no more than fair certainty."""
    return tuple(_settled(doc, one) if _put_down_to_work(doc, one) else one for one in found)


def _put_down_to_work(doc: Document, one: Opinion) -> bool:
    claim = one.claim
    if one.holder is not Holder.AUTHOR or not claim.strict or claim.object is not Cause.OTHER:
        return False
    words = _cause(doc, one)
    return claim.polarity is Polarity.UNFAVORABLE and causes.cause(_WORK.sub(" ", words)) is not Cause.OTHER


def _settled(doc: Document, one: Opinion) -> Opinion:
    said = phrases.strict(doc.low[one.start : one.end])
    if said is None or said.phrase.polarity is not Polarity.FAVORABLE or not _told_of_service(doc, one):
        return one
    claim = replace(
        one.claim,
        polarity=said.phrase.polarity,
        standard=said.phrase.standard,
        certainty=Certainty.FAIR,
        object=Cause.SERVICE,
        note=said.phrase.note,
    )
    return replace(one, claim=claim)


def _told_of_service(doc: Document, one: Opinion) -> bool:
    """Whether what was worked at is told of service somewhere, and of civilian life nowhere."""
    told = told_elsewhere(doc, one, _WORK.sub(" ", _cause(doc, one)))
    return any(SERVED.search(low) for low in told) and not any(CIVILIAN.search(low) for low in told)


def _cause(doc: Document, one: Opinion) -> str:
    """The words that name the cause; those of the whole statement where they were not found."""
    start, end = one.claim.source
    return doc.low[one.start + start : one.start + end] if end else doc.low[one.start : one.end]
