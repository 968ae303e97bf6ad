"""The template `bao_cao_don_vi.docx`, as it is drawn.

What the plan does not tell of a unit's
heading and signature is a marked place for the unit to write.
"""

from __future__ import annotations

from docgen.shared import template_parts
from docgen.shared.template_parts import MARKED, NO_FIGURES, left_open
from docgen.word import drawing
from docgen.word.drawing import KEEP, ROW, Column, Item, each, either, only_if, repeat, table

_SUBJECT = "{{ noi_dung_bao_cao }} thuộc {{ chuong_trinh }} {{ ky_bao_cao }}"
_TITLE = f"Kết quả thực hiện {_SUBJECT}"
_LAST = f"Trên đây là báo cáo kết quả thực hiện {_SUBJECT}./."
_MEASURES = "cac_dong"
_NOTED = "d.ghi_chu or d.nguon"  # a row of notes follows the measure's


def _lines(field: str, style: str, place: str) -> list[Item]:
    """Return the lines of a field, or the place for the unit to write them."""
    return either(field, each(f"dong in {field}", style), [(style, (MARKED, place))])


_AGENCY: list[Item] = [
    drawing.Tag("if co_quan_chu_quan"),
    ("CoQuanChuQuan", "{{ co_quan_chu_quan }}"),
    drawing.Tag("elif cho_ghi_chu_quan"),
    ("CoQuanChuQuan", (MARKED, "{{ cho_ghi_chu_quan }}")),
    drawing.Tag("endif"),
    *_lines("co_quan", "CoQuan", "[TÊN ĐƠN VỊ BÁO CÁO]"),
    ("Ke2DonVi",),
]
_NO_CODE = template_parts.number("BC-", (MARKED, "[KÝ HIỆU]"))
_NUMBER = either("ky_hieu", [template_parts.number("BC-{{ ky_hieu }}")], [_NO_CODE])
_OFFICE = _lines("quyen_han", "ChucVu", "[QUYỀN HẠN, CHỨC VỤ]")
_NO_SIGNER = ("NguoiKy", (MARKED, "[Họ và tên người ký]"))
_SIGNER = either("nguoi_ky", [("NguoiKy", "{{ nguoi_ky }}")], [_NO_SIGNER])


def _section(numeral: str, without_measures: str, title: str) -> drawing.Paragraph:
    """Return the heading of a section, which is another where a unit has no measures."""
    numerals = f"{{% if {_MEASURES} %}}{numeral}{{% else %}}{without_measures}{{% endif %}}"
    return "MucLaMa", f"{numerals}. {title}"


def _kept_if(condition: str, style: str, words: str) -> list[Item]:
    """Return a paragraph that stays on the page of what follows, if that is there."""
    return either(condition, [(style, words, KEEP)], [(style, words)])


_COLUMNS: list[Column] = [
    (45, "Chỉ tiêu", _kept_if(_NOTED, "BangNhoChu", "{{ d.so }}. {{ d.ten }}")),
    (16, "Mốc {{ moc_truoc }}", ("BangNhoSo", "{{ d.moc_truoc }}")),
    (16, "Mốc {{ moc_sau }}", ("BangNhoSo", "{{ d.moc_sau }}")),
    (17, "{{ ky_truoc }}", ("BangNhoSo", "{{ d.ky_truoc }}")),
    (25, "Kết quả {{ ky_bao_cao }}", template_parts.FIGURE),
    (18, "Mức cần đạt", ("BangNhoSo", "{{ d.can_dat }}")),
    (23, "Tình trạng", template_parts.status()),
]
_SOURCE = only_if("d.nguon", ("BangGhiChu", "Nguồn: {{ d.nguon }}"))
_NOTES = drawing.Row([[*each("cau in d.ghi_chu", "BangGhiChu"), *_SOURCE]], wide=True)
_MEASURE_ROWS = [ROW, *only_if(_NOTED, _NOTES)]
_UNEXPLAINED = left_open("[Đơn vị ghi giải trình: nguyên nhân, hướng khắc phục.]")

_BODY: list[Item] = [
    template_parts.heading(_NUMBER, "\u00a0{{ nam }}", _AGENCY),
    *template_parts.report_opening(_TITLE, f"kết quả thực hiện {_SUBJECT}"),
    *only_if(
        _MEASURES,
        ("MucLaMa", "I. KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU"),
        ("Khoan", "1. Kết quả chung"),
        *each("cau in ket_qua_chung", "NoiDung"),
        ("BangTen", "Kết quả thực hiện các chỉ tiêu {{ ky_bao_cao }}"),
        table(_COLUMNS, *repeat(f"d in {_MEASURES}", *_MEASURE_ROWS), small=True),
        *template_parts.remark("luu_y"),
        ("Khoan", "2. Chỉ tiêu chậm, không đạt"),
        *_kept_if("chi_tieu_cham", "NoiDung", "{{ loi_dan_cham }}"),
        *repeat(
            "d in chi_tieu_cham",
            ("NoiDung", "- {{ d.ten }}: {{ d.dien_giai }}"),
            *either("d.giai_trinh", template_parts.explanations("Giải trình"), [_UNEXPLAINED]),
        ),
        ("Khoan", "3. Chỉ tiêu chưa có số liệu"),
        *_kept_if("chua_co_so_lieu", "NoiDung", "{{ loi_dan_chua_co_so_lieu }}"),
        *each("ten in chua_co_so_lieu", "NoiDung", "- {{ ten }}: ", NO_FIGURES, "."),
    ),
    _section("II", "I", "KẾT QUẢ THỰC HIỆN NHIỆM VỤ"),
    ("NoiDung", "{{ cau_nhiem_vu }}", KEEP),
    *only_if(
        "cac_nhiem_vu",
        ("BangTen", "Kết quả thực hiện nhiệm vụ"),
        table(template_parts.TASK_COLUMNS, *repeat("n in cac_nhiem_vu", ROW)),
        template_parts.AFTER_TABLE,
    ),
    _section("III", "II", "KHÓ KHĂN, VƯỚNG MẮC, NGUYÊN NHÂN"),
    left_open("[Đơn vị ghi khó khăn, vướng mắc và nguyên nhân.]"),
    _section("IV", "III", "PHƯƠNG HƯỚNG, NHIỆM VỤ KỲ SAU"),
    left_open("[Đơn vị ghi nhiệm vụ, giải pháp trọng tâm của kỳ sau.]"),
    _section("V", "IV", "ĐỀ XUẤT, KIẾN NGHỊ"),
    left_open("[Đơn vị ghi đề xuất, kiến nghị.]", KEEP),
    *template_parts.closing(_LAST, _OFFICE, _SIGNER),
    *template_parts.FINDINGS,
]
TEMPLATE = template_parts.Template("bao_cao_don_vi.docx", _TITLE, _BODY)
