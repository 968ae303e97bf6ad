"""Makes the file of a sổ, whole, from a register and its assessment.

Macro-free .xlsx, or .xlsm with buttons where the parts for them are given.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from workbook.builder.book import Book
from workbook.builder.findings import write_findings, write_findings_file
from workbook.builder.funding import write_funding
from workbook.builder.guide import write_guide
from workbook.builder.history import write_history
from workbook.builder.indicators import write_indicators
from workbook.builder.judged_sheet import write_judged
from workbook.builder.macro_parts import add_macros, with_ribbon
from workbook.builder.macros import Macros
from workbook.builder.package import centred_boxes
from workbook.builder.plan_sheet import write_plan
from workbook.builder.settings import write_settings
from workbook.builder.summary import write_summary
from workbook.builder.units import write_unit
from workbook.domain.findings import Finding
from workbook.domain.periods import Period
from workbook.domain.register import Checked, Register
from workbook.domain.results import Assessment
from workbook.layout import texts_vi
from workbook.layout.job import Job

__all__ = ["build_findings", "build_workbook"]


def build_workbook(
    register: Register,
    assessments: Mapping[Period, Assessment],
    findings: Sequence[Finding],
    shown: Period,
    macros: Macros | None = None,
) -> bytes:
    """Build the sổ of a register; the same input gives the same bytes.

    Args:
        register: plan, year and everything typed; text that is no number stays text.
        assessments: what Python says of each period of the year.
        findings: of the whole sổ, in the order in which to list them.
        shown: the period being reported; the other one's columns are collapsed.
        macros: the parts of a macro workbook; without them there are no buttons.

    Returns:
        The content of an .xlsx file, with `macros` of an .xlsm file.

    Raises:
        UnusableInputError: a text is longer than an Excel cell.
    """
    job = Job(register, assessments, findings, shown)
    book = Book(
        f"Sổ chỉ tiêu {register.year}",
        job.assessment.settings.unit_name,
        # With buttons the period that is shown can change, and a footer cannot follow.
        Period(register.year).label if macros else shown.label,
        register.year,
        sample=register.sample,
        buttons=macros.buttons if macros else None,
    )
    _write_sheets(book, job)
    if macros is None:
        return centred_boxes(book.close())
    add_macros(book, macros)
    return with_ribbon(centred_boxes(book.close()), macros.ribbon)


def build_findings(checked: Checked, findings: Sequence[Finding], source: str) -> bytes:
    """Build a file of findings, for whoever mends the figures; the sổ is not in it.

    Args:
        checked: the register that was checked.
        findings: those to list, in their order.
        source: the name of the sổ's file.

    Returns:
        The content of an .xlsx file.

    Raises:
        UnusableInputError: a text is longer than an Excel cell.
    """
    year = checked.register.year
    book = Book(
        f"{texts_vi.FINDINGS_TITLE.capitalize()} {year}",
        checked.settings.unit_name,
        Period(year).label,
        year,
        sample=checked.register.sample,
        buttons=None,
    )
    write_findings_file(book, findings, source)
    return book.close()


def _write_sheets(book: Book, job: Job) -> None:
    # The tabs' order is that of `sheets.markers`.
    write_summary(book, job)
    for unit in job.plan.units:
        write_unit(book, job, unit)
    write_funding(book, job)
    write_history(book, job)
    write_indicators(book, job)
    write_settings(book, job)
    write_findings(book, job)
    write_guide(book)
    write_plan(book, job)
    write_judged(book, job)
