"""Finishes the tables of a filled document: shades cells, gives repeated columns their widths.

A template can choose a paragraph style by a condition, but no cell's background: so a status
is a paragraph style with a light shading, which officials can change like any style, and the
cell takes its colour from there.

The data say how many columns `{%tc for … %}` repeats, but a table of Word names the width of
every column in advance. The width that a template leaves to a repeated column (the cells of its
two tags included) is shared by all columns that are filled in; cells that span columns span
what those have become, and the grid is drawn anew. Widths come from the grid, which counts in
twips even where the cells do not. An attribute that Word does not know, without a namespace,
notes what is repeated until the document is filled.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from itertools import groupby
from typing import NamedTuple, cast

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import nsmap, qn
from docx.oxml.table import CT_Tc
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Twips
from lxml import etree

from docgen.template_check.tags import Kind, Tag
from docgen.word.package import remove, selected

_RANGE = "range"  # of a cell: between which lines of the template's grid, and if it is repeated
_TEXT_TWIPS = 9071  # between the margins of a portrait page

_TC, _TR, _TBL, _TCPR, _P = map(qn, ("w:tc", "w:tr", "w:tbl", "w:tcPr", "w:p"))
_SPAN, _SHD, _GRID = map(qn, ("w:gridSpan", "w:shd", "w:tblGrid"))
_NOTED = etree.XPath(f"descendant::w:tbl[w:tr/w:tc/@{_RANGE}]", namespaces=nsmap)
_CONTROLS = etree.XPath(".//w:sdt[w:sdtContent[w:tr or w:tc]]", namespaces=nsmap)
_STYLE, _VAL, _W = map(qn, ("w:pStyle", "w:val", "w:w"))
# What the schema wants behind a cell's shading (CT_TcPr).
_AFTER_SHADING = frozenset(map(qn, (
    "w:noWrap", "w:tcMar", "w:textDirection", "w:tcFitText", "w:vAlign", "w:hideMark", "w:headers",
)))  # fmt: skip


def shadings_of(document: Document) -> dict[str, BaseOxmlElement]:
    """Return the shadings of a document's paragraph styles that have one, by their ids."""
    styles = (style for style in document.styles if style.type == WD_STYLE_TYPE.PARAGRAPH)
    found = {style.style_id: style.element.find(f"{qn('w:pPr')}/{_SHD}") for style in styles}
    return {key: shading for key, shading in found.items() if shading is not None}


def shade_cells(root: etree._Element, shadings: Mapping[str, BaseOxmlElement]) -> None:
    """Shade each cell without a shading as the style of its first paragraph is shaded."""
    for style in root.iter(_STYLE) if shadings else ():
        shading = shadings.get(style.get(_VAL, ""))
        if shading is not None:
            paragraph = next(style.iterancestors(_P))
            cell, before = paragraph.getparent(), paragraph.getprevious()
            first = before is None or (before.tag == _TCPR and before.find(_SHD) is None)
            if first and isinstance(cell, CT_Tc):
                properties = cell.get_or_add_tcPr()
                place = sum(child.tag not in _AFTER_SHADING for child in properties)
                properties.insert(place, deepcopy(shading))


def note_columns(root: etree._Element, tags: Iterable[Tag]) -> None:
    """Note what is repeated in the tables of a template, before its tags are replaced."""
    commands = {tag.block.cell: tag.command for tag in tags if tag.kind is Kind.COLUMN}
    for table in root.iter(_TBL):
        if any(cell in commands for cell in table.iter(_TC)):
            _unwrap(table)
        rows = [row for row in table.iterchildren(_TR) if commands.keys() & set(row)]
        grid = table.find(_GRID)
        if rows and grid is not None:
            _complete_grid(grid, max(_note_row(row, commands) for row in rows))


def _unwrap(table: etree._Element) -> None:
    """Put rows and cells that stand in content controls straight into their table or row."""
    for control in selected(_CONTROLS, table):
        for element in control.iterfind(f"{qn('w:sdtContent')}/*"):
            control.addprevious(element)
        remove(control)


def _complete_grid(grid: etree._Element, columns: int) -> None:
    """Draw a grid that names too few widths, or none, with equal ones."""
    widths = _widths(grid)
    if len(widths) < columns or not all(widths[:columns]):
        _draw_grid(grid, [(sum(widths) or _TEXT_TWIPS) // columns] * columns)


def _widths(grid: etree._Element) -> list[int]:
    """Return the widths of a grid in twips, 0 for what is no number."""
    widths = (column.get(_W, "") for column in grid)
    return [int(width) if width.isdecimal() else 0 for width in widths]


def _note_row(row: etree._Element, commands: dict[etree._Element | None, str]) -> int:
    """Note the columns of each cell (of its block where it is repeated); return their number."""
    block: list[etree._Element] = []
    columns = depth = start = 0
    for cell in row.iterchildren(_TC):
        command = commands.get(cell, "")
        if not depth:
            start, block = columns, []
        depth += command in ("for", "if")
        columns += _span(cell)
        block.append(cell)
        depth -= command in ("endfor", "endif")
        if not depth:
            for cell in block:
                cell.set(_RANGE, f"{start} {columns} {len(block) > 1:d}")
    return columns


class _Column(NamedTuple):
    """A column of a filled table: its width in twips, its right end in the template's grid."""

    width: int
    end: float


def spread_columns(root: etree._Element) -> None:
    """Give the tables of a filled part the widths of their repeated columns."""
    for table in selected(_NOTED, root):
        grid = cast(etree._Element, table.find(_GRID))
        rows, old = list(table.iterchildren(_TR)), _widths(grid)
        noted = [row for row in rows if row.find(f"{_TC}[@{_RANGE}]") is not None]
        columns = max((_share_widths(row, old) for row in noted), key=len)
        for row in rows:
            if row not in noted:
                _respan(row, columns)
        _draw_grid(grid, [column.width for column in columns])
    etree.strip_attributes(root, _RANGE)


def _share_widths(row: etree._Element, old: Sequence[int]) -> list[_Column]:
    """Set and return the columns of a row; cells of a block share the widths it had."""
    columns: list[_Column] = []
    for noted, group in groupby(row.iterchildren(_TC), lambda cell: cell.get(_RANGE, "")):
        cells = list(group)
        start, end, repeated = map(int, noted.split())
        widths = list(old[start:end])
        if repeated:
            # What cannot be divided goes to the first cells, a twentieth of a point each.
            width, rest = divmod(sum(widths), len(cells))
            widths = [width + (number < rest) for number in range(len(cells))]
        for number, cell in enumerate(cells):
            _set_columns(cell, widths[number : number + 1] if repeated else widths)
        share = (end - start) / len(widths)
        columns += (_Column(one, start + share * n) for n, one in enumerate(widths, 1))
    return columns


def _respan(row: etree._Element, columns: Sequence[_Column]) -> None:
    """Let the cells of a row without repeated ones span what their columns have become."""
    start = first = 0
    for cell in row.iterchildren(_TC):
        end = start + _span(cell)
        span = max(1, sum(start < column.end <= end for column in columns))
        _set_columns(cell, [column.width for column in columns[first : first + span]])
        start, first = end, first + span


def _set_columns(cell: etree._Element, widths: Sequence[int]) -> None:
    """Let a cell span columns of these widths (twips)."""
    properties = cast(CT_Tc, cell).get_or_add_tcPr()
    properties.grid_span = len(widths)
    properties.width = Twips(sum(widths))


def _draw_grid(grid: etree._Element, widths: Sequence[int]) -> None:
    grid[:] = []
    for width in widths:
        etree.SubElement(grid, qn("w:gridCol")).set(_W, str(width))


def _span(cell: etree._Element) -> int:
    span = cell.find(f"{_TCPR}/{_SPAN}")
    return 1 if span is None else int(span.get(_VAL, "1"))
