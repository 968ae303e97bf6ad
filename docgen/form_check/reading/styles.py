"""Resolves formats through the whole cascade, as Word shows them; numbers lists.

Levels, each over the one before: document defaults; the table's style with its parts
(first row …); the paragraph's style and what it is based on; the list's level (indents);
the character style; direct formatting. A list's label (`a)`, `I.`, `-`) stands in no run and
counts as much as a typed one. Source: ECMA-376 part 1, 17.7.2, 17.7.3, 17.9.
"""

from __future__ import annotations

from functools import cache, partial
from itertools import chain
from typing import NamedTuple

from lxml import etree

from docgen.form_check.opening import W
from docgen.form_check.reading import properties
from docgen.form_check.reading.model import ParagraphFormat, RunFormat
from docgen.form_check.reading.properties import NOTHING, VAL, Properties, child, first, millimetres
from docgen.shared.decree import FONT

_PARAGRAPH, _CHARACTER, _TABLE = "paragraph", "character", "table"
_TOGGLES = ("bold", "italic", "caps", "small_caps", "hidden")  # set in two styles they cancel out
# Where no level says more, in mm.
_WORD_CELL: Properties = {"left": 1.9, "right": 1.9, "width": None, "columns": 1}
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_SCRIPTS = (("latin", "Ascii"), ("latin", "HAnsi"), ("ea", "EastAsia"), ("cs", "Bidi"))
_ON = ("1", "true", "on")
_LEVEL = f"{W}lvl"
_FLAGS = {
    "firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80, "lastColumn": 0x100, "noHBand": 0x200,
}  # fmt: skip
_BULLETS = str.maketrans({"\uf02d": "-", "–": "-", "—": "-", "\u2010": "-", "\u2011": "-"})
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
TableParts = tuple[str, ...]  # a table's style by id, then the parts that apply; () outside


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
                    indents=properties.stated(child(level, "pPr"), properties.PARAGRAPH),
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
        text = found.text
        if found.kind == "bullet":
            return text.translate(_BULLETS)
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
            "rPr": properties.RUN | fonts,
            "pPr": properties.PARAGRAPH,
            "tblPr": properties.CELL,
        }
        self._numbering = numbering
        self._runs = self._stated(styles, "rPr", "docDefaults/rPrDefault/rPr")
        self._paragraphs = self._stated(styles, "pPr", "docDefaults/pPrDefault/pPr")
        # What styles alone give is computed once for each of their combinations.
        self._styled_run = cache(self._merge_run)
        self._style = cache(self._merge_style)
        self._table_style = cache(self._merge_table)
        self._styled_paragraph = cache(partial(self._merge_paragraph, {}))

    def _stated(self, element: etree._Element, kind: str, path: str = "") -> Properties:
        return properties.stated(child(element, path or kind), self._readers[kind])

    def run(self, style: str, table: TableParts, rpr: etree._Element) -> RunFormat:
        """Return a run's format, by its paragraph's style ("": the default) and its own."""
        base, styled = self._styled_run(style, table, first(rpr, "rStyle").get(VAL, ""))
        own = properties.stated(rpr, self._readers["rPr"])
        return _run_format(base | own) if own else styled

    def _merge_run(
        self, style: str, table: TableParts, character: str
    ) -> tuple[Properties, RunFormat]:
        levels = (
            self._table_style(table, "rPr"),
            self._style(_PARAGRAPH, style, "rPr"),
            self._style(_CHARACTER, character, "rPr"),
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
        own = properties.stated(ppr, properties.PARAGRAPH)
        if own:
            return self._merge_paragraph(own, style, table)
        return self._styled_paragraph(style, table)

    def _merge_paragraph(self, own: Properties, style: str, table: TableParts) -> ParagraphFormat:
        styled = self._style(_PARAGRAPH, style, "pPr")
        numbered = {"list": "", "level": "0"} | styled | own
        listed = self._numbering.indents(numbered["list"], numbered["level"])
        # A list named by the style yields to the style's own indents; one named by the
        # paragraph itself does not.
        lower, upper = (styled, listed) if "list" in own else (listed, styled)
        merged = self._paragraphs | self._table_style(table, "pPr") | lower | upper
        tabs = merged.get("tabs", {}) | own.get("tabs", {})
        kept = sorted(stop for stop in tabs.items() if stop[1] != "clear")
        return ParagraphFormat(**(merged | own | {"style": style, "tabs": tuple(kept)}))

    def table(self, style: str) -> Properties:
        """Return what a table's style says of its cells."""
        return self._style(_TABLE, style, "tblPr")

    def _merge_table(self, table: TableParts, kind: str) -> Properties:
        merged = dict(self._style(_TABLE, table[0], kind)) if table else {}
        for part in table[1:]:
            merged |= self._style(_TABLE, table[0], kind, f"{W}tblStylePr[@{W}type='{part}']")
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
    face = merged.hansi.lower().split() if merged.hansi != FONT else ()
    bold, italic = (word in face for word in ("bold", "italic"))
    return merged._replace(bold=merged.bold or bold, italic=merged.italic or italic)


class TableFormat:
    """What a table (`w:tbl`) gives to its cells: parts of its style, and widths."""

    def __init__(self, table: etree._Element, cascade: Cascade) -> None:
        stated = child(table, "tblPr")
        self._style = child(stated, "tblStyle").get(VAL, "")
        self._flags = _flags(child(stated, "tblLook"))
        self._grid = [millimetres(column.get(f"{W}w")) or 0 for column in child(table, "tblGrid")]
        self._rows = sum(1 for _ in table.iter(f"{W}tr"))
        own = properties.stated(stated, properties.CELL)
        self._cell = _WORD_CELL | cascade.table(self._style) | own

    def parts(self, row: int, column: int) -> TableParts:
        """Return the style and the parts of it that apply to a cell, the weakest first."""
        flags = self._flags
        if not flags:
            return (self._style,)
        applied = {
            f"band{1 + (row - flags['firstRow']) % 2}Horz": not flags["noHBand"],
            "firstCol": flags["firstColumn"] and column == 0,
            "lastCol": flags["lastColumn"] and column == len(self._grid) - 1,
            "firstRow": flags["firstRow"] and row == 0,
            "lastRow": flags["lastRow"] and row == self._rows - 1,
        }
        return (self._style, *(part for part, applies in applied.items() if applies))

    def text_width(self, element: etree._Element, column: int) -> tuple[float | None, int]:
        """Return the width of a cell's text in mm (None: unknown), the columns it spans."""
        cell = self._cell | properties.stated(first(element, "tcPr"), properties.CELL)
        width = cell["width"] or sum(self._grid[column : column + cell["columns"]])
        return (width - cell["left"] - cell["right"] if width else None), cell["columns"]


def _flags(look: etree._Element) -> dict[str, bool]:
    """Return which parts of its style a table uses (`w:tblLook`), {} where it does not say."""
    try:
        bits = int(look.get(VAL, "0"), 16)
    except ValueError:
        bits = 0
    told = {
        name: look.get(f"{W}{name}", "1" if bits & bit else "0") for name, bit in _FLAGS.items()
    }
    return {name: flag in _ON for name, flag in told.items()} if look is not NOTHING else {}
