"""The sheet of a responsible unit: what it types, what the sổ says of it, its tasks."""

from __future__ import annotations

from functools import partial

from xlsxwriter.format import Format

from workbook.builder import inputs
from workbook.builder.book import DATE_FORMAT, TEXT_FORMAT, Book
from workbook.builder.faults import mark_faulty
from workbook.builder.macro_parts import place_buttons
from workbook.builder.measure_row import number_format, write_measure
from workbook.builder.page import Page
from workbook.builder.paging import fits_on_one_page
from workbook.builder.statuses import mark_stale, mark_statuses, status_format
from workbook.builder.tasks import task_entries, write_tasks
from workbook.domain.cell_addresses import column_letters
from workbook.domain.judging.printing import MOST
from workbook.domain.periods import Period, periods_of
from workbook.domain.plan import ResponsibleUnit
from workbook.layout import columns, formulas, prompts_vi, sheets, styles, texts_vi
from workbook.layout.computed import unit_blocks
from workbook.layout.job import Job
from workbook.layout.period_columns import is_folded
from workbook.layout.placement import UnitLayout, address
from workbook.layout.unit_titles import remaining, unit_title

_TURNED = 90
_UNGROUPED = (columns.BAND, columns.REASONING)  # columns of a period outside its group


def write_unit(book: Book, job: Job, unit: ResponsibleUnit) -> None:
    """Add the sheet of one unit."""
    place = job.places[unit.id]
    page = Page(book, unit.sheet, sheets.unit_marker(unit.id))
    _set_columns(page, place, job.shown)
    _write_head(page, job, place)
    _write_headings(page, place)
    for measure in place.measures:
        write_measure(page, job, place, measure)
    for block in unit_blocks(job, place):
        page.block(block, partial(_computed_format, page, place))
    _dress(page, place)
    if not place.measures:
        for row in (UnitLayout.GROUP_ROW, UnitLayout.HEADING_ROW):
            page.hide_row(row)
    write_tasks(page, job, place)
    page.sheet.freeze_panes(UnitLayout.HEADING_ROW, place.column("name") + 1)
    _print(page, place)
    page.finish()


def _computed_format(page: Page, place: UnitLayout, _row: int, column: int) -> Format:
    key = place.columns[column].key
    if key == columns.STATUS:
        return status_format(page.book)
    if key == columns.REASONING:
        return page.book.cell_format()
    # Copies of what was typed stay the texts that they are.
    kept = key in columns.SEEN.values()
    return page.book.format(text_wrap=False, num_format=TEXT_FORMAT if kept else "General")


def _print(page: Page, place: UnitLayout) -> None:
    # To the year's last entries whatever is shown: the other period's columns are closed.
    last_column = place.column(columns.EXPLANATION, Period(place.year))
    repeat = (UnitLayout.GROUP_ROW, UnitLayout.HEADING_ROW)
    if fits_on_one_page(page.printed(place.last_row, last_column, repeat)):
        # Only tasks run over to the next page: the headings of measures would mislead there.
        repeat = (place.task_title_row, place.task_heading_row)
    page.print_setup(max(place.task_last_row, place.last_row), last_column, repeat)


def _set_columns(page: Page, place: UnitLayout, shown: Period) -> None:
    # Symbols stand left of a group, above its band: the column after it is hidden. Nothing is
    # marked as collapsed: not every program looks for that mark left of its group.
    page.sheet.outline_settings(True, True, False, False)
    for index, column in enumerate(place.columns):
        alone = column.hidden or column.period is None or column.key in _UNGROUPED
        folded = column.hidden or is_folded(column, shown)
        page.column(index, column.width, level=int(not alone), hidden=folded)


def _write_head(page: Page, job: Job, place: UnitLayout) -> None:
    book = page.book
    page.live_title(unit_title(place, job.shown))
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
    place_buttons(page, UnitLayout.BUTTON_ROW)
    if not place.measures:
        page.hint(UnitLayout.HINT_ROW, texts_vi.NO_MEASURES)
        return
    left = remaining(job, place)
    bold = book.format(bold=True, font_color=styles.ACCENT, text_wrap=False, indent=1)
    page.sheet.write_formula(UnitLayout.REMAINING_CELL, left, bold, left.cached)
    page.hint(UnitLayout.HINT_ROW, texts_vi.UNIT_HINT)


def _write_headings(page: Page, place: UnitLayout) -> None:
    book = page.book
    plain = book.heading_format()
    turned = book.heading_format(rotation=_TURNED, font_size=11)
    unseen = book.heading_format(text_wrap=False)  # makes the row no higher
    group = book.format(
        bold=True, font_color=styles.ACCENT, bg_color=styles.BAND_FILL, text_wrap=False
    )
    page.hide_row(UnitLayout.KEY_ROW)
    for index, column in enumerate(place.columns):
        page.text(UnitLayout.KEY_ROW, index, column.full_key, book.format(text_wrap=False))
        heading = turned if column.key == columns.BAND else unseen if column.hidden else plain
        page.text(UnitLayout.HEADING_ROW, index, column.heading, heading)
        if column.period is not None and not column.hidden:
            first = column.key == columns.NUMERATOR
            text = texts_vi.FIGURES_OF.format(label=column.period.label.upper()) if first else ""
            page.text(UnitLayout.GROUP_ROW, index, text, group)
    page.height(UnitLayout.HEADING_ROW, 56)


def _dress(page: Page, place: UnitLayout) -> None:
    """Add what lies over the cells: prompts, and looks that follow the contents."""
    if place.tasks:
        mark_faulty(page, *task_entries(place))
    if not place.measures:
        return
    last_year = place.column("last_year")
    _add_decimals(page, _cells(place, last_year), _broken(place))
    for period in periods_of(place.year):
        _add_prompts(page, place, period)
        _mark_judgement(page, place, period)
    mark_faulty(page, *formulas.ranges(_entry_cells(place)))


def _add_prompts(page: Page, place: UnitLayout, period: Period) -> None:
    for measure in place.measures:
        for slot in measure.slots:
            cell = place.cell(measure.id, period, columns.slot_key(slot))
            inputs.figure(page, cell, measure, slot)
    for key, prompt in (
        (columns.SOURCE, prompts_vi.SOURCE),
        (columns.NOTE, prompts_vi.NOTE),
        (columns.EXPLANATION, prompts_vi.EXPLANATION),
    ):
        inputs.free(page, _cells(place, place.column(key, period)), prompt)
    days = _cells(place, place.column(columns.ENTERED_ON, period))
    inputs.day(page, days, prompts_vi.ENTERED_ON)


def _mark_judgement(page: Page, place: UnitLayout, period: Period) -> None:
    def first(key: str) -> str:
        return f"${column_letters(place.column(key, period))}{place.FIRST_ROW}"

    stale = f"{first(columns.STALE)}=1"
    status = place.column(columns.STATUS, period)
    top, bottom = address(place.FIRST_ROW, status), address(place.last_row, status)
    mark_statuses(page, top, bottom, stale)
    mark_stale(page, _cells(place, place.column(columns.REASONING, period)), stale)
    values = _cells(place, place.column(columns.VALUE, period))
    for decimals in range(2, MOST + 1):
        _add_decimals(page, values, f"={first(columns.DECIMALS)}={decimals}", decimals)


def _broken(place: UnitLayout) -> str:
    """Return the condition that last year's value needs a second decimal."""
    past = f"${column_letters(place.column(columns.PAST))}{place.FIRST_ROW}"
    return f"=IF(ISNUMBER({past}),ROUND({past},1)<>ROUND({past},{MOST}),FALSE)"


def _add_decimals(page: Page, cells: str, criteria: str, decimals: int = 2) -> None:
    form = page.book.file.add_format({"num_format": number_format(decimals)})
    page.sheet.conditional_format(
        cells, {"type": "formula", "criteria": criteria, "format": form, "stop_if_true": True}
    )


def _entry_cells(place: UnitLayout) -> list[tuple[int, int]]:
    return [
        (place.row(measure.id), place.column(key, period))
        for period in periods_of(place.year)
        for measure in place.measures
        for key in columns.SEEN
        if key != columns.DENOMINATOR or measure.kind.is_ratio
    ]


def _cells(place: UnitLayout, column: int) -> str:
    return f"{address(place.FIRST_ROW, column)}:{address(place.last_row, column)}"
