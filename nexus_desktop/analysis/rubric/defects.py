"""What is wrong with a letter, item by item, told in what the letter itself names (rubric section 4, in bold).

Each function gives the problem for the attorney and, where there is one, the thing the doctor can be asked about.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from nexus_desktop.analysis.rubric import conditions, items_connection, particulars
from nexus_desktop.analysis.rubric.condition_table import FIELD_WORDS
from nexus_desktop.analysis.rubric.facts import Facts
from nexus_desktop.analysis.rubric.seen import Span
from nexus_desktop.models.analysis_models import Certainty, Holder, ItemFinding, Polarity, Standard, Theory
from nexus_desktop.models.rubric_models import ItemId

_MOST_WORDS = 60  # characters of a phrase shown in a problem
_ALL_RECORDS: Final = re.compile(
    r"\ball (?:of )?(?:the |his |her |available )?(?:\w+ )?(?:records|documents|evidence)\b"
)
_PERMANENT: Final = re.compile(r"\bpermanent(?:ly)? (?:aggravat|worsen)\w*")
_NOT_LISTED: Final = re.compile(r"\bnot (?:\w+ ){0,3}(?:a )?(?:presumptive|presumed|on the (?:presumptive )?list)\b")
_THRESHOLDS: Final = re.compile(r"\b\d{2,3} ?(?:db|decibels?)\b|\bthresholds? (?:of|at|from)\b|maryland cnc")


_WHICH_WAY: Final = (
    "Is the condition, in your opinion, tied to service directly, to a service-connected condition as its cause or by"
    " being made worse by it, or to neither?"
)
_ONE_MEANING: Final = "Please give one conclusion for each condition, and the same one throughout the letter."
_AS_MEANT: Final = "You come to different conclusions on different conditions. Is each of them stated as you mean it?"


@dataclass(frozen=True, slots=True)
class Defect:
    """A problem in words, and what it is about."""

    problem: str
    thing: str = ""
    ask: str = ""  # the question, where the one of the rubric does not fit


def defect(facts: Facts, item: ItemFinding) -> Defect:
    """The defect of an item that lacks points; the item's own reason where nothing more particular can be said."""
    if item.id is ItemId.MO5 and (facts.governing is None or facts.governing.claim.withheld):
        return Defect(item.reason, ask=_WHICH_WAY)
    if item.id is ItemId.MO5:
        return Defect(f"{item.reason} {_wrong_test(facts)}".strip())
    particular = _DEFECTS.get(item.id)
    found = particular(facts) if particular else None
    return found or Defect(item.reason)


def advice(facts: Facts) -> Defect | None:
    """What to say of a standard that is met but not in VA's words, or None."""
    one = facts.governing
    if one is None or facts.presumed or not one.meets_standard or not one.claim.note:
        return None
    note = one.claim.note
    if one.claim.standard is Standard.DEFINITE and not one.claim.strict:
        note = "No standard of probability is stated; advice only, as a flat opinion is more than is needed."
    return Defect(note, _phrase(facts))


def _names(facts: Facts) -> str:
    return ", ".join(particulars.name(facts, name) for name in facts.claimed)


def _phrase(facts: Facts) -> str:
    """The words of the governing opinion that its class stands on."""
    one = facts.governing
    if one is None:
        return ""
    start, end = one.start, one.end
    first, last = one.claim.phrase
    if last > first and start + last <= end:
        start, end = start + first, start + last
    words = particulars.words(facts, (start, end))
    return words if len(words) <= _MOST_WORDS else words[:_MOST_WORDS].rsplit(" ", 1)[0] + " …"


def _no_opinion(facts: Facts) -> Defect | None:
    if facts.governing is None and facts.claimed:
        held = {one.holder for one in facts.opinions if one.claim.polarity is not Polarity.NONE} - {Holder.VETERAN}
        quoted = " The only opinion found is quoted from somebody else." if held else ""
        return Defect(f"No nexus opinion for {_names(facts)}.{quoted}", _names(facts))
    if facts.uncovered:
        missing = ", ".join(particulars.name(facts, name) for name in facts.uncovered)
        return Defect(f"No nexus opinion for {missing}.", missing)
    if facts.position.opposed:
        name = facts.position.opposed[0].condition or "another condition"
        return Defect(f"The opinion on {name} does not support the claim.", ask=_AS_MEANT)
    return None


def _standard(facts: Facts) -> Defect | None:
    one = facts.governing
    if one is None or one.claim.withheld:
        return None
    if one.claim.polarity is Polarity.UNFAVORABLE:
        return Defect(f"The opinion falls below the standard: “{_phrase(facts)}”.")
    if one.claim.polarity is Polarity.INCONCLUSIVE or one.claim.standard is Standard.SPECULATIVE:
        return Defect(f"The opinion is speculative: “{_phrase(facts)}”. {one.claim.note}".strip(), _phrase(facts))
    return None


def _meaning(facts: Facts) -> Defect | None:
    one, position = facts.governing, facts.position
    others = (*position.contradictions, *position.hedges)
    if one is None:
        return Defect("There is no opinion that could have one meaning.", ask=_ONE_MEANING)
    if not others:
        return None
    first, second = (_short(particulars.words(facts, (o.start, o.end))) for o in (one, others[0]))
    return Defect(f"One place says “{first}”, another “{second}”.")


def _short(words: str) -> str:
    return words if len(words) <= 2 * _MOST_WORDS else words[: 2 * _MOST_WORDS].rsplit(" ", 1)[0] + " …"


def _own(facts: Facts) -> Defect | None:
    if facts.governing is not None:
        return None
    holders = [one.holder for one in facts.opinions if one.claim.polarity is not Polarity.NONE]
    named = {Holder.EXAMINER: "the VA examiner", Holder.OTHER_DOCTOR: "another doctor", Holder.VA: "VA"}
    quoted = next((named[holder] for holder in holders if holder in named), None)
    if quoted:
        return Defect(f"The only opinion found is quoted from {quoted}.")
    if any(one.holder is Holder.VETERAN for one in facts.opinions):
        return Defect("History is transcribed without medical comment.")
    return None


def _wrong_test(facts: Facts) -> str:
    """What test the letter applies that the law does not ask for, or nothing."""
    if facts.theory.value is Theory.SECONDARY and _first(facts, _PERMANENT):
        return "The letter applies a test of permanent worsening, which 3.310 does not ask for."
    if facts.polarity is Polarity.UNFAVORABLE and _first(facts, _NOT_LISTED):
        return "That a disease is not on a presumptive list is no reason against it."
    return ""


def _diagnosis(facts: Facts) -> Defect | None:
    name = _names(facts)
    if not facts.diagnosis.value.made and facts.diagnosis.where:
        return Defect(f"{facts.diagnosis.note}")
    if any("hearing" in one for one in facts.claimed) and not _THRESHOLDS.search(facts.doc.low):
        return Defect("Hearing loss is named without thresholds.", "hearing loss")
    if not facts.diagnosis.value.made and facts.diagnosis.value.symptom_only and name:
        return Defect(f"A symptom without a diagnosis: {name}.", name)
    if not facts.diagnosis.value.made and name:
        return Defect(f"No current diagnosis of {name} was found.", name)
    return Defect(f"The diagnosis of {name} is named without its basis.", name) if name else None


def _event(facts: Facts) -> Defect | None:
    ground = facts.ground.value
    if ground.kind == "anchor" and not ground.status_stated:
        name = _anchor_name(facts)
        what = f"the {name}" if name else "the condition"
        return Defect(f"The letter does not say that {what} it rests on is service connected.", name)
    if not ground.present and facts.ground.where:
        return Defect("Service is referred to in general terms only.")
    return None


def _theory_element(facts: Facts) -> Defect | None:
    missing = items_connection.missing(facts)
    return Defect(f"Not addressed: {', '.join(missing)}.", ", ".join(missing)) if missing else None


def _anchor_name(facts: Facts) -> str:
    """The condition that the opinion names as cause."""
    one = facts.governing
    if one is None or one.claim.source[1] <= one.claim.source[0]:
        return ""
    named = facts.doc.named(one.start + one.claim.source[0], one.start + one.claim.source[1])
    return particulars.words(facts, (named[0].start, named[0].end)) if named else ""


def _chronology(facts: Facts) -> Defect | None:
    gap = particulars.gap_in_years(facts)
    if gap is None:
        return None
    return Defect(f"{gap[0]} years between service and the first record are not explained.", f"{gap[0]} years")


def _records(facts: Facts) -> Defect | None:
    if facts.review.value.itemized <= 1 and _first(facts, _ALL_RECORDS):
        return Defect("The letter says “all records” without listing them. Lack of the claims file is not a defect.")
    return None


def _causes(facts: Facts) -> Defect | None:
    risks = particulars.risk_factors(facts)
    if not risks:
        return None
    things = ", ".join(f"“{one.words}”" for one in risks)
    return Defect(f"Named in the letter and not weighed: {things}.", things)


def _contrary(facts: Facts) -> Defect | None:
    report = particulars.adverse_report(facts)
    return (
        Defect(f"The adverse opinion or denial of {report.words} is not addressed.", report.words) if report else None
    )


def _literature(facts: Facts) -> Defect | None:
    value = facts.literature.value
    if value.leaning and not value.named:
        return Defect(f"No source is named for “{_short(particulars.words(facts, value.leaning[0]))}”.")
    return Defect("A citation is incomplete.") if value.named else None


def _fit(facts: Facts) -> Defect | None:
    fields = sorted(field for name in facts.claimed[:1] for field in conditions.fields(name))
    if not fields or facts.author.disclaims:
        return None
    asked = FIELD_WORDS[fields[0]]
    if facts.author.credentials.certainty is Certainty.LOW or not facts.author.fields:
        return Defect(f"No specialty is stated for an opinion on {asked}.", asked)
    return Defect(f"The author's stated field does not cover {asked}, and no experience with them is stated.", asked)


def _form(facts: Facts) -> Defect | None:
    if not facts.signed.value and not facts.dated.value:
        return Defect("The letter is unsigned and undated.")
    return Defect("The letter is unsigned." if not facts.signed.value else "The letter is undated.")


def _individual(facts: Facts) -> Defect | None:
    if not facts.doc.gaps or facts.doc.machine:
        return None
    return Defect(f"Unfilled brackets: {_short(particulars.words(facts, facts.doc.gaps[0]))}.")


def _first(facts: Facts, pattern: re.Pattern[str]) -> Span | None:
    """The first place outside of quotations that matches."""
    for sentence in facts.doc.sentences:
        match = pattern.search(facts.doc.of(sentence))
        if match and not facts.doc.quoted(sentence):
            return sentence.start + match.start(), sentence.start + match.end()
    return None


_DEFECTS: Final[dict[ItemId, Callable[[Facts], Defect | None]]] = {
    ItemId.MO1: _no_opinion,
    ItemId.MO2: _standard,
    ItemId.MO3: _meaning,
    ItemId.MO4: _own,
    ItemId.SC1: _diagnosis,
    ItemId.SC2: _event,
    ItemId.SC3: _theory_element,
    ItemId.SC5: _chronology,
    ItemId.MR3: _records,
    ItemId.MR5: _causes,
    ItemId.MR6: _contrary,
    ItemId.MR7: _literature,
    ItemId.PF2: _fit,
    ItemId.PF4: _form,
    ItemId.PF5: _individual,
}
