"""A result in the words of the annotated letters, so that engines can be scored against them."""

from __future__ import annotations

from typing import Any

from nexus_desktop.models.analysis_models import NexusAnalysisResult, Polarity, Standard
from nexus_desktop.models.rubric_models import Strength


def labels_of(result: NexusAnalysisResult) -> dict[str, Any]:
    """``theory``, ``conditions``, ``opinion`` (polarity, standard, phrase), ``elements``, ``strength``: plain values.

    The annotated letters name an opinion in doubt by the way it leans ("in my opinion it may be related": favorable,
    speculative), and give no standard to one that is withheld on both sides ("I do not say that it is, nor that it is
    not": inconclusive, none).
    """
    polarity, standard = _opinion(result)
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


def _opinion(result: NexusAnalysisResult) -> tuple[Polarity, Standard]:
    stated = result.opinion.governing
    if stated is None:
        return Polarity.NONE, Standard.NONE
    if stated.withheld and result.compliance.strength is Strength.NONE:
        return Polarity.INCONCLUSIVE, Standard.NONE
    if stated.leaning is not Polarity.NONE and result.compliance.elements.nexus_opinion:
        return stated.leaning, stated.standard
    return stated.polarity, stated.standard
