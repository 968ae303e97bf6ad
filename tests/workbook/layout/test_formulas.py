from __future__ import annotations

from datetime import date

import pytest

from workbook.domain.periods import Period
from workbook.domain.plan import Kind, Measure, Plan, Slot
from workbook.domain.register import CellValue, ExcelError
from workbook.layout import columns, formulas, sheets
from workbook.layout.placement import UnitLayout


def of_kind(plan: Plan, kind: Kind) -> Measure:
    return next(measure for measure in plan.measures.values() if measure.kind is kind)


@pytest.mark.parametrize(
    ("top", "bottom", "value"),
    [
        (1, 4, 25.0),
        (0, 4, 0.0),
        (None, 4, ""),
        (4, None, ""),
        (None, None, ""),
        (0, 0, ""),
        (3, 0, ""),
        ("3", 4, ""),
        (True, 4, ""),
        (2.5, 10, 25.0),
    ],
)
def test_a_percentage_stays_blank_until_both_counts_are_numbers(
    plan: Plan, top: CellValue, bottom: CellValue, value: object
) -> None:
    measure = of_kind(plan, Kind.PERCENTAGE)
    figures = {Slot.NUMERATOR: top, Slot.DENOMINATOR: bottom}
    assert formulas.value_result(measure, figures) == value


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        (0, 0),
        (None, ""),
        ("hai", "hai"),
        (ExcelError("#DIV/0!"), "#DIV/0!"),
        (date(1900, 3, 1), 61),
    ],
)
def test_a_count_passes_through(plan: Plan, typed: CellValue, value: object) -> None:
    assert formulas.value_result(of_kind(plan, Kind.COUNT), {Slot.AMOUNT: typed}) == value


def test_the_factor_of_the_measure_stands_in_its_formula(plan: Plan) -> None:
    rate = of_kind(plan, Kind.RATE)
    place = UnitLayout(plan, rate.responsible_unit, 2026)
    formula = formulas.value_formula(rate, place, Period(2026))
    assert f"*{rate.factor}" in formula
    assert place.cell(rate.id, Period(2026), columns.DENOMINATOR) in formula


@pytest.mark.parametrize(
    ("cells", "joined"),
    [
        ([], []),
        ([(9, 0)], ["A9"]),
        ([(9, 0), (10, 0), (11, 0)], ["A9:A11"]),
        ([(9, 0), (11, 0), (12, 0)], ["A9", "A11:A12"]),
        ([(10, 1), (9, 0), (9, 1)], ["A9", "B9:B10"]),
    ],
)
def test_cells_under_each_other_are_joined(cells: list[tuple[int, int]], joined: list[str]) -> None:
    assert formulas.ranges(cells) == joined


def test_a_measure_not_asked_for_in_the_year_is_not_missed(plan: Plan) -> None:
    ended = next(m for m in plan.measures.values() if not m.valid_in(2026))
    place = UnitLayout(plan, ended.responsible_unit, 2026)
    row = place.row(ended.id)
    asked = formulas.figure_cells(place, Period(2026), asked_only=True)
    assert row not in {cell[0] for cell in asked}
    assert row in {cell[0] for cell in formulas.figure_cells(place, Period(2026))}


def test_a_unit_that_is_asked_nothing_misses_nothing(plan: Plan) -> None:
    place = UnitLayout(plan, plan.units[0].id, 2026)
    place.measures = ()
    assert formulas.empty_count(place, Period(2026)) == "0"


def test_a_quote_in_a_sheet_name_is_doubled() -> None:
    assert sheets.quoted("Ông 'Tư'") == "'Ông ''Tư'''"


@pytest.mark.parametrize(
    ("values", "total"), [([1, 2], 3), ([1, None], ""), ([1, "hai"], ""), ([0, 0], 0)]
)
def test_a_total_waits_for_every_number(values: list[CellValue], total: object) -> None:
    assert formulas.complete_sum_result(values) == total


@pytest.mark.parametrize(
    ("part", "whole", "share"), [(1, 4, 25.0), (None, 4, ""), (1, None, ""), (1, 0, "")]
)
def test_a_share_of_nothing_is_blank(part: CellValue, whole: CellValue, share: object) -> None:
    assert formulas.share_result(part, whole) == share
