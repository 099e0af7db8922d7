"""Medical rationale: items MR1 to MR7 (rubric section 4)."""

from __future__ import annotations

import re
from typing import Final

from nexus_desktop.analysis.rubric.facts import Facts
from nexus_desktop.analysis.rubric.headings import Section
from nexus_desktop.analysis.rubric.judging import Judge, Judgment
from nexus_desktop.analysis.rubric.reason_words import Strand
from nexus_desktop.analysis.rubric.seen import Span
from nexus_desktop.models.analysis_models import Certainty, Holder
from nexus_desktop.models.rubric_models import ItemId

# kinds of reasons and words that make a full explanation, a mechanism or a course among them; the fewer, the longer
_FULL: Final = ((4, 51), (3, 64), (2, 85))
_LAY: Final = re.compile(
    r"\b(?:wife|husband|spouse|partner|mother|father|sister|brother|son|daughter|buddy|buddies|comrades?|squad leader"
    r"|sergeant|bunkmates?|roommates?|lay (?:evidence|statements?|witness\w*)|statement (?:of|from|by|dated))\b"
    r"|\[relative \d+\]"
)
_WEIGHED: Final = re.compile(
    r"\b(?:considered|weighed|excluded|ruled out|alternative\w*|other (?:causes?|explanations?"
    r"|risk factors?)|family history|no (?:\w+ ){0,3}?(?:risk factors?|history of|evidence of)"
    r"|never (?:smoked|used|worked)|does not (?:smoke|drink|explain|hunt)|do(?:es)? not explain"
    r"|would not explain|not obese|less (?:good|likely)|better explanation|denies|negative|absence of"
    r"|in the absence|contributes?, but|contributor|no other (?:wounds?|injur\w+|trauma|causes?|exposures?)"
    r"|never had|neither (?:explains?|began|of"
    r" (?:them|which|these))|(?:came|began|started) (?:long )?(?:after|later)|excludes?|set (?:it|that|this) aside"
    r"|no (?:\w+ )?relatives?|nobody in (?:his|her)"
    r"|does not (?:have|use|account)|(?:do|does|did) not (?:explain|account for))\b"
)
_ANSWER: Final = re.compile(
    r"\b(?:that (?:examiner|does not|opinion|reasoning|limit)|does not answer|(?:did|does|do|was|were|had"
    r"|has) not \w+|(?:cannot|could not) \w+|never \w+ed|disagree|overlooks?|applies a rule|is silent"
    r"|none is required|not part of|inaccurate|"
    r"is not so|they did not|it is the inference|(?:not a|no) reason (?:against|to)|neither (?:mentions?"
    r"|discusses?|addresses?)|leaves? out|cannot (?:explain|share)|does not (?:follow|mean|change)"
    r"|i (?:read|see|view|understand) (?:\w+ ){0,3}(?:otherwise|differently)|a different (?:view|conclusion)"
    r"|on the contrary"
    r"|not borne out|misread\w*|mistook|says nothing|what one (?:would )?expect|equates|ignores?|mistaken"
    r"|i agree that it does not|leaves? (?:\w+ ){0,4}(?:untouched|unanswered|unaddressed|open|aside)|answer(?:s"
    r"|ed) only"
    r"|(?:rests|rested|relies|relied|depends) on (?:the|an?) (?:mistaken|wrong|false|incorrect|erroneous)"
    r"|give (?:it|that|this) (?:no|little) weight|(?:say|says|shows?|proves?|tells?(?: us)?) otherwise"
    r"|(?:rest(?:s|ed)?|relie[sd]|turn(?:s|ed)|stands?|stood|hangs?|hung) (?:up)?on [^.;]{2,60}? (?:alone|only"
    r"|by itself)"
    r"|no argument (?:against)?|cites? nothing|pass(?:es|ed) over|beside the point|not the (?:question|point"
    r"|issue|test)"
    r"|(?:speaks?|argues?|stands?|is) against (?:it|that|this)|dispose[sd]? of (?:it|that|this|the)"
    r"|(?:is|was) (?:an?|at best an?|only an?) (?:\w+ )?guess"
    r"|(?:i|i have|already|above) (?:answered|refuted|met|dealt with|replied to)"
    r"|(?:answers?|settles?|refutes?|disproves?|undoes|rebuts?|meets|defeats?) (?:it|that|this|the (?:point|objection"
    r"|argument|contrary|law|medicine|question))"
    r"|(?:little|nothing|not much) (?:is |remains |was )?(?:left )?of (?:it|that|this)"
    r"|does not (?:survive|hold|stand)|(?:cannot|can not|will not) stand)\b"
    r"|; (?:most|many|few|such|silence|(?:the )?absence)\b"
)
_CONTRAST: Final = re.compile(r"\b(?:not|no|nor|never|but|however|although|yet|missed|wrong|in fact)\b")
_UNWEIGHED: Final = re.compile(
    r"\b(?:not able to say|cannot say|can't say|do not know|don't know|leave that|how much is from)\b"
)


_UNASKED: Final = Judgment(None, "The letter rests on a presumption and gives no opinion; the law asks for no reasons.")


def explanation(facts: Facts) -> Judgment:
    """MR1: a chain of reasons from facts through a mechanism to the conclusion."""
    if facts.unasked:
        return _UNASKED
    seen = facts.rationale
    value = seen.value
    where = tuple(span for _, span in value.where)
    if value.extent == "none":
        return Judgment(0, seen.note or "There is no opinion to give reasons for.", seen.certainty)
    if value.extent == "conclusory":
        return Judgment(0, seen.note, seen.certainty, where)
    core = [strand for strand in value.strands if strand is not Strand.ACCOUNT]
    enough = any(len(core) >= strands and value.words >= words for strands, words in _FULL)
    full = enough and {Strand.MECHANISM, Strand.COURSE} & set(core)
    kinds = ", ".join(core)
    if full:
        return Judgment(8, f"The conclusion is explained: {kinds}.", seen.certainty, where)
    return Judgment(4, f"Some reasons are given: {kinds}.", seen.certainty, where)


def applied(facts: Facts) -> Judgment:
    """MR2: the reasons are about this veteran."""
    if facts.unasked:
        return _UNASKED
    strands = set(facts.rationale.value.strands)
    own = facts.rationale.value.spans(Strand.FINDINGS, Strand.COURSE, Strand.SERVICE, Strand.ALTERNATIVES)
    if Strand.FINDINGS in strands and len(strands & {Strand.COURSE, Strand.SERVICE, Strand.ALTERNATIVES}) >= 1:
        return Judgment(4, "Findings and facts of this person carry the reasons.", Certainty.FAIR, own)
    if own:
        return Judgment(2, "Few of the reasons are about this person.", Certainty.FAIR, own)
    return Judgment(0, "The reasons are general, or there are none.", Certainty.FAIR)


def records(facts: Facts) -> Judgment:
    """MR3: which records were read. Lack of file review alone is no defect (Nieves-Rodriguez)."""
    seen = facts.review
    review = seen.value
    if review.extent == "claims_file":
        return Judgment(4, "The claims file was reviewed.", seen.certainty, seen.where)
    if review.extent == "partial":
        if review.itemized >= 5 and review.service and not review.lacking:
            return Judgment(
                4, "The records reviewed are listed, those of service among them.", Certainty.FAIR, seen.where
            )
        note = " Records that were not seen are named." if review.lacking else ""
        return Judgment(
            2,
            f"Some records were reviewed.{note} Lack of the claims file is not by itself a defect.",
            seen.certainty,
            (*seen.where, *review.lacking),
        )
    return Judgment(
        0,
        "The records reviewed are not identified. Lack of the claims file is not by itself a defect.",
        seen.certainty,
        review.lacking,
    )


def lay_evidence(facts: Facts) -> Judgment:
    """MR4: the accounts of the veteran and of witnesses are used."""
    if facts.unasked:
        return _UNASKED
    used = facts.rationale.value.spans(Strand.ACCOUNT)
    if used:
        return Judgment(2, "Lay accounts are used in the reasons.", Certainty.FAIR, used)
    named = tuple(
        (s.start, s.end)
        for s in facts.doc.sentences
        if _LAY.search(facts.doc.of(s)) and s.section not in (Section.CLOSING, Section.ISSUE)
    )[:2]
    if named:
        return Judgment(1, "Lay accounts are mentioned, not weighed.", Certainty.FAIR, named)
    return Judgment(0, "No account of the veteran or of witnesses is weighed.", Certainty.FAIR)


def other_causes(facts: Facts) -> Judgment:
    """MR5: other causes and risk factors are named and weighed."""
    if facts.unasked:
        return _UNASKED
    reasons = facts.rationale.value.spans(Strand.ALTERNATIVES)
    weighed = tuple(
        (s.start, s.end)
        for s in facts.doc.sentences
        if _WEIGHED.search(facts.doc.of(s))
        and s.section in (Section.RATIONALE, Section.CONTRARY, Section.OPINION, Section.OTHER)
    )
    left = any(_UNWEIGHED.search(facts.doc.of(s)) for s in facts.doc.sentences)
    if reasons and len(weighed) >= 2 and not left:
        return Judgment(3, "Other causes are named and weighed.", Certainty.FAIR, (*reasons, *weighed[:2]))
    if reasons or weighed:
        return Judgment(1, "Other causes are touched, not weighed.", Certainty.FAIR, (*reasons, *weighed[:1]))
    return Judgment(0, "Other causes and risk factors are not discussed.", Certainty.FAIR)


def contrary_evidence(facts: Facts) -> Judgment:
    """MR6: an adverse opinion or denial the letter knows of is answered."""
    if not facts.contrary:
        return Judgment(None, "No adverse opinion is known from the letter.")
    answered = facts.rationale.value.spans(Strand.CONTRARY)
    own = tuple(
        (s.start, s.end)
        for s in facts.doc.sentences
        if s.section is Section.CONTRARY
        and re.search(
            r"\b(?:i|not|did not|overlook\w*|ignor\w*|wrong|error|disagree|however|but|answer)\b", facts.doc.of(s)
        )
        and not any(a < s.end and s.start < b for a, b in facts.contrary)
    )
    within = tuple(span for span in facts.contrary if _ANSWER.search(_outside_quotes(facts, span)))
    replies = answered or own or _replies(facts) or within
    if replies:
        return Judgment(
            2, "The adverse opinion is named and answered.", Certainty.FAIR, (*facts.contrary[:1], *replies[:2])
        )
    return Judgment(0, "An adverse opinion or denial is mentioned and not answered.", Certainty.FAIR, facts.contrary)


def _outside_quotes(facts: Facts, span: Span) -> str:
    """The author's own words of a passage that also quotes."""
    low = facts.doc.low[span[0] : span[1]]
    for start, end in facts.doc.quotes_near(*span):
        if span[0] <= start and end <= span[1]:
            low = low[: start - span[0]] + " " * (end - start) + low[end - span[0] :]
    return low


def _replies(facts: Facts) -> tuple[Span, ...]:
    """Sentences right behind an adverse opinion in which the author takes it up."""
    last = {one.end for one in facts.opinions if one.holder in (Holder.EXAMINER, Holder.OTHER_DOCTOR, Holder.VA)} | {
        end for _, end in facts.contrary
    }
    found = []
    for number, s in enumerate(facts.doc.sentences):
        before = [other for other in facts.doc.sentences[max(0, number - 4) : number] if other.end in last]
        low = facts.doc.of(s)
        if before and (_ANSWER.search(low) or (before[-1].line == s.line and _CONTRAST.search(low))):
            found.append((s.start, s.end))
    return tuple(found)


def literature(facts: Facts) -> Judgment:
    """MR7: sources named in full, where the reasoning leans on literature at all."""
    value = facts.literature.value
    if value.named:
        if value.incomplete:
            return Judgment(1, "A source is named, not fully cited.", facts.literature.certainty, value.named)
        return Judgment(2, "Sources are named.", facts.literature.certainty, value.named)
    if value.leaning and not facts.unasked:
        return Judgment(
            0, "The reasons lean on medical knowledge without naming a source.", Certainty.FAIR, value.leaning
        )
    return Judgment(None, "The reasoning does not lean on literature, and the law does not require any.")


JUDGES: Final[dict[ItemId, Judge]] = {
    ItemId.MR1: explanation,
    ItemId.MR2: applied,
    ItemId.MR3: records,
    ItemId.MR4: lay_evidence,
    ItemId.MR5: other_causes,
    ItemId.MR6: contrary_evidence,
    ItemId.MR7: literature,
}
