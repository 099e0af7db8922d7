"""Service connection: items SC1 to SC5 (rubric section 4)."""

from __future__ import annotations

import re
from typing import Final

from nexus_desktop.analysis.rubric import derived
from nexus_desktop.analysis.rubric.facts import Facts
from nexus_desktop.analysis.rubric.judging import Judge, Judgment
from nexus_desktop.analysis.rubric.links import LinkKind
from nexus_desktop.analysis.rubric.reason_words import Strand
from nexus_desktop.analysis.rubric.seen import Span
from nexus_desktop.models.analysis_models import Certainty, Polarity, Theory
from nexus_desktop.models.rubric_models import ItemId

_MEASURE: Final = (
    r"(?:measured|scor(?:e|es|ed)|readings?|index|averag(?:e|es|ed)|thresholds?|acuity|a1c|range of motion"
    r"|lesions?|attacks?"
    r"|\d+(?:\.\d+)?(?: ?%| percent| points?| degrees| of \d+| an? (?:week|month|year|day|night|hour)| (?:times"
    r"|nights|days) an?))"
)
"""What a level is told in, beside "before": "at three measured visits before lithium", "two attacks a month before"."""
_BASELINE: Final = re.compile(
    r"\bbaseline\b|\bbefore (?:the )?(?:onset of|aggravation)|\bprior level\b|\bpre-?(?:service"
    r"|existing) (?:level|severity)|\b(?:mild|asymptomatic|controlled|stable) (?:\w+ ){0,6}?(?:at entry"
    r"|on entry|at enlistment|before)|\bat (?:entry|enlistment|entrance)\b"
    rf"|\b{_MEASURE}[^.;\n]{{0,70}}\b(?:before|prior to|preceding)\b|\b(?:before|prior to"
    rf"|preceding)\b[^.;\n]{{0,70}}\b{_MEASURE}"
)
_NO_BASELINE: Final = re.compile(
    r"\b(?:can't|cannot|not able to|unable to) (?:\w+ ){0,3}?(?:give|state|establish"
    r"|determine)?[^.]{0,20}\bbaseline|\bno baseline\b"
)
_HAS_NONE: Final = re.compile(
    r"\bbaseline\b[^\w.;]{0,6}[^.;\w]{0,4}\.? ?(?:i|we) (?:do not|don't|cannot|can't"
    r"|did not) (?:really )?(?:have|give|know|set)\b"
)
_LEVEL: Final = re.compile(
    r"\b(?:current(?:ly)?|present|now|today|at separation|at discharge|mean of the last|latest"
    r"|most recent)\b[^.]{0,80}\b(?:severity|level|moderate|severe|grade|readings?|\d)|\bworse than\b"
    r"|\bincrease[ds]?\b|\bmade (?:it|\w+) worse\b"
)
_NATURAL: Final = re.compile(
    r"\bnatural (?:progress\w*|course|history)\b|\bexpected course\b|\bnormally stays\b"
    r"|\bwould (?:have been|be) expected\b"
)
_GAP: Final = re.compile(
    r"\b(?:gap|interval|lack of (?:treatment|records|care)|no (?:treatment|records|care|medical care"
    r"|civilian physician|health insurance|insurance)|did not (?:seek|see)|absence of (?:treatment|records)"
    r"|latency|silent(?:ly)?|years (?:later|after|before)|untreated|self-treated|over-the-counter"
    r"|since (?:then|service|discharge|separation)|ever since|continu\w+|persist\w*|every day since"
    r"|within (?:\w+ )?(?:hours|days|months|a year|ten years)|twenty months|no gap)\b"
)
_MANIFEST: Final = re.compile(
    r"\bwithin (?:\w+ )*(?:year|years|months)\b|\bat any time\b|\bmanifest\w*|\b10 percent\b"
    r"|\bten[- ]year\b|\bsince (?:19|20)\d\d\b|\bdiagnosed\b|\bbegan\b|\bonset\b|\bfirst (?:charted"
    r"|recorded|noted|appear\w*)"
)
_LISTED: Final = re.compile(
    r"\blisted\b|\bon the list\b|\bamong (?:the|those)\b|\bnamed by\b|\bpresum\w+"
    r"|\bassociated with exposure\b|3\.3(?:09|17|18|20)"
)


def current_disability(facts: Facts) -> Judgment:
    """SC1: a diagnosis, with its basis."""
    seen = facts.diagnosis
    if not seen.value.made:
        points = 2 if seen.value.symptom_only else 0
        return Judgment(points, seen.note or "No diagnosis was found.", seen.certainty, seen.where)
    if seen.value.basis:
        return Judgment(
            6,
            "A diagnosis is given, with what it was made on.",
            seen.certainty,
            (*seen.where[:2], *seen.value.basis[:1]),
        )
    return Judgment(4, "A diagnosis is named without its basis.", seen.certainty, seen.where)


def event_or_anchor(facts: Facts) -> Judgment:
    """SC2: what happened in service, the qualifying service, or the service-connected anchor."""
    seen = facts.ground
    ground = seen.value
    if not ground.present:
        points = 2 if seen.where and not ground.doubtful else 0
        return Judgment(
            points,
            seen.note or "Nothing in service was found that the opinion could rest on.",
            seen.certainty,
            seen.where,
        )
    if ground.kind == "anchor" and not ground.status_stated:
        return Judgment(2, seen.note, seen.certainty, seen.where)
    sourced = ground.sourced or facts.review.value.extent == "claims_file"
    if ground.specific and sourced:
        return Judgment(6, "It is named, with its source.", seen.certainty, seen.where)
    if ground.specific or sourced:
        return Judgment(
            4,
            "It is named; its source is not." if ground.specific else "It is named, with little detail.",
            seen.certainty,
            seen.where,
        )
    return Judgment(2, "It is named in general terms only.", seen.certainty, seen.where)


def theory_element(facts: Facts) -> Judgment:
    """SC3: what the theory itself turns on (rubric section 2)."""
    by_theory = {
        Theory.DIRECT: _direct,
        Theory.SECONDARY: _secondary,
        Theory.AGGRAVATION: _aggravation,
        Theory.PRESUMPTIVE: _presumptive,
    }
    return by_theory[facts.theory.value](facts)


def missing(facts: Facts) -> tuple[str, ...]:
    """What the theory turns on and the letter does not address, in words for a question."""
    theory = facts.theory.value
    parts: tuple[tuple[str, bool], ...]
    if theory is Theory.AGGRAVATION:
        refused = _places(facts, _NO_BASELINE, most=1)
        parts = (
            ("the baseline before", bool(_places(facts, _BASELINE, most=1)) and not refused),
            ("the present level", bool(_places(facts, _LEVEL, most=1))),
            ("the natural course", bool(_places(facts, _NATURAL, most=1))),
        )
    elif theory is Theory.PRESUMPTIVE:
        parts = (
            ("place and time of the qualifying service", facts.ground.value.present),
            ("whether the diagnosis is one of the listed diseases", bool(_places(facts, _LISTED, most=1))),
            ("when it first showed", bool(_places(facts, _MANIFEST, most=1))),
        )
    elif theory is Theory.SECONDARY:
        parts = (
            ("whether and how the service-connected condition leads to this one", _secondary(facts).points == _FULL),
        )
    else:
        parts = (
            (
                "whether and how the event led to today's condition, over the years between",
                _direct(facts).points == _FULL,
            ),
        )
    return tuple(name for name, met in parts if not met)


def _direct(facts: Facts) -> Judgment:
    if not facts.ground.value.present or facts.governing is None:
        return Judgment(
            0, "The letter does not tie a named event to today's condition.", Certainty.FAIR, facts.ground.where
        )
    explained = _places(facts, _GAP, most=2)
    strands = facts.rationale.value.strands
    if explained and (Strand.MECHANISM in strands or Strand.COURSE in strands):
        return Judgment(
            6,
            "The event is tied to today's condition, and the time between is dealt with.",
            Certainty.FAIR,
            (*facts.ground.where[:1], *explained),
        )
    return Judgment(
        3,
        "The event is named; how it led to today's condition over the years is thin.",
        Certainty.FAIR,
        facts.ground.where[:2],
    )


def _secondary(facts: Facts) -> Judgment:
    if not facts.ground.value.present:
        return Judgment(0, "The anchor of the secondary theory is missing or open.", Certainty.FAIR, facts.ground.where)
    if Strand.MECHANISM in facts.rationale.value.strands and len(facts.rationale.value.strands) >= 3:
        return Judgment(
            6,
            "The path from the service-connected condition to this one is shown.",
            Certainty.FAIR,
            facts.rationale.value.spans(Strand.MECHANISM),
        )
    return Judgment(
        3, "The path from the service-connected condition to this one is thin.", Certainty.FAIR, facts.ground.where[:1]
    )


def _aggravation(facts: Facts) -> Judgment:
    refused = _places(facts, _NO_BASELINE, most=1)
    parts = [_places(facts, pattern, most=1) for pattern in (_BASELINE, _LEVEL, _NATURAL)]
    met = sum(bool(part) for part in parts) - bool(refused)
    where = tuple(span for part in parts for span in part)
    if met >= 3 or (met == 2 and parts[0] and not refused):
        return Judgment(6, "Baseline, present level and natural course are addressed.", Certainty.FAIR, where)
    if met >= 1:
        return Judgment(
            3, "Not all of baseline, present level and natural course is addressed.", Certainty.FAIR, (*refused, *where)
        )
    return Judgment(0, "Baseline, present level and natural course are missing.", Certainty.FAIR, refused)


def without_baseline(facts: Facts) -> bool:
    """Whether an opinion that something was made worse stands without the level before (38 C.F.R. § 3.310(b))."""
    worse = [
        one
        for one in facts.position.per_condition
        if one.claim.kind is LinkKind.AGGRAVATION and one.claim.polarity is Polarity.FAVORABLE
    ]
    if facts.ground.value.kind == "preexisting" or not (worse or facts.theory.value is Theory.AGGRAVATION):
        return False  # of what was noted at entry, what entry showed is the level before (38 C.F.R. § 3.306)
    return _HAS_NONE.search(facts.doc.low) is not None or not _places(facts, _BASELINE, most=1)


def _presumptive(facts: Facts) -> Judgment:
    listed, manifest = _places(facts, _LISTED, most=1), _places(facts, _MANIFEST, most=1)
    if facts.ground.value.present and listed and (manifest or derived.shown_in_time(facts.derived)):
        return Judgment(
            6,
            "Listed disease, qualifying service and onset are in the letter.",
            Certainty.FAIR,
            (*facts.ground.where[:1], *listed, *manifest),
        )
    if facts.ground.value.present or listed:
        return Judgment(
            3,
            "Not all of listed disease, qualifying service and onset is in the letter.",
            Certainty.FAIR,
            (*facts.ground.where[:1], *listed),
        )
    return Judgment(0, "What the presumption asks for is missing.", Certainty.FAIR, facts.ground.where)


def premise(facts: Facts) -> Judgment:
    """SC4: the facts are true by the letter itself, and sourced."""
    seen = facts.contradiction
    if seen.value:
        return Judgment(0, seen.note, seen.certainty, seen.where)
    if seen.certainty is Certainty.LOW:
        return Judgment(2, seen.note, seen.certainty, seen.where)
    if facts.ground.value.doubtful:
        return Judgment(2, facts.ground.note, Certainty.FAIR, facts.ground.value.doubtful)
    if facts.review.value.extent != "none" or facts.ground.value.sourced:
        return Judgment(
            5,
            "The facts are tied to records or accounts, and nothing in the letter contradicts them.",
            Certainty.FAIR,
            facts.review.where[:2],
        )
    return Judgment(2, "The facts are not tied to any record or account.", Certainty.FAIR, facts.ground.where[:1])


def chronology(facts: Facts) -> Judgment:
    """SC5: onset, course, and any gap."""
    explained, gap = _places(facts, _GAP, most=2), derived.gap_after_service(facts.derived)
    if Strand.COURSE in facts.rationale.value.strands and explained:
        return Judgment(2, "Onset and course are told.", Certainty.FAIR, explained)
    if explained or Strand.COURSE in facts.rationale.value.strands:
        return Judgment(
            1,
            "Onset and course are told in part.",
            Certainty.FAIR,
            explained or facts.rationale.value.spans(Strand.COURSE),
        )
    if gap is None:
        return Judgment(0, "Onset, course and any gap are not told.", Certainty.FAIR)
    where = derived.places(facts.doc, gap.tags)[:2]
    if gap.most <= derived.SHORT:
        return Judgment(
            1, "By its dates the condition showed soon after; its course is not told.", Certainty.FAIR, where
        )
    return Judgment(0, f"A gap of {gap.least} months or more is not dealt with.", Certainty.FAIR, where)


def _places(facts: Facts, pattern: re.Pattern[str], *, most: int) -> tuple[Span, ...]:
    """Sentences outside of quotations that match, in order."""
    found: list[Span] = []
    for s in facts.doc.sentences:
        if pattern.search(facts.doc.of(s)) and not facts.doc.quoted(s):
            found.append((s.start, s.end))
            if len(found) == most:
                break
    return tuple(found)


_FULL: Final = 6  # points of SC3 met in full
JUDGES: Final[dict[ItemId, Judge]] = {
    ItemId.SC1: current_disability,
    ItemId.SC2: event_or_anchor,
    ItemId.SC3: theory_element,
    ItemId.SC4: premise,
    ItemId.SC5: chronology,
}
