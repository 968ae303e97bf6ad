"""Reads a package into a `Document`: walks blocks, runs and drawings, resolves each format.

Source: ECMA-376 part 1, 17.3 (paragraphs, runs), 17.4 (tables), 17.6 (sections), 17.10
(headers and footers), 17.16 (fields), 20.1.9.18 (preset shapes); part 4, 19.1.2 (VML).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from lxml import etree

from docgen.form_check.opening import NOTHING, VAL, Package, W, child, first, is_on
from docgen.form_check.reading.model import CENTRE_TAB, Cell, Document, Paragraph, Run, Section
from docgen.form_check.reading.styles import Cascade, Numbering, TableFormat, measure, millimetres
from docgen.shared.decree import MARGINS_MM
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
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
# What Word takes where the file does not say: US Letter with one inch around.
_SIZE_MM = (215.9, 279.4)
_MARGIN = "1in"
_TAB_STOP_MM = 12.7

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_PLACED = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_VML = "{urn:schemas-microsoft-com:vml}"
_OFFICE = "{urn:schemas-microsoft-com:office:office}"
_SHAPES = (f"{_DRAWING}prstGeom", f"{_VML}line", f"{_VML}shape", f"{_VML}rect")
_STRAIGHT = ("line", "straightConnector1")
_CONNECTOR = "#_x0000_t32"
_UNREAD = (  # what stands for words that are not read
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath", f"{W}altChunk",
    f"{W}subDoc", "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds",
    f"{_VML}textpath",
)  # fmt: skip
_EMU_A_MM = 36_000
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
            for name, root in package.kinds[kind].items()
        }

    main, body = _Walk(cascade, numbering, package.main), child(package.main, "body")
    paragraphs, around = tuple(main.blocks(body)), parts("header", "footer")
    by_relation = {key: around.get(name, ()) for key, name in package.related.items()}
    sections: list[Section] = []
    for end in (*main.ends, child(body, "sectPr")):
        sections.append(_section(end, sections[-1] if sections else None, by_relation))
    settings = package.one("settings")
    changed = (package.main, *(package.kinds["header"] | package.kinds["footer"]).values())
    unread = {etree.QName(element).localname for element in package.main.iter(*_UNREAD)}
    if any(line.pictured for line in paragraphs) and all(line.blank for line in paragraphs):
        unread.add("")
    return Document(
        paragraphs=paragraphs,
        sections=tuple(sections),
        beside=sum((parts("footnotes", "endnotes") | around).values(), ()),
        tab_stop=millimetres(child(settings, "defaultTabStop").get(VAL)) or _TAB_STOP_MM,
        even_pages=is_on(child(settings, "evenAndOddHeaders")),
        changes=sum(1 for root in changed for _ in root.iter(*_TRACKED)),
        comments=sum(1 for _ in package.main.iter(f"{W}commentReference")),
        unread=frozenset(unread),
    )


def _shown(parent: etree._Element, wanted: frozenset[str]) -> Iterator[etree._Element]:
    """Yield the elements of some tags, whatever wraps them; never what stands inside of them."""
    for element in parent:
        if element.tag in wanted:
            yield element
        elif len(element) and element.tag not in _PASSED:
            # Of alternatives Word shows the first.
            yield from _shown(element[0] if element.tag == _ALTERNATIVES else element, wanted)


_PRINTED = "printed"  # a field of which there is a result


class _Walk:
    """One walk through a part; fields may reach over paragraphs, lists count on."""

    def __init__(self, cascade: Cascade, numbering: Numbering, root: etree._Element) -> None:
        self._cascade, self._numbering = cascade, numbering
        steps = Counter(step.get(f"{W}fldCharType") for step in root.iter(f"{W}fldChar"))
        self._ends_fields = steps["begin"] == steps["end"]  # else a field would swallow the rest
        self.ends: list[etree._Element] = []  # what closes each section
        self._tables = self._boxes = 0  # tables so far; text boxes around
        self._fields: list[list[str]] = []  # [instruction, phase: begin, separate, _PRINTED]

    def blocks(
        self, parent: etree._Element, cell: Cell | None = None, style: tuple[str, ...] = ()
    ) -> Iterator[Paragraph]:
        """Yield the paragraphs below an element, tables and text boxes in their place.

        `cell` and its table's `style` surround them.
        """
        for block in _shown(parent, _BLOCKS):
            if block.tag == f"{W}tbl":
                yield from self._table(block, cell)
                continue
            yield from self._paragraph(block, cell, style)
            self.ends += first(block, "pPr").iterchildren(f"{W}sectPr")

    def _table(self, table: etree._Element, around: Cell | None) -> Iterator[Paragraph]:
        formats = TableFormat(table, self._cascade)
        self._tables += around is None
        for row, element in enumerate(_shown(table, _ROWS)):
            column = 0
            for cell in _shown(element, _CELLS):
                width, span = formats.text_width(cell, column)
                place = around or Cell(self._tables - 1, row, column, width)
                yield from self.blocks(cell, place, formats.parts(row, column))
                column += span

    def _paragraph(
        self, element: etree._Element, cell: Cell | None, style: tuple[str, ...]
    ) -> Iterator[Paragraph]:
        """Yield a paragraph and, behind it, those of the text boxes anchored in it."""
        drawn = next(element.iter(*_DRAWINGS), None) is not None  # much cheaper than the walk
        drawings = list(_shown(element, _DRAWINGS)) if drawn else []
        stated = self._cascade.paragraph(first(element, "pPr"), style)
        runs: list[Run] = []
        for run, text, field in self._texts(element):
            typed = text.lstrip(_MARKS) if runs else text
            if marks := text[: len(text) - len(typed)]:  # on a letter of the run before
                runs[-1] = replace(runs[-1], text=nfc(runs[-1].text + marks))
            if typed:
                styled = self._cascade.run(stated.style, style, first(run, "rPr"))
                runs.append(Run(typed, styled, field))
        listed = stated.list and any(run.text.strip() for run in runs)
        yield Paragraph(
            runs=tuple(runs),
            format=stated,
            label=self._numbering.label(stated.list, stated.level) if listed else "",
            cell=cell,
            section=len(self.ends),
            lines=tuple(length for drawing in drawings for length in drawn_lines(drawing)),
            boxed=self._boxes > 0,
            pictured=bool(drawings),
        )
        self._boxes += 1
        for drawing in drawings:
            for box in drawing.iter(_TEXT_BOX):
                yield from self.blocks(box, cell, style)
        self._boxes -= 1

    def _texts(self, parent: etree._Element) -> Iterator[tuple[etree._Element, str, str]]:
        """Yield runs with what they print, in NFC, and the field it comes from."""
        for run in _shown(parent, _RUNS):
            if run.tag != f"{W}r":
                self._fields.append([run.get(f"{W}instr", ""), "separate"])
                yield from self._texts(run)
                yield from self._close(run)
                continue
            text = ""
            for part in run:
                tag = part.tag
                if tag == f"{W}fldChar" and self._ends_fields:
                    yield from self._printed(run, text)
                    text, kind = "", part.get(f"{W}fldCharType", "")
                    if kind == "begin":
                        self._fields.append(["", kind])
                    elif kind == "separate" and self._fields:
                        self._fields[-1][1] = kind
                    elif kind == "end" and self._fields:
                        yield from self._close(run)
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
            yield from self._printed(run, text)

    def _printed(self, run: etree._Element, text: str) -> Iterator[tuple[etree._Element, str, str]]:
        if text:
            yield run, nfc(text), self._field()
            if self._fields:
                self._fields[-1][1] = _PRINTED

    def _close(self, run: etree._Element) -> Iterator[tuple[etree._Element, str, str]]:
        """Close a field; where it has no result Word counts pages by itself."""
        field, phase = self._field(), self._fields.pop()[1]
        if field == "PAGE" and phase != _PRINTED:
            yield run, "1", field

    def _field(self) -> str:
        return "".join(self._fields[-1][0].split()[:1]).upper() if self._fields else ""


def drawn_lines(drawing: etree._Element) -> Iterator[float | None]:
    """Yield the length in mm of every visible straight line, None where it is not stated."""
    for shape in drawing.iter(*_SHAPES):
        if shape.get("prst") in _STRAIGHT:
            if shape.find(f"../{_DRAWING}ln/{_DRAWING}noFill") is None:
                extent = next(drawing.iter(f"{_PLACED}extent"), NOTHING)
                yield measure(extent.get("cx"), 1 / _EMU_A_MM)
        elif shape.tag == f"{_VML}line":
            start, end = (_css_length(shape.get(side, "").split(",")[0]) for side in ("from", "to"))
            yield None if start is None or end is None else abs(end - start)
        elif (
            shape.get("type") == _CONNECTOR
            or shape.get(f"{_OFFICE}connectortype") == "straight"
            or shape.get(f"{_OFFICE}hr") in ("t", "true")
        ):
            stated = _WIDTH.search(shape.get("style", ""))
            yield _css_length(stated[1]) if stated else None


def _css_length(text: str) -> float | None:
    text = text.strip()
    return millimetres(f"{text}px" if text[-1:].isdecimal() else text)


def _section(
    element: etree._Element, before: Section | None, parts: Mapping[str, Blocks]
) -> Section:
    """Return the section of a `w:sectPr`; `parts` are headers and footers by relation id.

    A section without a header of some kind shows that of the section before it.
    """
    page, edges, numbers = (child(element, name) for name in ("pgSz", "pgMar", "pgNumType"))
    width, height = (millimetres(page.get(f"{W}{side}")) for side in ("w", "h"))
    # A negative margin is the same distance, kept even where a header is higher.
    margins = {edge: abs(millimetres(edges.get(f"{W}{edge}", _MARGIN)) or 0) for edge in MARGINS_MM}
    margins["left"] += millimetres(edges.get(f"{W}gutter")) or 0

    def around(name: str) -> dict[str, Blocks]:
        found = element.iterfind(f"{W}{name}Reference")
        return {one.get(f"{W}type", "default"): parts.get(one.get(_ID, ""), ()) for one in found}

    return Section(
        size=(width or _SIZE_MM[0], height or _SIZE_MM[1]),
        margins=margins,
        title_page=is_on(child(element, "titlePg")),
        start=numbers.get(f"{W}start"),
        number_kind=numbers.get(f"{W}fmt", "decimal"),
        headers=(before.headers if before else {}) | around("header"),
        footers=(before.footers if before else {}) | around("footer"),
    )
