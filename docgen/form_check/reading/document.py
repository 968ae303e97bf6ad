"""Reads a package into a `Document`: walks blocks and runs, resolves each format.

Source: ECMA-376 part 1, 17.3 (paragraphs, runs), 17.4 (tables), 17.6 (sections), 17.10
(headers and footers), 17.16 (fields).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from docgen.form_check.opening import Package, W
from docgen.form_check.reading.drawings import (
    ALTERNATIVES,
    TEXT_BOX,
    drawn_lines,
    shown_alternative,
    shown_drawings,
)
from docgen.form_check.reading.model import CENTRE_TAB, Cell, Document, Paragraph, Run, Section
from docgen.form_check.reading.numbering import Numbering
from docgen.form_check.reading.properties import first, is_on, millimetres
from docgen.form_check.reading.styles import Cascade, TableFormat, TableParts
from workbook.domain.text_vi import nfc

_TRACKED = frozenset(
    f"{W}{name}" for name in (
        "ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "sectPrChange",
        "tblPrChange", "trPrChange", "tcPrChange", "cellIns", "cellDel", "numberingChange",
    )
)  # fmt: skip
_P, _TBL, _R, _T = (f"{W}{name}" for name in ("p", "tbl", "r", "t"))
_WRAPPERS = frozenset(f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "ins"))
_DROPPED = frozenset(
    f"{W}{name}" for name in (
        "del", "moveFrom", "pPr", "rPr", "tcPr", "sdtPr", "sectPr", "bookmarkStart", "bookmarkEnd",
        "proofErr",
    )
)  # fmt: skip
_CHARACTERS = {
    f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-",
}  # fmt: skip
_LINE_FEEDS = str.maketrans("\r\n", "  ")  # inside a text they are blanks to Word
_R_NAMESPACE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
# What Word takes where the file does not say: US Letter with one inch around.
_SIZE_MM = (215.9, 279.4)
_MARGIN_MM = 25.4
_TAB_STOP_MM = 12.7

Blocks = tuple[Paragraph, ...]


def read_document(package: Package) -> Document:
    """Return the document of a package."""
    numbering = Numbering(package.one("numbering"))
    cascade = Cascade(package.one("styles"), package.one("theme"), numbering)

    def parts(*kinds: str) -> dict[str, Blocks]:
        return {
            name: tuple(_Walk(cascade, numbering).blocks(package.parts[name]))
            for kind in kinds
            for name in package.kinds.get(kind, ())
        }

    main = _Walk(cascade, numbering)
    body = package.main.find(f"{W}body")
    paragraphs = tuple(main.blocks(body)) if body is not None else ()
    around = parts("header", "footer")
    last = body.find(f"{W}sectPr") if body is not None else None
    # Without one the last section is as Word sets up a page by itself.
    ends = [*main.ends, last if last is not None else etree.Element(f"{W}sectPr")]
    sections: list[Section] = []
    for properties in ends:
        before = sections[-1] if sections else None
        sections.append(_section(properties, before, package.related, around))
    settings = package.one("settings")
    even = settings.find(f"{W}evenAndOddHeaders") if settings is not None else None
    stop = settings.find(f"{W}defaultTabStop") if settings is not None else None
    tracked = (package.main, *(package.parts[name] for name in around))
    return Document(
        paragraphs=paragraphs,
        sections=tuple(sections),
        notes=sum(parts("footnotes", "endnotes").values(), ()),
        tables=tuple(main.tables),
        tab_stop=(millimetres(stop.get(f"{W}val")) if stop is not None else 0) or _TAB_STOP_MM,
        even_pages=even is not None and is_on(even),
        changes=sum(1 for root in tracked for _ in root.iter(*_TRACKED)),
        comments=sum(1 for _ in package.main.iter(f"{W}commentReference")),
    )


class _Surroundings(NamedTuple):
    """What surrounds a paragraph: a cell, what its table's style gives, a text box."""

    cell: Cell | None = None
    table: TableParts = ()
    boxed: bool = False


_NOTHING_AROUND = _Surroundings()


@dataclass
class _Walk:
    """One walk through a part; fields may reach over paragraphs, lists count on."""

    cascade: Cascade
    numbering: Numbering
    ends: list[etree._Element] = field(default_factory=list)  # what closes each section
    tables: list[int] = field(default_factory=list)
    _fields: list[list[str]] = field(default_factory=list)  # [instruction, phase]

    def blocks(
        self, parent: etree._Element, around: _Surroundings = _NOTHING_AROUND
    ) -> Iterator[Paragraph]:
        """Yield the paragraphs below an element; tables and text boxes in their place."""
        for child in parent:
            tag = child.tag
            if tag == _P:
                properties = first(child, "pPr")
                yield from self._paragraph(child, properties, around)
                end = properties.find(f"{W}sectPr") if properties is not None else None
                if end is not None:
                    self.ends.append(end)
            elif tag == _TBL:
                yield from self._table(child, around)
            elif tag == ALTERNATIVES:
                yield from self.blocks(shown_alternative(child), around)
            elif tag not in _DROPPED and isinstance(tag, str):
                yield from self.blocks(child, around)

    def _table(self, table: etree._Element, around: _Surroundings) -> Iterator[Paragraph]:
        formats = TableFormat(table, self.cascade)
        if around.cell is None:
            self.tables.append(len(self.ends))
        for row, element in enumerate(_direct(table, "tr")):
            column = 0
            for cell in _direct(element, "tc"):
                width, span = formats.text_width(cell, column)
                place = around.cell or Cell(len(self.tables) - 1, row, column, width)
                parts = formats.parts(row, column)
                yield from self.blocks(cell, _Surroundings(place, parts, around.boxed))
                column += span

    def _paragraph(
        self, element: etree._Element, properties: etree._Element | None, around: _Surroundings
    ) -> Iterator[Paragraph]:
        """Yield a paragraph and, behind it, those of the text boxes anchored in it."""
        formatted = self.cascade.paragraph(properties, around.table)
        runs: list[Run] = []
        lines: list[float | None] = []
        boxes: list[etree._Element] = []
        pictured = False
        for run in self._runs(element):
            text = self._text(run)
            if text:
                styled = self.cascade.run(formatted.style, around.table, first(run, "rPr"))
                runs.append(Run(text, styled, self._field()))
            for drawing in shown_drawings(run):
                lines += drawn_lines(drawing)
                boxes += drawing.iter(TEXT_BOX)
                pictured = True
        printed = any(run.text.strip() for run in runs)
        listed = formatted.list and printed
        label = self.numbering.label(formatted.list, formatted.level) if listed else ""
        yield Paragraph(
            tuple(runs), formatted, label, around.cell, len(self.ends), tuple(lines),
            around.boxed, pictured,
        )  # fmt: skip
        for box in boxes:
            yield from self.blocks(box, around._replace(boxed=True))

    def _runs(self, parent: etree._Element) -> Iterator[etree._Element]:
        for child in parent:
            if child.tag == _R:
                yield child
            elif child.tag == f"{W}fldSimple":
                self._fields.append([child.get(f"{W}instr", ""), "separate"])
                yield from self._runs(child)
                self._fields.pop()
            elif child.tag == ALTERNATIVES:
                yield from self._runs(shown_alternative(child))
            elif child.tag not in _DROPPED and isinstance(child.tag, str):
                yield from self._runs(child)

    def _text(self, run: etree._Element) -> str:
        """Return what a run prints, in NFC; keeps account of fields opened and closed."""
        text = []
        for child in run:
            tag = child.tag
            if tag == f"{W}fldChar":
                self._turn(child.get(f"{W}fldCharType", ""))
            elif tag == f"{W}instrText" and self._fields:
                self._fields[-1][0] += child.text or ""
            elif self._fields and self._fields[-1][1] == "begin":
                continue
            elif tag == _T:
                text.append((child.text or "").translate(_LINE_FEEDS))
            elif tag == f"{W}ptab" and child.get(f"{W}alignment") == "center":
                text.append(CENTRE_TAB)
            elif tag in _CHARACTERS and child.get(f"{W}type", "textWrapping") == "textWrapping":
                text.append(_CHARACTERS[str(tag)])
        return nfc("".join(text))

    def _turn(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(["", "begin"])
        elif kind == "separate" and self._fields:
            self._fields[-1][1] = "separate"
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _field(self) -> str:
        instruction = self._fields[-1][0].split() if self._fields else []
        return instruction[0].upper() if instruction else ""


def _direct(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    """Yield the rows of a table or the cells of a row, never those of a table inside."""
    for child in parent:
        if child.tag == f"{W}{name}":
            yield child
        elif child.tag in _WRAPPERS:
            yield from _direct(child, name)


def _section(
    element: etree._Element,
    before: Section | None,
    related: Mapping[str, str],
    parts: Mapping[str, Blocks],
) -> Section:
    """Return the section of a `w:sectPr`.

    A section without a header of some kind shows that of the section before it.

    Args:
        element: the properties.
        before: the section before, None for the first.
        related: part names by relation id.
        parts: headers and footers by part name.
    """
    numbers, title = element.find(f"{W}pgNumType"), element.find(f"{W}titlePg")

    def around(name: str, inherited: dict[str, Blocks]) -> dict[str, Blocks]:
        return inherited | {
            reference.get(f"{W}type", "default"): parts.get(
                related.get(reference.get(f"{_R_NAMESPACE}id", ""), ""), ()
            )
            for reference in element.iterfind(f"{W}{name}Reference")
        }

    return Section(
        size=_size(element.find(f"{W}pgSz")),
        margins=_margins(element.find(f"{W}pgMar")),
        title_page=title is not None and is_on(title),
        start=numbers.get(f"{W}start") if numbers is not None else None,
        number_kind=numbers.get(f"{W}fmt", "decimal") if numbers is not None else "decimal",
        headers=around("header", before.headers if before else {}),
        footers=around("footer", before.footers if before else {}),
    )


def _size(element: etree._Element | None) -> tuple[float, float]:
    stated = element if element is not None else etree.Element("none")
    width, height = (millimetres(stated.get(f"{W}{side}")) for side in ("w", "h"))
    return width or _SIZE_MM[0], height or _SIZE_MM[1]


def _margins(element: etree._Element | None) -> dict[str, float]:
    """Return the four margins; the gutter belongs to the left one."""
    stated = element if element is not None else etree.Element("none")
    margins = {}
    for edge in ("top", "bottom", "left", "right"):
        size = millimetres(stated.get(f"{W}{edge}"))
        # A negative one is the same distance, kept even where a header is higher.
        margins[edge] = _MARGIN_MM if size is None else abs(size)
    margins["left"] += millimetres(stated.get(f"{W}gutter")) or 0
    return margins
