"""The very hidden sheet that makes a workbook a sổ: its plan, year and layout version."""

from __future__ import annotations

import hashlib

from workbook.builder.book import PROTECTION, Book
from workbook.layout import sheets
from workbook.layout.job import Job


def write_plan(book: Book, job: Job) -> None:
    """Add the sheet: keys and values, then the plan's TOML, a line a row."""
    sheet = book.file.add_worksheet(sheets.PLAN)
    lines = job.plan.source.replace("\r\n", "\n").split("\n")
    digest = hashlib.sha256("\n".join(lines).encode()).hexdigest()
    head: tuple[tuple[str, int | str], ...] = (
        (sheets.PLAN_MARKER_KEY, sheets.LAYOUT_VERSION),
        (sheets.PLAN_YEAR_KEY, job.year),
        (sheets.PLAN_SAMPLE_KEY, int(job.register.sample)),
        (sheets.PLAN_DIGEST_KEY, digest),
        (sheets.PLAN_LINES_KEY, len(lines)),
    )
    for row, (key, value) in enumerate(head):
        sheet.write_string(row, 0, key)
        if isinstance(value, int):
            sheet.write_number(row, 1, value)
        else:
            sheet.write_string(row, 1, value)
    for index, line in enumerate(lines):
        if line:
            sheet.write_string(sheets.PLAN_FIRST_ROW - 1 + index, 0, line)
    sheet.protect("", PROTECTION)
    sheet.very_hidden()
