"""A short answer in running text to what the author was asked: "You ask whether … It could.", "… I do not think so."

The words of the answer name neither condition nor cause: both are those of the question before it.
"""

from __future__ import annotations

import re
from typing import Final

from nexus_desktop.analysis.rubric import clauses, phrases
from nexus_desktop.analysis.rubric.causes import Cause
from nexus_desktop.analysis.rubric.claim import Claim, Context
from nexus_desktop.analysis.rubric.headings import Section
from nexus_desktop.analysis.rubric.opinion_order import in_order
from nexus_desktop.analysis.rubric.opinions import Opinion
from nexus_desktop.analysis.rubric.segmentation import Document, Sentence
from nexus_desktop.models.analysis_models import Certainty, Holder, Polarity, Standard

_IT = r"(?:it|they|this|that|he|she|these|those)"
_DOES = r"(?:is|does|did|was|are|do|were|has|have|had)"
_LEAD = (
    r"\W*(?:(?:well|frankly|honestly|in short|to my mind|for my part|here|again|and|but|so"
    r"|in my (?:\w+ ){0,2}(?:opinion|view|judg?ment|experience)|(?:my|the|our) (?:short |honest "
    r"|own )?answer is(?: that)?"
    r"|(?:i|we) (?:\w+ )?(?:believe|think|find|conclude|would say|say|hold|am afraid|suppose|fear|am sure)(?: that)?)"
    r"[,:]? )*"
)
_TAIL = (
    r"(?:,? (?:so|either|too|at all|indeed|in my (?:\w+ )?(?:opinion|view|judg?ment)|to my mind"
    r"|i (?:think|believe|fear)))*\W*"
)
_NO: Final = rf"(?:no|it is no|{_IT} {_DOES}(?: not|n't)|not (?:that i can see|in my (?:\w+ )?(?:opinion|view)))"
_DOUBT: Final = (
    r"(?:probably not|most likely not|unlikely|(?:very |highly |rather )unlikely|hardly|not likely"
    r"|not probabl[ey]|i doubt"
    rf" (?:it|that)|(?:i|we) (?:do not|don't|cannot|can't) (?:\w+ )?(?:think|believe|find|say) (?:so|that"
    rf"|it {_DOES})|(?:i|we)"
    rf" think not|{_IT} (?:probably|likely) {_DOES}(?: not|n't)|{_IT} (?:is|seems) (?:\w+ )?(?:unlikely|doubtful"
    rf"|improbable))"
)
_COULD: Final = (
    rf"(?:(?:sure|certainly|yes|of course),? )?(?:{_IT} (?:\w+ly |very well |well )?(?:could|may"
    rf"|might)(?: (?:very )?well)?(?: \w+ly)?"
    rf"(?: (?:have done|be|do|have|have been|be the case))?|(?:{_IT} is |that is )?(?:quite |certainly "
    rf"|entirely |very |just )?"
    r"possibl[ey]|perhaps|maybe|conceivably|i (?:cannot|can't) rule (?:it|that) out)"
)
_LIKELY: Final = (
    rf"(?:(?:yes,? )?(?:very |most |quite )?(?:probably|likely)(?: (?:yes|{_IT} {_DOES}))?|{_IT} (?:very "
    rf"|most )?(?:probably"
    rf"|likely) {_DOES}|{_IT} is (?:very |quite |more than )?(?:likely|probable))"
)
_YES: Final = rf"(?:yes|{_IT} {_DOES}|(?:i|we) (?:\w+ )?(?:think|believe) so|i do|yes,? {_IT} {_DOES}|certainly)"
_UNKNOWN: Final = (
    r"(?:(?:i|we) (?:do not|don't|cannot|can't|could not) (?:\w+ )?(?:know|say|tell)|(?:i|we) have no (?:way|means) of"
    r" knowing|nobody (?:knows|can (?:say|tell)))"
)
# (what the whole answer must be, polarity, standard); the first that fits
_ANSWERS: Final = tuple(
    (re.compile(_LEAD + core + _TAIL), polarity, standard)
    for core, polarity, standard in (
        (_UNKNOWN, Polarity.INCONCLUSIVE, Standard.NONE),
        (_COULD, Polarity.INCONCLUSIVE, Standard.SPECULATIVE),
        (_DOUBT, Polarity.UNFAVORABLE, Standard.LESS_LIKELY),
        (_NO, Polarity.UNFAVORABLE, Standard.DEFINITE),
        (_LIKELY, Polarity.FAVORABLE, Standard.MORE_LIKELY),
        (_YES, Polarity.FAVORABLE, Standard.DEFINITE),
    )
)
_PUT_TO_ME: Final = re.compile(
    r"\b(?:(?:i|we) (?:was|were|am|have been|had been|'ve been) (?:\w+ )?(?:asked|requested|invited|engaged|retained)"
    r"|(?:asks?|asked|asking|wants?|wanted|wishe[sd]|engaged|retained|invited) (?:me|us|my|for my)"
    r"|you (?:\w+ )?(?:ask|asked|want|wish|wonder|inquire|enquire|would like)|(?:the|your|his|her) (?:\w+ )?question"
    r"(?: \w+){0,4}? (?:is|was))\b[^.;]{0,80}?\b(?:whether|if)\b"
)
_UNASKED: Final = re.compile(
    r"\bnot\b|n't\b|\bun(?:related|connected)\b|\bless\b|\bother than\b|\brather than\b|\bor whether\b"
)
_LONGEST = 90  # characters of an answer
_GROUNDS: Final = frozenset({Cause.SERVICE, Cause.ANCHOR})


def given(doc: Document, found: tuple[Opinion, ...], anchors: frozenset[str]) -> tuple[Opinion, ...]:
    """``found`` with the author's short answers in running text put in their place."""
    added = []
    for number in range(1, len(doc.sentences)):
        sentence = doc.sentences[number]
        if sentence.end - sentence.start > _LONGEST or doc.quoted(sentence) or doc.spoken_for(sentence.start):
            continue
        reading = _reading(doc.of(sentence))
        if reading is None or any(one.start < sentence.end and sentence.start < one.end for one in found):
            continue
        one = _answer(doc, doc.sentences[number - 1], sentence, reading, anchors)
        if one is not None:
            added.append(one)
    if not added:
        return found
    return in_order((*found, *added))


def _reading(low: str) -> tuple[Polarity, Standard] | None:
    """What a short answer says, or None where the sentence is none."""
    for pattern, polarity, standard in _ANSWERS:
        if pattern.fullmatch(low):
            return polarity, standard
    return None


def _answer(
    doc: Document, asked: Sentence, sentence: Sentence, reading: tuple[Polarity, Standard], anchors: frozenset[str]
) -> Opinion | None:
    """The opinion that question and answer give together, or None."""
    low = doc.of(asked)
    put = _PUT_TO_ME.search(low)
    if low.rstrip(" \"'”)").endswith("?"):
        first = 0
    elif put is not None:
        first = put.end()
    else:
        return None
    words = low[first:]
    degree = phrases.strict(words)
    if (degree is not None and degree.phrase.polarity is not Polarity.FAVORABLE) or _UNASKED.search(
        phrases.without_strict(words)
    ):
        return None
    question = clauses.question(words, Context(anchors=anchors))
    if question is None:
        return None
    kind, thing = question
    polarity, standard = reading
    if thing.cause not in _GROUNDS and (polarity is Polarity.FAVORABLE or put is None or thing.cause is Cause.OTHER):
        return None
    if standard is Standard.DEFINITE and degree is not None:
        yes = polarity is Polarity.FAVORABLE
        standard = (
            degree.phrase.standard if yes else Standard.LESS_LIKELY
        )  # "is it at least as likely as not …? It is."
    withheld = standard is Standard.NONE
    claim = Claim(
        0,
        sentence.end - sentence.start,
        polarity,
        Standard.SPECULATIVE if withheld else standard,
        Certainty.FAIR,
        withheld=withheld,
        leaning=Polarity.FAVORABLE if polarity is Polarity.INCONCLUSIVE and not withheld else Polarity.NONE,
        kind=kind,
        object=thing.cause,
        note="A short answer; ask that the opinion be written out.",
    )
    named = doc.named(asked.start + first, asked.end)
    name = " ".join(doc.low[named[0].start : named[0].end].split()) if named else None
    section = Section.OPINION if sentence.section is Section.QUESTION else sentence.section
    return Opinion(
        claim,
        Holder.AUTHOR,
        False,
        sentence.start,
        sentence.end,
        section,
        sentence.under,
        own_words=True,
        condition=name,
        inferred=True,
    )
