"""What stands behind a question: a marked box, yes or no, or VA's phrase and nothing else ("Less likely than not.")."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from nexus_desktop.analysis.rubric import phrases
from nexus_desktop.analysis.rubric.claim import Claim, Context
from nexus_desktop.analysis.rubric.claims import claims
from nexus_desktop.analysis.rubric.seen import Span
from nexus_desktop.analysis.rubric.segmentation import Document, Sentence
from nexus_desktop.models.analysis_models import Polarity, Standard

_YES: Final = re.compile(r"\W*(?:(?:answer|a)\W+)?(yes|no)\b(?:[\s,.;:!\[(-]|$)")
_LABEL = 70  # characters of a label before a colon
_FEW = 6  # sentences between two questions
_REACH = 160  # characters between a question and its boxes
_AUXILIARY: Final = re.compile(
    r"^\W*(?:(?:question|q)\b\W*)?(?:\d{1,2}[a-z]?[.):]?\s*)?(?:is|was|are|were|does|did|has|do) (?:it )?"
)
_CRITERION: Final = re.compile(
    r"^\W*(?:[\w'-]+ ){0,3}stressors?\b|\badequate\b|\bcriteri(?:on|a)\b|\bconform"
    r"|\bfear of (?:\w+ ){0,2}(?:hostile|military|terrorist|enemy)"
)
_WAY: Final = re.compile(
    r"\W*(?:\d{1,2}[.)] )?(?:(?:direct|secondary|presumptive) )?(?:service connection|causation|aggravation|nexus"
    r"|direct|secondary)"
    r"(?: (?:basis|opinion|theory))?\W*"
)
_LEAD: Final = re.compile(
    r"\W*(?:\d{1,2}[a-z]?\b\W*|a\s*[:.)]\W*|ans(?:wer)?\b\W*|response\b\W*|reply\b\W*|(?:medical )?opinion\b\W*"
    r"|conclusion\b\W*|in my opinion,? |(?:it|this) (?:is|was) "
    r"|i (?:believe|find|conclude|hold|consider|think|say|judge) (?:it is |that it is )?)*\W*"
    r"(?P<not>not )?\W*"
)


def answer(doc: Document, number: int) -> str | None:
    """ "yes" or "no" to the question that is sentence ``number``, or None."""
    found = answered(doc, number)
    return found[1] if found else None


def answered(doc: Document, number: int) -> tuple[Span, str] | None:
    """Where the answer to the question that is sentence ``number`` stands, and what it is; or None."""
    sentence = doc.sentences[number]
    for option in doc.options_near(sentence.end - 1, sentence.end + _REACH):
        if option.marked and option.text_start >= sentence.end - 1:
            match = _YES.match(doc.low, option.text_start, option.text_end + 1)
            if match:
                return (min(option.start, option.text_start), max(option.end, option.text_end)), match.group(1)
    if number + 1 < len(doc.sentences):
        following = doc.sentences[number + 1]
        match = _YES.match(doc.of(following))
        if match and "[" not in doc.of(following)[: match.end() + 3]:
            return (following.start, following.end), match.group(1)
    return None


def above(doc: Document, number: int) -> str:
    """What stands between the question that is sentence ``number`` and the one before it, which "that" goes back to."""
    first = max(0, number - _FEW)
    for one in range(number - 1, first - 1, -1):
        if doc.of(doc.sentences[one]).rstrip(" \"'”)").endswith("?"):
            first = one
            break
    return " ".join(doc.of(sentence) for sentence in doc.sentences[first:number])


def bare(low: str) -> phrases.Found | None:
    """VA's phrase where the words ``low`` hold it and nothing else, or None."""
    found = phrases.strict(low)
    lead = _LEAD.fullmatch(low, 0, found.start) if found is not None else None
    if found is None or lead is None or re.search(r"\w", low[found.end :]):
        return None
    if lead.group("not") and found.phrase.polarity is Polarity.FAVORABLE:
        denied = replace(found.phrase, polarity=Polarity.UNFAVORABLE, standard=Standard.LESS_LIKELY)
        return replace(found, phrase=denied)
    return found


def labelled(doc: Document, sentence: Sentence) -> bool:
    """Whether a sentence is a condition with VA's phrase behind a colon ("Tinnitus: less likely than not")."""
    label, colon, words = doc.of(sentence).partition(":")
    named = doc.named(sentence.start, sentence.start + len(label)) or _WAY.fullmatch(label)
    return bool(colon and len(label) < _LABEL and named) and bare(words) is not None


def reply(doc: Document, number: int, anchors: frozenset[str]) -> tuple[int, Claim] | None:
    """Where the answer to the question that is sentence ``number`` ends, and what the two claim together."""
    low = doc.of(doc.sentences[number])
    statement = _AUXILIARY.sub("", low.rstrip(' ?"”')).removesuffix("?")
    if _CRITERION.search(statement):
        return None  # whether a stressor is adequate is no nexus
    known = Context(anchors=anchors, before=above(doc, number))
    asked = claims(statement + ".", known) or claims(f"it is {statement}.", known)
    if not asked:
        return None
    claim = replace(asked[0], phrase=(0, 0), subject=(0, 0), source=(0, 0), note="", conditional=False)
    found = answered(doc, number)
    if found is not None:
        (_, end), text = found
        said = _denied(claim) if text.startswith("no") else claim
    elif number + 1 < len(doc.sentences) and (words := bare(doc.of(doc.sentences[number + 1]))) is not None:
        end, said = doc.sentences[number + 1].end, _in_degree(claim, words)
    else:
        return None
    return (end, said) if said is not None else None


def _denied(asked: Claim) -> Claim | None:
    """ "No" to what was asked; nothing where the question was about another cause."""
    if asked.polarity is not Polarity.FAVORABLE:
        return None
    against = Standard.LESS_LIKELY if asked.strict else Standard.DEFINITE
    return replace(asked, polarity=Polarity.UNFAVORABLE, standard=against)


def _in_degree(asked: Claim, words: phrases.Found) -> Claim | None:
    """A phrase in answer to what was asked."""
    phrase = words.phrase
    if phrase.polarity is not Polarity.FAVORABLE and asked.polarity is not Polarity.FAVORABLE:
        return None
    polarity = phrase.polarity if asked.polarity is Polarity.FAVORABLE else asked.polarity
    standard = phrase.standard if polarity is phrase.polarity else Standard.LESS_LIKELY
    return replace(asked, polarity=polarity, standard=standard, strict=True, certainty=phrase.certainty)
