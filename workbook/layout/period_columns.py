"""Which columns of a unit's sheet are open: those of the period that is shown."""

from __future__ import annotations

from itertools import groupby

from workbook.domain.periods import Period
from workbook.layout import columns
from workbook.layout.columns import Column
from workbook.layout.placement import UnitLayout

ColumnRun = tuple[int, int, float]


def is_folded(column: Column, shown: Period) -> bool:
    """Tell whether a column belongs to the other period; its narrow band always shows."""
    return column.key != columns.BAND and column.period not in (None, shown)


def period_columns(place: UnitLayout, shown: Period) -> list[ColumnRun]:
    """Return what to do with the columns of both periods: first, last, width (0: closed).

    Columns beside each other that get the same width are one run. Columns that are
    always hidden, and those of no period, are left alone.
    """
    wanted = [
        (index, 0.0 if is_folded(column, shown) else column.width)
        for index, column in enumerate(place.columns)
        if column.period and not column.hidden and column.key != columns.BAND
    ]
    runs = []
    for _, run in groupby(enumerate(wanted), key=lambda pair: (pair[1][1], pair[1][0] - pair[0])):
        cells = [cell for _, cell in run]
        runs.append((cells[0][0], cells[-1][0], cells[0][1]))
    return runs
