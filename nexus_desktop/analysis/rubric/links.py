"""What ties a condition to its cause, and which causes count: service, a service-connected disability, or another.

A link is a verb or a noun ("caused by", "nexus between"); its object is what stands behind it, or before it where the
cause is the subject ("service aggravated it"). Whose opinion it is and how sure are other modules' business.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from nexus_desktop.analysis.rubric import conditions


class LinkKind(StrEnum):
    """What a link says of the way from cause to condition."""

    CAUSE = "cause"
    AGGRAVATION = "aggravation"
    ONSET = "onset"
    RELATION = "relation"
    SHARE = "share"  # contributed to: how much is left open
    PREEXISTED = "preexisted"


class Cause(StrEnum):
    """What a condition is put down to."""

    SERVICE = "service"
    ANCHOR = "anchor"  # a service-connected disability
    OTHER = "other"
    CONDITION = "condition"  # another condition or part of the body, not known to be service connected
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Link:
    """A link found in a clause; positions are those of the clause."""

    start: int
    end: int
    kind: LinkKind
    cause_first: bool  # the cause is the subject
    negative: bool  # "unrelated to"


_BEYOND = (
    r"(?: (?:permanently |materially |chronically )?(?:beyond|past|above|over and above) (?:its |the |their "
    r"|his |her |it's |any )?(?:natural|normal|expected|ordinary|usual) (?:progress(?:ion)?|course|history"
    r"|baseline)(?: of (?:the|his|her) (?:disease|condition|disability|disorder))?)"
)
_PERSON_LINKS = r"(?:attribut|relat|link|connect|ascrib|trac|associat|tie)(?:e|es|ed|d|s|ing)?"
# (pattern, kind, cause is the subject, negative). First match at a place wins.
_LINKS: Final[tuple[tuple[str, LinkKind, bool, bool], ...]] = (
    (r"\b(?:service|military|combat)[- ]related\b", LinkKind.RELATION, False, False),
    (
        (
            r"\b(?:un|not )related (?:to|with)\b|\bunconnected (?:to|with)\b|\bindependent of\b"
            r"|\bunassociated with\b|\bnon-?related to\b"
        ),
        LinkKind.RELATION,
        False,
        True,
    ),
    (r"\bunrelated\b", LinkKind.RELATION, False, True),
    (
        (
            rf"\b(?:aggravat|exacerbat|worsen|accelerat|intensif|heighten)(?:ed|ied|ion"
            rf"|ing)?{_BEYOND}?(?:,? (?:and|or|and/or) (?:\w+ ){{0,3}}?(?:aggravated|worsened|caused"
            rf"|exacerbated))?,? (?:\w+ly )?(?:by|from|due to|because of|as a (?:direct )?result of"
            rf"|as a consequence of|during|in|through|while|secondary to)\b"
        ),
        LinkKind.AGGRAVATION,
        False,
        False,
    ),
    (rf"\b(?:aggravat|worsen|exacerbat)(?:ed|ion|ing){_BEYOND}", LinkKind.AGGRAVATION, False, False),
    (
        (
            r"\bmade (?:\w+ ){0,4}worse (?:by|because of|due to|in|during)\b|\bincreased? in (?:severity"
            r"|disability) (?:\w+ ){0,4}?(?:by|due to|because of|as a result of|during|in)\b"
            r"|\bpermanent(?:ly)? (?:increase|worsening) (?:\w+ ){0,3}?(?:by|due to|because of|as a result of"
            r"|during|in)\b"
        ),
        LinkKind.AGGRAVATION,
        False,
        False,
    ),
    (
        (
            r"\b(?:was|is|were|are|been|be|being)? ?(?:\w+ly )?(?:caused|produced|precipitated|triggered"
            r"|induced|brought (?:on|about)|set off|contributed to|impacted|affected|influenced"
            r"|created)(?:,? (?:and|or|and/or) (?:\w+ ){0,2}?(?:aggravated|worsened|exacerbated"
            r"|the result))? (?:\w+ ){0,2}?(?:by|from|as a result of|through|because of)\b"
        ),
        LinkKind.CAUSE,
        False,
        False,
    ),
    (
        (
            r"\b(?:due|owing|attributable|secondary|subsequent|traceable|thanks) (?:\w+ ){0,2}?to\b"
            r"|\bproximately (?:due|caused|related)\b|\battributed (?:\w+ ){0,2}?to\b|\bascribed to\b"
        ),
        LinkKind.CAUSE,
        False,
        False,
    ),
    (
        (
            r"\b(?:a|the|an|as a|direct|likely|natural|late|long-term|delayed)? ?(?:direct |likely |late |natural "
            r"|probable |long-term |proximate )*(?:result|consequence|residuals?|sequelae?|product|outgrowth"
            r"|manifestation|complication|effects?|aftermath|byproduct|outcome|progression|continuation) (?:of"
            r"|from)\b|\bresult(?:s|ed|ing)? (?:\w+ )?from\b"
        ),
        LinkKind.CAUSE,
        False,
        False,
    ),
    (
        (
            r"\b(?:stems?|stemm(?:ed|ing)|arises?|arose|arisen|arising|derives?|derived|comes?|came|flows?"
            r"|originat\w+|emanat\w+|evolv\w+) (?:\w+ly )?(?:from|out of)\b"
        ),
        LinkKind.CAUSE,
        False,
        False,
    ),
    (
        (
            r"\b(?:explained|accounted for|understood) (?:\w+ )?(?:by|as)\b|\b(?:consistent|compatible"
            r"|congruent) with\b|\bin keeping with\b|\bin line with\b"
        ),
        LinkKind.RELATION,
        False,
        False,
    ),
    (
        (
            r"\bon account of\b|\bbecause of\b|\bby reason of\b|\bas a (?:direct |likely |probable )?(?:result"
            r"|consequence) of\b|\bin (?:response|reaction) to\b"
        ),
        LinkKind.CAUSE,
        False,
        False,
    ),
    (
        (
            r"\b(?:is|was|are|were|be|been|likely|probably|he has|she has|today is"
            r"|all) (?:\w+ly )?from\b(?! (?:the (?:same|time)|\d))"
        ),
        LinkKind.CAUSE,
        False,
        False,
    ),
    (
        (
            r"\b(?:began|begun|begins?|beginning|started?|onset|commenced?|originat\w+|incurred|contracted"
            r"|sustained|arose|arisen|developed|manifest\w*|first (?:appeared|manifested|shown|diagnosed"
            r"|occurred)|had (?:its|their|his|her) (?:\w+ )?(?:onset|origins?|genesis|inception|beginnings?"
            r"|roots?)|has (?:its|their) (?:\w+ )?(?:onset|origins?)|occurred)(?: or (?:\w+ ){0,3}?(?:caused"
            r"|aggravated|began|related|manifested))?(?: \w+)?? (?:by|in|during|within|while|with|at|to|on"
            r"|as a result of|coincident with|prior to|before|after|since|following|subsequent to)\b"
            r"|\bdat(?:es?|ing) back to\b|\bexisted since\b"
        ),
        LinkKind.ONSET,
        False,
        False,
    ),
    (
        (
            r"\b(?:etiologically |causally |directly |medically |proximately |temporally and causally )?(?:related"
            r"|connected|linked|tied|traced|associated|correlated|referable|attributable) (?:back |directly "
            r"|causally |etiologically |medically |in any way |in part |at least in part |primarily |partially "
            r"|specifically )*(?:to|with)\b"
        ),
        LinkKind.RELATION,
        False,
        False,
    ),
    (rf"\b{_PERSON_LINKS} [^.;¦]{{2,110}}? (?:to|with)\b", LinkKind.RELATION, False, False),
    (
        (
            r"\b(?:nexus|relationships?|links?|linkage|connections?|associations?|correlations?|causation|causality"
            r"|tie)\b(?: (?:exists?|is (?:present|shown|established)))? ?(?:between|to|with|of)?\b"
        ),
        LinkKind.RELATION,
        False,
        False,
    ),
    (
        r"\b(?:pre-?existed|pre-?dated?s?|antedated?s?|existed (?:prior|before)|preceded)\b",
        LinkKind.PREEXISTED,
        False,
        False,
    ),
    # the cause is the subject
    (
        (
            r"\b(?:play(?:s|ed)?|had|has|have) (?:a |an |some |no |any )?(?:\w+ ){0,3}?(?:role|part|effect|impact"
            r"|influence|bearing)(?: in| on)?\b|\bcontribut(?:e|es|ed|ing)(?: \w+ly)? to(?:ward)?\b"
            r"|\b(?:contributing|substantial|significant|causative|causal|aggravating|material) (?:factor|cause"
            r"|contributor|role)s?\b|\bcontributors?\b|\bfactors? in\b"
        ),
        LinkKind.SHARE,
        True,
        False,
    ),
    (
        r"\b(?:aggravat|exacerbat|worsen)(?:e|es|ed|s|ing)\b|\b(?:make|makes|made|making) (?:\w+ ){0,4}?worse\b",
        LinkKind.AGGRAVATION,
        True,
        False,
    ),
    (
        (
            r"\b(?:cause|causes|caused|causing|led to|leads to|resulted in|results in|resulting in|brought (?:on"
            r"|about)|gave rise to|gives rise to|produced|precipitated|triggered|initiated|accounts? for"
            r"|accounted for|explains?|created|set in motion|responsible for|given rise to|lead to|result in"
            r"|induced)\b"
        ),
        LinkKind.CAUSE,
        True,
        False,
    ),
    (
        (
            r"\b(?:causes?|etiolog(?:y|ies)|sources?|origins?|explanations?|culprits?|reasons?) (?:of|for|is|was"
            r"|are|were|behind)?"
        ),
        LinkKind.CAUSE,
        True,
        False,
    ),
)
LINKS: Final = tuple((re.compile(pattern), kind, first, negative) for pattern, kind, first, negative in _LINKS)

_CAUSED_OR: Final = re.compile(
    r"\b(?:caused(?: by)?|due to|result of|related to|secondary to|incurred in)(?:,| either)? (?:and/or|or"
    r"|and)(?: \w+){0,3}? ?[a-z]?$"
)  # answers both questions
_SC_WORD = re.compile(r"(?:non|not )-? ?service[- ]connected")
ANCHOR: Final = re.compile(
    r"(?<!non-)(?<!non )(?<!not )\bservice[- ]connected\b(?! (?:connection|compensation|benefits))"
    r"|\bs/?c(?:'d|'ed|ed)? (?:ptsd|knee|back|diabetes|tbi|condition|disabilit)|already (?:rated|service)"
    r"|\brated (?:at|by|for)\b"
)
SERVICE: Final = re.compile(
    r"(?<!post-)(?<!post )(?<!non-)(?<!pre-)(?<!after )(?<!nonservice)(?<!civil )\b(?:(?:active|military"
    r"|naval|wartime|honorable|veteran's|army|navy|combat|war|his|her|the|their|said|sea|shipboard"
    r"|overseas) )*"
    r"(?:service|in-?service)\b(?!-? ?connect)(?! (?:officer|organization|representative|station|dog"
    r"|provider|animal|industry|years after))"
    r"|\b(?:active duty|military|armed forces|army|navy|naval|marine corps|marines|air force|coast guard"
    r"|national guard|reserves|seabees?|deploy\w*|combat|warfare|wartime|"
    r"vietnam|iraq|afghanistan|persian gulf|gulf war|desert (?:storm|shield)|oef|oif|southwest asia"
    r"|korea\w*|somalia|kuwait|theater|"
    r"tours?\b(?: of duty)?|enlist\w+|boot camp|basic training|bct|ait|mos|stressors?"
    r"|military sexual trauma|\bmst|hostile|enemy|"
    r"agent orange|herbicides?|burn pits?|camp lejeune|lejeune|contaminated water|water supply|asbestos"
    r"|ionizing radiation|radiation exposure|toxic exposures?|exposures?|exposed|jet fuel|solvents?"
    r"|chemicals?|fumes|smoke and particulate|particulates?|"
    r"noise|acoustic trauma|hazardous noise|blasts?|ied|mortars?|explosions?|gunfire|artillery|weapons?"
    r"|howitzer|flight (?:line|deck)|jet engines?|helicopters?|aircraft|parachut\w*|airborne|jumps?|"
    r"frostbite|cold (?:injury|exposure)|heat (?:stroke|exhaustion|injury|casualty)|hard landing|infantry"
    r"|(?:his|her|their|military|those) (?:\w+ )?duties|duties as|(?:time|years?|service"
    r"|tour) as an? (?:\w+ ){0,2}?(?:\w+man|\w+er|medic|crew chief|gunner|mechanic|paratrooper|loadmaster"
    r"|scout)|loadmaster|crew chief|platoons?|squad|barracks|convoys?|drill sergeant|rifle range|gun(?:s"
    r"|nery)?|humvee|vehicle vibration|tracked[- ]vehicle|ruck\w*|marches|body armor|heavy lifting in"
    r"|shipboard|aboard|uss\b|\[unit|\[station|"
    r"(?:that|the|this|a|an|his|her|documented|claimed|reported|original|initial|described|above|same"
    r"|said) (?:\w+ ){0,3}(?:injur(?:y|ies)|accident|fall|incident|event|assault|trauma|episode|landing)"
    r"|in-?service (?:event|injury|illness)|"
    r"injur(?:y|ies) of (?:\[date|\w+ \d|19|20)|(?:19|20)\d\d (?:\w+ ){0,2}(?:injury|accident|fall|landing"
    r"|crash|episode|incident)|claimed in-service|era of service)\b"
)
OTHER: Final = re.compile(
    r"\bpost-?(?:service|military|discharge|separation)\b|\b(?:after|since|following|subsequent to"
    r"|years after|months after|decades after|outside of|outside) (?:his |her |the |their |leaving |active "
    r"|military |separation from |discharge from |release from )*(?:service|discharge|separation|military"
    r"|retirement|duty|army|navy|marines)\b"
    r"|\b(?:prior to|before|predat\w+|preced\w+|antedat\w+) (?:\w+ ){0,3}(?:service|enlist\w*|entry"
    r"|entrance|induction|military|joining|entering)\b|\bpre-?(?:service|military|enlistment|existing)\b"
    r"|\bnon-? ?service|\bcivilian\b|\bintercurrent\b|\bage(?:d|ing)?\b|\baging\b|\bage-related\b"
    r"|\bpresbycusis\b|\bsenile\b|\b(?:natural|normal|expected) (?:\w+ )?(?:progress\w*|course|history"
    r"|aging|ageing|process|wear|consequence)\b|\bwear and tear\b|\bdegenerative process\b"
    r"|\bgenetic\w*|\bhered\w+|\binherited\b|\bcongenital\b|\bdevelopmental\b|\bfamil(?:ial|y history)\b"
    r"|\bconstitutional\b|\bsmok(?:ing|er|ed)\b|\btobacco\b|\bcigarettes?\b|\bnicotine\b|\bobes\w+"
    r"|\bover-?weight\b|\bbody habitus\b|\bbmi\b|\bbody mass\b|\bexcess weight\b|\bweight\b"
    r"|\bdiet\w*|\blifestyle\b|\bsedentary\b|\balcohol\w*|\bdrinking\b|\bsubstance (?:use|abuse)"
    r"|\bdrug (?:use|abuse)|\bcaffeine\b|\bchildhood\b|\badolescen\w+|\bdivorce\b|\bmarital\b|\bmarriage\b"
    r"|\bfinancial\b|\bunemploy\w+|\bbereavement\b|\bgrief\b|\blife stress\w*"
    r"|\boccupation\w*|\bemployment\b|\b(?:his|her|civilian|later|subsequent|construction|factory|warehouse"
    r"|previous|physical) (?:job|work|career|trade)s?\b|\bwork(?:place|-related)\b|\bon-the-job\b"
    r"|\bequipment noise\b|\brecreational\b|\bhunting\b|\bsports?\b|\bmotor ?cycle\b"
    r"|\b(?:motor vehicle|car|automobile|auto|atv|work|industrial|bicycle) (?:accident|collision|crash"
    r"|rollover)\b(?! (?:in|during) (?:service|the (?:army|navy|service|military)))|\bmva\b(?! in service)"
    r"|\bidiopathic\b|\bpersonality\b|\banatomic\w*\b|\bmenopaus\w*|\bpregnan\w*|\bother (?:causes?"
    r"|factors?|conditions?|etiolog\w+)\b|\bsituational\b|\bsome other\b|\bviral\b|\bpoor posture\b"
    r"|\bhypertensive\b"
)
BODY: Final = re.compile(
    r"\b(?:knee|back|neck|shoulder|hip|ankle|foot|feet|leg|spine|gait|limp)s?\b|\bfavou?r(?:s|ing)\b"
    r"|\b(?:over-?)?compensat(?:es|ing)\b"
)
_INSTEAD = re.compile(
    r"\b(?:rather than|instead of|as opposed to|and not (?:to|by|from|the|his|her|due)?|not (?:to|by|from)"
    r"|than (?:it is )?(?:to|by|from|of|with|as a result of|due to|related to|the|his|her|any|an?|service"
    r"|military|in)|versus|vs\.?)\b|, not\b"
)


def anchors(low: str) -> frozenset[str]:
    """The conditions a letter calls service connected, by their plain names."""
    found: set[str] = set()
    for match in ANCHOR.finditer(low):
        for one in conditions.find(low, match.end(), min(len(low), match.end() + 60))[:2]:
            found.add(conditions.key(low[one.start : one.end]))
        for one in conditions.find(low, max(0, match.start() - 45), match.start())[-1:]:
            if re.match(r"[\w\s]{0,12}(?:,|\bis|\bwas|\balready)?\s*$", low[one.end : match.start()]):
                found.add(conditions.key(low[one.start : one.end]))
    return frozenset(found)


def cause(words: str, anchored: frozenset[str] = frozenset()) -> Cause:
    """What ``words``, the object of a link, put a condition down to. Service outranks what is named beside it.

    ``anchored`` are conditions known to be service connected.
    """
    split = _INSTEAD.search(words)
    first = words[: split.start()] if split else words
    if not first.strip():
        first = words
    masked = _SC_WORD.sub("non-service", first)
    if ANCHOR.search(masked):
        return Cause.ANCHOR
    other = [match.span() for match in OTHER.finditer(masked)]
    for match in SERVICE.finditer(masked):
        if not any(start <= match.start() < end or match.start() < start < match.end() for start, end in other):
            return Cause.SERVICE
    if anchored and any(conditions.key(masked[one.start : one.end]) in anchored for one in conditions.find(masked)):
        return Cause.ANCHOR
    if other:
        return Cause.OTHER
    return Cause.CONDITION if BODY.search(masked) or conditions.find(masked) else Cause.UNKNOWN


def find(clause: str) -> list[Link]:
    """The links of a clause in the order they stand in it; where two overlap, the one listed first."""
    found: list[Link] = []
    for pattern, kind, cause_first, negative in LINKS:
        for match in pattern.finditer(clause):
            if any(match.start() < one.end and one.start < match.end() for one in found):
                continue
            if _is_name(clause, match):
                continue
            both = kind is LinkKind.AGGRAVATION and _CAUSED_OR.search(
                clause, max(0, match.start() - 60), match.start() + 1
            )
            found.append(Link(match.start(), match.end(), LinkKind.CAUSE if both else kind, cause_first, negative))
    return sorted(found, key=lambda link: link.start)


def _is_name(clause: str, match: re.Match[str]) -> bool:
    """Whether the words belong to "service-connected" or "service connection", which ties nothing."""
    before = clause[max(0, match.start() - 9) : match.start()].rstrip(" -")
    return before.endswith("service") and match.group().lstrip().startswith("connect")
