"""“Cập nhật tình trạng”: both periods judged, every status rewritten, Tổng hợp rebuilt."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby

import xlwings as xw

from workbook.domain.register import Register
from workbook.layout import sheets
from workbook.layout.computed import judged_blocks, summary_blocks, unit_blocks
from workbook.layout.job import Job
from workbook.layout.period_columns import period_columns
from workbook.layout.placement import UnitLayout
from workbook.layout.summary_layout import Rows, SummaryLayout
from workbook.layout.unit_heights import unit_row_heights
from xl_macros import actions
from xl_macros.excel import messages_vi as vi
from xl_macros.excel.check import list_findings, mark_cells, visible_sheets
from xl_macros.excel.choices import read_head
from xl_macros.excel.open_book import read_open_book
from xl_macros.excel.places import Sheets, judged_sheets
from xl_macros.excel.talk import doing, progress, say, working
from xl_macros.excel.writing import write_blocks


def update_statuses(book: xw.Book) -> None:
    """Judge what is typed now and write it into the sổ; a second click changes nothing."""
    with working(book):
        head = read_head(book)
        register = read_open_book(book, progress(book, vi.READING))
        judged = actions.judge(register)
        shown = head.period(register.plan, register.year) if head else judged.latest
        job = Job(register, judged.assessments, judged.checked.findings, shown)
        found = judged_sheets(book, register) | ({sheets.SUMMARY: head.sheet} if head else {})
        list_findings(book, register, job.findings)
        mark_cells(visible_sheets(book, register), job.findings)
        _write_units(book, job, found, turned=head is None or head.judged != shown.label)
        doing(book, vi.SUMMING_UP)
        # Last comes what says that all is judged: a fault before leaves the rows stale.
        write_blocks(found, sheets.markers(job.plan), [*judged_blocks(job), *summary_blocks(job)])
        if head is not None:
            _fit_summary(head.sheet, job)
    say(book, vi.updated(job.assessment, register.structure, _left_out(register, found)))


def _write_units(book: xw.Book, job: Job, found: Sheets, *, turned: bool) -> None:
    tell = progress(book, vi.WRITING)
    for number, unit in enumerate(job.plan.units, start=1):
        place = job.places[unit.id]
        if unit.sheet not in found or not place.measures:
            continue
        sheet = found[unit.sheet]
        tell(sheet.name, number, len(job.plan.units))
        write_blocks(found, sheets.markers(job.plan), unit_blocks(job, place))
        _set_heights(sheet, unit_row_heights(job, place))
        if turned:
            _turn(sheet, place, job)


def _set_heights(sheet: xw.Sheet, heights: Mapping[int, float]) -> None:
    """Set the heights of rows, neighbours of one height together."""
    # A run keeps the difference between its rows and their places in order.
    runs = groupby(enumerate(heights.items()), key=lambda one: (one[1][1], one[1][0] - one[0]))
    for (height, _), run in runs:
        rows = [row for _, (row, _) in run]
        sheet.range(f"{rows[0]}:{rows[-1]}").row_height = height


def _turn(sheet: xw.Sheet, place: UnitLayout, job: Job) -> None:
    """Open the columns of the period that is shown and close the other one's."""
    for first, last, width in period_columns(place, job.shown):
        sheet.range((1, first + 1), (1, last + 1)).columns.hidden = width == 0


def _fit_summary(sheet: xw.Sheet, job: Job) -> None:
    place, used = SummaryLayout(job.plan, job.year), len(job.assessment.lagging)
    for rows in place.rows_to_fit(used):
        _fit(sheet, rows)
    unused = place.unused_rows(used)
    if unused:
        sheet.range(f"{unused[0]}:{unused[1]}").row_height = 0


def _fit(sheet: xw.Sheet, rows: Rows) -> None:
    sheet.range(f"{rows[0]}:{rows[1]}").rows.autofit()


def _left_out(register: Register, found: Sheets) -> list[str]:
    return [
        unit.sheet
        for unit in register.plan.units
        if unit.sheet not in found and any(register.plan.measures_of(unit.id))
    ]
