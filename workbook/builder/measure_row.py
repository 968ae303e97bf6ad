"""One measure on its unit's sheet: plan and past at the left, entries, live formulas.

Statuses, sentences and the hidden columns come as blocks, for all measures at once.
"""

from __future__ import annotations

from workbook.builder.book import DATE_FORMAT
from workbook.builder.page import Page
from workbook.domain.periods import Period, periods_of
from workbook.domain.plan import Kind, Measure, Slot
from workbook.layout import columns, formulas, staleness, styles, texts_vi
from workbook.layout.computed_units import entries, past_value
from workbook.layout.job import Job
from workbook.layout.placement import UnitLayout

_WHOLE = "#,##0"


def write_measure(page: Page, job: Job, place: UnitLayout, measure: Measure) -> None:
    """Write the row of one measure."""
    _write_plan(page, job, place, measure)
    _write_last_year(page, job, place, measure)
    for period in periods_of(job.year):
        _write_entries(page, job, place, measure, period)
        _write_value(page, job, place, measure, period)
        _write_flags(page, job, place, measure, period)


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


def number_format(decimals: int) -> str:
    """Return Excel's number format with so many decimals and thousands apart."""
    return f"{_WHOLE}.{'0' * decimals}" if decimals else _WHOLE


def _plain_format(measure: Measure) -> str:
    # More decimals, where a value needs them, come by conditional formats.
    return number_format(1 if measure.kind.is_ratio else 0)


def _align(measure: Measure) -> str:
    return "center" if measure.kind is Kind.YES_NO else "right"


def _write_last_year(page: Page, job: Job, place: UnitLayout, measure: Measure) -> None:
    past = place.cell(measure.id, None, columns.PAST)
    value = past_value(job, measure)
    page.formula(
        place.row(measure.id),
        place.column("last_year"),
        f'=IF({past}="","",{past})',
        "" if value is None else value,
        page.book.cell_format(
            font_color=styles.PAST_TEXT, align=_align(measure), num_format=_plain_format(measure)
        ),
    )


def _write_entries(
    page: Page, job: Job, place: UnitLayout, measure: Measure, period: Period
) -> None:
    row, book = place.row(measure.id), page.book
    typed = entries(measure, job.entry(measure.id, period))
    figure = book.entry_format(align=_align(measure))
    words = book.entry_format(align="left")
    forms = {
        columns.NUMERATOR: figure,
        columns.DENOMINATOR: figure,
        columns.ENTERED_ON: book.entry_format(align="center", num_format=DATE_FORMAT),
    }
    for key, value in typed.items():
        column = place.column(key, period)
        if key == columns.DENOMINATOR and Slot.DENOMINATOR not in measure.slots:
            page.text(row, column, "", book.cell_format(bg_color=styles.NOT_TYPED_FILL))
        else:
            page.raw(row, column, value, forms.get(key, words))


def _write_value(page: Page, job: Job, place: UnitLayout, measure: Measure, period: Period) -> None:
    row, book = place.row(measure.id), page.book
    band = book.cell_format(bg_color=styles.BAND_FILL)
    page.text(row, place.column(columns.BAND, period), "", band)
    figures = {slot: job.figure(measure.id, period, slot) for slot in measure.slots}
    page.formula(
        row,
        place.column(columns.VALUE, period),
        formulas.value_formula(measure, place, period),
        formulas.value_result(measure, figures),
        book.cell_format(align=_align(measure), num_format=_plain_format(measure)),
    )


def _write_flags(page: Page, job: Job, place: UnitLayout, measure: Measure, period: Period) -> None:
    row, plain = place.row(measure.id), page.book.format(text_wrap=False)
    changed = staleness.changed_formula(place, measure, period)
    page.formula(row, place.column(columns.CHANGED, period), changed, 0, plain)
    stale = staleness.stale_formula(job.plan, job.places, measure, period)
    page.formula(row, place.column(columns.STALE, period), stale, 0, plain)
