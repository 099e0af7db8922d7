"""The audit trail on the command line: checked, exported, and an export compared with the store."""

from __future__ import annotations

import argparse
import json
from contextlib import closing
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from nexus_desktop.cli import exits
from nexus_desktop.cli.commands import opened, quiet, say
from nexus_desktop.models.errors import TrailFileInvalid
from nexus_desktop.models.trail_models import TrailForm

if TYPE_CHECKING:
    from nexus_desktop.services.application import Starter

NOT_INTACT = exits.HEALTH_FAILURE


def verify(options: argparse.Namespace, starter: Starter) -> int:
    """The whole chain, or an export against it."""
    with closing(opened(options, starter)) as application:
        if options.export is not None:
            found = application.trail_export.compare(Path(options.export), quiet, Event())
            answer: dict[str, object] = {"entries": found.entries, "differs_at": found.differs_at}
            reason = found.reason
            intact = found.differs_at is None
        else:
            report = application.audit.check(quiet, Event())
            answer = {"entries": report.entries, "broken_at": report.broken_at, "unanswered": report.unanswered}
            reason = report.reason
            intact = report.intact
    if options.json:
        print(json.dumps({"intact": intact, "reason": reason} | answer))
    else:
        print(f"{'Intact' if intact else 'Not intact'}: {answer['entries']} entries, {reason}.")
    return exits.DONE if intact else NOT_INTACT


def export(options: argparse.Namespace, starter: Starter) -> int:
    """The trail as a new file, by its ending: .zip with everything, or .jsonl, .csv, .pdf alone."""
    path = Path(options.target)
    try:
        form = TrailForm(path.suffix.lower().removeprefix("."))
    except ValueError:
        raise TrailFileInvalid from None
    with closing(opened(options, starter)) as application:
        head = application.trail_export.export(path, form, options.about, quiet, Event())
    print(f"{head.seq}:{head.link}")
    say("Written. The line above is the head of the trail: put it on record where nobody can change it.")
    return exits.DONE


def acknowledge(options: argparse.Namespace, starter: Starter) -> int:
    """Put on record that someone knows of entries that were found missing at a start."""
    with closing(opened(options, starter)) as application:
        report = application.audit.check(quiet, Event())
        application.audit.acknowledge(report)
    say(f"{len(report.unanswered)} acknowledged.")
    return exits.DONE
