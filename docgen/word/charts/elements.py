"""The elements of a chart part: what is kept of them, and as what text.

Source of names and order: ECMA-376, part 1, 21.2.2 (CT_ChartSpace, CT_Chart, CT_BarSer
and the like).
"""

from __future__ import annotations

from lxml import etree

from docgen.word import wordxml

CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
C, A, R = f"{{{CHART}}}", f"{{{DRAWING}}}", f"{{{wordxml.R}}}"

TITLE_WORDS = f"{C}chart/{C}title//{A}t"
CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
BOOK_ID = "rIdSoLieu"  # the relationship of a filled chart to its workbook

# Charts of categories and values; the others (scatter, bubble, stock, surface) need more.
KINDS = frozenset(
    f"{C}{name}Chart"
    for name in ("bar", "bar3D", "line", "line3D", "area", "area3D", "pie", "pie3D", "doughnut",
                 "ofPie", "radar")
)  # fmt: skip


class UnfillableError(Exception):
    """A chart of a kind that takes no categories and values."""


def plot_area(root: etree._Element) -> etree._Element:
    """Return the plot area of a chart part.

    Raises:
        UnfillableError: it has none.
    """
    area = root.find(f"{C}chart/{C}plotArea")
    if area is None:
        raise UnfillableError
    return area


def groups(area: etree._Element) -> list[etree._Element]:
    """Return the groups of series that are drawn alike.

    Raises:
        UnfillableError: there is none, or one of another kind.
    """
    found = [one for one in area if etree.QName(one).localname.endswith("Chart")]
    if not found or any(one.tag not in KINDS for one in found):
        raise UnfillableError
    return found


def title_of(root: etree._Element) -> str:
    """Return the words of a chart's title."""
    return "".join(one.text or "" for one in root.iterfind(TITLE_WORDS))
