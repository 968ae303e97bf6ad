"""Makes the file of a sổ: macro-free .xlsx, whole, from a register and its assessment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from workbook.builder.book import Book
from workbook.builder.findings import write_findings
from workbook.builder.funding import write_funding
from workbook.builder.guide import write_guide
from workbook.builder.history import write_history
from workbook.builder.indicators import write_indicators
from workbook.layout.job import Job
from workbook.builder.plan_sheet import write_plan
from workbook.builder.settings import write_settings
from workbook.builder.summary import write_summary
from workbook.builder.units import write_unit
from workbook.domain.findings import Finding
from workbook.domain.periods import Period
from workbook.domain.register import Register
from workbook.domain.results import Assessment

__all__ = ["build_workbook"]


def build_workbook(
    register: Register,
    assessments: Mapping[Period, Assessment],
    findings: Sequence[Finding],
    shown: Period,
) -> bytes:
    """Build the sổ of a register; the same input gives the same bytes.

    Args:
        register: plan, year and everything typed; text that is no number stays text.
        assessments: what Python says of each period of the year.
        findings: of the whole sổ, in the order in which to list them.
        shown: the period being reported; the other one's columns are collapsed.

    Returns:
        The content of an .xlsx file.

    Raises:
        UnusableInputError: a text is longer than an Excel cell.
    """
    job = Job(register, assessments, findings, shown)
    settings = job.assessment.settings
    title = f"Sổ chỉ tiêu {register.year}"
    book = Book(title, settings.unit_name, shown.label, register.year, register.sample)
    # The tabs' order is that of `sheets.markers`.
    write_summary(book, job)
    for unit in register.plan.units:
        write_unit(book, job, unit)
    write_funding(book, job)
    write_history(book, job)
    write_indicators(book, job)
    write_settings(book, job)
    write_findings(book, job)
    write_guide(book)
    write_plan(book, job)
    return book.close()
