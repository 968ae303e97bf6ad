"""Draws `templates/ke_hoach.docx`: `python -m docgen.plan.template [FILE]`.

A developer's tool. Every sentence of this document is the plan's own, so the template
holds its order and form only; the data come from `docgen.plan.context`.
"""

from __future__ import annotations

import sys
from pathlib import Path

from docgen.shared.template_parts import closing, heading, new_drawing, number
from docgen.word.drawing import Drawing

_TITLE = "{% for dong in trich_yeu %}{{ dong }}{% if not loop.last %} {% endif %}{% endfor %}"


def _draw_title(drawing: Drawing) -> None:
    drawing.paragraph("TenLoai", "{{ ten_loai }}")
    drawing.each("dong", "trich_yeu", "TrichYeu")
    drawing.paragraph("Ke3")
    drawing.each("doan", "mo_dau", "NoiDung")


def _draw_goals(drawing: Drawing) -> None:
    drawing.paragraph("MucLaMa", "{{ tieu_de_muc_tieu }}")
    drawing.paragraph("Khoan", "{{ ten_muc_tieu_chung }}")
    drawing.each("doan", "muc_tieu_chung", "NoiDung", "- {{ doan }}")
    drawing.paragraph("Khoan", "{{ ten_muc_tieu_cu_the }}")
    with drawing.repeat("m", "cac_muc_tieu"):
        drawing.paragraph("Khoan", "{{ m.ten }}")
        words = "- Chỉ tiêu\u00a0{{ c.so }}: {{ c.noi_dung }}"
        drawing.each("c", "m.chi_tieu", "NoiDung", words)


def _draw_scope_and_solutions(drawing: Drawing) -> None:
    drawing.paragraph("MucLaMa", "{{ tieu_de_pham_vi }}")
    drawing.each("dong", "pham_vi", "NoiDung")
    drawing.paragraph("MucLaMa", "{{ tieu_de_giai_phap }}")
    with drawing.repeat("g", "giai_phap"):
        drawing.paragraph("Khoan", "{{ g.ten }}")
        drawing.each("doan", "g.cac_doan", "NoiDung", "- {{ doan }}")


def _draw_money_and_units(drawing: Drawing) -> None:
    drawing.paragraph("MucLaMa", "{{ tieu_de_kinh_phi }}")
    drawing.each("dong", "kinh_phi", "NoiDung")
    drawing.paragraph("MucLaMa", "{{ tieu_de_to_chuc }}")
    with drawing.repeat("d", "cac_don_vi"):
        drawing.paragraph("Khoan", "{{ d.ten }}")
        drawing.each("dong", "d.nhiem_vu", "NoiDung")


def draw() -> bytes:
    """Return the template as a .docx file's content; the same bytes every time."""
    drawing = new_drawing()
    heading(drawing, number("{{ so_ky_hieu }}"))
    _draw_title(drawing)
    _draw_goals(drawing)
    _draw_scope_and_solutions(drawing)
    _draw_money_and_units(drawing)
    closing(drawing, "{{ ket_thuc }}")
    return drawing.save(_TITLE)


if __name__ == "__main__":
    Path(sys.argv[1] if len(sys.argv) > 1 else "templates/ke_hoach.docx").write_bytes(draw())
