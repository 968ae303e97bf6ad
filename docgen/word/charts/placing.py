"""Puts the charts of a document into its package, each as a part of its own.

A template's chart may be used many times, or not at all. So its part is taken off the
template, and every chart of a document gets a part (`docx.opc.part.Part`) with its own
workbook and its own copies of the template's colours and styles. Parts are found by
relationships, never by names.
"""

from __future__ import annotations

from collections.abc import Iterable
from types import TracebackType
from typing import NamedTuple

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.package import Package
from lxml import etree

from docgen.template_check.chart_parts import AltText
from docgen.template_check.tags import ALT_TEXT, Tag
from docgen.word.charts.book import BOOK_ID, book
from docgen.word.charts.data import Chart, clean
from docgen.word.charts.filling import ChartTemplate
from docgen.word.source import surround

_TALLEST = 220 * 36000  # EMU: what stands on a page under a line of text
_R_ID = qn("r:id")
_PART, _HEIGHT, _DESCRIPTION = "part", "height", "description"


class _Drawing(NamedTuple):
    """A drawing of the template that takes a chart: the part it stands in, the chart there."""

    holder: Part
    chart: Part
    template: ChartTemplate
    height: int  # EMU


class ChartDrawings:
    """The drawings of a template that take charts; draws those of one document at a time.

    `with drawings:` around the filling and the saving of a document; then its charts leave
    the package.
    """

    def __init__(self) -> None:
        self._drawings: list[_Drawing] = []
        self._drawn: list[tuple[Part, str]] = []  # relationships to the document's charts

    def take_from(self, holder: Part, root: etree._Element, tags: Iterable[Tag]) -> None:
        """Let the drawings of a part ask for their charts.

        Args:
            holder: the part; its relationships to the charts of the sample are removed.
            root: its tree as it was checked; the drawings are changed in it.
            tags: its tags.
        """
        taken = set()
        for tag in tags:
            if isinstance(tag.block, AltText) and tag.block.root is not None:
                relationship = tag.block.chart.get(_R_ID, "")
                taken.add(relationship)
                self._take(holder, tag.body, tag.block, holder.related_parts[relationship])
        kept = {chart.get(_R_ID) for chart in root.iter(qn("c:chart"))}
        for identifier in taken - kept:
            del holder.rels[identifier]

    def _take(self, holder: Part, field: str, place: AltText, chart: Part) -> None:
        assert place.root is not None  # its tag is a fault otherwise
        template = ChartTemplate(place.root)
        height = int(place.extent.get("cy", "0"))
        number = len(self._drawings)
        self._drawings.append(_Drawing(holder, chart, template, height))

        def asks(what: str) -> str:
            return f"{{{{ {field}.{what}_{number} }}}}"

        place.properties.set(ALT_TEXT, asks(_DESCRIPTION))
        place.extent.set("cy", asks(_HEIGHT))
        place.chart.set(_R_ID, asks(_PART))
        surround(place.element, f"{{% if {field} %}}", "{% endif %}")

    def draw(self, chart: Chart, attribute: str) -> str:
        """Return what a drawing asks of its chart, see `_take`."""
        name, _, number = attribute.rpartition("_")
        drawing = self._drawings[int(number)]
        if name == _DESCRIPTION:
            return clean(chart.description)
        if name == _HEIGHT:
            height = round(drawing.height * drawing.template.scale(chart))
            return str(min(height, max(_TALLEST, drawing.height)))
        return self._add_part(chart, drawing)

    def _add_part(self, chart: Chart, drawing: _Drawing) -> str:
        """Add a chart's part with what hangs on it; return its relationship's id."""
        holder, package = drawing.holder, drawing.holder.package
        part = chart_part(package, drawing.template.fill(chart), book(chart))
        identifier = holder.relate_to(part, RT.CHART)
        self._drawn.append((holder, identifier))
        for one in drawing.chart.rels.values():
            if one.reltype != RT.PACKAGE:
                look = one.target_part
                name = f"{look.partname.baseURI}/{part.partname.idx}-%d.{look.partname.ext}"
                copy = Part(package.next_partname(name), look.content_type, look.blob, package)
                copy.rels.update(look.rels)
                part.rels.add_relationship(one.reltype, copy, one.rId)
        return identifier

    def __enter__(self) -> ChartDrawings:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for holder, identifier in self._drawn:
            del holder.rels[identifier]
        self._drawn.clear()


def chart_part(package: Package, xml: bytes, workbook: bytes) -> Part:
    """Return a part with a chart, and its workbook in a part of its own, under free names."""
    part = Part(package.next_partname("/word/charts/chart%d.xml"), CT.DML_CHART, xml, package)
    name = package.next_partname("/word/embeddings/chart%d.xlsx")
    part.load_rel(RT.PACKAGE, Part(name, CT.SML_SHEET, workbook, package), BOOK_ID)
    return part
