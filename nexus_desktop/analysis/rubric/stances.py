"""Where the author takes over or turns down what somebody else holds, without saying it again: "I concur", "I do not
share that view".

An opinion adopted is the author's own. A favorable one turned down is the author's no. An adverse one turned down is
not yet a yes, except where the author says that they hold the opposite.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from nexus_desktop.analysis.rubric.headings import Section
from nexus_desktop.analysis.rubric.opinion_order import in_order
from nexus_desktop.analysis.rubric.opinions import Opinion
from nexus_desktop.analysis.rubric.segmentation import Document, Sentence
from nexus_desktop.models.analysis_models import Certainty, Holder, Polarity, Standard

_OTHERS: Final = frozenset({Holder.EXAMINER, Holder.OTHER_DOCTOR, Holder.VA})
_WHOSE = (
    r"(?:(?:him|her|them|it|that|this|(?:his|her|their|that|this|those|the|[\w.'’ -]{2,40}?'s)"
    r" (?:[\w-]+ ){0,3}?(?:opinion|view|conclusion|assessment|finding|statement|position|reasoning|judg?ment"
    r"|determination|reading|answer)s?(?: and (?:reasoning|rationale|reasons))?"
    r"|(?:the |that |this |dr\.? |[\w.]+ )?(?:[\w-]+ ){0,3}?(?:examiner|physician|doctor|colleague|specialist|reviewer"
    r"|psychologist|psychiatrist|audiologist|surgeon|cardiologist|neurologist)"
    r"|dr\.? [\w'’-]+(?: [\w'’-]+)?|\[provider \d+\])(?: on (?:this|that|the) (?:point|question|matter|issue)"
    r"| in (?:full|every respect)| entirely| completely| as my own)*)"
)
_END = r"(?=\W*(?:$|[.;:,]))"
_THAT = r"(?=\W*(?:$|[.;:]|, (?:and|for|having|as|who|when|where|which) | (?:that|when (?:he|she|they)|in"
_THAT += r" (?:saying|holding|finding|thinking|concluding|stating))\b))"
_ADOPTS: Final = re.compile(
    rf"\b(?:i|we) (?:\w+ ){{0,3}}?(?:agree|concur|side|stand)(?: with {_WHOSE})?{_END}"
    rf"|\b(?:i|we) (?:\w+ ){{0,2}}?(?:share|adopt|accept|endorse|join|support|affirm|echo|second) {_WHOSE}{_END}"
    r"|\b(?:i|we) (?:\w+ ){0,3}?(?:find|see|have|had|found|saw) (?:no|nothing|little) (?:\w+ )?(?:reasons?|grounds?"
    r"|cause|basis|evidence)? ?(?:in [^.;]{3,60}? )?to"
    r" (?:differ|disagree|depart|quarrel|dispute|question it|change it|add to it|alter it|disturb it)\b"
    r"|\b(?:i|we) (?:\w+ ){0,2}?(?:come|came|arrive|arrived) (?:to|at) the same (?:\w+ )?(?:conclusion|opinion|view"
    r"|answer|result)\b|\b(?:my|our) (?:own )?(?:opinion|view|conclusion|reading|answer) is the same\b"
    r"|\b(?:i|we) (?:think|believe|find|consider|say|hold|judge)(?: that)? (?:she|he|they|the (?:\w+ )?examiner"
    r"|dr\.? [\w'’-]+) (?:is|was|are|were|has it|had it) (?:\w+ )?(?:right|correct)\b"
    r"|\b(?:opinion|view|conclusion|assessment|finding|statement|reasoning)\b[^.;]{0,160}? (?:is|was|seems|remains)"
    r" (?:\w+ )?(?:correct|right|sound|well[ -]founded|well reasoned|also (?:mine|my own|my opinion))\b"
    r"|\b(?:she|he|the examiner|they) (?:is|was|are|were) (?:quite |entirely |in my opinion )?(?:right"
    r"|correct)\b(?! (?:that|about|to|on|in|knee|hip|shoulder|ear|hand|foot|leg|eye|arm|side|ankle|wrist))"
)
_REJECTS: Final = re.compile(
    rf"\b(?:i|we) (?:\w+ ){{0,3}}?(?:disagree|differ|part company|part ways|take issue|dissent)(?: (?:with"
    rf"|from) {_WHOSE})?{_THAT}"
    rf"|\b(?:i|we) (?:\w+ ){{0,2}}?(?:cannot|can't|can not|could not|do not|don't|did not|am unable to"
    r"|am not able to) (?:\w+ )?"
    rf"(?:agree|concur|share|adopt|accept|endorse|join|support|follow|go along|subscribe|stand)"
    rf"(?: with| to| behind)?(?: {_WHOSE})?{_THAT}"
    r"|\b(?:i|we) (?:am|remain|was|were|are) (?:\w+ )?(?:not |un)(?:convinced|persuaded)\b(?=\W*(?:$|[.;:]| by ))"
    r"|\b(?:i|we) (?:\w+ )?(?:see|saw|read|view) (?:it|this|that|things|the matter) (?:very |quite "
    r"|rather )?differently\b"
    r"|\b(?:i|we) (?:\w+ )?(?:take|hold|have) (?:a|another) different (?:view|position|opinion)\b"
    r"|\b(?:that|this|it) is not (?:my|our) (?:own )?(?:view|opinion|conclusion|reading)\b(?=\W*(?:$|[.;:]))"
    r"|\b(?:is|was) (?:one|a (?:view|conclusion|position)) (?:that |which )?(?:i|we) (?:do not|don't|cannot|can't"
    r"|could not|am unable to) (?:\w+ )?(?:share|hold|accept|adopt|support|endorse|join|subscribe|give|agree)\b"
)
_OPPOSITE: Final = re.compile(
    r"\b(?:my|our) (?:own )?(?:opinion|view|conclusion|reading|answer) is (?:otherwise|the opposite|the contrary"
    r"|the reverse)\b"
    r"|\b(?:i|we) (?:\w+ ){0,3}?(?:come|came|arrive|arrived|reach|reached|draw|drew|hold|think|find|conclude)"
    r" (?:to |at )?(?:the|an) (?:opposite|contrary|reverse)\b|\b(?:i|we) (?:\w+ )?(?:think|find|conclude|hold|say"
    r"|believe) otherwise\b"
)
_PARTLY: Final = re.compile(
    r"\b(?:but|however|except|only|in part|partly|partially|although|though|while|whether|if|diagnos\w+|until|unless"
    r"|no opinion)\b|\?"
)
_DENIED: Final = re.compile(r"\b(?:not|never|cannot|neither|nor|hardly|no longer)\b|n't\b")
_OF_ONE: Final = re.compile(
    r"\b(?:his|her|their|him|them) (?:\w+ )?(?:opinion|conclusion|view|words|reasoning)\b|\b(?:join|with) (?:him|her"
    r"|them)\b"
)
_NEAR = 4  # sentences back to what "that view" means
_FAR = 12  # … to what a person named again has said


def taken(doc: Document, found: tuple[Opinion, ...]) -> tuple[Opinion, ...]:
    """``found`` with the author's stances put beside what they speak of, in order."""
    if not any(one.holder in _OTHERS for one in found):
        return found
    own = [one for one in found if one.holder is Holder.AUTHOR and one.claim.polarity is not Polarity.NONE]
    added = []
    for number, sentence in enumerate(doc.sentences):
        if sentence.section is Section.QUESTION or doc.quoted(sentence) or doc.spoken_for(sentence.start):
            continue
        if any(sentence.start <= one.start < sentence.end for one in own):
            continue
        stance = _stance(doc.of(sentence))
        other = _meant(doc, found, number, sentence) if stance else None
        one = _held(other, sentence, stance) if other is not None and stance else None
        if one is not None and not (other is not None and _said_better(own, other, one)):
            added.append(one)
    if not added:
        return found
    return in_order((*found, *added))


def _said_better(own: list[Opinion], other: Opinion, one: Opinion) -> bool:
    """Whether the author says the contrary of a stance ``one`` in VA's own words, and what it is taken to was not
    surely read (``other``)."""
    sure = other.claim.certainty is Certainty.HIGH
    return not sure and any(each.claim.strict and each.claim.polarity is not one.claim.polarity for each in own)


def _stance(low: str) -> str:
    """How the author stands to what was said: "adopts", "rejects", "opposite", or nothing."""
    if _OPPOSITE.search(low):
        return "opposite"
    if _PARTLY.search(low):
        return ""
    if _REJECTS.search(low):
        return "rejects"
    match = _ADOPTS.search(low)
    return "adopts" if match and not _DENIED.search(low, max(0, match.start() - 12), match.end()) else ""


def _meant(doc: Document, found: tuple[Opinion, ...], number: int, sentence: Sentence) -> Opinion | None:
    """The opinion of somebody else that a stance goes back to."""
    low = doc.of(sentence)
    who = {Holder.EXAMINER} if "examiner" in low else {Holder.OTHER_DOCTOR} if "dr" in low.split() else _OTHERS
    ways = {one.claim.polarity for one in found if one.holder in _OTHERS} - {Polarity.NONE}
    far = len(who) == 1 or (len(ways) == 1 and _OF_ONE.search(low) is not None)
    first = doc.sentences[max(0, number - (_FAR if far else _NEAR))].start
    told = [
        one
        for one in found
        if one.holder in who
        and first <= one.start < sentence.end
        and one.claim.polarity in (Polarity.FAVORABLE, Polarity.UNFAVORABLE)
    ]
    return told[-1] if told else None


def _held(other: Opinion, sentence: Sentence, stance: str) -> Opinion | None:
    """The author's opinion that follows from a stance to ``other``, or None."""
    claim = other.claim
    polarity, standard, certainty = claim.polarity, claim.standard, Certainty.FAIR
    if stance != "adopts" and polarity is Polarity.FAVORABLE:
        polarity, standard = Polarity.UNFAVORABLE, Standard.LESS_LIKELY if claim.strict else Standard.DEFINITE
    elif stance == "opposite":
        polarity, standard, certainty = Polarity.FAVORABLE, Standard.DEFINITE, Certainty.LOW
    elif stance == "rejects":
        return None
    said = replace(
        claim,
        polarity=polarity,
        standard=standard,
        certainty=certainty,
        strict=False,
        leaning=Polarity.NONE,
        conceded=False,
        note="The author's stance on an opinion of somebody else; ask that it be said in the author's own words.",
        phrase=(0, 0),
        subject=(0, 0),
        source=(0, 0),
    )
    return replace(
        other,
        claim=said,
        holder=Holder.AUTHOR,
        quoted=False,
        start=sentence.start,
        end=sentence.end,
        section=sentence.section,
        under=sentence.under,
        own_words=True,
        boxed=False,
        inferred=True,
    )
