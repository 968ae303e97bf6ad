"""The place and the formats of a range."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Self, TypeVar

from xlwings import base_classes

from tests.xlwings_engine import sizes
from tests.xlwings_engine.areas import Area
from tests.xlwings_engine.cells import SheetCells
from tests.xlwings_engine.formats import Borders, Font, Rgb, StyledCell, common, fill_of, set_fill
from tests.xlwings_engine.journal import Kind

if TYPE_CHECKING:
    from tests.xlwings_engine.sheets import Sheet

_T = TypeVar("_T")


class FormattedRange(base_classes.Range):
    """A rectangle of cells; `empty` where xlwings sliced it down to no cells."""

    options: dict[str, object]  # xlwings keeps its own here

    def __init__(self, sheet: Sheet, area: Area) -> None:
        self._sheet = sheet
        self.area = area
        self.empty = not (area.rows and area.columns)

    # --- where it is ---------------------------------------------------------------------

    @property
    def api(self) -> Self | None:
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

    def __call__(self, *position: int) -> Self:
        if len(position) == 1:
            row, column = divmod(position[0] - 1, self.area.columns)
        else:
            row, column = position[0] - 1, position[1] - 1
        return self.part(Area(self.area.row + row, self.area.column + column))

    def part(self, area: Area) -> Self:
        """Return another range of the same sheet."""
        return type(self)(self._sheet, area)

    def cross(self, kind: Kind, member: str) -> None:
        """Record a round trip that this range makes."""
        self.cells.journal.cross(kind, self._sheet.name, self.area.address(False, False), member)

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

    def clear_formats(self) -> None:
        def plain(cell: StyledCell) -> None:
            cell.style = "Normal"

        self.change_format("clear_formats", plain)
