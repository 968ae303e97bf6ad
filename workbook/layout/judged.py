"""The very hidden sheet with Lịch sử and Cấu hình as they were when statuses were set.

Every cell stands in the row of its original; Lịch sử also in the same column, Cấu hình
at the right of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from workbook.domain.cell_addresses import column_letters
from workbook.domain.register import RawCell, Register
from workbook.layout.columns import history_columns
from workbook.layout.formulas import same
from workbook.layout.placement import HISTORY_FIRST_ROW, SettingsLayout, address, history_last_row
from workbook.layout.sheets import HISTORY, JUDGED, SETTINGS, quoted

FLAG_ROW = 1
FLAG_CELL = "B1"  # 1 where Lịch sử or Cấu hình has changed since
SETTINGS_COLUMN = len(history_columns()) + 1

_ROW = re.compile(r"\d+")


def flag() -> str:
    """Return the reference to the flag, for formulas on other sheets."""
    return f"{quoted(JUDGED)}!$B${FLAG_ROW}"


def row_of(cell: RawCell) -> int:
    """Return the row of a cell's address, 0 where it has none."""
    found = _ROW.search(cell.cell)
    return int(found[0]) if found else 0


def last_history_row(register: Register) -> int:
    """Return the last row of Lịch sử that is compared: all prepared or filled ones."""
    return max([history_last_row(), *(row_of(row.measure_id) for row in register.history)])


def flag_formula(last_row: int) -> str:
    """Return the array formula of the flag."""
    parts = [f"SUM(IF({same(typed, seen)},0,1))" for typed, seen in _compared(last_row)]
    return f"=IF({'+'.join(parts)}>0,1,0)"


def _compared(last_row: int) -> Iterator[tuple[str, str]]:
    typed = [index for index, column in enumerate(history_columns()) if column.entry]
    for _, run in groupby(enumerate(typed), key=lambda pair: pair[1] - pair[0]):
        indexes = [index for _, index in run]
        cells = f"{address(HISTORY_FIRST_ROW, indexes[0])}:{address(last_row, indexes[-1])}"
        yield f"{quoted(HISTORY)}!{cells}", f"{quoted(JUDGED)}!{cells}"
    place = SettingsLayout()
    letters = column_letters(place.column("value")), column_letters(SETTINGS_COLUMN)
    both = [f"{one}{place.FIRST_ROW}:{one}{place.last_row}" for one in letters]
    yield f"{quoted(SETTINGS)}!{both[0]}", f"{quoted(JUDGED)}!{both[1]}"
