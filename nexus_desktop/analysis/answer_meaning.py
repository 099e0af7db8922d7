"""Holds an answer against the letter: quotes that are not there go, words that the quoted sentence belies go.

What goes is named with its path and a sentence, never with the text itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, Protocol

from nexus_desktop.analysis import grounding
from nexus_desktop.analysis.answer_levels import FITTING
from nexus_desktop.models.analysis_models import Certainty, NamedAuthority, Polarity, Standard
from nexus_desktop.models.answer_models import GroundedQuote
from nexus_desktop.models.citation_models import Citation, CitationReport
from nexus_desktop.models.rubric_models import ItemId
from nexus_desktop.models.standing import Standing
from nexus_desktop.models.validation import Problem
from nexus_desktop.models.wire_models import ItemLevel

if TYPE_CHECKING:
    from nexus_desktop.analysis.rubric.claim import Claim


class CitationCheck(Protocol):
    """What says how far a citation can be trusted: services.check_citations."""

    def one(self, authority: str) -> Citation:
        """One authority as a service names it."""

    def report(self, text: str) -> CitationReport:
        """Every citation in a text."""


BY_ABSENCE: Final = frozenset(
    {ItemId.MO3, ItemId.MO4, ItemId.MO5, ItemId.SC4, ItemId.SC5, ItemId.PF5, ItemId.PF6, ItemId.MR6}
)
"""Items that can be met by what a letter does not say; all others need its words."""

_SENTENCES: Final = {
    "quote_not_found": "{path} does not stand in the letter and was left out.",
    "quote_too_short": "{path} is shorter than three words and shows nothing.",
    "unsupported": "{path} is claimed without words of the letter, so it does not count.",
    "contradiction": "{path} does not fit the rest of the answer, so it does not count.",
    "belied": "{path} is not what the quoted sentence of the letter says, so it does not count.",
    "citation_not_verified": "{path} is neither in the letter nor on the list of authorities and was left out.",
    "citation_doubtful": "{path} is doubtful or known to be wrong, and does not count.",
    "rests_on_doubtful": "{path} rests on an authority that is doubtful or wrong, so the judgment does not count.",
    "language": "{path} is not in English and was left out.",
}
_LETTERS: Final = re.compile(r"[^\W\d_]")
_ENGLISH: Final = re.compile(
    r"\b(?:the|of|and|to|in|is|was|it|that|for|as|with|on|by|this|no|not|are|at|or|from|be|which|an|a)\b", re.IGNORECASE
)
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_MAY_CITE: Final = re.compile(
    r"\d|§| v\.? ", re.IGNORECASE
)  # what no citation is without; looked for first: it is quick
_NONE_FOUND: Final = frozenset({"not found", "none", "not stated", "no quote", "none found", "silent"})


@dataclass(slots=True)
class Meaning:
    """What was held against the letter."""

    problems: list[Problem] = field(default_factory=list)
    evidence: dict[str, GroundedQuote] = field(default_factory=dict)
    offered: int = 0
    authorities: list[NamedAuthority] = field(default_factory=list)

    def blame(self, path: str, rule: str) -> None:
        """Name what is wrong at a place."""
        self.problems.append(Problem(field=path, rule=rule, sentence=_SENTENCES[rule].format(path=path)))


def held_against(payload: dict[str, Any], letter: str, citations: CitationCheck | None) -> Meaning:
    """Take out of ``payload`` what the letter does not bear out; tells what was taken out, and where quotes stand."""
    meaning = Meaning()
    _quotes(payload, letter, meaning)
    _opinion(payload["opinion"], letter, meaning)
    _citations(payload, letter, citations, meaning)
    if citations is not None:
        _reasons(payload, letter, citations, meaning)
    _language(payload, meaning)
    return meaning


def _in_letter(citation: str, letter: str) -> bool:
    """Whether a citation stands in the letter, as a whole."""
    needle = grounding.words_of(citation)
    return len(needle.tokens) > 1 and needle.row in grounding.words_of(letter).row


def _quotes(payload: dict[str, Any], letter: str, meaning: Meaning) -> None:
    for item in ItemId:
        part = payload["items"][item.value]
        path = f"items.{item.value}"
        kept: list[str] = []
        for number, quote in enumerate(part["quotes"]):
            if quote.strip(" .\"'").casefold() in _NONE_FOUND:
                continue
            found = _found(quote, f"{path}.quotes.{number}", letter, meaning)
            if found is not None:
                meaning.evidence[f"{path}.quotes.{len(kept)}"] = found
                kept.append(quote)
        part["quotes"] = tuple(kept)
        met = part["level"] not in (None, ItemLevel.NONE, ItemLevel.NOT_APPLICABLE)
        if met and not kept and item not in BY_ABSENCE:
            meaning.blame(f"{path}.level", "unsupported")
    quote = payload["opinion"]["quote"]
    if quote is not None and quote.strip(" .\"'").casefold() in _NONE_FOUND:
        payload["opinion"]["quote"] = quote = None
    if quote is not None:
        found = _found(quote, "opinion.quote", letter, meaning)
        if found is None:
            payload["opinion"]["quote"] = None
        else:
            meaning.evidence["opinion.quote"] = found


def _found(quote: str, path: str, letter: str, meaning: Meaning) -> GroundedQuote | None:
    meaning.offered += 1
    found = grounding.ground(quote, letter)
    if found is None:
        short = len(_WORD.findall(quote)) < grounding.FEWEST_WORDS
        meaning.blame(path, "quote_too_short" if short else "quote_not_found")
    return found


def _opinion(opinion: dict[str, Any], letter: str, meaning: Meaning) -> None:
    """Direction and standard must fit each other, and the sentence that is quoted for them."""
    polarity, standard = opinion["polarity"], opinion["standard"]
    if polarity is not None and standard is not None and Standard(standard) not in FITTING[Polarity(polarity)]:
        for name in ("polarity", "standard"):
            meaning.blame(f"opinion.{name}", "contradiction")
            opinion[name] = None
        return
    place = meaning.evidence.get("opinion.quote")
    if place is not None:
        for name in _belied(opinion, letter, place):
            meaning.blame(f"opinion.{name}", "belied")
            opinion[name] = None
    if polarity not in (None, Polarity.NONE) and place is None:
        meaning.blame("opinion.polarity", "unsupported")


def _belied(opinion: dict[str, Any], letter: str, place: GroundedQuote) -> Iterator[str]:
    """Which of the two words the quoted sentence speaks against, where it can be read with certainty."""
    polarity, standard = opinion["polarity"], opinion["standard"]
    read = read_sentence(letter, *grounding.sentence_around(letter, place.start, place.end))
    if not read:
        return
    if polarity is not None and all(claim.polarity != polarity for claim in read):
        yield "polarity"
        if standard is not None and all(claim.standard != standard for claim in read):
            yield "standard"
        return
    alike = [claim for claim in read if polarity is None or claim.polarity == polarity]
    if standard is not None and alike and all(claim.strict and claim.standard != standard for claim in alike):
        yield "standard"


@lru_cache(maxsize=64)
def read_sentence(letter: str, start: int, end: int) -> tuple[Claim, ...]:
    """What a sentence claims, as the rubric engine reads it: only what it is sure of."""
    from nexus_desktop.analysis.rubric.claims import claims  # its word tables take a quarter of a second to load

    found = claims(" ".join(letter[start:end].lower().split()))
    return tuple(c for c in found if c.certainty is not Certainty.LOW and c.polarity is not Polarity.NONE)


def _citations(payload: dict[str, Any], letter: str, check: CitationCheck | None, meaning: Meaning) -> None:
    """An authority counts where the letter names it or our list holds it, and nothing speaks against it."""
    kept: list[str] = []
    for number, citation in enumerate(payload["citations"]):
        named = None if check is None else _named(check.one(citation), letter, meaning)
        if named is not None and not named.standing.holds:
            meaning.blame(f"citations.{number}", "citation_doubtful")
        elif _in_letter(citation, letter) or (named is not None and named.standing is Standing.KNOWN):
            kept.append(citation)
        else:
            meaning.blame(f"citations.{number}", "citation_not_verified")
    payload["citations"] = tuple(kept)


def _reasons(payload: dict[str, Any], letter: str, check: CitationCheck, meaning: Meaning) -> None:
    """A judgment whose reason names an authority that does not hold is none."""
    for item in ItemId:
        part = payload["items"][item.value]
        if part["reason"] is None or not _MAY_CITE.search(part["reason"]):
            continue
        named = [_named(one, letter, meaning) for one in check.report(part["reason"]).citations]
        if any(not one.standing.holds for one in named):
            meaning.blame(f"items.{item.value}.reason", "rests_on_doubtful")
            part["reason"] = part["level"] = None


def _named(one: Citation, letter: str, meaning: Meaning) -> NamedAuthority:
    """What is told of a citation; each is told once."""
    cited = one.evidence.quote.strip() or one.normal
    named = NamedAuthority(
        citation=one.normal, standing=one.standing, reason=one.reason, in_letter=_in_letter(cited, letter),
        right=one.right,
    )  # fmt: skip
    if named not in meaning.authorities:
        meaning.authorities.append(named)
    return named


def _language(payload: dict[str, Any], meaning: Meaning) -> None:
    """Reasons are shown to the attorney, so they must be in a language the attorney was promised."""
    for item in ItemId:
        part = payload["items"][item.value]
        if part["reason"] is not None and not is_english(part["reason"]):
            part["reason"] = None
            meaning.blame(f"items.{item.value}.reason", "language")


def is_english(text: str) -> bool:
    """Whether a text may be English: Latin letters, and some of the words that no longer English text lacks."""
    if not text.isascii():
        letters = _LETTERS.findall(text)
        if sum(letter < "\u0250" for letter in letters) < 0.8 * len(letters):
            return False
    return _ENGLISH.search(text) is not None or len(_WORD.findall(text)) < 10
