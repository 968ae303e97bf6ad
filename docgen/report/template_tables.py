"""The tables of the Báo cáo's template: results by goal, tasks, money, the annex.

Part of the tool that draws the template; see `docgen.report.template`.
"""

from __future__ import annotations

from docgen.shared.house_style import STATUS_FILLS
from docgen.shared.template_parts import missing
from docgen.word.wordxml import GAP, KEEP, Table, only_if, paragraph, repeat, tag


def figure(small: bool) -> str:
    """The cell of this period's value: never blank, the counts under the value."""
    kind = "BangNhoSo" if small else "BangSo"
    shown = paragraph(kind, "{{ d.ket_qua }}") + only_if(
        "d.so_dem", paragraph(kind, "{{ d.so_dem }}")
    )
    return only_if("d.ket_qua", shown, otherwise=paragraph(kind, missing()))


def status(group: str = "d.nhom", words: str = "d.tinh_trang") -> str:
    """The cell of the status: one paragraph style, with its light fill, for each kind."""
    shown = f"{{{{ {words} }}}}"
    cases = "".join(
        tag(f'{"elif" if number else "if"} {group} == "{key}"') + paragraph(f"TT_{key}", shown)
        for number, key in enumerate(list(STATUS_FILLS)[:-1])
    )
    return cases + tag("else") + paragraph("TT_khac", shown) + tag("endif")


def goals() -> str:
    """Return for every goal its sentences and its table."""
    table = Table((44, 17, 17, 17, 25, 21, 19))
    heads = ("Chỉ tiêu", "Mốc {{ moc_truoc }}", "Mốc {{ moc_sau }}", "{{ ky_truoc }}",
             "Kết quả {{ ky_bao_cao }}", "Tình trạng", "Đơn vị")  # fmt: skip
    cells = (
        paragraph("BangNhoChu", "{{ d.so }}. {{ d.ten }}"),
        *(paragraph("BangNhoSo", f"{{{{ d.{name} }}}}") for name in ("moc_truoc", "moc_sau")),
        paragraph("BangNhoSo", "{{ d.ky_truoc }}"),
        figure(small=True),
        status(),
        paragraph("BangNhoSo", "{{ d.don_vi }}"),
    )
    filled = table.build(
        table.row(*(paragraph("BangNhoDau", head) for head in heads), header=True),
        table.repeat("d", "m.cac_dong", table.row(*cells)),
    )
    return repeat(
        "m",
        "cac_muc_tieu",
        paragraph("Khoan", "{{ m.so }}. {{ m.ten }}"),
        repeat("cau", "m.cac_cau", paragraph("NoiDung", "{{ cau }}")),
        paragraph("BangTen", "Kết quả thực hiện các chỉ tiêu của mục tiêu {{ m.so }}"),
        filled,
        paragraph("BangSau"),
        only_if("m.luu_y", paragraph("LuuY", "{{ m.luu_y }}")),
    )


TASKS = Table((12, 62, 26, 60))


def task_heads() -> str:
    """Return the head of a table of tasks."""
    heads = ("STT", "Nhiệm vụ", "Thời hạn", "Kết quả")
    return TASKS.row(*(paragraph("BangDau", head) for head in heads), header=True)


def task_row() -> str:
    """Return the row of a task: what is not told is said to be so."""
    result = repeat("cau", "n.ket_qua", paragraph("BangChu", "{{ cau }}"))
    deadline = paragraph("BangSo", "{{ n.thoi_han }}")
    return TASKS.row(
        paragraph("BangSo", "{{ n.stt }}"),
        paragraph("BangChu", "{{ n.nhiem_vu }}"),
        only_if("n.thoi_han", deadline, otherwise=paragraph("BangSo", missing("[chưa ghi]"))),
        only_if("n.ket_qua", result, otherwise=paragraph(
            "BangChu", missing("[đơn vị chưa ghi kết quả]")))
        + only_if("n.hoan_thanh", paragraph("BangChu", "{{ n.hoan_thanh }}")),
    )  # fmt: skip


def tasks() -> str:
    """Return the sentence on tasks and their table."""
    filled = TASKS.build(
        task_heads(),
        TASKS.repeat(
            "u",
            "nhiem_vu",
            TASKS.spanning_row(paragraph("BangMuc", "{{ u.don_vi }}")),
            TASKS.repeat("n", "u.cac_nhiem_vu", task_row()),
        ),
    )
    return (
        paragraph("NoiDung", "{{ cau_nhiem_vu }}", extra=KEEP)
        + paragraph("BangTen", "Kết quả thực hiện nhiệm vụ theo đơn vị")
        + filled
        + paragraph("BangSau")
    )


def money(year: str = "{{ nam }}", period: str = "{{ ky_bao_cao }}") -> str:
    """Return the sentence on money and its table."""
    table = Table((12, 62, 32, 32, 22))
    heads = ("STT", "Nguồn kinh phí", f"Dự toán năm {year} (đồng)", f"Đã chi {period} (đồng)",
             "Tỷ lệ")  # fmt: skip
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
        paragraph("NoiDung", "{{ cau_kinh_phi }}", extra=KEEP)
        + paragraph("BangTen", f"Kinh phí thực hiện {period}")
        + filled
        + paragraph("BangSau")
        + repeat("cau", "ghi_chu_kinh_phi", paragraph("NoiDung", "{{ cau }}"))
    )


def _amount(field: str) -> str:
    return only_if(
        field,
        paragraph("BangTien", f"{{{{ {field} }}}}", extra=KEEP),
        otherwise=paragraph("BangTien", missing(), extra=KEEP),
    )


def annex() -> str:
    """Return the annex: everything known of every measure, on landscape pages."""
    table = Table((11, 39, 16, 15, 15, 19, 24, 17, 21, 20, 17, 33))
    heads = ("STT", "Chỉ tiêu", "ĐVT", "Mốc {{ moc_truoc }}", "Mốc {{ moc_sau }}",
             "{{ ky_truoc }}", "Kết quả kỳ", "Mức cần đạt", "Tình trạng", "Còn thiếu, vượt",
             "Đơn vị", "Ghi chú")  # fmt: skip
    middle = ("don_vi_tinh", "moc_truoc", "moc_sau")
    before = paragraph("BangNhoSo", "{{ d.ky_truoc }}") + only_if(
        "d.ky_truoc_so_dem", paragraph("BangNhoDem", "{{ d.ky_truoc_so_dem }}")
    )
    cells = (
        paragraph("BangNhoSo", "{{ d.so }}"),
        paragraph("BangNhoChu", "{{ d.ten }}"),
        *(paragraph("BangNhoSo", f"{{{{ d.{name} }}}}") for name in middle),
        before,
        figure(small=True),
        paragraph("BangNhoSo", "{{ d.can_dat }}"),
        status(),
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
        paragraph("PhuLuc", "Phụ lục")
        + paragraph("TenPhuLuc", "KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU {{ ky_bao_cao_hoa }}")
        + paragraph("KemTheo", attached)
        + table.build(
            table.row(*(paragraph("BangNhoDau", head) for head in heads), header=True),
            table.repeat(
                "m", "cac_muc_tieu", goal, table.repeat("d", "m.cac_dong", table.row(*cells))
            ),
        )
    )
