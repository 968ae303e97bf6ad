"""Fills a template's native chart: the look stays, the words and numbers are the data's.

Whatever an official can change of a chart in Word (kind, colours, fonts, labels, axes)
stays. Title, names, categories and values are replaced, with references to the cells of
`docgen.word.charts.book`. What belongs to single points or cells of the template's own
sample is removed: a label deleted there would hide another number here. Source of names
and order of elements: ECMA-376, part 1, 21.2.2 (CT_ChartSpace, CT_BarSer and the like).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from copy import deepcopy
from typing import NamedTuple

from lxml import etree

from docgen.fields import plain
from docgen.template_check.chart_parts import (
    KINDS,
    A,
    C,
    R,
    UnfillableError,
    groups,
    plot_area,
    title_of,
)  # fmt: skip
from docgen.word.charts.book import BOOK_ID, number, reference
from docgen.word.charts.data import Chart, Series, clean

_FRAME = 3  # title, axis and legend of a chart are as high as so many bars
_AXES = frozenset(f"{C}{name}Ax" for name in ("cat", "val", "date", "ser"))
_DATA = tuple(f"{C}{name}" for name in ("idx", "order", "tx", "cat", "val"))
_OF_POINTS = tuple(f"{C}{name}" for name in ("dPt", "dLbl", "extLst"))
_AFTER_VALUES = frozenset(f"{C}{name}" for name in ("smooth", "shape"))
_AFTER_BOOK = frozenset(f"{C}{name}" for name in ("printSettings", "userShapes", "extLst"))
_CELLS = re.compile(r"\}(f|showDataLabelsRange)$")


class _Pattern(NamedTuple):
    """A series of the template without its data: how a series of a document looks."""

    group: int
    series: etree._Element
    in_legend: bool = True


class ChartTemplate:
    """A chart part of a template, ready to be filled any number of times.

    Args:
        root: the part; it is left as it is.

    Raises:
        UnfillableError: the chart cannot take categories and values.
    """

    def __init__(self, root: etree._Element) -> None:
        self._root = root = deepcopy(root)
        self.title = title_of(root)
        _prepare(root)
        area = plot_area(root)
        found = groups(area)
        self._lies = any(_value(one, "barDir") == "bar" for one in found)
        self._bars = _categories_shown(area)
        self._patterns = list(_patterns(root, found)) or [_Pattern(0, etree.Element(f"{C}ser"))]
        first_group = self._patterns[0].group
        self._last = [one for one in self._patterns if one.group == first_group][-1]
        self._by_role = {plain(_name(one.series)): one for one in reversed(self._patterns)}
        for group in found:
            for series in group.findall(f"{C}ser"):
                group.remove(series)
        for pattern in self._patterns:
            _remove(pattern.series, (f"{C}tx",))

    def scale(self, chart: Chart) -> float:
        """Return how much higher the chart is than in the template: by its bars."""
        if not self._lies or not self._bars:
            return 1
        return (max(len(chart.categories), 1) + _FRAME) / (self._bars + _FRAME)

    def fill(self, chart: Chart) -> bytes:
        """Return the part filled; its workbook hangs on the relationship `BOOK_ID`."""
        root = deepcopy(self._root)
        area = plot_area(root)
        patterns = [self._pattern(one) for one in chart.series]
        self._fill_groups(groups(area), chart, patterns)
        _drop_unused_axes(area)
        _fill_title(root, clean(chart.title))
        _fill_legend(root, patterns)
        for one in root.iter(f"{C}numFmt"):
            if one.get("sourceLinked") in ("1", "true"):
                one.set("formatCode", chart.number_format)
        return etree.tostring(root, encoding="UTF-8", standalone=True)

    def _pattern(self, series: Series) -> _Pattern:
        return self._by_role.get(plain(series.role or series.name), self._last)

    def _fill_groups(
        self, found: Sequence[etree._Element], chart: Chart, patterns: Sequence[_Pattern]
    ) -> None:
        """Put each series into its group; a group without any leaves the chart."""
        offsets = [_series_offset(one) for one in found]
        for place, pattern in enumerate(patterns):
            series = deepcopy(pattern.series)
            _fill_series(series, chart, place)
            found[pattern.group].insert(offsets[pattern.group], series)
            offsets[pattern.group] += 1
        used = {one.group for one in patterns} or {0}
        for place, group in enumerate(found):
            parent = group.getparent()
            if place not in used and parent is not None:
                parent.remove(group)


def _prepare(root: etree._Element) -> None:
    """Remove what belongs to the sample, and link the part to its workbook."""
    chart = root.find(f"{C}chart")
    if chart is None:
        raise UnfillableError
    for parent, name in ((root, "pivotSource"), (chart, "pivotFmts"), (root, "externalData")):
        _remove(parent, (f"{C}{name}",))
    _remove(chart, (f"{C}autoTitleDeleted", f"{C}dispBlanksAs"))
    _insert_after(chart, "autoTitleDeleted", ("title",))
    # What is missing is a gap, never 0.
    _insert_after(chart, "dispBlanksAs", ("plotVisOnly", "legend", "plotArea")).set("val", "gap")
    book = etree.Element(f"{C}externalData", {f"{R}id": BOOK_ID}, nsmap={"r": R[1:-1]})
    etree.SubElement(book, f"{C}autoUpdate", {"val": "0"})
    root.insert(sum(one.tag not in _AFTER_BOOK for one in root), book)


def _patterns(root: etree._Element, found: Sequence[etree._Element]) -> Iterable[_Pattern]:
    hidden = {
        _value(one, "idx")
        for one in root.iterfind(f"{C}chart/{C}legend/{C}legendEntry")
        if _value(one, "delete") in ("1", "true")
    }
    count = 0
    for place, group in enumerate(found):
        for series in group.findall(f"{C}ser"):
            yield _Pattern(place, _without_data(series), str(count) not in hidden)
            count += 1


def _without_data(series: etree._Element) -> etree._Element:
    """Return a copy of a series with its look and its name alone."""
    pattern = deepcopy(series)
    for element in list(pattern.iter(*_OF_POINTS)):
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
    for child in list(pattern):
        named = child.tag in _DATA
        names_cells = any(_CELLS.search(str(one.tag)) for one in child.iter("*"))
        if child.tag != f"{C}tx" and (named or names_cells):
            pattern.remove(child)
    return pattern


def _fill_series(series: etree._Element, chart: Chart, place: int) -> None:
    data, count = chart.series[place], len(chart.categories)
    number_ = str(place)
    head = [etree.Element(f"{C}{name}", {"val": number_}) for name in ("idx", "order")]
    head.append(etree.Element(f"{C}tx"))
    _add_cells(head[-1], "str", reference(place + 1, 1, 1), [data.name])
    cells = [etree.Element(f"{C}cat"), etree.Element(f"{C}val")]
    _add_cells(cells[0], "str", reference(0, 2, count + 1), chart.categories)
    values = [None if one is None else number(one) for one in data.values]
    _add_cells(cells[1], "num", reference(place + 1, 2, count + 1), values, chart.number_format)
    behind = sum(one.tag not in _AFTER_VALUES for one in series)
    for offset, element in enumerate(cells):
        series.insert(behind + offset, element)
    for offset, element in enumerate(head):
        series.insert(offset, element)


def _add_cells(
    parent: etree._Element, kind: str, cells: str, values: Sequence[str | None], code: str = ""
) -> None:
    """Name cells of the workbook and cache what they hold; what is missing is left out."""
    named = etree.SubElement(parent, f"{C}{kind}Ref")
    etree.SubElement(named, f"{C}f").text = cells
    cache = etree.SubElement(named, f"{C}{kind}Cache")
    if code:
        etree.SubElement(cache, f"{C}formatCode").text = code
    etree.SubElement(cache, f"{C}ptCount", {"val": str(len(values))})
    for place, value in enumerate(values):
        if value is not None:
            point = etree.SubElement(cache, f"{C}pt", {"idx": str(place)})
            etree.SubElement(point, f"{C}v").text = clean(value)


def _series_offset(group: etree._Element) -> int:
    """Return where in a group its series stand: behind what says how they are drawn."""
    leading = ("barDir", "grouping", "varyColors", "radarStyle", "ofPieType", "wireframe")
    return sum(etree.QName(one).localname in leading for one in group)


def _drop_unused_axes(area: etree._Element) -> None:
    used = {one.get("val") for group in area if group.tag in KINDS
            for one in group.iterfind(f"{C}axId")}  # fmt: skip
    for axis in [one for one in area if one.tag in _AXES]:
        if _value(axis, "axId") not in used:
            area.remove(axis)


def _fill_title(root: etree._Element, words: str) -> None:
    """Put the words into the title, in the look of its first words; none without words."""
    chart = root.find(f"{C}chart")
    assert chart is not None  # `_prepare` has refused the chart otherwise
    title, deleted = chart.find(f"{C}title"), chart.find(f"{C}autoTitleDeleted")
    if title is not None and words:
        _write_words(title, words)
    elif title is not None:
        chart.remove(title)
    if deleted is not None:
        deleted.set("val", "1" if chart.find(f"{C}title") is None else "0")


def _write_words(title: etree._Element, words: str) -> None:
    rich = title.find(f"{C}tx/{C}rich")
    if rich is None:
        rich = _rich(title)
    first, *others = rich.findall(f"{A}p") or [etree.SubElement(rich, f"{A}p")]
    for one in others:
        rich.remove(one)
    look = next(first.iter(f"{A}rPr"), None)
    for child in [one for one in first if one.tag != f"{A}pPr"]:
        first.remove(child)
    run = etree.SubElement(first, f"{A}r")
    if look is not None:
        run.append(deepcopy(look))
    etree.SubElement(run, f"{A}t").text = words


def _rich(title: etree._Element) -> etree._Element:
    """Give a title that Word makes up by itself, or takes from a cell, words of its own."""
    _remove(title, (f"{C}tx",))
    words = etree.Element(f"{C}tx")
    title.insert(0, words)
    rich = etree.SubElement(words, f"{C}rich")
    look = title.find(f"{C}txPr")
    if look is None:
        etree.SubElement(rich, f"{A}bodyPr")
    else:
        title.remove(look)
        rich.extend(list(look))
    return rich


def _fill_legend(root: etree._Element, patterns: Sequence[_Pattern]) -> None:
    """Hide in the legend the series whose patterns the template hides."""
    legend = root.find(f"{C}chart/{C}legend")
    if legend is None:
        return
    _remove(legend, (f"{C}legendEntry",))
    place = int(legend.find(f"{C}legendPos") is not None)
    hidden = [number for number, one in enumerate(patterns) if not one.in_legend]
    for offset, number_ in enumerate(hidden):
        entry = etree.Element(f"{C}legendEntry")
        etree.SubElement(entry, f"{C}idx", {"val": str(number_)})
        etree.SubElement(entry, f"{C}delete", {"val": "1"})
        legend.insert(place + offset, entry)


def _insert_after(parent: etree._Element, name: str, names: Iterable[str]) -> etree._Element:
    """Put a new element behind the last of its siblings of these names."""
    tags = {f"{C}{one}" for one in names}
    element = etree.Element(f"{C}{name}")
    parent.insert(max((place for place, one in enumerate(parent, 1) if one.tag in tags), default=0),
                  element)  # fmt: skip
    return element


def _remove(parent: etree._Element, tags: Iterable[str]) -> None:
    for child in [one for one in parent if one.tag in tags]:
        parent.remove(child)


def _value(element: etree._Element, name: str) -> str:
    found = element.find(f"{C}{name}")
    return "" if found is None else found.get("val", "")


def _name(series: etree._Element) -> str:
    return next((one.text or "" for one in series.iterfind(f"{C}tx//{C}v")), "")


def _categories_shown(area: etree._Element) -> int:
    """Return how many categories the template's sample has."""
    counts = [one.get("val", "") for one in area.iter(f"{C}ptCount")]
    return max((int(one) for one in counts if one.isdecimal()), default=0)
