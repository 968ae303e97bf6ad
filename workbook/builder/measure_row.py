"""One measure on its unit's sheet: plan and past at the left, then a group each period."""

from __future__ import annotations

from fractions import Fraction

from workbook.builder.book import DATE_FORMAT, Page
from workbook.layout.job import Job
from workbook.builder.statuses import write_status
from workbook.domain.numbers_vi import round_half_up
from workbook.domain.periods import Period, periods_of
from workbook.domain.plan import Kind, Measure, Slot
from workbook.domain.register import CellValue, Observation
from workbook.domain.results import MeasureResult
from workbook.layout import columns, formulas, styles, texts_vi
from workbook.layout.placement import UnitLayout

_FEWEST_DECIMALS, _MOST_DECIMALS = 1, 2


def write_measure(page: Page, job: Job, place: UnitLayout, measure: Measure) -> None:
    """Write the row of one measure."""
    _write_plan(page, job, place, measure)
    for period in periods_of(job.year):
        _write_entries(page, job, place, measure, period)
        _write_judgement(page, job, place, measure, period)


def _write_plan(page: Page, job: Job, place: UnitLayout, measure: Measure) -> None:
    row, book = place.row(measure.id), page.book
    plain, centred = book.cell_format(), book.cell_format(align="center")
    page.text(row, place.column("id"), measure.id, centred)
    page.text(row, place.column("name"), measure.name, book.cell_format(bold=True))
    page.text(row, place.column("what"), texts_vi.what_to_type(measure, job.year), plain)
    page.text(row, place.column("measure_unit"), measure.measure_unit, centred)
    for year in job.plan.milestone_years:
        column = place.column(f"milestone_{year}")
        page.text(row, column, texts_vi.milestone_of_year(measure, year), centred)
    _write_last_year(page, row, place.column("last_year"), measure, job)


def _write_last_year(page: Page, row: int, column: int, measure: Measure, job: Job) -> None:
    result = job.result(measure.id, Period(job.year))
    seen = result.trend.previous if result else None
    value = result.trend.previous_value if result else None
    if seen is None or (value is None and seen.amount is None):
        page.text(row, column, "", page.book.cell_format(font_color=styles.PAST_TEXT))
        return
    _write_past(page, row, column, measure, seen, value)


def _write_past(
    page: Page, row: int, column: int, measure: Measure, seen: Observation, value: Fraction | None
) -> None:
    grey, book = styles.PAST_TEXT, page.book
    if measure.kind is Kind.YES_NO:
        text = texts_vi.YES if seen.amount else texts_vi.NO
        page.text(row, column, text, book.cell_format(font_color=grey, align="center"))
        return
    number = Fraction(seen.amount or 0) if value is None else value
    pattern = "#,##0" if measure.kind is Kind.COUNT else number_format(_past_decimals(number))
    form = book.cell_format(font_color=grey, align="right", num_format=pattern)
    page.number(row, column, float(number), form)


def _past_decimals(number: Fraction) -> int:
    exact = round_half_up(number, _FEWEST_DECIMALS) == number
    return _FEWEST_DECIMALS if exact else _MOST_DECIMALS


def number_format(decimals: int) -> str:
    """Return Excel's number format with so many decimals and thousands apart."""
    return f"#,##0.{'0' * decimals}" if decimals else "#,##0"


def value_format(measure: Measure, result: MeasureResult | None) -> str:
    """Return the number format under which the value never contradicts its status."""
    if not measure.kind.is_ratio:
        return "#,##0"
    return number_format(result.decimals if result and result.value is not None else 1)


def _write_entries(
    page: Page, job: Job, place: UnitLayout, measure: Measure, period: Period
) -> None:
    row, book = place.row(measure.id), page.book
    figure = book.entry_format(align="center" if measure.kind is Kind.YES_NO else "right")
    for slot in measure.slots:
        column = place.column(columns.slot_key(slot), period)
        page.raw(row, column, job.figure(measure.id, period, slot), figure)
    if Slot.DENOMINATOR not in measure.slots:
        unused = book.cell_format(bg_color=styles.NOT_TYPED_FILL)
        page.text(row, place.column(columns.DENOMINATOR, period), "", unused)
    entry = job.entry(measure.id, period)
    words = book.entry_format(align="left")
    day = book.entry_format(align="center", num_format=DATE_FORMAT)
    for key, cell, form in (
        (columns.SOURCE, entry and entry.source, words),
        (columns.ENTERED_ON, entry and entry.entered_on, day),
        (columns.NOTE, entry and entry.note, words),
        (columns.EXPLANATION, entry and entry.explanation, words),
    ):
        page.raw(row, place.column(key, period), cell.value if cell else None, form)


def _write_judgement(
    page: Page, job: Job, place: UnitLayout, measure: Measure, period: Period
) -> None:
    row, book = place.row(measure.id), page.book
    result = job.result(measure.id, period)
    page.text(
        row, place.column(columns.BAND, period), "", book.cell_format(bg_color=styles.BAND_FILL)
    )
    figures: dict[Slot, CellValue] = {
        slot: job.figure(measure.id, period, slot) for slot in measure.slots
    }
    form = book.cell_format(
        align="center" if measure.kind is Kind.YES_NO else "right",
        num_format=value_format(measure, result),
    )
    page.formula(
        row,
        place.column(columns.VALUE, period),
        formulas.value_formula(measure, place, period),
        formulas.value_result(measure, figures),
        form,
    )
    write_status(page, row, place.column(columns.STATUS, period), result)
    sentence = result.explanation if result else ""
    page.text(row, place.column(columns.REASONING, period), sentence, book.cell_format())
    _write_seen(page, place, measure, period, figures)


def _write_seen(
    page: Page,
    place: UnitLayout,
    measure: Measure,
    period: Period,
    figures: dict[Slot, CellValue],
) -> None:
    seen_keys = {columns.NUMERATOR: columns.SEEN_NUMERATOR,
                 columns.DENOMINATOR: columns.SEEN_DENOMINATOR}  # fmt: skip
    plain = page.book.format(text_wrap=False)
    for slot, value in figures.items():
        key = seen_keys[columns.slot_key(slot)]
        page.raw(place.row(measure.id), place.column(key, period), value, plain)
