"""Rectangles of cells and their A1 addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from openpyxl.utils import column_index_from_string, get_column_letter

MAX_ROW, MAX_COLUMN = 1_048_576, 16_384
_END = r"\$?(?P<{c}>[A-Z]{{1,3}})?\$?(?P<{r}>[0-9]{{1,7}})?"
_ADDRESS = re.compile(f"{_END.format(c='c1', r='r1')}(:{_END.format(c='c2', r='r2')})?")


class Area(NamedTuple):
    """A rectangle; rows and columns count from 1, as in Excel."""

    row: int
    column: int
    rows: int = 1
    columns: int = 1

    @property
    def last_row(self) -> int:
        """The number of the last row."""
        return self.row + self.rows - 1

    @property
    def last_column(self) -> int:
        """The number of the last column."""
        return self.column + self.columns - 1

    @property
    def single(self) -> bool:
        """Whether this is one cell."""
        return self.rows == self.columns == 1

    def places(self) -> Iterator[tuple[int, int]]:
        """Yield (row, column) of each cell, row by row."""
        for row in range(self.row, self.last_row + 1):
            for column in range(self.column, self.last_column + 1):
                yield row, column

    def within(self, other: Area) -> Area | None:
        """Return the part that both share, or None."""
        top, left = max(self.row, other.row), max(self.column, other.column)
        bottom = min(self.last_row, other.last_row)
        right = min(self.last_column, other.last_column)
        if bottom < top or right < left:
            return None
        return Area(top, left, bottom - top + 1, right - left + 1)

    def address(self, row_absolute: bool = True, column_absolute: bool = True) -> str:
        """Return the address as Excel writes it: whole columns as $A:$B."""
        row, column = "$" * row_absolute, "$" * column_absolute
        left, right = get_column_letter(self.column), get_column_letter(self.last_column)
        if self.rows == MAX_ROW:
            return f"{column}{left}:{column}{right}"
        if self.columns == MAX_COLUMN:
            return f"{row}{self.row}:{row}{self.last_row}"
        first = f"{column}{left}{row}{self.row}"
        last = f"{column}{right}{row}{self.last_row}"
        return first if self.single else f"{first}:{last}"


def between(one: Area, other: Area) -> Area:
    """Return the smallest rectangle around both."""
    top, left = min(one.row, other.row), min(one.column, other.column)
    bottom = max(one.last_row, other.last_row)
    right = max(one.last_column, other.last_column)
    return Area(top, left, bottom - top + 1, right - left + 1)


def parse(address: str) -> Area | None:
    """Read an A1 address ("B2", "$B$2:C9", "A:D", "1:9"); None where it is none."""
    match = _ADDRESS.fullmatch(address.strip().upper())
    if match is None:
        return None
    c1, r1, c2, r2 = match.group("c1", "r1", "c2", "r2")
    if c2 is None and r2 is None:
        if c1 is None or r1 is None or ":" in address:
            return None
        c2, r2 = c1, r1
    if (c1 is None) != (c2 is None) or (r1 is None) != (r2 is None):
        return None
    columns = sorted(
        column_index_from_string(c) if c else d for c, d in ((c1, 1), (c2, MAX_COLUMN))
    )
    rows = sorted(int(r) if r else d for r, d in ((r1, 1), (r2, MAX_ROW)))
    if not (rows[0] >= 1 and rows[1] <= MAX_ROW and columns[1] <= MAX_COLUMN):
        return None
    return Area(rows[0], columns[0], rows[1] - rows[0] + 1, columns[1] - columns[0] + 1)
