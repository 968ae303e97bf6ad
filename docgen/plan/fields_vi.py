"""The fields of the two plan documents, as officials read of them.

Filled by `docgen.plan.context` and `docgen.year_plan.context`.
"""

from __future__ import annotations

from docgen.fields import FieldTree, rows, text, texts
from docgen.shared.letterhead_fields_vi import PAPER_FIELDS

_ONLY_OF_A_YEAR = "don_vi_hanh_chinh"  # the whole period's plan says the name itself
_AGENCY = (
    *(field for field in PAPER_FIELDS if field.name != _ONLY_OF_A_YEAR),
    texts("noi_nhan", "các dòng nơi nhận của kế hoạch", "Lưu: VT."),
    text("dau_trang", "dấu ở đầu mọi trang: DỰ THẢO, SỐ LIỆU MẪU, hoặc trống", "DỰ THẢO"),
)

_PLAN_CONTENT = (
    texts("trich_yeu", "từng dòng trích yếu", "Thực hiện Chương trình sân chơi"),
    texts("mo_dau", "các đoạn mở đầu", "Thực hiện Kế hoạch số 12/KH-UBND;"),
    text("tieu_de_muc_tieu", "số và tiêu đề mục mục tiêu", "I. MỤC TIÊU"),
    text("ten_muc_tieu_chung", "số và tên khoản mục tiêu chung", "1. Mục tiêu chung"),
    texts("muc_tieu_chung", "các đoạn của mục tiêu chung", "Mọi trẻ em có sân chơi."),
    text("ten_muc_tieu_cu_the", "số và tên khoản mục tiêu cụ thể", "2. Mục tiêu cụ thể"),
    rows(
        "cac_muc_tieu", "các mục tiêu cụ thể",
        text("ten", "số và tên mục tiêu", "2.1. Mục tiêu 1: Về sân chơi"),
        rows(
            "chi_tieu", "các chỉ tiêu của mục tiêu",
            text("so", "số của chỉ tiêu", "1"),
            text("noi_dung", "lời của chỉ tiêu", "Tỷ lệ trẻ em biết bơi đạt 80% vào năm 2025."),
        ),
    ),
    text("tieu_de_pham_vi", "số và tiêu đề mục đối tượng, phạm vi", "II. PHẠM VI"),
    texts("pham_vi", "các khoản của mục đó, có số", "1. Phạm vi: Toàn phường."),
    text("tieu_de_giai_phap", "số và tiêu đề mục giải pháp", "III. NHIỆM VỤ VÀ GIẢI PHÁP"),
    rows(
        "giai_phap", "các nhóm giải pháp",
        text("ten", "số và tên nhóm", "1. Mở lớp bơi"),
        texts("cac_doan", "các đoạn của nhóm", "Mở lớp bơi vào mùa hè."),
    ),
    text("tieu_de_kinh_phi", "số và tiêu đề mục kinh phí", "IV. KINH PHÍ THỰC HIỆN"),
    texts("kinh_phi", "các nguồn kinh phí, có số", "1. Ngân sách nhà nước."),
    text("tieu_de_to_chuc", "số và tiêu đề mục tổ chức thực hiện", "V. TỔ CHỨC THỰC HIỆN"),
    rows(
        "cac_don_vi", "các đơn vị",
        text("ten", "số và tên đơn vị", "1. Thư viện phường"),
        texts("nhiem_vu", "các nhiệm vụ", "- Tổ chức ngày đọc sách."),
    ),
    text("ket_thuc", "câu kết", "Trên đây là Kế hoạch sân chơi./."),
)  # fmt: skip

PLAN_FIELDS = FieldTree(
    "Kế hoạch cả giai đoạn",
    (
        (
            "Thể thức",
            (
                *_AGENCY,
                text("so_ky_hieu", "mã loại văn bản và chữ viết tắt cơ quan", "KH-UBND"),
                text("ten_loai", "tên loại văn bản", "KẾ HOẠCH"),
            ),
        ),
        ("Nội dung", _PLAN_CONTENT),
    ),
)

_YEAR_PAPER = (
    *_AGENCY,
    text("ky_hieu", "chữ viết tắt sau “KH-”", "UBND"),
    text("nam", "năm của kế hoạch", "2027"),
    text("nam_truoc", "năm trước đó", "2026"),
    *(field for field in PAPER_FIELDS if field.name == _ONLY_OF_A_YEAR),
    text("chuong_trinh", "tên chương trình", "Chương trình sân chơi giai đoạn 2023-2030"),
    text("can_cu", "các văn bản làm căn cứ, nối bằng dấu chấm phẩy", "Kế hoạch số 12/KH-UBND"),
    texts("khung", "các câu trong khung ở đầu văn bản (dự thảo, số liệu mẫu)",
          "Bản dự thảo, chưa ban hành."),
    rows(
        "cac_loi", "các lỗi của bản dự thảo",
        text("stt", "số thứ tự", "1"),
        text("noi", "trang và ô có lỗi", "Thư viện, ô H9"),
        text("noi_dung", "lỗi và cách sửa", "số -5 nhỏ hơn 0. Nhập số từ 0 trở lên."),
    ),
)  # fmt: skip

_TARGET = (
    text("so", "số của chỉ tiêu trong kế hoạch", "2a"),
    text("ten", "tên chỉ tiêu", "Tỷ lệ trẻ em biết bơi"),
    text("ket_qua", "kết quả năm trước; trống khi chưa có số liệu", "81,0%"),
    text("so_dem", "số đếm năm trước", "81/100"),
    text("muc_tieu", "mục tiêu của năm; trống khi phường phải tự ghi", "≥ 84%"),
    text("moc", "mức phải đạt ở mốc sắp tới", "≥ 90%"),
    text("con_thieu", "còn thiếu bao nhiêu so với mục tiêu", "còn thiếu 03 trẻ"),
    text("don_vi", "đơn vị thực hiện", "Thư viện"),
)

_YEAR_CONTENT = (
    texts("ket_qua_nam_truoc", "các câu về kết quả năm trước", "Năm 2026 có 02 chỉ tiêu đạt."),
    texts("muc_tieu_chung", "các đoạn của mục tiêu chung", "Mọi trẻ em có sân chơi."),
    text("cach_tinh", "câu về cách tính mục tiêu của năm",
         "Mục tiêu năm 2027 được tính theo đường thẳng."),
    text("moc", "năm của mốc sắp tới", "2030"),
    rows(
        "cac_muc_tieu", "các mục tiêu có chỉ tiêu trong năm",
        text("so", "số của mục tiêu", "1"),
        text("ten", "tên mục tiêu", "Về sân chơi"),
        rows("cac_dong", "các dòng của bảng, mỗi dòng một nội dung", *_TARGET),
    ),
    text("loi_dan_trong_tam", "câu dẫn của nội dung trọng tâm", "Tập trung 02 nội dung:"),
    texts("trong_tam", "các nội dung mà năm trước chưa đạt mục tiêu của năm",
          "Chỉ tiêu 2a, tỷ lệ trẻ em biết bơi: còn thiếu 03 trẻ."),
    text("muc_giai_phap", "số của mục giải pháp trong kế hoạch cả giai đoạn", "III"),
    text("ten_ke_hoach", "tên kế hoạch cả giai đoạn", "Kế hoạch giai đoạn 2023-2030"),
    texts("giai_phap", "tên các nhóm giải pháp", "Mở lớp bơi"),
    text("kinh_phi_nam_truoc", "câu về kinh phí năm trước; trống khi sổ không có",
         "Tổng dự toán năm 2026 là 100 đồng."),
    rows(
        "kinh_phi", "các nguồn kinh phí, dòng cuối là tổng cộng",
        text("stt", "số thứ tự; trống ở dòng tổng cộng", "1"),
        text("nguon", "nguồn kinh phí", "Ngân sách nhà nước"),
        text("da_chi", "đã chi năm trước, đồng; trống khi chưa có số liệu", "480.000"),
        text("du_toan", "dự toán của năm, đồng; trống khi chưa ghi", "1.200.000"),
    ),
    rows(
        "cac_don_vi", "các đơn vị",
        text("don_vi", "tên đơn vị", "Thư viện phường"),
        text("chi_tieu", "câu về các chỉ tiêu đơn vị thực hiện; trống nếu không có",
             "Thực hiện chỉ tiêu 3."),
        rows(
            "cac_nhiem_vu", "các nhiệm vụ của đơn vị",
            text("stt", "số thứ tự", "1"),
            text("nhiem_vu", "nội dung nhiệm vụ", "Tổ chức ngày đọc sách."),
            text("ton_dong", "câu về việc năm trước chưa xong; trống nếu không có",
                 "Năm 2026: chưa hoàn thành."),
            text("thoi_han", "thời hạn trong năm; trống khi chưa ghi", "05/03/2027"),
        ),
    ),
    text("chua_giao", "số các chỉ tiêu kế hoạch chưa giao cho đơn vị nào", "1 và 2"),
    texts("han_so_lieu", "các câu về hạn gửi số liệu của năm",
          "Các đơn vị gửi số liệu năm 2027 chậm nhất ngày 10 tháng 12 năm 2027."),
)  # fmt: skip

YEAR_PLAN_FIELDS = FieldTree(
    "Kế hoạch năm", (("Thể thức", _YEAR_PAPER), ("Nội dung", _YEAR_CONTENT))
)
