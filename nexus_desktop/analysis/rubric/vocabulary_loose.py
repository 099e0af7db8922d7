"""Words that say how sure a doctor is and are an opinion only beside a link: "likely", "may" (rubric 3.2)."""

from __future__ import annotations

from typing import Final

from nexus_desktop.analysis.rubric.vocabulary import (
    ASSOCIATION,
    DEFINITE,
    FAVORABLE,
    INCONCLUSIVE,
    LESS,
    MORE,
    NO_PHRASE,
    SOFT,
    SPECULATIVE,
    UNFAVORABLE,
    Phrase,
    words,
)
from nexus_desktop.models.analysis_models import Certainty

# --- loose phrases: an opinion only beside a link ---
LOOSE: Final[tuple[tuple[str, Phrase], ...]] = (
    # row: cannot be ruled out; not impossible; not unlikely; cannot be excluded
    (
        (
            r"(?:cannot|can not|can't|could not|couldn't|not|n't|unable to|impossible to|hesita\w+ to|reluctant to"
            r"|loath to"
            r"|difficult to) (?:(?:want|wish|like|care|dare|presume|prepared|willing|able|inclined|ready|in a position"
            r"|comfortable|possible|my place|for me) )?(?:to )?(?:be )?(?:completely |entirely |definitively "
            r"|totally |fully )?(?:rule[ds]?"
            r"|exclude[ds]?|dismiss(?:ed)?|discount(?:ed)?|eliminate[ds]?)(?: \w+){0,3}? ?(?:out)?"
            r"|not (?:be )?(?:impossible|unreasonable|inconceivable|implausible|unlikely|improbable"
            r"|out of the question|beyond the realm)"
        ),
        Phrase(INCONCLUSIVE, SPECULATIVE),
    ),
    # row: may or may not
    (r"may or may not|might or might not|could or could not", Phrase(INCONCLUSIVE, SPECULATIVE)),
    # row: not likely, unlikely, doubtful, improbable
    (
        (
            r"\bhighly unlikely|very unlikely|\bunlikely\b|\bimprobable|\bdoubtful\b|(?:not|n't|neither"
            r"|nor)(?: \w+)? (?:likely|probable|probably)\b(?! as| than)|less (?:than )?(?:likely|probable|probably)\b"
            r"|(?<!no )(?<!without )(?<!any )(?<!little )(?<!reason to )(?<!cannot )(?<!not )(?<!n't )\bdoubt(?:s"
            r"|ed)? (?:that|whether)"
        ),
        Phrase(UNFAVORABLE, LESS),
    ),
    # row: reasonable degree of medical probability
    (
        r"(?:within |to )?(?:a |the )?reasonable (?:degree of )?(?:\w+ ){0,3}(?:probability|likelihood)",
        Phrase(FAVORABLE, MORE, note=NO_PHRASE),
    ),
    # row: may; might; could; possible … (leaning favorable)
    (
        (
            r"\b(?:may|might|could)(?! (?:\d|not? |(?:find|see|identify|say|state|opine|conclude|discern|determine"
            r"|establish"
            r"|detect|provide|offer|give|be (?:said|stated|noted|added|recalled|remembered|taken|of (?:help|use"
            r"|interest)))\b))(?: \w+)?(?: well)?(?: very well)?(?: possibly| potentially| conceivably)?(?= )(?! i ask)"
            r"|(?<!sure as i )(?<!sure as one )(?<!certain as i )(?<!certain as one )\bcan(?= (?:be\b(?! better"
            r"| more| best)|also(?! be (?:better|more|best))|possibly|potentially|cause"
            r"|lead|result|contribute"
            r"|aggravate|worsen|give rise|bring|predispose|trigger|certainly|sometimes|often|have|occur|develop"
            r"|produce))|\b(?:certainly |very |quite |entirely |distinctly |remotely )?possib(?:le|ly|ility|ilities)\b"
            r"(?! (?:\w+ )?(?:causes|explanations|contributors|etiologies|sources|alternatives|candidates)\b)"
            r"|\bpotential(?:ly)?\b|\bconceivabl[ey]|\bplausibl[ey]|\bfeasibl[ey]|\bperhaps\b|\bmaybe\b"
            r"|(?:a|some|good|fair|slight|small|reasonable|any) (?:chance|possibility) (?:that|of)|there is a chance"
            r"|(?:has|have) been known to|capable of (?:causing|producing|aggravating)|\bspeculat(?:e|ed|es) that"
        ),
        Phrase(INCONCLUSIVE, SPECULATIVE),
    ),
    # row: I suspect
    (
        (
            r"\bsuspect(?:s|ed)?\b(?= (?:that|it|his|her|the|this|a ))|\bi wonder\b"
            r"|\bif i (?:had|have|were|was) to guess\b|\b(?:wager|hazard|venture) (?:an? )?(?:\w+ )?guess\b"
            r"|\b(?:my|a|best|educated) guess (?:is|was|would be)\b"
            r"|\bquestionabl[ey] (?:related|due|caused|linked)"
        ),
        Phrase(FAVORABLE, SPECULATIVE, note=SOFT),
    ),
    # row: strongly suggests; highly suggestive of; points to
    (
        (
            r"(?:strongly |highly |very |clearly )?suggest(?:s|ed|ive|ing)?\b(?: of| that| a)?|\bpoint(?:s|ed"
            r"|ing)? (?:strongly |clearly )?to(?:ward)?\b"
        ),
        Phrase(FAVORABLE, SPECULATIVE, note="A suggestion, not a probability; ask for a statement of probability."),
    ),
    # "more consistent with X than with S": a comparison, and so a probability
    (
        r"\bmore (?:consistent|compatible|in keeping) (?=with)",
        Phrase(FAVORABLE, MORE, certainty=Certainty.FAIR, note=ASSOCIATION),
    ),
    # row: can be better explained by X; more appropriately attributed to X
    (
        (
            r"\b(?:better|best(?: be)?|more (?:appropriately|properly|reasonably|plausibly|readily|accurately|logically"
            r"|easily|correctly)) (?=explained|attributed|accounted|related|ascribed|understood|viewed|considered"
            r"|thought)"
        ),
        Phrase(FAVORABLE, MORE, note=NO_PHRASE),
    ),
    (
        (
            r"\b(?:by far )?the (?:most (?:plausible|convincing|credible|persuasive|reasonable|compelling|sensible"
            r"|logical"
            r"|natural)|best[- ]supported|strongest|best) (?=explanation|cause|candidate|source|of (?:them|these|the"
            r"|all)|answer|account|reason|one\b|origin|\W*(?:$|[.,;]))"
            r"|\b(?:by far )?the (?:most (?:plausible|convincing|credible|persuasive|compelling)"
            r"|best[- ]supported)(?=\W*$)"
        ),
        Phrase(FAVORABLE, MORE, certainty=Certainty.FAIR, note=NO_PHRASE),
    ),
    # row: reasonable certainty; no doubt; definitely; 100 %
    (
        (
            r"(?:within |to )?(?:a |the )?reasonable (?:degree of )?(?:\w+ ){0,3}certainty|\b(?:no "
            r"|without (?:any |a )?|beyond (?:any |all |a )?)(?:reasonable )?(?:doubt|question)\b(?! of)|undoubtedl?y?"
            r"|unquestionabl[ey]"
            r"|\bindisputabl[ey]|\bdefinite(?:ly)?\b|\bdefinitively\b|\bcertain(?:ly)?\b(?! (?:amount|extent"
            r"|degree|kind|type|cases|people|herbicide|drugs|medic|conditions))|\babsolutely\b|\b(?:reason to|cannot"
            r"|not|n't|little) doubt\b|\b100 ?(?:%|percent)"
            r"|\b(?:quite |very )?clear(?:ly)?\b(?! (?:and|cell|to auscultation|bilaterally))|\bobviously\b"
            r"|\bcertainty\b"
        ),
        Phrase(FAVORABLE, DEFINITE),
    ),
    # row: likely; probably; most likely; in all likelihood
    (
        (
            r"\b(?:much |far |significantly |substantially |even )?(?:more (?:likely|probable|probably)"
            r"|more than (?:likely|probable)|likelier|likeliest)\b"
            r"|\b(?:most |very |highly |quite |extremely |overwhelmingly )?(?:likely"
            r"|probabl[ey])\b(?! (?:as (?:not|it|any|unlikely|the|to)|than))"
            r"|\bthe (?:likelihood|probability) is that\b|in all (?:\w+ )?(?:likelihood|probability)"
            r"|\bpreponderat\w+|\bhigh(?:ly)? (?:probability"
            r"|likelihood)|\bpresumabl[ey]\b|\bstrong (?:probability|likelihood)"
        ),
        Phrase(FAVORABLE, MORE, note=NO_PHRASE),
    ),
    # what the author would stake on it, and where the balance comes down
    (
        (
            r"\bi (?:would|'d|will|'ll)?(?: \w+)? ?(?:not|never) (?:bet|wager|lay odds)\b|\b(?:bet|wager|lay odds"
            r"|money) (?:\w+ )?against\b|\b(?:is|be|was) an? (?:\w+ )?long ?shot\b"
        ),
        Phrase(UNFAVORABLE, LESS, certainty=Certainty.FAIR, note=NO_PHRASE),
    ),
    (
        (
            r"\bi(?:'d|'ll| would| will)? (?:\w+ )?(?:bet|wager|lay (?:\w+ )?(?:odds|money)"
            r"|put (?:my )?money)\b(?! a guess)"
            r"(?: on| that)?|\b(?:my|the (?:smart|safe)) (?:money|bet) (?:is|was|would be|goes|says|lies)\b(?: on"
            r"| that)?"
            r"|\bif i (?:had|have|were|was) to bet\b|\b(?:by|at) all odds\b|\bodds-on\b"
            r"|\bdollars to (?:doughnuts|donuts)\b|\bon (?:the|a) balance of probabilit(?:y|ies)\b"
            r"|\b(?:scales?|balance|needle|beam)(?: of [\w ]{3,20})? (?:tips?|tilts?|comes? down|swings?|dips?"
            r"|leans?)\b"
            r"(?: \w+)? (?:toward|to|in favou?r of|on the side of|for)\b"
            r"|\b(?:tips?|tilts?) the (?:scales?|balance)(?: \w+)? (?:toward|to|in favou?r of|for)\b"
        ),
        Phrase(FAVORABLE, MORE, certainty=Certainty.FAIR, note=NO_PHRASE),
    ),
    # row: consistent with; compatible with; associated with; a known risk factor for
    (
        (
            r"\bconsistent with\b(?! (?:the )?(?:places?|types?|circumstances|conditions|hardships|nature) )"
            r"|compatible with\b|in keeping with\b|not inconsistent with\b|in line with\b"
            r"|congruent with\b|commonly (?:seen|found|associated|occurs?)\b|\bknown (?:risk factor|association"
            r"|complication)\b|\brisk factors? for\b"
        ),
        Phrase(INCONCLUSIVE, SPECULATIVE, certainty=Certainty.FAIR, note=ASSOCIATION),
    ),
    # row: appears to be due to; seems related
    (
        (
            r"\b(?:appear(?:s|ed)?|seem(?:s|ed)?) (?!(?:to (?:be|me) )?(?:very |quite |more |most |highly "
            r"|far )*(?:likely|probable|unlikely|possible|doubtful))(?:to (?:be|have (?:been)?)|that|as though)?"
        ),
        Phrase(FAVORABLE, DEFINITE, certainty=Certainty.FAIR, note=SOFT),
    ),
)

# A clause without any of these words holds none of the phrases above; a test compares the two.
SIGNS: Final = words(
    """
    rule rules ruled exclude excludes excluded dismiss dismissed discount discounts discounted eliminate eliminates
    eliminated impossible unreasonable inconceivable implausible unlikely improbable question realm may might could can
    doubtful likely probable probably doubt doubts probability likelihood possible possibly possibility possibilities
    doubted
    potential potentially conceivable conceivably plausible plausibly feasible feasibly perhaps maybe chance been
    capable speculate speculates speculated suspect suspects suspected wonder guess questionable questionably suggest
    suggests
    suggested suggestive suggesting point points pointed pointing consistent compatible keeping better best
    appropriately properly reasonably readily accurately logically easily correctly certainty undoubted undoubtedly
    unquestionable unquestionably indisputable indisputably definite definitely definitively certain certainly
    absolutely clear clearly obviously preponderate preponderates preponderated preponderating
    presumable presumably line congruent
    commonly known risk inconsistent bet wager odds money longshot shot doughnuts donuts balance scale scales needle
    beam
    convincing credible persuasive reasonable compelling sensible logical natural supported strongest
    appear appears appeared seem seems seemed high highly strong undoubtedl likelier likeliest 100
    """
)
