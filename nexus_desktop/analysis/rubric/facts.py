"""All that the detectors found in one letter, gathered once, for the items and gates to judge."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from nexus_desktop.analysis.rubric import (
    carried,
    causes,
    claimed,
    conditions,
    elements_author,
    elements_diagnosis,
    elements_event,
    elements_form,
    elements_literature,
    elements_rationale,
    elements_records,
    governing,
    last_words,
    opinions,
    premise,
    record_words,
    second_thoughts,
    theories,
)
from nexus_desktop.analysis.rubric.condition_table import Field
from nexus_desktop.analysis.rubric.elements_author import Author
from nexus_desktop.analysis.rubric.elements_diagnosis import Diagnosis
from nexus_desktop.analysis.rubric.elements_event import Ground
from nexus_desktop.analysis.rubric.elements_literature import Literature
from nexus_desktop.analysis.rubric.elements_rationale import Rationale
from nexus_desktop.analysis.rubric.elements_records import Review
from nexus_desktop.analysis.rubric.governing import Position
from nexus_desktop.analysis.rubric.headings import Section
from nexus_desktop.analysis.rubric.links import LinkKind
from nexus_desktop.analysis.rubric.opinions import Opinion
from nexus_desktop.analysis.rubric.premise import Contradiction
from nexus_desktop.analysis.rubric.seen import Seen, Span
from nexus_desktop.analysis.rubric.segmentation import Document, segment
from nexus_desktop.models.analysis_models import Certainty, Holder, Polarity, Theory
from nexus_desktop.models.derived_facts import DerivedFacts

_CONTRARY: Final = re.compile(
    r"\b(?:va|c ?& ?p|compensation|contract|the|prior|previous|another) (?:\w+ ){0,3}?(?:examiner"
    r"|examination|opinion|denial)\b[^.]{0,140}\b(?:less likely|not (?:related|due|caused|at least)"
    r"|negative|unfavorable|against|denied|no (?:nexus|relationship|diagnosis|opinion)|not verified|did not"
    r"|concluded)|\b(?:va|decision|rating|regional office) (?:of \S+ )?(?:denied|denies|rejected|turned down)\b"
    r"|\bclaim was denied\b|\bdenial (?:letter|of)\b|\bdenied (?:on|in) (?:\[date|\w+ \d|19|20)"
)

_DENIAL_LISTED: Final = re.compile(
    r"(?:^|,|;|\band) (?:the |his |her |your )?(?:va )?denial (?:letter|of)\b[^,;.]{0,40}(?:[,;.]|$)"
)
_SEVERAL = 2  # other records in one sentence, which then is a list of them
_MISGIVING: Final = re.compile(
    r"\b(?:doubt(?:s|ful|ed)?|unlikely|improbable)\b|\b(?:not|n't|never|nor) (?:\w+ ){0,2}?(?:think|believe"
    r"|likely|related|due(?! to (?:an?|any|other|some|his|her|willful|misconduct)\b)"
    r"|caused|connected|convinced|support|meet|qualify|on the list|listed)\b"
)
"""What an author says who does not stand behind a presumption."""


@dataclass(frozen=True, slots=True)
class Facts:
    """The findings of every detector over one letter."""

    doc: Document
    opinions: tuple[Opinion, ...]
    position: Position
    theory: Seen[Theory]
    claimed: tuple[str, ...]
    uncovered: tuple[str, ...]  # conditions of the subject line that no opinion speaks to
    diagnosis: Seen[Diagnosis]
    ground: Seen[Ground]
    rationale: Seen[Rationale]
    review: Seen[Review]
    literature: Seen[Literature]
    author: Author
    specialty: Seen[bool]
    signed: Seen[bool]
    dated: Seen[bool]
    contradiction: Seen[Contradiction]
    contrary: tuple[Span, ...]  # where adverse opinions or denials are mentioned
    withdrawn: tuple[Span, ...]  # where the author takes an opinion back
    doubted: tuple[Span, ...]  # where the author doubts it
    derived: DerivedFacts  # what dates and places said before they were taken out

    @property
    def governing(self) -> Opinion | None:
        """The author's governing statement."""
        return self.position.governing

    @property
    def polarity(self) -> Polarity:
        """Which way the author's governing statement points."""
        return self.governing.claim.polarity if self.governing else Polarity.NONE

    @property
    def presumed(self) -> bool:
        """Whether a presumption stands in for a nexus opinion: diagnosis and qualifying service are there, and the
        author does not speak against the claim."""
        return (
            self.theory.value is Theory.PRESUMPTIVE
            and self.theory.certainty is not Certainty.LOW
            and self.ground.value.present
            and self.diagnosis.value.made
            and self.polarity is not Polarity.UNFAVORABLE
            and not (self.governing is not None and self.governing.claim.withheld)
        )

    @property
    def unseen(self) -> bool:
        """Whether the letter says of some record that its author has not seen it."""
        return bool(self.review.value.lacking)

    @property
    def unasked(self) -> bool:
        """Whether the letter gives no opinion because a presumption that it names asks for none."""
        silent = self.governing is None and not (self.withdrawn or self.doubted or self.contrary)
        silent = silent and theories.on_a_list(self.claimed or self._diagnosed)
        silent = silent and not any(_MISGIVING.search(self.doc.of(s)) for s in self.doc.sentences)
        return silent and self.presumed and theories.claims_presumption(self.doc)

    @property
    def _diagnosed(self) -> tuple[str, ...]:
        """The sentences that give a diagnosis, where neither subject line nor opinion names what is claimed."""
        return tuple(self.doc.low[start:end] for start, end in self.diagnosis.where)


def gather(text: str, derived: DerivedFacts | None = None) -> Facts:
    """Everything the rules find in ``text``, with what was derived from it before. Linear in its length."""
    known = derived or DerivedFacts()
    doc = segment(text)
    anchored = causes.anchored(doc.low)
    found = last_words.left_open(doc, carried.carried(doc, opinions.find(doc), anchored), anchored)
    position = governing.position(found, claimed.of_subject(doc))
    theory = theories.theory(doc, position, found)
    names = claimed.claimed(doc, position)
    author = _of_this_matter(doc, elements_author.read_author(doc), names)
    return Facts(
        doc=doc,
        opinions=found,
        position=position,
        theory=theory,
        claimed=names,
        uncovered=claimed.uncovered(doc, found),
        diagnosis=elements_diagnosis.diagnosis(doc, names, _held(position)),
        ground=elements_event.ground(doc, position, theory.value, known),
        rationale=elements_rationale.rationale(doc, position),
        review=elements_records.review(doc),
        literature=elements_literature.literature(doc),
        author=author,
        specialty=_fits(doc, author, names),
        signed=elements_form.signed(doc),
        dated=elements_form.dated(doc),
        contradiction=premise.contradiction(doc, position),
        contrary=_contrary(doc, found),
        withdrawn=second_thoughts.withdrawn(doc),
        doubted=_still_doubted(doc, position),
        derived=known,
    )


def _of_this_matter(doc: Document, author: Author, names: tuple[str, ...]) -> Author:
    """The author without disclaimers that are of another condition, where the author's field covers what is claimed."""
    asked = frozenset(field for name in names for field in conditions.fields(name))
    if not author.disclaims or not asked & author.fields:
        return author
    return replace(author, disclaims=tuple(span for span in author.disclaims if not _of_another(doc, span, asked)))


def _of_another(doc: Document, span: Span, asked: frozenset[Field]) -> bool:
    """Whether the sentence of a disclaimer names conditions, and none of the fields asked."""
    here = [one for one in doc.sentences if one.start <= span[0] < one.end]
    named = [doc.low[one.start : one.end] for s in here for one in doc.named(s.start, s.end)]
    of = frozenset(field for name in named for field in conditions.fields(name))
    return bool(of) and not of & asked


def _fits(doc: Document, author: Author, names: tuple[str, ...]) -> Seen[bool]:
    """Whether the author's field covers the main condition claimed; where it has no plain name, one that has."""
    known = [fields for name in names if (fields := conditions.fields(name))]
    seen = author.knows(known[0] if known else frozenset())
    if seen.value or not author.fields or author.disclaims:
        return seen
    if known and known[0] != frozenset({Field.CANCER}):
        return seen
    named = [*names, *claimed.of_subject(doc), *(doc.low[a:b] for a, b in _cancers(doc))]
    further = frozenset(field for name in named for field in conditions.fields(name))
    return author.knows(further) if further else seen


def _cancers(doc: Document) -> list[Span]:
    """Where a cancer is named by its organ: what "the cancer" goes back to."""
    found = [one for s in doc.sentences for one in doc.named(s.start, s.end) if one.field is Field.CANCER]
    return [(one.start, one.end) for one in found if not doc.quotes_near(one.start, one.end)]


def _still_doubted(doc: Document, position: Position) -> tuple[Span, ...]:
    """Where the author doubts the opinion; a draft quoted below the message that gives it was settled by it."""
    found = second_thoughts.doubted(doc)
    one = position.governing
    if one is None or not found:
        return found
    level = doc.reading.cited(one.start)
    return tuple(span for span in found if span[0] < one.start or doc.reading.cited(span[0]) <= level)


def _held(position: Position) -> tuple[str, ...]:
    """The conditions that the author commits to an opinion on, for or against."""
    one = position.governing
    committed = one is not None and (one.meets_standard or one.claim.polarity is Polarity.UNFAVORABLE)
    return (one.condition,) if committed and one is not None and one.condition else ()


def _only_listed(low: str) -> bool:
    """Whether a denial is one of several records read, and nothing is told of what it says."""
    listed = len({match.group() for match in record_words.RECORD.finditer(low)}) >= _SEVERAL
    return listed and _DENIAL_LISTED.search(low) is not None


def _contrary(doc: Document, found: tuple[Opinion, ...]) -> tuple[Span, ...]:
    """Where the letter tells of an opinion or a decision against the claim."""
    spans = [
        (one.start, one.end)
        for one in found
        if one.holder in (Holder.EXAMINER, Holder.OTHER_DOCTOR, Holder.VA)
        and one.claim.polarity is Polarity.UNFAVORABLE
        and not (one.claim.kind is LinkKind.PREEXISTED and one.claim.certainty is Certainty.LOW)  # a discharge paper
    ]
    spans += [
        (s.start, s.end)
        for s in doc.sentences
        if _CONTRARY.search(doc.of(s))
        and s.section is not Section.QUESTION
        and not _only_listed(doc.of(s))
        and not any(a < s.end and s.start < b for a, b in spans)
    ]
    return tuple(sorted(spans))
