"""What one element states: the properties in a `w:rPr`, `w:pPr`, `w:tcPr` as a dict, measures.

Only what the element states itself; `styles` merges the levels. Sizes and spacing are in
points, indents and widths in millimetres. Source: ECMA-376 part 1, 17.3.1, 17.3.2, 17.4, 17.18.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import Any

from lxml import etree

from docgen.form_check.opening import W

Properties = dict[str, Any]
# By the tag of what they read; None where it states nothing.
Readers = dict[str, Callable[[etree._Element], Properties]]

NOTHING = etree.Element("nothing")  # stands for an element that is not there
VAL = f"{W}val"
_MEASURE = re.compile(r"\s*([+-]?\d{1,9}(?:\.\d*)?)\s*(pt|cm|mm|in|pc|pi|px)?\s*")
_TWIPS = {
    None: 1.0, "pt": 20.0, "cm": 1440 / 2.54, "mm": 1440 / 25.4, "in": 1440.0, "pc": 240.0,
    "pi": 240.0, "px": 15.0,
}  # fmt: skip
_AUTO_SPACING_PT = 14.0  # what Word takes for "automatic" before or after
_LINE_PT = 12  # what a hundred hundredths of a line come to in w:beforeLines
_CHARACTER_MM = 14 * 25.4 / 72  # an em of the body, for indents given in characters
_OFF = frozenset({"0", "false", "off", "none"})
_ALIGNMENTS = {"start": "left", "end": "right", "distribute": "both"}
_SIDES = {f"{W}left": "left", f"{W}start": "left", f"{W}right": "right", f"{W}end": "right"}
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


def stated(element: etree._Element, readers: Readers) -> Properties:
    """Return what the children of an element state, read by `RUN`, `PARAGRAPH` or `CELL`."""
    properties: Properties = {}
    for part in element:
        if part.tag in readers:
            properties |= readers[str(part.tag)](part)
    return {name: value for name, value in properties.items() if value is not None}


def measure(text: str | None, unit: float = 1) -> float | None:
    """Read a measure: twips, or a number with its unit (`12pt`, `1cm`), times a factor."""
    match = _MEASURE.fullmatch(text or "")
    return float(match[1]) * _TWIPS[match[2]] * unit if match else None


millimetres = partial(measure, unit=25.4 / 1440)


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
            amount = measure(characters, _CHARACTER_MM / 100) or 0
        if amount is not None:
            properties[key] = -amount if attribute == "hanging" else amount
    return properties


def _spacing(element: etree._Element) -> Properties:
    properties: Properties = {}
    for side in ("before", "after"):
        lines = measure(element.get(f"{W}{side}Lines"), _LINE_PT / 100)
        automatic = element.get(f"{W}{side}Autospacing", "0") not in _OFF
        stated = lines or measure(element.get(f"{W}{side}"), 1 / 20)
        properties[side] = _AUTO_SPACING_PT if automatic else stated
    rule = element.get(f"{W}lineRule", "auto")
    line = measure(element.get(f"{W}line"), 1 / 240 if rule == "auto" else 1 / 20)
    return properties | {"line": None if line is None else (line, rule)}


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
    return {"list": child(element, "numId").get(VAL), "level": child(element, "ilvl").get(VAL)}


def _margins(element: etree._Element) -> Properties:
    sides = (part for part in element if part.tag in _SIDES)
    return {_SIDES[str(part.tag)]: millimetres(part.get(f"{W}w")) for part in sides}


def _width(element: etree._Element) -> Properties:
    absolute = element.get(f"{W}type", "dxa") == "dxa"
    return {"width": millimetres(element.get(f"{W}w")) if absolute else None}


RUN: Readers = {
    f"{W}sz": lambda part: {"size": measure(part.get(VAL), 1 / 2)},
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
CELL: Readers = {
    f"{W}tblCellMar": _margins,
    f"{W}tcMar": _margins,
    f"{W}tcW": _width,
    f"{W}gridSpan": lambda part: {"columns": int(measure(part.get(VAL)) or 1)},
}
