"""The tables of the template of the Báo cáo sơ kết and tổng kết: the years side by side.

Part of the tool that draws the template; see `docgen.review.template`. How many years
there are is the data's to say: their column is repeated (`{%tc for … %}`).
"""

from __future__ import annotations

from docgen.report.template_tables import status
from docgen.shared.template_parts import missing
from docgen.word.wordxml import GAP, KEEP, Table, only_if, paragraph, repeat

_UNKNOWN = "[…]"  # as wide as a column of nine years lets it be; the legend explains it


def _head() -> str:
    return paragraph("BangNhoDau", "{{ n.nam }}") + only_if(
        "n.dau", paragraph("BangNhoDau", "{{ n.dau }}")
    )


def _year(*, counts: bool) -> str:
    """The cell of one year: the value, its counts, and its marks."""
    shown = paragraph("BangNhoDem", "{{ n.ket_qua }}")
    if counts:
        shown += only_if("n.so_dem", paragraph("BangNhoDem", "{{ n.so_dem }}"))
    shown += only_if("n.dau", paragraph("BangNhoDem", "{{ n.dau }}"))
    return only_if("n.ket_qua", shown, otherwise=paragraph("BangNhoDem", missing(_UNKNOWN)))


def _verdicts() -> str:
    return repeat("g", "d.danh_gia", status("g.nhom", "g.noi_dung"))


def _asked() -> str:
    return repeat("cau", "d.moc", paragraph("BangNhoSo", "{{ cau }}"))


def goals() -> str:
    """Return for every goal its sentences and its table, the name of each measure in a band."""
    table = Table((20, 72, 20, 24, 24))
    head = table.row(
        *table.columns("n", "cac_nam", _head()),
        paragraph("BangNhoDau", "{{ ten_moc }}"),
        paragraph("BangNhoDau", "Đánh giá"),
        header=True,
    )
    name = table.spanning_row(
        paragraph("BangNhoChu", "{{ d.so }}. {{ d.ten }} ({{ d.don_vi_tinh }})", extra=KEEP)
    )
    line = table.row(*table.columns("n", "d.cac_nam", _year(counts=False)), _asked(), _verdicts())
    return repeat(
        "m",
        "cac_muc_tieu",
        paragraph("Khoan", "{{ m.so }}. {{ m.ten }}"),
        repeat("cau", "m.cac_cau", paragraph("NoiDung", "{{ cau }}")),
        paragraph("BangTen", "Kết quả từng năm các chỉ tiêu của mục tiêu {{ m.so }}"),
        table.build(head, table.repeat("d", "m.cac_dong", name, line)),
        paragraph("BangSau"),
        only_if("m.luu_y", paragraph("LuuY", "{{ m.luu_y }}")),
    )


def _sources() -> str:
    """The band under a measure: where its figures come from, and the notes on small numbers."""
    known = paragraph("BangGhiChu", "Nguồn: {{ d.nguon }}.")
    unknown = paragraph("BangGhiChu", "Nguồn: ", missing())
    notes = repeat("cau", "d.ghi_chu", paragraph("BangGhiChu", "Ghi chú {{ cau }}."))
    return only_if("d.nguon", known, otherwise=unknown) + notes


def annex() -> str:
    """Return the annex: every figure of every measure, with counts and source."""
    table = Table((12, 49, 16, 20, 82, 20, 24, 24))
    head = table.row(
        *(paragraph("BangNhoDau", one) for one in ("STT", "Chỉ tiêu", "ĐVT")),
        *table.columns("n", "cac_nam", _head()),
        *(paragraph("BangNhoDau", one) for one in ("{{ ten_moc }}", "Đánh giá")),
        header=True,
    )
    line = table.row(
        paragraph("BangNhoSo", "{{ d.so }}", extra=KEEP),
        paragraph("BangNhoChu", "{{ d.ten }}", extra=KEEP),
        paragraph("BangNhoDem", "{{ d.don_vi_tinh }}", extra=KEEP),
        *table.columns("n", "d.cac_nam", _year(counts=True)),
        _asked(),
        _verdicts(),
    )
    goal = table.spanning_row(paragraph("BangNhoMuc", "Mục tiêu {{ m.so }}. {{ m.ten }}"))
    attached = (
        f"(Kèm theo Báo cáo số{GAP}/BC-{{{{ ky_hieu }}}} ngày{GAP}tháng{GAP}năm{GAP}"
        "của {{ ten_co_quan }})"
    )
    return (
        paragraph("PhuLuc", "Phụ lục")
        + paragraph("TenPhuLuc", "SỐ LIỆU TỪNG NĂM CỦA CÁC CHỈ TIÊU {{ giai_doan_hoa }}")
        + paragraph("KemTheo", attached)
        + table.build(
            head,
            table.repeat(
                "m",
                "cac_muc_tieu",
                goal,
                table.repeat("d", "m.cac_dong", line, table.spanning_row(_sources())),
            ),
        )
        + paragraph("BangSau")
        + only_if("luu_y", paragraph("LuuY", "{{ luu_y }}"))
    )
