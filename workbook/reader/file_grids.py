"""The cells of a workbook, read by openpyxl from a reduced, safe package."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from functools import cached_property

from openpyxl import Workbook, load_workbook
from openpyxl.cell.read_only import ReadOnlyCell

from workbook.domain.register import CellValue, ExcelError
from workbook.reader.grid import Cell, Grid, is_percent, number
from workbook.reader.package import Content
from workbook.reader.reduced import UNDERSCORE, reduced

_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")


class FileGrid(Grid):
    """One sheet of a file."""

    def __init__(self, book: Book, index: int, name: str, *, visible: bool) -> None:
        """Keep the place in the book."""
        super().__init__(name, visible=visible)
        self._book, self._index = book, index

    @cached_property
    def cells(self) -> Mapping[tuple[int, int], Cell]:
        """All cells of content."""
        return self._book.read(self._index)

    @cached_property
    def marker(self) -> str:
        """The text of A1; the sheet's other rows are not read for it."""
        cell = self._book.read(self._index, last_row=1).get((1, 1))
        return cell.value.strip() if cell and isinstance(cell.value, str) else ""

    @cached_property
    def _results(self) -> Mapping[tuple[int, int], Cell]:
        return self._book.read(self._index, computed=True)

    def result(self, row: int, column: int) -> Cell | None:
        """Return what a cell's formula gave when the file was saved."""
        return self._results.get((row, column))


# What openpyxl and the XML parsers raise on parts that are not what they claim to be;
# XML errors are SyntaxErrors.
_FOREIGN = (
    AttributeError, LookupError, OverflowError, RecursionError, SyntaxError, TypeError,
    ValueError, zipfile.BadZipFile,
)  # fmt: skip


class DamagedContentError(Exception):
    """Parts of a workbook contradict each other, or are no such XML."""


class Book:
    """The sheets of a workbook in the order of their tabs."""

    def __init__(self, content: Content) -> None:
        """Reduce the content to a package that openpyxl can be trusted with.

        Raises:
            DamagedContentError: here or when cells are read, the XML is not what it
                claims to be.
        """
        try:
            self._bytes = reduced(content)
        except _FOREIGN:
            raise DamagedContentError from None
        self.grids = tuple(
            FileGrid(self, index, sheet.name, visible=sheet.visible)
            for index, sheet in enumerate(content.sheets)
        )

    @cached_property
    def _formulas(self) -> Workbook:
        return self._load(computed=False)

    @cached_property
    def _results(self) -> Workbook:
        return self._load(computed=True)

    def _load(self, *, computed: bool) -> Workbook:
        return load_workbook(
            io.BytesIO(self._bytes), read_only=True, data_only=computed, keep_links=False
        )

    def read(
        self, index: int, *, computed: bool = False, last_row: int | None = None
    ) -> dict[tuple[int, int], Cell]:
        """Return the cells of content of a sheet; `computed`: results for formulas."""
        # Warnings speak of impossible dates, which are values of their own (errors).
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)
            found: dict[tuple[int, int], Cell] = {}
            try:
                book = self._results if computed else self._formulas
                for row in book.worksheets[index].iter_rows(max_row=last_row):
                    for cell in row:
                        if isinstance(cell, ReadOnlyCell) and cell.value is not None:
                            found[cell.row, cell.column] = _cell(cell)
            except _FOREIGN:
                raise DamagedContentError from None
            return found


def _cell(cell: ReadOnlyCell) -> Cell:
    font = cell.font
    name = font.name if font is not None else None
    if cell.data_type == "f":
        text = getattr(cell.value, "text", cell.value)
        return Cell(None, str(text), name)
    return Cell(_value(cell), None, name)


def _value(cell: ReadOnlyCell) -> CellValue:
    value = cell.value
    if cell.data_type == "e":
        return ExcelError(str(value))
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, bool | date):
        return value
    if isinstance(value, time | timedelta):
        return str(value)
    if isinstance(value, int | float):
        return number(value, percent=is_percent(cell.number_format or ""))
    return _unescape(str(value))


def _unescape(text: str) -> str:
    """Resolve `_x0001_` as Excel does; a text typed so is escaped twice."""
    if "_x" in text:
        text = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)
    return text.replace("\r\n", "\n").replace(UNDERSCORE, "_")
