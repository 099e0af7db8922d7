"""What stops a letter between its import and its analysis."""

from __future__ import annotations

from nexus_desktop.models.errors.base import ErrorCategory, MachineFailed, PersonCanFix


class ReviewIncomplete(PersonCanFix):
    code = "review.incomplete"
    category = ErrorCategory.SECURITY
    text = "{left} possible identifiers have not been decided yet."
    next_step = "Decide for each whether it is removed or kept; then analyze."


class ReviewMismatch(MachineFailed):
    code = "review.mismatch"
    category = ErrorCategory.SECURITY
    text = "The decisions do not belong to this letter, so nothing was done with it."
    next_step = "Add the letter again and review it."


class ResidualIdentifier(PersonCanFix):
    code = "review.residual"
    category = ErrorCategory.SECURITY
    text = "After redaction, {left} places still look like known identifiers of the client."
    next_step = "Look through the redacted text and mark what is left, then analyze."


class CaseFactsInvalid(PersonCanFix):
    code = "facts.invalid"
    category = ErrorCategory.CONFIGURATION
    text = "The facts file is not readable as facts of a case; {problems} of its entries are wrong."
    next_step = (
        "Use JSON or YAML with any of: branch, service (a list of from and to), born (a year), service_connected, "
        "claimed (lists of names), denials (a list of condition, date, reason)."
    )


class ClientFieldsInvalid(PersonCanFix):
    code = "client.invalid"
    category = ErrorCategory.CONFIGURATION
    text = "The client file is not readable as known client fields."
    next_step = 'Use JSON or YAML with lists: {"names": [...], "ssn": [...], "dob": [...], "va_file": [...]}.'


class OverrideNeedsReason(PersonCanFix):
    code = "override.reason"
    category = ErrorCategory.VALIDATION
    text = "A finding is graded otherwise with a reason of {shortest} to {longest} characters."
    next_step = "Say in your own words why you see it otherwise."


class OverrideNeedsRewording(PersonCanFix):
    code = "override.identifier"
    category = ErrorCategory.SECURITY
    text = "The reason has names, dates or numbers in it that may identify someone; {found} found."
    next_step = "Say it without them, such as “the veteran”, “the examiner” or the year alone. Nothing was kept."
