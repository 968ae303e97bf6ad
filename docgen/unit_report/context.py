"""What the template of a unit's own Báo cáo is filled with.

Pure. All choosing, counting and formatting is done here and below; whoever calls narrows
the assessment to the unit first (`judging.unit.of_unit`).
"""

from __future__ import annotations

from typing import Annotated, TypedDict

from docgen.shared import letterhead, rows, sentences_vi
from docgen.shared.marks_vi import Marks, marks
from docgen.shared.measure_phrases_vi import named
from docgen.unit_report.letterhead import unit_letterhead
from docgen.unit_report.sentences_vi import (
    OPEN_SUPERIOR,
    WHERE_NOTES_STAND,
    overview,
    subject,
    tasks_sentence,
)
from workbook.domain.results import Assessment, MeasureResult


class _Period(TypedDict):
    cho_ghi_chu_quan: Annotated[
        str, "chữ in ở chỗ đơn vị ghi cơ quan chủ quản; trống khi đã rõ có hay không",
        OPEN_SUPERIOR]  # fmt: skip
    ky_hieu: Annotated[str, "chữ viết tắt của đơn vị sau “BC-”; trống khi chưa rõ", "BBVTE"]
    nam: letterhead.ReportingYear
    chuong_trinh: letterhead.Programme
    ky_bao_cao: letterhead.ReportingPeriod
    can_cu: letterhead.LegalBasis
    noi_dung_bao_cao: Annotated[str, "báo cáo về chỉ tiêu, nhiệm vụ hay cả hai",
        "các chỉ tiêu, nhiệm vụ được phân công"]  # fmt: skip


class UnitReportForm(letterhead.Letterhead, _Period, letterhead.Addressed, Marks):
    """The form of a unit's own Báo cáo."""


class _UnitMeasureRow(rows.MeasureRow):
    nguon: Annotated[str, "nguồn số liệu đơn vị đã ghi", "Sổ đăng ký lớp bơi"]


class _Overview(TypedDict):
    ket_qua_chung: Annotated[
        list[str], "các câu về kết quả chung và cách tính mức cần đạt; trống nếu không có chỉ tiêu",
        "Đơn vị phụ trách 03 chỉ tiêu."]  # fmt: skip


class _Results(TypedDict):
    cac_dong: Annotated[list[_UnitMeasureRow], "các nội dung đơn vị phụ trách; trống nếu không có"]
    luu_y: Annotated[str, "lưu ý về số liệu nhỏ; trống nếu không có", "(*) Số liệu nhỏ."]
    loi_dan_cham: Annotated[str, "câu dẫn của danh sách chậm", "Có 02 nội dung chậm:"]
    chi_tieu_cham: Annotated[list[rows.LaggingRow], "các chỉ tiêu chậm, nặng nhất đứng trước"]
    loi_dan_chua_co_so_lieu: Annotated[str, "câu dẫn của danh sách chưa có số liệu",
        "Còn 01 nội dung chưa có số liệu:"]  # fmt: skip
    chua_co_so_lieu: Annotated[list[str], "các nội dung chưa có số liệu",
        "Chỉ tiêu 3, tỷ lệ trẻ em được đọc sách"]  # fmt: skip
    cau_nhiem_vu: Annotated[str, "câu tổng hợp về nhiệm vụ", "Hoàn thành 02 trên 03 nhiệm vụ."]
    cac_nhiem_vu: Annotated[list[rows.TaskRow], "các nhiệm vụ của đơn vị; trống nếu không có"]


class UnitReportContent(_Overview, rows.MilestoneHeads, _Results):
    """The content of a unit's own Báo cáo."""


def unit_report_form(assessment: Assessment, draft: bool) -> UnitReportForm:
    """Return the form of the Báo cáo that a unit sends in; it goes to the ward."""
    settings, period = assessment.settings, assessment.period
    (unit,) = assessment.plan.units
    return {
        **unit_letterhead(unit, settings),
        "nam": str(period.year),
        "chuong_trinh": settings.programme,
        "ky_bao_cao": period.label,
        "can_cu": letterhead.legal_basis(settings),
        "noi_dung_bao_cao": subject(assessment),
        **letterhead.addressees(list(filter(None, [settings.body_name]))),
        "noi_nhan": letterhead.punctuated([letterhead.AS_ABOVE, letterhead.FILED]),
        **marks(assessment, draft),
    }


def unit_report_content(assessment: Assessment) -> UnitReportContent:
    """Return the content of the Báo cáo that a unit sends in."""
    plan = assessment.plan
    return {
        "ket_qua_chung": overview(assessment),
        **rows.milestone_heads(assessment),
        "cac_dong": [_measure(assessment, result) for result in assessment.results],
        "luu_y": sentences_vi.small_numbers_note(assessment.results, WHERE_NOTES_STAND),
        "loi_dan_cham": sentences_vi.lagging_lead(assessment),
        "chi_tieu_cham": [_lagging(assessment, result) for result in assessment.lagging],
        "loi_dan_chua_co_so_lieu": sentences_vi.missing_lead(assessment),
        "chua_co_so_lieu": [named(plan, one.measure) for one in assessment.without_figures],
        "cau_nhiem_vu": tasks_sentence(assessment),
        "cac_nhiem_vu": [task for unit in plan.units for task in rows.task_rows(assessment, unit)],
    }


def _measure(assessment: Assessment, result: MeasureResult) -> _UnitMeasureRow:
    row = rows.measure_row(assessment, result)
    return {
        **row,
        "ghi_chu": [line for line in row["ghi_chu"] if line],
        "nguon": result.observation.source if result.observation else "",
    }


def _lagging(assessment: Assessment, result: MeasureResult) -> rows.LaggingRow:
    row = rows.lagging_row(assessment, result)
    return {**row, "dien_giai": sentences_vi.lagging_account(result)}
