"""The workbook inside a chart: what Word shows under “Edit data”."""

from __future__ import annotations

import io
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from docgen.word.charts.data import Chart, Series, book, number, reference
from tests.docgen.word.charts.samples import DATA
from tests.validator import needs_validator, validate


def test_the_heading_has_the_series_and_the_first_column_the_categories() -> None:
    rows = list(load_workbook(io.BytesIO(book(DATA)))["Số liệu"].iter_rows(values_only=True))
    assert rows == [
        (None, "Chậm hoặc không đạt", "Đạt", "Chưa có số liệu"),
        ("1. Một", 1, 4, None),
        ("2. Hai", None, pytest.approx(1 / 3), None),
        ("3. Ba", 2, 0, 1),
    ]


@pytest.mark.parametrize("text", ["=1+1", '=HYPERLINK("http://a")', "+1", "@a", "-1", "0123"])
def test_a_text_never_becomes_a_formula_or_a_number(text: str) -> None:
    sheet = load_workbook(io.BytesIO(book(Chart("", "", (text,), (Series(text, (None,)),)))))
    for cell in (sheet["Số liệu"]["A2"], sheet["Số liệu"]["B1"]):
        assert (cell.value, cell.data_type) == (text, "s" if cell.data_type == "s" else "inlineStr")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("4", "4"), ("-4", "-4"), ("0", "0"), ("99.5", "99.5"), ("-0.125", "-0.125"),
        ("1/3", "0.333333333333"), ("2/3", "0.666666666667"), ("-2/3", "-0.666666666667"),
        ("1/10", "0.1"), ("1/3000000000000", "0"), ("1234567/2", "617283.5"),
        ("100000000000000000000000", "100000000000000000000000"),
    ],
)  # fmt: skip
def test_numbers_are_written_exactly(value: str, text: str) -> None:
    assert number(Fraction(value)) == text


@given(st.fractions())
def test_a_written_number_is_the_number_to_twelve_places(value: Fraction) -> None:
    assert abs(Fraction(number(value)) - value) * 2 * 10**12 <= 1
    assert "e" not in number(value)


def test_a_reference_names_one_cell_or_a_column_of_them() -> None:
    assert reference(1, 1, 1) == "'Số liệu'!$B$1"
    assert reference(0, 2, 4) == "'Số liệu'!$A$2:$A$4"


@needs_validator
def test_excel_can_open_it(tmp_path: Path) -> None:
    path = tmp_path / "so-lieu.xlsx"
    path.write_bytes(book(DATA))
    assert validate(path) == []
