"""Findings from faults: the place, the facts in Vietnamese, and the order of all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from workbook.domain.cell_values import Flaw, Reading
from workbook.domain.findings import Finding, Severity
from workbook.domain.numbers_vi import format_date_short, format_integer, format_plain
from workbook.domain.periods import Period
from workbook.domain.plan import Kind, Measure, Slot
from workbook.domain.register import CellValue, ExcelError, RawCell
from workbook.domain.text_vi import clean
from workbook.domain.validation.messages_vi import SLOT_NAMES, YES_NO_NAME, Fault
from workbook.domain.validation.sentences_vi import place_vi, remedy_vi, sentence_vi

_ADDRESS = re.compile(r"([A-Z]+)(\d+)")
_SHOWN = 60  # characters of a typed text that a message repeats
_NAME_SHOWN = 90
_DECIMALS = 6

_FLAWS = {
    Flaw.WORDS: Fault.NOT_A_NUMBER,
    Flaw.AMBIGUOUS_DOT: Fault.AMBIGUOUS_DOT,
    Flaw.PERCENT: Fault.PERCENT,
    Flaw.NEGATIVE: Fault.NEGATIVE,
    Flaw.NOT_WHOLE: Fault.NOT_WHOLE,
    Flaw.TOO_LARGE: Fault.TOO_LARGE,
    Flaw.EXCEL_ERROR: Fault.EXCEL_ERROR,
    Flaw.IS_DATE: Fault.DATE_FOR_NUMBER,
    Flaw.IS_BOOLEAN: Fault.BOOLEAN,
    Flaw.NO_DATE: Fault.NOT_A_DATE,
    Flaw.NO_YEAR: Fault.SETTING_YEAR,
    Flaw.NOT_YES_OR_NO: Fault.NOT_YES_OR_NO,
}


@dataclass(frozen=True)
class Subject:
    """What a cell is about: the words in brackets, the measure, the period."""

    words: str = ""
    measure: str | None = None
    period: Period | None = None


NO_SUBJECT = Subject()


def subject_of(measure: Measure, period: Period | None, column: str) -> Subject:
    """Return the subject of one of a measure's cells; `column` in Vietnamese."""
    name = shorten(measure.name, _NAME_SHOWN)
    return Subject(f"{measure.id} – {name}, {column}", measure.id, period)


def slot_name(measure: Measure, slot: Slot) -> str:
    """Return what officials call the cell: tử số, mẫu số, số lượng, có/không."""
    return YES_NO_NAME if measure.kind is Kind.YES_NO else SLOT_NAMES[slot]


def finding(
    fault: Fault,
    cell: RawCell,
    subject: Subject = NO_SUBJECT,
    severity: Severity | None = None,
    **facts: str,
) -> Finding:
    """Make the finding of a fault at a cell; `typed` is the cell's content unless given."""
    told = {"typed": shown(cell.value)} | facts
    place = place_vi(cell.sheet, cell.cell, subject.words)
    return Finding(
        code=fault.code,
        severity=severity or fault.severity,
        period=subject.period,
        sheet=cell.sheet,
        cell=cell.cell,
        measure=subject.measure,
        message=sentence_vi(fault, place, told),
        remedy=remedy_vi(fault, told),
    )


def reading_findings(
    cell: RawCell, reading: Reading[object], subject: Subject
) -> Iterator[Finding]:
    """Yield what is wrong with a number or word as typed."""
    number = reading.number
    if number is None and isinstance(reading.value, int | Fraction):
        number = Fraction(reading.value)
    told = "" if number is None else number_vi(number)
    if reading.from_text:
        yield finding(Fault.TEXT_NUMBER, cell, subject, number=told)
    if reading.flaw is not None:
        yield finding(_FLAWS[reading.flaw], cell, subject, number=told)


def number_vi(value: Fraction | int) -> str:
    """Write a number of a message: `1.234`, `99,5`."""
    return format_plain(Fraction(value), _DECIMALS)


def shown(value: CellValue) -> str:
    """Return a cell's content as a message repeats it: one line, not too long."""
    if isinstance(value, ExcelError):
        return value.text
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, date):
        return format_date_short(value)
    if isinstance(value, int | float):
        # A number of any size or shape, inf and nan too: only to be shown.
        return shorten(str(value).replace(".", ","), _SHOWN)
    return shorten(value or "", _SHOWN)


def shorten(text: str, most: int) -> str:
    """Return a text on one line, cut after so many characters."""
    line = " ".join(clean(text).split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def other_cell(cell: RawCell, beside: RawCell) -> str:
    """Name a cell in another cell's message; its sheet only where it is another one."""
    here = f"ô {cell.cell}"
    return here if cell.sheet == beside.sheet else f'trang "{cell.sheet}", {here}'


def count_vi(number: int) -> str:
    """Write a whole number of a message: `1.234`."""
    return format_integer(number)


def in_order(findings: Iterable[Finding], sheets: Sequence[str]) -> tuple[Finding, ...]:
    """Order findings by sheet, then row, then column, then code."""
    rank = {sheet: number for number, sheet in enumerate(sheets)}

    def key(one: Finding) -> tuple[int, str, int, int, str]:
        row, column = position(one.cell)
        return rank.get(one.sheet, len(rank)), one.sheet, row, column, one.code

    return tuple(sorted(findings, key=key))


def position(cell: str) -> tuple[int, int]:
    """Return row and column of an A1 address, (0, 0) for none."""
    match = _ADDRESS.fullmatch(cell)
    if match is None:
        return 0, 0
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]), column
