"""Draws `templates/so_ket_tong_ket.docx`: `python -m docgen.review.template [FILE]`.

A developer's tool. One template serves sơ kết and tổng kết: they differ in their years,
which are data, and in their name. The wording and the order of sections stand here, the
data come from `docgen.review.context`, the form from `templates/khung.docx`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from docgen.report.template import (
    draw_for_the_official,
    draw_lagging,
    draw_leadership,
    draw_title_and_opening,
    draw_without_figures,
)
from docgen.report.template_charts import status_chart
from docgen.report.template_tables import draw_money, draw_tasks
from docgen.review.template_charts import SMALL_CHART, WIDE_CHART
from docgen.review.template_tables import draw_annex, draw_goals
from docgen.shared.template_parts import closing, faults, heading, left_open, new_drawing, number
from docgen.word.drawing import Drawing

_CARRIED_OUT = "thực hiện {{ chuong_trinh }} trên địa bàn {{ don_vi_hanh_chinh }}"
_TITLE = f"{{{{ loai_bao_cao }}}} {_CARRIED_OUT}"
_REPORT = f"{{{{ loai_bao_cao_thuong }}}} {_CARRIED_OUT}"
_LAST = f"Trên đây là báo cáo {_REPORT}./."
_YEAR = "{{ nam_cua_so }}"
_SPAN = "{{ giai_doan }}"


def _draw_overview(drawing: Drawing) -> None:
    drawing.paragraph("MucLaMa", "I. KẾT QUẢ CHUNG")
    drawing.paragraph("Khoan", "1. Tình hình chung")
    drawing.each("cau", "ket_qua_chung", "NoiDung")
    drawing.paragraph("NoiDung", "Số liệu từng năm của mỗi chỉ tiêu có Phụ lục kèm theo.")
    with drawing.only_if("bieu_do_moc"):
        drawing.paragraph("BieuDo", status_chart("bieu_do_moc"))
    drawing.paragraph("Khoan", "2. Nội dung không đạt mốc")
    with drawing.repeat("m", "cac_moc"):
        drawing.paragraph("NoiDung", "{{ m.loi_dan }}", keep=True)
        draw_lagging(drawing, "m.cac_noi_dung")
    drawing.paragraph("Khoan", "3. Mức phải duy trì, mức yêu cầu hằng năm")
    drawing.paragraph("NoiDung", "{{ loi_dan_duy_tri }}", keep=True)
    drawing.each("d", "khong_duy_tri", "NoiDung", "- {{ d.ten }}: {{ d.dien_giai }}")
    draw_without_figures(drawing, "4. Nội dung chưa có số liệu")
    with drawing.only_if("ten_dien_bien"):
        drawing.paragraph("BangTen", "{{ ten_dien_bien }}")
        _draw_trends(drawing)


def _draw_trends(drawing: Drawing) -> None:
    """Draw the small charts, as many on a line as there is room for, or the wide ones."""
    with drawing.only_if("cac_dien_bien"):
        first, last = "{% for c in cac_dien_bien %}", "{% endfor %}"
        drawing.paragraph("BieuDo", first, SMALL_CHART, last)
    drawing.each("c", "cac_dien_bien_rong", "BieuDo", WIDE_CHART)


def _draw_of_the_year(drawing: Drawing, known: Callable[[], None], what: str) -> None:
    """Draw what is known of one year only, and the place for the others."""
    with drawing.only_if("nam_cua_so"):
        drawing.paragraph("NoiDung", f"Năm\u00a0{_YEAR}, {what} như sau:", keep=True)
        known()
        left_open(drawing, f"[Đơn vị ghi {what} của các năm khác trong {_SPAN}.]")
        drawing.otherwise()
        left_open(drawing, f"[Đơn vị ghi {what} của {_SPAN}.]")


def draw() -> bytes:
    """Return the template as a .docx file's content; the same bytes every time."""
    drawing = new_drawing()
    heading(drawing, number("BC-{{ ky_hieu }}"))
    draw_title_and_opening(drawing, _TITLE, _REPORT)
    _draw_overview(drawing)
    drawing.paragraph("MucLaMa", "II. KẾT QUẢ THỰC HIỆN CÁC MỤC TIÊU, CHỈ TIÊU")
    draw_goals(drawing)
    draw_leadership(drawing, _SPAN)
    drawing.paragraph("Khoan", "2. Nhiệm vụ của các đơn vị")
    _draw_of_the_year(drawing, lambda: draw_tasks(drawing), "kết quả thực hiện nhiệm vụ")
    drawing.paragraph("Khoan", "3. Kinh phí thực hiện")
    _draw_of_the_year(
        drawing, lambda: draw_money(drawing, _YEAR, f"năm {_YEAR}"), "kinh phí thực hiện"
    )
    draw_for_the_official(drawing, "{{ giai_doan_sau_hoa }}", "giai đoạn sau", lessons=True)
    closing(drawing, _LAST)
    faults(drawing)
    drawing.landscape()
    draw_annex(drawing)
    return drawing.save(_TITLE)


if __name__ == "__main__":
    place = sys.argv[1] if len(sys.argv) > 1 else "templates/so_ket_tong_ket.docx"
    Path(place).write_bytes(draw())
