"""A range of cells, behind `xlwings.Range`."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from openpyxl.cell.cell import Cell
from openpyxl.worksheet.hyperlink import Hyperlink

from tests.xlwings_engine.areas import MAX_COLUMN, MAX_ROW, Area
from tests.xlwings_engine.com_values import ComValue
from tests.xlwings_engine.formatted_range import FormattedRange
from tests.xlwings_engine.notes import Note

if TYPE_CHECKING:
    from tests.xlwings_engine.names import Name

_T = TypeVar("_T")
_Block: TypeAlias = _T | tuple[tuple[_T, ...], ...]
_STEPS = {"d": (1, 0), "u": (-1, 0), "r": (0, 1), "l": (0, -1)}


class Range(FormattedRange):
    """A range with its values, notes and links."""

    # --- values --------------------------------------------------------------------------

    def _block(self, get: Callable[[tuple[int, int]], _T]) -> _Block[_T]:
        rows = tuple(
            tuple(get((row, column)) for column in range(self.column, self.area.last_column + 1))
            for row in range(self.row, self.area.last_row + 1)
        )
        return rows[0][0] if self.area.single else rows

    @property
    def raw_value(self) -> _Block[ComValue]:
        if self.empty:
            return None
        self.cross("read", "value")
        return self._block(self.cells.value)

    @raw_value.setter
    def raw_value(self, data: object) -> None:
        if not self.empty:
            self.cross("write", "value")
            self.cells.write(self.area, data)

    @property
    def formula(self) -> _Block[str] | None:
        if self.empty:
            return None
        self.cross("read", "formula")
        return self._block(self.cells.formula)

    @formula.setter
    def formula(self, data: object) -> None:
        if not self.empty:
            self.cross("write", "formula")
            self.cells.write(self.area, data)

    formula2 = formula

    @property
    def has_array(self) -> bool:
        return False

    def clear_contents(self) -> None:
        if not self.empty:
            self.cross("write", "clear_contents")
            self.cells.clear(self.area)

    def clear(self) -> None:
        self.clear_contents()
        self.clear_formats()

    def end(self, direction: str) -> Range:
        self.cross("other", "end")
        down, right = _STEPS[direction[0]]
        row, column = self.row, self.column

        def filled(steps: int) -> bool:
            return self.cells.value((row + steps * down, column + steps * right)) is not None

        def possible(steps: int) -> bool:
            return 1 <= row + steps * down <= MAX_ROW and 1 <= column + steps * right <= MAX_COLUMN

        steps = 0
        if filled(0) and possible(1) and filled(1):
            while possible(steps + 1) and filled(steps + 1):
                steps += 1
        else:
            while possible(steps + 1) and not filled(steps + 1):
                steps += 1
            steps += possible(steps + 1)
        return self.part(Area(row + steps * down, column + steps * right))

    # --- notes, links, names, selection --------------------------------------------------

    @property
    def note(self) -> Note | None:
        self.cross("note", "note")
        cell = self.cells.existing((self.row, self.column))
        return Note(self._sheet, cell) if isinstance(cell, Cell) and cell.comment else None

    def add_note(self, text: str) -> Note:
        self.cross("note", "add_note")
        return Note.add(self._sheet, self.area, text)

    @property
    def hyperlink(self) -> str:
        self.cross("other", "hyperlink")
        cell = self.cells.existing((self.row, self.column))
        link = cell.hyperlink if isinstance(cell, Cell) else None
        if link is None:
            raise Exception("The cell doesn't seem to contain a hyperlink!")
        return link.target or ""

    def add_hyperlink(self, address: str, text_to_display: str = "", screen_tip: str = "") -> None:
        for _ in range(3):  # the link, its text, its tip
            self.cross("other", "add_hyperlink")
        self.cells.guard_right("insertHyperlinks")
        self.cells.write(self.area, text_to_display)
        cell = self.cells.sheet.cell(self.row, self.column)
        outside = None if address.startswith("#") else address
        location = address[1:] if outside is None else None
        cell.hyperlink = Hyperlink(
            ref=self.area.address(False, False),
            target=outside, location=location, tooltip=screen_tip, display=text_to_display,
        )  # fmt: skip

    @property
    def name(self) -> Name | None:
        return self._sheet.book.names.of(self)

    @name.setter
    def name(self, value: str) -> None:
        self._sheet.book.names.define(value, self)

    def select(self) -> None:
        self.cross("other", "select")
        if not self._sheet.is_active:
            raise self.cells.journal.refuse("Select method of Range class failed")
        self._sheet.selected = self.area

    @property
    def merge_area(self) -> Range:
        self.cross("other", "merge_area")
        for merged in self.cells.sheet.merged_cells.ranges:
            top, left = merged.min_row, merged.min_col
            area = Area(top, left, merged.max_row - top + 1, merged.max_col - left + 1)
            if area.within(Area(self.row, self.column)):
                return self.part(area)
        return self.part(Area(self.row, self.column))

    @property
    def merge_cells(self) -> bool:
        return not self.merge_area.area.single
