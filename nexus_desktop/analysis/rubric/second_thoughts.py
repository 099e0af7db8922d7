"""Where an author takes an opinion back, or owns to doubting it: words that hold a letter down wherever they stand."""

from __future__ import annotations

import re
from typing import Final

from nexus_desktop.analysis.rubric.headings import Section
from nexus_desktop.analysis.rubric.seen import Span
from nexus_desktop.analysis.rubric.segmentation import Document

_MINE: Final = r"(?:my|this|that|the|any|our|what i)\b"
_SAID: Final = r"(?:opinion|statement|letter|report|conclusion|message|e-?mail|note|support|wrote|said|stated|nexus)\b"
_WITHDRAWN: Final = re.compile(
    r"\bi (?:\w+ ){0,4}?(?:withdraw|withdrew|retract(?:ed)?|rescind(?:ed)?|revoke[d]?|recant(?:ed)?|repudiate[d]?"
    rf"|take back|took back|disavow(?:ed)?) (?:all of |both )?{_MINE}[^.;]{{0,60}}?{_SAID}"
    r"|\bi (?:\w+ ){0,2}?take (?:it|that|this|all of it) back\b"
    r"|\bi (?:can |could |do |would )?(?:no longer|not any ?more) (?:\w+ )?(?:hold(?! an? | my | any )|stand by"
    r"|stand behind|support"
    r"|believe|think|share|maintain|endorse|agree|subscribe to)\b"
    r"|\bi (?:do not|don't|cannot|can't) (?:\w+ )?(?:stand by|stand behind|maintain|hold to)\b"
    r"|\b(?:opinion|letter|report|statement|conclusion|message|addendum)\b[^.;]{0,60}\b(?:is|are|was|has been|have been"
    r"|stands|must be|should be|to be) (?:hereby |now |therefore )?(?:withdrawn|retracted|rescinded|revoked|void"
    r"|disregarded)\b"
    r"|\breplace my (?:\w+ )?(?:statement|letter|opinion|report) below\b|\bdo not file (?:it|this|that|the \w+)\b"
    r"|\b(?:disregard|ignore|discard|destroy|tear up|do not (?:use|file|submit|send|rely on)) (?:\w+ ){0,3}?"
    r"(?:letter|opinion|report|statement|message|e-?mail|draft)\b"
    r"|\bi (?:can|could) no longer (?:\w+ )?(?:say|state|conclude|opine|affirm|attest|find|tell|certify|defend)\b"
    r"|\b(?:correction|erratum|errata|corrigendum)\b\W[^.]*\b(?:likely|probab\w+|opinion|related|caused|connected)\b"
    r"|\bsuperseded by\b|^\W*(?:void|cancelled|canceled|withdrawn|retracted|rescinded)\b"
    r"|\b(?:injury|event|incident|history|account|facts?|premise) (?:that |which )?(?:i|we) (?:\w+ )?(?:relied"
    r"|based|took|assumed)"
    r"\b[^.;]{0,60}\b(?:never|not|untrue|false|wrong|mistaken)\b"
    r"|\bi (?:have |had )?(?:since|now|later) (?:learned|learnt|discovered|found out|been told|been informed"
    r"|come to know)\b"
    r"[^.;]{0,90}\b(?:never|not|no|false|untrue|wrong|inaccurate)\b"
    r"|\bchanges? (?:everything|my (?:mind|view|opinion|conclusion))\b"
    r"|\b(?:letter|opinion|report|statement|this|above|foregoing)\b (?:is|was|are) (?:not|never) (?:\w+ )?(?:to be"
    r"|meant|intended"
    r"|offered|given)[^.;]{0,40}\b(?:opinion|statement|conclusion|evidence|nexus|causation|cause)\b"
    r"|\bnot (?:\w+ )?(?:wish|want|intend|mean)\w* (?:this|that|it|the above|my letter"
    r"|anything)[^.;]{0,60}\b(?:opinion|statement"
    r"|conclusion|evidence|nexus|causation|cause)\b"
    r"|\bnot (?:an?|my|any) (?:\w+ )?(?:conclusion|opinion|view|finding|judg?ment)s? (?:of (?:mine|my own)|i hold)\b"
    r"|\bi (?:was|am|have been) (?:\w+ )?(?:wrong|mistaken|in error) (?:when|in|about|to)\b"
    r"|\bmy (?:\w+ ){0,2}?(?:opinion|conclusion|statement|letter|report|finding)s?(?: above| earlier| stated| given"
    r"| of (?:\w+ ){1,3}?)*? (?:was|is|were) (?:\w+ )?(?:in error|wrong|mistaken|incorrect|erroneous|a mistake)\b"
    r"|\b(?:(?:does|do|did) not (?:\w+ )?(?:reflect|represent|express|state)|(?:is|are) not) (?:my|the signer's)"
    r" (?:\w+ ){0,2}?(?:opinion|view|conclusion|judg?ment|belief)s?\b(?! (?:on|about|regarding|as to|that|of))"
    r"|\b(?:not|never) (?:\w+ )?(?:offer|giv|provid|render|express|hold|hav)\w* (?:an?|any) opinions?"
    r" (?:of my own|myself)\b"
    r"|(?<!which )(?<!that )(?<!them )(?<!these )\bi (?:have|hold|offer|give|express) no opinion(?: of my own)?\W*$"
    r"|\bi (?:have )?changed my (?:mind|opinion|view)\b|\bmy (?:mind|opinion|view) has changed\b"
)
_NOT_MINE: Final = re.compile(
    r"\bi (?:do not|don't|did not|will not|have not|would not|see no reason to|have no reason to|cannot) (?:\w+ ){0,3}?"
    r"(?:withdraw|retract|rescind|revoke|recant|take|change)"
    r"|\b(?:replaces|supersedes|in its place|in place of|typographical|clerical|misspel\w+|typing error|corrects)\b"
    r"|\b(?:would|could|might|not|nothing|cannot|n't|if) (?:\w+ ){0,3}?changed?\b"
    r"|\bas (?:to|for) (?:the|his|her) [\w -]{3,40} itself\b|\bto (?:disregard|ignore|discard)\b|\b(?:examiner"
    r"|board|rating|va|rater|reviewer)\b[^.;]{0,60}\b(?:disregard"
    r"|ignore|discard)"
)
_OF_IT: Final = (
    r"(?: (?:of|about|on|in) (?:it|this|that|any of (?:this|it)|all of this|my (?:opinion|conclusion|answer|view)"
    r"|the (?:cause|etiology|origin|connection|link|relationship|nexus|answer|opinion)|what (?:caused|i)\b[^.;]*)"
    r"| (?:that|whether|if) [^.;]{3,100}?(?:caus|relat|due|connect|link|from|service|result)\w*)"
)
_ITS: Final = (
    r"\b(?:this|the above|the foregoing|what i (?:wrote|said)|my (?:\w+ )?(?:opinion|conclusion|view|finding|answer)"
    r"|(?:the|a|any|this) (?:link|connection|relationship|association|nexus)(?: (?:to|with|between) [^.;]{2,50}?)?)"
)
_DOUBTED: Final = re.compile(
    r"\bi(?: am|'m| was| must say i am| cannot be| can't be| can not be| could not be)(?: still| really| honestly)?"
    r"(?: not| n't|n't)? (?:at all |really |entirely |completely |totally |fully |quite |so |altogether )?(?:un)?"
    rf"(?:sure|certain|confident|convinced){_OF_IT}"
    r"|\bi (?:could|may|might) (?:well |very well |easily )?be (?:wrong|mistaken|in error)\b"
    r"|\bi (?:have|had) (?:my |some |serious |real |grave )?(?:doubts|reservations)"
    rf"(?:{_OF_IT}|\W*$)"
    r"|\b(?:only|just|merely|no more than|nothing but|purely) (?:an? )?(?:educated |best |rough )?guess(?:work|ing)?\b"
    r"|\bi(?: am|'m) (?:only |just |merely )?(?:guessing|speculating)\b|\bspeculation on my part\b"
    r"|^\W*draft\b|\bdraft (?:letter|opinion|only|copy|for)\b|\bnot yet (?:\w+ )?(?:reviewed|signed|approved) by\b"
    r"|\bfor (?:the |my )?(?:attorney|lawyer|doctor|physician|provider)(?:'s)? (?:to complete|signature|to sign)\b"
    r"|\b(?:prepared|drafted|written|composed) (?:\w+ ){0,2}?by (?:the|his|her|my|an|your) (?:attorney|lawyer|counsel"
    r"|representative|veteran|patient|agent|service officer|office|firm)\b"
    r"|\bi (?:have|had) (?:not|never) (?:[^.;]{0,40} or )?(?:read|reviewed|seen) (?:any|a single|one)"
    r" (?:\w+ )?(?:records?|file|document)"
    r"|\bwhat (?:your client|you|the attorney|the veteran|he|she) (?:\w+ ){0,2}?asked me to (?:write|say|sign)\b"
    r"|\b(?:all|much|most) of (?:this|that|it|the above) (?:is|remains) (?:\w+ )?(?:conjectur|speculat|guess"
    r"|hypothe|theor)\w*"
    rf"|(?:{_ITS}) (?:is|are|was|remains?|must remain) (?:\w+ ){{0,3}}?(?:conjectur|speculat|hypothe|guess|doubtful"
    rf"|uncertain"
    r"|unproven|unproved|tentative|provisional|preliminary|weak|tenuous|open to (?:doubt|question)|a (?:mere "
    r"|bare )?possib)\w*"
    r"|\b(?:working|mere|only a) hypothes[ie]s\b|\b(?:only|merely|just|no more than"
    r"|nothing more than) (?:as )?an? (?:\w+ )?possib\w+"
    r"|\b(?:be|hold|held|holding)(?: me)? to (?:this|it|that|the above)\b|\bconfidence\b[^.;]{0,50}\b(?:low|limited"
    r"|slight|poor|small"
    r"|weak)\b|\b(?:low|little|limited) confidence\b"
    r"|\bwhether\b[^.;]{3,140}\bi (?:\w+ ){0,2}?(?:cannot|can't|could not|do not|don't|am unable to"
    r"|am not able to) (?:\w+ )?(?:tell"
    r"|say|know|determine|decide)\b"
    r"|\bpossible that\b[^.;]{0,60}\b(?:no (?:part|role|connection|bearing)|nothing|unrelated"
    r"|not (?:\w+ )?(?:related|caused|due"
    r"|connected))\b"
    r"|\bi (?:\w+ )?(?:defer|yield|bow) to (?:him|her|them|his|her|their|that|the examiner|the va)\b"
    r"|\bmay or may not\b|\bi would not (?:swear|testify|stake|bet)\b|\bgrain of salt\b"
    r"|\b(?:has|have|had) nothing (?:\w+ )?to do with [^.;]{2,40} at all\b"
)
_SURE: Final = re.compile(
    r"\bi(?:'m| am)(?: still| really| honestly)? (?:at all |really |entirely |completely |totally |fully |quite |so "
    r"|altogether )?(?:sure|certain|confident|convinced)\b"
)
_OTHERS: Final = frozenset({Section.QUESTION, Section.RECORDS})
_ADVERSARY: Final = re.compile(r"\b(?:examiner|rater|rating|denial|board|va|c ?& ?p|dr)\b|\[provider")
_FIRST_PERSON: Final = re.compile(r"\b(?:i|my|this letter|this opinion)\b")


def withdrawn(doc: Document) -> tuple[Span, ...]:
    """The sentences in which the author takes an opinion back."""
    return _sentences(doc, _WITHDRAWN, _NOT_MINE)


def doubted(doc: Document) -> tuple[Span, ...]:
    """The sentences in which the author doubts the opinion given."""
    return _sentences(doc, _DOUBTED, _SURE)


def _sentences(doc: Document, pattern: re.Pattern[str], but: re.Pattern[str]) -> tuple[Span, ...]:
    found = []
    for one in doc.sentences:
        low = doc.of(one)
        if one.section in _OTHERS or doc.quoted(one) or doc.spoken_for(one.start):
            continue
        if one.section is Section.CONTRARY and (_ADVERSARY.search(low) or not _FIRST_PERSON.search(low)):
            continue  # of the opinion answered there
        if pattern.search(low) and not but.search(low):
            found.append((one.start, one.end))
    return tuple(found)
