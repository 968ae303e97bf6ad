"""Resolves formatting through the whole cascade, as Word shows it.

Levels, each over the one before: document defaults; the table's style with its parts
(first row …); the paragraph's style and what it is based on; the list's level (indents);
the character style; direct formatting. Bold, italic, capitals and hidden are toggles:
set in two of the styles they cancel out. Source: ECMA-376 part 1, 17.7.2, 17.7.3.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from lxml import etree

from docgen.form_check.numbering import Numbering
from docgen.form_check.opening import W
from docgen.form_check.properties import (
    TOGGLES,
    Properties,
    cell_margins,
    first,
    paragraph_properties,
    run_properties,
    themes,
)

_PARAGRAPH, _CHARACTER, _TABLE = "paragraph", "character", "table"
TableParts = tuple[str, ...]  # a table's style by id, then the parts that apply; () outside


@dataclass(frozen=True)
class RunLook:
    """How a run looks: fonts of both slots, size in points, colour RRGGBB ("" black).

    `raised` is superscript or subscript, as of a note's number.
    """

    ascii: str = "Times New Roman"  # what Word takes where no level names a font
    hansi: str = "Times New Roman"
    size: float = 10
    bold: bool = False
    italic: bool = False
    caps: bool = False
    small_caps: bool = False
    hidden: bool = False
    underlined: bool = False
    highlighted: bool = False
    raised: bool = False
    colour: str = ""


@dataclass(frozen=True)
class ParagraphLook:
    """How a paragraph stands: indents in mm, gaps in points, line as (value, rule).

    With the rule "auto" the line's value is in single lines, otherwise in points.
    `list` and `level` name its numbering; `style` the style by id.
    """

    style: str = ""
    align: str = "left"
    left: float = 0
    right: float = 0
    first: float = 0
    before: float = 0
    after: float = 0
    line: tuple[float, str] = (1.0, "auto")
    contextual: bool = False
    borders: frozenset[str] = frozenset()
    tabs: tuple[tuple[float, str], ...] = ()
    frame_centred: bool = False
    list: str = ""
    level: str = "0"


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
        found = list(styles.iter(f"{W}style")) if styles is not None else []
        self._styles = {(one.get(f"{W}type", ""), one.get(f"{W}styleId", "")): one for one in found}
        self._default = {
            one.get(f"{W}type", ""): one.get(f"{W}styleId", "")
            for one in found
            if one.get(f"{W}default") in ("1", "true", "on")
        }
        self._themes = themes(theme)
        self._numbering = numbering
        defaults = styles.find(f"{W}docDefaults") if styles is not None else None
        self._runs = run_properties(_inside(defaults, "rPrDefault", "rPr"), self._themes)
        self._paragraphs = paragraph_properties(_inside(defaults, "pPrDefault", "pPr"))
        # What styles alone give is worked out once for each of their combinations.
        self._base = cache(self._merged)
        self._own = cache(self._chain)
        self._tabled = cache(self._table)
        self._plain = cache(self._stand)

    def run(self, style: str, table: TableParts, rpr: etree._Element | None) -> RunLook:
        """Return how a run looks.

        Args:
            style: its paragraph's style by id; "" for the default style.
            table: the style and parts of its table; () outside tables.
            rpr: the run's own properties.
        """
        character = first(rpr, "rStyle")
        named = character.get(f"{W}val", "") if character is not None else ""
        base, styled = self._base(style, table, named)
        if rpr is None or len(rpr) <= (character is not None):
            return styled
        return RunLook(**(base | run_properties(rpr, self._themes)))

    def _merged(self, style: str, table: TableParts, character: str) -> tuple[Properties, RunLook]:
        levels = (
            self._tabled(table, "rPr"),
            self._own(_PARAGRAPH, style, "rPr"),
            self._own(_CHARACTER, character, "rPr"),
        )
        merged = dict(self._runs)
        for level in levels:
            merged |= level
        for toggle in TOGGLES.values():
            turns = sum(bool(level.get(toggle)) for level in levels)
            merged[toggle] = bool(self._runs.get(toggle)) or turns % 2 == 1
        return merged, RunLook(**merged)

    def paragraph(self, ppr: etree._Element | None, table: TableParts) -> ParagraphLook:
        """Return how a paragraph stands; `table` as for `run`."""
        named = first(ppr, "pStyle")
        style = named.get(f"{W}val", "") if named is not None else ""
        own = paragraph_properties(ppr)
        return self._stand(style, table, own) if own else self._plain(style, table)

    def _stand(self, style: str, table: TableParts, own: Properties | None = None) -> ParagraphLook:
        styled, own = self._own(_PARAGRAPH, style, "pPr"), own or {}
        listed = self._numbering.indents(
            str(own.get("list", styled.get("list", ""))),
            str(own.get("level", styled.get("level", "0"))),
        )
        # A list named by the style yields to the style's own indents; one named by the
        # paragraph itself does not.
        lower, upper = (listed, styled) if "list" not in own else (styled, listed)
        merged = self._paragraphs | self._tabled(table, "pPr") | lower | upper
        tabs = merged.get("tabs", {}) | own.get("tabs", {})
        merged |= own
        merged["tabs"] = tuple(sorted(stop for stop in tabs.items() if stop[1] != "clear"))
        return ParagraphLook(style=style, **merged)

    def cell_margins(self, style: str) -> Properties:
        """Return the left and right margins of cells by a table's style, in mm."""
        found: Properties = {}
        for one in self._ancestry(_TABLE, style):
            found |= cell_margins(one.find(f"{W}tblPr/{W}tblCellMar"))
        return found

    def _table(self, table: TableParts, kind: str) -> Properties:
        if not table:
            return {}
        found = dict(self._own(_TABLE, table[0], kind))
        for part in table[1:]:
            for one in self._ancestry(_TABLE, table[0]):
                for stated in one.iter(f"{W}tblStylePr"):
                    if stated.get(f"{W}type") == part:
                        found |= self._read(stated.find(f"{W}{kind}"), kind)
        return found

    def _chain(self, kind: str, style: str, properties: str) -> Properties:
        """Merge a style's properties over those of the styles it is based on."""
        merged: Properties = {}
        for one in self._ancestry(kind, style):
            merged |= self._read(one.find(f"{W}{properties}"), properties)
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
