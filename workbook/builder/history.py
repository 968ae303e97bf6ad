"""The sheet Lịch sử: past observations and the baseline, with rows ready for more."""

from __future__ import annotations

from workbook.builder import inputs
from workbook.builder.book import Book
from workbook.builder.faults import mark_faulty
from workbook.builder.page import Page
from workbook.domain.register import RawHistory
from workbook.layout import columns, prompts_vi, sheets, styles, texts_vi
from workbook.layout.indicators import id_range, ratio_range
from workbook.layout.job import Job
from workbook.layout.placement import (
    HISTORY_FIRST_ROW,
    HISTORY_HEADING_ROW,
    HISTORY_HINT_ROW,
    HISTORY_KEY_ROW,
    address,
    column_index,
    history_last_row,
)

_COLUMNS = columns.history_columns()
_FIGURES = (columns.NUMERATOR, columns.DENOMINATOR, "amount")


def write_history(book: Book, job: Job) -> None:
    """Add the sheet."""
    page = Page(book, sheets.HISTORY, sheets.marker_of(sheets.HISTORY))
    page.columns([column.width for column in _COLUMNS])
    page.title(texts_vi.HISTORY_TITLE)
    page.hint(HISTORY_HINT_ROW, texts_vi.HISTORY_HINT)
    page.hide_row(HISTORY_KEY_ROW)
    for index, column in enumerate(_COLUMNS):
        page.text(HISTORY_KEY_ROW, index, column.full_key, book.format(text_wrap=False))
        page.text(HISTORY_HEADING_ROW, index, column.heading, book.heading_format())
    rows = job.register.history
    last = max(history_last_row(), HISTORY_HEADING_ROW + len(rows))
    for number in range(last - HISTORY_HEADING_ROW):
        _write_row(page, job, number, rows[number] if number < len(rows) else None)
    _add_prompts(page, job, last)
    page.sheet.freeze_panes(HISTORY_HEADING_ROW, 2)
    # Only what is filled is printed, and a few rows more to write on.
    printed = HISTORY_HEADING_ROW + max(len(rows), 1) + 5
    page.print_setup(min(printed, last), len(_COLUMNS) - 1, (HISTORY_HEADING_ROW,) * 2)
    page.finish()


def _write_row(page: Page, job: Job, number: int, typed: RawHistory | None) -> None:
    row, book = HISTORY_FIRST_ROW + number, page.book
    cells = {
        "id": typed and typed.measure_id,
        "period": typed and typed.period,
        "area": typed and typed.area,
        columns.NUMERATOR: typed and typed.numerator,
        columns.DENOMINATOR: typed and typed.denominator,
        "amount": typed and typed.amount,
        columns.SOURCE: typed and typed.source,
        columns.NOTE: typed and typed.note,
    }
    for index, column in enumerate(_COLUMNS):
        if not column.entry:
            _write_form(page, job, row, index, typed)
            continue
        align = "right" if column.key in _FIGURES else "left"
        form = book.entry_format(align="center" if column.key in ("id", "period") else align)
        cell = cells[column.key]
        page.raw(row, index, cell.value if cell else None, form)
    page.height(row, 20)


def _write_form(page: Page, job: Job, row: int, index: int, typed: RawHistory | None) -> None:
    """Write the formula that marks a bare rate: a ratio given without its counts."""
    own = address(row, column_index(_COLUMNS, "id"))
    amount = address(row, column_index(_COLUMNS, "amount"))
    ids, kinds = id_range(job.plan), ratio_range(job.plan)
    formula = f'=IF({amount}="","",IF(COUNTIFS({ids},{own},{kinds},1)>0,"{columns.RATE_ONLY}",""))'
    measure = job.plan.measures.get(typed.measure_id.text) if typed else None
    bare = measure is not None and measure.kind.is_ratio
    given = typed is not None and typed.amount.value not in (None, "")
    form = page.book.cell_format(align="center", font_color=styles.PAST_TEXT)
    page.formula(row, index, formula, columns.RATE_ONLY if bare and given else "", form)


def _add_prompts(page: Page, job: Job, last: int) -> None:
    def cells(key: str) -> str:
        column = column_index(_COLUMNS, key)
        return f"{address(HISTORY_FIRST_ROW, column)}:{address(last, column)}"

    inputs.choice(page, cells("id"), prompts_vi.HISTORY_ID, f"={id_range(job.plan)}")
    inputs.free(page, cells("period"), prompts_vi.HISTORY_PERIOD)
    inputs.free(page, cells("area"), prompts_vi.HISTORY_AREA)
    for key in (columns.NUMERATOR, columns.DENOMINATOR):
        inputs.whole(page, cells(key), prompts_vi.HISTORY_FIGURE)
    inputs.free(page, cells("amount"), prompts_vi.HISTORY_AMOUNT)
    inputs.free(page, cells(columns.SOURCE), prompts_vi.SOURCE)
    inputs.free(page, cells(columns.NOTE), prompts_vi.NOTE)
    mark_faulty(page, *(cells(column.key) for column in _COLUMNS if column.entry))
