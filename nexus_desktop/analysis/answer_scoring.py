"""A service's judgments scored by the rubric engine's own rules. A service judges and quotes; it never sets a number.

Each item counts as the service judged it, where the judgment is one of the item's levels and stands on words of the
letter; else as the rubric engine judged it. Where the two differ, the difference is kept beside the result, the item is
unsure, and so fires no gate and lowers the confidence. Gates that the rubric engine fires hold. Where in doubt, lower:

- a letter that holds text addressed to a machine, or gets full marks nearly throughout, gains nothing by a service;
- where the two read the opinion in opposite directions, the strength is weak at most, and a person must read it;
- strength is one grade above the rubric engine's at most, and strong only where the two nearly agree.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from nexus_desktop.analysis.answer_meaning import BY_ABSENCE, read_sentence
from nexus_desktop.analysis.answer_parser import said
from nexus_desktop.analysis.confidence import Signs, confidence
from nexus_desktop.analysis.grounding import in_sentence, sentence_around
from nexus_desktop.analysis.rubric import gates
from nexus_desktop.analysis.rubric.asks import asks
from nexus_desktop.analysis.rubric.ceilings import ceilings
from nexus_desktop.analysis.rubric.engine import RubricEngine, contradicted
from nexus_desktop.analysis.rubric.facts import Facts, gather
from nexus_desktop.analysis.rubric.gates import FiredGate
from nexus_desktop.analysis.rubric.improvement import improvements
from nexus_desktop.analysis.rubric.judging import Judgment, item
from nexus_desktop.analysis.rubric.scorecard import Scorecard
from nexus_desktop.models.analysis_models import (
    Action,
    Certainty,
    Disagreement,
    Evidence,
    Gate,
    Grade,
    Holder,
    ItemFinding,
    NexusAnalysisResult,
    Polarity,
    Standard,
    StatedOpinion,
)
from nexus_desktop.models.answer_models import GroundedQuote, Match, ParsedAnswer
from nexus_desktop.models.case_models import Conflict
from nexus_desktop.models.letter_models import DeidentifiedText
from nexus_desktop.models.rubric_models import GateId, ItemId, Rubric, Strength
from nexus_desktop.models.wire_models import ItemLevel, WireAnswer, levels_of

NEARLY: Final = 0.15
"""Share of the points on which the two may differ for a letter to be called strong."""

NO_DOUBT: Final = 21
"""Of 23 items: so many in full, and the service is taken to have been talked into it."""

_WORDS: Final = {
    Grade.FULL: "met in full", Grade.PARTIAL: "met in part", Grade.NONE: "not met",
    Grade.NOT_APPLICABLE: "does not apply",
}  # fmt: skip
_LEVELS: Final = {
    ItemLevel.FULL: "met in full", ItemLevel.PARTIAL: "met in part", ItemLevel.SLIGHT: "hardly met",
    ItemLevel.NONE: "not met", ItemLevel.NOT_APPLICABLE: "does not apply",
}  # fmt: skip
_CAREFUL: Final = (Polarity.UNFAVORABLE, Polarity.NONE, Polarity.INCONCLUSIVE, Polarity.FAVORABLE)


@dataclass(frozen=True, slots=True)
class Reading:
    """The two readings of one letter, and what was made of them."""

    facts: Facts
    offline: NexusAnalysisResult
    answer: WireAnswer
    evidence: Mapping[str, GroundedQuote]
    opposed: bool
    governing: StatedOpinion | None
    adopted: bool  # the service found an opinion that the rubric engine had missed, and it can be read as such
    no_gain: bool  # the service may have been talked into it


class AnswerScorer:
    """Scores answers. Holds no state between letters."""

    def __init__(self, rubric: Rubric, engine: RubricEngine) -> None:
        self._rubric, self._engine = rubric, engine

    def score(
        self, parsed: ParsedAnswer, text: DeidentifiedText, conflicts: tuple[Conflict, ...] = ()
    ) -> NexusAnalysisResult:
        """The checked result. ``parsed`` must hold data. Offsets of evidence are those of ``text.text``.

        ``conflicts``: those of the text with the facts of the case, which no service was told.
        """
        if parsed.data is None:
            raise ValueError("an answer without data cannot be scored")
        reading = self._reading(parsed, parsed.data, text, conflicts)
        offline = {one.id: one for part in reading.offline.components for one in part.items}
        items = {one: self._item(one, offline[one], reading) for one in ItemId}
        differing = self._disagreements(reading, offline, items)
        share = _share(self._rubric, offline, parsed.data)
        card = self._card(reading, offline, items)
        parts, scores = card.parts(), card.scores()
        strength = _strength(reading, card, share)
        signs = Signs(
            repairs=len(parsed.repairs),
            said=said(parsed.data),
            quotes_offered=parsed.quotes_offered,
            quotes_found=parsed.quotes_found,
            disagreement=share,
            opposed=reading.opposed,
            read=reading.offline.confidence,
        )
        made = NexusAnalysisResult(
            rubric_version=self._rubric.version,
            opinion=reading.offline.opinion.model_copy(update=_part(parts[0], scores[0]) | _governing(reading)),
            connection=reading.offline.connection.model_copy(update=_part(parts[1], scores[1])),
            rationale=reading.offline.rationale.model_copy(update=_part(parts[2], scores[2])),
            form=reading.offline.form.model_copy(update=_part(parts[3], scores[3])),
            compliance=reading.offline.compliance.model_copy(
                update={
                    "gates": tuple(one.gate for one in card.gates),
                    "meets_standard": reading.governing is not None and reading.governing.meets_standard,
                    "strength": strength,
                    "action": _action(strength, reading),
                }
            ),
            overall_score=card.total(),
            second_view=card.second_view(),
            second_weights=self._rubric.second_view,
            confidence=confidence(signs),
            confidence_reason=_reason(signs, len(differing)),
            stated_opinions=_opinions(reading),
            recommendations=asks(reading.facts, card),
            improvements=improvements(card) if strength is card.grading().strength else (),
            warnings=(*_warnings(reading, parsed), *reading.offline.warnings),
            disagreements=differing,
            named_authorities=parsed.authorities,
            facts=reading.offline.facts,
        )
        return NexusAnalysisResult.model_validate(made.model_dump())  # copies were made, which check nothing

    # --- the opinion --------------------------------------------------------------------------------------------

    def _reading(
        self, parsed: ParsedAnswer, answer: WireAnswer, text: DeidentifiedText, conflicts: tuple[Conflict, ...]
    ) -> Reading:
        offline = self._engine.analyze(text, conflicts)
        facts = contradicted(gather(text.text, text.facts), conflicts)
        place = parsed.evidence.get("opinion.quote")
        if place is not None and _to_machine(facts, place):
            place = None
        evidence = {
            path: _shown(text.text, facts, quote)
            for path, quote in parsed.evidence.items()
            if not _to_machine(facts, quote)
        }
        governing, adopted, opposed = offline.opinion.governing, False, False
        polarity, standard = answer.opinion.polarity, answer.opinion.standard
        if polarity is not None and (place is not None or polarity is Polarity.NONE):
            opposed = polarity is not offline.opinion.polarity
        if governing is None and place is not None and polarity and standard and not facts.doc.machine:
            read = read_sentence(text.text, *sentence_around(text.text, place.start, place.end))
            if any(claim.polarity is polarity and claim.standard is standard for claim in read):
                governing, adopted = _stated(answer, polarity, standard, in_sentence(text.text, place)), True
        elif governing is not None and opposed and polarity and _more_careful(polarity, governing.polarity):
            governing = governing.model_copy(update={"certainty": Certainty.LOW})
        no_gain = bool(facts.doc.machine) or _full_marks(answer)
        return Reading(facts, offline, answer, evidence, opposed, governing, adopted, no_gain)

    # --- items --------------------------------------------------------------------------------------------------

    def _item(self, item_id: ItemId, offline: ItemFinding, reading: Reading) -> ItemFinding:
        judged = reading.answer.items.get(item_id)
        quotes = [q for path, q in reading.evidence.items() if path.startswith(f"items.{item_id.value}.")]
        level = judged.level
        if level is None or not _counts(item_id, level, quotes, offline):
            return offline
        if level is ItemLevel.NOT_APPLICABLE:
            return offline
        points = self._rubric.item(item_id).points[levels_of(item_id).index(level)]
        if reading.no_gain and points > offline.points:
            return offline
        agree = points == offline.points and offline.grade is not Grade.NOT_APPLICABLE
        reason = judged.reason or offline.reason
        if any(quote.match is Match.OCR for quote in quotes):
            reason += " (Quoted through letters that a scanner misread.)"
        if agree and not quotes:
            return offline
        judgment = Judgment(points, reason, offline.certainty if agree else Certainty.LOW)
        made = item(self._rubric, reading.facts, item_id, lambda _facts: judgment)
        shown = tuple(dict.fromkeys(Evidence(quote=q.text, start=q.start, end=q.end) for q in quotes))[:3]
        return made.model_copy(update={"evidence": shown or (offline.evidence if agree else ())})

    def _card(
        self, reading: Reading, offline: Mapping[ItemId, ItemFinding], items: Mapping[ItemId, ItemFinding]
    ) -> Scorecard:
        """The rubric engine's gates on the merged items; what it fired on its own reading holds."""
        facts = reading.facts
        fired = {one.gate.id: one for one in gates.fired(self._rubric, facts, offline)}
        fired |= {one.gate.id: one for one in gates.fired(self._rubric, facts, items)}
        if reading.adopted:
            fired.pop(GateId.G1, None)
        one = reading.governing
        doubtful = one is not None and (one.polarity is Polarity.INCONCLUSIVE or one.standard is Standard.SPECULATIVE)
        if reading.adopted and one is not None and (doubtful or one.polarity is Polarity.UNFAVORABLE):
            rule = self._rubric.gate(GateId.G2 if doubtful else GateId.G1)
            reason = "The opinion the service found does not support the claim."
            gate = Gate(**rule.model_dump(), reason=reason, evidence=(one.evidence,))
            fired[rule.id] = FiredGate(gate, (ItemId.MO2,) if doubtful else ())
        limits = () if reading.adopted else ceilings(facts)  # those of a letter without an opinion do not hold then
        shown = tuple(fired[one] for one in GateId if one in fired)
        return Scorecard(self._rubric, items, shown, limits, facts)

    def _disagreements(
        self, reading: Reading, offline: Mapping[ItemId, ItemFinding], items: Mapping[ItemId, ItemFinding]
    ) -> tuple[Disagreement, ...]:
        found: list[Disagreement] = []
        theirs, ours = reading.answer.opinion, reading.offline.opinion
        if theirs.polarity not in (None, ours.polarity):
            way = reading.governing.polarity if reading.governing else Polarity.NONE
            found.append(_differ("polarity", "Direction of the opinion", theirs.polarity, ours.polarity, way))
        if theirs.standard not in (None, ours.standard):
            used = reading.governing.standard if reading.governing else Standard.NONE
            found.append(_differ("standard", "Standard of probability", theirs.standard, ours.standard, used))
        theory = reading.offline.connection.theory
        if theirs.theory not in (None, theory):
            found.append(_differ("theory", "Theory", theirs.theory, theory, theory))
        for name, value in reading.answer.elements:
            mine = getattr(reading.offline.compliance.elements, name)
            if value is not None and value != mine:
                found.append(_differ(name, name.replace("_", " ").capitalize(), value, mine, mine))
        for item_id in ItemId:
            level, finding = reading.answer.items.get(item_id).level, offline[item_id]
            if level is None:
                continue
            points = None if level is ItemLevel.NOT_APPLICABLE else self._points(item_id, level)
            if points != (None if finding.grade is Grade.NOT_APPLICABLE else finding.points):
                word = _LEVELS[level] + ("" if points is None else f" ({points} of {finding.possible})")
                counted = _graded(items[item_id])
                found.append(_differ(item_id.value, finding.title, word, _graded(finding), counted))
        return tuple(found)

    def _points(self, item_id: ItemId, level: ItemLevel) -> int:
        return self._rubric.item(item_id).points[levels_of(item_id).index(level)]


def _strength(reading: Reading, card: Scorecard, share: float) -> Strength:
    offline, found = reading.offline.compliance.strength, card.grading().strength
    ranks = [found.rank, offline.rank + 1]
    if reading.adopted:
        ranks = [found.rank, Strength.MODERATE.rank]
    if reading.opposed and not reading.adopted:
        ranks.append(Strength.WEAK.rank)
    if reading.no_gain:
        ranks.append(offline.rank)
    if offline is not Strength.STRONG and (share > NEARLY or offline is not Strength.MODERATE):
        ranks.append(Strength.MODERATE.rank)
    return list(Strength)[min(ranks)]


def _full_marks(answer: WireAnswer) -> bool:
    """Whether hardly an item is held against the letter."""
    return sum(answer.items.get(one).level in (ItemLevel.FULL, ItemLevel.NOT_APPLICABLE) for one in ItemId) >= NO_DOUBT


def _more_careful(one: Polarity, other: Polarity) -> bool:
    return _CAREFUL.index(one) < _CAREFUL.index(other)


def _counts(item_id: ItemId, level: ItemLevel, quotes: list[GroundedQuote], offline: ItemFinding) -> bool:
    """Whether a judgment may count: what is said to be there needs words of the letter."""
    if level is ItemLevel.NOT_APPLICABLE:
        return offline.grade is Grade.NOT_APPLICABLE
    if offline.grade is Grade.NOT_APPLICABLE:
        return False  # whether an item applies is law, and not the service's to say
    return level is ItemLevel.NONE or bool(quotes) or item_id in BY_ABSENCE


def _to_machine(facts: Facts, quote: GroundedQuote) -> bool:
    """Whether a quote touches text that addresses a machine: that is no evidence of anything."""
    at = facts.doc.reading.position
    start, end = at(quote.start), at(quote.end)
    return any(start < last and first < end for first, last in facts.doc.machine)


def _shown(text: str, facts: Facts, quote: GroundedQuote) -> GroundedQuote:
    """A quote in its sentence, unless that holds words to a machine."""
    whole = in_sentence(text, quote)
    return quote if _to_machine(facts, whole) else whole


def _stated(answer: WireAnswer, polarity: Polarity, standard: Standard, place: GroundedQuote) -> StatedOpinion:
    return StatedOpinion(
        holder=Holder.AUTHOR,
        condition=answer.opinion.condition,
        theory=answer.opinion.theory,
        polarity=polarity,
        standard=standard,
        quoted=False,
        evidence=Evidence(quote=place.text, start=place.start, end=place.end),
        certainty=Certainty.FAIR,
        note="Found by the service; the rubric engine had found no opinion of the author.",
    )


def _share(rubric: Rubric, offline: Mapping[ItemId, ItemFinding], answer: WireAnswer) -> float:
    """Share of the possible points on which the two differ, over the items both judged."""
    possible = off = 0
    for one in ItemId:
        level, finding = answer.items.get(one).level, offline[one]
        applies = level is not ItemLevel.NOT_APPLICABLE and finding.grade is not Grade.NOT_APPLICABLE
        if level is None or not applies:
            continue
        possible += finding.possible
        off += abs(rubric.item(one).points[levels_of(one).index(level)] - finding.points)
    return off / possible if possible else 0.0


def _part(items: tuple[ItemFinding, ...], score: int) -> dict[str, object]:
    return {"items": items, "score": score}


def _governing(reading: Reading) -> dict[str, object]:
    one = reading.governing
    return {
        "governing": one,
        "polarity": one.polarity if one else Polarity.NONE,
        "standard": one.standard if one else Standard.NONE,
    }


def _opinions(reading: Reading) -> tuple[StatedOpinion, ...]:
    found = reading.offline.stated_opinions
    return (reading.governing, *found) if reading.adopted and reading.governing else found


def _action(strength: Strength, reading: Reading) -> Action:
    if strength is Strength.NONE:
        return Action.DO_NOT_FILE
    meets = reading.governing is not None and reading.governing.meets_standard
    ready = strength is Strength.STRONG and not reading.opposed and (reading.facts.presumed or meets)
    return Action.READY_FOR_REVIEW if ready else Action.ASK_DOCTOR


def _warnings(reading: Reading, parsed: ParsedAnswer) -> tuple[str, ...]:
    found = []
    if reading.opposed:
        found.append(
            "The service and the rubric engine read the author's opinion in different directions. Read the quoted "
            "sentences yourself before you rely on either."
        )
    missing = parsed.quotes_offered - parsed.quotes_found
    if missing:
        found.append(
            f"{missing} of {parsed.quotes_offered} quotes of the service do not stand in the letter; left out."
        )
    wrong = sum(not one.standing.holds for one in parsed.authorities)
    if wrong:
        named = "1 authority that looks" if wrong == 1 else f"{wrong} authorities that look"
        found.append(f"The service named {named} wrong or made up. What it said on that ground does not count.")
    if _full_marks(reading.answer):
        found.append(
            "The service gave full marks nearly throughout, which no careful reader does; its praise does not count."
        )
    return tuple(found)


def _reason(signs: Signs, differing: int) -> str:
    parts = [f"{signs.quotes_found} of {signs.quotes_offered} quotes stand in the letter"]
    if signs.said < 1:
        parts.append(f"{signs.said:.0%} of the judgments asked for were given")
    if signs.repairs:
        parts.append("the form of the answer had to be mended")
    if signs.opposed:
        parts.append("the two readings of the opinion point in different directions")
    parts.append(f"service and rubric engine differ on {differing} point{'' if differing == 1 else 's'}")
    return f"{'; '.join(parts).capitalize()}."


def _differ(subject: str, title: str, service: object, rubric: object, counted: object) -> Disagreement:
    return Disagreement(
        subject=subject, title=title, service=_plain(service), rubric=_plain(rubric), counted=_plain(counted)
    )


def _plain(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value).replace("_", " ")


def _graded(one: ItemFinding) -> str:
    return (
        f"{_WORDS[one.grade]} ({one.points} of {one.possible})"
        if one.grade is not Grade.NOT_APPLICABLE
        else _WORDS[one.grade]
    )
