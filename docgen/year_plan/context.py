"""What the template of the plan for a year is filled with.

Pure. A target is what the plan's milestones ask of the year (`workbook.domain.judging.targets`);
nothing is promised that they do not ask, and what the office must decide is left to it. Of
measures whose headroom is hidden (deaths, abuse …) no number says how many more would be
within the target. The plan's own sentences stand with their mistakes corrected, since this is
a new document and no copy.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Annotated, TypedDict

from docgen.shared import letterhead, phrases_vi, rows
from docgen.shared.phrases_vi import listed
from workbook.domain import numbers_vi
from workbook.domain.errors import UnusableInputError
from workbook.domain.judging.targets import Target, targets_of
from workbook.domain.judging.words_vi import rule_words, short_words
from workbook.domain.periods import periods_of
from workbook.domain.plan import Plan, ResponsibleUnit, Task
from workbook.domain.plan_checks import DEFAULT_OWNER
from workbook.domain.plan_wording import mended_plan
from workbook.domain.text_vi import lower_first, upper_first

_MET = {True: "đạt", False: "chưa đạt", None: "chưa so sánh được"}


@dataclass(frozen=True)
class YearPlan(rows.JudgedPeriod):
    """A year to be planned, and the whole year of the sổ that it is planned from.

    UnusableInputError: the sổ or its plan knows nothing of that year.
    """

    year: int

    def __post_init__(self) -> None:
        """Refuse a year that no plan can be made for from this sổ."""
        plan, period = self.plan, self.assessment.period
        if period.half:
            raise ValueError(period)  # a mistake of the caller
        of_plan = range(plan.start_year, plan.end_year + 1)
        known = [year for year in (period.year, period.year + 1) if year in of_plan]
        if self.year not in known:
            possible = " hoặc ".join(map(str, known)) or "không có năm nào"
            raise UnusableInputError(
                f"Không lập được kế hoạch năm {self.year} từ sổ năm {period.year} (kế hoạch giai "
                f"đoạn {plan.start_year}-{plan.end_year}); năm lập được: {possible}. Đề nghị chọn "
                "lại năm."
            )

    @property
    def is_next(self) -> bool:
        """Whether the year follows the sổ's own."""
        return self.year > self.assessment.period.year

    @cached_property
    def printed(self) -> Plan:
        """The plan with its mistakes corrected."""
        return mended_plan(self.plan, self.assessment.settings)

    @cached_property
    def targets(self) -> Sequence[Target]:
        """What the plan asks of the year, measure by measure."""
        return targets_of(self.assessment, self.year)

    @property
    def milestone(self) -> int:
        """The year of the milestone ahead, or of the last."""
        years = self.printed.milestone_years or (self.printed.end_year,)
        return next((year for year in years if year >= self.year), years[-1])


class YearPlanForm(letterhead.JudgedForm):
    """The form of the plan for a year."""

    ky_hieu: letterhead.AgencyCode
    cac_loi: letterhead.Faults
    don_vi_hanh_chinh: letterhead.UnitName
    nam: Annotated[str, "năm của kế hoạch", "2027"]
    nam_truoc: Annotated[str, "năm trước đó", "2026"]


class _TargetRow(TypedDict):
    so: Annotated[str, "số của chỉ tiêu trong kế hoạch", "2a"]
    ten: Annotated[str, "tên chỉ tiêu", "Tỷ lệ trẻ em biết bơi"]
    ket_qua: Annotated[str, "kết quả năm trước; trống khi chưa có số liệu", "81,0%"]
    so_dem: Annotated[str, "số đếm năm trước", "81/100"]
    muc_tieu: Annotated[str, "mục tiêu của năm; trống khi phường phải tự ghi", "≥ 84%"]
    moc: Annotated[str, "mức phải đạt ở mốc sắp tới", "≥ 90%"]
    con_thieu: Annotated[str, "còn thiếu bao nhiêu so với mục tiêu", "còn thiếu 03 trẻ"]
    don_vi: Annotated[str, "đơn vị thực hiện", "Thư viện"]


class _GoalRow(TypedDict):
    so: Annotated[str, "số của mục tiêu", "1"]
    ten: Annotated[str, "tên mục tiêu", "Về sân chơi"]
    cac_dong: Annotated[list[_TargetRow], "các dòng của bảng, mỗi dòng một nội dung"]


class _SourceRow(TypedDict):
    stt: Annotated[str, "số thứ tự; trống ở dòng tổng cộng", "1"]
    nguon: Annotated[str, "nguồn kinh phí", "Ngân sách nhà nước"]
    da_chi: Annotated[str, "đã chi năm trước, đồng; trống khi chưa có số liệu", "480.000"]
    du_toan: Annotated[str, "dự toán của năm, đồng; trống khi chưa ghi", "1.200.000"]


class _TaskRow(TypedDict):
    stt: Annotated[str, "số thứ tự", "1"]
    nhiem_vu: Annotated[str, "nội dung nhiệm vụ", "Tổ chức ngày đọc sách."]
    ton_dong: Annotated[str, "câu về việc năm trước chưa xong; trống nếu không có",
        "Năm 2026: chưa hoàn thành."]  # fmt: skip
    thoi_han: Annotated[str, "thời hạn trong năm; trống khi chưa ghi", "05/03/2027"]


class _UnitRow(TypedDict):
    don_vi: Annotated[str, "tên đơn vị", "Thư viện phường"]
    chi_tieu: Annotated[str, "câu về các chỉ tiêu đơn vị thực hiện; trống nếu không có",
        "Thực hiện chỉ tiêu 3."]  # fmt: skip
    cac_nhiem_vu: Annotated[list[_TaskRow], "các nhiệm vụ của đơn vị"]


class YearPlanContent(TypedDict):
    """The content of the plan for a year."""

    ket_qua_nam_truoc: Annotated[
        list[str], "các câu về kết quả năm trước", "Năm 2026 có 02 chỉ tiêu đạt."]  # fmt: skip
    muc_tieu_chung: Annotated[list[str], "các đoạn của mục tiêu chung", "Mọi trẻ em có sân chơi."]
    cach_tinh: Annotated[str, "câu về cách tính mục tiêu của năm",
        "Mục tiêu năm 2027 được tính theo đường thẳng."]  # fmt: skip
    moc: Annotated[str, "năm của mốc sắp tới", "2030"]
    cac_muc_tieu: Annotated[list[_GoalRow], "các mục tiêu có chỉ tiêu trong năm"]
    loi_dan_trong_tam: Annotated[str, "câu dẫn của nội dung trọng tâm", "Tập trung 02 nội dung:"]
    trong_tam: Annotated[list[str], "các nội dung mà năm trước chưa đạt mục tiêu của năm",
        "Chỉ tiêu 2a, tỷ lệ trẻ em biết bơi: còn thiếu 03 trẻ."]  # fmt: skip
    muc_giai_phap: Annotated[str, "số của mục giải pháp trong kế hoạch cả giai đoạn", "III"]
    ten_ke_hoach: Annotated[str, "tên kế hoạch cả giai đoạn", "Kế hoạch giai đoạn 2023-2030"]
    giai_phap: Annotated[list[str], "tên các nhóm giải pháp", "Mở lớp bơi"]
    kinh_phi_nam_truoc: Annotated[str, "câu về kinh phí năm trước; trống khi sổ không có",
        "Tổng dự toán năm 2026 là 100 đồng."]  # fmt: skip
    kinh_phi: Annotated[list[_SourceRow], "các nguồn kinh phí, dòng cuối là tổng cộng"]
    cac_don_vi: Annotated[list[_UnitRow], "các đơn vị"]
    chua_giao: Annotated[str, "số các chỉ tiêu kế hoạch chưa giao cho đơn vị nào", "1 và 2"]
    han_so_lieu: Annotated[list[str], "các câu về hạn gửi số liệu của năm",
        "Các đơn vị gửi số liệu năm 2027 chậm nhất ngày 10 tháng 12 năm 2027."]  # fmt: skip


def year_plan_form(subject: YearPlan, draft: bool) -> YearPlanForm:
    """Return the form of the plan for a year."""
    judged = subject.assessment
    recipients = letterhead.plan_recipients(subject.plan, subject.printed, judged.settings)
    return {
        **letterhead.judged_form(judged, draft, recipients, "kế hoạch"),
        "ky_hieu": letterhead.number_suffix(judged.settings),
        "cac_loi": letterhead.fault_rows(judged) if draft else [],
        "don_vi_hanh_chinh": judged.settings.unit_name,
        "nam": str(subject.year),
        "nam_truoc": str(subject.year - 1),
    }


def year_plan_content(subject: YearPlan) -> YearPlanContent:
    """Return the content of the plan for a year."""
    plan, targets = subject.printed, subject.targets
    all_rows = [(plan.goal_of(target.measure), _target(subject, target)) for target in targets]
    unassigned = [result for result in targets if result.measure.assigned_by == DEFAULT_OWNER]
    return {
        "ket_qua_nam_truoc": _last_year(subject),
        "muc_tieu_chung": list(plan.general_goal.paragraphs),
        "cach_tinh": _how_targets_are_set(subject),
        "moc": str(subject.milestone),
        "cac_muc_tieu": [
            {"so": str(goal.number), "ten": goal.title, "cac_dong": in_year}
            for goal in plan.goals
            if (in_year := [row for owner, row in all_rows if owner == goal])
        ],
        "loi_dan_trong_tam": _focus_lead(subject),
        "trong_tam": [_focus_sentence(plan, result) for result in targets if result.met is False],
        "muc_giai_phap": plan.solutions[0].number.partition(".")[0] if plan.solutions else "",
        "ten_ke_hoach": _plan_title(plan),
        "giai_phap": [section.heading.rstrip(".") for section in plan.solutions],
        "kinh_phi_nam_truoc": _money_last_year(subject),
        # A sổ knows what its own year spent, or what is planned for it.
        "kinh_phi": [
            {
                "stt": row["stt"],
                "nguon": row["nguon"],
                "da_chi": row["da_chi"] if subject.is_next else "",
                "du_toan": "" if subject.is_next else row["du_toan"],
            }
            for row in rows.money_rows(subject.assessment)
        ],
        "cac_don_vi": [_unit(subject, unit) for unit in plan.units],
        "chua_giao": _numbers_of(subject, unassigned),
        "han_so_lieu": _deadlines(subject),
    }


def _target(subject: YearPlan, target: Target) -> _TargetRow:
    measure, plan = target.measure, subject.printed
    asked, without_value = target.asked, target.last is not None and target.value is None
    shown = phrases_vi.breakable(target.shown)
    return {
        "so": phrases_vi.number(plan, measure),
        "ten": measure.name,
        "ket_qua": phrases_vi.NONE if without_value else shown,
        "so_dem": phrases_vi.counts(target.last),
        "muc_tieu": phrases_vi.milestone_level(measure, asked) if asked else "",
        "moc": phrases_vi.milestone(measure, subject.milestone),
        "con_thieu": _missing(target),
        "don_vi": plan.unit(measure.responsible_unit).sheet,
    }


def _task(subject: YearPlan, number: int, task: Task) -> _TaskRow:
    """Return a task; a deadline of another year is none of this plan's."""
    typed = subject.assessment.tasks.get(task.id)
    deadline = typed.deadline if typed else None
    unfinished = subject.is_next and typed is not None and typed.done is False
    return {
        "stt": str(number),
        "nhiem_vu": task.text,
        "ton_dong": f"Năm {subject.year - 1}: chưa hoàn thành." if unfinished else "",
        "thoi_han": numbers_vi.format_date_short(deadline)
        if deadline and deadline.year == subject.year
        else "",
    }


def _plan_title(plan: Plan) -> str:
    """Name the plan for its whole period, which a year's plan carries out."""
    return f"{plan.document_type.capitalize()} giai đoạn {plan.start_year}-{plan.end_year}"


def _last_year(subject: YearPlan) -> list[str]:
    """Say what last year reached: by status where it was judged, and beside the targets."""
    assessment, targets, year = subject.assessment, subject.targets, subject.year
    if not targets:
        return []
    title = _plan_title(subject.plan)
    sentences = phrases_vi.standing(assessment, title) if subject.is_next else []
    met = Counter(target.met for target in targets)
    counted = phrases_vi.counted({words: met[key] for key, words in _MET.items()}, " nội dung")
    sentences.append(
        f"Năm {year} có {numbers_vi.format_count(len(targets))} nội dung phải thực hiện. So với "
        f"mục tiêu năm {year}, kết quả năm {year - 1} có {counted}."
    )
    if blank := [target for target in targets if target.last is None]:
        numbers = _numbers_of(subject, blank)
        sentences.append(f"Chưa có số liệu năm {year - 1} so sánh được của chỉ tiêu {numbers}.")
    return sentences


def _how_targets_are_set(subject: YearPlan) -> str:
    """Say by which way of judging the year's targets follow from the milestones."""
    plan, year, document = subject.plan, subject.year, _plan_title(subject.plan)
    if year in plan.milestone_years:
        return f"Mục tiêu năm {year} là mức mà {document} quy định cho năm {year}."
    interim = phrases_vi.INTERIM[subject.assessment.settings.interim]
    return (
        f"{document} quy định mức của các năm {listed(plan.milestone_years)}; mục "
        f"tiêu năm {year} được tính {interim}. Mức phải duy trì thì giữ nguyên."
    )


def _missing(target: Target) -> str:
    """Say how far last year's figures are from the target, in whole children or cases."""
    asked, short, hidden = target.asked, target.missing, target.measure.hide_headroom
    if asked is None or target.met is None:
        return phrases_vi.NONE
    reached = "trong mức mục tiêu" if hidden else "đạt mục tiêu"
    if target.met or hidden or short is None:
        return reached if target.met else f"chưa {reached}"
    return short_words(target.measure, short, higher=asked.rule.higher_is_better)


def _focus_sentence(plan: Plan, target: Target) -> str:
    """Say of a measure short of its target what was reached, is asked and is missing."""
    measure, level = target.measure, target.asked
    if level is not None and level.value is not None:
        decimals = phrases_vi.level_decimals(level.value)
        level = replace(level, value=numbers_vi.round_half_up(level.value, decimals))
    asked = rule_words(measure, level) if level else ""
    shown = phrases_vi.with_counts(lower_first(target.shown), target.last)
    short = f"; {_missing(target)}" if not measure.hide_headroom and target.missing else ""
    return (
        f"{phrases_vi.named(plan, measure)}: kết quả năm {target.year - 1} là {shown}; "
        f"mục tiêu năm {target.year} là {asked}{short}. Đơn vị thực hiện: "
        f"{plan.unit(measure.responsible_unit).name}."
    )


def _focus_lead(subject: YearPlan) -> str:
    """Introduce the measures short of their targets, or say that there is none."""
    year, met = subject.year, Counter(target.met for target in subject.targets)
    if met[False]:
        return (
            f"Tập trung thực hiện {numbers_vi.format_count(met[False])} nội dung mà kết quả năm "
            f"{year - 1} chưa đạt mục tiêu năm {year}:"
        )
    if not met[True]:
        return f"Chưa có kết quả năm {year - 1} nào so sánh được với mục tiêu năm {year}."
    if met[None]:
        return f"Các nội dung so sánh được đều đã đạt mục tiêu năm {year}."
    return f"Kết quả năm {year - 1} của mọi nội dung đều đã đạt mục tiêu năm {year}."


def _unit(subject: YearPlan, unit: ResponsibleUnit) -> _UnitRow:
    """Return a unit with the indicators it answers for, those it supports, and its tasks."""
    targets = subject.targets
    roles = {
        "thực hiện": [t for t in targets if t.measure.responsible_unit == unit.id],
        "phối hợp thực hiện": [t for t in targets if unit.id in t.measure.supporting_units],
    }
    parts = [f"{words} chỉ tiêu {_numbers_of(subject, own)}" for words, own in roles.items() if own]
    return {
        "don_vi": unit.name,
        "chi_tieu": f"{upper_first('; '.join(parts))}." if parts else "",
        "cac_nhiem_vu": [_task(subject, number, task) for number, task in enumerate(unit.tasks, 1)],
    }


def _numbers_of(subject: YearPlan, chosen: Sequence[Target]) -> str:
    """Name indicators by their numbers, and those of which not all parts are chosen by parts."""
    measures = [target.measure for target in chosen]
    left_out = Counter(target.measure.indicator for target in subject.targets)
    left_out -= Counter(measure.indicator for measure in measures)
    return listed(
        dict.fromkeys(
            phrases_vi.number(subject.plan, measure)
            if measure.indicator in left_out
            else measure.indicator
            for measure in measures
        )
    )


def _money_last_year(subject: YearPlan) -> str:
    """Say what was planned and spent last year, "" where the sổ is not of that year."""
    if not subject.is_next:
        return ""
    total, period = rows.money(subject.assessment)[-1], subject.assessment.period
    if total.planned is None:
        return f"Chưa đủ số liệu dự toán {period.label} của các nguồn."
    return phrases_vi.money_sentence(total.planned, total.spent, period)


def _deadlines(subject: YearPlan) -> list[str]:
    """Say by when units hand in their figures, as far as Cấu hình says it for this year."""
    return [
        f"Các đơn vị gửi số liệu {period.label} chậm nhất {deadline}."
        for period in periods_of(subject.year)
        if (deadline := letterhead.deadline(subject.assessment.settings, period))
    ]
