"""What the template of the plan for a year is filled with.

Pure. Targets are those of `workbook.domain.judging.targets`; the plan's own sentences
stand with their mistakes mended, since this is a new document and no copy.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from docgen.plan.context import plan_recipients
from docgen.report import sentences_vi as sentences
from docgen.shared import measure_phrases_vi as phrases
from docgen.shared import rows as tables
from docgen.shared.letterhead import legal_basis, paper_fields
from docgen.shared.line_breaks_vi import all_unbroken
from docgen.word.jinja import Context, Value
from docgen.year_plan import sentences_vi as said
from workbook.domain.judging.targets import Target, targets_of
from workbook.domain.numbers_vi import format_date_short, format_integer
from workbook.domain.plan import Goal, Plan, ResponsibleUnit, Task
from workbook.domain.plan_checks import DEFAULT_OWNER
from workbook.domain.plan_wording import mended_plan
from workbook.domain.results import Assessment

Row = dict[str, object]


def year_plan_context(assessment: Assessment, year: int, *, draft: bool) -> Context:
    """Return the fields of the plan for a year.

    Args:
        assessment: the whole year of a sổ, judged.
        year: the sổ's year, or the next.
        draft: mark it DỰ THẢO and list the blocking findings.
    """
    plan = mended_plan(assessment.plan, assessment.settings)
    targets = targets_of(assessment, year)
    content = _content(assessment, plan, targets, year)
    nouns = [measure.noun for measure in plan.measures.values()]
    fields = _paper(assessment, plan, year, draft=draft) | cast(
        dict[str, object], all_unbroken(cast(Value, content), nouns)
    )
    return cast(Context, fields)


def _paper(assessment: Assessment, plan: Plan, year: int, *, draft: bool) -> dict[str, object]:
    settings = assessment.settings
    frame = sentences.frame(assessment, draft=draft, document="kế hoạch", use="lập kế hoạch")
    return paper_fields(settings) | {
        "ky_hieu": settings.number_suffix,
        "nam": str(year),
        "nam_truoc": str(year - 1),
        "chuong_trinh": settings.programme,
        "don_vi_hanh_chinh": settings.unit_name,
        "can_cu": legal_basis(settings),
        "noi_nhan": plan_recipients(assessment.plan, plan, settings),
        "dau_trang": sentences.page_mark(assessment, draft=draft),
        "khung": frame,
        "cac_loi": tables.fault_rows(assessment) if draft else [],
    }


def _content(
    assessment: Assessment, plan: Plan, targets: Sequence[Target], year: int
) -> dict[str, object]:
    milestone = next((one for one in plan.milestone_years if one >= year), None)
    milestone = milestone or (plan.milestone_years or (plan.end_year,))[-1]
    sections = plan.solutions
    goals = [row for goal in plan.goals for row in _goal(plan, goal, targets, milestone)]
    return {
        "ket_qua_nam_truoc": said.last_year(assessment, targets),
        "muc_tieu_chung": list(plan.general_goal.paragraphs),
        "cach_tinh": said.how_targets_are_made(assessment, year),
        "moc": str(milestone),
        "cac_muc_tieu": goals,
        "loi_dan_trong_tam": said.focus_lead(targets, year),
        "trong_tam": [said.focus_sentence(plan, one) for one in targets if one.met is False],
        "muc_giai_phap": sections[0].number.partition(".")[0] if sections else "",
        "ten_ke_hoach": said.plan_title(plan),
        "giai_phap": [one.heading.rstrip(".") for one in sections],
        **_money(assessment, year),
        "cac_don_vi": [_unit(assessment, plan, one, targets, year) for one in plan.units],
        "chua_giao": said.numbers_of(plan, _given_to_nobody(targets), targets),
        "han_so_lieu": said.deadlines(assessment, year),
    }


def _goal(plan: Plan, goal: Goal, targets: Sequence[Target], milestone: int) -> list[Row]:
    """Return a goal with its rows; [] where the year asks nothing under it."""
    numbers = {one.number for one in plan.indicators if one.goal == goal.number}
    rows = [_line(plan, one, milestone) for one in targets if one.measure.indicator in numbers]
    return [{"so": str(goal.number), "ten": goal.title, "cac_dong": rows}] if rows else []


def _line(plan: Plan, target: Target, milestone: int) -> Row:
    measure = target.measure
    without_value = target.last is not None and target.value is None
    return {
        "so": phrases.number(plan, measure),
        "ten": measure.name,
        "ket_qua": phrases.NONE if without_value else phrases.breakable(target.shown),
        "so_dem": phrases.counts(target.last),
        "muc_tieu": said.asked_in_cell(target),
        "moc": phrases.milestone(measure, milestone),
        "con_thieu": said.missing(target),
        "don_vi": plan.unit(measure.responsible_unit).sheet,
    }


def _money(assessment: Assessment, year: int) -> dict[str, object]:
    """Return what the sources gave last year and what is planned; blanks stay blanks."""
    next_year = year > assessment.period.year
    planned, spent = tables.money_sums(assessment)
    before = said.money_last_year(planned, spent, assessment.period) if next_year else ""
    rows = [
        _source(str(place), one.name, *_amounts(assessment, one.id, next_year=next_year))
        for place, one in enumerate(assessment.plan.funding, 1)
    ]
    total = _source("", "Tổng cộng", *((spent, None) if next_year else (None, planned)))
    return {"kinh_phi_nam_truoc": before, "kinh_phi": [*rows, total]}


def _amounts(
    assessment: Assessment, source_id: str, *, next_year: bool
) -> tuple[int | None, int | None]:
    """Return spent last year and planned for this; a sổ knows one of both years."""
    found = assessment.funding.get(source_id)
    if found is None:
        return None, None
    return (found.spent.get(assessment.period), None) if next_year else (None, found.planned)


def _source(place: str, name: str, spent: int | None, planned: int | None) -> Row:
    return {
        "stt": place,
        "nguon": name,
        "da_chi": "" if spent is None else format_integer(spent),
        "du_toan": "" if planned is None else format_integer(planned),
    }


def _unit(
    assessment: Assessment,
    plan: Plan,
    unit: ResponsibleUnit,
    targets: Sequence[Target],
    year: int,
) -> Row:
    return {
        "don_vi": unit.name,
        "chi_tieu": said.owned(plan, unit, targets),
        "cac_nhiem_vu": [
            _task(assessment, place, task, year) for place, task in enumerate(unit.tasks, 1)
        ],
    }


def _task(assessment: Assessment, place: int, task: Task, year: int) -> Row:
    """Return a task; a deadline of another year is none of this plan's."""
    typed = assessment.tasks.get(task.id)
    deadline = typed.deadline if typed is not None else None
    unfinished = year > assessment.period.year and typed is not None and typed.done is False
    return {
        "stt": str(place),
        "nhiem_vu": task.text,
        "ton_dong": f"Năm {year - 1}: chưa hoàn thành." if unfinished else "",
        "thoi_han": format_date_short(deadline) if deadline and deadline.year == year else "",
    }


def _given_to_nobody(targets: Sequence[Target]) -> list[Target]:
    return [one for one in targets if one.measure.assigned_by == DEFAULT_OWNER]
