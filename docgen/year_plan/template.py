"""Draws `templates/ke_hoach_nam.docx`: `python -m docgen.year_plan.template [FILE]`.

A developer's tool. The wording and the order of sections stand here, the data come from
`docgen.year_plan.context`, the form from `templates/khung.docx`.
"""

from __future__ import annotations

import sys
from pathlib import Path

from docgen.shared.template_parts import (
    closing,
    draft_frame,
    faults,
    heading,
    kept,
    left_open,
    new_drawing,
    number,
    title,
    value,
)
from docgen.word.drawing import Container, Drawing

_NAME = "{{ chuong_trinh }} trên địa bàn {{ don_vi_hanh_chinh }} năm\u00a0{{ nam }}"
_TITLE = f"Thực hiện {_NAME}"
_LAST = f"Trên đây là Kế hoạch thực hiện {_NAME}./."
_UNTYPED = "[chưa ghi]"


def _draw_opening(drawing: Drawing) -> None:
    title(drawing, "KẾ HOẠCH", _TITLE)
    draft_frame(drawing)
    drawing.paragraph(
        "NoiDung",
        "{% if can_cu %}Thực hiện {{ can_cu }}; {% endif %}{{ ten_co_quan }} ban hành Kế hoạch "
        f"thực hiện {_NAME}, cụ thể như sau:",
    )


def _draw_results_and_goals(drawing: Drawing) -> None:
    drawing.paragraph("MucLaMa", "I. KẾT QUẢ NĂM {{ nam_truoc }}")
    drawing.each("cau", "ket_qua_nam_truoc", "NoiDung")
    left_open(drawing, "[Đơn vị ghi đánh giá chung, khó khăn, nguyên nhân.]")
    drawing.paragraph("MucLaMa", "II. MỤC TIÊU")
    drawing.paragraph("Khoan", "1. Mục tiêu chung")
    drawing.each("doan", "muc_tieu_chung", "NoiDung", "- {{ doan }}")
    drawing.paragraph("Khoan", "2. Chỉ tiêu năm {{ nam }}")
    drawing.paragraph(
        "NoiDung",
        "{{ cach_tinh }} Phần còn thiếu tính theo số trẻ em, số trường của năm "
        "{{ nam_truoc }}; số của năm {{ nam }} có thể khác.",
    )
    drawing.paragraph("BangTen", "Các chỉ tiêu của năm {{ nam }}")
    _draw_targets(drawing)
    drawing.paragraph("BangSau")


def _draw_targets(drawing: Drawing) -> None:
    """Draw the table of targets, with a row over all columns for every goal."""
    heads = ("STT", "Chỉ tiêu", "Kết quả năm {{ nam_truoc }}", "Mục tiêu năm {{ nam }}",
             "Mốc năm {{ moc }}", "So với mục tiêu", "Đơn vị")  # fmt: skip
    table = drawing.table((11, 41, 22, 22, 19, 27, 18), heads=heads, head_style="BangNhoDau")
    with table.repeat("m", "cac_muc_tieu"):
        table.spanning_row(("BangNhoMuc", "Mục tiêu {{ m.so }}. {{ m.ten }}"))
        with table.repeat("d", "m.cac_dong"):
            table.row(
                ("BangNhoSo", "{{ d.so }}"),
                ("BangNhoChu", "{{ d.ten }}"),
                value("d.ket_qua", counts="d.so_dem"),
                value("d.muc_tieu", unknown="[phường ghi]"),
                ("BangNhoSo", "{{ d.moc }}"),
                ("BangNhoSo", "{{ d.con_thieu }}"),
                ("BangNhoSo", "{{ d.don_vi }}"),
            )


def _draw_what_to_do(drawing: Drawing) -> None:
    drawing.paragraph("MucLaMa", "III. NHIỆM VỤ VÀ GIẢI PHÁP")
    drawing.paragraph("Khoan", "1. Nội dung trọng tâm")
    drawing.paragraph("NoiDung", "{{ loi_dan_trong_tam }}")
    drawing.each("cau", "trong_tam", "NoiDung", "- {{ cau }}")
    left_open(drawing, "[Đơn vị ghi giải pháp cho từng nội dung trọng tâm.]")
    drawing.paragraph("Khoan", "2. Các nhóm nhiệm vụ, giải pháp")
    drawing.paragraph(
        "NoiDung",
        "Thực hiện các nhóm nhiệm vụ, giải pháp tại mục {{ muc_giai_phap }} của "
        "{{ ten_ke_hoach }}:",
        keep=True,
    )
    item = "- {{ g }}{% if loop.last %}.{% else %};{% endif %}"
    drawing.each("g", "giai_phap", "NoiDung", item)
    left_open(drawing, "[Đơn vị ghi hoạt động cụ thể trong năm.]")


def _draw_money(drawing: Drawing) -> None:
    planned = "Dự toán năm {{ nam }} (đồng)"
    drawing.paragraph("MucLaMa", "IV. KINH PHÍ THỰC HIỆN")
    with drawing.only_if("kinh_phi_nam_truoc"):
        drawing.paragraph("NoiDung", "{{ kinh_phi_nam_truoc }}", keep=True)
    drawing.paragraph("BangTen", "Kinh phí thực hiện năm {{ nam }}")
    with drawing.only_if("kinh_phi_nam_truoc"):
        heads = ("STT", "Nguồn kinh phí", "Đã chi năm {{ nam_truoc }} (đồng)", planned)
        _draw_sources(drawing, (12, 68, 40, 40), heads, "k.da_chi", "k.du_toan")
        drawing.otherwise()
        _draw_sources(drawing, (12, 98, 50), ("STT", "Nguồn kinh phí", planned), "k.du_toan")
    drawing.paragraph("BangSau")


def _draw_sources(
    drawing: Drawing, widths: tuple[float, ...], heads: tuple[str, ...], *amounts: str
) -> None:
    table = drawing.table(widths, heads=heads)
    with table.repeat("k", "kinh_phi"):
        table.row(
            kept("BangSo", "{{ k.stt }}"),
            kept("BangChu", "{{ k.nguon }}"),
            *(value(field, "BangTien", unknown=_UNTYPED, keep=True) for field in amounts),
        )


def _draw_units(drawing: Drawing) -> None:
    drawing.paragraph("MucLaMa", "V. TỔ CHỨC THỰC HIỆN")
    drawing.paragraph("Khoan", "1. Nhiệm vụ của các đơn vị")
    _draw_tasks(drawing)
    drawing.paragraph("BangSau")
    with drawing.only_if("chua_giao"):
        words = (
            "[{{ ten_ke_hoach }} chưa giao chỉ tiêu {{ chua_giao }} cho đơn vị nào; phường xác "
            "nhận đơn vị thực hiện ghi ở bảng trên.]"
        )
        left_open(drawing, words)
    drawing.paragraph("Khoan", "2. Chế độ báo cáo")
    drawing.each("cau", "han_so_lieu", "NoiDung", keep=True)
    words = "[Đơn vị ghi thời hạn gửi số liệu và báo cáo theo quy định.]"
    left_open(drawing, words, keep=True)


def _draw_tasks(drawing: Drawing) -> None:
    def unit(cell: Container) -> None:
        cell.paragraph("BangMuc", "{{ u.don_vi }}")
        with cell.only_if("u.chi_tieu"):
            cell.paragraph("BangChu", "{{ u.chi_tieu }}", keep=True)

    def task(cell: Container) -> None:
        cell.paragraph("BangChu", "{{ n.nhiem_vu }}")
        with cell.only_if("n.ton_dong"):
            cell.paragraph("BangChu", "{{ n.ton_dong }}")

    table = drawing.table((12, 116, 32), heads=("STT", "Nhiệm vụ", "Thời hạn"))
    with table.repeat("u", "cac_don_vi"):
        table.spanning_row(unit)
        with table.repeat("n", "u.cac_nhiem_vu"):
            deadline = value("n.thoi_han", "BangSo", unknown=_UNTYPED)
            table.row(("BangSo", "{{ n.stt }}"), task, deadline)


def draw() -> bytes:
    """Return the template as a .docx file's content; the same bytes every time."""
    drawing = new_drawing()
    heading(drawing, number("KH-{{ ky_hieu }}"))
    _draw_opening(drawing)
    _draw_results_and_goals(drawing)
    _draw_what_to_do(drawing)
    _draw_money(drawing)
    _draw_units(drawing)
    closing(drawing, _LAST)
    faults(drawing)
    return drawing.save(_TITLE)


if __name__ == "__main__":
    Path(sys.argv[1] if len(sys.argv) > 1 else "templates/ke_hoach_nam.docx").write_bytes(draw())
