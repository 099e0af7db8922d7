"""What to ask the doctor, ordered by the points it could bring. Neutral questions; no conclusion is drafted."""

from __future__ import annotations

from nexus_desktop.analysis.rubric.gates import Items
from nexus_desktop.models.analysis_models import Grade, Recommendation
from nexus_desktop.models.rubric_models import ItemId, Rubric


def asks(rubric: Rubric, items: Items) -> tuple[Recommendation, ...]:
    """A question for each item that lacks points, the greatest gain first, ties in the order of the rubric."""
    order = list(ItemId)
    open_items = [item for item in items.values() if item.grade in (Grade.PARTIAL, Grade.NONE)]
    open_items.sort(key=lambda item: (item.points - item.possible, order.index(item.id)))
    return tuple(
        Recommendation(
            item=item.id,
            problem=item.reason,
            ask=rubric.item(item.id).ask,
            authorities=item.authorities,
            gain=item.possible - item.points,
        )
        for item in open_items
    )
