"""Texts: content of a cell as text, and what is wrong with how it was typed.

Source: reference methods, section 6 (NFC, legacy fonts); reference domain, 5.3, 5.4.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from workbook.domain.findings import Finding
from workbook.domain.periods import Period
from workbook.domain.register import ExcelError, RawCell, Register
from workbook.domain.text_vi import clean, control_characters, is_nfc, legacy_text
from workbook.domain.validation.making import (
    Subject,
    count_vi,
    finding,
    in_order,
    shorten,
    shown,
)
from workbook.domain.validation.messages_vi import Fault

_READING_SHOWN = 80


@dataclass(frozen=True)
class TypedCell:
    """A cell with what it belongs to; `text` cells are printed in documents."""

    cell: RawCell
    measure: str | None = None
    period: Period | None = None
    text: bool = True


def cell_text(cell: RawCell) -> str:
    """Return a cell's content as documents print it; "" for a blank or an Excel error."""
    value = cell.value
    if value is None or isinstance(value, ExcelError):
        return ""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return shown(value) if isinstance(value, date | float | bool) else str(value)


def typed_cells(register: Register) -> Iterator[TypedCell]:
    """Yield every cell that people type, in no order."""
    for entry in register.entries:
        of = entry.measure_id, entry.period
        for cell in (entry.source, entry.note, entry.explanation):
            yield TypedCell(cell, *of)
        for cell in (*entry.figures.values(), entry.entered_on):
            yield TypedCell(cell, *of, text=False)
    for row in register.history:
        for cell in (row.area, row.source, row.note):
            yield TypedCell(cell)
        for cell in (row.measure_id, row.period, row.numerator, row.denominator, row.amount):
            yield TypedCell(cell, text=False)
    for task in register.tasks:
        yield TypedCell(task.result)
        yield TypedCell(task.deadline, text=False)
        yield TypedCell(task.done, text=False)
    for source in register.funding:
        yield TypedCell(source.note)
        for cell in (source.planned, *source.spent.values()):
            yield TypedCell(cell, text=False)
    for cells in register.settings.values():
        yield from (TypedCell(cell, text=False) for cell in cells)


def check_texts(register: Register) -> tuple[Finding, ...]:
    """Check how every typed text was typed; text not in NFC is told once a sổ."""
    found: list[Finding] = []
    decomposed: list[Finding] = []
    for one in typed_cells(register):
        subject = Subject(one.measure or "", one.measure, one.period)
        if isinstance(one.cell.value, str):
            found += _typing_faults(one.cell, subject)
            if not is_nfc(one.cell.value):
                decomposed.append(finding(Fault.NOT_NFC, one.cell))
        elif one.text and isinstance(one.cell.value, ExcelError):
            found.append(finding(Fault.TEXT_ERROR, one.cell, subject))
    return (*found, *_first(decomposed, register.sheet_order))


def _first(findings: Iterable[Finding], sheets: tuple[str, ...]) -> tuple[Finding, ...]:
    return in_order(findings, sheets)[:1]


def _typing_faults(cell: RawCell, subject: Subject) -> Iterator[Finding]:
    text = str(cell.value)
    legacy = legacy_text(text, cell.font)
    if legacy is not None:
        reading = shorten(legacy.reading, _READING_SHOWN)
        encoding = legacy.encoding.value
        yield finding(Fault.LEGACY_FONT, cell, subject, encoding=encoding, reading=reading)
    controls = control_characters(text)
    if controls:
        yield finding(Fault.CONTROL_CHARACTER, cell, subject, number=count_vi(len(controls)))
