"""The sheet Chỉ tiêu: a locked view of the plan that the sổ carries."""

from __future__ import annotations

from workbook.builder.book import Book, Page
from workbook.builder.job import Job
from workbook.layout import indicators, sheets, texts_vi

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
    page.sheet.freeze_panes(indicators.HEADING_ROW, _FROZEN_COLUMNS)
    page.print_setup(row - 1, len(shown) - 1, (indicators.HEADING_ROW,) * 2)
    page.finish()
