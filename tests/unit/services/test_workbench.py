"""The gate before an engine: nothing undecided, nothing of another letter, nothing left over gets through."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from threading import Event

import pytest

from nexus_desktop.bootstrap import Bootstrap
from nexus_desktop.models.errors import Cancelled, ResidualIdentifier, ReviewIncomplete, ReviewMismatch
from nexus_desktop.models.letter_models import ClientFields, Decision, Finding, Level, PhiCategory
from nexus_desktop.services.workbench import Preparation, Workbench
from tests.letters import LETTER, NAME, SURNAME

NOW = datetime(2026, 11, 26, tzinfo=UTC)


@pytest.fixture(scope="module")
def workbench() -> Workbench:
    return Bootstrap().workbench()


def prepared(workbench: Workbench, text: str = LETTER, client: ClientFields | None = None) -> Preparation:
    return workbench.prepare(workbench.read_pasted(text), Level.MODERATE, client or ClientFields(), Event())


def all_removed(preparation: Preparation) -> list[Decision]:
    return [Decision(finding, redact=True, by="ann", at=NOW) for finding in preparation.findings]


def test_a_finding_without_a_decision_stops_the_letter(workbench: Workbench) -> None:
    preparation = prepared(workbench)
    with pytest.raises(ReviewIncomplete) as caught:
        workbench.deidentify(preparation, all_removed(preparation)[2:])
    assert caught.value.numbers == {"left": 2}


def test_decisions_of_another_letter_are_refused(workbench: Workbench) -> None:
    preparation = prepared(workbench)
    foreign = Finding(0, 5, PhiCategory.CITY, detector="cities")
    with pytest.raises(ReviewMismatch):
        workbench.deidentify(preparation, [*all_removed(preparation), Decision(foreign, True, "ann", NOW)])


def test_a_decision_for_and_against_is_refused(workbench: Workbench) -> None:
    preparation = prepared(workbench)
    decisions = all_removed(preparation)
    with pytest.raises(ReviewMismatch):
        workbench.deidentify(preparation, [*decisions, replace(decisions[0], redact=False)])


def test_a_name_taken_out_and_left_in_elsewhere_closes_the_gate(workbench: Workbench) -> None:
    """The person, or a detector, took the name out in one place only."""
    preparation = prepared(workbench)
    one = [f for f in preparation.findings if LETTER[f.start : f.end] == NAME]
    short = replace(preparation, findings=tuple(one))
    with pytest.raises(ResidualIdentifier):
        workbench.deidentify(short, all_removed(short))


def test_what_the_attorney_said_of_the_client_closes_the_gate(workbench: Workbench) -> None:
    preparation = replace(prepared(workbench, client=ClientFields(names=(NAME,))), findings=())
    with pytest.raises(ResidualIdentifier):
        workbench.deidentify(preparation, [])


def test_what_a_person_decided_to_keep_does_not(workbench: Workbench) -> None:
    preparation = prepared(workbench)
    decisions = [
        replace(one, redact=SURNAME not in LETTER[one.finding.start : one.finding.end])
        for one in all_removed(preparation)
    ]
    text = workbench.deidentify(preparation, decisions)
    assert SURNAME in text.text
    assert "219-09-9999" not in text.text


def test_cancelling_ends_the_search_for_identifiers(workbench: Workbench) -> None:
    flag = Event()
    flag.set()
    with pytest.raises(Cancelled):
        workbench.prepare(workbench.read_pasted(LETTER), Level.STRICT, ClientFields(), flag)
