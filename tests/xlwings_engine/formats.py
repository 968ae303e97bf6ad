"""Fonts, fills and borders of a range."""

from __future__ import annotations

import copy
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeAlias, TypeVar, cast

from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles import Border as CellBorder
from openpyxl.styles import Font as CellFont
from openpyxl.styles import PatternFill, Side
from openpyxl.styles.colors import Color
from xlwings import base_classes

from tests.xlwings_engine.areas import Area

if TYPE_CHECKING:
    from tests.xlwings_engine.formatted_range import FormattedRange

_T = TypeVar("_T")
Rgb: TypeAlias = tuple[int, int, int]
StyledCell: TypeAlias = Cell | MergedCell
_STYLES = {  # (line style, weight) as xlwings names them, and as the file does
    ("continuous", "hairline"): "hair", ("continuous", "thin"): "thin",
    ("continuous", "medium"): "medium", ("continuous", "thick"): "thick",
    ("dash", "thin"): "dashed", ("dash", "medium"): "mediumDashed",
    ("dash_dot", "thin"): "dashDot", ("dash_dot", "medium"): "mediumDashDot",
    ("dash_dot_dot", "thin"): "dashDotDot", ("dash_dot_dot", "medium"): "mediumDashDotDot",
    ("dot", "thin"): "dotted", ("double", "thick"): "double",
    ("slant_dash_dot", "medium"): "slantDashDot",
}  # fmt: skip
_NAMED = {style: names for names, style in _STYLES.items()}
_NATURAL_WEIGHT = {"double": "thick", "slant_dash_dot": "medium"}
_PAIRS = {"inside_vertical": ("right", "left"), "inside_horizontal": ("bottom", "top")}


def common(values: Sequence[_T]) -> _T | None:
    """Return what all values are, or None where they differ, as COM does."""
    return values[0] if all(value == values[0] for value in values) else None


def rgb(color: Color | None) -> Rgb:
    """Return a colour of the file; black where none is given."""
    if color is None:
        return (0, 0, 0)
    if color.type == "theme" and color.theme in (0, 1):
        return (255, 255, 255) if color.theme == 0 else (0, 0, 0)
    if color.type == "indexed" and color.indexed in (64, 8):
        return (0, 0, 0)
    if color.type != "rgb":
        raise NotImplementedError(f"a colour of kind {color.type}")
    return _from_hex(color.rgb[-6:])


def _from_hex(text: str) -> Rgb:
    red, green, blue = bytes.fromhex(text.lstrip("#"))
    return red, green, blue


def file_color(color: object) -> str:
    """Return a colour given as "#rrggbb", number or tuple the way the file writes it."""
    if isinstance(color, str):
        color = _from_hex(color)
    elif isinstance(color, int):
        color = (color & 255, color >> 8 & 255, color >> 16 & 255)  # red in the lowest byte
    assert isinstance(color, tuple | list)
    return "FF" + "".join(f"{part:02X}" for part in color)


def fill_of(cell: StyledCell | None) -> Rgb | None:
    """Return the fill of a cell, or None."""
    if cell is None or cell.fill is None or cell.fill.fill_type is None:
        return None
    return rgb(cell.fill.fgColor)


def set_fill(cell: StyledCell, color: object) -> None:
    """Fill a cell; None takes its fill away."""
    cell.fill = PatternFill() if color is None else PatternFill("solid", fgColor=file_color(color))


class Font(base_classes.Font):
    """The font of a range: mixed properties read as None."""

    def __init__(self, parent: FormattedRange) -> None:
        self.parent = parent

    @property
    def api(self) -> Font:
        return self

    def _get(self, get: Callable[[CellFont], _T]) -> _T | None:
        # A cell that the file does not describe has the workbook's own font.
        own = self.parent.cells.sheet.parent._fonts[0]  # type: ignore[union-attr] # it has a parent
        return self.parent.uniform(lambda cell: get(cast(CellFont, cell.font) if cell else own))

    def _set(self, name: str, value: object) -> None:
        def change(cell: StyledCell) -> None:
            font = cast(CellFont, copy.copy(cell.font))
            setattr(font, name, value)
            cell.font = font

        self.parent.change_format(f"font.{name}", change)

    @property
    def bold(self) -> bool | None:
        return self._get(lambda font: bool(font.b))

    @bold.setter
    def bold(self, value: bool) -> None:
        self._set("b", value)

    @property
    def italic(self) -> bool | None:
        return self._get(lambda font: bool(font.i))

    @italic.setter
    def italic(self, value: bool) -> None:
        self._set("i", value)

    @property
    def size(self) -> float | None:
        return self._get(lambda font: font.sz)

    @size.setter
    def size(self, value: float) -> None:
        self._set("sz", value)

    @property
    def name(self) -> str | None:
        return self._get(lambda font: font.name)

    @name.setter
    def name(self, value: str) -> None:
        self._set("name", value)

    @property
    def color(self) -> Rgb:
        # A mixed colour reads as 0, which xlwings shows as black.
        return rgb(self._get(lambda font: font.color))

    @color.setter
    def color(self, value: object) -> None:
        self._set("color", Color(rgb=file_color(value)))


class Border(base_classes.Border):
    """One side of a range."""

    def __init__(self, parent: FormattedRange, side: str) -> None:
        self.parent = parent
        self.side = side

    @property
    def api(self) -> Border:
        return self

    def _places(self) -> list[tuple[Area, str]]:
        area = self.parent.area
        top, left, rows, columns = area
        edges = {
            "edge_top": (Area(top, left, 1, columns), "top"),
            "edge_bottom": (Area(area.last_row, left, 1, columns), "bottom"),
            "edge_left": (Area(top, left, rows, 1), "left"),
            "edge_right": (Area(top, area.last_column, rows, 1), "right"),
        }
        if self.side in edges:
            return [edges[self.side]]
        if self.side not in _PAIRS:
            raise NotImplementedError(f"border {self.side}")
        across = self.side == "inside_vertical"
        if (columns if across else rows) == 1:
            return []
        first, second = _PAIRS[self.side]
        if across:
            parts = Area(top, left, rows, columns - 1), Area(top, left + 1, rows, columns - 1)
        else:
            parts = Area(top, left, rows - 1, columns), Area(top + 1, left, rows - 1, columns)
        return [(parts[0], first), (parts[1], second)]

    def _first(self) -> Side:
        for area, side in self._places():
            cell = self.parent.cells.existing((area.row, area.column))
            found = getattr(cell.border, side) if cell is not None else None
            return found or Side()
        return Side()

    @property
    def line_style(self) -> str:
        self.parent.cross("format", "borders")
        style = self._first().style
        return "none" if style is None else _NAMED[style][0]

    @line_style.setter
    def line_style(self, value: str | None) -> None:
        self._change(lambda side: _with_style(side, value))

    @property
    def weight(self) -> str:
        self.parent.cross("format", "borders")
        style = self._first().style
        return "thin" if style is None else _NAMED[style][1]

    @weight.setter
    def weight(self, value: str) -> None:
        self._change(lambda side: _with_weight(side, value))

    @property
    def color(self) -> Rgb | None:
        self.parent.cross("format", "borders")
        side = self._first()
        return None if side.style is None else rgb(side.color)

    @color.setter
    def color(self, value: object) -> None:
        self._change(lambda side: Side(side.style or "thin", Color(rgb=file_color(value))))

    def _change(self, change: Callable[[Side], Side]) -> None:
        for area, name in self._places():

            def paint(cell: StyledCell, name: str = name) -> None:
                border = cast(CellBorder, copy.copy(cell.border))
                setattr(border, name, change(getattr(border, name) or Side()))
                cell.border = border

            self.parent.part(area).change_format("borders", paint)


def _with_style(side: Side, value: str | None) -> Side:
    if value in (None, "none"):
        return Side()
    weight = _NAMED[side.style][1] if side.style else "thin"
    if (value, weight) not in _STYLES:
        weight = _NATURAL_WEIGHT.get(str(value), "thin")
    return Side(_STYLES[str(value), weight], side.color)  # type: ignore[arg-type] # from the table


def _with_weight(side: Side, value: str) -> Side:
    line = _NAMED[side.style][0] if side.style else "continuous"
    if (line, value) not in _STYLES:
        line = "continuous"
    return Side(_STYLES[line, value], side.color)  # type: ignore[arg-type] # from the table


class Borders(base_classes.Borders):
    """The borders of a range."""

    def __init__(self, parent: FormattedRange) -> None:
        self.parent = parent

    @property
    def api(self) -> Borders:
        return self

    def __getitem__(self, side: str) -> Border:
        return Border(self.parent, side)

    def _grid(self) -> list[Border]:
        rows, columns = self.parent.shape
        inside = ["inside_vertical"] * (columns > 1) + ["inside_horizontal"] * (rows > 1)
        return [self[side] for side in (*base_classes.BORDER_GRID_SIDES[:4], *inside)]

    @property
    def line_style(self) -> str | None:
        return common([border.line_style for border in self._grid()])

    @line_style.setter
    def line_style(self, value: str | None) -> None:
        self.set(base_classes.BORDER_GRID_SIDES, line_style=value)

    @property
    def weight(self) -> str | None:
        return common([border.weight for border in self._grid()])

    @weight.setter
    def weight(self, value: str) -> None:
        self.set(base_classes.BORDER_GRID_SIDES, weight=value)

    @property
    def color(self) -> Rgb | None:
        return common([border.color for border in self._grid()])

    @color.setter
    def color(self, value: object) -> None:
        self.set(base_classes.BORDER_GRID_SIDES, color=value)

    def set(
        self,
        which: Sequence[str] = base_classes.BORDER_GRID_SIDES,
        *,
        line_style: object = base_classes._UNSET,
        weight: object = base_classes._UNSET,
        color: object = base_classes._UNSET,
    ) -> None:
        """Set colour, weight and line style in the order that xlwings promises."""
        for side in which:
            for name, value in (("color", color), ("weight", weight), ("line_style", line_style)):
                if value is not base_classes._UNSET:
                    setattr(self[side], name, value)
