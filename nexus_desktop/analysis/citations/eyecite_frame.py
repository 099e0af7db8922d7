"""eyecite 2.7.8 as far as it serves us: its tokenizer, which knows the reporters of American law and their spellings.

The rest of eyecite stays unused, for measured reasons (Linux, Python 3.11, two shared cores):

- ``get_citations`` compares every parenthesis with each of some 3,000 courts: 15 ms a citation, 1.4 s for a page dense
  with them. The tokenizer alone takes 1.5 ms a thousand characters. It also takes the year of the next citation where
  one has none, and its log quotes the text. So captions, courts, years and pages are read by ``cases``.
- ``eyecite`` imports a differ for HTML (no wheels for Python 3.13 and later) and a list of courts. The lock leaves both
  out; this module puts empty stand-ins in their place while eyecite is being imported: 0.2 s and 40 MB in all.

Import this module late: when the first checker is made, never when the window is built.
"""

from __future__ import annotations

import importlib
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import ModuleType
from typing import Any

STAND_INS = ("fast_diff_match_patch", "courts_db")
"""Modules that eyecite imports and its tokenizer does not use."""

_LOCK = threading.Lock()


class _StandIn(ModuleType):
    """A module in which every name exists and does nothing."""

    def __getattr__(self, name: str) -> type:
        if name.startswith("__"):
            raise AttributeError(name)
        return type(name, (), {})


@contextmanager
def _standing_in() -> Iterator[None]:
    placed = [name for name in STAND_INS if name not in sys.modules]
    for name in placed:
        sys.modules[name] = _StandIn(name)
    try:
        yield
    finally:
        for name in placed:
            sys.modules.pop(name, None)


def _load() -> ModuleType:
    with _LOCK, _standing_in():
        return importlib.import_module("eyecite.tokenizers")


_tokenizers: Any = _load()


@dataclass(frozen=True, slots=True)
class Token:
    """Volume, reporter and page. ``page`` is None for a blank; ``first`` and ``last``: the years the series ran."""

    start: int
    end: int
    volume: int
    reporter: str  # as eyecite spells it, such as "Vet. App."
    page: int | None
    short: bool  # "21 Vet. App. at 124"
    first: int | None
    last: int | None


def reporters(text: str) -> list[Token]:
    """Every place that reads as volume, reporter and page, in order."""
    found = []
    for _, token in _tokenizers.default_tokenizer.tokenize(text)[1]:
        editions = getattr(token, "exact_editions", ()) or getattr(token, "variation_editions", ())
        groups = getattr(token, "groups", {})
        volume, page = groups.get("volume") or "", (groups.get("page") or "").replace(",", "")
        if not editions or editions[0].reporter.source != "reporters" or not volume.isdigit():
            continue
        edition = editions[0]
        found.append(
            Token(
                token.start,
                token.end,
                int(volume),
                edition.short_name,
                int(page) if page.isdigit() else None,
                bool(token.short),
                edition.start.year if edition.start else None,
                edition.end.year if edition.end else None,
            )
        )
    return found
