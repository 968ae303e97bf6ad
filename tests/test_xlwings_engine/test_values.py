"""Values cross as they do through COM."""

from __future__ import annotations

import math
from datetime import date, datetime

import pytest
import xlwings as xw

from tests.rendering import needs_rendering
from tests.xlwings_engine import ComError, journal_of, recalculate

DAY = datetime(2026, 5, 31)  # noqa: DTZ001 # Excel's dates have no time zone


def test_a_block_reads_as_rows_with_floats_dates_and_results(free: xw.Sheet) -> None:
    rows = free["A1:G2"].options(ndim=2).value
    assert rows == [[5.0, "chữ", DAY, True, 10.0, None, None], [None] * 7]
    assert type(rows[0][0]) is float


def test_an_error_reads_as_its_name_only_when_asked_for(free: xw.Sheet) -> None:
    assert free["F1"].value is None
    assert free["F1"].options(err_to_str=True).value == "#DIV/0!"
    assert free["F1"].raw_value == -2146826281


def test_one_cell_reads_as_a_scalar_and_as_rows_with_ndim_2(free: xw.Sheet) -> None:
    assert free["A1"].value == 5.0
    assert free["A1"].options(ndim=2).value == [[5.0]]
    assert free["A1:B1"].raw_value == ((5.0, "chữ"),)


def test_empty_cells_read_as_the_wanted_value(free: xw.Sheet) -> None:
    assert free["H1:I1"].options(empty="-").value == ["-", "-"]


def test_a_formula_reads_as_text_for_every_cell(free: xw.Sheet) -> None:
    assert list(free["A1:E2"].formula) == [
        ("5", "chữ", "46173", "TRUE", "=A1*2"),
        ("", "", "", "", ""),
    ]
    assert free["E1"].formula == "=A1*2"


def test_a_written_block_reads_back(free: xw.Sheet) -> None:
    free["A6"].value = [[1, "hai", None], [2.5, False, DAY]]
    assert free["A6:C7"].value == [[1.0, "hai", None], [2.5, False, DAY]]
    assert free["C7"].number_format == "mm-dd-yy"


def test_a_date_and_a_missing_number_are_made_ready_for_excel(free: xw.Sheet) -> None:
    free["A6"].value = [date(2026, 5, 31), math.nan]
    assert free["A6:B6"].value == [DAY, None]


def test_a_date_in_a_cell_with_a_number_format_is_a_number(free: xw.Sheet) -> None:
    free["A6"].number_format = "0.00"
    free["A6"].value = DAY
    assert free["A6"].value == 46173.0


def test_a_number_in_a_date_cell_is_a_date(free: xw.Sheet) -> None:
    free["C1"].value = 46174
    assert free["C1"].value == datetime(2026, 6, 1)  # noqa: DTZ001 # as above


def test_a_scalar_fills_the_range(free: xw.Sheet) -> None:
    free["A6:B7"].value = 3
    assert free["A6:B7"].value == [[3.0, 3.0], [3.0, 3.0]]


def test_a_formula_for_many_cells_is_adjusted_from_the_first(free: xw.Sheet) -> None:
    free["B6:B7"].formula = "=A6*$A$1"
    assert list(free["B6:B7"].formula) == [("=A6*$A$1",), ("=A7*$A$1",)]


def test_rows_of_different_length_are_refused(free: xw.Sheet) -> None:
    with pytest.raises(TypeError):
        free["A6:B7"].raw_value = [[1], [1, 2]]


def test_what_a_block_does_not_reach_becomes_an_error(free: xw.Sheet) -> None:
    free["A6:B6"].raw_value = [[1]]
    assert free["B6"].formula == "=NA()"


def test_none_empties_a_cell(free: xw.Sheet) -> None:
    free["A1"].value = None
    assert free["A1"].value is None


def test_clearing_contents_keeps_formats_and_notes(free: xw.Sheet) -> None:
    free["A1:G1"].clear_contents()
    assert free["A1:G1"].value == [None] * 7
    assert free["B1"].font.bold is True
    assert free["B1"].note is not None


@pytest.mark.parametrize(
    "text",
    [
        "2026", "001", "01.1", "1/10", "99,5%", "01/02/2026", "TRUE", "false", "1e5", "-5", "(5)",
        "1 1/2", "12:30", "5 PM", "2026-01-31", "31-12", "mar-26", "5 Jan 2026", "#N/A", " 7 ",
        "1.234,5", "5 %", "$5", ".5", "6/2026", "+84",
    ],
)  # fmt: skip
def test_a_text_that_excel_would_convert_is_refused(free: xw.Sheet, text: str) -> None:
    with pytest.raises(ComError, match="would become"):
        free["A6"].value = text
    journal = journal_of(free.book)
    assert len(journal.hazards) == 1
    journal.hazards.clear()
    assert free["A6"].value is None


@pytest.mark.parametrize("text", ["- mục", "+A1", "@ai", "-abc"])
def test_a_text_that_excel_would_take_for_a_formula_is_refused(free: xw.Sheet, text: str) -> None:
    with pytest.raises(ComError, match="formula"):
        free["A6"].value = text
    journal_of(free.book).hazards.clear()


@pytest.mark.parametrize(
    "text",
    ["chữ", "– mục", "-", "▲ Đạt", "12 trẻ", "6 tháng 2026", "12/KH-UBND", "≥ 95%", "1.2.3",
     "Nam 2026", "5 xã/phường", "tháng 5/2026", "1; 2"],
)  # fmt: skip
def test_any_other_text_stays(free: xw.Sheet, text: str) -> None:
    free["A6"].value = text
    assert free["A6"].value == text


@pytest.mark.parametrize("text", ["2026", "01.1", "=A1", "#N/A", "TRUE"])
def test_in_a_text_cell_every_text_stays_a_text(free: xw.Sheet, text: str) -> None:
    free["A2"].value = text
    assert free["A2"].value == text
    assert free["A2"].formula == text


def test_an_apostrophe_keeps_a_text_and_is_not_part_of_it(free: xw.Sheet) -> None:
    free["A6"].value = "'2026"
    assert free["A6"].value == "2026"


def test_a_whole_number_in_a_text_cell_becomes_a_text(free: xw.Sheet) -> None:
    free["A2"].value = 46173
    assert free["A2"].value == "46173"


@pytest.mark.parametrize("value", [12.5, True, DAY, 10**12])
def test_what_a_text_cell_would_show_by_regional_settings_is_refused(
    free: xw.Sheet, value: object
) -> None:
    with pytest.raises(ComError, match="own making"):
        free["A2"].value = value
    journal_of(free.book).hazards.clear()


def test_a_block_with_one_bad_cell_is_not_written_at_all(free: xw.Sheet) -> None:
    with pytest.raises(ComError):
        free["A6"].value = [["được", "1/10"]]
    journal_of(free.book).hazards.clear()
    assert free["A6"].value is None


@pytest.mark.parametrize(
    ("formula", "fault"),
    [("=IF(A1;1;2)", "separators"), ("=SUM(A1", "bracket"), ('="mở', "read"), ("=A1)", "read")],
)
def test_a_formula_that_excel_cannot_read_is_refused(
    free: xw.Sheet, formula: str, fault: str
) -> None:
    with pytest.raises(ComError, match=fault):
        free["A6"].value = formula


def test_a_semicolon_in_a_text_or_in_braces_is_no_separator(free: xw.Sheet) -> None:
    free["A6"].value = [['="a;b"', "=SUM({1;2})"]]
    assert list(free["A6:B6"].formula) == [('="a;b"', "=SUM({1;2})")]


def test_a_value_behind_a_merged_cell_is_refused_and_emptiness_is_not(free: xw.Sheet) -> None:
    free["A4"].value = ["mới", None]
    with pytest.raises(ComError, match="vanish"):
        free["B4"].value = "mất"
    journal_of(free.book).hazards.clear()
    assert free["A4:B4"].value == ["mới", None]


def test_a_result_stays_when_an_input_changes_and_goes_with_its_formula(free: xw.Sheet) -> None:
    free["A1"].value = 100
    free["E1"].value = "=A1*2"
    assert free["E1"].value == 10.0
    free["E1"].value = "=A1*3"
    assert free["E1"].value is None


@needs_rendering
def test_recalculation_fills_the_open_book_with_results(free: xw.Sheet) -> None:
    free["A1"].value = 100
    free["A6"].value = "=E1+1"
    recalculate(free.book)
    assert free["E1"].value == 200.0
    assert free["A6"].value == 201.0
    assert free["F1"].options(err_to_str=True).value == "#DIV/0!"
