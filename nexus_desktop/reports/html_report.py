"""An analysis as one HTML page with no script and nothing loaded from anywhere: opens in any browser, prints well."""

from __future__ import annotations

from html import escape
from string import Template

from nexus_desktop.models import wording
from nexus_desktop.models.analysis_models import Component, Evidence, Grade, ItemFinding, StatedOpinion
from nexus_desktop.models.authority_models import Authority
from nexus_desktop.models.facts_wording import facts_in_words
from nexus_desktop.models.records import AnalysisRecord


def render(record: AnalysisRecord, authorities: dict[str, Authority], template: str) -> str:
    """The page. ``template`` is resources/templates/report.html; everything put into it is escaped."""
    result = record.result
    engine = f"{record.engine} {record.engine_version}, rubric {result.rubric_version}"
    return Template(template).substitute(
        title=escape(
            "Analysis of a nexus letter: " + (", ".join(result.connection.conditions) or "condition not named")
        ),
        subtitle=escape(
            f"{record.created_at:%Y-%m-%d %H:%M} UTC · {engine} · validation {record.validation.status.value} · "
            f"confidence {result.confidence_word}: {result.confidence_reason}"
        ),
        verdict=escape(wording.STRENGTH[result.compliance.strength]),
        score=result.overall_score,
        action=escape(wording.ACTION[result.compliance.action]),
        gates=_gates(record),
        asks=_listed([f"{one.ask} ({one.problem})" for one in result.recommendations], "Nothing is left to ask."),
        opinions=_listed([_opinion(one) for one in result.stated_opinions], "No opinion was found in the letter."),
        components="".join(_component(part) for part in result.components),
        authorities=_authorities(record, authorities),
        facts=_listed(list(facts_in_words(result.facts)), "None could be derived."),
        level=escape(record.letter.level.value),
        text=escape(record.letter.text),
        footer=escape(f"{wording.DISCLAIMER} Record {record.id}."),
    )


def _listed(sentences: list[str], nothing: str) -> str:
    if not sentences:
        return f"<p>{escape(nothing)}</p>"
    return "<ol>" + "".join(f"<li>{escape(sentence)}</li>" for sentence in sentences) + "</ol>"


def _opinion(one: StatedOpinion) -> str:
    about = f" on {one.condition}" if one.condition else ""
    words = f"{wording.POLARITY[one.polarity]}, {wording.STANDARD[one.standard]}"
    return f"{wording.HOLDER[one.holder]}{about}: {words} — “{one.evidence.quote}”"


def _gates(record: AnalysisRecord) -> str:
    gates = record.result.compliance.gates
    if not gates:
        return ""
    rows = [f"{gate.title}: {gate.reason} At most {gate.cap} points." for gate in gates]
    return (
        f"<h2>What holds the letter back</h2><p>The parts add up to {record.result.sum_of_components}.</p>"
        + _listed(rows, "")
    )


def _component(part: Component) -> str:
    rows = "".join(_item(item) for item in part.items)
    title = escape(wording.COMPONENT[part.id])
    return f"<h3>{title}: {part.score} of 25</h3><table>{rows}</table>"


def _item(item: ItemFinding) -> str:
    points = "n/a" if item.grade is Grade.NOT_APPLICABLE else f"{item.points} / {item.possible}"
    quotes = "".join(_quote(evidence) for evidence in item.evidence)
    return (
        f"<tr><td>{escape(item.id)}</td><td><strong>{escape(item.title)}</strong><br>{escape(item.reason)}{quotes}</td>"
        f'<td class="n">{points}</td></tr>'
    )


def _quote(evidence: Evidence) -> str:
    return f"<blockquote>“{escape(evidence.quote)}” <span class='muted'>at {evidence.start}</span></blockquote>"


def _authorities(record: AnalysisRecord, authorities: dict[str, Authority]) -> str:
    named = sorted({name for part in record.result.components for item in part.items for name in item.authorities})
    known = [authorities[name] for name in named if name in authorities]
    return _listed([f"{one.citation}. {one.holding}" for one in known], "None.")
