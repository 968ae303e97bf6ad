"""Lets the shading of a paragraph style fill the table cell it stands in.

A template can choose a paragraph style by a condition, but no cell's background: Word
has no field for it. So a status is a paragraph style with a light shading, which
officials can change like any style, and the cell takes its colour from there.

Which cells can take one is found once in the template; each gets a mark, and in a filled
document every mark gives way to the shading of the paragraph that follows it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.sax.saxutils import quoteattr

from lxml import etree

from docgen.template_check.parts import W as _W
from docgen.template_check.parts import attributes

_SHADING = f"{_W}shd"
# What the schema wants before a cell's shading (CT_TcPr).
_BEFORE = tuple(
    f"{_W}{name}" for name in ("cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders")
)
_MARK = '<w:shd w:val="clear" w:fill="theo-kieu-doan"/>'
# A mark, what is left of the cell's properties, and the style of its first paragraph.
_MARKED = re.compile(
    f"{_MARK}((?:[^<]|<(?!w:p[ >/]|w:tbl>))*)"
    '(?=<w:(?:tbl|p(?: [^>]*)?>(?:<w:pPr><w:pStyle w:val="([^"]*)")?))?'
)

Fills = Mapping[str, str]


def style_fills(styles: etree._Element | None) -> Fills:
    """Return the shading of every paragraph style that has one, by style id, as XML."""
    if styles is None:
        return {}
    found = {}
    for style in styles.iter(f"{_W}style"):
        shading = style.find(f"{_W}pPr/{_SHADING}")
        if shading is not None and style.get(f"{_W}type") == "paragraph":
            values = "".join(
                f" w:{key.removeprefix(_W)}={quoteattr(value)}"
                for key, value in attributes(shading)
            )
            found[style.get(f"{_W}styleId", "")] = f"<w:shd{values}/>"
    return found


def mark_cells(root: etree._Element, fills: Fills) -> None:
    """Mark the cells of a template in which a paragraph of a shaded style can stand.

    A cell that has a shading of its own keeps it.
    """
    for cell in root.iter(f"{_W}tc"):
        styles = (one.get(f"{_W}val", "") for one in cell.iterfind(f"{_W}p/{_W}pPr/{_W}pStyle"))
        if fills.keys().isdisjoint(styles):
            continue
        properties = cell.find(f"{_W}tcPr")
        if properties is None:
            properties = etree.Element(f"{_W}tcPr")
            cell.insert(0, properties)
        if properties.find(_SHADING) is None:
            place = sum(child.tag in _BEFORE for child in properties)
            mark = etree.Element(_SHADING)
            mark.set(f"{_W}val", "clear")
            mark.set(f"{_W}fill", "theo-kieu-doan")
            properties.insert(place, mark)


def shade_cells(filled: str, fills: Fills) -> str:
    """Put the shading of each marked cell's first paragraph in the place of its mark."""
    if _MARK not in filled:
        return filled
    return _MARKED.sub(lambda found: fills.get(found[2] or "", "") + found[1], filled)
