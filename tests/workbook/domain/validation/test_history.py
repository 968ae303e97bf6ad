"""Lịch sử: rows that count, rows that do not, and why."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from tests.workbook.domain.validation.registers import YEAR, only, past, settled, valid_register
from workbook.domain.findings import Severity
from workbook.domain.periods import Period
from workbook.domain.plan import Plan
from workbook.domain.register import CellValue, Register
from workbook.domain.validation import check
from workbook.domain.validation.history import CONVERTED_MARK
from workbook.layout.placement import history_cell
from workbook.layout.sheets import HISTORY

E, W, N = Severity
Row = dict[str, CellValue]


@pytest.fixture(scope="module")
def valid(plan: Plan) -> Register:
    return valid_register(plan)


def row(**cells: CellValue) -> Row:
    return {"measure_id": "CT13", "period": "2023", **cells}


COUNTS = {"numerator": 390, "denominator": 400}


def test_counts_a_count_a_word_and_a_bare_rate_are_read(valid: Register) -> None:
    register = past(
        valid,
        row(numerator=390.0, denominator="400"),
        row(measure_id="ct12", period=2023, amount=2),
        row(measure_id="CT20", period=2023.0, amount="không"),
        row(period="2022-h1", amount=98.3),
        row(period="2021", amount="99,5"),
    )
    one, two, three, four, five = check(register).history
    assert (one.numerator, one.denominator, one.rate) == (390, 400, None)
    assert (two.measure_id, two.amount, two.period) == ("CT12", 2, Period(2023))
    assert three.amount == 0
    assert (four.rate, four.period) == (Fraction(983, 10), Period(2022, half=True))
    assert five.rate == Fraction(199, 2)


@pytest.mark.parametrize(
    ("cells", "code", "severity", "key", "used"),
    [
        (row(measure_id="CT99", **COUNTS), "LS01", E, "id", False),
        (row(measure_id=None, **COUNTS), "LS01", E, "id", False),
        (row(period="quý 3", **COUNTS), "LS02", E, "period", False),
        (row(period=None, **COUNTS), "LS02", E, "period", False),
        (row(period=date(2023, 1, 1), **COUNTS), "LS02", E, "period", False),
        (row(period="2026", **COUNTS), "LS04", W, "period", False),
        (row(period="2027-H1", **COUNTS), "LS04", W, "period", False),
        (row(amount=97.4, **COUNTS), "LS05", E, "amount", False),
        (row(measure_id="CT12", numerator=1), "LS06", E, "numerator", False),
        (row(measure_id="CT12", denominator=1, amount=1), "LS06", E, "denominator", False),
        (row(), "LS07", N, "id", False),
        (row(area=None, **COUNTS), "LS08", W, "area", True),
        (row(source=None, **COUNTS), "SL22", N, "source", True),
        (row(numerator="x", denominator=400), "SL02", E, "numerator", False),
        (row(numerator="390", denominator=400), "SL01", W, "numerator", True),
        (row(numerator=390), "SL12", E, "denominator", False),
        (row(denominator=400), "SL13", E, "numerator", False),
        (row(numerator=401, denominator=400), "SL19", E, "denominator", False),
        (row(numerator=1, denominator=0), "SL16", E, "denominator", False),
        (row(amount="98%"), "SL04", E, "amount", False),
        (row(amount=-1), "SL05", E, "amount", False),
        (row(amount=100.5), "SL27", E, "amount", False),
        (row(amount="98.5"), "SL03", E, "amount", False),
        (row(measure_id="CT20", amount=1), "SL11", E, "amount", False),
        (row(measure_id="CT12", amount=1.5), "SL06", E, "amount", False),
    ],
)
def test_a_faulty_row_is_told_at_its_cell_and_not_counted_when_it_blocks(
    valid: Register, cells: Row, code: str, severity: Severity, key: str, used: bool
) -> None:
    register = past(valid, cells)
    finding = only(register)
    assert (finding.code, finding.severity) == (code, severity)
    assert (finding.sheet, finding.cell) == (HISTORY, history_cell(0, key))
    assert finding.period is None
    assert bool(check(register).history) == used
    assert check(register).invalid == frozenset(), "the past is no fault of this year's entry"


def test_two_rows_of_one_measure_period_and_area_are_told_and_the_first_counts(
    valid: Register,
) -> None:
    twice = past(valid, row(**COUNTS), row(area="Phường  NGÔ MÂY", numerator=1, denominator=400))
    finding = only(twice)
    assert (finding.code, finding.cell) == ("LS03", history_cell(1, "id"))
    assert [one.numerator for one in check(twice).history] == [390]
    elsewhere = past(valid, row(**COUNTS), row(area="phường An Khê", **COUNTS))
    assert check(elsewhere).findings == ()


@pytest.mark.parametrize("rate", [97.5, "97,5", 98, 97])
def test_a_rate_that_agrees_with_its_counts_to_its_last_decimal_is_no_fault(
    valid: Register, rate: CellValue
) -> None:
    checked = check(past(valid, row(amount=rate, **COUNTS)))
    assert not any(one.code == "LS05" for one in checked.findings)
    assert [one.rate for one in checked.history] == [None]


def test_a_row_marked_as_converted_is_known_as_such(valid: Register) -> None:
    register = past(valid, row(note=f"Đã {CONVERTED_MARK.upper()}", **COUNTS))
    assert [one.converted for one in check(register).history] == [True]


def test_a_baseline_year_without_figures_is_told(valid: Register) -> None:
    register = settled(past(valid, row(**COUNTS)), "baseline_year", 2022)
    assert only(register).code == "CH06"
    assert check(settled(past(valid, row(**COUNTS)), "baseline_year", 2023)).findings == ()


def test_the_past_is_compared_with_this_year_only_where_it_counts(valid: Register) -> None:
    register = past(valid, row(period="2025", numerator="x", denominator=4000))
    assert [one.code for one in check(register).findings] == ["SL02"]
    assert ("CT13", YEAR) in check(register).observations
