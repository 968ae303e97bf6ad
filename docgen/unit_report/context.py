"""What the template of a unit's own Báo cáo is filled with.

Pure. Whoever calls narrows the assessment to the unit first (`judging.unit.of_unit`). What
the plan leaves out of a unit's heading is left to the template, which marks it for the unit
to write. Source: Decree 30/2020/NĐ-CP, Phụ lục I, II, items 2, 3 and 7.
"""

from __future__ import annotations

import re
from typing import Annotated

from docgen.shared import letterhead, phrases_vi, rows
from docgen.shared.typography import AGENCY_PT, HEADING_LEFT_MM, text_width
from workbook.domain.letterhead import named_letterhead
from workbook.domain.numbers_vi import format_count
from workbook.domain.plan_checks import DEFAULT_OWNER
from workbook.domain.results import Assessment

OPEN_SUPERIOR = "[CƠ QUAN CHỦ QUẢN]"
_REMARK = re.compile(r"\s*\([^()]*\)$")  # behind a unit's name in the plan


class UnitReportForm(letterhead.ReportForm):
    """The form of a unit's own Báo cáo."""

    nam: letterhead.ReportingYear
    ky_bao_cao: letterhead.ReportingPeriod
    cho_ghi_chu_quan: Annotated[
        str, "chữ in ở chỗ đơn vị ghi cơ quan chủ quản; trống khi đã rõ có hay không",
        OPEN_SUPERIOR]  # fmt: skip
    noi_dung_bao_cao: Annotated[str, "báo cáo về chỉ tiêu, nhiệm vụ hay cả hai",
        "các chỉ tiêu, nhiệm vụ được phân công"]  # fmt: skip


class _UnitMeasureRow(rows.MeasureRow):
    nguon: Annotated[str, "nguồn số liệu đơn vị đã ghi", "Sổ đăng ký lớp bơi"]


class UnitReportContent(rows.PeriodContent):
    """The content of a unit's own Báo cáo."""

    cac_dong: Annotated[list[_UnitMeasureRow], "các nội dung đơn vị phụ trách; trống nếu không có"]
    luu_y: Annotated[str, "lưu ý về số liệu nhỏ; trống nếu không có", "(*) Số liệu nhỏ."]
    chua_co_so_lieu: Annotated[list[str], "các nội dung chưa có số liệu",
        "Chỉ tiêu 3, tỷ lệ trẻ em được đọc sách"]  # fmt: skip
    cau_nhiem_vu: Annotated[str, "câu tổng hợp về nhiệm vụ", "Hoàn thành 02 trên 03 nhiệm vụ."]
    cac_nhiem_vu: Annotated[list[rows.TaskRow], "các nhiệm vụ của đơn vị; trống nếu không có"]


def unit_report_form(assessment: Assessment, draft: bool) -> UnitReportForm:
    """Return the form of the Báo cáo that a unit sends to the ward.

    What the plan leaves out of the unit's heading and signature is empty.
    """
    settings = assessment.settings
    (unit,) = assessment.plan.units
    known = named_letterhead(unit.letterhead, settings)
    issuer = (_REMARK.sub("", unit.name),) if known.issuer is None else known.issuer
    kinds = ["chỉ tiêu"] * bool(assessment.results) + ["nhiệm vụ"] * bool(unit.tasks)
    return {
        **letterhead.report_form(assessment, draft),
        "co_quan_chu_quan": (known.superior or "").upper(),
        "cho_ghi_chu_quan": OPEN_SUPERIOR if known.superior is None else "",
        "co_quan": [line for name in issuer for line in balanced(name.upper(), HEADING_LEFT_MM)],
        "ten_co_quan": unit.name,
        "ky_hieu": known.number_suffix,
        "quyen_han": [line.upper() for line in known.signature],
        "nguoi_ky": known.signer,
        "nam": str(assessment.period.year),
        "ky_bao_cao": assessment.period.label,
        "noi_dung_bao_cao": f"các {', '.join(kinds) or 'nội dung'} được phân công",
        **letterhead.addressed(list(filter(None, [settings.body_name]))),
        "noi_nhan": letterhead.punctuated([letterhead.AS_ABOVE, letterhead.FILED]),
    }


def balanced(text: str, width: int) -> list[str]:
    """Divide a name into as few lines as it needs, of about the same length.

    `width` is in millimetres, of bold capitals of the heading's size.
    """
    filled = [_filled(text.split(), limit) for limit in range(width + 1)]
    return next(lines for lines in filled if len(lines) <= len(filled[-1]))


def _filled(words: list[str], width: float) -> list[str]:
    """Fill lines one after the other, each as far as it goes."""
    lines: list[str] = []
    for word in words:
        longer = " ".join([*lines[-1:], word])
        if lines and text_width(longer, AGENCY_PT) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def unit_report_content(assessment: Assessment) -> UnitReportContent:
    """Return the content of the Báo cáo that a unit sends in."""
    plan, results = assessment.plan, assessment.results
    (unit,) = plan.units
    return {
        **rows.period_content(assessment, _overview(assessment) if results else [], of_unit=True),
        "cac_dong": [
            {
                **row,
                "ghi_chu": [line for line in row["ghi_chu"] if line],
                "nguon": result.observation.source if result.observation else "",
            }
            for result in results
            for row in [rows.measure_row(assessment, result)]
        ],
        "luu_y": phrases_vi.small_numbers_note(results, "ghi dưới chỉ tiêu"),
        "chua_co_so_lieu": [
            phrases_vi.named(plan, result.measure) for result in assessment.without_figures
        ],
        "cau_nhiem_vu": phrases_vi.tasks_sentence(assessment, of_unit=True),
        "cac_nhiem_vu": rows.task_rows(assessment, unit),
    }


def _overview(assessment: Assessment) -> list[str]:
    """Say how the unit's measures stand, and how that was judged."""
    indicators = assessment.indicators
    has_parts = any(
        len(indicator.measures) > 1
        for indicator in assessment.plan.indicators
        if indicator.number in indicators
    )
    parts = f"{format_count(len(assessment.results))} nội dung của " if has_parts else ""
    sentences = [
        f"Đơn vị phụ trách {parts}{format_count(len(indicators))} chỉ tiêu. Kết quả "
        f"{assessment.period.label}: {phrases_vi.tally(assessment.results)}.",
        _assigned_by_default(assessment),
        *phrases_vi.how_judged(assessment),
    ]
    return list(filter(None, sentences))


def _assigned_by_default(assessment: Assessment) -> str:
    count = sum(result.measure.assigned_by == DEFAULT_OWNER for result in assessment.results)
    if not count:
        return ""
    document = assessment.plan.document_type.capitalize()
    all_of_it = "nội dung này" if count == 1 else "các nội dung này"
    some = count < len(assessment.results)
    which = f"{format_count(count)} nội dung" if some else all_of_it
    return f"{document} chưa giao cụ thể {which} cho đơn vị nào; đơn vị được tạm phân công."
