"""The sheet Tổng hợp: the state of the plan from top to bottom."""

from __future__ import annotations

from xlsxwriter.format import Format

from workbook.builder.book import TEXT_FORMAT, Book
from workbook.builder.charts import add_charts
from workbook.builder.page import SECTION_HEIGHT, Page
from workbook.builder.statuses import mark_stale, mark_statuses, status_format
from workbook.builder.summary_head import write_head
from workbook.domain.cell_addresses import column_letters
from workbook.domain.judging.grouping import LAGGING_STATUSES, STATUS_GROUPS
from workbook.layout import sheets, styles, summary
from workbook.layout.computed import summary_blocks
from workbook.layout.job import Job
from workbook.layout.placement import address
from workbook.layout.summary_layout import SummaryLayout

_LAST = len(summary.COLUMNS) - 1
_STALE_WIDTH, _BAR_NAME_WIDTH, _BAR_WIDTH, _DATA_WIDTH = 4, 40, 9, 14


def write_summary(book: Book, job: Job) -> None:
    """Add the sheet; it is the first one that people see."""
    place = SummaryLayout(job.plan, job.year)
    page = Page(book, sheets.SUMMARY, sheets.marker_of(sheets.SUMMARY))
    _set_columns(page)
    great, figures = summary_blocks(job)
    formats = _Formats(page, place)
    page.block(great, formats.at)
    page.block(figures, formats.of_figures)
    write_head(page, job, place)
    add_charts(page, place)
    for row in (place.LAGGING_TITLE_ROW, place.missing_title_row, place.all_title_row):
        page.height(row, SECTION_HEIGHT)
    unused = place.unused_rows(len(job.assessment.lagging))
    if unused:
        for row in range(unused[0], unused[1] + 1):
            page.hide_row(row)
    for first, last in (
        (place.LAGGING_FIRST_ROW, place.lagging_last_row),
        (place.all_first_row, place.last_row),
    ):
        _mark(page, first, last)
    _keep_together(page, place)
    page.sheet.freeze_panes(place.TITLE_ROW, 0)
    # Repeated on the pages after it only, where this long table goes on.
    page.print_setup(place.last_row, _LAST, (place.all_heading_row,) * 2)
    page.finish()


def _set_columns(page: Page) -> None:
    page.columns([column.width for column in summary.COLUMNS])
    page.column(summary.STALE, _STALE_WIDTH, hidden=True)
    page.column(summary.BARS, _BAR_NAME_WIDTH)
    for index in range(len(LAGGING_STATUSES)):
        page.column(summary.BARS + 1 + index, _BAR_WIDTH)
    for index in range(len(STATUS_GROUPS) + 2):
        page.column(summary.DATA + index, _DATA_WIDTH, hidden=True)


def _keep_together(page: Page, place: SummaryLayout) -> None:
    page.keep_together(place.LAGGING_TITLE_ROW, place.LAGGING_FIRST_ROW)
    page.keep_together(place.missing_title_row, place.missing_last_row)
    page.keep_together(place.all_title_row, place.all_first_row + 1)
    for row in place.goal_rows.values():
        page.keep_together(row, row + 1)


def _mark(page: Page, first: int, last: int) -> None:
    stale = f"${column_letters(summary.STALE)}{first}=1"
    mark_statuses(page, address(first, summary.STATUS), address(last, summary.STATUS), stale)
    cells = f"{address(first, summary.GAP)}:{address(last, summary.REASONING)}"
    mark_stale(page, cells, stale)


class _Formats:
    """How the cells of the blocks look, by their places alone."""

    def __init__(self, page: Page, place: SummaryLayout) -> None:
        book = page.book
        self._place = place
        self._section = page.section_format()
        self._heading = book.heading_format()
        self._plain = book.format(text_wrap=False)
        self._text = book.format(text_wrap=False, num_format=TEXT_FORMAT)
        self._bar = book.format(num_format="0")
        self._goal = book.format(
            bold=True, bg_color=styles.BAND_FILL, font_color=styles.ACCENT, text_wrap=False,
            border=styles.THIN, border_color=styles.BAND_FILL,
        )  # fmt: skip
        words = book.cell_format(num_format=TEXT_FORMAT)
        centred = book.cell_format(align="center", num_format=TEXT_FORMAT)
        self._result = {
            summary.ID: centred,
            summary.NAME: words,
            summary.UNIT: words,
            summary.VALUE: book.cell_format(align="right", num_format=TEXT_FORMAT),
            summary.STATUS: status_format(book),
            summary.GAP: centred,
            summary.REASONING: book.cell_format(),
            summary.STALE: self._plain,
        }
        number = book.cell_format(align="center")
        self._missing = {
            summary.ID: number,
            summary.NAME: words,
            summary.UNIT: number,
            summary.VALUE: number,
            summary.STATUS: number,
            summary.GAP: words,
        }
        self._titles = {place.LAGGING_TITLE_ROW, place.missing_title_row, place.all_title_row}
        self._goals = set(place.goal_rows.values())

    def at(self, row: int, column: int) -> Format | None:
        """Return the format of a cell of the great block."""
        place = self._place
        if column >= summary.BARS:
            return self._of_bars(row, column)
        if row in self._titles:
            return self._section if column == 0 else None
        if row in (place.LAGGING_HEADING_ROW, place.all_heading_row):
            return self._heading if column <= summary.REASONING else None
        if row == place.missing_heading_row:
            return self._heading if column <= summary.GAP else None
        if row in self._goals:
            return self._goal if column <= summary.REASONING else None
        if place.missing_first_row <= row <= place.missing_last_row:
            return self._missing.get(column)
        lagging = place.LAGGING_FIRST_ROW <= row <= place.lagging_last_row
        return self._result.get(column) if lagging or row >= place.all_first_row else None

    def _of_bars(self, row: int, column: int) -> Format | None:
        if not self._place.LAGGING_FIRST_ROW <= row <= self._place.lagging_last_row:
            return None
        return self._text if column == summary.BARS else self._bar

    def of_figures(self, _row: int, column: int) -> Format:
        """Return the format of a cell of the hidden figures."""
        return self._text if column == summary.DATA else self._plain
