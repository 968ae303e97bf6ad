"""Draws the native charts of templates, with XlsxWriter, around made-up figures.

Three kinds: stacked bars, bars against 100, a small chart of lines. Each shows a sample,
which whoever opens the template in Word sees; by the names of its series the data's
series find their looks (`docgen.word.charts.data.Series.role`). The tag that names the
chart's field (such as "c.bieu_do") stands in its title and in its alternative text. Text is
black, in the document's typeface; nothing needs colour to be understood. Source of the order of
elements: ECMA-376, part 1, 21.2.2.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from typing import Any, TypeAlias
from zipfile import ZipFile

from lxml import etree
from xlsxwriter import Workbook

from docgen.template_check.chart_parts import CHART, DRAWING, A, C, R
from docgen.word.charts.data import BOOK_ID, SHEET, WHOLE, Chart, Series, book, decimals

_Options: TypeAlias = dict[str, Any]  # XlsxWriter's

_TEXT_PT, _TITLE_PT = 11, 12
_DARK_LINE = {"color": "#404040", "width": 0.75}
_WHITE_BOX = {"fill": {"color": "#FFFFFF"}, "border": {"none": True}}
_NO_TICKS = {"major_tick_mark": "none", "minor_tick_mark": "none"}
_HIDDEN_AXIS = {"visible": False, "major_gridlines": {"visible": False}}
_LINKED = "General"  # numbers are printed as the sheet prints them
_TEXT_FORM = (
    f'<c:txPr xmlns:c="{CHART}" xmlns:a="{DRAWING}"><a:bodyPr/><a:lstStyle/><a:p><a:pPr>'
    f'<a:defRPr sz="{_TEXT_PT}00" b="0"><a:solidFill><a:srgbClr val="000000"/></a:solidFill>'
    '</a:defRPr></a:pPr><a:endParaRPr lang="vi-VN"/></a:p></c:txPr>'
)
_LABEL_PARTS = ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")
# What XlsxWriter leaves to the defaults of Excel 2007, which are not Word's: an element,
# whether the new one stands inside it (at its end) or behind it, its name and value.
_DEFAULTS = (
    ("lang", False, "roundedCorners", "0"), ("grouping", False, "varyColors", "0"),
    ("title", True, "overlay", "0"), ("legend", True, "overlay", "0"),
    ("chart", True, "dispBlanksAs", "gap"),
)  # fmt: skip


@dataclass(frozen=True)
class Look:
    """How one series is drawn, in XlsxWriter's names."""

    color: str  # of the bars or the line, RRGGBB
    pattern: str = ""  # of bars, in `color` on white; "" is plain
    light: bool = False  # then labels on it are black
    marker: str = "circle"  # of the points of a line
    line: bool = True  # whether points are joined
    dash: str = "solid"
    labels: str = "above"  # on which side of its points numbers stand; "" for none


# Of every series, by its name: its look, and made-up figures, one a category.
Sample: TypeAlias = Mapping[str, tuple[Look, Sequence[int | None]]]


@dataclass(frozen=True)
class ChartPart:
    """A chart to be put into a template; `book` hangs on the relationship `BOOK_ID`."""

    tag: str  # that names the field
    xml: bytes
    book: bytes
    width: float  # millimetres
    height: float

    def in_font(self, font: str) -> bytes:
        """Return the part with all of its text in a font."""
        root = etree.fromstring(self.xml)
        for form in root.iterfind(f"{C}txPr//{A}defRPr"):
            for slot in ("latin", "ea", "cs"):
                etree.SubElement(form, f"{A}{slot}", typeface=font)
        return etree.tostring(root, encoding="UTF-8", standalone=True)


def stacked_bars(field: str, categories: Sequence[str], sample: Sample) -> ChartPart:
    """Draw bars that lie, one a category, each of several parts with its count in it."""
    add_bars = partial(_bar, number_format="#,##0;;", position="center")
    kind = {"type": "bar", "subtype": "stacked"}
    return _drawn(kind, field, categories, sample, add_bars, _HIDDEN_AXIS, (160, 60), WHOLE)


def bars_to_hundred(field: str, categories: Sequence[str], sample: Sample, axis: str) -> ChartPart:
    """Draw bars that lie before a line at 100, `axis` under it; each category is of one series."""
    add_bars = partial(_bar, number_format=_LINKED, position="outside_end")
    line = {"color": "#000000", "width": 1, "dash_type": "dash"}
    values = _NO_TICKS | {
        "name": axis, "name_font": {"size": _TEXT_PT, "bold": False}, "num_format": "0",
        "min": 0, "max": 115, "major_unit": 100, "major_gridlines": {"visible": True, "line": line},
        "line": {"color": "#BFBFBF", "width": 0.75},
    }  # fmt: skip
    return _drawn({"type": "bar"}, field, categories, sample, add_bars, values, (160, 90))


def small_lines(
    field: str, categories: Sequence[str], sample: Sample, size: tuple[float, float] = (78, 55)
) -> ChartPart:
    """Draw lines over the years, with markers and numbers, small enough for two on a line."""
    return _drawn({"type": "line"}, field, categories, sample, _line, _HIDDEN_AXIS, size)


def _bar(look: Look, number_format: str, position: str) -> _Options:
    boxed = position == "outside_end" or look.pattern  # the number lies in a white box
    color = f"#{look.color}"
    paint: _Options = {"fill": {"color": color}}
    if look.pattern:
        paint = {"pattern": {"pattern": look.pattern, "fg_color": color, "bg_color": "#FFFFFF"}}
    font = {"bold": True} if look.light or boxed else {"bold": True, "color": "#FFFFFF"}
    labels = {"num_format": number_format, "position": position, "value": True, "font": font}
    labels |= _WHITE_BOX if boxed else {}
    return paint | {"border": _DARK_LINE, "data_labels": labels, "gap": 50, "overlap": 100}


def _line(look: Look) -> _Options:
    fill = {"color": f"#{look.color}"}
    marker = {"type": look.marker, "size": 7, "fill": fill, "border": fill | {"width": 1}}
    line = fill | {"width": 1.75, "dash_type": look.dash} if look.line else {"none": True}
    labels = {"value": True, "position": look.labels, "num_format": _LINKED}
    return {"line": line, "marker": marker} | ({"data_labels": labels} if look.labels else {})


def _drawn(
    kind: _Options, field: str, categories: Sequence[str], sample: Sample,
    look_options: Callable[[Look], _Options], value_axis: _Options, size: tuple[float, float],
    number_format: str = decimals(1),
) -> ChartPart:  # fmt: skip
    """Return the chart that XlsxWriter draws of a sample, completed for Word."""
    content, tag, last = io.BytesIO(), f"{{{{ {field} }}}}", len(categories)
    lying = kind["type"] == "bar"  # then the first category stands on top
    category_axis = _NO_TICKS | {
        "reverse": lying, "crossing": "max", "label_position": "low", "line": _DARK_LINE,
        "major_gridlines": {"visible": False},
    }  # fmt: skip
    with Workbook(content, {"in_memory": True}) as workbook:
        sheet = workbook.add_worksheet(SHEET)
        chart = workbook.add_chart(kind)
        sheet.insert_chart(0, 0, chart)
        sheet.write_column(1, 0, categories)
        for column, (name, (look, figures)) in enumerate(sample.items(), 1):
            sheet.write_column(0, column, (name, *figures))
            cells = {
                "name": [SHEET, 0, column],
                "categories": [SHEET, 1, 0, last, 0],
                "values": [SHEET, 1, column, last, column],
            }
            chart.add_series(cells | look_options(look))
        chart.set_title({"name": tag, "name_font": {"size": _TITLE_PT, "bold": True}})
        named = value_axis is not _HIDDEN_AXIS  # then the axis says what the bars are
        chart.set_legend({"position": "bottom", "none": named})
        chart.set_chartarea(_WHITE_BOX)
        chart.set_x_axis(value_axis if lying else category_axis)
        chart.set_y_axis(category_axis if lying else value_axis)
    series = (
        Series(name, tuple(None if figure is None else Fraction(figure) for figure in figures))
        for name, (_, figures) in sample.items()
    )
    shown = Chart("", "", tuple(categories), tuple(series), number_format)
    return ChartPart(tag, _completed(content, number_format), book(shown), *size)


def _completed(workbook: io.BytesIO, number_format: str) -> bytes:
    """Return the chart of a workbook with what XlsxWriter does not say and Word needs."""
    with ZipFile(workbook) as archive:
        root = etree.fromstring(archive.read("xl/charts/chart1.xml"))
    for tag, inside, name, value in _DEFAULTS:
        for element in root.iter(f"{C}{tag}"):
            (element.append if inside else element.addnext)(_element(name, value))
    for line in root.iterfind(f".//{C}lineChart/{C}ser"):
        line.append(_element("smooth", "0"))
    for axis in root.iter(f"{C}catAx", f"{C}valAx"):
        if axis.find(f"{C}delete") is None:
            axis.insert(2, _element("delete", "0"))  # behind id and scaling
    for labels in root.iter(f"{C}dLbls"):
        labels.remove(labels[-1])  # showVal
        labels.extend(_element(f"show{label}", str(int(label == "Val"))) for label in _LABEL_PARTS)
        for form in labels.iterfind(f"{C}numFmt[@formatCode='{_LINKED}']"):
            form.attrib.update({"formatCode": number_format, "sourceLinked": "1"})
    for code in root.iterfind(f".//{C}val//{C}formatCode"):
        code.text = number_format
    for text in root.iter(f"{C}lang", f"{A}rPr", f"{A}endParaRPr"):
        text.set("val" if text.tag == f"{C}lang" else "lang", "vi-VN")
    root.remove(root[-1])  # printSettings
    root.append(etree.fromstring(_TEXT_FORM))
    data = etree.SubElement(root, f"{C}externalData", {f"{R}id": BOOK_ID})
    data.append(_element("autoUpdate", "0"))
    return etree.tostring(root, encoding="UTF-8", standalone=True)


def _element(name: str, value: str) -> etree._Element:
    return etree.Element(f"{C}{name}", {"val": value})
