"""What can be wrong with the policy of a firm. Where it cannot be read or trusted, the program does not start."""

from __future__ import annotations

from nexus_desktop.models.errors.base import ErrorCategory, PersonCanFix


class PolicyInvalid(PersonCanFix):
    code = "policy.invalid"
    category = ErrorCategory.CONFIGURATION
    text = "The policy of your organisation has an error, so it is not known what is allowed here."
    next_step = "Tell whoever manages this computer; “nexus-desktop policy check” names the error."

    def __init__(self, source: str, line: int, detail: str) -> None:
        """``source`` is where the policy was read, ``line`` counts from 1 (0: no file), ``detail`` the broken rule."""
        super().__init__(line=line)
        self.source, self.line, self.detail = source, line, detail


class PolicyUnreadable(PolicyInvalid):
    code = "policy.unreadable"
    text = "The policy of your organisation cannot be read, so it is not known what is allowed here."


class PolicyUnsafe(PolicyInvalid):
    code = "policy.unsafe"
    category = ErrorCategory.SECURITY
    text = "The policy of your organisation could be changed by others than the administrator, so it is not trusted."


class LevelLocked(PersonCanFix):
    code = "policy.level"
    category = ErrorCategory.SECURITY
    text = "Your organisation does not allow letters to be redacted at this level."
    next_step = "Choose a level that is allowed; the Compliance tab shows which."


class LockedByFirm(PersonCanFix):
    code = "policy.locked"
    category = ErrorCategory.SECURITY
    text = "Your organisation has fixed this setting for this computer."
    next_step = "Ask whoever manages this computer, if it has to change."
