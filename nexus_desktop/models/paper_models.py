"""The papers that can be made of kept analyses: which, in what format, with what in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum


class ReportKind(StrEnum):
    """The file formats."""

    HTML = "html"
    DOCX = "docx"
    PDF = "pdf"
    JSON = "json"


class Paper(StrEnum):
    """What can be made of an analysis."""

    ANALYSIS = "analysis"
    DOCTOR_REQUEST = "doctor_request"
    MEMO = "memo"
    CLIENT_LETTER = "client_letter"
    WORK_RECORD = "work_record"


@dataclass(frozen=True, slots=True)
class Wishes:
    """How a paper is made: ``originals`` maps tags to what they stand for, and marks the paper."""

    paper: Paper = Paper.ANALYSIS
    originals: Mapping[str, str] | None = None
    enclosures: Sequence[str] = ()
    letterhead: Sequence[str] = ()


AS_IT_IS = Wishes()


class Mode(StrEnum):
    """How two letters are compared."""

    REVISION = "revision"  # first: the earlier version; second: the revised one
    REPORT = "report"  # first: the private opinion; second: the report of the other side
