"""Templates and documents written as text, by hand: what the checks and the filling meet.

Nothing of the product draws them, so that a mistake of its drawing kit cannot hide one here.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from openpyxl import Workbook

from docgen.template_locations import default_template

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

GAP = "\u00a0" * 6  # left open for the clerk's office to fill in
KEEP = "<w:keepNext/>"  # a paragraph's property: on the page of what follows

_TWIPS_A_MM = 1440 / 25.4
_EMU_A_MM = 36_000
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"


def twips(millimetres: float) -> int:
    """Convert millimetres to twentieths of a point."""
    return round(millimetres * _TWIPS_A_MM)


def run(text: str, style: str = "") -> str:
    """Return a run of text, in a character style where one is named."""
    form = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f'<w:r>{form}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(style: str, *content: str, extra: str = "") -> str:
    """Return a paragraph; content is runs (text that starts with `<`) or plain text."""
    runs = "".join(one if one.startswith("<w:") else run(one) for one in content if one)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{extra}</w:pPr>{runs}</w:p>'


def tag(words: str) -> str:
    """Return a paragraph that only holds a paragraph tag: `{%p words %}`."""
    return paragraph("The", f"{{%p {words} %}}")


def repeat(variable: str, source: str, *paragraphs: str) -> str:
    """Repeat paragraphs (or tables) for every item of a list of the context."""
    return tag(f"for {variable} in {source}") + "".join(paragraphs) + tag("endfor")


def only_if(field: str, *paragraphs: str, otherwise: str = "") -> str:
    """Keep paragraphs only where the field is not empty."""
    rest = tag("else") + otherwise if otherwise else ""
    return tag(f"if {field}") + "".join(paragraphs) + rest + tag("endif")


@dataclass(frozen=True)
class Table:
    """The shape of a table: column widths in millimetres, with or without lines."""

    widths: Sequence[float]
    lines: bool = True
    margin: float = 0.8  # left and right of a cell, mm
    padding: float = 0.4  # above and below

    def _properties(self) -> str:
        kind = "single" if self.lines else "nil"
        sides = "".join(
            f'<w:{side} w:val="{kind}" w:sz="4" w:space="0" w:color="auto"/>'
            for side in ("top", "left", "bottom", "right", "insideH", "insideV")
        )
        margin = {"left": self.margin, "right": self.margin}
        padding = {"top": self.padding, "bottom": self.padding} if self.lines else {}
        around = "".join(
            f'<w:{side} w:w="{twips((padding | margin)[side])}" w:type="dxa"/>'
            for side in ("top", "left", "bottom", "right")
            if side in padding | margin
        )
        return (
            f'<w:tblPr><w:tblW w:w="{sum(map(twips, self.widths))}" w:type="dxa"/>'
            f'<w:jc w:val="center"/><w:tblBorders>{sides}</w:tblBorders>'
            f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{around}</w:tblCellMar></w:tblPr>'
        )

    def build(self, *rows: str) -> str:
        """Return the table with these rows."""
        grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in self.widths)
        return f"<w:tbl>{self._properties()}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"

    def row(self, *cells: str, header: bool = False, fill: str = "") -> str:
        """Return a row that never splits over pages; a header is repeated on each.

        `fill` (RRGGBB) is the background of the first cell.
        """
        repeated = "<w:tblHeader/>" if header else ""
        shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
        joined = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{twips(width)}" w:type="dxa"/>{"" if place else shade}'
            f'<w:vAlign w:val="{"center" if self.lines else "top"}"/></w:tcPr>{cell}</w:tc>'
            for place, (width, cell) in enumerate(zip(self.widths, cells, strict=True))
        )
        return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{joined}</w:tr>"

    def spanning_row(self, cell: str) -> str:
        """Return a row of one cell over all columns."""
        return (
            "<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr>"
            f'<w:tcW w:w="{sum(map(twips, self.widths))}" w:type="dxa"/>'
            f'<w:gridSpan w:val="{len(self.widths)}"/></w:tcPr>{cell}</w:tc></w:tr>'
        )

    def tag_row(self, words: str) -> str:
        """Return a row that only holds a row tag: `{%tr words %}`."""
        return self.spanning_row(paragraph("The", f"{{%tr {words} %}}"))

    @staticmethod
    def columns(variable: str, source: str, cell: str) -> tuple[str, str, str]:
        """Repeat a cell for every item of a list: the cells of its two tags around it."""
        first, last = (
            paragraph("The", f"{{%tc {words} %}}")
            for words in (f"for {variable} in {source}", "endfor")
        )
        return first, cell, last

    def repeat(self, variable: str, source: str, *rows: str) -> str:
        """Repeat rows for every item of a list of the context."""
        return self.tag_row(f"for {variable} in {source}") + "".join(rows) + self.tag_row("endfor")


@dataclass(frozen=True)
class Section:
    """A body on pages of its own, with headers `word/header-N-first.xml` and `-next.xml`."""

    body: str
    landscape: bool = False

    def properties(self, number: int) -> str:
        """Return its page set-up: A4 with the margins of the decree."""
        turned = ' w:orient="landscape"' if self.landscape else ""
        width, height = (16838, 11906) if self.landscape else (11906, 16838)
        return (
            f'<w:sectPr><w:headerReference w:type="default" r:id="rIdNext{number}"/>'
            f'<w:headerReference w:type="first" r:id="rIdFirst{number}"/>'
            f'<w:pgSz w:w="{width}" w:h="{height}"{turned}/><w:pgMar w:top="1134" '
            'w:right="1134" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" '
            'w:gutter="0"/><w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>'
        )

    @staticmethod
    def header(*, first: bool) -> str:
        """Return a header: the page number in the middle but on the first page."""
        number = (
            "" if first else '<w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple>'
        )
        tabs = '<w:tabs><w:tab w:val="center" w:pos="4535"/></w:tabs>'
        line = paragraph(
            "DauTrang", "<w:r><w:tab/></w:r>" + number, run("{{ dau_trang }}"), extra=tabs
        )
        return f'{DECLARATION}<w:hdr xmlns:w="{W}" xmlns:r="{R}">{line}</w:hdr>'


@dataclass(frozen=True)
class ChartPart:
    """A chart of a template: its number in the document, what its tag names, its part."""

    number: int
    path: str
    xml: str = field(repr=False)
    width_mm: float = 160
    height_mm: float = 80

    @property
    def relationship(self) -> str:
        """The id by which the document names the part."""
        return f"rIdBieuDo{self.number}"

    @property
    def place(self) -> str:
        """The part's name in the folder of the document."""
        return f"charts/chart{self.number}.xml"


def chart_run(part: ChartPart) -> str:
    """Return the run that holds a chart in a line of text."""
    width, height = (round(one * _EMU_A_MM) for one in (part.width_mm, part.height_mm))
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" distT="0" '
        f'distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/>'
        f'<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:docPr id="{part.number}" '
        f'name="Biểu đồ {part.number}" descr="{{{{ {part.path} }}}}"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/chart"><c:chart '
        f'xmlns:c="{_DRAWING}/chart" r:id="{part.relationship}"/></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )


def chart_paragraph(*parts: ChartPart, style: str = "BieuDo") -> str:
    """Return a paragraph with a chart, or with several beside each other."""
    return paragraph(style, *map(chart_run, parts))


def package(
    *sections: Section, title: str, author: str = "{{ ten_co_quan }}",
    charts: tuple[ChartPart, ...] = (),
) -> bytes:  # fmt: skip
    """Return a .docx file of these sections, with the styles of the product's templates."""
    headers = {
        f"header-{number}-{kind}.xml": section.header(first=kind == "first")
        for number, section in enumerate(sections, 1)
        for kind in ("first", "next")
    }
    targets = {"rId1": ("styles", "styles.xml"), "rId2": ("settings", "settings.xml")}
    for name in headers:
        _, number, kind = name.removesuffix(".xml").split("-")
        targets[f"rId{kind.title()}{number}"] = ("header", name)
    targets |= {one.relationship: ("chart", one.place) for one in charts}
    with zipfile.ZipFile(default_template("bao_cao.docx")) as product:
        shared = {name: product.read(name) for name in ("word/styles.xml", "word/settings.xml")}
    parts: dict[str, bytes | str] = {
        "[Content_Types].xml": _content_types(headers, charts),
        "_rels/.rels": _relationships({
            "rId1": ("officeDocument", "word/document.xml"),
            "rId2": (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        }),
        "docProps/core.xml": _core(title, author),
        "word/document.xml": _document(sections),
        **shared,
        **{f"word/{name}": header for name, header in headers.items()},
        "word/_rels/document.xml.rels": _relationships(targets),
    }  # fmt: skip
    for one in charts:
        folder, _, name = one.place.rpartition("/")
        parts[f"word/{one.place}"] = one.xml
        book = f"embeddings/chart{one.number}.xlsx"
        parts[f"word/{folder}/_rels/{name}.rels"] = _relationships(
            {"rIdSoLieu": ("package", f"../{book}")}
        )
        parts[f"word/{book}"] = _book()
    return zipped(parts)


def _book() -> bytes:
    buffer = io.BytesIO()
    Workbook().save(buffer)
    return buffer.getvalue()


def zipped(parts: Mapping[str, bytes | str]) -> bytes:
    """Return a zip file of these parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def _core(title: str, author: str) -> str:
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{escape(title)}</dc:title>'
        f"<dc:creator>{escape(author)}</dc:creator></cp:coreProperties>"
    )


def _relationships(targets: Mapping[str, tuple[str, str]]) -> str:
    lines = "".join(
        f'<Relationship Id="{key}" Type="{kind if "/" in kind else f"{R}/{kind}"}" '
        f'Target="{target}"/>'
        for key, (kind, target) in targets.items()
    )
    return f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{lines}</Relationships>'


def _content_types(headers: Mapping[str, str], charts: Sequence[ChartPart]) -> str:
    office = "application/vnd.openxmlformats-officedocument"
    word = f"{office}.wordprocessingml"
    kinds = {
        "/word/document.xml": f"{word}.document.main+xml",
        "/word/styles.xml": f"{word}.styles+xml",
        "/word/settings.xml": f"{word}.settings+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        **{f"/word/{name}": f"{word}.header+xml" for name in headers},
        **{f"/word/{one.place}": f"{office}.drawingml.chart+xml" for one in charts},
        **{
            f"/word/embeddings/chart{one.number}.xlsx": f"{office}.spreadsheetml.sheet"
            for one in charts
        },
    }
    overrides = "".join(
        f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in kinds.items()
    )
    return (
        f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _document(sections: Sequence[Section]) -> str:
    *before, last = enumerate(sections, 1)
    body = "".join(
        section.body + paragraph("BangSau", extra=section.properties(number))
        for number, section in before
    )
    return (
        f'{DECLARATION}<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body}{last[1].body}'
        f"{last[1].properties(last[0])}</w:body></w:document>"
    )
