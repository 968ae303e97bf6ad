"""Draws `templates/bao_cao_don_vi.docx`: `python -m docgen.unit_report.template [FILE]`.

A developer's tool, see `docgen.report.template`. What the plan does not tell of a unit's
heading and signature is a marked place for the unit to write.
"""

from __future__ import annotations

import sys
from pathlib import Path

from docgen.report.template import draw_title_and_opening
from docgen.report.template_tables import FIGURE, draw_remark, draw_task_rows, draw_task_table
from docgen.shared.house_style import HEADING_LEFT_MM
from docgen.shared.template_parts import (
    closing,
    faults,
    heading,
    left_open,
    marked,
    missing,
    new_drawing,
    number,
    status,
)
from docgen.word.drawing import Container, Drawing

_SUBJECT = "{{ noi_dung_bao_cao }} thuộc {{ chuong_trinh }} {{ ky_bao_cao }}"
_TITLE = f"Kết quả thực hiện {_SUBJECT}"
_LAST = f"Trên đây là báo cáo kết quả thực hiện {_SUBJECT}./."
_MEASURES = "cac_dong"
_NOTED = "d.ghi_chu or d.nguon"  # a row of notes follows the measure's
_LINE_MM = 15  # below the names of units, which are shorter than those of committees
_NUMERALS = ("I", "II", "III", "IV", "V")


def _agency(cell: Container) -> None:
    with cell.only_if("co_quan_chu_quan"):
        cell.paragraph("CoQuanChuQuan", "{{ co_quan_chu_quan }}")
        cell.otherwise("cho_ghi_chu_quan")
        cell.paragraph("CoQuanChuQuan", marked("{{ cho_ghi_chu_quan }}"))
    with cell.only_if("co_quan"):
        cell.each("dong", "co_quan", "CoQuan")
        cell.otherwise()
        cell.paragraph("CoQuan", marked("[TÊN ĐƠN VỊ BÁO CÁO]"))
    cell.paragraph("Ke2", indent=(HEADING_LEFT_MM - _LINE_MM) / 2)


def _number(cell: Container) -> None:
    with cell.only_if("ky_hieu"):
        number("BC-{{ ky_hieu }}")(cell)
        cell.otherwise()
        number("BC-", marked("[KÝ HIỆU]"))(cell)


def _office(cell: Container) -> None:
    with cell.only_if("quyen_han"):
        cell.each("dong", "quyen_han", "ChucVu")
        cell.otherwise()
        cell.paragraph("ChucVu", marked("[QUYỀN HẠN, CHỨC VỤ]"))


def _signer(cell: Container) -> None:
    with cell.only_if("nguoi_ky"):
        cell.paragraph("NguoiKy", "{{ nguoi_ky }}")
        cell.otherwise()
        cell.paragraph("NguoiKy", marked("[Họ và tên người ký]"))


def _draw_section(drawing: Drawing, index: int, title: str) -> None:
    """Draw the heading of a section: its number is one less where a unit has no measures."""
    with_measures, without = _NUMERALS[index], _NUMERALS[index - 1]
    numeral = f"{{% if {_MEASURES} %}}{with_measures}{{% else %}}{without}{{% endif %}}"
    drawing.paragraph("MucLaMa", f"{numeral}. {title}")


def _name(cell: Container) -> None:
    words = "{{ d.so }}. {{ d.ten }}"
    with cell.only_if(_NOTED):
        cell.paragraph("BangNhoChu", words, keep=True)
        cell.otherwise()
        cell.paragraph("BangNhoChu", words)


def _notes(cell: Container) -> None:
    cell.each("cau", "d.ghi_chu", "BangGhiChu")
    with cell.only_if("d.nguon"):
        cell.paragraph("BangGhiChu", "Nguồn: {{ d.nguon }}")


def _draw_measures(drawing: Drawing) -> None:
    heads = ("Chỉ tiêu", "Mốc {{ moc_truoc }}", "Mốc {{ moc_sau }}", "{{ ky_truoc }}",
             "Kết quả {{ ky_bao_cao }}", "Mức cần đạt", "Tình trạng")  # fmt: skip
    drawing.paragraph("BangTen", "Kết quả thực hiện các chỉ tiêu {{ ky_bao_cao }}")
    table = drawing.table((45, 16, 16, 17, 25, 18, 23), heads=heads, head_style="BangNhoDau")
    with table.repeat("d", _MEASURES):
        table.row(
            _name,
            ("BangNhoSo", "{{ d.moc_truoc }}"),
            ("BangNhoSo", "{{ d.moc_sau }}"),
            ("BangNhoSo", "{{ d.ky_truoc }}"),
            FIGURE,
            ("BangNhoSo", "{{ d.can_dat }}"),
            status(),
        )
        with table.only_if(_NOTED):
            table.spanning_row(_notes)
    draw_remark(drawing, "luu_y")


def _draw_lead(drawing: Drawing, sentence: str, items: str) -> None:
    """Draw the sentence before a list, on the page of its first item."""
    words = f"{{{{ {sentence} }}}}"
    with drawing.only_if(items):
        drawing.paragraph("NoiDung", words, keep=True)
        drawing.otherwise()
        drawing.paragraph("NoiDung", words)


def _draw_lagging(drawing: Drawing) -> None:
    first = "{% if loop.first %}Giải trình: {% endif %}"
    with drawing.repeat("d", "chi_tieu_cham"):
        drawing.paragraph("NoiDung", "- {{ d.ten }}: {{ d.dien_giai }}")
        with drawing.only_if("d.giai_trinh"):
            drawing.each("cau", "d.giai_trinh", "NoiDung", f"{first}{{{{ cau }}}}")
            drawing.otherwise()
            left_open(drawing, "[Đơn vị ghi giải trình: nguyên nhân, hướng khắc phục.]")


def _draw_results(drawing: Drawing) -> None:
    with drawing.only_if(_MEASURES):
        drawing.paragraph("MucLaMa", f"{_NUMERALS[0]}. KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU")
        drawing.paragraph("Khoan", "1. Kết quả chung")
        drawing.each("cau", "ket_qua_chung", "NoiDung")
        _draw_measures(drawing)
        drawing.paragraph("Khoan", "2. Chỉ tiêu chậm, không đạt")
        _draw_lead(drawing, "loi_dan_cham", "chi_tieu_cham")
        _draw_lagging(drawing)
        drawing.paragraph("Khoan", "3. Chỉ tiêu chưa có số liệu")
        _draw_lead(drawing, "loi_dan_chua_co_so_lieu", "chua_co_so_lieu")
        drawing.each("ten", "chua_co_so_lieu", "NoiDung", "- {{ ten }}: ", missing(), ".")


def _draw_tasks(drawing: Drawing) -> None:
    _draw_section(drawing, 1, "KẾT QUẢ THỰC HIỆN NHIỆM VỤ")
    drawing.paragraph("NoiDung", "{{ cau_nhiem_vu }}", keep=True)
    with drawing.only_if("cac_nhiem_vu"):
        drawing.paragraph("BangTen", "Kết quả thực hiện nhiệm vụ")
        draw_task_rows(draw_task_table(drawing), "cac_nhiem_vu")
        drawing.paragraph("BangSau")


def _draw_for_the_unit(drawing: Drawing) -> None:
    _draw_section(drawing, 2, "KHÓ KHĂN, VƯỚNG MẮC, NGUYÊN NHÂN")
    left_open(drawing, "[Đơn vị ghi khó khăn, vướng mắc và nguyên nhân.]")
    _draw_section(drawing, 3, "PHƯƠNG HƯỚNG, NHIỆM VỤ KỲ SAU")
    left_open(drawing, "[Đơn vị ghi nhiệm vụ, giải pháp trọng tâm của kỳ sau.]")
    _draw_section(drawing, 4, "ĐỀ XUẤT, KIẾN NGHỊ")
    left_open(drawing, "[Đơn vị ghi đề xuất, kiến nghị.]", keep=True)


def draw() -> bytes:
    """Return the template as a .docx file's content; the same bytes every time."""
    drawing = new_drawing()
    heading(drawing, _number, "\u00a0{{ nam }}", agency=_agency)
    draw_title_and_opening(drawing, _TITLE, f"kết quả thực hiện {_SUBJECT}")
    _draw_results(drawing)
    _draw_tasks(drawing)
    _draw_for_the_unit(drawing)
    closing(drawing, _LAST, office=_office, signer=_signer)
    faults(drawing)
    return drawing.save(_TITLE)


if __name__ == "__main__":
    Path(sys.argv[1] if len(sys.argv) > 1 else "templates/bao_cao_don_vi.docx").write_bytes(draw())
