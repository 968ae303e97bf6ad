"""Finishes the tables of a filled document: shades cells, gives repeated columns their widths.

A template can choose a paragraph style by a condition, but no cell's background: so a status
is a paragraph style with a light shading, which officials can change like any style, and the
cell takes its colour from there.

The number of columns that `{%tc for … %}` repeats is the data's to say, but a table of Word
names the width of every column in advance. The width that a template leaves to a repeated
column (the cells of its two tags included) is shared by all columns that are filled in; cells
that span columns span what those have become, and the grid is drawn anew. Widths come from
the grid, which counts in twips even where the cells count in percent or not at all. What is
repeated is noted on the template's elements, in attributes of our own namespace.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from itertools import groupby

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from lxml import etree

from docgen.template_check.tags import Kind, Tag

_NOTE = "{urn:so-chi-tieu:template}"
_ROLES = f"{_NOTE}roles"  # of a grid: what becomes of each of its columns
_BLOCK, _ROOM = f"{_NOTE}block", f"{_NOTE}room"  # of a repeated cell: its block, and its width
_FIRST = f"{_NOTE}first"  # of a cell that stays: its first column in the template's grid
_FIXED, _DROPPED, _REPEATED = "fixed", "dropped", "repeated"
_TEXT_TWIPS = 9071  # between the margins of a portrait page

_TC, _TR, _TBL, _TCPR, _P = map(qn, ("w:tc", "w:tr", "w:tbl", "w:tcPr", "w:p"))
_TCW, _SPAN, _SHD, _GRID = map(qn, ("w:tcW", "w:gridSpan", "w:shd", "w:tblGrid"))
_STYLE, _VAL, _W = map(qn, ("w:pStyle", "w:val", "w:w"))
# What the schema wants before a cell's width and shading (CT_TcPr).
_BEFORE = {
    _TCW: (qn("w:cnfStyle"),),
    _SHD: tuple(map(qn, ("w:cnfStyle", "w:tcW", "w:gridSpan", "w:hMerge", "w:vMerge",
                         "w:tcBorders"))),
}  # fmt: skip


class Fills:
    """The shadings of the paragraph styles of a document.

    Args:
        document: whose styles are read.
    """

    def __init__(self, document: Document) -> None:
        found = {
            style.style_id: style.element.find(f"{qn('w:pPr')}/{_SHD}")
            for style in document.styles
            if style.type == WD_STYLE_TYPE.PARAGRAPH
        }
        self._shadings = {key: one for key, one in found.items() if one is not None}

    def shade_cells(self, root: etree._Element) -> None:
        """Shade each cell of a part as the style of its first paragraph is shaded.

        A cell that has a shading of its own keeps it.
        """
        for style in root.iter(_STYLE) if self._shadings else ():
            shading = self._shadings.get(style.get(_VAL, ""))
            if shading is not None:
                paragraph = next(style.iterancestors(_P))
                cell, before = paragraph.getparent(), paragraph.getprevious()
                first = before is None or (before.tag == _TCPR and before.find(_SHD) is None)
                if first and cell is not None and cell.tag == _TC:
                    _set_property(cell, deepcopy(shading))


def note_columns(root: etree._Element, tags: Iterable[Tag]) -> None:
    """Note what is repeated in the tables of a template, before its tags are replaced."""
    commands = {tag.block.cell: tag.command for tag in tags if tag.kind is Kind.COLUMN}
    for table in root.iter(_TBL):
        rows = [row for row in table.iterchildren(_TR) if commands.keys() & set(row)]
        grid = table.find(_GRID)
        if rows and grid is not None:
            widths = _grid_widths(grid, max(sum(map(_span, _cells(row))) for row in rows))
            roles = [_note_row(row, commands, widths) for row in rows]
            grid.set(_ROLES, " ".join(roles[0]))


def _grid_widths(grid: etree._Element, columns: int) -> list[int]:
    """Return the widths of a grid in twips; equal ones where it names too few or none."""
    widths = [int(one.get(_W, "0")) if one.get(_W, "0").isdecimal() else 0 for one in grid]
    if len(widths) >= columns and all(widths[:columns]):
        return widths
    widths = [(sum(widths) or _TEXT_TWIPS) // columns] * columns
    for old in list(grid):
        grid.remove(old)
    _draw_grid(grid, widths)
    return widths


def _note_row(
    row: etree._Element, commands: dict[etree._Element | None, str], widths: Sequence[int]
) -> list[str]:
    """Note what becomes of each cell of a row; return the role of each of its columns."""
    roles: list[str] = []
    block: list[etree._Element] = []
    depth = start = 0
    for cell in _cells(row):
        command = commands.get(cell, "")
        if not depth:
            start = len(roles)
        depth += command in ("for", "if")
        role = _DROPPED if command else _REPEATED if depth else _FIXED
        cell.set(_FIRST, str(len(roles)))
        roles += [role] * _span(cell)
        if depth:
            block.append(cell)
        depth -= command in ("endfor", "endif")
        if block and not depth:
            room = sum(widths[start : len(roles)])
            for one in block:
                one.set(_BLOCK, str(start))
                one.set(_ROOM, str(room))
            block = []
    return roles


def spread_columns(root: etree._Element) -> None:
    """Give the tables of a filled part the widths of their repeated columns."""
    for grid in [one for one in root.iter(_GRID) if _ROLES in one.attrib]:
        roles = grid.get(_ROLES, "").split()
        table = grid.getparent()
        if table is not None:
            del grid.attrib[_ROLES]
            _spread(table, grid, roles)
            # The name of our notes goes too; prefixes of the root may be named in attributes.
            kept = [prefix for prefix in root.nsmap if prefix]
            etree.cleanup_namespaces(table, keep_ns_prefixes=kept)


def _spread(table: etree._Element, grid: etree._Element, roles: Sequence[str]) -> None:
    old = _grid_widths(grid, len(roles))
    rows = list(table.iterchildren(_TR))
    noted = [list(_new_widths(row, old)) for row in rows]
    filled = [one for row, one in zip(rows, noted, strict=True) if _holds_repeated(row)]
    staying = [width for width, role in zip(old, roles, strict=False) if role == _FIXED]
    widths = max(filled, key=len) if filled else staying
    counts = _counts(roles, len(widths))
    for row in rows:
        if not _holds_repeated(row):
            _respan(row, counts, widths)
        for cell in _cells(row):
            for name in (_BLOCK, _ROOM, _FIRST):
                if name in cell.attrib:
                    del cell.attrib[name]
        if row.find(_TC) is None:
            table.remove(row)
    for one in list(grid):
        grid.remove(one)
    _draw_grid(grid, widths)


def _holds_repeated(row: etree._Element) -> bool:
    return any(cell.get(_BLOCK) is not None for cell in _cells(row))


def _new_widths(row: etree._Element, old: Sequence[int]) -> Iterator[int]:
    """Set and yield the widths of a row's columns; a block's room is shared by its cells."""
    if not _holds_repeated(row):
        return
    for block, group in groupby(_cells(row), lambda cell: cell.get(_BLOCK)):
        cells = list(group)
        room = int(cells[0].get(_ROOM, "0"))
        for number, cell in enumerate(cells):
            if block is None:
                first, span = int(cell.get(_FIRST, "0")), _span(cell)
                widths = list(old[first : first + span])
            else:
                # What cannot be divided goes to the first cells, a twentieth of a point each.
                widths = [room // len(cells) + (number < room % len(cells))]
                _set_span(cell, 1)
            _set_width(cell, sum(widths))
            yield from widths


def _counts(roles: Sequence[str], columns: int) -> list[int]:
    """Return how many columns each column of the template has become."""
    repeated = roles.count(_REPEATED)
    more = columns - roles.count(_FIXED)
    counts = []
    for role in roles:
        if role == _REPEATED:
            share = -(-more // repeated)
            counts.append(share)
            more, repeated = more - share, repeated - 1
        else:
            counts.append(int(role == _FIXED))
    return counts


def _respan(row: etree._Element, counts: Sequence[int], widths: Sequence[int]) -> None:
    """Let the cells of a row without repeated ones span what their columns have become."""
    column = start = 0
    for cell in _cells(row):
        end = column + _span(cell)
        span = max(1, sum(counts[column:end]))
        _set_span(cell, span)
        _set_width(cell, sum(widths[start : start + span]))
        column, start = end, start + span


def _draw_grid(grid: etree._Element, widths: Sequence[int]) -> None:
    for width in widths:
        etree.SubElement(grid, qn("w:gridCol")).set(_W, str(width))


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    return row.iterchildren(_TC)


def _span(cell: etree._Element) -> int:
    span = cell.find(f"{_TCPR}/{_SPAN}")
    return 1 if span is None else int(span.get(_VAL, "1"))


def _set_span(cell: etree._Element, span: int) -> None:
    found = cell.find(f"{_TCPR}/{_SPAN}")
    if found is not None:
        found.set(_VAL, str(span))


def _set_width(cell: etree._Element, twips: int) -> None:
    width = cell.find(f"{_TCPR}/{_TCW}")
    if width is None:
        width = _set_property(cell, etree.Element(_TCW))
    width.set(_W, str(twips))
    width.set(qn("w:type"), "dxa")


def _set_property(cell: etree._Element, element: etree._Element) -> etree._Element:
    """Put an element among a cell's properties, and return it."""
    properties = cell.find(_TCPR)
    if properties is None:
        properties = etree.Element(_TCPR)
        cell.insert(0, properties)
    properties.insert(sum(one.tag in _BEFORE[str(element.tag)] for one in properties), element)
    return element
