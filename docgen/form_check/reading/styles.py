"""Resolves formats through the whole cascade, as Word shows them, those of tables too.

Levels, each over the one before: document defaults; the table's style with its parts
(first row …); the paragraph's style and what it is based on; the list's level (indents);
the character style; direct formatting. Source: ECMA-376 part 1, 17.7.2, 17.7.3.
"""

from __future__ import annotations

import re
from functools import cache, partial

from lxml import etree

from docgen.form_check.opening import W
from docgen.form_check.reading import properties
from docgen.form_check.reading.model import ParagraphFormat, RunFormat
from docgen.form_check.reading.numbering import Numbering
from docgen.form_check.reading.properties import VAL, Properties, child, first, millimetres
from docgen.shared.decree import FONT

_PARAGRAPH, _CHARACTER, _TABLE = "paragraph", "character", "table"
_TOGGLES = ("bold", "italic", "caps", "small_caps", "hidden")  # set in two styles they cancel out
_WORD_MARGIN_MM = 1.9  # left and right of a cell where no level says otherwise
_FACE = re.compile(r"times new roman.*\b(bold)\b|times new roman.*\b(italic)\b", re.IGNORECASE)
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_SCRIPTS = (("latin", "Ascii"), ("latin", "HAnsi"), ("ea", "EastAsia"), ("cs", "Bidi"))
_ON = ("1", "true", "on")
TableParts = tuple[str, ...]  # a table's style by id, then the parts that apply; () outside


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
        slot: theme.get(element.get(f"{W}{attribute}Theme", "")) or element.get(f"{W}{attribute}")
        for slot, attribute in (("ascii", "ascii"), ("hansi", "hAnsi"))
    }
    return {slot: name for slot, name in names.items() if name}


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
        self._readers = {"rPr": properties.RUN | fonts, "pPr": properties.PARAGRAPH}
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
        """Return the format of a run.

        Args:
            style: its paragraph's style by id; "" for the default style.
            table: the style and parts of its table; () outside tables.
            rpr: the run's own properties.
        """
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
        """Return the format of a paragraph; `table` as for `run`."""
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

    def cell_margins(self, style: str) -> Properties:
        """Return the left and right margins of cells by a table's style, in mm."""
        margins: Properties = {}
        for element in self._ancestry(_TABLE, style):
            margins |= properties.cell_margins(child(element, "tblPr/tblCellMar"))
        return margins

    def _merge_table(self, table: TableParts, kind: str) -> Properties:
        merged = dict(self._style(_TABLE, table[0], kind)) if table else {}
        for part in table[1:]:
            for element in self._ancestry(_TABLE, table[0]):
                for conditional in element.iter(f"{W}tblStylePr"):
                    if conditional.get(f"{W}type") == part:
                        merged |= self._stated(conditional, kind)
        return merged

    def _merge_style(self, kind: str, style: str, properties: str) -> Properties:
        """Merge a style's properties over those of the styles it is based on."""
        merged: Properties = {}
        for element in self._ancestry(kind, style):
            merged |= self._stated(element, properties)
        return merged

    def _ancestry(self, kind: str, style: str) -> list[etree._Element]:
        """Return a style and what it is based on, the deepest base first."""
        # A style that is not there counts as the default one, as in Word.
        key = style if (kind, style) in self._styles else self._default.get(kind, "")
        found: dict[str, etree._Element] = {}
        while key not in found and (kind, key) in self._styles:
            found[key] = self._styles[kind, key]
            key = child(found[key], "basedOn").get(VAL, "")
        return list(found.values())[::-1]


def _run_format(stated: Properties) -> RunFormat:
    """Return a run's format; a face such as "Times New Roman Bold" is bold by its name."""
    merged = RunFormat(**stated)
    face = _FACE.fullmatch(merged.hansi) if len(merged.hansi) > len(FONT) else None
    if face is None:
        return merged
    return merged._replace(bold=merged.bold or bool(face[1]), italic=merged.italic or bool(face[2]))


class TableFormat:
    """What a table (`w:tbl`) gives to its cells: parts of its style, and widths."""

    def __init__(self, table: etree._Element, cascade: Cascade) -> None:
        stated = child(table, "tblPr")
        self._style = child(stated, "tblStyle").get(VAL, "")
        self._flags = child(stated, "tblLook")
        self._grid = [millimetres(column.get(f"{W}w")) or 0 for column in child(table, "tblGrid")]
        self._rows = sum(1 for _ in table.iter(f"{W}tr"))
        around = {"left": _WORD_MARGIN_MM, "right": _WORD_MARGIN_MM}
        own = properties.cell_margins(child(stated, "tblCellMar"))
        self._margins = around | cascade.cell_margins(self._style) | own

    def parts(self, row: int, column: int) -> TableParts:
        """Return the style and the parts of it that apply to a cell, the weakest first."""
        if self._flags is properties.NOTHING:
            return (self._style,)
        heading = self._used(0x20, "firstRow")
        applied = {
            f"band{1 + (row - heading) % 2}Horz": not self._used(0x200, "noHBand"),
            "firstCol": self._used(0x80, "firstColumn") and column == 0,
            "lastCol": self._used(0x100, "lastColumn") and column == len(self._grid) - 1,
            "firstRow": heading and row == 0,
            "lastRow": self._used(0x40, "lastRow") and row == self._rows - 1,
        }
        return (self._style, *(part for part, applies in applied.items() if applies))

    def _used(self, bit: int, name: str) -> bool:
        flag = self._flags.get(f"{W}{name}")
        if flag is not None:
            return flag in _ON
        try:
            return bool(int(self._flags.get(f"{W}val", "0"), 16) & bit)
        except ValueError:
            return False

    def text_width(self, cell: etree._Element, column: int) -> tuple[float | None, int]:
        """Return the width of a cell's text in mm and how many columns the cell spans.

        The width is None where the file does not say.
        """
        stated = first(cell, "tcPr")
        width, span = child(stated, "tcW"), child(stated, "gridSpan").get(VAL, "")
        columns = int(span) if span.isdecimal() else 1
        own = millimetres(width.get(f"{W}w")) if width.get(f"{W}type", "dxa") == "dxa" else None
        total = own or sum(self._grid[column : column + columns])
        around = self._margins | properties.cell_margins(child(stated, "tcMar"))
        return (total - around["left"] - around["right"] if total else None), columns
