"""Puts a de-identified letter into the approved words: the only maker of RenderedPrompt.

Substitution is plain and done once over the template, so nothing in a letter is ever read as a placeholder. The letter
stands between two lines of a mark that is random for every request and named beforehand; the letter cannot know it.
"""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from nexus_desktop.models.authority_models import Authority
from nexus_desktop.models.errors import ServicePromptMissing
from nexus_desktop.models.letter_models import DeidentifiedText
from nexus_desktop.models.prompt_models import PromptVersion
from nexus_desktop.models.rubric_models import ItemId, Rubric
from nexus_desktop.models.service_models import RenderedPrompt
from nexus_desktop.models.validation import Problem
from nexus_desktop.models.wire_models import WIRE_SCHEMA_ID, levels_of

ANALYSIS: Final = "nexus-analysis"
_PLACE: Final = re.compile(r"\{(authorities|fence|form|letter|rubric)\}")
_MOST_NAMED: Final = 40  # fields an asking again names

_FORM: Final = {
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


def render(
    version: PromptVersion | None, letter: DeidentifiedText, rubric: Rubric, authorities: Mapping[str, Authority]
) -> RenderedPrompt:
    """The prompt about one letter. Raises ServicePromptMissing where no version is approved and unchanged."""
    if version is None or not version.is_unchanged:
        raise ServicePromptMissing
    fence = new_fence(letter.text)
    values = {
        "authorities": "\n".join(_authorities(rubric, authorities)),
        "fence": fence,
        "form": json.dumps(_FORM, ensure_ascii=False),
        "letter": letter.text,
        "rubric": "\n".join(_items(rubric)),
    }

    def filled(template: str) -> str:
        return _PLACE.sub(lambda place: values[place.group(1)], template)

    return RenderedPrompt(
        prompt_id=ANALYSIS,
        version=version.version,
        sha256=version.sha256,
        schema_id=WIRE_SCHEMA_ID,
        system=filled(version.system),
        user=filled(version.user),
        letter=letter,
        fence=fence,
    )


def asked_again(prompt: RenderedPrompt, problems: Iterable[Problem]) -> RenderedPrompt:
    """The same prompt with the fields that broke a rule named, by our own words alone: nothing of the former answer."""
    named = [f"- {problem.sentence}" for problem in problems if problem.rule != "extra"][:_MOST_NAMED]
    words = (
        "An earlier answer to this broke the rules below. Answer anew with the whole JSON object, and change nothing "
        "but what is named:\n" + "\n".join(named)
    )
    return replace(prompt, again=words)


def new_fence(text: str) -> str:
    """A mark that does not stand in ``text``."""
    while True:
        fence = f"<<<{secrets.token_hex(12)}>>>"
        if fence not in text:
            return fence


def _items(rubric: Rubric) -> list[str]:
    lines = []
    for part in rubric.components:
        lines.append(f"{part.title}:")
        for rule in part.items:
            levels = ", ".join(level.value for level in levels_of(ItemId(rule.id)))
            lines.append(f"  {rule.id.value} {rule.title} ({levels}). {rule.ask}")
    return lines


def _authorities(rubric: Rubric, authorities: Mapping[str, Authority]) -> list[str]:
    named = {one for part in rubric.components for rule in part.items for one in rule.authorities}
    return [f"  {authorities[one].citation}" for one in sorted(named) if one in authorities]
