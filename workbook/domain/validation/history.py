"""Lịch sử: past figures, one row per measure, period and area.

A row with a blocking fault is left out, so that no baseline rests on it; findings here
belong to no period, since the past weighs on every report.

Source: reference methods, sections 1 (bare rates, baseline) and 6.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction

from workbook.domain.cell_values import Reading, read_rate
from workbook.domain.findings import Finding
from workbook.domain.periods import Period
from workbook.domain.plan import Kind, Measure, Plan, Slot
from workbook.domain.register import Observation, RawCell, RawHistory
from workbook.domain.text_vi import fold
from workbook.domain.validation.entries import ratio_findings, read_slot
from workbook.domain.validation.making import (
    Subject,
    finding,
    number_vi,
    reading_findings,
    slot_name,
    subject_of,
)
from workbook.domain.validation.messages_vi import COLUMN_NAMES, Fault
from workbook.domain.validation.text import cell_text

CONVERTED_MARK = "quy đổi theo địa bàn mới"
_WHOLE_PERCENT = 100


@dataclass
class _Row:
    """A row while it is read."""

    raw: RawHistory
    measure: Measure
    period: Period
    findings: list[Finding] = field(default_factory=list)
    values: dict[Slot, int] = field(default_factory=dict)
    rate: Fraction | None = None

    def subject(self, column: str) -> Subject:
        told = subject_of(self.measure, None, column)
        return Subject(f"{told.words}, {self.period.label}", told.measure)

    def tell(self, fault: Fault, cell: RawCell, column: str, **facts: str) -> None:
        self.findings.append(finding(fault, cell, self.subject(column), None, **facts))

    def note(self, cell: RawCell, reading: Reading[object], column: str) -> None:
        self.findings += reading_findings(cell, reading, self.subject(column))

    @property
    def usable(self) -> bool:
        typed = bool(self.values) or self.rate is not None
        return typed and not any(one.blocks for one in self.findings)

    def observation(self) -> Observation:
        counted = bool(self.values)
        return Observation(
            measure_id=self.measure.id,
            period=self.period,
            area=cell_text(self.raw.area),
            numerator=self.values.get(Slot.NUMERATOR),
            denominator=self.values.get(Slot.DENOMINATOR),
            amount=self.values.get(Slot.AMOUNT),
            rate=None if counted else self.rate,
            source=cell_text(self.raw.source),
            note=cell_text(self.raw.note),
            converted=fold(CONVERTED_MARK) in fold(cell_text(self.raw.note)),
        )


def read_history(
    plan: Plan, year: int, rows: tuple[RawHistory, ...]
) -> tuple[tuple[Observation, ...], tuple[Finding, ...]]:
    """Read Lịch sử of a sổ of the year: usable rows in the sheet's order, and findings."""
    observations: list[Observation] = []
    findings: list[Finding] = []
    seen: dict[tuple[str, Period, str], RawCell] = {}
    for raw in rows:
        if all(cell.is_blank for cell in _cells(raw)):
            continue
        row = _identify(plan, raw)
        if isinstance(row, Finding):
            findings.append(row)
            continue
        key = row.measure.id, row.period, fold(cell_text(raw.area))
        first = seen.setdefault(key, raw.measure_id)
        if first is not raw.measure_id:
            row.tell(
                Fault.HISTORY_TWICE, raw.measure_id, "mã", other=first.cell, period=key[1].label
            )
        _read(row, year)
        findings += row.findings
        if row.usable and row.period.year < year:
            observations.append(row.observation())
    return tuple(observations), tuple(findings)


def _cells(raw: RawHistory) -> tuple[RawCell, ...]:
    return (
        raw.measure_id, raw.period, raw.area, raw.numerator, raw.denominator, raw.amount,
        raw.source, raw.note,
    )  # fmt: skip


def _identify(plan: Plan, raw: RawHistory) -> _Row | Finding:
    ids = {fold(measure_id): measure_id for measure_id in plan.measures}
    measure_id = ids.get(fold(cell_text(raw.measure_id)))
    if measure_id is None:
        return finding(Fault.HISTORY_ID, raw.measure_id)
    try:
        period = Period.parse(fold(cell_text(raw.period)).upper())
    except ValueError:
        return finding(Fault.HISTORY_PERIOD, raw.period, Subject(measure_id, measure_id))
    return _Row(raw, plan.measures[measure_id], period)


def _read(row: _Row, year: int) -> None:
    raw, measure = row.raw, row.measure
    if row.period.year >= year:
        period, limit = row.period.label, str(year)
        row.tell(Fault.HISTORY_LATE, raw.period, "kỳ", period=period, limit=limit)
    if measure.kind.is_ratio:
        _read_counts(row)
        _read_rate(row)
    else:
        _read_amount(row)
    figures = (raw.numerator, raw.denominator, raw.amount)
    if all(cell.is_blank for cell in figures):
        row.tell(Fault.HISTORY_EMPTY, raw.measure_id, "mã")
    elif raw.source.is_blank:
        row.tell(Fault.NO_SOURCE, raw.source, COLUMN_NAMES["source"])
    if raw.area.is_blank:
        row.tell(Fault.HISTORY_AREA, raw.area, "địa bàn")


def _read_counts(row: _Row) -> None:
    cells = {Slot.NUMERATOR: row.raw.numerator, Slot.DENOMINATOR: row.raw.denominator}
    for slot, cell in cells.items():
        reading = read_slot(row.measure, cell)
        row.note(cell, reading, slot_name(row.measure, slot))
        if reading.value is not None:
            row.values[slot] = int(reading.value)
    blank = [slot for slot, cell in cells.items() if cell.is_blank]
    if len(blank) == 1:
        slot, name = blank[0], slot_name(row.measure, blank[0])
        fault = Fault.NO_DENOMINATOR if slot is Slot.DENOMINATOR else Fault.NO_NUMERATOR
        other = next(cell.cell for cell in cells.values() if not cell.is_blank)
        row.tell(fault, cells[slot], name, other=other)
    noted = not row.raw.note.is_blank
    subject = row.subject(slot_name(row.measure, Slot.DENOMINATOR))
    row.findings += ratio_findings(row.measure, row.values, cells, noted=noted, subject=subject)


def _read_rate(row: _Row) -> None:
    cell, name = row.raw.amount, COLUMN_NAMES["rate"]
    reading = read_rate(cell)
    row.note(cell, reading, name)
    row.rate = reading.value
    if row.rate is None:
        return
    number = number_vi(row.rate)
    if row.measure.kind is Kind.PERCENTAGE and row.rate > _WHOLE_PERCENT:
        if not row.measure.numerator_may_exceed:
            row.tell(Fault.RATE_ABOVE_WHOLE, cell, name, number=number)
    elif not _agrees(row, row.rate):
        typed = "/".join(number_vi(row.values[slot]) for slot in row.measure.slots)
        row.tell(Fault.HISTORY_DISAGREES, cell, name, number=number, most=typed)


def _agrees(row: _Row, rate: Fraction) -> bool:
    """Whether counts and rate say the same, to the last decimal of the rate as typed."""
    denominator = row.values.get(Slot.DENOMINATOR)
    numerator = row.values.get(Slot.NUMERATOR)
    if not denominator or numerator is None:
        return True
    last_place = Fraction(1, _scale(rate))
    return abs(Fraction(numerator * row.measure.factor, denominator) - rate) < last_place


def _scale(rate: Fraction) -> int:
    scale = 1
    while scale % rate.denominator:
        scale *= 10
    return scale


def _read_amount(row: _Row) -> None:
    name = slot_name(row.measure, Slot.AMOUNT)
    for cell in (row.raw.numerator, row.raw.denominator):
        if not cell.is_blank:
            row.tell(Fault.HISTORY_COLUMN, cell, name)
    reading = read_slot(row.measure, row.raw.amount)
    row.note(row.raw.amount, reading, name)
    if reading.value is not None:
        row.values[Slot.AMOUNT] = int(reading.value)


def check_baseline(
    baseline_year: int | None, cells: tuple[RawCell, ...], history: tuple[Observation, ...]
) -> Iterator[Finding]:
    """Tell a baseline year, typed in Cấu hình, of which Lịch sử knows nothing."""
    typed = [cell for cell in cells if not cell.is_blank]
    if not typed or baseline_year is None or cell_text(typed[0]) != str(baseline_year):
        return
    if all(one.period.year != baseline_year for one in history):
        yield finding(Fault.BASELINE_UNKNOWN, typed[0])
