"""Draws `templates/bao_cao.docx`: `python -m docgen.report.template [FILE]`.

A developer's tool. Officials edit the drawn file in Word; whoever changes the text here
draws it anew, and a test holds both together. The wording and the order of sections
stand here, the data come from `docgen.report.context`; the form from `docgen.shared.house_style`.
"""

from __future__ import annotations

import sys
from pathlib import Path

from docgen.report.template_charts import GOAL_CHART, LAGGING_CHART
from docgen.report.template_tables import annex, goals, money, tasks
from docgen.shared.template_parts import closing, draft_frame, faults, heading, left_open, missing
from docgen.word.charts.drawing import chart_paragraph
from docgen.word.package import Section, package
from docgen.word.wordxml import KEEP, only_if, paragraph, repeat

_RESULT = "thực hiện {{ chuong_trinh }} trên địa bàn {{ don_vi_hanh_chinh }} {{ ky_bao_cao }}"
_TITLE = f"Kết quả {_RESULT}"
_LAST = f"Trên đây là báo cáo kết quả {_RESULT}./."


def title_and_opening(title: str, reports: str) -> str:
    """Return title, addressees, frame and the first sentence: `… báo cáo kết quả … như sau:`."""
    several = paragraph("KinhGuiNhieu", "Kính gửi:") + repeat(
        "noi", "kinh_gui_nhieu", paragraph("KinhGuiDong", "- {{ noi }}")
    )
    return (
        paragraph("TenLoai", "BÁO CÁO")
        + paragraph("TrichYeu", title)
        + paragraph("Ke3")
        + only_if("kinh_gui", paragraph("KinhGui", "Kính gửi: {{ kinh_gui }}"))
        + only_if("kinh_gui_nhieu", several)
        + draft_frame()
        + paragraph(
            "NoiDung",
            "{% if can_cu %}Thực hiện {{ can_cu }}; {% endif %}{{ ten_co_quan }} báo cáo "
            f"{reports} như sau:",
        )
    )


def _overview() -> str:
    return (
        paragraph("MucLaMa", "I. KẾT QUẢ CHUNG")
        + paragraph("Khoan", "1. Tình hình chung")
        + repeat("cau", "ket_qua_chung", paragraph("NoiDung", "{{ cau }}"))
        + paragraph("NoiDung", "Số liệu chi tiết của từng chỉ tiêu có Phụ lục kèm theo.")
        + only_if("bieu_do_muc_tieu", chart_paragraph(GOAL_CHART))
        + paragraph("Khoan", "2. Chỉ tiêu chậm, không đạt")
        + paragraph("NoiDung", "{{ loi_dan_cham }}")
        + behind("chi_tieu_cham")
        + only_if("bieu_do_cham", chart_paragraph(LAGGING_CHART))
        + without_figures("3. Chỉ tiêu chưa có số liệu")
    )


def behind(source: str) -> str:
    """Return the list of what is behind, with what the units explain."""
    first = "{% if loop.first %}Giải trình của đơn vị: {% endif %}"
    return repeat(
        "d",
        source,
        paragraph("NoiDung", "- {{ d.ten }}: {{ d.dien_giai }}"),
        repeat("cau", "d.giai_trinh", paragraph("NoiDung", f"{first}{{{{ cau }}}}")),
    )


def without_figures(head: str) -> str:
    """Return the list of what has no figures, by unit."""
    return (
        paragraph("Khoan", head)
        + paragraph("NoiDung", "{{ loi_dan_chua_co_so_lieu }}")
        + repeat(
            "nhom",
            "chua_co_so_lieu",
            paragraph("NoiDung", "- {{ nhom.don_vi }}: {{ nhom.chi_tieu }}: ", missing(), "."),
        )
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


def for_the_official(following: str, later: str, *, lessons: bool = False) -> str:
    """Return the sections that nobody but the official can write.

    Args:
        following: what the next tasks are of, in capitals: `KỲ SAU`.
        later: the same in a sentence: `kỳ sau`.
        lessons: whether lessons are asked for, as of a span of years (domain, 2.1).
    """
    learnt = paragraph("Khoan", "4. Bài học kinh nghiệm") + left_open(
        "[Đơn vị ghi bài học kinh nghiệm.]"
    )
    return (
        paragraph("MucLaMa", "IV. ĐÁNH GIÁ CHUNG")
        + paragraph("Khoan", "1. Ưu điểm")
        + left_open("[Đơn vị ghi ưu điểm.]")
        + paragraph("Khoan", "2. Tồn tại, hạn chế")
        + left_open("[Đơn vị ghi tồn tại, hạn chế, khó khăn, vướng mắc.]")
        + paragraph("Khoan", "3. Nguyên nhân")
        + left_open("[Đơn vị ghi nguyên nhân khách quan, chủ quan.]")
        + (learnt if lessons else "")
        + paragraph("MucLaMa", f"V. PHƯƠNG HƯỚNG, NHIỆM VỤ {following}")
        + left_open(f"[Đơn vị ghi nhiệm vụ, giải pháp trọng tâm của {later}.]")
        + paragraph("MucLaMa", "VI. ĐỀ XUẤT, KIẾN NGHỊ")
        + left_open("[Đơn vị ghi đề xuất, kiến nghị.]", extra=KEEP)
    )


def draw() -> bytes:
    """Return the template as a .docx file's content; the same bytes every time."""
    portrait = (
        heading("BC-{{ ky_hieu }}", "\u00a0{{ nam }}"),
        title_and_opening(_TITLE, f"kết quả {_RESULT}"), _overview(),
        paragraph("MucLaMa", "II. KẾT QUẢ THỰC HIỆN CÁC MỤC TIÊU, CHỈ TIÊU"), goals(),
        _carrying_out(), for_the_official("KỲ SAU", "kỳ sau"), closing(_LAST), faults(),
    )  # fmt: skip
    return package(
        Section("".join(portrait)),
        Section(annex() + paragraph("BangSau"), landscape=True),
        title=_TITLE,
        charts=(GOAL_CHART, LAGGING_CHART),
    )


if __name__ == "__main__":
    Path(sys.argv[1] if len(sys.argv) > 1 else "templates/bao_cao.docx").write_bytes(draw())
