"""The charts of a template: what links them to data, which can be filled.

The link is the tag in a chart's alternative text, or in its title where that has none (not
every program keeps alternative texts). Everything else, a part's name too, may change
when a template is saved. Source of names: ECMA-376, part 1, 20.4.2 and 21.2.2.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from docgen.template_check import catalogue_vi
from docgen.template_check.package import Package
from docgen.template_check.tags import ALT_TEXT, OPENING, TextBlock, W

CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
C, A = f"{{{CHART}}}", f"{{{DRAWING}}}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
TITLE_WORDS = f"{C}chart/{C}title//{A}t"
# Charts of categories and values; the others (scatter, bubble, stock, surface) need more.
_NAMES = "bar bar3D line line3D area area3D pie pie3D doughnut ofPie radar"
KINDS = frozenset(f"{C}{name}Chart" for name in _NAMES.split())
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
EXTENT = f"{_WP}extent"
_PARTS_OF_DRAWING = (f"{_WP}docPr", EXTENT, f"{A}graphic/{A}graphicData/{C}chart")


def groups_of(root: etree._Element | None) -> list[etree._Element]:
    """Return the groups of series of a chart part that are drawn alike.

    Empty where it cannot be filled: there are none, or one is of a kind that is not in `KINDS`.
    """
    area = None if root is None else root.find(f"{C}chart/{C}plotArea")
    children = () if area is None else area.iterchildren("*")
    groups = [child for child in children if etree.QName(child).localname.endswith("Chart")]
    return groups if all(group.tag in KINDS for group in groups) else []


@dataclass(eq=False, kw_only=True)
class AltText(TextBlock):
    """The text that links a chart to its data: in its drawing, `element`, or in its title."""

    properties: etree._Element  # `wp:docPr`: the drawing's id and alternative text
    extent: etree._Element  # `wp:extent`: its size
    chart: etree._Element  # `c:chart`: names the chart's part
    root: etree._Element | None  # that part, None where it cannot be filled

    @cached_property
    def _title(self) -> str:
        """The words of the chart's title, where they alone have a tag."""
        words = () if self.root is None else self.root.iterfind(TITLE_WORDS)
        title = "".join(word.text or "" for word in words)
        described = OPENING.search(self.properties.get(ALT_TEXT, ""))
        return title if OPENING.search(title) and not described else ""

    @cached_property
    def text(self) -> str:
        """The alternative text, or the title where that alone has a tag."""
        return self._title or self.properties.get(ALT_TEXT, "")

    def anchor(self, start: int) -> etree._Element:
        """Return the element that tells where in the part it stands."""
        return self.properties

    def _location(self) -> str:
        return catalogue_vi.CHART_TITLE if self._title else catalogue_vi.CHART_ALT_TEXT


def alt_texts(package: Package, name: str, part: str) -> Iterator[AltText]:
    """Yield those of the charts of a part, which is called `part` in Vietnamese."""
    targets = {use.id: use.target for use in package.uses.get(name, ()) if not use.external}
    for drawing in package.roots[name].iter(f"{W}drawing"):
        for holder in drawing:
            properties, extent, chart = map(holder.find, _PARTS_OF_DRAWING)
            if properties is not None and extent is not None and chart is not None:
                root = package.roots.get(targets.get(chart.get(f"{R}id", ""), ""))
                root = root if groups_of(root) else None
                yield AltText(
                    drawing, part, properties=properties, extent=extent, chart=chart, root=root
                )
