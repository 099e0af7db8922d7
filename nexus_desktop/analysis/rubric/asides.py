"""What stands between a degree and the "that" it governs, and says nothing of its own.

"It is more likely than not, by a wide margin, that …", "at least as likely as not (and I would not put it higher)
that …": a word of denial or comparison in there is about the degree, and would be heard as one of the opinion.
"""

from __future__ import annotations

import re
from typing import Final

from nexus_desktop.analysis.rubric.standing import CAPPED

_DEGREE: Final = (
    r"(?:likely (?:as|than) not|probable than not|even (?:bet|chance|money)|better than even|fifty[- ]fifty|50[/-]50"
    r"|(?:my|our) (?:\w+ ){0,2}?(?:opinion|judg?ment|conclusion|belief|view)(?: (?:is|remains))?"
    r"|(?:convinced|certain|satisfied|persuaded|confident|opinion|belief|view|doubt|likely|probable"
    r"|chances? are|odds are))"
)
_BEHIND: Final = re.compile(
    rf"\b(?P<degree>{_DEGREE})(?P<aside> ?\([^()]{{2,160}}\),?|, (?!that\b)[^,;.:()]{{2,80}}(?:, [^,;.:()]{{2,80}})?,)"
    r"(?= (?P<next>that|his|her|the|this|these)\b)"
)
_SPEAKS: Final = re.compile(
    r"\b(?:likely|probabl|possibl|speculat|due to|caused|related|cannot|can't|percent|%|whether)"
)


def behind_degree(low: str) -> str:
    """``low`` with such an aside as blanks, of the same length; one that speaks of a degree or a cause itself stays."""
    return _BEHIND.sub(_blank, low)


def _blank(match: re.Match[str]) -> str:
    aside = match.group("aside")
    capped = CAPPED.search(aside) is not None
    if not capped and (match.group("next") != "that" or ("(" not in aside and _SPEAKS.search(aside))):
        return match.group()
    return match.group("degree") + " " * len(aside)
