"""A letter against the facts of the case: what disagrees is told with its words, what agrees is left alone."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from nexus_desktop.analysis.case_facts import conflicts
from nexus_desktop.models.analysis_models import Certainty
from nexus_desktop.models.case_models import CaseFacts, Conflict, ConflictKind, PartialDate

FACTS: dict[str, Any] = {
    "branch": "Army",
    "service": [{"from": 1968, "to": 1972}],
    "born": 1949,
    "service_connected": ["left knee strain", "PTSD"],
    "claimed": ["right hip osteoarthritis"],
    "denials": [{"condition": "right hip osteoarthritis", "date": "2019-06", "reason": "hip due to aging and obesity"}],
}
LETTER = """March 4, 2022

RE: Right hip osteoarthritis

I am an orthopedic surgeon. My father served in the Navy from 1940 to 1946, and I served in the Air Force from 1990 to 1994.

History. The veteran is a 72-year-old man who served on active duty in the Army from May 1968 to April 1972, with a tour in Vietnam from 1969 to 1970. He enlisted at age 19 in 1968. In 1970, while on active duty, he twisted his left knee. He was discharged in 1972.

He has a service-connected left knee strain. His service-connected PTSD is treated by others. VA denied the right hip claim in June 2019, because the examiner put it down to aging and obesity. I do not agree: he was lean until 2005, and his age is not in the pattern of the films.

Opinion. In my opinion it is at least as likely as not that the right hip osteoarthritis was caused by the altered gait from his service-connected left knee strain.

Sincerely,
/s/ [PROVIDER 1], MD
"""  # noqa: E501 - a paragraph a line, as word processors write


def found(text: str, known: dict[int, PartialDate] | None = None, **changed: Any) -> tuple[Conflict, ...]:
    conflicts_found = conflicts(text, CaseFacts.model_validate(FACTS | changed), known or {})
    for one in conflicts_found:
        assert one.sentence.endswith(".")
        for evidence in one.evidence:
            assert text[evidence.start : evidence.end] == evidence.quote
    return conflicts_found


def kinds(one: tuple[Conflict, ...]) -> list[tuple[ConflictKind, Certainty]]:
    return [(conflict.kind, conflict.certainty) for conflict in one]


HIGH, FAIR, LOW = Certainty.HIGH, Certainty.FAIR, Certainty.LOW


def test_a_letter_that_agrees_has_no_conflict() -> None:
    assert found(LETTER) == ()


def test_without_facts_nothing_is_said() -> None:
    assert conflicts(LETTER, CaseFacts()) == ()
    assert conflicts("", CaseFacts.model_validate(FACTS)) == ()


@pytest.mark.parametrize(
    ("old", "new", "kind", "certainty"),
    [
        ("from May 1968 to April 1972", "from May 1971 to April 1973", ConflictKind.SERVICE, HIGH),
        ("from May 1968 to April 1972", "from 1968 to 1971", ConflictKind.SERVICE, FAIR),
        ("from May 1968 to April 1972", "from [DATE 2, 1971] to [DATE 3, 1973]", ConflictKind.SERVICE, HIGH),
        ("from May 1968 to April 1972", "(1971-1973)", ConflictKind.SERVICE, HIGH),
        ("He enlisted at age 19 in 1968.", "He enlisted in 1971.", ConflictKind.SERVICE, HIGH),
        ("He was discharged in 1972.", "He was honorably discharged in 1974.", ConflictKind.SERVICE, HIGH),
        ("In 1970, while on active duty", "In 1974, while on active duty", ConflictKind.SERVICE, HIGH),
        ("In 1970, while on active duty, he", "While stationed at [STATION 1] in 1975 he", ConflictKind.SERVICE, HIGH),
        ("duty in the Army", "duty in the Navy", ConflictKind.BRANCH, HIGH),
        ("duty in the Army", "duty in the Marine Corps", ConflictKind.BRANCH, HIGH),
        ("a 72-year-old man", "a 58-year-old man", ConflictKind.AGE, HIGH),
        ("enlisted at age 19 in 1968", "enlisted at age 23 in 1968", ConflictKind.AGE, HIGH),
        ("enlisted at age 19 in 1968", "enlisted at age 21 in 1968", ConflictKind.AGE, FAIR),
        ("The veteran is", "Date of birth: [DOB 1, 1955]. The veteran is", ConflictKind.AGE, HIGH),
        (
            "that the right hip osteoarthritis was caused",
            "that the left hip osteoarthritis was caused",
            ConflictKind.SIDE,
            HIGH,
        ),
        (
            "has a service-connected left knee strain",
            "has a service-connected lumbar strain",
            ConflictKind.ANCHOR,
            HIGH,
        ),
        (
            "has a service-connected left knee strain",
            "has tinnitus, which is service connected",
            ConflictKind.ANCHOR,
            HIGH,
        ),
        (
            "has a service-connected left knee strain",
            "has a service-connected right knee strain",
            ConflictKind.ANCHOR,
            HIGH,
        ),
        ("His service-connected PTSD", "His service-connected depression", ConflictKind.ANCHOR, LOW),
        ("claim in June 2019", "claim in June 2017", ConflictKind.DENIAL, FAIR),
    ],
)
def test_what_disagrees_is_told_with_its_words(old: str, new: str, kind: ConflictKind, certainty: Certainty) -> None:
    assert old in LETTER
    text = LETTER.replace(old, new).replace(
        "He enlisted at age 19 in 1968. ", "" if "enlist" not in old else "He enlisted at age 19 in 1968. "
    )
    text = text.replace(" in the Army", "") if kind is ConflictKind.BRANCH and "Army" in new else text
    told = found(text)
    assert (kind, certainty) in kinds(told)
    assert {one.kind for one in told} == {kind}
    assert all(one.evidence for one in told)
    assert any(one.contradicts_premise for one in told) is (certainty is HIGH)


@pytest.mark.parametrize(
    ("changed", "kind", "certainty"),
    [
        ({"claimed": ["left hip osteoarthritis"]}, ConflictKind.SIDE, HIGH),
        ({"service": [{"from": 1971, "to": 1973}]}, ConflictKind.SERVICE, HIGH),
        ({"born": 1941}, ConflictKind.AGE, HIGH),
        ({"branch": ["Navy", "Air Force"]}, ConflictKind.BRANCH, HIGH),
        ({"service_connected": ["lumbar strain"]}, ConflictKind.ANCHOR, HIGH),
        ({"claimed": ["right hip osteoarthritis", "tinnitus"]}, ConflictKind.UNADDRESSED, HIGH),
        ({"claimed": ["right hip osteoarthritis", "PTSD"]}, ConflictKind.UNADDRESSED, FAIR),
        (
            {"denials": [{"condition": "right hip", "reason": "postservice motorcycle accident"}]},
            ConflictKind.DENIAL,
            LOW,
        ),
    ],
)
def test_what_was_entered_decides(changed: dict[str, Any], kind: ConflictKind, certainty: Certainty) -> None:
    told = found(LETTER, **changed)
    assert (kind, certainty) in kinds(told)


@pytest.mark.parametrize(
    "new",
    [
        "who served on active duty in the Army from 1968 until 1972",
        "who served on active duty in the Army ([DATE 2, 1968] to [DATE 3, 1972])",
        "who served on active duty in the Army",
        "who served in the Army in Vietnam from 1969 to 1970",
        "an Army veteran whose records run from 1966 to 1975",
        "who served in the Army; veterans who served in Vietnam from 1962 to 1975 are presumed exposed",
        "who served in the Army and worked as a welder from 1975 to 1999",
        "who served in the Army; his brother, in the Navy, served from 1975 to 1979",
    ],
)
def test_what_agrees_in_other_words_is_left_alone(new: str) -> None:
    text = LETTER.replace("who served on active duty in the Army from May 1968 to April 1972", new)
    assert found(text) == ()


@pytest.mark.parametrize(
    "new",
    [
        "He is seeking service connection for a lumbar strain, and is not service connected for tinnitus.",
        "I was asked whether his lumbar strain should be service connected.",
        "His lumbar strain is not service-connected. He denied any back injury.",
        "He claims that his service-connected knee caused a lumbar strain.",
        "His non-service-connected lumbar strain is treated at [FACILITY 1].",
    ],
)
def test_what_is_not_called_service_connected_is_no_anchor(new: str) -> None:
    assert [
        one
        for one in found(LETTER.replace("He was discharged", f"{new} He was discharged"))
        if one.kind is ConflictKind.ANCHOR
    ] == []


def test_a_redacted_date_is_compared_by_what_stood_there() -> None:
    text = LETTER.replace("from May 1968 to April 1972", "from [DATE 2] to [DATE 3]").replace(" in 1968", "")
    assert [one for one in found(text) if one.kind is ConflictKind.SERVICE] == []
    first, last = text.index("[DATE 2]"), text.index("[DATE 3]")
    known = {first: PartialDate.model_validate("1971-05-02"), last: PartialDate.model_validate("1973-04-30")}
    (one,) = [one for one in found(text, known) if one.kind is ConflictKind.SERVICE]
    assert one.certainty is HIGH
    assert "1971 to 1973" in one.sentence
    agreeing = {first: PartialDate.model_validate("1968-05-02"), last: PartialDate.model_validate("1972-04-30")}
    assert [one for one in found(text, agreeing) if one.kind is ConflictKind.SERVICE] == []


def test_no_sentence_names_more_of_a_date_than_its_year() -> None:
    facts = {
        "service": [{"from": "1968-11-23", "to": "1972-12-27"}],
        "denials": [{"condition": "hip", "date": "2019-09-28"}],
    }
    told = found(LETTER, **facts)
    assert (ConflictKind.SERVICE, LOW) in kinds(told)
    for one in told:
        for part in ("11", "23", "12", "27", "28", "09", "November", "September"):
            assert part not in one.sentence.replace("2019", "")


@pytest.mark.parametrize(
    "wrong",
    [
        {"service": [{"from": 1972, "to": 1968}]},
        {"service": [{"from": 1960, "to": 1964}], "born": 1950},
        {"born": 49},
        {"branch": "cavalry"},
        {"service": [{"from": "spring 1968"}]},
        {"unknown": 1},
        {"claimed": [""]},
    ],
)
def test_facts_that_cannot_be_are_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError) as caught:
        CaseFacts.model_validate(wrong)
    assert "input_value" not in str(caught.value)


def test_dates_are_read_as_people_write_them() -> None:
    facts = CaseFacts.model_validate(
        {"service": [{"from": 1968, "to": "1971-04"}, {"from": "1980-05-02"}], "branch": ["USMC", "U.S. Army"]}
    )
    assert [one.start.year for one in facts.service] == [1968, 1980]
    assert facts.service[0].end == PartialDate(year=1971, month=4)
    assert [one.value for one in facts.branches] == ["marine corps", "army"]
    assert "1968" not in repr(facts)
