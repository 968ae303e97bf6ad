"""The fields of a unit's own Báo cáo, as officials read of them; see `docgen.unit_report.context`.

`templates/README.md` is generated from here: `python -m docgen.fields_readme`.
"""

from __future__ import annotations

from docgen.fields import FieldTree, rows, text, texts
from docgen.report.fields_vi import (
    ADDRESS_FIELDS,
    BEHIND_FIELDS,
    DRAFT_FIELDS,
    LINE_FIELDS,
    TASK_FIELDS,
)
from docgen.shared.letterhead_fields_vi import PAPER_FIELDS
from docgen.unit_report.sentences_vi import UNTOLD_SUPERIOR

_PAPER = (
    *(field for field in PAPER_FIELDS if field.name != "don_vi_hanh_chinh"),
    text("cho_ghi_chu_quan",
         "chữ in ở chỗ đơn vị ghi cơ quan chủ quản; trống khi đã rõ có hay không", UNTOLD_SUPERIOR),
    text("ky_hieu", "chữ viết tắt của đơn vị sau “BC-”; trống khi chưa rõ", "BBVTE"),
    text("nam", "năm báo cáo", "2026"),
    text("chuong_trinh", "tên chương trình", "Chương trình sân chơi giai đoạn 2023-2030"),
    text("ky_bao_cao", "kỳ báo cáo", "6 tháng đầu năm 2026"),
    text("can_cu", "các văn bản làm căn cứ, nối bằng dấu chấm phẩy", "Kế hoạch số 12/KH-UBND"),
    text("noi_dung_bao_cao", "báo cáo về chỉ tiêu, nhiệm vụ hay cả hai",
         "các chỉ tiêu, nhiệm vụ được phân công"),
    *ADDRESS_FIELDS,
    *DRAFT_FIELDS,
)  # fmt: skip

_CONTENT = (
    texts("ket_qua_chung",
          "các câu về kết quả chung và cách tính mức cần đạt; trống nếu không có chỉ tiêu",
          "Đơn vị phụ trách 03 chỉ tiêu."),
    text("moc_truoc", "năm của mốc trước", "2025"),
    text("moc_sau", "năm của mốc sau", "2030"),
    text("ky_truoc", "tên kỳ năm trước, để làm đầu cột", "6 tháng đầu năm 2025"),
    rows(
        "cac_dong", "các nội dung đơn vị phụ trách; trống nếu không có",
        *LINE_FIELDS,
        text("nguon", "nguồn số liệu đơn vị đã ghi", "Sổ đăng ký lớp bơi"),
    ),
    text("luu_y", "lưu ý về số liệu nhỏ; trống nếu không có", "(*) Số liệu nhỏ."),
    text("loi_dan_cham", "câu dẫn của danh sách chậm", "Có 02 nội dung chậm:"),
    rows("chi_tieu_cham", "các chỉ tiêu chậm, nặng nhất đứng trước", *BEHIND_FIELDS),
    text("loi_dan_chua_co_so_lieu", "câu dẫn của danh sách chưa có số liệu",
         "Còn 01 nội dung chưa có số liệu:"),
    texts("chua_co_so_lieu", "các nội dung chưa có số liệu",
          "Chỉ tiêu 3, tỷ lệ trẻ em được đọc sách"),
    text("cau_nhiem_vu", "câu tổng hợp về nhiệm vụ", "Hoàn thành 02 trên 03 nhiệm vụ."),
    rows("cac_nhiem_vu", "các nhiệm vụ của đơn vị; trống nếu không có", *TASK_FIELDS),
)  # fmt: skip

UNIT_REPORT_FIELDS = FieldTree(
    "Báo cáo của một đơn vị", (("Thể thức", _PAPER), ("Nội dung", _CONTENT))
)
