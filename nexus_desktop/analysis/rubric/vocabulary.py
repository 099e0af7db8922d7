"""How doctors say how sure they are: the probability vocabulary of rubric section 3.2, as data.

Each row of a table is (pattern, reading). Patterns are tried in order on lower-case text and the first that matches at
a place wins, so longer and more particular phrases stand above the words they contain. ``Phrase`` says what a row
means before its object and its negations are looked at; that is done in ``claims.py``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from nexus_desktop.models.analysis_models import Certainty, Polarity, Standard

FAVORABLE, UNFAVORABLE, INCONCLUSIVE = Polarity.FAVORABLE, Polarity.UNFAVORABLE, Polarity.INCONCLUSIVE
DEFINITE, MORE, EVEN = Standard.DEFINITE, Standard.MORE_LIKELY, Standard.AT_LEAST_AS_LIKELY
SPECULATIVE, LESS = Standard.SPECULATIVE, Standard.LESS_LIKELY


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a probability phrase says by itself. ``strict`` phrases are VA's own and need no verb beside them."""

    polarity: Polarity
    standard: Standard
    strict: bool = False
    whole: bool = False  # names its cause itself
    certainty: Certainty = Certainty.HIGH
    note: str = ""


_AS = r"(?:as|than|and|or)"  # "at least as likely than not" and "… and not" are slips for "as not"
_GAP = r"[\s,-]+"
_NOT = r"(?:not|it(?:'s| is) (?:not|unlikely)|unlikely)"

_FIGURE = (
    r"(?:probability|likelihood|chances?|odds)\b (?:that|of)\b[^.;]{{0,140}}? (?:at|is|as|to be) (?:about "
    r"|around |roughly |approximately |only |some |perhaps )?"
    r"{number} ?(?:%|percent|per cent)(?! or)"
)

SLIP = "The phrase is misspoken; ask for a corrected page."
AMBIGUOUS = "“Least as likely as not” can be read either way; ask which is meant."
NO_PHRASE = "VA's usual phrase is not used; suggest “at least as likely as not (50 percent or greater)”."
SOFT = "The wording is soft; read it with the rest of the letter."
ASSOCIATION = "This states an association, not a cause in this person."
SOLE_CAUSE = "Sole cause is not required; ask whether service is at least as likely as not a cause."
DOUBLE = "A double negative that reaches the standard; ask for plain wording."

# --- strict phrases: VA's own formula and its variants ---
STRICT: Final[tuple[tuple[str, Phrase], ...]] = (
    # row: no less likely than not; not less likely than not
    (
        rf"(?:no|not|n't be) less (?:likely|probable){_GAP}{_AS}{_GAP}not",
        Phrase(FAVORABLE, EVEN, strict=True, certainty=Certainty.FAIR, note=DOUBLE),
    ),
    # row: less likely than not; less likely as not; < 50 %; less than 50/50; less probable
    (
        rf"less{_GAP}(?:likely|probable|probably|than likely|likely to be){_GAP}{_AS}{_GAP}{_NOT}",
        Phrase(UNFAVORABLE, LESS, strict=True),
    ),
    (
        r"(?:less|lower) (?:than|then) (?:an? )?(?:50|fifty)(?: ?%| percent| per cent|/50|-50| ?- ?fifty)",
        Phrase(UNFAVORABLE, LESS, strict=True),
    ),
    (
        r"less than (?:an )?(?:equal|even) (?:chance|odds|probability|likelihood)",
        Phrase(UNFAVORABLE, LESS, strict=True),
    ),
    (r"less likely (?:then|that) not\b", Phrase(UNFAVORABLE, LESS, strict=True)),
    # row: at least as likely as not
    (
        (
            rf"at{_GAP}least{_GAP}(?:as{_GAP}|equally{_GAP}|just{_GAP}as{_GAP})(?:likely|probable|probably"
            rf"|possible){_GAP}as{_GAP}{_NOT}"
        ),
        Phrase(FAVORABLE, EVEN, strict=True),
    ),
    (
        (
            rf"at{_GAP}least{_GAP}as{_GAP}(?:likely|probable){_GAP}if{_GAP}not{_GAP}more(?:{_GAP}(?:likely"
            rf"|so))?{_GAP}(?:than|as){_GAP}not"
        ),
        Phrase(FAVORABLE, EVEN, strict=True),
    ),
    # row: slips (typing or dictation): class by intent, low confidence
    (
        (
            rf"as{_GAP}least{_GAP}as{_GAP}likely{_GAP}{_AS}{_GAP}not"
            rf"|at{_GAP}least{_GAP}(?:as{_GAP})?likely{_GAP}{_AS}{_GAP}not"
            rf"|at{_GAP}least{_GAP}as{_GAP}likely{_GAP}not\b|is{_GAP}at{_GAP}likely{_GAP}as{_GAP}not"
            rf"|at{_GAP}lest{_GAP}as{_GAP}likely{_GAP}{_AS}{_GAP}not"
            rf"|at{_GAP}least{_GAP}is{_GAP}likely{_GAP}as{_GAP}not"
            rf"|at{_GAP}least{_GAP}more{_GAP}likely{_GAP}than{_GAP}not"
        ),
        Phrase(FAVORABLE, EVEN, strict=True, certainty=Certainty.LOW, note=SLIP),
    ),
    # row: least as likely as not: can be read either way
    (
        rf"(?<!at )(?<!as )(?<!at the )least{_GAP}(?:as{_GAP})?likely{_GAP}{_AS}{_GAP}not",
        Phrase(INCONCLUSIVE, SPECULATIVE, strict=True, certainty=Certainty.LOW, note=AMBIGUOUS),
    ),
    # row: more likely as not; more likely than not; more probable than not
    (rf"more{_GAP}likely{_GAP}as{_GAP}not", Phrase(FAVORABLE, MORE, strict=True, certainty=Certainty.FAIR, note=SLIP)),
    (
        rf"more{_GAP}(?:likely|probable|probably){_GAP}(?:than|then|that){_GAP}(?:not|unlikely|it is not)",
        Phrase(FAVORABLE, MORE, strict=True),
    ),
    # row: as likely as not; just, equally as likely; as likely as it is unlikely; S and X equally likely
    (
        (
            rf"(?:just |equally |every bit )?as{_GAP}(?:likely|probable){_GAP}(?:as{_GAP}(?:{_NOT}|it is un\w+)"
            rf"|than{_GAP}not)|equally likely as not|equally as likely as not"
        ),
        Phrase(FAVORABLE, EVEN, strict=True),
    ),
    (
        (
            r"(?:equally|just as) likely (?:causes?|explanations?|etiolog(?:y|ies)|sources?)"
            r"|equally likely (?:that|to)|are equally likely|equally as likely"
        ),
        Phrase(FAVORABLE, EVEN, strict=True),
    ),
    (
        (
            r"(?:at least |just |equally )?as (?:likely|probable) (?:(?:to be|that it is|that|due|related"
            r"|caused|attributable|from|the result|a result|secondary|service)\b)[^.;]{0,60}? as\b"
            r"|as likely as (?:any|some) (?:other )?(?:cause|explanation|etiology|source)"
        ),
        Phrase(FAVORABLE, EVEN, strict=True, whole=True, certainty=Certainty.FAIR, note=NO_PHRASE),
    ),
    # row: fails to reach 50 percent
    (
        (
            r"(?:fail(?:s|ed)? to|does not|did not|doesn't|didn't|falls? short of) ?(?:reach|meet|rise to"
            r"|attain|exceed|achieve)?(?:ing)? ?(?:the )?(?:level of |threshold of )?(?:50|fifty|equipoise"
            r"|the standard|even odds)(?: ?%| percent)?"
        ),
        Phrase(UNFAVORABLE, LESS, strict=True),
    ),
    # row: 50 percent or greater; at least 50 percent; 50/50; even odds; in equipoise
    (
        (
            r"(?:at least|not less than|no less than|greater than or equal to|equal to or greater than"
            r"|more than or equal to|≥|>=|> or =|>/=) ?(?:an? )?(?:50|fifty) ?(?:%|percent|per cent)?"
            r"|(?:50|fifty) ?(?:%|percent|per cent)?,? ?(?:probability |likelihood |chance )?(?:or"
            r"|and) (?:greater|more|higher|better|above|over)|(?:50|fifty)/(?:50|fifty)|50 ?- ?50\b"
            r"|fifty[ -]fifty"
            r"|even (?:odds|chance)|equal (?:probability|likelihood|chance)|\b(?:a|an) (?:even|50"
            r"|fifty)[ -]?(?:%|percent|per cent)? (?:chance|probability|likelihood)"
            r"|at least (?:an )?(?:even|equal|equally)\b|at least (?:evenly|equally) likely"
        ),
        Phrase(FAVORABLE, EVEN, strict=True),
    ),
    (
        r"\bequipoise\b|(?:approximate|relative|even(?:ly)?) balance|evenly balanced",
        Phrase(FAVORABLE, EVEN, strict=True, whole=True),
    ),
    # the same in figures: "I estimate the probability that … at 75 percent"
    (
        _FIGURE.format(number=r"(?:50|fifty)"),
        Phrase(FAVORABLE, EVEN, strict=True, whole=True, certainty=Certainty.FAIR),
    ),
    (
        _FIGURE.format(number=r"(?:5[1-9]|[6-9]\d|100)"),
        Phrase(FAVORABLE, MORE, strict=True, whole=True, certainty=Certainty.FAIR),
    ),
    (
        _FIGURE.format(number=r"(?:[1-4]?\d)"),
        Phrase(UNFAVORABLE, LESS, strict=True, whole=True, certainty=Certainty.FAIR),
    ),
    # row: > 50 %; greater than 50 percent; better than even; preponderance of the medical evidence
    (
        (
            r"(?:greater|more|better|higher|well above|well over|over|above|exceed(?:s|ing)?"
            r"|>) ?(?:than )?(?:an? )?(?:50|fifty|even|5[1-9]|[6-9]\d) ?(?:%|percent|per cent|/50)?(?= |\)|,|\."
            r"|;|$)"
            r"|better than even|\b(?:a|an) (?:5[1-9]|[6-9]\d) ?(?:%|percent|per cent) (?:chance|probability"
            r"|likelihood)"
            r"|(?<!against )preponderance of the (?:medical )?evidence(?= (?:favors|supports|shows|establishes"
            r"|indicates|is in favor))"
        ),
        Phrase(FAVORABLE, MORE, strict=True),
    ),
    (
        r"(?:preponderance|weight) of the (?:\w+ ){0,2}evidence (?:is |weighs |stands )?against",
        Phrase(UNFAVORABLE, LESS, strict=True),
    ),
)

# --- loose phrases: an opinion only beside a link ---
LOOSE: Final[tuple[tuple[str, Phrase], ...]] = (
    # row: cannot be ruled out; not impossible; not unlikely; cannot be excluded
    (
        (
            r"(?:cannot|can not|can't|could not|couldn't|not|unable to|impossible to"
            r"|difficult to) (?:be )?(?:completely |entirely |definitively |totally |fully )?(?:rule[ds]?"
            r"|exclude[ds]?|dismiss(?:ed)?|discount(?:ed)?|eliminate[ds]?)(?: \w+){0,3}? ?(?:out)?"
            r"|not (?:be )?(?:impossible|unreasonable|inconceivable|implausible|unlikely|improbable"
            r"|out of the question|beyond the realm)"
        ),
        Phrase(INCONCLUSIVE, SPECULATIVE),
    ),
    # row: may or may not
    (r"may or may not|might or might not|could or could not", Phrase(INCONCLUSIVE, SPECULATIVE)),
    # row: not likely, unlikely, doubtful, improbable
    (
        (
            r"\bhighly unlikely|very unlikely|\bunlikely\b|\bimprobable|\bdoubtful\b|(?:not|n't|neither"
            r"|nor)(?: \w+)? (?:likely|probable|probably)\b(?! as| than)|less (?:likely|probable|probably)\b"
            r"|(?<!no )(?<!without )(?<!any )(?<!little )\bdoubts? that"
        ),
        Phrase(UNFAVORABLE, LESS),
    ),
    # row: reasonable degree of medical probability
    (
        r"(?:within |to )?(?:a |the )?reasonable (?:degree of )?(?:\w+ ){0,3}(?:probability|likelihood)",
        Phrase(FAVORABLE, MORE, note=NO_PHRASE),
    ),
    # row: may; might; could; possible … (leaning favorable)
    (
        (
            r"\b(?:may|might|could)(?: \w+)?(?: well)?(?: very well)?(?: possibly| potentially"
            r"| conceivably)?(?= )(?! 20| 19| \d| i ask)"
            r"|\bcan(?= (?:be(?! better| more| best)|also|possibly|potentially|cause|lead|result|contribute"
            r"|aggravate|worsen|certainly|sometimes|often|have|occur|develop|produce))"
            r"|\b(?:certainly |very |quite |entirely |distinctly |remotely )?possib(?:le|ly|ility|ilities)\b"
            r"|\bpotential(?:ly)?\b|\bconceivabl[ey]|\bplausibl[ey]|\bfeasibl[ey]|\bperhaps\b|\bmaybe\b"
            r"|(?:a|some|good|fair|slight|small|reasonable) chance (?:that|of)|there is a chance|(?:has"
            r"|have) been known to|capable of (?:causing|producing|aggravating)|\bspeculat(?:e|ed|es) that"
        ),
        Phrase(INCONCLUSIVE, SPECULATIVE),
    ),
    # row: I suspect
    (
        (
            r"\bsuspect(?:s|ed)?\b(?= (?:that|it|his|her|the|this|a ))|\bi wonder\b"
            r"|\bquestionabl[ey] (?:related|due|caused|linked)"
        ),
        Phrase(FAVORABLE, SPECULATIVE, note=SOFT),
    ),
    # row: strongly suggests; highly suggestive of; points to
    (
        (
            r"(?:strongly |highly |very |clearly )?suggest(?:s|ed|ive|ing)?\b(?: of| that| a)?|\bpoint(?:s|ed"
            r"|ing)? (?:strongly |clearly )?to(?:ward)?\b"
        ),
        Phrase(FAVORABLE, SPECULATIVE, note="A suggestion, not a probability; ask for a statement of probability."),
    ),
    # "more consistent with X than with S": a comparison, and so a probability
    (
        r"\bmore (?:consistent|compatible|in keeping) (?=with)",
        Phrase(FAVORABLE, MORE, certainty=Certainty.FAIR, note=ASSOCIATION),
    ),
    # row: can be better explained by X; more appropriately attributed to X
    (
        (
            r"\b(?:better|best|more (?:appropriately|properly|reasonably|plausibly|readily|accurately|logically"
            r"|easily)) (?=explained|attributed|accounted|related|ascribed|understood)"
        ),
        Phrase(FAVORABLE, MORE, note=NO_PHRASE),
    ),
    # row: reasonable certainty; no doubt; definitely; 100 %
    (
        (
            r"(?:within |to )?(?:a |the )?reasonable (?:degree of )?(?:\w+ ){0,3}certainty|\b(?:no"
            r"|without (?:any |a )?|beyond (?:any |all |a )?)(?:reasonable )?(?:doubt|question)\b|undoubtedl?y?"
            r"|unquestionabl[ey]"
            r"|\bindisputabl[ey]|\bdefinite(?:ly)?\b|\bdefinitively\b|\bcertain(?:ly)?\b(?! (?:amount|extent"
            r"|degree|kind|type|cases|people|herbicide|drugs|medic|conditions))|\babsolutely\b|\b100 ?(?:%"
            r"|percent)"
            r"|\b(?:quite |very )?clear(?:ly)?\b(?! (?:and|cell|to auscultation|bilaterally))|\bobviously\b"
            r"|\bcertainty\b"
        ),
        Phrase(FAVORABLE, DEFINITE),
    ),
    # row: likely; probably; most likely; in all likelihood
    (
        (
            r"\b(?:much |far |significantly |substantially |even )?more (?:likely|probable|probably)\b"
            r"|\b(?:most |very |highly |quite |extremely |overwhelmingly )?(?:likely"
            r"|probabl[ey])\b(?! (?:as (?:not|it|any|unlikely|the|to)|than))"
            r"|in all (?:\w+ )?(?:likelihood|probability)|\bpreponderat\w+|\bhigh(?:ly)? (?:probability"
            r"|likelihood)|\bpresumabl[ey]\b|\bstrong (?:probability|likelihood)"
        ),
        Phrase(FAVORABLE, MORE, note=NO_PHRASE),
    ),
    # row: consistent with; compatible with; associated with; a known risk factor for
    (
        (
            r"\bconsistent with\b|compatible with\b|in keeping with\b|not inconsistent with\b|in line with\b"
            r"|congruent with\b|commonly (?:seen|found|associated|occurs?)\b|\bknown (?:risk factor|association"
            r"|complication)\b|\brisk factors? for\b"
        ),
        Phrase(INCONCLUSIVE, SPECULATIVE, certainty=Certainty.FAIR, note=ASSOCIATION),
    ),
    # row: appears to be due to; seems related
    (
        r"\b(?:appear(?:s|ed)?|seem(?:s|ed)?) (?:to (?:be|have (?:been)?)|that|as though|likely)?",
        Phrase(FAVORABLE, DEFINITE, certainty=Certainty.FAIR, note=SOFT),
    ),
)

# --- refusals: no opinion either way ---
_CANNOT = (
    r"(?:cannot|can ?not|can't|could not|couldn't|unable to|not able to|(?:is|was|are|were) unable to|(?:not"
    r"|im)possible (?:for (?:me|him|her|us) )?to|difficult to|unwilling to|not (?:be )?feasible to)"
)
_DECIDE = (
    r"(?:be )?(?:determine[d]?|resolve[d]?|state[d]?|opine[d]?|say|said|provide[d]?|render(?:ed)?"
    r"|offer(?:ed)?|conclude[d]?|ascertain(?:ed)?|establish(?:ed)?|give|given|"
    r"express(?:ed)?|answer(?:ed)?|made?|make|form(?:ed)?|reach(?:ed)?|decide[d]?|address(?:ed)?|tell|know"
    r"|comment|attribute|differentiate|distinguish|relate)"
)
REFUSED: Final[tuple[str, ...]] = (
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
    r"\bcan only be (?:determined|resolved|stated|answered) (?:with|by) speculation",
    # row: impossible in retrospect; unable to opine; insufficient information to decide
    (
        r"\bimpossible (?:in retrospect|to (?:determine|say|know|tell|state))|\bunable to opine"
        r"|\bno way (?:of knowing|to (?:know|tell|determine|say))"
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
        rf"|decide) (?:\w+ ){{0,2}}(?:whether|if|the (?:exact |precise |specific |likely )?(?:cause|etiology"
        rf"|origin|onset|relationship|baseline degree)|one way or (?:the other|another))"
    ),
    r"\b(?:do|does|did) not know (?:whether|if|what (?:caused|causes))|\bone way or (?:the other|another)\b",
    # row: etiology unknown / unclear / undetermined / idiopathic
    (
        r"\b(?:etiology|cause|origin|causation|pathogenesis)(?: of [^.;]{1,60}?)? (?:is|was|are|were|remains?"
        r"|remained|as) (?:\w+ )?(?:unknown|unclear|undetermined|uncertain|indeterminate|idiopathic"
        r"|not (?:known|clear|certain|determined|established|understood))"
    ),
    (
        r"\b(?:unknown|undetermined|uncertain|unclear|indeterminate|idiopathic) (?:in )?(?:etiology|cause"
        r"|origin)|\bidiopathic in nature\b"
    ),
)

# --- phrases that make a sentence a rule, a question or a request (rubric 3.4 step 2) ---
NO_OPINION: Final[tuple[str, ...]] = (
    (
        r"\bnothing (?:above|in this|here|herein|i have)\b[^.]{0,60}\b(?:read|taken|construed|understood"
        r"|interpreted)\b|\bshould not be (?:read|taken|construed|understood|interpreted) as\b"
    ),
    (
        r"\b(?:not|declin\w+|refus\w+|without|neither|nor) (?:\w+ ){0,2}(?:offer|giv|provid|render|express|mak"
        r"|stat|address)\w* (?:an?|any) (?:\w+ ){0,3}opinion"
    ),
    (
        r"\b(?:do|did|does|will) not (?:offer|give|provide|render|express) (?:an?|any) (?:\w+ ){0,3}opinion"
        r"|\bno (?:\w+ ){0,2}opinion (?:is|was|has been|can be|will be) (?:\w+ )?(?:offered|given|provided"
        r"|rendered|expressed|stated|made|received)"
    ),
    (
        r"\b(?:i|we) (?:would |will |must )?(?:defer|leave) (?:\w+ ){0,4}(?:to|for) (?:the |a "
        r"|an )?(?:\w+ ){0,3}(?:examiner|specialist|rater|va|board|compensation|psychiatr\w+|orthop\w+)"
    ),
)


def compiled(rows: tuple[tuple[str, Phrase], ...]) -> tuple[tuple[re.Pattern[str], Phrase], ...]:
    """The rows with their patterns compiled."""
    return tuple((re.compile(pattern), phrase) for pattern, phrase in rows)
