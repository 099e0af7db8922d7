"""Words by which an author sets an opinion against one held before, or says that it can be put no higher."""

from __future__ import annotations

import re
from typing import Final

EARLIER: Final = re.compile(
    r"\b(?:in )?my (?:(?:report|letter|opinion|statement|note|addendum|examination|notes) of|(?:earlier|prior"
    r"|previous|former"
    r"|original|first|last) (?:report|letter|opinion|statement|conclusion|examination|addendum))\b"
    r"|\bi (?:had |have |then )*(?:previously|earlier|originally|initially|formerly|once) \w+"
)
REVISED: Final = re.compile(
    r"\b(?:i|we) (?:\w+ ){0,2}?(?:revise|amend|change|correct|reconsider|withdraw|modify|update)[sd]?\b"
    r"|\bscratch that\b|\bmy (?:opinion|conclusion|view|answer) now\b|\bstrike (?:the above|what is above|my \w+ above)"
    r"|\bit is now my\b|\bi now \w+|\bmy (?:opinion|conclusion) is now\b|\b(?:on|upon) (?:reflection|reconsideration"
    r"|further review)\b|\b(?:revised|amended|corrected|changed) (?:opinion|conclusion|report)\b|^\W*addendum\b"
    r"|\b(?:my|the) (?:earlier|previous|prior|former|original) (?:opinion|conclusion|report) (?:is"
    r"|was) (?:\w+ )?(?:wrong"
    r"|incorrect|in error|mistaken)\b"
)
CAPPED: Final = re.compile(
    r"\b(?:the most|all|as much as|as far as)(?: that)? (?:i|we|one) (?:can|could|would) (?:\w+ ){0,2}?(?:say|state"
    r"|go)\b"
    r"|\b(?:would|could|can|will|do|am)(?: not|n't) (?:\w+ ){0,6}?(?:put|go|say|rate|prepared|willing)\b[^.;]{0,30}?"
    r"\b(?:higher|further|beyond|more than|stronger)\b|\bno (?:higher|further|stronger|more) than (?:that|this"
    r"|possible)\b"
    r"|\bi can (?:only|honestly only|in honesty only) (?:say|state)\b|\b(?:cannot|can't|could not|will not|won't"
    r"|would not|wouldn't)"
    r" (?:in (?:all )?\w+ )?(?:say|claim|state|promise) (?:any )?more\b"
)
