"""Vietnamese prompts and error boxes of the cells to be typed (Excel data validation).

Excel allows 32 characters for a title and 255 for a text; longer wordings end in "…".
"""

from __future__ import annotations

from dataclasses import dataclass

from workbook.domain.plan import Kind, Measure, Slot
from workbook.domain.text_vi import shorten
from workbook.layout.texts_vi import (
    CHOOSER_KIND,
    CHOOSER_PERIOD,
    CHOOSER_UNIT,
    CHOOSER_VERSION,
    EMAIL,
    FINAL_REPORT,
    MIDTERM_REPORT,
    NO,
    REPORT,
    WHOLE_WARD,
    YES,
    capitalized,
    slot_label,
    slot_wording,
)

TITLE_LIMIT = 32
TEXT_LIMIT = 255


@dataclass(frozen=True)
class Prompt:
    """The box that Excel shows beside a selected cell, and the one after a wrong entry."""

    title: str
    text: str
    error: str = ""

    def __post_init__(self) -> None:
        """Refuse what Excel would refuse: a longer text damages the file."""
        if len(self.title) > TITLE_LIMIT or max(len(self.text), len(self.error)) > TEXT_LIMIT:
            raise ValueError(f"prompt too long for Excel: {self.title!r}")


_WHOLE_RULE = "Nhập số nguyên từ 0 trở lên; để trống nếu chưa có số liệu."
_YES_NO_RULE = f"Chọn “{YES}” hoặc “{NO}”; để trống nếu chưa có số liệu."
ERROR_TITLE = "Số liệu chưa đúng"
_WHOLE_ERROR = (
    "Ô này chỉ nhận số nguyên từ 0 trở lên, không gõ chữ, dấu % hay dấu chấm. Đề nghị"
    " nhập lại, hoặc bấm Esc để giữ số cũ."
)
_YES_NO_ERROR = f"Ô này chỉ nhận “{YES}” hoặc “{NO}”. Bấm Esc rồi chọn trong danh sách."
_CHOICE_ERROR = "Nội dung này không có trong danh sách. Bấm Esc rồi chọn lại."
_DATE_ERROR = "Ô này chỉ nhận ngày, gõ theo kiểu ngày của máy (ví dụ 15/6/2026)."


def figure_prompt(measure: Measure, slot: Slot) -> Prompt:
    """Return the prompt of a figure's cell, naming what this measure counts there."""
    title = shorten(f"{measure.id} – {slot_label(slot)}", TITLE_LIMIT)
    yes_no = measure.kind is Kind.YES_NO
    rule = _YES_NO_RULE if yes_no else _WHOLE_RULE
    wording = capitalized(slot_wording(measure, slot)).rstrip(".")
    text = f"{shorten(wording, TEXT_LIMIT - len(rule) - 2)}. {rule}"
    return Prompt(title, text, _YES_NO_ERROR if yes_no else _WHOLE_ERROR)


SOURCE = Prompt(
    "Nguồn số liệu",
    "Tên sổ, phần mềm hoặc báo cáo lấy số liệu và ngày của nó. Không ghi tên trẻ em.",
)
ENTERED_ON = Prompt("Ngày nhập", "Ngày nhập số liệu của dòng này.", _DATE_ERROR)
NOTE = Prompt("Ghi chú", "Điều cần biết khi đọc con số. Không ghi tên trẻ em.")
EXPLANATION = Prompt("Giải trình", "Nguyên nhân chậm và hướng xử lý, nếu có. Không ghi tên trẻ em.")
FILLED_BY = Prompt("Người nhập", "Họ tên và chức danh người nhập số liệu trang này.")
TASK_RESULT = Prompt("Kết quả thực hiện", "Đã làm được gì trong kỳ, số lượng cụ thể nếu có.")
TASK_DEADLINE = Prompt("Thời hạn", "Ngày phải hoàn thành, nếu có.", _DATE_ERROR)
TASK_DONE = Prompt("Hoàn thành", _YES_NO_RULE, _YES_NO_ERROR)
MONEY = Prompt(
    "Số tiền (đồng)",
    "Nhập số nguyên, đơn vị đồng; để trống nếu chưa có số liệu, nhập 0 nếu không có.",
    _WHOLE_ERROR,
)
HISTORY_ID = Prompt(
    "Mã nội dung",
    "Chọn mã trong danh sách; mã có ở trang “Chỉ tiêu”.",
    "Mã này không có ở trang “Chỉ tiêu”. Bấm Esc rồi chọn trong danh sách.",
)
HISTORY_PERIOD = Prompt("Kỳ", "Viết 2024 cho cả năm 2024, 2024-H1 cho 6 tháng đầu năm 2024.")
HISTORY_AREA = Prompt(
    "Địa bàn", "Tên đơn vị hành chính của số liệu; số của hai địa bàn không so sánh với nhau."
)
HISTORY_FIGURE = Prompt("Số liệu năm trước", _WHOLE_RULE, _WHOLE_ERROR)
HISTORY_AMOUNT = Prompt(
    "Số lượng, có/không, tỷ lệ",
    "Số lượng hoặc có/không. Với tỷ lệ: chỉ ghi khi báo cáo cũ không có tử số và mẫu số.",
)
SETTING_DATE = Prompt("Ngày", "Gõ theo kiểu ngày của máy, ví dụ 15/6/2026.", _DATE_ERROR)
SETTING_YEAR = Prompt(
    "Năm", "Năm viết bốn chữ số, ví dụ 2022.", "Ô này chỉ nhận năm viết bốn chữ số."
)
SETTING_CHOICE = Prompt(
    "Chọn trong danh sách",
    "Để trống thì dùng nội dung của kế hoạch ở cột bên cạnh.",
    _CHOICE_ERROR,
)
CHOOSE_PERIOD = Prompt(
    CHOOSER_PERIOD,
    "Chọn kỳ cần xem và báo cáo, rồi bấm “Cập nhật tình trạng” để trang này và trang các đơn"
    " vị chuyển sang kỳ đó.",
    _CHOICE_ERROR,
)
CHOOSE_UNIT = Prompt(
    CHOOSER_UNIT,
    f"Chọn “{WHOLE_WARD}”, hoặc một đơn vị để lập “{REPORT}” của riêng đơn vị đó.",
    _CHOICE_ERROR,
)
CHOOSE_KIND = Prompt(
    CHOOSER_KIND,
    f"Chọn loại văn bản sẽ lập. “{MIDTERM_REPORT}” và “{FINAL_REPORT}” tính cả giai đoạn, không"
    f" theo kỳ đã chọn; “{EMAIL}” gửi kèm văn bản đã lập.",
    _CHOICE_ERROR,
)
CHOOSE_VERSION = Prompt(
    CHOOSER_VERSION,
    "Bản chính thức chỉ lập được khi không còn lỗi; bản dự thảo lập được bất cứ lúc nào.",
    _CHOICE_ERROR,
)
