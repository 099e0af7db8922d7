"""A result in the words of the annotated letters, so that engines can be scored against them."""

from __future__ import annotations

from typing import Any

from nexus_desktop.models.analysis_models import NexusAnalysisResult, Polarity, Standard, StatedOpinion


def labels_of(result: NexusAnalysisResult) -> dict[str, Any]:
    """``theory``, ``conditions``, ``opinion`` (polarity, standard, phrase), ``elements``, ``strength``: plain values.

    The annotated letters name an opinion in doubt by the way it leans ("may be related": favorable, speculative), and
    give no standard to one that is withheld ("cannot say without speculation": inconclusive, none).
    """
    polarity, standard = _opinion(result.opinion.governing)
    return {
        "theory": result.connection.theory.value,
        "conditions": list(result.connection.conditions),
        "opinion": {
            "polarity": polarity.value,
            "standard": standard.value,
            "phrase": result.opinion.governing.evidence.quote if result.opinion.governing else None,
        },
        "elements": result.compliance.elements.model_dump(mode="json"),
        "strength": result.compliance.strength.value,
    }


def _opinion(stated: StatedOpinion | None) -> tuple[Polarity, Standard]:
    if stated is None:
        return Polarity.NONE, Standard.NONE
    if stated.withheld:
        return Polarity.INCONCLUSIVE, Standard.NONE
    if stated.leaning is not Polarity.NONE:
        return stated.leaning, stated.standard
    return stated.polarity, stated.standard
