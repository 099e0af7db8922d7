"""The batch form: JSON lines in, JSON lines out, for firms and tests. Nothing is kept.

A line that cannot be done is answered ``{"id", "error": {"code", "sentence"}}``, and the next one goes on. Places in
doubt count as removed: there is nobody to ask.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from threading import Event
from time import perf_counter
from typing import Any

from nexus_desktop.cli.exits import DONE, FAILED, FIXABLE
from nexus_desktop.models.errors import ClientFieldsInvalid, NexusError
from nexus_desktop.models.letter_models import ClientFields, DeidentifiedText, Level
from nexus_desktop.services import check_case
from nexus_desktop.services.workbench import Preparation, Workbench

ACCEPTED_BY = "accept-all-redactions"

Answer = dict[str, Any]
Batch = Callable[[Workbench, Answer, Level], Answer]


def client_fields(data: object) -> ClientFields:
    """Known client fields from parsed JSON or YAML. Raises ClientFieldsInvalid."""
    if not isinstance(data, dict) or not set(data) <= {"names", "ssn", "dob", "va_file"}:
        raise ClientFieldsInvalid
    fields: dict[str, tuple[str, ...]] = {}
    for name, values in data.items():
        values = [values] if isinstance(values, str) else values
        if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
            raise ClientFieldsInvalid
        fields[name] = tuple(value for value in values if value.strip())
    return ClientFields(**fields)


def prepared(
    workbench: Workbench, text: str, level: Level, client: ClientFields
) -> tuple[Preparation, DeidentifiedText]:
    """Findings of a text, and the text with all of them removed."""
    preparation = workbench.prepare(workbench.read_pasted(text), level, client, Event())
    return preparation, workbench.deidentify_all(preparation, ACCEPTED_BY, datetime.now(UTC))


def redact(workbench: Workbench, line: Answer, level: Level) -> Answer:
    """``{"text", "spans": [[start, end, category, verdict], …]}``, offsets into the text as given."""
    preparation, text = prepared(workbench, text_of(line), level, client_fields(line.get("client") or {}))
    spans = [[one.start, one.end, one.category.value, one.verdict.value] for one in preparation.findings]
    return {"text": text.text, "spans": spans}


def analyze(workbench: Workbench, line: Answer, level: Level) -> Answer:
    """``{"labels", "evidence": [[start, end, text], …], "result"}``, offsets into the text as given.

    A line with ``"facts"`` of the case is also answered ``"conflicts"``, whose evidence is of the de-identified text.
    """
    given = text_of(line)
    _, text = prepared(workbench, given, level, client_fields(line.get("client") or {}))
    facts = check_case.read_facts(line["facts"]) if line.get("facts") else None
    conflicts = check_case.conflicts(given, text, facts)
    result = workbench.analyze(text, Event(), conflicts).result
    spans = {text.to_original(one.start, one.end) for one in result.all_evidence()}
    labels = workbench.labels(result)
    governing = result.opinion.governing
    if governing is not None:
        start, end = text.to_original(governing.evidence.start, governing.evidence.end)
        labels["opinion"]["phrase"] = given[start:end]
    return {
        "labels": labels,
        "evidence": [[start, end, given[start:end]] for start, end in sorted(spans)],
        "result": result.model_dump(mode="json"),
    } | ({"conflicts": [one.model_dump(mode="json") for one in conflicts]} if facts else {})


def opinions(workbench: Workbench, line: Answer, level: Level) -> Answer:  # noqa: ARG001 - one shape for all batches
    """``{"opinions": [{"holder", "condition", "theory", "polarity", "standard", "quoted", "span"}, …]}``."""
    return {
        "opinions": [
            {
                "holder": one.holder.value,
                "condition": one.condition,
                "theory": one.theory.value if one.theory else None,
                "polarity": one.polarity.value,
                "standard": one.standard.value,
                "quoted": one.quoted,
                "span": [one.evidence.start, one.evidence.end],
            }
            for one in workbench.opinions(text_of(line))
        ]
    }


def text_of(line: Answer) -> str:
    """The text of a line. Raises KeyError, TypeError."""
    text = line["text"]
    if not isinstance(text, str):
        raise TypeError
    return text


def run(workbench: Workbench, batch: Batch, default: Level, report: Callable[[BaseException], None]) -> int:
    """Answer every line of standard input; ``report`` is told of bugs. Returns the exit code."""
    status = DONE
    for raw in sys.stdin.buffer:
        if not raw.strip():
            continue
        began, line_id = perf_counter(), None
        try:
            line = json.loads(raw)
            line_id = line["id"]
            level = Level(line["level"]) if line.get("level") else default
            answer = {"id": line_id} | batch(workbench, line, level) | {"seconds": round(perf_counter() - began, 6)}
        except NexusError as error:
            answer, status = {"id": line_id, "error": {"code": error.code, "sentence": error.sentence}}, FIXABLE
        except (ValueError, KeyError, TypeError, RecursionError):
            problem = {"code": "line.invalid", "sentence": 'A line needs "id" and "text", and a known "level" if any.'}
            answer, status = {"id": line_id, "error": problem}, FIXABLE
        except Exception as error:  # noqa: BLE001 - a bug that one line meets must not cost the others
            report(error)
            problem = {"code": NexusError.code, "sentence": NexusError().sentence}
            answer, status = {"id": line_id, "error": problem}, FAILED
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()
    return status
