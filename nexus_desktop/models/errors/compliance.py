"""What can go wrong with the rules of a firm."""

from __future__ import annotations

from nexus_desktop.models.errors.base import ErrorCategory, PersonCanFix


class FirmRuleStopped(PersonCanFix):
    code = "rules.stopped"
    category = ErrorCategory.CONFIGURATION
    text = "Rule {number} of your firm took too long or matched too much in this letter, and was stopped."
    next_step = "Correct it or switch it off in the Compliance tab, then look at the letter again. Nothing was skipped."


class RulesNotSaved(PersonCanFix):
    code = "rules.not_saved"
    category = ErrorCategory.CONFIGURATION
    text = "The rules could not be written to the data folder. The rules in force are those of before."
    next_step = "Check free space and permissions of the data folder, and save again."


class RulesChangedElsewhere(PersonCanFix):
    code = "rules.changed_elsewhere"
    category = ErrorCategory.CONFIGURATION
    text = "The file of your firm's rules was changed by another program since it was shown here."
    next_step = "Look at the rules as they are now, and make your change again."
