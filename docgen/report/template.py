"""The template `bao_cao.docx`, as it is drawn.

Officials edit the drawn file in Word; whoever changes the text here draws it anew
(`docgen.product_templates`), and a test holds both together. The wording and the order of
sections stand here, the data come from the room's context, the form from `khung.docx`.
"""

from __future__ import annotations

from docgen.shared import template_parts
from docgen.word.drawing import ROW, Column, Item, SampleChart, each, only_if, repeat, table

_RESULT = "thực hiện {{ chuong_trinh }} trên địa bàn {{ don_vi_hanh_chinh }} {{ ky_bao_cao }}"
_TITLE = f"Kết quả {_RESULT}"
_ANNEX_TITLE = "KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU {{ ky_bao_cao_hoa }}"

_GOAL_COLUMNS: list[Column] = [
    (44, "Chỉ tiêu", ("BangNhoChu", "{{ d.so }}. {{ d.ten }}")),
    (17, "Mốc {{ moc_truoc }}", ("BangNhoSo", "{{ d.moc_truoc }}")),
    (17, "Mốc {{ moc_sau }}", ("BangNhoSo", "{{ d.moc_sau }}")),
    (17, "{{ ky_truoc }}", ("BangNhoSo", "{{ d.ky_truoc }}")),
    (25, "Kết quả {{ ky_bao_cao }}", template_parts.FIGURE),
    (21, "Tình trạng", template_parts.status()),
    (19, "Đơn vị", ("BangNhoSo", "{{ d.don_vi }}")),
]
_COUNTS_BEFORE = template_parts.optional("d.ky_truoc_so_dem", "BangNhoDem")
_ANNEX_COLUMNS: list[Column] = [
    (11, "STT", ("BangNhoSo", "{{ d.so }}")),
    (39, "Chỉ tiêu", ("BangNhoChu", "{{ d.ten }}")),
    (16, "ĐVT", ("BangNhoSo", "{{ d.don_vi_tinh }}")),
    (15, "Mốc {{ moc_truoc }}", ("BangNhoSo", "{{ d.moc_truoc }}")),
    (15, "Mốc {{ moc_sau }}", ("BangNhoSo", "{{ d.moc_sau }}")),
    (19, "{{ ky_truoc }}", [("BangNhoSo", "{{ d.ky_truoc }}"), *_COUNTS_BEFORE]),
    (24, "Kết quả kỳ", template_parts.FIGURE),
    (17, "Mức cần đạt", ("BangNhoSo", "{{ d.can_dat }}")),
    (21, "Tình trạng", template_parts.status()),
    (20, "Còn thiếu, vượt", ("BangNhoSo", "{{ d.con_thieu }}")),
    (17, "Đơn vị", ("BangNhoSo", "{{ d.don_vi }}")),
    (33, "Ghi chú", each("cau in d.ghi_chu", "BangGhiChu")),
]

_BODY: list[Item] = [
    template_parts.heading([template_parts.number("BC-{{ ky_hieu }}")], "\u00a0{{ nam }}"),
    *template_parts.report_opening(_TITLE, f"kết quả {_RESULT}"),
    *template_parts.overview(
        "Số liệu chi tiết của từng chỉ tiêu có Phụ lục kèm theo.", "bieu_do_muc_tieu"
    ),
    ("Khoan", "2. Chỉ tiêu chậm, không đạt"),
    ("NoiDung", "{{ loi_dan_cham }}"),
    *template_parts.lagging("chi_tieu_cham"),
    *only_if("bieu_do_cham", ("BieuDo", SampleChart("bieu_do_cham"))),
    ("Khoan", "3. Chỉ tiêu chưa có số liệu"),
    *template_parts.WITHOUT_FIGURES,
    *template_parts.goals(
        "Kết quả thực hiện", table(_GOAL_COLUMNS, *repeat("d in m.cac_dong", ROW), small=True)
    ),
    *template_parts.work_done("kỳ", template_parts.TASKS, template_parts.money()),
    *template_parts.for_the_official("KỲ SAU", "kỳ sau"),
    *template_parts.closing(f"Trên đây là báo cáo kết quả {_RESULT}./."),
    *template_parts.FINDINGS,
]
_ANNEX: list[Item] = [
    *template_parts.annex_title(_ANNEX_TITLE, "\u00a0{{ nam }} "),
    template_parts.table_by_goal(_ANNEX_COLUMNS),
    template_parts.AFTER_TABLE,
]
TEMPLATE = template_parts.Template("bao_cao.docx", _TITLE, _BODY, _ANNEX)
