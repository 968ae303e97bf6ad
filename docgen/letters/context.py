"""What the two Công văn to the units are filled with: figures owed, delays to be explained.

A letter names what is missing and where it is typed; never a reason or a blame. It
goes to the units themselves: of the recipients only the copy that is kept stays, and the
units stand as "Như trên". Source: Decree 30/2020/NĐ-CP, Phụ lục I, II, 9.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, NamedTuple, TypedDict

from docgen.shared import letterhead, phrases_vi, rows
from workbook.domain.errors import UnusableInputError
from workbook.domain.findings import Finding, blocking
from workbook.domain.judging.unit import sheets_of, unit_to_mend
from workbook.domain.numbers_vi import NO_BREAK_SPACE, format_count
from workbook.domain.plan import ResponsibleUnit
from workbook.domain.register import Checked
from workbook.domain.results import Assessment, MeasureResult
from workbook.domain.text_vi import lower_first


@dataclass(frozen=True)
class UnexplainedDelays(rows.JudgedPeriod):
    """A judged period in which something lags."""

    cells: Mapping[str, tuple[str, str]]  # measure id -> sheet and cell of its Giải trình


class Outstanding(NamedTuple):
    """What a unit owes: measures without figures, figures that are wrong."""

    unit: ResponsibleUnit
    missing: list[MeasureResult]
    faults: list[Finding]


class LetterForm(letterhead.JudgedForm):
    """The form of a Công văn to the units."""

    ky_bao_cao: letterhead.ReportingPeriod
    so_ky_hieu: Annotated[str, "phần đứng sau số văn bản", "UBND-VHXH"]
    kinh_gui: Annotated[str, "đơn vị nhận khi chỉ có một, nếu không thì trống", "Thư viện phường"]
    kinh_gui_nhieu: Annotated[list[str], "các đơn vị nhận khi có từ hai", "Thư viện phường;"]


class _Summary(TypedDict):
    tong_hop: Annotated[
        str, "câu tổng hợp, không có dấu cuối câu", "Còn 01 nội dung chưa có số liệu"]  # fmt: skip
    thoi_han: Annotated[str, "hạn nộp số liệu ở “Cấu hình”; trống nếu chưa có",
        "ngày 05 tháng 01 năm 2027"]  # fmt: skip


class _OutstandingRow(TypedDict):
    stt: Annotated[str, "số thứ tự", "1"]
    don_vi: Annotated[str, "tên đơn vị", "Thư viện phường"]
    trang: Annotated[str, "trang của đơn vị trong sổ", "Thư viện"]
    con_thieu: Annotated[list[str], "các nội dung chưa có số liệu",
        "Chỉ tiêu 3: tỷ lệ trẻ em được đọc sách;"]  # fmt: skip
    can_sua: Annotated[list[str], "các lỗi và cách sửa", "số −5 nhỏ hơn 0. Nhập số từ 0 trở lên."]


class ReminderContent(_Summary):
    """The content of the Công văn đôn đốc."""

    don_vi_no: Annotated[list[_OutstandingRow], "các đơn vị còn thiếu hoặc cần sửa số liệu"]


class DelayRow(rows.MeasureRow):
    """A lagging measure, and where its unit explains it."""

    stt: Annotated[str, "số thứ tự", "1"]
    ten_don_vi: Annotated[str, "tên đơn vị", "Thư viện phường"]
    noi_ghi: Annotated[str, "nơi ghi giải trình", "Trang “Thư viện”, ô P11"]


class ExplanationContent(_Summary):
    """The content of the Công văn yêu cầu giải trình."""

    can_giai_trinh: Annotated[list[DelayRow], "các nội dung chậm, không đạt"]


def outstanding(assessment: Assessment) -> list[Outstanding]:
    """Return the units that owe figures of the period, in the plan's order.

    A fault that belongs to no measure (a lost column, say) is owed by the unit of its sheet.
    """
    owed = {unit.id: Outstanding(unit, [], []) for unit in assessment.plan.units}
    for result in assessment.without_figures:
        owed[result.measure.responsible_unit].missing.append(result)
    sheets = sheets_of(assessment.plan)
    for fault in blocking(assessment.findings, assessment.period):
        if unit := unit_to_mend(assessment.plan, fault, sheets):
            owed[unit].faults.append(fault)
    return [of_unit for of_unit in owed.values() if of_unit.missing or of_unit.faults]


def with_outstanding(assessment: Assessment) -> Assessment:
    """Return a judged period (UnusableInputError: no unit owes any figure of it)."""
    if not outstanding(assessment):
        raise UnusableInputError(
            f"Số liệu {assessment.period.label} đã đủ và hợp lệ, không có đơn vị nào cần đôn đốc."
        )
    return assessment


def unexplained_delays(checked: Checked, assessment: Assessment) -> UnexplainedDelays:
    """Return what lags in a judged period (UnusableInputError: nothing does)."""
    if not assessment.lagging:
        raise UnusableInputError(
            f"Không có nội dung nào chậm hoặc không đạt {assessment.period.label}, không cần yêu"
            " cầu giải trình."
        )
    cells = {
        entry.measure_id: (entry.explanation.sheet, entry.explanation.cell)
        for entry in checked.register.entries
        if entry.period == assessment.period
    }
    return UnexplainedDelays(assessment, cells)


def reminder_form(assessment: Assessment, draft: bool) -> LetterForm:
    """Return the form of the Công văn đôn đốc, addressed to the units that owe figures."""
    return _form(assessment, [owed.unit for owed in outstanding(assessment)], draft)


def explanation_form(delays: UnexplainedDelays, draft: bool) -> LetterForm:
    """Return the form of the Công văn yêu cầu giải trình, addressed to units that lag."""
    assessment = delays.assessment
    lagging = {result.measure.responsible_unit for result in assessment.lagging}
    return _form(assessment, [unit for unit in delays.plan.units if unit.id in lagging], draft)


def _form(assessment: Assessment, units: Sequence[ResponsibleUnit], draft: bool) -> LetterForm:
    settings = assessment.settings
    recipients = letterhead.recipients(settings.recipients)
    kept = [line for line in recipients if line.casefold().startswith("lưu:")]
    # A letter has no type in its number; who drafts stands there (Phụ lục I, II, 3), as the
    # line on the kept copy ends: "Lưu: VT, VHXH".
    last = kept[0].partition(":")[2].rpartition(",")[2].split() if kept else []
    suffix = [letterhead.number_suffix(settings), *(word for word in last[:1] if word != "VT")]
    return {
        **letterhead.judged_form(assessment, draft, [letterhead.AS_ABOVE, *kept]),
        **letterhead.addressed([unit.name for unit in units]),
        "ky_bao_cao": assessment.period.label,
        "so_ky_hieu": "-".join(filter(None, suffix)),
    }


def reminder_content(assessment: Assessment) -> ReminderContent:
    """Return the content of the Công văn đôn đốc."""
    owed = outstanding(assessment)
    counts = {
        "nội dung chưa có số liệu": sum(len(of_unit.missing) for of_unit in owed),
        "chỗ số liệu chưa hợp lệ": sum(len(of_unit.faults) for of_unit in owed),
    }

    def named(result: MeasureResult) -> str:
        number = phrases_vi.number(assessment.plan, result.measure)
        return f"Chỉ tiêu {number}: {lower_first(result.measure.name)}"

    return {
        "tong_hop": f"Đến nay, số liệu {assessment.period.label} còn {phrases_vi.counted(counts)}",
        "thoi_han": letterhead.deadline(assessment.settings, assessment.period),
        "don_vi_no": [
            {
                "stt": str(number),
                "don_vi": unit.name,
                "trang": unit.sheet,
                "con_thieu": letterhead.punctuated(list(map(named, missing))),
                "can_sua": [fault.message for fault in faults],
            }
            for number, (unit, missing, faults) in enumerate(owed, 1)
        ],
    }


def explanation_content(delays: UnexplainedDelays) -> ExplanationContent:
    """Return the content of the Công văn yêu cầu giải trình."""
    assessment = delays.assessment
    count = format_count(len(assessment.lagging))
    return {
        "tong_hop": f"Kết quả {assessment.period.label} có {count} nội dung chậm hoặc không đạt",
        "thoi_han": letterhead.deadline(assessment.settings, assessment.period),
        "can_giai_trinh": [
            _delay(delays, number, result) for number, result in enumerate(assessment.lagging, 1)
        ],
    }


def _delay(delays: UnexplainedDelays, number: int, result: MeasureResult) -> DelayRow:
    unit = delays.plan.unit(result.measure.responsible_unit)
    sheet, cell = delays.cells.get(result.measure.id, (unit.sheet, ""))
    where = f"ô{NO_BREAK_SPACE}{cell}" if cell else "cột Giải trình"
    row = rows.measure_row(delays.assessment, result)
    # The mark of small numbers is explained in the Báo cáo alone.
    status = row["tinh_trang"].removesuffix(f" {phrases_vi.SMALL_NUMBER_MARK}")
    return {
        **row,
        "stt": str(number),
        "tinh_trang": status,
        "ten_don_vi": unit.name,
        "noi_ghi": f"Trang “{sheet}”, {where}",
    }
