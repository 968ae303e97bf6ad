"""The very hidden sheet that tells whether Lịch sử or Cấu hình has changed since."""

from __future__ import annotations

from workbook.builder.book import PROTECTION, TEXT_FORMAT, Book
from workbook.layout import judged, sheets
from workbook.layout.computed import judged_blocks
from workbook.layout.job import Job


def write_judged(book: Book, job: Job) -> None:
    """Add the sheet: the flag, then what was judged."""
    sheet = book.file.add_worksheet(sheets.JUDGED)
    sheet.write_string("A1", sheets.JUDGED_MARKER)
    last = judged.last_history_row(job.register)
    flag = judged.FLAG_CELL
    sheet.write_array_formula(f"{flag}:{flag}", "{" + judged.flag_formula(last) + "}", None, 0)
    kept = book.format(num_format=TEXT_FORMAT, text_wrap=False)
    for block in judged_blocks(job):
        for row, line in enumerate(block.values, start=block.row - 1):
            for column, value in enumerate(line, start=block.column):
                if isinstance(value, str):
                    sheet.write_string(row, column, value, kept)
                else:
                    sheet.write_blank(row, column, None, kept)
    sheet.protect("", PROTECTION)
    sheet.very_hidden()
