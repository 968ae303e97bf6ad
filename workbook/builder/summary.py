"""The sheet Tổng hợp: the state of the plan from top to bottom."""

from __future__ import annotations

from workbook.builder.book import Book, Page
from workbook.builder.charts import add_charts
from workbook.layout.job import Job
from workbook.builder.measure_row import value_format
from workbook.builder.statuses import stale_format, write_status
from workbook.builder.summary_head import write_head
from workbook.domain.plan import Kind
from workbook.domain.results import MeasureResult
from workbook.layout import columns, formulas, sheets, styles, summary, texts_vi
from workbook.layout.placement import address, column_letters

_LAST = len(summary.COLUMNS) - 1


def write_summary(book: Book, job: Job) -> None:
    """Add the sheet; it is the first one that people see."""
    page = Page(book, sheets.SUMMARY, sheets.marker_of(sheets.SUMMARY))
    page.columns([column.width for column in summary.COLUMNS])
    page.column(summary.STALE, 4, hidden=True)
    after_head = write_head(page, job)
    after_lagging = _write_lagging(page, job, after_head)
    after_units = _write_missing(page, job, after_lagging)
    after_charts = add_charts(page, job.assessment, after_units)
    heading_row, last_row = _write_all(page, job, after_charts)
    _write_stale_count(page, heading_row + 1, last_row)
    page.sheet.freeze_panes(3, 0)
    # Repeated on the pages after it only, where this long table goes on.
    page.print_setup(last_row, _LAST, (heading_row, heading_row))
    page.finish()


def _headings(page: Page, row: int, texts: list[str]) -> None:
    for index, text in enumerate(texts):
        if text:
            page.text(row, index, text, page.book.heading_format())


def _write_lagging(page: Page, job: Job, row: int) -> int:
    lagging = job.assessment.lagging
    page.section(row, texts_vi.LAGGING_TITLE.format(count=len(lagging)))
    if not lagging:
        judged = any(result.value is not None for result in job.assessment.results)
        text = texts_vi.NO_LAGGING if judged else texts_vi.NONE_JUDGED
        page.text(row + 1, 0, text, page.book.format(text_wrap=False))
        return row + 3
    _headings(page, row + 1, [column.lagging for column in summary.COLUMNS])
    for offset, result in enumerate(lagging):
        _write_result(page, job, row + 2 + offset, result)
    return row + 3 + len(lagging)


def _write_result(page: Page, job: Job, row: int, result: MeasureResult) -> None:
    """Write one measure; both tables of measures look alike."""
    book, measure = page.book, result.measure
    place = job.places[measure.responsible_unit]
    unit = place.unit
    value = place.cell(measure.id, job.shown, columns.VALUE)
    page.text(row, summary.ID, measure.id, book.cell_format(align="center"))
    page.text(row, summary.NAME, measure.name, book.cell_format())
    page.text(row, summary.UNIT, unit.sheet, book.cell_format())
    shown = f"{formulas.quoted(unit.sheet)}!{value}"
    figures = {slot: job.figure(measure.id, job.shown, slot) for slot in measure.slots}
    align = "center" if measure.kind is Kind.YES_NO else "right"
    form = book.cell_format(align=align, num_format=value_with_unit(result))
    page.formula(row, summary.VALUE, f"={shown}", formulas.value_result(measure, figures), form)
    write_status(page, row, summary.STATUS, result)
    page.text(row, summary.GAP, texts_vi.gap_text(result), book.cell_format(align="center"))
    sentence = " ".join(part for part in (result.explanation, result.note) if part)
    page.text(row, summary.REASONING, sentence, book.cell_format())
    flag = formulas.stale(place, place.row(measure.id), job.shown, sheet=unit.sheet)
    page.formula(row, summary.STALE, f"=IF({flag},1,0)", 0, book.format(text_wrap=False))
    _mark_stale(page, row)


def value_with_unit(result: MeasureResult) -> str:
    """Return the number format with its sign behind the number, as the sentence writes it."""
    unit = result.measure.measure_unit
    plain = value_format(result.measure, result)
    return f'{plain}"{unit}"' if unit in texts_vi.COMPACT_UNITS else plain


def _mark_stale(page: Page, row: int) -> None:
    flag = f"=${column_letters(summary.STALE)}${row}=1"
    for column in (summary.STATUS, summary.GAP, summary.REASONING):
        form = stale_format(page.book, words=column == summary.STATUS)
        cell = address(row, column)
        page.sheet.conditional_format(
            f"{cell}:{cell}", {"type": "formula", "criteria": flag, "format": form}
        )


def _write_missing(page: Page, job: Job, row: int) -> int:
    gaps = summary.gaps_by_unit(job.plan, job.assessment)
    page.section(row, texts_vi.MISSING_TITLE)
    _headings(page, row + 1, [column.missing for column in summary.COLUMNS])
    book = page.book
    centred = book.cell_format(align="center")
    for offset, gap in enumerate(gaps):
        at = row + 2 + offset
        place = job.places[gap.unit_id]
        page.number(at, summary.ID, offset + 1, centred)
        page.text(at, summary.NAME, gap.name.rstrip("."), book.cell_format())
        page.number(at, summary.UNIT, len(gap.without), centred)
        page.number(at, summary.VALUE, gap.of, centred)
        count = formulas.empty_count(place, job.shown, gap.sheet)
        empty = job.empty_figures(place, job.shown)
        page.formula(at, summary.STATUS, f"={count}", empty, centred)
        page.text(at, summary.GAP, ", ".join(gap.without), book.cell_format())
    return row + 3 + len(gaps)


def _write_all(page: Page, job: Job, row: int) -> tuple[int, int]:
    page.section(row, texts_vi.ALL_TITLE)
    _headings(page, row + 1, [column.every for column in summary.COLUMNS])
    band = page.book.format(
        bold=True, bg_color=styles.BAND_FILL, font_color=styles.ACCENT, text_wrap=False,
        border=styles.THIN, border_color=styles.BAND_FILL,
    )  # fmt: skip
    at = row + 2
    for goal, results in summary.results_by_goal(job.assessment):
        for index in range(_LAST + 1):
            page.text(at, index, "", band)
        label = texts_vi.GOAL_LABEL.format(number=goal.number)
        page.text(at, 0, f"{label}: {goal.title}", band)
        for result in results:
            at += 1
            _write_result(page, job, at, result)
        at += 1
    return row + 1, at - 1


def _write_stale_count(page: Page, first: int, last: int) -> None:
    letters = column_letters(summary.STALE)
    page.formula(
        summary.STALE_ROW,
        0,
        f'="{texts_vi.STALE_BEFORE}"&SUM({letters}{first}:{letters}{last})',
        f"{texts_vi.STALE_BEFORE}0",
        page.book.format(bold=True, text_wrap=False),
    )
