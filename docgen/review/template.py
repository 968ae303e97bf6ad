"""Draws `templates/so_ket_tong_ket.docx`: `python -m docgen.review.template [FILE]`.

A developer's tool. One template serves sơ kết and tổng kết: they differ in their years,
which are data, and in their name. The wording and the order of sections stand here, the
data come from `docgen.review.context`; the form from `docgen.shared.house_style`.
"""

from __future__ import annotations

import sys
from pathlib import Path

from docgen.report.template import behind, for_the_official, title_and_opening, without_figures
from docgen.report.template_tables import money, tasks
from docgen.review.template_charts import MILESTONE_CHART, SMALL_CHART, WIDE_CHART
from docgen.review.template_tables import annex, goals
from docgen.shared.template_parts import closing, faults, heading, left_open
from docgen.word.charts.drawing import chart_paragraph, chart_run
from docgen.word.package import Section, package
from docgen.word.wordxml import KEEP, only_if, paragraph, repeat, run

_CARRIED_OUT = "thực hiện {{ chuong_trinh }} trên địa bàn {{ don_vi_hanh_chinh }}"
_TITLE = f"{{{{ loai_bao_cao }}}} {_CARRIED_OUT}"
_REPORT = f"{{{{ loai_bao_cao_thuong }}}} {_CARRIED_OUT}"
_LAST = f"Trên đây là báo cáo {_REPORT}./."
_YEAR = "{{ nam_cua_so }}"


def _overview() -> str:
    return (
        paragraph("MucLaMa", "I. KẾT QUẢ CHUNG")
        + paragraph("Khoan", "1. Tình hình chung")
        + repeat("cau", "ket_qua_chung", paragraph("NoiDung", "{{ cau }}"))
        + paragraph("NoiDung", "Số liệu từng năm của mỗi chỉ tiêu có Phụ lục kèm theo.")
        + only_if("bieu_do_moc", chart_paragraph(MILESTONE_CHART))
        + paragraph("Khoan", "2. Nội dung không đạt mốc")
        + repeat(
            "m",
            "cac_moc",
            paragraph("NoiDung", "{{ m.loi_dan }}", extra=KEEP),
            behind("m.cac_noi_dung"),
        )
        + paragraph("Khoan", "3. Mức phải duy trì, mức yêu cầu hằng năm")
        + paragraph("NoiDung", "{{ loi_dan_duy_tri }}", extra=KEEP)
        + repeat("d", "khong_duy_tri", paragraph("NoiDung", "- {{ d.ten }}: {{ d.dien_giai }}"))
        + without_figures("4. Nội dung chưa có số liệu")
        + only_if("ten_dien_bien", paragraph("BangTen", "{{ ten_dien_bien }}"), _courses())
    )


def _courses() -> str:
    """Return the small charts, as many on a line as there is room for, or the wide ones."""
    first, last = (run(f"{{% {words} %}}") for words in ("for c in cac_dien_bien", "endfor"))
    small = paragraph("BieuDo", first, chart_run(SMALL_CHART), last)
    return only_if("cac_dien_bien", small) + repeat(
        "c", "cac_dien_bien_rong", chart_paragraph(WIDE_CHART)
    )


def _carrying_out() -> str:
    return (
        paragraph("MucLaMa", "III. CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI THỰC HIỆN")
        + paragraph("Khoan", "1. Công tác lãnh đạo, chỉ đạo")
        + left_open(
            "[Đơn vị ghi văn bản đã ban hành, công tác truyền thông, tập huấn, kiểm tra trong "
            "{{ giai_doan }}.]"
        )
        + paragraph("Khoan", "2. Nhiệm vụ của các đơn vị")
        + _of_the_year(tasks(), "kết quả thực hiện nhiệm vụ")
        + paragraph("Khoan", "3. Kinh phí thực hiện")
        + _of_the_year(money(_YEAR, f"năm {_YEAR}"), "kinh phí thực hiện")
    )


def _of_the_year(known: str, what: str) -> str:
    """Return what is known of one year only, and the place for the others."""
    return only_if(
        "nam_cua_so",
        paragraph("NoiDung", f"Năm\u00a0{_YEAR}, {what} như sau:", extra=KEEP),
        known,
        left_open(f"[Đơn vị ghi {what} của các năm khác trong {{{{ giai_doan }}}}.]"),
        otherwise=left_open(f"[Đơn vị ghi {what} của {{{{ giai_doan }}}}.]"),
    )


def draw() -> bytes:
    """Return the template as a .docx file's content; the same bytes every time."""
    portrait = (
        heading("BC-{{ ky_hieu }}"),
        title_and_opening(_TITLE, _REPORT), _overview(),
        paragraph("MucLaMa", "II. KẾT QUẢ THỰC HIỆN CÁC MỤC TIÊU, CHỈ TIÊU"), goals(),
        _carrying_out(),
        for_the_official("{{ giai_doan_sau_hoa }}", "giai đoạn sau", lessons=True),
        closing(_LAST), faults(),
    )  # fmt: skip
    return package(
        Section("".join(portrait)),
        Section(annex() + paragraph("BangSau"), landscape=True),
        title=_TITLE,
        charts=(MILESTONE_CHART, SMALL_CHART, WIDE_CHART),
    )


if __name__ == "__main__":
    place = sys.argv[1] if len(sys.argv) > 1 else "templates/so_ket_tong_ket.docx"
    Path(place).write_bytes(draw())
