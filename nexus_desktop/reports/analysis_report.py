"""The whole analysis: verdict, gates, questions, opinions, every item with its words, authorities, the letter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from nexus_desktop.models import wording
from nexus_desktop.models.analysis_models import Component, Grade, ItemFinding, NamedAuthority, StatedOpinion
from nexus_desktop.models.facts_wording import facts_in_words
from nexus_desktop.models.override_models import Override, own_count
from nexus_desktop.reports.document import (
    Block,
    Document,
    Grid,
    Heading,
    Items,
    Letterhead,
    Paragraph,
    Quote,
    Tone,
    Verbatim,
)

if TYPE_CHECKING:
    from nexus_desktop.models.authority_models import Authority
    from nexus_desktop.models.records import AnalysisRecord

MAX_QUOTE = 400
"""Characters of a quotation; more would hide the finding behind it."""


def build(
    record: AnalysisRecord,
    authorities: Mapping[str, Authority],
    letterhead: Letterhead,
    overrides: Sequence[Override] = (),
) -> Document:
    """The report of one record. ``overrides``: where the attorney disagrees, as it stands."""
    result = record.result
    blocks: list[Block] = [
        Paragraph(f"{verdict(record)} · {result.overall_score} of 100", Tone.VERDICT),
        *doubt(record),
        Paragraph(wording.ACTION[result.compliance.action], Tone.STRONG),
        *gates(record),
        *warnings(record),
        *readings(record),
        *_disagreements(record, overrides),
        Heading("Ask the doctor"),
        _listed([f"{one.ask} ({one.problem})" for one in result.recommendations], "Nothing is left to ask."),
        Heading("Opinions found"),
        opinions(result.stated_opinions),
        Heading("Score and the words it stands on"),
    ]
    for part in result.components:
        blocks += _component(part)
    named = sorted({name for part in result.components for item in part.items for name in item.authorities})
    blocks += [
        Heading("Authorities"),
        _listed(cited(named, authorities), "None."),
        Heading("From dates and places, before they were removed"),
        _listed(list(facts_in_words(result.facts)), "None could be derived."),
        Heading(f"The letter, de-identified ({record.letter.level.value})"),
        Verbatim(record.letter.text),
    ]
    about = ", ".join(result.connection.conditions) or "condition not named"
    title = f"Analysis of a nexus letter: {about}"
    return Document(title, made(record), tuple(blocks), footer(record), letterhead=letterhead)


def verdict(record: AnalysisRecord) -> str:
    """The grade in a word."""
    return wording.STRENGTH[record.result.compliance.strength]


def made(record: AnalysisRecord) -> str:
    """When, by which engine, and how far the result can be relied on."""
    result = record.result
    engine = f"{record.engine} {record.engine_version}, rubric {result.rubric_version}"
    return (
        f"{record.created_at:%Y-%m-%d %H:%M} UTC · {engine} · validation {record.validation.status.value} · "
        f"confidence {result.confidence_word}: {result.confidence_reason}"
    )


def footer(record: AnalysisRecord) -> str:
    """What every paper says at its foot."""
    return f"{wording.disclaimer(record.prompt_version)} Record {record.id}."


def gates(record: AnalysisRecord) -> list[Block]:
    """What caps the total, if anything does."""
    fired = record.result.compliance.gates
    if not fired:
        return []
    rows = tuple(f"{gate.title}: {gate.reason} At most {gate.cap} points." for gate in fired)
    return [
        Heading("What holds the letter back"),
        Paragraph(f"The parts add up to {record.result.sum_of_components}."),
        Items(rows),
    ]


def warnings(record: AnalysisRecord) -> list[Block]:
    """What a person should look at, if anything."""
    told = record.result.warnings
    return [Heading("Look at this"), Items(told, numbered=False)] if told else []


def doubt(record: AnalysisRecord) -> list[Block]:
    """That the verdict must not be taken at a glance, where it must not."""
    doubtful = wording.in_doubt(record.result.confidence, record.validation.status)
    return [Paragraph(wording.IN_DOUBT, Tone.STRONG)] if doubtful else []


def readings(record: AnalysisRecord) -> list[Block]:
    """What left the machine, where service and rubric engine differ, and which authorities the service named."""
    if record.prompt_version is None:
        return []
    result = record.result
    titles = {item.id.value: item.title for part in result.components for item in part.items}
    problems = tuple(wording.problem_words(problem, titles) for problem in record.validation.problems)
    blocks: list[Block] = [
        Heading("Read by a service"),
        Paragraph(f"Service: {record.engine_version}, asked with {record.prompt_version}. {wording.WHAT_LEFT}"),
    ]
    if result.disagreements:
        differing = tuple((one.title, one.service, one.rubric, one.counted) for one in result.disagreements)
        header: tuple[str, ...] = ("Point", "Service", "Rubric engine", "Counted as")
        blocks += [Heading("Where the two readings differ", 2), Grid(header, differing)]
    if result.named_authorities:
        told = tuple((one.citation, wording.standing_words(one), _why(one)) for one in result.named_authorities)
        header = ("Named by the service", "Standing", "Why")
        blocks += [Heading("Authorities the service named", 2), Grid(header, told)]
    if problems:
        blocks += [Heading("What was wrong with the service's answer", 2), Items(problems, numbered=False)]
    return blocks


def _why(one: NamedAuthority) -> str:
    return one.reason + (f" Probably meant: {one.right}" if one.right else "")


def opinions(found: tuple[StatedOpinion, ...]) -> Block:
    """Every opinion with its holder, direction and words."""
    if not found:
        return Paragraph("No opinion was found in the letter.")
    rows = tuple(
        (
            wording.HOLDER[one.holder] + (", quoted" if one.quoted else ""),
            one.condition or "",
            f"{wording.POLARITY[one.polarity]}, {wording.STANDARD[one.standard]}",
            f"“{shortened(one.evidence.quote)}”",
        )
        for one in found
    )
    return Grid(("Whose", "On", "Opinion", "In the letter"), rows)


def cited(names: list[str], authorities: Mapping[str, Authority]) -> list[str]:
    """Citations with what each stands for."""
    return [f"{authorities[name].citation}. {authorities[name].holding}" for name in names if name in authorities]


def shortened(text: str) -> str:
    """A quotation on one line, cut where it is very long; the cut shows."""
    flat = " ".join(text.split())
    return flat if len(flat) <= MAX_QUOTE else flat[:MAX_QUOTE].rsplit(" ", 1)[0] + " …"


def _disagreements(record: AnalysisRecord, overrides: Sequence[Override]) -> list[Block]:
    """Grades of the attorney's own with their reasons; the engine's stay where they are."""
    if not overrides:
        return []
    items = {item.id: item for part in record.result.components for item in part.items}
    rows = tuple(
        (
            f"{one.item}  {items[one.item].title}",
            wording.GRADE[items[one.item].grade],
            wording.GRADE[one.grade],
            f"{one.reason} ({one.author}, {one.created_at:%Y-%m-%d})",
        )
        for one in overrides
        if one.grade is not None
    )
    total = own_count(record.result, overrides)
    return [
        Heading("Where the attorney disagrees"),
        Paragraph(f"With these grades the letter counts {total} of 100. The result of the engine is not changed."),
        Grid(("Finding", "By the engine", "By the attorney", "Reason"), rows),
    ]


def _component(part: Component) -> list[Block]:
    blocks: list[Block] = [Heading(f"{wording.COMPONENT[part.id]}: {part.score} of 25", 2)]
    for item in part.items:
        blocks.append(Paragraph(f"{item.id}  {item.title}: {_points(item)}", Tone.STRONG))
        blocks.append(Paragraph(item.reason))
        blocks += [Quote(shortened(one.quote), f"at {one.start}") for one in item.evidence]
    return blocks


def _points(item: ItemFinding) -> str:
    return "does not apply" if item.grade is Grade.NOT_APPLICABLE else f"{item.points} of {item.possible}"


def _listed(sentences: list[str], nothing: str) -> Block:
    return Items(tuple(sentences)) if sentences else Paragraph(nothing)
