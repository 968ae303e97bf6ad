"""What the actions outside Excel say and ask in Vietnamese."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from workbook.domain.findings import Finding
from workbook.domain.periods import Period
from xl_macros.excel.messages_vi import first_few

CHOOSE_WORKBOOK = "Chọn sổ chỉ tiêu"
WORKBOOKS = {"Sổ chỉ tiêu (*.xlsm, *.xlsx)": "*.xlsm;*.xlsx", "Tất cả các tệp": "*.*"}
READING = "Đang đọc và kiểm tra “{name}”, xin chờ…"
WRITING_REPORT = "Đang lập báo cáo {period}…"
NO_WORKBOOK = (
    "Chưa chọn sổ nào. Đề nghị kéo tệp sổ (.xlsm hoặc .xlsx) thả vào tệp lệnh, hoặc bấm đúp tệp"
    " lệnh rồi chọn sổ."
)
UNKNOWN_ACTION = "Lệnh chưa đúng: cần bao-cao hoặc kiem-tra, rồi đến tệp sổ."
STILL_OPEN = (
    "Sổ đang mở trong Excel: kết quả theo lần lưu cuối cùng. Nếu vừa sửa mà chưa lưu, đề nghị lưu"
    " sổ rồi làm lại."
)
OPEN_NOW = "Mở tệp ngay bây giờ?"


def which_period(first: Period, other: Period) -> str:
    """Ask which of the year's periods to report, the one with the latest figures first."""
    return (
        f"Lập báo cáo {first.label}?\n\nBấm “Có” (Yes) để lập báo cáo {first.label}; “Không” (No)"
        f" để lập báo cáo {other.label}; “Hủy” (Cancel) để thôi."
    )


def draft_instead(period: Period, faults: Sequence[Finding]) -> str:
    """Say why a final report is not made, and offer a draft."""
    return "\n".join(
        [
            f"Chưa lập được báo cáo {period.label} chính thức vì số liệu còn {len(faults)} lỗi:",
            *first_few(faults),
            "",
            "Lập bản dự thảo? Các lỗi được liệt kê ở cuối bản dự thảo.",
        ]
    )


def refused(period: Period, faults: Sequence[Finding]) -> str:
    """Say that nothing was made, and what to do."""
    return (
        f"Chưa lập báo cáo {period.label} vì số liệu còn {len(faults)} lỗi. Đề nghị sửa trong sổ,"
        " lưu lại rồi làm lại; tệp lệnh KiemTra.bat liệt kê đủ các lỗi."
    )


def listed(path: Path, summary: str, notes: Iterable[str]) -> str:
    """Say what the check found and where the list is."""
    return "\n\n".join([summary, f"Các điểm cần sửa được ghi ở tệp:\n{path}", *notes, OPEN_NOW])
