"""Three writers type the same text, each in an own way, and python-docx saves it.

`Styles` has styles, tables without lines and borders as lines; `Tabs` formats by hand, with
tabs or blanks, shapes as lines; `OldHabits` nests tables, uses text boxes, line breaks,
borders that nobody sees, decomposed letters. What each writes is in form.
"""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from xml.sax.saxutils import escape

import docx
from docx.enum.section import WD_ORIENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.section import Section
from docx.shared import Mm

from docgen.shared.typography import text_width
from tests.docgen.form_check.texts import Annex, Text

SPACES = (
    nsdecls("w", "r", "wp", "a") + ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
COUNTRY, SLOGAN = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
_BREAKS = {"\t": "<w:tab/>", "\n": "<w:br/>"}
_SHORT = 0.42  # of a text: a line below it


def twips(millimetres: float) -> int:
    """Return millimetres in the unit of the file."""
    return round(millimetres * 1440 / 25.4)


def text(words: str, extra: str = "") -> str:
    """Write the content of a run; tabs and line breaks become elements."""
    parts = (part for part in re.split(r"([\t\n])", words) if part)
    return extra + "".join(
        _BREAKS.get(part) or f'<w:t xml:space="preserve">{escape(part)}</w:t>' for part in parts
    )


def run(words: str, size: float = 0, form: str = "", font: str = "", extra: str = "") -> str:
    """Write a run; `form` holds b, i, u."""
    properties = (
        f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>' if font else "",
        "<w:b/>" if "b" in form else "", "<w:i/>" if "i" in form else "",
        f'<w:sz w:val="{round(size * 2)}"/>' if size else "",
        '<w:u w:val="single"/>' if "u" in form else "",
    )  # fmt: skip
    return f"<w:r><w:rPr>{''.join(properties)}</w:rPr>{text(words, extra)}</w:r>"


def paragraph(style: str, *content: str, extra: str = "") -> str:
    """Write a paragraph: words or runs, properties of its own in `extra`."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    runs = "".join(one if one.startswith("<") else f"<w:r>{text(one)}</w:r>" for one in content)
    return f"<w:p><w:pPr>{named}{extra}</w:pPr>{runs}</w:p>"


def form(
    align: str = "", before: float = 0, after: float = 0, first: float = 0, left: float = 0,
    right: float = 0, line: int = 240, tabs: Iterable[float] = (), borders: str = "",
) -> str:  # fmt: skip
    """Write the properties of a paragraph in the order of the schema; mm and points."""
    stops = "".join(f'<w:tab w:val="center" w:pos="{twips(stop)}"/>' for stop in tabs)
    indent = f'w:left="{twips(left)}" w:right="{twips(right)}" w:firstLine="{twips(first)}"'
    return "".join([
        f"<w:pBdr>{borders}</w:pBdr>" if borders else "",
        f"<w:tabs>{stops}</w:tabs>" if stops else "",
        f'<w:spacing w:before="{before * 20:.0f}" w:after="{after * 20:.0f}" w:line="{line}"'
        ' w:lineRule="auto"/>',
        f"<w:ind {indent}/>",
        f'<w:jc w:val="{align}"/>' if align else "",
    ])  # fmt: skip


def table(widths: Iterable[float], *rows: Iterable[str], lines: bool = False) -> str:
    """Write a table; a cell is its paragraphs, widths are in mm."""
    widths = list(widths)
    border = "".join(
        f'<w:{side} w:val="{"single" if lines else "none"}" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths)
    body = "".join(
        "<w:tr>" + "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{twips(width)}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
            for width, cell in zip(widths, row, strict=True)
        ) + "</w:tr>"
        for row in rows
    )  # fmt: skip
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>{border}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>'
    )


def drawn_line(millimetres: float) -> str:
    """Write a line as Insert, Shapes, Line draws it."""
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor>'
        f'<wp:extent cx="{round(millimetres * 36_000)}" cy="0"/><a:graphic><a:graphicData><wps:wsp>'
        '<wps:spPr><a:prstGeom prst="line"/></wps:spPr></wps:wsp></a:graphicData></a:graphic>'
        "</wp:anchor></w:drawing></mc:Choice><mc:Fallback/></mc:AlternateContent></w:r>"
    )


def vml_line(millimetres: float) -> str:
    """Write a line as Word 2003 drew it."""
    width = millimetres * 72 / 25.4
    return f'<w:r><w:pict><v:line from="20pt,2pt" to="{20 + width:.1f}pt,2pt"/></w:pict></w:r>'


def text_box(*paragraphs: str) -> str:
    """Write a text box."""
    return f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{''.join(paragraphs)}</w:txbxContent>\
</v:textbox></v:shape></w:pict></w:r>"


_FIELD = "".join(
    f"<w:r>{part}</w:r>" for part in (
        '<w:fldChar w:fldCharType="begin"/>', "<w:instrText>PAGE</w:instrText>",
        '<w:fldChar w:fldCharType="separate"/>', "<w:t>2</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    )
)  # fmt: skip


def short(words: str, size: float) -> float:
    """Return the length of a line below these words, in mm."""
    return _SHORT * min(text_width(words, size), 160)


class Writer:
    """What the three have in common: the page, its number, the order of the parts."""

    margins = (20, 20, 30, 20)  # top, bottom, left, right in mm

    def __init__(self) -> None:
        self.document = docx.Document()
        normal = self.document.styles["Normal"]
        normal.font.name, normal.font.size = "Times New Roman", docx.shared.Pt(14)
        self.page(self.document.sections[0])
        header = self.document.sections[0].header
        self.document.sections[0].different_first_page_header_footer = True
        self.document.sections[0].first_page_header.is_linked_to_previous = False
        self.document.sections[0]._sectPr.append(parse_xml(f"<w:pgNumType {SPACES}/>"))
        header._element[:] = [parse_xml(f"<w:hdr {SPACES}>{self.page_number()}</w:hdr>")[0]]

    def page_number(self) -> str:
        return paragraph("", _FIELD, extra=form("center"))

    def page(self, section: Section, *, landscape: bool = False) -> None:
        top, bottom, left, right = map(Mm, self.margins)
        section.page_width, section.page_height = Mm(210), Mm(297)
        if landscape:
            section.orientation = WD_ORIENT.LANDSCAPE
            section.page_width, section.page_height = Mm(297), Mm(210)
        section.top_margin, section.bottom_margin = top, bottom
        section.left_margin, section.right_margin = left, right

    def new_section(self, *, landscape: bool = False) -> None:
        section = self.document.add_section()
        section.different_first_page_header_footer = False
        self.page(section, landscape=landscape)
        for numbers in section._sectPr.iter("{*}pgNumType"):
            numbers.set(qn("w:start"), "1")

    def add(self, *xml: str) -> None:
        body = self.document.element.body
        for element in parse_xml(f"<w:body {SPACES}>{''.join(xml)}</w:body>"):
            body.insert(len(body) - 1, element)

    def write(self, said: Text) -> bytes:
        """Return the document in which this text is typed."""
        self.add(self.heading(said), *self.title(said), *self.addressees(said))
        self.add(*self.legal_basis(said), *self.body(said.body), *self.closing(said))
        for annex in said.annexes:
            self.new_section(landscape=annex.landscape)
            self.add(*self.annex(annex))
        if said.attached:
            self.new_section()
            self.add(self.heading(said.attached), *self.title(said.attached))
            self.add(*self.body(said.attached.body))
        buffer = io.BytesIO()
        self.document.save(buffer)
        return buffer.getvalue()

    def heading(self, said: Text) -> str:
        raise NotImplementedError

    def title(self, said: Text) -> Iterator[str]:
        raise NotImplementedError

    def addressees(self, said: Text) -> Iterator[str]:
        raise NotImplementedError

    def legal_basis(self, said: Text) -> Iterator[str]:
        raise NotImplementedError

    def closing(self, said: Text) -> Iterator[str]:
        raise NotImplementedError

    def annex(self, annex: Annex) -> Iterator[str]:
        raise NotImplementedError

    def line(self, mark: str, words: str) -> str:
        raise NotImplementedError

    def cells(self, rows: list[list[str]]) -> str:
        width = 160 / len(rows[0])
        cell = form("left")
        return table(
            [width] * len(rows[0]),
            *([paragraph("", run(words, 12), extra=cell) for words in row] for row in rows),
            lines=True,
        ) + paragraph("", extra=form())

    def body(self, lines: Iterable[str]) -> Iterator[str]:
        rows: list[list[str]] = []
        for line in lines:
            mark = next((mark for mark in ("--", *"=*^§|>") if line.startswith(mark)), "")
            if mark == "|":
                rows.append(line[1:].split("|"))
                continue
            if rows:
                yield self.cells(rows)
                rows = []
            yield self.line(mark, line[len(mark) :])


STYLES: dict[str, tuple[float, str, str]] = {
    "QuocHieu": (13, "b", form("center")), "TieuNgu": (14, "b", form("center")),
    "CoQuanChuQuan": (13, "", form("center")), "CoQuan": (13, "b", form("center")),
    "SoKyHieu": (13, "", form("center", before=4)), "DiaDanh": (14, "i", form("center", before=4)),
    "VeViec": (12, "", form("center", before=6)),
    "TenLoai": (14, "b", form("center", before=14)), "TrichYeu": (14, "b", form("center")),
    "KinhGui": (14, "", form("center", before=12, after=6)),
    "KinhGuiNhieu": (14, "", form("left", before=12, left=25)),
    "KinhGuiDong": (14, "", form("left", left=42)),
    "CanCu": (14, "i", form("both", before=6, first=10)),
    "NoiDung": (14, "", form("both", before=6, first=10)),
    "MucLaMa": (14, "b", form("both", before=6, first=10)),
    "Khoan": (14, "b", form("both", before=6, first=10)),
    "Chuong": (14, "b", form("center", before=6)), "Giua": (14, "", form("center", before=6)),
    "NoiNhan": (12, "bi", form("left")), "NoiNhanDong": (11, "", form("left")),
    "ChucVu": (14, "b", form("center")), "NguoiKy": (14, "b", form("center")),
    "PhuLuc": (14, "b", form("center")), "TenPhuLuc": (14, "b", form("center")),
    "KemTheo": (14, "i", form("center", after=8)), "BangChu": (12, "", form("left")),
    "DauTrang": (14, "", form()),
}  # fmt: skip


def _ruled(name: str, indent: float, edge: str = "top") -> str:
    border = f'<w:{edge} w:val="single" w:sz="6" w:space="0" w:color="auto"/>'
    return _style(name, 3, "", form(borders=border, left=indent, right=indent))


def _style(name: str, size: float, marks: str, properties: str) -> str:
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{name}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Normal"/><w:pPr>{properties}</w:pPr>'
        + run("", size, marks)[len("<w:r>") : -len("</w:r>")]
        + "</w:style>"
    )


class Styles(Writer):
    """Styles and tables, as the product's own documents have them."""

    def __init__(self) -> None:
        super().__init__()
        styles = [_style(name, *look) for name, look in STYLES.items()]
        styles += [_ruled("Ke1", 21), _ruled("Ke2", 19.5), _ruled("Ke3", 52)]
        self.document.styles.element.extend(
            parse_xml(f"<w:styles {SPACES}>{''.join(styles)}</w:styles>")
        )

    def page_number(self) -> str:
        return paragraph("DauTrang", _FIELD, extra='<w:jc w:val="center"/>')

    def heading(self, said: Text) -> str:
        agency = [paragraph("CoQuanChuQuan", said.superior)] if said.superior else []
        agency += [paragraph("CoQuan", name) for name in said.issuer]
        country = [paragraph("QuocHieu", COUNTRY), paragraph("TieuNgu", SLOGAN), paragraph("Ke1")]
        rows = [["".join([*agency, paragraph("Ke2")]), "".join(country)]]
        if said.number:
            number = [paragraph("SoKyHieu", said.number)]
            number += [paragraph("VeViec" if at == 0 else "SoKyHieu", words,
                                 extra="" if at == 0 else form("center"))
                       for at, words in enumerate(said.subject)]  # fmt: skip
            day = paragraph("DiaDanh", said.date) if said.date else paragraph("")
            rows.append(["".join(number), day])
        return table((58, 102), *rows)

    def title(self, said: Text) -> Iterator[str]:
        if said.title:
            yield paragraph("TenLoai", said.title)
            yield from (paragraph("TrichYeu", words) for words in said.abstract)
            if said.attached_to:
                yield paragraph("KemTheo", said.attached_to, extra=form("center"))
            if said.abstract:
                indent = (160 - short(said.abstract[-1], 14)) / 2
                yield paragraph("Ke3", extra=form(left=indent, right=indent))

    def addressees(self, said: Text) -> Iterator[str]:
        if len(said.addressees) == 1:
            yield paragraph("KinhGui", f"Kính gửi: {said.addressees[0]}")
        elif said.addressees:
            yield paragraph("KinhGuiNhieu", "Kính gửi:")
            yield from (paragraph("KinhGuiDong", name) for name in said.addressees)

    def legal_basis(self, said: Text) -> Iterator[str]:
        yield from (paragraph("TenLoai", line) for line in said.authority.splitlines())
        yield from (paragraph("CanCu", line) for line in said.basis)

    def line(self, mark: str, words: str) -> str:
        if mark == "§":
            head, _, rest = words.partition("|")
            return paragraph("NoiDung", run(head, form="b"), rest)
        styles = {"=": "MucLaMa", "*": "Khoan", "^": "Chuong", ">": "Giua", "--": "KinhGuiDong"}
        return paragraph(styles.get(mark, "NoiDung"), f"- {words}" if mark == "--" else words)

    def closing(self, said: Text) -> Iterator[str]:
        listed = [paragraph("NoiNhanDong", name) for name in said.recipients]
        named = "".join([paragraph("NoiNhan", "Nơi nhận:"), *listed])
        signed = self.signed(*said.offices, name=said.signer)
        if said.secretary:
            yield table((80, 80), [self.signed("THƯ KÝ", name=said.secretary), signed],
                        [named, paragraph("")])  # fmt: skip
        else:
            yield table((75, 85), [named, signed])

    def signed(self, *offices: str, name: str) -> str:
        lines = [paragraph("ChucVu", office) for office in offices]
        return "".join([*lines, paragraph("NguoiKy") * 4, paragraph("NguoiKy", name)])

    def annex(self, annex: Annex) -> Iterator[str]:
        yield paragraph("PhuLuc", annex.title)
        yield paragraph("TenPhuLuc", annex.name)
        yield paragraph("KemTheo", annex.attached)
        if annex.rows:
            yield self.cells([list(row) for row in annex.rows])
        yield from self.body(annex.body)

    def cells(self, rows: list[list[str]]) -> str:
        lines = ([paragraph("BangChu", words) for words in row] for row in rows)
        return table([160 / len(rows[0])] * len(rows[0]), *lines, lines=True) + paragraph("")


class Tabs(Writer):
    """Everything by hand: tabs (or, `blanks`, blanks), direct formatting, drawn lines."""

    margins = (25, 25, 35, 15)

    def __init__(self, *, blanks: bool = False) -> None:
        super().__init__()
        self.blanks = blanks

    def beside(self, left: str, right: str, *, before: float = 0, lines: str = "") -> str:
        """Write two texts on one line; either may be ""."""
        if self.blanks:
            gap = run(" " * (14 if left else 60), 13)
            return paragraph(
                "", left, gap if right else "", right, lines, extra=form(before=before)
            )
        stops = form(before=before, tabs=(27, 110))
        return paragraph("", run("\t", 13), left, run("\t", 13), right, lines, extra=stops)

    def heading(self, said: Text) -> str:
        left = [run(said.superior, 12)] if said.superior else []
        left += [run(name, 12, "b") for name in said.issuer]
        bold = "Times New Roman Bold" if self.blanks else ""
        right = [run(COUNTRY, 12, "" if bold else "b", bold), run(SLOGAN, 13, "b")]
        drawn = drawn_line(text_width(SLOGAN, 13)) + drawn_line(short(said.issuer[-1], 12))
        lines = [self.beside(*pair) for pair in zip(left, right + [""] * len(left), strict=False)]
        lines += [self.beside("", run(SLOGAN, 13, "b"))] if len(left) == 1 else []
        lines.append(paragraph("", drawn, extra=form()))
        if said.number:
            day = run(said.date, 13, "i") if said.date else ""
            lines.append(self.beside(run(said.number, 13), day, before=6))
            lines += [self.beside(run(words, 12), "", before=0 if at else 6)
                      for at, words in enumerate(said.subject)]  # fmt: skip
        return "".join(lines)

    def title(self, said: Text) -> Iterator[str]:
        centred = form("center")
        if said.title:
            yield paragraph("", extra=centred)
            yield paragraph("", run(said.title, 14, "b"), extra=centred)
            for words in said.abstract:
                yield paragraph("", run(words, 14, "b"), extra=centred)
            if said.attached_to:
                yield self.brackets(said.attached_to)
            width = short((said.abstract or ("",))[-1], 14)
            yield paragraph("", drawn_line(width) if said.abstract else "", extra=centred)

    def brackets(self, words: str) -> str:
        """Write words in brackets, the brackets themselves upright."""
        inner = run(words[1:-1], 14, "i")
        return paragraph("", run("(", 14), inner, run(")", 14), extra=form("center"))

    def addressees(self, said: Text) -> Iterator[str]:
        if len(said.addressees) == 1:
            yield paragraph("", run(f"\t\tKính gửi: {said.addressees[0]}", 14), extra=form())
        elif said.addressees:
            yield paragraph("", run("\t\tKính gửi:", 14), extra=form())
            yield from (paragraph("", run(f"\t\t\t{name}", 14), extra=form())
                        for name in said.addressees)  # fmt: skip

    def legal_basis(self, said: Text) -> Iterator[str]:
        for line in said.authority.splitlines():
            yield paragraph("", run(line, 14, "b"), extra=form("center", before=6))
        for line in said.basis:
            yield paragraph("", run(f"\t{line}", 14, "i"), extra=form("both", before=6, line=276))

    def line(self, mark: str, words: str) -> str:
        flowing = form("both", before=3, after=3, line=276)
        if mark == "§":
            head, _, rest = words.partition("|")
            return paragraph("", run(f"\t{head}", 14, "b"), run(rest, 14), extra=flowing)
        if mark in ("^", ">"):
            centred = form("center", before=6, after=3)
            return paragraph("", run(words, 14, "b" if mark == "^" else ""), extra=centred)
        if mark == "--":
            return paragraph("", run(f"\t\t\t- {words}", 14), extra=form(after=3))
        return paragraph("", run(f"\t{words}", 14, "b" if mark else ""), extra=flowing)

    def closing(self, said: Text) -> Iterator[str]:
        if said.secretary:
            yield self.beside(run("THƯ KÝ", 14, "b"), run(said.offices[0], 14, "b"), before=6)
            yield paragraph("", extra=form()) * 4
            yield self.beside(run(said.secretary, 14, "b"), run(said.signer, 14, "b"))
        left = [run("Nơi nhận:", 12, "bi"), *(run(name, 11) for name in said.recipients)]
        right = [] if said.secretary else [run(office, 14, "b") for office in said.offices]
        for at in range(max(len(left), len(right))):
            pair = [column[at] if at < len(column) else "" for column in (left, right)]
            yield self.signed(*pair)
        if not said.secretary:
            yield paragraph("", extra=form()) * 4
            yield self.signed("", run(said.signer, 14, "b"))

    def signed(self, left: str, right: str) -> str:
        if self.blanks:
            gap = run(" " * (30 if left else 80), 14)
            return paragraph("", left, gap if right else "", right, extra=form())
        return paragraph("", left, run("\t", 14), right, extra=form(tabs=(115,)))

    def annex(self, annex: Annex) -> Iterator[str]:
        yield paragraph("", run(annex.title, 14, "b"), extra=form("center"))
        yield paragraph("", run(annex.name, 14, "b"), extra=form("center"))
        yield self.brackets(annex.attached)
        if annex.rows:
            yield self.cells([list(row) for row in annex.rows])
        yield from self.body(annex.body)


class OldHabits(Writer):
    """Nested tables, text boxes, line breaks, borders, decomposed letters."""

    def page_number(self) -> str:
        return paragraph("", _FIELD, extra='<w:framePr w:wrap="around" w:xAlign="center"/>')

    def add(self, *xml: str) -> None:
        super().add(*(unicodedata.normalize("NFD", part) for part in xml))

    def heading(self, said: Text) -> str:
        names = "\n".join(said.issuer)
        left = [run(f"{said.superior}\n", 13)] if said.superior else []
        agency = paragraph("", *left, run(names, 13, "b"), vml_line(short(said.issuer[-1], 13)),
                           extra=form("center"))  # fmt: skip
        border = '<w:bottom w:val="single" w:sz="4" w:space="1" w:color="auto"/>'
        indent = (106 - 3.8 - text_width(SLOGAN, 14)) / 2
        country = [
            paragraph("", run(COUNTRY, 13, "b"), extra=form("center")),
            paragraph("", run(SLOGAN, 14, "b"),
                      extra=form("center", borders=border, left=indent, right=indent)),
        ]  # fmt: skip
        rows = [[agency, "".join(country)]]
        if said.number:
            subject = [
                paragraph("", run(words, 12), extra=form("center")) for words in said.subject
            ]
            box = text_box(*subject) if subject else ""
            number = paragraph("", run(said.number, 13), box, extra=form("center", before=6))
            day = run(said.date, 14, "i") if said.date else ""
            rows.append([number, paragraph("", day, extra=form("center", before=6))])
        return table((58, 106), *rows)

    def title(self, said: Text) -> Iterator[str]:
        if said.title:
            words = "\n".join([said.title, *said.abstract])
            line = vml_line(short((said.abstract or ("",))[-1], 14)) if said.abstract else ""
            below = "" if said.attached_to else line
            yield paragraph("", run(words, 14, "b"), below, extra=form("center", before=12))
            if said.attached_to:
                yield from self.attached(said.attached_to, line)

    def attached(self, words: str, line: str = "") -> Iterator[str]:
        """Write `(Kèm theo …)` on two paragraphs."""
        head, _, rest = words.partition(" ngày")
        yield paragraph("", run(head, 14, "i"), extra=form("center"))
        yield paragraph("", run(f"ngày{rest}", 14, "i"), line, extra=form("center"))

    def addressees(self, said: Text) -> Iterator[str]:
        if len(said.addressees) == 1:
            yield paragraph("", run(f"Kính gửi: {said.addressees[0]}", 14),
                            extra=form("center", before=12))  # fmt: skip
        elif said.addressees:
            names = "".join(paragraph("", run(name, 14), extra=form()) for name in said.addressees)
            yield table(
                (60, 100), [paragraph("", run("Kính gửi:", 14), extra=form("right")), names]
            )

    def legal_basis(self, said: Text) -> Iterator[str]:
        if said.authority:
            yield paragraph("", run(said.authority, 14, "b"), extra=form("center", before=6))
        for line in said.basis:
            yield self.line("i", line)

    def line(self, mark: str, words: str) -> str:
        sides = ("top", "left", "bottom", "right")
        white = "".join(
            f'<w:{side} w:val="single" w:sz="2" w:space="1" w:color="FFFFFF"/>' for side in sides
        )
        flowing = form("both", after=6, first=12.7, line=264, borders=white)
        if mark == "§":
            head, _, rest = words.partition("|")
            return paragraph("", run(head, 14, "b"), run(rest, 14), extra=flowing)
        if mark in ("^", ">", "--"):
            shown = f"- {words}" if mark == "--" else words
            centred = form("center", after=6)
            return paragraph("", run(shown, 14, "b" if mark == "^" else ""), extra=centred)
        # The line feed stands inside the text: to Word it is a blank.
        fed = words.replace(", ", ",&#10;", 1) if mark == "" else words
        written = run(fed, 14, {"i": "i", "": ""}.get(mark, "b")).replace("&amp;#10;", "&#10;")
        return paragraph("", written, extra=flowing)

    def closing(self, said: Text) -> Iterator[str]:
        listed = "\n".join(said.recipients)
        named = paragraph("", run("Nơi nhận:", 12, "bi"), extra=form()) + paragraph(
            "", run(listed, 11), extra=form()
        )
        offices = paragraph("", run("\n".join(said.offices), 14, "b"), extra=form("center"))
        name = paragraph("", run(said.signer, 14, "b"), extra=form("center"))
        space = paragraph("", extra=form()) * 4
        if said.secretary:
            secretary = paragraph("", run("THƯ KÝ", 14, "b"), extra=form("center"))
            clerk = paragraph("", run(said.secretary, 14, "b"), extra=form("center"))
            yield table((80, 80), [secretary, offices], [space, space], [clerk, name])
            yield named
        elif len(said.offices) == 1:
            yield table((70, 90), [named, offices])
            yield paragraph("", extra=form()) * 2
            yield paragraph("", run(said.signer, 14, "b"), extra=form("center", left=75))
        else:
            nested = table((85,), [offices], [space], [name]) + paragraph("", extra=form())
            yield table((70, 90), [named, nested])

    def annex(self, annex: Annex) -> Iterator[str]:
        words = f"{annex.title}\n{annex.name}"
        yield paragraph("", run(words, 14, "b"), extra=form("center"))
        yield from self.attached(annex.attached)
        if annex.rows:
            yield self.cells([list(row) for row in annex.rows])
        yield from self.body(annex.body)


WRITERS: dict[str, Callable[[], Writer]] = {
    "kiểu và bảng": Styles,
    "tab": Tabs,
    "dấu cách": lambda: Tabs(blanks=True),
    "thói quen cũ": OldHabits,
}
