"""What the templates of several documents share: heading, closing, sections, tables, cells.

Part of the tools that draw the templates. Source of the form: Decree 30/2020/NĐ-CP, Phụ
lục I, parts II (components) and V (order and place).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from docgen.shared import decree
from docgen.shared.typography import HEADING_LEFT_MM, HEADING_RIGHT_MM, STATUS_KEYS, TEXT_MM
from docgen.template_locations import default_template
from docgen.word import drawing
from docgen.word.drawing import GAP, KEEP, ROW, Column, Inline, Item, Paragraph, each, only_if

MARKED, MISSING = "DonViGhi", "ThieuSoLieu"  # what only the official can write, what is missing
NO_FIGURES = (MISSING, "[chưa có số liệu]")
# What a first sentence begins with.
AGENCY_ACTS = "{% if can_cu %}Thực hiện {{ can_cu }}; {% endif %}{{ ten_co_quan }}"
BEFORE_TABLE, AFTER_TABLE = ("BangSau", KEEP), ("BangSau",)


class Template(NamedTuple):
    """A template in the house style."""

    name: str  # of the file
    title: str  # of the document
    body: Sequence[Item]
    annex: Sequence[Item] = ()  # on landscape pages

    def draw(self) -> bytes:
        """Return the template as a .docx file's content; the same bytes every time."""
        return drawing.draw(default_template("khung.docx"), self.title, self.body, self.annex)


def left_open(words: str, *more: Inline) -> Paragraph:
    """Return a marked paragraph for what only the official can write."""
    return "ChoGhi", (MARKED, words), *more


def optional(field: str, style: str, *more: Inline) -> list[Item]:
    """Return a paragraph with a field, which is there only where that is not empty."""
    return only_if(field, (style, drawing.printed(field), *more))


def value(
    field: str, style: str = "BangNhoSo", *more: Inline, unknown: str = NO_FIGURES[1],
    counts: str = "", counts_style: str = "BangNhoDem",
) -> list[Item]:  # fmt: skip
    """Return a cell that is never blank: a value with its counts (a field), or `unknown`."""
    known: list[Item] = [(style, drawing.printed(field), *more)]
    known += optional(counts, counts_style) if counts else []
    return drawing.either(field, known, [(style, (MISSING, unknown), *more)])


def status(kind: str = "d.nhom", words: str = "d.tinh_trang") -> list[Item]:
    """Return the cell of a status: a paragraph style, with its light fill, for each kind."""
    cell: list[Item] = []
    for key in STATUS_KEYS:
        cell += drawing.Tag(f'elif {kind} == "{key}"'), (f"TT_{key}", drawing.printed(words))
    cell[0], cell[-2] = drawing.Tag(f'if {kind} == "{STATUS_KEYS[0]}"'), drawing.Tag("else")
    return [*cell, drawing.Tag("endif")]


def table_by_goal(columns: Sequence[Column], *more: Item) -> drawing.Table:
    """Return a table of measures by goal, in small letters; `more`: rows below each measure."""
    goal = ("BangNhoMuc", "Mục tiêu {{ m.so }}. {{ m.ten }}")
    measures = drawing.repeat("d in m.cac_dong", ROW, *more)
    return drawing.table(columns, *drawing.repeat("m in cac_muc_tieu", goal, *measures), small=True)


def number(code: str, *more: Inline) -> Paragraph:
    """Return the number (component 3), left open before its stroke."""
    return "SoKyHieu", f"Số:{GAP}/{code}", *more


_COUNTRY: list[Item] = [("QuocHieu", decree.MOTTO), ("TieuNgu", decree.SLOGAN), ("Ke1",)]
_SUPERIOR = optional("co_quan_chu_quan", "CoQuanChuQuan")
_AGENCY = [*_SUPERIOR, *each("dong in co_quan", "CoQuan"), ("Ke2",)]


def heading(number: list[Item], year: str = GAP, agency: list[Item] = _AGENCY) -> drawing.Table:
    """Return the heading block (components 1 to 4); `year` is what stands behind “năm”."""
    day = f"{{{{ dia_danh }}}}, ngày{GAP}tháng{GAP}năm{year}"
    rows = [drawing.Row([agency, _COUNTRY]), drawing.Row([number, ("DiaDanh", day)])]
    return drawing.Table((HEADING_LEFT_MM, HEADING_RIGHT_MM), rows, drawing.UNLINED)


# The frame that says why a draft is not to be issued.
DRAFT_FRAME = each("cau in khung", "KhungDuThao")
_SEVERAL = each("noi in kinh_gui_nhieu", "KinhGuiDong", "- {{ noi }}")
ADDRESSEES = [
    *only_if("kinh_gui", ("KinhGui", "Kính gửi: {{ kinh_gui }}")),
    *only_if("kinh_gui_nhieu", ("KinhGuiNhieu", "Kính gửi:"), *_SEVERAL),
    *DRAFT_FRAME,
]


def title(kind: str, words: str) -> list[Item]:
    """Return the name of the type and the title (component 5a)."""
    return [("TenLoai", kind), ("TrichYeu", words), ("Ke3",)]


def report_opening(name: str, subject: str) -> list[Item]:
    """Return title, addressees, frame and the first sentence: `… báo cáo kết quả … như sau:`."""
    sentence = ("NoiDung", f"{AGENCY_ACTS} báo cáo {subject} như sau:")
    return [*title("BÁO CÁO", name), *ADDRESSEES, sentence]


_RECIPIENTS = [("NoiNhan", "Nơi nhận:"), *each("noi in noi_nhan", "NoiNhanDong", "- {{ noi }}")]
_OFFICE = each("dong in quyen_han", "ChucVu")
_SIGNER: list[Item] = [("NguoiKy", "{{ nguoi_ky }}")]


def closing(last: str, office: list[Item] = _OFFICE, signer: list[Item] = _SIGNER) -> list[Item]:
    """Return the last sentence with recipients, office (component 7a) and signer (7b)."""
    room: list[Item] = [("NguoiKy",)] * 4  # for the signature
    cells = drawing.Row([_RECIPIENTS, [*office, *room, *signer]])
    block = drawing.Table((75, TEXT_MM - 75), [cells], drawing.UNLINED)
    return [("NoiDung", last, KEEP), BEFORE_TABLE, block]


_FAULTS: list[Column] = [
    (12, "STT", ("BangSo", "{{ l.stt }}")),
    (50, "Nơi có lỗi", ("BangChu", "{{ l.noi }}")),
    (98, "Nội dung cần sửa", ("BangChu", "{{ l.noi_dung }}")),
]
# The page on which a draft lists what must be corrected first.
FINDINGS = only_if(
    "cac_loi",
    ("PhuLuc", "DANH SÁCH LỖI PHẢI SỬA TRƯỚC KHI BAN HÀNH", drawing.NEW_PAGE),
    AFTER_TABLE,
    drawing.table(_FAULTS, *drawing.repeat("l in cac_loi", ROW)),
)

FIGURE = value("d.ket_qua", counts="d.so_dem", counts_style="BangNhoSo")
_UNTYPED = ("BangChu", (MISSING, "[đơn vị chưa ghi kết quả]"))
_RESULT = drawing.either("n.ket_qua", each("cau in n.ket_qua", "BangChu"), [_UNTYPED])
TASK_COLUMNS: list[Column] = [
    (12, "STT", ("BangSo", "{{ n.stt }}")),
    (62, "Nhiệm vụ", ("BangChu", "{{ n.nhiem_vu }}")),
    (26, "Thời hạn", value("n.thoi_han", "BangSo", unknown="[chưa ghi]")),
    (60, "Kết quả", [*_RESULT, *optional("n.hoan_thanh", "BangChu")]),
]
_UNIT = ("BangMuc", "{{ u.don_vi }}")
_UNIT_TASKS = drawing.repeat("n in u.cac_nhiem_vu", ROW)
TASKS: list[Item] = [
    ("NoiDung", "{{ cau_nhiem_vu }}", KEEP),
    ("BangTen", "Kết quả thực hiện nhiệm vụ theo đơn vị"),
    drawing.table(TASK_COLUMNS, *drawing.repeat("u in nhiem_vu", _UNIT, *_UNIT_TASKS)),
    AFTER_TABLE,
]


def money_table(width: float, *amounts: Column) -> drawing.Table:
    """Return the table of the sources of money, whose names have this width."""
    columns: list[Column] = [
        (12, "STT", ("BangSo", "{{ k.stt }}", KEEP)),
        (width, "Nguồn kinh phí", ("BangChu", "{{ k.nguon }}", KEEP)),
        *amounts,
    ]
    return drawing.table(columns, *drawing.repeat("k in kinh_phi", ROW))


def money(year: str = "{{ nam }}", period: str = "{{ ky_bao_cao }}") -> list[Item]:
    """Return the sentence on money and its table."""
    planned = (32, f"Dự toán năm {year} (đồng)", value("k.du_toan", "BangTien", KEEP))
    spent = (32, f"Đã chi {period} (đồng)", value("k.da_chi", "BangTien", KEEP))
    return [
        ("NoiDung", "{{ cau_kinh_phi }}", KEEP),
        ("BangTen", f"Kinh phí thực hiện {period}"),
        money_table(62, planned, spent, (22, "Tỷ lệ", ("BangSo", "{{ k.ty_le }}", KEEP))),
        AFTER_TABLE,
        *each("cau in ghi_chu_kinh_phi", "NoiDung"),
    ]


def overview(sentence: str, chart: str) -> list[Item]:
    """Return the head of the section on all results, its first part and the chart by goal."""
    return [
        ("MucLaMa", "I. KẾT QUẢ CHUNG"),
        ("Khoan", "1. Tình hình chung"),
        *each("cau in ket_qua_chung", "NoiDung"),
        ("NoiDung", sentence),
        *only_if(chart, ("BieuDo", drawing.SampleChart(chart))),
    ]


def goals(results: str, table: drawing.Table) -> list[Item]:
    """Return the section of results by goal: sentences, a table, the remark on it."""
    return [
        ("MucLaMa", "II. KẾT QUẢ THỰC HIỆN CÁC MỤC TIÊU, CHỈ TIÊU"),
        *drawing.repeat(
            "m in cac_muc_tieu",
            ("Khoan", "{{ m.so }}. {{ m.ten }}"),
            *each("cau in m.cac_cau", "NoiDung"),
            ("BangTen", f"{results} các chỉ tiêu của mục tiêu {{{{ m.so }}}}"),
            table,
            *remark("m.luu_y"),
        ),
    ]


def explanations(lead: str) -> list[Item]:
    """Return the sentences that explain a lagging measure, `lead` before the first."""
    words = f"{{% if loop.first %}}{lead}: {{% endif %}}{{{{ cau }}}}"
    return each("cau in d.giai_trinh", "NoiDung", words)


def lagging(source: str) -> list[Item]:
    """Return the list of what is lagging, with what the units explain."""
    words = ("NoiDung", "- {{ d.ten }}: {{ d.dien_giai }}")
    return drawing.repeat(f"d in {source}", words, *explanations("Giải trình của đơn vị"))


_WITHOUT_FIGURES = "- {{ nhom.don_vi }}: {{ nhom.chi_tieu }}: "
# The list of what has no figures, by unit, with the sentence before it.
WITHOUT_FIGURES: list[Item] = [
    ("NoiDung", "{{ loi_dan_chua_co_so_lieu }}"),
    *each("nhom in chua_co_so_lieu", "NoiDung", _WITHOUT_FIGURES, NO_FIGURES, "."),
]


def work_done(when: str, tasks: list[Item], money: list[Item]) -> list[Item]:
    """Return the section on what was done `when`: documents, tasks, money."""
    words = "Đơn vị ghi văn bản đã ban hành, công tác truyền thông, tập huấn, kiểm tra trong"
    return [
        ("MucLaMa", "III. CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI THỰC HIỆN"),
        ("Khoan", "1. Công tác lãnh đạo, chỉ đạo"),
        left_open(f"[{words} {when}.]"),
        ("Khoan", "2. Nhiệm vụ của các đơn vị"),
        *tasks,
        ("Khoan", "3. Kinh phí thực hiện"),
        *money,
    ]


def for_the_official(following: str, later: str, *lessons: Item) -> list[Item]:
    """Return the sections that nobody but the official can write; `lessons` of a span of years.

    `following`, `later`: whose tasks come next, in capitals and in a sentence (`KỲ SAU`, `kỳ sau`).
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
        left_open("[Đơn vị ghi đề xuất, kiến nghị.]", KEEP),
    ]


def remark(field: str) -> list[Item]:
    """Return the space under a table, and the remark on it."""
    return [AFTER_TABLE, *optional(field, "LuuY")]


def annex_title(words: str, year: str = GAP) -> list[Item]:
    """Return the annex's name and to what it belongs; `year` is what stands behind “năm”."""
    report = f"(Kèm theo Báo cáo số{GAP}/BC-{{{{ ky_hieu }}}} ngày{GAP}tháng{GAP}năm{year}của "
    belongs_to = ("KemTheo", f"{report}{{{{ ten_co_quan }}}})")
    return [("PhuLuc", "Phụ lục"), ("TenPhuLuc", words), belongs_to]
