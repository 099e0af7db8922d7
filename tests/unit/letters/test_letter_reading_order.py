"""Words on a page become lines in the order a person reads them."""

from __future__ import annotations

from nexus_desktop.letters.ocr.engine import Word
from nexus_desktop.letters.ocr.reading_order import page_text


def line(top: float, *words: tuple[str, float], confidence: float = 0.99) -> list[Word]:
    """Words of ten pixels a letter, each at its left edge."""
    return [Word(text, left, top, left + 10 * len(text), top + 20, confidence) for text, left in words]


def test_lines_run_down_and_words_to_the_right() -> None:
    found = [line(60, ("second", 10)), line(30, ("line", 70), ("first", 10))]
    assert page_text(found).text == "first line\nsecond"


def test_pieces_beside_each_other_are_one_line() -> None:
    found = [line(32, ("555-0134", 300)), line(30, ("Telephone", 10))]
    assert page_text(found).text == "Telephone   555-0134"


def test_a_wide_gap_between_lines_is_an_empty_line() -> None:
    assert page_text([line(10, ("one", 0)), line(33, ("two", 0)), line(80, ("three", 0))]).text == "one\ntwo\n\nthree"


def test_unsure_words_are_told_with_their_places() -> None:
    found = [line(10, ("Mara", 0)), line(33, ("Qui1l", 0), confidence=0.4)]
    page = page_text(found)
    assert [(page.text[start:end], sure) for start, end, sure in page.unsure] == [("Qui1l", 0.4)]


def test_a_page_without_words_is_empty() -> None:
    assert page_text([]).text == ""
