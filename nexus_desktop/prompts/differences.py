"""Two texts side by side, line by line: what stayed, what went, what came."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import Final

from nexus_desktop.models.prompt_records import Change, DiffRow

_WIDEST: Final = 4000  # lines of either text; beyond, only their sameness is told


def side_by_side(left: str, right: str) -> list[DiffRow]:
    """Every line of both texts in order. Lines that were replaced stand beside each other."""
    before, after = left.splitlines()[:_WIDEST], right.splitlines()[:_WIDEST]
    rows: list[DiffRow] = []
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        old, new = before[a:b], after[c:d]
        if tag == "equal":
            rows += [DiffRow(Change.SAME, line, line) for line in old]
            continue
        for number in range(max(len(old), len(new))):
            one = old[number] if number < len(old) else None
            other = new[number] if number < len(new) else None
            change = Change.REMOVED if other is None else Change.ADDED if one is None else Change.CHANGED
            rows.append(DiffRow(change, one, other))
    return rows
