"""Formats of many cells with few questions: Excel answers for an area where all are alike.

A mixed area has no answer; it is halved until each part has one.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple

import xlwings as xw

Place = tuple[int, int]


class Area(NamedTuple):
    """A rectangle of cells; both ends belong to it, counted from 1."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int

    def places(self) -> Iterator[Place]:
        """Yield (row, column) of each cell."""
        for row in range(self.first_row, self.last_row + 1):
            for column in range(self.first_column, self.last_column + 1):
                yield row, column

    def halves(self) -> tuple[Area, Area]:
        """Cut across the longer side; not for a single cell."""
        top, left, bottom, right = self
        if bottom - top >= right - left:
            middle = (top + bottom) // 2
            return Area(top, left, middle, right), Area(middle + 1, left, bottom, right)
        middle = (left + right) // 2
        return Area(top, left, bottom, middle), Area(top, middle + 1, bottom, right)


def runs(places: Collection[Place]) -> Iterator[Area]:
    """Yield the boxes around the places, one for all columns that stand beside each other."""
    by_column: dict[int, list[int]] = {}
    for row, column in places:
        by_column.setdefault(column, []).append(row)
    columns = sorted(by_column)
    for index, first in enumerate(columns):
        if index and columns[index - 1] == first - 1:
            continue
        last = first
        while last + 1 in by_column:
            last += 1
        rows = [row for column in range(first, last + 1) for row in by_column[column]]
        yield Area(min(rows), first, max(rows), last)


def uniform_parts(
    sheet: xw.Sheet, area: Area, get: Callable[[xw.Range], str | None]
) -> Iterator[tuple[Area, str]]:
    """Yield parts of an area, each with the answer that holds for all of its cells."""
    top, left, bottom, right = area
    answer = get(sheet.range((top, left), (bottom, right)))
    if answer is not None:
        yield area, answer
    elif (top, left) != (bottom, right):
        for half in area.halves():
            yield from uniform_parts(sheet, half, get)
