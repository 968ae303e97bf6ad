"""The form of an administrative document, in numbers and as named Word styles.

Source: Decree 30/2020/NĐ-CP, Phụ lục I, part I (page: section I; components: section
II; sizes: section V). The decree leaves ranges; the one value used here is the preset
"Quốc hiệu 13, Tiêu ngữ 14, date 14" with a body of 14 points. No other file of the
product repeats a number of the decree.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

FONT = "Times New Roman"

PAGE_WIDTH_MM, PAGE_HEIGHT_MM = 210, 297
MARGIN_TOP_MM, MARGIN_BOTTOM_MM, MARGIN_LEFT_MM, MARGIN_RIGHT_MM = 20, 20, 30, 20
HEADER_DISTANCE_MM = 10
PORTRAIT_TEXT_MM = PAGE_WIDTH_MM - MARGIN_LEFT_MM - MARGIN_RIGHT_MM
LANDSCAPE_TEXT_MM = PAGE_HEIGHT_MM - MARGIN_LEFT_MM - MARGIN_RIGHT_MM

# Quốc hiệu is 95,7 mm wide at 13 points: below 100 mm it wraps.
HEADING_LEFT_MM, HEADING_RIGHT_MM = 58, 102


@dataclass(frozen=True)
class ParagraphForm:
    """One paragraph style: the name officials see, and its form.

    Units: sizes and spacing in points, indents in millimetres. `rule` draws a line
    above the (empty) paragraph, between its indents; `fill` shades it (RRGGBB).
    """

    id: str
    name: str
    size: float = 14
    bold: bool = False
    italic: bool = False
    align: str = "left"
    before: float = 0
    after: float = 0
    left: float = 0
    right: float = 0
    first: float = 0
    keep_next: bool = False
    outline: int | None = None
    rule: bool = False
    box: bool = False
    fill: str = ""


def _rule(name: str, number: int, indent: float, right: float | None = None) -> ParagraphForm:
    return ParagraphForm(
        f"Ke{number}", name, size=2, align="center", rule=True, before=2,
        left=indent, right=indent if right is None else right, keep_next=True,
    )  # fmt: skip


_CENTRED = ParagraphForm("", "", align="center", keep_next=True)
_TABLE = ParagraphForm("", "", size=12)

PARAGRAPHS: tuple[ParagraphForm, ...] = (
    # Heading block (components 1 to 5a).
    replace(_CENTRED, id="QuocHieu", name="Quốc hiệu", size=13, bold=True),
    replace(_CENTRED, id="TieuNgu", name="Tiêu ngữ", bold=True),
    replace(_CENTRED, id="CoQuanChuQuan", name="Cơ quan chủ quản", size=13),
    replace(_CENTRED, id="CoQuan", name="Cơ quan ban hành", size=13, bold=True),
    _rule("Đường kẻ dưới tiêu ngữ", 1, 21),
    _rule("Đường kẻ dưới tên cơ quan", 2, 19.5),
    _rule("Đường kẻ dưới trích yếu", 3, 52),
    replace(_CENTRED, id="SoKyHieu", name="Số và ký hiệu", size=13, before=4),
    replace(_CENTRED, id="VeViec", name="Về việc (công văn)", size=12, before=6),
    replace(_CENTRED, id="DiaDanh", name="Địa danh và ngày tháng", italic=True, before=4),
    replace(_CENTRED, id="TenLoai", name="Tên loại", bold=True, before=14, outline=0),
    replace(_CENTRED, id="TrichYeu", name="Trích yếu", bold=True),
    # Body (components 6 and 9a).
    replace(_CENTRED, id="KinhGui", name="Kính gửi", before=12, after=6),
    ParagraphForm("KinhGuiNhieu", "Kính gửi (nhiều nơi)", left=25, before=12, keep_next=True),
    ParagraphForm("KinhGuiDong", "Kính gửi (từng nơi)", left=46, first=-3.5, keep_next=True),
    ParagraphForm("NoiDung", "Nội dung", align="both", first=10, before=6),
    ParagraphForm("MucLaMa", "Mục I", bold=True, align="both", first=10, before=10,
                  keep_next=True, outline=0),
    ParagraphForm("Khoan", "Khoản 1", bold=True, align="both", first=10, before=8,
                  keep_next=True, outline=1),
    ParagraphForm("ChoGhi", "Chỗ đơn vị ghi", align="both", first=10, before=6),
    ParagraphForm("LuuY", "Lưu ý dưới bảng", size=12, align="both", after=2),
    # Recipients and signature (components 7 and 9b).
    ParagraphForm("NoiNhan", "Nơi nhận", size=12, bold=True, italic=True, keep_next=True),
    ParagraphForm("NoiNhanDong", "Nơi nhận (từng nơi)", size=11, keep_next=True),
    replace(_CENTRED, id="ChucVu", name="Chức vụ người ký", bold=True),
    replace(_CENTRED, id="NguoiKy", name="Họ và tên người ký", bold=True),
    # Annex (component 14 and "Phụ lục").
    replace(_CENTRED, id="PhuLuc", name="Phụ lục", bold=True, outline=0),
    replace(_CENTRED, id="TenPhuLuc", name="Tên phụ lục", bold=True),
    replace(_CENTRED, id="KemTheo", name="Kèm theo", italic=True, after=8),
    # Tables.
    replace(_TABLE, id="BangDau", name="Bảng: dòng đầu", bold=True, align="center",
            keep_next=True),
    replace(_TABLE, id="BangMuc", name="Bảng: mục", bold=True, keep_next=True),
    replace(_TABLE, id="BangChu", name="Bảng: chữ"),
    replace(_TABLE, id="BangSo", name="Bảng: số", align="center"),
    replace(_TABLE, id="BangTien", name="Bảng: tiền", align="right"),
    replace(_TABLE, id="BangNhoDau", name="Bảng nhỏ: dòng đầu", size=11, bold=True,
            align="center", keep_next=True),
    replace(_TABLE, id="BangNhoChu", name="Bảng nhỏ: chữ", size=11),
    replace(_TABLE, id="BangNhoSo", name="Bảng nhỏ: số", size=11, align="center"),
    replace(_TABLE, id="BangNhoDem", name="Bảng nhỏ: số đếm", size=10, align="center"),
    replace(_TABLE, id="BangNhoMuc", name="Bảng nhỏ: mục", size=11, bold=True, keep_next=True),
    replace(_TABLE, id="BangGhiChu", name="Bảng nhỏ: ghi chú", size=10),
    ParagraphForm("BangTen", "Bảng: tên bảng", size=13, italic=True, align="center", before=8,
                  after=3, keep_next=True),
    ParagraphForm("BangSau", "Bảng: khoảng cách sau", size=4),
    ParagraphForm("BieuDo", "Biểu đồ", align="center", before=6),
    # What only the template shows, and the marks of a draft and of made-up figures.
    ParagraphForm("The", "Thẻ điều khiển của mẫu", size=8),
    ParagraphForm("DauTrang", "Đầu trang"),
    ParagraphForm("KhungDuThao", "Khung dự thảo", size=12, align="both", before=8, left=2, right=2,
                  box=True),
)  # fmt: skip

# Fills of the statuses at half strength: the text stays black.
STATUS_FILLS: dict[str, tuple[str, str]] = {
    "dat": ("Tình trạng: đạt", "F0F7F1"),
    "dung": ("Tình trạng: đúng tiến độ", "F2F7FC"),
    "cham": ("Tình trạng: chậm", "FFF8E5"),
    "cham_nhieu": ("Tình trạng: chậm nhiều", "FFEFE3"),
    "kem": ("Tình trạng: kém hơn năm gốc", "FCEAEA"),
    "duoi_moc": ("Tình trạng: dưới mức mốc", "FBE4E2"),
    "khong_dat": ("Tình trạng: không đạt", "F8DAD9"),
    "cho": ("Tình trạng: chưa đánh giá", "F7F7F7"),
    "khac": ("Tình trạng: khác", ""),
}
MISSING_FILL = "EFEFEF"  # "[chưa có số liệu]" and what is left to the official
