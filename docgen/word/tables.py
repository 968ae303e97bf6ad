"""Finishes the tables of a filled document: shades cells, gives repeated columns their widths.

A template can choose a paragraph style by a condition, but no cell's background: so a status
is a paragraph style with a light shading, which officials can change like any style, and the
cell takes its colour from there.

The data say how many columns `{%tc for … %}` repeats, but a table of Word names the width of
every column in advance. The width that a template leaves to a repeated column (the cells of its
two tags included) is shared by all columns that are filled in; cells that span columns span
what those have become, and the grid is drawn anew. Widths come from the grid, which counts in
twips even where the cells do not. What is repeated is noted in attributes of our own namespace.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from itertools import groupby
from typing import cast

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import nsmap, qn
from docx.oxml.table import CT_Tc
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Twips
from lxml import etree

from docgen.template_check.tags import Kind, Tag
from docgen.word.package import remove, selected

_ROLES = "{urn:so-chi-tieu:template}roles"  # of a grid: what becomes of each of its columns
_RANGE = "{urn:so-chi-tieu:template}range"  # of a cell: its columns in the template's grid
_FIXED, _DROPPED, _REPEATED = "fixed", "dropped", "repeated"  # roles
_TEXT_TWIPS = 9071  # between the margins of a portrait page

_TC, _TR, _TBL, _TCPR, _P = map(qn, ("w:tc", "w:tr", "w:tbl", "w:tcPr", "w:p"))
_SPAN, _SHD, _GRID = map(qn, ("w:gridSpan", "w:shd", "w:tblGrid"))
_CONTROLS = etree.XPath(".//w:sdt[w:sdtContent[w:tr or w:tc]]", namespaces=nsmap)
_STYLE, _VAL, _W = map(qn, ("w:pStyle", "w:val", "w:w"))
# What the schema wants behind a cell's shading (CT_TcPr).
_AFTER_SHADING = frozenset(map(qn, (
    "w:noWrap", "w:tcMar", "w:textDirection", "w:tcFitText", "w:vAlign", "w:hideMark", "w:headers",
)))  # fmt: skip


def shadings_of(document: Document) -> dict[str, BaseOxmlElement]:
    """Return the shadings of a document's paragraph styles that have one, by their ids."""
    found = {
        style.style_id: style.element.find(f"{qn('w:pPr')}/{_SHD}")
        for style in document.styles
        if style.type == WD_STYLE_TYPE.PARAGRAPH
    }
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
            _grid_widths(grid, max(sum(map(_span, row.iterchildren(_TC))) for row in rows))
            roles = [_note_row(row, commands) for row in rows]
            grid.set(_ROLES, " ".join(roles[0]))


def _unwrap(table: etree._Element) -> None:
    """Put rows and cells that stand in content controls straight into their table or row."""
    for control in selected(_CONTROLS, table):
        for element in control.iterfind(f"{qn('w:sdtContent')}/*"):
            control.addprevious(element)
        remove(control)


def _grid_widths(grid: etree._Element, columns: int) -> list[int]:
    """Return the widths of a grid in twips; equal ones where it names too few or none."""
    widths = [int(column.get(_W, "0")) if column.get(_W, "0").isdecimal() else 0 for column in grid]
    if len(widths) >= columns and all(widths[:columns]):
        return widths
    widths = [(sum(widths) or _TEXT_TWIPS) // columns] * columns
    _draw_grid(grid, widths)
    return widths


def _note_row(row: etree._Element, commands: dict[etree._Element | None, str]) -> list[str]:
    """Note the columns of each cell (of its block where it is repeated); return their roles."""
    roles: list[str] = []
    block: list[etree._Element] = []
    depth = start = 0
    for cell in row.iterchildren(_TC):
        command = commands.get(cell, "")
        if not depth:
            start, block = len(roles), []
        depth += command in ("for", "if")
        role = _DROPPED if command else _REPEATED if depth else _FIXED
        roles += [role] * _span(cell)
        block.append(cell)
        depth -= command in ("endfor", "endif")
        if not depth:
            for cell in block:
                cell.set(_RANGE, f"{start} {len(roles)} {role != _FIXED:d}")
    return roles


def spread_columns(root: etree._Element) -> None:
    """Give the tables of a filled part the widths of their repeated columns."""
    tables = [table for table in root.iter(_TBL) if table.find(f"{_GRID}[@{_ROLES}]") is not None]
    for table in tables:
        _spread(table, cast(etree._Element, table.find(_GRID)))
    etree.strip_attributes(root, _ROLES, _RANGE)
    for table in tables:
        # The name of our notes goes too; prefixes of the root may be named in attributes.
        etree.cleanup_namespaces(table, keep_ns_prefixes=list(filter(None, root.nsmap)))


def _spread(table: etree._Element, grid: etree._Element) -> None:
    roles = grid.get(_ROLES, "").split()
    old = _grid_widths(grid, len(roles))
    rows = list(table.iterchildren(_TR))
    repeated = [row for row in rows if any(cell.get(_RANGE, "").endswith("1") for cell in row)]
    filled = [_share_widths(row, old) for row in repeated]
    staying = [width for width, role in zip(old, roles, strict=False) if role == _FIXED]
    widths = max(filled, key=len, default=staying)
    counts = _counts(roles, len(widths))
    for row in rows:
        if row not in repeated:
            _respan(row, counts, widths)
        if row.find(_TC) is None:
            table.remove(row)
    _draw_grid(grid, widths)


def _share_widths(row: etree._Element, old: Sequence[int]) -> list[int]:
    """Set and return the widths of a row's columns; cells of a block share those it had."""
    new: list[int] = []
    for columns, group in groupby(row.iterchildren(_TC), lambda cell: cell.get(_RANGE, "")):
        cells = list(group)
        start, end, repeated = map(int, columns.split())
        for number, cell in enumerate(cells):
            widths = list(old[start:end])
            if repeated:
                # What cannot be divided goes to the first cells, a twentieth of a point each.
                width, rest = divmod(sum(widths), len(cells))
                widths = [width + (number < rest)]
            _set_columns(cell, widths)
            new += widths
    return new


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
    for cell in row.iterchildren(_TC):
        end = column + _span(cell)
        span = max(1, sum(counts[column:end]))
        _set_columns(cell, widths[start : start + span])
        column, start = end, start + span


def _set_columns(cell: etree._Element, widths: Sequence[int]) -> None:
    """Let a cell span columns of these widths (twips)."""
    properties = cast(CT_Tc, cell).get_or_add_tcPr()
    properties.grid_span = len(widths)
    properties.width = Twips(sum(widths))


def _draw_grid(grid: etree._Element, widths: Sequence[int]) -> None:
    for column in list(grid):
        grid.remove(column)
    for width in widths:
        etree.SubElement(grid, qn("w:gridCol")).set(_W, str(width))


def _span(cell: etree._Element) -> int:
    span = cell.find(f"{_TCPR}/{_SPAN}")
    return 1 if span is None else int(span.get(_VAL, "1"))
