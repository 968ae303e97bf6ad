"""Reads a package into a `Document`: walks blocks and runs, resolving each look."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from docgen.form_check.cascade import Cascade, TableParts
from docgen.form_check.document import CENTRE_TAB, Cell, Document, Paragraph, Run, Section
from docgen.form_check.numbering import Numbering
from docgen.form_check.opening import Package, W
from docgen.form_check.properties import first, is_on
from docgen.form_check.sections import read_section
from docgen.form_check.shapes import (
    ALTERNATIVES,
    TEXT_BOX,
    drawn_lines,
    shown_alternative,
    shown_drawings,
)
from docgen.form_check.table_look import TableLook

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


def read_document(package: Package) -> Document:
    """Return the document of a package."""
    numbering = Numbering(package.one("numbering"))
    cascade = Cascade(package.one("styles"), package.one("theme"), numbering)
    main = _Walk(cascade, numbering)
    body = package.main.find(f"{W}body")
    paragraphs = tuple(main.blocks(body)) if body is not None else ()

    def part(name: str) -> tuple[Paragraph, ...]:
        return tuple(_Walk(cascade, numbering).blocks(package.parts[name]))

    around = {
        name: part(name) for kind in ("header", "footer") for name in package.kinds.get(kind, ())
    }
    last = body.find(f"{W}sectPr") if body is not None else None
    # Without one the last section is as Word sets up a page by itself.
    ends = [*main.ends, last if last is not None else etree.Element(f"{W}sectPr")]
    sections: list[Section] = []
    for properties in ends:
        before = sections[-1] if sections else None
        sections.append(read_section(properties, before, package.related, around))
    settings = package.one("settings")
    even = settings.find(f"{W}evenAndOddHeaders") if settings is not None else None
    notes = [
        part(name) for kind in ("footnotes", "endnotes") for name in package.kinds.get(kind, ())
    ]
    return Document(
        paragraphs=paragraphs,
        sections=tuple(sections),
        boxes=tuple(main.boxes),
        notes=tuple(one for part in notes for one in part),
        tables=tuple(main.tables),
        even_pages=even is not None and is_on(even),
        changes=sum(
            1
            for root in (package.main, *(package.parts[name] for name in around))
            for _ in root.iter(*_TRACKED)
        ),
        comments=sum(1 for _ in package.main.iter(f"{W}commentReference")),
    )


@dataclass(frozen=True)
class _Place:
    """What surrounds a paragraph: a cell, and what its table's style gives."""

    cell: Cell | None = None
    table: TableParts = ()


@dataclass
class _Walk:
    """One walk through a part; fields may reach over paragraphs, lists count on."""

    cascade: Cascade
    numbering: Numbering
    ends: list[etree._Element] = field(default_factory=list)  # what closes each section
    tables: list[int] = field(default_factory=list)
    boxes: list[Paragraph] = field(default_factory=list)
    _fields: list[list[str]] = field(default_factory=list)  # [instruction, phase]

    def blocks(self, parent: etree._Element, place: _Place = _Place()) -> Iterator[Paragraph]:
        """Yield the paragraphs below an element, those of tables in their place."""
        for child in parent:
            tag = child.tag
            if tag == _P:
                properties = first(child, "pPr")
                yield self._paragraph(child, properties, place)
                end = properties.find(f"{W}sectPr") if properties is not None else None
                if end is not None:
                    self.ends.append(end)
            elif tag == _TBL:
                yield from self._table(child, place)
            elif tag == ALTERNATIVES:
                yield from self.blocks(shown_alternative(child), place)
            elif tag not in _DROPPED and isinstance(tag, str):
                yield from self.blocks(child, place)

    def _table(self, table: etree._Element, place: _Place) -> Iterator[Paragraph]:
        look = TableLook(table, self.cascade)
        if place.cell is None:
            self.tables.append(len(self.ends))
        for row, element in enumerate(_own(table, "tr")):
            column = 0
            for cell in _own(element, "tc"):
                width, span = look.text_width(cell, column)
                # A table inside a cell: for us its text is that cell's.
                where = place.cell or Cell(len(self.tables) - 1, row, column, width)
                yield from self.blocks(cell, _Place(where, look.parts(row, column)))
                column += span

    def _paragraph(
        self, element: etree._Element, properties: etree._Element | None, place: _Place
    ) -> Paragraph:
        look = self.cascade.paragraph(properties, place.table)
        runs: list[Run] = []
        lines: list[float | None] = []
        for run in self._runs(element):
            text = self._text(run)
            if text:
                styled = self.cascade.run(look.style, place.table, first(run, "rPr"))
                runs.append(Run(text, styled, self._field()))
            for drawing in shown_drawings(run):
                lines += drawn_lines(drawing)
                for box in drawing.iter(TEXT_BOX):
                    self.boxes += self.blocks(box)
        said = any(run.text.strip() for run in runs)
        label = self.numbering.label(look.list, look.level) if look.list and said else ""
        return Paragraph(tuple(runs), look, label, place.cell, len(self.ends), tuple(lines))

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
        """Return what a run prints; keeps account of the fields it opens and closes."""
        said = []
        for child in run:
            tag = child.tag
            if tag == f"{W}fldChar":
                self._turn(child.get(f"{W}fldCharType", ""))
            elif tag == f"{W}instrText" and self._fields:
                self._fields[-1][0] += child.text or ""
            elif self._fields and self._fields[-1][1] == "begin":
                continue
            elif tag == _T:
                said.append(child.text or "")
            elif tag == f"{W}ptab" and child.get(f"{W}alignment") == "center":
                said.append(CENTRE_TAB)
            elif tag in _CHARACTERS and child.get(f"{W}type", "textWrapping") == "textWrapping":
                said.append(_CHARACTERS[str(tag)])
        return "".join(said)

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


def _own(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    """Yield the rows of a table or the cells of a row, never those of a table inside."""
    for child in parent:
        if child.tag == f"{W}{name}":
            yield child
        elif child.tag in _WRAPPERS:
            yield from _own(child, name)
