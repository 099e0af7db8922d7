"""What the words of an answer mean, by whole phrase: "not at least as likely" is no form of "at least as likely".

A phrase that is not listed has no meaning here. Section 3 of the rubric is the source of the words of probability.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from nexus_desktop.models.analysis_models import Polarity, Standard, Theory
from nexus_desktop.models.wire_models import ItemLevel

_PASSED_OVER: Final = re.compile(r"(?:[\s_,;:'\"“”‘’„«»`*()\[\]\\‐-―-]|(?<![.…])\.(?![.…]))++")
"""What may stand between the words of a phrase and means nothing. A mark of doubt, of negation or of an omission ("?",
"!" in front, "≠", "…") means something, and so does not fall away."""
_OPERATOR: Final = re.compile(r"(?<=[<>=≤≥]) | (?=[%=])")
_EDGES: Final = re.compile(r"^(?:the|a|an|is|it is|that it is|that) |!+\Z")

Words = dict[str, str]


def _table(values: dict[str, str]) -> Words:
    """``{value: "phrase | phrase"}`` as phrase to value; each value is a phrase of its own."""
    found: Words = {}
    for value, phrases in values.items():
        for phrase in (value, *phrases.split("|")):
            if phrase.strip():
                found[plain(phrase)] = value
    return found


@lru_cache(maxsize=1024)
def plain(phrase: str) -> str:
    """A phrase without case, marks and spacing: ``**At-Least_as likely.**`` is ``at least as likely``."""
    return _EDGES.sub("", _OPERATOR.sub("", _PASSED_OVER.sub(" ", phrase[:200].casefold()).strip()))


POLARITY: Final = _table(
    {
        Polarity.FAVORABLE: "favourable|favors the claim|supports the claim|in favor|in favor of the claim|positive",
        Polarity.UNFAVORABLE: "unfavourable|not at least as likely as not|less likely than not|against the claim|"
        "does not support the claim|adverse|negative",
        Polarity.INCONCLUSIVE: "equivocal|undecided|undetermined",
        Polarity.NONE: "no opinion|no opinion given|no opinion stated",
    }
)
STANDARD: Final = _table(
    {
        Standard.DEFINITE: "stated as fact|certain|definitely|is due to|is caused by",
        Standard.MORE_LIKELY: "more likely|more probable than not|probable|>50%|greater than 50 percent|"
        "greater than 50%|preponderance",
        Standard.AT_LEAST_AS_LIKELY: "at least as likely|as likely as not|just as likely as not|50% or greater|"
        "50 percent or greater|≥50%|>=50%|at least 50%|at least 50 percent|equipoise|in equipoise|"
        "at least as likely as not 50% or greater|at least as likely as not 50 percent or greater|"
        "at least as likely as not 50 percent or greater probability|"
        "at least as likely as not 50% or greater probability",
        Standard.SPECULATIVE: "possible|may be|might be|could be|mere speculation|cannot say without speculation|"
        "cannot say without resort to speculation|without resort to mere speculation",
        Standard.LESS_LIKELY: "less likely|not at least as likely as not|not as likely as not|less likely as not|<50%|"
        "less than 50 percent|less than 50%|unlikely|not likely|less probable than not",
        Standard.NONE: "no standard|no standard stated|not stated|none stated",
    }
)
THEORY: Final = _table(
    {
        Theory.DIRECT: "direct service connection|direct connection|38 cfr 3 303",
        Theory.SECONDARY: "secondary service connection|secondary causation|secondary connection",
        Theory.AGGRAVATION: "secondary aggravation|by aggravation|service connection by aggravation",
        Theory.PRESUMPTIVE: "presumption|presumptive service connection",
    }
)
LEVEL: Final = _table(
    {
        ItemLevel.FULL: "fully met|met in full|in full|fully",
        ItemLevel.PARTIAL: "partly met|partially met|met in part|in part|partly|partially",
        ItemLevel.SLIGHT: "slightly met|slightly",
        ItemLevel.NONE: "not met|not met at all|not at all|not found|absent|missing",
        ItemLevel.NOT_APPLICABLE: "n/a|na|does not apply",
    }
)
RATIONALE: Final = _table({"detailed": "", "conclusory": "", "none": "no rationale|not found"})
RECORDS: Final = _table({"claims_file": "c file|the claims file", "partial": "in part", "none": "not found|no records"})
YES_NO: Final[dict[str, bool]] = {"true": True, "yes": True, "false": False, "no": False}

UNSAID: Final = frozenset({"", "?", "null", "nil", "n/a", "na", "unknown", "undefined", "unclear", "not given", "nan"})
"""Words for "nothing is said", where they are not a value of their own."""

FITTING: Final[dict[Polarity, frozenset[Standard]]] = {
    Polarity.FAVORABLE: frozenset(
        {Standard.DEFINITE, Standard.MORE_LIKELY, Standard.AT_LEAST_AS_LIKELY, Standard.SPECULATIVE}
    ),
    Polarity.UNFAVORABLE: frozenset({Standard.DEFINITE, Standard.LESS_LIKELY}),
    Polarity.INCONCLUSIVE: frozenset({Standard.SPECULATIVE}),
    Polarity.NONE: frozenset({Standard.NONE, Standard.SPECULATIVE}),
}
"""Which standards a direction can have (rubric 3.2); "more likely than not unrelated" is less likely than not."""
