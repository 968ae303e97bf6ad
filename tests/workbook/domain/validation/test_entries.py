"""Each rule on one entry: the fault planted, its code, its cell, what becomes of the entry."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.workbook.domain.validation.registers import (
    H1,
    YEAR,
    Typed,
    at,
    only,
    settled,
    told,
    typed,
    valid_register,
)
from workbook.domain.findings import Severity, blocking
from workbook.domain.periods import Period
from workbook.domain.plan import Plan, Slot
from workbook.domain.register import CellValue, ExcelError, Register
from workbook.domain.validation import check

TOP, BOTTOM, AMOUNT = Slot.NUMERATOR, Slot.DENOMINATOR, Slot.AMOUNT
E, W, N = Severity


@pytest.fixture(scope="module")
def valid(plan: Plan) -> Register:
    return valid_register(plan)


def test_a_sổ_typed_as_it_should_be_has_no_finding(valid: Register) -> None:
    checked = check(valid)
    assert checked.findings == ()
    assert checked.invalid == frozenset()
    assert len(checked.observations) == len(valid.entries)


@pytest.mark.parametrize(
    ("value", "codes"),
    [
        ("390", ["SL01"]),
        ("390,0", ["SL01"]),
        (" 390 ", ["SL01"]),
        ("３９０", ["SL01"]),  # noqa: RUF001 # full-width digits
        ("99,5", ["SL01", "SL06"]),
        ("1.234", ["SL03"]),
        ("99.5", ["SL03"]),
        ("1.234.567", ["SL03"]),
        ("<5", ["SL02"]),
        ("390 trẻ", ["SL02"]),
        ("khoảng 390", ["SL02"]),
        ("12 34", ["SL02"]),
        ("98%", ["SL04"]),
        ("12 ‰", ["SL04"]),
        (-1, ["SL05"]),
        ("-1", ["SL01", "SL05"]),
        (389.5, ["SL06"]),
        (ExcelError("#DIV/0!"), ["SL07"]),
        (date(2026, 4, 3), ["SL08"]),
        (True, ["SL09"]),
        (False, ["SL09"]),
        (10**15, ["SL10"]),
        (1e300, ["SL10"]),
        ("9" * 5000, ["SL10"]),
    ],
)  # fmt: skip
def test_a_number_as_typed(valid: Register, plan: Plan, value: CellValue, codes: list[str]) -> None:
    register = typed(valid, "CT13", YEAR, {TOP: value})
    place = at(plan, "CT13", YEAR, "numerator")
    assert told(register) == [(code, *place) for code in codes]
    refused = codes != ["SL01"]
    checked = check(register)
    assert (("CT13", YEAR) in checked.invalid) == refused
    assert (("CT13", YEAR) in checked.observations) != refused


@pytest.mark.parametrize(("value", "read"), [(390.0, 390), ("1 234", 1234), ("1\u00a0234", 1234)])
def test_a_whole_number_is_whole_however_it_is_stored(
    valid: Register, value: CellValue, read: int
) -> None:
    register = typed(valid, "CT10a", YEAR, {BOTTOM: value})
    assert check(register).observations["CT10a", YEAR].denominator == read


@pytest.mark.parametrize("value", ["Có", "có", "CÓ", "Co\u0301", " không ", "Kho\u0302ng", "co"])
def test_yes_and_no_are_understood_when_they_can_mean_nothing_else(
    valid: Register, value: str
) -> None:
    register = typed(valid, "CT20", YEAR, {AMOUNT: value})
    assert {one.code for one in check(register).findings} <= {"VB01"}
    assert ("CT20", YEAR) in check(register).observations


@pytest.mark.parametrize("value", ["x", "1", 1, True, "yes", "Cã", "rồi", date(2026, 1, 1)])
def test_anything_else_is_no_yes_or_no(valid: Register, plan: Plan, value: CellValue) -> None:
    register = typed(valid, "CT20", YEAR, {AMOUNT: value})
    assert told(register) == [("SL11", *at(plan, "CT20", YEAR, "numerator"))]
    assert check(register).invalid == {("CT20", YEAR)}


@pytest.mark.parametrize(
    ("measure", "period", "cells", "code", "severity", "key"),
    [
        ("CT13", YEAR, {TOP: 5, BOTTOM: None}, "SL12", E, "denominator"),
        ("CT13", YEAR, {TOP: None, BOTTOM: 400}, "SL13", E, "numerator"),
        ("CT13", YEAR, {TOP: None, BOTTOM: "  "}, "SL14", W, "numerator"),
        ("CT13", H1, {TOP: None, BOTTOM: None}, "SL14", W, "numerator"),
        ("CT09", YEAR, {AMOUNT: None}, "SL14", W, "numerator"),
        ("CT20", YEAR, {AMOUNT: None}, "SL15", W, "numerator"),
        ("CT11", YEAR, {TOP: 3, BOTTOM: 0}, "SL16", E, "denominator"),
        ("CT10a", YEAR, {TOP: 3, BOTTOM: 0}, "SL16", E, "denominator"),
        ("CT13", YEAR, {TOP: 0, BOTTOM: 0}, "SL18", E, "denominator"),
        ("CT13", YEAR, {TOP: 401}, "SL19", E, "denominator"),
        ("CT05b", YEAR, {TOP: 401}, "SL20", W, "denominator"),
        ("CT15", YEAR, {TOP: 101}, "SL20", W, "denominator"),
        ("CT08", YEAR, {"source": None}, "SL21", W, "source"),
        ("CT09", H1, {"source": " "}, "SL21", W, "source"),
        ("CT10b", YEAR, {"source": None}, "SL21", W, "source"),
        ("CT12", YEAR, {"source": None}, "SL21", W, "source"),
        ("CT13", YEAR, {"source": None}, "SL22", N, "source"),
        ("CT20", YEAR, {"source": None}, "SL22", N, "source"),
        ("CT13", YEAR, {"entered_on": date(2025, 12, 14)}, "SL23", N, "entered_on"),
        ("CT13", YEAR, {"entered_on": date(2027, 2, 1)}, "SL24", N, "entered_on"),
        ("CT13", H1, {"entered_on": date(2026, 8, 1)}, "SL24", N, "entered_on"),
        ("CT13", YEAR, {"entered_on": "hôm qua"}, "SL26", W, "entered_on"),
        ("CT13", YEAR, {"entered_on": "31/02/2026"}, "SL26", W, "entered_on"),
        ("CT13", YEAR, {"entered_on": 45000}, "SL26", W, "entered_on"),
    ],
)  # fmt: skip
def test_a_planted_fault_gives_its_code_at_its_cell(
    valid: Register, plan: Plan, measure: str, period: Period, cells: Typed, code: str,
    severity: Severity, key: str,
) -> None:  # fmt: skip
    register = typed(valid, measure, period, cells)
    finding = only(register)
    assert (finding.code, finding.severity) == (code, severity)
    assert (finding.sheet, finding.cell) == at(plan, measure, period, key)
    assert (finding.measure, finding.period) == (measure, period)
    assert measure in finding.message


def test_births_of_0_with_deaths_are_a_warning(valid: Register, plan: Plan) -> None:
    register = valid
    for measure in ("CT03a", "CT03b", "CT03c"):
        register = typed(register, measure, YEAR, {TOP: 1, BOTTOM: 0})
    found = [(one.code, one.severity) for one in check(register).findings]
    assert found.count(("SL17", W)) == 3
    assert {code for code, _ in found} == {"SL17", "QH07"}
    assert check(register).invalid == frozenset()


@pytest.mark.parametrize("cells", [{TOP: 0, BOTTOM: 0}, {TOP: 20, BOTTOM: 20}])
def test_nothing_occurred_is_no_fault(valid: Register, cells: Typed) -> None:
    assert told(typed(valid, "CT11", YEAR, cells)) == []


def test_a_note_settles_a_numerator_above_its_denominator(valid: Register) -> None:
    cells: Typed = {TOP: 101, "note": "01 trẻ từ phường bên đến học"}
    assert told(typed(valid, "CT15", YEAR, cells)) == []


def test_more_events_than_people_are_no_fault_of_a_rate(valid: Register) -> None:
    assert told(typed(valid, "CT10a", YEAR, {TOP: 1600, BOTTOM: 1500})) == []


def test_half_an_entry_is_no_data_and_not_invalid(valid: Register) -> None:
    checked = check(typed(valid, "CT13", YEAR, {TOP: 5, BOTTOM: None}))
    assert ("CT13", YEAR) not in checked.observations
    assert checked.invalid == frozenset()
    assert len(blocking(checked.findings, YEAR)) == 1


def test_an_invalid_entry_keeps_its_figures(valid: Register) -> None:
    checked = check(typed(valid, "CT13", YEAR, {TOP: 401}))
    assert checked.invalid == {("CT13", YEAR)}
    assert checked.observations["CT13", YEAR].numerator == 401


def test_a_measure_that_the_plan_does_not_ask_for_may_stay_empty(valid: Register) -> None:
    assert told(typed(valid, "CT05a", YEAR, {TOP: None, BOTTOM: None})) == []
    assert told(typed(valid, "CT05a", YEAR, {"source": None})) == []


def test_a_text_date_is_read_as_day_month_year(valid: Register) -> None:
    assert told(typed(valid, "CT13", YEAR, {"entered_on": "03/04/2026"})) == []
    early = told(typed(valid, "CT13", YEAR, {"entered_on": "03/04/2025"}))
    assert [code for code, _, _ in early] == ["SL23"]


def test_an_entry_after_the_deadline_is_told(valid: Register, plan: Plan) -> None:
    register = settled(valid, "year_deadline", date(2026, 12, 20))
    register = typed(register, "CT13", YEAR, {"entered_on": date(2026, 12, 21)})
    assert told(register) == [("SL25", *at(plan, "CT13", YEAR, "entered_on"))]


def test_findings_are_in_the_order_of_sheets_rows_and_columns(valid: Register, plan: Plan) -> None:
    register = valid
    for measure, period in (("CT13", YEAR), ("CT02", YEAR), ("CT01", YEAR), ("CT02", H1)):
        register = typed(register, measure, period, {"source": None})
    turned = replace(register, sheet_order=tuple(reversed(register.sheet_order)))
    first = [at(plan, *of, "source") for of in (("CT01", YEAR), ("CT02", H1), ("CT02", YEAR))]
    last = at(plan, "CT13", YEAR, "source")
    assert [place for _, *place in map(list, told(register))] == [list(p) for p in (*first, last)]
    assert [place for _, *place in map(list, told(turned))] == [list(p) for p in (last, *first)]
