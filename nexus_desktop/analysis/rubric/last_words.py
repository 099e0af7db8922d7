"""What an author says who gives no opinion in any form the rules know: "I couldn't say which", "it might have been".

Only where nothing else was found. Such words never make an opinion for the claim; they say that it is left open.
"""

from __future__ import annotations

import re
from typing import Final

from nexus_desktop.analysis.rubric import causes, holders, scopes
from nexus_desktop.analysis.rubric.causes import Cause
from nexus_desktop.analysis.rubric.claim import Claim
from nexus_desktop.analysis.rubric.headings import Section
from nexus_desktop.analysis.rubric.links import LinkKind
from nexus_desktop.analysis.rubric.opinions import Opinion
from nexus_desktop.analysis.rubric.refusals import no_opinion
from nexus_desktop.analysis.rubric.segmentation import Document, Sentence
from nexus_desktop.models.analysis_models import Certainty, Holder, Polarity, Standard

_CANNOT_SAY: Final = re.compile(
    r"\b(?:i|we) (?:\w+ ){0,2}?(?:can(?:not|'t| not)|could(?: not|n't)|am (?:not able|unable) to) (?:\w+ )?(?:say"
    r"|tell|split|separate|sort|judge"
    r"|apportion|untangle|part|choose|exclude|rule)\b(?! (?:enough|no to|how (?:much|many|long) (?:he|she)|you how"
    r"|more highly|the (?:va|board)))"
)
_MIGHT: Final = re.compile(
    r"\b(?:may|might|could)(?: well| also| possibly)? (?:have )?(?:be(?:en)?|play(?:ed)?|contribut\w+|caus\w+"
    r"|start\w*|begun|led|lead|bring|brought|set)\b|\bperhaps\b|\bmaybe\b|\bpossib(?:le|ly|ility)\b"
)
_TIED: Final = re.compile(
    r"\b(?:hurt|injur\w+|damag\w+|part|role|factor|contribut\w+|caus\w+|due|from|related|relat\w+|start\w*|began"
    r"|begun|led|set|brought|connect\w*|link\w*)\b"
)
_ASIDE: Final = frozenset({Section.QUESTION, Section.ISSUE, Section.RECORDS, Section.AUTHOR, Section.CLOSING})


def left_open(doc: Document, found: tuple[Opinion, ...], anchored: frozenset[str]) -> tuple[Opinion, ...]:
    """``found`` with what leaves the matter open, where the author gives no opinion at all, or only tells that the
    condition was there before service."""
    own = [one for one in found if one.holder is Holder.AUTHOR and one.claim.polarity is not Polarity.NONE]
    if not all(_only_told(one) for one in own):
        return found
    if any(no_opinion(doc.of(sentence)) for sentence in doc.sentences):
        return found
    for sentence in doc.sentences:
        one = _open(doc, sentence, anchored)
        if one is not None:
            return (*found, one)
    return found


def _only_told(one: Opinion) -> bool:
    """Whether a statement tells that the condition was there before, as history."""
    claim = one.claim
    history = claim.kind is LinkKind.PREEXISTED and claim.certainty is Certainty.LOW
    return history and not (claim.strict or one.boxed or one.own_words)


def _open(doc: Document, sentence: Sentence, anchored: frozenset[str]) -> Opinion | None:
    low = scopes.muted(doc.of(sentence))
    if (
        sentence.section in _ASIDE
        or doc.quoted(sentence)
        or doc.spoken_for(sentence.start)
        or low.rstrip().endswith("?")
    ):
        return None
    match, withheld = _CANNOT_SAY.search(low), True
    if match is None:
        match, withheld = _MIGHT.search(low), False
        if match is None or not _TIED.search(low, match.start()):
            return None
        if causes.cause(low, anchored) not in (Cause.SERVICE, Cause.ANCHOR):
            return None
    if any(
        frame.holder not in (None, Holder.AUTHOR) and frame.end <= match.start() + 1 for frame in holders.frames(low)
    ):
        return None
    claim = Claim(
        0,
        len(low),
        Polarity.INCONCLUSIVE,
        Standard.SPECULATIVE,
        Certainty.FAIR,
        withheld=withheld,
        leaning=Polarity.NONE if withheld else Polarity.FAVORABLE,
        kind=LinkKind.RELATION,
        note="The matter is left open; ask whether it is at least as likely as not.",
        phrase=match.span(),
    )
    return Opinion(
        claim,
        Holder.AUTHOR,
        False,
        sentence.start,
        sentence.end,
        sentence.section,
        sentence.under,
        inferred=True,
        guessed=True,
    )
