"""Claims without any word of probability: "is due to his service", "no nexus", and chances told by their size."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from nexus_desktop.analysis.rubric import causes, conditions, negation
from nexus_desktop.analysis.rubric.causes import Cause
from nexus_desktop.analysis.rubric.claim import Claim, Context
from nexus_desktop.analysis.rubric.clause_forms import CUE, sole
from nexus_desktop.analysis.rubric.links import Link, LinkKind
from nexus_desktop.analysis.rubric.negation import Denial
from nexus_desktop.analysis.rubric.objects import object_of
from nexus_desktop.analysis.rubric.scopes import OF_THIS_ONE
from nexus_desktop.models.analysis_models import Certainty, Polarity, Standard

FAVORABLE, UNFAVORABLE, INCONCLUSIVE = Polarity.FAVORABLE, Polarity.UNFAVORABLE, Polarity.INCONCLUSIVE

_OWN: Final = re.compile(
    r"\b(?:in my|it is my) (?:\w+ ){0,3}(?:opinion|view|judg?ment|belief|conviction)\b|\bi (?:\w+ )?(?:believe"
    r"|conclude|am of the opinion|feel|think)\b"
)
_CAME_FIRST: Final = re.compile(
    r"\b(?:preced\w+|pre-?dat\w+|antedat\w+|came before|existed (?:\w+ )?(?:before|prior to)|began (?:\w+ ){0,3}before"
    r"|(?:was|were) (?:\w+ ){0,2}(?:present|diagnosed|established) (?:\w+ ){0,3}(?:before|prior to))\b"
)
_BACK: Final = re.compile(r"\s*(?:it|them|that|this|those|these|the latter|that \w+|the \w+)\W*$")
BOTH: Final = re.compile(
    r"\b(?:caused|due to|result of|related to|secondary to)\b[^.;]{0,40}?\b(?:nor|or"
    r"|and)\b (?:\w+ ){0,3}?(?:aggravated|worsened|exacerbated)\b"
)
_PRESENT: Final = re.compile(
    r"\b(?:current|claimed|present|currently diagnosed) [\w\s'-]{0,50}(?:disability|disorder|condition|disease)\b"
)
_CURRENT: Final = re.compile(r"\b(?:current|present|claimed|currently diagnosed) [\w' -]{3,60}$")
_EFFECT: Final = re.compile(
    r"\W*(?:the |an? )?(?:\w+ )?(?:effects?|aftermath|outcome|product|progression|manifestation|continuation"
    r"|complication) (?:of|from)\b"
)
_GRANTED_FOR: Final = re.compile(r"\bservice[- ]connected(?: (?:for|at) [\w %-]{2,30})?,? $")
_NEVER_LEFT: Final = re.compile(
    r"\b(?:it|this|that|the \w+)\b[^.;]{0,30}? and (?:it )?(?:has|have) never (?:left|let go of|quit|let up"
    r"|gone away|stopped)\b"
)
"""Onset and continuity in one breath: "it started on that ship and it has never left him"."""
_STRESSOR: Final = re.compile(r"\bstressors? (?:was|were|is|are|and|that)\b[^.;]{0,30}$")
_ITS_ONSET: Final = re.compile(
    r"ha(?:d|s|ve) (?:its|their) (?:\w+ )?(?:onset|origins?|genesis|inception|roots?|beginnings?|starts?|source)\b"
)
_TIE_NOUN: Final = re.compile(r"\b(?:nexus|relationship|relation|connection|link|association)\b")
_ADNOMINAL: Final = re.compile(r"(?:due|secondary|related|attributable|owing|caused|resulting|stemming|arising)\b")
_COPULAR: Final = re.compile(r"\b(?:is|was|are|were|be|been|being|as|not|it|and|or|,)(?: \w+ly)?,? ?$|^\W*$")
_GOES_ON: Final = re.compile(r"[^,;]{2,60}? (?:does|do|did|is|was|are|were|has|have|had|will|usually|tends?)\b")
_OF_SCIENCE: Final = re.compile(
    r"\b(?:is|are) (?:well )?(?:known|established|described|recogni[sz]ed)(?: \w+)? (?:from|in"
    r"|by) (?:the )?(?:\w+ )?(?:literature|science|medicine|books)\b|"
    r"\b(?:science|research|(?:\w+ )?literature|stud(?:y|ies)|textbooks?|medical knowledge|journals?|articles?"
    r"|epidemiolog\w+|data)\b[^.;]{0,50}?\b(?:support|show|suggest|establish|demonstrat|indicat|confirm|recogni|describ"
    r"|document|report|link|find|found|prove|favou?r|point|tell|teach)\w*"
)
_NO_OTHER: Final = re.compile(r"\bno other (?:\w+ )?(?:causes?|explanations?|reasons?|etiolog(?:y|ies))\b")
_ALTERNATIVE: Final = re.compile(
    r"\W*(?:any|some|every|all|each of|no|none of)? ?(?:the )?(?:other|alternative|competing|rival|remaining|different)"
    r" (?:\w+ ){0,2}?(?:causes?|explanations?|etiolog(?:y|ies)|origins?|sources?|possibilit(?:y|ies)|candidates?)\b"
)
_ANYTHING: Final = re.compile(r"\b(?:any|some)thing (?:else|other)\b|\bany(?:where| one)? else\b")
_OTHER_THAN: Final = re.compile(
    r"\b(?:any|some)(?:thing)?(?: \w+)? (?:other than|else (?:but|than)|besides|apart from|aside from|except)\b"
)
_UNKNOWN: Final = re.compile(r"\b(?:(?:do|does|did) not|don't|doesn't|didn't) know (?:what|how|when|where|anything)\b")
_BRIEFLY: Final = re.compile(r"\b(?:temporari|transient|brief|acute|momentari)ly (?:\w+ )?$")
_CHANCE: Final = re.compile(
    r"\b(?:chances?|probability|likelihood|odds|risk)\b(?= (?:(?:is|are|was|were|seems"
    r"|remains) (?:\w+ ){1,3})?(?:that|of|for)\b)"
)
_SMALL: Final = re.compile(
    r"\b(?:no(?! less\b)|zero|nil|little|low|small|slight|slim|remote|poor|negligible|minimal|minute|vanishing\w*"
    r"|long)\b"
)
_SIZED = 24  # characters before a chance in which its size is told
_LARGE: Final = re.compile(r"\b(?:high|strong|great|good|considerable|substantial|overwhelming|excellent)\b")
SOLELY: Final = re.compile(
    r"(?:not|n't) (?:be )?(?:solely|entirely|exclusively|only|wholly|completely|totally|100 ?%|100 percent)\b"
)
PERSON: Final = re.compile(
    r"\bthere (?:is|was|are|were)\b|\ba (?:connection|link|relationship|nexus|association) (?:is|was|would be)\b"
    r"|\bs/?c (?=\w)|\b(?:his|her|their|he|she|veteran|patient|claimant|appellant|mr|ms|mrs|this|these|the|sgt|claimed"
    r"|current|currently|present|it|\[patient\]|my|which|that|(?:active|military|wartime) (?:duty|service))\b|'s\b"
    r"|\b(?:in|by|to|with|during|of) (?:active |military )*service\b"
)


def flat(clause: str, sentence: str, ties: list[Link], known: Context) -> Claim | None:
    """A claim without any word of probability: "is due to his service", "no nexus"."""
    if _OF_SCIENCE.search(clause, 0, ties[0].end) and not OF_THIS_ONE.search(clause):
        return None  # what studies say of people at large
    if _CHANCE.search(clause, 0, ties[0].start):
        return _by_chance(clause, ties, known)
    return _by_link(clause, sentence, ties, known)


def _by_link(clause: str, sentence: str, ties: list[Link], known: Context) -> Claim | None:
    """The claim of the first link that is an opinion."""
    cued = bool(CUE.search(sentence)) or known.concluding
    for tie in ties:
        thing = object_of(clause, tie, ties, known)
        cause = thing.cause
        lead = clause[max(0, tie.start - 110) : tie.start]
        if _of_an_anchor(clause, tie, thing.subject, known) and cause is Cause.SERVICE and not cued:
            continue  # how a service-connected disability came about is told, and no opinion
        if _STRESSOR.search(clause, *thing.subject):  # whether a stressor fits the rule of 3.304(f)(3) is no nexus
            continue
        if _is_attribute(clause, tie) or _UNKNOWN.search(lead) or _rules_out(clause, tie, cause):
            continue
        first = 0 if tie.cause_first and tie.kind is LinkKind.RELATION else negation.reach(clause, tie.start)
        denied = tie.negative or negation.odd(clause, first, tie.start)
        behind = negation.behind_noun(clause, tie.end) if tie.noun else Denial.NO
        denied = denied != (behind is not Denial.NO)
        marked = known.marked and cause is Cause.ANCHOR and tie.kind in (LinkKind.CAUSE, LinkKind.AGGRAVATION)
        listed = known.listed and cause in (Cause.SERVICE, Cause.ANCHOR) and tie.kind is LinkKind.CAUSE
        if not (marked or listed or _accepted(cause, tie, clause, sentence, denied=denied, cued=cued)) or (
            denied and of_another(clause, cause)
        ):
            continue
        claim = Claim(
            0,
            len(clause),
            FAVORABLE,
            Standard.DEFINITE,
            Certainty.FAIR if cued else Certainty.LOW,
            kind=tie.kind,
            object=cause,
            note="No standard is stated; suggest adding it.",
            phrase=(tie.start, tie.end),
            subject=thing.subject,
            source=thing.source,
        )
        if SOLELY.search(lead[-40:] + clause[tie.start : tie.end]):
            return sole(claim)
        if denied:
            return None if negation.cannot_exclude(lead) else _flatly_denied(claim, tie, behind)
        return _flatly_stated(claim, tie, lead)
    return None


def _of_an_anchor(clause: str, tie: Link, subject: tuple[int, int], known: Context) -> bool:
    """Whether a link tells where a disability comes from that is service connected already."""
    if _GRANTED_FOR.search(clause[: tie.start]):
        return True
    named = conditions.find(clause, *subject) if subject[1] > subject[0] else []
    return bool(named) and all(conditions.key(clause[one.start : one.end]) in known.anchors for one in named)


def _flatly_stated(claim: Claim, tie: Link, lead: str) -> Claim:
    """A flat claim that is not denied, by what it names and how ("temporarily aggravated in service")."""
    if tie.kind is LinkKind.AGGRAVATION and claim.object is Cause.SERVICE and _BRIEFLY.search(lead):
        note = "A flare-up alone is no aggravation."
        return replace(claim, polarity=UNFAVORABLE, certainty=Certainty.FAIR, note=note)
    if claim.object is Cause.OTHER or tie.kind is LinkKind.PREEXISTED:
        return replace(claim, polarity=UNFAVORABLE, note="The condition is put down to something other than service.")
    if tie.kind is LinkKind.SHARE:
        return replace(claim, note="The causal share is left open; ask for causation or aggravation in terms.")
    return claim


def _rules_out(clause: str, tie: Link, cause: Cause) -> bool:
    """Whether what is named as another cause is only ruled out: "I know of no other cause, having excluded …"."""
    return cause is Cause.OTHER and _NO_OTHER.search(clause, 0, tie.end) is not None


def _is_attribute(clause: str, tie: Link) -> bool:
    """Whether a link only describes what is spoken of: "hearing loss due to noise does not progress"."""
    if _EFFECT.match(clause, tie.start) and _COPULAR.search(clause[: tie.start]) is None:
        return True  # "an article on the effects of jet fuel"
    return (
        _ADNOMINAL.match(clause, tie.start) is not None
        and _COPULAR.search(clause[: tie.start]) is None
        and _GOES_ON.match(clause, tie.end) is not None
    )


def _flatly_denied(claim: Claim, tie: Link, behind: Denial) -> Claim:
    sure = Standard.LESS_LIKELY if behind is Denial.IN_DOUBT else Standard.DEFINITE
    plain = claim.object in (Cause.SERVICE, Cause.ANCHOR) and tie.kind is not LinkKind.ONSET
    certainty = Certainty.FAIR if plain else claim.certainty  # nobody denies a link in passing
    return replace(claim, polarity=UNFAVORABLE, standard=sure, certainty=certainty, note="")


def of_another(clause: str, cause: Cause) -> bool:
    """Whether only a cause other than service is spoken of: to rule it out says nothing against service."""
    alone = cause is Cause.OTHER or _ALTERNATIVE.match(clause) is not None
    alone = alone or (cause is Cause.UNKNOWN and _ANYTHING.search(clause) is not None)
    return alone and (not causes.names_service(clause) or _OTHER_THAN.search(clause) is not None)


def _by_chance(clause: str, ties: list[Link], known: Context) -> Claim | None:
    """ "The likelihood that … is slight": a chance of which the size is told in words, or not at all."""
    thing = object_of(clause, ties[0], ties, known)
    if thing.cause not in (Cause.SERVICE, Cause.ANCHOR):
        return None
    chance = _CHANCE.search(clause)
    near = max(0, chance.start() - _SIZED) if chance else 0  # "with no family history …": not the size of the chance
    small, large = _SMALL.search(clause, near), _LARGE.search(clause, near)
    polarity = UNFAVORABLE if small else FAVORABLE if large else INCONCLUSIVE
    standard = Standard.LESS_LIKELY if small else Standard.MORE_LIKELY if large else Standard.SPECULATIVE
    match = small or large or chance
    return Claim(
        0,
        len(clause),
        polarity,
        standard,
        Certainty.FAIR,
        kind=ties[0].kind,
        object=thing.cause,
        phrase=match.span() if match else (0, 0),
        subject=thing.subject,
        source=thing.source,
    )


def _accepted(cause: Cause, tie: Link, clause: str, sentence: str, *, denied: bool, cued: bool) -> bool:
    """Whether a flat link is an opinion on a person's condition, and not history or a general remark."""
    if not PERSON.search(clause) and not cued:
        return False
    if cause in (Cause.SERVICE, Cause.ANCHOR):
        if tie.kind is LinkKind.ONSET and not tie.negative and not tie.cause_first:
            formal = (
                denied
                or _NEVER_LEFT.search(sentence)
                or _ITS_ONSET.match(clause, tie.start)
                or _CURRENT.search(clause[: tie.start])
            )
            return bool(cued or formal) and not re.search(
                r"\b(?:pain|symptoms?|ringing|complaints?|headaches?|problems?)\b", clause[: tie.start]
            )
        return True
    if cause is Cause.OTHER:
        return (
            cued
            or causes.names_service(clause[tie.end :])
            or tie.kind is LinkKind.PREEXISTED
            or bool(_PRESENT.search(clause[: tie.start]))
        )
    plain = not tie.cause_first and tie.kind is not LinkKind.ONSET
    if denied and plain and _CAME_FIRST.search(sentence) and _BACK.match(clause[tie.end :]):
        return True  # "it preceded his PTSD and thus was not caused by it"
    if (
        denied
        and cued
        and tie.cause_first
        and cause is Cause.CONDITION
        and tie.kind in (LinkKind.CAUSE, LinkKind.AGGRAVATION)
    ):
        return True  # "neither PTSD nor its treatment caused it"
    if denied and cued and plain and cause is Cause.CONDITION and BOTH.search(clause):
        return True  # "neither caused nor aggravated by his diabetes": the two questions of a secondary claim
    if _OWN.search(sentence) and plain and not denied:
        return True  # "in my opinion his back is caused by his bad knee": whether the knee counts is another question
    return (
        denied
        and cued
        and tie.kind in (LinkKind.RELATION, LinkKind.CAUSE)
        and (tie.negative or bool(_TIE_NOUN.search(clause)))
    )
