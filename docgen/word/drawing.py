"""Draws documents from nothing, with python-docx; they may hold the tags of templates.

A document is data. A paragraph is a tuple: the id of its style in the base document, then what
stands in its line. Body and cells hold paragraphs, tables and tags; a cell of one paragraph is
that paragraph. The base document holds the charts too, each as Word's users see and restyle it;
a drawn document takes those that it names. Lengths are millimetres:

    columns = (20, "STT", ("BangSo", "{{ d.so }}")), (140, "Nội dung", ("BangChu", "{{ d.ten }}"))
    content = table(columns, *repeat("d in cac_dong", ROW))
    draw(base, "Tên của văn bản", [("TenLoai", "BÁO CÁO"), *only_if("cac_dong", content)])
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

import docx
from docx.blkcntnr import BlockItemContainer
from docx.document import Document
from docx.enum.table import WD_ALIGN_VERTICAL, WD_TABLE_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.shape import CT_Inline
from docx.section import _Header
from docx.shared import Mm
from docx.table import Table as WordTable

from docgen.word.package import save_document

GAP = "\u00a0" * 6  # left open for the clerk's office to fill in
LINED, UNLINED = "BangKe", "BangKhongKe"  # styles of tables
# Among what stands in a line: how its paragraph is set, by python-docx's names.
KEEP, NEW_PAGE = {"keep_with_next": True}, {"page_break_before": True}
_TAG_STYLE = "The"
_MARK_STYLE = "DauMau"  # of the headers' mark: DỰ THẢO, SỐ LIỆU MẪU, or nothing


@dataclass(frozen=True)
class Picture:
    """A picture in a line of text; `description` is for those who cannot see it."""

    content: bytes
    width: float
    height: float
    description: str


@dataclass(frozen=True)
class SampleChart:
    """A chart of the base document, by the name of its drawing; the tag in it names its field."""

    name: str


@dataclass(frozen=True)
class Tag:
    """A tag that encloses paragraphs, rows or columns, without its signs: `for d in cac_dong`."""

    words: str


@dataclass(frozen=True)
class Row:
    """A row of a table: a cell a column, or one `wide` cell; tags enclose columns."""

    cells: Sequence[Cell]
    wide: bool = False
    header: bool = False  # repeated on each page
    fill: str = ""  # the first cell's background, RRGGBB


@dataclass(frozen=True)
class Table:
    """A table of columns of these widths; what is no `Row` is in a wide one. No row splits."""

    widths: Sequence[float]
    rows: Sequence[Item]
    style: str = LINED


ROW = Row(())  # stands for the row of a table's columns, see `table`

# A text, one in a character style (style and text), or what else stands in a line.
Inline: TypeAlias = str | tuple[str, str] | Picture | SampleChart | Mapping[str, Any]
Paragraph: TypeAlias = tuple[Inline, ...]  # its style, then what stands in its line
Item: TypeAlias = Paragraph | Table | Row | Tag
Cell: TypeAlias = Item | list[Item]
Column: TypeAlias = tuple[float, str | Cell, Cell]  # width, head, and the cell of its rows


def printed(field: str) -> str:
    """Return the tag that prints a field."""
    return f"{{{{ {field} }}}}"


def repeat(loop: str, *inside: Item) -> list[Item]:
    """Repeat what is inside for every item of a list; `loop`: `d in cac_dong`."""
    return [Tag(f"for {loop}"), *inside, Tag("endfor")]


def each(loop: str, style: str, *content: Inline) -> list[Item]:
    """Repeat a paragraph for every item of a list; without content it holds the item."""
    return repeat(loop, (style, *(content or (printed(loop.split()[0]),))))


def only_if(condition: str, *inside: Item) -> list[Item]:
    """Keep what is inside only where a field is not empty, or a comparison holds."""
    return [Tag(f"if {condition}"), *inside, Tag("endif")]


def either(condition: str, inside: Iterable[Item], others: Iterable[Item]) -> list[Item]:
    """Keep what is inside where a field is not empty, else the others."""
    return only_if(condition, *inside, Tag("else"), *others)


def table(columns: Sequence[Column], *rows: Item, small: bool = False) -> Table:
    """Return a table of columns: their heads on each page, and rows; ROW is their cells'."""
    style = "BangNhoDau" if small else "BangDau"
    heads = [(style, head) if isinstance(head, str) else head for _, head, _ in columns]
    own = Row([cell for _, _, cell in columns])
    filled = [own if item is ROW else item for item in rows]
    return Table([width for width, _, _ in columns], [Row(heads, header=True), *filled])


def draw(
    base: Path, title: str, body: Iterable[Item], landscape: Sequence[Item] = (), *,
    author: str = "{{ ten_co_quan }}", marked: bool = True,
) -> bytes:  # fmt: skip
    """Return a document as a .docx file's content: upright pages, then landscape ones if any.

    The same document gives the same bytes. `base`: a document with headers and styles, of an
    upright and a landscape section. `marked`: whether headers keep the tag of the mark.
    """
    document = docx.Document(str(base))
    root = document.element.body
    # The paragraph that holds the first section's set-up; what else there is goes.
    upright_end = next(root.iter(qn("w:sectPr"))).getparent().getparent()
    charts = {inline.docPr.get("name"): inline for inline in root.iter(qn("wp:inline"))}
    root.clear_content()
    block = BlockItemContainer(root, document)
    pen = _Pen({style.style_id: style for style in document.styles}, charts)
    pen.fill(block, body)
    if landscape:
        root[-1].addprevious(upright_end)
        pen.fill(block, landscape)
    else:
        for header in _headers(document):
            header.is_linked_to_previous = True  # drops the part
        root.replace(root[-1], next(upright_end.iter(qn("w:sectPr"))))
    for header in [] if marked else _headers(document):
        for run in header.paragraphs[0].runs:
            if run.style.style_id == _MARK_STYLE:
                run.clear()
    _drop_charts(document)
    document.core_properties.title = title
    document.core_properties.author = author
    return save_document(document)


def _headers(document: Document) -> list[_Header]:
    sections = document.sections
    return [
        header for section in sections for header in (section.header, section.first_page_header)
    ]


def _drop_charts(document: Document) -> None:
    """Leave out the charts of the base document that are not drawn."""
    drawn = {chart.get(qn("r:id")) for chart in document.element.body.iter(qn("c:chart"))}
    for key, relationship in list(document.part.rels.items()):
        if relationship.reltype == RELATIONSHIP_TYPE.CHART and key not in drawn:
            del document.part.rels[key]


class _Pen(NamedTuple):
    """Writes into a document with its styles, by their ids, and its charts, by their names."""

    styles: dict[object, Any]
    charts: dict[str, CT_Inline]

    def fill(self, block: BlockItemContainer, items: Iterable[Item], tag: str = "p") -> None:
        for item in items:
            if isinstance(item, Table):
                self._add_table(block, item)
            elif isinstance(item, Tag):
                block.add_paragraph(f"{{%{tag} {item.words} %}}", self.styles[_TAG_STYLE])
            elif isinstance(item, Row):
                raise TypeError("a row stands in a table")
            else:
                self._add_paragraph(block, item)

    def _add_paragraph(self, block: BlockItemContainer, given: Paragraph) -> None:
        style, *content = given
        paragraph = block.add_paragraph(style=self.styles[style])
        for item in content:
            if isinstance(item, str):
                paragraph.add_run(item)
            elif isinstance(item, tuple):
                paragraph.add_run(item[1], self.styles[item[0]])
            elif isinstance(item, Picture):
                size = Mm(item.width), Mm(item.height)
                shape = paragraph.add_run().add_picture(io.BytesIO(item.content), *size)
                shape._inline.docPr.set("descr", item.description)
            elif isinstance(item, SampleChart):
                run, inline = paragraph.add_run(), deepcopy(self.charts[item.name])
                number = run.part.next_id
                inline.docPr.attrib.update({"id": str(number), "name": f"Biểu đồ {number}"})
                run._r.add_drawing(inline)
            else:
                for name, value in item.items():
                    setattr(paragraph.paragraph_format, name, value)

    def _add_table(self, block: BlockItemContainer, table: Table) -> None:
        drawn = block.add_table(0, len(table.widths), Mm(0))
        drawn.style = self.styles[table.style]
        drawn.alignment = WD_TABLE_ALIGNMENT.CENTER
        drawn.autofit = False
        for column, width in zip(drawn.columns, table.widths, strict=True):
            column.width = Mm(width)
        for total in drawn._tbl.tblPr.iter(qn("w:tblW")):
            total.set(qn("w:w"), str(sum(Mm(width).twips for width in table.widths)))
            total.set(qn("w:type"), "dxa")
        align = None if table.style == UNLINED else WD_ALIGN_VERTICAL.CENTER
        for item in table.rows:
            self._add_row(drawn, item if isinstance(item, Row) else Row([item], wide=True), align)

    def _add_row(self, table: WordTable, row: Row, align: WD_ALIGN_VERTICAL | None) -> None:
        drawn = table.add_row()  # type: ignore[no-untyped-call]  # python-docx's
        properties = drawn._tr.get_or_add_trPr()
        properties.append(OxmlElement("w:cantSplit"))
        if row.header:
            properties.append(OxmlElement("w:tblHeader"))
        cells = [drawn.cells[0].merge(drawn.cells[-1])] if row.wide else drawn.cells
        for cell, content in zip(cells, row.cells, strict=True):
            cell._tc.remove(cell.paragraphs[0]._p)  # which it comes with
            if not row.wide:
                cell.vertical_alignment = align
            if isinstance(content, list):
                self.fill(cell, content)
            else:
                self.fill(cell, [content], "tr" if row.wide else "tc")
        if row.fill:
            shade = OxmlElement("w:shd", {qn("w:val"): "clear", qn("w:fill"): row.fill})
            drawn.cells[0]._tc.get_or_add_tcPr().insert(1, shade)  # behind the width
