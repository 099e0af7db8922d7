"""A compliance record as a page or as JSON: levels, rules by id, numbers, people who reviewed, states. No PHI."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date, datetime
from html import escape
from string import Template
from typing import Any

from nexus_desktop.models import wording
from nexus_desktop.models.compliance_record import ComplianceRecord, EntryRecord, IndicatorState

STATES = {IndicatorState.GOOD: "good", IndicatorState.NOTICE: "to note", IndicatorState.BAD: "BAD"}
ABOUT = (
    "Made from the program's own store and files at the time given. It says which types of identifiers are looked for, "
    "what was removed, and who reviewed it. Detectors miss things, which is why a person reviews every letter; this "
    "record is no certificate that any text satisfies HIPAA. Words and patterns of your firm's rules are left out, "
    "because they may name people; the fingerprint of a rule changes whenever its words do."
)


def as_json(record: ComplianceRecord) -> str:
    """The record as JSON, indented."""
    return json.dumps(asdict(record) | {"about": ABOUT}, indent=1, default=_plain, ensure_ascii=False) + "\n"


def _plain(value: object) -> Any:  # noqa: ANN401 - what JSON takes
    if isinstance(value, date | datetime):
        return value.isoformat()
    raise TypeError


def as_html(record: ComplianceRecord, template: str) -> str:
    """The record as one page. ``template`` is resources/templates/compliance.html; what is put into it is escaped."""
    return Template(template).substitute(
        made=escape(f"{_when(record.made_at)} by {record.made_by}, Nexus Desktop {record.program_version}"),
        about=escape(ABOUT),
        level=escape(wording.LEVEL[record.level]),
        policy=escape(record.policy_version),
        letters=f"{record.letters:,}",
        removed=f"{record.removed:,}",
        remembered=escape(f"{record.remembered[1]:,} decisions for {record.remembered[0]:,} clients, as keyed hashes"),
        indicators=_table(
            ("What was looked at", "State", "Found", "When"),
            [(one.title, STATES[one.state], one.sentence, _when(one.at)) for one in record.indicators],
        ),
        categories=_table(
            ("Identifier", "Removed from level", "At the level in force", "Removed so far"),
            [
                (line.title, line.level.value, "removed" if line.removed else "stays", f"{line.count:,}")
                for line in record.categories
            ],
        ),
        entries=_table(
            ("Id", "Kind", "Set by", "Looks for", "Does", "Fingerprint"), [_entry(one) for one in record.entries]
        ),
        weeks=_table(
            ("Week of", "Letters", "Removed", "Of which"),
            [
                (
                    week.monday.isoformat(),
                    f"{week.letters:,}",
                    f"{week.removed:,}",
                    ", ".join(f"{name.value} {count:,}" for name, count in sorted(week.counts.items())),
                )
                for week in record.weeks
            ],
        ),
        reviewers=_table(
            ("Reviewed by", "Reviews", "Newest"),
            [(one.name, f"{one.reviews:,}", _when(one.newest)) for one in record.reviewers],
        ),
    )


def _entry(one: EntryRecord) -> tuple[str, ...]:
    looks = "a pattern" if one.by_pattern else f"{one.words} words or phrases"
    if one.kind == "rule" and one.category and one.level and one.verdict:
        does = f"{one.verdict.value} as {one.category.value} from {one.level.value} on"
    else:
        does = "keeps, within limits"
    return one.id, one.kind, one.layer, looks, does if one.enabled else f"off ({does})", one.fingerprint


def _table(heads: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    if not rows:
        return "<p>None.</p>"
    head = "".join(f"<th>{escape(one)}</th>" for one in heads)
    body = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _when(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M} UTC"
