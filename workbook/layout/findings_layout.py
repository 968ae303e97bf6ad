"""Where Kết quả kiểm tra holds its findings: rows prepared for them, and their columns."""

from __future__ import annotations

from workbook.domain.cell_addresses import column_letters
from workbook.layout.sheets import FINDINGS, quoted

HINT_ROW, COUNT_ROW, HEADING_ROW, FIRST_ROW = 4, 5, 7, 8
PREPARED_ROWS = 1000
_WHERE: tuple[tuple[str, float], ...] = (
    ("STT", 6), ("Mức độ", 12), ("Mã lỗi", 10), ("Kỳ", 12), ("Trang", 26), ("Ô", 9), ("Mã", 9),
)  # fmt: skip
COLUMNS = (*_WHERE, ("Nội dung và cách sửa", 90))
# In a file of its own, which goes to whoever has to mend the figures.
FILE_COLUMNS = (*_WHERE, ("Nội dung", 58), ("Việc cần làm", 50))
NUMBER, SEVERITY, CODE, PERIOD, SHEET, CELL, MEASURE, MESSAGE = range(8)

# Names of the columns that tell which cells are faulty: a conditional format of another
# sheet may name them, where it may not refer to them.
NAMES = {"kq_muc_do": SEVERITY, "kq_trang": SHEET, "kq_o": CELL}


def last_row(count: int = 0) -> int:
    """Return the last row that findings may stand in: the prepared ones, or more."""
    return FIRST_ROW + max(count, PREPARED_ROWS) - 1


def rows_used(count: int) -> tuple[int, int]:
    """Return the first and last row filled by so many findings; one says that none are."""
    return FIRST_ROW, FIRST_ROW + max(count, 1) - 1


def link_formula(sheet: str, cell: str, shown: str) -> str:
    """Return the formula of a link to a cell."""
    target = f"#{quoted(sheet)}!{cell}".replace('"', '""')
    return f'=HYPERLINK("{target}","{shown}")'


def whole_column(index: int) -> str:
    """Return a column's prepared rows, as a defined name refers to them."""
    letters = column_letters(index)
    return f"{quoted(FINDINGS)}!${letters}${FIRST_ROW}:${letters}${last_row()}"
