"""A template's native chart, taken apart once; put together again around other figures.

Whatever an official can change of a chart in Word (kind, colours, fonts, labels, axes)
stays. The words and numbers are replaced: title, names, categories, values, with the
references to the cells of `docgen.word.charts.book`. What belongs to single points or cells
of the template's own example goes: a label taken away there would hide another number
here. Source of names and order of elements: ECMA-376, part 1, 21.2.2.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from lxml import etree

from docgen.fields import plain
from docgen.word.charts import elements
from docgen.word.charts.data import Chart, Series
from docgen.word.charts.elements import C, value_of
from docgen.word.charts.series_xml import categories_xml, name_xml, values_xml
from docgen.word.wordxml import DECLARATION
from docgen.word.xml_text import escaped

_FRAME = 3  # title, axis and legend of a chart are as high as so many bars


_role = lru_cache(maxsize=256)(plain)


class _Slot(NamedTuple):
    """A place of the part where something is filled in."""

    kind: str  # "title", "legend", "group", "axis"
    number: int = 0


@dataclass(frozen=True)
class _Pattern:
    """A series of the template: what stands before, between and behind what is filled in."""

    group: int
    look: str
    after: str = ""
    name: str = ""
    in_legend: bool = True


@dataclass(frozen=True)
class _Group:
    """Series drawn alike (bars, lines), with the axes that they use."""

    before: str
    after: str
    axes: frozenset[str]


class ChartTemplate:
    """A chart part, compiled.

    `title`: its words in the template.

    Args:
        root: the part; it is left as it is.

    Raises:
        UnfillableError: the chart cannot take categories and values.
    """

    def __init__(self, root: etree._Element) -> None:
        root = elements.prepared(root)
        area = elements.plot_area(root)
        groups = elements.groups(area)
        self._lies = any(value_of(one, "barDir") == "bar" for one in groups)
        self._shown = elements.shown_categories(area)
        self.title = elements.title_of(root)
        self._write = elements.Writer(root)
        self._hidden = elements.hidden_entries(root)
        self._around_title: tuple[str, str] | None = None
        self._axes: list[tuple[str, str]] = []
        self._groups: list[_Group] = []
        self._patterns: list[_Pattern] = []
        self._frame = [*self._pieces(root)]
        self._patterns = self._patterns or [_Pattern(0, "")]
        self._last = [one for one in self._patterns if one.group == self._patterns[0].group][-1]
        self._by_role = {_role(one.name): one for one in reversed(self._patterns)}

    def scale(self, chart: Chart) -> float:
        """Return how much higher the chart must be than in the template: by its bars."""
        if not self._lies or not self._shown:
            return 1
        return (max(len(chart.categories), 1) + _FRAME) / (self._shown + _FRAME)

    def fill(self, chart: Chart) -> str:
        """Return the part filled; its workbook hangs on the relationship `BOOK_ID`."""
        patterns = [self._pattern(one) for one in chart.series]
        series: list[list[str]] = [[] for _ in self._groups]
        categories = categories_xml(chart)
        for place, (one, pattern) in enumerate(zip(chart.series, patterns, strict=True)):
            series[pattern.group].append(
                f'<c:ser><c:idx val="{place}"/><c:order val="{place}"/>{name_xml(one, place)}'
                f"{pattern.look}{categories}{values_xml(chart, place)}{pattern.after}</c:ser>"
            )
        used = {number for number, one in enumerate(series) if one} or {0}
        axes = frozenset().union(*(self._groups[number].axes for number in used))
        slots = {
            _Slot("title"): self._titled(chart.title),
            _Slot("legend"): _entries(patterns),
        }
        for number in used:
            group = self._groups[number]
            slots[_Slot("group", number)] = f"{group.before}{''.join(series[number])}{group.after}"
        for number, (identifier, axis) in enumerate(self._axes):
            slots[_Slot("axis", number)] = axis if identifier in axes else ""
        made = (one if isinstance(one, str) else slots.get(one, "") for one in self._frame)
        return "".join(made).replace(elements.NUMBER_FORMAT, escaped(chart.number_format))

    def _pattern(self, series: Series) -> _Pattern:
        return self._by_role.get(_role(series.role or series.name), self._last)

    def _titled(self, title: str) -> str:
        if self._around_title is None or not title:
            return '<c:autoTitleDeleted val="1"/>'
        return f'{escaped(title).join(self._around_title)}<c:autoTitleDeleted val="0"/>'

    def _pieces(self, root: etree._Element) -> Iterator[str | _Slot]:
        """Yield the part's XML in its order, with the slots."""
        yield DECLARATION + self._write.opening(root)
        for child in root:
            if child.tag != f"{C}chart":
                yield self._write(child)
                continue
            yield "<c:chart>"
            for one in child:
                yield from self._of_chart(one)
            yield "</c:chart>"
        yield self._write.closing(root)

    def _of_chart(self, element: etree._Element) -> Iterator[str | _Slot]:
        if element.tag == f"{C}title":
            self._around_title = elements.title(self._write, element)
        elif element.tag == f"{C}autoTitleDeleted":
            yield _Slot("title")
        elif element.tag == f"{C}plotArea":
            yield "<c:plotArea>"
            for one in element:
                yield self._of_area(one)
            yield "</c:plotArea>"
        elif element.tag == f"{C}legend":
            yield from elements.legend(self._write, element, _Slot("legend"))
        else:
            yield self._write(element)

    def _of_area(self, element: etree._Element) -> str | _Slot:
        if element.tag in elements.KINDS:
            self._add_group(element)
            return _Slot("group", len(self._groups) - 1)
        if element.tag in elements.AXES:
            self._axes.append((value_of(element, "axId"), self._write(element)))
            return _Slot("axis", len(self._axes) - 1)
        return self._write(element)

    def _add_group(self, element: etree._Element) -> None:
        number = len(self._groups)
        for one in element.findall(f"{C}ser"):
            look, after = elements.look(self._write, one)
            shown = len(self._patterns) not in self._hidden
            self._patterns.append(_Pattern(number, look, after, elements.name_of(one), shown))
        before, after = elements.around_series(self._write, element)
        axes = frozenset(one.get("val", "") for one in element.iterfind(f"{C}axId"))
        self._groups.append(_Group(before, after, axes))


def _entries(patterns: list[_Pattern]) -> str:
    return "".join(
        f'<c:legendEntry><c:idx val="{place}"/><c:delete val="1"/></c:legendEntry>'
        for place, one in enumerate(patterns)
        if not one.in_legend
    )
