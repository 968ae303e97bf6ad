"""The page Hướng dẫn: what an official needs to know, on one sheet of paper."""

from __future__ import annotations

from collections.abc import Iterable

Section = tuple[str, tuple[str, ...]]

GUIDE_TITLE = "HƯỚNG DẪN SỬ DỤNG SỔ CHỈ TIÊU"

_OPENING: Section = (
    "Mở sổ lần đầu",
    (
        "Nếu có thanh màu vàng phía trên, bấm “Bật chỉnh sửa” (Enable Editing) rồi mới nhập.",
        "Nếu có thanh báo macro bị chặn, đề nghị đóng sổ và báo người hỗ trợ kỹ thuật; không"
        " tự hạ mức bảo mật của máy. Sổ này nhập và xem được mà không cần macro.",
    ),
)
_OPENING_WITH_BUTTONS: Section = (
    "Mở sổ lần đầu",
    (
        "Nếu có thanh màu vàng phía trên, bấm “Bật chỉnh sửa” (Enable Editing), rồi “Bật nội"
        " dung” (Enable Content) để các nút chạy được.",
        "Nếu có thanh màu đỏ báo macro bị chặn: đóng sổ; trong thư mục, bấm chuột phải vào tệp,"
        " chọn “Thuộc tính” (Properties), đánh dấu “Bỏ chặn” (Unblock), bấm OK rồi mở lại. Không"
        " có mục đó thì báo người hỗ trợ kỹ thuật; không tự hạ mức bảo mật của máy.",
        "Nút không chạy được thì vẫn nhập, xem và in sổ được.",
    ),
)
_BUTTONS = "Các nút ở trang “Tổng hợp” và trang của đơn vị"
_SAVING = "Lưu sổ dưới dạng Excel (.xlsx). Gửi cả tệp khi cần hỗ trợ."
_SAVING_WITH_BUTTONS = (
    "Lưu sổ với đuôi .xlsm; lưu thành .xlsx thì mất các nút. Gửi cả tệp khi cần hỗ trợ."
)

_ALWAYS: tuple[Section, ...] = (
    (
        "Nhập số liệu",
        (
            "Mỗi đơn vị mở trang mang tên mình và chỉ nhập vào các ô màu vàng nhạt. Bấm vào ô sẽ"
            " thấy lời nhắc cần nhập gì.",
            "Với tỷ lệ, nhập tử số và mẫu số; sổ tự tính tỷ lệ. Chỉ nhập số nguyên, không gõ dấu"
            " %, không gõ chữ kèm số.",
            "Không phát sinh thì nhập 0. Chưa có số liệu thì để trống; ô trống không được tính"
            " là 0.",
            "Số liệu cả năm tính lũy kế từ ngày 01 tháng 01. Mỗi dòng đều ghi nguồn số liệu.",
            "Chỉ ghi số lượng, không ghi tên trẻ em ở bất cứ ô nào.",
        ),
    ),
    (
        "Xem kỳ khác",
        (
            "Trang của đơn vị chỉ mở nhóm cột của kỳ đang báo cáo. Muốn xem kỳ kia: chọn các cột"
            " hai bên cột xanh hẹp “6 tháng” hoặc “Cả năm”, bấm chuột phải, chọn “Bỏ ẩn”"
            " (Unhide).",
        ),
    ),
    (
        "Tình trạng và kiểm tra",
        (
            "Mỗi tình trạng có ký hiệu, chữ và màu; cột “Diễn giải” nói rõ vì sao. Ô xám"
            " “↻ Cần cập nhật” nghĩa là số liệu đã đổi sau khi đánh giá.",
            "Sau khi sửa trang “Lịch sử” hoặc “Cấu hình” cũng cần đánh giá lại.",
            "Trang “Kết quả kiểm tra” liệt kê chỗ cần sửa; bấm vào ô gạch chân để đến nơi.",
        ),
    ),
    (
        "Giữ sổ an toàn",
        (
            "Không đổi tên trang, không xóa dòng, cột hay tiêu đề. Các ô ngoài ô vàng được khóa,"
            " không có mật khẩu.",
            "Khi in, mỗi trang vừa khổ A4 nằm ngang; phiếu trống in ra có thể điền bằng tay.",
        ),
    ),
)


def guide(buttons: Iterable[tuple[str, str]] | None) -> tuple[Section, ...]:
    """Return the page's sections: title and paragraphs.

    `buttons` are captions with what they do, None in a sổ without macros.
    """
    first = _OPENING if buttons is None else _OPENING_WITH_BUTTONS
    *others, (safe, rules) = _ALWAYS
    saving = _SAVING if buttons is None else _SAVING_WITH_BUTTONS
    explained = tuple(f"“{caption}”: {tip}" for caption, tip in buttons or ())
    middle = ((_BUTTONS, explained),) if explained else ()
    return (first, *others[:1], *middle, *others[1:], (safe, (*rules, saving)))
