"""The fields of the Báo cáo sơ kết and tổng kết, as officials read of them.

Filled by `docgen.review.context`; `templates/README.md` is generated from here.
"""

from __future__ import annotations

from docgen.fields import FieldTree, chart, rows, text, texts
from docgen.report.fields_vi import ADDRESS_FIELDS, BEHIND_FIELDS, DRAFT_FIELDS, WORK_FIELDS
from docgen.shared.house_style import STATUS_KEYS
from docgen.shared.letterhead_fields_vi import PAPER_FIELDS

_PAPER = (
    *PAPER_FIELDS,
    text("ky_hieu", "chữ viết tắt sau “BC-”", "UBND"),
    text("loai_bao_cao", "sơ kết hay tổng kết, kèm giai đoạn", "Sơ kết giai đoạn 2023-2025"),
    text("loai_bao_cao_thuong", "như trên, viết trong câu", "sơ kết giai đoạn 2023-2025"),
    text("chuong_trinh", "tên chương trình", "Chương trình sân chơi giai đoạn 2023-2030"),
    text("giai_doan", "giai đoạn của báo cáo", "giai đoạn 2023-2025"),
    text("giai_doan_hoa", "giai đoạn của báo cáo, viết hoa", "GIAI ĐOẠN 2023-2025"),
    text("giai_doan_sau_hoa", "giai đoạn tiếp theo, viết hoa", "GIAI ĐOẠN 2026-2030"),
    text("can_cu", "các văn bản làm căn cứ, nối bằng dấu chấm phẩy", "Kế hoạch số 12/KH-UBND"),
    *ADDRESS_FIELDS,
    *DRAFT_FIELDS,
)  # fmt: skip

_LINE = (
    text("so", "số của chỉ tiêu trong kế hoạch", "2a"),
    text("ten", "tên chỉ tiêu", "Tỷ lệ trẻ em biết bơi"),
    text("don_vi_tinh", "đơn vị tính", "%"),
    rows(
        "cac_nam", "số liệu từng năm, cùng thứ tự với các năm ở đầu bảng",
        text("ket_qua", "kết quả, không kèm đơn vị tính; trống khi chưa có số liệu", "81,0"),
        text("so_dem", "số đếm", "81/100"),
        text("dau", "dấu của năm không giữ được mức phải duy trì, dấu của địa bàn khác", "(a)"),
    ),
    texts("moc", "mức của các mốc đến hạn trong giai đoạn", "2025: ≥ 80%"),
    rows(
        "danh_gia", "đánh giá ở từng mốc",
        text("nhom", "nhóm của tình trạng, để chọn kiểu của ô", "dat", choices=STATUS_KEYS),
        text("noi_dung", "tình trạng, kèm năm của mốc khi có nhiều mốc", "2025: Đạt"),
    ),
    text("nguon", "nguồn số liệu của các năm; trống nếu chưa có số liệu", "2023-2025: Báo cáo năm"),
    texts("ghi_chu", "các dòng ghi chú về số liệu nhỏ", "2025: số liệu nhỏ (81/100)"),
)  # fmt: skip

_COURSE = chart("bieu_do", "số liệu từng năm, mốc; số liệu của địa bàn khác là đường riêng")

_CONTENT = (
    texts("ket_qua_chung", "các câu về kết quả ở từng mốc, so sánh đầu và cuối giai đoạn, địa bàn",
          "Mốc năm 2025: 23 chỉ tiêu có mốc, gồm 20 chỉ tiêu đạt và 03 chỉ tiêu không đạt."),
    chart("bieu_do_moc", "kết quả ở từng mốc theo mục tiêu và nhóm tình trạng"),
    text("ten_dien_bien", "tên của các biểu đồ diễn biến; trống nếu không có",
         "Diễn biến các nội dung không đạt mốc hoặc chậm"),
    rows(
        "cac_dien_bien", "các nội dung không đạt mốc hoặc chậm, mỗi nội dung một biểu đồ nhỏ",
        _COURSE,
    ),
    rows("cac_dien_bien_rong", "như trên, khi giai đoạn có trên 6 năm", _COURSE),
    rows(
        "cac_moc", "các mốc đến hạn trong giai đoạn",
        text("loi_dan", "câu dẫn của danh sách không đạt", "Mốc năm 2025: có 02 nội dung "
             "không đạt:"),
        rows("cac_noi_dung", "các nội dung không đạt mốc", *BEHIND_FIELDS),
    ),
    text("loi_dan_duy_tri", "câu dẫn của danh sách không duy trì được",
         "Ngoài các năm có mốc, có 01 nội dung không giữ được mức phải duy trì:"),
    rows(
        "khong_duy_tri", "các nội dung có năm không giữ được mức phải duy trì, yêu cầu hằng năm",
        text("ten", "số và tên chỉ tiêu", "Chỉ tiêu 2b, số trẻ em đuối nước"),
        text("dien_giai", "từng năm không giữ được, đơn vị thực hiện",
             "năm 2026, 1 trường hợp, không đạt mốc năm 2025."),
    ),
    text("loi_dan_chua_co_so_lieu", "câu dẫn của danh sách chưa có số liệu",
         "Còn 01 nội dung chưa có số liệu của một số năm:"),
    rows(
        "chua_co_so_lieu", "các đơn vị còn nội dung chưa có số liệu",
        text("don_vi", "tên đơn vị", "Thư viện phường"),
        text("chi_tieu", "các nội dung kèm năm, nối bằng dấu chấm phẩy",
             "tỷ lệ trẻ em được đọc sách (chỉ tiêu 3, năm 2023)"),
    ),
    rows(
        "cac_nam", "các năm của giai đoạn, để làm đầu cột",
        text("nam", "năm", "2023"),
        text("dau", "dấu khi mọi số liệu của năm thuộc một địa bàn khác; nếu không thì trống",
             "(a)"),
    ),
    text("ten_moc", "đầu cột của mức phải đạt", "Mốc năm 2025"),
    rows(
        "cac_muc_tieu", "các mục tiêu của kế hoạch",
        text("so", "số của mục tiêu", "1"),
        text("ten", "tên mục tiêu", "Về sân chơi"),
        texts("cac_cau", "các câu tổng hợp của mục tiêu", "Mốc năm 2025: 02 đạt."),
        rows("cac_dong", "các dòng của bảng, mỗi dòng một nội dung", *_LINE),
        text("luu_y", "giải thích các dấu trong bảng; trống nếu không có",
             "Ghi chú: (*) số liệu nhỏ."),
    ),
    text("luu_y", "giải thích các dấu trong Phụ lục; trống nếu không có",
         "Ghi chú: (a) số liệu của địa bàn phường Bến Tre, khác địa bàn phường Bến Đò."),
    text("nam_cua_so", "năm có kết quả nhiệm vụ và kinh phí; trống nếu ngoài giai đoạn", "2025"),
    *WORK_FIELDS,
)  # fmt: skip

REVIEW_FIELDS = FieldTree(
    "Báo cáo sơ kết, tổng kết", (("Thể thức", _PAPER), ("Nội dung", _CONTENT))
)
