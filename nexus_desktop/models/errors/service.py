"""What can go wrong between this machine and a service that analyzes letters.

Everything that a library lets escape becomes one of these (analysis.service_errors). ``transient`` ones are tried again
by services.ai_retry; ``counts`` says whether the breaker takes it as a sign that the service is down.
"""

from __future__ import annotations

from typing import ClassVar

from nexus_desktop.models.errors.base import ErrorCategory, MachineFailed, PersonCanFix


class ServiceFixable(PersonCanFix):
    """Another key, address, model or setting helps. The service itself is alive."""

    category = ErrorCategory.AI_SERVICE
    transient: ClassVar[bool] = False
    counts: ClassVar[bool] = False


class ServiceFailure(MachineFailed):
    """The service or the way to it failed; the letter is safe and can be sent later."""

    category = ErrorCategory.AI_SERVICE
    transient: ClassVar[bool] = True
    counts: ClassVar[bool] = True


# --- before anything is sent ---------------------------------------------------------------------------------------


class ServiceOffline(ServiceFixable):
    code = "service.offline"
    text = "Nexus Desktop works offline, so nothing was sent."
    next_step = "Turn off “Work offline” in the service settings if this letter may go to a service."


class ServiceNotSetUp(ServiceFixable):
    code = "service.not_set_up"
    text = "No service is set up and chosen."
    next_step = "Set one up in the service settings, or analyze with the rubric engine on this machine."


class ServiceNotReviewed(ServiceFixable):
    code = "service.not_reviewed"
    category = ErrorCategory.SECURITY
    text = "Nobody has looked at what would be sent, so nothing was sent."
    next_step = "Look at the exact text first; on the command line, say --send-reviewed once you have."


class ServiceRequestChanged(ServiceFixable):
    code = "service.request_changed"
    category = ErrorCategory.SECURITY
    text = "What was about to be sent is not what was reviewed, so nothing was sent."
    next_step = "Start the analysis again and look at the text anew."


class ServiceDestinationRefused(ServiceFixable):
    code = "service.destination"
    category = ErrorCategory.SECURITY
    text = "The request was about to go to another address than the one set up, so nothing was sent."
    next_step = "Check the address in the service settings, and that no other program changes it."


class ServiceIdentifierLeft(ServiceFixable):
    code = "service.identifier_left"
    category = ErrorCategory.SECURITY
    text = "{left} places in the text to be sent still look like identifiers, so nothing was sent."
    next_step = "Go back to the review, decide on these places, and analyze again."


class ServicePromptMissing(ServiceFixable):
    code = "service.prompt_missing"
    category = ErrorCategory.CONFIGURATION
    text = "There is no approved prompt, or its text is not the one that was approved."
    next_step = "Restore prompts.yaml; the Prompts tab shows which version changed."


class ServicePromptTooLarge(ServiceFixable):
    code = "service.prompt_too_large"
    category = ErrorCategory.CONFIGURATION
    text = "The prompt would grow past {limit} characters, so it was not used."
    next_step = "Choose another version in the Prompts tab, or restore prompts.yaml."


class ServiceLimitReached(ServiceFixable):
    code = "service.limit_reached"
    text = "This analysis could bring this month's cost to ${would}, above your limit of ${limit}, so nothing was sent."
    next_step = "Raise the monthly limit in the service settings, or analyze with the rubric engine."


class ServicePriceUnknown(ServiceFixable):
    code = "service.price_unknown"
    text = "The price of this model is not known, so your monthly limit could not be kept and nothing was sent."
    next_step = "Enter the price of the model in the service settings, or remove the limit."


class ServicePaused(ServiceFailure):
    code = "service.paused"
    counts = transient = False
    text = "The service failed several times in a row and is left alone for another {seconds} seconds."
    next_step = "The letter was analyzed offline and can be sent later. “Try now” on the Health tab ends the pause."


# --- the way there -------------------------------------------------------------------------------------------------


class ServiceNameUnknown(ServiceFailure):
    code = "service.name_unknown"
    text = "The name of the service's address could not be found: this machine may have no internet connection."
    next_step = "Check the connection, and the address in the service settings."


class ServiceConnectionRefused(ServiceFailure):
    code = "service.connection_refused"
    text = "Nothing answers at the service's address."
    next_step = "Check the address; if the model runs on this machine, start it."


class ServiceConnectionLost(ServiceFailure):
    code = "service.connection_lost"
    text = "The connection broke before the answer was complete."
    next_step = "Try again; if it keeps happening, check the network or the proxy."


class ServiceTooSlow(ServiceFailure):
    code = "service.too_slow"
    text = "The service did not {what} within {seconds} seconds."
    next_step = "Try again later, or allow it more time in the service settings."

    def __init__(self, what: str, **numbers: float) -> None:
        """``what`` is one of our own words for what was waited for."""
        super().__init__(**numbers)
        self.what = what

    @property
    def sentence(self) -> str:
        return f"The service did not {self.what} within {self.numbers['seconds']:g} seconds."


class ServiceNotSecure(ServiceFixable):
    code = "service.not_secure"
    category = ErrorCategory.SECURITY
    counts = True
    text = "The service could not prove that it is the one it claims to be (its certificate is not trusted here)."
    next_step = (
        "Ask whoever runs your network whether it inspects connections; its certificate must be trusted by the system."
    )


class ServiceProxyRefused(ServiceFixable):
    code = "service.proxy"
    text = "The proxy of your network did not let the connection through."
    next_step = "Check the proxy in the service settings, or ask whoever runs your network."


class ServiceRedirected(ServiceFixable):
    code = "service.redirected"
    category = ErrorCategory.SECURITY
    text = "The service pointed to another address. Letters never follow such a pointer, so nothing was sent there."
    next_step = "If the service has moved, enter its new address in the service settings."


# --- what it said --------------------------------------------------------------------------------------------------


class ServiceKeyRefused(ServiceFixable):
    code = "service.key_refused"
    text = "The service does not accept this key."
    next_step = "Check the key on the service's own page and enter it again."


class ServiceForbidden(ServiceFixable):
    code = "service.forbidden"
    text = "The service does not allow this account, region or network to use it."
    next_step = "Look into your account with the service, or ask whoever set it up."


class ServiceModelUnknown(ServiceFixable):
    code = "service.model_unknown"
    text = "The service does not know this model, or there is no such service at this address."
    next_step = "Run the connection test in the service settings; it lists the models that are there."


class ServiceListsNoModels(ServiceFixable):
    code = "service.lists_no_models"
    text = "There is no list of models at this address, so the model could not be looked up."
    next_step = "Check the address, most end in /v1. A few services have no such list and take letters all the same."


class ServiceTooLong(ServiceFixable):
    code = "service.too_long"
    text = "The letter is longer than this model can read."
    next_step = "Choose a model that reads longer texts, or analyze with the rubric engine."


class ServiceFormUnsupported(ServiceFixable):
    code = "service.form_unsupported"
    text = "This service does not take the form of answer it was asked for."
    next_step = "Choose another form of answer (JSON, then plain text) in the service settings; all are checked alike."


class ServiceRequestRefused(ServiceFixable):
    code = "service.request_refused"
    text = "The service did not accept the request (status {status})."
    next_step = "Run the connection test in the service settings; it says what does not fit."


class ServiceFiltered(ServiceFixable):
    code = "service.filtered"
    text = "The service's content filter stopped the analysis; letters on violence or self-harm can set it off."
    next_step = "Use the rubric engine for this letter, or ask the service to adjust the filter for your account."


class ServiceRefused(ServiceFixable):
    code = "service.refused"
    text = "The model declined to analyze this letter."
    next_step = "Use the rubric engine for this letter, or another model."


class ServiceQuotaUsed(ServiceFixable):
    code = "service.quota"
    text = "Your account with the service has no credit left."
    next_step = "Look into your account with the service; waiting does not help."


class ServiceBusy(ServiceFailure):
    code = "service.busy"
    text = "The service is busy and asks to wait {seconds} seconds."
    next_step = "Try again later. A letter under way is read on this machine, and can be sent later with one click."


class ServiceDown(ServiceFailure):
    code = "service.down"
    text = "The service has a failure of its own (status {status})."
    next_step = "Try again later. A letter under way is read on this machine, and can be sent later with one click."


class ServiceCutShort(ServiceFixable):
    code = "service.cut_short"
    text = "The answer was longer than {limit} tokens, the most it may have, and was cut off."
    next_step = "Allow longer answers in the service settings."


class ServiceNotAnAnswer(ServiceFailure):
    code = "service.not_an_answer"
    transient = False
    text = "What came back is no answer of such a service; a sign-in page of the network can look like this."
    next_step = "Open a web page to see whether the network wants you to sign in, and check the address."


class ServiceAnswerEmpty(ServiceFailure):
    code = "service.answer_empty"
    text = "The service answered with nothing."
    next_step = "Try again; if it keeps happening, choose another model."


class ServiceAnswerTooLarge(ServiceFailure):
    code = "service.answer_too_large"
    transient = False
    text = "The service sent more than {limit} bytes, far more than an answer has, and was stopped."
    next_step = "Check the address of the service, or choose another model."


class ServiceAnswerUnusable(ServiceFixable):
    code = "service.answer_unusable"
    category = ErrorCategory.VALIDATION
    text = "The answer of the service broke {problems} rules and held nothing that can be relied on."
    next_step = "The letter was analyzed offline. A larger model usually keeps to the form."
