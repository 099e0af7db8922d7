"""The boxes of a Gulf War examination (38 C.F.R. § 3.317): an undiagnosed illness, or a medically unexplained one.

A box so marked puts the illness under the presumption, and is the examiner's opinion for the claim.
"""

from __future__ import annotations

import re
from typing import Final

from nexus_desktop.analysis.rubric import opinion_names
from nexus_desktop.analysis.rubric.causes import Cause
from nexus_desktop.analysis.rubric.claim import Claim
from nexus_desktop.analysis.rubric.headings import Section
from nexus_desktop.analysis.rubric.links import LinkKind
from nexus_desktop.analysis.rubric.opinion_order import in_order
from nexus_desktop.analysis.rubric.opinions import Opinion
from nexus_desktop.analysis.rubric.segmentation import Document
from nexus_desktop.models.analysis_models import Certainty, Holder, Polarity, Standard

_UNEXPLAINED: Final = re.compile(
    r"\W*(?:\w[.)] )?(?:an? |the )?(?:undiagnosed illness\b|(?:diagnos\w+ )?(?:but )?medically unexplained\b[^.;]{0,60}"
    r"\bmulti-?symptom illness\b)"
)
_EXPLAINED: Final = re.compile(r"\b(?:clear and specific|partially (?:explained|understood)|known) (?:etiology|cause)")
_NOTE: Final = "A box of 38 C.F.R. § 3.317: the presumption needs no statement of probability."


def marked(doc: Document, found: tuple[Opinion, ...], anchors: frozenset[str]) -> tuple[Opinion, ...]:
    """``found`` with what the marked box of a Gulf War form says."""
    words = [(option, doc.reading.low[option.text_start : option.text_end]) for option in doc.options]
    ours = [(option, low) for option, low in words if _UNEXPLAINED.match(low) or _EXPLAINED.search(low)]
    chosen = [(option, low) for option, low in ours if option.marked]
    if len(ours) < 2 or len(chosen) != 1 or not _UNEXPLAINED.match(chosen[0][1]):
        return found
    option = chosen[0][0]
    sentence = next((one for one in doc.sentences if one.start < option.end and option.start < one.end), None)
    if sentence is None or any(one.start < option.end and option.start < one.end for one in found):
        return found
    name, _ = opinion_names.before(doc, sentence, option.start, anchors)
    claim = Claim(
        0,
        option.end - option.start,
        Polarity.FAVORABLE,
        Standard.DEFINITE,
        Certainty.FAIR,
        kind=LinkKind.RELATION,
        object=Cause.SERVICE,
        note=_NOTE,
    )
    start, end = min(option.start, option.text_start), max(option.end, option.text_end)
    one = Opinion(
        claim, Holder.AUTHOR, False, start, end, Section.OPINION, 1, own_words=True, boxed=True, condition=name
    )
    return in_order((*found, one))
