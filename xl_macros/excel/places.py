"""The sheets of the sổ in the open workbook, also where people renamed them."""

from __future__ import annotations

import xlwings as xw

from workbook.domain.periods import periods_of
from workbook.domain.plan import ResponsibleUnit
from workbook.domain.register import RawCell, RawEntry, Register
from workbook.layout import columns, sheets
from workbook.layout.placement import UnitLayout

Sheets = dict[str, xw.Sheet]


def judged_sheets(book: xw.Book, register: Register) -> Sheets:
    """Return the units' sheets and that of the snapshot, by the names of the plan.

    A sheet that is lost is left out, and so is a unit's sheet in which rows or columns
    were inserted or deleted: a whole block would fall on what people typed.
    """
    by_name = {sheet.name: sheet for sheet in book.sheets}
    found: Sheets = {}
    for unit in register.plan.units:
        name = _name_of(register, unit)
        if name in by_name and stands_in_place(register, unit):
            found[unit.sheet] = by_name[name]
    if sheets.JUDGED in by_name:  # very hidden: nobody renames it
        found[sheets.JUDGED] = by_name[sheets.JUDGED]
    return found


def find_by_marker(book: xw.Book, name: str) -> xw.Sheet | None:
    """Return one of the fixed sheets; most often it still has its own name."""
    marker = sheets.marker_of(name)
    for sheet in sorted(book.sheets, key=lambda sheet: sheet.name != name):
        if sheet.range((1, 1)).value == marker:
            return sheet
    return None


def _name_of(register: Register, unit: ResponsibleUnit) -> str:
    """Return the name that the unit's sheet has now: cells are read with their address."""
    return next((entry.source.sheet for entry in _entries(register, unit)), unit.sheet)


def _entries(register: Register, unit: ResponsibleUnit) -> list[RawEntry]:
    ids = {measure.id for measure in register.plan.measures_of(unit.id)}
    return [entry for entry in register.entries if entry.measure_id in ids]


def stands_in_place(register: Register, unit: ResponsibleUnit) -> bool:
    """Tell whether every entry of a unit was read where the layout puts it."""
    place = UnitLayout(register.plan, unit.id, register.year)
    entries = {(entry.measure_id, entry.period): entry for entry in _entries(register, unit)}
    name = _name_of(register, unit)
    for measure in place.measures:
        for period in periods_of(register.year):
            entry = entries.get((measure.id, period))
            if entry is None:
                return False
            for key, cell in _cells(entry).items():
                if (cell.sheet, cell.cell) != (name, place.cell(measure.id, period, key)):
                    return False
    return True


def _cells(entry: RawEntry) -> dict[str, RawCell]:
    figures = {columns.slot_key(slot): cell for slot, cell in entry.figures.items()}
    return figures | {
        columns.SOURCE: entry.source,
        columns.ENTERED_ON: entry.entered_on,
        columns.NOTE: entry.note,
        columns.EXPLANATION: entry.explanation,
    }
