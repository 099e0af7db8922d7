"""A text as the finders of citations read it: lines joined, and reporters in the one spelling that eyecite knows.

Every character knows where it stands in the text given, so that each citation is quoted verbatim.
"""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass
from typing import Final

from nexus_desktop.analysis.rubric.reading import Reading, read
from nexus_desktop.models.analysis_models import Evidence

_LOOSE: Final[tuple[tuple[str, str], ...]] = (
    ("Vet. App.", r"(?:U\.? ?S\.? ?)?Vet(?:erans?'?)?[.,]? ?App(?:eals|ls)?\b[.,]?"),
    ("F.2d", r"F(?:ed)?\.? ?2 ?d\b\.?"),
    ("F.3d", r"F(?:ed)?\.? ?3 ?d\b\.?"),
    ("F.4th", r"F(?:ed)?\.? ?4 ?th\b\.?"),
    ("S. Ct.", r"S(?:up)?\. ?Ct\b\.?"),
)
"""How letters, scans and notes write the reporters of this field, without stops, spaces or capitals."""

_REPORTER: Final = re.compile(
    r"(?<![\w.])(?P<volume>\d{1,3})[ ,]*(?:"
    + "|".join(rf"(?P<r{at}>{pattern})" for at, (_, pattern) in enumerate(_LOOSE))
    + r")[ ,]*(?P<at>(?:at|pp?\.)[ ]+)?(?=\d|_{2})",
    re.IGNORECASE,
)
_CUE: Final = re.compile(r"\d[ ,]*[A-Z][\w.'’]*\.[\w.'’ ]{0,40}?(?:\d|_{2})|\d U\.?S\.? \d|\d WL \d")
"""What any reporter looks like; where nothing does, eyecite is not asked."""


@dataclass(frozen=True, slots=True)
class Spelled:
    """``text`` and the positions in ``reading`` that each of its characters stands for."""

    reading: Reading
    text: str
    starts: array[int]
    ends: array[int]

    def evidence(self, start: int, end: int) -> Evidence:
        """The words at ``start`` to ``end``, verbatim as given."""
        return self.reading.evidence(self.starts[start], self.ends[end - 1])

    @property
    def may_cite_cases(self) -> bool:
        """Whether anything looks like volume, reporter and page."""
        return _CUE.search(self.text) is not None


def spell(source: str) -> Spelled:
    """``source`` as the finders read it. Linear in its length."""
    reading = read(source)
    plain = re.sub(r"(?<!\n)\n(?!\n)|\t", " ", reading.text)  # a citation may run over the end of a line
    parts: list[str] = []
    starts, ends = array("q"), array("q")

    def copy(start: int, end: int) -> None:
        parts.append(plain[start:end])
        starts.extend(range(start, end))
        ends.extend(range(start + 1, end + 1))

    done = 0
    for match in _REPORTER.finditer(plain):
        copy(done, match.end("volume"))
        group = next(at for at in range(len(_LOOSE)) if match.group(f"r{at}"))
        new = f" {_LOOSE[group][0]} {'at ' if match.group('at') else ''}"
        parts.append(new)
        starts.extend([match.end("volume")] * len(new))
        ends.extend([match.end()] * len(new))
        done = match.end()
    copy(done, len(plain))
    return Spelled(reading, "".join(parts), starts, ends)
