"""What one element states: the properties in a `w:rPr` or a `w:pPr` as a dict, measures.

Only what the element states itself; `styles` merges the levels. Sizes and spacing are in
points, indents in millimetres. Source: ECMA-376 part 1, 17.3.1, 17.3.2, 17.18.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from lxml import etree

from docgen.form_check.opening import W

Properties = dict[str, Any]
Readers = dict[str, Callable[[etree._Element], Properties]]  # by the tag that they read

NOTHING = etree.Element("nothing")  # stands for an element that is not there
VAL = f"{W}val"
_MM_A_TWIP = 25.4 / 1440
_TWIPS = {"pt": 20.0, "cm": 1440 / 2.54, "mm": 1440 / 25.4, "in": 1440.0, "pc": 240.0, "pi": 240.0}
_AUTO_SPACING_PT = 14.0  # what Word takes for "automatic" before or after
_LINE_PT = 12  # what a hundred hundredths of a line come to in w:beforeLines
_CHARACTER_MM = 14 * 25.4 / 72  # an em of the body, for indents given in characters
_OFF = frozenset({"0", "false", "off", "none"})
_ALIGNMENTS = {"start": "left", "end": "right", "distribute": "both"}
_INDENTS = (
    ("left", "left"), ("left", "start"), ("right", "right"), ("right", "end"),
    ("first", "firstLine"), ("first", "hanging"),
)  # fmt: skip


def child(element: etree._Element, path: str) -> etree._Element:
    """Return the element at a path of `w:` names, `NOTHING` where there is none."""
    found = element.find("/".join(f"{W}{name}" for name in path.split("/")))
    return NOTHING if found is None else found


def first(element: etree._Element, name: str) -> etree._Element:
    """Return an element's first child if it is this one, else `NOTHING`; cheaper than `child`.

    The schema wants pPr, rPr, pStyle, rStyle and tcPr in the first place.
    """
    found = element[0] if len(element) else NOTHING
    return found if found.tag == f"{W}{name}" else NOTHING


def is_on(element: etree._Element) -> bool:
    """Whether an on/off element is there and on (no value means on)."""
    return element is not NOTHING and element.get(VAL, "1") not in _OFF


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


def stated(element: etree._Element, readers: Readers) -> Properties:
    """Return what the children of a `w:rPr` (by `RUN`) or `w:pPr` (by `PARAGRAPH`) state."""
    properties: Properties = {}
    for part in element:
        if part.tag in readers:
            properties |= readers[str(part.tag)](part)
    return properties


def _size(element: etree._Element) -> Properties:
    size = _number(element.get(VAL))
    return {} if size is None else {"size": size / 2}


def _colour(element: etree._Element) -> Properties:
    value = element.get(VAL, "auto").upper()
    plain = not (element.get(f"{W}themeTint") or element.get(f"{W}themeShade"))
    text = plain and element.get(f"{W}themeColor") in ("text1", "dark1")
    return {"colour": "" if text or value in ("AUTO", "000000") else value}


def _indents(element: etree._Element) -> Properties:
    properties: Properties = {}
    for key, attribute in _INDENTS:
        amount = millimetres(element.get(f"{W}{attribute}"))
        characters = element.get(f"{W}{attribute}Chars")
        if amount is None and characters:
            amount = (_number(characters) or 0) / 100 * _CHARACTER_MM
        if amount is not None:
            properties[key] = -amount if attribute == "hanging" else amount
    return properties


def _spacing(element: etree._Element) -> Properties:
    properties: Properties = {}
    for side in ("before", "after"):
        amount = _number(element.get(f"{W}{side}"))
        lines = _number(element.get(f"{W}{side}Lines"))
        if element.get(f"{W}{side}Autospacing", "0") not in _OFF:
            properties[side] = _AUTO_SPACING_PT
        elif lines:
            properties[side] = lines / 100 * _LINE_PT
        elif amount is not None:
            properties[side] = amount / 20
    line, rule = _number(element.get(f"{W}line")), element.get(f"{W}lineRule", "auto")
    if line is not None:
        properties["line"] = (line / (240 if rule == "auto" else 20), rule)
    return properties


def _borders(element: etree._Element) -> Properties:
    """The sides whose border is printed; a white one is not."""
    visible = (
        str(side.tag).removeprefix(W) for side in element
        if side.get(VAL, "nil") not in ("nil", "none") and side.get(f"{W}sz") != "0"
        and side.get(f"{W}color", "").upper() != "FFFFFF"
    )  # fmt: skip
    return {"borders": frozenset(visible) & {"top", "bottom", "left", "right"}}


def _tabs(element: etree._Element) -> Properties:
    stops = ((millimetres(stop.get(f"{W}pos")), stop.get(VAL, "left")) for stop in element)
    return {"tabs": {position: kind for position, kind in stops if position is not None}}


def _numbered(element: etree._Element) -> Properties:
    """The list and the level; each may come from another style."""
    named = {"list": child(element, "numId"), "level": child(element, "ilvl")}
    return {key: part.get(VAL, "0") for key, part in named.items() if part is not NOTHING}


RUN: Readers = {
    f"{W}sz": _size,
    f"{W}color": _colour,
    f"{W}u": lambda line: {"underlined": is_on(line) and line.get(f"{W}color") != "FFFFFF"},
    f"{W}vertAlign": lambda part: {"raised": part.get(VAL, "baseline") != "baseline"},
    f"{W}highlight": lambda part: {"highlighted": is_on(part)},
    f"{W}b": lambda part: {"bold": is_on(part)},
    f"{W}i": lambda part: {"italic": is_on(part)},
    f"{W}caps": lambda part: {"caps": is_on(part)},
    f"{W}smallCaps": lambda part: {"small_caps": is_on(part)},
    f"{W}vanish": lambda part: {"hidden": is_on(part)},
}
PARAGRAPH: Readers = {
    f"{W}jc": lambda part: {"align": _ALIGNMENTS.get(part.get(VAL, ""), part.get(VAL, ""))},
    f"{W}ind": _indents,
    f"{W}spacing": _spacing,
    f"{W}contextualSpacing": lambda part: {"contextual": is_on(part)},
    f"{W}pBdr": _borders,
    f"{W}tabs": _tabs,
    f"{W}framePr": lambda frame: {"frame_centred": frame.get(f"{W}xAlign") == "center"},
    f"{W}numPr": _numbered,
}


def cell_margins(element: etree._Element) -> Properties:
    """Return the left and right margins that `w:tblCellMar` or `w:tcMar` states."""
    sides = {f"{W}left": "left", f"{W}start": "left", f"{W}right": "right", f"{W}end": "right"}
    amounts = ((sides.get(part.tag), millimetres(part.get(f"{W}w"))) for part in element)
    return {side: amount for side, amount in amounts if side and amount is not None}
