"""What to ask the doctor, what moves the result most first. Neutral questions; no conclusion is drafted."""

from __future__ import annotations

from dataclasses import replace

from nexus_desktop.analysis.rubric import defects
from nexus_desktop.analysis.rubric.facts import Facts
from nexus_desktop.analysis.rubric.improvement import hopeless, open_items
from nexus_desktop.analysis.rubric.scorecard import Scorecard
from nexus_desktop.models.analysis_models import Polarity, Recommendation
from nexus_desktop.models.rubric_models import ItemId

_NO_GATE = 101  # above every cap


def asks(facts: Facts, card: Scorecard) -> tuple[Recommendation, ...]:
    """A question for each item that lacks points or that holds the letter down, and advice on wording at the end.

    First what lifts a gate, the lowest cap first; then what lifts another limit on strength or is needed for a strong
    letter; then by what the total would gain with all gates lifted; ties in the order of the rubric.
    """
    opened = open_items(card)
    limits = [item for one in card.gates for item in one.lifted_by]
    limits += [item for one in card.ceilings for item in one.lifted_by]
    wanted = [*opened, *(item for item in dict.fromkeys(limits) if item not in opened)]
    free = replace(card.answered(limits), gates=())  # under a cap no answer would seem to gain anything
    unmet = set(card.unmet()) | set(limits)

    def urgency(item: ItemId) -> tuple[int, bool, int, int]:
        caps = [one.gate.cap for one in card.gates if item in one.lifted_by]
        loss = free.total() - free.answered([item]).total()
        return min(caps, default=_NO_GATE), item not in unmet, loss, list(ItemId).index(item)

    if hopeless(card):
        wanted = [item for item in wanted if item is not ItemId.MO2]  # nobody is asked to turn an opinion round
    found = [_ask(facts, card, item) for item in sorted(wanted, key=urgency)]
    advice = defects.advice(facts)
    if advice is not None and ItemId.MO2 not in wanted and facts.polarity is Polarity.FAVORABLE:
        rule = card.rubric.item(ItemId.MO2)
        found.append(
            Recommendation(
                item=ItemId.MO2, problem=advice.problem, ask=rule.question(), authorities=rule.authorities, gain=0
            )
        )
    return tuple(found)


def _ask(facts: Facts, card: Scorecard, item_id: ItemId) -> Recommendation:
    item, rule = card.items[item_id], card.rubric.item(item_id)
    what = defects.defect(facts, item)
    return Recommendation(
        item=item_id,
        problem=what.problem,
        ask=what.ask or rule.question(what.thing),
        authorities=item.authorities,
        gain=item.possible - item.points if item_id in open_items(card) else 0,
        gates=tuple(one.gate.id for one in card.gates if item_id in one.lifted_by),
    )
