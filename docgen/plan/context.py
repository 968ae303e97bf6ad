"""What the template of the plan for its whole period is filled with.

Pure. The sentences are the plan's own, as issued or corrected as Cấu hình says; names of
the agency, recipients and signature are those of Cấu hình. No addressee: a Kế hoạch has
only Nơi nhận (Decree 30/2020/NĐ-CP, Phụ lục I, part II, item 9).
"""

from __future__ import annotations

from typing import Annotated, NamedTuple, TypedDict

from docgen.shared import letterhead
from docgen.shared.decree import TYPE_CODES
from workbook.domain.findings import Finding
from workbook.domain.plan import Goal, Plan, Section
from workbook.domain.plan_wording import mended_plan
from workbook.domain.settings import Settings, Wording

_ENDS = (".", ":", ";", "!", "?", "…")


class WholePlan(NamedTuple):
    """The plan as the sổ carries it, and the settings it is printed with."""

    plan: Plan
    settings: Settings
    sample: bool = False  # no figure of a unit stands in it
    findings: tuple[Finding, ...] = ()

    @property
    def printed(self) -> Plan:
        """The plan in the words that Cấu hình asks for."""
        corrected = self.settings.wording is Wording.MENDED
        return mended_plan(self.plan, self.settings) if corrected else self.plan


class PlanForm(letterhead.Form):
    """The form of the plan for its whole period."""

    so_ky_hieu: Annotated[str, "mã loại văn bản và chữ viết tắt cơ quan", "KH-UBND"]
    ten_loai: Annotated[str, "tên loại văn bản", "KẾ HOẠCH"]


class _IndicatorRow(TypedDict):
    so: Annotated[str, "số của chỉ tiêu", "1"]
    noi_dung: Annotated[str, "lời của chỉ tiêu", "Tỷ lệ trẻ em biết bơi đạt 80% vào năm 2025."]


class _GoalRow(TypedDict):
    ten: Annotated[str, "số và tên mục tiêu", "2.1. Mục tiêu 1: Về sân chơi"]
    chi_tieu: Annotated[list[_IndicatorRow], "các chỉ tiêu của mục tiêu"]


class _SolutionRow(TypedDict):
    ten: Annotated[str, "số và tên nhóm", "1. Mở lớp bơi"]
    cac_doan: Annotated[list[str], "các đoạn của nhóm", "Mở lớp bơi vào mùa hè."]


class _UnitRow(TypedDict):
    ten: Annotated[str, "số và tên đơn vị", "1. Thư viện phường"]
    nhiem_vu: Annotated[list[str], "các nhiệm vụ", "- Tổ chức ngày đọc sách."]


class PlanContent(TypedDict):
    """The content of the plan for its whole period."""

    trich_yeu: Annotated[list[str], "từng dòng trích yếu", "Thực hiện Chương trình sân chơi"]
    mo_dau: Annotated[list[str], "các đoạn mở đầu", "Thực hiện Kế hoạch số 12/KH-UBND;"]
    tieu_de_muc_tieu: Annotated[str, "số và tiêu đề mục mục tiêu", "I. MỤC TIÊU"]
    ten_muc_tieu_chung: Annotated[str, "số và tên khoản mục tiêu chung", "1. Mục tiêu chung"]
    muc_tieu_chung: Annotated[list[str], "các đoạn của mục tiêu chung", "Mọi trẻ em có sân chơi."]
    ten_muc_tieu_cu_the: Annotated[str, "số và tên khoản mục tiêu cụ thể", "2. Mục tiêu cụ thể"]
    cac_muc_tieu: Annotated[list[_GoalRow], "các mục tiêu cụ thể"]
    tieu_de_pham_vi: Annotated[str, "số và tiêu đề mục đối tượng, phạm vi", "II. PHẠM VI"]
    pham_vi: Annotated[list[str], "các khoản của mục đó, có số", "1. Phạm vi: Toàn phường."]
    tieu_de_giai_phap: Annotated[str, "số và tiêu đề mục giải pháp", "III. NHIỆM VỤ VÀ GIẢI PHÁP"]
    giai_phap: Annotated[list[_SolutionRow], "các nhóm giải pháp"]
    tieu_de_kinh_phi: Annotated[str, "số và tiêu đề mục kinh phí", "IV. KINH PHÍ THỰC HIỆN"]
    kinh_phi: Annotated[list[str], "các nguồn kinh phí, có số", "1. Ngân sách nhà nước."]
    tieu_de_to_chuc: Annotated[str, "số và tiêu đề mục tổ chức thực hiện", "V. TỔ CHỨC THỰC HIỆN"]
    cac_don_vi: Annotated[list[_UnitRow], "các đơn vị"]
    ket_thuc: Annotated[str, "câu kết", "Trên đây là Kế hoạch sân chơi./."]


def plan_form(subject: WholePlan, draft: bool) -> PlanForm:
    """Return the form of the plan for its whole period."""
    plan, settings = subject.plan, subject.settings
    recipients = letterhead.plan_recipients(plan, subject.printed, settings)
    code = [TYPE_CODES.get(plan.document_type, ""), letterhead.number_suffix(settings)]
    return {
        **letterhead.form(settings, recipients, draft=draft, sample=subject.sample),
        "so_ky_hieu": "-".join(filter(None, code)),
        "ten_loai": plan.document_type,
    }


def plan_content(subject: WholePlan) -> PlanContent:
    """Return the content of the plan for its whole period."""
    plan = subject.printed
    general, specific = plan.general_goal, plan.goals[0].source.partition(".")[2].partition(".")[0]
    sources = [_item(source.clause, source.name) for source in plan.funding]
    return {
        "trich_yeu": list(plan.title),
        "mo_dau": list(plan.opening),
        "tieu_de_muc_tieu": _section(general.number, plan.goals_heading),
        "ten_muc_tieu_chung": _item(general.number, general.heading),
        "muc_tieu_chung": list(general.paragraphs),
        "ten_muc_tieu_cu_the": f"{specific}. {plan.specific_goals_heading}",
        "cac_muc_tieu": [_goal(plan, goal) for goal in plan.goals],
        "tieu_de_pham_vi": _section(plan.scope[0].number, plan.scope_heading),
        "pham_vi": [line for section in plan.scope for line in _run_in(section)],
        "tieu_de_giai_phap": _section(plan.solutions[0].number, plan.solutions_heading),
        "giai_phap": [
            {"ten": _item(solution.number, solution.heading), "cac_doan": list(solution.paragraphs)}
            for solution in plan.solutions
        ],
        "tieu_de_kinh_phi": _section(plan.funding[0].clause, plan.funding_heading),
        "kinh_phi": [line if line.endswith(_ENDS) else f"{line}." for line in sources],
        "tieu_de_to_chuc": _section(plan.units[0].clause, plan.organisation_heading),
        "cac_don_vi": [
            {
                "ten": _item(unit.clause, unit.heading or unit.name),
                "nhiem_vu": ["- " * unit.tasks_dashed + task.text for task in unit.tasks],
            }
            for unit in plan.units
        ],
        "ket_thuc": plan.closing,
    }


def _section(number: str, heading: str) -> str:
    """Return a section's heading behind its number: `III` of `III.1`."""
    return f"{number.partition('.')[0]}. {heading}"


def _item(number: str, text: str) -> str:
    """Return an item behind its number in the section: `1` of `III.1`."""
    return f"{number.partition('.')[2]}. {text}"


def _run_in(section: Section) -> list[str]:
    """Return a section whose heading stands before its first sentence on one line."""
    first, *others = section.paragraphs
    heading = _item(section.number, section.heading)
    return [f"{heading}: {first}", *(f"- {paragraph}" for paragraph in others)]


def _goal(plan: Plan, goal: Goal) -> _GoalRow:
    number = goal.source.partition(".")[2]
    letter = number.rpartition(".")[2]
    label = f"{letter})" if letter.isalpha() else f"{number}."
    return {
        "ten": goal.heading or f"{label} {goal.title}",
        "chi_tieu": [
            {"so": str(indicator.number), "noi_dung": indicator.quote}
            for indicator in plan.indicators
            if indicator.goal == goal.number
        ],
    }
