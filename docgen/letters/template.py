"""Draws the templates of both Công văn: `python -m docgen.letters.template [FOLDER]`.

A developer's tool. Source of the form: Decree 30/2020/NĐ-CP, Phụ lục I, and the sample of a
Công văn in Phụ lục III: no name of a type, the subject under the number.
"""

from __future__ import annotations

import sys
from pathlib import Path

from docgen.documents import EXPLANATION, REMINDER
from docgen.report.template_tables import status
from docgen.shared.template_parts import closing, draft_frame, heading, missing
from docgen.word.package import Section, package
from docgen.word.wordxml import KEEP, Table, only_if, paragraph, repeat

_ABOUT_FIGURES = "V/v gửi, sửa số liệu {{ ky_bao_cao }}"
_ABOUT_DELAYS = "V/v giải trình nội dung chậm, không đạt {{ ky_bao_cao }}"
_OPENING = "{% if can_cu %}Thực hiện {{ can_cu }}; {% endif %}"
_DEADLINE = (
    "{% if thoi_han %}trước {{ thoi_han }}{% else %}trước ngày …… tháng …… năm ……{% endif %}"
)


def _head(about: str) -> str:
    # One unit stands on the line of "Kính gửi", several below it.
    several = paragraph("KinhGuiNhieu", "Kính gửi:") + repeat(
        "noi", "kinh_gui_nhieu", paragraph("KinhGuiDong", "- {{ noi }}")
    )
    return (
        heading("{{ so_ky_hieu }}", about=about)
        + only_if("kinh_gui", paragraph("KinhGui", "Kính gửi: {{ kinh_gui }}"))
        + only_if("kinh_gui_nhieu", several)
        + draft_frame()
    )


def _debts() -> str:
    table = Table((12, 42, 56, 50))
    heads = ("STT", "Đơn vị", "Nội dung chưa có số liệu", "Số liệu cần sửa")
    none = paragraph("BangSo", "–")

    def items(field: str) -> str:
        return only_if(
            f"d.{field}", repeat("dong", f"d.{field}", paragraph("BangChu", "{{ dong }}")),
            otherwise=none,
        )  # fmt: skip

    row = table.row(
        paragraph("BangSo", "{{ d.stt }}"),
        paragraph("BangChu", "{{ d.don_vi }} (trang “{{ d.trang }}”)"),
        items("con_thieu"),
        items("can_sua"),
    )
    return table.build(
        table.row(*(paragraph("BangDau", head) for head in heads), header=True),
        table.repeat("d", "don_vi_no", row),
    )


def _delays() -> str:
    table = Table((11, 37, 25, 18, 22, 20, 27))
    heads = ("STT", "Nội dung", "Kết quả", "Mức cần đạt", "Tình trạng", "Còn thiếu, vượt",
             "Nơi ghi giải trình")  # fmt: skip
    result = only_if(
        "d.ket_qua", paragraph("BangNhoSo", "{{ d.ket_qua }}"),
        otherwise=paragraph("BangNhoSo", missing()),
    ) + only_if("d.so_dem", paragraph("BangNhoDem", "{{ d.so_dem }}"))  # fmt: skip
    row = table.row(
        paragraph("BangNhoSo", "{{ d.stt }}"),
        paragraph("BangNhoChu", "Chỉ tiêu\u00a0{{ d.so }}. {{ d.ten }}")
        + paragraph("BangGhiChu", "{{ d.ten_don_vi }}"),
        result,
        paragraph("BangNhoSo", "{{ d.can_dat }}"),
        status(),
        paragraph("BangNhoSo", "{{ d.con_thieu }}"),
        paragraph("BangNhoSo", "{{ d.noi_ghi }}"),
    )
    return table.build(
        table.row(*(paragraph("BangNhoDau", head) for head in heads), header=True),
        table.repeat("d", "can_giai_trinh", row),
    )


def draw_reminder() -> bytes:
    """Return the template of the Công văn đôn đốc; the same bytes every time."""
    body = (
        _head(_ABOUT_FIGURES),
        paragraph("NoiDung", f"{_OPENING}{{{{ ten_co_quan }}}} đã rà soát số liệu"
                  " {{ ky_bao_cao }} thực hiện {{ chuong_trinh }}. {{ tong_hop }}, cụ thể như sau:",
                  extra=KEEP),
        paragraph("BangSau", extra=KEEP),
        _debts(),
        paragraph("NoiDung", "{{ ten_co_quan }} đề nghị các đơn vị gửi đủ số liệu còn thiếu, sửa"
                  f" số liệu chưa hợp lệ tại trang của đơn vị trong sổ {_DEADLINE}; nội dung không"
                  " phát sinh thì ghi số 0, mỗi số liệu đều ghi nguồn.",
                  extra=KEEP),
        closing("Đề nghị các đơn vị quan tâm thực hiện./."),
    )  # fmt: skip
    return package(Section("".join(body)), title=_ABOUT_FIGURES)


def draw_explanation() -> bytes:
    """Return the template of the Công văn yêu cầu giải trình; the same bytes every time."""
    body = (
        _head(_ABOUT_DELAYS),
        paragraph("NoiDung", f"{_OPENING}{{{{ ten_co_quan }}}} đã đánh giá kết quả"
                  " {{ ky_bao_cao }} thực hiện {{ chuong_trinh }}. {{ tong_hop }}, cụ thể như sau:",
                  extra=KEEP),
        paragraph("BangSau", extra=KEEP),
        _delays(),
        paragraph("NoiDung", "{{ ten_co_quan }} đề nghị các đơn vị giải trình nguyên nhân và nêu"
                  " hướng khắc phục của từng nội dung, ghi vào cột “Giải trình” tại trang của đơn"
                  f" vị trong sổ {_DEADLINE}. Giải trình của đơn vị được đưa vào báo cáo kỳ này.",
                  extra=KEEP),
        closing("Đề nghị các đơn vị quan tâm thực hiện./."),
    )  # fmt: skip
    return package(Section("".join(body)), title=_ABOUT_DELAYS)


if __name__ == "__main__":
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "templates")
    (folder / REMINDER.template).write_bytes(draw_reminder())
    (folder / EXPLANATION.template).write_bytes(draw_explanation())
