"""What a letter calls a service-connected disability by when it does not say its name again: "the leg", "that back".

Words are kept beside the names of the anchors with a mark in front, so that a name is never mistaken for one.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from nexus_desktop.analysis.rubric import conditions

MARK: Final = "~"
_NAMED: Final = re.compile(
    r"(?<!non-)(?<!non )(?<!not )\bservice[- ]connected\b(?! (?:connection|compensation|benefits))"
    r"(?: (?:for|disabilit(?:y|ies)(?: of)?|conditions?(?: of)?))? ?(?P<thing>[^.;:,()\n?]{3,90})"
)
_STOPS: Final = re.compile(
    r"\b(?:is|was|are|were|be|been|has|have|had|did|does|may|might|could|can|would|will|began|started|caus\w+"
    r"|aggravat\w+"
    r"|worsen\w*|led|leads?|made|makes?|due|relat\w+|rather|more|less|at least|which|who|whose|that|because|than|not"
    r"|nor|but"
    r"|on|by|after|before|since|through|with|claims?|claimed|seeks?|receiv\w+|takes?|treated|now|at|in|to|as)\b"
)
_PLAIN: Final = conditions.words(
    "chronic left right bilateral disease disorder syndrome condition conditions injury injuries residuals pain"
    " strain both with"
    " from that this their the his her for and mild moderate severe status post incomplete complete failed service"
    " connected"
    " disability disabilities since major recurrent type upper lower mixed early late acute old following one"
)
_GROUPS: Final = (
    ("leg", r"tibia|fibula|femur|femoral|knee|ankle|\bleg"),
    ("legs", r"tibia|fibula|femur|femoral|knee|ankle|\bleg"),
    ("limp", r"tibia|femur|knee|ankle|\bleg|\bhip|foot|feet|fasci"),
    ("gait", r"tibia|femur|knee|ankle|\bleg|\bhip|foot|feet|fasci"),
    ("foot", r"foot|feet|plantar|planus|heel"),
    ("feet", r"foot|feet|plantar|planus|heel"),
    ("back", r"lumb|spin|\bdis[ck]|sacr|back|sciati|vertebr"),
    ("spine", r"lumb|spin|\bdis[ck]|sacr|back|vertebr|cervic"),
    ("neck", r"neck|cervic"),
    ("arm", r"wrist|elbow|ulnar|humer|forearm|\barm"),
    ("nerve", r"neuropath|radiculopath|nerve|ulnar"),
    ("nerves", r"neuropath|radiculopath|nerve|ulnar"),
    ("heart", r"cardi|coronary|heart"),
    ("nightmares", r"ptsd|post-?traumatic stress"),
    ("concussion", r"traumatic brain|\btbi\b|head injury"),
    ("head", r"traumatic brain|\btbi\b"),
    ("sugar", r"diabet"),
    ("ringing", r"tinnitus"),
    ("apnea", r"apnea|\bosa\b"),
    ("headaches", r"migraine"),
    ("pills", r"medication"),
)
_COMPILED: Final = tuple((word, re.compile(pattern)) for word, pattern in _GROUPS)
_CONTENT: Final = re.compile(r"[a-zà-ÿ]{4,}")
_MOST = 6  # words of a name that count


def words(low: str, names: frozenset[str]) -> frozenset[str]:
    """The marked words by which the anchors of a letter (``names``, and what stands behind "service-connected") may be
    called again."""
    things = set(names)
    for match in _NAMED.finditer(low):
        thing = match.group("thing")
        stop = _STOPS.search(thing)
        things.add(thing[: stop.start()] if stop else thing)
    found: set[str] = set()
    for thing in things:
        found |= {word for word in _CONTENT.findall(thing)[:_MOST] if word not in _PLAIN}
        found |= {word for word, pattern in _COMPILED if pattern.search(thing)}
    return frozenset(MARK + word for word in found)


@lru_cache(maxsize=64)
def _pattern(anchored: frozenset[str]) -> re.Pattern[str] | None:
    known = sorted((re.escape(one[1:]) for one in anchored if one.startswith(MARK)), key=len, reverse=True)
    if not known:
        return None
    return re.compile(
        rf"\b(?:the|his|her|their|that|this|those|these|of|from|by|such) (?:[\w-]+ ){{0,3}}?(?:{'|'.join(known)})\b"
    )


def alluded(low: str, anchored: frozenset[str]) -> bool:
    """Whether ``low`` speaks of an anchor by one of its words."""
    pattern = _pattern(anchored)
    return pattern is not None and pattern.search(low) is not None
