"""An adverse opinion as the checklist reads it: its sentences in order, which of them reason, which concede.

A point is only attackable where it serves as a reason. "Although the records are silent, …" concedes it; a list of
what the records hold is no reason either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from nexus_desktop.analysis.comparison import attack_words as words
from nexus_desktop.analysis.rubric import governing, opinions
from nexus_desktop.analysis.rubric.governing import Position
from nexus_desktop.analysis.rubric.headings import Section
from nexus_desktop.analysis.rubric.opinions import Opinion
from nexus_desktop.analysis.rubric.segmentation import Document, Sentence, segment
from nexus_desktop.models.analysis_models import Holder, Polarity

_ASIDE: Final = frozenset({Section.QUESTION, Section.ISSUE, Section.AUTHOR, Section.CLOSING})
_TOLD: Final = frozenset({Section.RECORDS, Section.HISTORY, Section.EXAMINATION, Section.DIAGNOSIS})
_BECAUSE: Final = re.compile(
    r"\b(?:because|since|as (?=there|no|the|his|her|he|she|it)|given|based (?:up)?on|on (?:that|this) basis"
    r"|due to (?:the )?(?:lack|absence|fact)|therefore|thus|hence|consequently|accordingly|so (?=a |the |that |no "
    r"|it )|for (?:this|these|that) reasons?|as such|which makes|as a result|in view of|in the absence|without"
    r"|rationale|reason)\b"
)
_THEREFORE: Final = re.compile(
    r"^\W*(?:therefore|thus|hence|consequently|accordingly|as such|for (?:this|these|that) reasons?|so\b|as a result"
    r"|based on (?:this|these|the)|on (?:that|this) basis|given (?:this|these)|it is (?:therefore|thus))"
)
_CONCEDING: Final = re.compile(
    r"\b(?:although|though|while (?!on |in |serving|stationed|deployed|at )|even (?:though|if)|despite"
    r"|notwithstanding|in spite of|it is true that|albeit|even)\b[^,;.]*$"
)
"""Before a point: it is conceded as far as the next comma."""
_CONCEDED: Final = re.compile(
    r"\b(?:is not (?:in itself|by itself|alone)|not in itself|does not (?:decide|rule out|mean|by itself|settle"
    r"|prove)|do not (?:decide|rule out|mean)|need not|is not required|are not required|not dispositive|i accept"
    r"|i have taken|says nothing (?:of|about)|no weight on (?:it|that|this|them)|no part of my|nothing turns on|(?:it"
    r"|that|this) no weight|(?:i|we) (?:leave|left|set|put) (?:it|that|this|them) aside|(?:i|we) do not (?:ask|rest"
    r"|rely)|is not needed|are not needed|(?:i|we) draw nothing|as is usual|as (?:one|i) would expect)\b"
)
_TAKEN_BACK: Final = re.compile(
    r"^\W*(?:nevertheless|nonetheless|that alone|this alone|that does not|this does not|that is not|but |even so"
    r"|still,|(?:i|we) (?:give|place|attach|put) (?:that|this|it) (?:no|little) weight|(?:i"
    r"|we) (?:have )?(?:nevertheless|nonetheless|still|also considered|do not rest|however)|however, (?:i|that|this))"
)
_UNFAVORABLE: Final = re.compile(
    r"\b(?:less likely|not (?:at least )?as likely|unlikely|not (?:likely|due|related|caused|a result|established"
    r"|been established)|no nexus(?! opinion)|negative (?:nexus|opinion)|(?:opinion|nexus"
    r"|answer)[^.;]{0,20}\bnegative|insufficient evidence|criteria (?:is|are) not met|no relationship|no basis"
    r"|nexus (?:is|cannot|can|has|was|could) ?not|cannot (?:support|link|be given)|unable to support|den(?:y|ies|ied)"
    r"|against the claim|do not find|cannot (?:say|state|conclude)|more likely (?:due|related|the result|caused|from)"
    r"|better explained|(?:does|do) not (?:meet|have)|no diagnosis|not diagnosed|(?:occurred|began|arose|came about"
    r"|developed) (?:after|later|since))\b"
)
_BELOW: Final = re.compile(
    r"\bless likely (?:than|as) not\b|\bnot at least as likely\b|\bno permanent\b|\bnor (?:did|does|was|is) it\b"
    r"|\bno nexus\b(?! opinion)|\bcannot (?:say|state|find|conclude)\b[^.;]{0,40}\blikely as not\b|\bless than (?:50"
    r"|fifty)\b|\bopinion (?:is|must be) negative"
)
_REFUSED: Final = re.compile(r"\b(?:resort\w* to|without|be|pure|mere|have to) (?:\w+ ){0,2}?(?:speculat|conjectur)")
_CANNOT_SAY: Final = re.compile(r"\bcannot (?:say|state|find|conclude)\b[^.;]{0,40}\bat least as likely as not\b")
_ENOUGH: Final = re.compile(
    r"(?<!not )\bat least as likely as not\b(?! not\b)|(?<!not )\bmore likely than not\b(?! not\b)"
)


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence by its number, in lower case with hidden text blotted out."""

    number: int
    sentence: Sentence
    low: str


class Adverse:
    """A document whose reasons are examined."""

    def __init__(self, text: str) -> None:
        self.doc: Document = segment(text)
        self.opinions: tuple[Opinion, ...] = opinions.find(self.doc)
        self.position: Position = governing.position(self.opinions)

    @cached_property
    def speaks_against(self) -> bool:
        """Whether it is adverse: its own opinion, or where it holds none the one it tells of, is not favorable."""
        one = self.position.governing or governing.leading(self.opinions)
        if one is None:
            low = self.doc.low
            return (_UNFAVORABLE.search(low) or _REFUSED.search(low) or words.NO_PTSD.search(low)) is not None
        claim = one.claim
        if _CANNOT_SAY.search(self.doc.low[one.start : one.end]) and self.below:
            return True
        if claim.polarity is Polarity.UNFAVORABLE or (claim.polarity is Polarity.INCONCLUSIVE and claim.withheld):
            return True
        said = self.doc.low[one.start : one.end]
        if words.PRIOR.search(said) and not words.AGGRAVATED.search(said):
            return True
        against = self.below or any(other.claim.polarity is Polarity.UNFAVORABLE for other in self.own)
        return against and not self.enough and claim.leaning is not Polarity.FAVORABLE

    @cached_property
    def said(self) -> str:
        """The author's sentences, one a line."""
        return "\n".join(place.low for place in self.places)

    @cached_property
    def enough(self) -> bool:
        """Whether they say "at least as likely as not" or more, and not under a negation."""
        return _ENOUGH.search(_CANNOT_SAY.sub(" ", self.said)) is not None

    @cached_property
    def below(self) -> bool:
        """Whether they say "less likely than not" or its like, and nowhere the opposite."""
        return _BELOW.search(self.said) is not None and not self.enough

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """Every sentence that can hold a reason of the author's."""
        return tuple(
            Place(number, sentence, self.doc.of(sentence))
            for number, sentence in enumerate(self.doc.sentences)
            if sentence.section not in _ASIDE and not self.doc.quoted(sentence)
        )

    @cached_property
    def own(self) -> tuple[Opinion, ...]:
        """The author's statements that say something."""
        return tuple(
            one for one in self.opinions if one.holder is Holder.AUTHOR and one.claim.polarity is not Polarity.NONE
        )

    def reasons(self, pattern: re.Pattern[str]) -> Iterator[tuple[Place, re.Match[str]]]:
        """Where a pattern stands in a sentence that serves as a reason and does not concede the point."""
        for place in self.places:
            for match in pattern.finditer(place.low):
                if not self.conceded(place, match) and self.serves(place):
                    yield place, match

    def found(self, pattern: re.Pattern[str]) -> Iterator[tuple[Place, re.Match[str]]]:
        """Where a pattern stands in a sentence that does not concede the point, reason or not."""
        for place in self.places:
            for match in pattern.finditer(place.low):
                if not self.conceded(place, match):
                    yield place, match

    def found_all(self, pattern: re.Pattern[str]) -> Iterator[tuple[Place, re.Match[str]]]:
        """Where a pattern stands in any sentence, conceded or not."""
        for place in self.places:
            for match in pattern.finditer(place.low):
                yield place, match

    def serves(self, place: Place) -> bool:
        """Whether a sentence gives a reason: by its words, its heading, or beside an opinion against the claim."""
        sentence = place.sentence
        if sentence.section is Section.RATIONALE or _BECAUSE.search(place.low):
            return True
        if self.against(place.low):
            return True
        after, before = self.beside(place, 1), self.beside(place, -1)
        if _THEREFORE.match(after):
            return True
        if sentence.section in _TOLD:
            return False
        return any(self.against(low) for low in (before, after, self.beside(place, 2), self.beside(place, -2)))

    def conceded(self, place: Place, match: re.Match[str]) -> bool:
        """Whether the sentence takes the point back: "although …", or "Nevertheless …" behind it."""
        before = place.low[max(0, match.start() - 120) : match.start() + 1]
        around = place.low[max(0, match.start() - 60) : match.end() + 90]
        taken_back = _TAKEN_BACK.match(self.beside(place, 1)) is not None
        return taken_back or _CONCEDING.search(before) is not None or _CONCEDED.search(around) is not None

    def beside(self, place: Place, step: int) -> str:
        """The sentence so many before or behind within the same paragraph, or nothing."""
        at = place.number + step
        if not 0 <= at < len(self.doc.sentences):
            return ""
        other = self.doc.sentences[at]
        near = abs(other.line - place.sentence.line) <= 1
        return self.doc.of(other) if near and other.section not in _ASIDE else ""

    @staticmethod
    def against(low: str) -> bool:
        """Whether a sentence speaks against the claim."""
        return _UNFAVORABLE.search(low) is not None
