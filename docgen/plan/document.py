"""The two plan documents: the whole period's and a year's. Values in, Word files out."""

from __future__ import annotations

from pathlib import Path

from docgen.plan.context import plan_context
from docgen.plan.fields_vi import PLAN_FIELDS, YEAR_PLAN_FIELDS
from docgen.template_locations import default_template
from docgen.word.template import load_template
from docgen.year_plan.context import year_plan_context
from workbook.domain.errors import UnusableInputError
from workbook.domain.file_names import file_name
from workbook.domain.plan import Plan
from workbook.domain.results import Assessment
from workbook.domain.settings import Settings

PLAN_TEMPLATE = "ke_hoach.docx"
YEAR_PLAN_TEMPLATE = "ke_hoach_nam.docx"


def render_plan(plan: Plan, settings: Settings, *, template: Path | None = None) -> bytes:
    """Write the plan for its whole period as a .docx file's content.

    Args:
        plan: the plan as the sổ carries it.
        settings: names, recipients, signature, and whether its mistakes are mended.
        template: another template than the product's own.

    Raises:
        TemplateError: the template cannot be used; the sentence says what to do.
    """
    path = template or default_template(PLAN_TEMPLATE)
    return load_template(path, PLAN_FIELDS).render(plan_context(plan, settings))


def render_year_plan(
    assessment: Assessment, year: int, *, draft: bool, template: Path | None = None
) -> bytes:
    """Write the plan for a year as a .docx file's content.

    Whether a final plan may be written while findings block it is the caller's decision,
    as with the Báo cáo.

    Args:
        assessment: the whole year of a sổ, judged.
        year: the sổ's year, or the next.
        draft: mark every page DỰ THẢO and list the blocking findings at the end.
        template: another template than the product's own.

    Raises:
        UnusableInputError: the sổ or its plan knows nothing of that year.
        TemplateError: the template cannot be used; the sentence says what to do.
    """
    check_year(assessment, year)
    path = template or default_template(YEAR_PLAN_TEMPLATE)
    return load_template(path, YEAR_PLAN_FIELDS).render(
        year_plan_context(assessment, year, draft=draft)
    )


def check_year(assessment: Assessment, year: int) -> None:
    """Refuse a year that no plan can be made for from this sổ.

    Raises:
        ValueError: the assessment is of half a year (a mistake of the caller).
        UnusableInputError: one Vietnamese sentence that says which years can be planned.
    """
    if assessment.period.half:
        raise ValueError(assessment.period)
    plan, first = assessment.plan, assessment.period.year
    known = [one for one in (first, first + 1) if plan.start_year <= one <= plan.end_year]
    if year not in known:
        listed = " hoặc ".join(map(str, known)) or "không có năm nào"
        raise UnusableInputError(
            f"Không lập được kế hoạch năm {year} từ sổ năm {first} (kế hoạch giai đoạn "
            f"{plan.start_year}-{plan.end_year}); năm lập được: {listed}. Đề nghị chọn lại năm."
        )


def plan_name(plan: Plan) -> str:
    """Return the ASCII file name of the plan for its whole period."""
    return f"Ke_hoach_{plan.start_year}_{plan.end_year}.docx"


def year_plan_name(assessment: Assessment, year: int, *, draft: bool) -> str:
    """Return the ASCII file name of the plan for a year, marked as the document is."""
    return file_name("Ke_hoach_nam", str(year), draft=draft, sample=assessment.sample)
