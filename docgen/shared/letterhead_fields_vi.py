"""The fields that every document has, for officials; filled by `docgen.shared.letterhead`."""

from __future__ import annotations

from docgen.fields import text, texts

PAPER_FIELDS = (
    text("co_quan_chu_quan", "cơ quan chủ quản; trống nếu không có", "UBND TỈNH HẢI BIÊN"),
    texts("co_quan", "từng dòng tên cơ quan ban hành", "PHƯỜNG BẾN ĐÒ"),
    text("ten_co_quan", "tên cơ quan trong câu văn", "Ủy ban nhân dân phường Bến Đò"),
    text("don_vi_hanh_chinh", "tên đơn vị hành chính trong câu văn", "phường Bến Đò"),
    text("dia_danh", "địa danh trước ngày tháng", "Bến Đò"),
    texts("quyen_han", "các dòng quyền hạn, chức vụ của người ký", "CHỦ TỊCH"),
    text("nguoi_ky", "họ và tên người ký", "Trần Thị Bình"),
)
