"""What a sentence says of the very proposition it states: "that …, I cannot support", "the claim that … finds no
support", and what was answered for already by "I do not agree with Dr. B that …".

Opinions are read from the words of the proposition; here its verdict is put on them.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from nexus_desktop.analysis.rubric import phrases
from nexus_desktop.analysis.rubric.claim import Claim
from nexus_desktop.analysis.rubric.opinions import Opinion
from nexus_desktop.analysis.rubric.segmentation import Document
from nexus_desktop.models.analysis_models import Certainty, Holder, Polarity, Standard

_OTHERS: Final = frozenset({Holder.EXAMINER, Holder.OTHER_DOCTOR, Holder.VA})
_WE = r"(?:i|we|the (?:\w+ )?(?:evidence|records?|file|facts|medicine|literature|science)|medicine|science)"
_HOLDING = (
    r"(?:support|share|accept|endorse|adopt|give|state|join|make|agree|hold|say|affirm|draw|defend|sign|confirm"
    r"|credit|sustain|see|find|reach|justify|bear|allow|permit|establish|show|subscribe|follow)s?"
)
_DISOWNED: Final = re.compile(
    r"\b(?:is|was|would be) (?:\w+ )?(?:not (?:something|one|what|anything|an? (?:\w+ )?(?:claim|view|proposition"
    r"|conclusion|statement|link|connection|opinion|step))|nothing|more than|further than) (?:that "
    rf"|which )?{_WE} (?:\w+ ){{0,3}}?{_HOLDING}\b"
    r"|\b(?:is|was) (?:one|an? (?:\w+ )?(?:claim|view|proposition|conclusion|statement|opinion)|something) (?:that "
    rf"|which )?{_WE} (?:\w+ )?(?:(?:do|does|did|can|could|would|am|is|are) ?(?:not|n't)|don't|can't|cannot|doesn't)"
    rf" (?:\w+ )?(?:able to |prepared to |willing to )?{_HOLDING}\b"
    rf"|,? (?:is )?(?:something|a conclusion|a thing|a link) (?:that )?{_WE} (?:cannot|can't|do not"
    rf"|don't) (?:\w+ )?{_HOLDING}\b"
)
"""Behind a proposition: "… is not something I can support", "… is one I do not share"."""
_PROPOSED: Final = (
    r"\b(?:the|this|that|any|his|her|their) (?:\w+ ){0,2}?(?:claim|notion|idea|suggestion|theory|proposition"
    r"|contention|assertion"
    r"|argument|hypothesis|thesis|belief|link|connection|relationship|nexus|association|conclusion)\b(?: that\b"
    r"|[^.;]{0,90}?\b(?:draws?|drew"
    r"|sees?|makes?|made|claims?|claimed|proposes?|proposed|suggests?|suggested|asserts?|alleges?|urges?|urged"
    r"|advanced)\b)"
)
_UNFOUNDED: Final = re.compile(
    rf"{_PROPOSED}[^.;]{{3,220}}? (?:(?:finds?|found|has|have|had|enjoys?|receives?|gets?|lacks?|is without"
    r"|are without)"
    r" (?:(?<=lack )|(?<=lacks )|(?<=without )|(?=no |little |very little |scant |not ))(?:no |little |any "
    r"|very little |scant |the |an? )?"
    r"(?:\w+ )?(?:support|basis|foundation|grounds?|backing|merit|evidence)|(?:is|are|was|seems"
    r"|remains) (?:\w+ )?(?:not (?:\w+ )?(?:support\w*|tenable|sustainable|borne out"
    r"|credible|plausible|persuasive|convincing|well[ -]founded|sound|correct|medically \w+)|untenable|unsupport\w+"
    r"|unfounded|wrong"
    r"|mistaken|incorrect|unproven|far-fetched|fanciful)|(?:does|do|did) not (?:hold|stand|survive|withstand"
    r"|convince|persuade)\b|cannot be (?:\w+ )?(?:supported|sustained|defended|upheld|maintained|accepted|made out))"
)
_NOT_BORNE: Final = re.compile(
    r"\b(?:do|does|did|will|would)(?: not|n't) (?:\w+ )?(?:bear out|support|sustain|uphold|justify|confirm"
    r"|substantiate|favou?r)"
    rf" (?:\w+ )?{_PROPOSED}"
)
_NOT_WITH: Final = re.compile(
    r"\b(?:i|we) (?:\w+ ){0,2}?(?:do not|don't|cannot|can't|can not|could not|did not|am unable to|am not able to"
    r"|decline to)"
    r" (?:\w+ )?(?:agree|concur|join|follow|side|accept|share)\b[^.;]{2,60}?\b(?:that|in (?:saying|holding|finding"
    r"|thinking|concluding|stating) that)\b"
)


def judged(doc: Document, found: tuple[Opinion, ...]) -> tuple[Opinion, ...]:
    """``found``, each turned where its own sentence turns it."""
    return tuple(_judged(doc.low[one.start : one.end], one) for one in found)


def _judged(low: str, one: Opinion) -> Opinion:
    if one.claim.polarity not in (Polarity.FAVORABLE, Polarity.UNFAVORABLE):
        return one
    if (match := _NOT_WITH.search(low)) is not None:
        return _not_with(low[match.end() :], one)
    if one.holder is not Holder.AUTHOR:
        return one
    if _DISOWNED.search(low) or _NOT_BORNE.search(low) or _UNFOUNDED.search(low):
        return replace(one, claim=_turned(one.claim))
    return one


def _not_with(rest: str, one: Opinion) -> Opinion:
    """An opinion behind "I do not agree with Dr. B that": the author's no to a yes, and nothing to a no."""
    degree = phrases.strict(rest)
    if degree is None:
        return one
    if degree.phrase.polarity is Polarity.FAVORABLE:
        claim = replace(one.claim, polarity=Polarity.UNFAVORABLE, standard=Standard.LESS_LIKELY)
        return replace(one, claim=claim, holder=Holder.AUTHOR, quoted=False, own_words=True)
    if degree.phrase.polarity is Polarity.UNFAVORABLE and one.holder in _OTHERS:
        return replace(one, claim=replace(one.claim, polarity=degree.phrase.polarity, standard=degree.phrase.standard))
    return one


def _turned(claim: Claim) -> Claim:
    """A proposition that is denied: no to a yes; a no that is denied is left open."""
    if claim.polarity is Polarity.FAVORABLE:
        standard = Standard.LESS_LIKELY if claim.strict else Standard.DEFINITE
        return replace(claim, polarity=Polarity.UNFAVORABLE, standard=standard, certainty=Certainty.FAIR, note="")
    return replace(
        claim,
        polarity=Polarity.INCONCLUSIVE,
        standard=Standard.SPECULATIVE,
        leaning=Polarity.FAVORABLE,
        certainty=Certainty.FAIR,
    )
