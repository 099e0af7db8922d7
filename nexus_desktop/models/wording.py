"""Words for people: how the values of an analysis read on a screen, in a report and on the command line."""

from __future__ import annotations

from nexus_desktop.models.analysis_models import Action, Elements, Grade, Holder, Polarity, Standard, Theory
from nexus_desktop.models.letter_models import Level
from nexus_desktop.models.rubric_models import ComponentId, Strength

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


def element_words(elements: Elements) -> list[tuple[str, str, bool]]:
    """The checklist as (title, value, whether it is there)."""
    lines = []
    for name, value in elements:
        present = value if isinstance(value, bool) else value != "none"
        words = ("yes" if value else "not found") if isinstance(value, bool) else value.replace("_", " ")
        lines.append((ELEMENT[name], "not found" if words == "none" else words, present))
    return lines
