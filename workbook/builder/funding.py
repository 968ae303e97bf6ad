"""The sheet Kinh phí: planned and spent, by source."""

from __future__ import annotations

from workbook.builder import inputs
from workbook.builder.book import Book
from workbook.builder.faults import mark_faulty
from workbook.builder.page import Page
from workbook.domain.periods import periods_of
from workbook.domain.plan import FundingSource
from workbook.domain.register import CellValue
from workbook.layout import formulas, prompts_vi, sheets, texts_vi
from workbook.layout.columns import Column
from workbook.layout.job import Job
from workbook.layout.placement import FundingLayout, address

_MONEY = "#,##0"
_SHARE = '#,##0.0"%"'


def write_funding(book: Book, job: Job) -> None:
    """Add the sheet."""
    place = FundingLayout(job.plan, job.year)
    page = Page(book, sheets.FUNDING, sheets.marker_of(sheets.FUNDING))
    page.columns([column.width for column in place.columns])
    page.title(f"{texts_vi.FUNDING_TITLE} – NĂM {job.year}")
    page.hint(FundingLayout.HINT_ROW, texts_vi.FUNDING_HINT)
    page.hide_row(FundingLayout.KEY_ROW)
    for index, column in enumerate(place.columns):
        page.text(place.KEY_ROW, index, column.full_key, book.format(text_wrap=False))
        page.text(place.HEADING_ROW, index, column.heading, book.heading_format())
    for source in job.plan.funding:
        _write_source(page, job, place, source)
    _write_total(page, job, place)
    _add_prompts(page, place)
    page.sheet.freeze_panes(place.HEADING_ROW, place.column("name") + 1)
    page.print_setup(place.total_row, len(place.columns) - 1, (place.HEADING_ROW,) * 2)
    page.finish()


def _typed(job: Job, source_id: str, column: Column) -> CellValue:
    source = job.funding.get(source_id)
    if source is None:
        return None
    if column.key == "planned":
        return source.planned.value
    if column.key == "note":
        return source.note.value
    cell = source.spent.get(column.period) if column.period else None
    return cell.value if cell else None


def _write_source(page: Page, job: Job, place: FundingLayout, source: FundingSource) -> None:
    row, book = place.row(source.id), page.book
    page.text(row, place.column("id"), source.id, book.cell_format(align="center"))
    page.text(row, place.column("name"), source.name, book.cell_format())
    money = book.entry_format(align="right", num_format=_MONEY)
    for index, column in enumerate(place.columns):
        if column.entry:
            form = book.entry_format(align="left") if column.key == "note" else money
            page.raw(row, index, _typed(job, source.id, column), form)
    _write_share(page, place, row, *_year_figures(job, place, source.id))


def _year_figures(job: Job, place: FundingLayout, source_id: str) -> tuple[CellValue, CellValue]:
    whole = periods_of(job.year)[1]
    spent = place.columns[place.column("spent", whole)]
    planned = place.columns[place.column("planned")]
    return _typed(job, source_id, spent), _typed(job, source_id, planned)


def _write_share(
    page: Page, place: FundingLayout, row: int, spent: CellValue, planned: CellValue
) -> None:
    part = max(i for i, column in enumerate(place.columns) if column.key == "spent")
    formula = formulas.share_formula(address(row, part), address(row, place.column("planned")))
    form = page.book.cell_format(align="right", num_format=_SHARE)
    page.formula(row, place.column("share"), formula, formulas.share_result(spent, planned), form)


def _write_total(page: Page, job: Job, place: FundingLayout) -> None:
    row, book, sources = place.total_row, page.book, job.plan.funding
    bold = book.cell_format(bold=True)
    for index in range(len(place.columns)):
        page.text(row, index, "", bold)
    page.text(row, place.column("name"), texts_vi.FUNDING_TOTAL, bold)
    money = book.cell_format(bold=True, align="right", num_format=_MONEY)
    for index, column in enumerate(place.columns):
        if column.key in ("planned", "spent") and sources:
            cells = f"{address(place.FIRST_ROW, index)}:{address(place.last_row, index)}"
            values = [_typed(job, source.id, column) for source in sources]
            cached = formulas.complete_sum_result(values)
            page.formula(row, index, formulas.complete_sum(cells, len(sources)), cached, money)


def _add_prompts(page: Page, place: FundingLayout) -> None:
    if not place.sources:
        return
    entries = []
    for index, column in enumerate(place.columns):
        cells = f"{address(place.FIRST_ROW, index)}:{address(place.last_row, index)}"
        if column.key in ("planned", "spent"):
            inputs.whole(page, cells, prompts_vi.MONEY)
        elif column.key == "note":
            inputs.free(page, cells, prompts_vi.NOTE)
        if column.entry:
            entries.append(cells)
    mark_faulty(page, *entries)
