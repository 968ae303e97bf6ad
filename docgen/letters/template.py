"""The templates of both Công văn, as they are drawn.

Source of the form: Decree 30/2020/NĐ-CP, Phụ lục I, and the sample of a
Công văn in Phụ lục III: no name of a type, the subject under the number.
"""

from __future__ import annotations

from docgen.shared import template_parts
from docgen.shared.template_parts import AGENCY_ACTS, Template
from docgen.word.drawing import KEEP, ROW, Column, Item, Table, each, either, repeat, table

_FOLLOWING = "thực hiện {{ chuong_trinh }}. {{ tong_hop }}, cụ thể như sau:"
_DEADLINE = (
    "{% if thoi_han %}trước {{ thoi_han }}{% else %}trước ngày …… tháng …… năm ……{% endif %}"
)


def _items(field: str) -> list[Item]:
    return either(field, each(f"dong in {field}", "BangChu"), [("BangSo", "–")])


_OUTSTANDING: list[Column] = [
    (12, "STT", ("BangSo", "{{ d.stt }}")),
    (42, "Đơn vị", ("BangChu", "{{ d.don_vi }} (trang “{{ d.trang }}”)")),
    (56, "Nội dung chưa có số liệu", _items("d.con_thieu")),
    (50, "Số liệu cần sửa", _items("d.can_sua")),
]
_NAME = ("BangNhoChu", "Chỉ tiêu\u00a0{{ d.so }}. {{ d.ten }}")
_LAGGING: list[Column] = [
    (11, "STT", ("BangNhoSo", "{{ d.stt }}")),
    (37, "Nội dung", [_NAME, ("BangGhiChu", "{{ d.ten_don_vi }}")]),
    (25, "Kết quả", template_parts.value("d.ket_qua", counts="d.so_dem")),
    (18, "Mức cần đạt", ("BangNhoSo", "{{ d.can_dat }}")),
    (22, "Tình trạng", template_parts.status()),
    (20, "Còn thiếu, vượt", ("BangNhoSo", "{{ d.con_thieu }}")),
    (27, "Nơi ghi giải trình", ("BangNhoSo", "{{ d.noi_ghi }}")),
]


def _letter(name: str, subject: str, checked: str, table: Table, request: str) -> Template:
    """Return a template: what was found, in a table, and what the units are asked for."""
    body: list[Item] = [
        template_parts.heading([template_parts.number("{{ so_ky_hieu }}"), ("VeViec", subject)]),
        *template_parts.ADDRESSEES,
        ("NoiDung", f"{AGENCY_ACTS} đã {checked} {{{{ ky_bao_cao }}}} {_FOLLOWING}", KEEP),
        template_parts.BEFORE_TABLE,
        table,
        ("NoiDung", f"{{{{ ten_co_quan }}}} đề nghị các đơn vị {request}", KEEP),
        *template_parts.closing("Đề nghị các đơn vị quan tâm thực hiện./."),
    ]
    return Template(name, subject, body)


REMINDER = _letter(
    "cong_van_don_doc.docx",
    "V/v gửi, sửa số liệu {{ ky_bao_cao }}",
    "rà soát số liệu",
    table(_OUTSTANDING, *repeat("d in don_vi_no", ROW)),
    "gửi đủ số liệu còn thiếu, sửa số liệu chưa hợp lệ tại trang của đơn vị trong sổ "
    f"{_DEADLINE}; nội dung không phát sinh thì ghi số 0, mỗi số liệu đều ghi nguồn.",
)
EXPLANATION = _letter(
    "cong_van_giai_trinh.docx",
    "V/v giải trình nội dung chậm, không đạt {{ ky_bao_cao }}",
    "đánh giá kết quả",
    table(_LAGGING, *repeat("d in can_giai_trinh", ROW), small=True),
    "giải trình nguyên nhân và nêu hướng khắc phục của từng nội dung, ghi vào cột “Giải "
    f"trình” tại trang của đơn vị trong sổ {_DEADLINE}. Giải trình của đơn vị được đưa vào "
    "báo cáo kỳ này.",
)
