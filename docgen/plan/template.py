"""The template `ke_hoach.docx`, as it is drawn.

Every sentence of this document is the plan's own: the template holds its order and form only.
"""

from __future__ import annotations

from docgen.shared import template_parts
from docgen.word.drawing import Item, each, repeat

_TITLE = "{% for dong in trich_yeu %}{{ dong }}{% if not loop.last %} {% endif %}{% endfor %}"
_BODY: list[Item] = [
    template_parts.heading([template_parts.number("{{ so_ky_hieu }}")]),
    ("TenLoai", "{{ ten_loai }}"),
    *each("dong in trich_yeu", "TrichYeu"),
    ("Ke3",),
    *each("doan in mo_dau", "NoiDung"),
    ("MucLaMa", "{{ tieu_de_muc_tieu }}"),
    ("Khoan", "{{ ten_muc_tieu_chung }}"),
    *each("doan in muc_tieu_chung", "NoiDung", "- {{ doan }}"),
    ("Khoan", "{{ ten_muc_tieu_cu_the }}"),
    *repeat(
        "m in cac_muc_tieu",
        ("Khoan", "{{ m.ten }}"),
        *each("c in m.chi_tieu", "NoiDung", "- Chỉ tiêu\u00a0{{ c.so }}: {{ c.noi_dung }}"),
    ),
    ("MucLaMa", "{{ tieu_de_pham_vi }}"),
    *each("dong in pham_vi", "NoiDung"),
    ("MucLaMa", "{{ tieu_de_giai_phap }}"),
    *repeat(
        "g in giai_phap",
        ("Khoan", "{{ g.ten }}"),
        *each("doan in g.cac_doan", "NoiDung", "- {{ doan }}"),
    ),
    ("MucLaMa", "{{ tieu_de_kinh_phi }}"),
    *each("dong in kinh_phi", "NoiDung"),
    ("MucLaMa", "{{ tieu_de_to_chuc }}"),
    *repeat("d in cac_don_vi", ("Khoan", "{{ d.ten }}"), *each("dong in d.nhiem_vu", "NoiDung")),
    *template_parts.closing("{{ ket_thuc }}"),
]
TEMPLATE = template_parts.Template("ke_hoach.docx", _TITLE, _BODY)
