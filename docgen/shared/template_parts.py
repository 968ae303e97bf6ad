"""What the templates of all documents share: heading block, addressees, closing, cells.

Part of the tools that draw the templates. Source of the form: Decree 30/2020/NĐ-CP, Phụ
lục I, parts II (components) and V (order and place).
"""

from __future__ import annotations

from collections.abc import Callable

from docgen.shared.house_style import HEADING_LEFT_MM, HEADING_RIGHT_MM, STATUS_KEYS
from docgen.template_locations import default_template
from docgen.word.drawing import GAP, UNLINED, Container, Drawing, Inline, Styled

Draw = Callable[[Container], object]

_RECIPIENTS_MM = 75


def new_drawing() -> Drawing:
    """Return an empty document of the house style."""
    return Drawing(default_template("khung.docx"))


def marked(words: str) -> Styled:
    """Return a text that marks what nobody but the official can write."""
    return Styled(words, "DonViGhi")


def missing(words: str = "[chưa có số liệu]") -> Styled:
    """Return the text that stands where something is missing."""
    return Styled(words, "ThieuSoLieu")


def kept(style: str, *content: Inline) -> Draw:
    """Draw a cell's paragraph that stays on the page of what follows."""
    return lambda cell: cell.paragraph(style, *content, keep=True)


def left_open(drawing: Container, words: str, *, keep: bool = False) -> None:
    """Draw a marked paragraph for what only the official can write."""
    drawing.paragraph("ChoGhi", marked(words), keep=keep)


def _agency(cell: Container) -> None:
    with cell.only_if("co_quan_chu_quan"):
        cell.paragraph("CoQuanChuQuan", "{{ co_quan_chu_quan }}")
    cell.each("dong", "co_quan", "CoQuan")
    cell.paragraph("Ke2")


def _country(cell: Container) -> None:
    cell.paragraph("QuocHieu", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    cell.paragraph("TieuNgu", "Độc lập - Tự do - Hạnh phúc")
    cell.paragraph("Ke1")


def number(code: str, *more: Inline) -> Draw:
    """Draw the number, left open before its stroke; `more` may follow the code."""
    return lambda cell: cell.paragraph("SoKyHieu", f"Số:{GAP}/{code}", *more)


def heading(
    drawing: Drawing, number: Draw, year: str = GAP, *, about: str = "", agency: Draw = _agency
) -> None:
    """Draw the heading block (components 1 to 4); the day is left open.

    Args:
        drawing: the document.
        number: what draws the number (component 3).
        year: what stands behind "năm"; left open unless given.
        about: what a Công văn is about (component 5b), under its number.
        agency: what draws the names of the agencies (component 2) with the line below.
    """

    def number_and_subject(cell: Container) -> None:
        number(cell)
        if about:
            cell.paragraph("VeViec", about)

    table = drawing.table((HEADING_LEFT_MM, HEADING_RIGHT_MM), UNLINED)
    table.row(agency, _country)
    day = f"{{{{ dia_danh }}}}, ngày{GAP}tháng{GAP}năm{year}"
    table.row(number_and_subject, ("DiaDanh", day))


def addressees(drawing: Drawing) -> None:
    """Draw Kính gửi, with one addressee on its line or several below it, and the draft's frame."""
    with drawing.only_if("kinh_gui"):
        drawing.paragraph("KinhGui", "Kính gửi: {{ kinh_gui }}")
    with drawing.only_if("kinh_gui_nhieu"):
        drawing.paragraph("KinhGuiNhieu", "Kính gửi:")
        drawing.each("noi", "kinh_gui_nhieu", "KinhGuiDong", "- {{ noi }}")
    draft_frame(drawing)


def draft_frame(drawing: Drawing) -> None:
    """Draw the frame that says why a document is not to be issued."""
    drawing.each("cau", "khung", "KhungDuThao")


def title(drawing: Drawing, kind: str, words: str) -> None:
    """Draw the name of the type and the title (component 5a)."""
    drawing.paragraph("TenLoai", kind)
    drawing.paragraph("TrichYeu", words)
    drawing.paragraph("Ke3")


def _office(cell: Container) -> None:
    cell.each("dong", "quyen_han", "ChucVu")


def _signer(cell: Container) -> None:
    cell.paragraph("NguoiKy", "{{ nguoi_ky }}")


def _recipients(cell: Container) -> None:
    cell.paragraph("NoiNhan", "Nơi nhận:")
    cell.each("noi", "noi_nhan", "NoiNhanDong", "- {{ noi }}")


def closing(drawing: Drawing, last: str, *, office: Draw = _office, signer: Draw = _signer) -> None:
    """Draw the last sentence with recipients and signature, which stay together.

    Args:
        drawing: the document.
        last: the sentence.
        office: what draws the lines above the name (component 7a).
        signer: what draws the name (component 7b).
    """

    def signature(cell: Container) -> None:
        office(cell)
        for _ in range(4):  # room for the signature
            cell.paragraph("NguoiKy")
        signer(cell)

    drawing.paragraph("NoiDung", last, keep=True)
    drawing.paragraph("BangSau", keep=True)
    widths = (_RECIPIENTS_MM, drawing.text_width - _RECIPIENTS_MM)
    drawing.table(widths, UNLINED).row(_recipients, signature)


def faults(drawing: Drawing) -> None:
    """Draw the page on which a draft lists what must be corrected first."""
    with drawing.only_if("cac_loi"):
        title = "DANH SÁCH LỖI PHẢI SỬA TRƯỚC KHI BAN HÀNH"
        drawing.paragraph("PhuLuc", title, new_page=True)
        drawing.paragraph("BangSau")
        table = drawing.table((12, 50, 98), heads=("STT", "Nơi có lỗi", "Nội dung cần sửa"))
        with table.repeat("l", "cac_loi"):
            table.row(
                ("BangSo", "{{ l.stt }}"),
                ("BangChu", "{{ l.noi }}"),
                ("BangChu", "{{ l.noi_dung }}"),
            )


def value(
    field: str, style: str = "BangNhoSo", *, counts: str = "", counts_style: str = "BangNhoDem",
    unknown: str = "[chưa có số liệu]", keep: bool = False,
) -> Draw:  # fmt: skip
    """Draw a cell that is never blank: a value, or the mark that it is missing.

    Args:
        field: the value.
        style: the paragraph's.
        counts: the field of the counts under the value, if any; and their style.
        counts_style: see `counts`.
        unknown: what stands where there is no value.
        keep: on the page of what follows.
    """

    def draw(cell: Container) -> None:
        with cell.only_if(field):
            cell.paragraph(style, f"{{{{ {field} }}}}", keep=keep)
            if counts:
                with cell.only_if(counts):
                    cell.paragraph(counts_style, f"{{{{ {counts} }}}}")
            cell.otherwise()
            cell.paragraph(style, missing(unknown), keep=keep)

    return draw


def status(kind: str = "d.nhom", words: str = "d.tinh_trang") -> Draw:
    """Draw the cell of a status: a paragraph style, with its light fill, for each kind."""
    shown = f"{{{{ {words} }}}}"
    first, *others, rest = STATUS_KEYS

    def draw(cell: Container) -> None:
        with cell.only_if(f'{kind} == "{first}"'):
            cell.paragraph(f"TT_{first}", shown)
            for key in others:
                cell.otherwise(f'{kind} == "{key}"')
                cell.paragraph(f"TT_{key}", shown)
            cell.otherwise()
            cell.paragraph(f"TT_{rest}", shown)

    return draw
