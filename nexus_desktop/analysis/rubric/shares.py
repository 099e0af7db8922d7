"""Where a doctor splits a condition into shares: "the rest is natural progress", "none of it to his service".

What is put down to the natural course denies nothing of the rest; a share of nothing denies the cause it is given to.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from nexus_desktop.analysis.rubric.causes import Cause, cause
from nexus_desktop.analysis.rubric.claim import Claim, min_certainty
from nexus_desktop.models.analysis_models import Certainty, Polarity, Standard

_COURSE: Final = (
    r"(?:natural|ordinary|expected|usual) (?:\w+ )?(?:progress\w*|history|course|evolution|decline|ageing|aging)"
    r"|(?:normal )?ag(?:e|ing|eing)\b"
)
_NO_PART: Final = re.compile(
    r"(?:,? (?:and|but) )?\b(?:i|we) (?:\w+ )?(?:attribute|ascribe|assign|put|give|credit|lay) (?:none"
    r"|no (?:part|share)"
    rf"|nothing|very little|little)\b[^.;]{{0,50}}?\b(?:{_COURSE})"
    rf"|(?:,? (?:and|but) )?\b(?:none|no (?:part|share)|very little|little) (?:of (?:it|this|that|the \w+) )?"
    rf"(?:is|was|comes?|came|can be) (?:\w+ ){{0,3}}?(?:due|owing|attribut\w+|put|down|from|to|of|part)\b[^.;]{{0,24}}?"
    rf"\b(?:{_COURSE})"
)
"""None of it is the natural course."""
_THE_REST: Final = re.compile(
    r"[,;:]? (?:and |with |while |but )?\bthe (?:rest|remainder|balance|remaining \w+|other (?:half|third|part"
    r"|share))\b"
    rf"[^.;]{{0,40}}?\b(?:{_COURSE})"
)
"""What is left over when one share has been put down to a cause."""
_SOME_OF_IT: Final = re.compile(
    rf"\b(?:{_COURSE}|nature)\b[^.;]{{0,60}}?\b(?:accounts?|accounted|explains?"
    rf"|explained)(?: for)? (?:for )?(?:only |about "
    r"|at most |perhaps |maybe |roughly |no more than |at best |just |approximately |but |some )*"
    r"(?:an? |one|two|three|part|half|some|\d)[^.;]*?"
    r"(?:, (?:and |but )?not |\brather than\b|\bof (?:the|this|that|these|it|his|her)\b|\bonly\b)[^.;]*"
)
"""A part, told by its size, that the natural course would explain: "about 5 of the 16 points", "one, not three"."""
_FRACTION: Final = re.compile(
    r",? ?(?:and |with |but )?(?:about |roughly |some |perhaps |the other |the remaining )?(?:an? |one |two |three )?"
    r"(?:-| )?(?:third|half|quarter|fifth|tenth|fourth|\d{1,2} ?(?:%|percent))s? (?:of (?:it|this|that) )?(?:to|is|as) "
    rf"(?:the |its )?\b(?:{_COURSE})"
)
"""A fraction given to the natural course beside the share of a cause: "two thirds to the drug, one third to age"."""
_SHARE: Final = re.compile(
    r"\battribut\w*|\bascrib\w*|\bdue to\b|\bcaused by\b|\bowed? to\b|\bput down to\b|\bassign\w*"
)
_ZERO = (
    r"(?:almost |practically |virtually |essentially )?(?:none|no (?:part|share|portion|fraction|amount)|nothing"
    r"|hardly any(?:thing)?|(?:very |but )?little|not much"
    r"|next to (?:none|nothing)|only a (?:small|minor|trivial|tiny) (?:part|share|portion|fraction))"
)
_NOTHING: Final = re.compile(
    rf"\b(?:attribut\w*|ascrib\w*|assign\w*|trac\w+|credit\w*|put|lay) {_ZERO}\b(?! (?:but|other|more"
    rf"|less))[^.;]{{0,80}}?"
    r"\bto\b(?P<given>[^.;,]{3,90})"
    rf"|\b{_ZERO}(?: of (?:it|this|that|them))? to (?P<set>[^.;,]{{3,90}})"
    rf"|\b{_ZERO}(?! (?:but|other|more|less))(?: of [^.;,]{{2,60}}?)? (?:(?:is|was|are|were|can be|could be|has been)"
    r" (?:\w+ ){0,2}?(?:due|owing|attribut\w+|caused|related|connected|linked|traceable|the result|a result)"
    r"|comes?|came|stems?|stemmed|derives?|arose|arises?|results?|resulted|grew|originates?"
    r"|dates?)\b(?P<from>[^.;,]{3,90})"
)


_SOME_LEFT: Final = re.compile(r"\b(?:little|not much|hardly|only a)\b")
"""A share that is small and not nothing: unlikely, and not denied outright."""
_TRIVIAL: Final = re.compile(
    r"\b(?:trivial|negligible|insignificant|vanishing(?:ly small)?|at most an? (?:tiny|minute|minor|small|trivial))\b"
    r" (?:part|role|share|contribution|factor|effect|influence)\b"
)


def denied(claim: Claim, clause: str, anchored: frozenset[str]) -> Claim:
    """``claim``, turned round where ``clause`` gives service or an anchor a share of nothing."""
    if claim.polarity is not Polarity.FAVORABLE or claim.strict:
        return claim
    if _TRIVIAL.search(clause):
        return replace(claim, polarity=Polarity.UNFAVORABLE, certainty=Certainty.FAIR, note="")
    match = _NOTHING.search(clause)
    if match is None or cause(match.group(match.lastgroup or 0), anchored) not in (Cause.SERVICE, Cause.ANCHOR):
        return claim
    some = _SOME_LEFT.search(match.group()) is not None
    return replace(
        claim,
        polarity=Polarity.UNFAVORABLE,
        standard=Standard.LESS_LIKELY if some else claim.standard,
        certainty=min_certainty(claim.certainty, Certainty.FAIR),
        note="",
    )


def without(low: str) -> str:
    """``low`` with the share of the natural course blanked, where another share is put down to a cause."""
    low = _NO_PART.sub(_blank, low)
    low = _SOME_OF_IT.sub(_blank, low)
    if _SHARE.search(low):
        low = _FRACTION.sub(_blank, low)
    rest = _THE_REST.search(low)
    if rest is None or _SHARE.search(low, 0, rest.start()) is None:
        return low
    return low[: rest.start()] + _blank(rest) + low[rest.end() :]


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())
