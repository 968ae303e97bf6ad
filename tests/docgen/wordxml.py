"""WordprocessingML as text, for documents that no kit would draw: odd ones and broken ones.

Texts may hold tags; every text is escaped. Elements stand in the order the schema wants.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import NamedTuple
from xml.sax.saxutils import escape

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, nsmap
from docx.shared import Mm
from lxml import etree

from docgen.template_locations import default_template
from docgen.word.charts.drawing import ChartPart
from docgen.word.drawing import GAP as GAP
from docgen.word.drawing import Drawing, chart_part

W = nsmap["w"]
_NAMES = nsdecls("w", "r")


def twips(millimetres: float) -> int:
    """Convert millimetres to twentieths of a point."""
    return round(millimetres * 1440 / 25.4)


def paragraph(style: str, *content: str, extra: str = "") -> str:
    """Return a paragraph; content is runs (text that starts with `<w:`) or plain text."""
    runs = "".join(
        item if item.startswith("<w:")
        else f'<w:r><w:t xml:space="preserve">{escape(item)}</w:t></w:r>'
        for item in content
        if item
    )  # fmt: skip
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{extra}</w:pPr>{runs}</w:p>'


def tag(words: str) -> str:
    """Return a paragraph that only holds a paragraph tag: `{%p words %}`."""
    return paragraph("The", f"{{%p {words} %}}")


def repeat(variable: str, source: str, *paragraphs: str) -> str:
    """Repeat paragraphs (or tables) for every item of a list of the context."""
    return tag(f"for {variable} in {source}") + "".join(paragraphs) + tag("endfor")


def only_if(field: str, *paragraphs: str) -> str:
    """Keep paragraphs only where the field is not empty."""
    return tag(f"if {field}") + "".join(paragraphs) + tag("endif")


@dataclass(frozen=True)
class Table:
    """The shape of a table: column widths in millimetres, with or without lines."""

    widths: Sequence[float]
    lines: bool = True

    def build(self, *rows: str) -> str:
        """Return the table with these rows."""
        style = "BangKe" if self.lines else "BangKhongKe"
        grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in self.widths)
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{self._width}" '
            'w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
        )

    @property
    def _width(self) -> int:
        return sum(map(twips, self.widths))

    def row(self, *cells: str, header: bool = False) -> str:
        """Return a row that never splits over pages; a header is repeated on each."""
        repeated = "<w:tblHeader/>" if header else ""
        joined = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{twips(width)}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
            for width, cell in zip(self.widths, cells, strict=True)
        )
        return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{joined}</w:tr>"

    def spanning_row(self, cell: str) -> str:
        """Return a row of one cell over all columns."""
        return (
            f'<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="{self._width}" '
            f'w:type="dxa"/><w:gridSpan w:val="{len(self.widths)}"/></w:tcPr>{cell}</w:tc></w:tr>'
        )

    def tag_row(self, words: str) -> str:
        """Return a row that only holds a row tag: `{%tr words %}`."""
        return self.spanning_row(paragraph("The", f"{{%tr {words} %}}"))

    def repeat(self, variable: str, source: str, *rows: str) -> str:
        """Repeat rows for every item of a list of the context."""
        return self.tag_row(f"for {variable} in {source}") + "".join(rows) + self.tag_row("endfor")

    @staticmethod
    def columns(variable: str, source: str, cell: str) -> tuple[str, str, str]:
        """Repeat a cell for every item of a list: the cells of its two tags around it."""
        first, last = (
            paragraph("The", f"{{%tc {words} %}}")
            for words in (f"for {variable} in {source}", "endfor")
        )
        return first, cell, last


def _chart_key(chart: ChartPart) -> str:
    return f"rIdBieuDo_{chart.path}"


def chart_run(chart: ChartPart) -> str:
    """Return the run that holds a chart in a line of text."""
    return (
        f"<w:r><w:drawing><wp:inline {nsdecls('wp', 'a', 'c')}>"
        f'<wp:extent cx="{Mm(chart.width)}" cy="{Mm(chart.height)}"/>'
        f'<wp:docPr id="0" name="Biểu đồ" descr="{chart.tag}"/>'
        f'<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{nsmap["c"]}">'
        f'<c:chart r:id="{_chart_key(chart)}"/></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )


def chart_paragraph(*charts: ChartPart) -> str:
    """Return a paragraph with a chart, or with several that flow beside each other."""
    return paragraph("BieuDo", *map(chart_run, charts))


class Section(NamedTuple):
    """A part of a document with page numbers from 1."""

    body: str


class _Raw(Drawing):
    """A drawing that takes XML as it is."""

    def add(self, body: str) -> None:
        made: etree._Element = parse_xml(f"<w:body {_NAMES}>{body}</w:body>")
        for element in list(made):
            self._body[-1].addprevious(element)

    def end_section(self) -> None:
        self._body[-1].addprevious(deepcopy(self._upright_end))

    def number_drawings(self) -> None:
        for number, properties in enumerate(self._body.iter(f"{{{nsmap['wp']}}}docPr"), 1):
            properties.set("id", str(number))

    def take(self, chart: ChartPart) -> None:
        part = self._document.part
        assert part.package is not None
        key = _chart_key(chart)
        part.load_rel(RELATIONSHIP_TYPE.CHART, chart_part(chart, part.package), key)


def package(*sections: Section, title: str, charts: Iterable[ChartPart] = ()) -> bytes:
    """Return a .docx file of these sections, with the charts that they hold."""
    drawing = _Raw(default_template("khung.docx"))
    for number, section in enumerate(sections):
        if number:
            drawing.end_section()
        drawing.add(section.body)
    for chart in charts:
        drawing.take(chart)
    drawing.number_drawings()
    return drawing.save(title)
