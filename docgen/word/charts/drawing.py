"""Draws native charts into templates: the tools that draw templates build them here.

Three kinds: stacked bars, bars against 100, a small chart of lines. Each is drawn with a
sample, which whoever opens the template in Word sees; by the names of its series the
data's series find their look (`docgen.word.charts.data.Series.role`). The tag stands in the
alternative text, and as title, where it can be seen:

    part = small_lines(1, "c.bieu_do", sample, looks)
    body = chart_paragraph(part)                # or `chart_run(part)` inside a paragraph
    package(Section(body), title="…", charts=(part,))

Text is black Times New Roman; nothing needs colour to be understood.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from lxml import etree

from docgen.word.charts.axes import (
    axis_ids,
    category_axis,
    font,
    solid,
    text_form,
    value_axis,
    whole_form,
)
from docgen.word.charts.data import Chart
from docgen.word.charts.elements import CHART, DRAWING
from docgen.word.charts.filling import ChartTemplate
from docgen.word.wordxml import R, paragraph
from docgen.word.xml_text import escaped

_EMU_A_MM = 36000
_INLINE = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_TITLE_SIZE = 12  # points


@dataclass(frozen=True)
class Look:
    """How one series is drawn.

    `color`: RRGGBB of the bars or the line. `pattern`: of bars, a preset of DrawingML
    such as "wdUpDiag" in `color` on white; "" is plain. `light`: labels on it are black.
    `marker`: of points of a line, such as "circle", "diamond", "square", "triangle".
    `line`, `dash`: whether points are joined, and by what kind of line ("solid", "dash",
    "sysDot"). `labels`: on which side of its points numbers stand ("t" above, "b" below,
    "r" right); "" for none.
    """

    color: str
    pattern: str = ""
    light: bool = False
    marker: str = "circle"
    line: bool = True
    dash: str = "solid"
    labels: str = "t"


@dataclass(frozen=True)
class ChartPart:
    """A chart of a template: its number (1, 2 … in its document), its tag, its part.

    `path`: what the tag names, such as "c.bieu_do". `xml`: the part, its workbook on
    the relationship `docgen.word.charts.elements.BOOK_ID`.
    """

    number: int
    path: str
    sample: Chart = field(repr=False)
    xml: str = field(repr=False)
    width_mm: float = 160
    height_mm: float = 80

    @property
    def relationship(self) -> str:
        """The id by which the document names the part."""
        return f"rIdBieuDo{self.number}"

    @property
    def place(self) -> str:
        """The part's place in the folder of the document."""
        return f"charts/chart{self.number}.xml"

    @property
    def book_place(self) -> str:
        """The place of its workbook."""
        return f"embeddings/chart{self.number}.xlsx"


def chart_run(part: ChartPart) -> str:
    """Return the run that holds a chart in a line of text."""
    width, height = (round(one * _EMU_A_MM) for one in (part.width_mm, part.height_mm))
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_INLINE}" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:docPr id="{part.number}" name="Biểu đồ {part.number}" descr="{_tag(part.path)}"/>'
        f'<wp:cNvGraphicFramePr/><a:graphic xmlns:a="{DRAWING}"><a:graphicData uri="{CHART}">'
        f'<c:chart xmlns:c="{CHART}" r:id="{part.relationship}"/></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )


def _tag(path: str) -> str:
    return f"{{{{ {path} }}}}"


def chart_paragraph(*parts: ChartPart, style: str = "BieuDo") -> str:
    """Return a paragraph with a chart, or with several that flow beside each other."""
    return paragraph(style, *map(chart_run, parts))


def stacked_bars(
    number: int, field: str, sample: Chart, looks: tuple[Look, ...], *, width_mm: float = 160,
    height_mm: float = 90,
) -> ChartPart:  # fmt: skip
    """Draw bars that lie, one a category, each of several parts with its count in it."""
    series = _bars(sample, looks, "ctr", "#,##0;;")
    plot = _lying_bars("stacked", series, value_axis(hidden=True))
    return _part(number, field, sample, plot, width_mm, height_mm, legend=True)


def bars_to_hundred(
    number: int, field: str, sample: Chart, looks: tuple[Look, ...], axis: str, *,
    width_mm: float = 160, height_mm: float = 90,
) -> ChartPart:  # fmt: skip
    """Draw bars that lie, one a category, before a line at 100, which is what is asked.

    Every category has a value in one series, whose look its bar takes; `axis` is what
    stands under the line.
    """
    series = _bars(sample, looks, "outEnd", "", boxed=True)
    plot = _lying_bars("clustered", series, value_axis(title=axis, to_hundred=True))
    return _part(number, field, sample, plot, width_mm, height_mm)


def _lying_bars(grouping: str, series: str, value_axis: str) -> str:
    return (
        f'<c:barChart><c:barDir val="bar"/><c:grouping val="{grouping}"/><c:varyColors val="0"/>'
        f'{series}<c:gapWidth val="50"/><c:overlap val="100"/>{axis_ids()}</c:barChart>'
        f"{category_axis(lying=True)}{value_axis}"
    )


def small_lines(
    number: int, field: str, sample: Chart, looks: tuple[Look, ...], *, width_mm: float = 78,
    height_mm: float = 55,
) -> ChartPart:  # fmt: skip
    """Draw lines over the years, with markers and numbers, small enough for two on a line."""
    series = "".join(
        f"<c:ser>{_named(one.name)}{_line(look)}"
        f"{_labels(look.labels, '') if look.labels else ''}"
        '<c:smooth val="0"/></c:ser>'
        for one, look in zip(sample.series, looks, strict=True)
    )
    plot = (
        '<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>'
        f'{series}<c:marker val="1"/>{axis_ids()}</c:lineChart>'
        f"{category_axis()}{value_axis(hidden=True)}"
    )
    return _part(number, field, sample, plot, width_mm, height_mm, legend=True)


def _part(
    number: int, field: str, sample: Chart, plot: str, width_mm: float, height_mm: float,
    *, legend: bool = False,
) -> ChartPart:  # fmt: skip
    shown = '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>' if legend else ""
    title = (
        "<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p>"
        f"<a:pPr>{font('a:defRPr', size=_TITLE_SIZE, bold=True)}</a:pPr>"
        f"<a:r>{font('a:rPr', size=_TITLE_SIZE, bold=True)}<a:t>…</a:t></a:r></a:p></c:rich>"
        '</c:tx><c:overlay val="0"/></c:title>'
    )
    skeleton = (
        f'<c:chartSpace xmlns:c="{CHART}" xmlns:a="{DRAWING}" xmlns:r="{R}">'
        '<c:date1904 val="0"/><c:lang val="vi-VN"/><c:roundedCorners val="0"/>'
        f"<c:chart>{title}<c:plotArea><c:layout/>{plot}</c:plotArea>{shown}"
        '<c:plotVisOnly val="1"/></c:chart><c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/>'
        f"</a:solidFill><a:ln><a:noFill/></a:ln></c:spPr>{whole_form()}</c:chartSpace>"
    )
    sample = replace(sample, title=_tag(field))
    xml = ChartTemplate(etree.fromstring(skeleton)).fill(sample).decode()
    return ChartPart(number, field, sample, xml, width_mm, height_mm)


def _named(name: str) -> str:
    return f"<c:tx><c:v>{escaped(name)}</c:v></c:tx>"


def _bars(
    sample: Chart, looks: tuple[Look, ...], side: str, number_format: str, *, boxed: bool = False
) -> str:
    """A number lies in a white box where the bar under it has a pattern."""
    return "".join(
        f'<c:ser>{_named(one.name)}<c:spPr>{_fill(look)}<a:ln w="9525">{solid("404040")}</a:ln>'
        '</c:spPr><c:invertIfNegative val="0"/>'
        + _labels(side, number_format, bold=True, white=not look.light,
                  boxed=boxed or bool(look.pattern))
        + "</c:ser>"
        for one, look in zip(sample.series, looks, strict=True)
    )  # fmt: skip


def _fill(look: Look) -> str:
    if not look.pattern:
        return solid(look.color)
    return (
        f'<a:pattFill prst="{look.pattern}"><a:fgClr><a:srgbClr val="{look.color}"/></a:fgClr>'
        '<a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr></a:pattFill>'
    )


def _line(look: Look) -> str:
    stroke = "<a:noFill/>"
    if look.line:
        stroke = f'{solid(look.color)}<a:prstDash val="{look.dash}"/><a:round/>'
    return (
        f'<c:spPr><a:ln w="22225" cap="rnd">{stroke}</a:ln></c:spPr>'
        f'<c:marker><c:symbol val="{look.marker}"/><c:size val="7"/><c:spPr>{solid(look.color)}'
        f'<a:ln w="12700">{solid(look.color)}</a:ln></c:spPr></c:marker>'
    )


def _labels(
    side: str, number_format: str, *, bold: bool = False, white: bool = False, boxed: bool = False
) -> str:
    code, linked = (number_format, 0) if number_format else ("General", 1)
    box = f"<c:spPr>{solid('FFFFFF')}<a:ln><a:noFill/></a:ln></c:spPr>" if boxed else ""
    color = "FFFFFF" if white and not boxed else ""
    form = text_form(font("a:defRPr", bold=bold, color=color)) if bold or color else ""
    flags = "".join(
        f'<c:{name} val="{int(name == "showVal")}"/>'
        for name in ("showLegendKey", "showVal", "showCatName", "showSerName", "showPercent",
                     "showBubbleSize")
    )  # fmt: skip
    return (
        f'<c:dLbls><c:numFmt formatCode="{code}" sourceLinked="{linked}"/>{box}{form}'
        f'<c:dLblPos val="{side}"/>{flags}</c:dLbls>'
    )
