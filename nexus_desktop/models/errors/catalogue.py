"""Every error code on one page of the help, made from the code so that it cannot fall behind.

python -m nexus_desktop.models.errors.catalogue > resources/help/error-codes.md
"""

from __future__ import annotations

import sys
from collections.abc import Iterable

from nexus_desktop.models.errors import ErrorCategory, NexusError, every_error

HEADINGS: dict[ErrorCategory, str] = {
    ErrorCategory.INPUT: "Letters and files",
    ErrorCategory.SECURITY: "Keys, review and protection",
    ErrorCategory.DATABASE: "Database",
    ErrorCategory.CONFIGURATION: "Settings and rules",
    ErrorCategory.VALIDATION: "Checks of an analysis",
    ErrorCategory.AI_SERVICE: "AI service",
    ErrorCategory.INTERNAL: "The program itself",
}
OPENING = """# What an error code means

Each failure shows a sentence, a next step and a code. Codes stay the same from version to version; quote the code when
you ask for help. No error message holds words of a letter.
"""


def page(errors: Iterable[type[NexusError]] | None = None) -> str:
    """The page as Markdown: errors by category, each with what happened, what to do, and whether trying again helps."""
    given = every_error() if errors is None else list(errors)
    known: list[type[NexusError]] = sorted([NexusError, *given], key=lambda error: error.code)
    parts = [OPENING]
    for category, heading in HEADINGS.items():
        members = [error for error in known if error.category is category]
        if members:
            parts.append(f"## {heading}\n")
            parts += [_entry(error) for error in members]
    return "\n".join(parts)


def _entry(error: type[NexusError]) -> str:
    again = " Trying again may help." if error.retryable else ""
    return f"### `{error.code}`\n\n{error.in_general()}\n\n**What to do.** {error.next_step}{again}\n"


if __name__ == "__main__":
    sys.stdout.write(page())
