"""Draws the native charts of templates, with XlsxWriter, around made-up figures.

Three kinds: stacked bars, bars against 100, a small chart of lines. Each shows a sample,
which whoever opens the template in Word sees; by the names of its series the data's
series find their looks (`docgen.word.charts.data.Series.role`). The tag that names the
chart's field stands in its title and in its alternative text:

    chart = small_lines("c.bieu_do", sample, looks)
    drawing.paragraph("BieuDo", chart)

Text is black Times New Roman; nothing needs colour to be understood. Source of the order
of elements: ECMA-376, part 1, 21.2.2.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias
from zipfile import ZipFile

from lxml import etree
from xlsxwriter import Workbook

from docgen.shared.decree import FONT
from docgen.word.charts.book import SHEET, book
from docgen.word.charts.data import Chart
from docgen.word.charts.elements import BOOK_ID, CHART, DRAWING, A, C, R

_TEXT_PT, _TITLE_PT = 11, 12
_DARK = "#404040"
_WHITE_BOX = {"fill": {"color": "#FFFFFF"}, "border": {"none": True}}
_LINKED = "General"  # numbers are printed as the sheet prints them
_TEXT_FORM = (
    f'<c:txPr xmlns:c="{CHART}" xmlns:a="{DRAWING}"><a:bodyPr/><a:lstStyle/><a:p><a:pPr>'
    f'<a:defRPr sz="{_TEXT_PT}00" b="0"><a:solidFill><a:srgbClr val="000000"/></a:solidFill>'
    f'<a:latin typeface="{FONT}"/><a:ea typeface="{FONT}"/><a:cs typeface="{FONT}"/></a:defRPr>'
    '</a:pPr><a:endParaRPr lang="vi-VN"/></a:p></c:txPr>'
)
_FLAGS = ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")
_Options: TypeAlias = dict[str, Any]  # XlsxWriter's


@dataclass(frozen=True)
class Look:
    """How one series is drawn, in XlsxWriter's names.

    `color`: RRGGBB of the bars or the line. `pattern`: of bars, in `color` on white; "" is
    plain. `light`: labels on it are black. `marker`: of the points of a line. `line`, `dash`:
    whether points are joined, and by what kind of line. `labels`: on which side of its
    points numbers stand; "" for none.
    """

    color: str
    pattern: str = ""
    light: bool = False
    marker: str = "circle"
    line: bool = True
    dash: str = "solid"
    labels: str = "above"


@dataclass(frozen=True)
class ChartPart:
    """A chart to be put into a template; sizes in millimetres.

    `path`: the field that it shows, such as "c.bieu_do". `xml`: the part; `book`: its
    workbook, which hangs on the relationship `book_relationship`.
    """

    path: str
    xml: bytes = field(repr=False)
    book: bytes = field(repr=False)
    width: float
    height: float
    book_relationship: str = BOOK_ID

    @property
    def tag(self) -> str:
        """The tag that names the field."""
        return f"{{{{ {self.path} }}}}"


def stacked_bars(
    path: str, sample: Chart, looks: Sequence[Look], *, width: float = 160, height: float = 90
) -> ChartPart:
    """Draw bars that lie, one a category, each of several parts with its count in it."""
    series = [
        _bar(look, look.pattern != "", {"num_format": "#,##0;;", "position": "center"})
        for look in looks
    ]

    def set_up(chart: Any) -> None:  # noqa: ANN401  # XlsxWriter has no types
        chart.set_x_axis({"visible": False, "major_gridlines": {"visible": False}})
        chart.set_y_axis(_categories(lying=True))

    root = _drawn({"type": "bar", "subtype": "stacked"}, path, sample, series, set_up)
    return _part(root, path, sample, width, height)


def bars_to_hundred(
    path: str, sample: Chart, looks: Sequence[Look], axis: str, *, width: float = 160,
    height: float = 90,
) -> ChartPart:  # fmt: skip
    """Draw bars that lie, one a category, before a line at 100, which is what is asked.

    Every category has a value in one series, whose look its bar takes; `axis` is what
    stands under the line.
    """
    series = [
        _bar(look, True, {"num_format": _LINKED, "position": "outside_end"}) for look in looks
    ]
    line = {"color": "#000000", "width": 1, "dash_type": "dash"}

    def set_up(chart: Any) -> None:  # noqa: ANN401  # XlsxWriter has no types
        chart.set_x_axis({
            "name": axis, "name_font": {"size": _TEXT_PT, "bold": False}, "min": 0, "max": 115,
            "major_unit": 100, "major_gridlines": {"visible": True, "line": line},
            "num_format": "0", "major_tick_mark": "none", "minor_tick_mark": "none",
            "line": {"color": "#BFBFBF", "width": 0.75},
        })  # fmt: skip
        chart.set_y_axis(_categories(lying=True))
        chart.set_legend({"none": True})

    root = _drawn({"type": "bar"}, path, sample, series, set_up)
    return _part(root, path, sample, width, height)


def small_lines(
    path: str, sample: Chart, looks: Sequence[Look], *, width: float = 78, height: float = 55
) -> ChartPart:
    """Draw lines over the years, with markers and numbers, small enough for two on a line."""

    def set_up(chart: Any) -> None:  # noqa: ANN401  # XlsxWriter has no types
        chart.set_x_axis(_categories())
        chart.set_y_axis({"visible": False, "major_gridlines": {"visible": False}})

    root = _drawn({"type": "line"}, path, sample, map(_line, looks), set_up)
    for series in root.iter(f"{C}ser"):
        _add(series, "smooth", "0")
    return _part(root, path, sample, width, height)


def _bar(look: Look, boxed: bool, labels: _Options) -> _Options:
    """A number lies in a white box where the bar under it has a pattern."""
    color = f"#{look.color}"
    paint: _Options = {"fill": {"color": color}}
    if look.pattern:
        paint = {"pattern": {"pattern": look.pattern, "fg_color": color, "bg_color": "#FFFFFF"}}
    font: _Options = {"bold": True}
    if not (look.light or boxed):
        font["color"] = "#FFFFFF"
    labels = labels | {"value": True, "font": font} | (_WHITE_BOX if boxed else {})
    border = {"color": _DARK, "width": 0.75}
    return paint | {"border": border, "data_labels": labels, "gap": 50, "overlap": 100}


def _line(look: Look) -> _Options:
    color = f"#{look.color}"
    line = {"color": color, "width": 1.75, "dash_type": look.dash} if look.line else {"none": True}
    marker = {
        "type": look.marker, "size": 7, "fill": {"color": color},
        "border": {"color": color, "width": 1},
    }  # fmt: skip
    options: _Options = {"line": line, "marker": marker}
    if look.labels:
        options["data_labels"] = {"value": True, "position": look.labels, "num_format": _LINKED}
    return options


def _categories(*, lying: bool = False) -> _Options:
    """Return the axis of the categories; where bars lie, the first stands on top."""
    return {
        "reverse": lying, "crossing": "max", "label_position": "low", "major_tick_mark": "none",
        "minor_tick_mark": "none", "line": {"color": _DARK, "width": 0.75},
        "major_gridlines": {"visible": False},
    }  # fmt: skip


def _drawn(
    kind: _Options, path: str, sample: Chart, series: Iterable[_Options],
    set_up: Callable[[Any], None],
) -> etree._Element:  # fmt: skip
    """Return the chart part that XlsxWriter draws of a sample."""
    content = io.BytesIO()
    last = len(sample.categories)
    with Workbook(content, {"in_memory": True}) as workbook:
        sheet = workbook.add_worksheet(SHEET)
        sheet.write_column(1, 0, sample.categories)
        chart = workbook.add_chart(kind)
        for column, (shown, options) in enumerate(zip(sample.series, series, strict=True), 1):
            sheet.write(0, column, shown.name)
            sheet.write_column(1, column, shown.values)
            cells = {
                "name": [SHEET, 0, column],
                "categories": [SHEET, 1, 0, last, 0],
                "values": [SHEET, 1, column, last, column],
            }
            chart.add_series(cells | options)
        chart.set_title(
            {"name": f"{{{{ {path} }}}}", "name_font": {"size": _TITLE_PT, "bold": True}}
        )
        chart.set_legend({"position": "bottom"})
        chart.set_chartarea(_WHITE_BOX)
        set_up(chart)
        sheet.insert_chart(0, 0, chart)
    with ZipFile(content) as archive:
        return etree.fromstring(archive.read("xl/charts/chart1.xml"))


def _part(root: etree._Element, path: str, sample: Chart, width: float, height: float) -> ChartPart:
    """Say what XlsxWriter leaves to Excel 2007, and what of a chart in Word differs."""
    lang, chart = root.find(f"{C}lang"), root.find(f"{C}chart")
    assert lang is not None
    assert chart is not None
    lang.set("val", "vi-VN")
    lang.addnext(_element("roundedCorners", "0"))
    for one in root.iter(f"{C}grouping"):
        one.addnext(_element("varyColors", "0"))
    for one in root.iter(f"{A}rPr", f"{A}endParaRPr"):
        one.set("lang", "vi-VN")
    for one in root.iter(f"{C}title", f"{C}legend"):
        _add(one, "overlay", "0")
    for one in root.iter(f"{C}scaling"):
        following = one.getnext()
        if following is None or following.tag != f"{C}delete":
            one.addnext(_element("delete", "0"))
    for labels in root.iter(f"{C}dLbls"):
        labels.remove(labels[-1])  # showVal
        for flag in _FLAGS:
            _add(labels, f"show{flag}", str(int(flag == "Val")))
        for code in labels.iter(f"{C}numFmt"):
            code.set("sourceLinked", str(int(code.get("formatCode") == _LINKED)))
    for code in root.iter(f"{C}formatCode"):
        code.text = sample.number_format
    _add(chart, "dispBlanksAs", "gap")
    root.remove(root[-1])  # printSettings
    root.append(etree.fromstring(_TEXT_FORM))
    data = etree.SubElement(root, f"{C}externalData", {f"{R}id": BOOK_ID})
    _add(data, "autoUpdate", "0")
    return ChartPart(path, etree.tostring(root), book(sample), width, height)


def _element(name: str, value: str) -> etree._Element:
    return etree.Element(f"{C}{name}", {"val": value})


def _add(parent: etree._Element, name: str, value: str) -> None:
    parent.append(_element(name, value))
