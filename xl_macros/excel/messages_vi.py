"""What the buttons say in Vietnamese: what happened, and what to do next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from workbook.domain.findings import Finding, Severity
from workbook.domain.results import Assessment
from workbook.domain.statuses import Status
from workbook.layout import sheets

TITLE = "Sổ chỉ tiêu"
_FIRST_FEW = 3  # findings that a message repeats

# --- status bar ---------------------------------------------------------------------------
PROGRESS = "{doing} {sheet} ({number}/{of})…"
CHECKING = "Đang kiểm tra"
READING = "Đang đọc"
WRITING = "Đang ghi tình trạng"
LISTING = "Đang ghi kết quả kiểm tra"
SUMMING_UP = "Đang lập lại trang Tổng hợp"
REPORTING = "Đang lập văn bản"
CHECKING_MACHINE = "Đang kiểm tra máy"

# --- faults -------------------------------------------------------------------------------
NO_LOG = "(không ghi được nhật ký)"
EXCEL_BUSY = (
    "Excel đang bận: có ô đang gõ dở hoặc một hộp thoại đang mở. Đề nghị bấm Enter để kết thúc"
    " ô đang gõ, đóng hộp thoại, rồi bấm lại nút."
)
EXCEL_GONE = (
    "Sổ hoặc Excel đã bị đóng khi chương trình đang chạy. Đề nghị mở lại sổ rồi bấm lại nút."
)
EXCEL_REFUSED = (
    "Excel không cho ghi vào sổ, thường vì trang đang bị khóa, sổ đang được chia sẻ hoặc đang mở"
    " ở chế độ chỉ đọc. Đề nghị đóng các hộp thoại, bấm lại nút ngay trên sổ; nếu vẫn không được"
    " thì lưu sổ, đóng Excel rồi mở lại. Nhật ký cho người hỗ trợ kỹ thuật: {log}"
)
NO_CALLER = (
    "Chương trình không tìm thấy sổ vừa bấm nút. Đề nghị lưu sổ, đóng các cửa sổ Excel khác rồi"
    " bấm lại nút. Nhật ký cho người hỗ trợ kỹ thuật: {log}"
)

# --- choices ------------------------------------------------------------------------------
NO_SUMMARY = (
    f"Không tìm thấy trang “{sheets.SUMMARY}” nên không biết cần lập văn bản nào. Đề nghị lấy lại"
    " trang từ tệp gốc, hoặc lập sổ mới."
)
BAD_CHOICE = (
    "Ô {cell}, trang “{sheet}” ({label}) đang là “{typed}”. Đề nghị chọn một mục trong danh sách"
    " của ô: {choices}."
)
NOTHING = "(trống)"
WHICH_PLAN = (
    "Lập kế hoạch năm {year}?\n\nBấm “Có” (Yes) để lập kế hoạch năm {year}; “Không” (No) để lập kế"
    " hoạch cả giai đoạn {first}-{last}; “Hủy” (Cancel) để thôi."
)
NOT_OF_A_UNIT = (
    "“{kind}” là văn bản chung, không lập riêng cho một đơn vị. Ở trang “{sheet}”, đề nghị chọn"
    " “{whole}” ở ô {unit_cell}; hoặc để lập báo cáo của riêng đơn vị, chọn “{report}” ở ô"
    " {kind_cell}. Sau đó bấm lại nút."
)

# --- e-mail -------------------------------------------------------------------------------
NO_DOCUMENT = (
    "Trong thư mục {folder} chưa có văn bản Word nào để gửi kèm. Đề nghị chọn loại văn bản ở ô"
    " {cell}, bấm “Tạo báo cáo”, điền đủ văn bản rồi mới soạn thư."
)
WHICH_DOCUMENT = (
    "Soạn thư gửi kèm tệp “{name}”, lưu lúc {when}?\n\nBấm “Có” (Yes) để gửi kèm tệp này; “Không”"
    " (No) để chọn tệp lưu trước đó; “Hủy” (Cancel) để thôi."
)
NO_OTHER_DOCUMENT = (
    "Không chọn tệp nào nên chưa soạn thư. Muốn gửi tệp khác trong thư mục {folder}, đề nghị mở"
    " tệp ấy bằng Word, lưu lại rồi bấm lại nút."
)
ADDRESSED = "Thư gửi đến: {to}."
EMAIL_WRITTEN = (
    "Đã soạn thư, chưa gửi đi:\n{path}\n\n{notes}\n\nChương trình thư không mở được tệp .eml"
    " thì đề nghị viết thư mới và đính kèm văn bản.\n\nMở thư ngay bây giờ để xem lại và gửi?"
)

# --- folders ------------------------------------------------------------------------------
FOLDER_UNUSABLE = "Thư mục ghi văn bản ở trang “{sheet}” ({folder}) không dùng được trên máy này."
BOOK_ONLINE = "Sổ đang nằm trên mạng (OneDrive, SharePoint) nên văn bản được ghi vào máy này."
BOOK_UNSAVED = "Sổ chưa được lưu thành tệp nên văn bản được ghi vào thư mục tài liệu của máy."


# --- checking -----------------------------------------------------------------------------
def counts(findings: Iterable[Finding]) -> str:
    """Count findings by severity: `2 lỗi, 1 cảnh báo, 3 nhắc`."""
    found = Counter(one.severity for one in findings)
    return ", ".join(f"{found[s]} {s.label.lower()}" for s in Severity if found[s])


def checked(findings: Sequence[Finding]) -> str:
    """Sum up a check of the whole sổ."""
    if not findings:
        return "Đã kiểm tra tất cả các trang: không có điểm nào cần xem lại."
    place = (
        f"Chi tiết và cách sửa ở trang “{sheets.FINDINGS}”; bấm vào ô gạch chân để đến chỗ cần"
        " xem. Các ô đó có viền đỏ và ghi chú."
    )
    return f"Đã kiểm tra tất cả các trang: {counts(findings)}.\n\n{_weight(findings)}\n\n{place}"


def checked_sheet(sheet: str, here: Sequence[Finding], others: int) -> str:
    """Sum up a check asked for on one sheet."""
    elsewhere = (
        f"\n\nCác trang khác còn {others} điểm, xem ở trang “{sheets.FINDINGS}”." if others else ""
    )
    if not here:
        return f"Đã kiểm tra trang “{sheet}”: không có điểm nào cần xem lại.{elsewhere}"
    place = "Các ô có viền đỏ; đưa chuột vào góc đỏ của ô để xem cách sửa."
    return f"Đã kiểm tra trang “{sheet}”: {counts(here)}.\n\n{_weight(here)}\n\n{place}{elsewhere}"


def _weight(findings: Iterable[Finding]) -> str:
    if any(one.blocks for one in findings):
        return "Cần sửa các lỗi trước khi lập báo cáo chính thức."
    return "Không có lỗi nào cản trở việc lập báo cáo chính thức."


# --- judging ------------------------------------------------------------------------------
def updated(assessment: Assessment, damage: Sequence[Finding], left_out: Sequence[str]) -> str:
    """Sum up the statuses of the period shown, the most serious first."""
    found = Counter(result.status for result in assessment.results)
    lagging = len(assessment.lagging)
    lines = [
        f"Đã cập nhật tình trạng {assessment.period.label}"
        f" ({len(assessment.results)} nội dung của {len(assessment.indicators)} chỉ tiêu):",
        f"- Chậm hoặc không đạt: {lagging}",
        f"- Chưa có số liệu: {found[Status.NO_DATA]}",
        f"- Số liệu chưa hợp lệ: {found[Status.INVALID]}",
    ]
    if found[Status.INVALID]:
        lines += ["", f"Cách sửa số liệu chưa hợp lệ có ở trang “{sheets.FINDINGS}”."]
    return "\n".join([*lines, *_not_written(left_out), *_damage(damage)])


def _not_written(sheet_names: Sequence[str]) -> list[str]:
    if not sheet_names:
        return []
    return ["", f"Chưa ghi được tình trạng vào trang: {', '.join(sheet_names)}, vì trang bị xóa"
            " hoặc có dòng, cột bị chèn, bị xóa."]  # fmt: skip


def _damage(damage: Sequence[Finding]) -> list[str]:
    if not damage:
        return []
    return ["", f"Sổ có {len(damage)} chỗ bị thay đổi ngoài các ô nhập:", *first_few(damage)]


def first_few(findings: Sequence[Finding]) -> list[str]:
    """Return a line for each of the first findings, and how many there are besides."""
    left = len(findings) - _FIRST_FEW
    return [
        *(f"- {one.message}" for one in findings[:_FIRST_FEW]),
        *([f"… và {left} điểm khác."] if left > 0 else []),
    ]


# --- documents ----------------------------------------------------------------------------
def about_to_write(what: str, *, draft: bool | None) -> str:
    """Tell what will be made, before the work begins; a letter is no draft (None)."""
    copy = "" if draft is None else ", bản dự thảo" if draft else ", bản chính thức"
    return (
        f"Sẽ lập {what}{copy}.\n\nSố liệu được kiểm tra và đánh"
        " giá trước khi lập; sổ không bị thay đổi."
    )


def refused(what: str, faults: Sequence[Finding], *, cell: str, draft: str) -> str:
    """Say why a final document is not made, and the way out."""
    return "\n".join(
        [
            f"Chưa lập {what} vì số liệu còn {len(faults)} lỗi:",
            *first_few(faults),
            "",
            "Đề nghị bấm “Kiểm tra số liệu” và sửa các lỗi; hoặc chọn"
            f" “{draft}” ở ô {cell}, trang “{sheets.SUMMARY}”, để lập bản dự thảo.",
        ]
    )


def written(path: Path, wanted: str, notes: Iterable[str], faults: int) -> str:
    """Say where the document is and offer to open it."""
    lines = [f"Đã lập văn bản:\n{path}"]
    if path.name != wanted:
        lines.append(
            f"Trong thư mục đã có tệp “{wanted}” (có thể đang mở trong Word), nên văn bản mới"
            f" mang tên “{path.name}”; tệp cũ được giữ nguyên."
        )
    lines += notes
    if faults:
        lines.append(f"Bản dự thảo này còn {faults} lỗi số liệu, liệt kê ở cuối văn bản.")
    return "\n\n".join([*lines, "Mở văn bản ngay bây giờ?"])


def not_opened(path: Path) -> str:
    """Say that the file is there but nothing opened it."""
    return f"Đã ghi tệp nhưng chưa mở được. Đề nghị mở từ thư mục:\n{path}"


def machine_checked(told: str, path: Path) -> str:
    """Sum up a check of the machine, and offer the page that can be sent for help."""
    return (
        f"{told}\n\nTrang kết quả, không có số liệu của sổ và tên người dùng, có thể gửi cho người"
        f" hỗ trợ kỹ thuật:\n{path}\n\nMở trang này ngay bây giờ?"
    )
