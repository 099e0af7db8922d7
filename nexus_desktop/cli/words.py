"""Results as plain text for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nexus_desktop.models import wording
from nexus_desktop.models.analysis_models import Grade, NexusAnalysisResult
from nexus_desktop.models.facts_wording import facts_in_words

if TYPE_CHECKING:
    from nexus_desktop.models.records import AnalysisRecord

BAR = 25


def result_lines(result: NexusAnalysisResult) -> list[str]:
    """The verdict first, then what holds it back, the parts, and what to ask."""
    lines = [
        f"{wording.STRENGTH[result.compliance.strength].upper()}   {result.overall_score} of 100",
        wording.ACTION[result.compliance.action],
        "",
        f"Condition:  {', '.join(result.connection.conditions) or 'not named'}",
        f"Theory:     {wording.THEORY[result.connection.theory]}",
        f"Opinion:    {wording.POLARITY[result.opinion.polarity]}, {wording.STANDARD[result.opinion.standard]}",
    ]
    if result.opinion.governing is not None:
        lines.append(f"            “{_flat(result.opinion.governing.evidence.quote)}”")
    lines += [f"Confidence: {result.confidence_word} ({result.confidence_reason})", ""]
    for gate in result.compliance.gates:
        lines += [f"! {gate.title}: {gate.reason} At most {gate.cap} points."]
    for warning in result.warnings:
        lines += [f"! {warning}"]
    lines.append("")
    for part in result.components:
        bar = "█" * part.score + "·" * (BAR - part.score)
        lines.append(f"{wording.COMPONENT[part.id]:<20} {bar} {part.score:>2}")
        for item in part.items:
            if item.grade in (Grade.PARTIAL, Grade.NONE):
                lines.append(f"    {item.id}  {item.points}/{item.possible}  {item.title}: {item.reason}")
    if result.facts:
        lines += ["", "From dates and places:"]
        lines += [f"  {sentence}" for sentence in facts_in_words(result.facts)]
    if result.recommendations:
        lines += ["", "Ask the doctor:"]
        lines += [f"  {number}. {one.ask}" for number, one in enumerate(result.recommendations, 1)]
    return lines


def record_lines(record: AnalysisRecord) -> list[str]:
    """A kept analysis."""
    removed = sum(record.letter.redactions.values())
    made = f"{record.created_at:%Y-%m-%d %H:%M} UTC, {record.engine} {record.engine_version}"
    doubtful = wording.in_doubt(record.result.confidence, record.validation.status)
    return [
        f"Analysis {record.id}",
        f"{made}, validation {record.validation.status.value}",
        f"{removed} identifiers removed at level {record.letter.level.value}",
        "",
        *([wording.IN_DOUBT] if doubtful else []),
        *result_lines(record.result),
        *disagreement_lines(record),
        "",
        wording.disclaimer(record.prompt_version),
    ]


def disagreement_lines(record: AnalysisRecord) -> list[str]:
    """Where a service and the rubric engine differ, side by side, and what was wrong with the service's answer."""
    lines = []
    if record.result.disagreements:
        lines += ["", f"{'Where the two readings differ':<32} {'service':<26} {'rubric engine':<26} counted as"]
        lines += [
            f"  {f'{one.subject} {one.title}'[:30]:<30} {one.service:<26} {one.rubric:<26} {one.counted}"
            for one in record.result.disagreements
        ]
    if record.result.named_authorities:
        lines += ["", "Authorities the service named:"]
        lines += [
            f"  {_flat(one.citation)}: {wording.standing_words(one)} {_flat(one.reason)}"
            for one in record.result.named_authorities
        ]
    if record.validation.problems:
        lines += ["", "What was wrong with the service's answer:"]
        titles = {item.id.value: item.title for part in record.result.components for item in part.items}
        lines += [f"  {wording.problem_words(problem, titles)}" for problem in record.validation.problems]
    return lines


def _flat(text: str) -> str:
    return " ".join(text.split())
