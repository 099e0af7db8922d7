"""How far a service's answer can be relied on: a number from 0 to 1 with a definition, never the model's own word.

    confidence = 0.95 · form · said · grounded · agreed · read

    form      1 where nothing was mended, else 0.97 a kind of repair, at least 0.7
    said      share of the words asked for that were said and are allowed; the opinion's own two count as five items
    grounded  0.2 + 0.8 · share of the quotes offered that stand in the letter; 0.2 where none was offered
    agreed    1 − 0.5 · weighted share of judgments on which the rubric engine disagrees; 0.4 where the two read the
              opinion in opposite directions; 1 before the two were compared
    read      the rubric engine's own certainty in what it compared with; 1 before the two were compared

Each factor lies between 0 and 1 and never falls when its part gets better, so the product is monotone in each part; a
test holds it to that. 0.95 because no reading is beyond doubt. It is an ordering, not a probability: tests/benchmarks
prints how often answers of each band were right on invented ones.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

BEST: Final = 0.95
OPINION_WEIGHT: Final = 5


@dataclass(frozen=True, slots=True)
class Signs:
    """What the number is made of. Shares are 0 to 1."""

    repairs: int = 0  # kinds of repair
    said: float = 1.0
    quotes_offered: int = 0
    quotes_found: int = 0
    disagreement: float = 0.0
    opposed: bool = False
    read: float = 1.0


def confidence(signs: Signs) -> float:
    """The number as defined above."""
    form = max(0.7, 0.97**signs.repairs)
    grounded = 0.2 + 0.8 * (signs.quotes_found / signs.quotes_offered if signs.quotes_offered else 0.0)
    agreed = 0.4 if signs.opposed else 1 - 0.5 * min(1.0, max(0.0, signs.disagreement))
    agreed = min(agreed, 0.4) if signs.opposed else agreed
    return round(BEST * form * _share(signs.said) * grounded * agreed * _share(signs.read), 3)


def _share(value: float) -> float:
    return min(1.0, max(0.0, value))
