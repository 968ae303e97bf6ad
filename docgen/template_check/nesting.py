"""Holds the tags of a part together: every `for` and `if` with its end, in one place.

A block whose two ends stand side by side in the document's XML (two paragraphs of one
cell, two rows of one table, two cells of one row, two places of one paragraph) can be
repeated or left out without tearing anything. That is what is asked here, so that every
filled document is well formed whatever the data.
"""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from docgen.fields import Field
from docgen.findings import FindingKind
from docgen.template_check import catalogue_vi
from docgen.template_check.grammar import Statement
from docgen.template_check.parts import W, text_of
from docgen.template_check.tags import Kind, Report, Tag
from docgen.template_check.typing_vi import visible

DEEPEST = 10  # blocks inside one another
_FREE_LOOPS = 2  # loops inside one another that do not follow the loop around them
_OPENS = {"endfor": "for", "endif": "if", "elif": "if", "else": "if"}
_ENDS = {"for": "endfor", "if": "endif"}
# What would be lost with a paragraph that a tag takes out of the document.
_KEPT = {
    f"{W}{name}"
    for name in (
        "drawing", "pict", "object", "fldChar", "fldSimple", "footnoteReference",
        "endnoteReference", "sym", "tbl",
    )
}  # fmt: skip
_KEPT.add("{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent")
# What a tag of a table is not to do: stand outside one, or beside other words.
_OF_TABLES = {
    Kind.ROW: (catalogue_vi.ROW_OUTSIDE, catalogue_vi.ROW_NOT_ALONE),
    Kind.COLUMN: (catalogue_vi.COLUMN_OUTSIDE, catalogue_vi.COLUMN_NOT_ALONE),
}


@dataclass
class Open:
    """A block that has begun; `item` is what a loop's variable holds, None if unknown."""

    tag: Tag
    command: str  # "for" or "if"
    statement: Statement | None = None  # None: it could not be read
    item: Field | None = None
    path: str = ""
    has_else: bool = False

    @property
    def end(self) -> str:
        """The tag that ends it, as it is typed."""
        return self.tag.kind.written(_ENDS[self.command])


class Nesting:
    """The blocks that are open at a place of a part."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self.open: list[Open] = []
        self._beyond = 0  # blocks opened deeper than can be
        self._dropped: list[str] = []  # commands whose ends are still to come
        self.repeated: list[tuple[Tag, Tag]] = []  # the tags of loops over more than words

    def _add(self, tag: Tag, kind: FindingKind, **facts: str) -> None:
        self._report(tag.finding(kind, **facts))

    @property
    def loops(self) -> list[Open]:
        """The open loops, the outermost first."""
        return [one for one in self.open if one.command == "for"]

    def begin(self, block: Open) -> None:
        """Open a block."""
        self._check_alone(block.tag)
        if len(self.open) == DEEPEST:
            if not self._beyond:
                self._add(block.tag, catalogue_vi.TOO_DEEP, limit=str(DEEPEST))
            self._beyond += 1
            return
        self.open.append(block)
        if self._free_loops() > _FREE_LOOPS and block.command == "for":
            self._add(block.tag, catalogue_vi.MULTIPLIES)

    def _free_loops(self) -> int:
        """Count the open loops whose list does not hang on the loop around them."""
        count, around = 0, ""
        for one in self.loops:
            if one.statement is not None:
                count += one.statement.asked[0].field[0] != around
                around = one.statement.variable
        return count

    def step(self, tag: Tag, command: str) -> None:
        """Pass an `elif`, `else`, `endfor` or `endif`."""
        self._check_alone(tag)
        if self._beyond:
            self._beyond -= command in _ENDS.values()
            return
        block = self._opening(tag, command)
        if block is None:
            return
        if block.command == "for" and command == "else":
            self._add(tag, catalogue_vi.ELSE_IN_LOOP, open=block.tag.text)
            return
        self._check_ends(tag, block, command)
        if command in ("elif", "else"):
            if block.has_else:
                self._add(tag, catalogue_vi.SECOND_ELSE, open=block.tag.text)
            block.has_else |= command == "else"
        else:
            self.open.pop()
            if block.command == "for" and tag.kind is not Kind.INLINE:
                self.repeated.append((block.tag, tag))

    def _opening(self, tag: Tag, command: str) -> Open | None:
        """Find the block that a tag belongs to; drop what should have ended before."""
        wanted = _OPENS[command]
        if not any(one.command == wanted for one in self.open):
            return self._without_begin(tag, command)
        top = self.open[-1]
        if top.command == wanted or (command == "else" and top.tag.kind is tag.kind):
            return top
        self._add(tag, catalogue_vi.CROSSED, open=top.tag.text, end=top.end)
        while self.open[-1].command != wanted:
            self._dropped.append(self.open.pop().command)
        if command in _ENDS.values():
            self.open.pop()
        return None

    def _without_begin(self, tag: Tag, command: str) -> Open | None:
        top = self.open[-1] if self.open else None
        if top is not None and command == "else":
            return top
        if command in _ENDS.values() and _OPENS[command] in self._dropped:
            self._dropped.remove(_OPENS[command])
            return None
        if top is not None and command in _ENDS.values() and top.tag.kind is tag.kind:
            # Most likely the wrong word: it is taken for the end of what is open.
            self._add(tag, catalogue_vi.CROSSED, open=top.tag.text, end=top.end)
            self.open.pop()
            return None
        begin = tag.kind.written("for … in …" if _OPENS[command] == "for" else "if …")
        self._add(tag, catalogue_vi.NO_BEGIN, begin=begin)
        return None

    def finish(self) -> None:
        """Report what was never ended."""
        for block in self.open:
            self._add(block.tag, catalogue_vi.NO_END, end=block.end)
        self.open.clear()

    def _check_ends(self, tag: Tag, block: Open, command: str) -> None:
        opening = block.tag
        if tag.kind is not opening.kind:
            right = opening.kind.written(tag.body)
            self._add(tag, catalogue_vi.MIXED, open=opening.text, right=right)
        elif _container(tag) == _container(opening):
            return
        elif tag.kind is Kind.INLINE and tag.block is not opening.block:
            right = Kind.PARAGRAPH.written(opening.body)
            self._add(opening, catalogue_vi.SPREADS, end=block.end, right=right)
        else:
            self._add(tag, catalogue_vi.TORN, open=opening.text)

    def _check_alone(self, tag: Tag) -> None:
        """A tag that takes its paragraph or row along must be all that stands there."""
        if tag.kind is Kind.PARAGRAPH:
            if not _holds_only(tag.block.element, tag):
                self._add(tag, catalogue_vi.NOT_ALONE)
        elif tag.kind in _OF_TABLES:
            outside, not_alone = _OF_TABLES[tag.kind]
            element = taken_along(tag)
            if element is None:
                right = Kind.PARAGRAPH.written(tag.body)
                self._add(tag, outside, right=right)
            elif not _holds_only(element, tag):
                self._add(tag, not_alone)


def taken_along(tag: Tag) -> etree._Element | None:
    """Return the paragraph, row or cell that a tag stands for, if there is one."""
    match tag.kind:
        case Kind.ROW:
            return next(tag.block.element.iterancestors(f"{W}tr"), None)
        case Kind.COLUMN:
            return tag.block.cell
        case Kind.PARAGRAPH:
            return tag.block.element
        case _:
            return None


def _container(tag: Tag) -> tuple[object, ...]:
    """Return what both ends of a block must have in common."""
    if tag.kind is not Kind.INLINE:
        element = taken_along(tag)
        return (None if element is None else element.getparent(),)
    run = tag.anchor.getparent()
    return (tag.block, None if run is None else run.getparent())


def _holds_only(element: etree._Element, tag: Tag) -> bool:
    words = visible(text_of(element)).strip()
    if tag.block.element.tag != f"{W}p" or words != visible(tag.text):
        return False
    return not any(one.tag in _KEPT for one in element.iter("*"))
