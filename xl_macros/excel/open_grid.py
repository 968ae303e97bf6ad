"""One sheet of the open workbook as the reader of a sổ wants it: two blocks, values and formulas.

Formats are asked for only where they decide what was meant: a percent sign behind a typed
number, a legacy font behind a text that could be Vietnamese.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from functools import cached_property

import xlwings as xw

from workbook.domain.register import CellValue, ExcelError
from workbook.domain.text_vi import may_be_legacy
from workbook.layout import columns
from workbook.reader.grid import Cell, Grid, is_percent, number
from workbook.reader.thinning import MAX_COLUMN, MAX_ROW
from xl_macros.excel.uniform import Place, runs, uniform_parts

_FIRST_DAY = date(1899, 12, 30)  # the day of a cell that holds a time alone
_ERROR_BASE = -2146828288  # Excel's CVErr numbers as COM gives them
# xlwings names the older errors; these come as numbers.
_NEWER_ERRORS = {2043: "#GETTING_DATA", 2045: "#SPILL!", 2049: "#FIELD!", 2050: "#CALC!"}
_ANY_ERROR = "#N/A"
_ERROR_TEXT = re.compile(r"#(DIV/0!|N/A|NAME\?|NULL!|NUM!|REF!|VALUE!)")
_KEY = re.compile(r"([a-z]+)\.(?:[^.]+\.)?([a-z_]+)")
_ENTRIES = frozenset(
    (column.table, column.key)
    for table in (
        columns.measure_columns(0, ()),
        columns.task_columns(),
        columns.funding_columns(0),
        columns.history_columns(),
        columns.setting_columns(),
    )
    for column in table
    if column.entry
)
_TABLES = frozenset(table for table, _ in _ENTRIES)


class OpenGrid(Grid):
    """A sheet of the open workbook, read when first asked for."""

    def __init__(self, sheet: xw.Sheet, on_reading: Callable[[OpenGrid], None]) -> None:
        """Keep the sheet; `on_reading` is called before its cells are read."""
        # Excel says 2 for a very hidden sheet, which is no truth value to rely on.
        super().__init__(sheet.name, visible=sheet.visible in (True, -1))
        self._sheet, self._on_reading = sheet, on_reading

    @cached_property
    def _block(self) -> xw.Range:
        """The cells that may hold content; beyond lies no table of a sổ."""
        last = self._sheet.used_range.last_cell
        corner = min(last.row, MAX_ROW), min(last.column, MAX_COLUMN)
        return self._sheet.range((1, 1), corner)

    @cached_property
    def _values(self) -> list[list[object]]:
        values: list[list[object]] = self._block.options(ndim=2, err_to_str=True).value
        return values

    @cached_property
    def marker(self) -> str:
        """The text of A1."""
        value = self._values[0][0]
        return value.strip() if isinstance(value, str) else ""

    @cached_property
    def cells(self) -> Mapping[tuple[int, int], Cell]:
        """All cells of content."""
        self._on_reading(self)
        formulas = self._formulas()
        found: dict[Place, Cell] = {}
        for row, line in enumerate(self._values, start=1):
            for column, value in enumerate(line, start=1):
                text = formulas[row - 1][column - 1]
                # A text that begins with "=" reads the same as value and as formula.
                formula = text if text.startswith("=") and text != value else None
                if formula is not None:
                    found[row, column] = Cell(None, formula, None)
                elif value is not None:
                    found[row, column] = Cell(_value(value), None, None)
        return self._with_formats(found)

    def _formulas(self) -> list[list[str]]:
        formulas = self._block.formula
        # A single cell comes as a text; an empty one of a block as "".
        block = ((formulas,),) if isinstance(formulas, str) else formulas
        return [[str(text) for text in line] for line in block]

    def result(self, row: int, column: int) -> Cell | None:
        """Return what a cell's formula gives now."""
        value = self._values[row - 1][column - 1]
        return None if value is None else Cell(_value(value), None, None)

    def _with_formats(self, found: dict[Place, Cell]) -> dict[Place, Cell]:
        typed = _typed(found)
        for place, shown in self._formats_of(typed).items():
            value = typed[place].value
            if isinstance(value, int | float) and is_percent(shown):
                found[place] = Cell(number(value, percent=True), None, None)
        for place, font in self._fonts_of(typed).items():
            found[place] = Cell(found[place].value, None, font)
        return found

    def _formats_of(self, typed: Mapping[Place, Cell]) -> dict[Place, str]:
        numbers = (
            place
            for place, cell in typed.items()
            if isinstance(cell.value, int | float) and not isinstance(cell.value, bool)
        )
        return self._spread(numbers, lambda area: area.number_format, typed)

    def _fonts_of(self, typed: Mapping[Place, Cell]) -> dict[Place, str]:
        texts = (
            place
            for place, cell in typed.items()
            if isinstance(cell.value, str) and may_be_legacy(cell.value)
        )
        return self._spread(texts, lambda area: area.font.name, typed)

    def _spread(
        self,
        places: Iterable[Place],
        get: Callable[[xw.Range], str | None],
        typed: Mapping[Place, Cell],
    ) -> dict[Place, str]:
        """Ask for a format of cells, as few times as their being alike allows."""
        wanted = set(places)
        return {
            place: shown
            for area in runs(wanted)
            for part, shown in uniform_parts(self._sheet, area, get)
            for place in part.places()
            if place in wanted and place in typed
        }


def _typed(found: Mapping[Place, Cell]) -> dict[Place, Cell]:
    """Return the cells below the headings of columns that people fill in."""
    open_since: dict[int, int] = {}  # column -> row from which it is filled in
    typed: dict[Place, Cell] = {}
    for (row, column), cell in sorted(found.items(), key=lambda item: item[0]):
        key = _KEY.fullmatch(cell.value.strip()) if isinstance(cell.value, str) else None
        if key and (key[1], key[2]) in _ENTRIES:
            open_since[column] = row + 2
        elif key and key[1] in _TABLES:
            open_since.pop(column, None)
        elif column in open_since and row >= open_since[column]:
            typed[row, column] = cell
    return typed


def _value(value: object) -> CellValue:
    """Return a value as the reader of files gives it."""
    if isinstance(value, bool):
        return value
    if isinstance(value, datetime):
        return value.date() if value.date() != _FIRST_DAY else str(_time(value))
    if isinstance(value, int):  # numbers come as floats: this is an error
        return ExcelError(_NEWER_ERRORS.get(value - _ERROR_BASE, _ANY_ERROR))
    if isinstance(value, float | Decimal):
        return number(float(value), percent=False)
    text = str(value)
    if _ERROR_TEXT.fullmatch(text):
        return ExcelError(text)
    return text.replace("\r\n", "\n")


def _time(value: datetime) -> time:
    return value.time()
