"""Sentences that give no opinion: "cannot say without speculation", "no opinion is given", "etiology unknown"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from nexus_desktop.analysis.rubric import phrases, scopes
from nexus_desktop.analysis.rubric.claim import Claim
from nexus_desktop.analysis.rubric.links import LinkKind
from nexus_desktop.models.analysis_models import Certainty, Polarity, Standard

# --- refusals: no opinion either way ---
_CANNOT = (
    r"(?:cannot|can ?not|can't|could not|couldn't|unable to|not able to|(?:is|was|are|were) unable to|(?:not "
    r"|im)possible (?:for (?:me|him|her|us) )?to|difficult to|unwilling to|(?<!not )(?<!n't )(?<!never )(?:reluctant"
    r"|hesitant|loath|hesitate) to|not (?:be )?feasible to|(?:not|n't) in a position to)"
)
_DECIDE = (
    r"(?:be )?(?:determine[d]?|resolve[d]?|state[d]?|opine[d]?|say|said|provide[d]?|render(?:ed)?"
    r"|offer(?:ed)?|conclude[d]?|ascertain(?:ed)?|establish(?:ed)?|give|given|"
    r"express(?:ed)?|answer(?:ed)?|made?|make|form(?:ed)?|reach(?:ed)?|decide[d]?|address(?:ed)?|tell|know"
    r"|comment|attribute|differentiate|distinguish|relate)"
)
_BOTH_DENIED: Final = (
    r"\bneither\b[^.;]{0,50}\blikely as not\b[^.;]{0,60}\bn?or\b[^.;]{0,50}\bless likely (?:than|as) not\b"
    r"|\bneither\b[^.;]{0,50}\bless likely (?:than|as) not\b[^.;]{0,60}\bn?or\b[^.;]{0,50}\blikely as not\b"
    r"|\b(?:not|n't) (?:say|claim|hold|find|state|mean)\b[^.;]{0,50}\blikely as not\b[^.;]{0,40}\b(?:nor|and|or)\b"
    r"[^.;]{0,30}\b(?:not|n't|do i|am i|can i) (?:say|claim|hold|find|state|mean)\b[^.;]{0,30}\bless likely than not\b"
    r"|\b(?:not|n't|declin\w+ to|refus\w+ to) (?:choose|decide|pick|come down"
    r"|take sides)(?: between\b[^.;]{0,60}\blikely\b"
    r"| on (?:either|any|one) side\b)|\b(?:takes?|taking) no sides?\b|\bneither yes nor no\b"
)
"""Both of VA's answers turned down in one breath, and no side taken."""
_REFUSED: Final[tuple[str, ...]] = (
    _BOTH_DENIED,
    # row: cannot determine / resolve / state without resort to (mere) speculation
    (
        rf"{_CANNOT} (?:\w+ ){{0,2}}?{_DECIDE}\b[^.;]{{0,220}}?\b(?:without|w/o|absent"
        rf"|with(?:out)? only) (?:having to |any )?(?:resort(?:ing|ed)?|recourse|engaging|speculat|mere"
        rf"|conjectur|guess|further)\w*"
    ),
    (
        r"\b(?:without|w/o) (?:\w+ )?(?:resort(?:ing)?(?: to)?|recourse to"
        r"|engaging in)? ?(?:to )?(?:\w+ ){0,2}(?:speculat\w+|conjecture|guess\w*)"
    ),
    (
        r"\b(?:would|could|can|will) (?:only )?(?:be|require|involve|amount to"
        r"|constitute)(?: \w+){0,3} (?:speculat\w+|conjectur\w+|guess\w*)"
    ),
    (
        r"\b(?:mere|pure|sheer|only|purely|merely) (?:speculat\w+|conjectur\w+|guess\w*)|(?:is|was|be"
        r"|are) (?:too |highly |entirely )?speculative\b"
    ),
    (
        r"\b(?:evidence|records?|information|file|data|history|facts|chart|what i have)\b[^.;]{0,50}? (?:does|do|did"
        r"|will|would)"
        r"(?: not|n't) (?:permit|allow|support|enable|let|suffice for)(?: me)?(?: to (?:give|offer|reach|form"
        r"|state))? (?:an?|any) (?:\w+ )?(?:opinion|conclusion|answer)\b(?: (?:for|either|one))?"
    ),
    (
        r"\b(?:an?|any|the) (?:\w+ ){0,2}opinion\b[^.;]{0,120}? (?:can|could)(?:not| not) be (?:given|rendered|offered"
        r"|provided|made|stated)\b"
    ),
    (
        r"\bwhether\b[^.;]{3,160}? (?:cannot|can not|could not) be (?:known|determined|said|resolved|established"
        r"|decided|stated|told)\b"
    ),
    rf"{_CANNOT} (?:\w+ )?(?:estimate|quantify|measure|gauge) (?:the )?(?:degree|extent|amount|share|how much)\b",
    rf"{_CANNOT} (?:\w+ )?(?:decide|choose|distinguish|differentiate) between\b",
    (
        r"\b(?:nobody|no one|no doctor|no physician|none of us) (?:can|could|is able to) (?:\w+ )?(?:know|say|tell"
        r"|determine)\b|\bi (?:am|remain|was|have been) (?:\w+ )?(?:of two minds|on the fence|undecided|agnostic)\b"
    ),
    (
        r"\bneither (?:affirm|confirm|support|prove|assert)\b[^.;]{0,40}?\bnor (?:deny|exclude|refute|dispute|rule out"
        r"|disprove)\b"
    ),
    (
        r"\b(?:is|remains|was) (?:still |very much )?an open question\b"
        r"|\b(?:no|(?:lack|without|not have|n't have)(?: (?:the|any|enough))?) (?:\w+ ){0,2}?(?:basis|records?"
        r"|information|means|data"
        r"|evidence|papers|facts) (?:(?:with|on|from|by) which )?to (?:say|tell|judge|determine|decide|know|answer"
        r"|opine)\b"
        r"|\b(?:needed|required|necessary) before (?:i|we|anyone) (?:can|could) (?:\w+ )?(?:say|tell|determine|opine"
        r"|answer|give)\b"
    ),
    rf"\bquestion (?:that |which )?(?:i|we) (?:am |are )?{_CANNOT} (?:\w+ )?(?:answer|settle|resolve|decide)\b",
    r"\bcan only be (?:determined|resolved|stated|answered) (?:with|by) speculation",
    (
        rf"\bwhether\b[^.;]{{3,200}}? (?:i|we|he|she|they|one|nobody) (?:\w+ )?{_CANNOT} (?:\w+ )?(?:say|tell|state"
        rf"|know)\b"
    ),
    # row: impossible in retrospect; unable to opine; insufficient information to decide
    (
        r"\bimpossible (?:in retrospect|to (?:determine|say|know|tell|state))|\bunable to opine"
        r"|\bno way (?:of knowing|(?:for (?:me|anyone|us|him|her) )?to (?:know|tell|determine|say|sort|separate"
        r"|choose|decide|distinguish))"
    ),
    (
        r"\bno (?:\w+ ){0,2}(?:opinion|conclusion|determination|answer|statement)(?: [^.;]{1,60}?)? (?:can"
        r"|could) (?:\w+ )?be (?:\w+ )?(?:offered|given|made|rendered|provided|formed|reached|expressed|drawn|stated)"
    ),
    (
        rf"{_CANNOT} (?:\w+ )?(?:opine|(?:provide|render|offer|give|form|make|express|reach) (?:an?|any"
        rf"|a definitive|a definite|such an?) (?:\w+ ){{0,3}}(?:opinion|statement|conclusion|determination"
        rf"|nexus|answer))"
    ),
    (
        r"\b(?:in|not )?(?:sufficient|enough|adequate) (?:\w+ ){0,2}(?:information|evidence|data|records?"
        r"|documentation|basis)(?: \w+){0,3} (?:to|for) (?:\w+ )?(?:opine|determine|decide|render|form|provide"
        r"|make|say|state|conclude|offer|an? opinion|support an opinion|etiology|resolve|answer|relate)"
    ),
    (
        rf"{_CANNOT} (?:\w+ )?(?:determine|say|state|know|tell|ascertain|establish|resolve|opine|comment"
        rf"|decide)(?:,? [\w]+){{0,7}}?,? (?:whether|if|when|what|the (?:exact |precise |specific |likely )?(?:cause"
        rf"|etiology|origin|onset|relationship|baseline degree)|one way or (?:the other|another))"
    ),
    (
        r"\b(?:do|does|did) not know (?:whether|if|what (?:caused|causes))|\bone way or (?:the other|another)\b"
        r"|\bcould (?:well |just as well )?go either way\b|\bwhether\b[^.;]{3,160}?, (?:i|we) (?:\w+ )?(?:do not"
        r"|don't) know\b"
    ),
    (
        r"\b(?:question|issue|matter|etiology|relationship)\b[^.;]{0,110}?\b(?:could|can)(?:not"
        r"| not) be (?:\w+ )?(?:answered|resolved|determined|decided|ascertained|established)\b"
    ),
    # row: etiology unknown / unclear / undetermined / idiopathic
    (
        r"\b(?:relation(?:ship)?|link|connection|nexus|association)\b[^.;]{0,120}? (?:is|was|are|were|remains?"
        r"|remained)"
        r" (?:\w+ )?(?:unknown|unclear|undetermined|uncertain|indeterminate|not (?:known|clear|certain|understood))\b"
    ),
    (
        r"\b(?:etiology|cause|origin|causation|pathogenesis)(?: of [^.;]{1,60}?)? (?:is|was|are|were|remains?"
        r"|remained|as) (?:\w+ )?(?:unknown|unclear|undetermined|uncertain|indeterminate|idiopathic"
        r"|not (?:known|clear|certain|determined|established|understood))"
    ),
    (
        r"\b(?:unknown|undetermined|uncertain|unclear|indeterminate|idiopathic) (?:in )?(?:etiology|cause"
        r"|origin)|\bidiopathic in nature\b"
        r"|\b(?:is|was|are|were|as|remains?) (?:\w+ ){0,2}idiopathic\b(?! (?:parkinson|pulmonary|intracranial"
        r"|scolio|hypersomn"
        r"|thrombocyt|peripheral|interstitial|dilated|cardiomyop|gastropar|generali[sz]ed|epilep|\w+ (?:disease"
        r"|syndrome|fibrosis|disorder)))"
    ),
)

# --- phrases that make a sentence a rule, a question or a request (rubric 3.4 step 2) ---
_DECLINED: Final[tuple[str, ...]] = (
    (
        r"\bnothing (?:above|in this|here|herein|i have)\b[^.]{0,60}\b(?:read|taken|construed|understood"
        r"|interpreted)\b|\bshould not be (?:read|taken|construed|understood|interpreted) as\b"
    ),
    (
        r"\b(?:not|n't) (?:take|read|treat|use|regard|construe|understand) (?:anything|any|this|it|the above"
        r"|these)\b[^.]{0,60}\bopinion\b"
    ),
    (
        r"\b(?:not|declin\w+|refus\w+|without|neither|nor) (?:\w+ ){0,2}(?:offer|giv|provid|render|express|mak"
        r"|stat|address)\w* (?:an?|any) (?:\w+ ){0,3}opinion"
    ),
    (
        r"\b(?:not|declin\w+|refus\w+|won't) (?:be )?(?:to )?(?:offer|giv|provid|render|express|sign|writ)(?:e"
        r"|ing)? (?:an?|any|the|your|that|this) (?:\w+ ){0,3}(?:opinion|nexus letter|paragraph|nexus statement"
        r"|statement)\b(?:,? (?:for or against|either way|one way or (?:the other|another)))?"
    ),
    (
        r"\b(?:do|did|does|will) not (?:offer|give|provide|render|express) (?:an?|any) (?:\w+ ){0,3}opinion"
        r"|\bno (?:\w+ ){0,2}opinion (?:is|was|has been|can be|will be) (?:\w+ )?(?:offered|given|provided"
        r"|rendered|expressed|stated|made|received)"
    ),
    (
        r"\b(?:would|will|must|prefer to|have to) (?:defer|leave) (?:\w+ ){0,6}?(?:to|for) (?:those|others|whoever"
        r"|somebody|someone)\b|\b(?:i|we) (?:would |will |must )?(?:defer|leave) (?:\w+ ){0,4}(?:to|for) (?:the |a "
        r"|an )?(?:\w+ ){0,3}(?:examiner|specialist|rater|va|board|compensation|psychiatr\w+|orthop\w+)"
    ),
)
_NO_POSITION: Final = (
    r"\b(?:i|we) (?:\w+ )?(?:give|offer|express|hold|have) no opinion (?:as to |on |about )?(?:whether|if|what)\b|"
    r"\b(?:i|we|this letter|this office|this clinic) (?:\w+ )?(?:takes?|express(?:es)?|offers?|gives?|makes?|has"
    r"|have) no (?:position|opinion|statement|view|judg?ment|comment|answer)\b"
    r"|\bnot (?:meant|intended|to be taken|to be read) as an (?:answer|opinion)\b|\bsilence should not be read\b"
    r"|\bi (?:do not|don't|cannot|can't|will not|won't) (?:\w+ )?(?:do|write|give|provide|sign|make) (?:imos?"
    r"|nexus (?:letters|ltrs|opinions|statements)|medical opinions|opinions|statements of (?:cause|causation))\b"
    r"|\b(?:is|are) for (?:somebody|someone|another|others?)(?: else)?(?: to (?:say|decide|judge|answer))?\b"
    r"|\b(?:please )?do not (?:write|put|place) my name (?:under|to|on)\b"
    r"|\bleft (?:it|them|both(?: of them)?|all(?: of them)?|the (?:box|boxes|form|question)\w*) (?:both "
    r"|all )?(?:blank|empty|unmarked|unchecked)\b"
)
_REFUSALS: Final = tuple(re.compile(pattern) for pattern in _REFUSED)
_NONE_GIVEN: Final = tuple(re.compile(pattern) for pattern in (*_DECLINED, _NO_POSITION))
_MATTER: Final = re.compile(
    r"speculat|conjectur|opin|issue|question|etiolog|caus|relat|connect|service|nexus|link|aggravat|\bdue to\b"
    r"|result of|origin|began|idiopathic"
)


_SIGN: Final = re.compile(
    r"speculat|conjectur|guess|either way|\bsides?\b|\bnor\b|choose|refus|open question|reluctant|hesita|loath|lack"
    r"|no basis|no means|without"
    r"|before i|neither|nobody|no one|no doctor|none of us|two minds|fence|undecided"
    r"|agnostic|for or against|one way|permit|allow|support|enable|unable|cannot|could not"
    r"|was not|were not|can ?not|n't|not (?:able|possible|know|suffic|enough|adequate|be )"
    r"|impossible|not (?:feel|in a position|prepared|willing|ready|comfortable|qualified)"
    r"|suffic|enough|adequate|un(?:known|clear|determined|certain|willing)|indeterminate|idiopathic|difficult|one way"
    r"|no way|\bno (?:\w+ ){0,2}(?:opinion|conclusion|determination|answer|statement)"
    r"|(?:is|was|are|were|remains?|remained|as) (?:\w+ )?not |feasible"
)
_NO_REFUSAL: Final = re.compile(r"\bmulti-?symptom illness\b|\bundiagnosed illness\b")
_ANY_OPINION: Final = re.compile(
    r"\W*(?:a |an |any |such an? |speculative )*(?:medical |nexus |expert )*(?:opinions?"
    r"|evidence)\b(?!\s*[:—.])(?! (?:is|was|would be) (?:not|im)possible)"
    r"(?! (?:can|could)(?:not| not) be (?:given|rendered|offered|provided|made|stated|formed|reached|expressed)"
    r"(?! (?:\w+ )?(?:weight|credence|deference|value)))"
    r"(?! (?:that (?!is|uses|says|relies|contains|rests|merely|only|does)|as to|on|about|whether|regarding)\b)"
)
_CONCEDED: Final = re.compile(r"\W*(?:although|though|even though|while|whereas|despite)\b")
_NOT_SAYING: Final = re.compile(
    rf"\b(?:{_CANNOT}|(?:do|does|did) not feel (?:able|comfortable|qualified)(?: to)?"
    r"|(?:not|n't) (?:in a position|prepared|willing|ready|comfortable|qualified)(?: to)?"
    r"|(?:stop(?:s|ped)?|f[ae]ll(?:s)?) (?:just |well )?short of)"
    r" (?:be )?(?:\w+ly )?(?:say(?:ing)?|said|stat(?:e|ed|ing)|tell|affirm(?:ed)?|swear)"
    r"(?: (?:for|to|with|within) [^,;]{3,50}?)? that\b"
)
_CERTAINTY: Final = re.compile(r"\b(?:certain(?:ty|ly)?|for sure|definitive(?:ly)?|100 ?(?:%|percent))\b")
_SAYING_ENDS: Final = re.compile(
    r"[;:—]|,? \bbut\b|\bhowever\b|\bnevertheless\b|,? (?:and|so|yet) (?=(?:it|i|my|we|in my|the|his|her|therefore)\b)"
    r"|, (?=(?:it (?:is|was)|i|we|in my|my)\b)"
)


_TURNED_DOWN: Final = re.compile(
    r"\b(?:(?:i|we) (?:was|were|am|had|have|would have) (?:\w+ )?(?:hop(?:ing|ed)|liked|wanted|wished|tempted|asked"
    r"|meant"
    r"|expected|requested)|(?:asked|asks|wants?|wanted|requested|urged|hoped|wish(?:es|ed)) (?:that )?(?:me|i|us|we)\b"
    r"|(?:opinion|statement|letter|conclusion|words?|sentence) (?:requested|sought|asked (?:for|of me)|wanted"
    r"|needed)\b)[^;]{3,260}?(?:, |\b(?:and|but|though|yet) )[^;]{0,60}?"
    rf"\b(?:{_CANNOT}|(?:do|does|did|will|would) (?:not|n't)|won't|don't|doesn't|didn't|declined?|refused?)\b"
    r"(?: to)?(?:\W*$| (?:\w+ ){0,4}?(?:so|it|that|this|to|say|give|write|state|sign|do|allow|permit|support"
    r"|conscience|oblige|comply)\b)"
)
"""What was asked for or hoped for, and is not given: "I hoped to write that …, but the records do not allow it"."""


NO_OPINION_WHETHER: Final = re.compile(
    r"\b(?:i|we) (?:\w+ )?(?:give|offer|express|take|have|hold|form(?:ed)?) no (?:opinion|position|view)"
    r"(?: (?:as to |on |about )?(?:whether|if|what|it|this|that)\b| to (?:give|offer|express|state|add)\b"
    r"|(?: of (?:my|our) own)?(?=\W*$|[,;.]))"
    r"|\b(?:i|we) (?:do|will|shall|can) ?not (?:\w+ )?(?:offer|give|express|render|provide) (?:an?"
    r"|any) (?:\w+ )?(?:opinion|view) (?:on|about|as to) (?:it|this|that|either|the (?:matter|question|cause))\b"
)
"""What is not answered at all, as against what cannot be answered."""
_NEITHER: Final = re.compile(
    rf"{_BOTH_DENIED}|"
    r"\b(?:i|we) (?:\w+ )?(?:do not|don't|cannot|can't|neither) (?:\w+ )?say (?:that )?(?:it is"
    r"|that)\b[^.;]{0,80}?,? (?:and|nor|or)\b"
    r"[^.;]{0,40}?\b(?:say (?:that )?)?(?:it is|that it is) not\b|\bneither (?:affirm|confirm|support|prove|assert"
    r"|say that)\b"
    r"[^.;]{0,40}?\bnor (?:deny|exclude|refute|dispute|rule out|disprove|reject)\b|\bneither (?:likely )?nor unlikely\b"
    r"|\b(?:express|take|offer|give|hold|have) no (?:\w+ )?(?:view|opinion|position|side)\b[^.;]{0,80}?"
    r"\b(?:in|on) (?:either|any) (?:direction|side)\b"
    r"|(?:not|n't) (?:take|read|treat|count|use|quote|understand|construe) [^.;]{1,40}? (?:as|for) (?:an? )?"
    r"(?:yes (?:n?or|and not)\b[^.;]{0,12}\bno|no (?:n?or|and not)\b[^.;]{0,12}\byes)\b"
    r"|\b(?:i|we) (?:am|are|do) (?:not|n't) (?:saying|say|mean|claiming) (?:by (?:that|this) )?(?:that )?(?:it|this"
    r"|that|he|she) (?:was|is|did|does|has|had) (?:not|n't)\b(?=\W*(?:$|[.;,]|either))"
    r"|\b(?:marked|checked|ticked|circled|chosen|signed) neither\b|\bneither (?:box|option|answer|choice)\b"
    r"|(?:not|n't) (?:mean|say|saying|suggest|claim|hold)(?: by that| to say)?(?: that)? (?:it|this|that) (?:is"
    r"|was) (?:un)?likely\b[^;]{0,40}?(?:not|n't|nor do i) (?:mean|say|saying|suggest|claim|hold)(?: by that"
    r"| to say)?(?: that)? (?:it|this|that) (?:is|was) (?:un)?likely\b"
)
"""What is said to be neither affirmed nor denied: no opinion at all."""


def on_both_sides(low: str) -> bool:
    """Whether a letter says that it neither affirms nor denies."""
    return _NEITHER.search(low) is not None


def turned_down(low: str) -> Claim | None:
    """The claim of a sentence that declines to say what it was asked to say, or None."""
    match = _TURNED_DOWN.search(low)
    if match is None or not _MATTER.search(match.group()):
        return None
    return _withheld(low, (match.start(), match.end()))


def set_aside(low: str) -> tuple[str, bool]:
    """``low`` without "I cannot say that …", which neither affirms nor denies; and whether nothing else is claimed.

    "I cannot say that it is at least as likely as not" stays: it is measured against VA's own standard.
    """
    match = _NOT_SAYING.search(low)
    if match is None:
        return low, False
    stop = _SAYING_ENDS.search(low, match.end())
    end = stop.start() if stop else len(low)
    if phrases.first(phrases.STRICT, low[match.end() : end]) is not None:
        return low, False
    degree = phrases.first(phrases.STRICT, low)
    if degree is not None and degree.phrase.polarity is Polarity.UNFAVORABLE:
        return low, False  # "… and it is therefore less likely than not": of what could not be said
    alone = degree is None and not (stop and phrases.loose(low[end:]))
    return scopes.blot(low, match.start(), end), alone and _MATTER.search(low, match.end(), end) is not None


_NO_SIDE: Final = re.compile(
    r"\bnot (?:offering|giving|rendering|providing|expressing|taking) (?:an?|any) (?:\w+ )?(?:opinion|position"
    r"|view|side)s?\b[^.;]{0,30}\b(?:for or against|either way|on whether|one way or)\b"
    r"|\b(?:should|must|is) not (?:to )?be (?:read|taken|understood|construed) as (?:an?|my|any) (?:\w+ )?opinion\b"
    r"|\b(?:i|we) (?:am|are|will|shall) (?:\w+ )?not (?:be )?(?:giv|offer|writ|sign|provid|render|express)ing (?:one|it"
    r"|any|either)\b"
)


def takes_no_side(low: str) -> bool:
    """Whether a letter says in so many words that it gives no opinion for or against."""
    return _NO_SIDE.search(low) is not None


def no_opinion(low: str) -> bool:
    """Whether a sentence says that no opinion is given, or must not be taken for one."""
    return any(pattern.search(low) for pattern in _NONE_GIVEN)


def refusal(low: str) -> Claim | None:
    """The claim that nothing can be said, or None. Options of a form and double denials are left to others."""
    if not _SIGN.search(low):
        return None
    if set_aside(low)[1]:
        refused = _withheld(low, (0, len(low)))
        return (
            replace(refused, kind=None) if _CERTAINTY.search(low) else refused
        )  # who asks for certainty denies little
    for pattern in _REFUSALS:
        match = pattern.search(low)
        if match is None or scopes.MUTED in match.group():
            continue
        before = low[max(0, match.start() - 25) : match.start()]
        if re.search(
            r"\b(?:not|isn't|is no|no longer|nor|without resort\w*) (?:\w+ )?$", before
        ) and not match.group().startswith(("without", "not ")):
            continue
        if _ANY_OPINION.match(low):
            return None  # what is said of opinions at large
        if _NO_REFUSAL.search(low):
            return None  # the name of a category in 38 C.F.R. § 3.317
        strict = phrases.first(phrases.STRICT, low[match.end() :])
        conceded = _CONCEDED.match(low[: match.start()]) is not None  # "although the first examiner could not say, …"
        if strict is not None and (
            conceded or re.search(r"\b(?:but|however|nevertheless|still)\b", low[match.end() :])
        ):
            return None  # "etiology unknown, but at least as likely as not …"
        earlier = phrases.first(phrases.STRICT, low[: match.start()])
        if earlier is not None and not re.search(r"\b(?:whether|that|if)\b", low[: match.start()]):
            return None
        return _withheld(low, match.span())
    return None


def _withheld(low: str, words: tuple[int, int]) -> Claim:
    """The claim of a sentence that says nothing either way by its ``words``."""
    on_the_matter = _MATTER.search(low) is not None  # not "I cannot say whether he kept his appointments"
    return Claim(
        start=0,
        end=len(low),
        polarity=Polarity.INCONCLUSIVE,
        standard=Standard.SPECULATIVE,
        certainty=Certainty.HIGH,
        withheld=True,
        kind=LinkKind.RELATION if on_the_matter else None,
        note="No opinion either way; it needs reasons to be adequate.",
        phrase=words,
    )
