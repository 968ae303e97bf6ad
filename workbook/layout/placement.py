"""Where everything stands in a sổ: the cell of every measure, task, source and setting.

Rows are counted from 1, as people see them; addresses are A1 texts ("H12"). Row 1 of
every sheet is hidden and holds the marker, row 2 is the stamp of a sample. The hidden
row of keys stands right above the headings it belongs to.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from workbook.domain.cell_addresses import column_letters
from workbook.domain.periods import Period
from workbook.domain.plan import Measure, Plan, Task
from workbook.domain.settings import SPECS
from workbook.layout.columns import (
    HISTORY_ROWS,
    Column,
    funding_columns,
    history_columns,
    measure_columns,
    setting_columns,
    task_columns,
)

MARKER_ROW = 1
STAMP_ROW = 2
TITLE_ROW = 3

HISTORY_HINT_ROW = 4
HISTORY_KEY_ROW = 6
HISTORY_HEADING_ROW = HISTORY_KEY_ROW + 1
HISTORY_FIRST_ROW = HISTORY_HEADING_ROW + 1


def address(row: int, column: int) -> str:
    """Return the A1 text of a cell; `row` counts from 1, `column` from 0."""
    return f"{column_letters(column)}{row}"


def column_index(columns: Sequence[Column], key: str, period: Period | None = None) -> int:
    """Return where a column stands, counted from 0.

    Raises:
        KeyError: the table has no such column.
    """
    for index, column in enumerate(columns):
        if column.key == key and column.period == period:
            return index
    raise KeyError((key, period))


class UnitLayout:
    """The sheet of one responsible unit: its measures, then its tasks.

    A unit without measures or tasks keeps the rows of keys and headings (the builder
    hides them), so that a reader meets the same shape on every sheet.
    """

    FILLED_BY_ROW = 4
    HINT_ROW = 5
    BUTTON_ROW = 6  # hidden in a sổ without macros
    GROUP_ROW = 7
    KEY_ROW = 8
    HEADING_ROW = 9
    FIRST_ROW = 10
    FILLED_BY_CELL = "C4"  # its label stands in A4, D4 holds the label of the date
    FILLED_ON_CELL = "E4"
    REMAINING_CELL = "F4"

    def __init__(self, plan: Plan, unit_id: str, year: int) -> None:
        """Lay out the sheet of the unit for a reporting year."""
        self.unit = plan.unit(unit_id)
        self.year = year
        self.measures: tuple[Measure, ...] = tuple(plan.measures_of(unit_id))
        self.tasks: tuple[Task, ...] = self.unit.tasks
        self.columns = measure_columns(year, plan.milestone_years)
        self.task_columns = task_columns()
        self._column_of = {(c.key, c.period): n for n, c in enumerate(self.columns)}

    @cached_property
    def _measure_rows(self) -> dict[str, int]:
        return {m.id: self.FIRST_ROW + n for n, m in enumerate(self.measures)}

    @cached_property
    def _task_rows(self) -> dict[str, int]:
        return {task.id: self.task_first_row + n for n, task in enumerate(self.tasks)}

    @property
    def last_row(self) -> int:
        """The last row of measures; the headings' row when there are none."""
        return self.HEADING_ROW + len(self.measures)

    @property
    def task_title_row(self) -> int:
        """The title above the tasks, after one empty row."""
        return self.last_row + 2

    @property
    def task_key_row(self) -> int:
        """The hidden row of the tasks' keys."""
        return self.task_title_row + 1

    @property
    def task_heading_row(self) -> int:
        """The headings of the tasks."""
        return self.task_key_row + 1

    @property
    def task_first_row(self) -> int:
        """The first task."""
        return self.task_heading_row + 1

    @property
    def task_last_row(self) -> int:
        """The last task; the headings' row when there are none."""
        return self.task_heading_row + len(self.tasks)

    def row(self, measure_id: str) -> int:
        """Return the row of a measure (KeyError: the unit has none of this id)."""
        return self._measure_rows[measure_id]

    def task_row(self, task_id: str) -> int:
        """Return the row of a task (KeyError: the unit has none of this id)."""
        return self._task_rows[task_id]

    def column(self, key: str, period: Period | None = None) -> int:
        """Return the index of a column of measures, counted from 0."""
        return self._column_of[key, period]

    def cell(self, measure_id: str, period: Period | None, key: str) -> str:
        """Return the address of a measure's cell; fixed columns have no period."""
        return address(self.row(measure_id), self.column(key, period))

    def task_cell(self, task_id: str, key: str) -> str:
        """Return the address of a task's cell."""
        return address(self.task_row(task_id), column_index(self.task_columns, key))


class FundingLayout:
    """The sheet Kinh phí: a row for every source of money, then their total."""

    HINT_ROW = 4
    KEY_ROW = 6
    HEADING_ROW = 7
    FIRST_ROW = 8

    def __init__(self, plan: Plan, year: int) -> None:
        """Lay out the sheet for a reporting year."""
        self.sources = plan.funding
        self.columns = funding_columns(year)
        self._rows = {one.id: self.FIRST_ROW + n for n, one in enumerate(plan.funding)}

    @property
    def last_row(self) -> int:
        """The last source; the headings' row when there are none."""
        return self.HEADING_ROW + len(self.sources)

    @property
    def total_row(self) -> int:
        """The total, right below; its cell in the column of ids is empty."""
        return self.last_row + 1

    def row(self, source_id: str) -> int:
        """Return the row of a source (KeyError: there is none of this id)."""
        return self._rows[source_id]

    def column(self, key: str, period: Period | None = None) -> int:
        """Return the index of a column, counted from 0."""
        return column_index(self.columns, key, period)

    def cell(self, source_id: str, key: str, period: Period | None = None) -> str:
        """Return the address of a source's cell; `spent` needs its period."""
        return address(self.row(source_id), self.column(key, period))


def history_cell(index: int, key: str) -> str:
    """Return the address in Lịch sử of observation number `index`, counted from 0."""
    return address(HISTORY_FIRST_ROW + index, column_index(history_columns(), key))


def history_last_row() -> int:
    """Return the last row of Lịch sử prepared for typing."""
    return HISTORY_HEADING_ROW + HISTORY_ROWS


class SettingsLayout:
    """The sheet Cấu hình: groups with a title row; a list takes several rows.

    The key stands in the hidden first column of every row of a setting.
    """

    HINT_ROW = 4
    KEY_ROW = 6
    HEADING_ROW = 7
    FIRST_ROW = 8

    def __init__(self) -> None:
        """Lay out the settings of `SPECS` in their order."""
        self.columns = setting_columns()
        self.group_rows: dict[str, int] = {}
        self._rows: dict[str, int] = {}
        row = self.FIRST_ROW
        for spec in SPECS:
            if spec.group not in self.group_rows:
                self.group_rows[spec.group] = row
                row += 1
            self._rows[spec.key] = row
            row += spec.rows
        self.last_row = row - 1

    def row(self, setting_key: str, index: int = 0) -> int:
        """Return the row of a setting's value number `index`, counted from 0."""
        return self._rows[setting_key] + index

    def column(self, key: str) -> int:
        """Return the index of a column, counted from 0."""
        return column_index(self.columns, key)

    def cell(self, setting_key: str, index: int = 0, key: str = "value") -> str:
        """Return the address of a setting's value number `index`, counted from 0."""
        return address(self.row(setting_key, index), self.column(key))
