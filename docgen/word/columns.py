"""Gives the columns that a template repeats their widths: `{%tc for … %}`.

The number of such columns is the data's to say, but a table of Word names the width of
every one in advance. The room that a template leaves to a repeated column (the cells of
its two tags included) is shared by all that are filled in; cells that span columns span
what has become of them, and the grid is drawn anew.

What is repeated is found once in the template; a mark in each of its cells, and one in
the table's grid, say so in a filled document, where they give way to numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from lxml import etree

from docgen.template_check.parts import W
from docgen.template_check.tags import Kind, Tag

_MARK = "cot-lap"
_FIXED, _DROPPED = "co-dinh", "the"  # a column that stays, one that only holds a tag
_PROPERTIES, _GRID = f"{W}tcPr", f"{W}tblGrid"
_BEFORE_WIDTH = (f"{W}cnfStyle",)  # what the schema wants first (CT_TcPr)


def mark_columns(root: etree._Element, tags: Iterable[Tag]) -> None:
    """Mark what is repeated in the tables of a template, before its tags are taken out."""
    commands = {tag.block.cell: tag.command for tag in tags if tag.kind is Kind.COLUMN}
    for table in root.iter(f"{W}tbl"):
        rows = [row for row in table.iterchildren(f"{W}tr") if commands.keys() & set(row)]
        grid = table.find(_GRID)
        if rows and grid is not None:
            roles = [_marked(row, commands) for row in rows]
            grid.set(f"{W}{_MARK}", " ".join(roles[0]))


def _marked(row: etree._Element, commands: dict[etree._Element | None, str]) -> list[str]:
    """Mark the cells of a row that are repeated; return the role of each of its columns."""
    roles: list[str] = []
    block: list[etree._Element] = []
    depth = 0
    for cell in row.iterchildren(f"{W}tc"):
        command = commands.get(cell, "")
        depth += command in ("for", "if")
        if depth:
            block.append(cell)
        role = _DROPPED if command else _MARK if depth else _FIXED
        roles += [role] * _span(cell)
        depth -= command in ("endfor", "endif")
        if command and not depth:
            room = sum(map(_width, block))
            for one in block:
                _set_width(one, f"{_MARK}-{len(roles)}-{room}")
            block = []
    return roles


def spread_columns(content: bytes) -> bytes:
    """Return a filled part with the widths of its repeated columns in place of their marks."""
    if f"w:{_MARK}=".encode() not in content:
        return content
    root = etree.fromstring(content)
    for grid in root.iter(_GRID):
        roles = grid.attrib.pop(f"{W}{_MARK}", "")
        table = grid.getparent()
        if roles and table is not None:
            _spread(table, grid, str(roles).split())
    return etree.tostring(root, encoding="UTF-8", standalone=True)


def _spread(table: etree._Element, grid: etree._Element, roles: Sequence[str]) -> None:
    rows = list(table.iterchildren(f"{W}tr"))
    repeated = [row for row in rows if _share(row)]
    if repeated:
        widths = list(_row_widths(max(repeated, key=len)))
    else:  # nothing was filled in: what stays keeps its width
        pairs = zip(grid, roles, strict=False)
        widths = [int(one.get(f"{W}w", "0")) for one, role in pairs if role == _FIXED]
    counts = _counts(roles, len(widths))
    for row in rows:
        if row not in repeated:
            _respan(row, counts, widths)
        if row.find(f"{W}tc") is None:
            table.remove(row)
    for old in list(grid):
        grid.remove(old)
    for width in widths:
        etree.SubElement(grid, f"{W}gridCol").set(f"{W}w", str(width))


def _share(row: etree._Element) -> bool:
    """Share the room of each block among the cells that were filled in; whether there are any."""
    found = False
    for mark, group in groupby(row.iterchildren(f"{W}tc"), _mark_of):
        if mark:
            cells, room, found = list(group), int(mark.rpartition("-")[2]), True
            for place, cell in enumerate(cells):
                # What cannot be divided goes to the first cells, a twentieth of a point each.
                share = room // len(cells) + (place < room % len(cells))
                _set_width(cell, str(share))
    return found


def _mark_of(cell: etree._Element) -> str:
    width = cell.find(f"{_PROPERTIES}/{W}tcW")
    value = "" if width is None else width.get(f"{W}w", "")
    return value if value.startswith(_MARK) else ""


def _row_widths(row: etree._Element) -> Iterator[int]:
    for cell in row.iterchildren(f"{W}tc"):
        span = _span(cell)
        yield from [_width(cell) // span] * span


def _counts(roles: Sequence[str], filled: int) -> list[int]:
    """Return how many columns each column of the template has become."""
    repeated = roles.count(_MARK)
    more = filled - roles.count(_FIXED)
    counts = []
    for role in roles:
        if role == _MARK:
            share = -(-more // repeated)
            counts.append(share)
            more, repeated = more - share, repeated - 1
        else:
            counts.append(int(role == _FIXED))
    return counts


def _respan(row: etree._Element, counts: Sequence[int], widths: Sequence[int]) -> None:
    """Let the cells of a row without repeated ones span what their columns have become."""
    column = start = 0
    for cell in row.iterchildren(f"{W}tc"):
        end = column + _span(cell)
        span = max(1, sum(counts[column:end]))
        _set_span(cell, span)
        _set_width(cell, str(sum(widths[start : start + span])))
        column, start = end, start + span


def _span(cell: etree._Element) -> int:
    span = cell.find(f"{_PROPERTIES}/{W}gridSpan")
    return 1 if span is None else int(span.get(f"{W}val", "1"))


def _set_span(cell: etree._Element, span: int) -> None:
    found = cell.find(f"{_PROPERTIES}/{W}gridSpan")
    if found is not None:
        found.set(f"{W}val", str(span))


def _width(cell: etree._Element) -> int:
    width = cell.find(f"{_PROPERTIES}/{W}tcW")
    value = "" if width is None else width.get(f"{W}w", "")
    return int(value) if value.isdigit() else 0


def _set_width(cell: etree._Element, width: str) -> None:
    properties = cell.find(_PROPERTIES)
    if properties is None:
        properties = etree.Element(_PROPERTIES)
        cell.insert(0, properties)
    found = properties.find(f"{W}tcW")
    if found is None:
        found = etree.Element(f"{W}tcW")
        properties.insert(sum(one.tag in _BEFORE_WIDTH for one in properties), found)
    found.set(f"{W}w", width)
    found.set(f"{W}type", "dxa")
