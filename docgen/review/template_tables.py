"""The tables of the template of the Báo cáo sơ kết and tổng kết: the years side by side.

Part of the tool that draws the template; see `docgen.review.template`. How many years
there are is the data's to say: their column is repeated (`{%tc for … %}`).
"""

from __future__ import annotations

from docgen.report.template_tables import draw_annex_title, draw_remark
from docgen.shared.template_parts import Draw, kept, missing, status
from docgen.word.drawing import GAP, Container, Drawing, Table

_UNKNOWN = "[…]"  # as wide as a column of nine years lets it be; the legend explains it


def _head(cell: Container) -> None:
    cell.paragraph("BangNhoDau", "{{ n.nam }}")
    with cell.only_if("n.dau"):
        cell.paragraph("BangNhoDau", "{{ n.dau }}")


def _year(*, counts: bool) -> Draw:
    """Draw the cell of one year: the value, its counts, and its marks."""

    def draw(cell: Container) -> None:
        with cell.only_if("n.ket_qua"):
            cell.paragraph("BangNhoDem", "{{ n.ket_qua }}")
            for field in ("n.so_dem", "n.dau") if counts else ("n.dau",):
                with cell.only_if(field):
                    cell.paragraph("BangNhoDem", f"{{{{ {field} }}}}")
            cell.otherwise()
            cell.paragraph("BangNhoDem", missing(_UNKNOWN))

    return draw


def _verdicts(cell: Container) -> None:
    with cell.repeat("g", "d.danh_gia"):
        status("g.nhom", "g.noi_dung")(cell)


def _required(cell: Container) -> None:
    cell.each("cau", "d.moc", "BangNhoSo")


def _draw_head(table: Table, *heads: str) -> None:
    table.row(
        *(("BangNhoDau", head) for head in heads),
        *table.columns("n", "cac_nam", _head),
        ("BangNhoDau", "{{ ten_moc }}"),
        ("BangNhoDau", "Đánh giá"),
        header=True,
    )


def draw_goals(drawing: Drawing) -> None:
    """Draw for every goal its sentences and its table, each measure's name over all columns."""
    with drawing.repeat("m", "cac_muc_tieu"):
        drawing.paragraph("Khoan", "{{ m.so }}. {{ m.ten }}")
        drawing.each("cau", "m.cac_cau", "NoiDung")
        drawing.paragraph("BangTen", "Kết quả từng năm các chỉ tiêu của mục tiêu {{ m.so }}")
        table = drawing.table((20, 72, 20, 24, 24))
        _draw_head(table)
        with table.repeat("d", "m.cac_dong"):
            table.spanning_row(kept("BangNhoChu", "{{ d.so }}. {{ d.ten }} ({{ d.don_vi_tinh }})"))
            years = table.columns("n", "d.cac_nam", _year(counts=False))
            table.row(*years, _required, _verdicts)
        draw_remark(drawing, "m.luu_y")


def _sources(cell: Container) -> None:
    """Draw where a measure's figures come from, and the notes on small numbers."""
    with cell.only_if("d.nguon"):
        cell.paragraph("BangGhiChu", "Nguồn: {{ d.nguon }}.")
        cell.otherwise()
        cell.paragraph("BangGhiChu", "Nguồn: ", missing())
    cell.each("cau", "d.ghi_chu", "BangGhiChu", "Ghi chú {{ cau }}.")


def draw_annex(drawing: Drawing) -> None:
    """Draw the annex: every figure of every measure, with counts and source."""
    draw_annex_title(drawing, "SỐ LIỆU TỪNG NĂM CỦA CÁC CHỈ TIÊU {{ giai_doan_hoa }}", GAP)
    table = drawing.table((12, 49, 16, 20, 82, 20, 24, 24))
    _draw_head(table, "STT", "Chỉ tiêu", "ĐVT")
    with table.repeat("m", "cac_muc_tieu"):
        table.spanning_row(("BangNhoMuc", "Mục tiêu {{ m.so }}. {{ m.ten }}"))
        with table.repeat("d", "m.cac_dong"):
            table.row(
                kept("BangNhoSo", "{{ d.so }}"),
                kept("BangNhoChu", "{{ d.ten }}"),
                kept("BangNhoDem", "{{ d.don_vi_tinh }}"),
                *table.columns("n", "d.cac_nam", _year(counts=True)),
                _required,
                _verdicts,
            )
            table.spanning_row(_sources)
    draw_remark(drawing, "luu_y")
    drawing.paragraph("BangSau")
