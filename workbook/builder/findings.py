"""The sheet Kết quả kiểm tra, every finding with a link to its cell; and a file of findings."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from xlsxwriter.format import Format

from workbook.builder.book import TEXT_FORMAT, Book, Prop
from workbook.builder.faults import define_names
from workbook.builder.page import Page
from workbook.domain.cell_addresses import column_letters
from workbook.domain.findings import Finding
from workbook.layout import findings_layout as place
from workbook.layout import sheets, styles, texts_vi
from workbook.layout.blocks import Block
from workbook.layout.computed import findings_blocks, findings_file_block
from workbook.layout.job import Job
from workbook.layout.placement import address


def write_findings(book: Book, job: Job) -> None:
    """Add the sheet of a sổ; its rows are prepared for more findings."""
    (block,) = findings_blocks(job)
    page = _page(book, place.COLUMNS, texts_vi.FINDINGS_HINT, block, linked=True)
    last = place.last_row(len(job.findings))
    page.heights_by_content(place.rows_used(len(job.findings))[1] + 1, last)
    _add_looks(page, last, len(place.COLUMNS) - 1)
    define_names(page)
    page.finish()


def write_findings_file(book: Book, findings: Sequence[Finding], source: str) -> None:
    """Add the one sheet of a file of findings; `source` is the name of the sổ's file.

    It is not protected: people sort and filter it and tick off what is done.
    """
    block = findings_file_block(findings)
    hint = texts_vi.FINDINGS_FILE_HINT.format(source=source)
    page = _page(book, place.FILE_COLUMNS, hint, block, linked=False)
    (_, last), right = place.rows_used(len(findings)), len(place.FILE_COLUMNS) - 1
    _add_looks(page, last, right)
    if findings:
        page.sheet.autofilter(place.HEADING_ROW - 1, 0, last - 1, right)
    page.finish(protected=False)


def _page(
    book: Book, columns: Sequence[tuple[str, float]], hint: str, block: Block, *, linked: bool
) -> Page:
    page = Page(book, sheets.FINDINGS, sheets.marker_of(sheets.FINDINGS))
    page.columns([width for _, width in columns])
    page.title(texts_vi.FINDINGS_TITLE)
    page.hint(place.HINT_ROW, hint)
    page.block(block, partial(_format_at, page, linked))
    page.sheet.freeze_panes(place.HEADING_ROW, 0)
    # No print area: what is filled is printed, however much that comes to be.
    page.print_setup(None, len(columns) - 1, (place.HEADING_ROW,) * 2)
    return page


def _format_at(page: Page, linked: bool, row: int, column: int) -> Format | None:
    book = page.book
    if row < place.HEADING_ROW:
        counts = book.format(bold=True, text_wrap=False)
        return counts if (row, column) == (place.COUNT_ROW, 0) else None
    if row == place.HEADING_ROW:
        return book.heading_format()
    if column == place.NUMBER:  # also where "none" is said, which runs over to the right
        return book.format(text_wrap=False, align="left", indent=1)
    if linked and column == place.CELL:  # a formula that links, also where it comes later
        return book.format(align="center", underline=1, font_color=styles.LINK_TEXT)
    if column >= place.MESSAGE:
        return book.format(align="left", indent=1)
    if column == place.SHEET:
        return book.format(align="left", indent=1, num_format=TEXT_FORMAT)
    bold = column == place.SEVERITY
    return book.format(align="center", num_format=TEXT_FORMAT, bold=bold)


def _add_looks(page: Page, last: int, last_column: int) -> None:
    """Draw borders around filled rows and colour the severities, whatever is written later."""
    first, add = place.FIRST_ROW, page.book.file.add_format
    lines: dict[str, Prop] = {"border": styles.THIN, "border_color": styles.BORDER}
    severity = address(first, place.SEVERITY)
    for one, look in styles.SEVERITY_LOOKS.items():
        page.sheet.conditional_format(
            f"{severity}:{address(last, place.SEVERITY)}",
            {
                "type": "formula",
                "criteria": f'={severity}="{one.label}"',
                # With its own lines: some programs apply the first look that fits alone.
                "format": add({**lines, "bg_color": look.fill, "font_color": look.text}),
            },
        )
    page.sheet.conditional_format(
        f"{address(first, 0)}:{address(last, last_column)}",
        {
            "type": "formula",
            "criteria": f'=${column_letters(place.SEVERITY)}{first}<>""',
            "format": add(lines),
        },
    )
