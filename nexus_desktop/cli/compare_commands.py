"""The commands on citations and on two letters. Nothing of them is kept."""

from __future__ import annotations

import argparse
import json
import sys
from contextlib import ExitStack, closing
from threading import Event
from typing import TYPE_CHECKING

from nexus_desktop.cli import batch, commands, exits
from nexus_desktop.cli.case import facts_of
from nexus_desktop.models import wording
from nexus_desktop.models.citation_models import CitationReport, Standing
from nexus_desktop.models.comparison_models import AskState, Comparison, Reading, Revision
from nexus_desktop.models.letter_models import Level
from nexus_desktop.services.compare_letters import CompareLetters, Side, is_id

if TYPE_CHECKING:
    from nexus_desktop.models.case_models import CaseFacts
    from nexus_desktop.services.application import Starter

_STANDING = {
    Standing.KNOWN: "known",
    Standing.PLAUSIBLE: "plausible",
    Standing.DOUBTFUL: "DOUBTFUL",
    Standing.KNOWN_BAD: "KNOWN BAD",
}
_STATE = {AskState.MET: "met", AskState.PARTLY: "in part", AskState.OPEN: "open", AskState.NEW: "new"}


def citations(options: argparse.Namespace, starter: Starter) -> int:
    """Every citation of law and literature in a text, with its standing. The text is read as it is and kept nowhere."""
    text = commands.read_letter(starter.workbench(), options.file).phi_text
    report = starter.check_citations().report(text)
    if options.json:
        print(json.dumps(report.model_dump(mode="json") | {"counts": _counts(report)}))
    else:
        print("\n".join(citation_lines(report)))
    return exits.DONE


def _counts(report: CitationReport) -> dict[str, int]:
    return {standing.value: report.count(standing) for standing in Standing}


def citation_lines(report: CitationReport) -> list[str]:
    """Citations for a terminal, each with where it begins."""
    lines = [f"{len(report.citations)} citations of law, {len(report.references)} sources of literature"]
    for one in report.citations:
        lines.append(f"{one.evidence.start:>7}  {_STANDING[one.standing]:<9}  {_flat(one.evidence.quote)}")
        lines.append(f"{'':>20}{one.reason}")
        if one.right is not None:
            lines.append(f"{'':>20}Compare: {one.right}")
    for source in report.references:
        lacks = ", ".join(part.value for part in source.missing)
        state = "complete" if source.complete else f"lacks {lacks}" if lacks else "see below"
        lines.append(f"{source.evidence.start:>7}  source     {_flat(source.evidence.quote)}: {state}")
        lines += [f"{'':>20}{problem}" for problem in source.problems]
    return lines


def compare(options: argparse.Namespace, starter: Starter) -> int:
    """A private opinion beside a report, or a revised letter beside its earlier version."""
    facts, names = facts_of(options), (options.first, options.second)
    with ExitStack() as stack:
        comparison = starter.compare_letters()
        if any(is_id(name) for name in names):
            application = stack.enter_context(closing(starter.open(commands.passphrase_of(options, starter))))
            comparison = application.comparison
        first, second = (_side(name, comparison, options, starter, facts) for name in names)
    if options.revision:
        _print(options, comparison.with_earlier(first, second))
    else:
        _print(options, comparison.with_report(first, second))
    return exits.DONE


def _side(
    name: str, comparison: CompareLetters, options: argparse.Namespace, starter: Starter, facts: CaseFacts | None
) -> Side:
    if is_id(name):
        return comparison.kept(name, facts)
    letter = commands.read_letter(starter.workbench(), name)
    level = Level(options.level) if options.level else Level.MODERATE
    return comparison.read(letter, level, commands.client_of(options), batch.ACCEPTED_BY, Event(), facts)


def _print(options: argparse.Namespace, found: Comparison | Revision) -> None:
    if options.json:
        print(json.dumps(found.model_dump(mode="json")))
        return
    lines = revision_lines(found) if isinstance(found, Revision) else comparison_lines(found)
    print("\n".join([*lines, "", wording.DISCLAIMER]))
    print("Letters given as files were redacted without a review.", file=sys.stderr)


def comparison_lines(found: Comparison) -> list[str]:
    """Side by side for a terminal: rows, then what decides, then the checklist."""
    lines = []
    for row in found.rows:
        only = {"ours": "   <- only here", "theirs": ""}.get(row.only or "", "")
        lines.append(row.title)
        lines.append(f"  private  {_flat(row.ours.words)}{only}")
        lines.append(f"  report   {_flat(row.theirs.words)}{'   <- only here' if row.only == 'theirs' else ''}")
    lines += ["", *found.weighing]
    if not found.adverse:
        return [*lines, "", "The report does not speak against the claim; the checklist was not applied."]
    lines += ["", f"Attackable reasons in the report: {len(found.attacks)}"]
    for one in found.attacks:
        lines.append(f"  [{one.certainty.value}] {one.title}. {one.point}")
        lines += [f"      “{_flat(evidence.quote)}”" for evidence in one.evidence]
        lines.append(f"      {', '.join(one.authorities)}")
    return lines


def revision_lines(found: Revision) -> list[str]:
    """Before and after for a terminal."""
    lines = [f"before  {_reading(found.before)}", f"after   {_reading(found.after)}", ""]
    lines += [f"! {warning}" for warning in found.warnings]
    if found.gates_gone:
        lines.append(f"Gates gone: {', '.join(found.gates_gone)}")
    if found.gates_new:
        lines.append(f"Gates new:  {', '.join(found.gates_new)}")
    lines += ["", f"{found.met} of {sum(one.state is not AskState.NEW for one in found.asks)} asks met"]
    for one in found.asks:
        lines.append(f"  {_STATE[one.state]:<8} {one.item}  {one.ask}")
    return lines


def _reading(one: Reading) -> str:
    gates = f", gates {', '.join(one.gates)}" if one.gates else ""
    said = f"{wording.POLARITY[one.polarity]}, {wording.STANDARD[one.standard]}"
    return f"{one.score:>3} of 100  {wording.STRENGTH[one.strength]}  ({said}{gates})"


def _flat(text: str) -> str:
    return " ".join(text.split())
