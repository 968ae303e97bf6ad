"""Lets the shading of a paragraph style fill the table cell it stands in.

A template can choose a paragraph style by a condition, but no cell's background: Word
has no field for it. So a status is a paragraph style with a light shading, which
officials can change like any style, and the cell takes its colour from there.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SHADING = f"{_W}shd"
# What the schema wants before a cell's shading (CT_TcPr).
_BEFORE = tuple(
    f"{_W}{name}" for name in ("cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders")
)

Fills = Mapping[str, etree._Element]


def style_fills(styles: bytes) -> Fills:
    """Return the shading of every paragraph style that has one, by style id."""
    if not styles:
        return {}
    found = {}
    for style in etree.fromstring(styles, _parser()).iter(f"{_W}style"):
        shading = style.find(f"{_W}pPr/{_SHADING}")
        if shading is not None and style.get(f"{_W}type") == "paragraph":
            found[style.get(f"{_W}styleId", "")] = shading
    return found


def shade_cells(part: bytes, fills: Fills) -> bytes:
    """Shade the cells whose first paragraph has a shaded style; checks the XML as well.

    A cell that has a shading of its own keeps it.

    Raises:
        lxml.etree.XMLSyntaxError: the part is not well formed.
    """
    root = etree.fromstring(part, _parser())
    cells = [
        (cell, fills[style.get(f"{_W}val", "")])
        for cell in root.iter(f"{_W}tc")
        if (style := cell.find(f"{_W}p/{_W}pPr/{_W}pStyle")) is not None
        and style.get(f"{_W}val") in fills
    ]
    for cell, shading in cells:
        _shade(cell, shading)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _shade(cell: etree._Element, shading: etree._Element) -> None:
    properties = cell.find(f"{_W}tcPr")
    if properties is None:
        properties = etree.Element(f"{_W}tcPr")
        cell.insert(0, properties)
    if properties.find(_SHADING) is None:
        place = sum(child.tag in _BEFORE for child in properties)
        properties.insert(place, deepcopy(shading))


def _parser() -> etree.XMLParser:
    # Texts may be long; nothing outside the part is ever read.
    return etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
