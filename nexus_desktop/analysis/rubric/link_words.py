"""Everyday words for a cause at work, as patterns for ``link_table.py``: "had to do with it", "ruined his back"."""

from __future__ import annotations

from typing import Final

TO_DO_WITH: Final = (
    r"\b(?:has|have|had) (?:anything|something|nothing|everything|much|little|plenty|an? (?:good|great) deal"
    r"|a (?:whole )?lot) (?:at all )?to do with\b"
)
DID_IT: Final = (
    r"\b(?:that|which|what) (?:did|has done|done) (?:it|this|the damage)\b"
    r"|\b(?:ruin|wreck)(?:ed|s)?(?= (?:that|this|his|her|the|both)\b)"
    r"|\b(?:tear|tore|torn|break|broke|hurt|injure[ds]?|destroy(?:ed|s)?)"
    r"(?= (?:this (?!man|woman|time|year)|(?:that|this) (?:man|woman|veteran|patient)'s ))"
    r"|\bwore (?:him|her) (?:down|out)\b|\bbroke (?:him|her)(?: down)?\b"
    r"|\b(?:leave|leaves|left) (?:him|her|the veteran|\[patient\]|mr\.? \w+) (?:\w+ )?with(?= )"
)
