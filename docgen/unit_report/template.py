"""Draws `templates/bao_cao_don_vi.docx`: `python -m docgen.unit_report.template [FILE]`.

A developer's tool, see `docgen.report.template`. What the plan does not tell of a unit's
heading and signature is a marked place for the unit to write.
"""

from __future__ import annotations

import sys
from pathlib import Path

from docgen.report.template import title_and_opening
from docgen.report.template_tables import TASKS, figure, status, task_heads, task_row
from docgen.shared.house_style import HEADING_LEFT_MM
from docgen.shared.template_parts import (
    LEFT_OPEN,
    closing,
    faults,
    heading,
    left_open,
    missing,
    numbered,
)
from docgen.word.package import Section, package
from docgen.word.wordxml import KEEP, Table, only_if, paragraph, repeat, run, tag, twips

_SUBJECT = "{{ noi_dung_bao_cao }} thuộc {{ chuong_trinh }} {{ ky_bao_cao }}"
_TITLE = f"Kết quả thực hiện {_SUBJECT}"
_LAST = f"Trên đây là báo cáo kết quả thực hiện {_SUBJECT}./."
_MEASURES = "cac_dong"
_NOTED = "d.ghi_chu or d.nguon"  # a row of notes follows the measure's
_LINE_MM = 15  # below the names of units, which are shorter than those of committees
_NUMERALS = ("I", "II", "III", "IV", "V")


def _marked(style: str, words: str) -> str:
    return paragraph(style, run(words, LEFT_OPEN))


def _agency() -> str:
    side = twips((HEADING_LEFT_MM - _LINE_MM) / 2)
    return (
        tag("if co_quan_chu_quan")
        + paragraph("CoQuanChuQuan", "{{ co_quan_chu_quan }}")
        + tag("elif cho_ghi_chu_quan")
        + _marked("CoQuanChuQuan", "{{ cho_ghi_chu_quan }}")
        + tag("endif")
        + only_if(
            "co_quan",
            repeat("dong", "co_quan", paragraph("CoQuan", "{{ dong }}")),
            otherwise=_marked("CoQuan", "[TÊN ĐƠN VỊ BÁO CÁO]"),
        )
        + paragraph("Ke2", extra=f'<w:ind w:left="{side}" w:right="{side}" w:firstLine="0"/>')
    )


def _number() -> str:
    return only_if(
        "ky_hieu", numbered("BC-{{ ky_hieu }}"),
        otherwise=numbered("BC-", run("[KÝ HIỆU]", LEFT_OPEN)),
    )  # fmt: skip


def _section(place: int, title: str) -> str:
    """Return the heading of a section: one less where a unit has no measures."""
    with_measures, without = _NUMERALS[place], _NUMERALS[place - 1]
    number = f"{{% if {_MEASURES} %}}{with_measures}{{% else %}}{without}{{% endif %}}"
    return paragraph("MucLaMa", f"{number}. {title}")


def _measures() -> str:
    table = Table((45, 16, 16, 17, 25, 18, 23))
    heads = ("Chỉ tiêu", "Mốc {{ moc_truoc }}", "Mốc {{ moc_sau }}", "{{ ky_truoc }}",
             "Kết quả {{ ky_bao_cao }}", "Mức cần đạt", "Tình trạng")  # fmt: skip
    words = "{{ d.so }}. {{ d.ten }}"
    name = only_if(
        _NOTED, paragraph("BangNhoChu", words, extra=KEEP),
        otherwise=paragraph("BangNhoChu", words),
    )  # fmt: skip
    noted = table.spanning_row(
        repeat("cau", "d.ghi_chu", paragraph("BangGhiChu", "{{ cau }}"))
        + only_if("d.nguon", paragraph("BangGhiChu", "Nguồn: {{ d.nguon }}"))
    )
    cells = (
        name,
        *(paragraph("BangNhoSo", f"{{{{ d.{key} }}}}") for key in
          ("moc_truoc", "moc_sau", "ky_truoc")),
        figure(small=True),
        paragraph("BangNhoSo", "{{ d.can_dat }}"),
        status(),
    )  # fmt: skip
    return (
        paragraph("BangTen", "Kết quả thực hiện các chỉ tiêu {{ ky_bao_cao }}")
        + table.build(
            table.row(*(paragraph("BangNhoDau", head) for head in heads), header=True),
            table.repeat(
                "d",
                _MEASURES,
                table.row(*cells),
                table.tag_row(f"if {_NOTED}") + noted + table.tag_row("endif"),
            ),
        )
        + paragraph("BangSau")
        + only_if("luu_y", paragraph("LuuY", "{{ luu_y }}"))
    )


def _lead(sentence: str, items: str) -> str:
    """Return the sentence before a list, on the page of its first item."""
    words = f"{{{{ {sentence} }}}}"
    return only_if(
        items, paragraph("NoiDung", words, extra=KEEP), otherwise=paragraph("NoiDung", words)
    )


def _behind() -> str:
    first = "{% if loop.first %}Giải trình: {% endif %}"
    explained = repeat("cau", "d.giai_trinh", paragraph("NoiDung", f"{first}{{{{ cau }}}}"))
    return repeat(
        "d",
        "chi_tieu_cham",
        paragraph("NoiDung", "- {{ d.ten }}: {{ d.dien_giai }}"),
        only_if(
            "d.giai_trinh",
            explained,
            otherwise=left_open("[Đơn vị ghi giải trình: nguyên nhân, hướng khắc phục.]"),
        ),
    )


def _results() -> str:
    unreported = repeat(
        "ten", "chua_co_so_lieu", paragraph("NoiDung", "- {{ ten }}: ", missing(), ".")
    )
    return only_if(
        _MEASURES,
        paragraph("MucLaMa", f"{_NUMERALS[0]}. KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU"),
        paragraph("Khoan", "1. Kết quả chung"),
        repeat("cau", "ket_qua_chung", paragraph("NoiDung", "{{ cau }}")),
        _measures(),
        paragraph("Khoan", "2. Chỉ tiêu chậm, không đạt"),
        _lead("loi_dan_cham", "chi_tieu_cham"),
        _behind(),
        paragraph("Khoan", "3. Chỉ tiêu chưa có số liệu"),
        _lead("loi_dan_chua_co_so_lieu", "chua_co_so_lieu"),
        unreported,
    )


def _tasks() -> str:
    table = TASKS.build(task_heads(), TASKS.repeat("n", "cac_nhiem_vu", task_row()))
    listed = paragraph("BangTen", "Kết quả thực hiện nhiệm vụ") + table + paragraph("BangSau")
    return (
        _section(1, "KẾT QUẢ THỰC HIỆN NHIỆM VỤ")
        + paragraph("NoiDung", "{{ cau_nhiem_vu }}", extra=KEEP)
        + only_if("cac_nhiem_vu", listed)
    )


def _for_the_unit() -> str:
    return (
        _section(2, "KHÓ KHĂN, VƯỚNG MẮC, NGUYÊN NHÂN")
        + left_open("[Đơn vị ghi khó khăn, vướng mắc và nguyên nhân.]")
        + _section(3, "PHƯƠNG HƯỚNG, NHIỆM VỤ KỲ SAU")
        + left_open("[Đơn vị ghi nhiệm vụ, giải pháp trọng tâm của kỳ sau.]")
        + _section(4, "ĐỀ XUẤT, KIẾN NGHỊ")
        + left_open("[Đơn vị ghi đề xuất, kiến nghị.]", extra=KEEP)
    )


def draw() -> bytes:
    """Return the template as a .docx file's content; the same bytes every time."""
    office = only_if(
        "quyen_han",
        repeat("dong", "quyen_han", paragraph("ChucVu", "{{ dong }}")),
        otherwise=_marked("ChucVu", "[QUYỀN HẠN, CHỨC VỤ]"),
    )
    name = only_if(
        "nguoi_ky", paragraph("NguoiKy", "{{ nguoi_ky }}"),
        otherwise=_marked("NguoiKy", "[Họ và tên người ký]"),
    )  # fmt: skip
    body = (
        heading("", "\u00a0{{ nam }}", agency=_agency(), number=_number()),
        title_and_opening(_TITLE, f"kết quả thực hiện {_SUBJECT}"),
        _results(), _tasks(), _for_the_unit(),
        closing(_LAST, office=office, name=name), faults(),
    )  # fmt: skip
    return package(Section("".join(body)), title=_TITLE)


if __name__ == "__main__":
    Path(sys.argv[1] if len(sys.argv) > 1 else "templates/bao_cao_don_vi.docx").write_bytes(draw())
