"""What VBA itself says, before Python runs or where it cannot: shown from a hidden sheet."""

from __future__ import annotations

from collections.abc import Mapping

# Keys are ASCII: they become defined names (`txt_no_program`).
TEXTS: Mapping[str, str] = {
    "title": "Sổ chỉ tiêu",
    "no_program": (
        "Không tìm thấy chương trình Sổ chỉ tiêu trên máy này nên nút chưa chạy được. Đề nghị cài"
        " đặt chương trình, hoặc đặt sổ vào thư mục của chương trình, rồi bấm lại nút. Trong lúc"
        " chờ vẫn nhập và lưu số liệu được."
    ),
    "read_only": (
        "Sổ đang mở ở chế độ chỉ đọc (có thể người khác đang mở). Kết quả sẽ hiện ra nhưng không"
        " lưu được vào tệp này; muốn giữ thì bấm F12 để lưu thành tệp khác."
    ),
    "failed": (
        "Chương trình chưa chạy được; số liệu đã nhập trong sổ không bị thay đổi. Đề nghị lưu sổ,"
        " đóng Excel, mở lại rồi bấm lại nút. Nếu vẫn vậy, gửi tệp nhật ký cho người hỗ trợ kỹ"
        " thuật."
    ),
}
