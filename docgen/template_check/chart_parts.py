"""The charts of a template: where they stand, what links them to data, which can be filled.

The link is the tag in a chart's alternative text, or in its title where that has none (not
every program keeps alternative texts). Everything else, a part's name too, may change
when a template is saved. Source of names: ECMA-376, part 1, 20.4.2 and 21.2.2.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from docgen.template_check import words_vi
from docgen.template_check.package import Package
from docgen.template_check.parts import ALT_TEXT, TextBlock, W
from docgen.template_check.tags import OPENING

CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
C, A = f"{{{CHART}}}", f"{{{DRAWING}}}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
TITLE_WORDS = f"{C}chart/{C}title//{A}t"
# Charts of categories and values; the others (scatter, bubble, stock, surface) need more.
KINDS = frozenset(
    f"{C}{name}Chart"
    for name in ("bar", "bar3D", "line", "line3D", "area", "area3D", "pie", "pie3D", "doughnut",
                 "ofPie", "radar")
)  # fmt: skip
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_TO_CHART = f"{A}graphic/{A}graphicData/{C}chart"


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
    found = [one for one in area.iterchildren("*") if etree.QName(one).localname.endswith("Chart")]
    if not found or any(one.tag not in KINDS for one in found):
        raise UnfillableError
    return found


def title_of(root: etree._Element) -> str:
    """Return the words of a chart's title."""
    return "".join(one.text or "" for one in root.iterfind(TITLE_WORDS))


@dataclass(frozen=True, eq=False)
class ChartPlace:
    """A chart where it stands in a document: its elements there, and its part's name.

    `properties` (`wp:docPr`) have its id and alternative text, `extent` its size.
    """

    drawing: etree._Element
    properties: etree._Element
    extent: etree._Element
    chart: etree._Element
    target: str

    @property
    def relationship(self) -> str:
        """The id by which the document names the part."""
        return self.chart.get(f"{R}id", "")


class AltText(TextBlock):
    """The text that links a chart to its data.

    `chart`: where it stands; `root`: its part, None where that cannot be filled.
    """

    def __init__(self, chart: ChartPlace, part: str, root: etree._Element | None) -> None:
        super().__init__(chart.drawing, part)
        self.chart = chart
        self.root = root

    @cached_property
    def text(self) -> str:
        """The alternative text, or the title where that alone has a tag."""
        return self.title if self._is_title else self.chart.properties.get(ALT_TEXT, "")

    @property
    def title(self) -> str:
        """The words of the chart's title."""
        return "" if self.root is None else title_of(self.root)

    @cached_property
    def _is_title(self) -> bool:
        described = self.chart.properties.get(ALT_TEXT, "")
        return bool(OPENING.search(self.title) and not OPENING.search(described))

    def anchor(self, start: int) -> etree._Element:
        """Return the element that tells where in the part it stands."""
        return self.chart.properties

    def _location(self) -> str:
        return words_vi.CHART_TITLE if self._is_title else words_vi.ALT_TEXT


def chart_places(package: Package, name: str) -> Iterator[ChartPlace]:
    """Yield the charts of a part, in the text or floating beside it, with a part each."""
    targets = package.targets(name)
    for drawing in package.roots[name].iter(f"{W}drawing"):
        for holder in drawing:
            properties, extent = holder.find(f"{_WP}docPr"), holder.find(f"{_WP}extent")
            chart = holder.find(_TO_CHART)
            if properties is not None and extent is not None and chart is not None:
                target = targets.get(chart.get(f"{R}id", ""), "")
                yield ChartPlace(drawing, properties, extent, chart, target)


def drawing_numbers(package: Package) -> Iterator[int]:
    """Yield the numbers that drawings have; each has one of its own in a document."""
    for name in package.fillable:
        for one in package.roots[name].iter(f"{_WP}docPr"):
            number = one.get("id", "")
            if number.isdecimal():
                yield int(number)


def alt_texts(package: Package, name: str, part: str) -> list[AltText]:
    """Return the alternative texts of a part's charts; `part` is a key of words_vi.PARTS."""
    return [
        AltText(one, part, _fillable(package.roots.get(one.target)))
        for one in chart_places(package, name)
    ]


def _fillable(root: etree._Element | None) -> etree._Element | None:
    try:
        if root is not None:
            groups(plot_area(root))
    except UnfillableError:
        return None
    return root
