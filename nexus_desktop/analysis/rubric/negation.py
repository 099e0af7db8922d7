"""Negations and what they cover: a probability phrase, a link, or a link named as a noun and then denied.

Negators are counted between two places; an even number cancels out. Idioms that hold a negator and negate nothing
("without question", "not only", "neither … nor" twice) are blotted out before counting.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

from nexus_desktop.analysis.rubric.scopes import MUTED

BEFORE_PHRASE: Final = re.compile(
    r"(?:\b(?:not|never|nor|neither|cannot|no longer|fails? to be|failed to be)\b|n't\b)\s+(?:is\s+it\s+|was\s+it\s+"
    r"|are\s+they\s+|were\s+they\s+)?(?:(?:felt|found|thought|believed|considered|shown|deemed|judged|\w+ly)\s+)?"
    r"(?:to\s+be\s+|that\s+it\s+(?:is|was)\s+|be\s+|being\s+|been\s+|at\s+all\s+|only\s+|even\s+)?[\"“']?$"
)
_WHO = (
    r"(?:\w+[\w'.-]*\s+){0,4}?(?:examiners?|physicians?|doctors?|clinicians?|providers?|psychologists?|psychiatrists?"
    r"|audiologists?|specialists?|professionals?|opinions?|reports?|evidence|records?|experts?|one|them|these|whom"
    r"|which|study|studies|\[provider \d+\])"
)
_BELIEVES = (
    r"(?:believe|think|feel|find|agree|conclude|say|state|opine|support|see|establish|show|reach|meet|rise|suggest"
    r"|demonstrate|consider|indicate|hold|endorse|prove|relate|link|attribute|determine|persuade|convince|satisfy"
    r"|maintain|credit|imagine|join|claim|assert|accept|concede|reflect|document|contain|place|put|rate)\w*"
)
NEGATED_BELIEF: Final = re.compile(
    r"(?:\b(?:do|does|did|would|could|can|is|was|are|were|has|have|had|will|am)(?: not|n't)|\bcannot|\bcan not|\bnever"
    r"|\bunable to|\b(?:not|n't) (?:able|prepared|willing|in a position|ready) to|\bfail(?:s|ed)? to"
    r"|\b(?:hard|difficult|impossible) to|\b(?:un|not )(?:persuaded|convinced)\b|\bnot (?:\w+ )?(?:possible"
    r"|reasonable) to"
    r"|\bno (?:basis|reason|evidence|indication|support|grounds|medical evidence|competent evidence)\b|\brefuse[ds]? to"
    rf"|\bdeclined? to|\b(?:neither|none|no)\b(?: of)? {_WHO}(?: (?:has|have|had|was|were|is))?)"
    rf"\s+(?:[\w,]+\s+){{0,4}}?(?:{_BELIEVES}|to|that|for)\b"
    r"|\b(?:nothing|little|not enough|too little|hardly (?:any|anything)|insufficient|lack of|lack(?:s|ed|ing)?)\b"
    r"(?![^,;]{0,40}\b(?:contradict|refut|rebut|undermin|disput|against|disprov|negat|to the contrary))"
    r"[^,;]{0,60}?\b(?:support|suggest|indicat|show|establish|justif|warrant|conclud|find|say|demonstrat|think"
    r"|believ|feel)\w*\b"
    r"|\b(?:disagree[sd]?|dispute[sd]?|denie[sd]|doubt(?:s|ed)|question(?:s|ed)) (?:with the \w+ )?(?:that|whether)\b"
)
_NOT_SAID: Final = re.compile(
    r"(?:\b(?:do|does|did|would|could|can|has|have|had)(?: not|n't)|\bcannot|\bnever) (?:\w+ )?"
    rf"{_BELIEVES} (?:with \w+ )?that\b[^,;]{{0,90}}$"
)
_HARMLESS: Final = re.compile(
    r"\b(?:no|without|absent|lacking) (?:\w+ ){0,4}?to the contrary\b|\bwithout (?:any |a "
    r"|the )?(?:\w+ )?(?:qualif\w+|reserv\w+|question|hesitat\w+|doubt|exception|resort\w*|equivocat\w+"
    r"|ambiguity|benefit|access|examining|regard|further|other)"
    r"|\bno (?:real |reasonable )?(?:doubt|question)\b(?! of)|\bnot only\b|\bnot just\b|\bno longer\b|\bnot (?:long"
    r"|yet) after\b"
    r"|\b(?:could|can|did|does|do) ?not (?:find|identify|see|think of|imagine) (?:an? |any )?(?:better|other|another"
    r"|alternative|more likely|different)\b|\b(?:no|not any) (?:better|more likely|other plausible) \w+"
    r"|\bif not (?:more|certain\w*|definite\w*|greater|likely|much)\b|\bno other\b(?! (?:evidence|doctor|opinion))"
    r"|\bno (?:prior|previous|earlier|family|known|history|significant|intervening|subsequent|post-?service) "
    r"(?:\w+ ){0,2}?(?:history|injur\w+|accident\w*|exposure|trauma|problem\w*|condition\w*|risk factors?)"
    r"|\bnon-?(?:combat|va|service|military|steroidal|incapacitating)\w*|\bno less\b|\bnot less\b|\bnot withstanding\b"
    r"|\bnever (?:smoked|used|worked|had|married|before)\b"
)
_NOR: Final = re.compile(r"\b(neither\b[^.;]{1,140}?\b)nor\b")
_NOT_NOR: Final = re.compile(
    r"((?:\b(?:not|never|cannot)\b|n't\b)(?:(?!,? (?:and|but)\b)[^.;]){1,90}?\b)nor\b(?! (?:is|was|are|were|did"
    r"|does|do|has|have|had|can)\b)"
)
"""One denial with two objects: "I do not find a stressor nor symptoms tied to it"."""
_NEGATOR: Final = re.compile(
    r"\b(?:not|never|neither|nor|cannot|without)\b|n't\b"
    r"|\bnon\b(?=[ -]?(?:relat|connect|caus|attribut|associat|contribut|aggravat|existen|likely|probab))"
    r"|\bno (?:(?:\w+|\[\w+ \d+\]) ){0,5}?(?:evidence"
    r"|indication|basis|suggestion|support|reason|proof|documentation|finding|opinion|doctor|physician"
    r"|examiner|provider|professional|medical|records?|clinician|way|question of|showing|data|known|nexus"
    r"|relation\w*|link|connection|association|causal|etiological|correlation)\b|\bno\b(?=\s*$)|\bnone of\b"
    r"|\bnothing\b|\black(?:s|ed|ing)?\b|\babsence of\b|\babsent (?:any |competent |medical |such |a |an )+"
    r"|\bunlikely\b|\brul(?:ed|es|ing) out (?:that|as|any|the|a)\b|\bexclud(?:ed|es|ing) (?:any|a)\b"
    r"|\bfail(?:s|ed|ing)? to\b|\b(?:hard|difficult) to (?:believe|see|credit|accept|imagine|understand|conceive)\b"
    r"|\bun(?:persuaded|convinced)\b|\bunable to (?:\w+ )?(?:find|identify|establish|see|relate|link|connect"
    r"|attribute|endorse|support|accept|adopt|affirm"
    r"|confirm|substantiate|agree|share|subscribe|sustain|conclude|tie|trace|ascribe)\b"
    r"|\bagainst(?: (?:an?|any|the|such an?))?\s*$|\b(?:devoid|bereft|void) of\b"
    r"|\bagainst (?:there being|the (?:existence|notion|proposition|theory|conclusion))\b"
    r"|\bagainst (?:a finding|the claim|finding|a conclusion|any|a nexus|service)\b|\bnegat(?:e|es|ed|ing)\b"
    r"|\b(?:come|came|comes|find|found|ruled?|decided?|leans?|leaned|stands?|speaks?|spoke|argues?|argued|tells?"
    r"|opined?|concluded?)(?: down| out| \w+ly)? against\b|\b(?:a|quite a) stretch to\b"
    r"|\bbe (?:\w+ly |most |more than )?(?:surprised|surprising|astonish(?:ed|ing)|amazed) (?:if|to (?:learn|find"
    r"|hear)|were)\b"
    r"|\bnegative (?:for\b|(?:medical )?\s*$|(?:medical )?nexus)|\b(?:unable|not able|fail(?:s|ed)?|declin(?:es|ed)"
    r"|refus(?:es|ed)) to\s*$|\bdiscount(?:s|ed)\b|\bdenied\b|\bdismiss\w+\b"
    r"|\breject(?:s|ed)\b|\binsufficient\b|\b(?:disagree[sd]?|dispute[sd]?) that\b"
)
_CANNOT_EXCLUDE: Final = re.compile(
    r"\b(?:(?:not|cannot|did not|does not)|unable to|hesita\w+ to|reluctant to|loath to) (?:\w+ ){0,3}?(?:rule|exclude"
    r"|dismiss|discount)\b|n't (?:\w+ ){0,3}?(?:rule|exclude|dismiss|discount)\b"
)
_NOUN_DENIED: Final = re.compile(
    r"\b(?:has|have|had|is|was|were|are|be|been|can|could|does|did)(?: not|n't| never|not)\b(?: (?:been|be|otherwise"
    r"|yet|clearly|adequately|\w+ly))* (?:shown|established|demonstrated|found|proven|proved|supported|identified"
    r"|present\w*"
    r"|made|indicated|evident|apparent|confirmed|drawn|documented|of record|exist|substantiated|in evidence|warranted"
    r"|there)"
    r"|\b(?:is|was|are|were|seems|appears|remains) (?:\w+ )?(?:lacking|absent|missing|unsupported|unproven|nonexistent"
    r"|unsubstantiated|nil|zero|none|negligible|insignificant|trivial|coincidental|not (?:shown|supported"
    r"|established|present|of record))\b|^[^,]*\bfails?\b|\bis wanting\b"
    r"|\bas (?:\w+ )?(?:unproven|unsupported|unsubstantiated|unestablished|nonexistent|fanciful|coincidental|false"
    r"|mistaken|refuted|disproved|absent|without (?:any )?(?:merit|basis|foundation|support|ground))\b"
)
_NOUN_DOUBTED: Final = re.compile(
    r"\bas (?:\w+ )?(?:remote|tenuous|doubtful|unlikely|improbable|weak|far-?fetched)\b|\b(?:is|was|are|were|be"
    r"|seems|appears|remains)(?: to be)? (?:\w+ )?(?:doubtful|unlikely|improbable|remote|tenuous|weak|thin|slender"
    r"|slight|flimsy|faint|strained|far-?fetched|not likely|not probable|less likely)\b"
)


_REACH = 110  # characters
_ANEW: Final = re.compile(
    r", (?=(?:my|our) (?:\w+ )?(?:opinion|view|answer|conclusion) (?:is|would be|remains|stays)\b|i (?:would |still "
    r"|do )?(?:say|believe|find|think|conclude|hold|judge)\b)|"
    r",? (?:and|but|so|yet) (?=(?:that )?(?:none|neither|no|nothing|his|her|the|their|these|this|that|its|it|he|she"
    r"|they|any|there)\b(?! or\b)[^,;]{2,60}? (?:is|are|was|were|has|have|had|did|does)\b)"
)


_AGAIN: Final = re.compile(
    r"\b(?:and|or|nor|but),? (?=(?:(?:it |that |she |he )?(?:has|have|had|is|was|were|are|did|does|do|can|could"
    r"|would|will|also|certainly|likewise|equally) )*(?:not|never|n't|cannot|(?:has|have|had|is|was|were|are|did"
    r"|does|do)n't)\b)"
)
_COLON: Final = re.compile(r"[:;] |, and (?=(?:it|they|he|she|this|that)\b)")
_NEW_SUBJECT: Final = re.compile(
    r",? (?:and|but|so|yet) (?=(?:his|her|the|their|these|this|its|it|he|she|they|any|there)\b(?! or\b)[^,;]{2,60}?"
    r" (?:is|are|was|were)\b)"
)
_OTHER_SPEAKER: Final = re.compile(
    r"(?:, |\bbut |\byet |\band (?:that )?)(?=(?:the|a|an|another|dr\.?|his|her|my|he|she|i"
    r"|we)\b[^,;]{0,60}?\b(?:found|finds?|opined|concluded?|believed?"
    r"|stated?|determined?|felt|feel|wrote|thought|think|opinion is)\b)"
)


_WHO_DID: Final = re.compile(r", who\b[^,;]{3,90},")


_NONE_IS: Final = re.compile(
    r"(?:^|\bthat |[,:;] |\b(?:opinion|find|say|believe|conclude) )\W*(?:but |and |yet |so )?"
    r"(?:neither\b|none\b|nothing\b|nobody\b|not one\b|not a single\b|hardly any\b|scarcely any\b|no(?= [a-z]))"
    r"(?! (?:but|other|else|less|longer|doubt|question|matter|sooner|one else)\b| of (?:the|these|those|his"
    r"|her) (?:other"
    r"|alternative|competing|rival)\b| (?:alternative|competing|rival|better)\b)"
    r"(?:(?!\b(?:is|was|are|were|has|have|had|did|does|do|but|because|so|which|although|though|while|other than|except"
    r"|that(?! (?:he|she|i|they|we|the)\b)|it|and it|known|history|evidence|records?)\b)[^,;:]){0,90}?"
    r"(?: (?:that (?:he|she|i|they|we) [\w ]{3,30}?))?"
    r"(?:\b(?:is|was|are|were|be|being|has|have|would be|can be|could be|will be)\b ?)?(?:\w+ly )?[\"“']?$"
    r"|\bat no (?:time|point) (?:is|was|were|has|had|did) [^,;:]{2,40}$"
    r"|\bin neither (?:\w+ )?\w+ (?:is|was|are|were|has|did) [^,;:]{2,50}$"
)
"""A subject that is nobody or nothing: "neither the fall nor the march is at least as likely as not …"."""


_HARDLY: Final = re.compile(
    r"\b(?:hardly|scarcely|rarely|seldom|by no (?:means|stretch)|in no (?:way|sense|wise)|anything but|far from|nowhere"
    r" near|a long way from|(?:falls?|fell|comes?|came) (?:\w+ )?short of|nothing like"
    r"|(?:miss(?:es|ed)?|stays?|stayed|remains?|remained|lies?|sits?|is|was|falls?|rate[sd]?\b[^,;]{2,40}? as)"
    r" (?:(?:well|just|far) )?(?:below|under|beneath|less than)|misses|missed)"
    r" (?:(?:is |was )?(?:it|this|that) )?(?:\w+ly )?(?:being )?[\"“']?$"
)
"""A degree that is all but denied: "it is hardly more likely than not"."""
_MISTAKEN: Final = re.compile(
    r"\b(?:(?:am|is|be|would be|was) (?:\w+ )?hard put to|trouble (?:seeing|calling|thinking|believing|accepting)"
    r"|(?:is|be|was) (?:\w+ )?(?:wrong|false|incorrect|inaccurate|a mistake|an error|an overstatement|a stretch|unfair"
    r"|misleading|dishonest|going too far|too much) to (?:\w+ )?(?:say|state|think|call|claim|hold|conclude|suggest"
    r"|believe"
    r"|find)|(?:far from|less than) (?:persuaded|convinced|certain|sure|satisfied)"
    r"|(?:few|nobody|no one)(?: of us)? (?:would|could|can|will)|no longer (?:my (?:\w+ )?(?:opinion|view|belief"
    r"|conclusion)"
    r"|believe|think|hold|find|of the (?:opinion|view))|stop(?:s|ped)? (?:\w+ )?short of (?:saying|calling|finding)"
    r"|(?:would|it'd) (?:\w+ )?(?:surprise|astonish|amaze) (?:me|us) (?:if|to)|i (?:very much |rather |seriously "
    r"|strongly )?"
    r"doubt (?=it\b|that\b|his\b|her\b|the\b)|i wish i could (?:\w+ )?(?:say|write|state|call))\b"
    r"(?:(?!\b(?:deny|denies|surprised|doubt|dispute|question|argue|but|and|find another|rule out"
    r"|exclude)\b|, (?:it|his|her|the|my|in my|i)\b)[^;:]){0,80}$"
)
"""A belief that is called wrong, or nobody's: "it would be a stretch to call it more likely than not"."""


_FRONTED: Final = re.compile(r"^\W*(?:that|to (?:say|call|write|state|hold|claim))\b")
_TURNED_BEHIND: Final = re.compile(
    r"\b(?:i|we) (?:cannot|can not|can't|do not|don't|could not|will not|won't|would not) (?:\w+ )?(?:accept|agree|find"
    r"|believe|see|say|hold|think|concede|credit|support|endorse|grant)\W*$"
    r"|\b(?:has|have|is|was) (?:not|never)(?: been)? (?:shown|proved|proven|established|demonstrated|supported|made out"
    r"|my (?:opinion|view)|so|true|right|correct)\b|\bis (?:more than (?:i|we|anyone) (?:can|could)|unfounded|wrong"
    r"|mistaken"
    r"|untrue|unproven|beyond (?:me|what))\b"
)
"""What stands behind an opinion put first, and denies it: "that it is more likely than not … I cannot accept"."""
_BARE_NO: Final = re.compile(r":\s*no\W*$")


class Denial(StrEnum):
    """How a link named as a noun is denied behind it ("a nexus has not been shown", "a link is doubtful")."""

    NO = "no"
    FLATLY = "flatly"
    IN_DOUBT = "in doubt"


def plain(words: str) -> str:
    """``words`` with the idioms that negate nothing blotted out; as long as before."""
    words = _HARMLESS.sub(lambda match: MUTED * len(match.group()), words)
    words = _NOT_NOR.sub(lambda match: match.group(1) + MUTED * 3, words)
    return _NOR.sub(lambda match: match.group(1) + MUTED * 3, words)


def odd(clause: str, start: int, end: int) -> bool:
    """Whether an odd number of negators stands between two places of a clause."""
    if start >= end:
        return False
    return len(_NEGATOR.findall(plain(clause[start:end]))) % 2 == 1


def reach(clause: str, place: int) -> int:
    """From where a negator may cover ``place``: not from before another subject ("he does not have it, and his …")."""
    start = max(0, place - _REACH)
    for match in _ANEW.finditer(clause, start, place):
        start = match.end()
    for match in _AGAIN.finditer(clause, start, place):  # "is not caused by and has not been aggravated by"
        start = match.end()
    for match in _COLON.finditer(clause, start, place):  # "I can't do it: the Army did not …": denied once
        if _NEGATOR.search(plain(clause[match.end() : place])):
            start = match.end()
    return start


def on_phrase(lead: str) -> bool:
    """Whether the words ``lead`` before a probability phrase deny it: "not", "did not believe that it was"."""
    lead = plain(_WHO_DID.sub(" ", lead))
    lead = lead[lead.rfind(": ") + 1 :]  # "I cannot tip it either way: …"
    anew = [match.end() for match in _NEW_SUBJECT.finditer(lead)]
    lead = lead[anew[-1] :] if anew else lead
    for match in _OTHER_SPEAKER.finditer(lead):
        lead = lead[match.end() :]
        break
    return bool(BEFORE_PHRASE.search(lead) or NEGATED_BELIEF.search(lead[-140:]))


def emptied(lead: str) -> bool:
    """Whether the words ``lead`` before a favorable phrase leave nothing of it: its subject is none of what it names
    ("none of the events is more likely"), the degree is all but denied, or to hold it is called wrong.
    """
    denied = _HARDLY.search(lead) or _MISTAKEN.search(lead[-160:])
    return denied is not None or _NONE_IS.search(plain(lead)) is not None


def turned_behind(lead: str, behind: str) -> bool:
    """Whether what stands behind a favorable phrase denies it, with ``lead`` before it."""
    fronted = _FRONTED.match(lead) is not None and _TURNED_BEHIND.search(behind) is not None
    return fronted or _BARE_NO.search(behind) is not None


def twice(lead: str) -> bool:
    """Whether a denied phrase is denied once more: "did not opine that it was not at least as likely as not"."""
    lead = plain(lead)
    near = BEFORE_PHRASE.search(lead)
    return near is not None and _NOT_SAID.search(lead[: near.start()]) is not None


def behind_noun(clause: str, end: int) -> Denial:
    """How the words behind a noun link (it ends at ``end``) deny it."""
    words = plain(clause[end : end + 240])
    if _NOUN_DOUBTED.search(words):
        return Denial.IN_DOUBT
    return Denial.FLATLY if _NOUN_DENIED.search(words) else Denial.NO


def cannot_exclude(lead: str) -> bool:
    """Whether what follows ``lead`` is only not ruled out."""
    return bool(_CANNOT_EXCLUDE.search(lead))
