"""Puts charts into a filled document: each where its drawing stood in the template.

In the source that Jinja compiles a drawing gives way to a slot `<chart 3 {{ tag }}>`,
for which `docgen.word.jinja` asks what the template's drawing 3 holds. Where
there is nothing to draw the drawing is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lxml import etree

from docgen.template_check.chart_parts import AltText
from docgen.template_check.parts import ALT_TEXT
from docgen.template_check.tags import Kind, Tag
from docgen.word.charts.data import Chart
from docgen.word.charts.elements import R
from docgen.word.charts.filling import ChartTemplate
from docgen.word.xml_text import escaped

_TALLEST = 220 * 36000  # EMU: what stands on a page under a line of text
PART = "bieu-do:part"  # stands for the relationship to a chart's part
_BEGIN, _END = "khung-dau", "khung-cuoi"
_DRAWING = re.compile(f"<{_BEGIN}/>(.*?)<{_END}/>", re.DOTALL)
_VALUE = re.compile('(?<==")bieu-do:([a-z]+)(?=")')


@dataclass(frozen=True)
class Drawing:
    """A drawing of the template that takes a chart.

    `pieces`: its XML, each odd one the name of a value; `height`: in the template, EMU.
    """

    pieces: tuple[str, ...]
    height: int
    template: ChartTemplate
    part: str

    def written(self, chart: Chart, relationship: str, number: int) -> str:
        """Return the drawing of a chart, whose part hangs on a relationship."""
        height = round(self.height * self.template.scale(chart))
        values = {
            "id": str(number),
            "text": escaped(chart.description),
            "height": str(min(height, max(_TALLEST, self.height))),
            "part": relationship,
        }
        return "".join(values[one] if place % 2 else one for place, one in enumerate(self.pieces))


def marked(tags: Iterable[Tag]) -> list[tuple[Tag, AltText, int]]:
    """Mark the drawings that take charts, and in them what is filled in.

    Returns:
        Their tags in the part's order, with each chart and its height.
    """
    found = []
    for tag in tags:
        if isinstance(tag.block, AltText):
            place = tag.block.chart
            found.append((tag, tag.block, int(place.extent.get("cy", "0"))))
            place.drawing.addprevious(etree.Element(_BEGIN))
            place.drawing.addnext(etree.Element(_END))
            place.properties.set("id", "bieu-do:id")
            place.properties.set(ALT_TEXT, "bieu-do:text")
            place.extent.set("cy", "bieu-do:height")
            place.chart.set(f"{R}id", PART)
    return found


def taken_out(source: str, places: Sequence[tuple[Tag, AltText, int]]) -> tuple[str, list[Drawing]]:
    """Return a part's source with slots where marked drawings stood, and the drawings."""
    drawings: list[Drawing] = []

    def slot(found: re.Match[str]) -> str:
        tag, block, height = places[len(drawings)]
        assert block.root is not None  # else its tag would be a fault
        pieces = tuple(_VALUE.split(found[1]))
        drawings.append(Drawing(pieces, height, ChartTemplate(block.root), block.chart.target))
        return f"<chart {len(drawings) - 1} {Kind.PRINT.written(tag.body)}>"

    return _DRAWING.sub(slot, source), drawings
