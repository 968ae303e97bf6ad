"""Fills a template's native charts, and puts each into a document as a part of its own.

Whatever an official can change of a chart in Word (kind, colours, fonts, labels, axes)
stays. Title, names, categories and values are replaced, with references to the cells of its
workbook. What belongs to single points or cells of the template's own sample is removed: a
label deleted there would hide another number here. Source of names and order of elements:
ECMA-376, part 1, 21.2.2 (CT_ChartSpace, CT_BarSer and the like).

A template's chart may be used many times, or not at all. So its part is taken off the
template, and every chart of a document gets a part (`docx.opc.part.Part`) with its own
workbook and its own copies of the template's colours and styles. Parts are found by
relationships, never by names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from itertools import count
from typing import NamedTuple, cast

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.package import Package
from lxml import etree
from lxml.builder import ElementMaker  # type: ignore[import-not-found]  # lxml's stubs have none

from docgen.fields import plain
from docgen.template_check.chart_parts import KINDS, A, AltText, C, R, groups_of
from docgen.template_check.tags import ALT_TEXT, Tag
from docgen.word.charts.data import BOOK_ID, Chart, book, clean, number, reference
from docgen.word.package import surround

_FRAME = 3  # title, axis and legend of a chart are as high as so many bars
_DATA = ("idx", "order", "cat", "val")
_OF_POINTS = tuple(f"{C}{name}" for name in ("dPt", "dLbl", "extLst"))
_LEADING = ("barDir", "grouping", "varyColors", "radarStyle", "ofPieType", "wireframe")
_AFTER_VALUES = ("smooth", "shape")
_AFTER_GAPS = ("showDLblsOverMax", "extLst")
_AFTER_BOOK = ("printSettings", "userShapes", "extLst")
_CELLS = re.compile(r"\}(f|showDataLabelsRange)$")

_TALLEST = 220 * 36000  # EMU: what stands on a page under a line of text
_R_ID = qn("r:id")
_CHART, _LOOK = ElementMaker(namespace=C[1:-1]), ElementMaker(namespace=A[1:-1])
_PART, _HEIGHT, _DESCRIPTION = "part", "height", "description"


class _Drawing(NamedTuple):
    """A drawing of the template that takes a chart: the part it stands in, the chart there."""

    holder: Part
    chart: Part
    template: ChartTemplate
    height: int  # EMU


class ChartDrawings:
    """The drawings of a template that take charts; draws those of one document at a time."""

    def __init__(self) -> None:
        self._drawings: list[_Drawing] = []
        self._drawn: list[tuple[Part, str]] = []  # relationships to the document's charts

    def take_from(self, holder: Part, root: etree._Element, tags: Iterable[Tag]) -> None:
        """Let the drawings in a part's tree ask for their charts; the sample's charts go."""
        taken = set()
        for tag in tags:
            place, field, number = tag.block, tag.body, len(self._drawings)
            if isinstance(place, AltText) and place.root is not None:
                relationship, height = place.chart.get(_R_ID, ""), int(place.extent.get("cy", "0"))
                taken.add(relationship)
                chart, template = holder.related_parts[relationship], ChartTemplate(place.root)
                self._drawings.append(_Drawing(holder, chart, template, height))
                place.properties.set(ALT_TEXT, f"{{{{ {field}.{_DESCRIPTION}_{number} }}}}")
                place.extent.set("cy", f"{{{{ {field}.{_HEIGHT}_{number} }}}}")
                place.chart.set(_R_ID, f"{{{{ {field}.{_PART}_{number} }}}}")
                surround(place.element, f"{{% if {field} %}}", "{% endif %}")
        kept = {chart.get(_R_ID) for chart in root.iter(qn("c:chart"))}
        for identifier in taken - kept:
            del holder.rels[identifier]

    def draw(self, chart: Chart, attribute: str) -> str:
        """Return what a drawing asks of its chart, see `take_from`."""
        name, _, number = attribute.rpartition("_")
        drawing = self._drawings[int(number)]
        if name == _DESCRIPTION:
            return chart.description
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
        for relationship in drawing.chart.rels.values():
            if relationship.reltype != RT.PACKAGE:
                style = relationship.target_part
                name = f"{style.partname.baseURI}/{part.partname.idx}-%d.{style.partname.ext}"
                copy = Part(package.next_partname(name), style.content_type, style.blob, package)
                copy.rels.update(style.rels)
                part.rels.add_relationship(relationship.reltype, copy, relationship.rId)
        return identifier

    def clear(self) -> None:
        """Take the charts of a document off the package, when it has been saved."""
        for holder, identifier in self._drawn:
            del holder.rels[identifier]
        self._drawn.clear()


def chart_part(package: Package, xml: bytes, workbook: bytes) -> Part:
    """Return a part with a chart, and its workbook in a part of its own, under free names."""
    part = Part(package.next_partname("/word/charts/chart%d.xml"), CT.DML_CHART, xml, package)
    name = package.next_partname("/word/embeddings/chart%d.xlsx")
    part.load_rel(RT.PACKAGE, Part(name, CT.SML_SHEET, workbook, package), BOOK_ID)
    return part


class _Pattern(NamedTuple):
    """A series of the template without its data: how a series of a document looks."""

    group: int
    series: etree._Element
    name: str = ""
    in_legend: bool = True


class ChartTemplate:
    """A chart part of a template, ready to be filled any number of times; `root` stays as it is.

    ValueError: the chart cannot take categories and values.
    """

    def __init__(self, root: etree._Element) -> None:
        self._root = root = deepcopy(root)
        found = groups_of(root)
        if not found:
            raise ValueError("a chart that takes no categories and values")
        _remove_sample(root)
        counts = [count.get("val", "") for count in root.iter(f"{C}ptCount")]
        self._categories = max((int(count) for count in counts if count.isdecimal()), default=0)
        self._lies = any(_value(group, "barDir") == "bar" for group in found)
        self._patterns = list(_patterns(root, found)) or [_Pattern(0, etree.Element(f"{C}ser"))]
        first_group = self._patterns[0].group
        self._last = [pattern for pattern in self._patterns if pattern.group == first_group][-1]
        self._by_role = {plain(pattern.name): pattern for pattern in reversed(self._patterns)}
        for group in found:
            _remove(group, "ser")

    def scale(self, chart: Chart) -> float:
        """Return how much higher the chart is than in the template: by its bars."""
        if not self._lies or not self._categories:
            return 1
        return (max(len(chart.categories), 1) + _FRAME) / (self._categories + _FRAME)

    def fill(self, chart: Chart) -> bytes:
        """Return the part filled; its workbook hangs on the relationship `BOOK_ID`."""
        root = deepcopy(self._root)
        found = groups_of(root)
        area = cast(etree._Element, found[0].getparent())
        patterns = [
            self._by_role.get(plain(series.role or series.name), self._last)
            for series in chart.series
        ]
        for index, group in enumerate(found):
            series = [_series(pattern, chart, place) for place, pattern in enumerate(patterns)
                      if pattern.group == index]  # fmt: skip
            offset = sum(_name(child) in _LEADING for child in group)
            group[offset:offset] = series
            if not series and (patterns or index):
                area.remove(group)
        used = {identifier.get("val") for group in area if group.tag in KINDS
                for identifier in group.iterfind(f"{C}axId")}  # fmt: skip
        for axis in [axis for axis in area if _name(axis).endswith("Ax")]:
            if _value(axis, "axId") not in used:
                area.remove(axis)
        _fill_title(root, clean(chart.title))
        _fill_legend(root, patterns)
        for number_format in root.iter(f"{C}numFmt"):
            if number_format.get("sourceLinked") in ("1", "true"):
                number_format.set("formatCode", chart.number_format)
        return etree.tostring(root, encoding="UTF-8", standalone=True)


def _remove_sample(root: etree._Element) -> None:
    """Remove what belongs to the sample, and link the part to its workbook."""
    chart = cast(etree._Element, root.find(f"{C}chart"))
    _remove(root, "pivotSource", "externalData")
    _remove(chart, "pivotFmts", "autoTitleDeleted", "dispBlanksAs")
    # What is missing is a gap, never 0.
    chart.insert(_before(chart, *_AFTER_GAPS), _CHART("dispBlanksAs", val="gap"))
    book = etree.Element(f"{C}externalData", {f"{R}id": BOOK_ID}, nsmap={"r": R[1:-1]})
    book.append(_CHART("autoUpdate", val="0"))
    root.insert(_before(root, *_AFTER_BOOK), book)


def _before(parent: etree._Element, *names: str) -> int:
    """Return the index before the children of these names, which are the last."""
    return sum(_name(child) not in names for child in parent)


def _patterns(root: etree._Element, found: Sequence[etree._Element]) -> Iterator[_Pattern]:
    hidden = {
        _value(entry, "idx")
        for entry in root.iterfind(f"{C}chart/{C}legend/{C}legendEntry")
        if _value(entry, "delete") in ("1", "true")
    }
    numbers = count()
    for place, group in enumerate(found):
        for series in map(deepcopy, group.findall(f"{C}ser")):
            name = next((words.text or "" for words in series.iterfind(f"{C}tx//{C}v")), "")
            _remove(series, "tx", *_DATA)
            etree.strip_elements(series, *_OF_POINTS)
            for child in list(series):
                if any(_CELLS.search(str(element.tag)) for element in child.iter("*")):
                    series.remove(child)
            yield _Pattern(place, series, name, str(next(numbers)) not in hidden)


def _series(pattern: _Pattern, chart: Chart, place: int) -> etree._Element:
    """Return a series with its name, categories and values, and the cells that hold them."""
    series, data, last = deepcopy(pattern.series), chart.series[place], len(chart.categories) + 1
    values = [None if value is None else number(value) for value in data.values]
    offset = _before(series, *_AFTER_VALUES)
    series[offset:offset] = [
        _cells("cat", "str", reference(0, 2, last), chart.categories),
        _cells("val", "num", reference(place + 1, 2, last), values, chart.number_format),
    ]
    series[0:0] = [
        _CHART("idx", val=str(place)),
        _CHART("order", val=str(place)),
        _cells("tx", "str", reference(place + 1, 1, 1), [data.name]),
    ]
    return series


def _cells(
    name: str, kind: str, cells: str, values: Sequence[str | None], *code: str
) -> etree._Element:
    """Name cells of the workbook and cache what they hold; what is missing is left out."""
    cache = _CHART(f"{kind}Cache", *(_CHART("formatCode", code_words) for code_words in code))
    cache.append(_CHART("ptCount", val=str(len(values))))
    for index, value in enumerate(values):
        if value is not None:
            cache.append(_CHART("pt", _CHART("v", clean(value)), idx=str(index)))
    named: etree._Element = _CHART(name, _CHART(f"{kind}Ref", _CHART("f", cells), cache))
    return named


def _fill_title(root: etree._Element, words: str) -> None:
    """Put the words into the title, in the look of its first words; none without words."""
    chart = cast(etree._Element, root.find(f"{C}chart"))
    title = chart.find(f"{C}title")
    if title is not None and words:
        _write_words(title, words)
    else:
        _remove(chart, "title")
    there = int(chart.find(f"{C}title") is not None)
    chart.insert(there, _CHART("autoTitleDeleted", val=str(1 - there)))


def _write_words(title: etree._Element, words: str) -> None:
    rich = title.find(f"{C}tx/{C}rich")
    if rich is None:  # a title that Word makes up by itself, or takes from a cell
        look = title.find(f"{C}txPr")
        rich = _CHART("rich", *([_LOOK("bodyPr")] if look is None else look))
        _remove(title, "tx", "txPr")
        title.insert(0, _CHART("tx", rich))
    first, *others = rich.findall(f"{A}p") or [etree.SubElement(rich, f"{A}p")]
    form = [deepcopy(run_format) for run_format in first.iter(f"{A}rPr")][:1]
    for element in [*others, *(child for child in first if child.tag != f"{A}pPr")]:
        cast(etree._Element, element.getparent()).remove(element)
    first.append(_LOOK("r", *form, _LOOK("t", words)))


def _fill_legend(root: etree._Element, patterns: Sequence[_Pattern]) -> None:
    """Hide in the legend the series whose patterns the template hides."""
    hidden = [str(index) for index, pattern in enumerate(patterns) if not pattern.in_legend]
    for legend in root.iterfind(f"{C}chart/{C}legend"):
        _remove(legend, "legendEntry")
        place = sum(_name(child) == "legendPos" for child in legend)
        legend[place:place] = [
            _CHART("legendEntry", _CHART("idx", val=index), _CHART("delete", val="1"))
            for index in hidden
        ]


def _remove(parent: etree._Element, *names: str) -> None:
    for child in [child for child in parent if _name(child) in names]:
        parent.remove(child)


def _name(element: etree._Element) -> str:
    return str(element.tag).removeprefix(C)


def _value(element: etree._Element, name: str) -> str:
    found = element.find(f"{C}{name}")
    return "" if found is None else found.get("val", "")
