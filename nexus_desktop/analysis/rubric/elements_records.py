"""Which records the author read: the claims file, some records, or none that the letter names."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from nexus_desktop.analysis.rubric import answers
from nexus_desktop.analysis.rubric.headings import Section
from nexus_desktop.analysis.rubric.seen import Seen, Span
from nexus_desktop.analysis.rubric.segmentation import HIDDEN, Document, Sentence
from nexus_desktop.models.analysis_models import Certainty

CLAIMS_FILE: Final = re.compile(
    r"\b(?:va |veteran'?s? |vba |entire |complete |full |whole |paper |electronic )*(?:claims? ?(?:-"
    r"|/)?\s?(?:file|folder)|c-? ?files?|cfile|electronic (?:claims? )?folder|va folder|e-?folder|e-?files?|vbms"
    r"|virtual va|legacy content manager|evidence of record)\b"
    r"|\b(?:file|folder|record) of (?:some |about |over )?[\d,]+ pages\b"
    r"|\b(?:re-?read|review(?:ed)?|went through|gone through|studied) (?:all of )?the file\b"
    r"|\bace (?:\w+ )?records? review\b|\bread it in full,? (?:all )?\d[\d,]+ (?:pages|leaves|images)\b"
    r"|^\W*(?:the )?file\W{1,3}(?:was )?reviewed\b|\b(?:complete|entire|full|whole) folder\b|\b(?:evidentiary"
    r"|administrative|appellate) record\b"
    r"|\brecord (?:that is |now )?(?:before|of) the (?:board|agency|regional office)\b"
    r"|\b(?:complete|entire|full|whole) (?:va |veterans? (?:administration|affairs) "
    r"|military and va )*(?:file|record)\b|\bva (?:claims )?file\b(?! ?(?:no|number|#|:))"
    r"|\ball (?:of the )?(?:\d[\d,]* )?pages (?:that |which )?(?:va|the va|va's)\b|\beverything (?:that is "
    r"|that was )?in the file\b"
    r"|\b\d[\d,]{2,8} (?:pages|pp\.?|images) (?:that |which )?(?:you|your office|counsel|va|of the (?:claims|c-))"
    r"|\b(?:you|your office|counsel|va) (?:sent|gave|furnished) (?:me|us) (?:the |all )?\d[\d,]{2,8} (?:pages"
    r"|pp\b|images)"
)
RECORD: Final = re.compile(
    r"\bservice (?:medical|treatment|health|dental|personnel)(?: (?:and|&) (?:\w+ )?(?:personnel|treatment"
    r"|medical))? ?(?:records?|files?|notes)?\b|\bstrs?\b|\bsmrs?\b|\bmilitary (?:medical |treatment "
    r"|health |service |personnel )*(?:records?|files?)\b|\bpersonnel (?:file|records?)\b"
    r"|\bdd ?-?(?:form )?-?214s?\b|\bdd form \d+"
    r"|\b(?:va|private|civilian|outside|hospital|clinic|medical|treatment|health|progress|orthopedic"
    r"|pain clinic|mental health|clinical|office|prior|past|relevant|available|outpatient|pathology|imaging"
    r"|pharmacy|emergency room|primary care|cprs|jlv|tricare"
    r"|available va)(?: and \w+)? (?:\w+ ){0,2}?(?:records?|notes?|charts?|files?|documentation|documents"
    r"|reports?|readings|results)\b|\b(?:my|our|his|her) (?:own )?(?:notes|results|charting)\b|\b(?:his|her"
    r"|their|my own|our own|our|my|the) (?:\w+ ){0,2}?(?:records?|charts?|file)\b"
    r"|\b(?:discharge|military|army|navy|service|separation|personnel|deployment) papers?\b|\b(?:operative"
    r"|surgical|consult\w*|discharge|emergency|radiology|hematolog\w+|psychologist'?s?|psychiatrist'?s?|hospital"
    r"|incident|accident) (?:report|notes?|summary|summarie|letter)s?\b|\b(?:sick )?slips?\b|\b(?:jump |deck "
    r"|flight |duty )?logs?(?:book)?\b|\b(?:medical |health |army |navy |service )+folder\b"
    r"|\b(?:print-?outs?(?! (?:\w+ )?(?:from|off) (?:the )?(?:internet|web))|photostats?|photocop(?:y|ies))\b"
    r"|\b(?:va|reserve|guard|claims|flight medicine|medical|health) folder\b|\bpay records\b"
    r"|\bline[- ]of[- ]duty (?:report|determination|investigation|form|finding)\b|\bmorning reports?\b"
    r"|\bperformance reports?\b"
    r"|\b(?:immuni[sz]ation|dosimetry|exposure|dental|shot) records?\b|\bdd ?\d{3,4}\b|\bgrant letter\b"
    r"|\bown (?:\w+ )?charts?\b|\bour (?:\w+ )?records\b|\bbox(?:es)? of (?:\w+ )?records\b|\bshaving profile\b"
    r"|\b\w+'s (?:records|notes|report|chart)\b|(?<!examiner )(?<!he )(?<!she )\b(?:our"
    r"|three|two|several|many|old|all|\w+ (?:therapy|clinic|care|health|hospital"
    r"|center)) (?:\w+ ){0,2}?(?:notes|records|visits|charts?)\b|\bva (?:rating )?decision\b"
    r"|\b(?:binders?|packets?|discs?|exhibits|volumes|documents|materials|papers|records) (?:that |which )?(?:you|he"
    r"|she|they|counsel|his|her"
    r"|your|the) (?:\w+ )?(?:sent|gave|brought|provided|supplied|office|attorney|lawyer|representative)"
    r"|\bproblem list\b|\bmedication list\b|\bcprs\b|\bjoint legacy viewer\b|\bjlv\b|\brating (?:decision"
    r"|code sheet|letter)s?\b|\bcode sheet\b|\b(?:enlistment|entrance|separation|retirement|induction"
    r"|discharge|exit) (?:and \w+ |dental |hearing |eye |medical )?(?:exam\w*|physicals?|audiograms?|medical)\b"
    r"|\baudiograms?\b"
    r"|\b(?:award|decision|rating|benefits?|denial) letter\b|\b(?:his|her|their|the) letter from (?:the )?(?:va\b"
    r"|\[city|regional|department of veterans)|\bcare everywhere\b|\bhealth information exchange\b"
    r"|\b(?:the|his|her|one|that) (?:(?:one|old|outside|prior|last|only|\d{4}) )?(?:mri|ct|x-?rays?"
    r"|films)\b(?= (?:in|from|of|on)\b)"
    r"|\b(?:c ?& ?p|va) exam\w*\b|\bdeployment (?:orders|records|health assessments?)\b|\b(?:copy of his "
    r"|copies of his |his |her )?orders\b|\bsleep study\b|\b(?:mri|imaging|x-ray)s? (?:reports?|films?)\b"
    r"|\bbuddy statements?\b|\blay statements?\b|\bsick[- ]call (?:notes?|slips?|records?)\b"
)
SERVICE_RECORD: Final = re.compile(
    r"\bservice (?:medical|treatment|health|personnel)|\bstrs?\b|\bsmrs?\b|\bmilitary (?:medical "
    r"|treatment |health |service |personnel )*(?:records?|files?)|\bpersonnel (?:file|records?)"
    r"|\bdd ?-?(?:form )?-?214|\b(?:enlistment|entrance|separation|retirement) (?:and \w+ )?(?:exam"
    r"|physical)|\bsick call\b"
)
_READ: Final = re.compile(
    r"\b(?:review(?:ed|ing|s)?|(?:re-?)?read|bring(?:ing)?|i saw|i had (?:from (?:you|him|her) )?(?:the|his|her|all)"
    r"|i(?: have|'ve) (?:\w+ ){0,2}pages|studied|examined (?:the|his|her) (?:\w+ ){0,3}(?:records?|file|chart)"
    r"|(?:went|gone|going|go|been|worked|got) (?:through|over)|look(?:ed|ing) (?:at|through|over)"
    r"|i have from (?:the|his|her)|checked (?:his|her|the)|(?:was|were|been) (?:provided|given|furnished"
    r"|supplied|shown|sent|handed)(?: with)?|furnished|supplied|(?:gave|sent|handed|mailed|loaned"
    r"|faxed) (?:to )?me|uploaded|(?:and|also) had (?:the|his|her|all)\b|(?:files?|folders?|records?"
    r"|charts?)(?: \([^()]{2,40}\))? (?:was|were|has been|have been) (?!not\b|never\b)(?:\w+ )?(?:examined|read"
    r"|studied|inspected|consulted|perused|searched)|my (?:opinion|conclusion|view|answer) (?:rests?|is based|stands"
    r"|relies) (?:up)?on"
    r"|(?:page by page|cover to cover)|(?:our|my|va|va's) (?:\w+ )?(?:records?|charts?|problem list) (?:shows?|say"
    r"|says|carr(?:y|ies)|lists?|reflects?)"
    r"|according to (?:the|his|her)|had access to|have access to|access to|considered"
    r"|consulted|rel(?:y|ies|ied) (?:up)?on|base[sd]? (?:this|it|that|my (?:\w+ )?\w+) (?:up)?on|brought (?:in"
    r"|me|with him|with her)?|he brought|she brought"
    r"|have (?:a )?(?:cop(?:y|ies)|photostat|photocop(?:y|ies)|scan)|(?:and|also|do) have (?:his|her|the|copies)"
    r"|i have (?:\w+ ){0,3}(?:print-?outs?|pharmacy|records|photostat)|in (?:our|my|the) chart"
    r"|i(?: now| also| only| still)?(?: have|'ve| do have)(?: now| also| only| just)? (?:his|her|the|our|my"
    r"|copies of|those|these|some|seen|read)|held (?:the|this|that|his|her)|show(?:ed"
    r"|n) (?:me|to me)|based on (?:a |my )?(?:review|the records)|on review of|upon review of"
    r"|after review(?:ing)?|in my possession|possess|in (?:my )?hand|in front of me|i did (?:see|read|review"
    r"|have)|i also saw"
    r"|seen\b(?! (?:him|her|by|for|in|here|on|at|every|since|and|them|patients))|(?:is|are) (?:attached|enclosed"
    r"|appended)|documents?|per (?:the|his|her) (?:records"
    r"|chart|file|strs?)|obtained|received|which (?:i|we) (?:have|read|reviewed|saw)|left (?:with|for"
    r"|at) (?:me|us|my|our)|(?:shown|documented|recorded|noted) in (?:his|her|the)|inspected|copy it|copied"
    r"|provided (?:me )?(?:with )?(?:copies|his|her|the)|sources?\b|available to me|before me|on my desk|at hand)\b"
)
_TELLS: Final = re.compile(
    r"\b(?:dd ?-?(?:form )?-?214|(?:separation|entrance|enlistment|retirement|discharge) (?:exam\w*|physical"
    r"|audiogram|papers?)"
    r"|(?:operat\w+|surgical|emergency|hospital|discharge|clinic|aid station|sick call|performance|personnel"
    r"|line[- ]of[- ]duty|morning|efficiency"
    r"|incident|accident) (?:notes?|reports?|sheets?|summar(?:y|ies)|records?|entry|entries|log)|orders|pay records"
    r"|strs?)\b"
    r"[^.;]{0,70}?\b(?:shows?|says?|say so|describes?|lists?|documents?|puts?|gives?|reads?|confirms?|bears?|has"
    r"|records?|proves?|notes?|mentions?|establish(?:es)?|attests?)\b"
)
_NOT: Final = re.compile(
    r"\b(?:not|never|no|without|neither|nor|unable to|hardly|lack(?:s|ed|ing)?|absent|declined to)\b|n't\b"
    r"|\bunavailable\b|\b(?:were|was|are|is) not\b|\bwish to\b|\bwill\b|\bwould be glad to\b|\bwilling to\b"
    r"|\bplease\b|\bif\b|\bshould\b|\bneeds? to\b"
)
_WHAT_READ: Final = re.compile(
    r"\b(?:what|which (?:\w+ )?(?:records|documents|papers)) (?:\w+ )?(?:did|have|has|was|were"
    r"|do) [^?]{0,40}\b(?:look|read|review"
    r"|see|seen|consider|study|studied|examine|rely)\w*[^?]{0,30}\?|\brecords? (?:reviewed|read|seen)\s*\?"
)
_SAYS: Final = re.compile(
    r"\b(?:he|she|veteran|patient|\[patient\]|wife|husband) (?:\w+ )?(?:says?|said|tells?|told|states?|reports?)\b"
)
_NONE_ASKED: Final = re.compile(
    r"\b(?:intake|online|web|patient) (?:\w+ )?(?:questionnaires?|forms?|survey)\b"
    r"|\binformation (?:that )?(?:he|she|the (?:veteran|patient)) (?:has )?(?:provided|told|gave)\b"
)
_IF_ANY: Final = re.compile(r"\b(?:records?|files?|documents?|materials?|statements?|evidence)\b[^.;]{0,20},? if any\b")
"""What a template says of whatever may have been there."""
_BUT: Final = re.compile(
    r"\bno (?:\w+ ){0,2}(?:records?|papers?|file|documents?) (?:but|except(?: for)?|other than|save|beyond|apart from) "
    r"(?:the|his|her|a|one)\b"
)
"""Nothing was read except what is named behind."""
_MISSING: Final = re.compile(
    r"^\W*(?:but |and |although )?not (?:yet )?(?:the|his|her|any|all) [^.;¦]{3,60}|(?:\b(?:did not|do not"
    r"|have not|had not|was not|were not|didn't|don't|haven't|wasn't|not been"
    r"|never)|'(?:ve|d) not)\b[^.;¦]{0,60}?\b(?:see|seen|review(?:ed)?|have|had|read|given|sent|receive[d]?|access"
    r"|provided|shown|request(?:ed)?|look(?:ed)? at|possess|got|get|obtain(?:ed)?)\b[^.;,¦]{0,80}|\b(?:without"
    r"|lacking|no) (?:access to |review of |benefit of )?(?:the |his |her |any )?(?:\w+ ){0,3}(?:records?"
    r"|file|c-?file|strs?|chart)\b|(?:\b(?:and|but)|[,;:(–-]) ?(?:i did )?not (?:yet )?(?:the|his|her|any|all"
    r"|an?)\b[^.;¦]{0,50}"
)
_IN_PART: Final = re.compile(
    r"\bread (?:only )?(?:what|the parts?|the pages|those (?:parts|pages)|portions|as much)\b|\b(?:parts?|portions"
    r"|excerpts|(?<!\d )pages|selections) (?:of|from) (?:the|his|her) (?:\w+ )?(?:claims? ?file|c-?file|folder)\b"
)
_PAPER = (
    r"(?:clinic|sick ?bay|aid station|hospital|pharmacy|discharge|deck|jump|flight|operative|emergency|separation"
    r"|entrance|enlistment"
    r"|dispensary|corpsman'?s?|battalion|troop clinic|rehabilitation|registry|training|school|mobili[sz]ation"
    r"|deployment|wallet)"
    r" (?:\w+ )?(?:notes?|pages?|logs?|entr(?:y|ies)|cards?|summar(?:y|ies)|reports?|exam\w*|physicals?|assessments?"
    r"|records?|slips?|print-?outs?|orders)"
)
_USED: Final = re.compile(
    rf"\b{_PAPER}\b[^.;]{{0,60}}?(?:\b(?:shows?|says?|reads?|has|have|records?|lists?|notes?|puts?|describes?"
    rf"|gives?|wrote|written"
    r"|of (?:19|20|\[date)|\d{4}|the next day)\b|[\"“:(])"
    r"|\b(?:from|on|by|in|per) (?:his|her|the) (?:dd ?-?214|orders|\w+ (?:log|card))\b|\b(?:copy|copies|page"
    r"|pages) of (?:the|his|her)\b"
    r"|\bi (?:have |had |have had )(?:only )?(?:the|his|her|my own|our) (?:\w+ ){0,3}(?:file|chart|notes|records"
    r"|folder|summaries)\b"
    r"|\b(?:in|on|from|by) (?:the|his|her) (?:\w+ )?(?:notes?|charts?|sheet|card|paper|form|report|exam|audiogram"
    r"|physical|order) (?:of|from|dated|for)"
    r" (?:\[date|(?:19|20)\d\d|\w+ (?:19|20)\d\d|\d)|\bon (?:his|her) discharge papers?\b"
    r"|\bthe (?:19|20)\d\d (?:note|entry|report|letter|exam\w*|audiogram|chart)\b"
    r"|\b(?:his|her|their|the) (?:\w+ )?charts? (?:at|from|of|has|have|shows?|says?|notes?)\b"
    r"|\b(?:dosimetry|exposure|immuni[sz]ation|shot|dental|personnel|medical|health|service|treatment"
    r"|military) records? (?:\w+ )?(?:shows?|says?|lists?|notes?|documents?|reflects?)\b"
    r"|\b(?:confirmed|verified|certified|attested) (?:by|in) [^.;]{0,60}?\b(?:letter|certificate|memorandum)\b"
    r"|\bi have (?:held|handled) (?:the|that|this|his|her) (?:[\w-]+ ){0,2}?(?:letter|diary|journal|photograph"
    r"|log|paper)\b|\b(?:i|we) (?:was|were) (?:shown|given|sent|handed)\b"
    r"|\b(?:just|only) the (?:denial|letter|notes?|papers)\b|\b(?:in|are in) the notes? of\b|\bi (?:check|checked"
    r"|looked up) (?:his|her|the|my) records?\b"
    r"|\bi (?:signed|kept|have|hold) (?:the|that|a|his|her) (?:[\w-]+ )?(?:sheet|page|chit|slip|card|copy)\b"
    r"|\bown charts?\b"
    r"|\b(?:separation|entrance|retirement|enlistment|discharge|exit) (?:\w+ )?(?:exam\w*|physical|audiogram"
    r"|test)\b[^.;]{0,20}[(:]"
    r"|\b(?:records|audiograms?|charts?|papers|films) (?:seen|read)\b|\b(?:values|results|figures|readings|labs)"
    r" (?:are|were|come|came) from the\b|\bcard (?:his|her) (?:\w+ )?(?:kept|keeps|carries)\b"
    r"|\bfile of \d+ pages\b|\bwhat i have is\b|\b(?:two|three|four|the) (?:volumes|binders|boxes|envelopes|packets)\b"
)
_NOTE: Final = re.compile(r"\[(?:[a-z']+ ){3}")
_OWN_BOX: Final = re.compile(r"\W*(?:mine\b|my own|own (?:notes|records|chart)|va print(?:-?out)?|private records)\b")
_USED_TOO: Final = re.compile(rf"\b{_PAPER}\b[^.;]{{0,40}}[\"“]|\bdd ?-?214\b")
_NO_RECORD: Final = re.compile(
    r"\b(?:va |claims? |c-? ?){0,3}(?:file|folder)\b[^.;,\n\d]{0,30}?(?:\[va file \d+\]|\d[\d -]{6,})"
    r"|\bdictated\b[^.;\n]{0,12}\bread\b|\[va file \d+\]"
)
"""The number of a file, and how the letter was made: neither is a record that was read."""
_WANTED: Final = re.compile(
    r"\b(?:want|need|like|wish|hope|ask(?:ed|ing)?|wait\w*|request\w*|until|once|before) (?:\w+ ){0,3}?"
    r"(?:see|seeing|get|getting|have|read|review|for)\b"
)
_SIGN: Final = re.compile(
    r"print|photo|record|chart|file|folder|note|report|paper|letter|summar|slip|log|profile|\bstrs?\b|\bsmrs?\b"
    r"|\bdd\b|decision|list|cprs"
    r"|jlv|legacy|sheet|exam|physical|audiogram|orders|study|film|statement|visits|document|reading|results|virtual"
    r"|vbms|evidence|everywhere|exchange|images?|imaging|charting|mri|x-ray"
)
_COUNTED: Final = re.compile(
    r"\b(?:claims? |c-?)(?:file|folder)s?\b[^.;:\n]{0,30}?\(?(?:\w+ volumes?,? )?(?<![\d,])\d[\d,]* (?:pages|pp\b"
    r"|images|leaves)"
)
"""A file of which the pages were counted was in hand."""
_HEADS: Final = frozenset({Section.RECORDS})


@dataclass(frozen=True, slots=True)
class Review:
    """What was read. ``itemized``: kinds of records named; ``service``: records made in service are among them."""

    extent: str  # claims_file, partial, none
    itemized: int
    service: bool
    lacking: tuple[Span, ...]  # where the letter says what was not read


def records_review(doc: Document) -> Seen[str]:
    """ "claims_file", "partial" or "none", in the words of the annotated letters."""
    seen = review(doc)
    return Seen(seen.value.extent, seen.certainty, seen.where, seen.note)


def review(doc: Document) -> Seen[Review]:
    """Which records the letter says its author read."""
    whole: list[Span] = []
    some: list[Span] = []
    kinds: set[str] = set()
    service = False
    lacking: list[Span] = []
    for number, sentence in enumerate(doc.sentences):
        low = _NO_RECORD.sub(lambda match: " " * len(match.group()), doc.of(sentence))
        if not _SIGN.search(low) or not (RECORD.search(low) or CLAIMS_FILE.search(low)):
            continue
        missing = [(sentence.start + match.start(), sentence.start + match.end()) for match in _MISSING.finditer(low)]
        lacking += missing
        if low.rstrip().endswith("?") and answers.answer(doc, number) != "yes":
            continue
        if _COUNTED.search(low) and not missing and not _somebody_else(low):
            whole.append((sentence.start, sentence.end))
        read = _read_part(low, sentence) or (low if _asked_what(doc, number) and not missing else None)
        if read is None or _somebody_else(low) or _IF_ANY.search(low):
            continue
        if CLAIMS_FILE.search(read) and not _IN_PART.search(read):
            whole.append((sentence.start, sentence.end))
        found = {match.group().split()[-1].rstrip("s") + match.group()[:4] for match in RECORD.finditer(read)}
        if HIDDEN * 3 in read and "missing" not in read and len(found) < 2 and re.search(rf":\s*{HIDDEN}", read):
            continue  # a list that is still to be filled in
        if found and not (_NONE_ASKED.search(read) and len(found) < 2):
            some.append((sentence.start, sentence.end))
            kinds |= found
            service = service or bool(SERVICE_RECORD.search(read))
    marked = [one for one in doc.options if one.marked]
    whole += [(one.start, one.end) for one in marked if CLAIMS_FILE.search(doc.low, one.text_start, one.text_end)]
    some += [
        (one.start, one.end)
        for one in marked
        if RECORD.search(doc.low, one.text_start, one.text_end) or _OWN_BOX.match(doc.low, one.text_start, one.text_end)
    ]
    kinds |= {doc.low[one.text_start : one.text_end].strip()[:12] for one in marked if (one.start, one.end) in some}
    if whole:
        return Seen(Review("claims_file", len(kinds), True, tuple(lacking)), Certainty.HIGH, (*whole, *some))
    return _of_some(doc, Review("partial", len(kinds), service, tuple(lacking)), some)


def _of_some(doc: Document, found: Review, some: list[Span]) -> Seen[Review]:
    """Where no claims file was read: the records that were, else those the author works with, else none."""
    used = some or _used(doc)
    if used:
        seen = found if some else replace(found, itemized=max(1, found.itemized))
        return Seen(seen, Certainty.HIGH if seen.itemized > 1 else Certainty.FAIR, tuple(used))
    none = Review("none", 0, False, found.lacking)
    return Seen(none, Certainty.FAIR, found.lacking, "No records are named as read.")


def _used(doc: Document) -> list[Span]:
    """Where the author works with what a record says, without saying that it was read: with its words or date."""
    found = []
    for sentence in doc.sentences:
        low = doc.of(sentence)
        if sentence.section in (Section.QUESTION, Section.ISSUE) or _somebody_else(low):
            continue
        if HIDDEN in low or _NOTE.match(low):
            continue  # a template that is still to be filled in, or a note to whoever fills it
        low = _WANTED.split(_MISSING.sub(" ", low), maxsplit=1)[0]
        if _USED.search(low) and not (_SAYS.search(low) and not _USED_TOO.search(low)):
            found.append((sentence.start, sentence.end))
    return found[:3]


def _asked_what(doc: Document, number: int) -> bool:
    """Whether a sentence is the first answer to a question after what was read."""
    return number > 0 and _WHAT_READ.search(doc.of(doc.sentences[number - 1])) is not None


def _read_part(low: str, sentence: Sentence) -> str | None:
    """The part of a sentence that says what was read, without what it says was not; None where it says nothing."""
    if (but := _BUT.search(low)) is not None and RECORD.search(low, but.end()):
        return low[but.end() :]
    part = _MISSING.sub(lambda match: HIDDEN * len(match.group()), low)
    read = _READ.search(part)
    listed = sentence.section in _HEADS and (sentence.under <= 14)
    if read is None and not listed:
        return part if _TELLS.search(_WANTED.split(part, maxsplit=1)[0]) and not _SAYS.search(part) else None
    if read is not None and _NOT.search(part[max(0, read.start() - 28) : read.start()]):
        return part[: max(0, read.start() - 28)] if listed else None
    if not (RECORD.search(part) or CLAIMS_FILE.search(part)):
        return None
    return part


def _somebody_else(low: str) -> bool:
    """Whether it is an examiner or VA who read, or failed to read, the records."""
    return bool(
        re.search(
            r"\b(?:the |va |c ?& ?p |that |this )*(?:examiner|rater|board|va (?=did|has|had|failed|ignored"
            r"|overlooked)|rating (?:specialist|board)|agency|judge)(?:'s)? ?(?:\w+ ){0,3}(?:review|read"
            r"|consider|look|mention|discuss|overlook|ignor|fail|reli|had|was given|did)",
            low,
        )
        and not re.search(r"\b(?:i|we|my|this examiner)\b", low)
    )
