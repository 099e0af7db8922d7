"""The verbs and nouns that tie a condition to its cause, as data for ``links.py``."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from nexus_desktop.analysis.rubric.link_words import (
    BEYOND,
    BLAMED,
    DID_IT,
    HARMED,
    OWED_TO,
    PAST_NATURE,
    PERSON_LINKS,
    SHARED_IN,
    TAKEN_IN,
    THAT_DAY,
    TO_DO_WITH,
    WITHIN,
)


class LinkKind(StrEnum):
    """What a link says of the way from cause to condition."""

    CAUSE = "cause"
    AGGRAVATION = "aggravation"
    ONSET = "onset"
    RELATION = "relation"
    SHARE = "share"  # contributed to: how much is left open
    PREEXISTED = "preexisted"


# (pattern, kind, cause is the subject, negative). First match at a place wins.
TABLE: Final[tuple[tuple[str, LinkKind, bool, bool], ...]] = (
    (WITHIN, LinkKind.RELATION, False, False),
    (r"\bnothing (?:whatever |at all )?to do with\b", LinkKind.RELATION, False, True),
    (
        (
            r"\b(?:un|not )related (?:to|with)\b|\bunconnected (?:to|with)\b|\bindependent of\b"
            r"|\bunassociated with\b|\bnon-?related to\b|\b(?:is|are|was|were) non-? ?(?:service|military)[- ]related\b"
        ),
        LinkKind.RELATION,
        False,
        True,
    ),
    (r"\bunrelated\b", LinkKind.RELATION, False, True),
    (
        (
            rf"\b(?:aggravat|exacerbat|worsen|accelerat|intensif|heighten|hasten)(?:ed|ied|ion"
            rf"|ing)?{BEYOND}?(?:,? (?:and|or|and/or) (?:\w+ ){{0,3}}?(?:aggravated|worsened|caused"
            rf"|exacerbated))?,? (?:\w+ly )?(?:by|from|due to|because of|as a (?:direct )?result of"
            rf"|as a consequence of|during|in|through|while|secondary to)\b"
        ),
        LinkKind.AGGRAVATION,
        False,
        False,
    ),
    (
        (
            rf"\b(?:aggravat|worsen|exacerbat)(?:ed|ion|ing){BEYOND}"
            r"|\b(?:aggravation|worsening|exacerbation) of (?:the|his|her|this) [^.;,¦]{2,40}? (?:by|from|due to)\b"
        ),
        LinkKind.AGGRAVATION,
        False,
        False,
    ),
    (
        (
            r"\bworse (?:\w+ly )?(?:because of|due to|owing to|on account of|as a (?:direct )?result of|thanks to)"
            r"|\bmade (?:\w+ ){0,4}worse(?:,? beyond [^,;]{3,40},)? (?:by|because of|due to|in|during)\b"
            r"|\bincreased? in (?:severity"
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
            r"|created)(?:,? (?:and|or|and/or) (?:\w+ ){0,2}?(?:aggravated|worsened|worse|exacerbated"
            r"|the result))? (?:\w+ ){0,2}?(?:by|from|as a result of|through|because of)\b"
        ),
        LinkKind.CAUSE,
        False,
        False,
    ),
    (
        (
            r"\bincurred(?: or (?:\w+ ){0,3}?(?:caused|aggravated|began|related|manifested))? (?:\w+ )??(?:in|during"
            r"|within|while|on|at|aboard|coincident with|as a result of|by)\b(?: or (?:\w+ ){0,2}?(?:aggravated"
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
            r"\b(?:due(?! (?:respect|regard|consideration|deference|diligence))|owing|attributable|secondary"
            r"|subsequent|traceable|thanks)\s+(?:\w+ ){0,2}?to\b"
            r"|\bproximately (?:due|caused|related)\b|\battributed (?:\w+ ){0,2}?to\b|\bascribed to\b"
        ),
        LinkKind.CAUSE,
        False,
        False,
    ),
    (
        (
            r"\b(?:a|the|an|as a|direct|likely|natural|late|long-term|delayed)? ?(?:direct |likely |late |natural "
            r"|probable |long-term |proximate )*(?:result|consequence|sequel(?:ae?)?|product|outgrowth|upshot"
            r"|by-product"
            r"|manifestation|complication|effects?|aftermath|byproduct|outcome|progression|continuation) (?:of"
            r"|from)\b|\bresult(?:s|ed|ing)? (?:\w+ )?from\b|(?:\b(?:is|are|was|were|be|as) |(?<=\bnot )"
            r"|(?<=[)¦] ))(?:an? |the |merely )?(?:residuals?|remnants?|remains|after-?effects?) of\b"
        ),
        LinkKind.CAUSE,
        False,
        False,
    ),
    (
        (
            r"\b(?:stems?|stemm(?:ed|ing)|arises?|arose|arisen|arising|derives?|derived|comes?|came|coming|flows?"
            r"|gr[eo]ws?|grown|originat\w+|emanat\w+|evolv\w+) (?:\w+ly )?(?:from|out of)\b"
        ),
        LinkKind.CAUSE,
        False,
        False,
    ),
    (
        (
            r"\b(?:explained|accounted for|understood) (?:\w+ )?(?:by|as)\b|\b(?:consistent|compatible"
            r"|congruent|(?<=not )inconsistent|(?<=not )incompatible) with\b(?! (?:the )?(?:places?|types?"
            r"|circumstances|conditions|hardships|nature) )|\bin keeping with\b|\bin line with\b"
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
            r"|starts?|roots?)|has (?:its|their) (?:\w+ )?(?:onset|origins?)|occurred)(?: or (?:\w+ ){0,3}?(?:caused"
            r"|aggravated|began|related|manifested))?(?: \w+)?? (?:by|in|during|within|while|with|at|to|on"
            r"|as a result of|coincident with|prior to|before|after|since|following|subsequent to)\b"
            r"|\bdat(?:es?|ing) (?:back )?(?:to|from)\b|\bexisted since\b"
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
            r"\b(?:put|set|chalk\w*|mark\w*|lay|laid) (?:[^.;¦]{2,60}? )?(?:down to|up to)\b|\b(?:lay|laid|lies"
            r"|placed?|put)"
            r" (?:[^.;¦]{2,60}? )?at the (?:door|feet|doorstep) of\b|\b(?:came?|comes?|born|sprang|sprung|springs?"
            r"|grew|grown) of\b"
            r"|\b(?:is|was|are|were|be) (?:\w+ )?(?:the )?(?:fruits?|legacy|price|work|doing|fault|offspring|residue"
            r"|remains|toll|souvenir|handiwork|wages|relics?|echo|aftermath) of\b"
        ),
        LinkKind.CAUSE,
        False,
        False,
    ),
    (
        (
            r"\b(?:dr[ae]w(?:ing)?|see|trac(?:e|ing)|make) (?:an?|any|the) (?:\w+ )?(?:line|path|thread) (?:from"
            r"|between)\b"
        ),
        LinkKind.RELATION,
        True,
        False,
    ),
    (
        (
            r"(?:\b(?:is|was|are|were|be|being) |(?<=\bnot ))(?:an? |the |merely |simply |just )*(?:symptom|feature"
            r"|part|component|aspect|expression|extension)s? (?:and parcel )?of\b"
        ),
        LinkKind.RELATION,
        False,
        False,
    ),
    (rf"\b{PERSON_LINKS} (?!to\b|with\b)[^.;¦]{{2,110}}? (?:to|with)\b", LinkKind.RELATION, False, False),
    (
        (
            r"\b(?:influence|contribution)s? (?:of|from|by)\b|\b(?:nexus|relationships?|relations?(?= (?:to|between"
            r"|with)\b)|links?|linkage|connections?|associations?|correlations?|causation|causality"
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
            r"|\bself-medicat\w+(?: for| of)?\b|\bto (?:cope|deal) with\b"
            r"|\b(?:attempt|effort|way|means)s? (?:to|of) (?:quiet|cop\w+ with|numb\w*|manag\w+"
            r"|deal\w* with|treat\w*|escap\w+|quell\w*|blunt\w*)\b"
        ),
        LinkKind.CAUSE,
        False,
        False,
    ),
    (BLAMED, LinkKind.CAUSE, False, False),
    (TO_DO_WITH, LinkKind.RELATION, True, False),
    (OWED_TO, LinkKind.CAUSE, False, False),
    (THAT_DAY, LinkKind.ONSET, False, False),
    (TAKEN_IN, LinkKind.ONSET, False, False),
    (PAST_NATURE, LinkKind.AGGRAVATION, False, False),
    # the cause is the subject
    (
        (
            r"\b(?:is|was|are|were|lies|lie|stands?|be)(?: what (?:\w+ ){0,4}?(?:is|to be|lies|stands))? (?:behind"
            r"|at the (?:root|bottom|heart|back|source) of|to blame for|the culprit in)\b"
            r"|\b(?:is|was|are|were) (?:where|when|how|what) (?:all (?:of )?|most of |much of )?(?:this|it|these"
            r"|that|they"
            r"|(?:the|his|her|this|that) \w+(?: \w+)?) (?:all )?(?:(?:had|got|has) (?:its|their) (?:\w+ )?"
            r"(?:start|beginnings?|roots?|origins?)|took (?:hold|root)|began|begins?|started|starts|come|comes|came"
            r"|originates?"
            r"|originated|stems?|stemmed|arose|developed)(?: from)?\b"
            r"|\b(?:set(?:s|ting)? off|touch(?:ed|es) off|kick(?:ed|s) off|bring(?:s|ing)? (?:on|about)|wrought"
            r"|engender(?:s|ed)|bred)\b"
        ),
        LinkKind.CAUSE,
        True,
        False,
    ),
    (
        (
            r"\bwithout (?:any )?(?:effect|influence|bearing|impact) on\b|\bspared (?=his|her|the)|\binnocent of\b"
            r"|\bleft (?:behind )?(?:nothing|no (?:\w+ )?(?:residuals?|trace|mark|damage|sequelae|scar|legacy"
            r"|lasting \w+))\b"
            r"|\bleft (?:this|the|his|her) [\w ]{2,24}? (?:just |exactly )?as (?:it|he|she) (?:found|was|had been)\b"
        ),
        LinkKind.CAUSE,
        True,
        True,
    ),
    (
        (
            r"\b(?:is|was|are|were) what (?:he|she|they|the veteran) (?:is |are |now |still )*(?:liv(?:ing|es?) with"
            r"|has|have|suffers? from)\b"
            r"|\b(?:one|some) of (?:several|many|the|a number of|two|three) (?:\w+ )?(?:triggers?|causes?|factors?"
            r"|contributors?)\b"
        ),
        LinkKind.CAUSE,
        True,
        False,
    ),
    (
        r"\b(?:hasten(?:s|ed|ing)?|hurr(?:y|ies|ied|ying)|(?:sped|speeds|speeding) up)\b",
        LinkKind.AGGRAVATION,
        True,
        False,
    ),
    (DID_IT, LinkKind.CAUSE, True, False),
    (HARMED, LinkKind.CAUSE, True, False),
    (r"\bto blame\b(?=\W*(?:$|[.,;]))", LinkKind.CAUSE, True, False),
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
            r"|first manifestation|genesis|origins?) of\b"
        ),
        LinkKind.ONSET,
        True,
        False,
    ),
    (SHARED_IN, LinkKind.SHARE, True, False),
    (
        (
            r"\b(?:been|be|is|was|are|were) (?:the|what) (?:\w+ )?(?:start(?:ed)?|beginning|origin|root|source|began"
            r"|set off|brought on)(?: of)?(?= (?:it|this|that|all|his|her|the)\b)"
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
            r"|accounted for|explains?|created|set in motion|responsible for|(?:is|was|are"
            r"|were) (?:\w+ )?responsible(?=\W*(?:$|[.,;]| exceeds| is\b))|given rise to|lead to|result in|induced)\b"
        ),
        LinkKind.CAUSE,
        True,
        False,
    ),
    (
        (
            r"\b(?:likely|likelier|likeliest|probable|real|main|chief|principal|obvious|usual) (?:culprit"
            r"|explanation|source"
            r"|origin|driver|suspect|offender|candidate|reason|etiology)\b(?! (?:of|for|is|was|are|were|behind)\b)"
            r"|\bcauses? (?:of|for|is|was|are|were|behind)\b|\b(?:the|a|as|sole|main|likely|probable|possible"
            r"|proximate|principal|direct|only|contributing) causes?\b|\b(?:etiolog(?:y|ies)|sources?|origins?"
            r"|explanations?|culprits?|triggers?|drivers?|precipitants?|reasons?) (?:of|for|is|was|are|were|behind)\b"
        ),
        LinkKind.CAUSE,
        True,
        False,
    ),
)
