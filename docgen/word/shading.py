"""Lets the shading of a paragraph style fill the table cell that the paragraph stands in.

A template can choose a paragraph style by a condition, but no cell's background: Word has
no field for it. So a status is a paragraph style with a light shading, which officials can
change like any style, and the cell takes its colour from there.
"""

from __future__ import annotations

from copy import deepcopy

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from lxml import etree

_TC, _TCPR, _P, _SHD, _VAL = map(qn, ("w:tc", "w:tcPr", "w:p", "w:shd", "w:val"))
_STYLE = qn("w:pStyle")
# What stands before a cell's shading (CT_TcPr).
_BEFORE = frozenset(
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
        for style in root.iter(_STYLE) if self._shadings else ():
            shading = self._shadings.get(style.get(_VAL, ""))
            if shading is not None:
                paragraph = next(style.iterancestors(_P))
                cell, before = paragraph.getparent(), paragraph.getprevious()
                if cell is not None and cell.tag == _TC:
                    if before is None:
                        before = etree.Element(_TCPR)
                        cell.insert(0, before)
                    if before.tag == _TCPR and before.find(_SHD) is None:
                        before.insert(sum(one.tag in _BEFORE for one in before), deepcopy(shading))
