"""The sheet Chỉ tiêu: a locked view of the plan that the sổ carries."""

from __future__ import annotations

from workbook.builder.book import Book
from workbook.builder.page import Page
from workbook.layout import indicators, sheets, texts_vi
from workbook.layout.job import Job

_FROZEN_COLUMNS = 3


def write_indicators(book: Book, job: Job) -> None:
    """Add the sheet."""
    shown = indicators.shown_columns(job.plan)
    page = Page(book, sheets.INDICATORS, sheets.marker_of(sheets.INDICATORS))
    page.columns([column.width for column in shown])
    page.column(len(shown), 4, hidden=True)
    page.title(texts_vi.INDICATORS_TITLE)
    page.hint(indicators.HINT_ROW, texts_vi.INDICATORS_HINT)
    for index, column in enumerate(shown):
        page.text(indicators.HEADING_ROW, index, column.heading, book.heading_format())
    row = indicators.FIRST_ROW
    for indicator in job.plan.indicators:
        for measure in indicator.measures:
            for index, text in enumerate(indicators.shown_texts(job.plan, indicator, measure)):
                align = "center" if shown[index].centred else "left"
                page.text(row, index, text, book.cell_format(align=align))
            page.number(row, len(shown), int(measure.kind.is_ratio), book.format())
            row += 1
    last = _write_plan_notes(page, job, row + 1)
    page.sheet.freeze_panes(indicators.HEADING_ROW, _FROZEN_COLUMNS)
    page.print_setup(last, len(shown) - 1, (indicators.HEADING_ROW,) * 2)
    page.finish()


def _write_plan_notes(page: Page, job: Job, row: int) -> int:
    """Write the notes on the rest of the plan and return the last row used."""
    notes = job.plan.notes
    if not notes:
        return row - 2
    page.section(row, texts_vi.PLAN_NOTES_TITLE)
    page.keep_together(row, row + 2)
    left, plain = indicators.NOTES_COLUMN, page.book.cell_format()
    for offset, heading in enumerate(texts_vi.PLAN_NOTES_HEADINGS):
        page.text(row + 1, left + offset, heading, page.book.heading_format())
    for number, note in enumerate(notes):
        page.text(row + 2 + number, left, note.original or texts_vi.NOT_STATED, plain)
        page.text(row + 2 + number, left + 1, texts_vi.reading_text(note), plain)
    return row + 1 + len(notes)
