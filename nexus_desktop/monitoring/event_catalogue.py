"""What each line of the log means and which fields it carries: the page that firm IT reads.

python -m nexus_desktop.monitoring.event_catalogue > resources/help/log-events.md
"""

from __future__ import annotations

import sys

from nexus_desktop.monitoring.structured_logger import Event, Fields

MEANINGS: dict[Event, str] = {
    Event.PROGRAM_STARTED: "The program started on a data folder.",
    Event.PROGRAM_STOPPED: "The program closed in order.",
    Event.PROGRAM_RECOVERED: "The program found that it did not close in order the last time.",
    Event.STORE_OPENED: "The encrypted database was opened.",
    Event.STORE_LOCKED: "The database was locked and its key taken out of memory; `status` says why.",
    Event.BACKUP_MADE: "A backup was written and opened again to check it; `kind` says why.",
    Event.RECORDS_PURGED: "Records past their time, or of a client, were deleted for good; `seq` is the entry.",
    Event.STORE_MIGRATED: "The database was brought to the version of this program.",
    Event.STORE_STEPPED_BACK: "The database was taken back to an older version, after a backup.",
    Event.LETTER_READ: "A file or pasted text was read as a letter.",
    Event.LETTER_SCANNED: "Identifiers were looked for in a letter.",
    Event.LETTER_REVIEWED: "A person's decisions on the identifiers of a letter were applied: `count` taken out.",
    Event.LETTER_ANALYZED: "An engine analyzed a de-identified letter.",
    Event.ANALYSIS_KEPT: "An analysis was saved.",
    Event.REPORT_EXPORTED: "A report was written.",
    Event.SERVICE_ASKED: "A reviewed request went to a service of a `kind`, which went to work on it.",
    Event.SERVICE_RETRIED: "A request to a service failed for the reason in `code` and is tried again.",
    Event.SERVICE_PAUSED: "A service failed several times in a row and is left alone for a while.",
    Event.HEALTH_CHECKED: "The health checks were run.",
    Event.COMPONENT_CHANGED: "A part named in `kind` failed several times and is left alone, or works again.",
    Event.QT_MESSAGE: "The window toolkit complained; its words are not kept.",
    Event.FAILED: "Something failed in a way the program knows; `code` names it on the page of error codes.",
    Event.BUG: "Something failed in a way the program does not know; `where` is the place in the program.",
}
UNITS: dict[str, str] = {
    "version": "version of the program",
    "code": "code of a failure",
    "category": "category of a failure",
    "kind": "kind of file, report, service or message",
    "level": "level of de-identification",
    "engine": "name of the engine",
    "status": "outcome",
    "source": "where a choice came from",
    "where": "module and line of this program",
    "exception": "class of an exception",
    "analysis_id": "random number of an analysis",
    "letter_id": "random number of a letter",
    "milliseconds": "how long it took",
    "count": "how many",
    "asked": "how many places a person was asked about",
    "kept": "how many places a person left in",
    "characters": "length of a text",
    "pages": "pages of a letter",
    "size": "bytes",
    "score": "points of 100",
    "confidence": "how far a result can be relied on, in percent",
    "seq": "number of an audit entry",
    "tokens": "tokens sent and received, as the service counts them",
    "microdollars": "what a request cost, in millionths of a US dollar",
}
OPENING = """# What the log holds

The log is a folder of text files, one JSON object a line, one file a day or for 5 MB,
compressed when it is full or a day old, and removed 30 days later.
Every line has `at` (UTC) and `event`; lines of one piece of work share a `correlation_id` from the click to the saved
result. Fields are numbers, codes and random ids. A value that is none of these, or that has the shape of an
identifier, is left out and counted in `dropped`. There are no names, no file names and no words of a letter in it.
"""


def page() -> str:
    """The page as Markdown."""
    events = [f"| `{event.value}` | {MEANINGS[event]} |" for event in Event]
    fields = [f"| `{name}` | {UNITS[name]} |" for name in Fields.__annotations__]
    return "\n".join(
        [
            OPENING,
            "| event | meaning |",
            "| --- | --- |",
            *events,
            "",
            "| field | holds |",
            "| --- | --- |",
            *fields,
            "",
        ]
    )


if __name__ == "__main__":
    sys.stdout.write(page())
