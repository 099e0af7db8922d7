"""Words for people: how the values of an analysis read on a screen, in a report and on the command line."""

from __future__ import annotations

from collections.abc import Mapping

from nexus_desktop.models.analysis_models import (
    LOW_CONFIDENCE,
    Action,
    Elements,
    Grade,
    Holder,
    NamedAuthority,
    Polarity,
    Standard,
    Theory,
)
from nexus_desktop.models.letter_models import Level
from nexus_desktop.models.rubric_models import ComponentId, Strength
from nexus_desktop.models.service_models import ReviewOfBytes, ServiceProfile
from nexus_desktop.models.standing import Standing
from nexus_desktop.models.validation import Problem, ValidationStatus

STRENGTH: dict[Strength, str] = {
    Strength.NONE: "No value as nexus evidence",
    Strength.WEAK: "Weak",
    Strength.MODERATE: "Moderate",
    Strength.STRONG: "Strong",
}
ACTION: dict[Action, str] = {
    Action.READY_FOR_REVIEW: "Ready for your review.",
    Action.ASK_DOCTOR: "Ask the doctor first.",
    Action.DO_NOT_FILE: "Do not file as nexus evidence.",
}
POLARITY: dict[Polarity, str] = {
    Polarity.FAVORABLE: "favorable",
    Polarity.UNFAVORABLE: "unfavorable",
    Polarity.INCONCLUSIVE: "inconclusive",
    Polarity.NONE: "no opinion",
}
STANDARD: dict[Standard, str] = {
    Standard.DEFINITE: "stated as fact",
    Standard.MORE_LIKELY: "more likely than not",
    Standard.AT_LEAST_AS_LIKELY: "at least as likely as not",
    Standard.SPECULATIVE: "speculative",
    Standard.LESS_LIKELY: "less likely than not",
    Standard.NONE: "no standard",
}
THEORY: dict[Theory, str] = {
    Theory.DIRECT: "direct",
    Theory.SECONDARY: "secondary",
    Theory.AGGRAVATION: "aggravation",
    Theory.PRESUMPTIVE: "presumptive",
}
GRADE: dict[Grade, str] = {
    Grade.FULL: "met",
    Grade.PARTIAL: "met in part",
    Grade.NONE: "missing",
    Grade.NOT_APPLICABLE: "does not apply",
}
HOLDER: dict[Holder, str] = {
    Holder.AUTHOR: "the author",
    Holder.EXAMINER: "a VA examiner",
    Holder.OTHER_DOCTOR: "another doctor",
    Holder.VETERAN: "the veteran",
    Holder.VA: "VA",
}
COMPONENT: dict[ComponentId, str] = {
    ComponentId.OPINION: "Medical opinion",
    ComponentId.CONNECTION: "Service connection",
    ComponentId.RATIONALE: "Medical rationale",
    ComponentId.FORM: "Competence and form",
}
LEVEL: dict[Level, str] = {
    Level.MINIMAL: "Minimal: names, numbers, contacts",
    Level.MODERATE: "Moderate: HIPAA Safe Harbor types",
    Level.STRICT: "Strict: also clinicians, units, places",
}
ELEMENT: dict[str, str] = {
    "current_diagnosis": "Current diagnosis",
    "in_service_event": "Event in service, or condition it rests on",
    "nexus_opinion": "Nexus opinion",
    "rationale": "Reasons",
    "records_review": "Records reviewed",
    "credentials": "Credentials stated",
    "specialty_relevant": "Specialty fits the question",
    "literature": "Literature cited",
    "signed": "Signed",
    "dated": "Dated",
}
DISCLAIMER = (
    "Analysis support for an accredited attorney, made on this machine by fixed rules. "
    "It is not legal or medical advice and predicts no award."
)


DISCLAIMER_SERVICE = (
    "Analysis support for an accredited attorney. A service judged the items and quoted the letter; each quote was "
    "looked up in it, and each point computed on this machine. It is not legal or medical advice and predicts no award."
)


WHAT_LEFT = (
    "What was sent to it: the de-identified letter and the questions of the rubric, nothing else. The audit "
    "trail has address, size and hash of the exact bytes. Points and gates were computed on this machine."
)
IN_DOUBT = "Read with low certainty. Check the marked words yourself before you rely on this verdict."


def in_doubt(confidence: float, status: ValidationStatus) -> bool:
    """Whether a verdict must not be taken at a glance."""
    return confidence < LOW_CONFIDENCE or status in (ValidationStatus.PARTIAL, ValidationStatus.FAILED)


_PLACES = {
    "opinion.polarity": "The direction of the opinion",
    "opinion.standard": "The standard of probability",
    "opinion.theory": "The theory",
    "opinion.condition": "The condition",
    "opinion.quote": "The quote for the opinion",
    "confidence": "Its own confidence",
}
_PARTS = {"level": "The judgment", "quotes": "A quote", "reason": "The reason"}


def where_to(service: ServiceProfile) -> str:
    """Whether a letter leaves this machine, for where, and whether the person sees it before."""
    if service.local:
        where = f"The redacted letter goes to {service.title}, a service on this machine."
    else:
        where = f"The redacted letter will leave this machine for {service.title} ({service.host})."
    if service.review is ReviewOfBytes.ALWAYS:
        return f"{where} You see exactly what is sent, and decide."
    return f"{where} What is sent is shown the first time only, as you chose."


def problem_words(problem: Problem, titles: Mapping[str, str]) -> str:
    """What was wrong with a service's answer, with words in place of paths. ``titles``: of the items of the rubric."""
    names = problem.field.split(".")
    words = _PLACES.get(problem.field)
    if names[0] == "items" and len(names) > 2:
        words = f"{_PARTS.get(names[2], 'Something')} for “{titles.get(names[1], names[1])}”"
    elif names[0] == "citations" and len(names) > 1:
        words = "An authority it named"
    elif names[0] == "elements" and len(names) > 1:
        words = f"What it said on “{names[1].replace('_', ' ')}”"
    return problem.sentence if words is None else problem.sentence.replace(problem.field, words, 1)


STANDING = {
    Standing.KNOWN: "Known: it is on our list of authorities",
    Standing.PLAUSIBLE: "Not verified: look it up before you rely on it",
    Standing.DOUBTFUL: "Doubtful: it may not exist, and counts for nothing",
    Standing.KNOWN_BAD: "Wrong: it counts for nothing",
}


def standing_words(one: NamedAuthority) -> str:
    """How far an authority that a service named can be trusted."""
    return f"{STANDING[one.standing]}; the letter names it{', too' if one.in_letter else ' not'}."


def disclaimer(prompt_version: str | None) -> str:
    """What stands under a result: by fixed rules here, or with a service asked by some version of a prompt."""
    return DISCLAIMER if prompt_version is None else DISCLAIMER_SERVICE


def element_words(elements: Elements) -> list[tuple[str, str, bool]]:
    """The checklist as (title, value, whether it is there)."""
    lines = []
    for name, value in elements:
        present = value if isinstance(value, bool) else value != "none"
        words = ("yes" if value else "not found") if isinstance(value, bool) else value.replace("_", " ")
        lines.append((ELEMENT[name], "not found" if words == "none" else words, present))
    return lines
