"""Tables found by content: the hidden row of keys, the columns, the rows by their ids.

An inserted column and a moved row are understood. Whatever could be misread (a column
that stands twice, say) is not read but reported.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from workbook.domain.periods import Period
from workbook.domain.register import RawCell
from workbook.domain.text_vi import fold
from workbook.domain.validation.making import Subject
from workbook.domain.validation.messages_vi import Fault
from workbook.layout.columns import Column
from workbook.reader.damage import Damage
from workbook.reader.grid import Grid, address

ID = "id"
_Key = tuple[str, Period | None]


@dataclass(frozen=True)
class Table:
    """A table of a sheet: where its columns stand and between which rows it lies.

    `columns` maps (key, period) to the column's number; lost columns are not in it.
    """

    name: str
    grid: Grid
    columns: Mapping[_Key, int]
    entry_columns: tuple[int, ...]
    key_row: int
    last_row: int

    @property
    def rows(self) -> range:
        """The rows below the headings."""
        return range(self.key_row + 2, self.last_row + 1)

    def column(self, key: str, period: Period | None = None) -> int | None:
        """Return a column's number, None where it is lost."""
        return self.columns.get((key, period))

    def raw(self, row: int, key: str, period: Period | None = None) -> RawCell:
        """Return a cell as typed; a blank without address where the column is lost."""
        column = self.column(key, period)
        return RawCell(None, self.grid.name, "") if column is None else self.grid.raw(row, column)

    def typed_in(self, row: int) -> bool:
        """Whether people typed anything into a row (formulas do not count)."""
        cells = (self.grid.cells.get((row, column)) for column in self.entry_columns)
        return any(cell is not None and cell.value not in (None, "") for cell in cells)


def find_tables(
    grid: Grid, expected: Sequence[Sequence[Column]], damage: Damage
) -> dict[str, Table]:
    """Find the tables of a sheet by the keys of their columns."""
    key_rows = {
        columns[0].table: row
        for columns in expected
        for row in [_key_row(grid, columns, damage)]
        if row is not None
    }
    return {
        columns[0].table: _table(grid, columns, key_rows, damage)
        for columns in expected
        if columns[0].table in key_rows
    }


def _key_row(grid: Grid, columns: Sequence[Column], damage: Damage) -> int | None:
    keys = {column.full_key for column in columns}
    hits = Counter(
        row for (row, _), cell in grid.cells.items()
        if isinstance(cell.value, str) and cell.value.strip() in keys
    )  # fmt: skip
    table = columns[0].table
    if not hits:
        damage.of_sheet(Fault.TABLE_MISSING, grid.name, typed=columns[1].heading)
        return None
    first, *more = sorted(hits, key=lambda row: (-hits[row], row))
    for row in more:
        first_cell = address(first, 1)
        damage.at(Fault.TABLE_TWICE, grid, (row, 1), typed=table, other=first_cell)
    return first


def _table(
    grid: Grid, columns: Sequence[Column], key_rows: Mapping[str, int], damage: Damage
) -> Table:
    name = columns[0].table
    row = key_rows[name]
    found = _columns(grid, columns, row, damage)
    below = [other for other in key_rows.values() if other > row]
    entry = tuple(found[c.key, c.period] for c in columns if c.entry and (c.key, c.period) in found)
    return Table(
        name=name, grid=grid, columns=found, entry_columns=entry, key_row=row,
        last_row=min(below) - 1 if below else grid.last_row,
    )  # fmt: skip


def _columns(
    grid: Grid, columns: Sequence[Column], key_row: int, damage: Damage
) -> dict[_Key, int]:
    places: dict[str, list[int]] = {}
    for row, number in sorted(grid.cells):
        if row == key_row:
            places.setdefault(grid.text(row, number), []).append(number)
    found: dict[_Key, int] = {}
    for column in columns:
        numbers = places.get(column.full_key, [])
        told = Subject(period=column.period)
        if not numbers:
            damage.of_sheet(Fault.COLUMN_MISSING, grid.name, told, typed=_heading(column))
        elif len(numbers) > 1:
            first, last = address(key_row + 1, numbers[0]), (key_row + 1, numbers[-1])
            damage.at(Fault.COLUMN_TWICE, grid, last, told, typed=_heading(column), other=first)
        else:
            found[column.key, column.period] = numbers[0]
            _check_heading(grid, column, (key_row + 1, numbers[0]), damage)
    return found


def _heading(column: Column) -> str:
    return f"{column.heading}, {column.period.label}" if column.period else column.heading


def _check_heading(grid: Grid, column: Column, where: tuple[int, int], damage: Damage) -> None:
    if fold(grid.text(*where)) != fold(column.heading):
        told = Subject(period=column.period)
        damage.at(Fault.HEADING_CHANGED, grid, where, told, right=column.heading)


def rows_by_id(
    table: Table, known: Mapping[str, str], damage: Damage, *, blame: bool = False
) -> dict[str, int]:
    """Map ids to rows; `known` maps the folded ids that may stand here to the ids.

    An id that stands twice is read where it stands first, and reported (`blame`: as a
    fault of the measure of that id). A row of figures without a known id is reported.
    """
    found: dict[str, int] = {}
    column = table.column(ID)
    if column is None:
        return found
    for row in table.rows:
        text = table.raw(row, ID).text
        one = known.get(fold(text))
        if one is None:
            if table.typed_in(row):
                damage.at(Fault.ROW_UNKNOWN, table.grid, (row, column))
        elif one in found:
            first = address(found[one], column)
            told = Subject(one, one) if blame else Subject()
            damage.at(Fault.ROW_TWICE, table.grid, (row, column), told, typed=one, other=first)
        else:
            found[one] = row
    return found


def numbered(table: Table) -> Iterator[int]:
    """Yield the rows into which anything is typed."""
    return (row for row in table.rows if table.typed_in(row))
