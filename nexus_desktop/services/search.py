"""Search over every kept letter, finding and note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nexus_desktop.models.search_models import SearchFound, SearchHit, Term, terms_of
from nexus_desktop.storage import matters, search_index

if TYPE_CHECKING:
    from nexus_desktop.storage.store import Store


class Search:
    """The use case, on an open store. What was searched for is written nowhere."""

    def __init__(self, store: Store, *, enabled: bool) -> None:
        self._store, self.enabled = store, enabled

    def find(self, text: str, matter: str | None = None) -> tuple[tuple[Term, ...], SearchFound]:
        """What was asked for, taken apart, and everything that has it, in one matter or all. Raises MatterNotFound."""
        terms = terms_of(text) if self.enabled else ()
        with self._store.read() as session:
            matter_id = None if matter is None else matters.found(session, matter).id
            return terms, search_index.find(session, terms, matter_id)

    def page(self, terms: tuple[Term, ...], found: SearchFound, start: int, count: int) -> list[SearchHit]:
        """A page of hits with the words around them."""
        with self._store.read() as session:
            return search_index.hits(session, terms, found.places[start : start + count])
