"""The template `so_ket_tong_ket.docx`, as it is drawn.

One template serves sơ kết and tổng kết: they differ in their years, which are data, and in
their name.
"""

from __future__ import annotations

from docgen.shared import template_parts
from docgen.word import drawing
from docgen.word.drawing import KEEP, ROW, Column, Item, Tag, each, either, only_if, repeat, table

_CARRIED_OUT = "thực hiện {{ chuong_trinh }} trên địa bàn {{ don_vi_hanh_chinh }}"
_TITLE = f"{{{{ loai_bao_cao }}}} {_CARRIED_OUT}"
_REPORT = f"{{{{ loai_bao_cao_thuong }}}} {_CARRIED_OUT}"
_YEAR = "{{ nam_cua_so }}"
_SPAN = "{{ giai_doan }}"

# As many on a line as there is room for.
_SMALL_CHARTS = (
    "BieuDo",
    "{% for c in cac_dien_bien %}",
    drawing.SampleChart("dien_bien"),
    "{% endfor %}",
)


def _figure(*fields: str) -> list[Item]:
    """Return the cell of one year: the value, and below it these fields where they are."""
    below = [item for field in fields for item in template_parts.optional(field, "BangNhoDem")]
    missing = ("BangNhoDem", (template_parts.MISSING, "[…]"))  # as short as nine columns ask
    return either("n.ket_qua", [("BangNhoDem", "{{ n.ket_qua }}"), *below], [missing])


def _columns(width: float, *fields: str) -> list[Column]:
    """Return the columns from the years on: one of this width is repeated, see `_figure`."""
    head = [("BangNhoDau", "{{ n.nam }}"), *template_parts.optional("n.dau", "BangNhoDau")]
    return [
        (20, Tag("for n in cac_nam"), Tag("for n in d.cac_nam")),
        (width, head, _figure(*fields)),
        (20, Tag("endfor"), Tag("endfor")),
        (24, "{{ ten_moc }}", each("cau in d.moc", "BangNhoSo")),
        (24, "Đánh giá", repeat("g in d.danh_gia", *template_parts.status("g.nhom", "g.noi_dung"))),
    ]


def _of_the_year(known: list[Item], what: str) -> list[Item]:
    """Return what is known of one year only, and the place for the others."""
    words = f"Năm\u00a0{_YEAR}, {what} như sau:"
    others = template_parts.left_open(f"[Đơn vị ghi {what} của các năm khác trong {_SPAN}.]")
    unknown = template_parts.left_open(f"[Đơn vị ghi {what} của {_SPAN}.]")
    return either("nam_cua_so", [("NoiDung", words, KEEP), *known, others], [unknown])


_GOAL_COLUMNS = _columns(72, "n.dau")
_NAME = ("BangNhoChu", "{{ d.so }}. {{ d.ten }} ({{ d.don_vi_tinh }})", KEEP)
_ANNEX_COLUMNS: list[Column] = [
    (12, "STT", ("BangNhoSo", "{{ d.so }}", KEEP)),
    (49, "Chỉ tiêu", ("BangNhoChu", "{{ d.ten }}", KEEP)),
    (16, "ĐVT", ("BangNhoDem", "{{ d.don_vi_tinh }}", KEEP)),
    *_columns(82, "n.so_dem", "n.dau"),
]
_NO_SOURCE = ("BangGhiChu", "Nguồn: ", template_parts.NO_FIGURES)
_SOURCE = either("d.nguon", [("BangGhiChu", "Nguồn: {{ d.nguon }}.")], [_NO_SOURCE])
_NOTES = each("cau in d.ghi_chu", "BangGhiChu", "Ghi chú {{ cau }}.")  # on small numbers

_OF_MILESTONE = ("NoiDung", "{{ m.loi_dan }}", KEEP)
_BODY: list[Item] = [
    template_parts.heading([template_parts.number("BC-{{ ky_hieu }}")]),
    *template_parts.report_opening(_TITLE, _REPORT),
    *template_parts.overview(
        "Số liệu từng năm của mỗi chỉ tiêu có Phụ lục kèm theo.", "bieu_do_moc"
    ),
    ("Khoan", "2. Nội dung không đạt mốc"),
    *repeat("m in cac_moc", _OF_MILESTONE, *template_parts.lagging("m.cac_noi_dung")),
    ("Khoan", "3. Mức phải duy trì, mức yêu cầu hằng năm"),
    ("NoiDung", "{{ loi_dan_duy_tri }}", KEEP),
    *each("d in khong_duy_tri", "NoiDung", "- {{ d.ten }}: {{ d.dien_giai }}"),
    ("Khoan", "4. Nội dung chưa có số liệu"),
    *template_parts.WITHOUT_FIGURES,
    *only_if(
        "ten_dien_bien",
        ("BangTen", "{{ ten_dien_bien }}"),
        *only_if("cac_dien_bien", _SMALL_CHARTS),
        *each("c in cac_dien_bien_rong", "BieuDo", drawing.SampleChart("dien_bien_rong")),
    ),
    *template_parts.goals(
        "Kết quả từng năm", table(_GOAL_COLUMNS, *repeat("d in m.cac_dong", _NAME, ROW), small=True)
    ),
    *template_parts.work_done(
        _SPAN,
        _of_the_year(template_parts.TASKS, "kết quả thực hiện nhiệm vụ"),
        _of_the_year(template_parts.money(_YEAR, f"năm {_YEAR}"), "kinh phí thực hiện"),
    ),
    *template_parts.for_the_official(
        "{{ giai_doan_sau_hoa }}",
        "giai đoạn sau",
        ("Khoan", "4. Bài học kinh nghiệm"),
        template_parts.left_open("[Đơn vị ghi bài học kinh nghiệm.]"),
    ),
    *template_parts.closing(f"Trên đây là báo cáo {_REPORT}./."),
    *template_parts.FINDINGS,
]
_ANNEX: list[Item] = [
    *template_parts.annex_title("SỐ LIỆU TỪNG NĂM CỦA CÁC CHỈ TIÊU {{ giai_doan_hoa }}"),
    template_parts.table_by_goal(_ANNEX_COLUMNS, drawing.Row([[*_SOURCE, *_NOTES]], wide=True)),
    *template_parts.remark("luu_y"),
    template_parts.AFTER_TABLE,
]
TEMPLATE = template_parts.Template("so_ket_tong_ket.docx", _TITLE, _BODY, _ANNEX)
