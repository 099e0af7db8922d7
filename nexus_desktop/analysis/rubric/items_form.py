"""Competence and form: items PF1 to PF6 (rubric section 4)."""

from __future__ import annotations

import re
from typing import Final

from nexus_desktop.analysis.rubric.facts import Facts
from nexus_desktop.analysis.rubric.headings import Section
from nexus_desktop.analysis.rubric.judging import Judge, Judgment
from nexus_desktop.analysis.rubric.seen import Span
from nexus_desktop.models.analysis_models import Certainty
from nexus_desktop.models.rubric_models import ItemId

_ADVOCACY: Final = re.compile(
    r"\b(?:must|should|ought to) be (?:granted|approved|awarded)\b|\b(?:please|i urge you to"
    r"|i ask that you) (?:approve|grant|award)\b|\bdeserves?\b|\bis owed\b|\bwaited long enough\b"
    r"|\bis a hero\b|\bi (?:fully |strongly )?support (?:\w+ ){0,4}?claim\b|\bgive (?:him"
    r"|her) the benefit of the doubt|\bask that you do so\b|\bbenefit of the doubt\b[^.]{0,60}\b(?:ask"
    r"|would)|\bget the rating\b|\bany help is appreciated\b"
)
_BOILERPLATE: Final = re.compile(
    r"\b(?:secure |standard |letter )?template\b|\border (?:#|no|number)\b|\bnon-refundable\b|\badd (?:a"
    r"|an) (?:\w+ ){1,3}nexus\b|\bpromo\b|\bcode [a-z]+\d+\b|\boff with code\b"
)
_LEGAL: Final = re.compile(
    r"\b(?:is|are) (?:also |clearly |therefore )?service[- ]connected (?:as well|too|and should)\b"
    r"|\bshould (?:receive|get|be (?:granted|awarded|given)) (?:\w+ ){0,2}?(?:service connection|benefits"
    r"|compensation|a rating|\d+ ?%|special monthly)|\bmust be granted\b"
    r"|\bentitled to (?:service connection|compensation|benefits|a rating)\b|\ball (?:of the )?elements\b"
    r"|\b(?:approve|rate) (?:him|her|mr|ms|the \w+) (?:for |at )?(?:\d+|separately)"
    r"|\bspecial monthly compensation\b|\bservice connection (?:is|should be) (?:warranted|granted)\b"
    r"|\bis satisfied\b"
)
_RATING: Final = re.compile(
    r"\b\d+ ?(?:%|percent) (?:rating|disab\w+)|\bdiagnostic code \d+|\bprostrating attacks, as\b"
    r"|\brating of \d+|\bkeep (?:him|her) from holding down work\b|\baid and attendance\b"
)
_SINCE: Final = re.compile(
    r"\bsince (?:\w+ )?(?:\d{4}|\[date)|\bfor (?:about |over |more than |the past |only )?(?:\w+"
    r"|\d+) years?\b|\[date|\b\d{1,2}/\d{1,2}/\d{2,4}|\b(?:19|20)\d\d\b|\btimes\b"
)


def who(facts: Facts) -> Judgment:
    """PF1: name, degree and qualifications."""
    seen = facts.author.credentials
    if seen.value and seen.certainty is not Certainty.LOW:
        return Judgment(7, "The author's qualifications are stated.", seen.certainty, seen.where)
    if seen.value or facts.author.named or facts.signed.value:
        return Judgment(
            3, "The author is named; qualifications are not stated.", Certainty.FAIR, seen.where or facts.signed.where
        )
    return Judgment(0, "The author is not identified.", Certainty.FAIR)


def fit(facts: Facts) -> Judgment:
    """PF2: the author's field fits the question; weight, not admissibility."""
    seen = facts.specialty
    if seen.value and facts.author.general and seen.certainty is Certainty.LOW:
        return Judgment(3, "The author is in general practice and treats the veteran.", seen.certainty, seen.where)
    if seen.value:
        return Judgment(
            5, "The author's field fits the condition.", seen.certainty, seen.where or facts.author.credentials.where
        )
    if facts.author.disclaims:
        return Judgment(0, seen.note or "The author disclaims the field.", seen.certainty, facts.author.disclaims)
    if facts.author.outside:
        return Judgment(
            0,
            "The author's profession does not cover this kind of condition.",
            Certainty.FAIR,
            facts.author.credentials.where,
        )
    return Judgment(
        3,
        "The author opines in a field without stated experience in it.",
        seen.certainty,
        facts.author.credentials.where,
    )


def basis(facts: Facts) -> Judgment:
    """PF3: treating, examined, by video, or records only."""
    known = (*facts.author.treats, *facts.author.examined)
    dated = tuple(span for span in known if _SINCE.search(facts.doc.low, *span))
    if dated:
        return Judgment(4, "The basis of knowledge is stated.", Certainty.FAIR, dated)
    if known:
        return Judgment(2, "That the author knows the veteran is stated, not since when or how.", Certainty.FAIR, known)
    return Judgment(0, "Whether the author treated or examined the veteran is not stated.", Certainty.FAIR)


def signed_and_dated(facts: Facts) -> Judgment:
    """PF4: signed and dated."""
    signed, dated = facts.signed, facts.dated
    points = 4 if signed.value and dated.value else 2 if signed.value or dated.value else 0
    reason = {
        4: "The letter is signed and dated.",
        2: dated.note or signed.note or "It is only one of signed and dated.",
        0: f"{signed.note} {dated.note}",
    }[points]
    certainty = Certainty.FAIR if Certainty.FAIR in (signed.certainty, dated.certainty) else Certainty.HIGH
    return Judgment(points, reason, certainty, (*signed.where, *dated.where))


def individual(facts: Facts) -> Judgment:
    """PF5: the author's own words, medical and finished."""
    gaps = facts.doc.gaps[:3]
    if facts.doc.machine:
        return Judgment(
            0, "The letter holds text that is addressed to a machine.", Certainty.HIGH, facts.doc.machine[:1]
        )
    if len(facts.doc.gaps) >= 2:
        return Judgment(0, "The letter has gaps or notes that are still open.", Certainty.HIGH, gaps)
    boilerplate, advocacy = _find(facts, _BOILERPLATE), _find(facts, _ADVOCACY)
    if boilerplate or gaps:
        return Judgment(
            1 if not (boilerplate and advocacy) else 0,
            "Parts read as a template.",
            Certainty.FAIR,
            (*gaps, *boilerplate),
        )
    if advocacy:
        return Judgment(1, "The letter pleads for the claim.", Certainty.FAIR, advocacy)
    return Judgment(3, "The letter reads as individual and medical.", Certainty.FAIR)


def legal_frame(facts: Facts) -> Judgment:
    """PF6: medical cause only; no finding of law, no talk of ratings."""
    legal, rating = _find(facts, _LEGAL), _find(facts, _RATING)
    if legal and rating:
        return Judgment(0, "The letter argues entitlement and rating.", Certainty.FAIR, (*legal[:1], *rating[:1]))
    if legal:
        return Judgment(0 if len(legal) > 1 else 1, "The letter states a conclusion of law.", Certainty.FAIR, legal)
    if rating and any(facts.doc.low[a:b].count("rat") for a, b in rating):
        return Judgment(1, "The letter speaks of the rating.", Certainty.FAIR, rating)
    return Judgment(2, "The letter keeps to medical cause.", Certainty.FAIR)


def _find(facts: Facts, pattern: re.Pattern[str]) -> tuple[Span, ...]:
    """Sentences of the letter itself that match; subject lines and quotations are not the author's pleading."""
    found = []
    for s in facts.doc.sentences:
        if s.section in (Section.ISSUE, Section.QUESTION) or facts.doc.quoted(s):
            continue
        if pattern.search(facts.doc.of(s)):
            found.append((s.start, s.end))
    return tuple(found[:3])


JUDGES: Final[dict[ItemId, Judge]] = {
    ItemId.PF1: who,
    ItemId.PF2: fit,
    ItemId.PF3: basis,
    ItemId.PF4: signed_and_dated,
    ItemId.PF5: individual,
    ItemId.PF6: legal_frame,
}
