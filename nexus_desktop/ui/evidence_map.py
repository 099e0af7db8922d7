"""Which words of a letter serve which findings of its result, and the other way round."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from nexus_desktop.models import wording
from nexus_desktop.models.rubric_models import ItemId
from nexus_desktop.ui.translation import tr

if TYPE_CHECKING:
    from nexus_desktop.models.analysis_models import Elements, Evidence, NexusAnalysisResult

Span = tuple[int, int]
ELEMENT_ITEMS: dict[str, tuple[ItemId, ...]] = {
    "current_diagnosis": (ItemId.SC1,),
    "in_service_event": (ItemId.SC2,),
    "nexus_opinion": (ItemId.MO2, ItemId.MO1),
    "rationale": (ItemId.MR1, ItemId.MR2),
    "records_review": (ItemId.MR3,),
    "credentials": (ItemId.PF1,),
    "specialty_relevant": (ItemId.PF2,),
    "literature": (ItemId.MR7,),
    "signed": (ItemId.PF4,),
    "dated": (ItemId.PF4,),
}
"""The items whose words show an element of the checklist."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something the result says: its key, such as ``item:MO2``, and its name for people."""

    key: str
    title: str


class EvidenceMap:
    """Every quoted place of a result, in the order of the letter, with the findings it serves."""

    def __init__(self, result: NexusAnalysisResult, more: Iterable[tuple[Finding, Iterable[Evidence]]] = ()) -> None:
        """``more``: what is quoted beside the result, such as citations."""
        self._served: dict[Span, list[Finding]] = {}
        for finding, evidence in chain(_findings(result), more):
            for one in evidence:
                served = self._served.setdefault((one.start, one.end), [])
                if finding not in served:
                    served.append(finding)
        self.spans: list[Span] = sorted(self._served)

    def findings_at(self, span: Span) -> list[Finding]:
        """What the words of a span, or words that it lies within, are quoted for."""
        return [
            finding
            for place, served in self._served.items()
            if place[0] <= span[0] and span[1] <= place[1]
            for finding in served
        ]

    def index(self, evidence: Evidence) -> int:
        """The place of a quote among ``spans``."""
        return self.spans.index((evidence.start, evidence.end))

    def tip(self, index: int) -> str:
        """What hovering the words of a span says; nothing for what is no span."""
        if index >= len(self.spans):
            return ""
        return tr("Serves: ") + "; ".join(finding.title for finding in self.findings_at(self.spans[index]))


def _findings(result: NexusAnalysisResult) -> Iterator[tuple[Finding, Iterable[Evidence]]]:
    for gate in result.compliance.gates:
        yield Finding(f"gate:{gate.id}", tr("Gate: {title}").format(title=gate.title)), gate.evidence
    for part in result.components:
        for item in part.items:
            yield Finding(f"item:{item.id}", item.title), item.evidence
    for number, stated in enumerate(result.stated_opinions):
        whose = wording.HOLDER[stated.holder]
        yield Finding(f"opinion:{number}", tr("Opinion of {whose}").format(whose=whose)), (stated.evidence,)


def element_evidence(result: NexusAnalysisResult, elements: Elements, name: str) -> tuple[Evidence, ...]:
    """The words that show an element; none where it was not found, or stands on no single place."""
    if getattr(elements, name) in (False, "none"):
        return ()
    items = {item.id: item.evidence for part in result.components for item in part.items}
    for item_id in ELEMENT_ITEMS[name]:
        found = items.get(item_id, ())
        if found:
            if name == "dated" and elements.signed:
                return found[1:]  # the signature is quoted first
            return found[:1]
    return ()
