"""The kit that draws documents from nothing: python-docx, and the tags of templates.

A drawing begins with a base document that holds page set-up, headers and styles; a style
is named by its id there. Cells are filled like the body; lengths are millimetres:

    drawing = Drawing(default_template("khung.docx"))
    drawing.paragraph("TenLoai", "BÁO CÁO")
    with drawing.only_if("cac_dong"):
        table = drawing.table((20, 140), heads=("STT", "Nội dung"))
        with table.repeat("d", "cac_dong"):
            table.row(("BangSo", "{{ d.so }}"), ("BangChu", "{{ d.ten }}"))
    content = drawing.save("Tên của văn bản")
"""

from __future__ import annotations

import io
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

import docx
from docx.blkcntnr import BlockItemContainer
from docx.enum.table import WD_ALIGN_VERTICAL, WD_TABLE_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, nsmap, qn
from docx.oxml.shape import CT_Inline
from docx.shared import Emu, Mm
from docx.table import _Cell, _Row
from docx.text.run import Run

from docgen.word.charts.drawing import ChartPart
from docgen.word.charts.placing import chart_part
from docgen.word.package import save_document

GAP = "\u00a0" * 6  # left open for the clerk's office to fill in
LINED, UNLINED = "BangKe", "BangKhongKe"  # styles of tables
_TAG_STYLE = "The"
_MARK_STYLE = "DauMau"  # of the headers' mark: DỰ THẢO, SỐ LIỆU MẪU, or nothing


class Styled(NamedTuple):
    """A text in a character style."""

    text: str
    style: str


class Picture(NamedTuple):
    """A picture in a line of text; `description` is for those who cannot see it."""

    content: bytes
    width: float
    height: float
    description: str


Inline: TypeAlias = "str | Styled | Picture | ChartPart"
Content: TypeAlias = "tuple[str, str] | Callable[[Container], object]"
_Styles: TypeAlias = Mapping[str, Any]  # by their ids


class _Tagged(ABC):
    """Something into which tags are written that repeat or leave out what they enclose."""

    @abstractmethod
    def tag(self, words: str) -> None:
        """Write a tag that stands alone."""

    @contextmanager
    def repeat(self, variable: str, source: str) -> Iterator[None]:
        """Repeat what is drawn inside for every item of a list of the context."""
        self.tag(f"for {variable} in {source}")
        yield
        self.tag("endfor")

    @contextmanager
    def only_if(self, condition: str) -> Iterator[None]:
        """Keep what is drawn inside only where a field is not empty, or a comparison holds."""
        self.tag(f"if {condition}")
        yield
        self.tag("endif")

    def otherwise(self, condition: str = "") -> None:
        """Begin, inside `only_if`, what is kept in the other case, or in another case."""
        self.tag(f"elif {condition}" if condition else "else")


class Container(_Tagged):
    """The body, or a cell: paragraphs and tables are added at its end."""

    def __init__(self, block: BlockItemContainer, styles: _Styles) -> None:
        self._block = block
        self._styles = styles

    def paragraph(
        self, style: str, *content: Inline, keep: bool = False, new_page: bool = False,
        indent: float | None = None,
    ) -> None:  # fmt: skip
        """Add a paragraph: texts, pictures and charts in a line.

        `keep`: on the page of what follows. `new_page`: at the top of a page. `indent`: on
        both sides, where it is not the style's.
        """
        paragraph = self._block.add_paragraph(style=self._styles[style])
        if keep:
            paragraph.paragraph_format.keep_with_next = True
        if new_page:
            paragraph.paragraph_format.page_break_before = True
        if indent is not None:
            paragraph.paragraph_format.left_indent = Mm(indent)
            paragraph.paragraph_format.right_indent = Mm(indent)
        for item in content:
            if isinstance(item, Styled):
                paragraph.add_run(item.text, self._styles[item.style])
            elif isinstance(item, Picture):
                _add_picture(paragraph.add_run(), item)
            elif isinstance(item, ChartPart):
                _add_chart(paragraph.add_run(), item)
            else:
                paragraph.add_run(item)

    def each(
        self, variable: str, source: str, style: str, *content: Inline, keep: bool = False
    ) -> None:
        """Repeat a paragraph for every item of a list; without content it holds the item."""
        with self.repeat(variable, source):
            self.paragraph(style, *(content or (f"{{{{ {variable} }}}}",)), keep=keep)

    def tag(self, words: str) -> None:
        """Add a paragraph that only holds a paragraph tag: `{%p words %}`."""
        self.paragraph(_TAG_STYLE, f"{{%p {words} %}}")

    def table(
        self, widths: Sequence[float], style: str = LINED, *, heads: Sequence[str] = (),
        head_style: str = "BangDau",
    ) -> Table:  # fmt: skip
        """Add a table of columns of these widths; a row of heads is repeated on each page."""
        table = Table(self._block, self._styles, widths, style)
        if heads:
            table.row(*((head_style, head) for head in heads), header=True)
        return table


class Table(_Tagged):
    """A table of fixed columns in the middle of the text; rows never split over pages."""

    def __init__(
        self, block: BlockItemContainer, styles: _Styles, widths: Sequence[float], style: str
    ) -> None:
        self._styles = styles
        self._align = None if style == UNLINED else WD_ALIGN_VERTICAL.CENTER
        self._table = block.add_table(0, len(widths), Mm(0))
        self._table.style = styles[style]
        self._table.alignment = WD_TABLE_ALIGNMENT.CENTER
        self._table.autofit = False
        for column, width in zip(self._table.columns, widths, strict=True):
            column.width = Mm(width)
        for total in self._table._tbl.tblPr.iter(qn("w:tblW")):
            total.set(qn("w:w"), str(sum(Mm(width).twips for width in widths)))
            total.set(qn("w:type"), "dxa")

    def _add_row(self) -> _Row:
        row: _Row = self._table.add_row()  # type: ignore[no-untyped-call]  # python-docx's
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        return row

    def _fill(self, cell: _Cell, content: Content) -> None:
        cell._tc.remove(cell.paragraphs[0]._p)  # which it comes with
        container = Container(cell, self._styles)
        if callable(content):
            content(container)
        else:
            container.paragraph(*content)

    def row(self, *cells: Content, header: bool = False, fill: str = "") -> None:
        """Add a row: for every column a style and a text, or what draws the cell.

        `header`: repeated on each page. `fill`: the first cell's background (RRGGBB).
        """
        row = self._add_row()
        if header:
            row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        for cell, content in zip(row.cells, cells, strict=True):
            cell.vertical_alignment = self._align
            self._fill(cell, content)
        if fill:
            shade = OxmlElement("w:shd", {qn("w:val"): "clear", qn("w:fill"): fill})
            row.cells[0]._tc.get_or_add_tcPr().insert(1, shade)  # behind the width

    def spanning_row(self, content: Content) -> None:
        """Add a row of one cell over all columns."""
        cells = self._add_row().cells
        self._fill(cells[0].merge(cells[-1]), content)

    def tag(self, words: str) -> None:
        """Add a row that only holds a row tag: `{%tr words %}`."""
        self.spanning_row((_TAG_STYLE, f"{{%tr {words} %}}"))

    @staticmethod
    def columns(variable: str, source: str, content: Content) -> tuple[Content, Content, Content]:
        """Return a cell that is repeated for every item of a list, between its two tags."""
        first, last = f"{{%tc for {variable} in {source} %}}", "{%tc endfor %}"
        return (_TAG_STYLE, first), content, (_TAG_STYLE, last)


class Drawing(Container):
    """A document on a base document of two sections, the first upright, the second landscape.

    Everything stands on upright pages until `landscape`. `text_width`: theirs.
    """

    def __init__(self, base: Path) -> None:
        self._document = docx.Document(str(base))
        page = self._document.sections[0]
        margins = (page.left_margin or 0) + (page.right_margin or 0)
        self.text_width = round(Emu((page.page_width or 0) - margins).mm)
        self._body = self._document.element.body
        # The paragraph that holds the first section's set-up; what else there is goes.
        self._upright_end = next(self._body.iter(qn("w:sectPr"))).getparent().getparent()
        self._body.clear_content()
        styles = {style.style_id: style for style in self._document.styles}
        super().__init__(BlockItemContainer(self._body, self._document), styles)

    def landscape(self) -> None:
        """Begin the landscape pages, which have numbers of their own."""
        self._body[-1].addprevious(self._upright_end)

    def save(self, title: str, author: str = "{{ ten_co_quan }}", *, marked: bool = True) -> bytes:
        """Return the .docx file's content; the same drawing gives the same bytes.

        `title`, `author`: its properties. `marked`: whether headers keep the tag of the mark.
        """
        if self._upright_end.getparent() is None:
            self._drop_landscape()
        if not marked:
            self._drop_marks()
        self._document.core_properties.title = title
        self._document.core_properties.author = author
        return save_document(self._document)

    def _drop_landscape(self) -> None:
        section = self._document.sections[-1]
        for header in (section.header, section.first_page_header):
            header.is_linked_to_previous = True  # drops the part
        self._body.replace(self._body[-1], next(self._upright_end.iter(qn("w:sectPr"))))

    def _drop_marks(self) -> None:
        for section in self._document.sections:
            for header in (section.header, section.first_page_header):
                for run in header.paragraphs[0].runs:
                    if run.style == self._styles[_MARK_STYLE]:
                        run.clear()


def _add_picture(run: Run, picture: Picture) -> None:
    size = Mm(picture.width), Mm(picture.height)
    shape = run.add_picture(io.BytesIO(picture.content), *size)
    shape._inline.docPr.set("descr", picture.description)


def _add_chart(run: Run, chart: ChartPart) -> None:
    package = run.part.package
    assert package is not None  # a part of an open document has one
    styles = package.main_document_part.document.styles.element
    (font,) = styles.xpath("w:docDefaults//w:rFonts/@w:ascii")
    part = chart_part(package, chart.in_font(font), chart.book)
    key = run.part.relate_to(part, RELATIONSHIP_TYPE.CHART)
    element: Any = parse_xml(f'<c:chart {nsdecls("c", "r")} r:id="{key}"/>')
    inline = CT_Inline.new(Mm(chart.width), Mm(chart.height), run.part.next_id, element)
    inline.docPr.set("name", f"Biểu đồ {inline.docPr.id}")
    inline.docPr.set("descr", chart.tag)
    inline.graphic.graphicData.uri = nsmap["c"]
    run._r.add_drawing(inline)
