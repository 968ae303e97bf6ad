"""“Kiểm tra số liệu”: all findings listed, the faulty cells noted, one message."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import xlwings as xw

from workbook.domain.findings import Finding
from workbook.domain.periods import periods_of
from workbook.domain.register import Register
from workbook.domain.validation import check
from workbook.layout import findings_layout, sheets
from workbook.layout.computed import findings_blocks
from workbook.layout.job import Job
from xl_macros.excel import messages_vi as vi
from xl_macros.excel.marks import mark
from xl_macros.excel.open_book import read_open_book
from xl_macros.excel.places import find_by_marker
from xl_macros.excel.talk import doing, progress, say, working
from xl_macros.excel.writing import write_blocks


def check_figures(book: xw.Book) -> None:
    """Check the whole sổ and show where to look."""
    with working(book):
        register = read_open_book(book, progress(book, vi.CHECKING))
        findings = check(register).findings
        listed = list_findings(book, register, findings)
        mark_cells(visible_sheets(book, register), findings)
        if findings and listed is not None:
            listed.activate()
    say(book, vi.checked(findings))


def check_this_sheet(book: xw.Book) -> None:
    """Check the whole sổ, since figures depend on each other, but show one sheet's faults."""
    sheet = book.sheets.active
    with working(book):
        register = read_open_book(book, progress(book, vi.CHECKING))
        findings = check(register).findings
        list_findings(book, register, findings)
        mark_cells([sheet], findings)
    here = [finding for finding in findings if finding.sheet == sheet.name]
    say(book, vi.checked_sheet(sheet.name, here, len(findings) - len(here)))


def list_findings(
    book: xw.Book, register: Register, findings: Sequence[Finding]
) -> xw.Sheet | None:
    """Write Kết quả kiểm tra anew; return the sheet, None where it is lost."""
    sheet = find_by_marker(book, sheets.FINDINGS)
    if sheet is None:
        return None
    doing(book, vi.LISTING)
    job = Job(register, {}, findings, periods_of(register.year)[-1])
    write_blocks({sheets.FINDINGS: sheet}, (), findings_blocks(job))
    # All prepared rows: also those of an earlier, longer list.
    rows = findings_layout.FIRST_ROW, findings_layout.last_row(len(findings))
    sheet.range(f"{rows[0]}:{rows[1]}").rows.autofit()
    return sheet


def visible_sheets(book: xw.Book, register: Register) -> list[xw.Sheet]:
    """Return the sheets that people see."""
    return [sheet for sheet in book.sheets if sheet.name in register.sheet_order]


def mark_cells(shown: Iterable[xw.Sheet], findings: Sequence[Finding]) -> None:
    """Replace our notes on these sheets."""
    for sheet in shown:
        mark(sheet, [finding for finding in findings if finding.sheet == sheet.name])
