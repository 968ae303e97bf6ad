"""Where printed pages end, so that no heading stands alone at a page's foot."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from workbook.layout.text_fit import column_points

MARGIN = 0.35  # inches
HEAD_MARGIN = 0.6
FOOT_MARGIN = 0.6
_LONG, _SHORT = 11.69, 8.27  # the sides of A4
_POINTS_AN_INCH = 72
# Printers and programs differ: what fits on the shorter page fits everywhere.
_SHORTER, _LONGER = 0.96, 1.04

Rows = tuple[int, int]


@dataclass(frozen=True)
class Printed:
    """What is printed of a sheet: heights of the rows from the first on, hidden ones 0.

    `widths` are those of the visible columns, `repeated` the rows on top of later pages.
    """

    heights: Sequence[float]
    widths: Sequence[float]
    repeated: Rows
    portrait: bool = False

    @property
    def room(self) -> float:
        """How many points of rows a page holds, one page wide as it is printed."""
        wide, high = (_SHORT, _LONG) if self.portrait else (_LONG, _SHORT)
        within = (wide - 2 * MARGIN) * _POINTS_AN_INCH
        scale = min(1.0, within / sum(column_points(width) for width in self.widths))
        return (high - HEAD_MARGIN - FOOT_MARGIN) * _POINTS_AN_INCH / scale

    def height(self, rows: Rows) -> float:
        """Return the height of some rows, both ends among them."""
        return sum(self.heights[rows[0] - 1 : rows[1]])


def fits_on_one_page(printed: Printed) -> bool:
    """Tell whether all rows surely print on the first page."""
    return sum(printed.heights) < printed.room * _SHORTER


def breaks_before(printed: Printed, kept: Iterable[Rows]) -> list[int]:
    """Return the rows before which a page must end, so that each block stays on one page."""
    blocks = dict(kept)
    flows = [_Flow(printed, printed.room * share) for share in (_SHORTER, _LONGER)]
    found = []
    for row in range(1, len(printed.heights) + 1):
        if row in blocks and len({page for flow in flows for page in flow.ends(blocks[row])}) > 1:
            found.append(row)
            for flow in flows:
                flow.turn()
                flow.page = len(found) * len(printed.heights)  # alike in both from here on
        for flow in flows:
            flow.put()
    return found


class _Flow:
    """Rows running over pages of one height."""

    def __init__(self, printed: Printed, room: float) -> None:
        self._printed, self._room = printed, room
        self._row, self._used = 1, 0.0
        self.page = 0

    def put(self) -> None:
        """Print the next row."""
        height = self._printed.heights[self._row - 1]
        if self._used + height > self._room:
            self.turn()
        self._used += height
        self._row += 1

    def turn(self) -> None:
        """Begin a page with the next row."""
        repeated = self._printed.repeated
        self.page += 1
        self._used = self._printed.height(repeated) if self._row > repeated[1] else 0.0

    def ends(self, last: int) -> tuple[int, int]:
        """Return the pages of the next row and of a later one, were they printed now."""
        before = self._row, self._used, self.page
        self.put()
        first = self.page
        while self._row <= last:
            self.put()
        pages = first, self.page
        self._row, self._used, self.page = before
        return pages
