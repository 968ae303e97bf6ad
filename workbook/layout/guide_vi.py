"""The page Hướng dẫn: what an official needs to know, on one sheet of paper."""

from __future__ import annotations

GUIDE_TITLE = "HƯỚNG DẪN SỬ DỤNG SỔ CHỈ TIÊU"

GUIDE: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "Mở sổ lần đầu",
        (
            "Nếu có thanh màu vàng phía trên, bấm “Bật chỉnh sửa” (Enable Editing) rồi mới nhập.",
            "Nếu có thanh báo macro bị chặn, đề nghị đóng sổ và báo người hỗ trợ kỹ thuật; không"
            " tự hạ mức bảo mật của máy. Sổ này nhập và xem được mà không cần macro.",
        ),
    ),
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
            "Lưu sổ dưới dạng Excel (.xlsx). Gửi cả tệp khi cần hỗ trợ.",
        ),
    ),
)
