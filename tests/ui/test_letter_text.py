"""Places in a text, however they are counted and whatever was taken out."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nexus_desktop.models.letter_models import PhiCategory, Replacement
from nexus_desktop.ui.letter_text import LetterText, PlaceMap, changed_part

TEXTS = st.text(st.sampled_from("ab \n\u00e9\U0001f600\U0001d4a6"), max_size=40)


@given(TEXTS)
def test_both_counts_agree_at_every_place(text: str) -> None:
    counted = LetterText(text)
    for place in range(len(text) + 1):
        units = len(text[:place].encode("utf-16-le")) // 2
        assert counted.units(place) == units
        assert counted.characters(units) == place


@given(TEXTS, TEXTS)
def test_what_changed_makes_one_text_of_the_other(old: str, new: str) -> None:
    start, old_end, new_end = changed_part(old, new)
    assert old[:start] + new[start:new_end] + old[old_end:] == new
    assert start <= old_end
    assert start <= new_end


def test_one_word_changed_is_one_word_put_in() -> None:
    old, new = "one two three two one", "one two 3 two one"
    assert changed_part(old, new) == (8, 13, 9)


@st.composite
def redacted(draw: st.DrawFn) -> tuple[str, str, list[Replacement]]:
    """A text, the same with tags, and what was replaced."""
    pieces = draw(st.lists(st.tuples(st.text("xyz ", max_size=6), st.text("N", min_size=1, max_size=6)), max_size=5))
    text = out = ""
    replaced = []
    for kept, name in pieces:
        text, out = text + kept, out + kept
        tag = draw(st.sampled_from(["[A]", "[PATIENT]", "[DATE 1, 2026]"]))
        replaced.append(Replacement(len(text), len(text) + len(name), tag, len(out), PhiCategory.PATIENT))
        text, out = text + name, out + tag
    return text + "end", out + "end", replaced


@given(redacted())
def test_kept_words_are_found_again_on_both_sides(case: tuple[str, str, list[Replacement]]) -> None:
    text, out, replaced = case
    places = PlaceMap(replaced)
    gone = {place for one in replaced for place in range(one.start, one.end)}
    for place in set(range(len(text))) - gone:
        assert out[places.redacted(place)] == text[place]
        assert places.original(places.redacted(place)) == place
    for index, one in enumerate(replaced):
        assert places.redacted(one.end - 1) == one.tag_start
        assert places.original(one.tag_end - 1) == one.start
        assert places.tag_of(one.start, one.end) == index
    assert places.tag_of(len(text) - 1, len(text)) is None
