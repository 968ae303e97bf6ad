"""What officials read on the sheets of the sổ: titles, hints, headings, short phrases."""

from __future__ import annotations

from fractions import Fraction

from workbook.domain.numbers_vi import format_plain
from workbook.domain.periods import Period
from workbook.domain.plan import Kind, Measure, Milestone, NoteKind, PlanNote, Rule, Slot
from workbook.domain.statuses import Status

SAMPLE_STAMP = "SỐ LIỆU MẪU"
SAMPLE_LINE = f"{SAMPLE_STAMP} – các con số trong sổ này là giả định, không dùng để báo cáo"
YES, NO = "có", "không"
YES_NO_CHOICES = (YES, NO)

# Unit sheets
FILLED_BY = "Người nhập:"
FILLED_ON = "Ngày nhập:"
UNIT_HINT = (
    "Chỉ nhập vào các ô màu vàng nhạt. Không phát sinh thì nhập số 0; chưa có số liệu thì để trống."
)
NO_MEASURES = "Kế hoạch không giao nội dung đánh giá nào cho đơn vị này; chỉ nhập phần nhiệm vụ."
TASKS_TITLE = "NHIỆM VỤ KẾ HOẠCH GIAO CHO ĐƠN VỊ"
NOT_ASKED = "Năm {year} không có mốc của nội dung này, không bắt buộc nhập."
FIGURES_OF = "SỐ LIỆU {label}"

FUNDING_TITLE = "KINH PHÍ THỰC HIỆN"
FUNDING_HINT = (
    "Nhập số tiền bằng đồng, không viết tắt (ví dụ 25000000). Để trống nếu chưa có số liệu;"
    " nhập 0 nếu không bố trí hoặc chưa chi."
)
FUNDING_TOTAL = "Tổng cộng (hiện khi đã nhập đủ các nguồn)"

HISTORY_TITLE = "LỊCH SỬ: SỐ LIỆU CÁC NĂM TRƯỚC VÀ NĂM GỐC"
HISTORY_HINT = (
    "Mỗi dòng là một nội dung, một kỳ, một địa bàn. Kỳ viết như 2024 (cả năm) hoặc 2024-H1"
    " (6 tháng). Báo cáo cũ chỉ có tỷ lệ thì ghi tỷ lệ vào cột “Số lượng, có/không, hoặc tỷ lệ”."
)

INDICATORS_TITLE = "CHỈ TIÊU CỦA KẾ HOẠCH VÀ CÁCH HIỂU KHI THEO DÕI"
INDICATORS_HINT = (
    "Nguyên văn kế hoạch đứng cạnh cách hiểu dùng để tính. Trang này chỉ để xem; đơn vị có"
    " dấu * là tạm giao vì kế hoạch không nêu đơn vị phụ trách."
)
PLAN_NOTES_TITLE = "CHỖ KHÁC TRONG KẾ HOẠCH CẦN LƯU Ý"
PLAN_NOTES_HEADINGS = ("Nguyên văn kế hoạch", "Cách hiểu khi theo dõi")
NOT_STATED = "(không nêu)"
ASSIGNED_BY_DEFAULT = "Kế hoạch không giao cho đơn vị nào; tạm giao\u00a0*"
DEFAULT_OWNER = "default"  # value of `Measure.assigned_by`

SETTINGS_TITLE = "CẤU HÌNH"
SETTINGS_HINT = "Ô vàng để trống thì dùng nội dung ở cột “Theo kế hoạch” bên cạnh."

FINDINGS_TITLE = "KẾT QUẢ KIỂM TRA"
NO_FINDINGS = "Không có lỗi, cảnh báo hay nhắc việc nào."
FINDINGS_HINT = (
    "Bấm vào ô gạch chân để đến chỗ cần sửa. Còn “Lỗi” thì chưa in được báo cáo chính thức;"
    " “Cảnh báo” và “Nhắc” cần xem lại nhưng không chặn."
)
FINDINGS_FILE_HINT = (
    "Sửa trong sổ “{source}” rồi kiểm tra lại. Còn “Lỗi” thì chưa in được báo cáo chính thức;"
    " “Cảnh báo” và “Nhắc” cần xem lại nhưng không chặn."
)

SEE_SHEET = "xem"

# The choosers of Tổng hợp: the label above each cell, and what may be chosen
CHOOSER_PERIOD, CHOOSER_UNIT, CHOOSER_KIND, CHOOSER_VERSION = (
    "Kỳ báo cáo",
    "Đơn vị",
    "Loại văn bản",
    "Bản",
)
WHOLE_WARD = "Toàn phường"  # the units' sheets follow
KINDS = REPORT, MIDTERM_REPORT, FINAL_REPORT, REMINDER, EXPLANATION_LETTER, EMAIL = (
    "Báo cáo",
    "Báo cáo sơ kết",
    "Báo cáo tổng kết",
    "Công văn đôn đốc",
    "Công văn yêu cầu giải trình",
    "Thư điện tử",
)
VERSIONS = FINAL, DRAFT = ("Chính thức", "Dự thảo")

# Summary
SUMMARY_HINT = (
    "Các đơn vị nhập vào ô vàng ở trang của mình. Tình trạng được tính khi lập sổ; ô có chữ"
    " “Cần cập nhật” là số liệu đã đổi sau khi tính, cần chạy kiểm tra và lập lại sổ."
)
SUMMARY_MACRO_HINT = (
    "Bấm nút mà không thấy gì: bấm “Bật chỉnh sửa” (Enable Editing), “Bật nội dung” (Enable"
    " Content) ở thanh màu phía trên nếu có. Vẫn không được: xem trang “Hướng dẫn”."
)
COUNTS_TITLE = "TÌNH TRẠNG {measures} NỘI DUNG CỦA {indicators} CHỈ TIÊU"
LAGGING_TITLE = "NỘI DUNG CHẬM HOẶC KHÔNG ĐẠT ({count})"
NONE_JUDGED = "Chưa có nội dung nào đủ số liệu để đánh giá."
NO_LAGGING = "Không có nội dung nào chậm hoặc không đạt trong số các nội dung đã đánh giá."
MISSING_TITLE = "CHƯA CÓ SỐ LIỆU, THEO ĐƠN VỊ"
ALL_TITLE = "TẤT CẢ NỘI DUNG, THEO MỤC TIÊU"
GOAL_LABEL = "Mục tiêu {number}"
LAGGING_AXIS = "Mức thực hiện so với mức cần đạt của kỳ (mức cần đạt = 100)"

STALE_BEFORE = "Số tình trạng cần cập nhật: "
OTHER_PERIOD = " (kỳ đang chọn khác kỳ đang trình bày)"

_RULE_SIGN = {Rule.AT_LEAST: "≥", Rule.AT_MOST: "≤", Rule.BELOW: "<"}
_DECIMALS = 4
COMPACT_UNITS = ("%", "‰")

_NOTE_LABELS = {
    NoteKind.AMBIGUOUS: "Chưa rõ",
    NoteKind.MISTAKE: "Sai sót",
    NoteKind.SILENT: "Không nêu",
    NoteKind.CHOICE: "Lựa chọn",
}


def capitalized(text: str) -> str:
    """Return the text with a capital first letter, the rest untouched."""
    return text[:1].upper() + text[1:]


def milestone_text(measure: Measure, stone: Milestone) -> str:
    """Write a milestone as printed: `≥ 80%`, `< 9‰`, `= 0`, `giảm so với năm gốc`, `Có`."""
    if stone.rule is Rule.YES:
        return "Có"
    if stone.rule is Rule.ZERO:
        return "= 0"
    if stone.rule is Rule.FALLS or stone.value is None:
        return "giảm so với năm gốc"
    suffix = measure.measure_unit if measure.measure_unit in COMPACT_UNITS else ""
    return f"{_RULE_SIGN[stone.rule]} {format_plain(stone.value, _DECIMALS)}{suffix}"


def milestone_of_year(measure: Measure, year: int) -> str:
    """Write what the plan asks for at the end of a year; "" where it names nothing.

    A milestone without a year in the plan is asked of every year.
    """
    for stone in measure.milestones:
        if stone.year == year:
            return milestone_text(measure, stone)
    every = [stone for stone in measure.milestones if not stone.year_stated]
    return f"{milestone_text(measure, every[0])} (không nêu năm)" if every else ""


def slot_wording(measure: Measure, slot: Slot) -> str:
    """Return the wording of what is typed in a cell of the measure."""
    if slot is Slot.DENOMINATOR:
        return measure.denominator
    return measure.numerator or measure.name


def slot_label(slot: Slot) -> str:
    """Return the short name of a cell."""
    return {
        Slot.NUMERATOR: "Tử số",
        Slot.DENOMINATOR: "Mẫu số",
        Slot.AMOUNT: "Số liệu",
    }[slot]


def what_to_type(measure: Measure, year: int) -> str:
    """Return the column “Cần nhập”: every cell's wording on its own line."""
    counted = what_is_counted(measure)
    if measure.valid_in(year):
        return counted
    return f"{counted}\n{NOT_ASKED.format(year=year)}"


def what_is_counted(measure: Measure) -> str:
    """Return the wording of every cell of a measure, each on its own line."""
    if measure.kind is Kind.YES_NO:
        return f"{capitalized(slot_wording(measure, Slot.AMOUNT))} ({YES}/{NO})"
    return "\n".join(f"{slot_label(slot)}: {slot_wording(measure, slot)}" for slot in measure.slots)


def note_text(note: PlanNote) -> str:
    """Write a note on the plan's wording: the original beside the working reading."""
    original = f"“{note.original}” → " if note.original else ""
    return f"{_NOTE_LABELS[note.kind]} ({note.place}): {original}{note.reading}"


def reading_text(note: PlanNote) -> str:
    """Write a note whose original stands in a column of its own."""
    return f"{_NOTE_LABELS[note.kind]} ({note.place}): {note.reading}"


REMAINING_AFTER = " ô chưa nhập"


def remaining_before(period: Period) -> str:
    """Write what stands before a count of empty cells: `Năm 2026: còn `."""
    return f"{capitalized(period.label)}: còn "


def status_title(status: Status, label: str, count: int) -> str:
    """Write a box of the strip of counts: symbol, word, then the count below."""
    return f"{status.symbol} {label}\n{count}"


def goal_chart_title(lagging: int, worst_goal: int | None, blank: int, of: int) -> str:
    """Write the finding that the chart by goal shows; a blank never looks like a success."""
    if lagging and worst_goal is not None:
        return f"{lagging} nội dung chậm hoặc không đạt, nhiều nhất ở mục tiêu {worst_goal}"
    if blank:
        return f"{blank} trong {of} nội dung chưa có số liệu"
    return "Không có nội dung chậm hoặc không đạt"


NO_BARS = "Không có nội dung chậm hoặc không đạt để so với mức cần đạt"


def lagging_chart_title(name: str, index: Fraction | None) -> str:
    """Write the finding of the chart of lagging measures: the one furthest behind."""
    if index is None:
        return "Nội dung chậm so với mức cần đạt"
    return f"Xa mức cần đạt nhất: {name} ({format_plain(index, 0)} so với 100)"
