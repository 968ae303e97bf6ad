"""The sheet of a responsible unit: what it types, what the sổ says of it, its tasks."""

from __future__ import annotations

from workbook.builder import inputs
from workbook.builder.book import DATE_FORMAT, Book, Page
from workbook.layout.job import Job
from workbook.builder.measure_row import write_measure
from workbook.builder.statuses import mark_stale
from workbook.builder.tasks import write_tasks
from workbook.domain.periods import Period, periods_of
from workbook.domain.plan import ResponsibleUnit
from workbook.layout import columns, formulas, prompts_vi, sheets, styles, texts_vi
from workbook.layout.placement import UnitLayout, address

_TURNED = 90


def write_unit(book: Book, job: Job, unit: ResponsibleUnit) -> None:
    """Add the sheet of one unit."""
    place = job.places[unit.id]
    page = Page(book, unit.sheet, sheets.unit_marker(unit.id))
    _set_columns(page, place, job.shown)
    _write_head(page, job, place)
    _write_headings(page, place)
    for measure in place.measures:
        write_measure(page, job, place, measure)
    for period in periods_of(job.year):
        _add_prompts(page, place, period)
        if place.measures:
            mark_stale(page, place, period)
    if not place.measures:
        for row in (UnitLayout.GROUP_ROW, UnitLayout.HEADING_ROW):
            page.hide_row(row)
    write_tasks(page, job, place)
    page.sheet.freeze_panes(UnitLayout.HEADING_ROW, place.column("name") + 1)
    last_column = place.column(columns.EXPLANATION, job.shown)
    repeat = (UnitLayout.GROUP_ROW, UnitLayout.HEADING_ROW)
    if page.fits_on_one_page(place.last_row, last_column):
        # Only tasks run over to the next page: the headings of measures would mislead there.
        repeat = (place.task_title_row, place.task_heading_row)
    page.print_setup(max(place.task_last_row, place.last_row), last_column, repeat)
    page.finish()


def _set_columns(page: Page, place: UnitLayout, shown: Period) -> None:
    # Symbols stand left of a group, above its band: the column after it is hidden.
    page.sheet.outline_settings(True, True, False, False)
    for index, column in enumerate(place.columns):
        folded = column.period not in (None, shown)
        if column.hidden:
            page.column(index, column.width, hidden=True)
        elif column.period is None:
            page.column(index, column.width)
        elif column.key == columns.BAND:
            page.column(index, column.width, collapsed=folded)
        else:
            page.column(index, column.width, level=1, hidden=folded)


def _write_head(page: Page, job: Job, place: UnitLayout) -> None:
    book = page.book
    page.title(f"{place.unit.name.rstrip('.')} – {job.shown.label}")
    label = book.format(text_wrap=False)
    row = UnitLayout.FILLED_BY_ROW
    page.text(row, 0, texts_vi.FILLED_BY, label)
    page.text(row, 3, texts_vi.FILLED_ON, book.format(text_wrap=False, align="right"))
    page.sheet.write_blank(UnitLayout.FILLED_BY_CELL, None, book.entry_format())
    page.sheet.write_blank(
        UnitLayout.FILLED_ON_CELL, None, book.entry_format(num_format=DATE_FORMAT, align="center")
    )
    page.height(row, 22)
    inputs.free(page, UnitLayout.FILLED_BY_CELL, prompts_vi.FILLED_BY)
    inputs.day(page, UnitLayout.FILLED_ON_CELL, prompts_vi.ENTERED_ON)
    if not place.measures:
        page.hint(UnitLayout.HINT_ROW, texts_vi.NO_MEASURES)
        return
    _write_remaining(page, job, place)
    page.hint(UnitLayout.HINT_ROW, texts_vi.UNIT_HINT)


def _write_remaining(page: Page, job: Job, place: UnitLayout) -> None:
    count = formulas.empty_count(place, job.shown)
    before, after = texts_vi.remaining_before(job.shown), texts_vi.REMAINING_AFTER
    page.sheet.write_formula(
        UnitLayout.REMAINING_CELL,
        f'="{before}"&({count})&"{after}"',
        page.book.format(bold=True, font_color=styles.ACCENT, text_wrap=False, indent=1),
        f"{before}{job.empty_figures(place, job.shown)}{after}",
    )


def _write_headings(page: Page, place: UnitLayout) -> None:
    book = page.book
    plain = book.heading_format()
    turned = book.heading_format(rotation=_TURNED, font_size=11)
    group = book.format(
        bold=True, font_color=styles.ACCENT, bg_color=styles.BAND_FILL, text_wrap=False
    )
    page.hide_row(UnitLayout.KEY_ROW)
    for index, column in enumerate(place.columns):
        page.text(UnitLayout.KEY_ROW, index, column.full_key, book.format(text_wrap=False))
        heading = turned if column.key == columns.BAND else plain
        page.text(UnitLayout.HEADING_ROW, index, column.heading, heading)
        if column.period is not None and not column.hidden:
            first = column.key == columns.NUMERATOR
            text = texts_vi.FIGURES_OF.format(label=column.period.label.upper()) if first else ""
            page.text(UnitLayout.GROUP_ROW, index, text, group)
    page.height(UnitLayout.HEADING_ROW, 56)


def _add_prompts(page: Page, place: UnitLayout, period: Period) -> None:
    for measure in place.measures:
        for slot in measure.slots:
            cell = place.cell(measure.id, period, columns.slot_key(slot))
            inputs.figure(page, cell, measure, slot)
    if not place.measures:
        return
    for key, prompt in (
        (columns.SOURCE, prompts_vi.SOURCE),
        (columns.NOTE, prompts_vi.NOTE),
        (columns.EXPLANATION, prompts_vi.EXPLANATION),
    ):
        inputs.free(page, _whole_column(place, key, period), prompt)
    inputs.day(page, _whole_column(place, columns.ENTERED_ON, period), prompts_vi.ENTERED_ON)


def _whole_column(place: UnitLayout, key: str, period: Period) -> str:
    column = place.column(key, period)
    return f"{address(UnitLayout.FIRST_ROW, column)}:{address(place.last_row, column)}"
