"""Draws `templates/bao_cao.docx`: `python -m docgen.report.template [FILE]`.

A developer's tool. Officials edit the drawn file in Word; whoever changes the text here
draws it anew, and a test holds both together. The wording and the order of sections
stand here, the data come from `docgen.report.context`, the form from `templates/khung.docx`.
"""

from __future__ import annotations

import sys
from pathlib import Path

from docgen.report.template_charts import LAGGING_CHART, status_chart
from docgen.report.template_tables import draw_annex, draw_goals, draw_money, draw_tasks
from docgen.shared.template_parts import (
    addressees,
    closing,
    faults,
    heading,
    left_open,
    missing,
    new_drawing,
    number,
    title,
)
from docgen.word.drawing import Drawing

_RESULT = "thực hiện {{ chuong_trinh }} trên địa bàn {{ don_vi_hanh_chinh }} {{ ky_bao_cao }}"
_TITLE = f"Kết quả {_RESULT}"
_LAST = f"Trên đây là báo cáo kết quả {_RESULT}./."


def draw_title_and_opening(drawing: Drawing, name: str, subject: str) -> None:
    """Draw title, addressees, frame and the first sentence: `… báo cáo kết quả … như sau:`."""
    title(drawing, "BÁO CÁO", name)
    addressees(drawing)
    drawing.paragraph(
        "NoiDung",
        "{% if can_cu %}Thực hiện {{ can_cu }}; {% endif %}{{ ten_co_quan }} báo cáo "
        f"{subject} như sau:",
    )


def _draw_overview(drawing: Drawing) -> None:
    drawing.paragraph("MucLaMa", "I. KẾT QUẢ CHUNG")
    drawing.paragraph("Khoan", "1. Tình hình chung")
    drawing.each("cau", "ket_qua_chung", "NoiDung")
    drawing.paragraph("NoiDung", "Số liệu chi tiết của từng chỉ tiêu có Phụ lục kèm theo.")
    with drawing.only_if("bieu_do_muc_tieu"):
        drawing.paragraph("BieuDo", status_chart("bieu_do_muc_tieu"))
    drawing.paragraph("Khoan", "2. Chỉ tiêu chậm, không đạt")
    drawing.paragraph("NoiDung", "{{ loi_dan_cham }}")
    draw_lagging(drawing, "chi_tieu_cham")
    with drawing.only_if("bieu_do_cham"):
        drawing.paragraph("BieuDo", LAGGING_CHART)
    draw_without_figures(drawing, "3. Chỉ tiêu chưa có số liệu")


def draw_lagging(drawing: Drawing, source: str) -> None:
    """Draw the list of what is lagging, with what the units explain."""
    first = "{% if loop.first %}Giải trình của đơn vị: {% endif %}"
    with drawing.repeat("d", source):
        drawing.paragraph("NoiDung", "- {{ d.ten }}: {{ d.dien_giai }}")
        drawing.each("cau", "d.giai_trinh", "NoiDung", f"{first}{{{{ cau }}}}")


def draw_without_figures(drawing: Drawing, head: str) -> None:
    """Draw the list of what has no figures, by unit."""
    drawing.paragraph("Khoan", head)
    drawing.paragraph("NoiDung", "{{ loi_dan_chua_co_so_lieu }}")
    words = "- {{ nhom.don_vi }}: {{ nhom.chi_tieu }}: "
    drawing.each("nhom", "chua_co_so_lieu", "NoiDung", words, missing(), ".")


def draw_leadership(drawing: Drawing, when: str) -> None:
    """Draw the head of the section on what was done, and its first part."""
    drawing.paragraph("MucLaMa", "III. CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI THỰC HIỆN")
    drawing.paragraph("Khoan", "1. Công tác lãnh đạo, chỉ đạo")
    words = "[Đơn vị ghi văn bản đã ban hành, công tác truyền thông, tập huấn, kiểm tra trong"
    left_open(drawing, f"{words} {when}.]")


def draw_for_the_official(
    drawing: Drawing, following: str, later: str, *, lessons: bool = False
) -> None:
    """Draw the sections that nobody but the official can write.

    Args:
        drawing: the document.
        following: what the next tasks are of, in capitals: `KỲ SAU`.
        later: the same in a sentence: `kỳ sau`.
        lessons: whether lessons are asked for, as of a span of years (domain, 2.1).
    """
    drawing.paragraph("MucLaMa", "IV. ĐÁNH GIÁ CHUNG")
    drawing.paragraph("Khoan", "1. Ưu điểm")
    left_open(drawing, "[Đơn vị ghi ưu điểm.]")
    drawing.paragraph("Khoan", "2. Tồn tại, hạn chế")
    left_open(drawing, "[Đơn vị ghi tồn tại, hạn chế, khó khăn, vướng mắc.]")
    drawing.paragraph("Khoan", "3. Nguyên nhân")
    left_open(drawing, "[Đơn vị ghi nguyên nhân khách quan, chủ quan.]")
    if lessons:
        drawing.paragraph("Khoan", "4. Bài học kinh nghiệm")
        left_open(drawing, "[Đơn vị ghi bài học kinh nghiệm.]")
    drawing.paragraph("MucLaMa", f"V. PHƯƠNG HƯỚNG, NHIỆM VỤ {following}")
    left_open(drawing, f"[Đơn vị ghi nhiệm vụ, giải pháp trọng tâm của {later}.]")
    drawing.paragraph("MucLaMa", "VI. ĐỀ XUẤT, KIẾN NGHỊ")
    left_open(drawing, "[Đơn vị ghi đề xuất, kiến nghị.]", keep=True)


def draw() -> bytes:
    """Return the template as a .docx file's content; the same bytes every time."""
    drawing = new_drawing()
    heading(drawing, number("BC-{{ ky_hieu }}"), "\u00a0{{ nam }}")
    draw_title_and_opening(drawing, _TITLE, f"kết quả {_RESULT}")
    _draw_overview(drawing)
    drawing.paragraph("MucLaMa", "II. KẾT QUẢ THỰC HIỆN CÁC MỤC TIÊU, CHỈ TIÊU")
    draw_goals(drawing)
    draw_leadership(drawing, "kỳ")
    drawing.paragraph("Khoan", "2. Nhiệm vụ của các đơn vị")
    draw_tasks(drawing)
    drawing.paragraph("Khoan", "3. Kinh phí thực hiện")
    draw_money(drawing)
    draw_for_the_official(drawing, "KỲ SAU", "kỳ sau")
    closing(drawing, _LAST)
    faults(drawing)
    drawing.landscape()
    draw_annex(drawing)
    return drawing.save(_TITLE)


if __name__ == "__main__":
    Path(sys.argv[1] if len(sys.argv) > 1 else "templates/bao_cao.docx").write_bytes(draw())
