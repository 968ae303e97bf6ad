"""Draws `templates/bao_cao.docx`: `python -m docgen.report_template [FILE]`.

A developer's tool. Officials edit the drawn file in Word; whoever changes the text here
draws it anew, and a test holds both together. The wording and the order of sections
stand here, the data come from `docgen.context`; the form from `docgen.form`.
"""

from __future__ import annotations

import sys
from pathlib import Path

from docgen.report_template_tables import annex, goals, money, tasks
from docgen.template_package import Section, package
from docgen.template_parts import closing, draft_frame, faults, heading, left_open, missing
from docgen.wordxml import KEEP, only_if, paragraph, repeat

_TITLE = (
    "Kết quả thực hiện {{ chuong_trinh }} trên địa bàn {{ don_vi_hanh_chinh }} {{ ky_bao_cao }}"
)
_LAST = (
    "Trên đây là báo cáo kết quả thực hiện {{ chuong_trinh }} trên địa bàn "
    "{{ don_vi_hanh_chinh }} {{ ky_bao_cao }}./."
)


def _title_and_opening() -> str:
    several = paragraph("KinhGuiNhieu", "Kính gửi:") + repeat(
        "noi", "kinh_gui_nhieu", paragraph("KinhGuiDong", "- {{ noi }}")
    )
    return (
        paragraph("TenLoai", "BÁO CÁO")
        + paragraph("TrichYeu", _TITLE)
        + paragraph("Ke3")
        + only_if("kinh_gui", paragraph("KinhGui", "Kính gửi: {{ kinh_gui }}"))
        + only_if("kinh_gui_nhieu", several)
        + draft_frame()
        + paragraph(
            "NoiDung",
            "{% if can_cu %}Thực hiện {{ can_cu }}; {% endif %}{{ ten_co_quan }} báo cáo kết quả "
            "thực hiện {{ chuong_trinh }} trên địa bàn {{ don_vi_hanh_chinh }} {{ ky_bao_cao }} "
            "như sau:",
        )
    )


def _overview() -> str:
    first = "{% if loop.first %}Giải trình của đơn vị: {% endif %}"
    lagging = repeat(
        "d",
        "chi_tieu_cham",
        paragraph("NoiDung", "- {{ d.ten }}: {{ d.dien_giai }}"),
        repeat("cau", "d.giai_trinh", paragraph("NoiDung", f"{first}{{{{ cau }}}}")),
    )
    unreported = repeat(
        "nhom",
        "chua_co_so_lieu",
        paragraph("NoiDung", "- {{ nhom.don_vi }}: {{ nhom.chi_tieu }}: ", missing(), "."),
    )
    return (
        paragraph("MucLaMa", "I. KẾT QUẢ CHUNG")
        + paragraph("Khoan", "1. Tình hình chung")
        + repeat("cau", "ket_qua_chung", paragraph("NoiDung", "{{ cau }}"))
        + paragraph("NoiDung", "Số liệu chi tiết của từng chỉ tiêu có Phụ lục kèm theo.")
        + paragraph("Khoan", "2. Chỉ tiêu chậm, không đạt")
        + paragraph("NoiDung", "{{ loi_dan_cham }}")
        + lagging
        + paragraph("Khoan", "3. Chỉ tiêu chưa có số liệu")
        + paragraph("NoiDung", "{{ loi_dan_chua_co_so_lieu }}")
        + unreported
    )


def _carrying_out() -> str:
    return (
        paragraph("MucLaMa", "III. CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI THỰC HIỆN")
        + paragraph("Khoan", "1. Công tác lãnh đạo, chỉ đạo")
        + left_open(
            "[Đơn vị ghi văn bản đã ban hành, công tác truyền thông, tập huấn, kiểm tra trong kỳ.]"
        )
        + paragraph("Khoan", "2. Nhiệm vụ của các đơn vị")
        + tasks()
        + paragraph("Khoan", "3. Kinh phí thực hiện")
        + money()
    )


def _for_the_official() -> str:
    return (
        paragraph("MucLaMa", "IV. ĐÁNH GIÁ CHUNG")
        + paragraph("Khoan", "1. Ưu điểm")
        + left_open("[Đơn vị ghi ưu điểm.]")
        + paragraph("Khoan", "2. Tồn tại, hạn chế")
        + left_open("[Đơn vị ghi tồn tại, hạn chế, khó khăn, vướng mắc.]")
        + paragraph("Khoan", "3. Nguyên nhân")
        + left_open("[Đơn vị ghi nguyên nhân khách quan, chủ quan.]")
        + paragraph("MucLaMa", "V. PHƯƠNG HƯỚNG, NHIỆM VỤ KỲ SAU")
        + left_open("[Đơn vị ghi nhiệm vụ, giải pháp trọng tâm của kỳ sau.]")
        + paragraph("MucLaMa", "VI. ĐỀ XUẤT, KIẾN NGHỊ")
        + left_open("[Đơn vị ghi đề xuất, kiến nghị.]", extra=KEEP)
    )


def draw() -> bytes:
    """Return the template as a .docx file's content; the same bytes every time."""
    portrait = (
        heading("BC-{{ ky_hieu }}", "\u00a0{{ nam }}"), _title_and_opening(), _overview(),
        paragraph("MucLaMa", "II. KẾT QUẢ THỰC HIỆN CÁC MỤC TIÊU, CHỈ TIÊU"), goals(),
        _carrying_out(), _for_the_official(), closing(_LAST), faults(),
    )  # fmt: skip
    return package(
        Section("".join(portrait)),
        Section(annex() + paragraph("BangSau"), landscape=True),
        title=_TITLE,
    )


if __name__ == "__main__":
    Path(sys.argv[1] if len(sys.argv) > 1 else "templates/bao_cao.docx").write_bytes(draw())
