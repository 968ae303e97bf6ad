"""Draws `templates/ke_hoach_nam.docx`: `python -m docgen.year_plan.template [FILE]`.

A developer's tool. The wording and the order of sections stand here, the data come from
`docgen.year_plan.context`; the form from `docgen.shared.house_style`.
"""

from __future__ import annotations

import sys
from pathlib import Path

from docgen.shared.template_parts import closing, draft_frame, faults, heading, left_open, missing
from docgen.word.package import Section, package
from docgen.word.wordxml import KEEP, Table, only_if, paragraph, repeat

_NAME = "{{ chuong_trinh }} trên địa bàn {{ don_vi_hanh_chinh }} năm\u00a0{{ nam }}"
_TITLE = f"Thực hiện {_NAME}"
_LAST = f"Trên đây là Kế hoạch thực hiện {_NAME}./."


def _opening() -> str:
    return (
        paragraph("TenLoai", "KẾ HOẠCH")
        + paragraph("TrichYeu", _TITLE)
        + paragraph("Ke3")
        + draft_frame()
        + paragraph(
            "NoiDung",
            "{% if can_cu %}Thực hiện {{ can_cu }}; {% endif %}{{ ten_co_quan }} ban hành Kế hoạch "
            f"thực hiện {_NAME}, cụ thể như sau:",
        )
    )


def _results_and_goals() -> str:
    return (
        paragraph("MucLaMa", "I. KẾT QUẢ NĂM {{ nam_truoc }}")
        + repeat("cau", "ket_qua_nam_truoc", paragraph("NoiDung", "{{ cau }}"))
        + left_open("[Đơn vị ghi đánh giá chung, khó khăn, nguyên nhân.]")
        + paragraph("MucLaMa", "II. MỤC TIÊU")
        + paragraph("Khoan", "1. Mục tiêu chung")
        + repeat("doan", "muc_tieu_chung", paragraph("NoiDung", "- {{ doan }}"))
        + paragraph("Khoan", "2. Chỉ tiêu năm {{ nam }}")
        + paragraph(
            "NoiDung",
            "{{ cach_tinh }} Phần còn thiếu tính theo số trẻ em, số trường của năm "
            "{{ nam_truoc }}; số của năm {{ nam }} có thể khác.",
        )
        + paragraph("BangTen", "Các chỉ tiêu của năm {{ nam }}")
        + _targets()
        + paragraph("BangSau")
    )


def _targets() -> str:
    """Return the table of targets, a band for every goal."""
    table = Table((11, 41, 22, 22, 19, 27, 18))
    heads = ("STT", "Chỉ tiêu", "Kết quả năm {{ nam_truoc }}", "Mục tiêu năm {{ nam }}",
             "Mốc năm {{ moc }}", "So với mục tiêu", "Đơn vị")  # fmt: skip
    result = paragraph("BangNhoSo", "{{ d.ket_qua }}") + only_if(
        "d.so_dem", paragraph("BangNhoDem", "{{ d.so_dem }}")
    )
    unknown = paragraph("BangNhoSo", missing())
    open_target = paragraph("BangNhoSo", missing("[phường ghi]"))
    cells = (
        paragraph("BangNhoSo", "{{ d.so }}"),
        paragraph("BangNhoChu", "{{ d.ten }}"),
        only_if("d.ket_qua", result, otherwise=unknown),
        only_if("d.muc_tieu", paragraph("BangNhoSo", "{{ d.muc_tieu }}"), otherwise=open_target),
        paragraph("BangNhoSo", "{{ d.moc }}"),
        paragraph("BangNhoSo", "{{ d.con_thieu }}"),
        paragraph("BangNhoSo", "{{ d.don_vi }}"),
    )
    goal = table.spanning_row(paragraph("BangNhoMuc", "Mục tiêu {{ m.so }}. {{ m.ten }}"))
    return table.build(
        table.row(*(paragraph("BangNhoDau", head) for head in heads), header=True),
        table.repeat("m", "cac_muc_tieu", goal, table.repeat("d", "m.cac_dong", table.row(*cells))),
    )


def _what_to_do() -> str:
    return (
        paragraph("MucLaMa", "III. NHIỆM VỤ VÀ GIẢI PHÁP")
        + paragraph("Khoan", "1. Nội dung trọng tâm")
        + paragraph("NoiDung", "{{ loi_dan_trong_tam }}")
        + repeat("cau", "trong_tam", paragraph("NoiDung", "- {{ cau }}"))
        + left_open("[Đơn vị ghi giải pháp cho từng nội dung trọng tâm.]")
        + paragraph("Khoan", "2. Các nhóm nhiệm vụ, giải pháp")
        + paragraph(
            "NoiDung",
            "Thực hiện các nhóm nhiệm vụ, giải pháp tại mục {{ muc_giai_phap }} của "
            "{{ ten_ke_hoach }}:",
            extra=KEEP,
        )
        + repeat(
            "g",
            "giai_phap",
            paragraph("NoiDung", "- {{ g }}{% if loop.last %}.{% else %};{% endif %}"),
        )
        + left_open("[Đơn vị ghi hoạt động cụ thể trong năm.]")
    )


def _money() -> str:
    with_spent = _sources(
        (12, 68, 40, 40),
        ("STT", "Nguồn kinh phí", "Đã chi năm {{ nam_truoc }} (đồng)",
         "Dự toán năm {{ nam }} (đồng)"),
        ("k.da_chi", "k.du_toan"),
    )  # fmt: skip
    planned_only = _sources(
        (12, 98, 50), ("STT", "Nguồn kinh phí", "Dự toán năm {{ nam }} (đồng)"), ("k.du_toan",)
    )
    return (
        paragraph("MucLaMa", "IV. KINH PHÍ THỰC HIỆN")
        + only_if(
            "kinh_phi_nam_truoc", paragraph("NoiDung", "{{ kinh_phi_nam_truoc }}", extra=KEEP)
        )
        + paragraph("BangTen", "Kinh phí thực hiện năm {{ nam }}")
        + only_if("kinh_phi_nam_truoc", with_spent, otherwise=planned_only)
        + paragraph("BangSau")
    )


def _sources(widths: tuple[float, ...], heads: tuple[str, ...], fields: tuple[str, ...]) -> str:
    table = Table(widths)
    row = table.row(
        paragraph("BangSo", "{{ k.stt }}", extra=KEEP),
        paragraph("BangChu", "{{ k.nguon }}", extra=KEEP),
        *(_amount(field) for field in fields),
    )
    return table.build(
        table.row(*(paragraph("BangDau", head) for head in heads), header=True),
        table.repeat("k", "kinh_phi", row),
    )


def _amount(field: str) -> str:
    return only_if(
        field,
        paragraph("BangTien", f"{{{{ {field} }}}}", extra=KEEP),
        otherwise=paragraph("BangTien", missing("[chưa ghi]"), extra=KEEP),
    )


def _units() -> str:
    table = Table((12, 116, 32))
    unit = paragraph("BangMuc", "{{ u.don_vi }}") + only_if(
        "u.chi_tieu", paragraph("BangChu", "{{ u.chi_tieu }}", extra=KEEP)
    )
    row = table.row(
        paragraph("BangSo", "{{ n.stt }}"),
        paragraph("BangChu", "{{ n.nhiem_vu }}")
        + only_if("n.ton_dong", paragraph("BangChu", "{{ n.ton_dong }}")),
        only_if(
            "n.thoi_han",
            paragraph("BangSo", "{{ n.thoi_han }}"),
            otherwise=paragraph("BangSo", missing("[chưa ghi]")),
        ),
    )
    filled = table.build(
        table.row(
            *(paragraph("BangDau", one) for one in ("STT", "Nhiệm vụ", "Thời hạn")), header=True
        ),
        table.repeat(
            "u", "cac_don_vi", table.spanning_row(unit), table.repeat("n", "u.cac_nhiem_vu", row)
        ),
    )
    unassigned = left_open(
        "[{{ ten_ke_hoach }} chưa giao chỉ tiêu {{ chua_giao }} cho đơn vị nào; phường xác nhận "
        "đơn vị thực hiện ghi ở bảng trên.]"
    )
    due = repeat("cau", "han_so_lieu", paragraph("NoiDung", "{{ cau }}", extra=KEEP))
    return (
        paragraph("MucLaMa", "V. TỔ CHỨC THỰC HIỆN")
        + paragraph("Khoan", "1. Nhiệm vụ của các đơn vị")
        + filled
        + paragraph("BangSau")
        + only_if("chua_giao", unassigned)
        + paragraph("Khoan", "2. Chế độ báo cáo")
        + due
        + left_open("[Đơn vị ghi thời hạn gửi số liệu và báo cáo theo quy định.]", extra=KEEP)
    )


def draw() -> bytes:
    """Return the template as a .docx file's content; the same bytes every time."""
    body = (
        heading("KH-{{ ky_hieu }}"), _opening(), _results_and_goals(), _what_to_do(), _money(),
        _units(), closing(_LAST), faults(),
    )  # fmt: skip
    return package(Section("".join(body)), title=_TITLE)


if __name__ == "__main__":
    Path(sys.argv[1] if len(sys.argv) > 1 else "templates/ke_hoach_nam.docx").write_bytes(draw())
