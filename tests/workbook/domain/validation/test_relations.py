"""Figures against each other and against last year: one finding, at the last cell named."""

from __future__ import annotations

import pytest

from tests.workbook.domain.validation.registers import (
    H1,
    YEAR,
    at,
    only,
    past,
    told,
    typed,
    valid_register,
)
from workbook.domain.findings import Severity
from workbook.domain.periods import Period
from workbook.domain.plan import Plan, Slot
from workbook.domain.register import CellValue, Register
from workbook.domain.validation import check

TOP, BOTTOM, AMOUNT = Slot.NUMERATOR, Slot.DENOMINATOR, Slot.AMOUNT
E, W, N = Severity
Change = tuple[str, Period, Slot, CellValue]


@pytest.fixture(scope="module")
def valid(plan: Plan) -> Register:
    return valid_register(plan)


def changed(register: Register, *changes: Change) -> Register:
    for measure, period, slot, value in changes:
        register = typed(register, measure, period, {slot: value})
    return register


@pytest.mark.parametrize(
    ("changes", "code", "severity", "measure", "key"),
    [
        ([("CT03a", YEAR, TOP, 2)], "QH01", E, "CT03c", "numerator"),
        ([("CT03b", YEAR, TOP, 2)], "QH01", E, "CT03c", "numerator"),
        ([("CT03a", YEAR, BOTTOM, 121)], "QH04", E, "CT03c", "denominator"),
        ([("CT10b", YEAR, AMOUNT, 3)], "QH03", E, "CT10a", "numerator"),
        ([("CT04b", YEAR, BOTTOM, 391)], "QH04", W, "CT04b", "denominator"),
        ([("CT07b", YEAR, BOTTOM, 21)], "QH04", W, "CT07a", "numerator"),
        ([("CT18", YEAR, BOTTOM, 6)], "QH04", W, "CT19a", "denominator"),
        ([("CT08", YEAR, AMOUNT, 21)], "QH03", W, "CT07a", "numerator"),
        ([("CT02", YEAR, BOTTOM, 1501)], "QH02", W, "CT07a", "denominator"),
        ([("CT21", YEAR, BOTTOM, 1501)], "QH02", W, "CT07a", "denominator"),
        ([("CT16a", YEAR, BOTTOM, 501)], "QH02", W, "CT16b", "denominator"),
        ([("CT17a", YEAR, BOTTOM, 401)], "QH02", W, "CT17b", "denominator"),
        ([("CT14", YEAR, TOP, 300), ("CT14", YEAR, BOTTOM, 319)], "QH05", W, "CT13", "denominator"),
        ([("CT08", H1, AMOUNT, 1)], "QH06", E, "CT08", "numerator"),
        ([("CT10a", H1, TOP, 3)], "QH06", E, "CT10a", "numerator"),
        ([("CT02", YEAR, TOP, 599)], "QH06", E, "CT02", "numerator"),
    ],
)  # fmt: skip
def test_a_broken_relation_is_told_once_at_the_last_cell_it_names(
    valid: Register, plan: Plan, changes: list[Change], code: str, severity: Severity,
    measure: str, key: str,
) -> None:  # fmt: skip
    register = changed(valid, *changes)
    finding = only(register)
    assert (finding.code, finding.severity, finding.measure) == (code, severity, measure)
    assert (finding.sheet, finding.cell) == at(plan, measure, YEAR, key)
    assert check(register).invalid == ({(measure, YEAR)} if severity is E else frozenset())


def test_a_year_of_births_below_1_3_times_the_half_year_is_asked_about(
    valid: Register, plan: Plan
) -> None:
    births = [("CT03a", 64), ("CT03b", 64), ("CT03c", 64)]
    register = changed(valid, *((measure, YEAR, BOTTOM, n) for measure, n in births))
    finding = only(register)
    assert (finding.code, finding.severity) == ("QH07", W)
    assert (finding.sheet, finding.cell) == at(plan, "CT03c", YEAR, "denominator")
    enough = changed(valid, *((measure, YEAR, BOTTOM, n + 1) for measure, n in births))
    assert told(enough) == []


@pytest.mark.parametrize("value", [None, "nhiều"])
def test_a_relation_is_skipped_while_a_cell_is_empty_or_unreadable(
    valid: Register, value: CellValue
) -> None:
    register = changed(valid, ("CT03a", YEAR, TOP, 9), ("CT03b", YEAR, TOP, value))
    assert "QH01" not in {code for code, _, _ in told(register)}


def test_coverage_is_enough_at_80_percent(valid: Register) -> None:
    assert told(changed(valid, ("CT14", YEAR, TOP, 320), ("CT14", YEAR, BOTTOM, 320))) == []


def row(period: str = "2025", **cells: CellValue) -> dict[str, CellValue]:
    return {"measure_id": "CT13", "period": period, "numerator": 390, **cells}


@pytest.mark.parametrize(
    ("before", "code", "severity"),
    [
        (600, "QH08", W),  # 400 is a third less: 33,3 %
        (598, "QH08", W),
        (597, "QH09", N),  # 32,998 %
        (300, "QH08", W),
        (501, "QH09", N),
        (333, "QH09", N),
    ],
)
def test_a_population_that_moved_since_last_year(
    valid: Register, plan: Plan, before: int, code: str, severity: Severity
) -> None:
    rows = row(denominator=before, numerator=1)
    finding = only(past(valid, rows))
    assert (finding.code, finding.severity) == (code, severity)
    assert (finding.sheet, finding.cell) == at(plan, "CT13", YEAR, "denominator")


@pytest.mark.parametrize("before", [500, 350])
def test_a_population_that_moved_by_20_percent_or_less_is_nothing(
    valid: Register, before: int
) -> None:
    assert told(past(valid, row(denominator=before, numerator=1))) == []


def test_another_area_or_another_period_is_not_compared(valid: Register) -> None:
    elsewhere = row(denominator=4000, area="phường An Khê")
    half = row("2025-H1", denominator=400, numerator=400)
    older = row("2024", denominator=4000)
    assert {code for code, _, _ in told(past(valid, elsewhere, older))} == set()
    assert [code for code, _, _ in told(past(valid, half))] == ["QH10"]


def test_figures_converted_to_the_new_area_are_compared(valid: Register) -> None:
    converted = row(
        denominator=4000, area="phường An Khê", note="Quy đổi theo địa bàn mới, theo tổ dân phố"
    )
    assert [code for code, _, _ in told(past(valid, converted))] == ["QH08"]


def test_unchanged_figures_are_told_from_50_on_and_not_of_schools(
    valid: Register, plan: Plan
) -> None:
    finding = only(past(valid, row(denominator=400, numerator=400)))
    assert (finding.code, finding.severity) == ("QH10", N)
    assert (finding.sheet, finding.cell) == at(plan, "CT13", YEAR, "denominator")
    schools: dict[str, CellValue] = {
        "measure_id": "CT06",
        "period": "2025",
        "numerator": 5,
        "denominator": 5,
    }
    assert told(past(valid, schools)) == []
