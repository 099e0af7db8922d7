"""A letter on its way from a file to text that an engine may see.

``Letter`` holds PHI. ``Finding`` says where an identifier may stand in it. ``Decision`` is what a person made of a
finding. ``DeidentifiedText`` is the only text an engine can be given, and security.phi_deidentifier its only maker.
All offsets count characters (code points) of ``Letter.phi_text``, end exclusive.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from nexus_desktop.models.derived_facts import DerivedFacts


class Level(StrEnum):
    """How much is removed; each level removes all that the one before does."""

    MINIMAL = "minimal"
    MODERATE = "moderate"  # the identifier types of HIPAA Safe Harbor, 45 C.F.R. § 164.514(b)(2)
    STRICT = "strict"

    @property
    def rank(self) -> int:
        return list(Level).index(self)


class PhiCategory(StrEnum):
    """Kinds of identifiers; config/compliance.yaml says from which level on each is removed."""

    PATIENT = "PATIENT"
    RELATIVE = "RELATIVE"  # family, household, comrades, lay witnesses
    SSN = "SSN"  # whole or last four
    DOB = "DOB"
    VA_FILE = "VA_FILE"  # C-file, claim and docket numbers
    SERVICE_NO = "SERVICE_NO"
    DOD_ID = "DOD_ID"  # EDIPI
    MRN = "MRN"
    PLAN_ID = "PLAN_ID"
    ACCOUNT = "ACCOUNT"
    PHONE = "PHONE"
    FAX = "FAX"
    EMAIL = "EMAIL"
    URL = "URL"
    IP = "IP"
    STREET = "STREET"
    VEHICLE = "VEHICLE"
    DEVICE = "DEVICE"
    DATE = "DATE"  # finer than a year
    AGE90 = "AGE90"  # an age over 89
    CITY = "CITY"
    COUNTY = "COUNTY"
    ZIP = "ZIP"
    LICENSE = "LICENSE"  # licence, NPI, DEA, bar number
    EMPLOYER = "EMPLOYER"
    PROVIDER = "PROVIDER"
    FACILITY = "FACILITY"
    UNIT = "UNIT"
    STATION = "STATION"
    CUSTOM = "CUSTOM"  # a rule of the firm's own


class Verdict(StrEnum):
    """What the detectors advise: take it out, or let the person look."""

    REDACT = "redact"
    ASK = "ask"


class LetterKind(StrEnum):
    """What the file was, by its content."""

    PDF = "pdf"
    DOCX = "docx"
    RTF = "rtf"
    TEXT = "text"
    IMAGE = "image"  # a scan or a photo
    PASTED = "pasted"


@dataclass(frozen=True, slots=True)
class UnsureWord:
    """A word of a scan that was hardly legible: its place in the text, and a confidence from 0 to 1."""

    start: int
    end: int
    confidence: float


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter as read: text that is PHI, and facts about the reading that are not.

    ``parts_found`` and ``parts_used`` name places of text in the file (``body``, ``header``, ``footnote`` …): what is
    found and not used was not read, and so is neither redacted nor analyzed. ``pages`` is None where the kind has none.
    """

    phi_text: str = field(repr=False)
    kind: LetterKind
    sha256: str
    size: int
    pages: int | None = None
    encoding: str | None = None
    parts_found: tuple[str, ...] = ()
    parts_used: tuple[str, ...] = ()
    unsure: tuple[UnsureWord, ...] = ()

    @property
    def scanned(self) -> bool:
        """Whether any of it was read from a picture."""
        return any(part.endswith("scanned") for part in self.parts_used)


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page of a letter, counted from 1, as PNG: 8 bits each of red, green and blue. PHI, in memory only."""

    page: int
    pages: int
    png: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class ClientFields:
    """What the attorney knows of the client, matched everywhere in a letter whatever its form.

    Values as a person types them. ``names`` holds full names, former names and nicknames. All of it is PHI.
    """

    names: tuple[str, ...] = ()
    ssn: tuple[str, ...] = ()
    dob: tuple[str, ...] = ()
    va_file: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return f"ClientFields({sum(len(values) for values in (self.names, self.ssn, self.dob, self.va_file))} values)"

    def __bool__(self) -> bool:
        return bool(self.names or self.ssn or self.dob or self.va_file)


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """A place in the letter that is, or may be, an identifier.

    ``score`` is the detector's strength of belief from 0 to 1; ``reason`` a short plain phrase without letter text
    ("follows the label 'SSN'"), shown to the person.
    """

    start: int
    end: int
    category: PhiCategory
    verdict: Verdict = Verdict.REDACT
    detector: str = ""
    score: float = 1.0
    reason: str = ""

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a finding needs 0 <= start < end, not {self.start}, {self.end}")


PERSON = "person"
"""The detector name of a finding that a person added."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What someone made of a finding: removed or kept. ``by`` is a user name or a documented rule."""

    finding: Finding
    redact: bool
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Replacement:
    """One identifier taken out: where it stood in the letter, and where its tag stands in the redacted text."""

    start: int
    end: int
    tag: str
    tag_start: int
    category: PhiCategory

    @property
    def tag_end(self) -> int:
        return self.tag_start + len(self.tag)


@dataclass(frozen=True, slots=True)
class DeidentifiedText:
    """Reviewed text with stable tags in place of identifiers: what engines, prompts and the store are given.

    Made by security.phi_deidentifier and nowhere else (a test counts the callers). ``replacements`` are in order;
    ``facts`` say what dates and places meant before they were taken out.
    """

    text: str
    level: Level
    sha256: str
    replacements: tuple[Replacement, ...] = ()
    facts: DerivedFacts = field(default_factory=DerivedFacts)

    def counts(self) -> dict[str, int]:
        """How many places of each category were taken out, by name of category."""
        found: dict[str, int] = {}
        for replacement in self.replacements:
            found[replacement.category] = found.get(replacement.category, 0) + 1
        return dict(sorted(found.items()))

    def to_original(self, start: int, end: int) -> tuple[int, int]:
        """Offsets into the letter of a span of this text. A span that touches a tag takes in the whole identifier."""
        return self._map(start, at_end=False), self._map(end, at_end=True)

    def _map(self, offset: int, *, at_end: bool) -> int:
        shift = 0  # by how much the letter is ahead of this text, behind the last tag passed
        for one in self.replacements:
            if offset <= one.tag_start:
                break
            if offset < one.tag_end:
                return one.end if at_end else one.start
            shift = one.end - one.tag_end
        return offset + shift
