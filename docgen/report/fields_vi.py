"""The fields of the Báo cáo, as officials read of them; filled by `docgen.report.context`.

`templates/README.md` is generated from here: `python -m docgen.fields_readme`.
"""

from __future__ import annotations

from docgen.fields import FieldTree, chart, rows, text, texts
from docgen.shared.house_style import STATUS_KEYS
from docgen.shared.letterhead_fields_vi import PAPER_FIELDS

# What every report to those above has.
ADDRESS_FIELDS = (
    text("kinh_gui", "nơi nhận báo cáo khi chỉ có một nơi, nếu không thì trống", "Sở Y tế"),
    texts("kinh_gui_nhieu", "các nơi nhận báo cáo khi có từ hai nơi", "Sở Y tế;"),
    texts("noi_nhan", "các dòng nơi nhận, dòng đầu là “Như trên;”", "Lưu: VT."),
)

DRAFT_FIELDS = (
    text("dau_trang", "dấu ở đầu mọi trang: DỰ THẢO, SỐ LIỆU MẪU, hoặc trống", "DỰ THẢO"),
    texts("khung", "các câu trong khung ở đầu văn bản (dự thảo, số liệu mẫu)",
          "Bản dự thảo, chưa ban hành."),
    rows(
        "cac_loi", "các lỗi của bản dự thảo",
        text("stt", "số thứ tự", "1"),
        text("noi", "trang và ô có lỗi", "Thư viện, ô H9"),
        text("noi_dung", "lỗi và cách sửa", "số -5 nhỏ hơn 0. Nhập số từ 0 trở lên."),
    ),
)  # fmt: skip

_PAPER = (
    *PAPER_FIELDS,
    text("ky_hieu", "chữ viết tắt sau “BC-”", "UBND"),
    text("nam", "năm báo cáo", "2026"),
    text("chuong_trinh", "tên chương trình", "Chương trình sân chơi giai đoạn 2023-2030"),
    text("ky_bao_cao", "kỳ báo cáo", "6 tháng đầu năm 2026"),
    text("ky_bao_cao_hoa", "kỳ báo cáo viết hoa", "6 THÁNG ĐẦU NĂM 2026"),
    text("can_cu", "các văn bản làm căn cứ, nối bằng dấu chấm phẩy", "Kế hoạch số 12/KH-UBND"),
    *ADDRESS_FIELDS,
    *DRAFT_FIELDS,
)  # fmt: skip

LINE_FIELDS = (
    text("so", "số của chỉ tiêu trong kế hoạch", "2a"),
    text("ten", "tên chỉ tiêu", "Tỷ lệ trẻ em biết bơi"),
    text("don_vi_tinh", "đơn vị tính", "%"),
    text("moc_truoc", "mức phải đạt ở mốc trước", "≥ 80%"),
    text("moc_sau", "mức phải đạt ở mốc sau", "≥ 90%"),
    text("ky_truoc", "kết quả kỳ năm trước", "79,0%"),
    text("ky_truoc_so_dem", "số đếm kỳ năm trước", "79/100"),
    text("ket_qua", "kết quả kỳ này; trống khi chưa có số liệu", "81,0%"),
    text("so_dem", "số đếm kỳ này", "81/100"),
    text("can_dat", "mức cần đạt ở kỳ này", "≥ 82%"),
    text("nhom", "nhóm của tình trạng, để chọn kiểu của ô", "cham", choices=STATUS_KEYS),
    text("tinh_trang", "tình trạng", "Chậm"),
    text("con_thieu", "còn thiếu hoặc vượt bao nhiêu", "còn thiếu 01 trẻ"),
    text("don_vi", "đơn vị thực hiện", "Thư viện"),
    texts("ghi_chu", "các dòng ghi chú", "Số liệu nhỏ (81/100)"),
)

BEHIND_FIELDS = (
    text("ten", "số và tên chỉ tiêu", "Chỉ tiêu 2a, tỷ lệ trẻ em biết bơi"),
    text("dien_giai", "kết quả và phần còn thiếu", "đạt 81,0%, còn thiếu 01 trẻ."),
    texts("giai_trinh", "các dòng giải trình đơn vị đã ghi", "Bể bơi sửa chữa."),
)

TASK_FIELDS = (
    text("stt", "số thứ tự", "1"),
    text("nhiem_vu", "nội dung nhiệm vụ", "Mở lớp bơi."),
    text("thoi_han", "thời hạn; trống khi chưa ghi", "05/03/2026"),
    texts("ket_qua", "các dòng kết quả đơn vị đã ghi", "Đã mở 02 lớp."),
    text("hoan_thanh", "đã hoàn thành hay chưa", "Đã hoàn thành"),
)

WORK_FIELDS = (
    text("cau_nhiem_vu", "câu tổng hợp về nhiệm vụ", "Hoàn thành 02 trên 03 nhiệm vụ."),
    rows(
        "nhiem_vu", "các đơn vị có nhiệm vụ",
        text("don_vi", "tên đơn vị", "Thư viện phường"),
        rows(
            "cac_nhiem_vu", "các nhiệm vụ của đơn vị",
            *TASK_FIELDS,
        ),
    ),
    text("cau_kinh_phi", "câu tổng hợp về kinh phí", "Đã chi 40% dự toán."),
    rows(
        "kinh_phi", "các nguồn kinh phí, dòng cuối là tổng cộng",
        text("stt", "số thứ tự; trống ở dòng tổng cộng", "1"),
        text("nguon", "nguồn kinh phí", "Ngân sách nhà nước"),
        text("du_toan", "dự toán, đồng; trống khi chưa có số liệu", "1.200.000"),
        text("da_chi", "đã chi, đồng; trống khi chưa có số liệu", "480.000"),
        text("ty_le", "tỷ lệ đã chi", "40%"),
    ),
    texts("ghi_chu_kinh_phi", "các ghi chú về kinh phí", "Ngân sách nhà nước: đã phân bổ."),
)  # fmt: skip

_CONTENT = (
    texts("ket_qua_chung", "các câu về kết quả chung và cách tính mức cần đạt",
          "Kỳ này đánh giá 23 chỉ tiêu."),
    chart("bieu_do_muc_tieu", "số nội dung theo mục tiêu và nhóm tình trạng, mỗi mục tiêu một"
          " thanh; trống khi chưa có số liệu nào"),
    text("loi_dan_cham", "câu dẫn của danh sách chậm", "Có 02 nội dung chậm:"),
    rows(
        "chi_tieu_cham", "các chỉ tiêu chậm, nặng nhất đứng trước",
        *BEHIND_FIELDS,
    ),
    chart("bieu_do_cham", "các nội dung chậm so với mức cần đạt (bằng 100), xa nhất đứng trước;"
          " trống khi không có nội dung nào so được"),
    text("loi_dan_chua_co_so_lieu", "câu dẫn của danh sách chưa có số liệu",
         "Còn 01 nội dung chưa có số liệu:"),
    rows(
        "chua_co_so_lieu", "các đơn vị còn nội dung chưa có số liệu",
        text("don_vi", "tên đơn vị", "Thư viện phường"),
        text("chi_tieu", "các nội dung, nối bằng dấu chấm phẩy", "tỷ lệ trẻ em được đọc sách"),
    ),
    text("moc_truoc", "năm của mốc trước", "2025"),
    text("moc_sau", "năm của mốc sau", "2030"),
    text("ky_truoc", "tên kỳ năm trước, để làm đầu cột", "6 tháng đầu năm 2025"),
    rows(
        "cac_muc_tieu", "các mục tiêu của kế hoạch",
        text("so", "số của mục tiêu", "1"),
        text("ten", "tên mục tiêu", "Về sân chơi"),
        texts("cac_cau", "các câu tổng hợp của mục tiêu", "Có 02 nội dung đạt."),
        rows("cac_dong", "các dòng của bảng, mỗi dòng một nội dung", *LINE_FIELDS),
        text("luu_y", "lưu ý về số liệu nhỏ; trống nếu không có", "(*) Số liệu nhỏ."),
    ),
    *WORK_FIELDS,
)  # fmt: skip

REPORT_FIELDS = FieldTree("Báo cáo", (("Thể thức", _PAPER), ("Nội dung", _CONTENT)))
