"""What a chart says, as DrawingML: names, categories and numbers with their cells.

Everything is cached beside its reference, so that the chart shows without its workbook,
and the references are those of `docgen.word.charts.book`. Source: ECMA-376, part 1, 21.2.
"""

from __future__ import annotations

from docgen.word.charts.book import number, reference
from docgen.word.charts.data import Chart, Series
from docgen.word.xml_text import escaped


def name_xml(series: Series, place: int) -> str:
    """Return a series' name; `place` is its place among all series of the chart."""
    cache = _cache("str", [escaped(series.name)])
    return f"<c:tx><c:strRef><c:f>{reference(place + 1, 1, 1)}</c:f>{cache}</c:strRef></c:tx>"


def categories_xml(chart: Chart) -> str:
    """Return the categories, which all series share."""
    cells = reference(0, 2, len(chart.categories) + 1)
    cache = _cache("str", [escaped(one) for one in chart.categories])
    return f"<c:cat><c:strRef><c:f>{cells}</c:f>{cache}</c:strRef></c:cat>"


def values_xml(chart: Chart, place: int) -> str:
    """Return the numbers of a series; what is missing is left out."""
    values = [None if one is None else number(one) for one in chart.series[place].values]
    cells = reference(place + 1, 2, len(values) + 1)
    cache = _cache("num", values, f"<c:formatCode>{escaped(chart.number_format)}</c:formatCode>")
    return f"<c:val><c:numRef><c:f>{cells}</c:f>{cache}</c:numRef></c:val>"


def _cache(kind: str, values: list[str] | list[str | None], head: str = "") -> str:
    points = "".join(
        f'<c:pt idx="{place}"><c:v>{one}</c:v></c:pt>'
        for place, one in enumerate(values)
        if one is not None
    )
    return f'<c:{kind}Cache>{head}<c:ptCount val="{len(values)}"/>{points}</c:{kind}Cache>'
