"""Lets the shading of a paragraph style fill the table cell that the paragraph stands in.

A template can choose a paragraph style by a condition, but no cell's background: Word has
no field for it. So a status is a paragraph style with a light shading, which officials can
change like any style, and the cell takes its colour from there.
"""

from __future__ import annotations

from copy import deepcopy
from typing import cast

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import nsmap, qn
from lxml import etree

_TC, _TCPR, _SHD, _VAL = map(qn, ("w:tc", "w:tcPr", "w:shd", "w:val"))
# The styles of the paragraphs that stand first in a cell without a shading of its own.
_FIRST_STYLES = etree.XPath(
    "//w:tc[not(w:tcPr/w:shd)]/*[not(self::w:tcPr)][1][self::w:p]/w:pPr/w:pStyle",
    namespaces=nsmap,
)
# What stands before a cell's shading (CT_TcPr).
_BEFORE = tuple(
    map(qn, ("w:cnfStyle", "w:tcW", "w:gridSpan", "w:hMerge", "w:vMerge", "w:tcBorders"))
)


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
        for style in cast("list[etree._Element]", _FIRST_STYLES(root)):
            shading = self._shadings.get(style.get(_VAL, ""))
            if shading is not None:
                _shade(next(style.iterancestors(_TC)), shading)


def _shade(cell: etree._Element, shading: etree._Element) -> None:
    properties = cell.find(_TCPR)
    if properties is None:
        properties = etree.Element(_TCPR)
        cell.insert(0, properties)
    properties.insert(sum(one.tag in _BEFORE for one in properties), deepcopy(shading))
