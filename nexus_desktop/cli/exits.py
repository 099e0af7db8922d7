"""Exit codes. Scripts rely on them: never renumber.

0    done
1    the machine failed, or the program has a bug; the code on standard error names it
2    the command line was wrong
3    something the person can fix: another file, key or setting; the next step is on standard error
4    a person has to review the letter first, or what would be sent of it
0    health: all is well; each check has a name, a state, a code and, where it is not well, how to mend it
10   health: warnings
11   health: failures; audit verify: the trail, or an export of it, does not hold
130  cancelled (Ctrl+C)
"""

from __future__ import annotations

from nexus_desktop.models.errors import Cancelled, NexusError, PersonCanFix, ServiceNotReviewed

DONE, FAILED, USAGE, FIXABLE, REVIEW_NEEDED = 0, 1, 2, 3, 4
HEALTH_WARNING, HEALTH_FAILURE = 10, 11
CANCELLED = 130


def exit_code(error: NexusError) -> int:
    """The exit code for a failure."""
    if isinstance(error, Cancelled):
        return CANCELLED
    if isinstance(error, ServiceNotReviewed):
        return REVIEW_NEEDED
    return FIXABLE if isinstance(error, PersonCanFix) else FAILED
