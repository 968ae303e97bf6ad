"""A range of cells, behind `xlwings.Range`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from openpyxl.cell.cell import Cell
from openpyxl.worksheet.hyperlink import Hyperlink
from xlwings import base_classes

from tests.xlwings_engine import sizes
from tests.xlwings_engine.areas import MAX_COLUMN, MAX_ROW, Area
from tests.xlwings_engine.cells import SheetCells
from tests.xlwings_engine.com_values import ComValue
from tests.xlwings_engine.formats import Borders, Font, Rgb, StyledCell, common, fill_of, set_fill
from tests.xlwings_engine.journal import Kind
from tests.xlwings_engine.notes import Note

if TYPE_CHECKING:
    from tests.xlwings_engine.names import Name
    from tests.xlwings_engine.sheets import Sheet

_T = TypeVar("_T")
_Block: TypeAlias = _T | tuple[tuple[_T, ...], ...]
_STEPS = {"d": (1, 0), "u": (-1, 0), "r": (0, 1), "l": (0, -1)}


class Range(base_classes.Range):
    """A rectangle of cells; `empty` where xlwings sliced it down to no cells."""

    options: dict[str, object]  # xlwings keeps its own here

    def __init__(self, sheet: Sheet, area: Area) -> None:
        self._sheet = sheet
        self.area = area
        self.empty = not (area.rows and area.columns)

    # --- where it is ---------------------------------------------------------------------

    @property
    def api(self) -> Range | None:
        """Something true, without which xlwings writes nothing."""
        return None if self.empty else self

    @property
    def sheet(self) -> Sheet:
        return self._sheet

    @property
    def cells(self) -> SheetCells:
        """The sheet's cells."""
        return self._sheet.cells_store

    @property
    def row(self) -> int:
        return self.area.row

    @property
    def column(self) -> int:
        return self.area.column

    @property
    def shape(self) -> tuple[int, int]:
        return self.area.rows, self.area.columns

    @property
    def address(self) -> str:
        return self.area.address()

    def get_address(self, row_absolute: bool, col_absolute: bool, external: bool) -> str:
        address = self.area.address(row_absolute, col_absolute)
        if not external:
            return address
        place = f"[{self._sheet.book.name}]{self._sheet.name}"
        plain = place.replace("[", "").replace("]", "").replace(".", "").isalnum()
        return f"{place}!{address}" if plain else f"'{place}'!{address}"

    def __len__(self) -> int:
        return self.area.rows * self.area.columns

    def __call__(self, *position: int) -> Range:
        if len(position) == 1:
            row, column = divmod(position[0] - 1, self.area.columns)
        else:
            row, column = position[0] - 1, position[1] - 1
        return self.part(Area(self.area.row + row, self.area.column + column))

    def part(self, area: Area) -> Range:
        """Return another range of the same sheet."""
        return Range(self._sheet, area)

    def cross(self, kind: Kind, member: str) -> None:
        """Record a round trip that this range makes."""
        self.cells.journal.cross(kind, self._sheet.name, self.area.address(False, False), member)

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

    def clear_formats(self) -> None:
        def plain(cell: StyledCell) -> None:
            cell.style = "Normal"

        self.change_format("clear_formats", plain)

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

    # --- formats -------------------------------------------------------------------------

    def _known(self) -> Iterator[StyledCell | None]:
        # Whole columns and rows are judged by the cells that exist.
        large = len(self) > 100_000
        for place in self.cells.inside(self.area) if large else self.area.places():
            yield self.cells.existing(place)

    def uniform(self, get: Callable[[StyledCell | None], _T]) -> _T | None:
        """Return what all cells share, or None where they differ."""
        self.cross("format", "get")
        return common([get(cell) for cell in self._known()] or [get(None)])

    def change_format(self, member: str, change: Callable[[StyledCell], None]) -> None:
        """Change the format of each cell."""
        self.cross("format", member)
        self.cells.guard_right("formatCells")
        large = len(self) > 100_000
        for place in self.cells.inside(self.area) if large else self.area.places():
            change(self.cells.sheet.cell(*place))

    @property
    def number_format(self) -> str | None:
        return self.uniform(lambda cell: cell.number_format if cell else "General")

    @number_format.setter
    def number_format(self, value: str) -> None:
        self.change_format("number_format", lambda cell: setattr(cell, "number_format", value))

    @property
    def font(self) -> Font:
        return Font(self)

    @property
    def borders(self) -> Borders:
        return Borders(self)

    @property
    def color(self) -> Rgb | None:
        fills = [fill_of(cell) for cell in self._known()] or [None]
        self.cross("format", "color")
        # A mixed fill has the colour 0, which xlwings shows as black.
        return fills[0] if common([fill == fills[0] for fill in fills]) else (0, 0, 0)

    @color.setter
    def color(self, value: object) -> None:
        self.change_format("color", lambda cell: set_fill(cell, value))

    def set_colors(self, colors: list[list[object]]) -> None:
        """Paint cell by cell: on Windows each cell is a round trip."""
        for row, line in enumerate(colors, 1):
            for column, color in enumerate(line, 1):
                if color is not ...:
                    self(row, column).color = color

    @property
    def row_height(self) -> float | None:
        self.cross("format", "row_height")
        return common(sizes.heights(self.cells.sheet, self.area))

    @row_height.setter
    def row_height(self, value: float) -> None:
        self.cross("format", "row_height")
        self.cells.guard_right("formatRows")
        sizes.set_height(self.cells, self.area, value)

    @property
    def column_width(self) -> float | None:
        self.cross("format", "column_width")
        return common(sizes.widths(self.cells.sheet, self.area))

    @column_width.setter
    def column_width(self, value: float) -> None:
        self.cross("format", "column_width")
        self.cells.guard_right("formatColumns")
        sizes.set_width(self.cells, self.area, value)

    @property
    def row_hidden(self) -> bool | None:
        self.cross("format", "row_hidden")
        return common([h == 0 for h in sizes.heights(self.cells.sheet, self.area)])

    @row_hidden.setter
    def row_hidden(self, value: bool) -> None:
        self.cross("format", "row_hidden")
        self.cells.guard_right("formatRows")
        sizes.hide_rows(self.cells, self.area, value)

    @property
    def column_hidden(self) -> bool | None:
        self.cross("format", "column_hidden")
        return common([w == 0 for w in sizes.widths(self.cells.sheet, self.area)])

    @column_hidden.setter
    def column_hidden(self, value: bool) -> None:
        self.cross("format", "column_hidden")
        self.cells.guard_right("formatColumns")
        sizes.hide_columns(self.cells, self.area, value)

    def autofit(self, axis: str | None = None) -> None:
        """Show hidden rows or columns again; how large they become is Excel's matter."""
        if axis is None or axis[0] == "r":
            self.cross("format", "rows.autofit")
            self.cells.guard_right("formatRows")
            sizes.autofit_rows(self.cells, self.area)
        if axis is None or axis[0] == "c":
            self.cross("format", "columns.autofit")
            self.cells.guard_right("formatColumns")
            sizes.autofit_columns(self.cells, self.area)

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
