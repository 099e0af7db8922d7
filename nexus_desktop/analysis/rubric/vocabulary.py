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
_GAP = r"[\s,-]*"  # words that a scanner ran together too
_NOT = r"(?:not|it(?:'s| is) (?:not|unlikely)|unlikely)"

_FIGURE = (
    r"(?:probability|likelihood|chances?|odds)\b (?:that|of)\b[^.;]{{0,140}}? (?:at|is|was|as|to be|were) (?:about "
    r"|around |roughly |approximately |only |some |perhaps |no more than |at most )?"
    r"{number} ?(?:%|percent|per cent)(?! or)"
)

SLIP = "The phrase is misspoken; ask for a corrected page."
AMBIGUOUS = "“Least as likely as not” can be read either way; ask which is meant."
AMBIGUOUS_ODDS = "“No better than even” may mean even or less; ask which is meant."
NO_PHRASE = "VA's usual phrase is not used; suggest “at least as likely as not (50 percent or greater)”."
SOFT = "The wording is soft; read it with the rest of the letter."
ASSOCIATION = "This states an association, not a cause in this person."
SOLE_CAUSE = "Sole cause is not required; ask whether service is at least as likely as not a cause."
DOUBLE = "A double negative that reaches the standard; ask for plain wording."

_FIGURE_FIRST = (
    r"\b{number} ?(?:%|percent|per cent)(?:,)? (?:as )?the (?:probability|likelihood|chances?|odds)\b"
    r"|\b(?:a|an) {number} ?(?:%|percent|per cent) (?:probability|likelihood|chance)\b"
    r"|\b(?:probability|likelihood|chances?|odds)\s*[:=]\s*(?:about |only |roughly )?{number} ?(?:%|percent|per cent)"
)

_CHANCES = (
    r"\b{ten}[ -](?:chances? |times )?(?:in|out of)[ -](?:ten|10)[ -](?:chance|proposition|probability"
    r"|likelihood|bet)\b|\b{ten} chances? (?:in|out of) (?:ten|10)\b|\b{hundred} chances? (?:in|out of) (?:an?|one"
    r"|100) ?(?:hundred)?\b"
)
"""Odds as so many chances of ten or of a hundred; "one in ten gets pain" is of people at large, and none."""
_MOST_OF_HUNDRED = r"(?:5[1-9]|[6-9]\d|fifty-\w+|(?:sixty|seventy|eighty|ninety)(?:-\w+)?)"
_LEAST_OF_HUNDRED = r"(?:[1-4]?\d|(?:five|ten|fifteen|twenty|thirty|forty)(?:-\w+)?)"

_TO = r"(?: ?(?:to|-|–|or) ?(?:\w+))?"
_OVER_HALF = rf"(?:5[1-9]|[6-9]\d|100|fifty-\w+|(?:sixty|seventy|eighty|ninety)(?:-\w+)?){_TO}"
_UNDER_HALF = rf"(?:[1-4]?\d|(?:five|ten|fifteen|twenty|thirty|forty)(?:-\w+)?){_TO}"

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
        (
            r"(?:(?:less|lower|fewer) (?:than|then)|under|below|short of|<|&lt;) ?(?:an? )?(?:50|fifty"
            r"|one[- ]half)(?: ?%| ?percent| per cent|/50|-50| ?- ?fifty)"
        ),
        Phrase(UNFAVORABLE, LESS, strict=True),
    ),
    (
        r"(?:less|worse|lower|poorer) than (?:an )?(?:equal|even)(?: (?:chance|odds|probability|likelihood))?\b",
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
            rf"|at{_GAP}(?:lest|lease|leat){_GAP}as{_GAP}likely{_GAP}{_AS}{_GAP}not"
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
        rf"more{_GAP}(?:likely{_GAP}|probably{_GAP})?so{_GAP}than{_GAP}not",
        Phrase(FAVORABLE, MORE, strict=True, certainty=Certainty.FAIR),
    ),
    (
        rf"more{_GAP}(?:likely|probable|probably){_GAP}(?:than|then|that){_GAP}(?:not|unlikely|it is not)",
        Phrase(FAVORABLE, MORE, strict=True),
    ),
    # row: as likely as not; just, equally as likely; as likely as it is unlikely; S and X equally likely
    (
        (
            rf"\b(?:just |equally |every bit )?as{_GAP}(?:likely|probable){_GAP}(?:as{_GAP}(?:{_NOT}|it is un\w+)"
            rf"|than{_GAP}not)|equally likely as not|equally as likely as not"
        ),
        Phrase(FAVORABLE, EVEN, strict=True),
    ),
    (
        (
            r"(?:equally|just as) (?:likely|probable) (?:as )?(?:an? |the )?(?:causes?|explanations?|etiolog(?:y|ies)"
            r"|sources?|origins?|candidates?|culprits?|contributors?|answers?|to have\b|to be (?:the|an?) )"
        ),
        Phrase(FAVORABLE, EVEN, strict=True, whole=True),
    ),
    (
        r"\b(?:them|both|the two|these|each) (?:to be )?equally (?:likely|probable)",
        Phrase(FAVORABLE, EVEN, strict=True, whole=True),
    ),
    (r"equally likely (?:that|to)|are equally likely|equally as likely", Phrase(FAVORABLE, EVEN, strict=True)),
    (
        (
            r"\b(?:at least |just |equally )?as (?:likely|probable) (?:(?:to be|that it is|that|due|related"
            r"|caused|attributable|from|the result|a result|secondary|service)\b)[^.;]{0,60}? as\b"
            r"|\b(?:at least |just |equally |every bit )?as (?:likely|probable) (?:an?|the|its|his|her) (?:cause"
            r"|explanation|source|etiology|factor)\b"
            r"[^.;]{0,80}? as\b|\bas likely as (?:any|some) (?:other )?(?:cause|explanation|etiology|source)"
            r"|\bas likely as (?:\w+ ){1,4}to have (?=caused|led|produced|resulted|worsened|aggravated)"
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
    # "no better than even" reaches even at the most
    (
        (
            r"\b(?:no|not|n't(?: \w+)?) (?:any )?(?:better|more|greater|higher) than (?:an? )?(?:even[ -](?:odds|chance"
            r"|money|bet)|fifty[ -]fifty|50 ?[/-] ?50|50 ?(?:%|percent)|equipoise|even\b)"
        ),
        Phrase(INCONCLUSIVE, SPECULATIVE, strict=True, certainty=Certainty.FAIR, note=AMBIGUOUS_ODDS),
    ),
    # the same told as odds: better than fifty-fifty, more chance than not, six chances in ten
    (
        (
            r"\b(?<!no )(?:better|more|greater|higher) than (?:an? )?(?:fifty[ -]fifty|50 ?[/-] ?50)\b"
            r"|\b(?:more|better|greater|higher)(?: of an?)? (?:chance|odds|likelihood|probability) than not\b"
            rf"|{_CHANCES.format(ten=r'(?:six|seven|eight|nine|[6-9])', hundred=_MOST_OF_HUNDRED)}"
        ),
        Phrase(FAVORABLE, MORE, strict=True, certainty=Certainty.FAIR),
    ),
    (
        (
            r"\b(?:less|lower|poorer)(?: of an?)? (?:chance|odds|likelihood|probability) than not\b"
            rf"|{_CHANCES.format(ten=r'(?:one|two|three|four|[1-4])', hundred=_LEAST_OF_HUNDRED)}"
        ),
        Phrase(UNFAVORABLE, LESS, strict=True, certainty=Certainty.FAIR),
    ),
    # row: 50 percent or greater; at least 50 percent; 50/50; even odds; in equipoise
    (
        (
            r"(?:at least|not less than|no less than|greater than or equal to|equal to or greater than"
            r"|more than or equal to|≥|>=|> or =|>/=) ?(?:an? )?(?:50|fifty|one[- ]half|one in two) ?(?:%|percent"
            r"|per cent)?|(?:50|fifty) ?(?:%|percent|per cent)?,? ?(?:probability |likelihood |chance )?(?:or"
            r"|and) (?:greater|more|higher|better|above|over)|(?:50|fifty)/(?:50|fifty)|50 ?- ?50\b|fifty[ -]fifty"
            r"|(?<!better than )(?<!more than )(?<!less than )(?<!than an )even[ -](?:odds|chance|money|bet)\b"
            r"|equal (?:probability|likelihood|chance)|(?<!than )\b(?:a|an) (?:even|50"
            r"|fifty)[ -]?(?:%|percent|per cent)? (?:chance|probability|likelihood)"
            r"|at least (?:an )?(?:even|equal|equally)\b|at least (?:evenly|equally) likely"
            r"|\b(?:at|as|is|are|was|were) (?:about |roughly )?(?:even|equal) or (?:better|greater|more|higher|above)\b"
        ),
        Phrase(FAVORABLE, EVEN, strict=True),
    ),
    # on which side of even it lies
    (
        (
            r"\b(?:on|to) (?:the|this) side of (?:probability|likelihood)\b|\b(?:well |just |far |clearly "
            r"|safely )?(?:past|beyond|above"
            r"|over|north of) (?:the )?(?:even(?: odds| chance| money)?|50|fifty|halfway|half-way|one[- ]half"
            r"|the midpoint)\b(?! (?:years|feet|pounds|percent of|meters|yards|miles))"
            r"|\b(?:well |just |far )?(?:over|above|past|beyond|more than|better than) half\b(?=\W*(?:$|[.;,)]"
            r"| that\b))|\blikelier than (?:not|the (?:reverse|opposite|contrary|alternative))\b"
            r"|\bmore probable than (?:the reverse|improbable)\b"
            r"|\b(?:two|three|four|five|six|seven|eight|nine|ten) to one (?:in favou?r|on|for|that)\b"
            r"|\b(?:two|three|four) (?:chances? )?(?:in|out of) three\b|\bthree (?:chances? )?(?:in|out of) (?:four"
            r"|five)\b"
        ),
        Phrase(FAVORABLE, MORE, strict=True, certainty=Certainty.FAIR),
    ),
    (
        (
            r"\b(?:well |just |far |clearly )?(?:short of|south of|below|under"
            r"|this side of) (?:the )?(?:even(?: odds| chance| money)"
            r"|halfway|half-way|the midpoint)\b|\b(?:on|to) the wrong side of (?:even|fifty|50|probability)\b"
            r"|\b(?:chances?|odds|likelihood|probability)\b[^.;]{0,120}? (?:at |as |of |is |about |no better than "
            r"|only )*(?:one|a)"
            r" (?:chance )?(?:in|out of|to) (?:three|four|five|six|seven|eight|nine|ten|twenty|a hundred)\b"
            r"|\b(?:two|three|four|five|six|seven|eight|nine|ten) to one against\b"
        ),
        Phrase(UNFAVORABLE, LESS, strict=True, certainty=Certainty.FAIR),
    ),
    (
        (
            r"\b(?:call|put|rate|mark|set)(?:ed)? (?:it|that|this|them) (?:down )?(?:at |as |to )?(?:an? )?(?:\w+ )?"
            r"(?:maybe|perhaps|possib\w+)\b"
        ),
        Phrase(INCONCLUSIVE, SPECULATIVE, strict=True, whole=True, certainty=Certainty.FAIR),
    ),
    (
        (
            r"\b(?:is|was|it's|call (?:it|that|this)|remains) an? (?:\w+ )?(?:toss-?up|coin[ -](?:flip|toss)|dead heat"
            r"|draw)\b"
        ),
        Phrase(FAVORABLE, EVEN, strict=True, whole=True, certainty=Certainty.FAIR),
    ),
    (
        (
            r"\b(?:say|put (?:it|that|this) at|give (?:it|that|this)|call it|odds (?:at|of|are)"
            r"|about) [1-4]\d ?[/-] ?[5-9]\d\b"
        ),
        Phrase(UNFAVORABLE, LESS, strict=True, certainty=Certainty.FAIR),
    ),
    (
        (
            r"\b(?:say|put (?:it|that|this) at|give (?:it|that|this)|call it|odds (?:at|of|are)"
            r"|about) [6-9]\d ?[/-] ?[1-4]\d\b"
        ),
        Phrase(FAVORABLE, MORE, strict=True, certainty=Certainty.FAIR),
    ),
    # the odds said to favor it, or not
    (r"\bodds (?:are|were|lie|lay|weigh|seem|stand) (?:\w+ )?against", Phrase(UNFAVORABLE, LESS, strict=True)),
    (
        r"\b(?:odds|chances) are (?:good |high |strong |very good )?(?=(?:that|his|her|the|it|this)\b)",
        Phrase(FAVORABLE, MORE, strict=True),
    ),
    (
        (
            r"\b(?:a good deal |much |far |rather |considerably )?(?:likelier|more likely|more probable) than that\b"
            r"|\b(?:odds|chances) (?:favou?r|(?:are|were) (?:\w+ )?in favou?r of)"
            r"|\b(?:greater|clear|heavy) weight of (?:the )?(?:\w+ ){0,2}(?:evidence|opinion)\b(?! (?:\w+ )?(?:is|was"
            r"|weighs)? ?against)"
        ),
        Phrase(FAVORABLE, MORE, strict=True),
    ),
    (
        (
            r"\b(?:scales?|balance|beam|needle) (?:\w+ )?(?:stays?|is|are|remains?|hangs?|rests?|comes? to rest"
            r"|sits?) (?:\w+ )?"
            r"(?:level|even|evenly \w+|balanced|flat|equal)\b|\bevenly (?:divided|split|weighted) between\b"
            r"|\bequipoise\b|(?:approximate|relative|even(?:ly)?) balance|(?:evenly|approximately|roughly|nearly|about"
            r"|equally) (?:evenly |equally )?balanced"
        ),
        Phrase(FAVORABLE, EVEN, strict=True, whole=True),
    ),
    # the same in figures: "I estimate the probability that … at 75 percent"
    (
        _FIGURE.format(number=r"(?:50|fifty)"),
        Phrase(FAVORABLE, EVEN, strict=True, whole=True, certainty=Certainty.FAIR),
    ),
    (
        _FIGURE.format(number=_OVER_HALF) + "|" + _FIGURE_FIRST.format(number=_OVER_HALF),
        Phrase(FAVORABLE, MORE, strict=True, whole=True, certainty=Certainty.FAIR),
    ),
    (
        _FIGURE.format(number=_UNDER_HALF) + "|" + _FIGURE_FIRST.format(number=_UNDER_HALF),
        Phrase(UNFAVORABLE, LESS, strict=True, whole=True, certainty=Certainty.FAIR),
    ),
    # row: > 50 %; greater than 50 percent; better than even; preponderance of the medical evidence
    (
        (
            r"(?:greater|more|better|higher|well above|well over|over|above|exceed(?:s|ing)?"
            r"|>|&gt;) ?(?:than )?(?:an? )?(?:50|fifty|even|5[1-9]|[6-9]\d) ?(?:%|percent|per cent|/50)?(?= |\)|,|\.|-"
            r"|\]|;|$)|better than even|\b(?:a|an) (?:5[1-9]|[6-9]\d) ?(?:%|percent|per cent) (?:chance|probability"
            r"|likelihood)"
            r"|(?<!against )preponderance of the (?:medical )?evidence(?= (?:favors|supports|shows|establishes"
            r"|indicates|is in favor))"
        ),
        Phrase(FAVORABLE, MORE, strict=True),
    ),
    (
        (
            r"(?:preponderance|weight) of the (?:\w+ ){0,4}evidence (?:is |weighs |stands "
            r"|lies )(?:\w+ )?against (?:the|his|her"
            r"|this|that) (?:(?:veteran|appellant|claimant)'s )?(?:claims?|appeal)\b"
        ),
        Phrase(UNFAVORABLE, DEFINITE, strict=True, whole=True),
    ),
    (
        (
            r"(?:preponderance|weight) of the (?:\w+ ){0,2}evidence (?:is |weighs |stands |preponderates )?against"
            r"|\bevidence(?: of record)? (?:weighs?|stands?|preponderates|militates?) against"
        ),
        Phrase(UNFAVORABLE, DEFINITE, strict=True),
    ),
)


def words(several: str) -> frozenset[str]:
    """The words of a string, for tables that read better as prose."""
    return frozenset(several.split())


def compiled(rows: tuple[tuple[str, Phrase], ...]) -> tuple[tuple[re.Pattern[str], Phrase], ...]:
    """The rows with their patterns compiled."""
    return tuple((re.compile(pattern), phrase) for pattern, phrase in rows)
