"""Draws the templates of both Công văn: `python -m docgen.letters.template [FOLDER]`.

A developer's tool. Source of the form: Decree 30/2020/NĐ-CP, Phụ lục I, and the sample of a
Công văn in Phụ lục III: no name of a type, the subject under the number.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from docgen.documents import EXPLANATION, REMINDER
from docgen.shared.template_parts import (
    Draw,
    addressees,
    closing,
    heading,
    new_drawing,
    number,
    status,
    value,
)
from docgen.word.drawing import Container, Drawing

_OPENING = "{% if can_cu %}Thực hiện {{ can_cu }}; {% endif %}{{ ten_co_quan }} đã"
_FOLLOWING = "thực hiện {{ chuong_trinh }}. {{ tong_hop }}, cụ thể như sau:"
_DEADLINE = (
    "{% if thoi_han %}trước {{ thoi_han }}{% else %}trước ngày …… tháng …… năm ……{% endif %}"
)


def _items(field: str) -> Draw:
    def draw(cell: Container) -> None:
        with cell.only_if(f"d.{field}"):
            cell.each("dong", f"d.{field}", "BangChu")
            cell.otherwise()
            cell.paragraph("BangSo", "–")

    return draw


def _draw_outstanding(drawing: Drawing) -> None:
    heads = ("STT", "Đơn vị", "Nội dung chưa có số liệu", "Số liệu cần sửa")
    table = drawing.table((12, 42, 56, 50), heads=heads)
    with table.repeat("d", "don_vi_no"):
        table.row(
            ("BangSo", "{{ d.stt }}"),
            ("BangChu", "{{ d.don_vi }} (trang “{{ d.trang }}”)"),
            _items("con_thieu"),
            _items("can_sua"),
        )


def _draw_lagging(drawing: Drawing) -> None:
    heads = ("STT", "Nội dung", "Kết quả", "Mức cần đạt", "Tình trạng", "Còn thiếu, vượt",
             "Nơi ghi giải trình")  # fmt: skip
    table = drawing.table((11, 37, 25, 18, 22, 20, 27), heads=heads, head_style="BangNhoDau")

    def name(cell: Container) -> None:
        cell.paragraph("BangNhoChu", "Chỉ tiêu\u00a0{{ d.so }}. {{ d.ten }}")
        cell.paragraph("BangGhiChu", "{{ d.ten_don_vi }}")

    with table.repeat("d", "can_giai_trinh"):
        table.row(
            ("BangNhoSo", "{{ d.stt }}"),
            name,
            value("d.ket_qua", counts="d.so_dem"),
            ("BangNhoSo", "{{ d.can_dat }}"),
            status(),
            ("BangNhoSo", "{{ d.con_thieu }}"),
            ("BangNhoSo", "{{ d.noi_ghi }}"),
        )


def _drawn(
    subject: str, checked: str, table: Callable[[Drawing], None], request: str,
) -> bytes:  # fmt: skip
    """Return a template: what was found, in a table, and what the units are asked for."""
    drawing = new_drawing()
    heading(drawing, number("{{ so_ky_hieu }}"), about=subject)
    addressees(drawing)
    drawing.paragraph(
        "NoiDung", f"{_OPENING} {checked} {{{{ ky_bao_cao }}}} {_FOLLOWING}", keep=True
    )
    drawing.paragraph("BangSau", keep=True)
    table(drawing)
    drawing.paragraph("NoiDung", f"{{{{ ten_co_quan }}}} đề nghị các đơn vị {request}", keep=True)
    closing(drawing, "Đề nghị các đơn vị quan tâm thực hiện./.")
    return drawing.save(subject)


def draw_reminder() -> bytes:
    """Return the template of the Công văn đôn đốc; the same bytes every time."""
    return _drawn(
        "V/v gửi, sửa số liệu {{ ky_bao_cao }}",
        "rà soát số liệu",
        _draw_outstanding,
        "gửi đủ số liệu còn thiếu, sửa số liệu chưa hợp lệ tại trang của đơn vị trong sổ "
        f"{_DEADLINE}; nội dung không phát sinh thì ghi số 0, mỗi số liệu đều ghi nguồn.",
    )


def draw_explanation() -> bytes:
    """Return the template of the Công văn yêu cầu giải trình; the same bytes every time."""
    return _drawn(
        "V/v giải trình nội dung chậm, không đạt {{ ky_bao_cao }}",
        "đánh giá kết quả",
        _draw_lagging,
        "giải trình nguyên nhân và nêu hướng khắc phục của từng nội dung, ghi vào cột “Giải "
        f"trình” tại trang của đơn vị trong sổ {_DEADLINE}. Giải trình của đơn vị được đưa vào "
        "báo cáo kỳ này.",
    )


if __name__ == "__main__":
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "templates")
    (folder / REMINDER.template).write_bytes(draw_reminder())
    (folder / EXPLANATION.template).write_bytes(draw_explanation())
