"""Employers in letters without capitals, or in nothing but capitals: what follows a word of work and "for"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from nexus_desktop.models.letter_models import PhiCategory as C
from nexus_desktop.security.detectors.base import Hit, PhiDetector, compiled
from nexus_desktop.security.letter_view import HARD, LetterView, Word
from nexus_desktop.security.vocabulary import (
    FACILITY_ENDS,
    FUNCTION_WORDS,
    GENERIC,
    HEAD_NOUNS_OF_EMPLOYERS,
    MONTHS,
    STATES,
    WEEKDAYS,
    words,
)

_WORK = compiled(
    r"""\b(?:work(?:s|ed|ing)?|jobs?|employed|hired|drives?|drove|driving|haul(?:s|ed|ing)?|weld(?:s|ed|ing)?
    |cook(?:s|ed)?|clean(?:s|ed)?|retired|laid~off|fired|sells?|sold|mechanic|driver|guard|clerk|cashier|foreman|nurse
    |teacher|machinist|electrician|dispatcher|supervisor|dealer|waiter|waitress|barber|stylist|bartender|host|hostess)
    ~(?:(?:on|in)~(?:an?|the)~)?(?:(?!(?:on|in|out|because|due|hard|as)\b)[a-z]{2,12}~){0,3}?(?P<prep>for|at|from|with)~(?:the~)?(?=[a-z])"""
)
_AS_WORKER = compiled(
    r"""\b(?:work(?:s|ed|ing)?|employed|hired|is|was|now)~(?:as~)?an?~(?:[a-z-]{2,14}~){0,2}
    [a-z-]{2,14}(?:er|or|ist|ess|man|ant|ian|guard|cook|chef|clerk|aide|nurse|host|hand|barber)~(?P<prep>at)~(?P<the>the~)?(?=[a-z])"""
)
"""``worked as a casino dealer at the gilded palm``: a trade, and "at"."""
_PRESENT = compiled(r"\b(?:he|she)(?:'s|~is|~was)~(?:now~|still~|currently~)?(?P<prep>at|with)~the~(?=[a-z])")
"""``he's at the navajo mine``: an employer only where a word of business says so."""
_IN_BRACKETS = compiled(
    r"\b(?:(?:civilian|current|last|day)~)?(?:job|work|employer|employment|occupation)~\((?P<v>[a-z][a-z'& -]{2,40})\)"
)
_HEADED = compiled(
    r"""\b(?P<prep>at|for|with|from|by|of)~(?:the~)?(?P<v>(?:[a-z][\w'-]{1,18}~(?:&~|and~)?){1,4}
    (?:towing|gardens|brewery|gallery|college|mall|high|coal|crane|rigging|seed|tv|trucking|freight|logistics|roofing|plumbing
    |hardware|lumber|motors|airlines|railroad|steel|mining|foundry|mills?|farms|ranch|dairy|bakery|diner|grill|casino|resort|boxing
    |brands|builders|construction|industries|manufacturing|foods|electric|drilling|paving|landscaping|nursery|orchards|winery
    |distillery|elementary|academy|university|supply|auto|body|tire|welding|machine|market|grocery|transport|marine|textiles?))
    (?=[.,;)\n]|~(?:in|on|until|and|since|for|where|as|last|but|from|to|who|he|she|they|three|four|two|five|when)\b)"""
)
"""``for lake effect towing``, ``at upton boxing``: a word of business at the end tells it, whatever was done there."""
_ENDS = FUNCTION_WORDS | MONTHS | WEEKDAYS
_NO_EMPLOYER = GENERIC | words(
    "years year months weeks days hours money work home night nights himself herself themselves least present time "
    "life living income benefits vocational sedentary gainful lack reasons reason example instance now hire rent "
    "different several many various other others another heavy light full part desk manual minimum wage people "
    "friends church family county town company companies contractor contractors construction gas fast food retail "
    "machinery tools equipment patients children students kids pain back neck knee shoulder leg legs arm arms hand "
    "hands both left right injuries injury loud noise difficulty problems ptsd anxiety disability height heights "
    "ladders school college day week month post war iraq vietnam korea afghanistan combat uncle bad good more less "
    "up two three four five six seven eight nine ten twenty thirty age some any someone prolonged severe chronic "
    "awhile while short long interview interviews breakfast lunch dinner sale"
)
_MOST = 4
_COMMON = 5  # tier of English from which a word names nothing


class LowerJobDetector(PhiDetector):
    """EMPLOYER where capitals say nothing: redacted by a word of business in it or a word of none, else asked about."""

    name = "employers without capitals"

    def find(self, view: LetterView) -> Iterator[Hit]:
        for match in view.scan(_HEADED):
            if view.caseless(match.start()):
                yield from self._headed(view, *match.span("v"))
        for match in view.scan(_IN_BRACKETS):
            named = view.words_in(*match.span("v"))
            headed = len(named) > 1 and named[-1].key in HEAD_NOUNS_OF_EMPLOYERS | FACILITY_ENDS | {
                "brands",
                "builders",
            }
            if headed and view.caseless(match.start()):
                yield Hit(*match.span("v"), C.EMPLOYER, 0.6, "a name after words of employment")
        yield from self._at_trade(view)
        for match in chain(view.scan(_WORK), view.scan(_PRESENT)):
            if not view.caseless(match.start()):
                continue
            named = self._named(view, view.first_word(match.end()))
            if not named or view.is_kept(named[0].start, named[-1].end, HARD):
                continue
            score = self._score(view, named, match["prep"].lower() if match.re is _WORK else "with")
            if score:
                yield Hit(named[0].start, named[-1].end, C.EMPLOYER, score, "a name after words of employment")

    def _at_trade(self, view: LetterView) -> Iterator[Hit]:
        """The name behind a trade and "at": two words or more that no clinic and no plain place has."""
        for match in view.scan(_AS_WORKER):
            named = self._named(view, view.first_word(match.end()))
            barred = not named or any(w.key in _NO_EMPLOYER or view.lexicon.is_clinical(w.key) for w in named)
            if barred or not view.caseless(match.start()) or view.is_kept(named[0].start, named[-1].end, HARD):
                continue
            rare = any(view.lexicon.english_tier(w.key) < _COMMON for w in named)
            score = 0.55 if rare and len(named) > 1 else 0.3 if rare or match["the"] is None else 0.0
            if score:
                start = match.start("the") if match["the"] else named[0].start
                yield Hit(start, named[-1].end, C.EMPLOYER, score, "a name after a trade")

    def _headed(self, view: LetterView, start: int, end: int) -> Iterator[Hit]:
        lexicon = view.lexicon
        named = view.words_in(start, end)
        while named and (named[0].key in _ENDS or named[0].key in _NO_EMPLOYER):
            named = named[1:]
        own = named[:-1]
        if not own or any(w.key in _ENDS - {"and"} or lexicon.is_clinical(w.key) for w in own):
            return
        if view.is_kept(named[0].start, end, HARD) or all(w.key in GENERIC for w in own):
            return
        rare = any(lexicon.english_tier(w.key) < 4 or w.key in lexicon.cities for w in own)
        yield Hit(
            named[0].start, end, C.EMPLOYER, 0.55 if rare or len(own) > 1 else 0.3, "a name after words of employment"
        )

    def _named(self, view: LetterView, first: int) -> list[Word]:
        """Up to four words, until a word of grammar, a sign or the end of the line."""
        last = first
        while last < len(view.words) and last - first < _MOST and view.words[last].key not in _ENDS:
            last += 1
            if last < len(view.words) and view.before(last) not in (" ", " & ", "-", "'s ", "\x1f"):
                break
        return view.words[first:last]

    def _score(self, view: LetterView, named: list[Word], prep: str) -> float:
        lexicon = view.lexicon
        phrase = " ".join(word.key for word in named)
        if named[0].key in _NO_EMPLOYER or phrase in STATES or any(lexicon.is_clinical(word.key) for word in named):
            return 0.0
        business = any(w.key in HEAD_NOUNS_OF_EMPLOYERS or w.key in FACILITY_ENDS for w in named[1:])
        if len(named) > 1 and business:
            return 0.6
        if prep in ("from", "with") or len(named) > 2:
            return 0.0
        rare = lexicon.english_tier(named[0].key) < 2 and named[0].key not in lexicon.abbreviations
        if rare and phrase not in lexicon.cities and phrase not in lexicon.station_phrases:
            return 0.55
        named_so = lexicon.surname_tier(named[0].key) >= 3 and lexicon.english_tier(named[0].key) < 6
        return 0.3 if named_so or rare else 0.0
