"""The use cases, shared by the command line and Excel's buttons: values in, values out.

Nothing here prints, asks or writes; the shells do.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from workbook.domain.findings import Finding, blocking
from workbook.domain.judging import assess
from workbook.domain.periods import Period, periods_of
from workbook.domain.register import Checked, Register
from workbook.domain.results import Assessment
from workbook.domain.validation import check


@dataclass(frozen=True)
class Judged:
    """A sổ checked and judged in both of its periods."""

    checked: Checked
    assessments: Mapping[Period, Assessment]

    @property
    def latest(self) -> Period:
        """The year's period where it has any figure, else the first half's if it has."""
        half, whole = periods_of(self.checked.register.year)
        typed = {period for _, period in self.checked.observations}
        return half if half in typed and whole not in typed else whole


def judge(register: Register) -> Judged:
    """Check a register and judge both of its periods."""
    checked = check(register)
    periods = periods_of(register.year)
    return Judged(checked, {period: assess(checked, period) for period in periods})


def make_workbook(judged: Judged, *, buttons: bool = False) -> bytes:
    """Build the sổ of a judged register: macro-free, or with buttons as an .xlsm file."""
    # The builder's libraries are not wanted in the path of the other commands.
    from workbook.builder import build_workbook
    from xl_macros.macro_book import macros_of

    register = judged.checked.register
    macros = macros_of(register.plan) if buttons else None
    return build_workbook(
        register, judged.assessments, judged.checked.findings, judged.latest, macros
    )


@dataclass(frozen=True)
class Report:
    """A Báo cáo, or what stands in its way (`content` None)."""

    name: str
    content: bytes | None
    blocked_by: tuple[Finding, ...]


def make_report(judged: Judged, period: Period, *, draft: bool, template: Path | None) -> Report:
    """Write the Báo cáo of a period; a final one only where nothing blocks it."""
    # Word's libraries are not wanted in the path of the other commands.
    from docgen.report import render_report

    faults = tuple(blocking(judged.checked.findings, period))
    name = report_name(judged.assessments[period], draft=draft)
    if faults and not draft:
        return Report(name, None, faults)
    content = render_report(judged.assessments[period], draft=draft, template=template)
    return Report(name, content, faults)


def report_name(assessment: Assessment, *, draft: bool) -> str:
    """Return the ASCII file name of a Báo cáo."""
    period = assessment.period
    kind = "6_thang" if period.half else "nam"
    parts = ["Du_thao"] * draft + ["Bao_cao", kind, str(period.year)]
    return "_".join(parts + ["so_lieu_mau"] * assessment.sample) + ".docx"
