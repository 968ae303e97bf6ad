"""Heights of rows and widths of columns; 0 hides, as Excel's own properties do."""

from __future__ import annotations

import copy

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.dimensions import ColumnDimension
from openpyxl.worksheet.worksheet import Worksheet

from tests.xlwings_engine.areas import Area
from tests.xlwings_engine.cells import SheetCells
from workbook.layout import text_fit

_TALLEST, _WIDEST = 409.0, 255.0
_MARGIN = 5 / 7 - 0.0034  # the file's width counts the cell's margins (Calibri 11)
_DEFAULT_HEIGHT, _DEFAULT_WIDTH = 15.0, 8.43


def _rows(cells: SheetCells, area: Area) -> range:
    # Beyond the used range a change of whole columns is of no consequence.
    return range(area.row, min(area.last_row, max(cells.used.last_row, area.row + 10_000)) + 1)


def heights(sheet: Worksheet, area: Area) -> list[float]:
    """Return the height of each row that the file describes, 0 for hidden ones."""
    default = sheet.sheet_format.defaultRowHeight or _DEFAULT_HEIGHT
    last = min(area.last_row, area.row + 10_000)
    found = []
    for row in range(area.row, last + 1):
        known = sheet.row_dimensions.get(row)
        if known is None:
            found.append(0.0 if sheet.sheet_format.zeroHeight else default)
        else:
            found.append(0.0 if known.hidden else known.height or default)
    return found


def set_height(cells: SheetCells, area: Area, value: float) -> None:
    """Give rows a height in points."""
    if not 0 <= value <= _TALLEST + 0.5:
        raise cells.journal.refuse("Unable to set the RowHeight property of the Range class")
    for row in _rows(cells, area):
        dimension = cells.sheet.row_dimensions[row]
        dimension.hidden = value == 0
        if value:
            dimension.height = float(value)


def hide_rows(cells: SheetCells, area: Area, hidden: bool) -> None:
    """Hide or show rows."""
    for row in _rows(cells, area):
        cells.sheet.row_dimensions[row].hidden = hidden


def autofit_rows(cells: SheetCells, area: Area) -> None:
    """Let the heights follow the wrapped texts, by estimate; hidden rows come back."""
    last_column = cells.used.last_column  # asked once: openpyxl looks through all cells
    for row in _rows(cells, area):
        height = _height_of_texts(cells, row, last_column)
        if height is not None or row in cells.sheet.row_dimensions:
            cells.sheet.row_dimensions[row].hidden = False
            cells.sheet.row_dimensions[row].height = height


def _height_of_texts(cells: SheetCells, row: int, last_column: int) -> float | None:
    """Return what the row's wrapped texts need; None where it has none."""
    heights = []
    for column in range(1, last_column + 1):
        cell, value = cells.existing((row, column)), cells.value((row, column))
        if cell is not None and isinstance(value, str) and cell.alignment.wrapText:
            width = widths(cells.sheet, Area(row, column))[0]
            size = float(cell.font.sz or 11)
            lines = text_fit.count_lines(value, width, size, bold=bool(cell.font.b))
            heights.append(text_fit.row_height(lines, size))
    return max(heights, default=None)


def _covering(sheet: Worksheet, column: int) -> ColumnDimension | None:
    for dimension in sheet.column_dimensions.values():
        if (dimension.min or 0) <= column <= (dimension.max or 0):
            return dimension
    return sheet.column_dimensions.get(get_column_letter(column))


def _own(sheet: Worksheet, column: int) -> ColumnDimension:
    """Return a column's own entry; the file describes like neighbours together."""
    together = _covering(sheet, column)
    first, last = (together.min, together.max) if together is not None else (None, None)
    if together is not None and first and last and first != last:
        del sheet.column_dimensions[get_column_letter(first)]
        for low, high in ((first, column - 1), (column, column), (column + 1, last)):
            if low <= high:
                part = copy.copy(together)
                part.index, part.min, part.max = get_column_letter(low), low, high
                sheet.column_dimensions[part.index] = part
    return sheet.column_dimensions[get_column_letter(column)]


def widths(sheet: Worksheet, area: Area) -> list[float]:
    """Return the width of each column in characters, 0 for hidden ones."""
    found = []
    for column in range(area.column, area.last_column + 1):
        known = _covering(sheet, column)
        if known is None:
            found.append(_DEFAULT_WIDTH)
        elif known.hidden:
            found.append(0.0)
        else:
            found.append(round(known.width - _MARGIN, 2) if known.customWidth else _DEFAULT_WIDTH)
    return found


def set_width(cells: SheetCells, area: Area, value: float) -> None:
    """Give columns a width in characters."""
    if not 0 <= value <= _WIDEST:
        raise cells.journal.refuse("Unable to set the ColumnWidth property of the Range class")
    for column in range(area.column, area.last_column + 1):
        dimension = _own(cells.sheet, column)
        dimension.hidden = value == 0
        if value:
            dimension.width = value + _MARGIN


def hide_columns(cells: SheetCells, area: Area, hidden: bool) -> None:
    """Hide or show columns."""
    for column in range(area.column, area.last_column + 1):
        _own(cells.sheet, column).hidden = hidden


def autofit_columns(cells: SheetCells, area: Area) -> None:
    """Let Excel find the widths: hidden columns come back."""
    for column in range(area.column, area.last_column + 1):
        dimension = _own(cells.sheet, column)
        dimension.hidden = False
        dimension.width = _DEFAULT_WIDTH + _MARGIN
