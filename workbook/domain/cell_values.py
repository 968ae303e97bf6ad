"""Raw cells -> whole numbers, rates, dates, có/không; with what is wrong of each.

A text is never guessed at: `99,5`, `1 234` and full-width digits have one meaning only
and are read (with a warning); `1.234` may be a thousand or a fraction and is refused.

Source: reference methods, section 6, first two rows; reference domain, 5.1 and 5.2.
"""

from __future__ import annotations

import math
import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum, auto
from fractions import Fraction
from typing import Generic, TypeVar

from workbook.domain.register import ExcelError, RawCell
from workbook.domain.text_vi import fold

T_co = TypeVar("T_co", covariant=True)

# Excel keeps 15 digits; beyond, a number is no longer the one that was typed.
MOST = 10**15
_MOST_DIGITS = 30
_FIRST_YEAR, _LAST_YEAR = 1900, 2999

_SPACE = "[ \u00a0\u2007\u2009\u202f]"
_GROUPED = re.compile(rf"-?\d{{1,3}}(?:{_SPACE}\d{{3}})+(?:,\d+)?")
_PLAIN = re.compile(r"-?\d+(?:,\d+)?")
_DOTTED = re.compile(r"-?\d[\d.,]*\.[\d.,]*\d")
_PERCENT = re.compile(r"-?[\d.,]+\s*[%‰]")
_DATE = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_FULL_WIDTH = re.compile("[\uff0b\uff0c\uff0d\uff0e\uff10-\uff19]")

_YES = frozenset({"có", "co"})
_NO = frozenset({"không", "khong"})
_NOT_DONE = _NO | {"chưa", "chua"}


class Flaw(Enum):
    """What is wrong with a cell's content."""

    WORDS = auto()
    AMBIGUOUS_DOT = auto()
    PERCENT = auto()
    NEGATIVE = auto()
    NOT_WHOLE = auto()
    TOO_LARGE = auto()
    EXCEL_ERROR = auto()
    IS_DATE = auto()
    IS_BOOLEAN = auto()
    NO_DATE = auto()
    NO_YEAR = auto()
    NOT_YES_OR_NO = auto()


@dataclass(frozen=True)
class Reading(Generic[T_co]):
    """A cell as understood: at most one of `value` and `flaw` is set.

    Both are None for a blank cell. `from_text` tells that a number was typed as text;
    `number` holds what a refused number would be (for the message), where it is one.
    """

    value: T_co | None = None
    flaw: Flaw | None = None
    from_text: bool = False
    number: Fraction | None = None

    @property
    def is_blank(self) -> bool:
        """Whether nothing is typed."""
        return self.value is None and self.flaw is None


def read_number(cell: RawCell) -> Reading[Fraction]:
    """Read any number, exactly as its decimal digits say."""
    value = cell.value
    if cell.is_blank:
        return Reading()
    if isinstance(value, bool):
        return Reading(flaw=Flaw.IS_BOOLEAN)
    if isinstance(value, date):
        return Reading(flaw=Flaw.IS_DATE)
    if isinstance(value, ExcelError):
        return Reading(flaw=Flaw.EXCEL_ERROR)
    if isinstance(value, int | float):
        return _bounded(value)
    return _number_in_text(cell.text)


def _bounded(value: int | float) -> Reading[Fraction]:
    if isinstance(value, float) and not math.isfinite(value):
        return Reading(flaw=Flaw.EXCEL_ERROR)
    # repr gives the digits that were typed: 0.1 is one tenth, not its binary neighbour.
    number = Fraction(value) if isinstance(value, int) else Fraction(Decimal(repr(value)))
    if abs(number) >= MOST:
        return Reading(flaw=Flaw.TOO_LARGE)
    return Reading(number)


def _number_in_text(text: str) -> Reading[Fraction]:
    plain = _FULL_WIDTH.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)
    plain = plain.replace("\u2212", "-")
    if not plain.isascii() and any(one.isdigit() and not one.isascii() for one in plain):
        return Reading(flaw=Flaw.WORDS)
    if _GROUPED.fullmatch(plain) or _PLAIN.fullmatch(plain):
        digits = re.sub(_SPACE, "", plain).replace(",", ".")
        if len(digits) > _MOST_DIGITS:
            return Reading(flaw=Flaw.TOO_LARGE)
        number = Fraction(digits)
        if abs(number) >= MOST:
            return Reading(flaw=Flaw.TOO_LARGE)
        return Reading(number, from_text=True)
    if _PERCENT.fullmatch(plain):
        return Reading(flaw=Flaw.PERCENT)
    return Reading(flaw=Flaw.AMBIGUOUS_DOT if _DOTTED.fullmatch(plain) else Flaw.WORDS)


def read_whole(cell: RawCell) -> Reading[int]:
    """Read a whole number from 0 on: people, schools, cases, đồng."""
    number = read_number(cell)
    if number.value is None:
        return Reading(flaw=number.flaw, number=number.number)
    value, from_text = number.value, number.from_text
    if value < 0:
        return Reading(flaw=Flaw.NEGATIVE, from_text=from_text, number=value)
    if value.denominator != 1:
        return Reading(flaw=Flaw.NOT_WHOLE, from_text=from_text, number=value)
    return Reading(value.numerator, from_text=from_text)


def read_rate(cell: RawCell) -> Reading[Fraction]:
    """Read a bare rate of an old report, in the measure's units (99.5 for 99,5 %)."""
    number = read_number(cell)
    if number.value is not None and number.value < 0:
        return Reading(flaw=Flaw.NEGATIVE, from_text=number.from_text, number=number.value)
    return number


def read_yes_no(cell: RawCell) -> Reading[bool]:
    """Read có/không in any case, in NFC or NFD, with or without its marks."""
    return _read_word(cell, _NO)


def read_done(cell: RawCell) -> Reading[bool]:
    """Read whether a task is done: có, không or chưa."""
    return _read_word(cell, _NOT_DONE)


def _read_word(cell: RawCell, words_for_no: frozenset[str]) -> Reading[bool]:
    if cell.is_blank:
        return Reading()
    if isinstance(cell.value, ExcelError):
        return Reading(flaw=Flaw.EXCEL_ERROR)
    word = fold(cell.value) if isinstance(cell.value, str) else ""
    if word in _YES:
        return Reading(True)
    return Reading(False) if word in words_for_no else Reading(flaw=Flaw.NOT_YES_OR_NO)


def read_date(cell: RawCell) -> Reading[date]:
    """Read a date; a text only as day/month/year, the way it is written in Vietnam."""
    if cell.is_blank:
        return Reading()
    if isinstance(cell.value, date):
        return Reading(cell.value)
    match = _DATE.fullmatch(cell.text) if isinstance(cell.value, str) else None
    if match is None or not match[0].isascii():
        return Reading(flaw=Flaw.NO_DATE)
    try:
        return Reading(date(int(match[3]), int(match[2]), int(match[1])), from_text=True)
    except ValueError:
        return Reading(flaw=Flaw.NO_DATE)


def read_year(cell: RawCell) -> Reading[int]:
    """Read a year of four digits, typed as a number or as text."""
    if cell.is_blank:
        return Reading()
    year = read_number(cell).value
    if year is None or year.denominator != 1 or not _FIRST_YEAR <= year <= _LAST_YEAR:
        return Reading(flaw=Flaw.NO_YEAR)
    return Reading(year.numerator)
