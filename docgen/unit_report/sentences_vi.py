"""Vietnamese sentences of a unit's own Báo cáo, made from an assessment narrowed to it.

Pure. Nothing is said but what was typed and what follows from it.
"""

from __future__ import annotations

from docgen.shared import sentences_vi
from workbook.domain.numbers_vi import format_count
from workbook.domain.plan_checks import DEFAULT_OWNER
from workbook.domain.results import Assessment

WHERE_NOTES_STAND = "ghi dưới chỉ tiêu"
OPEN_SUPERIOR = "[CƠ QUAN CHỦ QUẢN]"


def subject(assessment: Assessment) -> str:
    """Say what the report is on: what the unit was given, by the kinds of it."""
    tasks = any(unit.tasks for unit in assessment.plan.units)
    kinds = ["chỉ tiêu"] * bool(assessment.results) + ["nhiệm vụ"] * tasks
    return f"các {', '.join(kinds) or 'nội dung'} được phân công"


def overview(assessment: Assessment) -> list[str]:
    """Say how the unit's measures stand, and how that was judged; empty without measures."""
    if not assessment.results:
        return []
    counted = [_measures(assessment), _assigned_by_default(assessment)]
    return [*(sentence for sentence in counted if sentence), *sentences_vi.how_judged(assessment)]


def _measures(assessment: Assessment) -> str:
    total, indicators = len(assessment.results), len(assessment.indicators)
    whole = [one for one in assessment.plan.indicators if one.number in assessment.indicators]
    single = all(len(one.measures) == 1 for one in whole)
    parts = "" if single else f"{format_count(total)} nội dung của "
    return (
        f"Đơn vị phụ trách {parts}{format_count(indicators)} chỉ tiêu. Kết quả "
        f"{assessment.period.label}: {sentences_vi.tally(assessment.results)}."
    )


def _assigned_by_default(assessment: Assessment) -> str:
    count = sum(r.measure.assigned_by == DEFAULT_OWNER for r in assessment.results)
    if not count:
        return ""
    document = assessment.plan.document_type.capitalize()
    which = f"{format_count(count)} nội dung"
    if count == len(assessment.results):
        which = "nội dung này" if count == 1 else "các nội dung này"
    return f"{document} chưa giao cụ thể {which} cho đơn vị nào; đơn vị được tạm phân công."


def tasks_sentence(assessment: Assessment) -> str:
    """Count the unit's tasks by what it says of them."""
    document = assessment.plan.document_type.capitalize()
    count = sum(len(unit.tasks) for unit in assessment.plan.units)
    if not count:
        return f"{document} không giao nhiệm vụ riêng cho đơn vị."
    return (
        f"{document} giao cho đơn vị {format_count(count)} nhiệm vụ; "
        f"{sentences_vi.tasks_account(assessment)}."
    )
