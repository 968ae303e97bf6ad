"""Resolves formats through the whole cascade, as Word shows them; numbers lists.

Levels, each over the one before: document defaults; the table's style with its parts
(first row …); the paragraph's style and what it is based on; the list's level (indents);
the character style; direct formatting. What one element states itself is a dict; sizes and
spacing in points, indents and widths in millimetres. A list's label (`a)`, `I.`, `-`) stands in
no run and counts as much as a typed one. Source: ECMA-376 part 1, 17.3.1, 17.3.2, 17.4, 17.7.2,
17.7.3, 17.9, 17.18.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache, partial
from itertools import chain
from typing import Any, NamedTuple

from lxml import etree

from docgen.form_check.opening import NOTHING, OFF, VAL, W, child, first, is_on
from docgen.form_check.reading.model import ParagraphFormat, RunFormat
from docgen.shared.decree import FONT

Properties = dict[str, Any]
# By the tag of what they read; None where it states nothing.
Readers = dict[str, Callable[[etree._Element], Properties]]

_MEASURE = re.compile(r"\s*([+-]?\d{1,9}(?:\.\d*)?)\s*(pt|cm|mm|in|pc|pi|px)?\s*")
_TWIPS = {
    None: 1.0, "pt": 20.0, "cm": 1440 / 2.54, "mm": 1440 / 25.4, "in": 1440.0, "pc": 240.0,
    "pi": 240.0, "px": 15.0,
}  # fmt: skip
_AUTO_SPACING_PT = 14.0  # what Word takes for "automatic" before or after
_LINE_PT = 12  # what a hundred hundredths of a line come to in w:beforeLines
_CHARACTER_MM = 14 * 25.4 / 72  # an em of the body, for indents given in characters
_ALIGNMENTS = {"start": "left", "end": "right", "distribute": "both"}
_SIDES = {f"{W}left": "left", f"{W}start": "left", f"{W}right": "right", f"{W}end": "right"}
_INDENTS = (
    ("left", "left"), ("left", "start"), ("right", "right"), ("right", "end"),
    ("first", "firstLine"), ("first", "hanging"),
)  # fmt: skip
_PARAGRAPH, _CHARACTER, _TABLE = "paragraph", "character", "table"
_TOGGLES = ("bold", "italic", "caps", "small_caps", "hidden")  # set in two styles they cancel out
# Where no level says more, in mm.
_WORD_CELL: Properties = {"left": 1.9, "right": 1.9, "width": None, "columns": 1}
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_SCRIPTS = (("latin", "Ascii"), ("latin", "HAnsi"), ("ea", "EastAsia"), ("cs", "Bidi"))
_ON = ("1", "true", "on")
_LEVEL = f"{W}lvl"
# The bits of w:tblLook; without it no part of a style applies.
_FIRST_ROW, _LAST_ROW, _FIRST_COLUMN, _LAST_COLUMN, _NO_BANDS = 0x20, 0x40, 0x80, 0x100, 0x200
_HEX = re.compile(r"[0-9A-Fa-f]+")
_BULLETS = str.maketrans({"\uf02d": "-", "–": "-", "—": "-", "\u2010": "-", "\u2011": "-"})
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
TableParts = tuple[str, ...]  # a table's style by id, then the parts that apply; () outside


def stated(element: etree._Element, readers: Readers) -> Properties:
    """Return what the children of an element state, read by `RUN`, `PARAGRAPH` or `CELL`."""
    properties: Properties = {}
    for part in element:
        if part.tag in readers:
            properties |= readers[str(part.tag)](part)
    return {name: value for name, value in properties.items() if value is not None}


@lru_cache
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
        automatic = element.get(f"{W}{side}Autospacing", "0") not in OFF
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


class _Level(NamedTuple):
    start: int
    kind: str
    text: str
    indents: Properties


class Numbering:
    """The lists of a document; `label` counts on, so paragraphs come in their order."""

    def __init__(self, part: etree._Element) -> None:
        self._levels: dict[tuple[str, str], _Level] = {}
        self._counters: dict[str, str] = {}
        self._counts: dict[str, dict[int, int]] = {}
        abstract = {
            definition.get(f"{W}abstractNumId", ""): definition
            for definition in part.iter(f"{W}abstractNum")
        }
        for instance in part.iter(f"{W}num"):
            key, base = instance.get(f"{W}numId", ""), child(instance, "abstractNumId").get(VAL, "")
            # A list that starts anew counts for itself; the others share their counts.
            anew = child(instance, "lvlOverride") is not NOTHING
            self._counters[key] = f"num {key}" if anew else base
            for level in chain(abstract.get(base, NOTHING).iter(_LEVEL), instance.iter(_LEVEL)):
                start = child(level, "start").get(VAL, "1")
                self._levels[key, level.get(f"{W}ilvl", "0")] = _Level(
                    start=int(start) if start.isdecimal() else 1,
                    kind=child(level, "numFmt").get(VAL, "decimal"),
                    text=child(level, "lvlText").get(VAL, ""),
                    indents=stated(child(level, "pPr"), PARAGRAPH),
                )

    def indents(self, key: str, level: str) -> Properties:
        """Return the paragraph properties of a list's level, {} where there is none."""
        found = self._levels.get((key, level))
        return found.indents if found else {}

    def label(self, key: str, level: str) -> str:
        """Return the label of the next paragraph of a list, "" where it has none."""
        found = self._levels.get((key, level))
        if found is None or not level.isdecimal():
            return ""
        counts, depth = self._counts.setdefault(self._counters[key], {}), int(level)
        counts[depth] = counts.get(depth, found.start - 1) + 1
        for deeper in [other for other in counts if other > depth]:
            del counts[deeper]
        if found.kind == "bullet":
            return found.text.translate(_BULLETS)
        text = found.text
        for number in range(depth + 1):
            above = self._levels.get((key, str(number)), found)
            count = counts.get(number, above.start)
            text = text.replace(f"%{number + 1}", _written(count, above.kind))
        return text


def _written(number: int, kind: str) -> str:
    if kind == "none":
        return ""
    if kind.endswith("Letter"):
        written = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
    elif kind.endswith("Roman"):
        written = roman(number)
    else:
        written = f"{number:02d}" if kind == "decimalZero" else str(number)
    return written.upper() if kind.startswith("upper") else written


def roman(number: int) -> str:
    """Write a number above 0 in small Roman numerals."""
    written = ""
    for value, sign in _ROMAN:
        times, number = divmod(number, value)
        written += sign * times
    return written


def _theme_fonts(theme: etree._Element) -> dict[str, str]:
    """Return the fonts that a theme's names ("minorHAnsi" …) stand for."""
    fonts = {
        f"{kind}{name}": theme.find(f".//{_DRAWING}{kind}Font/{_DRAWING}{script}")
        for kind in ("major", "minor")
        for script, name in _SCRIPTS
    }
    return {name: font.get("typeface", "") for name, font in fonts.items() if font is not None}


def _fonts(theme: dict[str, str], element: etree._Element) -> Properties:
    """Both slots; a theme's font beats a plain name of the same element."""
    names = {
        slot: theme.get(element.get(f"{W}{slot}Theme", "")) or element.get(f"{W}{slot}")
        for slot in ("ascii", "hAnsi")
    }
    return {slot.lower(): name or None for slot, name in names.items()}


class Cascade:
    """The styles of a document, the fonts of its theme, the indents of its lists."""

    def __init__(self, styles: etree._Element, theme: etree._Element, numbering: Numbering) -> None:
        self._styles: dict[tuple[str, str], etree._Element] = {}
        self._default: dict[str, str] = {}
        for style in styles.iter(f"{W}style"):
            kind, key = style.get(f"{W}type", ""), style.get(f"{W}styleId", "")
            self._styles[kind, key] = style
            if style.get(f"{W}default") in _ON:
                self._default[kind] = key
        fonts = {f"{W}rFonts": partial(_fonts, _theme_fonts(theme))}
        self._readers = {
            "rPr": RUN | fonts,
            "pPr": PARAGRAPH,
            "tblPr": CELL,
        }
        self._numbering = numbering
        self._runs = self._stated(styles, "rPr", "docDefaults/rPrDefault/rPr")
        self._paragraphs = self._stated(styles, "pPr", "docDefaults/pPrDefault/pPr")
        # What styles alone give is computed once for each of their combinations.
        self._styled_run = cache(self._merge_run)
        self.style = cache(self._merge_style)
        self._table_style = cache(self._merge_table)
        self._styled_paragraph = cache(partial(self._merge_paragraph, {}))

    def _stated(self, element: etree._Element, kind: str, path: str = "") -> Properties:
        return stated(child(element, path or kind), self._readers[kind])

    def run(self, style: str, table: TableParts, rpr: etree._Element) -> RunFormat:
        """Return a run's format, by its paragraph's style ("": the default) and its own."""
        base, styled = self._styled_run(style, table, first(rpr, "rStyle").get(VAL, ""))
        own = stated(rpr, self._readers["rPr"])
        return _run_format(base | own) if own else styled

    def _merge_run(
        self, style: str, table: TableParts, character: str
    ) -> tuple[Properties, RunFormat]:
        levels = (
            self._table_style(table, "rPr"),
            self.style(_PARAGRAPH, style, "rPr"),
            self.style(_CHARACTER, character, "rPr"),
        )
        merged = dict(self._runs)
        for level in levels:
            merged |= level
        for toggle in _TOGGLES:
            turns = sum(bool(level.get(toggle)) for level in levels)
            merged[toggle] = bool(self._runs.get(toggle)) or turns % 2 == 1
        return merged, _run_format(merged)

    def paragraph(self, ppr: etree._Element, table: TableParts) -> ParagraphFormat:
        """Return a paragraph's format, by its table's style and its own."""
        style = first(ppr, "pStyle").get(VAL, "")
        own = stated(ppr, PARAGRAPH)
        if own:
            return self._merge_paragraph(own, style, table)
        return self._styled_paragraph(style, table)

    def _merge_paragraph(self, own: Properties, style: str, table: TableParts) -> ParagraphFormat:
        styled = self.style(_PARAGRAPH, style, "pPr")
        numbered = {"list": "", "level": "0"} | styled | own
        listed = self._numbering.indents(numbered["list"], numbered["level"])
        # A list named by the style yields to the style's own indents; one named by the
        # paragraph itself does not.
        lower, upper = (styled, listed) if "list" in own else (listed, styled)
        merged = self._paragraphs | self._table_style(table, "pPr") | lower | upper
        tabs = merged.get("tabs", {}) | own.get("tabs", {})
        kept = sorted(stop for stop in tabs.items() if stop[1] != "clear")
        return ParagraphFormat(**(merged | own | {"style": style, "tabs": tuple(kept)}))

    def _merge_table(self, table: TableParts, kind: str) -> Properties:
        merged = dict(self.style(_TABLE, table[0], kind)) if table else {}
        for part in table[1:]:
            merged |= self.style(_TABLE, table[0], kind, f"{W}tblStylePr[@{W}type='{part}']")
        return merged

    def _merge_style(self, kind: str, style: str, properties: str, part: str = ".") -> Properties:
        """Merge a style's properties, or a part's, over those of the styles it is based on."""
        # A style that is not there counts as the default one, as in Word.
        key = style if (kind, style) in self._styles else self._default.get(kind, "")
        found: dict[str, etree._Element] = {}
        while key not in found and (kind, key) in self._styles:
            found[key] = self._styles[kind, key]
            key = child(found[key], "basedOn").get(VAL, "")
        merged: Properties = {}
        for element in reversed(found.values()):
            for holder in element.iterfind(part):
                merged |= self._stated(holder, properties)
        return merged


def _run_format(stated: Properties) -> RunFormat:
    """Return a run's format; a face such as "Times New Roman Bold" is bold by its name."""
    merged = RunFormat(**stated)
    if merged.hansi == FONT:
        return merged
    face = merged.hansi.lower().split()
    bold, italic = (word in face for word in ("bold", "italic"))
    return merged._replace(bold=merged.bold or bold, italic=merged.italic or italic)


class TableFormat:
    """What a table (`w:tbl`) gives to its cells: parts of its style, and widths."""

    def __init__(self, table: etree._Element, cascade: Cascade) -> None:
        properties = child(table, "tblPr")
        self._style = child(properties, "tblStyle").get(VAL, "")
        look = child(properties, "tblLook").get(VAL, "")
        self._look = int(look, 16) if _HEX.fullmatch(look) else _NO_BANDS
        self._grid = [millimetres(column.get(f"{W}w")) or 0 for column in child(table, "tblGrid")]
        self._rows = sum(1 for _ in table.iter(f"{W}tr"))
        styled = cascade.style(_TABLE, self._style, "tblPr")
        self._cell = _WORD_CELL | styled | stated(properties, CELL)

    def parts(self, row: int, column: int) -> TableParts:
        """Return the style and the parts of it that apply to a cell, the weakest first."""
        look = self._look
        applied = {
            f"band{1 + (row - bool(look & _FIRST_ROW)) % 2}Horz": not look & _NO_BANDS,
            "firstCol": look & _FIRST_COLUMN and column == 0,
            "lastCol": look & _LAST_COLUMN and column == len(self._grid) - 1,
            "firstRow": look & _FIRST_ROW and row == 0,
            "lastRow": look & _LAST_ROW and row == self._rows - 1,
        }
        return (self._style, *(part for part, applies in applied.items() if applies))

    def text_width(self, element: etree._Element, column: int) -> tuple[float | None, int]:
        """Return the width of a cell's text in mm (None: unknown), the columns it spans."""
        cell = self._cell | stated(first(element, "tcPr"), CELL)
        width = cell["width"] or sum(self._grid[column : column + cell["columns"]])
        return (width - cell["left"] - cell["right"] if width else None), cell["columns"]
