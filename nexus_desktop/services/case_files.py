"""What the attorney keeps with a matter: known client fields and case facts, where it was switched on, and notes.

Client fields and facts identify a person. They are off by default, live in the encrypted store alone, are told in the
trail by their number only, and go with a purge of the matter. Notes are de-identified like letters.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import TYPE_CHECKING

from nexus_desktop.models.audit_chain import AuditAct, Body
from nexus_desktop.models.case_file import CaseFile, CaseHit, CaseView, Knowledge, MatterLine, MatterNote
from nexus_desktop.models.case_models import CaseFacts
from nexus_desktop.models.errors import CaseFileInvalid, CaseFileNotKept
from nexus_desktop.models.letter_models import ClientFields
from nexus_desktop.models.search_models import Excerpt, Term, terms_of
from nexus_desktop.storage import case_files, matters

if TYPE_CHECKING:
    from nexus_desktop.storage.store import Deed, Store

Cleaner = Callable[[str, ClientFields], tuple[str, int]]
"""Takes identifiers out of a person's words, and tells how many those were."""
BEFORE, AFTER = 40, 100
"""Characters of a note that are shown around what was found in it."""


class CaseFiles:
    """The use case, on an open store."""

    def __init__(self, store: Store, cleaned: Cleaner, actor: str) -> None:
        self._store, self._cleaned, self._actor = store, cleaned, actor

    # --- looking ---------------------------------------------------------------------------------------------------

    def board(self) -> list[MatterLine]:
        """Every matter with what is in it, open ones first."""
        with self._store.read() as session:
            return matters.board(session)

    def view(self, matter_id: str) -> CaseView:
        """Everything about one matter, what cannot be read of it named. Raises MatterNotFound."""
        with self._store.read() as session:
            matter = matters.found(session, matter_id)
            line = next(line for line in matters.board(session) if line.matter.id == matter.id)
            notes = tuple(case_files.notes_of(session, matter.id))
            try:
                return CaseView(line, case_files.of_matter(session, matter.id), notes)
            except CaseFileInvalid as error:
                return CaseView(line, None, notes, error)

    def knowledge(self, matter_id: str | None) -> Knowledge:
        """What a review in this matter begins with; nothing where nothing is kept. Raises CaseFileInvalid."""
        if matter_id is None:
            return Knowledge()
        with self._store.read() as session:
            file = case_files.of_matter(session, matter_id)
        return Knowledge(file.client, file.facts) if file is not None else Knowledge()

    # --- client and facts ------------------------------------------------------------------------------------------

    def switch(self, matter_id: str, *, on: bool) -> None:
        """Begin to keep client and facts with a matter, or take out what was kept. Raises MatterNotFound, ReviewCopy.

        Copies in older backups stay until those are deleted.
        """
        self._store.check_own()

        def work(deed: Deed) -> None:
            matter = matters.found(deed.session, matter_id)
            there = case_files.of_matter(deed.session, matter.id) if on else None
            if not on:
                case_files.forget(deed.session, [matter.id])
            elif there is None:
                case_files.keep(deed.session, CaseFile(matter.id, ClientFields(), CaseFacts(), deed.at))
            words = "client and facts may be kept" if on else "client and facts taken out"
            deed.tell(AuditAct.MATTER_CHANGED, matter.id, {"change": words})

        self._store.perform(work)

    def keep(self, matter_id: str, client: ClientFields, facts: CaseFacts) -> None:
        """Keep client fields and facts with a matter. Raises CaseFileNotKept where that is not switched on, ReviewCopy,
        MatterNotFound."""
        self._store.check_own()

        def work(deed: Deed) -> None:
            matter = matters.found(deed.session, matter_id)
            before = case_files.of_matter(deed.session, matter.id)
            if before is None:
                raise CaseFileNotKept
            if (before.client, before.facts) == (client, facts):
                return
            case_files.keep(deed.session, CaseFile(matter.id, client, facts, deed.at))
            values = sum(len(some) for some in (client.names, client.ssn, client.dob, client.va_file))
            told: Body = {"change": "client and facts entered", "client_values": values, "facts": _count(facts)}
            deed.tell(AuditAct.MATTER_CHANGED, matter.id, told)

        self._store.perform(work)

    # --- notes -----------------------------------------------------------------------------------------------------

    def cleaned(self, matter_id: str | None, phi_text: str) -> str:
        """What would be kept of a note, for a person to read first. Raises LetterEmpty, ResidualIdentifier."""
        return self._cleaned(phi_text, self.knowledge(matter_id).client)[0]

    def note(self, matter_id: str, phi_text: str) -> MatterNote:
        """Keep a note on a matter; identifiers found in it, known ones of the client included, are taken out first.

        Raises MatterNotFound, LetterEmpty, ResidualIdentifier, ReviewCopy.
        """
        self._store.check_own()
        with self._store.read() as session:
            matters.found(session, matter_id)
        text, redacted = self._cleaned(phi_text, self.knowledge(matter_id).client)
        note = MatterNote(str(uuid.uuid4()), matter_id, self._store.clock(), self._actor, text)

        def work(deed: Deed) -> None:
            case_files.add_note(deed.session, note)
            told: Body = {"matter_id": matter_id, "characters": len(text), "redacted": redacted}
            deed.tell(AuditAct.NOTE_KEPT, note.id, told)

        self._store.perform(work)
        return note

    def found(self, text: str) -> list[CaseHit]:
        """Matters that have every word in their numbers or in one note; what is kept of the client is not searched."""
        terms = terms_of(text)
        if not terms:
            return []
        with self._store.read() as session:
            listed = {matter.id: matter for matter in matters.listed(session)}
            notes = case_files.all_notes(session)
        hits = [
            CaseHit(matter, _excerpt(words, terms))
            for matter in listed.values()
            if _has_all(words := " · ".join(filter(None, (matter.reference, matter.client))), terms)
        ]
        return hits + [
            CaseHit(listed[note.matter_id], _excerpt(words, terms))
            for note in notes
            if _has_all(words := " ".join(note.text.split()), terms)
        ]


def _count(facts: CaseFacts) -> int:
    several = (facts.branches, facts.service, facts.service_connected, facts.claimed, facts.denials)
    return sum(len(one) for one in several) + (facts.born is not None)


def _places(words: str, term: Term) -> list[int]:
    """Where a term begins in a text: at the beginning of a word, and at its end unless it is a beginning only."""
    low, wanted, places, start = words.casefold(), term.text.casefold(), [], 0
    while (at := low.find(wanted, start)) >= 0:
        begins = at == 0 or not low[at - 1].isalnum()
        ends = at + len(wanted) == len(low) or not low[at + len(wanted)].isalnum()
        if begins and (ends or term.prefix):
            places.append(at)
        start = at + 1
    return places


def _has_all(words: str, terms: tuple[Term, ...]) -> bool:
    return all(_places(words, term) for term in terms)


def _excerpt(words: str, terms: tuple[Term, ...]) -> Excerpt:
    first = min(min(_places(words, term)) for term in terms)
    start, end = max(0, first - BEFORE), min(len(words), first + AFTER)
    lead, tail = "…" if start else "", "…" if end < len(words) else ""
    marked = [
        (at - start + len(lead), at - start + len(lead) + len(term.text))
        for term in terms
        for at in _places(words, term)
        if start <= at and at + len(term.text) <= end
    ]
    return Excerpt(f"{lead}{words[start:end]}{tail}", tuple(sorted(marked)))
