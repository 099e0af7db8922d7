"""What ties a condition to its cause: verbs and nouns such as "caused by", "stems from", "nexus between".

The object of a link stands behind it, or before it where the cause is the subject ("service aggravated it"). What the
object counts as is said by ``causes.py``; whose opinion it is, and how sure, by others.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from nexus_desktop.analysis.rubric.link_table import TABLE, LinkKind

__all__ = ["LINKS", "Link", "LinkKind", "find"]


@dataclass(frozen=True, slots=True)
class Link:
    """A link found in a clause; positions are those of the clause."""

    start: int
    end: int
    kind: LinkKind
    cause_first: bool  # the cause is the subject
    negative: bool  # "unrelated to"
    noun: bool = False  # "a nexus between": may be denied behind it
    within: bool = False  # names its cause itself: "service-related", "hereditary"


_NOUN: Final = re.compile(
    r"(?:influence|contribution|nexus|relations?|relationships?|links?|linkage|connections?|associations?"
    r"|correlations?|causation|causality|ties?)\b"
)
LINKS: Final = tuple((re.compile(pattern), kind, first, negative) for pattern, kind, first, negative in TABLE)
_NAMES_ITS_CAUSE: Final = LINKS[0][0]

_PAPER: Final = re.compile(r"\W*(?:opinions?|letters?|statements?|evidence|requirement|element)\b")
_OF_A_KIND: Final = re.compile(r"\b(?:negative|positive|(?:un)?favorable|adverse|supportive|no)\W*$")
_SOCIETY: Final = re.compile(
    r"\b(?:american|national|british|canadian|european|royal|international|heart|medical|psychiatric|psychological"
    r"|diabetes|lung|bar) (?:[a-z]+ ){0,2}$"
)
"""The name of a society: "American Heart Association"."""
_NO_SHARE: Final = re.compile(r"\b(?:no|without)\b")  # "had no bearing on", "played no part in"
_CAUSED_OR: Final = re.compile(
    r"\b(?:caused(?: by)?|due to|result of|related to|secondary to|incurred in)(?:,| either)? (?:and/or|or"
    r"|and)(?: \w+){0,3}? ?[a-z]?$"
)  # answers both questions


def find(clause: str) -> list[Link]:
    """The links of a clause in the order they stand in it; where two overlap, the one listed first."""
    found: list[Link] = []
    for pattern, kind, cause_first, negative in LINKS:
        for match in pattern.finditer(clause):
            if any(match.start() < one.end and one.start < match.end() for one in found):
                continue
            if _is_name(clause, match):
                continue
            both = kind is LinkKind.AGGRAVATION and _CAUSED_OR.search(
                clause, max(0, match.start() - 60), match.start() + 1
            )
            words = clause[match.start() : match.end()]
            found.append(
                Link(
                    match.start(),
                    match.end(),
                    LinkKind.CAUSE if both or (kind is LinkKind.AGGRAVATION and "caused" in words) else kind,
                    cause_first,
                    negative or (kind is LinkKind.SHARE and _NO_SHARE.search(words) is not None),
                    noun=bool(_NOUN.match(words)),
                    within=pattern is _NAMES_ITS_CAUSE,
                )
            )
    return sorted(found, key=lambda link: link.start)


def _is_name(clause: str, match: re.Match[str]) -> bool:
    """Whether the words belong to "service connection" or name a kind of paper ("a nexus opinion"), and tie nothing."""
    if match.group().startswith("nexus") and _PAPER.match(clause, match.end()):
        return not _OF_A_KIND.search(clause, max(0, match.start() - 16), match.start())
    if match.group().startswith("association") and _SOCIETY.search(clause, max(0, match.start() - 40), match.start()):
        return True
    before = clause[max(0, match.start() - 9) : match.start()].rstrip(" -")
    return before.endswith("service") and match.group().lstrip().startswith("connect")
