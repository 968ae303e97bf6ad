"""Cells as numbers, dates, years and words: what is read, what is refused and why."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.domain.cell_values import (
    MOST,
    Flaw,
    read_date,
    read_done,
    read_number,
    read_rate,
    read_whole,
    read_year,
    read_yes_no,
)
from workbook.domain.numbers_vi import format_integer
from workbook.domain.register import CellValue, ExcelError, RawCell


def cell(value: CellValue) -> RawCell:
    return RawCell(value, "A", "B2")


@pytest.mark.parametrize(
    ("value", "number"),
    [
        (0.1, Fraction(1, 10)),
        (99.5, Fraction(199, 2)),
        (-0.0, 0),
        ("99,5", Fraction(199, 2)),
        ("1 234,5", Fraction(2469, 2)),
        ("12 345 678", 12345678),
        ("\uff11\uff12\uff0c\uff15", Fraction(25, 2)),
        ("−5", -5),
        ("007", 7),
    ],
)
def test_a_number_is_what_its_digits_say(value: CellValue, number: Fraction | int) -> None:
    reading = read_number(cell(value))
    assert reading.value == number
    assert reading.from_text == isinstance(value, str)


@pytest.mark.parametrize(
    ("value", "flaw"),
    [
        ("1.234", Flaw.AMBIGUOUS_DOT),
        ("8.5", Flaw.AMBIGUOUS_DOT),
        ("1.234,5", Flaw.AMBIGUOUS_DOT),
        ("\uff18\uff0e\uff15", Flaw.AMBIGUOUS_DOT),
        ("98 %", Flaw.PERCENT),
        ("8,5‰", Flaw.PERCENT),
        ("1,2,3", Flaw.WORDS),
        ("12 34", Flaw.WORDS),
        ("5-6", Flaw.WORDS),
        ("5/6", Flaw.WORDS),
        ("=5", Flaw.WORDS),
        ("1e5", Flaw.WORDS),
        ("٣", Flaw.WORDS),
        ("²", Flaw.WORDS),
        (",5", Flaw.WORDS),
        (float("nan"), Flaw.EXCEL_ERROR),
        (float("inf"), Flaw.EXCEL_ERROR),
        (MOST, Flaw.TOO_LARGE),
        (ExcelError("#N/A"), Flaw.EXCEL_ERROR),
        (True, Flaw.IS_BOOLEAN),
        (date(2026, 1, 1), Flaw.IS_DATE),
    ],
)
def test_what_is_no_number_is_refused_and_never_guessed(value: CellValue, flaw: Flaw) -> None:
    reading = read_number(cell(value))
    assert (reading.value, reading.flaw) == (None, flaw)


@pytest.mark.parametrize("value", [None, "", "  ", "\u00a0"])
def test_a_blank_is_neither_a_number_nor_a_flaw(value: CellValue) -> None:
    for read in (read_number, read_whole, read_rate, read_year, read_date, read_yes_no, read_done):
        assert read(cell(value)).is_blank


@given(st.integers(0, MOST - 1))
def test_a_whole_number_is_read_as_number_text_or_in_groups_of_three(number: int) -> None:
    assert read_whole(cell(number)).value == number
    assert read_whole(cell(str(number))).value == number
    grouped = format_integer(number).replace(".", "\u00a0")
    assert read_whole(cell(grouped)).value == number


@given(st.text(max_size=12))
def test_a_text_is_read_only_when_it_holds_nothing_but_a_number(text: str) -> None:
    reading = read_number(cell(text))
    assert (reading.value is None) or any(one.isdigit() for one in text)
    assert (reading.value is None) or not any(one.isalpha() or one == "." for one in text)


@pytest.mark.parametrize(
    ("value", "flaw"), [(-1, Flaw.NEGATIVE), ("-0,5", Flaw.NEGATIVE), (0.5, Flaw.NOT_WHOLE)]
)
def test_people_are_counted_in_whole_numbers_from_0_on(value: CellValue, flaw: Flaw) -> None:
    assert read_whole(cell(value)).flaw is flaw


def test_a_rate_may_have_decimals_but_no_sign() -> None:
    assert read_rate(cell("8,5")).value == Fraction(17, 2)
    assert read_rate(cell(-8.5)).flaw is Flaw.NEGATIVE


@pytest.mark.parametrize(
    ("value", "day"),
    [
        (date(2026, 4, 3), date(2026, 4, 3)),
        ("03/04/2026", date(2026, 4, 3)),
        (" 3/4/2026 ", date(2026, 4, 3)),
        ("29/02/2024", date(2024, 2, 29)),
        ("2026-04-03", None),
        ("3/4/26", None),
        ("04/13/2026", None),
        ("\uff13/4/2026", None),
        (46000, None),
        (True, None),
    ],
)
def test_a_date_is_a_date_or_day_month_year(value: CellValue, day: date | None) -> None:
    reading = read_date(cell(value))
    assert reading.value == day
    assert reading.flaw is (None if day else Flaw.NO_DATE)


@pytest.mark.parametrize(
    ("value", "year"),
    [(2022, 2022), (2022.0, 2022), ("2022", 2022), (22, None), ("2022-H1", None),
     (2022.5, None), (date(2022, 1, 1), None), (float("inf"), None)],
)  # fmt: skip
def test_a_year_has_four_digits(value: CellValue, year: int | None) -> None:
    assert read_year(cell(value)).value == year


def test_not_yet_done_is_no_answer_to_a_question_of_yes_or_no() -> None:
    assert read_done(cell("chưa")).value is False
    assert read_yes_no(cell("chưa")).flaw is Flaw.NOT_YES_OR_NO
    assert read_yes_no(cell(ExcelError("#REF!"))).flaw is Flaw.EXCEL_ERROR
