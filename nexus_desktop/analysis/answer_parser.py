"""From what a service wrote to what can be relied on: one function, and no exception ever leaves it.

find the one answer (answer_text) → its shape (answer_shape) → its values (answer_values) → held against the letter
(answer_meaning) → status and confidence. Nothing is made up on the way: what was not said, was damaged with loss, is
out of range, or is belied by the letter, is empty in ``data`` and named in ``errors``.
"""

from __future__ import annotations

from typing import Final

from nexus_desktop.analysis.answer_meaning import CitationCheck, held_against
from nexus_desktop.analysis.answer_shape import shaped
from nexus_desktop.analysis.answer_text import find
from nexus_desktop.analysis.answer_values import Values
from nexus_desktop.analysis.confidence import OPINION_WEIGHT, Signs, confidence
from nexus_desktop.models.answer_models import ParsedAnswer
from nexus_desktop.models.letter_models import DeidentifiedText
from nexus_desktop.models.rubric_models import ItemId
from nexus_desktop.models.validation import Problem, ValidationStatus
from nexus_desktop.models.wire_models import WireAnswer

_WHY_NOT: Final = {
    "empty": "The answer is empty.",
    "too_large": "The answer is far longer than an answer can be.",
    "too_deep": "The answer is nested deeper than an answer can be.",
    "markup": "The answer is a web page, not an analysis.",
    "only_thinking": "The answer holds only the model's thinking.",
    "two_answers": "The answer holds two analyses that differ, and nobody can say which one was meant.",
    "schema_echo": "The answer repeats the form it was asked in, and fills in nothing.",
    "refusal": "The service refused to answer.",
    "error_message": "The answer is an error message.",
    "cut_before_answer": "The answer was cut off before it said anything.",
    "no_answer": "The answer holds no analysis.",
    "nothing_said": "The answer fills in nothing that can be used.",
}
LOSSLESS: Final = frozenset({"extra"})
"""Rules whose breach takes nothing away from what was asked for."""


def parse_answer(raw: str, letter: DeidentifiedText | str, *, citations: CitationCheck | None = None) -> ParsedAnswer:
    """``raw`` as a checked answer about ``letter``, which is the text that was sent.

    Status ``valid``: as asked. ``repaired``: its form was mended, every value is as it was written. ``partial``: values
    are missing or were left out, each named in ``errors``. ``failed``: nothing can be used, ``data`` is None. Typical
    time below a millisecond, longer where ``citations`` looks at each authority that is named; grows with the length of
    ``raw`` alone; never raises on any text.
    """
    text = letter if isinstance(letter, str) else letter.text
    found = find(raw)
    if found.value is None:
        return _failed(found.why_not, found.repairs)
    values = Values(found.repairs)
    payload = values.answer(shaped(found.value, found.repairs))
    if found.cut:
        found.repairs.add("cut")
    if values.found == 0:
        return _failed("nothing_said", found.repairs, values.problems)
    meaning = held_against(payload, text, citations)
    data = WireAnswer.model_validate(payload)
    errors = (*values.problems, *meaning.problems)
    loss = any(problem.rule not in LOSSLESS for problem in errors)
    status = ValidationStatus.REPAIRED if found.repairs else ValidationStatus.VALID
    if loss:
        status = ValidationStatus.PARTIAL
    return ParsedAnswer(
        status=status,
        data=data,
        errors=errors,
        confidence=confidence(
            Signs(
                repairs=len(found.repairs),
                said=said(data),
                quotes_offered=meaning.offered,
                quotes_found=len(meaning.evidence),
            )
        ),
        repairs=tuple(sorted(found.repairs)),
        evidence=meaning.evidence,
        quotes_offered=meaning.offered,
        authorities=tuple(meaning.authorities),
    )


def said(data: WireAnswer) -> float:
    """Share of the judgments asked for that an answer makes; the opinion's own two count as five items together."""
    items = sum(data.items.get(item).level is not None for item in ItemId)
    opinion = (data.opinion.polarity is not None) + (data.opinion.standard is not None)
    return (items + OPINION_WEIGHT * opinion / 2) / (len(ItemId) + OPINION_WEIGHT)


def _failed(rule: str, repairs: set[str], problems: list[Problem] | None = None) -> ParsedAnswer:
    first = Problem(field="answer", rule=rule, sentence=_WHY_NOT[rule])
    return ParsedAnswer(
        status=ValidationStatus.FAILED,
        data=None,
        errors=(first, *(problems or ())),
        repairs=tuple(sorted(repairs)),
    )
