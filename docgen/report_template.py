"""Draws `templates/bao_cao.docx`: `python -m docgen.report_template [FILE]`.

A developer's tool. Officials edit the drawn file in Word; whoever changes the text here
draws it anew, and a test holds both together. The wording and the order of sections
stand here, the data come from `docgen.context`; the form from `docgen.form`.
"""

from __future__ import annotations

import sys
from pathlib import Path

from docgen.form import HEADING_LEFT_MM, HEADING_RIGHT_MM, PORTRAIT_TEXT_MM
from docgen.report_template_tables import annex, goals, missing, money, tasks
from docgen.template_package import Section, package
from docgen.wordxml import GAP, KEEP, Table, only_if, paragraph, repeat, run

LEFT_OPEN = "DonViGhi"  # character style: what nobody but the official can write

_TITLE = (
    "Kết quả thực hiện {{ chuong_trinh }} trên địa bàn {{ don_vi_hanh_chinh }} {{ ky_bao_cao }}"
)


def _heading() -> str:
    table = Table((HEADING_LEFT_MM, HEADING_RIGHT_MM), lines=False, margin=0)
    agency = (
        only_if("co_quan_chu_quan", paragraph("CoQuanChuQuan", "{{ co_quan_chu_quan }}"))
        + repeat("dong", "co_quan", paragraph("CoQuan", "{{ dong }}"))
        + paragraph("Ke2")
    )
    country = (
        paragraph("QuocHieu", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
        + paragraph("TieuNgu", "Độc lập - Tự do - Hạnh phúc")
        + paragraph("Ke1")
    )
    number = paragraph("SoKyHieu", f"Số:{GAP}/BC-{{{{ ky_hieu }}}}")
    day = f"{{{{ dia_danh }}}}, ngày{GAP}tháng{GAP}năm\u00a0{{{{ nam }}}}"
    return table.build(table.row(agency, country), table.row(number, paragraph("DiaDanh", day)))


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
        + repeat("cau", "khung", paragraph("KhungDuThao", "{{ cau }}"))
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


def _left_open(what: str) -> str:
    return paragraph("ChoGhi", run(f"[Đơn vị ghi {what}.]", LEFT_OPEN))


def _carrying_out() -> str:
    return (
        paragraph("MucLaMa", "III. CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI THỰC HIỆN")
        + paragraph("Khoan", "1. Công tác lãnh đạo, chỉ đạo")
        + _left_open("văn bản đã ban hành, công tác truyền thông, tập huấn, kiểm tra trong kỳ")
        + paragraph("Khoan", "2. Nhiệm vụ của các đơn vị")
        + tasks()
        + paragraph("Khoan", "3. Kinh phí thực hiện")
        + money()
    )


def _for_the_official() -> str:
    return (
        paragraph("MucLaMa", "IV. ĐÁNH GIÁ CHUNG")
        + paragraph("Khoan", "1. Ưu điểm")
        + _left_open("ưu điểm")
        + paragraph("Khoan", "2. Tồn tại, hạn chế")
        + _left_open("tồn tại, hạn chế, khó khăn, vướng mắc")
        + paragraph("Khoan", "3. Nguyên nhân")
        + _left_open("nguyên nhân khách quan, chủ quan")
        + paragraph("MucLaMa", "V. PHƯƠNG HƯỚNG, NHIỆM VỤ KỲ SAU")
        + _left_open("nhiệm vụ, giải pháp trọng tâm của kỳ sau")
        + paragraph("MucLaMa", "VI. ĐỀ XUẤT, KIẾN NGHỊ")
        + paragraph(
            "ChoGhi",
            run("[Đơn vị ghi đề xuất, kiến nghị.]", LEFT_OPEN),
            extra=KEEP,
        )
    )


def _closing() -> str:
    table = Table((75, PORTRAIT_TEXT_MM - 75), lines=False, margin=0)
    recipients = paragraph("NoiNhan", "Nơi nhận:") + repeat(
        "noi", "noi_nhan", paragraph("NoiNhanDong", "- {{ noi }}")
    )
    blank = "".join(paragraph("NguoiKy") for _ in range(4))
    signature = (
        repeat("dong", "quyen_han", paragraph("ChucVu", "{{ dong }}"))
        + blank
        + paragraph("NguoiKy", "{{ nguoi_ky }}")
    )
    last = (
        "Trên đây là báo cáo kết quả thực hiện {{ chuong_trinh }} trên địa bàn "
        "{{ don_vi_hanh_chinh }} {{ ky_bao_cao }}./."
    )
    return (
        paragraph("NoiDung", last, extra=KEEP)
        + paragraph("BangSau", extra=KEEP)
        + table.build(table.row(recipients, signature))
    )


def _faults() -> str:
    table = Table((12, 50, 98))
    rows = table.repeat(
        "l",
        "cac_loi",
        table.row(
            paragraph("BangSo", "{{ l.stt }}"),
            paragraph("BangChu", "{{ l.noi }}"),
            paragraph("BangChu", "{{ l.noi_dung }}"),
        ),
    )
    heads = ("STT", "Nơi có lỗi", "Nội dung cần sửa")
    head = table.row(*(paragraph("BangDau", one) for one in heads), header=True)
    title = paragraph(
        "PhuLuc", "DANH SÁCH LỖI PHẢI SỬA TRƯỚC KHI BAN HÀNH", extra="<w:pageBreakBefore/>"
    )
    return only_if("cac_loi", title, paragraph("BangSau"), table.build(head, rows))


def draw() -> bytes:
    """Return the template as a .docx file's content; the same bytes every time."""
    portrait = (
        _heading(), _title_and_opening(), _overview(),
        paragraph("MucLaMa", "II. KẾT QUẢ THỰC HIỆN CÁC MỤC TIÊU, CHỈ TIÊU"), goals(),
        _carrying_out(), _for_the_official(), _closing(), _faults(),
    )  # fmt: skip
    return package(
        Section("".join(portrait)),
        Section(annex() + paragraph("BangSau"), landscape=True),
        title=_TITLE,
    )


if __name__ == "__main__":
    Path(sys.argv[1] if len(sys.argv) > 1 else "templates/bao_cao.docx").write_bytes(draw())
