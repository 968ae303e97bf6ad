"""What Python writes on a unit's sheet: statuses, sentences, and what they rest on."""

from __future__ import annotations

from collections.abc import Iterator

from workbook.domain.periods import Period, periods_of
from workbook.domain.plan import Kind, Measure
from workbook.domain.register import CellValue, RawEntry
from workbook.layout import columns, styles, texts_vi
from workbook.layout.blocks import Block, Value, seen, table
from workbook.layout.job import Job
from workbook.layout.placement import UnitLayout

_FEWEST_DECIMALS = 1


def unit_blocks(job: Job, place: UnitLayout) -> tuple[Block, ...]:
    """Return the blocks of a unit's sheet: a status column each period, and the far right."""
    if not place.measures:
        return ()
    half, whole = periods_of(place.year)
    right = (
        [*_judged(job, m, half), *_judged(job, m, whole), past_value(job, m)]
        for m in place.measures
    )
    return (
        *(_statuses(job, place, period) for period in (half, whole)),
        table(place.unit.sheet, place.FIRST_ROW, place.column(columns.REASONING, half), right),
    )


def _statuses(job: Job, place: UnitLayout, period: Period) -> Block:
    results = (job.result(measure.id, period) for measure in place.measures)
    texts = ([styles.status_text(result) if result else None] for result in results)
    column = place.column(columns.STATUS, period)
    return table(place.unit.sheet, place.FIRST_ROW, column, texts)


def _judged(job: Job, measure: Measure, period: Period) -> Iterator[Value]:
    """Yield the columns of a period at the far right, in their order."""
    result = job.result(measure.id, period)
    yield result.explanation if result else None
    typed = entries(measure, job.entry(measure.id, period))
    yield from (seen(typed[key]) for key in columns.SEEN)
    if not measure.kind.is_ratio:
        yield 0
    else:
        yield result.decimals if result and result.value is not None else _FEWEST_DECIMALS


def entries(measure: Measure, entry: RawEntry | None) -> dict[str, CellValue]:
    """Return what was typed for a measure in a period, by the keys of its columns."""
    if entry is None:
        return dict.fromkeys(columns.SEEN)
    found = dict.fromkeys(columns.SEEN) | {
        columns.SOURCE: entry.source.value,
        columns.ENTERED_ON: entry.entered_on.value,
        columns.NOTE: entry.note.value,
        columns.EXPLANATION: entry.explanation.value,
    }
    for slot in measure.slots:
        cell = entry.figures.get(slot)
        found[columns.slot_key(slot)] = cell.value if cell else None
    return found


def past_value(job: Job, measure: Measure) -> Value:
    """Return last year's value: a number, or có/không."""
    result = job.result(measure.id, Period(job.year))
    if result is None or result.trend.previous is None:
        return None
    amount, value = result.trend.previous.amount, result.trend.previous_value
    if measure.kind is Kind.YES_NO:
        return None if amount is None else texts_vi.YES if amount else texts_vi.NO
    number = amount if value is None else float(value)
    return int(number) if number is not None and float(number).is_integer() else number
