"""One decision in all letters of a case: counted first, less ready to keep than to remove, taken back whole."""

from __future__ import annotations

import random
import re
from datetime import UTC, datetime

import pytest

from nexus_desktop.models.letter_models import (
    PERSON,
    ClientFields,
    Finding,
    Letter,
    LetterKind,
    Level,
    PhiCategory,
    Verdict,
)
from nexus_desktop.services import same_words
from nexus_desktop.services.review import Review
from nexus_desktop.services.same_words import Count
from nexus_desktop.services.workbench import Preparation

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
FIRST = "Kolk wrote to Brandt. Mr. Amsel met Kolk at the Lerchenhof.\n"
SECOND = "I have read what KOLK says, and what Brandt says.\nMr. Amsel lives near the Lerchenhof. Lerchenhofer Str.\n"
THIRD = "Nobody of that name. The brandt is out, and Kolk\nwas not asked.\n"


def finding(text: str, words: str, category: PhiCategory, verdict: Verdict, detector: str) -> list[Finding]:
    places = re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text, re.IGNORECASE)
    return [Finding(one.start(), one.end(), category, verdict, detector, 0.5, "test") for one in places]


def review(text: str) -> Review:
    """A letter in which Kolk and Brandt are asked about, and Amsel is sure."""
    found = [
        *finding(text, "Kolk", PhiCategory.RELATIVE, Verdict.ASK, "names"),
        *finding(text, "Brandt", PhiCategory.PROVIDER, Verdict.ASK, "names"),
        *finding(text, "Amsel", PhiCategory.PATIENT, Verdict.REDACT, "names"),
    ]
    letter = Letter(text, LetterKind.PASTED, "0" * 64, len(text))
    return Review(Preparation("one", letter, Level.MODERATE, ClientFields(), tuple(sorted(found))))


@pytest.fixture
def letters() -> list[Review]:
    return [review(FIRST), review(SECOND), review(THIRD)]


def asked(one: Review, words: str) -> Finding:
    return next(item for item in one.findings() if one.text_of(item) == words)


def choices(one: Review, words: str) -> list[bool | None]:
    return [one.choice(item) for item in one.findings() if one.text_of(item).casefold() == words.casefold()]


def state(letters: list[Review]) -> list[object]:
    return [[(item, one.choice(item)) for item in one.findings()] for one in letters]


def test_the_count_is_what_is_then_decided_and_counting_decides_nothing(letters: list[Review]) -> None:
    first, *others = letters
    kolk, before = asked(first, "Kolk"), state(letters)
    count = same_words.counted(first, kolk, others, redact=True)
    assert count == Count(letters=3, places=4)  # however it is written
    assert state(letters) == before
    assert same_words.decide(first, kolk, others, redact=True).count == count
    assert [choices(one, "kolk") for one in letters] == [[True, True], [True], [True]]
    assert sum(len(one.decisions("ann", NOW)) for one in letters) == 4 + 2  # and the sure ones, nothing else


def test_what_a_person_marked_goes_wherever_it_stands_whole(letters: list[Review]) -> None:
    first, *others = letters
    start = FIRST.index("Lerchenhof")
    marked = first.add(start, start + len("Lerchenhof"), PhiCategory.CUSTOM)
    assert marked is not None
    assert same_words.counted(first, marked, others, redact=True) == Count(2, 2)
    same_words.decide(first, marked, others, redact=True)
    (there,) = [one for one in letters[1].findings() if one.detector == PERSON]
    assert letters[1].text_of(there) == "Lerchenhof"
    assert there.category is PhiCategory.CUSTOM
    assert same_words.counted(first, marked, others, redact=True) == Count(2, 2)  # and now it is so already


def test_what_is_kept_is_kept_only_as_it_is_written_and_of_that_kind(letters: list[Review]) -> None:
    first, *others = letters
    kolk, brandt = asked(first, "Kolk"), asked(first, "Brandt")
    assert same_words.counted(first, kolk, others, redact=False) == Count(2, 3)  # not KOLK
    assert same_words.counted(first, brandt, others, redact=False) == Count(2, 2)  # not brandt
    same_words.decide(first, kolk, others, redact=False)
    assert [choices(one, "kolk") for one in letters] == [[False, False], [None], [False]]


def test_a_sure_name_and_what_is_known_of_the_client_is_kept_nowhere_else(letters: list[Review]) -> None:
    first, *others = letters
    amsel = asked(first, "Amsel")
    assert same_words.counted(first, amsel, others, redact=False) == Count(1, 1)
    same_words.decide(first, amsel, others, redact=False)
    assert [choices(one, "amsel") for one in letters] == [[False], [True], []]
    known = review(SECOND)
    item = Finding(7, 11, PhiCategory.RELATIVE, Verdict.ASK, "client", 1.0, "known")
    own = Review(Preparation("one", known.preparation.letter, Level.MODERATE, ClientFields(), (item,)))
    words = own.text_of(item)
    assert own.to_keep_like(words, item) == []
    assert own.to_remove_like(words, item) == [item]


def test_what_was_removed_by_hand_in_another_letter_stays_removed(letters: list[Review]) -> None:
    first, _, third = letters
    third.decide(asked(third, "Kolk"), True)
    assert same_words.counted(first, asked(first, "Kolk"), letters[1:], redact=False) == Count(1, 2)
    same_words.decide(first, asked(first, "Kolk"), letters[1:], redact=False)
    assert choices(third, "kolk") == [True]


def test_it_is_taken_back_in_all_of_them_and_done_again(letters: list[Review]) -> None:
    first, *others = letters
    before = state(letters)
    spread = same_words.decide(first, asked(first, "Kolk"), others, redact=True)
    after = state(letters)
    assert spread.take_back(letters) == 3
    assert state(letters) == before
    assert spread.take_back(letters) == 0
    assert spread.do_again(letters) == 3
    assert state(letters) == after
    assert spread.take_back(letters[:2]) == 2  # the third is not in review any more
    assert choices(letters[2], "kolk") == [True]


def test_a_later_decision_in_a_letter_outlives_it(letters: list[Review]) -> None:
    first, second, third = letters
    spread = same_words.decide(first, asked(first, "Kolk"), [second, third], redact=True)
    kolk = asked(second, "KOLK")
    second.decide(asked(second, "Brandt"), True)
    second.decide(kolk, False)
    assert spread.take_back(letters) == 3
    assert (second.choice(kolk), choices(second, "brandt")) == (False, [True])
    second.undo()
    assert second.choice(kolk) is None  # as before both
    second.undo()
    assert choices(second, "brandt") == [None]
    assert not second.can_undo


def test_marks_that_were_spread_go_with_it_and_one_decided_anew_stays_until_that_is_undone(
    letters: list[Review],
) -> None:
    first, second, third = letters
    start = FIRST.index("Lerchenhof")
    marked = first.add(start, start + len("Lerchenhof"), PhiCategory.CUSTOM)
    assert marked is not None
    spread = same_words.decide(first, marked, [second, third], redact=True)
    mark = next(one for one in second.findings() if one.detector == PERSON)
    second.decide(mark, False)
    spread.take_back(letters)
    assert second.choice(mark) is False
    second.undo()
    assert mark not in second.findings()
    assert second.to_remove_like("Lerchenhof", marked) != []  # found anew


def test_random_steps_in_three_letters_end_where_they_began_in_whatever_order_they_are_taken_back(
    letters: list[Review],
) -> None:
    for seed in range(40):
        chance = random.Random(seed)
        reviews = [review(text) for text in (FIRST, SECOND, THIRD)]
        before, spreads = state(reviews), []
        for _ in range(25):
            at = chance.randrange(3)
            one, others = reviews[at], [*reviews[:at], *reviews[at + 1 :]]
            item, redact = chance.choice(one.findings()), chance.random() < 0.5
            if chance.random() < 0.4:
                spreads.append(same_words.decide(one, item, others, redact=redact))
            elif chance.random() < 0.2:
                place = chance.randrange(len(one.preparation.letter.phi_text) - 6)
                one.add(place, place + 5, PhiCategory.CUSTOM)
            else:
                one.decide(item, redact)
        chance.shuffle(spreads)
        for spread in spreads:
            spread.take_back(reviews)
        for one in reviews:
            while one.can_undo:
                one.undo()
        assert state(reviews) == before, seed
        assert not any(one.made_here() for one in reviews)
