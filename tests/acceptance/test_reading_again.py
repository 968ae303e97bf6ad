"""A sổ is read from its file as it was made: also saved by another program, or damaged."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from tests.rendering import convert, needs_rendering
from workbook.domain.plan import Plan
from workbook.domain.register import RawCell, Register
from workbook.layout.placement import UnitLayout
from workbook.reader.file import read_register

Figures = dict[tuple[str, str, str], object]


def figures(register: Register) -> Figures:
    """Every typed figure with its text cells, wherever it stands."""
    return {
        (entry.measure_id, entry.period.key, name): cell.value
        for entry in register.entries
        for name, cell in [
            *((slot.value, cell) for slot, cell in entry.figures.items()),
            ("source", entry.source),
            ("note", entry.note),
        ]
        if not cell.is_blank
    }


def history(register: Register) -> list[tuple[object, ...]]:
    return [
        tuple(cell.value for cell in vars(row).values() if isinstance(cell, RawCell))
        for row in register.history
    ]


def changed(path: Path, change: Callable[[Workbook], None]) -> Register:
    book = openpyxl.load_workbook(path)
    change(book)
    target = path.with_name("khac.xlsx")
    book.save(target)
    return read_register(target)


def codes(register: Register) -> set[str]:
    return {finding.code for finding in register.structure}


def test_what_was_written_is_read(sample: Register, sample_file: Path) -> None:
    read = read_register(sample_file)
    assert read.structure == ()
    assert figures(read) == figures(sample)
    assert history(read) == history(sample)
    assert read.plan == sample.plan
    assert (read.year, read.sample) == (sample.year, True)


@needs_rendering
def test_a_copy_saved_by_libreoffice_reads_the_same(sample: Register, sample_file: Path) -> None:
    read = read_register(convert(sample_file, sample_file.parent / "lo", "xlsx"))
    assert read.structure == ()
    assert figures(read) == figures(sample)
    assert history(read) == history(sample)


def test_sheets_in_another_order_read_the_same(sample: Register, sample_file: Path) -> None:
    def reverse(book: Workbook) -> None:
        book._sheets.reverse()  # type: ignore[attr-defined] # openpyxl has no public call

    assert figures(changed(sample_file, reverse)) == figures(sample)


def unit_sheet(plan: Plan) -> str:
    return plan.units[0].sheet


def test_an_inserted_column_is_never_misread(
    sample: Register, sample_file: Path, plan: Plan
) -> None:
    def insert(book: Workbook) -> None:
        book[unit_sheet(plan)].insert_cols(9)

    read = changed(sample_file, insert)
    assert read.structure or figures(read) == figures(sample)
    assert figures(read).items() <= figures(sample).items()


def test_a_moved_row_is_found_by_its_id(sample: Register, sample_file: Path, plan: Plan) -> None:
    place = UnitLayout(plan, plan.units[0].id, sample.year)

    def swap(book: Workbook) -> None:
        sheet = book[unit_sheet(plan)]
        first, second = place.FIRST_ROW, place.FIRST_ROW + 1
        for column in range(1, sheet.max_column + 1):
            above, below = sheet.cell(first, column), sheet.cell(second, column)
            above.value, below.value = below.value, above.value

    assert figures(changed(sample_file, swap)) == figures(sample)


def test_a_renamed_sheet_is_reported_and_still_read(
    sample: Register, sample_file: Path, plan: Plan
) -> None:
    def rename(book: Workbook) -> None:
        book[unit_sheet(plan)].title = "Trang khác"

    read = changed(sample_file, rename)
    assert read.structure
    assert figures(read) == figures(sample)


def test_a_deleted_sheet_is_reported_and_its_figures_are_missing(
    sample: Register, sample_file: Path, plan: Plan
) -> None:
    def delete(book: Workbook) -> None:
        del book[unit_sheet(plan)]

    read = changed(sample_file, delete)
    own = {measure.id for measure in plan.measures_of(plan.units[0].id)}
    assert read.structure
    assert all(finding.blocks for finding in read.structure)
    assert figures(read) == {key: v for key, v in figures(sample).items() if key[0] not in own}


def key_cells(book: Workbook, sheet: str, key: str) -> tuple[int, int]:
    for row in book[sheet].iter_rows():
        for cell in row:
            if cell.value == key:
                return row[0].row or 0, cell.column or 0
    raise AssertionError(key)


@pytest.mark.parametrize("key", ["measures.2026.numerator", "measures.id"])
def test_a_deleted_column_is_reported_and_nothing_else_takes_its_place(
    sample: Register, sample_file: Path, plan: Plan, key: str
) -> None:
    def delete(book: Workbook) -> None:
        _, column = key_cells(book, unit_sheet(plan), key)
        book[unit_sheet(plan)].delete_cols(column)

    read = changed(sample_file, delete)
    assert any(finding.blocks for finding in read.structure)
    assert figures(read).items() <= figures(sample).items()


def test_a_changed_heading_is_reported(sample_file: Path, plan: Plan) -> None:
    def rename(book: Workbook) -> None:
        row, column = key_cells(book, unit_sheet(plan), "measures.2026.denominator")
        book[unit_sheet(plan)].cell(row + 1, column).value = "Tử số"

    assert any(finding.blocks for finding in changed(sample_file, rename).structure)


def test_a_deleted_row_and_a_doubled_row_are_reported(sample_file: Path, plan: Plan) -> None:
    def delete(book: Workbook) -> None:
        book[unit_sheet(plan)].delete_rows(UnitLayout.FIRST_ROW)

    def double(book: Workbook) -> None:
        sheet = book[unit_sheet(plan)]
        sheet.cell(UnitLayout.FIRST_ROW + 1, 1).value = sheet.cell(UnitLayout.FIRST_ROW, 1).value

    for change in (delete, double):
        assert any(finding.blocks for finding in changed(sample_file, change).structure)


def test_a_formula_typed_over_is_reported_at_its_cell(sample_file: Path, plan: Plan) -> None:
    def type_over(book: Workbook) -> None:
        _, column = key_cells(book, unit_sheet(plan), "measures.2026.value")
        book[unit_sheet(plan)].cell(UnitLayout.FIRST_ROW + 1, column).value = 99.5

    (finding,) = changed(sample_file, type_over).structure
    assert finding.blocks
    assert finding.sheet == unit_sheet(plan)
    assert finding.cell.endswith(str(UnitLayout.FIRST_ROW + 1))
