"""Rows come page by page, each once, and the model keeps Qt's rules."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex
from pytestqt.modeltest import ModelTester

from nexus_desktop.ui.paged_model import PAGE, Column, PagedModel

COLUMNS = [Column[int]("Number", str, number=True), Column[int]("Double", lambda row: str(2 * row))]


def counting(total: int) -> PagedModel[int]:
    def page(size: int, last: int | None) -> list[int]:
        first = 0 if last is None else last + 1
        return list(range(first, min(first + size, total)))

    return PagedModel(COLUMNS, page)


def test_every_row_comes_once(qtmodeltester: ModelTester) -> None:
    model = counting(2 * PAGE + 7)
    assert not model.canFetchMore(QModelIndex())  # nobody has asked for it yet
    model.reload()
    qtmodeltester.check(model)
    root = QModelIndex()
    while model.canFetchMore(root):
        model.fetchMore(root)
    assert [model.row(model.index(row, 0)) for row in range(model.rowCount())] == list(range(2 * PAGE + 7))
    assert model.index(3, 1).data() == "6"


def test_reloading_shows_what_is_there_now() -> None:
    rows = [1, 2, 3]
    model = PagedModel(COLUMNS, lambda _size, last: [] if last else list(rows))
    model.reload()
    assert model.rowCount() == 3
    rows.insert(0, 9)
    model.reload()
    assert model.index(0, 0).data() == "9"


def test_a_model_of_given_rows_fetches_nothing(qtmodeltester: ModelTester) -> None:
    model: PagedModel[int] = PagedModel(COLUMNS, None)
    model.show_rows([4, 5])
    qtmodeltester.check(model)
    assert not model.canFetchMore(QModelIndex())
    assert model.rowCount() == 2
