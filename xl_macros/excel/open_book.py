"""The open workbook -> a `Register`, by the same steps as a file is read."""

from __future__ import annotations

import xlwings as xw

from workbook.domain.register import Register
from workbook.layout.sheets import UNIT_MARKER_PREFIX
from workbook.reader.content import register_of
from xl_macros.excel.open_grid import OpenGrid
from xl_macros.excel.talk import Progress


def read_open_book(book: xw.Book, progress: Progress) -> Register:
    """Read what stands in the open workbook now, saved or not.

    Args:
        book: The workbook; nothing in it changes.
        progress: Is told each unit's sheet, its number and how many there are.

    Raises:
        UnusableInputError: This is no sổ, or its hidden plan is damaged.
    """
    grids: list[OpenGrid] = []

    def tell(grid: OpenGrid) -> None:
        units = [one for one in grids if one.marker.startswith(UNIT_MARKER_PREFIX)]
        if grid in units:
            progress(grid.name, units.index(grid) + 1, len(units))

    grids += [OpenGrid(sheet, tell) for sheet in book.sheets]
    return register_of(book.name, grids)
