"""What a single clause claims: phrase, link, object and negations put together (rubric 3.4 steps 3 and 4)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from nexus_desktop.analysis.rubric import causes, links, negation, phrases, vocabulary
from nexus_desktop.analysis.rubric.causes import Cause
from nexus_desktop.analysis.rubric.claim import Claim, Context, min_certainty
from nexus_desktop.analysis.rubric.clause_forms import BUT_FOR, CUE, GROWN, needed, passing, sole, without
from nexus_desktop.analysis.rubric.flat_claims import BOTH, PERSON, SOLELY, flat, of_another
from nexus_desktop.analysis.rubric.links import Link, LinkKind
from nexus_desktop.analysis.rubric.objects import Object, object_of
from nexus_desktop.analysis.rubric.phrases import Found
from nexus_desktop.models.analysis_models import Certainty, Polarity, Standard

FAVORABLE, UNFAVORABLE, INCONCLUSIVE = Polarity.FAVORABLE, Polarity.UNFAVORABLE, Polarity.INCONCLUSIVE

_FLAT_SIGN: Final = re.compile(
    rf"{causes.SERVICE.pattern}|{causes.ANCHOR.pattern}|{causes.GAIT.pattern}|\bcurrent\b|\bclaimed\b|\bpresent\b"
    rf"|\b(?:that|this|it)\W*$|would"
)
_TIED: Final = re.compile(
    r"\b(?:caus|due to|aggravat|relat|result|secondary|worsen|ma[dk]e[sd]? (?:\w+ ){0,4}worse|contribut"
    r"|(?:hand|part|role) in\b|to do with|part and parcel of\b|outgrowth of\b|offshoot of\b)"
)
_CUED: Final = re.compile(
    rf"{CUE.pattern}|\bi (?:\w+ )?(?:consider|hold|put|call|judge|rate|add|would say)\b[^.;]{{0,30}}$"
)
_VOICE: Final = re.compile(
    r"\bopin|\bbeliev|\bconclu|\bf(?:eel|elt)\b|\bthink|\bthought|judg|\bview\b|likel|probab|nexus|certainty"
)
_THAT: Final = re.compile(r"\bthat\b")
_PROPOSED: Final = re.compile(r"\b(?:it|this|that) (?:is|was|seems|appears|would be|remains) (?:\w+ ){0,2}$")
_HERE: Final = re.compile(
    r"\bin (?:his|her|this|[\w']+'s|mr\.? \w+'s|\[patient\]'s) (?:\w+ )?case\b|\bin this (?:patient|veteran|man"
    r"|woman)\b"
)
_COMPARES: Final = re.compile(r"reasonable|\bbe(?:tter|st)\b|\bmore (?!likely|probabl)\w")
_THAN_SERVICE: Final = re.compile(r"\bthan\b[^.;]{0,60}\b(?:service|military|active duty|navy|army|combat)\b")
_EXCLUDED: Final = re.compile(r"\b(?:rule|exclude|eliminate)[ds]?\b")
_DENIABLE: Final = re.compile(r"suggest|point|possib|plausib|conceiv|consistent|compatible")
_SEE_NO_WAY: Final = re.compile(
    r"\b(?:(?:do|does|did|can|could)(?: not|n't)|cannot|fails? to|hard to|difficult to) (?:see|imagine|understand"
    r"|conceive|fathom) (?:how|any way)\b|\bno way (?:that )?\b"
)
"""What stands before a possibility that is denied: "I do not see how it could have …"."""
_MORE_THAN: Final = re.compile(
    r"\b(?:not|n't) (?:merely|just|simply|only|a mere|merely a|just a|simply a) ?$|\bmore than (?:just |merely )?"
    r"(?:an? )?(?:mere(?:ly)? |bare |remote )?$"
)
_COPULA: Final = re.compile(r"^(?:s? (?:of|for|behind))\b[^,;]{2,90}? (?:is|was|are|were|lies in|remains)\b")
_SAID_OF_IT: Final = re.compile(r"\b(?:is|was|are|were|be|seems?|appears?|remains?) (?:\w+ ){0,2}$")
_PROPOSITION: Final = re.compile(
    r"^[\s\"”'’,:)]*(?:\([^)]{0,80}\)\s*,?)?[\s\"”,]*(?:that\b|to be\b|to have\b|is what\b|incurred"
    r"|the (?:result|cause)|a (?:result|cause))"
)
_PREDICATED: Final = re.compile(
    r"\W*(?:both|each|either|all|this|that|it|these|they)\b[^.;,]{0,40}?\b(?:is|are|was|were|lies?|lie|falls?"
    r"|stands?)\b[^.;]{0,40}$"
)
"""What stands before a degree that is said of what was told before: "both steps are, as I see it, past even odds"."""
_ELLIPSIS: Final = re.compile(
    r"\W*(?:that )?(?:it|they|this|that|he|she|these|those) (?:was|is|has|did|does|do|were|are|have|had|would)"
    r"(?P<not> not|n't)?(?: so| either| at all)?\W*$"
)
"""What stands behind a degree that answers a question: "more likely than not it was not"."""
_SC_UNMISTAKABLE: Final = re.compile(
    r"\bno clear and unmistakable evidence\b[^.;]{0,120}?\bnot (?:\w+ )?aggravat"
    r"|\bnot clear(?:ly)? and unmistakabl[ey][^.;]{0,120}?\bnot (?:\w+ )?aggravat"
)


def read(clause: str, sentence: str, offset: int, known: Context) -> Claim | None:
    """The claim of one clause, or None."""
    if _SC_UNMISTAKABLE.search(clause):
        return Claim(
            0,
            len(clause),
            FAVORABLE,
            Standard.DEFINITE,
            Certainty.FAIR,
            note=vocabulary.DOUBLE,
            object=Cause.SERVICE,
            kind=LinkKind.AGGRAVATION,
        )
    strict = phrases.strict(clause)
    if strict is not None:  # the "not" of a phrase negates nothing
        clause = phrases.without_strict(clause)
    loose = phrases.loose(clause) if strict is None else None
    bare = strict is None and loose is None and not _FLAT_SIGN.search(clause) and not CUE.search(sentence)
    bare = bare and not GROWN.search(clause) and not BOTH.search(clause)
    if bare and not (known.anchors and _TIED.search(clause) and causes.cause(clause, known.anchors) is Cause.ANCHOR):
        return None
    ties = links.find(clause)
    if strict is None and (match := BUT_FOR.search(clause)):
        return needed(clause, match, known.anchors)
    if strict is not None:
        return _by_phrase(clause, sentence[: offset + strict.start], strict, ties, known)
    if not ties:
        return None if known.marked else passing(clause, sentence)
    tie = _main(ties, loose)
    if loose is not None and _governs(clause, loose, tie):
        return _by_loose(clause, sentence, loose, ties, known)
    return passing(clause, sentence) or flat(clause, sentence, ties, known)


def question(words: str, known: Context) -> tuple[LinkKind, Object] | None:
    """The link and the cause that a question ("whether tinnitus has made the migraine worse") is about."""
    ties = links.find(words)
    return (ties[0].kind, object_of(words, ties[0], ties, known)) if ties else None


def _main(ties: list[Link], found: Found | None) -> Link:
    """The link a phrase speaks of: the first behind it, else the last before it."""
    if found is not None:
        behind = [tie for tie in ties if tie.end > found.end]
        if behind:
            strong = [tie for tie in behind if tie.kind is not LinkKind.PREEXISTED and not tie.cause_first]
            return strong[0] if strong and strong[0].start - behind[0].start < 60 else behind[0]
        return ties[-1]
    return ties[0]


def _by_phrase(clause: str, before: str, found: Found, ties: list[Link], known: Context) -> Claim | None:
    """A claim made by VA's own phrase."""
    phrase = found.phrase
    lead = clause[: found.start]
    behind = [tie for tie in ties if tie.end > found.end or tie.end <= found.start]
    if phrase.whole and not behind:
        claim = replace(_stated(clause, found, None, ties, known), object=causes.cause(clause, known.anchors))
        denied = negation.on_phrase(lead)
        turned = _favorable_turned if phrase.polarity is FAVORABLE else _unfavorable_turned
        return turned(claim, denied=True, crossed=False) if denied else claim
    short = _ELLIPSIS.match(clause, found.end) if not behind else None
    said = short or _PROPOSITION.match(clause[found.end :]) or _PREDICATED.match(lead)
    if not behind and not known.marked and not said and not _CUED.search(before):
        return None
    tie = _main(behind, found) if behind else None
    claim = _stated(clause, found, tie, ties, known)
    if tie is None and (cause := without(before, clause[found.end :])) is not None:
        claim = replace(claim, kind=LinkKind.CAUSE, object=cause)
    if negation.twice(lead):  # what it leaves open it does not affirm
        return replace(claim, polarity=INCONCLUSIVE, standard=Standard.SPECULATIVE, note=vocabulary.DOUBLE)
    denied = negation.on_phrase(lead) or (
        phrase.polarity is FAVORABLE and (negation.emptied(lead) or negation.turned_behind(lead, clause[found.end :]))
    )
    crossed = tie is not None and (tie.negative or negation.odd(clause, found.end, tie.start))
    if (
        tie is not None and tie.end <= found.start and phrase.polarity is FAVORABLE
    ):  # "was not caused by it, more likely
        denied = denied or negation.odd(clause, negation.reach(clause, tie.start), tie.start)  # than not"
    crossed = crossed or (short is not None and short.group("not") is not None)
    if phrase.polarity is FAVORABLE:
        return _favorable_turned(claim, denied=denied, crossed=crossed)
    if phrase.polarity is UNFAVORABLE and not denied and not crossed and of_another(clause, claim.object):
        return None
    if phrase.polarity is UNFAVORABLE:
        claim = _unfavorable_turned(claim, denied=denied, crossed=crossed)
        if claim.polarity is UNFAVORABLE and re.search(r"\b(?:solely|entirely|exclusively)\b", clause[found.end :]):
            return replace(claim, note=vocabulary.SOLE_CAUSE)
    return claim


def _favorable_turned(claim: Claim, *, denied: bool, crossed: bool) -> Claim:
    """A favorable phrase under its negations (``denied``: the phrase, ``crossed``: the link) and with its object."""
    if (denied and crossed) or ((denied or crossed) and claim.object is Cause.OTHER):
        return replace(claim, polarity=INCONCLUSIVE, standard=Standard.SPECULATIVE, note=vocabulary.DOUBLE)
    if denied or crossed or claim.kind is LinkKind.PREEXISTED:
        return replace(claim, polarity=UNFAVORABLE, standard=Standard.LESS_LIKELY)
    if claim.object is Cause.OTHER:
        note = "The phrase is used of a cause other than service."
        return replace(claim, polarity=UNFAVORABLE, standard=Standard.LESS_LIKELY, note=note)
    return claim


def _unfavorable_turned(claim: Claim, *, denied: bool, crossed: bool) -> Claim:
    """An unfavorable phrase under a negation: a double negative that reaches the standard."""
    if not denied and not crossed:
        return claim
    certainty = Certainty.FAIR if denied else Certainty.LOW
    even = Standard.AT_LEAST_AS_LIKELY
    return replace(claim, polarity=FAVORABLE, standard=even, certainty=certainty, note=vocabulary.DOUBLE)


def _stated(clause: str, found: Found, tie: Link | None, ties: list[Link], known: Context) -> Claim:
    """The claim as its phrase says it, with link and object filled in."""
    thing = (
        object_of(clause, tie, ties, known)
        if tie is not None
        else Object(Cause.UNKNOWN, (found.end, len(clause)), (0, 0))
    )
    subject = thing.subject
    if tie is not None and not tie.cause_first and _THAT.search(clause, found.end, tie.start):
        subject = (found.end, tie.start)
    elif tie is not None and not tie.cause_first and (led := clause.rfind(" that ", 0, found.start)) >= 0:
        subject = (
            led + 6,
            tie.start,
        )  # "because the headaches …, it is my opinion that the apnea likely began in service"
    phrase = found.phrase
    return Claim(
        0,
        len(clause),
        phrase.polarity,
        phrase.standard,
        phrase.certainty,
        strict=phrase.strict,
        kind=tie.kind if tie else None,
        object=thing.cause,
        note=phrase.note,
        phrase=(found.start, found.end),
        subject=subject,
        source=thing.source,
    )


def _governs(clause: str, loose: Found, tie: Link) -> bool:
    """Whether a loose phrase speaks of the link and not of something else in the clause."""
    if loose.start < tie.start:
        between = clause[loose.end : tie.start]
        return len(between) < 160 and not re.search(r"\b(?:which|who|until|during which)\b", between)
    return (
        loose.start - tie.end < 40
        or (tie.noun and _SAID_OF_IT.search(clause, tie.end, loose.start) is not None)
        or loose.end <= tie.end
        or (tie.cause_first and bool(_COPULA.match(clause[tie.end : loose.start])))
    )


def _by_loose(clause: str, sentence: str, loose: Found, ties: list[Link], known: Context) -> Claim | None:
    """A claim made by "likely", "may", "clearly" and the like, beside a link."""
    tie = _main(ties, loose)
    claim = _stated(clause, loose, tie, ties, known)
    phrase = loose.phrase
    loose_words = clause[loose.start : loose.end]
    cued = (
        bool(CUE.search(sentence))
        or claim.object in (Cause.SERVICE, Cause.ANCHOR)
        or _COMPARES.search(loose_words) is not None
        or (phrase.polarity is INCONCLUSIVE and _PROPOSED.search(clause[: loose.start]) is not None)
        or (phrase.polarity is INCONCLUSIVE and _HERE.search(clause) is not None)
    )
    named = claim.object in (Cause.SERVICE, Cause.ANCHOR) or phrase.polarity is INCONCLUSIVE
    marked = known.marked and named
    if not (marked or PERSON.search(clause) or _EXCLUDED.search(loose_words)) or (
        claim.object in (Cause.UNKNOWN, Cause.CONDITION) and not (cued or marked) and phrase.polarity is not UNFAVORABLE
    ):
        return None
    if claim.object is Cause.UNKNOWN and phrase.standard is Standard.DEFINITE and not _VOICE.search(sentence):
        return None  # "by these criteria it is definite" is said of a diagnosis
    lead = clause[: loose.start]
    denied = phrase.polarity is not INCONCLUSIVE and negation.on_phrase(lead)
    denied = denied or (phrase.polarity is FAVORABLE and negation.emptied(lead))
    crossed = (
        tie.negative or negation.odd(clause, min(loose.end, tie.end), tie.start) or tie.kind is LinkKind.PREEXISTED
    )
    if SOLELY.search(clause):
        return sole(claim)
    if _DENIABLE.search(clause, loose.start, loose.end) and _MORE_THAN.search(clause[: loose.start]):
        return replace(claim, leaning=FAVORABLE)  # "not merely possible": what it is stands behind
    if _possibility_denied(clause, loose):
        return replace(claim, polarity=UNFAVORABLE, standard=Standard.DEFINITE, note="")
    if phrase.polarity is INCONCLUSIVE or phrase.standard is Standard.SPECULATIVE:
        leaning = UNFAVORABLE if crossed or claim.object is Cause.OTHER else FAVORABLE
        if phrase.polarity is FAVORABLE and leaning is UNFAVORABLE:
            claim = replace(claim, polarity=INCONCLUSIVE)
        return replace(claim, leaning=leaning)
    if phrase.polarity is UNFAVORABLE:
        return _loosely_against(clause, claim, denied=denied, crossed=crossed)
    if denied or crossed or claim.object is Cause.OTHER:
        against = Standard.DEFINITE if phrase.standard is Standard.DEFINITE and not denied else Standard.LESS_LIKELY
        return replace(claim, polarity=UNFAVORABLE, standard=against, note="")
    return replace(claim, certainty=min_certainty(claim.certainty, Certainty.HIGH if cued else Certainty.FAIR))


def _possibility_denied(clause: str, loose: Found) -> bool:
    """Whether a possibility is denied: "nothing suggests", "I do not see how it could have"."""
    if loose.phrase.polarity is INCONCLUSIVE and _SEE_NO_WAY.search(clause[: loose.start]):
        return True
    near = max(0, loose.start - 60)
    return _DENIABLE.search(clause, loose.start, loose.end) is not None and negation.odd(clause, near, loose.start)


def _loosely_against(clause: str, claim: Claim, *, denied: bool, crossed: bool) -> Claim | None:
    """A claim made by "unlikely" or "doubtful", under its negations and with its object."""
    if claim.object is Cause.OTHER and not crossed:
        if not _THAN_SERVICE.search(clause):
            return None  # "unlikely to be due to age" says nothing of service
        even = Standard.AT_LEAST_AS_LIKELY  # "not more likely due to X than to S"
        return replace(claim, polarity=FAVORABLE, standard=even, certainty=Certainty.LOW, note=vocabulary.DOUBLE)
    if denied:  # "I do not find it unlikely" does not reach the standard
        doubtful = replace(claim, polarity=INCONCLUSIVE, standard=Standard.SPECULATIVE, note=vocabulary.DOUBLE)
        return doubtful if crossed else replace(doubtful, leaning=FAVORABLE)
    more = replace(claim, polarity=FAVORABLE, standard=Standard.MORE_LIKELY, certainty=Certainty.LOW)
    return more if crossed else claim
