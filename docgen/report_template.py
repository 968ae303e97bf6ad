"""Draws `templates/bao_cao.docx`: `python -m docgen.report_template [FILE]`.

A developer's tool. Officials edit the drawn file in Word; whoever changes the text here
draws it anew, and a test holds both together. The wording and the order of sections
stand here, the data come from `docgen.context`; the form from `docgen.form`.
"""

from __future__ import annotations

import sys
from pathlib import Path

from docgen.form import (
    HEADING_LEFT_MM,
    HEADING_RIGHT_MM,
    PORTRAIT_TEXT_MM,
    STATUS_FILLS,
)
from docgen.template_package import Section, package
from docgen.wordxml import Table, only_if, paragraph, repeat, run, tag

GAP = "\u00a0" * 6  # left open for the clerk's office to fill in
LEFT_OPEN = "DonViGhi"  # character style: what nobody but the official can write
KEEP = "<w:keepNext/>"  # on the page of what follows
MISSING = "ThieuSoLieu"  # character style: "[chưa có số liệu]"

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
    missing = repeat(
        "nhom",
        "chua_co_so_lieu",
        paragraph("NoiDung", "- {{ nhom.don_vi }}: {{ nhom.chi_tieu }}: ", _missing(), "."),
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
        + missing
    )


def _missing() -> str:
    return run("[chưa có số liệu]", MISSING)


def _figure(small: bool) -> str:
    """The cell of this period's value: never blank, the counts under the value."""
    kind = "BangNhoSo" if small else "BangSo"
    shown = paragraph(kind, "{{ d.ket_qua }}") + only_if(
        "d.so_dem", paragraph(kind, "{{ d.so_dem }}")
    )
    return only_if("d.ket_qua", shown, otherwise=paragraph(kind, _missing()))


def _status() -> str:
    """The cell of the status: one paragraph style, with its light fill, for each kind."""
    cases = "".join(
        tag(f'{"elif" if number else "if"} d.nhom == "{key}"')
        + paragraph(f"TT_{key}", "{{ d.tinh_trang }}")
        for number, key in enumerate(list(STATUS_FILLS)[:-1])
    )
    return cases + tag("else") + paragraph("TT_khac", "{{ d.tinh_trang }}") + tag("endif")


def _goals() -> str:
    table = Table((44, 17, 17, 17, 25, 21, 19))
    heads = ("Chỉ tiêu", "Mốc {{ moc_truoc }}", "Mốc {{ moc_sau }}", "{{ ky_truoc }}",
             "Kết quả {{ ky_bao_cao }}", "Tình trạng", "Đơn vị")  # fmt: skip
    cells = (
        paragraph("BangNhoChu", "{{ d.so }}. {{ d.ten }}"),
        *(paragraph("BangNhoSo", f"{{{{ d.{name} }}}}") for name in ("moc_truoc", "moc_sau")),
        paragraph("BangNhoSo", "{{ d.ky_truoc }}"),
        _figure(small=True),
        _status(),
        paragraph("BangNhoSo", "{{ d.don_vi }}"),
    )
    filled = table.build(
        table.row(*(paragraph("BangNhoDau", head) for head in heads), header=True),
        table.repeat("d", "m.cac_dong", table.row(*cells)),
    )
    return paragraph("MucLaMa", "II. KẾT QUẢ THỰC HIỆN CÁC MỤC TIÊU, CHỈ TIÊU") + repeat(
        "m",
        "cac_muc_tieu",
        paragraph("Khoan", "{{ m.so }}. {{ m.ten }}"),
        repeat("cau", "m.cac_cau", paragraph("NoiDung", "{{ cau }}")),
        paragraph("BangTen", "Kết quả thực hiện các chỉ tiêu của mục tiêu {{ m.so }}"),
        filled,
        paragraph("BangSau"),
        only_if("m.luu_y", paragraph("LuuY", "{{ m.luu_y }}")),
    )


def _tasks() -> str:
    table = Table((12, 62, 26, 60))
    result = repeat("cau", "n.ket_qua", paragraph("BangChu", "{{ cau }}"))
    deadline = paragraph("BangSo", "{{ n.thoi_han }}")
    row = table.row(
        paragraph("BangSo", "{{ n.stt }}"),
        paragraph("BangChu", "{{ n.nhiem_vu }}"),
        only_if("n.thoi_han", deadline, otherwise=paragraph("BangSo", run("[chưa ghi]", MISSING))),
        only_if("n.ket_qua", result, otherwise=paragraph(
            "BangChu", run("[đơn vị chưa ghi kết quả]", MISSING)))
        + only_if("n.hoan_thanh", paragraph("BangChu", "{{ n.hoan_thanh }}")),
    )  # fmt: skip
    heads = ("STT", "Nhiệm vụ", "Thời hạn", "Kết quả")
    filled = table.build(
        table.row(*(paragraph("BangDau", head) for head in heads), header=True),
        table.repeat(
            "u",
            "nhiem_vu",
            table.spanning_row(paragraph("BangMuc", "{{ u.don_vi }}")),
            table.repeat("n", "u.cac_nhiem_vu", row),
        ),
    )
    return (
        paragraph("MucLaMa", "III. CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI THỰC HIỆN")
        + paragraph("Khoan", "1. Công tác lãnh đạo, chỉ đạo")
        + _left_open("văn bản đã ban hành, công tác truyền thông, tập huấn, kiểm tra trong kỳ")
        + paragraph("Khoan", "2. Nhiệm vụ của các đơn vị")
        + paragraph("NoiDung", "{{ cau_nhiem_vu }}")
        + paragraph("BangTen", "Kết quả thực hiện nhiệm vụ theo đơn vị")
        + filled
        + paragraph("BangSau")
    )


def _money() -> str:
    table = Table((12, 62, 32, 32, 22))
    heads = ("STT", "Nguồn kinh phí", "Dự toán năm {{ nam }} (đồng)",
             "Đã chi {{ ky_bao_cao }} (đồng)", "Tỷ lệ")  # fmt: skip
    row = table.row(
        paragraph("BangSo", "{{ k.stt }}", extra=KEEP),
        paragraph("BangChu", "{{ k.nguon }}", extra=KEEP),
        _amount("k.du_toan"),
        _amount("k.da_chi"),
        paragraph("BangSo", "{{ k.ty_le }}", extra=KEEP),
    )
    filled = table.build(
        table.row(*(paragraph("BangDau", head) for head in heads), header=True),
        table.repeat("k", "kinh_phi", row),
    )
    return (
        paragraph("Khoan", "3. Kinh phí thực hiện")
        + paragraph("NoiDung", "{{ cau_kinh_phi }}", extra=KEEP)
        + paragraph("BangTen", "Kinh phí thực hiện {{ ky_bao_cao }}")
        + filled
        + paragraph("BangSau")
        + repeat("cau", "ghi_chu_kinh_phi", paragraph("LuuY", "{{ cau }}"))
    )


def _amount(field: str) -> str:
    return only_if(
        field,
        paragraph("BangTien", f"{{{{ {field} }}}}", extra=KEEP),
        otherwise=paragraph("BangTien", _missing(), extra=KEEP),
    )


def _left_open(what: str) -> str:
    return paragraph("ChoGhi", run(f"[Đơn vị ghi {what}.]", LEFT_OPEN))


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


def _annex() -> str:
    table = Table((11, 40, 13, 15, 15, 15, 24, 17, 21, 21, 17, 38))
    heads = ("STT", "Chỉ tiêu", "ĐVT", "Mốc {{ moc_truoc }}", "Mốc {{ moc_sau }}",
             "{{ ky_truoc }}", "Kết quả kỳ", "Mức cần đạt", "Tình trạng", "Còn thiếu, vượt",
             "Đơn vị", "Ghi chú")  # fmt: skip
    middle = ("don_vi_tinh", "moc_truoc", "moc_sau", "ky_truoc")
    cells = (
        paragraph("BangNhoSo", "{{ d.so }}"),
        paragraph("BangNhoChu", "{{ d.ten }}"),
        *(paragraph("BangNhoSo", f"{{{{ d.{name} }}}}") for name in middle),
        _figure(small=True),
        paragraph("BangNhoSo", "{{ d.can_dat }}"),
        _status(),
        paragraph("BangNhoSo", "{{ d.con_thieu }}"),
        paragraph("BangNhoSo", "{{ d.don_vi }}"),
        repeat("cau", "d.ghi_chu", paragraph("BangGhiChu", "{{ cau }}")),
    )
    goal = table.spanning_row(paragraph("BangNhoMuc", "Mục tiêu {{ m.so }}. {{ m.ten }}"))
    attached = (
        f"(Kèm theo Báo cáo số{GAP}/BC-{{{{ ky_hieu }}}} ngày{GAP}tháng{GAP}năm\u00a0{{{{ nam }}}} "
        "của {{ ten_co_quan }})"
    )
    return (
        paragraph("PhuLuc", "PHỤ LỤC")
        + paragraph("TenPhuLuc", "KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU {{ ky_bao_cao_hoa }}")
        + paragraph("KemTheo", attached)
        + table.build(
            table.row(*(paragraph("BangNhoDau", head) for head in heads), header=True),
            table.repeat(
                "m", "cac_muc_tieu", goal, table.repeat("d", "m.cac_dong", table.row(*cells))
            ),
        )
    )


def draw() -> bytes:
    """Return the template as a .docx file's content; the same bytes every time."""
    portrait = (
        _heading(), _title_and_opening(), _overview(), _goals(), _tasks(), _money(),
        _for_the_official(), _closing(), _faults(),
    )  # fmt: skip
    return package(
        Section("".join(portrait)),
        Section(_annex() + paragraph("BangSau"), landscape=True),
        title=_TITLE,
    )


if __name__ == "__main__":
    Path(sys.argv[1] if len(sys.argv) > 1 else "templates/bao_cao.docx").write_bytes(draw())
