"""What a bare phrase ("it is at least as likely as not") carries over from the sentence or the question before it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from typing import Final

from nexus_desktop.analysis.rubric import (
    answers,
    chains,
    clauses,
    refusals,
    service_work,
    short_answers,
    stances,
    tables,
    unexplained,
    verdicts,
)
from nexus_desktop.analysis.rubric.causes import Cause
from nexus_desktop.analysis.rubric.claim import Context
from nexus_desktop.analysis.rubric.headings import Section
from nexus_desktop.analysis.rubric.links import LinkKind
from nexus_desktop.analysis.rubric.opinion_order import numbered
from nexus_desktop.analysis.rubric.opinions import Opinion
from nexus_desktop.analysis.rubric.segmentation import Document
from nexus_desktop.models.analysis_models import Certainty, Holder, Polarity, Standard

_WHETHER: Final = re.compile(r"\b(?:whether|if|is it|was it|that)\b")
_SO_I_CONCLUDE: Final = re.compile(
    r"\W*(?:that|this|such) is (?:the|my|our) (?:\w+ )?(?:conclusion|opinion|view|answer|judg?ment|belief)\b"
    r"|\W*(?:i|we) (?:say|state|hold|offer|give) (?:this|that|so|it) (?:to|with|within)\b[^.;]{0,40}"
    r"\b(?:certainty|probability)"
    r"|\W*(?:of (?:this|that|it) )?(?:i|we) (?:have|am|are|harbor|entertain) (?:\w+ )?(?:no (?:\w+ )?doubts?|certain"
    r"|sure|confident|convinced|satisfied)"
    r"(?: (?:of|about|on) (?:it|this|that|the point))?\s*[.:;,]|\W*there (?:is|can be) no (?:\w+ )?(?:doubt"
    r"|question) (?:of|about|in) (?:it|this|that|my mind)\b"
)
_UNASKED: Final = re.compile(r"\bnot\b|n't\b|\bun(?:related|connected)\b|\bless\b|\bother than\b|\brather than\b")
_FIGURE: Final = re.compile(r"\d ?(?:%|percent|per cent)|\b(?:fifty|sixty|seventy|eighty|ninety)\b")
_NEXT = 80  # characters between a flat statement and the figure that glosses it
_NEXT_BOX = 240  # characters between two marked options of one question
Asked = tuple[LinkKind, Cause, str | None]


def carried(doc: Document, found: tuple[Opinion, ...], anchors: frozenset[str]) -> tuple[Opinion, ...]:
    """``found`` with link, cause and condition for each bare phrase of the author's that names none itself."""
    found = _of_no_side(doc, found)
    found = tables.told(doc, short_answers.given(doc, unexplained.marked(doc, found, anchors), anchors), anchors)
    found = chains.followed(doc, service_work.settled(doc, _with_figures(doc, found)))
    found = tuple(_confirmed(doc, one) for one in _newest(doc, _without_box(doc, found)))
    found = stances.taken(doc, verdicts.judged(doc, _of_the_box(found)))
    if not any(_bare(one) for one in found):
        return found
    starts = [line.start for line in doc.lines]
    asked = _asked(doc, anchors)
    done: list[Opinion] = []
    for one in found:
        if _bare(one):
            line = bisect_right(starts, one.start)
            before = [
                other
                for other in done
                if other.holder is Holder.AUTHOR
                and other.claim.kind is not None
                and not other.claim.withheld
                and other.claim.polarity is one.claim.polarity
                and bisect_right(starts, other.start) == line
            ]
            if before:
                last = before[-1]
                one = _with(one, (last.claim.kind or LinkKind.RELATION, last.claim.object, last.condition))
            elif (question := _just_asked(doc, one, anchors)) is not None:
                one = _with(one, question)
            elif asked is not None and one.section is Section.OPINION:
                one = _with(one, asked)
        done.append(one)
    return tuple(done)


def _of_no_side(doc: Document, found: tuple[Opinion, ...]) -> tuple[Opinion, ...]:
    """``found`` without what the author says cannot be said, where the letter says that it gives no opinion at all."""
    if not refusals.takes_no_side(doc.low):
        return found
    return numbered(one for one in found if not (one.holder is Holder.AUTHOR and one.claim.withheld))


def _with_figures(doc: Document, found: tuple[Opinion, ...]) -> tuple[Opinion, ...]:
    """``found`` with a flat yes and the percentage behind it as one: "is caused by it; I call that over 50 percent".

    The flat statement says more than the figure; the formula of VA's own ("at least as likely as not") governs itself.
    """
    done: list[Opinion] = []
    for one in found:
        last = done[-1] if done else None
        if last is not None and _glosses(doc, last, one):
            claim = replace(last.claim, certainty=Certainty.HIGH)
            done[-1] = replace(last, claim=claim, own_words=True, end=one.end)
        else:
            done.append(one)
    return numbered(done) if len(done) < len(found) else found


def _glosses(doc: Document, flat: Opinion, figure: Opinion) -> bool:
    """Whether ``figure`` is a percentage above even and nothing else, right behind the author's flat yes."""
    return (
        _bare(figure)
        and figure.claim.polarity is Polarity.FAVORABLE
        and figure.claim.standard is Standard.MORE_LIKELY
        and flat.holder is Holder.AUTHOR
        and flat.claim.polarity is Polarity.FAVORABLE
        and flat.claim.standard is Standard.DEFINITE
        and flat.claim.object in (Cause.SERVICE, Cause.ANCHOR)
        and 0 <= figure.start - flat.end <= _NEXT
        and "\n" not in doc.low[flat.end : figure.start]
        and _FIGURE.search(doc.low, figure.start, figure.end) is not None
        and "likely" not in doc.low[figure.start : figure.end]
    )


_VOID_BOX: Final = re.compile(
    r"\b(?:disregard|ignore) the (?:box|tick|x|check ?mark|mark)\b|\bwrong (?:box|x\b|tick|check ?mark)|\b(?:box|x"
    r"|tick|mark) (?:is|was) (?:\w+ )?(?:wrong|in error|a mistake|ticked by mistake|checked by mistake)\b"
)


def _without_box(doc: Document, found: tuple[Opinion, ...]) -> tuple[Opinion, ...]:
    """``found`` without what is marked, where the letter says that the mark is wrong and gives an opinion in words."""
    told = any(
        one.holder is Holder.AUTHOR and not one.boxed and one.claim.polarity is not Polarity.NONE for one in found
    )
    return tuple(one for one in found if not one.boxed) if told and _VOID_BOX.search(doc.low) else found


def _of_the_box(found: tuple[Opinion, ...]) -> tuple[Opinion, ...]:
    """A marked degree with link, cause and condition of the option marked just before it ("(x) aggravated by #7")."""
    done: list[Opinion] = []
    for one in found:
        last = done[-1] if done else None
        bare = one.boxed and one.claim.strict and one.claim.kind is None and one.claim.object is Cause.UNKNOWN
        if (
            bare
            and last is not None
            and last.boxed
            and last.claim.kind is not None
            and one.start - last.end < _NEXT_BOX
        ):
            same = last.claim.polarity is one.claim.polarity
            one = _with(one, (last.claim.kind, last.claim.object, last.condition)) if same else one
        done.append(one)
    return tuple(done)


def _newest(doc: Document, found: tuple[Opinion, ...]) -> tuple[Opinion, ...]:
    """In a thread, what the doctor says in the newest message holds; what stands below it was held before."""
    first = doc.messages[0] if len(doc.messages) > 1 and doc.messages[0].clinician else None
    said = [one for one in found if one.holder is Holder.AUTHOR and one.claim.polarity is not Polarity.NONE]
    if first is None or not any(first.start <= one.start < first.end and _weighty(one) for one in said):
        return found
    return tuple(
        replace(one, earlier=True) if one.holder is Holder.AUTHOR and one.start >= first.end else one for one in found
    )


def _weighty(one: Opinion) -> bool:
    """Whether a statement is an answer, and no remark in passing."""
    return one.claim.strict or one.claim.withheld or one.own_words or one.boxed


def _confirmed(doc: Document, one: Opinion) -> Opinion:
    """A flat statement with the certainty that the next sentence gives it: "That is my conclusion; here is why." """
    if one.holder is not Holder.AUTHOR or one.claim.certainty is not Certainty.LOW or one.claim.strict:
        return one
    if _SO_I_CONCLUDE.match(doc.low, one.end) is None:
        return one
    return replace(one, claim=replace(one.claim, certainty=Certainty.FAIR), own_words=True)


def _bare(one: Opinion) -> bool:
    """Whether an opinion is a degree and nothing else."""
    claim = one.claim
    return (
        one.holder is Holder.AUTHOR
        and claim.strict
        and claim.kind is None
        and claim.object is Cause.UNKNOWN
        and not (claim.withheld or one.boxed)
    )


def _with(one: Opinion, carried_over: Asked) -> Opinion:
    kind, cause, condition = carried_over
    claim = replace(one.claim, kind=kind, object=cause, subject=(0, 0), source=(0, 0))
    return replace(one, claim=claim, condition=condition or one.condition, inferred=True)


def _just_asked(doc: Document, one: Opinion, anchors: frozenset[str]) -> Asked | None:
    """Link, cause and condition of the question right before an answer; "that" goes back to what is above."""
    number = bisect_right(doc.sentences, one.start, key=lambda sentence: sentence.start) - 1
    if number < 1 or not (low := doc.of(doc.sentences[number - 1])).rstrip(" \"'”)").endswith("?"):
        return None
    known = Context(anchors=anchors, before=answers.above(doc, number - 1))
    question = clauses.question(low, known) if not _UNASKED.search(low) else None
    if question is None or question[1].cause not in (Cause.SERVICE, Cause.ANCHOR):
        return None
    kind, thing = question
    asked = doc.sentences[number - 1].start
    named = doc.named(asked + thing.subject[0], asked + thing.subject[1])
    return kind, thing.cause, " ".join(doc.low[named[-1].start : named[-1].end].split()) if named else None


def _asked(doc: Document, anchors: frozenset[str]) -> Asked | None:
    """Link, cause and condition of the question that the letter answers."""
    for sentence in doc.sentences:
        low = doc.of(sentence)
        if sentence.section is not Section.QUESTION or not _WHETHER.search(low):
            continue
        question = clauses.question(low, Context(anchors=anchors))
        if question is not None:
            kind, thing = question
            named = doc.named(sentence.start + thing.subject[0], sentence.start + thing.subject[1])
            name = " ".join(doc.low[named[-1].start : named[-1].end].split()) if named else None
            return kind, thing.cause, name
    return None
