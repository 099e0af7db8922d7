"""How far a cited case can be trusted: against the list by its fields, else against the tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from nexus_desktop.analysis.citations import captions, listed
from nexus_desktop.analysis.citations.captions import Caption
from nexus_desktop.analysis.citations.cases import CaseCitation
from nexus_desktop.analysis.citations.listed import Listed, ListedCase
from nexus_desktop.analysis.citations.plausibility import Plausibility
from nexus_desktop.models.authority_models import Authority
from nexus_desktop.models.citation_models import Standing

LOOK_IT_UP: Final = "Look it up before relying on it."
_LONGEST = 150  # pages of a decision


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is said of one citation. ``normal`` is how it is usually written."""

    standing: Standing
    reason: str
    normal: str
    authority: Authority | None = None
    right: str | None = None


class CaseJudge:
    """Judges cases by the list and the tables. Holds no state between texts."""

    def __init__(self, known: Listed, tables: Plausibility) -> None:
        self._known, self._tables = known, tables

    def full(self, one: CaseCitation) -> Verdict:
        """A case cited with its first page."""
        plaintiff, defendant = _parties(one.caption)
        place = listed.place_of(one)
        bad = None
        if plaintiff and defendant:
            bad = listed.bad_case(self._known, one, plaintiff, defendant, one.year)
        if bad is not None:
            at_place = self._known.cases.get(place) if place else None
            right = bad.entry.right
            told = f" Right would be {right}." if right else " No such decision can exist."
            return Verdict(
                Standing.KNOWN_BAD, f"A wrong citation met before: {bad.entry.kind}.{told}", normal(one),
                at_place.authority if at_place else None, right,
            )  # fmt: skip
        if place in self._known.vacated:
            case, where = self._known.vacated[place]
            return Verdict(Standing.DOUBTFUL, f"This decision was vacated: {where}.", case.cited, right=where)
        found = self._known.cases.get(place) if place else None
        if found is not None:
            return self._at_known_place(one, found, plaintiff, defendant)
        return self._elsewhere(one, plaintiff, defendant)

    def _at_known_place(
        self, one: CaseCitation, found: ListedCase, plaintiff: str | None, defendant: str | None
    ) -> Verdict:
        where = f"{one.volume} {one.reporter} {one.page}"
        problem = None
        if plaintiff is not None and not captions.same(plaintiff, found.plaintiff):
            slip = " The name is misspelled." if captions.close(plaintiff, found.plaintiff) else ""
            problem = f"At {where} stands {found.plaintiff} v. {found.defendant}, not {plaintiff}.{slip}"
        elif defendant is not None and not self._same_party(defendant, found.defendant):
            problem = f"At {where} stands {found.plaintiff} v. {found.defendant}; {defendant} was not the other party."
        elif one.year is not None and found.year is not None and one.year != found.year:
            problem = f"{found.plaintiff} v. {found.defendant} is of {found.year}, not of {one.year}."
        elif one.pin is not None and found.page > one.pin:
            problem = f"Page {one.pin} lies before its first page, {found.page}."
        problem = problem or self._tables.court(one.reporter, one.court)
        if problem:
            return Verdict(Standing.DOUBTFUL, problem, normal(one), found.authority, found.cited)
        return _known(found)

    def _elsewhere(self, one: CaseCitation, plaintiff: str | None, defendant: str | None) -> Verdict:
        """A place the list does not have: by the name, then by the tables."""
        problem = self._by_tables(one, plaintiff, defendant)
        same_name = [
            case
            for case in self._known.by_plaintiff.get(captions.folded(plaintiff or ""), [])
            if defendant is None or self._same_party(defendant, case.defendant)
        ]
        if same_name:
            listed_case = same_name[0]
            other_stage = (
                problem is None
                and all(case.reporter != one.reporter for case in same_name)
                and not any((case.volume, case.page) == (one.volume, one.page) for case in same_name)
            )
            has = f"The {listed_case.plaintiff} v. {listed_case.defendant} of our list is {_short(listed_case)}."
            if other_stage:
                return Verdict(
                    Standing.PLAUSIBLE, f"{has} This may be another stage of it. {LOOK_IT_UP}", normal(one),
                    right=listed_case.cited,
                )  # fmt: skip
            return Verdict(
                Standing.DOUBTFUL, f"{has}{' ' + problem if problem else ''}", normal(one),
                listed_case.authority, listed_case.cited,
            )  # fmt: skip
        if problem is not None:
            return Verdict(Standing.DOUBTFUL, problem, normal(one))
        unconfirmed = self._known.unconfirmed.get((one.reporter, one.volume, one.page or 0))
        if unconfirmed is not None:
            if plaintiff is not None and not captions.same(plaintiff, unconfirmed.plaintiff):
                return Verdict(
                    Standing.DOUBTFUL,
                    f"At that page {unconfirmed.plaintiff} is usually cited, not {plaintiff}.",
                    normal(one),
                )
            return Verdict(
                Standing.PLAUSIBLE, f"Met before, but our list could not confirm it. {LOOK_IT_UP}", normal(one)
            )
        return Verdict(
            Standing.PLAUSIBLE, f"Not in our list. {self._what_fits(one, defendant)} {LOOK_IT_UP}", normal(one)
        )

    def _by_tables(self, one: CaseCitation, plaintiff: str | None, defendant: str | None) -> str | None:
        years = self._tables.years_of(one.reporter, one.volume)
        ran = (one.first or 0, one.last or 9999)
        if years is None and one.year is not None and not ran[0] <= one.year <= ran[1]:
            return f"{one.reporter} has no volume of {one.year}."
        decided = (one.year, one.year) if one.year else years or ()
        return (
            self._tables.volume(one.reporter, one.volume, one.year)
            or self._tables.secretary(one.reporter, plaintiff, defendant, decided)
            or self._tables.court(one.reporter, one.court)
            or self._out_of_order(one)
        )

    def _out_of_order(self, one: CaseCitation) -> str | None:
        """The pages of a volume follow the days of decision: whether the listed ones around it are of other years."""
        if one.year is None or one.page is None:
            return None
        for case in self._known.cases.values():
            sure = case.authority is not None and case.authority.confidence == "high" and case.year is not None
            if not sure or (case.reporter, case.volume) != (one.reporter, one.volume) or case.year is None:
                continue
            late = case.page < one.page and case.year > one.year
            early = case.page > one.page and case.year < one.year
            if late or early:
                side = "after" if late else "before"
                return (
                    f"In volume {one.volume} page {one.page} comes {side} {case.plaintiff} v. {case.defendant} "
                    f"(page {case.page}), which is of {case.year}."
                )
        return None

    def _what_fits(self, one: CaseCitation, defendant: str | None) -> str:
        tested = self._tables.years_of(one.reporter, one.volume) is not None
        if one.year is None:
            return "No year is given."
        if not tested:
            return "Nothing here can test it."
        return (
            "Volume, year and Secretary fit each other."
            if self._tables.is_secretary(defendant)
            else ("Volume and year fit each other.")
        )

    # --- short forms and names ---------------------------------------------------------------------------------

    def short(self, one: CaseCitation, earlier: list[tuple[CaseCitation, Verdict]]) -> Verdict:
        """ "Stefl, 21 Vet. App. at 124": the case it stands for, cited before or in the list."""
        name = one.caption.plaintiff if one.caption else None
        for full, verdict in reversed(earlier):
            called = full.caption.plaintiff if full.caption else None
            if (full.reporter, full.volume) != (one.reporter, one.volume):
                continue
            if name is not None and called is not None and not captions.same(name, called):
                continue
            if one.pin is not None and full.page is not None and one.pin < full.page:
                return Verdict(
                    Standing.DOUBTFUL, f"Page {one.pin} lies before the first page of the case, {full.page}.",
                    normal(one), verdict.authority, verdict.normal,
                )  # fmt: skip
            return Verdict(
                verdict.standing, f"Short for {verdict.normal}. {verdict.reason}", normal(one), verdict.authority,
                verdict.right,
            )  # fmt: skip
        pin = one.pin or 0
        for case in self._known.cases.values():
            near = (case.reporter, case.volume) == (
                one.reporter,
                one.volume,
            ) and case.page <= pin < case.page + _LONGEST
            if near and name is not None and captions.same(name, case.plaintiff):
                return _known(case, f"Short for {case.cited}, which the text does not cite in full. ")
        called = f" of {name}" if name else ""
        return Verdict(Standing.DOUBTFUL, f"No full citation{called} stands before it.", normal(one))

    def name(self, caption: Caption, year: int | None) -> Verdict | None:
        """A case named without volume and page; None for one that is no business of VA."""
        plaintiff, defendant = _parties(caption)
        if plaintiff is None or defendant is None:
            return None
        written = f"{plaintiff} v. {defendant}"
        bad = listed.bad_case(self._known, None, plaintiff, defendant, year)
        if bad is not None:
            return Verdict(
                Standing.KNOWN_BAD, f"A wrong citation met before: {bad.entry.kind}. Right would be {bad.entry.right}.",
                written, right=bad.entry.right,
            )  # fmt: skip
        found = self._named(plaintiff, defendant)
        if len(found) > 1 and year is None:
            both = "; ".join(_short(case) for case in found)
            return Verdict(Standing.PLAUSIBLE, f"Our list has more than one case of this name: {both}.", written)
        right = next((case for case in found if year in (None, case.year)), None)
        if right is not None:
            return _known(right, "Named without volume and page. ")
        if found:
            of = f"{written} is of {found[0].year}, not of {year}."
            return Verdict(Standing.DOUBTFUL, of, written, found[0].authority, found[0].cited)
        return self._unknown_name(plaintiff, defendant, written)

    def _unknown_name(self, plaintiff: str, defendant: str, written: str) -> Verdict | None:
        secretary = self._tables.is_secretary(defendant) or self._tables.is_secretary(plaintiff)
        for case in self._known.cases.values():
            alike = captions.same(plaintiff, case.plaintiff) or (
                captions.close(plaintiff, case.plaintiff) and captions.same(defendant, case.defendant)
            )
            if secretary and alike:
                reason = f"Our list has {case.cited}. Is that meant?"
                return Verdict(Standing.DOUBTFUL, reason, written, case.authority, case.cited)
        if not secretary:
            return None
        return Verdict(
            Standing.DOUBTFUL,
            f"Named without volume and page, and no case of that name is in our list. {LOOK_IT_UP}",
            written,
        )

    def _named(self, plaintiff: str, defendant: str) -> list[ListedCase]:
        seen: dict[str, ListedCase] = {}
        for case in self._known.cases.values():
            fits = captions.same(plaintiff, case.plaintiff) and self._same_party(defendant, case.defendant)
            if fits and case.authority is not None:
                seen.setdefault(case.authority.id, case)
        return list(seen.values())

    def _same_party(self, written: str, known: str) -> bool:
        """Whether the other party is the listed one, by name or by office."""
        by_office = not captions.same(written, known) and self._tables.is_secretary(written)
        named = self._tables.is_secretary(known) and captions.folded(written).startswith("sec")
        return captions.same(written, known) or (by_office and named)


def _parties(caption: Caption | None) -> tuple[str | None, str | None]:
    return (caption.plaintiff, caption.defendant) if caption else (None, None)


def _short(case: ListedCase) -> str:
    return f"{case.volume} {case.reporter} {case.page} ({case.year})"


def _known(found: ListedCase, before: str = "") -> Verdict:
    authority = found.authority
    if authority is None:
        return Verdict(Standing.PLAUSIBLE, f"{before}Not in our list. {LOOK_IT_UP}", found.cited)
    return Verdict(Standing.KNOWN, before + in_the_list(authority), found.cited, authority)


def in_the_list(authority: Authority) -> str:
    """What the list says of an authority: what it is about, and whether it still holds."""
    seen = "" if authority.confidence == "high" else " Volume and page are not confirmed."
    status = "" if authority.status == "good law" else f" {authority.status[0].upper()}{authority.status[1:]}."
    return f"In our list: {authority.short}.{status}{seen}"


def normal(one: CaseCitation) -> str:
    """A case as it is usually written, from what was read."""
    plaintiff, defendant = _parties(one.caption)
    head = f"{plaintiff or '…'} v. {defendant}, " if defendant else f"{plaintiff}, " if plaintiff else ""
    if one.short:
        return f"{head}{one.volume} {one.reporter} at {one.pin}"
    page = one.page if one.page is not None else "___"
    dated = f" ({(one.court + ' ') if one.court else ''}{one.year})" if one.year else ""
    return f"{head}{one.volume} {one.reporter} {page}{dated}"
