"""Evidence stands in the text, word for word, or it is not evidence."""

from __future__ import annotations

from nexus_desktop.models.analysis_models import Evidence, NexusAnalysisResult


def check(result: NexusAnalysisResult, text: str) -> tuple[Evidence, ...]:
    """The evidence of a result that does not stand in ``text`` at its place; none, if all is well."""
    return tuple(one for one in result.all_evidence() if text[one.start : one.end] != one.quote)
