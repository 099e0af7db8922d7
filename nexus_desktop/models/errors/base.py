"""The tree of failures and what each of them says: a stable code, one sentence, the next step.

    NexusError
    ├── PersonCanFix     another file, another key, another setting helps
    ├── MachineFailed    the program or the machine is at fault; trying again may help
    └── Cancelled        the person asked for it

Any other exception is a bug. No error holds letter text, a path or a key: the only data allowed are numbers,
named in the sentence as ``{limit}``. Codes never change once released; texts may.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import ClassVar

_ASIDE = re.compile(r" \([^(){}]*\{\w+\}[^(){}]*\)")


class ErrorCategory(StrEnum):
    """Where a failure belongs, for the log and the health screen."""

    INPUT = "input"
    SECURITY = "security"
    CONFIGURATION = "configuration"
    DATABASE = "database"
    VALIDATION = "validation"
    AI_SERVICE = "ai_service"
    INTERNAL = "internal"


class NexusError(Exception):
    """A failure that was foreseen. Raise a subclass, with the numbers its sentence names."""

    code: ClassVar[str] = "internal.unexpected"
    text: ClassVar[str] = "Something went wrong that this program did not foresee."
    next_step: ClassVar[str] = (
        "Nothing was lost. Try again; if it happens again, quote the code. “Diagnostics” in the Health tab shows in "
        "full what is known of it, and sends nothing."
    )
    category: ClassVar[ErrorCategory] = ErrorCategory.INTERNAL
    retryable: ClassVar[bool] = False

    def __init__(self, **numbers: float) -> None:
        self.numbers = numbers
        super().__init__(self.code)

    @property
    def sentence(self) -> str:
        """What happened, in words for a person."""
        return self.text.format(**self.written())

    def written(self) -> dict[str, str]:
        """The numbers of this case as they are written into the sentence."""
        return {name: f"{value:,.10g}" for name, value in self.numbers.items()}

    @classmethod
    def in_general(cls) -> str:
        """The sentence without a particular case's numbers: their names stand in their place, and what stood in
        parentheses around one is left out."""
        return _ASIDE.sub("", cls.text).replace("{", "(").replace("}", ")")

    def __str__(self) -> str:
        return f"{self.code}: {self.sentence}"


class PersonCanFix(NexusError):
    """Another file, another key or another setting helps."""

    category = ErrorCategory.INPUT


class MachineFailed(NexusError):
    """The program or the machine is at fault; what the person did was right."""

    retryable = True


class Cancelled(NexusError):
    """The person asked for it. Shown in the status line, never in a dialog."""

    code = "cancelled"
    text = "Cancelled."
    next_step = "Start again whenever you like; nothing was kept of the cancelled work."
