"""What each prompt asks for: the schema of the answer, its form as shown in the prompt, and the variables it takes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from nexus_desktop.models.prompt_models import AGAIN, ANALYSIS, COMPARISON, SUMMARY, VariableKind
from nexus_desktop.models.wire_models import WIRE_SCHEMA_ID

COMPARISON_SCHEMA_ID: Final = "nexus-comparison-1"
SUMMARY_SCHEMA_ID: Final = "client-summary-1"

_ANALYSIS_FORM: Final = {
    "opinion": {
        "polarity": "favorable|unfavorable|inconclusive|none",
        "standard": "definite|more_likely_than_not|at_least_as_likely_as_not|speculative|less_likely_than_not|none",
        "theory": "direct|secondary|aggravation|presumptive",
        "condition": "text",
        "quote": "words of the letter",
    },
    "elements": {
        "rationale": "detailed|conclusory|none",
        "records_review": "claims_file|partial|none",
        "literature": "true|false",
        "signed": "true|false",
        "dated": "true|false",
    },
    "items": {"each item id, MO1 to PF6": {"level": "…", "quotes": ["words of the letter"], "reason": "text"}},
    "citations": ["text"],
    "confidence": "0 to 100",
}
_COMPARISON_FORM: Final = {
    "points": [
        {
            "subject": "polarity|standard|theory|rationale|records|item id",
            "first_says": "text",
            "first_quote": "words of the first letter or null",
            "second_says": "text",
            "second_quote": "words of the second letter or null",
        }
    ],
    "confidence": "0 to 100",
}
_SUMMARY_FORM: Final = {"paragraphs": ["text"], "questions_for_the_doctor": ["text"]}


@dataclass(frozen=True, slots=True)
class PromptUse:
    """What a prompt is for, as the program knows it. ``used`` is False where no step sends it yet."""

    variables: Mapping[str, VariableKind]
    optional: frozenset[str]
    schema_id: str
    form: Mapping[str, Any]
    all_items: bool
    used: bool


_LETTER = {"fence": VariableKind.MARK, "form": VariableKind.FORM, "letter": VariableKind.LETTER}
_RUBRIC = {"authorities": VariableKind.AUTHORITIES, "rubric": VariableKind.ITEMS}

USES: Final[Mapping[str, PromptUse]] = MappingProxyType(
    {
        ANALYSIS: PromptUse(_LETTER | _RUBRIC, frozenset(), WIRE_SCHEMA_ID, _ANALYSIS_FORM, all_items=True, used=True),
        AGAIN: PromptUse(
            {"problems": VariableKind.PROBLEMS}, frozenset(), WIRE_SCHEMA_ID, _ANALYSIS_FORM, all_items=False, used=True
        ),
        COMPARISON: PromptUse(
            _LETTER | _RUBRIC | {"second": VariableKind.LETTER},
            frozenset({"authorities"}),
            COMPARISON_SCHEMA_ID,
            _COMPARISON_FORM,
            all_items=True,
            used=False,
        ),
        SUMMARY: PromptUse(
            {"fence": VariableKind.MARK, "form": VariableKind.FORM, "findings": VariableKind.FINDINGS} | _RUBRIC,
            frozenset({"authorities", "rubric"}),
            SUMMARY_SCHEMA_ID,
            _SUMMARY_FORM,
            all_items=False,
            used=False,
        ),
    }
)
"""Every prompt that the program has a place for. Others are refused: nobody could say what they are tested against."""
