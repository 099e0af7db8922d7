"""The trash on the command line."""

from __future__ import annotations

import argparse
import json
from contextlib import closing
from threading import Event
from typing import TYPE_CHECKING

from nexus_desktop.cli import exits
from nexus_desktop.cli.commands import opened, quiet, say
from nexus_desktop.models.retention_models import TRASH_DAYS
from nexus_desktop.services.components import check_on

if TYPE_CHECKING:
    from nexus_desktop.models.retention_models import TrashLine
    from nexus_desktop.services.application import Starter


def trash(options: argparse.Namespace, starter: Starter) -> int:
    """Move analyses there, put them back, list what is in it."""
    with closing(opened(options, starter)) as application:
        if options.act == "put":
            moved = application.trash.put(options.analyses)
            say(f"{moved} moved to the trash. They can be put back for {TRASH_DAYS} days.")
        elif options.act == "back":
            say(f"{application.trash.put_back(options.analyses)} put back.")
        else:
            _show(application.trash.listed(), emptied=application.trash.is_emptied, as_json=options.json)
    return exits.DONE


def empty(options: argparse.Namespace, starter: Starter) -> int:
    """Delete for good what has been in it for its days, as the window does by itself."""
    with closing(opened(options, starter)) as application:
        check_on(on=application.trash.is_emptied)
        purged = application.trash.empty_if_due(quiet, Event())
    if purged is None:
        say(f"Nothing in the trash is past its {TRASH_DAYS} days, or what is stands on legal hold.")
        return exits.DONE
    say(f"{purged.analyses} analyses were deleted; entry {purged.entry} of the audit trail tells of it.")
    if not purged.clean:
        say("Journal and older backups could not be cleared yet; the next start does it. The Health tab shows it.")
        return exits.FAILED
    return exits.DONE


def _show(lines: list[TrashLine], *, emptied: bool, as_json: bool) -> None:
    def until(one: TrashLine) -> str | None:
        return None if one.held or not emptied else one.goes_on.isoformat()

    if as_json:
        rows = [
            {
                "id": one.line.id,
                "moved": one.trashed_at.isoformat(),
                "deleted_on": until(one),
                "matter": one.matter,
                "on_hold": one.held,
            }
            for one in lines
        ]
        print(json.dumps(rows))
        return
    for one in lines:
        fate = until(one) or ("on hold" if one.held else "kept")
        print(f"{one.line.id}  {fate:<10}  {one.matter or '-':<20}  {one.line.condition}")
