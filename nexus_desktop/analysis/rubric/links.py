"""What ties a condition to its cause: verbs and nouns such as "caused by", "stems from", "nexus between".

The object of a link stands behind it, or before it where the cause is the subject ("service aggravated it"). What the
object counts as is said by ``causes.py``; whose opinion it is, and how sure, by others.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class LinkKind(StrEnum):
    """What a link says of the way from cause to condition."""

    CAUSE = "cause"
    AGGRAVATION = "aggravation"
    ONSET = "onset"
    RELATION = "relation"
    SHARE = "share"  # contributed to: how much is left open
    PREEXISTED = "preexisted"


@dataclass(frozen=True, slots=True)
class Link:
    """A link found in a clause; positions are those of the clause."""

    start: int
    end: int
    kind: LinkKind
    cause_first: bool  # the cause is the subject
    negative: bool  # "unrelated to"
    noun: bool = False  # "a nexus between": may be denied behind it
    within: bool = False  # names its cause itself: "service-related", "hereditary"


_BEYOND = (
    r"(?: (?:permanently |materially |chronically )?(?:beyond|past|above|over and above) (?:its |the |their "
    r"|his |her |it's |any )?(?:natural|normal|expected|ordinary|usual) (?:progress(?:ion)?|course|history"
    r"|baseline)(?: of (?:the|his|her) (?:disease|condition|disability|disorder))?)"
)
_PERSON_LINKS = r"(?:attribut|relat|link|connect|ascrib|trac|associat|tie)(?:e|es|ed|d|s|ing)?"
_WITHIN = (
    r"\bservice[- ](?:origin|cause|onset|etiology)\b|\b(?:service|military|combat|age|work|stress|alcohol|obesity"
    r"|lifestyle)[- ]related\b"
    r"|\b(?:hereditary|congenital|developmental|genetic|constitutional|degenerative in nature|inherited)\b"
    r"(?= *(?:[.,;)]|$|in (?:origin|nature)|and not|rather))"
)
_NOUN: Final = re.compile(
    r"(?:influence|contribution|nexus|relations?|relationships?|links?|linkage|connections?|associations?|correlations?|causation|causality|ties?)\b"
)
# (pattern, kind, cause is the subject, negative). First match at a place wins.
_LINKS: Final[tuple[tuple[str, LinkKind, bool, bool], ...]] = (
    (_WITHIN, LinkKind.RELATION, False, False),
    (r"\bnothing (?:whatever |at all )?to do with\b", LinkKind.RELATION, False, True),
    (
        r"\b(?:has|have|had|having) (?:something|much|a lot|everything|anything|not anything) to do with\b",
        LinkKind.RELATION,
        False,
        False,
    ),
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
            rf"\b(?:aggravat|exacerbat|worsen|accelerat|intensif|heighten|hasten)(?:ed|ied|ion"
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
            r"\bincurred(?: or (?:\w+ ){0,3}?(?:caused|aggravated|began|related|manifested))? (?:\w+ )??(?:in|during"
            r"|within"
            r"|while|on|at|aboard|coincident with|as a result of|by)\b(?: or (?:\w+ ){0,2}?(?:aggravated"
            r"|caused) (?:by|in|during)\b)?"
        ),
        LinkKind.CAUSE,
        False,
        False,
    ),
    (
        (
            r"\b(?:infected|poisoned|injured|harmed|damaged|sensiti[sz]ed|scarred|wrecked|ruined|destroyed|hurt|broken"
            r"|spoiled) (?:\w+ly )?(?:by|with|from|through)\b"
        ),
        LinkKind.CAUSE,
        False,
        False,
    ),
    (
        (
            r"\b(?:contracted|acquired|developed|incurred|picked up) (?:\w+ )?(?:through|from|by|because of"
            r"|as a result of)\b"
        ),
        LinkKind.CAUSE,
        False,
        False,
    ),
    (r"\b(?:hurt|injured) (?:his|her|the) \w+ (?:in|during|while|after|before|on)\b", LinkKind.ONSET, False, False),
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
            r"|probable |long-term |proximate )*(?:result|consequence|sequel(?:ae?)?|product|outgrowth"
            r"|manifestation|complication|effects?|aftermath|byproduct|outcome|progression|continuation) (?:of"
            r"|from)\b|\bresult(?:s|ed|ing)? (?:\w+ )?from\b|(?:\b(?:is|are|was|were|be|as) |(?<=\bnot ))(?:an? |the "
            r"|merely )?residuals? of\b"
        ),
        LinkKind.CAUSE,
        False,
        False,
    ),
    (
        (
            r"\b(?:stems?|stemm(?:ed|ing)|arises?|arose|arisen|arising|derives?|derived|comes?|came|flows?|gr[eo]ws?|grown"
            r"|originat\w+|emanat\w+|evolv\w+) (?:\w+ly )?(?:from|out of)\b"
        ),
        LinkKind.CAUSE,
        False,
        False,
    ),
    (
        (
            r"\b(?:explained|accounted for|understood) (?:\w+ )?(?:by|as)\b|\b(?:consistent|compatible"
            r"|congruent|(?<=not )inconsistent|(?<=not )incompatible) with\b(?! (?:the )?(?:places?|types?"
            r"|circumstances|conditions|hardships|nature) )"
            r"|\bin keeping with\b|\bin line with\b"
        ),
        LinkKind.RELATION,
        False,
        False,
    ),
    (
        (
            r"\bon account of\b|\bbecause of\b|\bby reason of\b|\bas a (?:direct |likely |probable )?(?:result"
            r"|consequence) of\b|\bin (?:response|reaction) to\b(?! (?:the |a |an |this |that |your )?(?:board"
            r"|question|request|inquir|remand|query))"
        ),
        LinkKind.CAUSE,
        False,
        False,
    ),
    (r"(?<=[¦)]) (?:\w+ly )?from\b(?! (?:the (?:same|time)|\d))", LinkKind.CAUSE, False, False),
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
            r"\b(?:began|begun|begins?|beginning|started?|onset|happened|came about|commenced?|originat\w+|contracted"
            r"|sustained|arose|arisen|developed|manifest\w*|first (?:appeared|manifested|shown|diagnosed"
            r"|occurred)|ha(?:d|ve|s) (?:its|their|his|her) (?:\w+ )?(?:onset|origins?|genesis|inception|beginnings?"
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
    (r"\btrac(?:e|es|ed|ing|eable) (?:back )?to\b", LinkKind.CAUSE, False, False),
    (
        (
            r"(?:\b(?:is|was|are|were|be|being) |(?<=\bnot ))(?:an? |the |merely |simply |just )*(?:symptom|feature"
            r"|part|component"
            r"|aspect|expression|extension)s? (?:and parcel )?of\b"
        ),
        LinkKind.RELATION,
        False,
        False,
    ),
    (rf"\b{_PERSON_LINKS} (?!to\b|with\b)[^.;¦]{{2,110}}? (?:to|with)\b", LinkKind.RELATION, False, False),
    (
        (
            r"\b(?:influence|contribution)s? (?:of|from|by)\b|\b(?:nexus|relationships?|relations?(?= (?:to|between"
            r"|with)\b)|links?|linkage|connections?"
            r"|associations?|correlations?|causation|causality"
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
    (
        (
            r"\b(?:present|evident|there|in existence|in place|manifest|existent|existing|symptomatic|established)"
            r" (?:\w+ )?(?:before|prior to|(?:when|at the time|by the time)(?: that)? (?:he|she|the veteran|they)"
            r"|(?:at|upon|on|at the time of)(?= (?:(?:his|her|the) )?(?:entry|enlist|entrance|induction)))\b"
        ),
        LinkKind.PREEXISTED,
        False,
        False,
    ),
    (
        (
            r"\b(?:go(?:es)?|went|harks?|reach(?:es)?|trac(?:es?|ing|eable)) (?:\w+ )?back to\b"
            r"|\bself-medicat\w+(?: for| of)?\b"
            r"|\bto (?:cope|deal) with\b"
            r"|\b(?:attempt|effort|way|means)s? (?:to|of) (?:quiet|cop\w+ with|numb\w*|manag\w+"
            r"|deal\w* with|treat\w*|escap\w+|quell\w*|blunt\w*)\b"
        ),
        LinkKind.CAUSE,
        False,
        False,
    ),
    (
        r"\b(?:has|have|had) (?:anything|something|nothing|everything|much|little) (?:at all )?to do with\b",
        LinkKind.RELATION,
        True,
        False,
    ),
    # the cause is the subject
    (r"\b(?:related|connected|linked)(?=\W*$)", LinkKind.RELATION, True, False),  # "the two are in no way related"
    (
        r"\b(?:early|first|initial|beginning) (?:signs?|symptoms?|stages?|harbingers?|evidence) of\b",
        LinkKind.ONSET,
        True,
        False,
    ),
    (
        (
            r"\b(?:represent(?:s|ed)?|mark(?:s|ed)?|constitut(?:es?|ed)|was|were|is) (?:the )?(?:onset|beginning|start"
            r"|first manifestation"
            r"|genesis|origins?) of\b"
        ),
        LinkKind.ONSET,
        True,
        False,
    ),
    (
        (
            r"\b(?:play(?:s|ed)?|had|has|have) (?:a |an |some |no |any )?(?:\w+ ){0,3}?(?:role|part|effect|impact"
            r"|influence|bearing)(?: in| on)?\b|\bcontribut(?:e|es|ed|ing)(?:,? \w+ly(?:,? (?:and|or"
            r"|and/or) \w+ly)?)? to(?:ward)?\b|\bcontribut(?:es?|ed)(?=\W*(?:$|[.,;]))"
            r"|\b(?:contributing|substantial|significant|causative|causal|aggravating|material) (?:factor|cause"
            r"|contributor|role)s?\b|\bcontributors?\b|\bfactors? in\b"
        ),
        LinkKind.SHARE,
        True,
        False,
    ),
    (
        (
            r"\b(?:been|be|is|was|are|were) (?:the|what) (?:\w+ )?(?:start(?:ed)?|beginning|origin|root|source|began"
            r"|set off|brought"
            r" on)(?: of)?(?= (?:it|this|that|all|his|her|the)\b)"
        ),
        LinkKind.CAUSE,
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
            r"\b(?:set(?:s|ting)? the stage|pav(?:es?|ed|ing) the way|(?:lays?|laid) the (?:ground|groundwork"
            r"|foundation)) for\b"
            r"|\b(?:cause|causes|caused|causing|led to|leads to|resulted in|results in|resulting in|brought (?:on"
            r"|about)|g(?:ave|ives?|iving) rise to|produced|precipitated|triggered|initiated|accounts? for"
            r"|accounted for|explains?|created|set in motion|responsible for|given rise to|lead to|result in"
            r"|induced)\b"
        ),
        LinkKind.CAUSE,
        True,
        False,
    ),
    (
        (
            r"\bcauses? (?:of|for|is|was|are|were|behind)\b|\b(?:the|a|as|sole|main|likely|probable|possible"
            r"|proximate|principal|direct|only"
            r"|contributing) causes?\b|\b(?:etiolog(?:y|ies)|sources?|origins?"
            r"|explanations?|culprits?|triggers?|drivers?|precipitants?|reasons?) (?:of|for|is|was|are|were|behind)\b"
        ),
        LinkKind.CAUSE,
        True,
        False,
    ),
)
LINKS: Final = tuple((re.compile(pattern), kind, first, negative) for pattern, kind, first, negative in _LINKS)
_NAMES_ITS_CAUSE: Final = LINKS[0][0]

_PAPER: Final = re.compile(r"\W*(?:opinions?|letters?|statements?|evidence|requirement|element)\b")
_OF_A_KIND: Final = re.compile(r"\b(?:negative|positive|(?:un)?favorable|adverse|supportive|no)\W*$")
_NO_SHARE: Final = re.compile(r"\b(?:no|without)\b")  # "had no bearing on", "played no part in"
_CAUSED_OR: Final = re.compile(
    r"\b(?:caused(?: by)?|due to|result of|related to|secondary to|incurred in)(?:,| either)? (?:and/or|or"
    r"|and)(?: \w+){0,3}? ?[a-z]?$"
)  # answers both questions


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
            words = clause[match.start() : match.end()]
            found.append(
                Link(
                    match.start(),
                    match.end(),
                    LinkKind.CAUSE if both or (kind is LinkKind.AGGRAVATION and "caused" in words) else kind,
                    cause_first,
                    negative or (kind is LinkKind.SHARE and _NO_SHARE.search(words) is not None),
                    noun=bool(_NOUN.match(words)),
                    within=pattern is _NAMES_ITS_CAUSE,
                )
            )
    return sorted(found, key=lambda link: link.start)


def _is_name(clause: str, match: re.Match[str]) -> bool:
    """Whether the words belong to "service connection" or name a kind of paper ("a nexus opinion"), and tie nothing."""
    if match.group().startswith("nexus") and _PAPER.match(clause, match.end()):
        return not _OF_A_KIND.search(clause, max(0, match.start() - 16), match.start())
    before = clause[max(0, match.start() - 9) : match.start()].rstrip(" -")
    return before.endswith("service") and match.group().lstrip().startswith("connect")
