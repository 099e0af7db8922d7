"""Search over letters, findings and notes: what is found, in which order, and what is not found any more."""

from __future__ import annotations

from pathlib import Path

import pytest
import sqlalchemy as sa

from nexus_desktop.models.search_models import SearchFound, SearchHit, Term, terms_of
from nexus_desktop.storage import search_index
from nexus_desktop.storage.store import Store
from tests.unit.models.results import TEXT
from tests.unit.storage.stores import keep, opened, record


def found(store: Store, text: str) -> SearchFound:
    with store.read() as session:
        return search_index.find(session, terms_of(text))


def hits(store: Store, text: str) -> list[SearchHit]:
    terms = terms_of(text)
    with store.read() as session:
        return search_index.hits(session, terms, search_index.find(session, terms).places)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = opened(tmp_path)
    for minutes, more in enumerate(("Radiculopathy of both legs.", "Café au lait. Radicular pain.", "Jet fuel, JP-8.")):
        keep(store, record(minutes, text=f"{TEXT} {more}"))
    return store


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("knee", 3),
        ("KNEE disease", 3),
        ("radiculopathy", 1),
        ("radicul*", 2),
        ("cafe", 1),
        ('"fuel jet"', 0),
        ('"jet fuel"', 1),
        ("jp-8", 1),
        ("knee radicul* cafe", 1),
        ("nothing", 0),
        ("", 0),
        ('"', 0),
        ("*", 0),
        ('knee" OR "x', 0),
        ("NEAR(knee disease)", 0),
        ("letter:knee", 0),
        ("knee AND disease", 0),
        ("(knee)", 3),
        ("kn\x00ee", 0),
    ],
)
def test_words_phrases_and_beginnings_are_found_and_nothing_else_is_understood(
    store: Store, text: str, count: int
) -> None:
    assert len(found(store, text).places) == count
    assert len(hits(store, text)) == count
    store.close()


def test_a_hit_shows_the_words_around_it(store: Store) -> None:
    (hit,) = hits(store, "lait radicular")
    marked = [hit.excerpt.text[start:end] for start, end in hit.excerpt.marked]
    assert "Radicular" in marked
    assert hit.line.condition
    store.close()


@pytest.mark.parametrize("text", ["knee", '"at least as likely as not"', "radicul*", "knee jp-8"])
def test_the_words_around_a_hit_are_the_same_in_one_pass_and_by_a_look_for_each(
    store: Store, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_one_pass = hits(store, text)
    monkeypatch.setattr(search_index, "NEAR", -1)
    assert hits(store, text) == in_one_pass
    assert all(hit.excerpt.marked for hit in in_one_pass)
    assert in_one_pass
    store.close()


def test_findings_are_found_like_the_letter(tmp_path: Path) -> None:
    store = opened(tmp_path)
    one = record()
    keep(store, one)
    condition = one.result.connection.conditions[0]
    assert condition.lower() not in one.letter.text.lower() or "direct" not in one.letter.text
    assert len(hits(store, f'"{condition}"')) == 1
    assert len(hits(store, "direct")) == 1  # the theory stands in the findings alone
    store.close()


def test_the_more_telling_letter_comes_first(tmp_path: Path) -> None:
    store = opened(tmp_path)
    keep(store, record(1, text="tinnitus " * 5 + "ear"))
    keep(store, record(2, text="a tinnitus among many other words that have nothing to do with the ear " * 3))
    result = found(store, "tinnitus")
    assert result.ranked
    with store.read() as session:
        first = search_index.hits(session, terms_of("tinnitus"), result.places)[0]
    assert first.line.created_at.minute == 1
    store.close()


def test_words_that_stand_everywhere_find_the_newest_and_do_not_rank(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_index, "CAP", 5)
    store = opened(tmp_path)
    for minutes in range(8):
        keep(store, record(minutes, text=f"opinion {'tinnitus' if minutes < 3 else ''}"))
    common = found(store, "opinion")
    assert (len(common.places), common.ranked, common.cut) == (5, False, True)
    assert list(common.places) == sorted(common.places, reverse=True)
    both = found(store, "opinion tinnitus")  # the rare word ranks, the common one only has to be there
    assert (len(both.places), both.ranked, both.cut) == (3, True, False)
    store.close()


def test_what_was_taken_out_is_not_found_and_not_in_the_index(store: Store) -> None:
    one = store.analyses(1)[0].id
    with store.deed() as deed:
        search_index.remove(deed.session, one)
    assert len(found(store, "knee").places) == 2
    assert found(store, "fuel").places == ()
    with store.deed() as deed:
        session = deed.session
        session.execute(sa.text("CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(main, nexus_search, row)"))
        assert session.scalar(sa.text("SELECT count(*) FROM temp.vocabulary WHERE term = 'fuel'")) == 0
        assert session.scalar(sa.text("SELECT count(*) FROM temp.vocabulary WHERE term = 'knee'")) == 1
        session.execute(sa.text("INSERT INTO nexus_search(nexus_search, rank) VALUES('integrity-check', 1)"))
    store.close()


def test_what_is_typed_is_taken_apart_as_a_person_means_it() -> None:
    assert terms_of('left knee "at least as likely" radic* --') == (
        Term("left"),
        Term("knee"),
        Term("at least as likely"),
        Term("radic", prefix=True),
    )
    assert len(terms_of("a " * 1000)) <= 20
