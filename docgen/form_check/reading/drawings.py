"""Straight lines and text boxes among a run's drawings.

Word draws a line as DrawingML with VML for older versions beside it; only what is shown
counts. Source: ECMA-376 part 1, 20.1.9.18 (preset shapes); part 4, 19.1.2 (VML).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from docgen.form_check.opening import W

TEXT_BOX = f"{W}txbxContent"
ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_PLACED = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_VML = "{urn:schemas-microsoft-com:vml}"
_OFFICE = "{urn:schemas-microsoft-com:office:office}"
_STRAIGHT = frozenset({"line", "straightConnector1"})
_CONNECTOR = "#_x0000_t32"
_MM_AN_EMU = 1 / 36_000
_LENGTH = re.compile(r"(-?\d+(?:\.\d+)?)\s*(pt|in|mm|cm|px)?")
_MM = {"pt": 25.4 / 72, "in": 25.4, "mm": 1.0, "cm": 10.0, "px": 25.4 / 96, None: 25.4 / 96}
_WIDTH = re.compile(r"(?:^|;)\s*width:\s*([^;]+)")


def shown_alternative(alternatives: etree._Element) -> etree._Element:
    """Return the content that Word shows of an `mc:AlternateContent`."""
    return alternatives[0] if len(alternatives) else alternatives


def shown_drawings(run: etree._Element) -> Iterator[etree._Element]:
    """Yield the drawings of a run that are shown."""
    for child in run:
        if child.tag in (f"{W}drawing", f"{W}pict", f"{W}object"):
            yield child
        elif child.tag == ALTERNATIVES:
            yield shown_alternative(child)


def drawn_lines(drawing: etree._Element) -> Iterator[float | None]:
    """Yield the length in mm of every visible straight line, None where it is not stated."""
    for shape in drawing.iter(f"{_DRAWING}prstGeom"):
        outline = shape.getparent()
        hidden = outline is not None and outline.find(f"{_DRAWING}ln/{_DRAWING}noFill") is not None
        if shape.get("prst") in _STRAIGHT and not hidden:
            extent = next(drawing.iter(f"{_PLACED}extent"), None)
            width = extent.get("cx", "") if extent is not None else ""
            yield int(width) * _MM_AN_EMU if width.isdecimal() else None
    for line in drawing.iter(f"{_VML}line"):
        start, end = (_millimetres(line.get(side, "").split(",")[0]) for side in ("from", "to"))
        yield None if start is None or end is None else abs(end - start)
    for shape in drawing.iter(f"{_VML}shape", f"{_VML}rect"):
        straight = (
            shape.get("type") == _CONNECTOR
            or shape.get(f"{_OFFICE}connectortype") == "straight"
            or shape.get(f"{_OFFICE}hr") in ("t", "true")
        )
        if straight:
            stated = _WIDTH.search(shape.get("style", ""))
            yield _millimetres(stated[1]) if stated else None


def _millimetres(text: str) -> float | None:
    length = _LENGTH.fullmatch(text.strip())
    return float(length[1]) * _MM[length[2]] if length else None
