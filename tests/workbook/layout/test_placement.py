from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils import get_column_letter

from workbook.domain.cell_addresses import column_letters
from workbook.domain.periods import Period, periods_of
from workbook.domain.plan import Plan
from workbook.domain.settings import SPECS
from workbook.layout import columns, sheets
from workbook.layout.placement import (
    FundingLayout,
    SettingsLayout,
    UnitLayout,
    address,
    history_cell,
    history_last_row,
)


@given(st.integers(0, 16_383))
def test_column_letters_are_those_of_excel(index: int) -> None:
    assert column_letters(index) == get_column_letter(index + 1)


@pytest.mark.parametrize(
    ("row", "column", "cell"), [(1, 0, "A1"), (12, 7, "H12"), (3, 25, "Z3"), (9, 26, "AA9")]
)
def test_an_address_is_written_as_people_see_it(row: int, column: int, cell: str) -> None:
    assert address(row, column) == cell


def test_every_measure_of_the_plan_has_cells_of_its_own(plan: Plan) -> None:
    cells = [
        (unit.sheet, place.cell(measure.id, period, columns.slot_key(slot)))
        for unit in plan.units
        for place in [UnitLayout(plan, unit.id, 2026)]
        for measure in place.measures
        for period in periods_of(2026)
        for slot in measure.slots
    ]
    assert len(cells) == len(set(cells))
    assert len(cells) == 2 * sum(len(measure.slots) for measure in plan.measures.values())


def test_tasks_stand_below_the_measures(plan: Plan) -> None:
    for unit in plan.units:
        place = UnitLayout(plan, unit.id, 2026)
        assert place.last_row < place.task_title_row < place.task_key_row
        assert place.task_key_row + 1 == place.task_heading_row == place.task_first_row - 1
        for task in unit.tasks:
            assert place.task_first_row <= place.task_row(task.id) <= place.task_last_row


def test_a_measure_of_another_unit_has_no_row(plan: Plan) -> None:
    first, second = plan.units[:2]
    stranger = next(plan.measures_of(second.id))
    with pytest.raises(KeyError):
        UnitLayout(plan, first.id, 2026).row(stranger.id)


def test_a_column_of_another_year_is_unknown(plan: Plan) -> None:
    place = UnitLayout(plan, plan.units[0].id, 2026)
    with pytest.raises(KeyError):
        place.column(columns.NUMERATOR, Period(2027))


def test_keys_stand_right_above_headings() -> None:
    assert UnitLayout.KEY_ROW + 1 == UnitLayout.HEADING_ROW == UnitLayout.FIRST_ROW - 1
    assert FundingLayout.KEY_ROW + 1 == FundingLayout.HEADING_ROW == FundingLayout.FIRST_ROW - 1
    assert SettingsLayout.KEY_ROW + 1 == SettingsLayout.HEADING_ROW


def test_keys_of_a_table_are_unique(plan: Plan) -> None:
    for table in (
        columns.measure_columns(2026, plan.milestone_years),
        columns.task_columns(),
        columns.funding_columns(2026),
        columns.history_columns(),
        columns.setting_columns(),
    ):
        keys = [column.full_key for column in table]
        assert len(keys) == len(set(keys))


def test_every_row_of_a_setting_is_its_own(plan: Plan) -> None:
    place = SettingsLayout()
    rows = [place.row(spec.key, index) for spec in SPECS for index in range(spec.rows)]
    assert len(rows) == len(set(rows))
    assert not set(rows) & set(place.group_rows.values())
    assert max(rows) == place.last_row


def test_money_of_each_period_has_its_column(plan: Plan) -> None:
    place = FundingLayout(plan, 2026)
    half, whole = periods_of(2026)
    source = plan.funding[0].id
    assert place.cell(source, "spent", half) != place.cell(source, "spent", whole)
    assert place.total_row == place.row(plan.funding[-1].id) + 1


def test_history_has_rows_prepared() -> None:
    first = int(history_cell(0, "id")[1:])
    assert history_last_row() - first + 1 == columns.HISTORY_ROWS


def test_sheet_names_are_what_excel_accepts(plan: Plan) -> None:
    names = [*sheets.markers(plan), sheets.PLAN]
    assert len(names) == len({name.casefold() for name in names})
    assert all(0 < len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in names)
