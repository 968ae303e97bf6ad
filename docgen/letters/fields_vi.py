"""The fields of both Công văn, as officials read of them; filled by `docgen.letters.document`."""

from __future__ import annotations

from docgen.fields import Field, FieldTree, rows, text, texts
from docgen.report.fields_vi import LINE_FIELDS
from docgen.shared.letterhead_fields_vi import PAPER_FIELDS

_NOT_IN_LETTERS = ("don_vi_hanh_chinh",)
_PAPER: tuple[Field, ...] = (
    *(field for field in PAPER_FIELDS if field.name not in _NOT_IN_LETTERS),
    text("so_ky_hieu", "phần đứng sau số văn bản", "UBND-VHXH"),
    text("chuong_trinh", "tên chương trình", "Chương trình sân chơi giai đoạn 2023-2030"),
    text("ky_bao_cao", "kỳ báo cáo", "6 tháng đầu năm 2026"),
    text("can_cu", "các văn bản làm căn cứ, nối bằng dấu chấm phẩy", "Kế hoạch số 12/KH-UBND"),
    text("kinh_gui", "đơn vị nhận khi chỉ có một, nếu không thì trống", "Thư viện phường"),
    texts("kinh_gui_nhieu", "các đơn vị nhận khi có từ hai", "Thư viện phường;"),
    texts("noi_nhan", "các dòng nơi nhận, dòng đầu là “Như trên;”", "Lưu: VT, VHXH."),
    text("dau_trang", "dấu ở đầu mọi trang: SỐ LIỆU MẪU, hoặc trống", "SỐ LIỆU MẪU"),
    texts("khung", "các câu trong khung ở đầu văn bản (số liệu mẫu)", "Số liệu là giả định."),
)
_SUM = text("tong_hop", "câu tổng hợp, không có dấu cuối câu", "Còn 01 nội dung chưa có số liệu")
_DEADLINE = text(
    "thoi_han", "hạn nộp số liệu ở “Cấu hình”; trống nếu chưa có", "ngày 05 tháng 01 năm 2027"
)

REMINDER_FIELDS = FieldTree(
    "Công văn đôn đốc",
    (
        ("Thể thức", _PAPER),
        ("Nội dung", (
            _SUM,
            _DEADLINE,
            rows(
                "don_vi_no", "các đơn vị còn thiếu hoặc cần sửa số liệu",
                text("stt", "số thứ tự", "1"),
                text("don_vi", "tên đơn vị", "Thư viện phường"),
                text("trang", "trang của đơn vị trong sổ", "Thư viện"),
                texts("con_thieu", "các nội dung chưa có số liệu",
                      "Chỉ tiêu 3: tỷ lệ trẻ em được đọc sách;"),
                texts("can_sua", "các lỗi và cách sửa", "số −5 nhỏ hơn 0. Nhập số từ 0 trở lên."),
            ),
        )),
    ),
)  # fmt: skip

EXPLANATION_FIELDS = FieldTree(
    "Công văn yêu cầu giải trình",
    (
        ("Thể thức", _PAPER),
        ("Nội dung", (
            _SUM,
            _DEADLINE,
            rows(
                "can_giai_trinh", "các nội dung chậm, không đạt",
                text("stt", "số thứ tự", "1"),
                text("ten_don_vi", "tên đơn vị", "Thư viện phường"),
                text("noi_ghi", "nơi ghi giải trình", "Trang “Thư viện”, ô P11"),
                *LINE_FIELDS,
            ),
        )),
    ),
)  # fmt: skip
