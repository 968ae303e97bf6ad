"""Numbers and dates in the Vietnamese forms."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.domain import numbers_vi as vi

SPACE = vi.NO_BREAK_SPACE


@pytest.mark.parametrize(
    ("number", "text"),
    [(0, "0"), (7, "7"), (1234, "1.234"), (1_234_567, "1.234.567"), (-1500, "−1.500")],
)
def test_thousands_are_parted_by_dots(number: int, text: str) -> None:
    assert vi.format_integer(number) == text


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (Fraction(36900, 371), 1, "99,5"),
        (Fraction(36900, 371), 2, "99,46"),
        (Fraction(199, 2), 0, "100"),
        (Fraction(1, 2), 0, "1"),
        (Fraction(-1, 2), 0, "−1"),
        (Fraction(5, 100), 1, "0,1"),
        (Fraction(1, 1000), 2, "0,00"),
        (Fraction(-1, 1000), 2, "0,00"),
        (Fraction(123456, 100), 2, "1.234,56"),
        (Fraction(80), 1, "80,0"),
        (Fraction(1999, 1000), 1, "2,0"),
    ],
)
def test_decimals_stand_after_a_comma_and_a_half_goes_up(
    value: Fraction, decimals: int, text: str
) -> None:
    assert vi.format_decimal(value, decimals) == text


@pytest.mark.parametrize(
    ("value", "text"), [(Fraction(199, 2), "99,5"), (Fraction(80), "80"), (Fraction(1100), "1.100")]
)
def test_a_plain_number_has_no_needless_zeros(value: Fraction, text: str) -> None:
    assert vi.format_plain(value, 2) == text


@pytest.mark.parametrize(
    ("number", "text"), [(0, "0"), (4, "04"), (9, "09"), (10, "10"), (1234, "1.234"), (-3, "−3")]
)
def test_small_counts_carry_a_zero(number: int, text: str) -> None:
    assert vi.format_count(number) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(81), "81"),
        (Fraction(625, 7), "89.2857"),
        (Fraction(199, 2), "99.5"),
        (Fraction(1, 20000), "0.0001"),
        (Fraction(-3, 2), "-1.5"),
        (Fraction(100_000), "100000"),
        (Fraction(0), "0"),
    ],
)
def test_machines_get_a_point_and_at_most_four_places(value: Fraction, text: str) -> None:
    assert vi.format_json(value) == text


@given(st.fractions(-(10**6), 10**6, max_denominator=10**5), st.integers(0, 6))
def test_rounding_agrees_with_decimal_arithmetic(value: Fraction, decimals: int) -> None:
    scaled = Decimal((value * 10**12).numerator) / Decimal((value * 10**12).denominator)
    wanted = (scaled / Decimal(10**12)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    assert vi.round_half_up(value, decimals) == Fraction(wanted)


@given(st.integers(-(10**12), 10**12))
def test_an_integer_reads_back(number: int) -> None:
    assert int(vi.format_integer(number).replace(".", "").replace(vi.MINUS, "-")) == number


def test_money_keeps_its_currency_on_the_line() -> None:
    assert vi.format_money(1_234_000) == f"1.234.000{SPACE}đồng"


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2026, 1, 5), "ngày 05 tháng 01 năm 2026"),
        (date(2026, 2, 28), "ngày 28 tháng 02 năm 2026"),
        (date(2026, 3, 12), "ngày 12 tháng 3 năm 2026"),
        (date(2026, 9, 9), "ngày 09 tháng 9 năm 2026"),
        (date(2026, 12, 14), "ngày 14 tháng 12 năm 2026"),
    ],
)
def test_a_date_in_words_has_zeros_by_the_decree(day: date, text: str) -> None:
    assert vi.format_date_long(day) == text


def test_a_date_in_figures_has_two_digits_each() -> None:
    assert vi.format_date_short(date(2026, 1, 5)) == "05/01/2026"
