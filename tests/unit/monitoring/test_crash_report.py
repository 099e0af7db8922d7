"""A report of a crash says where and what kind, and holds nothing of a letter."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pydantic
import pytest

from nexus_desktop.models.letter_models import Level
from nexus_desktop.monitoring import structured_logger
from nexus_desktop.monitoring.crash_report import CrashReport, report_of
from tests.letters import SURNAME

NOW = datetime(2026, 11, 26, 12, 0, tzinfo=UTC)


def broken(phi_text: str) -> CrashReport:
    """A bug whose message and variables quote a letter."""
    try:
        Level(phi_text)
    except ValueError as error:
        error.add_note(phi_text)
        return report_of(error, NOW)
    raise AssertionError


def test_kind_and_place_are_told_and_the_text_is_not() -> None:
    structured_logger.silence()
    structured_logger.event(structured_logger.Event.LETTER_READ, pages=3)
    report = broken(f"Ms. {SURNAME}")
    assert report.exception == "ValueError"
    assert SURNAME not in report.as_text()
    assert json.loads(report.log[-1])["pages"] == 3


def test_places_in_this_program_have_a_line() -> None:
    try:
        structured_logger._clean({"kind": _Explosive()})
    except RuntimeError as error:
        places = report_of(error, NOW).places
    assert any(place.startswith("nexus_desktop.monitoring.structured_logger:") for place in places)
    assert SURNAME not in " ".join(places)


class _Explosive:
    """Breaks when it is asked what it is."""

    @property  # type: ignore[misc]
    def __class__(self) -> type:
        raise RuntimeError(SURNAME)


def test_an_exception_of_a_library_is_named_with_its_library() -> None:
    with pytest.raises(pydantic.ValidationError) as caught:
        pydantic.TypeAdapter(int).validate_python(SURNAME)
    assert report_of(caught.value, NOW).exception.startswith("pydantic_core.")


def test_two_failures_of_one_moment_have_reports_of_their_own() -> None:
    names = {report_of(error, NOW).name for error in (ValueError(), LookupError())}
    assert len(names) == 2
