"""What a person is told about a service: whether a letter leaves, for where, and what was wrong with an answer."""

from __future__ import annotations

import pytest

from nexus_desktop.models.service_models import ServiceProfile
from nexus_desktop.models.validation import Problem
from nexus_desktop.models.wording import problem_words, where_to


def service(address: str, review: str = "always") -> ServiceProfile:
    data = {"id": "a", "title": "Example AI", "kind": "compatible", "address": address, "model": "m", "review": review}
    return ServiceProfile.model_validate(data)


def test_it_is_said_whether_a_letter_leaves_the_machine_and_whether_it_is_seen_before() -> None:
    far = where_to(service("https://api.example/v1"))
    assert "leave this machine for Example AI (api.example)" in far
    assert "You see exactly what is sent" in far
    assert "on this machine" in where_to(service("http://127.0.0.1:8080/v1"))
    assert "the first time only" in where_to(service("https://api.example/v1", "first"))


@pytest.mark.parametrize(
    ("field", "begins"),
    [
        ("items.MR3.quotes.0", "A quote for “Records reviewed”"),
        ("items.MR3.level", "The judgment for “Records reviewed”"),
        ("citations.2", "An authority it named"),
        ("opinion.polarity", "The direction of the opinion"),
        ("elements.records_review", "What it said on “records review”"),
    ],
)
def test_a_path_is_told_in_words(field: str, begins: str) -> None:
    problem = Problem(field=field, rule="range", sentence=f"{field} is out of range and was left out.")
    assert problem_words(problem, {"MR3": "Records reviewed"}) == f"{begins} is out of range and was left out."
