"""What can be wrong with a result and with what is written of it."""

from __future__ import annotations

from nexus_desktop.models.errors.base import ErrorCategory, MachineFailed, PersonCanFix


class AnalysisInvalid(MachineFailed):
    code = "analysis.invalid"
    category = ErrorCategory.VALIDATION
    retryable = False
    text = "The analysis broke {problems} of its own rules and is not shown, because it could mislead."
    next_step = "Read the letter yourself, and report the code together with the version of the program."


class ExportFailed(PersonCanFix):
    code = "export.failed"
    category = ErrorCategory.INPUT
    text = "The report could not be written there."
    next_step = "Choose another folder or name; the analysis itself is kept."


class TrailFileInvalid(PersonCanFix):
    code = "export.not_a_trail"
    text = "This file is not an export of an audit trail."
    next_step = "Choose a .zip or .jsonl file that Nexus Desktop exported."


class ExportExists(PersonCanFix):
    code = "export.exists"
    text = "A file with this name is already there, and it was not overwritten."
    next_step = "Choose another name."
