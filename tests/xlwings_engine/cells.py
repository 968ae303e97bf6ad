"""The cells of one sheet: read, written and refused as Excel does it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.formula.tokenizer import Token, Tokenizer, TokenizerError
from openpyxl.formula.translate import Translator
from openpyxl.styles.numbers import is_date_format
from openpyxl.utils import quote_sheetname
from openpyxl.worksheet.worksheet import Worksheet

from tests.xlwings_engine import text_rules
from tests.xlwings_engine.areas import Area, between
from tests.xlwings_engine.com_values import ComValue, formula_text, serial, to_com

if TYPE_CHECKING:
    from tests.xlwings_engine.journal import Journal

TEXT, GENERAL = "@", "General"
PROTECTED = (
    "The cell or chart you're trying to change is on a protected sheet. To make a change,"
    " unprotect the sheet. You might be requested to enter a password."
)
_LONGEST_TEXT, _LONGEST_FORMULA, _WIDEST_NUMBER = 32_767, 8_192, 10**11


@dataclass
class SheetCells:
    """The cells of a sheet.

    Attributes:
        sheet: Formulas and formats.
        results: What the formulas gave when the file was last calculated. They stay when
            an input changes; a formula that changes loses its own until `recalculate`.
        journal: Where refusals are recorded.
    """

    sheet: Worksheet
    journal: Journal
    results: dict[tuple[int, int], ComValue] = field(default_factory=dict)

    def take_results(self, calculated: Worksheet) -> None:
        """Keep the results of all formulas as a calculated copy of the file holds them."""
        self.results = {}
        for place in self._formulas():
            cell = calculated.cell(*place)
            self.results[place] = to_com(
                cell.value, cell.number_format, error=cell.data_type == "e"
            )

    def _formulas(self) -> Iterator[tuple[int, int]]:
        for place, cell in self.sheet._cells.items():
            if cell.data_type == "f":
                yield place

    def existing(self, place: tuple[int, int]) -> Cell | MergedCell | None:
        """Return a cell without making it: asking through openpyxl widens the used range."""
        return self.sheet._cells.get(place)

    def format_of(self, place: tuple[int, int]) -> str:
        """Return the number format of a cell."""
        cell = self.existing(place)
        return GENERAL if cell is None else cell.number_format

    @property
    def used(self) -> Area:
        """The used range; A1 on an empty sheet."""
        sheet = self.sheet
        if not sheet._cells:
            return Area(1, 1)
        first = Area(sheet.min_row, sheet.min_column)
        return between(first, Area(sheet.max_row, sheet.max_column))

    # --- reading -----------------------------------------------------------------------

    def value(self, place: tuple[int, int]) -> ComValue:
        """Return a cell's value; of a formula its last result."""
        cell = self.existing(place)
        if cell is None:
            return None
        if cell.data_type == "f":
            return self.results.get(place)
        return to_com(cell.value, cell.number_format, error=cell.data_type == "e")

    def formula(self, place: tuple[int, int]) -> str:
        """Return a cell's formula, or its constant as text."""
        cell = self.existing(place)
        return "" if cell is None else formula_text(cell.value, error=cell.data_type != "f")

    # --- what protection forbids -------------------------------------------------------

    def guard(self, area: Area) -> None:
        """Refuse to touch locked cells of a protected sheet."""
        if not self.sheet.protection.sheet:
            return
        for place in self.inside(area) if area.rows * area.columns > 100_000 else area.places():
            cell = self.existing(place)
            if cell is None or cell.protection.locked:
                raise self.journal.refuse(PROTECTED)

    def guard_right(self, right: str) -> None:
        """Refuse what the protection did not leave open ("formatCells", "objects" …)."""
        protection = self.sheet.protection
        if protection.sheet and getattr(protection, right):
            raise self.journal.refuse(PROTECTED)

    def inside(self, area: Area) -> Iterator[tuple[int, int]]:
        """Yield the places of an area that lie in the used range."""
        part = area.within(self.used)
        return iter(()) if part is None else part.places()

    # --- writing -----------------------------------------------------------------------

    def write(self, area: Area, data: object) -> None:
        """Write a scalar into every cell, or a block; all is checked before any is written."""
        self.guard(area)
        planned = [(place, self._plan(place, value)) for place, value in self._spread(area, data)]
        for place, value in planned:
            self._put(place, value)

    def _spread(self, area: Area, data: object) -> Iterator[tuple[tuple[int, int], object]]:
        if not isinstance(data, list | tuple):
            origin = area.address(False, False).split(":")[0]
            for row, column in area.places():
                yield (row, column), _moved(data, origin, Area(row, column).address(False, False))
            return
        block = data if data and isinstance(data[0], list | tuple) else [data]
        if len({len(row) for row in block}) > 1:
            raise TypeError("Expected sequences of equal length")  # as pywin32 says
        for row, column in area.places():
            yield (row, column), _element(block, row - area.row, column - area.column)

    def _plan(self, place: tuple[int, int], value: object) -> object:
        if value is None or value == "":
            return None
        cell = self.existing(place)
        if isinstance(cell, MergedCell):
            raise self._hazard(place, value, "would vanish behind a merged cell")
        number_format = GENERAL if cell is None else cell.number_format
        if isinstance(value, str):
            return self._plan_text(place, value, number_format)
        if number_format == TEXT:
            return self._plan_number_as_text(place, value)
        return value

    def _plan_text(self, place: tuple[int, int], text: str, number_format: str) -> object:
        if len(text) > _LONGEST_TEXT:
            raise self.journal.refuse(f"text of {len(text)} characters at {Area(*place).address()}")
        if text.startswith("'"):
            return _Text(text[1:], prefixed=True)
        if number_format == TEXT:
            return _Text(text)
        if text.startswith("=") and len(text) > 1:
            return self._plan_formula(place, text)
        if text_rules.converted(text):
            raise self._hazard(place, text, "would become a number, a date or the like")
        if text_rules.read_as_formula(text):
            raise self._hazard(place, text, "would be read as a formula")
        return _Text(text)

    def _plan_formula(self, place: tuple[int, int], text: str) -> str:
        fault = _formula_fault(text)
        if fault:
            raise self.journal.refuse(f"{fault} at {Area(*place).address()}: {text}")
        return text

    def _plan_number_as_text(self, place: tuple[int, int], value: object) -> object:
        # In a text cell Excel turns a number into the text that General would show; only
        # for whole ones this does not depend on the regional settings.
        number = value if isinstance(value, int | float) and not isinstance(value, bool) else None
        if number is not None and number == int(number) and abs(number) < _WIDEST_NUMBER:
            return _Text(str(int(number)))
        raise self._hazard(place, value, "would become a text of Excel's own making")

    def _hazard(self, place: tuple[int, int], value: object, what: str) -> Exception:
        where = f"{self.sheet.title}!{Area(*place).address(False, False)}"
        return self.journal.warn(f"{value!r} written into {where} {what}")

    def _put(self, place: tuple[int, int], value: object) -> None:
        cell = self.existing(place)
        if value is None:
            if isinstance(cell, Cell):
                self.results.pop(place, None)
                cell.value = None
            return
        cell = self.sheet.cell(*place)
        assert isinstance(cell, Cell)
        if isinstance(value, _Text):
            self.results.pop(place, None)
            cell.value = value.text
            cell.data_type = "s"  # openpyxl takes "=…" and "#N/A" for more than texts
            cell.quotePrefix = value.prefixed
        elif isinstance(value, str):
            self._put_formula(cell, value)
        else:
            self.results.pop(place, None)
            _put_value(cell, value)

    def _put_formula(self, cell: Cell, text: str) -> None:
        # The same formula keeps its result, as it would be calculated to the same.
        if cell.data_type != "f" or formula_text(cell.value) != text:
            self.results.pop((cell.row, cell.column), None)
            cell.value = text

    def follow_new_name(self, before: str, now: str) -> None:
        """Let the formulas name a sheet as it is called now; texts in them stay."""
        for place in list(self._formulas()):
            cell = self.sheet._cells[place]
            if isinstance(cell.value, str) and quote_sheetname(before) in cell.value:
                cell.value = _renamed(cell.value, before, now)

    def clear(self, area: Area) -> None:
        """Empty the cells; formats and notes stay."""
        self.guard(area)
        for place in self.inside(area):
            self._put(place, None)


@dataclass(frozen=True)
class _Text:
    text: str
    prefixed: bool = False


def _put_value(cell: Cell, value: object) -> None:
    moment = value if isinstance(value, dt.datetime) else None
    if moment is not None and cell.number_format == GENERAL:
        cell.number_format = "mm-dd-yy" if moment.time() == dt.time() else "m/d/yy h:mm"
    if moment is not None and not is_date_format(cell.number_format):
        value = serial(moment)
    number_format = cell.number_format
    cell.value = value  # type: ignore[assignment] # checked before: number, truth value, date
    cell.number_format = number_format  # openpyxl chooses one for dates
    cell.quotePrefix = False


def _element(block: Sequence[Sequence[object]], row: int, column: int) -> object:
    if row < len(block) and column < len(block[row]):
        return block[row][column]
    return "=NA()"  # Excel fills what the block does not reach with #N/A


def _moved(value: object, origin: str, place: str) -> object:
    # One formula for many cells is adjusted as if it had been filled from the first one.
    if isinstance(value, str) and value.startswith("=") and origin != place:
        return Translator(value, origin=origin).translate_formula(place)
    return value


def _renamed(formula: str, before: str, now: str) -> str:
    old, new = quote_sheetname(before) + "!", quote_sheetname(now) + "!"
    tokens = Tokenizer(formula).items
    parts = (
        token.value if token.subtype == Token.TEXT else token.value.replace(old, new)
        for token in tokens
    )
    return "=" + "".join(parts)


def _formula_fault(text: str) -> str:
    """Return why Excel does not take a formula given in English, or ""."""
    if len(text) > _LONGEST_FORMULA:
        return "formula too long"
    try:
        tokens = Tokenizer(text).items
    except (TokenizerError, IndexError):
        return "formula that cannot be read"
    depth = 0
    for token in tokens:
        depth += {Token.OPEN: 1, Token.CLOSE: -1}.get(token.subtype, 0)
        if depth < 0:
            return "formula with a bracket too many"
    if depth:
        return "formula with an open bracket"
    in_braces = any(token.type == Token.ARRAY for token in tokens)
    if not in_braces and any(";" in token.value for token in tokens if token.type != Token.OPERAND):
        return "formula with the separators of another language"
    return ""
