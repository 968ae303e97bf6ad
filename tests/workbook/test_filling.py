from __future__ import annotations

import pytest

from workbook.csv_rows import FIGURE_COLUMNS, HISTORY_COLUMNS, CsvRow
from workbook.domain.errors import UnusableInputError
from workbook.domain.periods import Period
from workbook.domain.plan import Plan, Slot
from workbook.filling import new_register
from workbook.layout.placement import UnitLayout


def row(line: int = 2, **fields: str) -> CsvRow:
    return CsvRow(line, dict.fromkeys(HISTORY_COLUMNS, "") | fields)


def test_a_new_register_has_a_blank_cell_for_every_figure(plan: Plan) -> None:
    register = new_register(plan, 2026)
    assert len(register.entries) == 2 * len(plan.measures)
    cells = [cell for entry in register.entries for cell in entry.figures.values()]
    assert all(cell.is_blank for cell in cells)
    assert len({(cell.sheet, cell.cell) for cell in cells}) == len(cells)


def test_a_figure_lands_in_the_cell_of_its_measure_and_period(plan: Plan) -> None:
    register = new_register(plan, 2026, [row(ma="CT13", ky="2026-H1", tu_so="496", mau_so="<5")])
    (entry,) = (e for e in register.entries if not e.figures[e_first(e)].is_blank)
    assert (entry.measure_id, entry.period) == ("CT13", Period(2026, half=True))
    assert entry.figures[Slot.NUMERATOR].value == 496
    assert entry.figures[Slot.DENOMINATOR].value == "<5"
    place = UnitLayout(plan, plan.measures["CT13"].responsible_unit, 2026)
    where = place.cell("CT13", Period(2026, half=True), "numerator")
    assert entry.figures[Slot.NUMERATOR].cell == where


def e_first(entry: object) -> Slot:
    figures: dict[Slot, object] = entry.figures  # type: ignore[attr-defined] # any RawEntry
    return next(iter(figures))


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"ma": "CT99", "ky": "2026"}, "dòng 7: mã “CT99” không có trong kế hoạch"),
        ({"ma": "CT13", "ky": "2025"}, "dòng 7: kỳ “2025” không thuộc sổ này"),
        ({"ma": "CT13", "ky": "2026", "gia_tri": "99,5"}, "dòng 7: CT13 nhập bằng tu_so và mau_so"),
        ({"ma": "CT08", "ky": "2026", "tu_so": "1"}, "dòng 7: CT08 nhập bằng gia_tri"),
    ],
)
def test_a_row_that_cannot_be_placed_is_refused_with_its_line(
    plan: Plan, fields: dict[str, str], words: str
) -> None:
    with pytest.raises(UnusableInputError, match=words):
        new_register(plan, 2026, [CsvRow(7, dict.fromkeys(HISTORY_COLUMNS, "") | fields)])


def test_a_row_given_twice_is_refused_with_both_lines(plan: Plan) -> None:
    twice = [row(2, ma="CT08", ky="2026", gia_tri="0"), row(5, ma="CT08", ky="2026", gia_tri="1")]
    with pytest.raises(UnusableInputError, match=r"dòng 5: .*đã có ở dòng 2"):
        new_register(plan, 2026, twice)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"ma": "X", "ky": "2024"}, "dòng 2: mã “X”"),
        ({"ma": "CT08", "ky": "năm ngoái"}, "dòng 2: kỳ “năm ngoái” không đúng"),
    ],
)
def test_a_row_of_history_that_means_nothing_is_refused(
    plan: Plan, fields: dict[str, str], words: str
) -> None:
    with pytest.raises(UnusableInputError, match=words):
        new_register(plan, 2026, history=[CsvRow(2, dict.fromkeys(HISTORY_COLUMNS, "") | fields)])


def test_one_history_may_hold_a_year_for_two_areas(plan: Plan) -> None:
    rows = [row(ma="CT08", ky="2024", dia_ban=area, gia_tri="0") for area in ("A", "B")]
    assert len(new_register(plan, 2026, history=rows).history) == 2
    with pytest.raises(UnusableInputError, match="đã có ở dòng 2"):
        new_register(plan, 2026, history=[*rows, row(4, ma="CT08", ky="2024", dia_ban="a")])


def test_money_and_tasks_are_filled_by_their_own_ids(plan: Plan) -> None:
    source, task = plan.funding[0].id, plan.units[0].tasks[0].id
    register = new_register(
        plan,
        2026,
        [
            row(ma=source, ky="2026", tu_so="9", mau_so="10"),
            row(ma=source, ky="2026-H1", tu_so="4", mau_so="10"),
            row(ma=task, ky="2026", gia_tri="có", ghi_chu="Đã ban hành"),
        ],
    )
    money = next(one for one in register.funding if one.source_id == source)
    assert money.planned.value == 10
    assert [cell.value for _, cell in sorted(money.spent.items())] == [9, 4]
    done = next(one for one in register.tasks if one.task_id == task)
    assert (done.done.value, done.result.value) == ("có", "Đã ban hành")


def test_all_columns_of_the_file_are_used() -> None:
    assert set(FIGURE_COLUMNS) | {"dia_ban"} == set(HISTORY_COLUMNS)
