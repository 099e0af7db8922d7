"""Words that a fax or a scanner tore in two, put together again: "more like ly than not", "neu ropathy".

Only letters in which several words are surely torn are mended, and only words the rules know: two words that stand
side by side in a clean letter are never joined.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from nexus_desktop.analysis.rubric.condition_table import TABLE
from nexus_desktop.analysis.rubric.misreadings import KNOWN

_ENOUGH = 3  # words torn beyond doubt, before a letter counts as torn
_SHORTEST = 5  # letters of a word that is put together
_PAIR: Final = re.compile(r"(?<![\w'’-])(?=(?P<first>[A-Za-z]{1,14}) (?P<second>[a-z]{1,14})(?![\w'’-]))")
_SMALL_WORDS: Final = """
    a i an am as at be by do go he if in is it me my no of on or so to up us we all and any are but can did for had has
    her him his how its let may new not now off old one our out own per she the too two was way who why yes you war low
    men man end out with from that this have will were been when then than they them what some like less more most such
    also only very over into just able form part late side line time year week here self ever even upon came come made
    make took take give gave well port able mate ready rent rest ring rose sent sing sent sist sister tend test tent
    tic tin tine tire ton tore press pain port plain plant sign sire sour son sort soul source fore fact fall fail far
    fee few find first art act add age ago aid air arm back bad bed bit body cause care case cent court day dent duty
    ear east edge eye face force gun hand hard head heart held help high hold home hour ill inform jury king knee known
    land last law lead left leg level life light lung main meant med mental ment mild mind mine mission moment nerve
    night noise nose note pair past pen period place point pose post present pro question quest range rate rapist real
    related right road rule said same say seat see seem sense serve set severe short show since sleep small soon sound
    state still stress sure tail talk tall term thing think tight told total tract train treat true try under use
"""
_SMALL: Final = frozenset(re.findall(r"[a-z]+", _SMALL_WORDS))
"""Words of their own, so that "in jury" or "the rapist" is no torn word."""


@lru_cache(maxsize=1)
def _words() -> frozenset[str]:
    """The words that may be put together: those the rules look for, and the names of diseases."""
    named = {word for _, _, pattern in TABLE for word in re.findall(r"[a-z]{6,}", pattern)}
    return frozenset(word for word in KNOWN | named if len(word) >= _SHORTEST)


def joined(plain: str) -> dict[int, int]:
    """Start and end of every torn word of ``plain``; empty for a letter that is whole. Linear in its length."""
    known = _words()
    sure = 0
    found: dict[int, int] = {}
    last = 0
    for match in _PAIR.finditer(plain):
        first, second = match.group("first").lower(), match.group("second")
        if match.start() < last or first + second not in known:
            continue
        whole = [part in _SMALL or part in known or part in KNOWN for part in (first, second)]
        if all(whole):
            continue
        sure += 1
        last = match.end("second")
        found[match.start()] = last
    return found if sure >= _ENOUGH else {}
