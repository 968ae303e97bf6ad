"""What a table gives to the paragraphs of its cells: parts of its style, and a width."""

from __future__ import annotations

from lxml import etree

from docgen.form_check.cascade import Cascade, TableParts
from docgen.form_check.opening import W
from docgen.form_check.properties import cell_margins, first, millimetres

_WORD_MARGIN_MM = 1.9  # left and right of a cell where no level says otherwise


class TableLook:
    """A table's style, grid and look; asked for each of its cells.

    Args:
        table: the `w:tbl` element.
        cascade: the document's styles.
    """

    def __init__(self, table: etree._Element, cascade: Cascade) -> None:
        properties = table.find(f"{W}tblPr")
        style = properties.find(f"{W}tblStyle") if properties is not None else None
        self._style = style.get(f"{W}val", "") if style is not None else ""
        self._flags = properties.find(f"{W}tblLook") if properties is not None else None
        self._grid = [millimetres(one.get(f"{W}w")) or 0 for one in table.iterfind(f"{W}tblGrid/*")]
        self._rows = sum(1 for _ in table.iter(f"{W}tr"))
        own = properties.find(f"{W}tblCellMar") if properties is not None else None
        around = {"left": _WORD_MARGIN_MM, "right": _WORD_MARGIN_MM}
        self._margins = around | cascade.cell_margins(self._style) | cell_margins(own)

    def parts(self, row: int, column: int) -> TableParts:
        """Return the style and the parts of it that apply to a cell, the weakest first."""
        if self._flags is None:
            return (self._style,)
        heading = self._used(0x20, "firstRow")
        applied = (
            (not self._used(0x200, "noHBand"), f"band{1 + (row - heading) % 2}Horz"),
            (self._used(0x80, "firstColumn") and column == 0, "firstCol"),
            (self._used(0x100, "lastColumn") and column == len(self._grid) - 1, "lastCol"),
            (heading and row == 0, "firstRow"),
            (self._used(0x40, "lastRow") and row == self._rows - 1, "lastRow"),
        )
        return (self._style, *(part for applies, part in applied if applies))

    def _used(self, bit: int, name: str) -> bool:
        if self._flags is None:
            return False
        said = self._flags.get(f"{W}{name}")
        if said is not None:
            return said in ("1", "true", "on")
        try:
            return bool(int(self._flags.get(f"{W}val", "0"), 16) & bit)
        except ValueError:
            return False

    def text_width(self, cell: etree._Element, column: int) -> tuple[float | None, int]:
        """Return the width of a cell's text in mm and how many columns the cell spans.

        The width is None where the file does not say.
        """
        stated, span, around = None, 1, self._margins
        properties = first(cell, "tcPr")
        for child in properties if properties is not None else ():
            if child.tag == f"{W}tcW" and child.get(f"{W}type", "dxa") == "dxa":
                stated = millimetres(child.get(f"{W}w"))
            elif child.tag == f"{W}gridSpan" and child.get(f"{W}val", "").isdecimal():
                span = int(child.get(f"{W}val", "1"))
            elif child.tag == f"{W}tcMar":
                around = around | cell_margins(child)
        width = stated or sum(self._grid[column : column + span])
        return (width - around["left"] - around["right"] if width else None), span
