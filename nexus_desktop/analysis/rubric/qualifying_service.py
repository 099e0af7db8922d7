"""Service at a place and time that a presumption asks for: where the letter names it, and where it denies it."""

from __future__ import annotations

import re
from typing import Final

from nexus_desktop.analysis.rubric.event_words import SERVED
from nexus_desktop.analysis.rubric.governing import Position
from nexus_desktop.analysis.rubric.headings import Section
from nexus_desktop.analysis.rubric.opinions import Opinion
from nexus_desktop.analysis.rubric.seen import Span
from nexus_desktop.analysis.rubric.segmentation import Document, Sentence

_QUALIFYING: Final = re.compile(
    r"\b(?:served|serving|service|stationed|deployed|deployments?|orders|dd ?-?(?:form )?214"
    r"|personnel (?:file|records?)|assigned|tours?|lived|duty|places?|postings?|location|was (?:in|at|present)"
    r"|participat\w+|flew|flown|(?:his|her) (?:being|time|days|weeks|months?|years?|stay) (?:on|in|at)"
    r"|(?:units?|where|theater)(?=\s{2}|\s?[:\t])"
    r"|crew(?:ed|man)?|loadmaster|maintained|air ?crew)\b"
)
_PLACE: Final = re.compile(
    r"\bvietnam\b|\biraq\b|\bafghanistan\b|\bsouthwest asia\b|\bgulf\b|\bkuwait\b|\bsaudi\b|\bqatar\b"
    r"|\bbahrain\b|\boman\b|\bemirates\b|\bdjibouti\b|\bsomalia\b|\bsyria\b|\bjordan\b|\begypt\b"
    r"|\buzbekistan\b|\byemen\b|\bthailand\b|\blaos\b|\bcambodia\b|\bguam\b|\bjohnston (?:atoll|island)\b"
    r"|\bkorea\w*\b|\bdmz\b|\blejeune\b|\bnew river\b|\[station \d+\]|\bda nang\b|\bsaigon\b|\blong binh\b"
    r"|\bbien hoa\b|\bchu lai\b|\bpleiku\b|\bcam ranh\b|\bbalad\b|\bbagram\b|\bkandahar\b|\bk2\b|\bkarshi\b"
    r"|\benewetak\b|\bpalomares\b|\bthule\b|\bc-123[a-z]?\b|\batmospheric (?:nuclear )?(?:test|detonation)"
    r"|\bnuclear (?:weapons? )?tests?\b|\bhiroshima\b|\bnagasaki\b|\bground zero\b|\bbikini\b|\bnevada test\b"
    r"|\bblue water\b|\boffshore\b"
)
_NOT_THERE: Final = re.compile(
    rf"\b(?:never|not)\b (?:[\w'-]+ ){{0,4}}?(?:{_PLACE.pattern})(?![^.;]{{0,20}}\b(?:until|till|before)\b)"
)
_GUESSED: Final = re.compile(
    r"\b(?:i (?:would )?(?:believe|think|guess|gather|suppose|assume|imagine|presume) (?:that )?(?:he|she|it|they"
    r"|this)\b"
    r"|maybe|perhaps|possibly|presumably|apparently|must have been|somewhere (?:in|over|near)|not sure (?:where"
    r"|when|which)"
    r"|if (?:i|memory) (?:recall|remember|serves?)|as far as i know|for all i know)\b|,? i (?:believe|think|guess)\W*$"
)
"""A place of service that the author only supposes."""
_ERA: Final = re.compile(
    r"\bveterans? of\b[^.;]{0,90}?\b(?:gulf|vietnam|iraq|korean?) (?:war|era|conflict)\b"
    r"|\b(?:gulf|vietnam|iraq|korean?)(?: war| era)? (?:veterans?|vets?)\b"
)
"""Of what war somebody is a veteran: not where they served."""
_ANY_SERVICE: Final = re.compile(
    r"3\.318|\bals\b|amyotrophic lateral sclerosis|3\.309 ?\(a\)|\bchronic disease|\bprisoner of war\b"
    r"|\bwithin (?:the )?(?:first )?(?:one|a|three|seven|[137]) years? (?:of|after|from|following) (?:his |her |the )?"
    r"(?:separation|discharge|release|leaving|service)"
)
_DATED_SERVICE: Final = re.compile(
    r"\b(?:active duty|active service|served|service)\b[^.]{0,80}?(?:\[date \d+|\b(?:19[3-9]\d|20[0-4]\d)\b)"
    r"|\b(?:dd ?-?(?:form )?-?214|discharge paper|orders)\b[^.]{0,60}?\b(?:active|continuous"
    r"|honorable)\b[^.]{0,30}?\bservice\b"
    r"[^.]{0,20}?\b(?:days|months|years)\b"
)
_NO_EXPOSURE: Final = re.compile(
    r"\b(?:was|were|is) not exposed\b|\bfewer than thirty\b|\bless than (?:thirty|30) days\b|\b(?:there is "
    r"|had |has )?no (?:service|foreign service|exposure|evidence of (?:exposure|service)"
    r"|record of (?:exposure|service))\b[^.]{0,50}?\b(?:vietnam|thailand|korea|iraq|southwest asia"
    r"|herbicide|lejeune|agent orange|theater)|\bdid not (?:serve|set foot|deploy)\b|\bnever (?:served"
    r"|set foot|deployed)\b|\bno presumption (?:reaches|applies)|\bany presumption reaches\b"
    r"|\bno southwest asia service\b"
)
WHEN: Final = re.compile(
    r"\[date \d+|\b(?:19[3-9]\d|20[0-4]\d)\b|'\d\d\b|\b\d{1,2}/\d{1,2}/\d{2,4}\b"
    r"|\b\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d{2}\b|\b(?:\w+ )?(?:days|months|years)\b"
)


def named(doc: Document, position: Position) -> tuple[list[Span], list[Span]]:
    """Where service at a listed place is told: with its time, and without. What is only supposed does not count."""
    full: list[Span] = []
    some: list[Span] = []
    for sentence in doc.sentences:
        low = doc.of(sentence)
        if sentence.section is Section.QUESTION or _PLACE.search(low) is None or _GUESSED.search(low):
            continue
        low = _ERA.sub(" ", _NOT_THERE.sub(" ", low))
        if not (_PLACE.search(low) and (_QUALIFYING.search(low) or SERVED.search(low))):
            continue
        if WHEN.search(low):
            full.append((sentence.start, sentence.end))
        elif position.governing is None or not within(sentence, position.governing):
            some.append((sentence.start, sentence.end))  # the opinion alone names the war, not the service
    return full, some


def supposed(doc: Document, where: tuple[Span, ...]) -> bool:
    """Whether all of some places of service are only supposed."""
    return bool(where) and all(_GUESSED.search(doc.low, start, end) for start, end in where)


def denied(doc: Document) -> list[Span]:
    """Where the author denies the service or the exposure."""
    return [(sentence.start, sentence.end) for sentence in doc.sentences if _NO_EXPOSURE.search(doc.of(sentence))]


def dated(doc: Document) -> tuple[Span, ...]:
    """Where any service is told with its time, in a letter on a disease for which any service will do."""
    found = tuple((s.start, s.end) for s in doc.sentences if _DATED_SERVICE.search(doc.of(s)))
    return found if _ANY_SERVICE.search(doc.low) else ()


def within(sentence: Sentence, one: Opinion) -> bool:
    """Whether a sentence is, or is part of, the opinion itself."""
    return sentence.start < one.end and one.start < sentence.end
