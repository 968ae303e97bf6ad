"""What Excel would misread is set right before it is written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import xlsxwriter
import xlwings as xw

from tests.xlwings_engine import excel, journal_of
from workbook.layout.blocks import Block, Formula, Value
from xl_macros.excel.writing import write_blocks

KNOWN = ("Một", "Hai", "Mất")


@pytest.fixture
def book(tmp_path: Path) -> Iterator[xw.Book]:
    path = tmp_path / "so.xlsx"
    with xlsxwriter.Workbook(path) as made:
        made.add_worksheet("Một")
        made.add_worksheet("Hai (cũ)")
    with excel(path) as opened:
        yield opened


def write(book: xw.Book, *rows: tuple[Value, ...]) -> None:
    found = {"Một": book.sheets["Một"], "Hai": book.sheets["Hai (cũ)"]}
    write_blocks(found, KNOWN, [Block("Một", 2, 1, rows), Block("Mất", 1, 0, rows)])


def formulas(book: xw.Book, address: str) -> object:
    return book.sheets["Một"].range(address).options(ndim=2).formula


def test_a_block_lands_in_its_cells_with_one_write(book: xw.Book) -> None:
    write(book, ("a", 1, None), ("b", 2.5, "c"))
    sheet = book.sheets["Một"]
    assert sheet.range("B2:D3").options(ndim=2).value == [["a", 1.0, None], ["b", 2.5, "c"]]
    assert journal_of(book).count("write") == 1


def test_blanks_clear_what_stood_there(book: xw.Book) -> None:
    write(book, ("a", "b"))
    write(book, (None, "c"))
    assert book.sheets["Một"].range("B2:C2").value == [None, "c"]


def test_large_amounts_of_money_go_as_floats(
    book: xw.Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[list[list[object]]] = []
    range_type = type(book.sheets["Một"].range("A1").impl)
    whole = range_type.raw_value

    def keep(self: object, data: list[list[object]]) -> None:
        taken.append(data)
        whole.fset(self, data)

    monkeypatch.setattr(range_type, "raw_value", property(whole.fget, keep))
    write(book, (25_000_000_000, 7))
    ((row,),) = taken
    assert [type(value) for value in row] == [float, float]


def test_a_leading_apostrophe_stays(book: xw.Book) -> None:
    write(book, ("'tên'",))
    assert book.sheets["Một"].range("B2").value == "'tên'"


def test_a_text_too_long_for_an_array_follows_on_its_own(book: xw.Book) -> None:
    long = "a" * 9_000
    write(book, ("x", long), ("y", "z"))
    assert book.sheets["Một"].range("B2:C3").value == [["x", long], ["y", "z"]]
    assert journal_of(book).count("write") == 2


def test_formulas_name_a_renamed_sheet_as_it_is_called_now(book: xw.Book) -> None:
    write(book, (Formula("='Hai'!A1+'Một'!A1", 0),))
    assert formulas(book, "B2") == "='Hai (cũ)'!A1+'Một'!A1"


def test_a_formula_on_a_lost_sheet_stays_out(book: xw.Book) -> None:
    write(book, (Formula("='Mất'!A1", 0), "a"))
    assert book.sheets["Một"].range("B2:C2").value == [None, "a"]
