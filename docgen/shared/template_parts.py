"""What the templates of several documents share: heading, closing, sections, tables, cells.

Part of the tools that draw the templates. Source of the form: Decree 30/2020/NĐ-CP, Phụ
lục I, parts II (components) and V (order and place).
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

from docgen.shared.house_style import HEADING_LEFT_MM, HEADING_RIGHT_MM, STATUS_KEYS, TEXT_MM
from docgen.template_locations import default_template
from docgen.word import drawing
from docgen.word.charts.data import Chart, Series
from docgen.word.charts.drawing import Look, stacked_bars
from docgen.word.drawing import Column, Inline, Item, Paragraph
from workbook.domain.judging.grouping import STATUS_GROUPS

BEFORE_TABLE = ("BangSau", drawing.KEEP)
AFTER_TABLE = ("BangSau",)

_AGENCY: list[Item] = [
    *drawing.only_if("co_quan_chu_quan", ("CoQuanChuQuan", "{{ co_quan_chu_quan }}")),
    *drawing.each("dong", "co_quan", "CoQuan"),
    ("Ke2",),
]
_COUNTRY: list[Item] = [
    ("QuocHieu", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    ("TieuNgu", "Độc lập - Tự do - Hạnh phúc"),
    ("Ke1",),
]
_RECIPIENTS: list[Item] = [
    ("NoiNhan", "Nơi nhận:"),
    *drawing.each("noi", "noi_nhan", "NoiNhanDong", "- {{ noi }}"),
]
_OFFICE = drawing.each("dong", "quyen_han", "ChucVu")
_SIGNER: list[Item] = [("NguoiKy", "{{ nguoi_ky }}")]
_RECIPIENTS_MM = 75
# The draft's frame says why the document is not to be issued.
DRAFT_FRAME = drawing.each("cau", "khung", "KhungDuThao")
ADDRESSEES = [
    *drawing.only_if("kinh_gui", ("KinhGui", "Kính gửi: {{ kinh_gui }}")),
    *drawing.only_if(
        "kinh_gui_nhieu",
        ("KinhGuiNhieu", "Kính gửi:"),
        *drawing.each("noi", "kinh_gui_nhieu", "KinhGuiDong", "- {{ noi }}"),
    ),
    *DRAFT_FRAME,
]
_FINDINGS: list[Column] = [
    (12, "STT", ("BangSo", "{{ l.stt }}")),
    (50, "Nơi có lỗi", ("BangChu", "{{ l.noi }}")),
    (98, "Nội dung cần sửa", ("BangChu", "{{ l.noi_dung }}")),
]
# The page on which a draft lists what must be corrected first.
FINDINGS = drawing.only_if(
    "cac_loi",
    ("PhuLuc", "DANH SÁCH LỖI PHẢI SỬA TRƯỚC KHI BAN HÀNH", drawing.NEW_PAGE),
    AFTER_TABLE,
    drawing.listing(_FINDINGS, "l", "cac_loi"),
)


def template(title: str, body: Sequence[Item], annex: Sequence[Item] = ()) -> bytes:
    """Return a document of the house style as a .docx file's content, the annex landscape."""
    document = drawing.Drawing(default_template("khung.docx"))
    document.add(*body)
    if annex:
        document.landscape()
        document.add(*annex)
    return document.save(title)


def write(name: str, content: bytes) -> None:
    """Write a template to the file or folder that the command line names, else to `templates`."""
    place = Path(sys.argv[1] if len(sys.argv) > 1 else "templates")
    (place / name if place.is_dir() else place).write_bytes(content)


def marked(words: str) -> tuple[str, str]:
    """Return a text that marks what nobody but the official can write."""
    return "DonViGhi", words


def missing(words: str = "[chưa có số liệu]") -> tuple[str, str]:
    """Return the text that stands where something is missing."""
    return "ThieuSoLieu", words


def left_open(words: str, *more: Inline) -> Paragraph:
    """Return a marked paragraph for what only the official can write."""
    return "ChoGhi", marked(words), *more


def number(code: str, *more: Inline) -> Paragraph:
    """Return the number, left open before its stroke; `more` may follow the code."""
    return "SoKyHieu", f"Số:{drawing.GAP}/{code}", *more


def heading(
    number: list[Item], year: str = drawing.GAP, agency: list[Item] = _AGENCY
) -> drawing.Table:
    """Return the heading block (components 1 to 4); the day is left open.

    Args:
        number: the number (component 3); of a Công văn also what it is about (5b).
        year: what stands behind "năm"; left open unless given.
        agency: the names of the agencies (component 2) with the line below.
    """
    day = f"{{{{ dia_danh }}}}, ngày{drawing.GAP}tháng{drawing.GAP}năm{year}"
    rows = [drawing.Row([agency, _COUNTRY]), drawing.Row([number, ("DiaDanh", day)])]
    return drawing.Table((HEADING_LEFT_MM, HEADING_RIGHT_MM), rows, drawing.UNLINED)


def title(kind: str, words: str) -> list[Item]:
    """Return the name of the type and the title (component 5a)."""
    return [("TenLoai", kind), ("TrichYeu", words), ("Ke3",)]


def report_opening(name: str, subject: str) -> list[Item]:
    """Return title, addressees, frame and the first sentence: `… báo cáo kết quả … như sau:`."""
    words = "{% if can_cu %}Thực hiện {{ can_cu }}; {% endif %}{{ ten_co_quan }} báo cáo "
    return [*title("BÁO CÁO", name), *ADDRESSEES, ("NoiDung", f"{words}{subject} như sau:")]


def closing(last: str, office: list[Item] = _OFFICE, signer: list[Item] = _SIGNER) -> list[Item]:
    """Return the last sentence with recipients and signature, which stay together.

    Args:
        last: the sentence.
        office: the lines above the name (component 7a).
        signer: the name (component 7b).
    """
    room: list[Item] = [("NguoiKy",)] * 4  # for the signature
    widths = (_RECIPIENTS_MM, TEXT_MM - _RECIPIENTS_MM)
    cells = drawing.Row([_RECIPIENTS, [*office, *room, *signer]])
    last_paragraph = ("NoiDung", last, drawing.KEEP)
    return [last_paragraph, BEFORE_TABLE, drawing.Table(widths, [cells], drawing.UNLINED)]


def value(
    field: str, style: str = "BangNhoSo", *more: Inline, counts: str = "",
    counts_style: str = "BangNhoDem", unknown: str = "[chưa có số liệu]",
) -> list[Item]:  # fmt: skip
    """Return a cell that is never blank: a value, or the mark that it is missing.

    Args:
        field: the value.
        style: the paragraph's.
        more: what else stands in the paragraph, such as `KEEP`.
        counts: the field of the counts under the value, if any; and their style.
        counts_style: see `counts`.
        unknown: what stands where there is no value.
    """
    under: list[Item] = [(counts_style, drawing.printed(counts))]
    return drawing.either(
        field,
        [
            (style, drawing.printed(field), *more),
            *(drawing.only_if(counts, *under) if counts else []),
        ],
        [(style, missing(unknown), *more)],
    )


def status(kind: str = "d.nhom", words: str = "d.tinh_trang") -> list[Item]:
    """Return the cell of a status: a paragraph style, with its light fill, for each kind."""
    cell: list[Item] = []
    for key in STATUS_KEYS:
        test = f'elif {kind} == "{key}"' if cell else f'if {kind} == "{key}"'
        cell += drawing.Tag(test), (f"TT_{key}", drawing.printed(words))
    cell[-2] = drawing.Tag("else")
    return [*cell, drawing.Tag("endif")]


FIGURE = value("d.ket_qua", counts="d.so_dem", counts_style="BangNhoSo")
_RESULT = [
    *drawing.either(
        "n.ket_qua",
        drawing.each("cau", "n.ket_qua", "BangChu"),
        [("BangChu", missing("[đơn vị chưa ghi kết quả]"))],
    ),
    *drawing.only_if("n.hoan_thanh", ("BangChu", "{{ n.hoan_thanh }}")),
]
TASKS: list[Column] = [
    (12, "STT", ("BangSo", "{{ n.stt }}")),
    (62, "Nhiệm vụ", ("BangChu", "{{ n.nhiem_vu }}")),
    (26, "Thời hạn", value("n.thoi_han", "BangSo", unknown="[chưa ghi]")),
    (60, "Kết quả", _RESULT),
]
# The sentence on tasks, and their table.
TASKS_BY_UNIT: list[Item] = [
    ("NoiDung", "{{ cau_nhiem_vu }}", drawing.KEEP),
    ("BangTen", "Kết quả thực hiện nhiệm vụ theo đơn vị"),
    drawing.table(
        TASKS,
        *drawing.repeat(
            "u",
            "nhiem_vu",
            ("BangMuc", "{{ u.don_vi }}"),
            *drawing.repeat("n", "u.cac_nhiem_vu", drawing.row(TASKS)),
        ),
    ),
    AFTER_TABLE,
]


def money(year: str = "{{ nam }}", period: str = "{{ ky_bao_cao }}") -> list[Item]:
    """Return the sentence on money and its table."""
    columns: list[Column] = [
        (12, "STT", ("BangSo", "{{ k.stt }}", drawing.KEEP)),
        (62, "Nguồn kinh phí", ("BangChu", "{{ k.nguon }}", drawing.KEEP)),
        (32, f"Dự toán năm {year} (đồng)", value("k.du_toan", "BangTien", drawing.KEEP)),
        (32, f"Đã chi {period} (đồng)", value("k.da_chi", "BangTien", drawing.KEEP)),
        (22, "Tỷ lệ", ("BangSo", "{{ k.ty_le }}", drawing.KEEP)),
    ]
    return [
        ("NoiDung", "{{ cau_kinh_phi }}", drawing.KEEP),
        ("BangTen", f"Kinh phí thực hiện {period}"),
        drawing.listing(columns, "k", "kinh_phi"),
        AFTER_TABLE,
        *drawing.each("cau", "ghi_chu_kinh_phi", "NoiDung"),
    ]


def remark(field: str) -> list[Item]:
    """Return the space under a table, and the remark on it."""
    return [AFTER_TABLE, *drawing.only_if(field, ("LuuY", drawing.printed(field)))]


def lagging(source: str) -> list[Item]:
    """Return the list of what is lagging, with what the units explain."""
    return drawing.repeat(
        "d",
        source,
        ("NoiDung", "- {{ d.ten }}: {{ d.dien_giai }}"),
        *explanations("Giải trình của đơn vị"),
    )


def explanations(lead: str) -> list[Item]:
    """Return the sentences that explain a lagging measure, `lead` before the first."""
    words = f"{{% if loop.first %}}{lead}: {{% endif %}}{{{{ cau }}}}"
    return drawing.each("cau", "d.giai_trinh", "NoiDung", words)


def without_figures(head: str) -> list[Item]:
    """Return the list of what has no figures, by unit."""
    words = "- {{ nhom.don_vi }}: {{ nhom.chi_tieu }}: "
    return [
        ("Khoan", head),
        ("NoiDung", "{{ loi_dan_chua_co_so_lieu }}"),
        *drawing.each("nhom", "chua_co_so_lieu", "NoiDung", words, missing(), "."),
    ]


def leadership(when: str) -> list[Item]:
    """Return the head of the section on what was done, and its first part."""
    words = "[Đơn vị ghi văn bản đã ban hành, công tác truyền thông, tập huấn, kiểm tra trong"
    return [
        ("MucLaMa", "III. CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI THỰC HIỆN"),
        ("Khoan", "1. Công tác lãnh đạo, chỉ đạo"),
        left_open(f"{words} {when}.]"),
    ]


def for_the_official(following: str, later: str, *lessons: Item) -> list[Item]:
    """Return the sections that nobody but the official can write.

    Args:
        following: what the next tasks are of, in capitals: `KỲ SAU`.
        later: the same in a sentence: `kỳ sau`.
        lessons: the section on lessons, of a span of years (domain, 2.1).
    """
    return [
        ("MucLaMa", "IV. ĐÁNH GIÁ CHUNG"),
        ("Khoan", "1. Ưu điểm"),
        left_open("[Đơn vị ghi ưu điểm.]"),
        ("Khoan", "2. Tồn tại, hạn chế"),
        left_open("[Đơn vị ghi tồn tại, hạn chế, khó khăn, vướng mắc.]"),
        ("Khoan", "3. Nguyên nhân"),
        left_open("[Đơn vị ghi nguyên nhân khách quan, chủ quan.]"),
        *lessons,
        ("MucLaMa", f"V. PHƯƠNG HƯỚNG, NHIỆM VỤ {following}"),
        left_open(f"[Đơn vị ghi nhiệm vụ, giải pháp trọng tâm của {later}.]"),
        ("MucLaMa", "VI. ĐỀ XUẤT, KIẾN NGHỊ"),
        left_open("[Đơn vị ghi đề xuất, kiến nghị.]", drawing.KEEP),
    ]


def annex_title(words: str, year: str) -> list[Item]:
    """Return the annex's name and to what it belongs; `year` is what stands behind “năm”."""
    gap = drawing.GAP
    report = f"(Kèm theo Báo cáo số{gap}/BC-{{{{ ky_hieu }}}} ngày{gap}tháng{gap}năm{year}"
    return [
        ("PhuLuc", "Phụ lục"),
        ("TenPhuLuc", words),
        ("KemTheo", f"{report}của {{{{ ten_co_quan }}}})"),
    ]


def table_by_goal(columns: list[Column], *more: Item) -> drawing.Table:
    """Return a table of measures by goal, in small letters; `more` are rows below each."""
    goal = ("BangNhoMuc", "Mục tiêu {{ m.so }}. {{ m.ten }}")
    measures = drawing.repeat("d", "m.cac_dong", drawing.row(columns), *more)
    rows = drawing.repeat("m", "cac_muc_tieu", goal, *measures)
    return drawing.table(columns, *rows, head_style=drawing.SMALL_HEAD)


# Readable in black and white: what is behind is the darkest, what nobody can judge the
# lightest, and neighbours differ by pattern. With each look, a made-up number by goal.
_STATUS_BARS = (
    (Look("4C9A55", light=True), (5, 4, 3)),
    (Look("0D3C78", "wide_upward_diagonal"), (2, 1, 2)),
    (Look("8B0000"), (1, 2, 3)),
    (Look("D9D9D9", light=True), (1, 1, 0)),
    (Look("595959", "light_horizontal"), (1, 0, 1)),
)


def status_chart(field: str) -> Paragraph:
    """Return the chart of how many measures of each goal are of each group of statuses."""
    goals = ("1. Mục tiêu thứ nhất", "2. Mục tiêu thứ hai", "3. Mục tiêu thứ ba")
    series = tuple(
        Series(group.label, tuple(map(Fraction, counts)))
        for group, (_, counts) in zip(STATUS_GROUPS, _STATUS_BARS, strict=True)
    )
    looks = [look for look, _ in _STATUS_BARS]
    return "BieuDo", stacked_bars(field, Chart("", "", goals, series), looks, height=60)
