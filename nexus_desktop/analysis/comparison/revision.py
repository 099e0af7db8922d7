"""A letter before and after a revision: which asks were met, what it gained, and what got worse on the way."""

from __future__ import annotations

from typing import Final

from nexus_desktop.models.analysis_models import Grade, ItemFinding, NexusAnalysisResult, Polarity, Recommendation
from nexus_desktop.models.comparison_models import AskOutcome, AskState, ItemChange, Reading, Revision
from nexus_desktop.models.rubric_models import ItemId

_SHRUNK: Final = 0.7  # of the earlier length; below it something was probably left out
_COPIED: Final = 0.9  # share of its words that a revision has from the earlier letter: nearly nothing was changed
_WORDS_TO_TELL = 40  # fewer say nothing about copying


def compare(before: str, earlier: NexusAnalysisResult, after: str, later: NexusAnalysisResult) -> Revision:
    """The letter ``before`` and ``after``, each de-identified and analyzed. Linear in their length."""
    old, new = _items(earlier), _items(later)
    changes = {item_id: _change(old[item_id], new[item_id]) for item_id in old if item_id in new}
    asks = [_outcome(ask, old[ask.item], new[ask.item]) for ask in earlier.recommendations]
    asked = {ask.item for ask in earlier.recommendations}
    asks += [
        AskOutcome(item=ask.item, ask=ask.ask, state=AskState.NEW, reason=ask.problem)
        for ask in later.recommendations
        if ask.item not in asked
    ]
    gates_old = [gate.id for gate in earlier.compliance.gates]
    gates_new = [gate.id for gate in later.compliance.gates]
    worse = tuple(one for one in changes.values() if (one.after or 0) < (one.before or 0) and one.after is not None)
    return Revision(
        before=_reading(earlier),
        after=_reading(later),
        asks=tuple(asks),
        better=tuple(one for one in changes.values() if one.before is not None and (one.after or 0) > one.before),
        worse=worse,
        gates_gone=tuple(gate for gate in gates_old if gate not in gates_new),
        gates_new=tuple(gate for gate in gates_new if gate not in gates_old),
        warnings=tuple(_warnings(before, earlier, after, later, worse)),
    )


def _items(result: NexusAnalysisResult) -> dict[ItemId, ItemFinding]:
    return {item.id: item for part in result.components for item in part.items}


def _reading(result: NexusAnalysisResult) -> Reading:
    return Reading(
        score=result.overall_score,
        strength=result.compliance.strength,
        gates=tuple(gate.id for gate in result.compliance.gates),
        polarity=result.opinion.polarity,
        standard=result.opinion.standard,
        parts=tuple(part.score for part in result.components),
    )


def _change(old: ItemFinding, new: ItemFinding) -> ItemChange:
    def points(item: ItemFinding) -> int | None:
        return None if item.grade is Grade.NOT_APPLICABLE else item.points

    return ItemChange(
        id=new.id,
        title=new.title,
        before=points(old),
        after=points(new),
        possible=new.possible,
        reason=new.reason,
        evidence=new.evidence,
    )


def _outcome(ask: Recommendation, old: ItemFinding, new: ItemFinding) -> AskOutcome:
    if new.grade in (Grade.FULL, Grade.NOT_APPLICABLE):
        state = AskState.MET
    elif new.points > old.points:
        state = AskState.PARTLY
    else:
        state = AskState.OPEN
    return AskOutcome(item=ask.item, ask=ask.ask, state=state, reason=new.reason)


def _warnings(
    before: str,
    earlier: NexusAnalysisResult,
    after: str,
    later: NexusAnalysisResult,
    worse: tuple[ItemChange, ...],
) -> list[str]:
    """What a person should look at: losses, a turn of the opinion, a letter that shrank or hardly changed."""
    told = []
    was, now = earlier.opinion, later.opinion
    if was.polarity is not now.polarity:
        told.append(f"The opinion was {was.polarity.value}, and is {now.polarity.value} now.")
    if was.polarity is Polarity.FAVORABLE and earlier.compliance.meets_standard and not later.compliance.meets_standard:
        told.append("The earlier version reached the standard; this one does not.")
    told += [f"{one.title}: {one.before} of {one.possible} before, {one.after} now. {one.reason}" for one in worse]
    lost = set(earlier.connection.conditions) - set(later.connection.conditions)
    if lost and len(later.connection.conditions) < len(earlier.connection.conditions):
        told.append("Fewer conditions are spoken of than before.")
    words_before, words_after = before.lower().split(), after.lower().split()
    if len(words_after) < _SHRUNK * len(words_before):
        told.append("The letter is much shorter than before; see whether something was left out.")
    elif len(words_after) >= _WORDS_TO_TELL and _shared(words_before, words_after) >= _COPIED and not told:
        told.append("Nearly every word is that of the earlier version.")
    return told


def _shared(before: list[str], after: list[str]) -> float:
    """The share of runs of five words of ``after`` that stand in ``before``."""
    runs = {tuple(before[at : at + 5]) for at in range(len(before) - 4)}
    later = [tuple(after[at : at + 5]) for at in range(len(after) - 4)]
    return sum(run in runs for run in later) / len(later) if later else 0.0
