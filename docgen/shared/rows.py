"""What documents of a judged period share: the period as their subject, rows of their tables.

Pure: an assessment in, groups of fields out.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated, NamedTuple, TypedDict

from docgen.shared import phrases_vi
from docgen.shared.phrases_vi import NONE, breakable
from docgen.shared.typography import STATUS_KEYS
from workbook.domain.findings import Finding
from workbook.domain.numbers_vi import format_date_short, format_integer
from workbook.domain.plan import Measure, Plan, ResponsibleUnit
from workbook.domain.register import FundingResult, TaskResult
from workbook.domain.results import Assessment, MeasureResult
from workbook.domain.statuses import Status
from workbook.domain.text_vi import lower_first, upper_first

OTHER_FILL = "khac"
# Which light fill a status takes in the template; the others stay white.
FILLS: Mapping[Status, str] = {
    **dict.fromkeys(Status, OTHER_FILL),
    **dict.fromkeys((Status.NOT_YET, Status.NOT_ASSESSABLE, Status.PENDING), "cho"),
    Status.ACHIEVED: "dat", Status.ON_TRACK: "dung", Status.SLOW: "cham",
    Status.VERY_SLOW: "cham_nhieu", Status.WORSENING: "kem", Status.BELOW: "duoi_moc",
    Status.MISSED: "khong_dat",
}  # fmt: skip
_DONE = {True: "Đã hoàn thành", False: "Chưa hoàn thành", None: ""}


@dataclass(frozen=True)
class JudgedPeriod:
    """A judged period; what more a document needs stands in the fields of a subclass."""

    assessment: Assessment

    @property
    def plan(self) -> Plan:
        """The plan that is carried out."""
        return self.assessment.plan

    @property
    def sample(self) -> bool:
        """Whether the figures are made up."""
        return self.assessment.sample

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is wrong in the figures of the period, or belongs to none."""
        return self.assessment.findings


class MeasureRow(TypedDict):
    """Everything that the tables say of one measure."""

    so: Annotated[str, "số của chỉ tiêu trong kế hoạch", "2a"]
    ten: Annotated[str, "tên chỉ tiêu", "Tỷ lệ trẻ em biết bơi"]
    don_vi_tinh: Annotated[str, "đơn vị tính", "%"]
    moc_truoc: Annotated[str, "mức phải đạt ở mốc trước", "≥ 80%"]
    moc_sau: Annotated[str, "mức phải đạt ở mốc sau", "≥ 90%"]
    ky_truoc: Annotated[str, "kết quả kỳ năm trước", "79,0%"]
    ky_truoc_so_dem: Annotated[str, "số đếm kỳ năm trước", "79/100"]
    ket_qua: Annotated[str, "kết quả kỳ này; trống khi chưa có số liệu", "81,0%"]
    so_dem: Annotated[str, "số đếm kỳ này", "81/100"]
    can_dat: Annotated[str, "mức cần đạt ở kỳ này", "≥ 82%"]
    nhom: Annotated[str, "nhóm của tình trạng, để chọn kiểu của ô", "cham", STATUS_KEYS]
    tinh_trang: Annotated[str, "tình trạng", "Chậm"]
    con_thieu: Annotated[str, "còn thiếu hoặc vượt bao nhiêu", "còn thiếu 01 trẻ"]
    don_vi: Annotated[str, "đơn vị thực hiện", "Thư viện"]
    ghi_chu: Annotated[list[str], "các dòng ghi chú", "Số liệu nhỏ (81/100)"]


class MeasureAccount(TypedDict):
    """What is said of a measure in a sentence."""

    ten: Annotated[str, "số và tên chỉ tiêu", "Chỉ tiêu 2a, tỷ lệ trẻ em biết bơi"]
    dien_giai: Annotated[str, "kết quả và phần còn thiếu", "đạt 81,0%, còn thiếu 01 trẻ."]


class LaggingRow(MeasureAccount):
    """What is said of a measure that lags."""

    giai_trinh: Annotated[list[str], "các dòng giải trình đơn vị đã ghi", "Bể bơi sửa chữa."]


class MissingRow(TypedDict):
    """What a unit has no figures of."""

    don_vi: Annotated[str, "tên đơn vị", "Thư viện phường"]
    chi_tieu: Annotated[str, "các nội dung, nối bằng dấu chấm phẩy", "tỷ lệ trẻ em được đọc sách"]


class PeriodContent(TypedDict):
    """What the reports of a period say of all its measures, and the heads of their columns."""

    ket_qua_chung: Annotated[
        list[str], "các câu về kết quả chung và cách tính mức cần đạt; trống nếu không có chỉ tiêu",
        "Kỳ này đánh giá 23 chỉ tiêu."]  # fmt: skip
    moc_truoc: Annotated[str, "năm của mốc trước", "2025"]
    moc_sau: Annotated[str, "năm của mốc sau", "2030"]
    ky_truoc: Annotated[str, "tên kỳ năm trước, để làm đầu cột", "6 tháng đầu năm 2025"]
    loi_dan_cham: Annotated[str, "câu dẫn của danh sách chậm", "Có 02 nội dung chậm:"]
    chi_tieu_cham: Annotated[list[LaggingRow], "các chỉ tiêu chậm, nặng nhất đứng trước"]
    loi_dan_chua_co_so_lieu: Annotated[str, "câu dẫn của danh sách chưa có số liệu",
        "Còn 01 nội dung chưa có số liệu:"]  # fmt: skip


class TaskRow(TypedDict):
    """A task that the plan gives to a unit."""

    stt: Annotated[str, "số thứ tự", "1"]
    nhiem_vu: Annotated[str, "nội dung nhiệm vụ", "Mở lớp bơi."]
    thoi_han: Annotated[str, "thời hạn; trống khi chưa ghi", "05/03/2026"]
    ket_qua: Annotated[list[str], "các dòng kết quả đơn vị đã ghi", "Đã mở 02 lớp."]
    hoan_thanh: Annotated[str, "đã hoàn thành hay chưa", "Đã hoàn thành"]


class _UnitTasks(TypedDict):
    don_vi: Annotated[str, "tên đơn vị", "Thư viện phường"]
    cac_nhiem_vu: Annotated[list[TaskRow], "các nhiệm vụ của đơn vị"]


class _MoneyRow(TypedDict):
    stt: Annotated[str, "số thứ tự; trống ở dòng tổng cộng", "1"]
    nguon: Annotated[str, "nguồn kinh phí", "Ngân sách nhà nước"]
    du_toan: Annotated[str, "dự toán, đồng; trống khi chưa có số liệu", "1.200.000"]
    da_chi: Annotated[str, "đã chi, đồng; trống khi chưa có số liệu", "480.000"]
    ty_le: Annotated[str, "tỷ lệ đã chi", "40%"]


class TasksAndMoney(TypedDict):
    """The tasks and the money of a period."""

    cau_nhiem_vu: Annotated[str, "câu tổng hợp về nhiệm vụ", "Hoàn thành 02 trên 03 nhiệm vụ."]
    nhiem_vu: Annotated[list[_UnitTasks], "các đơn vị có nhiệm vụ"]
    cau_kinh_phi: Annotated[str, "câu tổng hợp về kinh phí", "Đã chi 40% dự toán."]
    kinh_phi: Annotated[list[_MoneyRow], "các nguồn kinh phí, dòng cuối là tổng cộng"]
    ghi_chu_kinh_phi: Annotated[
        list[str], "các ghi chú về kinh phí", "Ngân sách nhà nước: đã phân bổ."]  # fmt: skip


NO_TASKS_AND_MONEY: TasksAndMoney = {
    "cau_nhiem_vu": "", "nhiem_vu": [], "cau_kinh_phi": "", "kinh_phi": [], "ghi_chu_kinh_phi": [],
}  # fmt: skip


def lines(text: str) -> list[str]:
    """Split a typed text into its lines; Word keeps each as a paragraph."""
    return re.findall(r"[^\r\n]+", text)


def milestone_years(assessment: Assessment) -> tuple[int | None, int | None]:
    """Return the two milestone years of the tables: the latest due and the next, if any."""
    years = assessment.plan.milestone_years
    due = sum(year <= assessment.period.time for year in years)
    first = max(min(due - 1, len(years) - 2), 0)  # both milestones always, where a plan has two
    before, after, *_ = *years[first:], None, None
    return before, after


def measure_row(assessment: Assessment, result: MeasureResult) -> MeasureRow:
    """Return everything the tables say of one measure."""
    plan, measure, observation = assessment.plan, result.measure, result.observation
    before, after = (
        NONE if year is None else phrases_vi.milestone(measure, year)
        for year in milestone_years(assessment)
    )
    # A dash where nothing is asked or a value has no meaning; "" where a figure is missing.
    dash = not result.shown and result.status is not Status.NO_DATA
    typed = "" if observation is None else observation.note
    return {
        "so": phrases_vi.number(plan, measure),
        "ten": measure.name,
        "don_vi_tinh": measure.measure_unit,
        "moc_truoc": before,
        "moc_sau": after,
        "ky_truoc": phrases_vi.previous(result, assessment.settings.area),
        "ky_truoc_so_dem": phrases_vi.counts(result.trend.previous),
        "ket_qua": NONE if dash else breakable(result.shown),
        "so_dem": phrases_vi.counts(observation),
        "can_dat": phrases_vi.required(result),
        "nhom": FILLS[result.status],
        "tinh_trang": phrases_vi.status(result),
        "con_thieu": phrases_vi.gap(result),
        "don_vi": plan.unit(measure.responsible_unit).sheet,
        "ghi_chu": [*lines(result.note or ""), *lines(typed)] or [""],
    }


def lagging_row(
    assessment: Assessment, result: MeasureResult, *, of_unit: bool = False
) -> LaggingRow:
    """Return what is said of a lagging measure; its unit is not named in that unit's report."""
    owner = f" Đơn vị thực hiện: {phrases_vi.owner(assessment.plan, result.measure)}."
    return {
        "ten": phrases_vi.named(assessment.plan, result.measure),
        "dien_giai": phrases_vi.lagging_account(result) + ("" if of_unit else owner),
        "giai_trinh": lines(result.observation.explanation if result.observation else ""),
    }


def period_content(
    assessment: Assessment, overview: list[str], *, of_unit: bool = False
) -> PeriodContent:
    """Return what a report says of all measures of its period, behind its `overview`."""
    first, second = milestone_years(assessment)
    order = "" if of_unit else ", theo đơn vị thực hiện như sau"
    return {
        "ket_qua_chung": overview,
        "moc_truoc": str(first or ""),
        "moc_sau": str(second or ""),
        "ky_truoc": upper_first(assessment.period.last_year().label),
        "loi_dan_cham": phrases_vi.lagging_lead(assessment),
        "chi_tieu_cham": [
            lagging_row(assessment, result, of_unit=of_unit) for result in assessment.lagging
        ],
        "loi_dan_chua_co_so_lieu": phrases_vi.missing_lead(assessment, order),
    }


def missing_rows(plan: Plan, measures: Iterable[tuple[Measure, str]]) -> list[MissingRow]:
    """Return by unit the measures without figures, each with a remark behind its number."""
    names = defaultdict(list)
    for measure, remark in measures:
        number = f"chỉ tiêu {phrases_vi.number(plan, measure)}{remark}"
        names[measure.responsible_unit].append(f"{lower_first(measure.name)} ({number})")
    owing = [unit for unit in plan.units if unit.id in names]
    return [{"don_vi": unit.name, "chi_tieu": "; ".join(names[unit.id])} for unit in owing]


def tasks_and_money(assessment: Assessment) -> TasksAndMoney:
    """Return the sentences and rows on the tasks and the money of a period."""
    total = money(assessment)[-1]
    return {
        "cau_nhiem_vu": phrases_vi.tasks_sentence(assessment),
        "nhiem_vu": [
            {"don_vi": unit.name, "cac_nhiem_vu": task_rows(assessment, unit)}
            for unit in assessment.plan.units
            if unit.tasks
        ],
        "cau_kinh_phi": phrases_vi.money_sentence(total.planned, total.spent, assessment.period),
        "kinh_phi": money_rows(assessment),
        "ghi_chu_kinh_phi": [
            f"{source.name}: {line}"
            for source in assessment.plan.funding
            if source.id in assessment.funding
            for line in lines(assessment.funding[source.id].note)
        ],
    }


def task_rows(assessment: Assessment, unit: ResponsibleUnit) -> list[TaskRow]:
    """Return a unit's tasks with deadline, result and whether each is done."""
    results = [assessment.tasks.get(t.id) or TaskResult(t.id, None, "", None) for t in unit.tasks]
    return [
        {
            "stt": str(number),
            "nhiem_vu": task.text,
            "thoi_han": format_date_short(typed.deadline) if typed.deadline else "",
            "ket_qua": lines(typed.result),
            "hoan_thanh": _DONE[typed.done],
        }
        for number, (task, typed) in enumerate(zip(unit.tasks, results, strict=True), 1)
    ]


class SourceAmounts(NamedTuple):
    """What a source of money gives in a period, in đồng; None where it is not known."""

    number: str
    source: str
    planned: int | None
    spent: int | None


def money(assessment: Assessment) -> list[SourceAmounts]:
    """Return what each source planned and spent, and the sums; None while a part is blank."""
    sources = []
    for number, source in enumerate(assessment.plan.funding, 1):
        typed = assessment.funding.get(source.id) or FundingResult(source.id, None, {}, "")
        spent = typed.spent.get(assessment.period)
        sources.append(SourceAmounts(str(number), source.name, typed.planned, spent))
    planned, spent = (
        None if None in amounts else sum(filter(None, amounts))
        for amounts in ([row.planned for row in sources], [row.spent for row in sources])
    )
    return [*sources, SourceAmounts("", "Tổng cộng", planned, spent)]


def money_rows(assessment: Assessment) -> list[_MoneyRow]:
    """Return the sources of money, and their sum as the last row."""
    return [
        {
            "stt": row.number,
            "nguon": row.source,
            "du_toan": "" if row.planned is None else format_integer(row.planned),
            "da_chi": "" if row.spent is None else format_integer(row.spent),
            "ty_le": NONE if not row.planned or row.spent is None
            else phrases_vi.share_of(row.spent, row.planned),
        }
        for row in money(assessment)
    ]  # fmt: skip
