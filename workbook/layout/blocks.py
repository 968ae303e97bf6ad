"""Blocks of cells that Python computes: written into a new file and into the open book."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from workbook.domain.register import CellValue, ExcelError

Scalar = str | int | float
Value = None | str | int | float

NUMBER_SEEN = "#"  # before a number: one typed as text is judged differently
OTHER_SEEN = "#!"  # every error value, TRUE and FALSE: which one it is changes no status
_DAY_0 = date(1899, 12, 30)
_EXACT = 10**15  # from here on Excel writes a number with an exponent


class Formula(str):
    """A formula, with what it yields for the figures that it was computed from."""

    __slots__ = ("cached",)
    cached: Scalar

    def __new__(cls, text: str, cached: Scalar) -> Formula:
        """Keep the result beside the text, for readers that do not calculate."""
        made = super().__new__(cls, text)
        made.cached = cached
        return made


@dataclass(frozen=True)
class Block:
    """A rectangle of cells: `row` counts from 1, `column` from 0.

    None is an empty cell; a `Formula` begins with "=". Any other text that begins so
    stands in a cell formatted as text, where Excel leaves it alone.
    """

    sheet: str
    row: int
    column: int
    values: tuple[tuple[Value, ...], ...]


def table(sheet: str, row: int, column: int, rows: Iterable[Sequence[Value]]) -> Block:
    """Make a block of rows, blank texts as empty cells, shorter rows filled up."""
    lines = [tuple(None if value == "" else value for value in line) for line in rows]
    width = max(map(len, lines), default=0)
    return Block(sheet, row, column, tuple(line + (None,) * (width - len(line)) for line in lines))


def seen(value: CellValue) -> str | None:
    """Return what is kept of an entry: the text that `formulas.same` makes of its cell."""
    if isinstance(value, ExcelError | bool):
        return OTHER_SEEN
    if isinstance(value, date):
        return f"{NUMBER_SEEN}{(value - _DAY_0).days}"
    if isinstance(value, int | float):
        return f"{NUMBER_SEEN}{_number_as_excel_joins_it(value)}"
    return value or None


def _number_as_excel_joins_it(value: int | float) -> str:
    """Return a number as `cell&""` gives it, with a dot whatever the machine's separator."""
    if abs(value) < _EXACT and value == int(value):
        return str(int(value))
    digits = f"{value:.15g}"  # Excel keeps no more
    return f"{Decimal(digits):f}" if abs(value) < 1 else digits.upper()
