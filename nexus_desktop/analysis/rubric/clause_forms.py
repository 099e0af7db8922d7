"""Clauses of a form of their own: "but for", a denial in passing, and one that only adds a degree to what went"
" before."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from nexus_desktop.analysis.rubric import causes, links, negation, phrases, vocabulary
from nexus_desktop.analysis.rubric.causes import Cause
from nexus_desktop.analysis.rubric.claim import Claim
from nexus_desktop.analysis.rubric.links import LinkKind
from nexus_desktop.analysis.rubric.seen import Span
from nexus_desktop.analysis.rubric.vocabulary import FAVORABLE, INCONCLUSIVE, UNFAVORABLE
from nexus_desktop.models.analysis_models import Certainty, Polarity, Standard

CUE: Final = re.compile(
    r"\bi (?:\w+ )?(?:regard|view|count|deem|take) [^.;]{2,90}? (?:as|to be)\b|\bconviction\b|\bverdict\b"
    r"|\bevaluation is\b"
    r"|\bas i (?:see|read|understand) (?:it|this|the matter)\b|\bto my mind\b|\bby my (?:reckoning|lights)\b"
    r"|\banswer that\b"
    r"|\bi have no (?:doubt|hesitation|question)\b|\bno doubt in my mind\b|\bi am (?:certain|sure|confident"
    r"|quite sure)\b"
    r"|\bi (?:find|suppose|guess|imagine)\b|\bi would(?: not|n't) be surprised\b|\b(?:finds?|found) (?:no|a)\b"
    r"|^\W*(?:a|a/p|imp|dx)\s*[:/-]|\bopin\w+|\bconclu\w+|\bbeliev\w+|\bbelief\b|\bf(?:eel|eels|elt)\b|\b(?:finds?"
    r"|found) that\b|\bdetermin\w+|\bassess\w*|\bimpression\b|\bjudgment\b|\battribut\w+|\b(?:of the view|the view that"
    r"|my view that)\b|\bthink\b"
    r"|\b(?:repli|respond|answer|discount)\w+ (?:that|any|a)\b|\bf(?:ound|inds?) it\b|\b(?:checked|marked|ticked"
    r"|selected) (?:the "
    r")?(?:box|option|line)\b|\b(?:finds?|found) (?:the|his|her|that|this|these)\b[^.;]{3,80}? to be\b|\b(?:rationale"
    r"|reasoning|view|conclusion|answer|finding) (?:was|is) that\b|\b(?:persuaded"
    r"|convinced|satisfied) that\b|\bin my view\b|\bnoted that\b|\bstated? that\b|\bindicat\w+ that\b|\bwrote\b"
    r"|\breport\w+ that\b"
    r"|\b(?:said|add(?:s|ed)|maintain\w*|explain\w+|comment\w+|remark\w+|observ\w+|reason\w+|respond\w+|related"
    r"|advis\w+|found"
    r"|show\w*) (?:that|to be|by)\b|\bestablish\w*\b|\bevidence (?:of record )?(?:show|indicate|demonstrate)s?\b"
    r"|\breject\w*\b|\bdismiss\w*\b|\bdisput\w+\b|\bdisagree\w*\b|\banswer(?:s|ed)\b|\bto say that\b|\b(?:said"
    r"|stated|wrote|opined|reported|noted|explained|according to (?:\w+ ){0,4}\w+)\W*$"
    r"|\bdiagnos\w+|\bsuggest\w+ that\b|\bagree that\b|\bheld that\b|\bis that\b"
)
_WERE_IT_NOT: Final = (
    r"(?:but for|(?:if it )?(?:were|was) (?:it )?not for|(?:if it )?had (?:it )?not been for|absent|without)"
)
_WOULD_NOT: Final = (
    r"(?:\bwould (?:[\w ]{2,30} )?(?:not|never)[\s,]+(?:in my (?:\w+ )?(?:opinion|view"
    r"|judg?ment),? )?(?:\w+ )?(?:have|be|exist|expect|see|anticipate)\b"
    r"|\bdoubt (?:that |if |whether )?(?:he|she|it|this|the \w+|his \w+|her \w+) would (?:\w+ )?(?:have|be|exist)\b)"
)
BUT_FOR: Final = re.compile(
    rf"\b{_WERE_IT_NOT}\b[^.;]{{3,90}}{_WOULD_NOT}[^.;]*"
    rf"|{_WOULD_NOT}[^.;]{{1,80}}\b(?:{_WERE_IT_NOT}|had (?:he|she|it|they) not|if (?:he|she) had (?:not"
    rf"|never))\b[^.;]*"
)
_ANSWERED_NO: Final = re.compile(
    r"\bwhether (?P<asked>[^.;]{3,200}?\b(?:caus|relat|due|result|began|aggravat|connect|incurred|link)[^.;]*?), "
    r"(?:\w+[.']? ){1,5}?(?P<answer>(?:answer|respond|repli)\w* (?:\w+ ){0,2}?(?:in the negative|negatively|no))\b"
)
_ANSWER_IS: Final = re.compile(
    r"\b(?:my|our) (?:\w+ )?(?:answer|reply|response|opinion|conclusion|judg?ment) (?:to|on|about|as to)\b[^.;]{0,60}?"
    r"\bwhether (?P<asked>[^.;]{3,200}?),? (?:is|would be|must be|remains) (?:an? )?(?:\w+ )?(?:in the )?"
    r"(?:(?P<yes>yes|affirmative)|(?P<no>no|negative))\b"
)
_NONE_BUT: Final = re.compile(
    r"\b(?:no|not any|(?:not|n't|cannot|never) (?:\w+ ){1,3}?(?:of )?(?:an?|any)|(?:can|could) think of no|(?:find"
    r"|found|see|know of)"
    r" no) (?:other|better|likelier|more (?:likely|plausible|probable)) (?:\w+ ){0,2}?(?:explanations?|causes?"
    r"|reasons?|sources?|candidates?|etiolog(?:y|ies))\b[^.;]{0,80}?\b(?:than|but|besides|except) (?P<what>[^.;]{3,90})"
)
"""Where nothing but service is left: "I can think of no better explanation for it than the jumps"."""
_FAILS: Final = re.compile(
    r"\b(?:claim|theory|notion|idea|contention|argument|suggestion|proposition|hypothesis|belief"
    r"|premise) that (?P<asked>[^.;]{5,160}?)"
    r" (?P<no>(?:does|do|did|will) not (?:\w+ )?(?:hold (?:up|water)|stand(?: up)?|survive|make (?:medical )?sense"
    r"|bear)|(?:is|was|seems)"
    r" (?:\w+ )?(?:untenable|unsupported|unfounded|mistaken|wrong|not (?:borne out|supported|sound|tenable"
    r"|plausible)|without (?:merit|foundation|support|basis)))\b"
)
"""What is claimed and fails: "the claim that the jumps caused it does not hold up"."""
_TURNED_DOWN: Final = re.compile(
    r"\b(?:i|we) (?:\w+ ){0,2}?(?P<no>(?:disagree with|reject|dispute|do not credit|(?:cannot|can not|can't"
    r"|could not|do not|don't"
    r"|am unable to|am not able to) (?:\w+ )?(?:support|accept|endorse|agree with|share|adopt|sustain|affirm"
    r"|subscribe to)))"
    r" (?:[\w.' -]{2,40}? )?(?:claim|theory|notion|idea|contention|argument|suggestion|proposition|hypothesis|belief"
    r"|view|assertion|conclusion) that (?P<asked>[^.;]{5,200})"
)
"""What the author turns down: "I am not able to support the veteran's claim that the jumps caused it"."""
_THE_OTHER_DID: Final = re.compile(
    r"(?P<one>[^.;,]{3,80}?) (?:did|does|has|have) not (?:\w+ )?(?:caus|aggravat|worsen|produc|bring|brought|ruin"
    r"|damag|do|lead|led)\w* [^.;]{2,60}?[;,.] (?:but |however,? )?(?P<other>[^.;,]{3,60}?) (?:did|does|has|have)\W*$"
)
"""Which of two did it: "the roofing did not cause this; the jumps did"."""
_IN_THE_NEGATIVE: Final = re.compile(
    r"\b(?P<no>(?:answer|reply|respond)\w* (?:\w+ ){0,2}?in the negative) (?:(?:as )?to "
    r"|on )?(?:the question )?(?:of |as to )?whether (?P<asked>[^.;]{3,200})"
)
_WITHOUT: Final = re.compile(
    r"\b(?:but for|were it not for|if (?:it were )?not for|had it not been for|absent|without)\b[^.;]{3,120}$"
)
_WOULD: Final = re.compile(r"\bwould (?:not|never|have|be|now)\b")
_DEGREES: Final = frozenset({Standard.MORE_LIKELY, Standard.AT_LEAST_AS_LIKELY, Standard.LESS_LIKELY})
_CONTINUES: Final = re.compile(
    r"\W*(?:(?:is|was|it is|it was|rather|indeed|also|in fact|even|actually|therefore|thus|and|yet|still|then|only"
    r"|fully|quite|in my opinion)\W+)*(?P<not>not (?:\w+ly )?)?"
)
_CHOSEN: Final = re.compile(
    r"\W*(?:he |she |i |they )?(?:thought|considered|found|believed|felt|deemed|thinks?|consider|find"
    r"|believe) (?:the )?(?P<which>[\w' -]{2,40}?) (?:to be |as )?(?:the |by far the )?(?:more|most|likelier|far more"
    r"|much more) ?(?:likely|probable)?(?: (?:cause|explanation|culprit|one|of the two))?\W*"
)
_CONTRAST: Final = re.compile(r"\b(?:but|rather|instead|yet|however|though|although|even|still|indeed|in fact)\b")
_JOINT = 12  # characters before a clause in which the word stands that joins it
_NOTHING_MORE: Final = re.compile(
    r"\W*(?:\([^)]*\)|so|so related|related|to be so|in (?:his|her|my|their|this) (?:\w+ )?(?:opinion|view|case))?\W*"
)
_DENIED_AGAIN: Final = re.compile(
    r"\b(?:conclud|f(?:ound|inds?)\b|opin|stat|determin|h(?:eld|olds?)\b|said|says|wrote|believ|felt|explain"
    r"|indicat)\w* (?:that )?(?:it|this|they|such|he|she) (?:is|was|were|did|does|has|had) not\W*$"
)
GROWN: Final = re.compile(r"\b(?:increase|worsening|deterioration|progression|aggravation) (?:in|of|was|is|were|has)\b")
_PASSING: Final = re.compile(
    r"\bno (?:\w+ )?aggravation (?:occurred|took place|(?:is|was|has been) (?:found|shown|present|seen"
    r"|demonstrated))\b|\bacute and (?:transitory|transient)\b|\btemporar(?:y|ily) (?:aggravat\w+|flare\w*|exacerbat\w+"
    r"|worsen\w+|increase)|\bresolved (?:completely |fully )?(?:without|with no) (?:\w+ )?(?:residual"
    r"|sequela|permanent|chronic)\w*"
    r"|\b(?:is|was|were|are|represents?|represented|reflects?|merely|simply|just|only|(?:due"
    r"|attributable) to) (?:the |a |an |its |simply |merely |only |just |part of "
    r"|temporary )*(?:flare-?ups?|(?:natural|normal|expected) (?:progress\w*|course|history|aging|ageing)"
    r"|age-related|temporary)\b"
)


_ANYWAY: Final = re.compile(
    r"\bwould (?:(?P<likely>likely|probably|most likely|in all likelihood|very likely) |still |surely "
    r"|certainly |almost certainly )*(?:be (?:there|here|present|no different|the same|just)\b|have (?P<likely2>likely "
    r"|probably )?(?:still )?(?:developed|occurred|arisen|come (?:about|on)|happened"
    r"|appeared|begun|started|progressed|worsened|worn(?: out)?|deteriorated|degenerated|shown itself|emerged|resulted"
    r"|come|gone (?:deaf|bad|that way)|had (?:it|this|the|these|his|her)\b))[^.;]{0,90}?"
    r"\b(?P<how>regardless(?: of)?|irrespective of|independent(?:ly)? of|whether or not|whether (?:he|she)"
    r"|with or without"
    r"|even without|without(?= (?:(?:the|his|her|any|military|active) )*(?:service|army|navy|marines)\b)|even if"
    r"|even had|anyway|anyhow|in any (?:event|case)|all the same|just the same|had (?:he"
    r"|she) never)\b(?P<what>[^.;]*)"
)


def anyway(low: str) -> Claim | None:
    """ "It would have developed regardless of his service": a flat no."""
    match = _ANYWAY.search(low)
    if match is None or re.search(r"\b(?:whether|if)\b", low[: match.start()]):
        return None
    if negation.odd(phrases.without_strict(low), 0, match.start()):
        return None
    degree = phrases.strict(low[: match.start()])
    if degree is not None and (degree.phrase.polarity is not FAVORABLE or links.find(low[degree.end : match.start()])):
        return None
    if phrases.strict(low[match.start() :]) is not None:
        return None
    what = match.group("what")
    served = re.search(
        r"\b(?:served|enlisted|joined|jumped|marched|flown|deployed|fought|worn (?:the|a) uniform|been (?:in"
        r"|deployed|injured)"
        r"|gone (?:in|to))\b",
        what,
    )
    cause = Cause.SERVICE if served else causes.cause(what)
    if what.strip(" ,") and cause not in (Cause.SERVICE, Cause.ANCHOR):
        return None
    likely = match.group("likely") or match.group("likely2")
    return Claim(
        0,
        len(low),
        UNFAVORABLE,
        Standard.LESS_LIKELY if likely else Standard.DEFINITE,
        Certainty.FAIR,
        kind=LinkKind.CAUSE,
        object=cause,
        phrase=match.span(),
        subject=(0, match.start()),
    )


def without(before: str, after: str) -> Cause | None:
    """What a condition would be better without: "but for the leukemia, it is likely that the knee would be"
    " replaced"."""
    match = _WITHOUT.search(before)
    if match is None or not _WOULD.search(after):
        return None
    cause = causes.cause(match.group())
    return cause if cause in (Cause.SERVICE, Cause.ANCHOR) else None


def needed(clause: str, match: re.Match[str], anchors: frozenset[str]) -> Claim | None:
    """ "But for his service he would not have …": plain causation."""
    cause = causes.cause(match.group(), anchors)
    if cause not in (Cause.SERVICE, Cause.ANCHOR):
        return None
    return Claim(
        0,
        len(clause),
        FAVORABLE,
        Standard.DEFINITE,
        Certainty.FAIR,
        kind=LinkKind.CAUSE,
        object=cause,
        phrase=match.span(),
        subject=(0, len(clause)),
    )


def continued(heard: str, place: Span, last: Claim) -> Claim | None:
    """What a clause that is a phrase and nothing else ("but less likely than not") makes of the claim before it.

    ``place`` is that of the clause in its sentence ``heard``.
    """
    start, clause = place[0], heard[place[0] : place[1]]
    chosen = _CHOSEN.fullmatch(clause)
    if chosen is not None and not last.withheld:
        return _of_two(last, causes.cause(chosen.group("which")), (start + chosen.start("which"), start + len(clause)))
    found = phrases.strict(clause) or phrases.loose(clause)
    if last.withheld or found is None or found.phrase.standard not in _DEGREES:
        return None
    lead = _CONTINUES.fullmatch(clause[: found.start])
    if lead is None or not _NOTHING_MORE.fullmatch(clause[found.end :]):
        return None
    polarity, standard = found.phrase.polarity, found.phrase.standard
    if polarity is FAVORABLE and (lead.group("not") or last.object is Cause.OTHER):
        polarity, standard = UNFAVORABLE, Standard.LESS_LIKELY
    elif lead.group("not"):
        return None
    elif _of_a_denial(last) and not _CONTRAST.search(heard, max(0, start - _JOINT), start + lead.end()):
        polarity, standard = UNFAVORABLE, Standard.LESS_LIKELY  # "is not due to it, and more likely than not so"
    return replace(
        last,
        polarity=polarity,
        standard=standard,
        certainty=found.phrase.certainty,
        strict=found.phrase.strict,
        leaning=Polarity.NONE,
        note=found.phrase.note,
        phrase=(start + found.start, start + found.end),
    )


def _of_a_denial(last: Claim) -> bool:
    """Whether a claim denies a link flatly: a degree behind it is that of the denial."""
    return last.polarity is UNFAVORABLE and not last.strict


def _of_two(last: Claim, cause: Cause, phrase: tuple[int, int]) -> Claim | None:
    """What follows where one of two possible causes is called the likelier."""
    if cause not in (Cause.SERVICE, Cause.ANCHOR, Cause.OTHER):
        return None
    against = cause is Cause.OTHER
    return replace(
        last,
        polarity=UNFAVORABLE if against else FAVORABLE,
        standard=Standard.LESS_LIKELY if against else Standard.MORE_LIKELY,
        leaning=Polarity.NONE,
        object=cause,
        phrase=phrase,
    )


def denied_again(clause: str, last: Claim) -> Claim | None:
    """ "… the examiner concluded that it was not": the denial of what was spoken of before it."""
    if last.withheld or _DENIED_AGAIN.search(clause) is None:
        return None
    return replace(
        last,
        start=0,
        end=len(clause),
        polarity=UNFAVORABLE,
        standard=Standard.DEFINITE,
        certainty=Certainty.FAIR,
        strict=False,
        leaning=Polarity.NONE,
        note="",
        phrase=(len(clause) - 1, len(clause)),
        subject=(0, 0),
        source=(0, 0),
    )


def answered(low: str, anchors: frozenset[str]) -> Claim | None:
    """ "My answer to the question whether the knee is from service is yes", or no, or nothing else explains it; else
    what ``answered_no`` finds."""
    for pattern in (_ANSWER_IS, _FAILS, _NONE_BUT, _TURNED_DOWN, _IN_THE_NEGATIVE):
        match = pattern.search(low)
        if match is not None:
            break
    else:
        return the_other(low, anchors) or answered_no(low)
    told = match.groupdict()
    place = match.span("what" if "what" in told else "asked")
    cause = causes.cause(low[slice(*place)], anchors)
    if cause not in (Cause.SERVICE, Cause.ANCHOR) or negation.odd(low, *place):
        return None
    yes = told.get("no") is None
    return Claim(
        0,
        len(low),
        FAVORABLE if yes else UNFAVORABLE,
        Standard.DEFINITE,
        Certainty.FAIR,
        kind=LinkKind.RELATION,
        object=cause,
        phrase=match.span(),
        subject=match.span("asked") if "asked" in told else (0, 0),
    )


def the_other(low: str, anchors: frozenset[str]) -> Claim | None:
    """ "The roofing did not cause this; the jumps did", or the reverse."""
    match = _THE_OTHER_DID.search(low)
    if match is None:
        return None
    one, other = (causes.cause(match.group(name), anchors) for name in ("one", "other"))
    grounds = (Cause.SERVICE, Cause.ANCHOR)
    if (other in grounds) == (one in grounds):
        return None
    return Claim(
        0,
        len(low),
        FAVORABLE if other in grounds else UNFAVORABLE,
        Standard.DEFINITE,
        Certainty.FAIR,
        kind=LinkKind.CAUSE,
        object=other if other in grounds else one,
        phrase=match.span("other"),
    )


def answered_no(low: str) -> Claim | None:
    """ "Asked whether the knee was related to service, the examiner answered in the negative." """
    match = _ANSWERED_NO.search(low)
    if match is None:
        return None
    cause = causes.cause(match.group("asked"))
    less = Standard.LESS_LIKELY
    return Claim(
        0,
        len(low),
        UNFAVORABLE,
        less,
        Certainty.FAIR,
        kind=LinkKind.RELATION,
        object=cause,
        phrase=match.span("answer"),
    )


def sole(claim: Claim) -> Claim:
    """What is said not to be due to service alone."""
    return replace(claim, polarity=INCONCLUSIVE, standard=Standard.SPECULATIVE, note=vocabulary.SOLE_CAUSE)


def passing(clause: str, sentence: str) -> Claim | None:
    """A denial by "acute and transitory", "natural progression" or the like."""
    match = _PASSING.search(clause)
    heard = CUE.search(sentence) or GROWN.search(clause)
    if match is None or not heard or negation.odd(clause, 0, match.start()):
        return None
    return Claim(
        0, len(clause), UNFAVORABLE, Standard.DEFINITE, Certainty.FAIR, kind=LinkKind.AGGRAVATION, phrase=match.span()
    )
