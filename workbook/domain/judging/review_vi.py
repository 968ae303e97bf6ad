"""Why a sổ cannot give a sơ kết or a tổng kết, and what to do."""

from __future__ import annotations

from workbook.domain.plan import Plan


def no_midterm(plan: Plan) -> str:
    """The plan has no milestone before its end."""
    return (
        f"{plan.document_type.capitalize()} giai đoạn {plan.start_year}-{plan.end_year} không có "
        "mốc nào trước năm cuối nên không lập báo cáo sơ kết. Đề nghị lập báo cáo tổng kết từ sổ "
        f"năm {plan.end_year}."
    )


def too_early_for_midterm(milestone: int, year: int) -> str:
    """The sổ's year lies before the first milestone."""
    return (
        f"Sổ năm {year} chưa đến mốc năm {milestone} nên chưa lập được báo cáo sơ kết. "
        f"Đề nghị lập từ sổ năm {milestone} hoặc năm sau đó."
    )


def too_early_for_final(plan: Plan, year: int) -> str:
    """The sổ's year lies before the plan's end."""
    return (
        f"Sổ năm {year} chưa đến năm cuối của giai đoạn {plan.start_year}-{plan.end_year} nên "
        f"chưa lập được báo cáo tổng kết. Đề nghị lập từ sổ năm {plan.end_year}."
    )
