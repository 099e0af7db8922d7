"""A sound result built by hand, for tests of what may not be changed in it."""

from __future__ import annotations

from typing import Any

from nexus_desktop.models.analysis_models import NexusAnalysisResult

TEXT = "In my opinion it is at least as likely as not that the knee disease was caused by the fall in service."
QUOTE = "it is at least as likely as not"
EVIDENCE = {"quote": QUOTE, "start": TEXT.index(QUOTE), "end": TEXT.index(QUOTE) + len(QUOTE)}
POINTS = {
    "medical_opinion": {"MO1": 5, "MO2": 8, "MO3": 5, "MO4": 3, "MO5": 4},
    "service_connection": {"SC1": 6, "SC2": 6, "SC3": 6, "SC4": 5, "SC5": 2},
    "medical_rationale": {"MR1": 8, "MR2": 4, "MR3": 4, "MR4": 2, "MR5": 3, "MR6": 2, "MR7": 2},
    "professional_format": {"PF1": 7, "PF2": 5, "PF3": 4, "PF4": 4, "PF5": 3, "PF6": 2},
}


def items(component: str) -> list[dict[str, Any]]:
    return [
        {
            "id": name,
            "title": name,
            "grade": "full",
            "points": points,
            "possible": points,
            "reason": "The letter says so.",
            "certainty": "high",
            "authorities": ["nieves"],
            "evidence": [EVIDENCE],
        }
        for name, points in POINTS[component].items()
    ]


def payload() -> dict[str, Any]:
    """A strong result as plain data, free to be spoiled."""
    governing = {
        "holder": "author",
        "condition": "knee disease",
        "theory": "direct",
        "polarity": "favorable",
        "standard": "at_least_as_likely_as_not",
        "quoted": False,
        "evidence": EVIDENCE,
        "certainty": "high",
    }
    return {
        "rubric_version": "1.0.0",
        "opinion": {
            "items": items("medical_opinion"),
            "score": 25,
            "polarity": "favorable",
            "standard": "at_least_as_likely_as_not",
            "governing": governing,
        },
        "connection": {
            "items": items("service_connection"),
            "score": 25,
            "theory": "direct",
            "conditions": ["knee disease"],
        },
        "rationale": {"items": items("medical_rationale"), "score": 25},
        "form": {"items": items("professional_format"), "score": 25},
        "compliance": {
            "elements": {
                "current_diagnosis": True,
                "in_service_event": True,
                "nexus_opinion": True,
                "rationale": "detailed",
                "records_review": "claims_file",
                "credentials": True,
                "specialty_relevant": True,
                "literature": True,
                "signed": True,
                "dated": True,
            },
            "gates": [],
            "meets_standard": True,
            "strength": "strong",
            "action": "ready_for_your_review",
        },
        "overall_score": 100,
        "confidence": 0.9,
        "confidence_reason": "the usual phrase was found",
        "stated_opinions": [governing],
    }


def gate(name: str, cap: int, strength: str) -> dict[str, Any]:
    return {
        "id": name,
        "title": name,
        "cap": cap,
        "strength": strength,
        "reason": "It fired.",
        "authorities": ["shedden"],
    }


def result() -> NexusAnalysisResult:
    """The same as a value."""
    return NexusAnalysisResult.model_validate(payload())
