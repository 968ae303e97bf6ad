"""Finds the charts of a part, and the texts that link them to their data.

That is the tag in a chart's alternative text, or in its title where that has none (not
every program keeps alternative texts). Everything else, a part's name too, may change
when a template is saved.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from docgen.template_check import words_vi as words
from docgen.template_check.package import Package
from docgen.template_check.parts import ALT_TEXT, TextBlock, W
from docgen.template_check.tags import OPENING
from docgen.word.charts.elements import A, C, R, UnfillableError
from docgen.word.charts.filling import ChartTemplate

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_TO_CHART = f"{A}graphic/{A}graphicData/{C}chart"


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


@dataclass(eq=False)
class AltText(TextBlock):
    """The text that links a chart; `template`: the chart, None where none can be filled."""

    place_of: ChartPlace | None = None
    template: ChartTemplate | None = None

    @property
    def chart(self) -> ChartPlace:
        """The chart that it stands for."""
        assert self.place_of is not None  # given where it is made, below
        return self.place_of

    @cached_property
    def text(self) -> str:
        """The alternative text, or the title where that alone has a tag."""
        return self._title if self._is_title else self.chart.properties.get(ALT_TEXT, "")

    @property
    def _title(self) -> str:
        return self.template.title if self.template else ""

    @cached_property
    def _is_title(self) -> bool:
        described = self.chart.properties.get(ALT_TEXT, "")
        return bool(OPENING.search(self._title) and not OPENING.search(described))

    def anchor(self, start: int) -> etree._Element:
        """Return the element that tells where in the part it stands."""
        return self.chart.properties

    def _place(self) -> str:
        return words.CHART_TITLE if self._is_title else words.ALT_TEXT


def chart_places(package: Package, name: str) -> Iterator[ChartPlace]:
    """Yield the charts of a part, in the text or floating beside it, with a part each."""
    targets = package.targets(name)
    for drawing in package.roots[name].iter(f"{W}drawing"):
        for holder in drawing:
            found = (
                holder.find(f"{_WP}docPr"), holder.find(f"{_WP}extent"), holder.find(_TO_CHART),
            )  # fmt: skip
            properties, extent, chart = found
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
    """Return the alternative texts of a part's charts; `part` is a key of words.PARTS."""
    return [
        AltText(one.drawing, part, 0, [], one, _compiled(package.roots.get(one.target)))
        for one in chart_places(package, name)
    ]


def _compiled(root: etree._Element | None) -> ChartTemplate | None:
    try:
        return None if root is None else ChartTemplate(root)
    except UnfillableError:
        return None
