"""What a letter names that its defects can be told in: risk factors, years without records, dates of reports."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from nexus_desktop.analysis.rubric.date_words import DATE
from nexus_desktop.analysis.rubric.facts import Facts
from nexus_desktop.analysis.rubric.headings import Section
from nexus_desktop.analysis.rubric.reason_words import Strand
from nexus_desktop.analysis.rubric.seen import Span
from nexus_desktop.models.analysis_models import Evidence

_RISKS: Final = re.compile(
    r"\b(?:(?:history of |chronic |daily )?(?:smok(?:es|ed|ing)|cigarettes?|tobacco)|pack[- ]years?|obes(?:e|ity)"
    r"|overweight"
    r"|bmi (?:of |is |was )?\d+|alcohol(?: use| abuse)?|drinks? (?:\w+ ){0,3}(?:beers?|daily|a day)"
    r"|family history of [\w\s]{3,40}?(?=[,.;]|$)"
    r"|diabetes|hypertension|hyperlipidemia|sleep apnea"
    r"|(?:car|motor vehicle|motorcycle|atv|work(?:place)?|on-the-job) (?:accident|injur(?:y|ies)|collision|crash)"
    r"|(?:civilian|post-service|factory|construction|roofing|warehouse|trucking|farm) (?:job|work|employment|career"
    r"|noise)"
    r"|hunt(?:s|ing)|power tools|divorce|bankruptcy|college football|football|energy drinks|caffeine)\b"
)
_TAKEN_UP: Final = re.compile(
    r"\b(?:no|not an?|hardly an?|never an?) (?:\w+ )?(?:factor|issue|contributor|explanation|cause)\b|\b(?:do|does"
    r"|did)(?: not|n't)"
    r" (?:\w+ )?(?:account|explain|matter|contribut\w*)\b|\brul(?:ed|es|ing) out\b|\bexcluded\b|\bconsidered\b"
    r"|\bweighed\b"
)
_BULK: Final = re.compile(r"\b(?:obes\w+|overweight|weight|bmi)\b")
_DENIED: Final = re.compile(
    r"\b(?:no|not|never|denies|denied|without|nor|quit|negative for|does not|did not|has not|n't)\b[^.;,]{0,30}$"
)
_SERVICE: Final = re.compile(
    r"\b(?:served|service|discharged?|separat\w+|released|retire\w*|active duty|deployed|stationed|enlist\w+|tour"
    r"|in-service"
    r"|sick call|drafted)\b"
)
_FIRST: Final = re.compile(
    r"\b(?:diagnosed|first (?:\w+ )?(?:recorded|seen|noted|documented|treated|charted|found|shown|diagnosed|sought)"
    r"|records? begin"
    r"|came to (?:me|us|our)|first visit|earliest (?:\w+ )?(?:record|note)|mri|x-rays?|films|sleep study|biopsy"
    r"|audiogram of)\b"
)
_YEAR: Final = re.compile(r"\b(19[4-9]\d|20[0-4]\d)\b")
_DATE: Final = re.compile(DATE)
_LEAST_GAP = 2  # years; fewer are no gap that anybody asks about
_MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class Particular:
    """Something the letter names, in its own words, and where."""

    words: str
    where: Span


def risk_factors(facts: Facts) -> tuple[Particular, ...]:
    """Other causes that stand in the letter and that its reasons do not take up."""
    weighed = facts.rationale.value.spans(Strand.ALTERNATIVES)
    claimed = " ".join(facts.claimed)
    stated = facts.doc.low[facts.governing.start : facts.governing.end] if facts.governing else ""
    found: list[Particular] = []
    for sentence in facts.doc.sentences:
        if sentence.section in (Section.ISSUE, Section.QUESTION, Section.AUTHOR, Section.CLOSING, Section.RATIONALE):
            continue
        if any(a < sentence.end and sentence.start < b for a, b in weighed) or facts.doc.quoted(sentence):
            continue
        low = facts.doc.of(sentence)
        if _TAKEN_UP.search(low):
            continue
        for match in _RISKS.finditer(low):
            plain = " ".join(match.group().split())
            if plain in stated or (_BULK.search(plain) and _BULK.search(stated)):
                continue  # a step of the opinion itself
            known = any(
                plain.split()[0] == one.words.lower().split()[0]
                or plain in one.words.lower()
                or one.words.lower() in plain
                for one in found
            )
            if known or plain in claimed or _DENIED.search(low[: match.start()]) or "service-connected" in low:
                continue
            where = (sentence.start + match.start(), sentence.start + match.end())
            found.append(Particular(words(facts, where), where))
    return tuple(found[:_MOST_NAMED])


def gap_in_years(facts: Facts) -> tuple[int, tuple[Span, ...]] | None:
    """Years from the end of service to the first record of the condition, where the letter lets them be counted."""
    service: list[tuple[int, Span]] = []
    records: list[tuple[int, Span]] = []
    for sentence in facts.doc.sentences:
        if sentence.section in (Section.AUTHOR, Section.CLOSING) or facts.doc.quoted(sentence):
            continue
        low = facts.doc.of(sentence)
        years = [int(year) for year in _YEAR.findall(low)]
        if not years:
            continue
        span = (sentence.start, sentence.end)
        if _FIRST.search(low) and not _SERVICE.search(low):
            records.append((min(years), span))
        elif _SERVICE.search(low) and not _FIRST.search(low):
            service.append((max(years), span))
    if not service or not records:
        return None
    ended, told = max(service)
    later = [(year, span) for year, span in records if year > ended]
    if not later or len(later) < len(records):
        return None  # something is on record before service ended: no silence to explain
    first, shown = min(later)
    return (first - ended, (told, shown)) if first - ended >= _LEAST_GAP else None


def adverse_report(facts: Facts) -> Particular | None:
    """The adverse opinion or denial that the letter speaks of, by its date where it has one."""
    for start, end in facts.contrary:
        sentence = next((s for s in facts.doc.sentences if s.start <= start < s.end), None)
        first = sentence.start if sentence else start
        match = _DATE.search(facts.doc.low, first, max(end, sentence.end if sentence else end))
        if match:
            return Particular(words(facts, match.span()), match.span())
    return None


def name(facts: Facts, low: str) -> str:
    """A condition (lower case) as the letter itself writes it, where it stands there on one line."""
    place = facts.doc.low.find(low)
    return words(facts, (place, place + len(low))) if place >= 0 else low


def words(facts: Facts, where: Span) -> str:
    """The letter's own words at a place, on one line."""
    return " ".join(quoted(facts, where).quote.split())


def quoted(facts: Facts, where: Span) -> Evidence:
    """The words at a place as evidence."""
    return facts.doc.reading.evidence(*where)
