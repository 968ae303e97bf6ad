"""Reads a package into a `Document`: walks blocks, runs and drawings, resolves each format.

Source: ECMA-376 part 1, 17.3 (paragraphs, runs), 17.4 (tables), 17.6 (sections), 17.10
(headers and footers), 17.16 (fields), 20.1.9.18 (preset shapes); part 4, 19.1.2 (VML).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from lxml import etree

from docgen.form_check.opening import Package, W
from docgen.form_check.reading.model import (
    CENTRE_TAB,
    Cell,
    Document,
    Paragraph,
    Run,
    Section,
    Unread,
)
from docgen.form_check.reading.properties import VAL, child, first, is_on, millimetres
from docgen.form_check.reading.styles import Cascade, Numbering, TableFormat, TableParts
from workbook.domain.text_vi import ZERO_WIDTH, nfc


def _tags(names: str) -> frozenset[str]:
    return frozenset(f"{W}{name}" for name in names.split())


_TRACKED = _tags(
    "ins del moveFrom moveTo rPrChange pPrChange sectPrChange tblPrChange trPrChange tcPrChange"
    " cellIns cellDel numberingChange"
)
_PASSED = _tags(  # what prints nothing
    "del moveFrom pPr rPr tblPr tblGrid trPr tcPr sdtPr sectPr bookmarkStart bookmarkEnd proofErr"
)
_BLOCKS, _RUNS, _ROWS, _CELLS = _tags("p tbl"), _tags("r fldSimple"), _tags("tr"), _tags("tc")
_DRAWINGS = _tags("drawing pict object txbxContent")
_TEXT_BOX = f"{W}txbxContent"
_ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_CHARACTERS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
# Inside a text line feeds are blanks to Word; what has no width nobody sees.
_SEEN = {**str.maketrans("\r\n", "  "), **ZERO_WIDTH}
_MARKS = "".join(map(chr, range(0x300, 0x370)))  # that combine with the letter before
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
# What prints words that are not read, by the element that stands for it.
_UNREAD = {
    Unread.EQUATION: (f"{_M}oMath",),
    Unread.INSERTED: (f"{W}altChunk", f"{W}subDoc"),
    Unread.DIAGRAM: ("{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds",),
    Unread.WORD_ART: ("{urn:schemas-microsoft-com:vml}textpath",),
}
_R_NAMESPACE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
# What Word takes where the file does not say: US Letter with one inch around.
_SIZE_MM = (215.9, 279.4)
_MARGIN_MM = 25.4
_TAB_STOP_MM = 12.7

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_PLACED = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_VML = "{urn:schemas-microsoft-com:vml}"
_OFFICE = "{urn:schemas-microsoft-com:office:office}"
_STRAIGHT = ("line", "straightConnector1")
_CONNECTOR = "#_x0000_t32"
_MM_AN_EMU = 1 / 36_000
_LENGTH = re.compile(r"(-?\d+(?:\.\d+)?)\s*(pt|in|mm|cm|px)?")
_MM = {"pt": 25.4 / 72, "in": 25.4, "mm": 1.0, "cm": 10.0, "px": 25.4 / 96, None: 25.4 / 96}
_WIDTH = re.compile(r"(?:^|;)\s*width:\s*([^;]+)")

Blocks = tuple[Paragraph, ...]


def read_document(package: Package) -> Document:
    """Return the document of a package."""
    numbering = Numbering(package.one("numbering"))
    cascade = Cascade(package.one("styles"), package.one("theme"), numbering)

    def parts(*kinds: str) -> dict[str, Blocks]:
        return {
            name: tuple(_Walk(cascade, numbering, root).blocks(root))
            for kind in kinds
            for name in package.kinds[kind]
            for root in (package.parts[name],)
        }

    main, body = _Walk(cascade, numbering, package.main), child(package.main, "body")
    paragraphs, around = tuple(main.blocks(body)), parts("header", "footer")
    by_relation = {key: around.get(name, ()) for key, name in package.related.items()}
    sections: list[Section] = []
    for end in (*main.ends, child(body, "sectPr")):
        sections.append(_section(end, sections[-1] if sections else None, by_relation))
    settings = package.one("settings")
    return Document(
        paragraphs=paragraphs,
        sections=tuple(sections),
        notes=sum(parts("footnotes", "endnotes").values(), ()),
        tables=tuple(main.tables),
        tab_stop=millimetres(child(settings, "defaultTabStop").get(VAL)) or _TAB_STOP_MM,
        even_pages=is_on(child(settings, "evenAndOddHeaders")),
        changes=sum(
            1
            for root in (package.main, *(package.parts[name] for name in around))
            for _ in root.iter(*_TRACKED)
        ),
        comments=sum(1 for _ in package.main.iter(f"{W}commentReference")),
        unread=_unread(package.main, paragraphs),
    )


def _unread(root: etree._Element, paragraphs: Blocks) -> tuple[Unread, ...]:
    """Return what may hold words that are not read; pictures only where they hold them all."""
    kinds = [kind for kind, tags in _UNREAD.items() if next(root.iter(*tags), None) is not None]
    pictured = any(paragraph.pictured for paragraph in paragraphs)
    alone = pictured and all(paragraph.blank for paragraph in paragraphs)
    return tuple(kinds + [Unread.PICTURE] * alone)


def _shown(parent: etree._Element, wanted: frozenset[str]) -> Iterator[etree._Element]:
    """Yield the elements of some tags, whatever wraps them; never what stands inside of them."""
    for element in parent:
        if element.tag in wanted:
            yield element
        elif len(element) and element.tag not in _PASSED:
            # Of alternatives Word shows the first.
            yield from _shown(element[0] if element.tag == _ALTERNATIVES else element, wanted)


_PRINTED = "printed"  # a field of which there is a result


class _Surroundings(NamedTuple):
    """What surrounds a paragraph: a cell, what its table's style gives, a text box."""

    cell: Cell | None = None
    table: TableParts = ()
    boxed: bool = False


_NOTHING_AROUND = _Surroundings()


class _Walk:
    """One walk through a part; fields may reach over paragraphs, lists count on."""

    def __init__(self, cascade: Cascade, numbering: Numbering, root: etree._Element) -> None:
        self._cascade, self._numbering = cascade, numbering
        steps = Counter(step.get(f"{W}fldCharType") for step in root.iter(f"{W}fldChar"))
        self._ends_fields = steps["begin"] == steps["end"]  # else a field would swallow the rest
        self.ends: list[etree._Element] = []  # what closes each section
        self.tables: list[int] = []  # the section of each
        self._fields: list[list[str]] = []  # [instruction, phase: begin, separate, _PRINTED]

    def blocks(
        self, parent: etree._Element, around: _Surroundings = _NOTHING_AROUND
    ) -> Iterator[Paragraph]:
        """Yield the paragraphs below an element; tables and text boxes in their place."""
        for block in _shown(parent, _BLOCKS):
            if block.tag == f"{W}tbl":
                yield from self._table(block, around)
                continue
            properties = first(block, "pPr")
            yield from self._paragraph(block, properties, around)
            self.ends += properties.iterchildren(f"{W}sectPr")

    def _table(self, table: etree._Element, around: _Surroundings) -> Iterator[Paragraph]:
        formats = TableFormat(table, self._cascade)
        if around.cell is None:
            self.tables.append(len(self.ends))
        for row, element in enumerate(_shown(table, _ROWS)):
            column = 0
            for cell in _shown(element, _CELLS):
                width, span = formats.text_width(cell, column)
                place = around.cell or Cell(len(self.tables) - 1, row, column, width)
                parts = formats.parts(row, column)
                yield from self.blocks(cell, _Surroundings(place, parts, around.boxed))
                column += span

    def _paragraph(
        self, element: etree._Element, properties: etree._Element, around: _Surroundings
    ) -> Iterator[Paragraph]:
        """Yield a paragraph and, behind it, those of the text boxes anchored in it."""
        stated = self._cascade.paragraph(properties, around.table)
        drawn = next(element.iter(*_DRAWINGS), None) is not None  # much cheaper than the walk
        drawings = list(_shown(element, _DRAWINGS)) if drawn else []
        runs: list[Run] = []
        for run in self._runs(element):
            for text, field in self._texts(run):
                if text[0] in _MARKS and runs:  # typed on a letter of the run before
                    rest = text.lstrip(_MARKS)
                    marks = text[: len(text) - len(rest)]
                    runs[-1] = replace(runs[-1], text=nfc(runs[-1].text + marks))
                    text = rest
                if text:
                    styled = self._cascade.run(stated.style, around.table, first(run, "rPr"))
                    runs.append(Run(text, styled, field))
        listed = stated.list and any(run.text.strip() for run in runs)
        yield Paragraph(
            runs=tuple(runs),
            format=stated,
            label=self._numbering.label(stated.list, stated.level) if listed else "",
            cell=around.cell,
            section=len(self.ends),
            lines=tuple(length for drawing in drawings for length in drawn_lines(drawing)),
            boxed=around.boxed,
            pictured=bool(drawings),
        )
        for drawing in drawings:
            for box in drawing.iter(_TEXT_BOX):
                yield from self.blocks(box, around._replace(boxed=True))

    def _runs(self, parent: etree._Element) -> Iterator[etree._Element]:
        for element in _shown(parent, _RUNS):
            if element.tag == f"{W}r":
                yield element
            else:
                self._fields.append([element.get(f"{W}instr", ""), "separate"])
                yield from self._runs(element)
                if self._fields[-1][1] != _PRINTED:
                    yield element
                self._fields.pop()

    def _texts(self, run: etree._Element) -> Iterator[tuple[str, str]]:
        """Yield what a run prints, in NFC, with the field it comes from; fields open and close."""
        if run.tag != f"{W}r":
            yield from self._unfilled()
        text = ""
        for part in run:
            tag = part.tag
            if tag == f"{W}fldChar" and self._ends_fields:
                yield from self._printed(text)
                text = ""
                yield from self._step(part.get(f"{W}fldCharType", ""))
            elif tag == f"{W}instrText" and self._fields:
                self._fields[-1][0] += part.text or ""
            elif self._fields and self._fields[-1][1] == "begin":
                continue
            elif tag == f"{W}t":
                text += (part.text or "").translate(_SEEN)
            elif tag == f"{W}ptab" and part.get(f"{W}alignment") == "center":
                text += CENTRE_TAB
            elif tag in _CHARACTERS and part.get(f"{W}type", "textWrapping") == "textWrapping":
                text += _CHARACTERS[str(tag)]
        yield from self._printed(text)

    def _step(self, kind: str) -> Iterator[tuple[str, str]]:
        """Pass the beginning, the middle or the end of a field."""
        if kind == "begin":
            self._fields.append(["", kind])
        elif kind == "separate" and self._fields:
            self._fields[-1][1] = kind
        elif kind == "end" and self._fields:
            if self._fields[-1][1] != _PRINTED:
                yield from self._unfilled()
            self._fields.pop()

    def _printed(self, text: str) -> Iterator[tuple[str, str]]:
        if text:
            yield nfc(text), self._field()
            if self._fields:
                self._fields[-1][1] = _PRINTED

    def _unfilled(self) -> Iterator[tuple[str, str]]:
        """Yield what Word puts into a field without a result: it counts pages by itself."""
        if self._field() == "PAGE":
            yield "1", "PAGE"

    def _field(self) -> str:
        return "".join(self._fields[-1][0].split()[:1]).upper() if self._fields else ""


def drawn_lines(drawing: etree._Element) -> Iterator[float | None]:
    """Yield the length in mm of every visible straight line, None where it is not stated."""
    for shape in drawing.iter(f"{_DRAWING}prstGeom"):
        outline = shape.getparent()
        hidden = outline is not None and outline.find(f"{_DRAWING}ln/{_DRAWING}noFill") is not None
        if shape.get("prst") in _STRAIGHT and not hidden:
            extent = next(drawing.iter(f"{_PLACED}extent"), None)
            width = extent.get("cx", "") if extent is not None else ""
            yield int(width) * _MM_AN_EMU if width.isdecimal() else None
    for line in drawing.iter(f"{_VML}line"):
        start, end = (_css_length(line.get(side, "").split(",")[0]) for side in ("from", "to"))
        yield None if start is None or end is None else abs(end - start)
    for shape in drawing.iter(f"{_VML}shape", f"{_VML}rect"):
        if (
            shape.get("type") == _CONNECTOR
            or shape.get(f"{_OFFICE}connectortype") == "straight"
            or shape.get(f"{_OFFICE}hr") in ("t", "true")
        ):
            stated = _WIDTH.search(shape.get("style", ""))
            yield _css_length(stated[1]) if stated else None


def _css_length(text: str) -> float | None:
    length = _LENGTH.fullmatch(text.strip())
    return float(length[1]) * _MM[length[2]] if length else None


def _section(
    element: etree._Element, before: Section | None, parts: Mapping[str, Blocks]
) -> Section:
    """Return the section of a `w:sectPr`; `parts` are headers and footers by relation id.

    A section without a header of some kind shows that of the section before it.
    """
    page, edges, numbers = (child(element, name) for name in ("pgSz", "pgMar", "pgNumType"))
    width, height = (millimetres(page.get(f"{W}{side}")) for side in ("w", "h"))
    sizes = {
        edge: millimetres(edges.get(f"{W}{edge}")) for edge in ("top", "bottom", "left", "right")
    }
    # A negative margin is the same distance, kept even where a header is higher.
    margins = {edge: _MARGIN_MM if size is None else abs(size) for edge, size in sizes.items()}
    margins["left"] += millimetres(edges.get(f"{W}gutter")) or 0

    def around(name: str) -> dict[str, Blocks]:
        return {
            reference.get(f"{W}type", "default"): parts.get(
                reference.get(f"{_R_NAMESPACE}id", ""), ()
            )
            for reference in element.iterfind(f"{W}{name}Reference")
        }

    return Section(
        size=(width or _SIZE_MM[0], height or _SIZE_MM[1]),
        margins=margins,
        title_page=is_on(child(element, "titlePg")),
        start=numbers.get(f"{W}start"),
        number_kind=numbers.get(f"{W}fmt", "decimal"),
        headers=(before.headers if before else {}) | around("header"),
        footers=(before.footers if before else {}) | around("footer"),
    )
