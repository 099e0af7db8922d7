"""What can be tested of a citation with tables alone: volume against year, Secretary against year, number of section.

Each test answers with a sentence where something does not fit, and with None where it fits or cannot be tested.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from nexus_desktop.analysis.citations import captions
from nexus_desktop.models.authority_models import AuthorityFile, Secretary
from nexus_desktop.models.citation_models import CitationTables, ReporterTable, SectionRange

VETERANS_COURT: Final = "Vet. App."
_VOLUMES_A_YEAR = 2  # the most the Veterans Court has filled in one
_LAST_VOLUME = 999  # after it a series begins anew


class Plausibility:
    """The tests. ``this_year`` bounds what can have been decided yet."""

    def __init__(self, file: AuthorityFile, tables: CitationTables, this_year: int) -> None:
        self._veterans = file.vet_app_volume_years
        self._secretaries = file.secretaries
        self._reporters = {one.name: one for one in tables.reporters}
        self._sections = tables.sections
        self._last_paragraphs = tables.last_paragraphs
        self._this_year = this_year

    # --- cases ---------------------------------------------------------------------------------------------------

    def volume(self, reporter: str, volume: int, year: int | None) -> str | None:
        """Whether a volume exists, and carries decisions of a year."""
        if year is not None and year > self._this_year:
            return f"The year {year} is still to come."
        years = self.years_of(reporter, volume)
        if years is None:
            return None
        if years == ():
            return f"{reporter} has no volume {volume}."
        if year is None or years[0] <= year <= years[-1]:
            return None
        span = f"{years[0]}" if years[0] == years[-1] else f"{years[0]} to {years[-1]}"
        return f"Volume {volume} of {reporter} is of {span}, not of {year}."

    def years_of(self, reporter: str, volume: int) -> tuple[int, ...] | None:
        """First and last year of a volume; () where there is no such volume, None where no table tells."""
        if reporter == VETERANS_COURT:
            return self._of_veterans_court(volume)
        table = self._reporters.get(reporter)
        if table is None:
            return None
        if table.offset is not None:
            year = volume + table.offset
            return (year - table.slack, year + table.slack) if year - table.slack <= self._this_year else ()
        return _of_table(table, volume, self._this_year)

    def _of_veterans_court(self, volume: int) -> tuple[int, ...]:
        known = self._veterans.get(volume)
        if known is not None:
            return known
        last = max(self._veterans)
        if not 0 < volume <= last + _VOLUMES_A_YEAR * max(1, self._this_year - self._veterans[last][1]):
            return ()
        return self._veterans[last][1], self._this_year

    def court(self, reporter: str, court: str) -> str | None:
        """Whether the court in the parenthesis is one the reporter prints."""
        veterans = re.search(r"vet", court, re.IGNORECASE) is not None
        if not court:
            return None
        if reporter == VETERANS_COURT and not veterans and re.search(r"Cir\b|U\.S|S\. ?Ct", court):
            return f"Vet. App. prints decisions of the Veterans Court, not of another ({court})."
        table = self._reporters.get(reporter)
        if table is not None and table.courts and veterans:
            return f"{reporter} prints decisions of the courts of appeals, not of the Veterans Court."
        return None

    def secretary(
        self, reporter: str, plaintiff: str | None, defendant: str | None, years: Sequence[int]
    ) -> str | None:
        """Whether the Secretary named as a party held office in the years a decision can be of."""
        named = [term for party in (defendant, plaintiff) if party for term in self._terms(party)]
        if not named:
            private = defendant is not None and not re.search(
                r"sec|dep|admin|united|u\.s|veterans|west\b", defendant, re.IGNORECASE
            )
            if reporter == VETERANS_COURT and private and plaintiff is not None:
                return (
                    f"In the Veterans Court the other party is the Secretary, and no Secretary was named {defendant}."
                )
            return None
        if not years or any(_overlaps(term, years) for term in named):
            return None
        when = ", ".join(f"{term.from_year} to {term.to_year or 'now'}" for term in named)
        of = f"{years[0]}" if years[0] == years[-1] else f"{years[0]} to {years[-1]}"
        return f"{named[0].name} was Secretary {when}; the decision would be of {of}."

    def _terms(self, party: str) -> list[Secretary]:
        name = captions.folded(party)
        return [term for term in self._secretaries if captions.folded(term.name) == name]

    def is_secretary(self, party: str | None) -> bool:
        """Whether a party is a Secretary by name or by office."""
        if party is None:
            return False
        return (
            bool(self._terms(party))
            or re.match(r"(?:the )?(?:acting )?sec(?:retary|'y|y)\b", party, re.IGNORECASE) is not None
        )

    # --- codes ---------------------------------------------------------------------------------------------------

    def section(self, title: int, code: str, section: str) -> str | None:
        """Whether a section of title 38 can exist. Other titles are not tested."""
        if code == "C.F.R." and "." not in section:
            return "Sections of the Code of Federal Regulations are numbered by part and point, such as 3.303."
        if code == "U.S.C." and "." in section:
            return "Sections of the United States Code have no point; numbers such as 3.303 are of the C.F.R."
        name = f"{title} {code}"
        ranges = [one for one in self._sections if one.code == name]
        head = section.split(".")[0]
        if code == "C.F.R.":
            ranges = [one for one in ranges if one.first.split(".")[0] == head]
        number = _number(section)
        if not ranges or any(_number(one.first) <= number <= _number(one.last) for one in ranges):
            return None
        return f"{name} has no § {section}{_nearest(ranges, number)}."

    def tests_section(self, title: int, code: str, section: str) -> bool:
        """Whether the tables know the part or title that a section is of."""
        head = section.split(".")[0] + "."
        return any(
            one.code == f"{title} {code}" and (code == "U.S.C." or one.first.startswith(head)) for one in self._sections
        )

    def paragraph(self, normal: str, paragraphs: str) -> str | None:
        """Whether a section has the lettered paragraph that is cited. ``normal`` is the section without paragraphs."""
        last = self._last_paragraphs.get(normal)
        first = re.match(r"\(([a-zA-Z])\)", paragraphs)
        if last is None or first is None or (last and first.group(1).lower() <= last):
            return None
        has = f"its paragraphs end at ({last})" if last else "it has no lettered paragraphs"
        return f"{normal} has no paragraph ({first.group(1)}); {has}."

    # --- papers --------------------------------------------------------------------------------------------------

    def congress(self, congress: int, year: int | None) -> str | None:
        """Whether a Congress sat in a year: two years each, the 117th in 2021 and 2022."""
        first = 1787 + 2 * congress
        if first > self._this_year:
            return f"The {congress}th Congress has not sat yet."
        if year is not None and not first <= year <= first + 2:  # laws are signed in the first days of the next year
            return f"The {congress}th Congress sat in {first} and {first + 1}, not in {year}."
        return None


def _of_table(table: ReporterTable, volume: int, this_year: int) -> tuple[int, ...]:
    years = [year for year, (first, last) in table.volumes.items() if first <= volume <= last]
    if years:
        return min(years), max(years)
    newest = max(table.volumes)
    first, last = table.volumes[newest]
    if volume > last:
        most = last + (last - first) * (this_year - newest)
        return (newest, this_year) if last != _LAST_VOLUME and volume <= most else ()
    oldest = min(table.volumes)
    return (1, oldest) if 0 < volume < table.volumes[oldest][0] else ()


def _overlaps(term: Secretary, years: Sequence[int]) -> bool:
    return term.from_year <= years[-1] and (term.to_year is None or years[0] <= term.to_year)


def _number(section: str) -> int:
    """The number of a section within its part or title."""
    digits = re.match(r"\d+", section.split(".")[-1])
    return int(digits.group()) if digits else 0


def _nearest(ranges: Sequence[SectionRange], number: int) -> str:
    below = [one for one in ranges if _number(one.last) < number]
    above = [one for one in ranges if _number(one.first) > number]
    if below and above:
        last = max(below, key=lambda one: _number(one.last)).last
        first = min(above, key=lambda one: _number(one.first)).first
        return f" (between {last} and {first} there are none)"
    return f" (it ends at {max(ranges, key=lambda one: _number(one.last)).last})" if below else ""
