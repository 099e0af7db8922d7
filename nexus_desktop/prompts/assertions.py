"""Holds a result against what a test case expects of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nexus_desktop.models.analysis_models import NexusAnalysisResult
    from nexus_desktop.models.prompt_test_models import Expected


def failed(expect: Expected, result: NexusAnalysisResult, letter: str) -> tuple[str, ...]:
    """Every assertion that does not hold, in words that quote neither the letter nor the answer."""
    opinion, compliance = result.opinion, result.compliance
    found: list[str] = []
    if expect.polarity not in (None, opinion.polarity):
        found.append(f"polarity is {opinion.polarity.value}, not {expect.polarity}")
    if expect.standard not in (None, opinion.standard):
        found.append(f"standard is {opinion.standard.value}, not {expect.standard}")
    wanted = expect.strength
    if wanted is not None and not wanted.least.rank <= compliance.strength.rank <= wanted.best.rank:
        found.append(f"strength is {compliance.strength.value}, not {wanted.least.value} to {wanted.best.value}")
    for name, value in expect.elements.items():
        if getattr(compliance.elements, name) != value:
            found.append(f"{name} is {getattr(compliance.elements, name)}, not {value}")
    fired = {gate.id for gate in compliance.gates}
    found += [f"gate {gate.value} does not fire" for gate in expect.gates if gate not in fired]
    found += [f"gate {gate.value} fires" for gate in expect.no_gates if gate in fired]
    quotes = [_plain(one.quote) for one in result.all_evidence()]
    found += [
        f"evidence {number} is quoted nowhere"
        for number, words in enumerate(expect.evidence, 1)
        if not any(_plain(words) in quote for quote in quotes)
    ]
    if expect.no_invented_citation and any(
        not one.standing.holds and not one.in_letter for one in result.named_authorities
    ):
        found.append("a citation was invented")
    if any(letter[one.start : one.end] != one.quote for one in result.all_evidence()):
        found.append("a quote does not stand in the letter")
    return tuple(found)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
