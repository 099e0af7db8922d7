"""Which part of a letter a heading opens: opinion, reasons, records …

Headings stand alone on a line ("RATIONALE"), run into their text ("7. Opinion. In my opinion …") or are labels of a
form ("E. OPINION", "Rationale:"). A heading is a sign, never a condition: letters without any are read as well.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final, NamedTuple


class Section(StrEnum):
    """What a part of a letter is about."""

    OPINION = "opinion"
    QUESTION = "question"
    RATIONALE = "rationale"
    CONTRARY = "contrary"  # on somebody else's opinion
    RECORDS = "records"
    DIAGNOSIS = "diagnosis"
    HISTORY = "history"
    EXAMINATION = "examination"
    AUTHOR = "author"
    ISSUE = "issue"
    CLOSING = "closing"
    OTHER = "other"


class Heading(NamedTuple):
    """A heading: what it opens, and where the text after it begins within the line."""

    section: Section
    end: int
    alone: bool  # the whole line is heading


_QUALIFIER = (
    r"(?:(?:my|our|the|a|an|and|of|for|to|medical|nexus|expert|independent|professional|final|summary"
    r"|statement|clinical|"
    r"va|doctor'?s|examiner'?s|physician'?s|provider'?s|clinician'?s|formal|answers?|impression|assessment"
    r"|diagnos[ie]s|direct|secondary|aggravation|discussion|analysis|expressed|conclusion|etiolog(?:y|ical)|causation"
    r"|service[- ]connection)\s+)*"
)
# First match wins. Tried on the heading in lower case, from its start.
_OPENS: Final[tuple[tuple[Section, str], ...]] = (
    (
        Section.QUESTION,
        (
            r"(?:medical )?opinions? (?:is |was )?(?:requested|sought)|requested opinion|restatement"
            r"|(?:the )?questions?\b|"
            r"what (?:i was|was i|we were|they|you|va|the (?:va|board|lawyer|attorney|rater)) (?:asked?|asks"
            r"|want\w*)\b|request\b|opinion request|referral question|what (?:is|was) asked"
        ),
    ),
    (
        Section.CONTRARY,
        (
            r"(?:the |prior |previous |adverse |contrary |negative |unfavorable |my |response to |reply to "
            r"|rebuttal (?:of|to) )*"
            r"(?:(?:va|c ?& ?p|c and p|compensation|contract)(?: and pension)?(?: medical)? (?:exam|opinion"
            r"|examiner|denial)|(?:prior|previous|adverse|contrary|negative|unfavorable|other) (?:medical )?opinions?"
            r"|contrary evidence|rebuttal|denial)"
            r"|what the (?:va )?examiner (?:said|wrote)|why (?:that|this|the examiner|he|she|it) (?:is"
            r"|was) wrong|alternatives\b"
        ),
    ),
    (
        Section.RATIONALE,
        (
            rf"{_QUALIFIER}(?:rationale|reasons?|reasoning|grounds?|points? (?:in favor|for|against)"
            rf"|evidence (?:for|against|supporting)|in favor|basis|bases|why|comments?|considerations?"
            rf"|explanation|explain(?: (?:your|the|why|how))?|justification|because$|supporting (?:facts|evidence"
            rf"|rationale)|"
            r"pathophysiology|mechanism|analysis|discussion|medical (?:rationale|reasoning|basis|explanation"
            r"|literature)|as to (?:causation|aggravation)|"
            r"on the (?:absence|mechanism|question)|how |literature|differential|natural progress"
            r"|(?:other|alternative|competing|possible) (?:\w+ )?(?:causes?|explanations?|possibilities|factors"
            r"|sources)|what else|(?:my |the )?(?:thinking|logic|argument|link|connection)|the (?:path|chain"
            r"|steps?)(?: from| of)?|temporal relation)\b"
        ),
    ),
    (
        Section.OPINION,
        (
            rf"(?:short|brief|my|the) answers?\b|answers?\b|in short\b|in brief\b|what i (?:think|conclude|believe)\b"
            rf"|(?:remarks?|comments?|summary|findings?) ?(?:/|and|&) ?(?:\w+ )?(?:opinions?|conclusions?|nexus)\b"
            rf"|{_QUALIFIER}(?:opinions?|conclusions?|nexus(?: statement)?|etiology|causation|determination"
            rf"|bottom line|professional judgment|aggravation)\b"
        ),
    ),
    (
        Section.RECORDS,
        (
            r"what (?:was|were|i|has been) (?:have )?(?:reviewed|read|seen|considered|examined)\b"
            r"|(?:the )?(?:medical |review of (?:the )?|my review|list of |what i (?:have |had )?)?(?:in hand"
            r"|read\b|saw\b|was given|was sent|records?|evidence (?:reviewed|considered|of record|review"
            r"|relied)|evidence$|documents?|materials?|sources?|file|claims file|reviewed)\b"
            r"|review(?:ed)?\b|ace and evidence|c-?file review"
        ),
    ),
    (
        Section.DIAGNOSIS,
        (
            r"(?:current |present |medical |my |active |working )*(?:diagnos[ie]s|diagnostic impression|dx"
            r"|impressions?|assessment|problems?|conditions?)\b|present condition|a ?/ ?p\b|current problems\b"
        ),
    ),
    (
        Section.AUTHOR,
        (
            r"(?:my |author'?s? |examiner'?s? )?(?:author|writer|qualifications?|credentials"
            r"|background and training|who i am|about (?:me|the author)|expertise|training)\b"
        ),
    ),
    (
        Section.EXAMINATION,
        (
            r"what (?:i|we) (?:have )?(?:found|saw|measured|noted)\b|(?:my |current |present |physical |clinical "
            r"|objective |mental status |medical )*(?:exam(?:ination)?s?|findings?|test(?:s|ing)?|imaging|severity"
            r"|status|facts|course|baseline|the disease|disease)\b"
        ),
    ),
    (
        Section.HISTORY,
        (
            r"(?:military |service |medical |social |relevant |summary of |the |clinical |occupational |past "
            r"|pertinent |patient'?s? )*"
            r"(?:history|service|facts|background|exposures?|since service|after service|injur(?:y|ies)"
            r"|stressors?|event|symptoms?(?: and treatment)?|timeline|chronology|deployments?)\b"
        ),
    ),
    (
        Section.ISSUE,
        r"(?:re|subj|subject|issues?|claims?|contentions?|regarding|in re|reference|claimed conditions?)\b",
    ),
    (
        Section.CLOSING,
        (
            r"(?:sincerely|respectfully|regards|yours|cordially|thank you|very truly|with respect|signature"
            r"|certification|examiner\b|prognosis|limits\b|enclosures?|cc\b|appendix)"
        ),
    ),
)
OPENS: Final = tuple((section, re.compile(pattern)) for section, pattern in _OPENS)

_MARKER = re.compile(
    r"\s*(?:(?:part|section)\s+(?:[ivx]+|[a-z]|\d+)\b\s*[.:)–-]?\s*|\(?\d{1,2}(?:\.\d{1,2})?[a-z]?[.):]?\s+"
    r"|\(?[a-h][.)]\s+|[ivx]{1,4}[.)]\s+|[-*•#]+\s+)?"
)
_HEAD = re.compile(r"(?P<words>[^.:\t?]{2,90}?)[^\S\t]*(?P<stop>\t|\?|[.:](?=\s|$)|\s-\s|\s—\s|$)")
CLOSING: Final = re.compile(
    r"\s*(?:(?:very |yours? |most )*(?:sincerely|respectfully|truly|cordially|faithfully)(?: yours"
    r"| submitted)?|(?:with )?(?:kind |warm |best |my best )*"
    r"(?:regards|respect|thanks)|thank(?:s| you)(?: (?:again|for your (?:time|attention"
    r"|consideration)[\w ]*))?|under (?:the )?penalt(?:y|ies) of perjury|(?:with )?(?:\w+ )?greetings"
    r"|med vennlig hilsen|mit freundlichen gr[uü](?:ss|ß)en|(?:very )?respectfully yours"
    r"|(?:with|in) hope|fa'?afetai|saludos(?: cordiales)?|sinceramente|bien à vous|tervisin|cumprimentos"
    r"|(?:with )?(?:my |our )?(?:best )?compliments|yours(?: in [a-z]+)?|best|warmly|(?:all )?(?:the )?best(?: wishes)?"
    r"|in (?:continued )?service|in hope and healing|god bless|mahalo|atentamente|"
    r"cordially / atentamente|semper fi)\b[^a-z]{0,4}(?:\(signed\))?\s*[,.]?\s*$"
)
_MAX_WORDS_COLUMN = 2  # of a label that only a column sets apart from what it heads
_MAX_WORDS_RUN_IN = 5
_MAX_WORDS_LABEL = 14
_MAX_WORDS_ALONE = 9
_ASKS_WHY: Final = re.compile(
    r"(?:why (?:i|the|these|this|it|that|he|she|they|service|not)|how (?:i|the|one|it|this|these)|what else)\b"
)


def heading(low: str) -> Heading | None:
    """The heading with which a line begins, or None. ``low`` is the line in lower case."""
    if CLOSING.match(low[:80]):
        return Heading(Section.CLOSING, len(low), alone=True)
    marker = _MARKER.match(low)
    begin = marker.end() if marker else 0
    head = _HEAD.match(low, begin, begin + 120)
    if head is None:
        return None
    words, stop = head.group("words"), head.group("stop")
    count = len(words.split())
    alone = head.end() >= len(low.rstrip())
    if stop == "\t" and count > _MAX_WORDS_COLUMN:
        return None
    asks = _ASKS_WHY.match(words) is not None  # "Why these facts lead where they do. …" heads what follows
    limit = _MAX_WORDS_LABEL if stop == ":" else _MAX_WORDS_RUN_IN if not (alone or asks) else _MAX_WORDS_ALONE
    if count > limit or (alone and stop == "." and count > _MAX_WORDS_RUN_IN) or (stop == "?" and not (alone or asks)):
        return None
    for section, pattern in OPENS:
        if pattern.match(words):
            if not stop and not alone:
                return None
            return Heading(section, head.end(), alone)
    return None
