"""Kinh phí, Lịch sử and Cấu hình: what is typed in their tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbook.domain.periods import periods_of
from workbook.domain.plan import Plan
from workbook.domain.register import RawCell, RawFunding, RawHistory
from workbook.domain.settings import SPECS, SettingKind
from workbook.domain.text_vi import fold
from workbook.domain.validation.making import Subject
from workbook.domain.validation.messages_vi import COLUMN_NAMES, Fault
from workbook.layout import columns
from workbook.layout.columns import Column
from workbook.reader.damage import Damage
from workbook.reader.grid import Grid
from workbook.reader.tables import Table, find_tables, numbered, rows_by_id

_KEY = "key"


def _only_table(grid: Grid | None, expected: Sequence[Column], damage: Damage) -> Table | None:
    if grid is None:
        return None  # the lost sheet is reported where sheets are found
    return find_tables(grid, [expected], damage).get(expected[0].table)


def read_funding(plan: Plan, year: int, grid: Grid | None, damage: Damage) -> Iterator[RawFunding]:
    """Yield the money of every source, in the plan's order."""
    table = _only_table(grid, columns.funding_columns(year), damage)
    if table is None:
        return
    rows = rows_by_id(table, {fold(one.id): one.id for one in plan.funding}, damage)
    for source in plan.funding:
        if source.id not in rows:
            damage.of_sheet(Fault.ROW_MISSING, table.grid.name, typed=source.id)
            continue
        row = rows[source.id]
        _check_share(table, row, damage)
        yield RawFunding(
            source_id=source.id,
            planned=table.raw(row, "planned"),
            spent={period: table.raw(row, "spent", period) for period in periods_of(year)},
            note=table.raw(row, "note"),
        )


def _check_share(table: Table, row: int, damage: Damage) -> None:
    column = table.column("share")
    if column is not None and table.grid.formula(row, column) is None:
        told = Subject(COLUMN_NAMES["share"])
        damage.at(Fault.FORMULA_LOST, table.grid, (row, column), told)


def read_history(grid: Grid | None, damage: Damage) -> Iterator[RawHistory]:
    """Yield the rows of Lịch sử into which anything is typed."""
    table = _only_table(grid, columns.history_columns(), damage)
    if table is None:
        return
    for row in numbered(table):
        yield RawHistory(
            measure_id=table.raw(row, "id"),
            period=table.raw(row, "period"),
            area=table.raw(row, "area"),
            numerator=table.raw(row, columns.NUMERATOR),
            denominator=table.raw(row, columns.DENOMINATOR),
            amount=table.raw(row, "amount"),
            source=table.raw(row, columns.SOURCE),
            note=table.raw(row, columns.NOTE),
        )


def read_settings(grid: Grid | None, damage: Damage) -> dict[str, tuple[RawCell, ...]]:
    """Return the cells of every setting; a list takes several rows with one key."""
    table = _only_table(grid, columns.setting_columns(), damage)
    if table is None:
        return {}
    key_column = table.column(_KEY)
    specs = {fold(spec.key): spec for spec in SPECS}
    found: dict[str, list[RawCell]] = {}
    for row in table.rows:
        spec = specs.get(fold(table.raw(row, _KEY).text))
        if spec is None:
            if table.typed_in(row) and key_column is not None:
                damage.at(Fault.ROW_UNKNOWN, table.grid, (row, key_column))
            continue
        cells = found.setdefault(spec.key, [])
        if cells and spec.kind is not SettingKind.LIST and key_column is not None:
            told, first = Subject(spec.label), cells[0].cell
            damage.at(Fault.ROW_TWICE, table.grid, (row, key_column), told, other=first)
            continue
        cells.append(table.raw(row, "value"))
    for spec in SPECS:
        if spec.key not in found and key_column is not None:
            damage.of_sheet(Fault.ROW_MISSING, table.grid.name, typed=f'"{spec.label}"')
    return {key: tuple(cells) for key, cells in found.items()}
