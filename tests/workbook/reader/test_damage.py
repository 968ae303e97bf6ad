"""What people do to a sold form: each damage has its code and place, and nothing is misread."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.workbook.reader.test_reading import edited, sheet_of, values
from workbook.domain.findings import Severity
from workbook.domain.periods import Period
from workbook.domain.plan import Plan
from workbook.domain.register import Register
from workbook.domain.validation import check
from workbook.domain.validation.messages_vi import Fault
from workbook.layout.placement import (
    HISTORY_HEADING_ROW,
    FundingLayout,
    SettingsLayout,
    UnitLayout,
    address,
)
from workbook.layout.sheets import FINDINGS, FUNDING, HISTORY, SETTINGS, SUMMARY

H1, YEAR = Period(2026, half=True), Period(2026)
FAR_COLUMN = 60


@pytest.fixture(scope="module")
def unit(plan: Plan) -> UnitLayout:
    return UnitLayout(plan, plan.units[0].id, 2026)


def found(register: Register) -> list[tuple[str, str, str]]:
    return [(one.code, one.sheet, one.cell) for one in register.structure]


def blank_row(book: Workbook, sheet: str, row: int) -> None:
    for cell in sheet_of(book, sheet)[row]:
        cell.value = None


def copy_row(book: Workbook, sheet: str, row: int, target_sheet: str, target: int) -> None:
    for cell in sheet_of(book, sheet)[row]:
        sheet_of(book, target_sheet).cell(target, cell.column or 1).value = cell.value


def test_a_lost_sheet(sample_file: Path, plan: Plan) -> None:
    register = edited(sample_file, lambda book: book.remove(book[HISTORY]))
    assert found(register) == [("BT01", HISTORY, "")]
    assert register.history == ()
    register = edited(sample_file, lambda book: book.remove(book[SUMMARY]))
    assert found(register) == [("BT01", SUMMARY, "")]


def test_a_renamed_sheet_is_known_by_its_marker(
    sample_file: Path, sample: Register, unit: UnitLayout
) -> None:
    def rename(book: Workbook) -> None:
        sheet_of(book, unit.unit.sheet).title = "Trang mới"

    register = edited(sample_file, rename)
    assert found(register) == [("BT02", "Trang mới", "")]
    assert values(register) == values(sample)
    assert register.entries[0].source.sheet == "Trang mới"


def test_a_lost_marker_leaves_the_name(
    sample_file: Path, sample: Register, unit: UnitLayout
) -> None:
    def clear(book: Workbook) -> None:
        sheet_of(book, unit.unit.sheet)["A1"] = None

    register = edited(sample_file, clear)
    assert found(register) == []
    assert values(register) == values(sample)


def test_a_copied_sheet_is_not_read(sample_file: Path, sample: Register, unit: UnitLayout) -> None:
    def copy(book: Workbook) -> None:
        twin = book.copy_worksheet(sheet_of(book, unit.unit.sheet))
        twin.title = "Bản chép"
        twin[unit.cell(unit.measures[0].id, YEAR, "source")] = "khác"
        book.move_sheet(twin, -12)

    register = edited(sample_file, copy)
    assert found(register) == [("BT03", "Bản chép", "")]
    assert values(register) == values(sample)


def test_a_sheet_of_ones_own_is_told_and_not_read(sample_file: Path) -> None:
    def add(book: Workbook) -> None:
        sheet = book.create_sheet("Nháp")
        sheet["B2"] = "tính thử"

    register = edited(sample_file, add)
    assert found(register) == [("BT15", "Nháp", "")]
    assert not register.structure[0].blocks


def test_a_lost_row_of_keys(sample_file: Path, unit: UnitLayout) -> None:
    register = edited(
        sample_file, lambda book: blank_row(book, unit.unit.sheet, UnitLayout.KEY_ROW)
    )
    assert found(register) == [("BT04", unit.unit.sheet, "")]
    own = {measure.id for measure in unit.measures}
    assert own.isdisjoint(entry.measure_id for entry in register.entries)


def test_a_copied_row_of_keys(sample_file: Path, sample: Register, unit: UnitLayout) -> None:
    sheet, target = unit.unit.sheet, unit.last_row + 1

    def copy(book: Workbook) -> None:
        for column in ("A", "B", "C", "D"):
            cell = sheet_of(book, sheet)[f"{column}{UnitLayout.KEY_ROW}"]
            sheet_of(book, sheet)[f"{column}{target}"] = cell.value

    register = edited(sample_file, copy)
    assert found(register) == [("BT05", sheet, f"A{target}")]
    assert values(register) == values(sample)


@pytest.mark.parametrize("key", ["note", "numerator", "value"])
def test_a_lost_column(sample_file: Path, sample: Register, unit: UnitLayout, key: str) -> None:
    column = unit.column(key, YEAR)

    def clear(book: Workbook) -> None:
        sheet = sheet_of(book, unit.unit.sheet)
        for row in range(1, unit.last_row + 1):
            sheet[address(row, column)] = None

    register = edited(sample_file, clear)
    assert found(register)[0] == ("BT06", unit.unit.sheet, "")
    assert register.structure[0].period == YEAR
    before = values(sample)
    lost = {key for key in before if key not in values(register)}
    own = {(measure.id, YEAR) for measure in unit.measures}
    assert lost == (own if key == "numerator" else set())


def test_a_column_that_stands_twice_is_not_read(sample_file: Path, unit: UnitLayout) -> None:
    place = address(UnitLayout.KEY_ROW, unit.column("note", YEAR))
    twin = address(UnitLayout.KEY_ROW, FAR_COLUMN)

    def copy(book: Workbook) -> None:
        sheet = sheet_of(book, unit.unit.sheet)
        sheet[twin] = sheet[place].value

    register = edited(sample_file, copy)
    heading = address(UnitLayout.HEADING_ROW, FAR_COLUMN)
    assert found(register) == [("BT07", unit.unit.sheet, heading)]
    own = next(entry for entry in register.entries if entry.period == YEAR)
    assert own.note.value is None


def test_a_changed_heading(sample_file: Path, unit: UnitLayout) -> None:
    place = address(UnitLayout.HEADING_ROW, unit.column("denominator", H1))
    register = edited(
        sample_file, lambda book: sheet_of(book, unit.unit.sheet)[place].__setattr__("value", "Tử")
    )
    assert found(register) == [("BT08", unit.unit.sheet, place)]
    assert register.structure[0].period == H1


def test_a_lost_row(sample_file: Path, unit: UnitLayout) -> None:
    measure = unit.measures[0].id
    register = edited(sample_file, lambda book: blank_row(book, unit.unit.sheet, unit.row(measure)))
    assert found(register) == [("BT09", unit.unit.sheet, "")]
    assert register.structure[0].measure == measure
    assert measure not in {entry.measure_id for entry in register.entries}
    assert check(register).invalid == frozenset()


def test_a_row_that_stands_twice_makes_the_measure_invalid(
    sample_file: Path, sample: Register, unit: UnitLayout
) -> None:
    measure, sheet, target = unit.measures[0].id, unit.unit.sheet, unit.last_row + 1
    register = edited(
        sample_file, lambda book: copy_row(book, sheet, unit.row(measure), sheet, target)
    )
    assert found(register) == [("BT10", sheet, f"A{target}")]
    assert {key for key, _ in check(register).invalid} == {measure}
    assert values(register) == values(sample)


def test_a_row_of_figures_without_a_known_id(sample_file: Path, unit: UnitLayout) -> None:
    measure, sheet = unit.measures[0].id, unit.unit.sheet
    place = unit.row(measure)
    register = edited(
        sample_file, lambda book: sheet_of(book, sheet)[f"A{place}"].__setattr__("value", "X9")
    )
    assert found(register) == [("BT11", sheet, f"A{place}"), ("BT09", sheet, "")]


def test_a_row_on_another_units_sheet(sample_file: Path, plan: Plan, unit: UnitLayout) -> None:
    measure, sheet = unit.measures[0].id, unit.unit.sheet
    other = next(u for u in plan.units[1:] if list(plan.measures_of(u.id)))
    target = UnitLayout(plan, other.id, 2026).last_row + 1

    def move(book: Workbook) -> None:
        copy_row(book, sheet, unit.row(measure), other.sheet, target)
        blank_row(book, sheet, unit.row(measure))

    first, *formulas = edited(sample_file, move).structure
    assert (first.code, first.sheet, first.cell) == ("BT12", other.sheet, f"A{target}")
    assert first.measure == measure
    assert {one.code for one in formulas} <= {"BT13"}, "formulas still speak of the old row"


def test_ids_that_changed_places(sample_file: Path, unit: UnitLayout) -> None:
    one, other = unit.measures[0].id, unit.measures[-1].id
    cells = [f"A{unit.row(one)}", f"A{unit.row(other)}"]

    def swap(book: Workbook) -> None:
        sheet = sheet_of(book, unit.unit.sheet)
        sheet[cells[0]], sheet[cells[1]] = other, one

    register = edited(sample_file, swap)
    told = {(f.code, f.cell, f.measure) for f in register.structure if f.code == "BT16"}
    assert told == {("BT16", cells[0], other), ("BT16", cells[1], one)}


@pytest.mark.parametrize("typed_over", [99.5, None, "=1+1"])
def test_a_formula_typed_over(sample_file: Path, unit: UnitLayout, typed_over: object) -> None:
    measure = unit.measures[1].id
    place = unit.cell(measure, YEAR, "value")

    def type_over(book: Workbook) -> None:
        sheet_of(book, unit.unit.sheet)[place].value = typed_over

    register = edited(sample_file, type_over)
    assert found(register) == [("BT13", unit.unit.sheet, place)]
    assert (register.structure[0].measure, register.structure[0].period) == (measure, YEAR)
    assert check(register).invalid == {(measure, YEAR)}


Edit = Callable[[Workbook], None]


def set_cell(sheet: str, place: str, value: object) -> Edit:
    def edit(book: Workbook) -> None:
        sheet_of(book, sheet)[place].value = value

    return edit


def test_damage_to_the_other_sheets(sample_file: Path, plan: Plan) -> None:
    money, setting = FundingLayout(plan, 2026), SettingsLayout()
    source = plan.funding[0].id
    share = money.cell(source, "share")
    assert found(edited(sample_file, set_cell(FUNDING, share, 50))) == [("BT13", FUNDING, share)]
    row = money.row(source)
    register = edited(sample_file, lambda book: blank_row(book, FUNDING, row))
    assert found(register) == [("BT09", FUNDING, "")]
    assert len(register.funding) == len(plan.funding) - 1
    heading = address(HISTORY_HEADING_ROW, 1)
    register = edited(sample_file, set_cell(HISTORY, heading, "Năm"))
    assert found(register) == [("BT08", HISTORY, heading)]
    key = setting.cell("signer", key="key")
    assert found(edited(sample_file, set_cell(SETTINGS, key, "issuer2"))) == [
        ("BT09", SETTINGS, "")
    ]
    assert found(edited(sample_file, set_cell(SETTINGS, key, "place"))) == [
        ("BT10", SETTINGS, key), ("BT09", SETTINGS, ""),
    ]  # fmt: skip


def test_what_python_writes_may_be_changed_by_hand_without_a_finding(
    sample_file: Path, unit: UnitLayout
) -> None:
    status = unit.cell(unit.measures[0].id, YEAR, "status")
    assert found(edited(sample_file, set_cell(unit.unit.sheet, status, "Đạt"))) == []
    assert found(edited(sample_file, set_cell(FINDINGS, "B30", "x"))) == []


def test_every_damage_but_a_foreign_sheet_blocks() -> None:
    damage = [fault for fault in Fault if fault.code.startswith("BT")]
    soft = {fault for fault in damage if fault.severity is not Severity.ERROR}
    assert soft == {Fault.SHEET_UNKNOWN}
