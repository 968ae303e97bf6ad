"""Formatting properties as one element states them: `w:rPr` and `w:pPr` as dicts.

Only what the element states itself; `styles` merges the levels. Sizes and spacing are in
points, indents in millimetres. Source: ECMA-376 part 1, 17.3.1, 17.3.2, 17.18.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree

from docgen.form_check.opening import W

Properties = dict[str, Any]
Themes = Mapping[str, str]  # "minorHAnsi" … -> font name

_MM_A_TWIP = 25.4 / 1440
_TWIPS = {"pt": 20.0, "cm": 1440 / 2.54, "mm": 1440 / 25.4, "in": 1440.0, "pc": 240.0, "pi": 240.0}
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_AUTO_SPACING_PT = 14  # what Word takes for "automatic" before or after
_LINE_PT = 12  # what a hundred hundredths of a line come to in w:beforeLines
_CHARACTER_MM = 14 * 25.4 / 72  # an em of the body, for indents given in characters
_OFF = frozenset({"0", "false", "off", "none"})

TOGGLES = {
    f"{W}b": "bold",
    f"{W}i": "italic",
    f"{W}caps": "caps",
    f"{W}smallCaps": "small_caps",
    f"{W}vanish": "hidden",
}
_SCRIPTS = (("latin", ("Ascii", "HAnsi")), ("ea", ("EastAsia",)), ("cs", ("Bidi",)))
_SIDES = ("top", "bottom", "left", "right")
_ALIGNMENTS = {"start": "left", "end": "right", "distribute": "both"}


def themes(theme: etree._Element | None) -> Themes:
    """Return the fonts that a theme's names stand for."""
    stated: dict[str, str] = {}
    if theme is None:
        return stated
    for kind in ("major", "minor"):
        fonts = theme.find(f".//{_DRAWING}{kind}Font")
        for script, names in _SCRIPTS:
            font = fonts.find(f"{_DRAWING}{script}") if fonts is not None else None
            if font is not None and font.get("typeface"):
                stated |= {f"{kind}{name}": font.get("typeface", "") for name in names}
    return stated


def first(element: etree._Element | None, name: str) -> etree._Element | None:
    """Return an element's first child if it is this one; much cheaper than a search.

    The schema wants pPr, rPr, pStyle, rStyle and tcPr in the first place.
    """
    if element is None or not len(element):
        return None
    child = element[0]
    return child if child.tag == f"{W}{name}" else None


def is_on(element: etree._Element) -> bool:
    """Whether an on/off element is on (no value means on)."""
    return element.get(f"{W}val", "1") not in _OFF


def _number(text: str | None) -> float | None:
    """Read a measure: twips, or a number with its unit (`12pt`, `1cm`)."""
    if not text:
        return None
    factor = _TWIPS.get(text[-2:])
    try:
        return float(text[:-2]) * factor if factor else float(text)
    except ValueError:
        return None


def millimetres(text: str | None) -> float | None:
    """Read a measure in twips (or with a unit) as millimetres."""
    number = _number(text)
    return None if number is None else number * _MM_A_TWIP


def run_properties(rpr: etree._Element | None, fonts: Themes) -> Properties:
    """Return what a `w:rPr` states."""
    stated: Properties = {}
    for child in rpr if rpr is not None else ():
        tag = child.tag
        if tag in TOGGLES:
            stated[TOGGLES[tag]] = is_on(child)
        elif tag == f"{W}rFonts":
            stated |= _fonts(child, fonts)
        elif tag == f"{W}sz":
            size = _number(child.get(f"{W}val"))
            if size is not None:
                stated["size"] = size / 2
        elif tag == f"{W}u":
            stated["underlined"] = is_on(child) and child.get(f"{W}color", "") != "FFFFFF"
        elif tag == f"{W}color":
            stated["colour"] = _colour(child)
        elif tag == f"{W}vertAlign":
            stated["raised"] = child.get(f"{W}val", "baseline") != "baseline"
        elif tag == f"{W}highlight":
            stated["highlighted"] = is_on(child)
    return stated


def _fonts(element: etree._Element, fonts: Themes) -> Properties:
    """Both slots; a theme's font beats a plain name of the same element."""
    stated = {}
    for slot, attribute in (("ascii", "ascii"), ("hansi", "hAnsi")):
        theme = element.get(f"{W}{attribute}Theme")
        name = (fonts.get(theme) if theme else None) or element.get(f"{W}{attribute}")
        if name:
            stated[slot] = name
    return stated


def _colour(element: etree._Element) -> str:
    """Return RRGGBB, "" for black and automatic."""
    value = element.get(f"{W}val", "auto").upper()
    plain = not (element.get(f"{W}themeTint") or element.get(f"{W}themeShade"))
    if plain and element.get(f"{W}themeColor") in ("text1", "dark1"):
        return ""
    return "" if value in ("AUTO", "000000") else value


def paragraph_properties(ppr: etree._Element | None) -> Properties:
    """Return what a `w:pPr` states."""
    stated: Properties = {}
    for child in ppr if ppr is not None else ():
        name = str(child.tag).removeprefix(W)
        value = child.get(f"{W}val", "")
        if name == "jc":
            stated["align"] = _ALIGNMENTS.get(value, value)
        elif name == "ind":
            stated |= _indents(child)
        elif name == "spacing":
            stated |= dict(_spacing(child))
        elif name == "contextualSpacing":
            stated["contextual"] = is_on(child)
        elif name == "pBdr":
            stated["borders"] = frozenset(side for side in _SIDES if _visible(child, side))
        elif name == "tabs":
            stated["tabs"] = _tabs(child)
        elif name == "framePr":
            stated["frame_centred"] = child.get(f"{W}xAlign") == "center"
        elif name == "numPr":
            stated |= _numbered(child)
    return stated


def _indents(element: etree._Element) -> Properties:
    stated: Properties = {}
    names = (("left", "left"), ("left", "start"), ("right", "right"), ("right", "end"),
             ("first", "firstLine"), ("first", "hanging"))  # fmt: skip
    for key, attribute in names:
        amount = millimetres(element.get(f"{W}{attribute}"))
        characters = element.get(f"{W}{attribute}Chars")
        if amount is None and characters:
            amount = (_number(characters) or 0) / 100 * _CHARACTER_MM
        if amount is not None:
            stated[key] = -amount if attribute == "hanging" else amount
    return stated


def _spacing(element: etree._Element) -> Iterator[tuple[str, Any]]:
    for side in ("before", "after"):
        amount = _number(element.get(f"{W}{side}"))
        lines = _number(element.get(f"{W}{side}Lines"))
        if element.get(f"{W}{side}Autospacing", "0") not in _OFF:
            yield side, float(_AUTO_SPACING_PT)
        elif lines:
            yield side, lines / 100 * _LINE_PT
        elif amount is not None:
            yield side, amount / 20
    line = _number(element.get(f"{W}line"))
    if line is not None:
        rule = element.get(f"{W}lineRule", "auto")
        yield "line", (line / 240, "auto") if rule == "auto" else (line / 20, rule)


def _visible(borders: etree._Element, side: str) -> bool:
    """Whether a border is printed; a white one is not."""
    border = borders.find(f"{W}{side}")
    if border is None or border.get(f"{W}val", "nil") in ("nil", "none"):
        return False
    return border.get(f"{W}color", "").upper() != "FFFFFF" and border.get(f"{W}sz") != "0"


def _tabs(element: etree._Element) -> dict[float, str]:
    stops = ((millimetres(stop.get(f"{W}pos")), stop.get(f"{W}val", "left")) for stop in element)
    return {position: kind for position, kind in stops if position is not None}


def _numbered(element: etree._Element) -> Properties:
    """The list and the level; each may come from another style."""
    stated = {}
    for key, name in (("list", "numId"), ("level", "ilvl")):
        child = element.find(f"{W}{name}")
        if child is not None:
            stated[key] = child.get(f"{W}val", "0")
    return stated


def cell_margins(element: etree._Element | None) -> Properties:
    """Return the left and right margins that `w:tblCellMar` or `w:tcMar` states."""
    sides = {f"{W}left": "left", f"{W}start": "left", f"{W}right": "right", f"{W}end": "right"}
    stated: Properties = {}
    for child in element if element is not None else ():
        amount = millimetres(child.get(f"{W}w"))
        if child.tag in sides and amount is not None:
            stated[sides[str(child.tag)]] = amount
    return stated
