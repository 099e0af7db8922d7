"""What can be wrong with prompts and their tests."""

from __future__ import annotations

from nexus_desktop.models.errors.base import ErrorCategory, PersonCanFix


class PromptNotFound(PersonCanFix):
    code = "prompts.not_found"
    category = ErrorCategory.CONFIGURATION
    text = "There is no such version of a prompt."
    next_step = "Choose one from the list in the Prompts tab, or see `nexus-desktop prompts list`."


class PromptBreaksRules(PersonCanFix):
    code = "prompts.breaks_rules"
    category = ErrorCategory.VALIDATION
    text = "This version breaks {broken} of the rules for prompts, so it was not taken into use."
    next_step = "Check it in the Prompts tab, which names each rule, and mend the draft."


class PromptInvalid(PersonCanFix):
    code = "prompts.invalid"
    category = ErrorCategory.VALIDATION
    text = "This text cannot be kept as a prompt."
    next_step = "Use braces only around the names of variables, as in {letter}, and keep it below 20,000 characters."

    def __init__(self, detail: str = "") -> None:
        """``detail`` says which rule is broken, in our own words."""
        super().__init__()
        self.detail = detail


class PromptDecisionUnsigned(PersonCanFix):
    code = "prompts.unsigned"
    text = "A change of what is asked needs a name and a reason, so nothing was changed."
    next_step = "Say who decides, and why."


class PromptStateWrong(PersonCanFix):
    code = "prompts.state"
    text = "This version is not in a state in which that can be done."
    next_step = "A draft can be edited; a version that was more than a draft is only followed by another."


class PromptComparisonUnderWay(PersonCanFix):
    code = "prompts.comparison_under_way"
    text = "Two versions of this prompt are being compared, so this was not done."
    next_step = "End the comparison first."


class PromptComparisonPointless(PersonCanFix):
    code = "prompts.comparison_pointless"
    text = "A comparison needs the approved version, another one that keeps every rule, a share, and planned letters."
    next_step = "Choose two different versions, a share from 0 to 100 percent, and at least 10 letters."


class PromptSuiteInvalid(PersonCanFix):
    code = "prompts.suite_identifiers"
    category = ErrorCategory.SECURITY
    text = "{cases} of the test letters hold what looks like identifiers, so the tests were not run."
    next_step = "Test letters must be invented and name nobody: write [PATIENT] and the like in the place of names."


class PromptCapTooLow(PersonCanFix):
    code = "prompts.cap"
    text = "The first test letter alone may cost more than the cap of ${cap}, so nothing was sent."
    next_step = "Raise the cap, or test with fewer letters or a cheaper model."
