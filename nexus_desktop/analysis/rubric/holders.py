"""Whose opinion a sentence gives: the author's, an examiner's, another doctor's, VA's, or the veteran's own belief.

The nearest reporting words before the opinion decide ("the VA examiner concluded that …"). A pronoun goes back to the
last person named. Words in quotation marks belong to whoever was introduced before them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from nexus_desktop.models.analysis_models import Holder

_SAYS = (
    r"(?:wrote|writes|written|stat(?:es?|ed|ing)|opin(?:es?|ed|ing)|conclud(?:es?|ed|ing)|f(?:ound|inds?"
    r"|inding)|sa(?:id|ys)|report(?:s|ed|ing)?|not(?:es?|ed|ing)|determin(?:es?|ed)|f(?:elt|eels?)|"
    r"indicat(?:es?|ed|ing)|believ(?:es?|ed)|suggest(?:s|ed|ing)?|explain(?:s|ed)?|claim(?:s|ed)?"
    r"|contend(?:s|ed)?|argu(?:es?|ed)|denied|added|adds|reason(?:s|ed)|observ(?:es?|ed)|held|holds|decided"
    r"|answer(?:s|ed)|check(?:s|ed)|marked|remark(?:s|ed)|"
    r"assert(?:s|ed)?|attribut(?:es?|ed)|relat(?:es?|ed)|link(?:s|ed)?|connect(?:s|ed)|diagnos(?:es?|ed)"
    r"|consider(?:s|ed)|thought|thinks?|disagreed|agree[sd]?|testif(?:ies|ied)|t(?:old|ells)|recall(?:s|ed)"
    r"|alleg(?:es?|ed)|maintain(?:s|ed)?|"
    r"complain(?:s|ed)|describ(?:es?|ed)|provided|gave|rendered|offered|expressed|issued|submitted|reads?"
    r"|ascrib(?:es?|ed)|associat(?:es?|ed)|insist(?:s|ed)?|acknowledg(?:es?|ed)|assess(?:es|ed)|suspects?"
    r"|suspected|identified|endorse[sd]?|denies|call(?:s|ed)|label(?:s|ed|led)|term(?:s|ed)|dismiss(?:es|ed)"
    r"|class(?:es|ed)|put|deem(?:s|ed)"
    r"|judge[sd]|ruled|(?:is|are|was|were|remains?|feels) (?:\w+ ){0,2}?(?:convinced|certain|sure|persuaded|adamant"
    r"|positive|of the (?:view|belief|opinion|mind)|strongly))"
)
_WORDS = r"(?:(?!i\b|we\b|my\b|our\b)[\w.,'()/-]+|\[[\w ,]+\]|\"[^\"]{0,40}\")"
_EXAMINER = (
    r"(?:(?:va|c ?& ?p|c and p|qtc|ves|lhi|vba|compensation(?: and pension)?|contract|contracted|vha"
    r"|government|agency)(?:'s)? (?:[\w-]+ ){0,4}?(?:examiner|examination|exam|physician|opinion|clinician"
    r"|doctor|psychologist|psychiatrist|audiologist|report|addendum|reviewer|specialist|provider)"
    r"|(?:the|that|an|a|another|each|both|first|second|previous|prior|earlier|[12]\d{3}"
    r"|\[date \d+(?:, \d{4})?\]) (?:[\w-]+ ){0,3}?(?:examiners?|c ?& ?p|examination report)|examiner)"
)
_DOCTOR_NOUN = (
    r"(?:physicians?|doctors?|psychologists?|psychiatrists?|chiropractors?|surgeons?|audiologists?|orthop\w+"
    r"|neurologists?|cardiologists?|oncologists?|therapists?|counselors?|clinicians?|providers?|specialists?"
    r"|nurse practitioners?|practitioners?|pcp|rheumatologists?|pulmonologists?|otolaryngologists?|internists?"
    r"|social workers?|dermatologists?|urologists?|podiatrists?|endocrinologists?|nurses?|pathologists?|expert)"
)
_OTHER = (
    rf"(?:\bdrs?\.? (?:\[[a-z]+(?: \d+)?\](?:'s)?|(?:[\w.'’-]+ ?){{1,3}})|\[provider \d+\](?:'s)?(?:, \w+)?"
    rf"|(?:(?:his|her|the|a|an|another"
    rf"|private|treating|primary care|veteran's|family|va|consulting|non-va|one|that|their|two"
    rf"|both) )+(?:[\w'-]+ ){{0,3}}?{_DOCTOR_NOUN})"
)
_VA = (
    r"(?:(?:prior|previous|earlier|final|unappealed|rating|va|board) decisions?|rating decision"
    r"|\bboard\b(?! (?:certified|eligible))|regional office|\bro\b|\baoj\b|denial(?: letter)?"
    r"|\bva\b(?! (?:examiner|exam|clinic|medical|treatment|records?|physician|doctor|psych))"
    r"|decision (?:review officer|letter)|code sheet|statement of the case|raters?|court)"
)
_LAY = (
    r"(?:(?:the |this |our )?(?:veteran|patient|pt|vet(?! cent)|claimant|appellant|service ?member|widow|widower"
    r"|surviving spouse|spouse|representative|attorney|counsel)(?! (?:was|is"
    r"|were|has been)(?! (?:\w+ )?(?:convinced|certain|sure|adamant|persuaded|positive|of the)\b))|\bmr\.? [\w'.-]+"
    r"|\bms\.? [\w'.-]+|\bmrs\.? [\w'.-]+|\[patient\]|\[relative \d+\]|(?:his"
    r"|her|the veteran's) (?:wife|husband|spouse|mother|father|son|daughter|brother|sister|family|friend|buddy"
    r"|fianc\w+|partner|girlfriend|representative|attorney|testimony|statements?|contentions?|belief))"
)
_AUTHOR = (
    r"(?:\b(?:my|our) (?:[\w-]+ ){0,4}?(?:opinion|belief|judg?ment|conclusion|impression|assessment|view"
    r"|finding|diagnosis|answer|conviction|verdict|evaluation)s?\b|\bin my (?:\w+ ){0,3}(?:opinion|view|judg?ment"
    r"|experience|belief)\b"
    r"|\b(?:i|we) (?:(?:also|therefore|thus|do|must|would|can|could|will|have|had|further|firmly|strongly"
    r"|still|myself|am able to|feel|do not|cannot|can't|don't|respectfully|sincerely|honestly|agree"
    r"|personally|as well|now) )*(?:opine|believe|find|found|conclude|concluded|feel|felt|think|hold|held"
    r"|say|agree|agreed|attribute|state|consider|determine|determined|judge|suspect|am|put|relate|diagnosed"
    r"|submit|doubt|opined|stated|told|disagree|see|regard|estimate|rate|support|answer)\b"
    r"|\b(?:opinion|belief|judg?ment|conclusion) of (?:this|the undersigned|the author|the writer)\b"
    r"|\b(?:the )?undersigned(?: (?:examiner|physician|provider|clinician|doctor|psychologist))?(?:'s)?\b"
    r"|\bthis (?:examiner|physician|provider|writer|clinician|doctor|psychologist|psychiatrist|author|evaluator"
    r"|audiologist|reviewer|practitioner|surgeon)(?:'s)?\b)"
)
_DISAGREE = (
    r"\b(?:i|we) (?:\w+ )?(?:(?:respectfully |strongly |must |do not |cannot |can't |don't )*(?:disagree|differ"
    r"|take issue|agree|accept|share|concur)) (?:with|that)\b"
)
_FRAME: Final = re.compile(
    rf"(?P<author>{_AUTHOR})"
    rf"|(?P<examiner>{_EXAMINER})(?:'s)?(?: {_WORDS}){{0,9}}? (?:that )?(?:(?!i\b|we\b)\w+ )?(?:{_SAYS}|opinions?"
    rf"|conclusions?|addendum|rationale|report|statements?|views?|positions?|assessments?|contentions?)\b"
    rf"|(?P<doctor>{_OTHER})(?:'s)?(?:,? {_WORDS}){{0,9}}? ?(?:{_SAYS}|opinions?|conclusions?|letter|report"
    rf"|statements?|note|views?|positions?|assessments?)\b|(?P<va>{_VA})(?: {_WORDS}){{0,6}}? {_SAYS}\b"
    rf"|(?P<lay>{_LAY})(?:(?:,? (?!and\b|but\b|who\b|with\b){_WORDS}){{0,4}}? {_SAYS}"
    rf"|(?:'s)? (?:\w+ ){{0,2}}?(?:contentions?|assertions?|beliefs?|claims?|theory|testimony|statements?"
    rf"|account|reports?|lay))\b(?! (?:stressor|event|symptom|history|in-service|condition|disabilit|injur))"
    r"|(?P<by_hearsay>\b(?:reportedly|allegedly|purportedly|supposedly)\b"
    r"|\bby (?:(?:his|her|pt|patient|own|self) )*(?:history|hx|report|account)(?= (?:due|related|caused|secondary|from"
    r"|attributed|began|because|since)\b))"
    r"|(?P<by_told>\b(?:veteran|patient|he|she|\[patient\]|claimant|appellant) (?:was|were|has been"
    r"|had been) (?:told|informed|advised|assured)(?: by [^,;]{2,40}?)? that\b)"
    rf"|(?P<same>(?:\b(?:and|but|then|who|which|therefore|thus)|,) (?:then |also |therefore |further "
    rf"|ultimately |thus |later |subsequently )*(?:concluded|opined|determined|found|stated|explained|noted"
    rf"|indicated|wrote|diagnosed|added|reasoned)\b)"
    rf"|\b(?P<pronoun>he|she|they|it) (?:also |further |then |went on to |has |had |firmly |again |even "
    rf"|only |simply |specifically |additionally |therefore |subsequently )*{_SAYS}\b"
    rf"|(?:according to|per|in the (?:opinion|view) of|(?:opinion|letter|report|statement|conclusion"
    rf"|examination|addendum|note) (?:of|from|by|dated [^.;]{{0,30}} from)) (?:(?P<by_examiner>(?:the |a "
    rf"|an )?(?:\w+ ){{0,3}}?{_EXAMINER})|(?P<by_lay>(?:the )?(?:veteran|patient|pt|vet|claimant|him|her|(?:his|her"
    rf"|pt|patient|self)[ -](?:\w+ )?(?:report|history|hx|account|statement))\b"
    rf"|\[patient\]|\[relative \d+\]|mr|ms|mrs)|(?P<by_doctor>(?:the |a |his "
    rf"|her )?(?:\w+ ){{0,2}}?(?:{_OTHER}|{_DOCTOR_NOUN})))"
    r"|(?P<by_you>\byou (?:\w+ )?(?:tell|told|say|said|write|wrote|state|stated|inform|informed|mention|mentioned|note"
    r"|noted|explain|explained|believe|feel|think|claim)\b)"
    rf"|(?P<paper>\b(?:the|that|his|her|their|[12]\d{{3}}|\[date \d+(?:, \d{{4}})?\]|earlier|prior|second|first|private"
    rf"|medical|enclosed|attached) (?:[\w-]+ ){{0,2}}?(?:letters?|reports?|opinions?|notes?|statements?|dbq"
    rf"|questionnaire"
    rf"|addendum|examination|evaluation|form)(?: (?:of|dated|from) [^.;:]{{1,40}}?)? (?:\w+ ){{0,2}}?(?:says?|reads?"
    rf"|states?"
    rf"|stated|said|concludes?|concluded|opines?|opined|finds?|found|indicates?|indicated|checks?|contains?|holds?"
    rf"|gives?|expresses?|asserts?|argues?|notes?|noted|calls?|called|blames?|blamed|cites?|cited|assumes?|assumed"
    rf"|dismiss(?:es|ed)"
    rf"|relie[sd]|treats?|puts?|attributes?|attributed|considers?|considered|points?|pointed|rests?)\b)"
    rf"|(?P<other>\b(?:his|her|their|that|the|this|such an?|an) (?:\w+ )?(?:conclusion|opinion|statement"
    rf"|assertion|finding|argument|claim|notion|suggestion|contention),? (?:that|to the effect)\b)"
)
_BY: Final = {
    "author": Holder.AUTHOR,
    "examiner": Holder.EXAMINER,
    "by_examiner": Holder.EXAMINER,
    "doctor": Holder.OTHER_DOCTOR,
    "by_doctor": Holder.OTHER_DOCTOR,
    "va": Holder.VA,
    "lay": Holder.VETERAN,
    "by_lay": Holder.VETERAN,
    "by_told": Holder.VETERAN,
    "by_hearsay": Holder.VETERAN,
    "by_you": Holder.VETERAN,
}
_LAY_VERBS: Final = re.compile(
    r"\b(?:states?|reports?|reported|tells?|told|believes?|feels|thinks|contends?|contended|claims?|claimed"
    r"|recalls?|complains?|describes?|denies|denied|alleges?|alleged|asserts?|asserted|maintains?|insists?"
    r"|argue[sd]?|testified|attributes?|relates?|says|said|endorse[sd]?)\b"
)
_PROFESSIONAL: Final = re.compile(
    r"\b(?:opin\w+|conclu\w+|diagnos\w+|determined|wrote|reasoned|explained|found|assessed|noted|rendered|indicated)\b"
)
_TOLD: Final = re.compile(r"\b(?:told|said|informed|advised)\b")
_RETOLD: Final = re.compile(
    rf"\W*(?:to \w+ )?that (?:(?:his|her|the|an?|one|another|two|both) )*(?:[\w-]+ ){{0,3}}?(?:{_DOCTOR_NOUN}"
    rf"|examiner)\b"
)  # "he stated that his doctor thinks …"
_TO_THEM: Final = re.compile(r"\b(?:told|informed|advised|to|with)\s*$")
_THAT_HE: Final = re.compile(r"\bthat (?:he|she|they)\b")
_BROUGHT: Final = re.compile(r"(?:offered|submitted|provided|gave|furnished)$")
_EVIDENCE: Final = re.compile(
    r" (?:an?|the|two|several|his|her)? ?(?:\w+ ){0,3}(?:opinions?|letters?|reports?|evidence|statements? from)\b"
)
_SAME: Final = re.compile(r"(?:and|but|then|who|which|therefore|thus|,) (?!\w+ (?:opinion|conclusion))")
_OWN_OPINION: Final = re.compile(
    r"\b(?:i|we) (?:\w+ ){0,2}?(?:hold(?: to)?|have|give|offer|express|maintain|keep to|reach(?:ed)?|form(?:ed)?"
    r"|come to|came to|am of|are of|remain of|stand by|state|submit|draw|drew) $"
)
_RELATIVE_VERB: Final = re.compile(r"\b(?:describ|report|recall|relat|claim|alleg|told|tells)\w*$")
_DONE: Final = re.compile(r"\s*(?:[;.:)—]|,? (?:and|but) (?:it|this|that|i|my)\b)")
_WHO_SPEAKS: Final = re.compile(rf", (?:the|a|an|his|her) (?:[\w-]+ ){{0,3}}?(?:examiners?|{_DOCTOR_NOUN})\b")
_SOURCED: Final = re.compile(
    r"[,;(] ?(?:as )?(?:(?:per|according to|reported by|stated by|claimed by|told by|described by"
    r"|based on) (?:(?:the|his|her|own|this)"
    r" )*(?:pt|patient|vet|veteran|claimant|him|her|self|wife|husband|spouse|report|history|hx|account|statements?"
    r"|\[patient\])(?:'s|[ -](?:report|history|hx|account|statements?|own words))?|by (?:(?:his|her|own|patient|pt"
    r"|self)[ -])*(?:history|hx|report|account))\)?\W*$"
)
_HEARD: Final = re.compile(r"\W*(?:(?:was|is|were|are) )?(?:reportedly|allegedly|purportedly|supposedly)\b")
_HEARSAY: Final = re.compile(r"\w+edly|by (?:\w+ )*(?:history|hx|report|account)")
"""What is told of an onset ("by history since service") does not make VA's own phrase the veteran's."""
_DISAGREEMENT: Final = re.compile(_DISAGREE)


_SIGN: Final = re.compile(
    rf"\b{_SAYS}\b|opinion|conclu|addendum|rationale|report|statement|letter|\bnote\b|contention|assertion|belief"
    rf"|claim|theory"
    r"|testimony|account|judg|view|according|\bper\b|edly\b|\bby (?:\w+ )?(?:history|hx)|convict|verdict|evaluation"
    r"|undersigned|\bthis \w+er\b|this (?:clinic|physician|psych|doctor|author)"
    r"|diagnosis|impression|assessment|answer|\blay\b|finding|argument|notion|suggestion|disagree|differ|take issue"
    r"|agree|accept|share|concur|\b(?:i|we) |\byou "
)


@dataclass(frozen=True, slots=True)
class Frame:
    """Reporting words: who is said to hold what follows. ``holder`` is None for a pronoun or "the conclusion that"."""

    start: int
    end: int
    holder: Holder | None
    text: str


@lru_cache(maxsize=512)
def frames(low: str) -> tuple[Frame, ...]:
    """The reporting words of a sentence (lower case), in order."""
    if not _SIGN.search(low):
        return ()
    found: list[Frame] = []
    for match in _FRAME.finditer(low):
        group = match.lastgroup or "other"
        holder = _BY.get(group)
        if group == "other" and _OWN_OPINION.search(low[: match.start()]):
            holder = Holder.AUTHOR  # "I hold the opinion that …"
        if group == "pronoun" and _RELATIVE_VERB.search(match.group()) and _DONE.match(low, match.end()):
            continue  # "the assault she describes;": nobody says anything there
        if holder in (Holder.EXAMINER, Holder.OTHER_DOCTOR) and _TO_THEM.search(low[: match.start()]):
            holder = Holder.VETERAN if _THAT_HE.search(match.group()) else holder
        if holder is Holder.VETERAN and _BROUGHT.search(match.group()) and _EVIDENCE.match(low, match.end()):
            holder = Holder.OTHER_DOCTOR  # what the veteran brought is somebody else's opinion
        if holder is Holder.VETERAN and (doctor := _WHO_SPEAKS.search(match.group())) is not None:
            holder = Holder.EXAMINER if "examiner" in doctor.group() else Holder.OTHER_DOCTOR
        found.append(Frame(match.start(), match.end(), holder, match.group()))
    for match in _DISAGREEMENT.finditer(low):  # what follows is somebody else's
        positive = re.search(r"\b(?:agree|concur|accept|share)\b", match.group()) and not re.search(
            r"not |n't|cannot", match.group()
        )
        found.append(Frame(match.start(), match.end(), Holder.AUTHOR if positive else None, match.group()))
    return tuple(sorted(found, key=lambda frame: frame.end))


def told_behind(low: str, place: int) -> bool:
    """Whether a link is put as hearsay, or its sentence ends with the patient as source ("per patient report")."""
    return _SOURCED.search(low, place) is not None or _HEARD.match(low, place) is not None


def holder_before(low: str, place: int, last_named: Holder | None, *, strict: bool) -> tuple[Holder | None, bool]:
    """(holder, whether reporting words were found) of what stands at ``place`` of the sentence ``low``.

    ``last_named`` is the last person other than the author that the sentences before spoke of; ``strict`` tells that
    the opinion uses VA's own phrase, which a layman's "he says" does not.
    """
    before = [frame for frame in frames(low[: place + 1]) if frame.end <= place + 1]
    if not before:
        return None, False
    frame = before[-1]
    if strict and _HEARSAY.fullmatch(frame.text):
        return None, False
    if before[0].holder is Holder.VETERAN and len(before) > 1 and _RETOLD.match(low, before[0].end):
        return Holder.VETERAN, True
    if before[0].holder is Holder.VETERAN and _TOLD.search(frame.text):  # what a layman says a doctor told him
        return Holder.VETERAN, True
    if _SAME.match(frame.text):  # "… and concluded": whoever spoke before in this sentence
        spoke = [one.holder for one in before if one.holder not in (None, Holder.VETERAN)]
        return (spoke[-1] if spoke else last_named or Holder.OTHER_DOCTOR), True
    if frame.holder is not None:
        if frame.holder is Holder.VETERAN and _PROFESSIONAL.search(frame.text) and strict:
            return last_named or Holder.OTHER_DOCTOR, True
        return frame.holder, True
    lay = bool(_LAY_VERBS.search(frame.text)) and not strict
    if lay and last_named in (None, Holder.VETERAN):
        return Holder.VETERAN, True
    if frame.text.startswith("it "):
        return last_named, True
    return (last_named if last_named not in (None, Holder.VETERAN) else Holder.OTHER_DOCTOR), True
