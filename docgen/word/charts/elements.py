"""The elements of a chart part: what is kept of them, and as what text.

Source of names and order: ECMA-376, part 1, 21.2.2 (CT_ChartSpace, CT_Chart, CT_BarSer
and the like).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from copy import deepcopy
from typing import TypeVar

from lxml import etree

from docgen.template_check.chart_parts import CHART as CHART
from docgen.template_check.chart_parts import DRAWING as DRAWING
from docgen.template_check.chart_parts import KINDS as KINDS
from docgen.template_check.chart_parts import A as A
from docgen.template_check.chart_parts import C as C
from docgen.template_check.chart_parts import R as R
from docgen.template_check.chart_parts import UnfillableError as UnfillableError
from docgen.template_check.chart_parts import groups as groups
from docgen.template_check.chart_parts import plot_area as plot_area
from docgen.template_check.chart_parts import title_of as title_of
from docgen.template_check.parts import attributes
from docgen.word import wordxml

CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
BOOK_ID = "rIdSoLieu"  # the relationship of a filled chart to its workbook

AXES = frozenset(f"{C}{name}Ax" for name in ("cat", "val", "date", "ser"))
_LEADING = ("barDir", "grouping", "varyColors", "radarStyle", "ofPieType", "wireframe")
_FILLED = frozenset(f"{C}{name}" for name in ("idx", "order", "tx", "cat", "val"))
_OF_POINTS = frozenset(f"{C}{name}" for name in ("dPt", "dLbl", "extLst"))
_LAST = frozenset(f"{C}{name}" for name in ("smooth", "shape"))  # behind the values
_BEHIND_BOOK = frozenset(f"{C}{name}" for name in ("printSettings", "userShapes", "extLst"))
_TO_CELLS = re.compile(r"\}(f|showDataLabelsRange)$")
NUMBER_FORMAT = "\0"  # stands for the format code of the numbers that are filled in
_LINKED = "bieu-do:dang-so"
_WORDS = re.compile(r"<a:t/>|<a:t></a:t>")
_S = TypeVar("_S")


class Writer:
    """Writes elements of a part without the names that its root binds already."""

    def __init__(self, root: etree._Element) -> None:
        pairs = (f' xmlns:{key}="{value}"' for key, value in root.nsmap.items())
        self._bound = re.compile("|".join(map(re.escape, pairs)))

    def __call__(self, element: etree._Element) -> str:
        """Return an element as XML; numbers in the cells' own form get `NUMBER_FORMAT`."""
        for one in element.iter(f"{C}numFmt"):
            if one.get("sourceLinked") in ("1", "true"):
                one.set("formatCode", _LINKED)
        text = etree.tostring(element, encoding="unicode", with_tail=False)
        return self._bound.sub("", text).replace(_LINKED, NUMBER_FORMAT)

    def opening(self, root: etree._Element) -> str:
        """Return the root's start tag, with its names."""
        bare = etree.Element(root.tag, dict(attributes(root)), nsmap=_bound(root))
        return etree.tostring(bare, encoding="unicode").removesuffix("/>") + ">"

    def closing(self, root: etree._Element) -> str:
        """Return the root's end tag."""
        return f"</c:{etree.QName(root).localname}>"

    def all(self, children: Iterable[etree._Element]) -> str:
        """Return elements one after the other."""
        return "".join(map(self, children))


def prepared(root: etree._Element) -> etree._Element:
    """Return a copy of a chart part that is ready to be taken apart.

    Prefixes are `c`, `a` and `r`; missing values are gaps; the workbook hangs on
    `BOOK_ID`; a title stands just before the mark that says whether there is one.
    """
    names = {"c": CHART, "a": DRAWING, "r": wordxml.R}
    others = {
        key: value
        for key, value in _bound(root).items()
        if key not in names and value not in names.values()
    }
    made = etree.Element(root.tag, dict(attributes(root)), nsmap=others | names)
    made.extend(deepcopy(child) for child in root)
    etree.cleanup_namespaces(made, top_nsmap=names, keep_ns_prefixes=[*others, *names])
    chart = made.find(f"{C}chart")
    if chart is None:
        raise UnfillableError
    for parent, name in ((made, "pivotSource"), (chart, "pivotFmts"), (chart, "autoTitleDeleted"),
                         (chart, "dispBlanksAs"), (made, "externalData")):  # fmt: skip
        for one in parent.findall(f"{C}{name}"):
            parent.remove(one)
    _insert_after(chart, f"{C}autoTitleDeleted", ("title",))
    gaps = _insert_after(chart, f"{C}dispBlanksAs", ("plotVisOnly", "legend", "plotArea"))
    gaps.set("val", "gap")
    book = etree.Element(f"{C}externalData", {f"{R}id": BOOK_ID})
    etree.SubElement(book, f"{C}autoUpdate", {"val": "0"})
    made.insert(sum(one.tag not in _BEHIND_BOOK for one in made), book)
    return made


def _bound(root: etree._Element) -> dict[str, str]:
    return {key: value for key, value in root.nsmap.items() if key}


def _insert_after(parent: etree._Element, tag: str, names: tuple[str, ...]) -> etree._Element:
    """Put a new element behind the last of its siblings of these names."""
    tags = {f"{C}{name}" for name in names}
    places = [place for place, one in enumerate(parent, 1) if one.tag in tags]
    made = etree.Element(tag)
    parent.insert(max(places, default=0), made)
    return made


def value_of(element: etree._Element, name: str) -> str:
    """Return the value of a child element, "" where there is none."""
    found = element.find(f"{C}{name}")
    return "" if found is None else found.get("val", "")


def shown_categories(area: etree._Element) -> int:
    """Return how many categories the template's example has."""
    counts = [one.get("val", "") for one in area.iter(f"{C}ptCount")]
    return max((int(one) for one in counts if one.isdecimal()), default=0)


def name_of(series: etree._Element) -> str:
    """Return the name of a series, as the template keeps it."""
    return next((one.text or "" for one in series.iterfind(f"{C}tx//{C}v")), "")


def hidden_entries(root: etree._Element) -> set[int]:
    """Return the places of the series that the legend does not show."""
    return {
        int(place)
        for one in root.iterfind(f"{C}chart/{C}legend/{C}legendEntry")
        if value_of(one, "delete") in ("1", "true") and (place := value_of(one, "idx")).isdecimal()
    }


def look(write: Writer, series: etree._Element) -> tuple[str, str]:
    """Return what makes a series' look: what stands before its values, and behind them."""
    _drop_points(series)
    kept = [one for one in series if one.tag not in _FILLED]
    return (
        write.all(one for one in kept if one.tag not in _LAST),
        write.all(one for one in kept if one.tag in _LAST),
    )


def _drop_points(series: etree._Element) -> None:
    """Take out of a series what is of single points of the example, or of its cells."""
    for one in list(series.iter("*")):
        parent = one.getparent()
        if one.tag in _OF_POINTS and parent is not None:
            parent.remove(one)
    for child in list(series):
        if child.tag not in _FILLED and any(_TO_CELLS.search(str(x.tag)) for x in child.iter("*")):
            series.remove(child)


def around_series(write: Writer, group: etree._Element) -> tuple[str, str]:
    """Return what stands in a group before its series and behind them, its own tags too."""
    name = etree.QName(group).localname
    kept = [one for one in group if one.tag not in (f"{C}ser", f"{C}extLst")]
    leading = [one for one in kept if etree.QName(one).localname in _LEADING]
    rest = [one for one in kept if one not in leading]
    return f"<c:{name}>{write.all(leading)}", f"{write.all(rest)}</c:{name}>"


def legend(write: Writer, element: etree._Element, slot: _S) -> Iterator[str | _S]:
    """Yield a legend's XML, with the slot of the lines that it does not show."""
    kept = [one for one in element if one.tag != f"{C}legendEntry"]
    places = [one for one in kept if one.tag == f"{C}legendPos"]
    yield f"<c:legend>{write.all(places)}"
    yield slot
    yield f"{write.all(one for one in kept if one not in places)}</c:legend>"


def title(write: Writer, element: etree._Element) -> tuple[str, str]:
    """Return a title around its words; they take the form of its first words."""
    rich = element.find(f"{C}tx/{C}rich")
    if rich is None:
        rich = _rich(element)
    paragraphs = rich.findall(f"{A}p")
    for one in paragraphs[1:]:
        rich.remove(one)
    first = paragraphs[0] if paragraphs else etree.SubElement(rich, f"{A}p")
    form = next((one for one in first.iter(f"{A}rPr")), None)
    for child in list(first):
        if child.tag != f"{A}pPr":
            first.remove(child)
    run = etree.SubElement(first, f"{A}r")
    if form is not None:
        run.append(deepcopy(form))
    etree.SubElement(run, f"{A}t")
    before, after = _WORDS.split(write(element))
    return f"{before}<a:t>", f"</a:t>{after}"


def _rich(element: etree._Element) -> etree._Element:
    """Give a title that Word makes up by itself, or takes from a cell, words of its own."""
    for one in element.findall(f"{C}tx"):
        element.remove(one)
    words = etree.Element(f"{C}tx")
    element.insert(0, words)
    rich = etree.SubElement(words, f"{C}rich")
    form = element.find(f"{C}txPr")
    if form is None:
        etree.SubElement(rich, f"{A}bodyPr")
        return rich
    element.remove(form)
    rich.extend(list(form))
    return rich
