"""Draws native charts into templates: the tools that draw templates build them here.

Three kinds: stacked bars, bars against 100, a small chart of lines. Each is drawn with a
sample, which whoever opens the template in Word sees; by the names of its series the
data's series find their look (`docgen.charts.data.Series.role`). The tag stands in the
alternative text, and as title, where it can be seen:

    part = small_lines(1, "c.bieu_do", sample, looks)
    body = chart_paragraph(part)                # or `chart_run(part)` inside a paragraph
    package(Section(body), title="…", charts=(part,))

Text is black Times New Roman; nothing needs colour to be understood.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from lxml import etree

from docgen.charts.data import Chart
from docgen.charts.elements import CHART, DRAWING
from docgen.charts.filling import ChartTemplate
from docgen.form import FONT
from docgen.wordxml import R, paragraph
from docgen.xml_text import escaped

_EMU_A_MM = 36000
_INLINE = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_GREY = "BFBFBF"
_CATEGORIES, _VALUES = "111111111", "222222222"  # ids of the axes
_TEXT_SIZE, _TITLE_SIZE = 11, 12  # points


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
    the relationship `docgen.charts.elements.BOOK_ID`.
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
    series = "".join(
        f'<c:ser>{_named(one.name)}{_bar(look)}<c:invertIfNegative val="0"/>'
        f"{_labels('ctr', '#,##0;;', bold=True, white=not look.light, boxed=bool(look.pattern))}"
        "</c:ser>"
        for one, look in zip(sample.series, looks, strict=True)
    )
    plot = (
        '<c:barChart><c:barDir val="bar"/><c:grouping val="stacked"/><c:varyColors val="0"/>'
        f'{series}<c:gapWidth val="50"/><c:overlap val="100"/>{_axis_ids()}</c:barChart>'
        f"{_category_axis(lying=True)}{_value_axis(hidden=True)}"
    )
    return _part(number, field, sample, plot, width_mm, height_mm, legend=True)


def bars_to_hundred(
    number: int, field: str, sample: Chart, looks: tuple[Look, ...], axis: str, *,
    width_mm: float = 160, height_mm: float = 90,
) -> ChartPart:  # fmt: skip
    """Draw bars that lie, one a category, before a line at 100, which is what is asked.

    Every category has a value in one series, whose look its bar takes; `axis` is what
    stands under the line.
    """
    series = "".join(
        f'<c:ser>{_named(one.name)}{_bar(look)}<c:invertIfNegative val="0"/>'
        f"{_labels('outEnd', '', bold=True, boxed=True)}</c:ser>"
        for one, look in zip(sample.series, looks, strict=True)
    )
    plot = (
        '<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
        f'{series}<c:gapWidth val="50"/><c:overlap val="100"/>{_axis_ids()}</c:barChart>'
        f"{_category_axis(lying=True)}{_value_axis(title=axis, to_hundred=True)}"
    )
    return _part(number, field, sample, plot, width_mm, height_mm)


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
        f'{series}<c:marker val="1"/>{_axis_ids()}</c:lineChart>'
        f"{_category_axis()}{_value_axis(hidden=True)}"
    )
    return _part(number, field, sample, plot, width_mm, height_mm, legend=True)


def _part(
    number: int, field: str, sample: Chart, plot: str, width_mm: float, height_mm: float,
    *, legend: bool = False,
) -> ChartPart:  # fmt: skip
    shown = '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>' if legend else ""
    title = (
        "<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p>"
        f"<a:pPr>{_font('a:defRPr', size=_TITLE_SIZE, bold=True)}</a:pPr>"
        f"<a:r>{_font('a:rPr', size=_TITLE_SIZE, bold=True)}<a:t>…</a:t></a:r></a:p></c:rich>"
        '</c:tx><c:overlay val="0"/></c:title>'
    )
    skeleton = (
        f'<c:chartSpace xmlns:c="{CHART}" xmlns:a="{DRAWING}" xmlns:r="{R}">'
        '<c:date1904 val="0"/><c:lang val="vi-VN"/><c:roundedCorners val="0"/>'
        f"<c:chart>{title}<c:plotArea><c:layout/>{plot}</c:plotArea>{shown}"
        '<c:plotVisOnly val="1"/></c:chart><c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/>'
        f"</a:solidFill><a:ln><a:noFill/></a:ln></c:spPr>{_whole()}</c:chartSpace>"
    )
    sample = replace(sample, title=_tag(field))
    xml = ChartTemplate(etree.fromstring(skeleton)).fill(sample)
    return ChartPart(number, field, sample, xml, width_mm, height_mm)


def _named(name: str) -> str:
    return f"<c:tx><c:v>{escaped(name)}</c:v></c:tx>"


def _solid(color: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{color}"/></a:solidFill>'


def _bar(look: Look) -> str:
    fill = _solid(look.color)
    if look.pattern:
        fill = (
            f'<a:pattFill prst="{look.pattern}"><a:fgClr><a:srgbClr val="{look.color}"/></a:fgClr>'
            '<a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr></a:pattFill>'
        )
    return f'<c:spPr>{fill}<a:ln w="9525">{_solid("404040")}</a:ln></c:spPr>'


def _line(look: Look) -> str:
    stroke = "<a:noFill/>"
    if look.line:
        stroke = f'{_solid(look.color)}<a:prstDash val="{look.dash}"/><a:round/>'
    return (
        f'<c:spPr><a:ln w="22225" cap="rnd">{stroke}</a:ln></c:spPr>'
        f'<c:marker><c:symbol val="{look.marker}"/><c:size val="7"/><c:spPr>{_solid(look.color)}'
        f'<a:ln w="12700">{_solid(look.color)}</a:ln></c:spPr></c:marker>'
    )


def _labels(
    side: str, number_format: str, *, bold: bool = False, white: bool = False, boxed: bool = False
) -> str:
    code, linked = (number_format, 0) if number_format else ("General", 1)
    box = f"<c:spPr>{_solid('FFFFFF')}<a:ln><a:noFill/></a:ln></c:spPr>" if boxed else ""
    color = "FFFFFF" if white and not boxed else ""
    form = _text(_font("a:defRPr", bold=bold, color=color)) if bold or color else ""
    flags = "".join(
        f'<c:{name} val="{int(name == "showVal")}"/>'
        for name in ("showLegendKey", "showVal", "showCatName", "showSerName", "showPercent",
                     "showBubbleSize")
    )  # fmt: skip
    return (
        f'<c:dLbls><c:numFmt formatCode="{code}" sourceLinked="{linked}"/>{box}{form}'
        f'<c:dLblPos val="{side}"/>{flags}</c:dLbls>'
    )


def _font(tag: str, *, size: float = 0, bold: bool = False, color: str = "") -> str:
    """Return the form of a text; what is not said is that of the whole chart."""
    points = f' sz="{round(size * 100)}"' if size else ""
    return f'<{tag}{points} b="{int(bold)}">{_solid(color) if color else ""}</{tag}>'


def _text(form: str) -> str:
    return (
        f"<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>{form}</a:pPr>"
        '<a:endParaRPr lang="vi-VN"/></a:p></c:txPr>'
    )


def _whole() -> str:
    """Return the form of all text of a chart."""
    face = "".join(f'<a:{slot} typeface="{FONT}"/>' for slot in ("latin", "ea", "cs"))
    form = f'<a:defRPr sz="{_TEXT_SIZE * 100}" b="0">{_solid("000000")}{face}</a:defRPr>'
    return _text(form)


def _axis_ids() -> str:
    return f'<c:axId val="{_CATEGORIES}"/><c:axId val="{_VALUES}"/>'


def _category_axis(*, lying: bool = False) -> str:
    direction, side = ("maxMin", "l") if lying else ("minMax", "b")
    return (
        f'<c:catAx><c:axId val="{_CATEGORIES}"/><c:scaling><c:orientation val="{direction}"/>'
        f'</c:scaling><c:delete val="0"/><c:axPos val="{side}"/>'
        '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        '<c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f'<c:spPr><a:ln w="9525">{_solid("404040")}</a:ln></c:spPr>'
        f'<c:crossAx val="{_VALUES}"/><c:crosses val="autoZero"/><c:auto val="0"/>'
        '<c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _value_axis(*, hidden: bool = False, title: str = "", to_hundred: bool = False) -> str:
    limits = '<c:max val="115"/><c:min val="0"/>' if to_hundred else ""
    lines = (
        f'<c:majorGridlines><c:spPr><a:ln w="12700">{_solid("000000")}<a:prstDash val="dash"/>'
        "</a:ln></c:spPr></c:majorGridlines>"
        if to_hundred
        else ""
    )
    words = (
        "<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:r>"
        f"{_font('a:rPr', size=_TEXT_SIZE)}"
        f'<a:t>{escaped(title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>'
        if title
        else ""
    )
    step = '<c:majorUnit val="100"/>' if to_hundred else ""
    return (
        f'<c:valAx><c:axId val="{_VALUES}"/><c:scaling><c:orientation val="minMax"/>{limits}'
        f'</c:scaling><c:delete val="{int(hidden)}"/><c:axPos val="b"/>{lines}{words}'
        '<c:numFmt formatCode="0" sourceLinked="0"/><c:majorTickMark val="none"/>'
        '<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        f'<c:spPr><a:ln w="9525">{_solid(_GREY)}</a:ln></c:spPr>'
        f'<c:crossAx val="{_CATEGORIES}"/><c:crosses val="max"/>'
        f'<c:crossBetween val="between"/>{step}</c:valAx>'
    )
