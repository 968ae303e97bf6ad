"""Documents to be checked: good ones, and the means to break just one thing in them.

The good ones are our own Báo cáo and three others drawn in its styles: a Kế hoạch, a
công văn and a Quyết định. A `Draft` is a document taken apart; what a test does to it
is what a person could do in Word.
"""

from __future__ import annotations

import functools
import io
import zipfile
from collections.abc import Callable, Iterator

from lxml import etree

from docgen.form_check import check_package
from docgen.form_check.opening import read_package
from docgen.report import render_report
from docgen.template_package import Section, package
from docgen.wordxml import GAP, Table, W, paragraph
from tests.docgen import made

_W = f"{{{W}}}"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_SPACE = f'xmlns:w="{W}" xmlns:r="{_R}"'

Edit = Callable[["Draft"], object]


def codes(document: bytes) -> list[str]:
    """Return the codes of all findings."""
    return [one.code for one in check_package(read_package("thu.docx", document))]


class Draft:
    """A document taken apart into its XML parts."""

    def __init__(self, document: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(document)) as archive:
            read = {name: archive.read(name) for name in archive.namelist()}
        self.parts = {name: etree.fromstring(content) for name, content in read.items()}
        self.body = self.parts["word/document.xml"][0]

    def bytes(self) -> bytes:
        """Put the document together again."""
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, root in self.parts.items():
                archive.writestr(name, etree.tostring(root, xml_declaration=True, encoding="UTF-8"))
        return buffer.getvalue()

    def find(self, start: str, part: str = "word/document.xml") -> etree._Element:
        """Return the first paragraph whose text begins so."""
        for one in self.parts[part].iter(f"{_W}p"):
            if _text(one).strip().startswith(start):
                return one
        raise AssertionError(f"no paragraph begins with {start!r}")

    def say(self, old: str, new: str, part: str = "word/document.xml") -> None:
        """Replace words wherever a run holds them; they must be there."""
        met = [one for one in self.parts[part].iter(f"{_W}t") if old in (one.text or "")]
        assert met, f"nobody says {old!r}"
        for one in met:
            one.text = (one.text or "").replace(old, new)

    def drop(self, *starts: str) -> None:
        """Remove paragraphs; a cell keeps an empty one."""
        for start in starts:
            gone = self.find(start)
            parent = _parent(gone)
            parent.remove(gone)
            if parent.tag == f"{_W}tc" and parent.find(f"{_W}p") is None:
                parent.append(element("<w:p/>"))

    def run(self, start: str, *properties: str, part: str = "word/document.xml") -> None:
        """Set properties of all runs of a paragraph directly (`<w:b/>`)."""
        for one in self.find(start, part).iter(f"{_W}r"):
            form(one, *properties)

    def stand(self, start: str, *properties: str, part: str = "word/document.xml") -> None:
        """Set properties of a paragraph directly (`<w:jc w:val="left"/>`)."""
        _set(self.find(start, part), "pPr", properties)

    def add_after(self, start: str, *xml: str) -> None:
        """Put paragraphs (or anything) below a paragraph."""
        for one in reversed(xml):
            self.find(start).addnext(element(one))

    def add_to(self, start: str, xml: str) -> None:
        """Put a run (or anything) at the end of a paragraph."""
        self.find(start).append(element(xml))

    def style(self, identifier: str, kind: str, *properties: str) -> None:
        """Change a style's own properties; `kind` is rPr or pPr."""
        for one in self.parts["word/styles.xml"].iter(f"{_W}style"):
            if one.get(f"{_W}styleId") == identifier:
                _set(one, kind, properties)

    def sections(self) -> list[etree._Element]:
        """Return the properties of all sections."""
        return list(self.body.iter(f"{_W}sectPr"))

    def page(self, number: int, name: str, **attributes: str) -> None:
        """Set attributes of an element of a section (`pgMar`, top="0")."""
        found = self.sections()[number].find(f"{_W}{name}")
        assert found is not None
        for key, value in attributes.items():
            found.set(f"{_W}{key}", value)

    def header(self, number: int = 0, kind: str = "default") -> str:
        """Return the name of a section's header part."""
        rels = self.parts["word/_rels/document.xml.rels"]
        for one in self.sections()[number].iter(f"{_W}headerReference"):
            if one.get(f"{_W}type") == kind:
                key = one.get(f"{{{_R}}}id")
                return "word/" + next(r.get("Target", "") for r in rels if r.get("Id") == key)
        raise AssertionError("no such header")

    def relate(self, name: str, kind: str, xml: str) -> str:
        """Add a part with a relation of the main part; return the relation's id."""
        key = f"rIdNew{len(self.parts)}"
        self.parts[f"word/{name}"] = element(xml)
        rels = self.parts["word/_rels/document.xml.rels"]
        rels.append(
            etree.fromstring(
                f'<Relationship xmlns="{_PACKAGE}" Id="{key}" Type="{_R}/{kind}" Target="{name}"/>'
            )
        )
        return key


def element(xml: str) -> etree._Element:
    """Parse a piece of WordprocessingML."""
    wrapped = etree.fromstring(f"<x {_SPACE}>{xml}</x>")
    return wrapped[0]


def form(run: etree._Element, *properties: str) -> None:
    """Set properties of a run directly."""
    _set(run, "rPr", properties)


def _set(parent: etree._Element, name: str, properties: tuple[str, ...]) -> None:
    holder = parent.find(f"{_W}{name}")
    if holder is None:
        holder = element(f"<w:{name}/>")
        parent.insert(0, holder)
    for xml in properties:
        made_now = element(xml)
        old = holder.find(made_now.tag)
        if old is not None:
            for key, value in made_now.attrib.items():
                old.set(key, value)
        else:
            holder.append(made_now)


def _parent(one: etree._Element) -> etree._Element:
    return next(one.iterancestors())


def _text(one: etree._Element) -> str:
    return "".join(part.text or "" for part in one.iter(f"{_W}t"))


@functools.cache
def report() -> bytes:
    """Our own Báo cáo, finished as an official would: nothing is left to be written."""
    draft = Draft(render_report(made.assessment(), draft=False))
    for one in draft.body.iter(f"{_W}t"):
        if (one.text or "").startswith("[Đơn vị ghi"):
            one.text = "Ủy ban nhân dân phường không có ý kiến khác."
    return draft.bytes()


def heading(number: str, *left: str) -> str:
    """Draw the heading block; `left` are paragraphs below the number."""
    table = Table((58, 102), lines=False, margin=0)
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
    table = Table((75, 85), lines=False, margin=0)
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
