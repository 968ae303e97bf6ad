"""Numbers and dates as Vietnamese offices write them.

A comma before the decimals, a dot between thousands (Luật Kế toán, Điều 12); dates by
Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 4. Nothing here rounds through
a float.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction

NO_BREAK_SPACE = "\u00a0"
MINUS = "−"

_LAST_MONTH_WITH_ZERO = 2
_FIRST_PLAIN_NUMBER = 10


def round_half_up(value: Fraction | int, decimals: int) -> Fraction:
    """Round to so many decimals; a half goes away from zero, as in Excel's ROUND."""
    scale = 10**decimals
    units = (abs(Fraction(value)) * scale * 2 + 1) // 2
    return Fraction(units if value >= 0 else -units, scale)


def format_integer(number: int) -> str:
    """Write a whole number with a dot between thousands: `1.234`, `−5`."""
    digits = f"{abs(number):,}".replace(",", ".")
    return f"{MINUS}{digits}" if number < 0 else digits


def format_decimal(value: Fraction | int, decimals: int) -> str:
    """Write a number with exactly so many decimals, half up: `99,46`, `1.234,5`."""
    rounded = round_half_up(value, decimals)
    scale = 10**decimals
    whole, part = divmod(abs(rounded.numerator * (scale // rounded.denominator)), scale)
    sign = MINUS if rounded < 0 else ""
    tail = f",{part:0{decimals}d}" if decimals else ""
    return f"{sign}{format_integer(whole)}{tail}"


def format_plain(value: Fraction | int, decimals: int) -> str:
    """Write a number with at most so many decimals and no needless zeros: `99,5`, `80`."""
    text = format_decimal(value, decimals)
    return text.rstrip("0").rstrip(",") if "," in text else text


def format_count(number: int) -> str:
    """Write a number of people or cases: `04`, `12`, `1.234`.

    Administrative texts set a zero before 1 to 9; 0 itself stays `0`.
    """
    if 0 < number < _FIRST_PLAIN_NUMBER:
        return f"0{number}"
    return format_integer(number)


def format_json(value: Fraction | int, places: int = 4) -> str:
    """Write a number for machines: a point, so many places half up, no trailing zeros."""
    rounded = round_half_up(value, places)
    scale = 10**places
    whole, part = divmod(abs(rounded.numerator * (scale // rounded.denominator)), scale)
    text = f"{whole}.{part:0{places}d}".rstrip("0").rstrip(".")
    return f"-{text}" if rounded < 0 else text


def format_money(dong: int) -> str:
    """Write an amount of money: `1.234.000 đồng`, unbroken before the currency."""
    return f"{format_integer(dong)}{NO_BREAK_SPACE}đồng"


def format_day_number(day: int) -> str:
    """Write a day of the month; days under 10 carry a zero (ND 30, Phụ lục I, II.4)."""
    return f"{day:02d}"


def format_month_number(month: int) -> str:
    """Write a month; only months 1 and 2 carry a zero (ND 30, Phụ lục I, II.4)."""
    return f"{month:02d}" if month <= _LAST_MONTH_WITH_ZERO else str(month)


def format_date_long(day: date) -> str:
    """Write a date in words: `ngày 05 tháng 01 năm 2026`, `ngày 12 tháng 3 năm 2026`."""
    return (
        f"ngày {format_day_number(day.day)} tháng {format_month_number(day.month)} năm {day.year}"
    )


def format_date_short(day: date) -> str:
    """Write a date in figures: `05/01/2026`."""
    return f"{day.day:02d}/{day.month:02d}/{day.year}"
