"""Resolves formats through the whole cascade, as Word shows them, those of tables too.

Levels, each over the one before: document defaults; the table's style with its parts
(first row …); the paragraph's style and what it is based on; the list's level (indents);
the character style; direct formatting. Bold, italic, capitals and hidden are toggles:
set in two of the styles they cancel out. Source: ECMA-376 part 1, 17.7.2, 17.7.3.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from lxml import etree

from docgen.form_check.opening import W
from docgen.form_check.reading.model import ParagraphFormat, RunFormat
from docgen.form_check.reading.numbering import Numbering
from docgen.form_check.reading.properties import (
    TOGGLES,
    Properties,
    cell_margins,
    first,
    millimetres,
    paragraph_properties,
    run_properties,
    themes,
)
from docgen.shared.decree import FONT

_PARAGRAPH, _CHARACTER, _TABLE = "paragraph", "character", "table"
_WORD_MARGIN_MM = 1.9  # left and right of a cell where no level says otherwise
_FACE = re.compile(r"times new roman.*\b(bold)\b|times new roman.*\b(italic)\b", re.IGNORECASE)
TableParts = tuple[str, ...]  # a table's style by id, then the parts that apply; () outside


class Cascade:
    """The styles of a document.

    Args:
        styles: the styles part, None where the document has none.
        theme: the theme part, for fonts named by the theme.
        numbering: the lists, whose levels have indents of their own.
    """

    def __init__(
        self, styles: etree._Element | None, theme: etree._Element | None, numbering: Numbering
    ) -> None:
        self._styles: dict[tuple[str, str], etree._Element] = {}
        self._default: dict[str, str] = {}
        for style in styles.iter(f"{W}style") if styles is not None else ():
            kind, key = style.get(f"{W}type", ""), style.get(f"{W}styleId", "")
            self._styles[kind, key] = style
            if style.get(f"{W}default") in ("1", "true", "on"):
                self._default[kind] = key
        self._themes = themes(theme)
        self._numbering = numbering
        defaults = styles.find(f"{W}docDefaults") if styles is not None else None
        self._runs = run_properties(_inside(defaults, "rPrDefault", "rPr"), self._themes)
        self._paragraphs = paragraph_properties(_inside(defaults, "pPrDefault", "pPr"))
        # What styles alone give is computed once for each of their combinations.
        self._styled_run = cache(self._merge_run)
        self._style = cache(self._merge_style)
        self._table_style = cache(self._merge_table)
        self._styled_paragraph = cache(self._merge_paragraph)

    def run(self, style: str, table: TableParts, rpr: etree._Element | None) -> RunFormat:
        """Return the format of a run.

        Args:
            style: its paragraph's style by id; "" for the default style.
            table: the style and parts of its table; () outside tables.
            rpr: the run's own properties.
        """
        character = first(rpr, "rStyle")
        named = character.get(f"{W}val", "") if character is not None else ""
        base, styled = self._styled_run(style, table, named)
        if rpr is None or len(rpr) <= (character is not None):
            return styled
        return _run_format(base | run_properties(rpr, self._themes))

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
        for toggle in TOGGLES.values():
            turns = sum(bool(level.get(toggle)) for level in levels)
            merged[toggle] = bool(self._runs.get(toggle)) or turns % 2 == 1
        return merged, _run_format(merged)

    def paragraph(self, ppr: etree._Element | None, table: TableParts) -> ParagraphFormat:
        """Return the format of a paragraph; `table` as for `run`."""
        named = first(ppr, "pStyle")
        style = named.get(f"{W}val", "") if named is not None else ""
        own = paragraph_properties(ppr)
        if own:
            return self._merge_paragraph(style, table, own)
        return self._styled_paragraph(style, table)

    def _merge_paragraph(
        self, style: str, table: TableParts, own: Properties | None = None
    ) -> ParagraphFormat:
        styled, own = self._style(_PARAGRAPH, style, "pPr"), own or {}
        listed = self._numbering.indents(
            str(own.get("list", styled.get("list", ""))),
            str(own.get("level", styled.get("level", "0"))),
        )
        # A list named by the style yields to the style's own indents; one named by the
        # paragraph itself does not.
        lower, upper = (listed, styled) if "list" not in own else (styled, listed)
        merged = self._paragraphs | self._table_style(table, "pPr") | lower | upper
        tabs = merged.get("tabs", {}) | own.get("tabs", {})
        merged |= own
        merged["tabs"] = tuple(sorted(stop for stop in tabs.items() if stop[1] != "clear"))
        return ParagraphFormat(style=style, **merged)

    def cell_margins(self, style: str) -> Properties:
        """Return the left and right margins of cells by a table's style, in mm."""
        margins: Properties = {}
        for element in self._ancestry(_TABLE, style):
            margins |= cell_margins(element.find(f"{W}tblPr/{W}tblCellMar"))
        return margins

    def _merge_table(self, table: TableParts, kind: str) -> Properties:
        if not table:
            return {}
        merged = dict(self._style(_TABLE, table[0], kind))
        for part in table[1:]:
            for element in self._ancestry(_TABLE, table[0]):
                for stated in element.iter(f"{W}tblStylePr"):
                    if stated.get(f"{W}type") == part:
                        merged |= self._read(stated.find(f"{W}{kind}"), kind)
        return merged

    def _merge_style(self, kind: str, style: str, properties: str) -> Properties:
        """Merge a style's properties over those of the styles it is based on."""
        merged: Properties = {}
        for element in self._ancestry(kind, style):
            merged |= self._read(element.find(f"{W}{properties}"), properties)
        return merged

    def _ancestry(self, kind: str, style: str) -> list[etree._Element]:
        """Return a style and what it is based on, the deepest base first."""
        return list(self._upward(kind, style))[::-1]

    def _upward(self, kind: str, style: str) -> Iterator[etree._Element]:
        seen: set[str] = set()
        # A style that is not there counts as the default one, as in Word.
        key = style if (kind, style) in self._styles else self._default.get(kind, "")
        while key not in seen and (kind, key) in self._styles:
            seen.add(key)
            element = self._styles[kind, key]
            yield element
            base = element.find(f"{W}basedOn")
            key = base.get(f"{W}val", "") if base is not None else ""

    def _read(self, element: etree._Element | None, properties: str) -> Properties:
        if properties == "rPr":
            return run_properties(element, self._themes)
        return paragraph_properties(element)


def _inside(element: etree._Element | None, *names: str) -> etree._Element | None:
    return element.find("/".join(f"{W}{name}" for name in names)) if element is not None else None


def _run_format(properties: Properties) -> RunFormat:
    """Return a run's format; a face such as "Times New Roman Bold" is bold by its name."""
    merged = RunFormat(**properties)
    face = _FACE.fullmatch(merged.hansi) if len(merged.hansi) > len(FONT) else None
    if face is None:
        return merged
    return merged._replace(bold=merged.bold or bool(face[1]), italic=merged.italic or bool(face[2]))


class TableFormat:
    """What a table gives to its cells: parts of its style, and widths.

    Args:
        table: the `w:tbl` element.
        cascade: the document's styles.
    """

    def __init__(self, table: etree._Element, cascade: Cascade) -> None:
        properties = table.find(f"{W}tblPr")
        style = properties.find(f"{W}tblStyle") if properties is not None else None
        self._style = style.get(f"{W}val", "") if style is not None else ""
        self._flags = properties.find(f"{W}tblLook") if properties is not None else None
        columns = table.iterfind(f"{W}tblGrid/*")
        self._grid = [millimetres(column.get(f"{W}w")) or 0 for column in columns]
        self._rows = sum(1 for _ in table.iter(f"{W}tr"))
        own = properties.find(f"{W}tblCellMar") if properties is not None else None
        around = {"left": _WORD_MARGIN_MM, "right": _WORD_MARGIN_MM}
        self._margins = around | cascade.cell_margins(self._style) | cell_margins(own)

    def parts(self, row: int, column: int) -> TableParts:
        """Return the style and the parts of it that apply to a cell, the weakest first."""
        if self._flags is None:
            return (self._style,)
        heading = self._used(0x20, "firstRow")
        applied = (
            (not self._used(0x200, "noHBand"), f"band{1 + (row - heading) % 2}Horz"),
            (self._used(0x80, "firstColumn") and column == 0, "firstCol"),
            (self._used(0x100, "lastColumn") and column == len(self._grid) - 1, "lastCol"),
            (heading and row == 0, "firstRow"),
            (self._used(0x40, "lastRow") and row == self._rows - 1, "lastRow"),
        )
        return (self._style, *(part for applies, part in applied if applies))

    def _used(self, bit: int, name: str) -> bool:
        if self._flags is None:
            return False
        flag = self._flags.get(f"{W}{name}")
        if flag is not None:
            return flag in ("1", "true", "on")
        try:
            return bool(int(self._flags.get(f"{W}val", "0"), 16) & bit)
        except ValueError:
            return False

    def text_width(self, cell: etree._Element, column: int) -> tuple[float | None, int]:
        """Return the width of a cell's text in mm and how many columns the cell spans.

        The width is None where the file does not say.
        """
        stated, span, around = None, 1, self._margins
        properties = first(cell, "tcPr")
        for child in properties if properties is not None else ():
            if child.tag == f"{W}tcW" and child.get(f"{W}type", "dxa") == "dxa":
                stated = millimetres(child.get(f"{W}w"))
            elif child.tag == f"{W}gridSpan" and child.get(f"{W}val", "").isdecimal():
                span = int(child.get(f"{W}val", "1"))
            elif child.tag == f"{W}tcMar":
                around = around | cell_margins(child)
        width = stated or sum(self._grid[column : column + span])
        return (width - around["left"] - around["right"] if width else None), span
