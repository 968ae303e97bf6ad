"""What the templates of all documents share: heading block, title, closing, marks.

Part of the tools that draw the templates. Source of the form: Decree 30/2020/NĐ-CP, Phụ
lục I, parts II (components) and V (order and place).
"""

from __future__ import annotations

from docgen.shared.house_style import HEADING_LEFT_MM, HEADING_RIGHT_MM, PORTRAIT_TEXT_MM
from docgen.word.wordxml import GAP, KEEP, Table, only_if, paragraph, repeat, run

LEFT_OPEN = "DonViGhi"  # character style: what nobody but the official can write
MISSING = "ThieuSoLieu"  # character style: "[chưa có số liệu]"
_RECIPIENTS_MM = 75


def heading(
    code: str, year: str = GAP, *, about: str = "", agency: str = "", number: str = ""
) -> str:
    """Return the heading block (components 1 to 4); number and day are left open.

    Args:
        code: what stands behind the number's stroke, such as `BC-{{ ky_hieu }}`.
        year: what stands behind "năm"; left open unless given.
        about: what a Công văn is about (component 5b), under its number.
        agency: the names of the agencies (component 2) with the line below, where they are not
            the usual ones.
        number: the number (component 3), where it is more than one with this code.
    """
    table = Table((HEADING_LEFT_MM, HEADING_RIGHT_MM), lines=False, margin=0)
    agency = agency or (
        only_if("co_quan_chu_quan", paragraph("CoQuanChuQuan", "{{ co_quan_chu_quan }}"))
        + repeat("dong", "co_quan", paragraph("CoQuan", "{{ dong }}"))
        + paragraph("Ke2")
    )
    country = (
        paragraph("QuocHieu", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
        + paragraph("TieuNgu", "Độc lập - Tự do - Hạnh phúc")
        + paragraph("Ke1")
    )
    number = number or numbered(code)
    if about:
        number += paragraph("VeViec", about)
    day = f"{{{{ dia_danh }}}}, ngày{GAP}tháng{GAP}năm{year}"
    return table.build(
        table.row(agency, country),
        table.row(number, paragraph("DiaDanh", day)),
    )


def numbered(code: str, *runs: str) -> str:
    """Return the number, left open before its stroke; runs may follow the code."""
    return paragraph("SoKyHieu", f"Số:{GAP}/{code}", *runs)


def draft_frame() -> str:
    """Return the frame that says why a document is not to be issued."""
    return repeat("cau", "khung", paragraph("KhungDuThao", "{{ cau }}"))


def left_open(words: str, *, extra: str = "") -> str:
    """Return a marked place for what only the official can write."""
    return paragraph("ChoGhi", run(words, LEFT_OPEN), extra=extra)


def missing(words: str = "[chưa có số liệu]") -> str:
    """Return the run that stands where something is missing."""
    return run(words, MISSING)


def closing(last: str, *, office: str = "", name: str = "") -> str:
    """Return the last sentence with recipients and signature, which stay together.

    Args:
        last: the sentence.
        office: the lines above the name (component 7a), where they are not the usual ones.
        name: the signer's name (component 7b), where it is not the usual one.
    """
    table = Table((_RECIPIENTS_MM, PORTRAIT_TEXT_MM - _RECIPIENTS_MM), lines=False, margin=0)
    recipients = paragraph("NoiNhan", "Nơi nhận:") + repeat(
        "noi", "noi_nhan", paragraph("NoiNhanDong", "- {{ noi }}")
    )
    blank = "".join(paragraph("NguoiKy") for _ in range(4))
    signature = (
        (office or repeat("dong", "quyen_han", paragraph("ChucVu", "{{ dong }}")))
        + blank
        + (name or paragraph("NguoiKy", "{{ nguoi_ky }}"))
    )
    return (
        paragraph("NoiDung", last, extra=KEEP)
        + paragraph("BangSau", extra=KEEP)
        + table.build(table.row(recipients, signature))
    )


def faults() -> str:
    """Return the page on which a draft lists what must be mended first."""
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
