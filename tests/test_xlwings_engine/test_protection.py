"""Protected sheets refuse as Excel's do."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import xlwings as xw

from tests.xlwings_engine import ComError, journal_of, protected_sheets, unprotected


def _hide_row(cell: xw.Range) -> None:
    cell.row_height = 0


def _hide_column(cell: xw.Range) -> None:
    cell.column_width = 0


def _paint(cell: xw.Range) -> None:
    cell.color = "#FF0000"


def _embolden(cell: xw.Range) -> None:
    cell.font.bold = True


def _frame(cell: xw.Range) -> None:
    cell.borders.line_style = "continuous"


def _format(cell: xw.Range) -> None:
    cell.number_format = "0"


def _write(cell: xw.Range) -> None:
    cell.value = 9


CHANGES: list[Callable[[xw.Range], object]] = [
    _write,
    _hide_row,
    _hide_column,
    _paint,
    _embolden,
    _frame,
    _format,
    lambda cell: cell.add_note("ghi chú"),
    lambda cell: cell.clear_contents(),
    lambda cell: cell.rows.autofit(),
    lambda cell: cell.columns.autofit(),
    lambda cell: cell.set_colors([["#FF0000"]]),
    lambda cell: cell.add_hyperlink("#'Khóa'!A1", "đến"),
]


@pytest.mark.parametrize("change", CHANGES)
def test_a_locked_cell_takes_no_change(
    locked: xw.Sheet, change: Callable[[xw.Range], object]
) -> None:
    with pytest.raises(ComError, match="protected sheet"):
        change(locked["A1"])
    assert len(journal_of(locked.book).refusals) == 1
    assert locked["A1"].value == 1.0


@pytest.mark.parametrize("change", CHANGES)
def test_with_the_protection_lifted_the_same_change_is_made(
    locked: xw.Sheet, change: Callable[[xw.Range], object]
) -> None:
    with unprotected(locked.book):
        change(locked["A1"])
    assert journal_of(locked.book).refusals == []


def test_an_entry_cell_may_be_written_but_not_formatted(locked: xw.Sheet) -> None:
    locked["B1"].value = 3
    assert locked["B1"].value == 3.0
    with pytest.raises(ComError, match="protected sheet"):
        locked["B1"].color = "#FF0000"


def test_a_block_over_one_locked_cell_is_refused_as_a_whole(locked: xw.Sheet) -> None:
    with pytest.raises(ComError, match="protected sheet"):
        locked["A1:B1"].value = [8, 8]
    assert locked["A1:B1"].value == [1.0, 2.0]


def test_protection_comes_back_also_after_a_failure(book: xw.Book) -> None:
    with pytest.raises(IndexError), unprotected(book):
        protected_sheets(book)[0]
    assert protected_sheets(book) == ["Khóa"]
