"""Every citation of a text with its standing: of a letter, of an answer by an AI, of a report of our own."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from nexus_desktop.analysis.citations import captions, cases, code_judging, codes, listed, literature, papers
from nexus_desktop.analysis.citations.captions import Caption
from nexus_desktop.analysis.citations.case_judging import CaseJudge, Verdict
from nexus_desktop.analysis.citations.cases import CaseCitation, Repeated
from nexus_desktop.analysis.citations.plausibility import Plausibility
from nexus_desktop.analysis.citations.spelling import Spelled, spell
from nexus_desktop.models.analysis_models import Evidence
from nexus_desktop.models.authority_models import AuthorityFile
from nexus_desktop.models.citation_models import (
    Citation,
    CitationForm,
    CitationKind,
    CitationReport,
    CitationTables,
    Proposition,
    Standing,
)

_KINDS: Final = {"C.F.R.": CitationKind.REGULATION, "U.S.C.": CitationKind.STATUTE}
_YEAR_BEHIND: Final = re.compile(r"\s*\((?:[^()\d]{0,30} )?((?:19|20)\d\d)\)")
_CLAUSE_BEFORE: Final = re.compile(r"[;\n]|(?<=[a-z]{4})\. |(?<=[)\]])\. ")
_CLAUSE_AFTER: Final = re.compile(r"[;\n]|(?:(?<=[a-z]{4})|(?<=[)\]]))\.(?= [A-Z]|\s*$)")
_WINDOW = 220  # characters either side in which the point is looked for that a citation is used for


class CitationChecker:
    """Finds and judges. Made once; holds no state between texts."""

    def __init__(self, file: AuthorityFile, tables: CitationTables, this_year: int) -> None:
        """Raises ValueError where the tables name an authority that is not in the file."""
        ids = {authority.id for authority in file.authorities}
        unknown = sorted({one.authority for one in tables.propositions} - ids)
        if unknown:
            raise ValueError(f"the citation tables name unknown authorities: {', '.join(unknown)}")
        self._known = listed.read_list(file)
        self._tables = Plausibility(file, tables, this_year)
        self._cases = CaseJudge(self._known, self._tables)
        self._propositions = tables.propositions

    def report(self, text: str) -> CitationReport:
        """Citations and literature of ``text``, with offsets into it. Linear in its length."""
        spelled = spell(text)
        citations = tuple(self._citations(spelled))
        taken = [(one.evidence.start, one.evidence.end) for one in citations]
        return CitationReport(citations=citations, references=literature.references(spelled, taken))

    def one(self, text: str) -> Citation:
        """One authority as a string, as an AI gives it: the worst of what it holds, doubtful where it holds none."""
        found = self._citations(spell(text))
        if found:
            return max(found, key=lambda one: (one.standing.rank, -one.evidence.start))
        return Citation(
            kind=CitationKind.OTHER,
            form=CitationForm.FULL,
            standing=Standing.DOUBTFUL,
            reason="This does not read as a citation of law.",
            normal=text.strip() or "…",
            evidence=Evidence(quote=text or " ", start=0, end=max(1, len(text))),
        )

    # --- finding, in the order of the text -----------------------------------------------------------------------

    def _citations(self, spelled: Spelled) -> list[Citation]:
        found = self._of_cases(spelled)
        found += self._of_codes(spelled)
        found += self._of_papers(spelled)
        found = _apart(found)
        found += [one for one in self._of_names(spelled, found) if not _within(one, found)]
        found = sorted(found, key=lambda one: one.evidence.start)
        found += [one for one in self._repeated(spelled, found) if not _within(one, found)]
        return sorted(found, key=lambda one: one.evidence.start)

    def _of_cases(self, spelled: Spelled) -> list[Citation]:
        found: list[Citation] = []
        full: list[tuple[CaseCitation, Verdict]] = []
        for one in cases.find(spelled):
            verdict = self._cases.short(one, full) if one.short else self._cases.full(one)
            if one.parallel and full and verdict.standing is Standing.PLAUSIBLE:
                beside = full[-1][1]
                reason = f"Printed beside {beside.normal}; this reporter is not tested."
                verdict = replace(verdict, reason=reason, authority=beside.authority)
            if not one.short:
                full.append((one, verdict))
            form = CitationForm.SHORT if one.short else CitationForm.FULL
            found.append(self._made(spelled, one.start, one.end, CitationKind.CASE, form, verdict))
        return found

    def _of_codes(self, spelled: Spelled) -> list[Citation]:
        found = []
        for one in codes.find(spelled.text, self._known.homes):
            verdict = code_judging.code(self._known, self._tables, one)
            kind = _KINDS.get(one.code or "", CitationKind.OTHER)
            form = CitationForm.SHORT if one.bare else CitationForm.FULL
            found.append(self._made(spelled, one.start, one.end, kind, form, verdict))
        return found

    def _of_papers(self, spelled: Spelled) -> list[Citation]:
        found = []
        for one in papers.find(spelled.text):
            verdict = code_judging.paper(self._known, self._tables, one)
            found.append(self._made(spelled, one.start, one.end, one.kind, CitationForm.FULL, verdict))
        return found

    def _of_names(self, spelled: Spelled, found: list[Citation]) -> list[Citation]:
        """Cases named alone. One that the text cites in full elsewhere stands as that does."""
        named = []
        for caption in captions.all_in(spelled.text):
            evidence = spelled.evidence(caption.start, caption.end)
            if any(one.evidence.start < evidence.end and evidence.start < one.evidence.end for one in found):
                continue
            year = _YEAR_BEHIND.match(spelled.text, caption.end)
            verdict = self._as_cited(caption, found) or self._cases.name(caption, int(year.group(1)) if year else None)
            if verdict is not None:
                end = year.end() if year else caption.end
                named.append(self._made(spelled, caption.start, end, CitationKind.CASE, CitationForm.NAME, verdict))
        return named

    @staticmethod
    def _as_cited(caption: Caption, found: Iterable[Citation]) -> Verdict | None:
        written = captions.folded(f"{caption.plaintiff}v{caption.defendant}")
        for one in found:
            if one.kind is CitationKind.CASE and captions.folded(one.normal).startswith(written) and not one.authority:
                return Verdict(one.standing, f"Cited in full elsewhere. {one.reason}", one.normal, right=one.right)
        return None

    def _repeated(self, spelled: Spelled, found: list[Citation]) -> list[Citation]:
        """ "Id." and "supra": what they stand for, and how that stands."""
        repeated = []
        for one in cases.repeated(spelled.text):
            evidence = spelled.evidence(one.start, one.end)
            before = [other for other in found if other.evidence.end <= evidence.start]
            meant = _meant(one, before)
            if meant is None:
                reason = "Nothing is cited before it that it could stand for."
                verdict = Verdict(Standing.DOUBTFUL, reason, evidence.quote)
                repeated.append(_citation(evidence, CitationKind.OTHER, CitationForm.REPEATED, verdict))
            else:
                reason = f"Stands for {meant.normal}. {meant.reason}"
                update = {"form": CitationForm.REPEATED, "evidence": evidence, "reason": reason}
                repeated.append(meant.model_copy(update=update))
        return repeated

    # --- what it is used for -----------------------------------------------------------------------------------

    def _made(
        self, spelled: Spelled, start: int, end: int, kind: CitationKind, form: CitationForm, verdict: Verdict
    ) -> Citation:
        misused = self._misused(spelled.text, start, end, verdict)
        if misused is not None:
            verdict = Verdict(
                Standing.KNOWN_BAD, f"The citation is right and the point is not. {misused.reason}", verdict.normal,
                verdict.authority, misused.right,
            )  # fmt: skip
        return _citation(spelled.evidence(start, end), kind, form, verdict)

    def _misused(self, text: str, start: int, end: int, verdict: Verdict) -> Proposition | None:
        if verdict.standing is not Standing.KNOWN or verdict.authority is None:
            return None
        about = [one for one in self._propositions if one.authority == verdict.authority.id]
        if not about:
            return None
        clause = _clause(text, start, end).lower()
        return next((one for one in about if _says(clause, one)), None)


def _citation(evidence: Evidence, kind: CitationKind, form: CitationForm, verdict: Verdict) -> Citation:
    return Citation(
        kind=kind,
        form=form,
        standing=verdict.standing,
        reason=verdict.reason,
        normal=verdict.normal,
        evidence=evidence,
        authority=verdict.authority.id if verdict.authority else None,
        right=verdict.right,
    )


def _apart(found: list[Citation]) -> list[Citation]:
    """Citations that do not overlap; of two that do, the longer."""
    kept: list[Citation] = []
    for one in sorted(found, key=lambda one: (one.evidence.start, -one.evidence.end)):
        if not kept or one.evidence.start >= kept[-1].evidence.end:
            kept.append(one)
    return kept


def _within(one: Citation, found: list[Citation]) -> bool:
    return any(one.evidence.start < other.evidence.end and other.evidence.start < one.evidence.end for other in found)


def _meant(one: Repeated, before: list[Citation]) -> Citation | None:
    if one.name is None:
        return before[-1] if before else None
    name = captions.folded(one.name)
    return next(
        (other for other in reversed(before) if captions.folded(other.normal).startswith(name)),
        None,
    )


def _clause(text: str, start: int, end: int) -> str:
    """The words around a citation that belong to it: its clause, and no more than its paragraph."""
    before = text[max(0, start - _WINDOW) : start]
    cuts = list(_CLAUSE_BEFORE.finditer(before))
    head = before[cuts[-1].end() :] if cuts else before
    after = text[end : end + _WINDOW]
    cut = _CLAUSE_AFTER.search(after)
    return head + text[start:end] + (after[: cut.start()] if cut else after)


def _says(clause: str, one: Proposition) -> bool:
    """Whether a clause holds a word of every group."""
    return all(any(_has(clause, word) for word in group) for group in one.words)


def _has(clause: str, word: str) -> bool:
    ending = r"\w*" if word.endswith("*") else r"\b"
    return re.search(rf"\b{re.escape(word.rstrip('*').lower())}{ending}", clause) is not None
