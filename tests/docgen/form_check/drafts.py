"""Documents to be checked, all of them good.

Our own Báo cáo and three others drawn in its styles: a Kế hoạch, a công văn and a Quyết
định. Tests break just one thing in them (`tests.docgen.form_check.draft`).
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator

from docgen.form_check import check_package
from docgen.form_check.opening import read_package
from tests.docgen import made
from tests.docgen.form_check.draft import Draft
from tests.docgen.wordxml import GAP, Section, Table, W, package, paragraph
from tests.docgen.written import render_report


def codes(document: bytes) -> list[str]:
    """Return the codes of all findings."""
    return [one.code for one in check_package(read_package("thu.docx", document))]


@functools.cache
def report() -> bytes:
    """Our own Báo cáo, finished as an official would: nothing is left to be written."""
    draft = Draft(render_report(made.assessment(), draft=False))
    for one in draft.body.iter(f"{{{W}}}t"):
        if (one.text or "").startswith("[Đơn vị ghi"):
            one.text = "Ủy ban nhân dân phường không có ý kiến khác."
    return draft.bytes()


def heading(number: str, *left: str) -> str:
    """Draw the heading block; `left` are paragraphs below the number."""
    table = Table((58, 102), lines=False)
    agency = paragraph("CoQuan", "ỦY BAN NHÂN DÂN") + paragraph("CoQuan", "PHƯỜNG BẾN ĐÒ")
    country = paragraph("QuocHieu", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + paragraph(
        "TieuNgu", "Độc lập - Tự do - Hạnh phúc"
    )
    day = f"Bến Đò, ngày{GAP}tháng{GAP}năm 2026"
    return table.build(
        table.row(agency + paragraph("Ke2"), country + paragraph("Ke1")),
        table.row(paragraph("SoKyHieu", number) + "".join(left), paragraph("DiaDanh", day)),
    )


def closing(*recipients: str, offices: tuple[str, ...] = ("CHỦ TỊCH",)) -> str:
    """Draw Nơi nhận and the signature."""
    table = Table((75, 85), lines=False)
    listed = "".join(paragraph("NoiNhanDong", one) for one in recipients)
    signed = "".join(paragraph("ChucVu", one) for one in offices)
    blank = paragraph("NguoiKy") * 4
    return table.build(
        table.row(
            paragraph("NoiNhan", "Nơi nhận:") + listed,
            signed + blank + paragraph("NguoiKy", "Trần Thị Bình"),
        )
    )


LONG = (
    "Các đơn vị phối hợp mở rộng sân chơi cho trẻ em, sửa các sân cũ, mở sân trường ngoài giờ học "
    "và bố trí người trông coi trong suốt thời gian mở cửa"
)


def body(*lines: str) -> Iterator[str]:
    """Draw lines of a body; what begins with `I.` or `1.*` is a heading."""
    for line in lines:
        style = "MucLaMa" if line[:2] in ("I.", "V.") or line[:3] == "II." else "NoiDung"
        yield paragraph("Khoan" if line.endswith("*") else style, line.removesuffix("*"))


def _document(*blocks: str) -> bytes:
    return _filled(package(Section("".join(blocks)), title="Thử"))


def _filled(template: bytes) -> bytes:
    """Empty the tags that headers of our templates hold."""
    draft = Draft(template)
    for root in draft.parts.values():
        for one in root.iter():
            if one.text and "{{" in one.text:
                one.text = ""
    return draft.bytes()


@functools.cache
def plan() -> bytes:
    """A Kế hoạch: no Kính gửi, sections, khoản, điểm, a deputy signs."""
    return _document(
        heading(f"Số:{GAP}/KH-UBND"),
        paragraph("TenLoai", "KẾ HOẠCH"),
        paragraph("TrichYeu", f"{LONG} năm 2027"),
        paragraph("Ke3"),
        *body(
            f"{LONG}, cụ thể như sau:",
            "I. MỤC ĐÍCH",
            "1. Mục tiêu chung*",
            f"{LONG}.",
            f"2. {LONG}.",
            "a) Mỗi khu phố chọn một địa điểm;",
            "b) Trường học mở sân ngoài giờ;",
            "c) Đoàn thanh niên trông coi;",
            "d) Công an phường bảo đảm trật tự;",
            "đ) Trạm y tế phòng ngừa tai nạn;",
            "e) Tổ dân phố thu dọn sân.",
            "II. TỔ CHỨC THỰC HIỆN",
            "Trên đây là Kế hoạch mở rộng sân chơi./.",
        ),
        closing(
            "- Hội đồng nhân dân phường;",
            "- Lưu: VT, VHXH.",
            offices=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        ),
    )


@functools.cache
def letter() -> bytes:
    """A công văn: V/v under the number, several addressees, signed by order."""
    subject = paragraph("SoKyHieu", "V/v mở sân chơi", extra='<w:spacing w:before="120"/>')
    return _document(
        heading("Số: 15/UBND-VHXH", subject),
        paragraph("KinhGuiNhieu", "Kính gửi:"),
        paragraph("KinhGuiDong", "- Các trường học;"),
        paragraph("KinhGuiDong", "- Trạm y tế phường."),
        *body(f"{LONG}.", "Ủy ban nhân dân phường đề nghị các đơn vị thực hiện./."),
        closing("- Như trên;", "- Lưu: VT, VHXH.", offices=("TL. CHỦ TỊCH", "TRƯỞNG PHÒNG")),
    )


@functools.cache
def decision() -> bytes:
    """A Quyết định: lines Căn cứ, chapters, articles, two annexes."""
    annexes = [
        paragraph("PhuLuc", f"Phụ lục {number}")
        + paragraph("TenPhuLuc", "DANH SÁCH SÂN CHƠI")
        + paragraph("KemTheo", f"(Kèm theo Quyết định số{GAP}/QĐ-UBND ngày 05 tháng 3 năm 2026)")
        + paragraph("NoiDung", "Sân khu phố 1.")
        for number in ("I", "II")
    ]
    first = "".join([
        heading(f"Số:{GAP}/QĐ-UBND"),
        paragraph("TenLoai", "QUYẾT ĐỊNH"),
        paragraph("TrichYeu", f"Ban hành Quy chế sân chơi; {LONG}"),
        paragraph("Ke3"),
        paragraph("TenLoai", "ỦY BAN NHÂN DÂN PHƯỜNG BẾN ĐÒ"),
        _italic("Căn cứ Luật Trẻ em;"),
        _italic("Theo đề nghị của Trưởng phòng Văn hóa - Xã hội."),
        paragraph("TenLoai", "Chương I"),
        paragraph("TenLoai", "QUY ĐỊNH CHUNG"),
        paragraph("NoiDung", _bold("Điều 1."), " Ban hành Quy chế sân chơi và các Phụ lục./."),
        closing("- Như Điều 1;", "- Lưu: VT, VHXH.",
                offices=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),
    ])  # fmt: skip
    return _filled(package(Section(first), *(Section(annex) for annex in annexes), title="Thử"))


def _bold(text: str) -> str:
    return f"<w:r><w:rPr><w:b/></w:rPr><w:t>{text}</w:t></w:r>"


def _italic(text: str) -> str:
    return paragraph("NoiDung", f"<w:r><w:rPr><w:i/></w:rPr><w:t>{text}</w:t></w:r>")


BASES: dict[str, Callable[[], bytes]] = {
    "báo cáo": report,
    "kế hoạch": plan,
    "công văn": letter,
    "quyết định": decision,
}
