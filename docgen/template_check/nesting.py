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
from docgen.template_check import catalogue_vi
from docgen.template_check.grammar import Statement
from docgen.template_check.tags import Kind, Report, Tag, W, text_of
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
} | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"}  # fmt: skip
# What a tag that takes its paragraph, row or cell along is not to do: stand outside a table,
# or beside other words.
_TAKING = {
    Kind.PARAGRAPH: (catalogue_vi.NOT_ALONE, catalogue_vi.NOT_ALONE),
    Kind.ROW: (catalogue_vi.ROW_OUTSIDE, catalogue_vi.ROW_NOT_ALONE),
    Kind.COLUMN: (catalogue_vi.COLUMN_OUTSIDE, catalogue_vi.COLUMN_NOT_ALONE),
}


@dataclass
class Block:
    """A block that has begun."""

    tag: Tag
    command: str  # "for" or "if"
    statement: Statement | None = None  # None: it could not be read
    item: Field | None = None  # what a loop's variable holds, None if unknown
    has_else: bool = False

    @property
    def end(self) -> str:
        """The tag that ends it, as it is typed."""
        return self.tag.kind.written(_ENDS[self.command])


class Nesting:
    """The blocks that are open at a place of a part."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._open: list[Block] = []
        self._beyond = 0  # blocks opened deeper than can be
        self._dropped: list[str] = []  # commands whose ends are still to come
        self.repeated: list[tuple[Tag, Tag]] = []  # the tags of loops over more than words

    @property
    def loops(self) -> list[Block]:
        """The open loops, the outermost first."""
        return [block for block in self._open if block.command == "for"]

    def begin(self, block: Block) -> None:
        """Open a block."""
        self._check_alone(block.tag)
        if len(self._open) == DEEPEST:
            if not self._beyond:
                self._report(block.tag, catalogue_vi.TOO_DEEP, limit=str(DEEPEST))
            self._beyond += 1
            return
        self._open.append(block)
        if block.command == "for" and self._free_loops() > _FREE_LOOPS:
            self._report(block.tag, catalogue_vi.MULTIPLIES)

    def _free_loops(self) -> int:
        """Count the open loops whose list does not hang on the loop around them."""
        read = [loop.statement for loop in self.loops if loop.statement]
        around = ["", *(statement.variable for statement in read)]
        return sum(one.asked[0].field[0] != name for one, name in zip(read, around, strict=False))

    def step(self, tag: Tag, command: str) -> None:
        """Pass an `elif`, `else`, `endfor` or `endif`."""
        self._check_alone(tag)
        ends = command in _ENDS.values()
        if self._beyond:
            self._beyond -= ends
            return
        block = self._opening(tag, command, ends)
        if block is None:
            return
        if block.command == "for" and command == "else":
            self._report(tag, catalogue_vi.ELSE_IN_LOOP, open=block.tag.text)
            return
        self._check_ends(tag, block)
        if ends:
            self._open.pop()
            if block.command == "for" and tag.kind is not Kind.INLINE:
                self.repeated.append((block.tag, tag))
        elif block.has_else:
            self._report(tag, catalogue_vi.SECOND_ELSE, open=block.tag.text)
        block.has_else |= command == "else"

    def _opening(self, tag: Tag, command: str, ends: bool) -> Block | None:
        """Find the block that a tag belongs to; drop what should have ended before."""
        wanted = _OPENS[command]
        top = self._open[-1] if self._open else None
        if top and any(block.command == wanted for block in self._open):
            if top.command == wanted or (command == "else" and top.tag.kind is tag.kind):
                return top
            self._report(tag, catalogue_vi.CROSSED, open=top.tag.text, end=top.end)
            while self._open[-1].command != wanted:
                self._dropped.append(self._open.pop().command)
            if ends:
                self._open.pop()
        elif top and command == "else":
            return top
        elif ends and wanted in self._dropped:
            self._dropped.remove(wanted)
        elif top and ends and top.tag.kind is tag.kind:
            # Most likely the wrong word: it is taken for the end of what is open.
            self._report(tag, catalogue_vi.CROSSED, open=top.tag.text, end=top.end)
            self._open.pop()
        else:
            begin = tag.kind.written("for … in …" if wanted == "for" else "if …")
            self._report(tag, catalogue_vi.NO_BEGIN, begin=begin)
        return None

    def finish(self) -> None:
        """Report what was never ended."""
        for block in self._open:
            self._report(block.tag, catalogue_vi.NO_END, end=block.end)

    def _check_ends(self, tag: Tag, block: Block) -> None:
        opening = block.tag
        if tag.kind is not opening.kind:
            right = opening.kind.written(tag.body)
            self._report(tag, catalogue_vi.MIXED, open=opening.text, right=right)
        elif _container(tag) == _container(opening):
            return
        elif tag.kind is Kind.INLINE and tag.block is not opening.block:
            right = Kind.PARAGRAPH.written(opening.body)
            self._report(opening, catalogue_vi.SPREADS, end=block.end, right=right)
        else:
            self._report(tag, catalogue_vi.TORN, open=opening.text)

    def _check_alone(self, tag: Tag) -> None:
        """A tag that takes its paragraph, row or cell along must be all that stands there."""
        if tag.kind in _TAKING:
            outside, not_alone = _TAKING[tag.kind]
            element = taken_along(tag)
            if element is None:
                self._report(tag, outside, right=Kind.PARAGRAPH.written(tag.body))
            elif not _holds_only(element, tag):
                self._report(tag, not_alone)


def taken_along(tag: Tag) -> etree._Element | None:
    """Return the paragraph, row or cell that a tag stands for, if there is one."""
    if tag.kind is Kind.ROW:
        return next(tag.block.element.iterancestors(f"{W}tr"), None)
    if tag.kind is Kind.COLUMN:
        return tag.block.cell
    return tag.block.element if tag.kind is Kind.PARAGRAPH else None


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
    return not any(child.tag in _KEPT for child in element.iter("*"))
