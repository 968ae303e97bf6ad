"""The units' sheets: what is typed for every measure and task, and their formulas."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from workbook.domain.periods import Period, periods_of
from workbook.domain.plan import Measure, Plan, ResponsibleUnit, Slot
from workbook.domain.register import RawCell, RawEntry, RawTask
from workbook.domain.text_vi import fold
from workbook.domain.validation.making import Subject, slot_name, subject_of
from workbook.domain.validation.messages_vi import COLUMN_NAMES, Fault
from workbook.layout import columns
from workbook.layout.formulas import value_formula
from workbook.layout.placement import UnitLayout
from workbook.reader.damage import Damage
from workbook.reader.grid import Grid, address
from workbook.reader.tables import ID, Table, find_tables, rows_by_id

_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?(\d+)")
_Rows = Mapping[str, tuple[Table, int]]


@dataclass
class UnitSheets:
    """The tables of all units' sheets, found once."""

    plan: Plan
    year: int
    damage: Damage
    measures: dict[str, Table] = field(default_factory=dict)
    tasks: dict[str, Table] = field(default_factory=dict)

    def add(self, unit: ResponsibleUnit, grid: Grid) -> None:
        """Find the tables of one unit's sheet."""
        expected = (
            columns.measure_columns(self.year, self.plan.milestone_years),
            columns.task_columns(),
        )
        tables = find_tables(grid, expected, self.damage)
        if columns.MEASURES in tables:
            self.measures[unit.id] = tables[columns.MEASURES]
        if columns.TASKS in tables:
            self.tasks[unit.id] = tables[columns.TASKS]

    def entries(self) -> Iterator[RawEntry]:
        """Yield what is typed, in the order of units, measures and periods."""
        rows = self._measure_rows()
        for unit in self.plan.units:
            for measure in self.plan.measures_of(unit.id):
                if measure.id in rows:
                    table, row = rows[measure.id]
                    yield from self._entries_of(measure, table, row)
                elif unit.id in self.measures:
                    self._missing(measure.id, unit, subject_of(measure, None, "cả dòng"))

    def _measure_rows(self) -> _Rows:
        known = {fold(measure_id): measure_id for measure_id in self.plan.measures}
        found: dict[str, tuple[Table, int]] = {}
        for unit_id, table in self.measures.items():
            for measure_id, row in rows_by_id(table, known, self.damage, blame=True).items():
                measure = self.plan.measures[measure_id]
                home = measure.responsible_unit
                where = row, table.column(ID) or 1
                if home != unit_id:
                    right = self.plan.unit(home).sheet
                    told = Subject(measure_id, measure_id)
                    self.damage.at(Fault.ROW_ELSEWHERE, table.grid, where, told, right=right)
                if measure_id not in found or home == unit_id:
                    found[measure_id] = table, row
                self._check_name(measure, table, row)
        return found

    @cached_property
    def _ids_by_name(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for measure in self.plan.measures.values():
            found.setdefault(fold(measure.name), []).append(measure.id)
        return found

    def _check_name(self, measure: Measure, table: Table, row: int) -> None:
        others = self._ids_by_name.get(fold(table.raw(row, "name").text), [])
        if others and measure.id not in others:
            where = row, table.column(ID) or 1
            told = subject_of(measure, None, "mã")
            self.damage.at(Fault.ID_CHANGED, table.grid, where, told, right=others[0])

    def _missing(self, row_id: str, unit: ResponsibleUnit, told: Subject) -> None:
        sheet = (self.measures.get(unit.id) or self.tasks[unit.id]).grid.name
        self.damage.of_sheet(Fault.ROW_MISSING, sheet, told, typed=row_id)

    def _entries_of(self, measure: Measure, table: Table, row: int) -> Iterator[RawEntry]:
        for period in periods_of(self.year):
            keys = {slot: columns.slot_key(slot) for slot in measure.slots}
            if any(table.column(key, period) is None for key in keys.values()):
                continue  # reported as a lost column; what is left cannot be an entry
            figures = {slot: table.raw(row, key, period) for slot, key in keys.items()}
            for slot, cell in figures.items():
                self._check_result(measure, period, table, row, slot, cell)
            self._check_formula(measure, period, table, row)
            yield RawEntry(
                measure_id=measure.id,
                period=period,
                figures=figures,
                source=table.raw(row, columns.SOURCE, period),
                entered_on=table.raw(row, columns.ENTERED_ON, period),
                note=table.raw(row, columns.NOTE, period),
                explanation=table.raw(row, columns.EXPLANATION, period),
            )

    def _check_result(
        self, measure: Measure, period: Period, table: Table, row: int, slot: Slot, cell: RawCell
    ) -> None:
        """Tell a formula in an entry cell whose result nobody has computed."""
        column = table.column(columns.slot_key(slot), period)
        if column and cell.value is None and table.grid.formula(row, column) is not None:
            told = subject_of(measure, period, slot_name(measure, slot))
            self.damage.at(Fault.FORMULA_EMPTY, table.grid, (row, column), told)

    def _check_formula(self, measure: Measure, period: Period, table: Table, row: int) -> None:
        column = table.column(columns.VALUE, period)
        if column is None:
            return
        right = self._value_formula(measure, period, table, row)
        if _normal(table.grid.formula(row, column) or "") != _normal(right):
            told = subject_of(measure, period, COLUMN_NAMES["value"])
            self.damage.at(Fault.FORMULA_LOST, table.grid, (row, column), told)

    def _value_formula(self, measure: Measure, period: Period, table: Table, row: int) -> str:
        """Return the builder's formula, moved to where the cells stand in this file."""
        place = UnitLayout(self.plan, measure.responsible_unit, self.year)
        moved = {
            place.cell(measure.id, period, key): address(row, table.columns[key, period])
            for key in {columns.slot_key(slot) for slot in measure.slots}
        }
        formula = value_formula(measure, place, period)
        return _REFERENCE.sub(lambda match: moved.get(match[0], match[0]), formula)

    def task_results(self) -> Iterator[RawTask]:
        """Yield what is typed for the tasks, in the plan's order."""
        for unit in self.plan.units:
            table = self.tasks.get(unit.id)
            if table is None:
                continue
            rows = rows_by_id(table, {fold(task.id): task.id for task in unit.tasks}, self.damage)
            for task in unit.tasks:
                if task.id not in rows:
                    self._missing(task.id, unit, Subject())
                    continue
                yield RawTask(
                    task_id=task.id,
                    deadline=table.raw(rows[task.id], "deadline"),
                    result=table.raw(rows[task.id], "result"),
                    done=table.raw(rows[task.id], "done"),
                )


def _normal(formula: str) -> str:
    """Return a formula as compared: spreadsheet programs differ in spaces, case and $."""
    return re.sub(r"[\s$]", "", formula).upper()
