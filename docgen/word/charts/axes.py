"""Axes and forms of text that all drawn charts share; part of `docgen.word.charts.drawing`.

Text is black Times New Roman. Source of order and names: ECMA-376, part 1, 21.2.2.
"""

from __future__ import annotations

from docgen.shared.house_style import FONT
from docgen.word.xml_text import escaped

TEXT_SIZE = 11  # points
_GREY = "BFBFBF"
_CATEGORIES, _VALUES = "111111111", "222222222"  # ids of the axes


def solid(color: str) -> str:
    """Return a fill of one colour (RRGGBB)."""
    return f'<a:solidFill><a:srgbClr val="{color}"/></a:solidFill>'


def font(tag: str, *, size: float = 0, bold: bool = False, color: str = "") -> str:
    """Return the form of a text; what is not said is that of the whole chart."""
    points = f' sz="{round(size * 100)}"' if size else ""
    return f'<{tag}{points} b="{int(bold)}">{solid(color) if color else ""}</{tag}>'


def text_form(form: str) -> str:
    """Return the text properties of a part of a chart."""
    return (
        f"<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>{form}</a:pPr>"
        '<a:endParaRPr lang="vi-VN"/></a:p></c:txPr>'
    )


def whole_form() -> str:
    """Return the form of all text of a chart."""
    face = "".join(f'<a:{slot} typeface="{FONT}"/>' for slot in ("latin", "ea", "cs"))
    form = f'<a:defRPr sz="{TEXT_SIZE * 100}" b="0">{solid("000000")}{face}</a:defRPr>'
    return text_form(form)


def axis_ids() -> str:
    """Return which axes a group of series uses."""
    return f'<c:axId val="{_CATEGORIES}"/><c:axId val="{_VALUES}"/>'


def category_axis(*, lying: bool = False) -> str:
    """Return the axis of the categories; where bars lie, the first stands on top."""
    direction, side = ("maxMin", "l") if lying else ("minMax", "b")
    return (
        f'<c:catAx><c:axId val="{_CATEGORIES}"/><c:scaling><c:orientation val="{direction}"/>'
        f'</c:scaling><c:delete val="0"/><c:axPos val="{side}"/>'
        '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        '<c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f'<c:spPr><a:ln w="9525">{solid("404040")}</a:ln></c:spPr>'
        f'<c:crossAx val="{_VALUES}"/><c:crosses val="autoZero"/><c:auto val="0"/>'
        '<c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def value_axis(*, hidden: bool = False, title: str = "", to_hundred: bool = False) -> str:
    """Return the axis of the values; `to_hundred`: with one line, at what is asked."""
    limits = '<c:max val="115"/><c:min val="0"/>' if to_hundred else ""
    lines = (
        f'<c:majorGridlines><c:spPr><a:ln w="12700">{solid("000000")}<a:prstDash val="dash"/>'
        "</a:ln></c:spPr></c:majorGridlines>"
        if to_hundred
        else ""
    )
    words = (
        "<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:r>"
        f"{font('a:rPr', size=TEXT_SIZE)}"
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
        f'<c:spPr><a:ln w="9525">{solid(_GREY)}</a:ln></c:spPr>'
        f'<c:crossAx val="{_CATEGORIES}"/><c:crosses val="max"/>'
        f'<c:crossBetween val="between"/>{step}</c:valAx>'
    )
