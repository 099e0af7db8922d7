"""The facts of a case on the command line: read from a file, and what disagrees with them as lines."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from nexus_desktop.models.errors import CaseFactsInvalid
from nexus_desktop.services import check_case

if TYPE_CHECKING:
    from nexus_desktop.models.case_models import CaseFacts, Conflict

LARGEST_FACTS_FILE = 1_000_000  # bytes


def facts_of(options: argparse.Namespace) -> CaseFacts | None:
    """The facts of the case named with --facts. Raises CaseFactsInvalid."""
    if options.facts is None:
        return None
    try:
        with Path(options.facts).open("rb") as file:
            data = yaml.safe_load(file.read(LARGEST_FACTS_FILE))  # JSON is YAML
    except (OSError, yaml.YAMLError, UnicodeDecodeError):
        raise CaseFactsInvalid(problems=1) from None
    return check_case.read_facts(data)


def conflict_lines(conflicts: Sequence[Conflict]) -> list[str]:
    """Conflicts with the facts of the case for a terminal."""
    lines = ["", "Against the facts of the case:"] if conflicts else ["", "Nothing disagrees with the facts given."]
    for one in conflicts:
        quote = f" “{' '.join(one.evidence[0].quote.split())}”" if one.evidence else ""
        lines.append(f"  [{one.certainty.value}] {one.sentence}{quote}")
        lines.append(f"      Ask: {one.ask}")
    return lines
