"""What the template of the plan for a year is filled with.

Pure. Targets are those of `workbook.domain.judging.targets`; the plan's own sentences
stand with their mistakes corrected, since this is a new document and no copy.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, TypedDict

from docgen.shared import letterhead, measure_phrases_vi, rows
from docgen.shared.marks_vi import Frame, PageMark, marks
from docgen.shared.subjects import JudgedPeriod
from docgen.year_plan import sentences_vi
from workbook.domain.errors import UnusableInputError
from workbook.domain.judging.targets import Target, targets_of
from workbook.domain.numbers_vi import format_date_short
from workbook.domain.plan import Plan, Task
from workbook.domain.plan_checks import DEFAULT_OWNER
from workbook.domain.plan_wording import mended_plan


@dataclass(frozen=True)
class YearPlan(JudgedPeriod):
    """A year to be planned, and the whole year of the sổ that it is planned from.

    Raises:
        ValueError: the assessment is of half a year (a mistake of the caller).
        UnusableInputError: the sổ or its plan knows nothing of that year.
    """

    year: int

    def __post_init__(self) -> None:
        """Refuse a year that no plan can be made for from this sổ."""
        plan, period = self.plan, self.assessment.period
        if period.half:
            raise ValueError(period)
        both = (period.year, period.year + 1)
        known = [year for year in both if plan.start_year <= year <= plan.end_year]
        if self.year not in known:
            listed = " hoặc ".join(map(str, known)) or "không có năm nào"
            raise UnusableInputError(
                f"Không lập được kế hoạch năm {self.year} từ sổ năm {period.year} (kế hoạch giai "
                f"đoạn {plan.start_year}-{plan.end_year}); năm lập được: {listed}. Đề nghị chọn "
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


class _Year(TypedDict):
    noi_nhan: letterhead.PlanRecipients
    dau_trang: PageMark
    ky_hieu: Annotated[str, "chữ viết tắt sau “KH-”", "UBND"]
    nam: Annotated[str, "năm của kế hoạch", "2027"]
    nam_truoc: Annotated[str, "năm trước đó", "2026"]
    don_vi_hanh_chinh: letterhead.UnitName
    chuong_trinh: letterhead.Programme
    can_cu: letterhead.LegalBasis


class YearPlanForm(letterhead.Letterhead, _Year, Frame):
    """The form of the plan for a year."""


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
    assessment, settings = subject.assessment, subject.assessment.settings
    return {
        **letterhead.letterhead(settings),
        "ky_hieu": letterhead.number_suffix(settings),
        "nam": str(subject.year),
        "nam_truoc": str(subject.year - 1),
        "don_vi_hanh_chinh": settings.unit_name,
        "chuong_trinh": settings.programme,
        "can_cu": letterhead.legal_basis(settings),
        "noi_nhan": letterhead.plan_recipients(subject.plan, subject.printed, settings),
        **marks(assessment, draft, document="kế hoạch", use="lập kế hoạch"),
    }


def year_plan_content(subject: YearPlan) -> YearPlanContent:
    """Return the content of the plan for a year."""
    assessment, plan, targets = subject.assessment, subject.printed, subject.targets
    all_rows = [(plan.goal_of(target.measure), _target(subject, target)) for target in targets]
    unassigned = [one for one in targets if one.measure.assigned_by == DEFAULT_OWNER]
    return {
        "ket_qua_nam_truoc": sentences_vi.last_year(assessment, targets),
        "muc_tieu_chung": list(plan.general_goal.paragraphs),
        "cach_tinh": sentences_vi.how_targets_are_set(assessment, subject.year),
        "moc": str(subject.milestone),
        "cac_muc_tieu": [
            {"so": str(goal.number), "ten": goal.title, "cac_dong": in_year}
            for goal in plan.goals
            if (in_year := [row for owner, row in all_rows if owner == goal])
        ],
        "loi_dan_trong_tam": sentences_vi.focus_lead(targets, subject.year),
        "trong_tam": [
            sentences_vi.focus_sentence(plan, target) for target in targets if target.met is False
        ],
        "muc_giai_phap": plan.solutions[0].number.partition(".")[0] if plan.solutions else "",
        "ten_ke_hoach": sentences_vi.plan_title(plan),
        "giai_phap": [section.heading.rstrip(".") for section in plan.solutions],
        "kinh_phi_nam_truoc": sentences_vi.money_last_year(assessment) if subject.is_next else "",
        "kinh_phi": [_source(subject, amounts) for amounts in rows.money(assessment)],
        "cac_don_vi": [
            {
                "don_vi": unit.name,
                "chi_tieu": sentences_vi.owned(plan, unit, targets),
                "cac_nhiem_vu": [
                    _task(subject, number, task) for number, task in enumerate(unit.tasks, 1)
                ],
            }
            for unit in plan.units
        ],
        "chua_giao": sentences_vi.numbers_of(plan, unassigned, targets),
        "han_so_lieu": sentences_vi.deadlines(assessment, subject.year),
    }


def _target(subject: YearPlan, target: Target) -> _TargetRow:
    measure, plan = target.measure, subject.printed
    asked, without_value = target.asked, target.last is not None and target.value is None
    shown = measure_phrases_vi.breakable(target.shown)
    return {
        "so": measure_phrases_vi.number(plan, measure),
        "ten": measure.name,
        "ket_qua": measure_phrases_vi.NONE if without_value else shown,
        "so_dem": measure_phrases_vi.counts(target.last),
        "muc_tieu": measure_phrases_vi.milestone_level(measure, asked) if asked else "",
        "moc": measure_phrases_vi.milestone(measure, subject.milestone),
        "con_thieu": sentences_vi.missing(target),
        "don_vi": plan.unit(measure.responsible_unit).sheet,
    }


def _source(subject: YearPlan, amounts: rows.SourceAmounts) -> _SourceRow:
    """Return a source's row; a sổ knows what its own year spent, or what is planned for it."""
    return {
        "stt": amounts.number,
        "nguon": amounts.source,
        "da_chi": rows.amount_in_cell(amounts.spent if subject.is_next else None),
        "du_toan": rows.amount_in_cell(None if subject.is_next else amounts.planned),
    }


def _task(subject: YearPlan, number: int, task: Task) -> _TaskRow:
    """Return a task; a deadline of another year is none of this plan's."""
    typed = subject.assessment.tasks.get(task.id)
    deadline = typed.deadline if typed else None
    if deadline and deadline.year != subject.year:
        deadline = None
    unfinished = subject.is_next and typed is not None and typed.done is False
    return {
        "stt": str(number),
        "nhiem_vu": task.text,
        "ton_dong": f"Năm {subject.year - 1}: chưa hoàn thành." if unfinished else "",
        "thoi_han": format_date_short(deadline) if deadline else "",
    }
