"""Decisions come back in the next letter of the same client, never in another's, and no word of them is stored."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa

from nexus_desktop.models.letter_models import (
    ClientFields,
    Finding,
    Letter,
    LetterKind,
    Level,
    PhiCategory,
    Verdict,
)
from nexus_desktop.models.remembered_models import RememberedKind
from nexus_desktop.services.remembered import OBJECT, RememberedDecisions
from nexus_desktop.services.review import Review
from nexus_desktop.services.workbench import Preparation
from nexus_desktop.storage.store import Store
from tests.unit.storage.stores import opened

NOW = datetime(2026, 11, 22, tzinfo=UTC)
MARLENE = ClientFields(names=("Marlene B. Okonjo-Tate",), ssn=("219-09-9999",))
FIRST = "Ms. Okonjo-Tate fished the brook near Lowell. Her friend Brook and cousin Annie Vex saw Dr. Ash."
NEXT = "At the brook in Lowell with Brook; annie\nVex came, Dr. Ash too. Annie Vexley did not."
Mark = tuple[str, PhiCategory, Verdict]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = opened(tmp_path)
    yield made
    made.close()


@pytest.fixture
def remembered(store: Store) -> RememberedDecisions:
    return RememberedDecisions(store)


def preparation(text: str, marks: Sequence[Mark], client: ClientFields = MARLENE) -> Preparation:
    findings = [
        Finding(text.index(words), text.index(words) + len(words), category, verdict, "test", 0.9, "for the test")
        for words, category, verdict in marks
    ]
    letter = Letter(text, LetterKind.PASTED, "0" * 64, len(text))
    return Preparation("one", letter, Level.STRICT, client, tuple(sorted(findings)))


def at(review: Review, words: str) -> Finding:
    return next(one for one in review.findings() if review.text_of(one) == words)


def decided(
    remembered: RememberedDecisions, text: str, marks: Sequence[Mark], decide: Callable[[Review], object],
    client: ClientFields = MARLENE,
) -> int:  # fmt: skip
    review = Review(preparation(text, marks, client), memory=remembered.of(client))
    decide(review)
    return remembered.remember(text, client, review.decisions("ann", NOW), "ann")


def again(remembered: RememberedDecisions, text: str, marks: Sequence[Mark], client: ClientFields = MARLENE) -> Review:
    return Review(preparation(text, marks, client), memory=remembered.of(client))


ASK_BROOK: Mark = ("brook", PhiCategory.PATIENT, Verdict.ASK)
ASK_LOWELL: Mark = ("Lowell", PhiCategory.CITY, Verdict.ASK)
ASH: Mark = ("Ash", PhiCategory.PROVIDER, Verdict.REDACT)


def test_settled_doubts_come_back(remembered: RememberedDecisions) -> None:
    def decide(review: Review) -> None:
        review.decide(at(review, "brook"), redact=False)
        review.decide(at(review, "Lowell"), redact=True)

    assert decided(remembered, FIRST, [ASK_BROOK, ASK_LOWELL, ASH], decide) == 2
    review = again(remembered, NEXT, [ASK_BROOK, ASK_LOWELL, ASH])
    assert [review.choice(at(review, words)) for words in ("brook", "Lowell", "Ash")] == [False, True, True]
    before = review.decided_before(at(review, "brook"))
    assert before is not None
    assert before.kind is RememberedKind.KEPT
    assert before.sentence == "Kept before for this client, by ann on 2026-11-22"
    assert review.decided_before(at(review, "Ash")) is None
    assert {one.by for one in review.decisions("bob", NOW)} == {"bob, as decided before", "bob, as proposed"}


def test_what_was_kept_is_not_kept_with_other_capitals_or_as_something_else(remembered: RememberedDecisions) -> None:
    decided(remembered, FIRST, [ASK_BROOK], lambda review: review.decide(at(review, "brook"), redact=False))
    name: Mark = ("Brook", PhiCategory.PATIENT, Verdict.ASK)
    city: Mark = ("brook", PhiCategory.CITY, Verdict.ASK)
    review = again(remembered, NEXT, [name, city])
    assert [review.choice(one) for one in review.findings()] == [None, None]


def test_what_was_kept_in_doubt_is_removed_where_a_detector_is_sure(remembered: RememberedDecisions) -> None:
    decided(remembered, FIRST, [ASK_BROOK], lambda review: review.decide(at(review, "brook"), redact=False))
    review = again(remembered, NEXT, [("brook", PhiCategory.PATIENT, Verdict.REDACT)])
    assert review.choice(at(review, "brook")) is True
    assert review.decided_before(at(review, "brook")) is None


def test_a_sure_finding_that_was_kept_stays_and_a_sure_name_is_asked_about(remembered: RememberedDecisions) -> None:
    sure: list[Mark] = [ASH, ("Brook", PhiCategory.PATIENT, Verdict.REDACT)]

    def keep(review: Review) -> None:
        for finding in review.findings():
            review.decide(finding, redact=False)

    assert decided(remembered, FIRST, sure, keep) == 2
    review = again(remembered, NEXT, sure)
    assert review.choice(at(review, "Ash")) is False
    assert review.choice(at(review, "Brook")) is None
    assert review.decided_before(at(review, "Brook")) is not None


def test_added_words_are_found_in_any_case_and_whole(remembered: RememberedDecisions) -> None:
    def add(review: Review) -> None:
        start = FIRST.index("Annie Vex")
        review.add(start, start + len("Annie Vex"), PhiCategory.RELATIVE)

    assert decided(remembered, FIRST, [], add) == 1
    review = again(remembered, NEXT, [ASH])
    added = [one for one in review.findings() if review.decided_before(one) is not None]
    assert [review.text_of(one) for one in added] == ["annie\nVex"]
    assert [(one.category, review.choice(one)) for one in added] == [(PhiCategory.RELATIVE, True)]


def test_the_newest_decision_counts(remembered: RememberedDecisions) -> None:
    decided(remembered, FIRST, [ASK_BROOK], lambda review: review.decide(at(review, "brook"), redact=False))
    decided(remembered, NEXT, [ASK_BROOK], lambda review: review.decide(at(review, "brook"), redact=True))
    review = again(remembered, FIRST, [ASK_BROOK])
    assert review.choice(at(review, "brook")) is True
    assert remembered.count() == (1, 1)


def test_one_press_forgets_here_and_in_the_store(remembered: RememberedDecisions, store: Store) -> None:
    decided(remembered, FIRST, [ASK_BROOK], lambda review: review.decide(at(review, "brook"), redact=False))
    review = again(remembered, NEXT, [ASK_BROOK])
    forgotten = review.forget(at(review, "brook"))
    assert forgotten is not None
    assert review.choice(at(review, "brook")) is None
    remembered.forget(MARLENE, forgotten)
    assert again(remembered, NEXT, [ASK_BROOK]).undecided() != []
    assert store.audit_entries(1)[0].body == {"forgotten": 1}
    review.undo()
    assert review.choice(at(review, "brook")) is False


def test_decisions_made_here_go_before_those_of_other_letters(remembered: RememberedDecisions) -> None:
    decided(remembered, FIRST, [ASK_BROOK], lambda review: review.decide(at(review, "brook"), redact=False))
    first = again(remembered, NEXT, [ASK_BROOK])
    first.decide(at(first, "brook"), redact=True)
    second = Review(first.preparation, first, remembered.of(MARLENE))
    assert second.choice(at(second, "brook")) is True
    assert second.decided_before(at(second, "brook")) is None
    untouched = Review(first.preparation, again(remembered, NEXT, [ASK_BROOK]), remembered.of(MARLENE))
    assert untouched.choice(at(untouched, "brook")) is False


# --- whose decisions they are --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("client", "same"),
    [
        (ClientFields(ssn=("219 09 9999",)), True),
        (ClientFields(names=("OKONJO-TATE, MARLENE",)), True),
        (ClientFields(names=("Marlene Okonjo-Tate, Jr.",), dob=("April 9, 1974",)), True),
        (ClientFields(names=("Marlene Okonjo-Tate",), ssn=("219-09-9998",)), False),
        (ClientFields(names=("Marlene",)), False),
        (ClientFields(ssn=("9999",)), False),
        (ClientFields(names=("Bertil Okonjo-Tate",)), False),
        (ClientFields(), False),
    ],
)
def test_the_same_client_is_known_again_and_no_other(
    remembered: RememberedDecisions, client: ClientFields, same: bool
) -> None:
    decided(remembered, FIRST, [ASK_BROOK], lambda review: review.decide(at(review, "brook"), redact=False))
    assert (remembered.of(client) is not None) is same
    review = again(remembered, NEXT, [ASK_BROOK], client)
    assert (review.choice(at(review, "brook")) is False) is same


def test_of_two_clients_with_one_name_neither_is_guessed(remembered: RememberedDecisions) -> None:
    other = ClientFields(names=MARLENE.names, ssn=("219-09-9998",))
    for client in (MARLENE, other):
        decided(remembered, FIRST, [ASK_BROOK], lambda review: review.decide(at(review, "brook"), False), client)
    assert remembered.count() == (2, 2)
    only_the_name = ClientFields(names=MARLENE.names)
    assert remembered.of(only_the_name) is None
    assert decided(remembered, FIRST, [ASK_LOWELL], lambda review: review.decide(at(review, "Lowell"), True),
                   only_the_name) == 0  # fmt: skip


def test_fields_learned_later_tell_the_client_too(remembered: RememberedDecisions) -> None:
    decided(remembered, FIRST, [ASK_BROOK], lambda review: review.decide(at(review, "brook"), redact=False))
    more = ClientFields(names=("Marlene Okonjo-Tate",), va_file=("C 12 345 678",))
    decided(remembered, NEXT, [ASK_LOWELL], lambda review: review.decide(at(review, "Lowell"), redact=True), more)
    assert remembered.of(ClientFields(va_file=("12345678",))) is not None
    assert remembered.count() == (1, 2)


def test_what_no_person_decided_is_not_remembered(remembered: RememberedDecisions) -> None:
    review = Review(preparation(FIRST, [ASH, ASK_BROOK]))
    review.decide(at(review, "brook"), redact=True)
    assert remembered.remember(FIRST, MARLENE, review.decisions("a rule", NOW), "ann") == 0
    review = Review(preparation(FIRST, [ASH]))
    assert remembered.remember(FIRST, MARLENE, review.decisions("ann", NOW), "ann") == 0
    assert remembered.remember(FIRST, ClientFields(), review.decisions("ann", NOW), "ann") == 0


def test_a_client_can_be_forgotten_whole(remembered: RememberedDecisions) -> None:
    decided(remembered, FIRST, [ASK_BROOK], lambda review: review.decide(at(review, "brook"), redact=False))
    assert remembered.forget_client(MARLENE) == 1
    assert remembered.count() == (0, 0)
    assert remembered.forget_client(MARLENE) == 0


def test_no_word_is_in_the_tables_or_in_the_trail(remembered: RememberedDecisions, store: Store) -> None:
    def decide(review: Review) -> None:
        review.decide(at(review, "brook"), redact=False)
        review.add(FIRST.index("Annie"), FIRST.index("Annie") + len("Annie Vex"), PhiCategory.RELATIVE)

    decided(remembered, FIRST, [ASK_BROOK], decide)
    with store.read() as session:
        rows = [
            str(tuple(row))
            for table in ("nexus_remembered_fields", "nexus_remembered_decisions")
            for row in session.execute(sa.text(f"SELECT * FROM {table}"))
        ]
    told = [str(one.body) for one in store.audit_entries(10) if one.entry.object_id == OBJECT]
    assert len(rows) == 4
    assert told
    for words in ("brook", "annie", "vex", "okonjo", "219-09-9999", "219099999"):
        assert not any(words in text.casefold() for text in (*rows, *told))
    assert "Vex" not in repr(remembered.of(MARLENE))


def test_marks_are_worth_nothing_in_another_store(tmp_path: Path, remembered: RememberedDecisions) -> None:
    def marks(one: RememberedDecisions, in_store: Store) -> set[str]:
        decided(one, FIRST, [ASK_BROOK], lambda review: review.decide(at(review, "brook"), redact=False))
        with in_store.read() as session:
            return set(session.scalars(sa.text("SELECT mark FROM nexus_remembered_fields")))

    (tmp_path / "other").mkdir()
    other = opened(tmp_path / "other", key=b"o" * 32)
    assert not marks(remembered, remembered._store) & marks(RememberedDecisions(other), other)
    other.close()
