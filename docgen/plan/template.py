"""Draws `templates/ke_hoach.docx`: `python -m docgen.plan.template [FILE]`.

A developer's tool. Every sentence of this document is the plan's own, so the template
holds its order and form only; the data come from `docgen.plan.context`.
"""

from __future__ import annotations

import sys
from pathlib import Path

from docgen.shared.template_parts import closing, heading
from docgen.word.package import Section, package
from docgen.word.wordxml import paragraph, repeat

_TITLE = "{% for dong in trich_yeu %}{{ dong }}{% if not loop.last %} {% endif %}{% endfor %}"


def _title() -> str:
    return (
        paragraph("TenLoai", "{{ ten_loai }}")
        + repeat("dong", "trich_yeu", paragraph("TrichYeu", "{{ dong }}"))
        + paragraph("Ke3")
        + repeat("doan", "mo_dau", paragraph("NoiDung", "{{ doan }}"))
    )


def _goals() -> str:
    return (
        paragraph("MucLaMa", "{{ tieu_de_muc_tieu }}")
        + paragraph("Khoan", "{{ ten_muc_tieu_chung }}")
        + repeat("doan", "muc_tieu_chung", paragraph("NoiDung", "- {{ doan }}"))
        + paragraph("Khoan", "{{ ten_muc_tieu_cu_the }}")
        + repeat(
            "m",
            "cac_muc_tieu",
            paragraph("Khoan", "{{ m.ten }}"),
            repeat(
                "c",
                "m.chi_tieu",
                paragraph("NoiDung", "- Chỉ tiêu\u00a0{{ c.so }}: {{ c.noi_dung }}"),
            ),
        )
    )


def _scope_and_solutions() -> str:
    return (
        paragraph("MucLaMa", "{{ tieu_de_pham_vi }}")
        + repeat("dong", "pham_vi", paragraph("NoiDung", "{{ dong }}"))
        + paragraph("MucLaMa", "{{ tieu_de_giai_phap }}")
        + repeat(
            "g",
            "giai_phap",
            paragraph("Khoan", "{{ g.ten }}"),
            repeat("doan", "g.cac_doan", paragraph("NoiDung", "- {{ doan }}")),
        )
    )


def _money_and_units() -> str:
    return (
        paragraph("MucLaMa", "{{ tieu_de_kinh_phi }}")
        + repeat("dong", "kinh_phi", paragraph("NoiDung", "{{ dong }}"))
        + paragraph("MucLaMa", "{{ tieu_de_to_chuc }}")
        + repeat(
            "d",
            "cac_don_vi",
            paragraph("Khoan", "{{ d.ten }}"),
            repeat("dong", "d.nhiem_vu", paragraph("NoiDung", "{{ dong }}")),
        )
    )


def draw() -> bytes:
    """Return the template as a .docx file's content; the same bytes every time."""
    body = (
        heading("{{ so_ky_hieu }}"), _title(), _goals(), _scope_and_solutions(),
        _money_and_units(), closing("{{ ket_thuc }}"),
    )  # fmt: skip
    return package(Section("".join(body)), title=_TITLE)


if __name__ == "__main__":
    Path(sys.argv[1] if len(sys.argv) > 1 else "templates/ke_hoach.docx").write_bytes(draw())
