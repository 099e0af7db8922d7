"""The confidence number is what its definition says, and never rises when a part gets worse."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from nexus_desktop.analysis.confidence import BEST, Signs, confidence

SHARES = st.floats(0, 1)
SIGNS = st.builds(
    Signs,
    repairs=st.integers(0, 12),
    said=SHARES,
    quotes_offered=st.integers(0, 60),
    disagreement=SHARES,
    opposed=st.booleans(),
    read=SHARES,
).flatmap(lambda s: st.builds(replace, st.just(s), quotes_found=st.integers(0, s.quotes_offered)))


def test_the_best_is_not_certainty_and_the_worst_is_nothing() -> None:
    assert confidence(Signs(quotes_offered=20, quotes_found=20)) == BEST < 1
    assert confidence(Signs()) == round(0.2 * BEST, 3)  # nothing was quoted
    assert confidence(Signs(said=0)) == 0


@given(SIGNS, st.integers(0, 5), SHARES)
def test_it_is_monotone_in_each_part(signs: Signs, some: int, share: float) -> None:
    found = confidence(signs)
    assert 0 <= found <= BEST
    worse = [
        replace(signs, repairs=signs.repairs + some),
        replace(signs, said=signs.said * share),
        replace(signs, quotes_found=max(0, signs.quotes_found - some)),
        replace(signs, quotes_offered=signs.quotes_offered + some) if signs.quotes_offered else signs,
        replace(signs, disagreement=min(1.0, signs.disagreement + share)),
        replace(signs, opposed=True),
        replace(signs, read=signs.read * share),
    ]
    assert all(confidence(one) <= found for one in worse)
