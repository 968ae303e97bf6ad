"""The cells of a workbook, read by openpyxl from a reduced, safe package."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import cached_property

from openpyxl import Workbook, load_workbook
from openpyxl.cell.read_only import ReadOnlyCell

from workbook.domain.register import CellValue, ExcelError, RawCell
from workbook.reader.package import Content
from workbook.reader.reduced import UNDERSCORE, reduced
from workbook.reader.thinning import column_letters

_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")
_PERCENT_FORMAT = re.compile(r'^(?:[^"\\%]|"[^"]*"|\\.)*%')
_EXACT = 10**15


@dataclass(frozen=True)
class Cell:
    """A cell of content; `formula` without its cached value, which is read on demand."""

    value: CellValue
    formula: str | None
    font: str | None


class Grid:
    """One sheet: cells by (row, column), both counted from 1."""

    def __init__(self, book: Book, index: int, name: str, visible: bool) -> None:
        """Keep the place in the book; cells are read when first asked for."""
        self._book, self._index = book, index
        self.name = name
        self.visible = visible

    @cached_property
    def cells(self) -> Mapping[tuple[int, int], Cell]:
        """All cells of content."""
        return self._book.read(self._index)

    @cached_property
    def _cached(self) -> Mapping[tuple[int, int], Cell]:
        return self._book.read(self._index, computed=True)

    @cached_property
    def marker(self) -> str:
        """The text of A1; the sheet's other rows are not read for it."""
        cell = self._book.read(self._index, last_row=1).get((1, 1))
        return cell.value.strip() if cell and isinstance(cell.value, str) else ""

    @cached_property
    def last_row(self) -> int:
        """The last row with content, 0 for an empty sheet."""
        return max((row for row, _ in self.cells), default=0)

    def text(self, row: int, column: int) -> str:
        """Return a cell's text, "" where it holds none."""
        cell = self.cells.get((row, column))
        return cell.value.strip() if cell and isinstance(cell.value, str) else ""

    def formula(self, row: int, column: int) -> str | None:
        """Return a cell's formula, None where it holds none."""
        cell = self.cells.get((row, column))
        return cell.formula if cell else None

    def raw(self, row: int, column: int) -> RawCell:
        """Return a cell as typed; of a formula its result as last computed."""
        cell = self.cells.get((row, column))
        if cell is not None and cell.formula is not None:
            cell = self._cached.get((row, column))
        where = address(row, column)
        if cell is None:
            return RawCell(None, self.name, where)
        return RawCell(cell.value, self.name, where, cell.font)


def address(row: int, column: int) -> str:
    """Return the A1 text of a cell, both counted from 1."""
    return f"{column_letters(column)}{row}"


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
            Grid(self, index, sheet.name, sheet.visible)
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
        if _PERCENT_FORMAT.match(cell.number_format or ""):
            return _as_percent(value)
        whole = isinstance(value, float) and value.is_integer() and abs(value) < _EXACT
        return int(value) if whole else value
    return _unescape(str(value))


def _as_percent(value: int | float) -> str:
    """Return what the cell shows: who types 98% means no 0.98, and 100% no 1."""
    number = Decimal(repr(value)) * 100
    return f"{number.normalize():f}%".replace(".", ",")


def _unescape(text: str) -> str:
    """Resolve `_x0001_` as Excel does; a text typed so is escaped twice."""
    if "_x" in text:
        text = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)
    return text.replace("\r\n", "\n").replace(UNDERSCORE, "_")
