"""Which records the author read: the claims file, some records, or none that the letter names."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from nexus_desktop.analysis.rubric import answers
from nexus_desktop.analysis.rubric.headings import Section
from nexus_desktop.analysis.rubric.record_words import CLAIMS_FILE, READ, RECORD, SERVICE_RECORD
from nexus_desktop.analysis.rubric.seen import Seen, Span
from nexus_desktop.analysis.rubric.segmentation import HIDDEN, Document, Sentence
from nexus_desktop.models.analysis_models import Certainty

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
    r"|pages) of (?:the|his|her)\b(?! (?:article|book|chapter|study|paper|letter))"
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
    r"|log|paper)\b|\b(?:i|we) (?:was|were) (?:shown|given|sent|handed)\b(?! (?:nothing|no|none|neither)\b)"
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
    r"|jlv|legacy|sheet|page|leaves|microf|binder|envelope|box|chit|carbon|disc|exam|physical|audiogram|orders"
    r"|study|film|statement|visits|document|reading|results|virtual"
    r"|vbms|evidence|everywhere|exchange|images?|imaging|charting|mri|x-ray"
)
_COUNTED: Final = re.compile(
    r"\b(?:claims? |c-?)(?:file|folder)s?\b[^.;:\n]{0,30}?\(?(?:\w+ volumes?,? )?(?<![\d,])\d[\d,]* (?:pages|pp\b"
    r"|images|leaves)"
)
"""A file of which the pages were counted was in hand."""
_FIELD: Final = re.compile(
    r"<<|\{\{|«\w+»|\b(?:review\w*|read|studied|examined|of|his/her|the) _{3,}|_{3,} (?:\w+ )?(?:records?|files?"
    r"|notes)\b"
    r"|\[(?:name|dates?|his/her|list|records?|number|insert\b[^\]]*)\]"
)
"""A field of a mail merge or a line to write on: what its sentence says may never come to be so."""
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
        if read is None or _unread(doc, sentence, low):
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


def _unread(doc: Document, sentence: Sentence, low: str) -> bool:
    """Whether what a sentence says was read was read by somebody else, is "if any", or is still to be filled in."""
    open_field = _FIELD.search(doc.reading.low, sentence.start, sentence.end) is not None
    return open_field or _somebody_else(low) or _IF_ANY.search(low) is not None


def _asked_what(doc: Document, number: int) -> bool:
    """Whether a sentence is the first answer to a question after what was read."""
    return number > 0 and _WHAT_READ.search(doc.of(doc.sentences[number - 1])) is not None


def _read_part(low: str, sentence: Sentence) -> str | None:
    """The part of a sentence that says what was read, without what it says was not; None where it says nothing."""
    if (but := _BUT.search(low)) is not None and RECORD.search(low, but.end()):
        return low[but.end() :]
    part = _MISSING.sub(lambda match: HIDDEN * len(match.group()), low)
    read = READ.search(part)
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
