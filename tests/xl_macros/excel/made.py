"""Sổ for the tests of the buttons: built, typed into as an official would, compared."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import openpyxl
import xlwings as xw
from openpyxl.worksheet.formula import ArrayFormula

from tests.xlwings_engine import journal_of, unprotected
from workbook.builder import build_workbook
from workbook.csv_rows import FIGURE_COLUMNS, HISTORY_COLUMNS, decode, parse_rows
from workbook.domain.periods import Period
from workbook.domain.plan import Kind, Measure, Slot
from workbook.domain.register import CellValue, RawCell, RawEntry, Register
from workbook.filling import new_register
from workbook.layout.sheets import SUMMARY
from workbook.layout.summary_layout import SummaryLayout
from workbook.plans import load_plan
from xl_macros import actions
from xl_macros.excel.guard import Action

OTHER = Path(__file__).parents[2] / "data" / "other_plan"
HALF, YEAR = Period(2026, half=True), Period(2026)


def built(register: Register, shown: Period) -> bytes:
    """Build the sổ of a register with one of its periods shown."""
    judged = actions.judge(register)
    return build_workbook(register, judged.assessments, judged.checked.findings, shown)


def click(book: xw.Book, action: Action) -> None:
    """Run a button's function as the VBA does, counting from zero."""
    journal_of(book).trips.clear()
    with unprotected(book):
        action(book)


def typed_cells(register: Register) -> Iterator[RawCell]:
    """Yield every cell that people type."""
    for entry in register.entries:
        yield from entry.figures.values()
        yield from (entry.source, entry.entered_on, entry.note, entry.explanation)
    for row in register.history:
        yield from (row.measure_id, row.period, row.area, row.numerator, row.denominator)
        yield from (row.amount, row.source, row.note)
    for task in register.tasks:
        yield from (task.deadline, task.result, task.done)
    for money in register.funding:
        yield from (money.planned, *money.spent.values(), money.note)
    for cells in register.settings.values():
        yield from cells


def type_in(book: xw.Book, before: Register, after: Register) -> None:
    """Type what one register has other than the one that the book was built from."""
    old = {(cell.sheet, cell.cell): cell.value for cell in typed_cells(before)}
    new = {(cell.sheet, cell.cell): cell.value for cell in typed_cells(after)}
    for sheet, cell in {**old, **new}:
        if old.get((sheet, cell)) != (value := new.get((sheet, cell))):
            book.sheets[sheet].range(cell).value = value


def choose(book: xw.Book, cell: str, text: str) -> None:
    """Choose in one of the drop-down cells of Tổng hợp."""
    book.sheets[SUMMARY].range(cell).value = text


def choose_period(book: xw.Book, period: Period) -> None:
    """Choose the period that is reported."""
    choose(book, SummaryLayout.PERIOD_CELL, period.label)


def contents(file: Path | bytes) -> dict[tuple[str, str], object]:
    """Return the value or formula of every cell of content, by sheet and address."""
    stream = io.BytesIO(file) if isinstance(file, bytes) else file
    found: dict[tuple[str, str], object] = {}
    for sheet in openpyxl.load_workbook(stream):
        for row in sheet.iter_rows():
            for cell in row:
                value = cell.value
                if isinstance(value, ArrayFormula):
                    found[sheet.title, cell.coordinate] = (value.ref, value.text)
                elif value is not None:
                    found[sheet.title, cell.coordinate] = value
    return found


def with_figures(register: Register, figure: dict[str, dict[Slot, CellValue]]) -> Register:
    """Return the register with other figures for some measures, in both periods."""

    def changed(entry: RawEntry) -> RawEntry:
        values = figure.get(entry.measure_id, {})
        cells = {s: replace(c, value=values.get(s, c.value)) for s, c in entry.figures.items()}
        return replace(entry, figures=cells)

    return replace(register, entries=tuple(changed(entry) for entry in register.entries))


def worst(measure: Measure) -> dict[Slot, CellValue]:
    """Return figures as bad as the rule of the measure knows."""
    up = measure.milestones[-1].rule.higher_is_better
    if measure.kind is Kind.YES_NO:
        return {Slot.AMOUNT: "không" if up else "có"}
    if not measure.kind.is_ratio:
        return {Slot.AMOUNT: 0 if up else 5000}
    return {Slot.NUMERATOR: 0 if up else 1000, Slot.DENOMINATOR: 1000}


def all_lagging(register: Register) -> Register:
    """Return the register with the worst figures everywhere."""
    return with_figures(register, {one.id: worst(one) for one in register.plan.measures.values()})


def other_register(*, filled: bool) -> Register:
    """Return the register of the other plan; filled, nothing in it is to be found fault with."""
    plan = load_plan(OTHER / "plan.toml")
    files = {"so_lieu.csv": FIGURE_COLUMNS, "lich_su.csv": HISTORY_COLUMNS}
    rows = [
        parse_rows(decode((OTHER / name).read_bytes(), name), keys, name)
        for name, keys in files.items()
    ]
    return new_register(plan, 2026, *rows) if filled else new_register(plan, 2026)


def documents(folder: Path) -> list[Path]:
    """The documents that were written; a template beside the sổ is none."""
    return sorted(one for one in folder.rglob("*.docx") if one.parent.name != "mau")


def faulty(sample: Register) -> Register:
    measure = next(one for one in sample.plan.measures.values() if one.kind.is_ratio)
    return with_figures(sample, {measure.id: {Slot.NUMERATOR: 10**6}})
