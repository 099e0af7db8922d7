"""Everyday words for a cause at work, as patterns for ``link_table.py``: "had to do with it", "ruined his back"."""

from __future__ import annotations

from typing import Final

BEYOND: Final = (
    r"(?: (?:permanently |materially |chronically )?(?:beyond|past|above|over and above) (?:its |the |their "
    r"|his |her |it's |any )?(?:natural|normal|expected|ordinary|usual) (?:progress(?:ion)?|course|history"
    r"|baseline)(?: of (?:the|his|her) (?:disease|condition|disability|disorder))?)"
)
PERSON_LINKS: Final = r"(?:attribut|relat|link|connect|ascrib|trac|associat|tie|ty(?=ing))(?:e|es|ed|d|s|ing)?"
WITHIN: Final = (
    r"\bservice[- ](?:origin|cause|onset|etiology)\b|(?<!non-)(?<!non )\b(?:service|military|combat|age|work|stress"
    r"|alcohol|obesity|lifestyle)[- ]related\b"
    r"|\b(?:hereditary|congenital|developmental|genetic|constitutional|degenerative in nature|inherited)\b"
    r"(?= *(?:[.,;)]|$|in (?:origin|nature)|and not|rather))"
)
TO_DO_WITH: Final = (
    r"\b(?:have|has|had|having) (?:not )?(?:anything|something|nothing|everything|much|little|plenty|an? (?:good"
    r"|great) deal|a (?:whole )?lot) (?:at all )?to do with\b"
)
DID_IT: Final = (
    r"\b(?:did|has done|done) (?:it|this|that|the (?:damage|harm|injury))\b(?=\W*(?:$|[.,;]| to ))"
    r"|\b(?:wore|worn|wears|broke|broken|breaks|tore|torn|used|burned|burnt|chewed|beat|beaten|ground|eaten"
    r"|ate) (?:out|down|up|through|away|into)"
    r"(?= (?:the|his|her|that|this|both)\b)|\b(?:cost|robbed|deprived) (?:him|her)(?: of)?(?= (?:the|his|her|that"
    r"|this|both|much|most)\b)|\b(?:gave|given|gives|left|handed|brought) (?:him|her|them|this (?:man|woman|veteran)"
    r"|the veteran|\[patient\]) (?=(?:his|her|their|the|this|that|these|those|both) (?!option|choice|form|sheet|paper"
    r"|letter|advice|number|name|story|history|account|benefit|records?|drug|medicine|pills?|shots?|prescription))"
    r"|\b(?:took|taken|takes) (?:an?|its|their) (?:\w+ )?toll on\b|\bdid (?:him|her|them) in\b"
    r"|\b(?:damaged|harmed|scarred|weakened|inflamed|destroyed|eroded|took|taken)(?= (?:his|her|the|this"
    r"|that) (?:(?:left|right"
    r"|inner|both) )?(?:hearing|sight|vision|knees?|hips?|back|spine|neck|shoulders?|lungs?|liver|kidneys?|heart"
    r"|stomach|esophagus|skin|nerves?|joints?|cartilage|dis[ck]s?|ears?|eyes?|airways?)\b)"
    r"|\bset(?:s|ting)? (?:the|his|her|this|it|that) (?:\w+ ){0,3}?(?:going|off|in motion|in train)\b"
    r"|\b(?:pushed|push|pushes|driven|drove|drives|moved|helped) (?:the|his|her|this|that|it) (?:\w+ ){0,2}?(?:along"
    r"|forward|faster|sooner|ahead)\b|\b(?:ruin|wreck)(?:ed|s)?(?= (?:that|this|his|her|the|both)\b)"
    r"|\b(?:tear|tore|torn|break|broke|hurt|injure[ds]?|destroy(?:ed|s)?)"
    r"(?= (?:this (?!man|woman|time|year)|(?:that|this) (?:man|woman|veteran|patient)'s ))"
    r"|\bwore (?:him|her) (?:down|out)\b|\bbroke (?:him|her)(?: down)?\b"
    r"|\b(?:leave|leaves|left) (?:him|her|the veteran|\[patient\]|mr\.? \w+) (?:\w+ )?with(?= )"
)
OWED_TO: Final = (
    r"\bow(?:es|ed) [^.;¦]{2,60}? to\b"
    r"|\b(?:is|was|are|were|be) (?:\w+ )?(?:a|the|another|one) (?:matter|case|story|tale|reflection|function"
    r"|picture) of\b"
    r"|\bof (?:all )?(?:the|these|those) (?:\w+ ){0,2}?(?:causes|explanations|candidates|possibilities|sources"
    r"|contributors|suspects|culprits)\b(?! (?:is|was|are|were|has|have)\b)"
)
"""Words with the cause behind them: "owes this to the Army", "of the causes I looked at, the fall is the likeliest"."""
THAT_DAY: Final = (
    r"\b(?:made|torn|tore|broken|broke|done|damaged|hurt|injured|ruptured|fractured|dislocated|inflicted|happened"
    r"|occurred|laid|began|begun|started|originated|sustained|suffered)(?= (?:\w+ )?(?:that (?:same )?(?:day|night"
    r"|morning|afternoon|evening|week|month|year|summer|winter|fall|spring|moment)|then(?: and there)?"
    r"|there(?: and then)?|at that (?:time|moment|point)|in that|on that (?:day|night|occasion|jump|flight|march))\b)"
)
"""What was done at a time told of before: "the tear was made that day"."""
TAKEN_IN: Final = (
    r"\b(?:acquired|contracted|caught|picked up|inhaled|breathed in|swallowed|ingested|drank)"
    r"(?: (?!in\b|on\b|at\b|while\b|during\b|from\b|when\b)[\w'-]+){0,5}? (?:in|on|at|while|during|when)\b"
)
"""What came into the body at a place or time: "acquired on active duty", "inhaled the fungus while he was"
" stationed"."""
HARMED: Final = (
    r"\b(?:start(?:s|ed)?|sen[dt]s?|puts?|sets?|began)(?: all)? (?:the|his|her|this|that|it|both)(?: [\w'-]+){0,3}?"
    r" (?:going|downhill|rolling|on (?:its|their|the) way|on (?:this|that|the) (?:road|path|course))\b|"
    r"\b(?:could|may|might|would|must|likely|probably)(?: well)? have (?:\w+ly )?(?:hurt|harmed|damaged|injured|ruined"
    r"|scarred|weakened|poisoned|affected|lowered|reduced|raised|impaired)(?= (?:the|his|her|their|its|this|that)\b)"
)
"""The cause before it: "standing before that radar could have hurt his count"."""
SHARED_IN: Final = (
    r"\b(?:play(?:s|ed|ing)?|had|has|have|having) (?:a |an |some |no |any )?(?:\w+ ){0,3}?(?:role|part"
    r"|hand|effect|impact|influence|bearing)(?: in| on)?\b|\bcontribut(?:e|es|ed|ing)(?:,? \w+ly(?:,? (?:and|or"
    r"|and/or) \w+ly)?)? to(?:ward)?\b|\bcontribut(?:es?|ed)(?=\W*(?:$|[.,;]))"
    r"|\b(?:contributing|substantial|significant|causative|causal|aggravating|material) (?:factor|cause"
    r"|contributor|role)s?\b|\bcontributors?\b|\b(?:factors?|partners?) in\b"
)
"""One cause among others: "played a part in", "contributed to"."""
PAST_NATURE: Final = (
    r"(?:(?<=likely as not )|(?<=likely than not ))(?:increased |worsened )?(?:beyond|past) (?:its |the |their "
    r"|his |her )?(?:natural|normal|expected) (?:progress(?:ion)?|course|history)\b"
)
"""An option of a form on what was noted at entry: "at least as likely as not beyond natural progress"."""
BLAMED: Final = (
    r"(?:(?<=\bi )|(?<=\bwe )|(?<=\bi would )|(?<=\bi'd )|(?<=\bi do )|(?<=\bsooner )|(?<=\brather )|(?<=\bi must ))"
    r"(?:blame\b|(?:hold|find|call) (?=[^.;]{2,60}? (?:answerable|responsible|accountable|to blame)\b))"
    r"|\b(?:is|was|are|were|be) (?:\w+ly )?(?=(?:the |his |her )?\w+(?: \w+)?'s? (?:\w+ )?(?:doing|fault|handiwork)\b)"
)
"""What the author blames for it: "I blame the burn pits for his asthma", "the asthma is the Army's doing"."""
