"""Which causes a condition is put down to: service, a service-connected disability, or something else.

Read off the words behind a link, or before it where the cause is the subject. Names of service ("active duty", "the
Army") outrank whatever is named beside them. Events ("fall", "noise exposure") count as service unless a word of
civilian life stands before them in the same phrase ("occupational noise exposure", "the work injury").
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

from nexus_desktop.analysis.rubric import anchor_words, civil_events, conditions
from nexus_desktop.analysis.rubric.cause_words import CIVILIAN, EVENTS, OTHERS, SERVICE_NAMES


class Cause(StrEnum):
    """What a condition is put down to."""

    SERVICE = "service"
    ANCHOR = "anchor"  # a service-connected disability
    OTHER = "other"
    CONDITION = "condition"  # another condition or part of the body, not known to be service connected
    UNKNOWN = "unknown"


_SC_WORD = re.compile(r"(?:non|not )-? ?service[- ]connected")
_NO_SERVICE: Final = re.compile(
    r"\b(?:pension|postal|forest|parks?|food|customer|civil|health|social|community|emergency|police|fire|secret"
    r"|foreign|laundry|lawn|phone|delivery|ambulance|primary care|medicine|consult\w*|psychiatry|surgery) services?\b"
)
_BEYOND: Final = re.compile(
    r"\b(?:beyond|past|above|over and above) (?:its |the |their |his |her |any )?(?:natural|normal|expected|ordinary"
    r"|usual) (?:progress(?:ion)?|course|history)\b"
)
_OUT_OF_SERVICE: Final = re.compile(r"post|\b(?:after|since|following|before|prior|pre|predat|preced|subsequent)")
ANCHOR: Final = re.compile(
    r"(?<!non-)(?<!non )(?<!not )\bservice[- ]connected\b(?! (?:connection|compensation|benefits))"
    r"|\bs/?c(?:'d|'ed|ed)? (?:(?:[lr]t?|left|right|bilat\w*|lumbar|cervical|chronic) )?(?:ptsd|knees?|back"
    r"|diabetes|tbi|condition|disabilit|ankle|hip|shoulder|foot|feet|neck|spine|tinnitus|migraine|dm|lbp|strain"
    r"|depression|asthma|gerd|htn)|already (?:rated|service)|\brated (?:at|by|for)\b"
    r"|\b(?:the )?va (?:(?:is|has|already|now|currently|been|long|since) ){0,4}(?:pay(?:s|ing)|paid|compensat(?:es|ing"
    r"|ed)|rates|rated|recogni[sz]es|granted)(?: (?:him|her|you))?(?: for)?(?=\W*(?:$|[.,;)]|(?:and|or|is|has|was)\b))"
    r"|\b(?:he|she|you) (?:(?:already|now|currently) )?(?:draws?|gets?|receives?|is (?:drawing|getting|receiving))"
    r" (?:(?:his|her|a|an|your|va|disability|monthly) ){0,3}(?:check|compensation|benefits?|rating) for(?=\W*(?:$"
    r"|[.,;)]|(?:and|or|is|has|was)\b))"
)
_NAMED: Final = re.compile(
    r"(?<!post-)(?<!post )(?<!non-)(?<!pre-)(?<!after )(?<!nonservice)(?<!civil )(?<!than )\b" + SERVICE_NAMES
)
_EVENT: Final = re.compile(r"(?<!\w)" + EVENTS)
SERVICE: Final = re.compile(
    r"(?<!post-)(?<!post )(?<!non-)(?<!pre-)(?<!after )(?<!nonservice)(?<!civil )(?:\b"
    + SERVICE_NAMES
    + r"|(?<!\w)"
    + EVENTS
    + ")"
)
OTHER: Final = re.compile(CIVILIAN + "|" + OTHERS)
_CIVIL_WORD: Final = re.compile(CIVILIAN)
_SAME_PHRASE: Final = re.compile(r"(?:[\s'-]|(?!and\b|or\b|than\b|with\b|from\b|to\b|in\b|by\b|but\b|during\b)\w)*")
BODY: Final = re.compile(
    r"\b(?:knee|back|neck|shoulder|hip|ankle|foot|feet|leg|spine|gait|limp)s?\b|\bfavou?r(?:s|ing)\b"
    r"|\b(?:over-?)?compensat(?:es|ing)\b"
)
_WHILE_SERVING: Final = re.compile(
    r"\b(?:while|when|during|whilst)\b(?: (?:he|she|they|the veteran|mr|ms|\[patient\]|was|were|had been|still|then|on"
    r"|in|serving|being|\w+ly|his|her|the|a|an|period of|time|years|tour|posting|assignment))*? ?\b(?:stationed|serving"
    r"|deployed|assigned to|posted to|active (?:duty|service)|on duty|in uniform|enlisted|in service"
    r"|in the (?:service|military|army|navy|marines?|air force|coast guard|guard|reserves)|on leave from)\b"
)
"""A time of service told of an event: it makes a car accident one of service."""
_ANCHOR_REACH = 110  # characters behind "service-connected" in which its disabilities are named
_MOST_ANCHORS = 6
_PREDICATE: Final = re.compile(
    r"\s*(?:is|was|are|were|has|have|had|did|does|may|might|could|can|would|will|began|developed|started|follow(?:s"
    r"|ed))\b"
)
_NAMELY: Final = re.compile(r", (?:including|namely|such as|specifically|to wit|for|as)\b|^[^,]{0,12},\s*$")
_ANCHOR_ENDS: Final = re.compile(
    r"[.;¦\n?]|\b(?:is|was|are|were|be|been|has|have|had|did|does|may|might|could|can|would|will|do not|cannot|began"
    r"|developed?|started|followed|follows|caus\w+|aggravat\w+|worsen\w*|exacerbat\w+|led|leads?|leading|contribut\w+"
    r"|result\w*|produc\w+|mak(?:es?|ing)|made|trigger\w+|secondary|due|relat\w+|rather|more|less|at least|as likely"
    r"|which|who|whose|that|because|than|not|nor|but|to|in|on|by|from|after|before|since|through|with"
    r"|claims?|claimed|seeks?|seeking|receiv\w+|takes?|taking|treated|now)\b"
)
_JOINED: Final = re.compile(
    r"[\s,/&()\d%]*(?:(?:percent|and|as well as|plus|or|his|her|their|the|an?|left|right|bilateral|associated|chronic"
    r"|residuals? of)[\s,/&()\d%]*)*"
)
GRANTED: Final = re.compile(
    r"(?<!if )\b(?:service connection (?:has (?:already )?been|had been|was|is|had already been) (?:already "
    r"|previously )?"
    r"(?:granted|established|awarded|in effect)|(?<!if )(?:has been|had been|was|were) (?:already |previously )?granted"
    r" service connection|(?:va|board|regional office|decision|it) (?:(?!den|not\b|never\b)\w+ ){0,3}?(?:granted"
    r"|awarded|allowed) (?:him |her )?service connection|(?:granted|awarded) service connection) for\b"
    r"|\b(?:award|benefits?|rating|va) (?:letter|decision|code sheet|statement)\b(?![^.;]{0,160}\b(?:den(?:y"
    r"|ie[ds]|ial)|not service"
    r"|no service|reject\w*))[^.;:]{0,50}?\b(?:lists?|shows?|names?|grants?|granted|awards?|awarded|rates?"
    r"|recogni[sz]es)\b(?=[^.;]{0,100}\b(?:\d0 ?(?:%|percent)|service[- ]connected))"
    r"|\b(?:the )?va (?:already |now |currently |has (?:already |long |since )?)?(?:rates|rated|pays|paid|compensates"
    r"|compensated) (?:him |her )?(?:(?:at )?\d0 ?(?:%|percent) )?"
    r"(?:for )?(?:the|his|her|both)?\b"
    r"|(?<!not )(?<!never )(?<!be )(?<!if )(?<!denied )\b(?:granted|awarded|receiv(?:es|ed|ing)|drawing|draws"
    r"|collects|paid|gets|in receipt of)"
    r" (?:an? )?(?:va |monthly |veterans?'? |disability |service )*(?:benefits?|compensation|disability|rating|award)"
    r" (?:of \d0 ?(?:%|percent) |at \d0 ?(?:%|percent) )?for\b(?! (?:\w+ )?(?:claim|year|month))"
)
PRESUMED: Final = re.compile(
    r"\b(?:is|are) (?:also |both )?(?:(?:on|in) (?:the|va's|that) (?:[\w-]+ ){1,3}?list\b|an? (?:[\w-]+ )?presumptive\b"
    r"|presumed (?:to be )?(?:service|due|related|caused|incurred))"
)
"""What is said behind a disease that the law puts down to service."""
PAID: Final = re.compile(
    r"\b(?:which (?:the )?va (?:already |now |currently )?(?:pays|compensates|rates|granted|awarded"
    r"|recogni[sz]es|accepts)|which (?:he|she|the veteran|\[patient\]) (?:already |now |currently )?(?:is|has been"
    r"|receives|draws|gets) (?:an? )?(?:\w+ )?(?:service[- ]connect\w+|compensat\w+|rated|va compensation|disability))"
)
"""What is said behind a disability that VA compensates."""
_HAS_BEEN: Final = re.compile(
    r"[^.;:\n]{0,60}?\b(?:is|are|was|were|has been|have been|had been|became|being)(?: \w+)? "
    r"|,? (?:which|that) (?:is|are|was|were|has been)(?: \w+)? "
    r"|,? for which (?:he|she|the veteran|\[patient\]|m[rs]s?\.? [\w'-]+) (?:is|was|has been|had been)(?: \w+)? "
    r"|[^.;:\n]{0,50}?, "
)
"""Between a disability and "service connected": "PTSD from Somalia, 1993, has been service connected"."""
_OF_CHILDHOOD: Final = re.compile(
    r"[\w ]{0,20}\b(?:(?:of|in|from|during) (?:his |her )?(?:childhood|infancy|youth|adolescence)|as a child)\b"
)
GAIT: Final = re.compile(
    r"\b(?:altered|abnormal|antalgic|uneven|compensatory) (?:\w+ )?(?:gait|stance|posture|weight-?bearing)\b"
    r"|\b(?:his|her|the) limp\b|\blimping\b|\bover-?load\w*\b|\bhopping\b"
    r"|\bway (?:that |in which )?(?:he|she) (?:\w+ ){0,5}?(?:walks?|walked|stands?|stood|moves?|limps?|runs?|carries)\b"
)
_ASIDE: Final = re.compile(r"\([^()]*\)")
_SOURCE: Final = re.compile(
    r"\s*(?:for|condition|disability)?\s*\([^()\n]{0,60}\)\s*:"
    r"|\s*(?:conditions?|disabilit(?:y|ies)) (?:it |this |the claim |that )?(?:is |are )?(?:rests?|relied|relies"
    r"|based|claimed)(?: (?:up)?on)?(?: as [a-z ]{3,20})?\s*:"
)
_BY_NUMBER: Final = re.compile(
    r"(?<!\w)#\s?\d{1,2}\b|\bthe (?:condition|disability|diagnosis|disease) (?:named |listed |given )?(?:in|at"
    r"|under|from) (?:item |line |no\.? |question |box |section |part )?(?:\d|[a-d]\b|above)"
)
"""How a form goes back to the disability it names above."""
_PARTS: Final = {
    "back": r"lumb|spin|\bdis[ck]|sacr|back|sciati|vertebr",
    "neck": r"neck|cervic",
    "knee": r"knee|patell|menisc",
    "hip": r"\bhip",
    "shoulder": r"shoulder|rotator",
    "ankle": r"ankle",
    "foot": r"foot|feet|plantar|planus",
    "feet": r"foot|feet|plantar|planus",
}
_PART: Final = re.compile(
    rf"\b(?:his|her|the|that|this) (?:\w+ )?(?P<part>{'|'.join(_PARTS)}) (?:condition|disability|problems?"
    rf"|trouble|disorder"
    r"|pain|disease|injury)\b(?! (?:since|after|from|in) (?:19|20))"
)
"""A part of the body in general words."""
_BETWEEN: Final = re.compile(
    r"\bbetween (?:\w+ ){0,2}$"
)  # "the service-connected knees and sleep apnea": one of the two
_IN_SPITE: Final = re.compile(
    r",[^,;]{3,60} notwithstanding\b|\b(?:in spite of|despite|notwithstanding|regardless of)\b[^,;]{3,60}"
)
_INSTEAD = re.compile(
    r"\b(?:rather than|instead of|as opposed to|and not (?:to|by|from|the|his|her|due|any|of)?|not (?:to|by|from)"
    r"|(?<!else )(?<!other )than (?:it is )?(?:exposure|noise|combat|any|such|to|by|from|of|with|as a result of"
    r"|due to|related to|the|his|her|any|an?|service|military|in)|versus|vs\.?)(?!\w)|, not\b"
)


def anchored(low: str) -> frozenset[str]:
    """The anchors of a letter, and the marked words it may call them, and accidents outside of service, by."""
    names = anchors(low)
    return names | anchor_words.words(low, names) | civil_events.words(low)


def anchors(low: str) -> frozenset[str]:
    """The conditions a letter calls service connected, by their plain names.

    What is named behind the words counts up to the next verb or the end of the clause, and so does a list ("PTSD,
    tinnitus and migraine"); what the anchor is said to have led to does not.
    """
    found: set[str] = set()
    for match in ANCHOR.finditer(low):
        between = _BETWEEN.search(low, max(0, match.start() - 20), match.start()) is not None
        found |= _listed(low, match.end(), 1 if between else _MOST_ANCHORS)
        for one in conditions.find(low, max(0, match.start() - 45), match.start())[-1:]:
            if re.match(r"[\w\s]{0,12}(?:,|\bis|\bwas|\balready)?\s*$", low[one.end : match.start()]):
                found.add(conditions.key(low[one.start : one.end]))
        for one in conditions.find(low, max(0, match.start() - 90), match.start())[-1:]:
            if _HAS_BEEN.fullmatch(low, one.end, match.start()):
                found.add(conditions.key(low[one.start : one.end]))
    for match in (*PRESUMED.finditer(low), *PAID.finditer(low)):
        for one in conditions.find(low, max(0, match.start() - 45), match.start())[-1:]:
            if re.fullmatch(
                r"(?:,? type (?:1|2|i|ii|one|two))?\s*(?:\([^)]{0,20}\)\s*)?,?\s*(?:for |on )?",
                low[one.end : match.start()],
            ):
                found.add(conditions.key(low[one.start : one.end]))
    for match in GRANTED.finditer(low):
        found |= _listed(low, match.end(), _MOST_ANCHORS)
    return frozenset(found)


def _listed(low: str, place: int, most: int) -> set[str]:
    """The conditions of a list that begins at ``place``, up to a verb."""
    if (aside := _SOURCE.match(low, place)) is not None:
        place = aside.end()
    stop = min(len(low), place + _ANCHOR_REACH)
    ends = _ANCHOR_ENDS.search(low, place, stop)
    stop = ends.start() if ends else stop
    found: set[str] = set()
    last = place
    for one in conditions.find(low, place, stop)[:most]:
        if found and not _JOINED.fullmatch(low, last, one.start):
            break
        gap = _ASIDE.sub("", low[last : one.start])
        if "," in gap and (_PREDICATE.match(low, one.end) or (not found and not _NAMELY.search(gap))):
            break  # "in view of the service-connected PTSD, sleep apnea is …"
        name = low[one.start : one.end]
        found.add(conditions.key(name))
        found |= {name} if any(re.search(part, name) for part in _PARTS.values()) else set()
        last = one.end
    return found


def cause(words: str, anchored: frozenset[str] = frozenset()) -> Cause:
    """What ``words``, the object of a link, put a condition down to. Service outranks what is named beside it.

    ``anchored`` are conditions known to be service connected.
    """
    words = _IN_SPITE.sub(" ", words)
    split = _INSTEAD.search(words)
    first = words[: split.start()] if split else words
    if not first.strip():
        first = words
    first = _BEYOND.sub(" ", first)
    masked = _NO_SERVICE.sub(" ", _SC_WORD.sub("non-service", first))
    if ANCHOR.search(masked):
        return Cause.ANCHOR
    other = [match.span() for match in OTHER.finditer(masked)]
    if _in_service(masked, other):
        return Cause.SERVICE
    if anchored and not _NAMED.search(masked) and civil_events.named(masked, anchored):
        return Cause.OTHER
    if not _by_its_injury(masked, anchored) and _of_service(masked, other):
        return Cause.SERVICE
    if _of_anchor(masked, anchored, free=not other):
        return Cause.ANCHOR
    if other or (split and first is not words and _beaten(words[split.start() :], anchored)):
        return Cause.OTHER
    if GAIT.search(masked):
        return Cause.ANCHOR  # a limp has a cause of its own; it is the step from a disability to the next
    return Cause.CONDITION if BODY.search(masked) or conditions.find(masked) else Cause.UNKNOWN


def _of_anchor(words: str, anchored: frozenset[str], *, free: bool) -> bool:
    """Whether one of the anchors is named, by its number, part of the body, name, or where ``free`` by an allusion."""
    if not anchored:
        return False
    if _by_its_injury(words, anchored) or _BY_NUMBER.search(words) or _same_part(words, anchored):
        return True
    if any(conditions.key(words[one.start : one.end]) in anchored for one in conditions.find(words)):
        return True
    return free and anchor_words.alluded(words, anchored)


def _by_its_injury(words: str, anchored: frozenset[str]) -> bool:
    """Whether an anchor that is itself an injury ("the spinal cord injury") is named, and no day or place of it."""
    if not anchored or _NAMED.search(words) or re.search(r"\b(?:19|20)\d\d\b", words):
        return False
    if re.search(r"injury|fracture|trauma", words) and anchor_words.alluded(words, anchored):
        return True
    named = [words[one.start : one.end] for one in conditions.find(words)]
    return any(re.search(r"injury|trauma|fracture", name) and conditions.key(name) in anchored for name in named)


def _same_part(words: str, anchored: frozenset[str]) -> bool:
    """Whether "his back condition" goes back to a service-connected disability of that part of the body."""
    match = _PART.search(words)
    return match is not None and any(re.search(_PARTS[match.group("part")], name) for name in anchored)


def names_service(words: str) -> bool:
    """Whether service or a service-connected disability is spoken of at all, for or against."""
    other = [match.span() for match in OTHER.finditer(words)]
    return bool(ANCHOR.search(words)) or any(not _covered(match, other) for match in _NAMED.finditer(words))


def _in_service(words: str, other: list[tuple[int, int]]) -> bool:
    """Whether an event is said to have been "while stationed …", with no word of a later or earlier time beside it."""
    when = _WHILE_SERVING.search(words)
    return when is not None and not any(_OUT_OF_SERVICE.search(words, start, end) for start, end in other)


def _beaten(words: str, anchored: frozenset[str]) -> bool:
    """Whether a comparison ("… than to service") sets what was named before it against service."""
    rest = _INSTEAD.sub(" ", words, count=1)
    return cause(rest, anchored) in (Cause.SERVICE, Cause.ANCHOR)


def _of_service(words: str, other: list[tuple[int, int]]) -> bool:
    """Whether service is named, or an event that no word of civilian life claims for itself."""
    for match in _NAMED.finditer(words):
        if not _covered(match, other):
            return True
    for match in _EVENT.finditer(words):
        if _covered(match, other) or _OF_CHILDHOOD.match(words, match.end()):
            continue
        before = [civil.end() for civil in _CIVIL_WORD.finditer(words, 0, match.end())]
        if any(end >= match.end() or _SAME_PHRASE.fullmatch(words, end, match.start()) for end in before):
            continue
        return True
    return False


def _covered(match: re.Match[str], other: list[tuple[int, int]]) -> bool:
    return any(start <= match.start() < end or match.start() < start < match.end() for start, end in other)
