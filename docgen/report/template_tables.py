"""The tables of the Báo cáo's template: results by goal, tasks, money, the annex.

Part of the tool that draws the template; see `docgen.report.template`.
"""

from __future__ import annotations

from docgen.shared.template_parts import kept, missing, status, value
from docgen.word.drawing import GAP, Container, Drawing, Table

FIGURE = value("d.ket_qua", counts="d.so_dem", counts_style="BangNhoSo")


def draw_goals(drawing: Drawing) -> None:
    """Draw for every goal its sentences and its table."""
    heads = ("Chỉ tiêu", "Mốc {{ moc_truoc }}", "Mốc {{ moc_sau }}", "{{ ky_truoc }}",
             "Kết quả {{ ky_bao_cao }}", "Tình trạng", "Đơn vị")  # fmt: skip
    with drawing.repeat("m", "cac_muc_tieu"):
        drawing.paragraph("Khoan", "{{ m.so }}. {{ m.ten }}")
        drawing.each("cau", "m.cac_cau", "NoiDung")
        drawing.paragraph("BangTen", "Kết quả thực hiện các chỉ tiêu của mục tiêu {{ m.so }}")
        table = drawing.table((44, 17, 17, 17, 25, 21, 19), heads=heads, head_style="BangNhoDau")
        with table.repeat("d", "m.cac_dong"):
            table.row(
                ("BangNhoChu", "{{ d.so }}. {{ d.ten }}"),
                ("BangNhoSo", "{{ d.moc_truoc }}"),
                ("BangNhoSo", "{{ d.moc_sau }}"),
                ("BangNhoSo", "{{ d.ky_truoc }}"),
                FIGURE,
                status(),
                ("BangNhoSo", "{{ d.don_vi }}"),
            )
        draw_remark(drawing, "m.luu_y")


def draw_remark(drawing: Drawing, field: str) -> None:
    """Draw the space under a table, and the remark on it."""
    drawing.paragraph("BangSau")
    with drawing.only_if(field):
        drawing.paragraph("LuuY", f"{{{{ {field} }}}}")


def draw_task_table(drawing: Drawing) -> Table:
    """Draw the head of a table of tasks."""
    return drawing.table((12, 62, 26, 60), heads=("STT", "Nhiệm vụ", "Thời hạn", "Kết quả"))


def draw_task_rows(table: Table, source: str) -> None:
    """Draw the rows of tasks: what was not typed is marked as missing."""

    def result(cell: Container) -> None:
        with cell.only_if("n.ket_qua"):
            cell.each("cau", "n.ket_qua", "BangChu")
            cell.otherwise()
            cell.paragraph("BangChu", missing("[đơn vị chưa ghi kết quả]"))
        with cell.only_if("n.hoan_thanh"):
            cell.paragraph("BangChu", "{{ n.hoan_thanh }}")

    with table.repeat("n", source):
        table.row(
            ("BangSo", "{{ n.stt }}"),
            ("BangChu", "{{ n.nhiem_vu }}"),
            value("n.thoi_han", "BangSo", unknown="[chưa ghi]"),
            result,
        )


def draw_tasks(drawing: Drawing) -> None:
    """Draw the sentence on tasks and their table."""
    drawing.paragraph("NoiDung", "{{ cau_nhiem_vu }}", keep=True)
    drawing.paragraph("BangTen", "Kết quả thực hiện nhiệm vụ theo đơn vị")
    table = draw_task_table(drawing)
    with table.repeat("u", "nhiem_vu"):
        table.spanning_row(("BangMuc", "{{ u.don_vi }}"))
        draw_task_rows(table, "u.cac_nhiem_vu")
    drawing.paragraph("BangSau")


def draw_money(drawing: Drawing, year: str = "{{ nam }}", period: str = "{{ ky_bao_cao }}") -> None:
    """Draw the sentence on money and its table."""
    heads = ("STT", "Nguồn kinh phí", f"Dự toán năm {year} (đồng)", f"Đã chi {period} (đồng)",
             "Tỷ lệ")  # fmt: skip
    drawing.paragraph("NoiDung", "{{ cau_kinh_phi }}", keep=True)
    drawing.paragraph("BangTen", f"Kinh phí thực hiện {period}")
    table = drawing.table((12, 62, 32, 32, 22), heads=heads)
    with table.repeat("k", "kinh_phi"):
        table.row(
            kept("BangSo", "{{ k.stt }}"),
            kept("BangChu", "{{ k.nguon }}"),
            value("k.du_toan", "BangTien", keep=True),
            value("k.da_chi", "BangTien", keep=True),
            kept("BangSo", "{{ k.ty_le }}"),
        )
    drawing.paragraph("BangSau")
    drawing.each("cau", "ghi_chu_kinh_phi", "NoiDung")


def draw_annex_title(drawing: Drawing, words: str, year: str) -> None:
    """Draw the annex's name and to what it belongs; `year` is what stands behind “năm”."""
    drawing.paragraph("PhuLuc", "Phụ lục")
    drawing.paragraph("TenPhuLuc", words)
    number = f"{GAP}/BC-{{{{ ky_hieu }}}}"
    drawing.paragraph(
        "KemTheo",
        f"(Kèm theo Báo cáo số{number} ngày{GAP}tháng{GAP}năm{year}của {{{{ ten_co_quan }}}})",
    )


def draw_annex(drawing: Drawing) -> None:
    """Draw the annex: everything known of every measure, on landscape pages."""
    heads = ("STT", "Chỉ tiêu", "ĐVT", "Mốc {{ moc_truoc }}", "Mốc {{ moc_sau }}",
             "{{ ky_truoc }}", "Kết quả kỳ", "Mức cần đạt", "Tình trạng", "Còn thiếu, vượt",
             "Đơn vị", "Ghi chú")  # fmt: skip

    def before(cell: Container) -> None:
        cell.paragraph("BangNhoSo", "{{ d.ky_truoc }}")
        with cell.only_if("d.ky_truoc_so_dem"):
            cell.paragraph("BangNhoDem", "{{ d.ky_truoc_so_dem }}")

    title = "KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU {{ ky_bao_cao_hoa }}"
    draw_annex_title(drawing, title, "\u00a0{{ nam }} ")
    widths = (11, 39, 16, 15, 15, 19, 24, 17, 21, 20, 17, 33)
    table = drawing.table(widths, heads=heads, head_style="BangNhoDau")
    with table.repeat("m", "cac_muc_tieu"):
        table.spanning_row(("BangNhoMuc", "Mục tiêu {{ m.so }}. {{ m.ten }}"))
        with table.repeat("d", "m.cac_dong"):
            table.row(
                ("BangNhoSo", "{{ d.so }}"),
                ("BangNhoChu", "{{ d.ten }}"),
                ("BangNhoSo", "{{ d.don_vi_tinh }}"),
                ("BangNhoSo", "{{ d.moc_truoc }}"),
                ("BangNhoSo", "{{ d.moc_sau }}"),
                before,
                FIGURE,
                ("BangNhoSo", "{{ d.can_dat }}"),
                status(),
                ("BangNhoSo", "{{ d.con_thieu }}"),
                ("BangNhoSo", "{{ d.don_vi }}"),
                lambda cell: cell.each("cau", "d.ghi_chu", "BangGhiChu"),
            )
    drawing.paragraph("BangSau")
