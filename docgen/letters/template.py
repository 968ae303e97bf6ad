"""Draws the templates of both Công văn: `python -m docgen.letters.template [FOLDER]`.

A developer's tool. Source of the form: Decree 30/2020/NĐ-CP, Phụ lục I, and the sample of a
Công văn in Phụ lục III: no name of a type, the subject under the number.
"""

from __future__ import annotations

from docgen.shared import template_parts
from docgen.word.drawing import KEEP, SMALL_HEAD, Column, Item, Table, each, either, listing

_OPENING = "{% if can_cu %}Thực hiện {{ can_cu }}; {% endif %}{{ ten_co_quan }} đã"
_FOLLOWING = "thực hiện {{ chuong_trinh }}. {{ tong_hop }}, cụ thể như sau:"
_DEADLINE = (
    "{% if thoi_han %}trước {{ thoi_han }}{% else %}trước ngày …… tháng …… năm ……{% endif %}"
)


def _items(field: str) -> list[Item]:
    return either(field, each("dong", field, "BangChu"), [("BangSo", "–")])


_OUTSTANDING: list[Column] = [
    (12, "STT", ("BangSo", "{{ d.stt }}")),
    (42, "Đơn vị", ("BangChu", "{{ d.don_vi }} (trang “{{ d.trang }}”)")),
    (56, "Nội dung chưa có số liệu", _items("d.con_thieu")),
    (50, "Số liệu cần sửa", _items("d.can_sua")),
]
_NAME: list[Item] = [
    ("BangNhoChu", "Chỉ tiêu\u00a0{{ d.so }}. {{ d.ten }}"),
    ("BangGhiChu", "{{ d.ten_don_vi }}"),
]
_LAGGING: list[Column] = [
    (11, "STT", ("BangNhoSo", "{{ d.stt }}")),
    (37, "Nội dung", _NAME),
    (25, "Kết quả", template_parts.value("d.ket_qua", counts="d.so_dem")),
    (18, "Mức cần đạt", ("BangNhoSo", "{{ d.can_dat }}")),
    (22, "Tình trạng", template_parts.status()),
    (20, "Còn thiếu, vượt", ("BangNhoSo", "{{ d.con_thieu }}")),
    (27, "Nơi ghi giải trình", ("BangNhoSo", "{{ d.noi_ghi }}")),
]


def _letter(subject: str, checked: str, table: Table, request: str) -> bytes:
    """Return a template: what was found, in a table, and what the units are asked for."""
    number: list[Item] = [template_parts.number("{{ so_ky_hieu }}"), ("VeViec", subject)]
    body: list[Item] = [
        template_parts.heading(number),
        *template_parts.ADDRESSEES,
        ("NoiDung", f"{_OPENING} {checked} {{{{ ky_bao_cao }}}} {_FOLLOWING}", KEEP),
        template_parts.BEFORE_TABLE,
        table,
        ("NoiDung", f"{{{{ ten_co_quan }}}} đề nghị các đơn vị {request}", KEEP),
        *template_parts.closing("Đề nghị các đơn vị quan tâm thực hiện./."),
    ]
    return template_parts.template(subject, body)


def draw_reminder() -> bytes:
    """Return the template of the Công văn đôn đốc; the same bytes every time."""
    return _letter(
        "V/v gửi, sửa số liệu {{ ky_bao_cao }}",
        "rà soát số liệu",
        listing(_OUTSTANDING, "d", "don_vi_no"),
        "gửi đủ số liệu còn thiếu, sửa số liệu chưa hợp lệ tại trang của đơn vị trong sổ "
        f"{_DEADLINE}; nội dung không phát sinh thì ghi số 0, mỗi số liệu đều ghi nguồn.",
    )


def draw_explanation() -> bytes:
    """Return the template of the Công văn yêu cầu giải trình; the same bytes every time."""
    return _letter(
        "V/v giải trình nội dung chậm, không đạt {{ ky_bao_cao }}",
        "đánh giá kết quả",
        listing(_LAGGING, "d", "can_giai_trinh", head_style=SMALL_HEAD),
        "giải trình nguyên nhân và nêu hướng khắc phục của từng nội dung, ghi vào cột “Giải "
        f"trình” tại trang của đơn vị trong sổ {_DEADLINE}. Giải trình của đơn vị được đưa vào "
        "báo cáo kỳ này.",
    )


if __name__ == "__main__":
    template_parts.write("cong_van_don_doc.docx", draw_reminder())
    template_parts.write("cong_van_giai_trinh.docx", draw_explanation())
