"""The use cases, shared by the command line and Excel's buttons: values in, values out.

Nothing here prints, asks or writes; the shells do.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from workbook.domain.errors import UnusableInputError
from workbook.domain.file_names import file_name
from workbook.domain.findings import Finding, blocking
from workbook.domain.judging import assess
from workbook.domain.periods import Period, Span, periods_of
from workbook.domain.plan import ResponsibleUnit
from workbook.domain.register import Checked, Register
from workbook.domain.results import Assessment
from workbook.domain.validation import check
from workbook.domain.validation.messages_vi import Fault


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


def make_findings(checked: Checked, findings: Sequence[Finding], source: Path) -> Document:
    """Write findings into a workbook of their own; `source` is the sổ's file."""
    # The builder's libraries are not wanted in the path of the other commands.
    from workbook.builder import build_findings

    register = checked.register
    name = file_name("Ket_qua_kiem_tra", str(register.year), sample=register.sample, ending=".xlsx")
    return Document(name, build_findings(checked, findings, source.name))


@dataclass(frozen=True)
class Templates:
    """Where a document's template comes from: named, or by its own name in `mau`.

    `beside` is the sổ's folder; None while it has none.
    """

    beside: Path | None = None
    named: Path | None = None

    def of(self, name: str) -> Path:
        """Return the template to use (TemplateError: a copy that was meant is of no use)."""
        from docgen.template_locations import template_for

        return self.named or template_for(name, self.beside)


@dataclass(frozen=True)
class Document:
    """A document, or what stands in its way (`content` None)."""

    name: str
    content: bytes | None
    blocked_by: tuple[Finding, ...] = ()


def _unless_blocked(
    name: str, faults: Sequence[Finding], *, draft: bool, render: Callable[[], bytes]
) -> Document:
    """Render a document; a final one only where no fault stands in its way."""
    return Document(name, None if faults and not draft else render(), tuple(faults))


def _check_names(checked: Checked) -> None:
    """Refuse names that no document can hold, where no list of faults would tell of them.

    Raises:
        UnusableInputError: the sentence names the cell of Cấu hình.
    """
    places = {
        (one.sheet, one.cell) for cells in checked.register.settings.values() for one in cells
    }
    for one in checked.findings:
        if one.code == Fault.CONTROL_CHARACTER.code and (one.sheet, one.cell) in places:
            raise UnusableInputError(f"Chưa lập được văn bản. {one.message}")


def make_report(judged: Judged, period: Period, *, draft: bool, templates: Templates) -> Document:
    """Write the Báo cáo of a period; a final one only where nothing blocks it."""
    # Word's libraries are not wanted in the path of the other commands.
    from docgen.report.document import REPORT_TEMPLATE, render_report

    assessment = judged.assessments[period]
    return _unless_blocked(
        report_name(assessment, draft=draft),
        blocking(judged.checked.findings, period),
        draft=draft,
        render=lambda: render_report(
            assessment, draft=draft, template=templates.of(REPORT_TEMPLATE)
        ),
    )


def make_unit_report(
    judged: Judged, period: Period, unit: ResponsibleUnit, *, draft: bool, templates: Templates
) -> Document:
    """Write the Báo cáo that a unit sends in; a final one only where its own figures are good."""
    from docgen.unit_report.document import UNIT_REPORT_TEMPLATE, file_words, render_unit_report
    from workbook.domain.judging.unit import of_unit, sheets_as_read

    _check_names(judged.checked)
    sheets = sheets_as_read(judged.checked.register)
    assessment = of_unit(judged.assessments[period], unit.id, sheets)
    return _unless_blocked(
        _name(assessment, "Bao_cao", file_words(unit), draft=draft),
        blocking(assessment.findings, period),
        draft=draft,
        render=lambda: render_unit_report(
            assessment, draft=draft, template=templates.of(UNIT_REPORT_TEMPLATE)
        ),
    )


def make_review(judged: Judged, span: Span, *, draft: bool, templates: Templates) -> Document:
    """Write the Báo cáo sơ kết or tổng kết; a final one only where nothing blocks it.

    Raises:
        UnusableInputError: this sổ's plan or year has no such span to look back on.
    """
    from docgen.review.document import REVIEW_TEMPLATE, render_review, review_name
    from workbook.domain.judging.review import review

    looked_back = review(judged.checked, span)
    return _unless_blocked(
        review_name(looked_back, draft=draft),
        blocking(looked_back.findings),
        draft=draft,
        render=lambda: render_review(
            looked_back, draft=draft, template=templates.of(REVIEW_TEMPLATE)
        ),
    )


def make_plan(judged: Judged, *, templates: Templates) -> Document:
    """Write the plan for its whole period: no figure of a unit stands in it."""
    from docgen.plan.document import PLAN_TEMPLATE, plan_name, render_plan

    _check_names(judged.checked)
    plan = judged.checked.register.plan
    template = templates.of(PLAN_TEMPLATE)
    return Document(plan_name(plan), render_plan(plan, judged.checked.settings, template=template))


def make_year_plan(judged: Judged, year: int, *, draft: bool, templates: Templates) -> Document:
    """Write the plan for a year; a final one only where nothing blocks the figures it names."""
    from docgen.plan.document import (
        YEAR_PLAN_TEMPLATE,
        check_year,
        render_year_plan,
        year_plan_name,
    )

    whole = periods_of(judged.checked.register.year)[1]
    assessment = judged.assessments[whole]
    check_year(assessment, year)
    return _unless_blocked(
        year_plan_name(assessment, year, draft=draft),
        blocking(judged.checked.findings, whole),
        draft=draft,
        render=lambda: render_year_plan(
            assessment, year, draft=draft, template=templates.of(YEAR_PLAN_TEMPLATE)
        ),
    )


def make_reminder(judged: Judged, period: Period, *, templates: Templates) -> Document:
    """Write the letter that asks for missing and wrong figures.

    Raises:
        UnusableInputError: no unit owes anything, so there is no letter to write.
    """
    from docgen.letters.context import debts
    from docgen.letters.document import REMINDER_TEMPLATE, render_reminder

    assessment = judged.assessments[period]
    _check_names(judged.checked)
    if not debts(assessment):
        raise UnusableInputError(
            f"Số liệu {period.label} đã đủ và hợp lệ, không có đơn vị nào cần đôn đốc."
        )
    content = render_reminder(assessment, template=templates.of(REMINDER_TEMPLATE))
    return Document(_name(assessment, "Cong_van_don_doc"), content)


def make_explanation(judged: Judged, period: Period, *, templates: Templates) -> Document:
    """Write the letter that asks the units to explain what lags.

    Raises:
        UnusableInputError: nothing lags, so there is no letter to write.
    """
    from docgen.letters.document import EXPLANATION_TEMPLATE, render_explanation

    assessment = judged.assessments[period]
    _check_names(judged.checked)
    if not assessment.lagging:
        raise UnusableInputError(
            f"Không có nội dung nào chậm hoặc không đạt {period.label}, không cần yêu cầu giải"
            " trình."
        )
    places = {
        entry.measure_id: (entry.explanation.sheet, entry.explanation.cell)
        for entry in judged.checked.register.entries
        if entry.period == period
    }
    template = templates.of(EXPLANATION_TEMPLATE)
    content = render_explanation(assessment, places, template=template)
    return Document(_name(assessment, "Cong_van_giai_trinh"), content)


def report_name(assessment: Assessment, *, draft: bool) -> str:
    """Return the ASCII file name of a Báo cáo."""
    return _name(assessment, "Bao_cao", draft=draft)


def _name(assessment: Assessment, *first: str, draft: bool = False) -> str:
    period = assessment.period
    words = (*first, "6_thang" if period.half else "nam", str(period.year))
    return file_name(*words, draft=draft, sample=assessment.sample)
