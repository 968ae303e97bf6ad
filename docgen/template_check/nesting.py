"""Holds the tags of a part together: every `for` and `if` with its end, in one place.

A block whose two ends stand side by side in the document's XML (two paragraphs of one
cell, two rows of one table, two cells of one row, two places of one paragraph) can be
repeated or left out without tearing anything. That is what is asked here, so that every
filled document is well formed whatever the data. What stands beside a tag that is taken out
goes with it, and Word numbers a list in one sequence through all turns of nested loops.
Source: ECMA-376, part 1, 17.3.1 (paragraphs), 17.7 (styles), 17.9 (numbering).
"""

from __future__ import annotations

import operator
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import cast

from lxml import etree

from docgen.fields import Field
from docgen.template_check import catalogue_vi
from docgen.template_check.grammar import Statement
from docgen.template_check.package import Package
from docgen.template_check.tags import NAMESPACES, Kind, Report, Tag, W, text_of, visible

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
# What the schema wants before the mark of a paragraph that begins a page (CT_PPrBase).
_BEFORE_BREAK = [f"{W}{name}" for name in ("pStyle", "keepNext", "keepLines")]
# A level of a list (`w:num`), as its kind of lists has it and, behind that, as it has it itself.
_LEVELS = etree.XPath(
    "(w:abstractNum[@w:abstractNumId = ../w:num[@w:numId = $number]/w:abstractNumId/@w:val]"
    " | w:num[@w:numId = $number]/w:lvlOverride)/w:lvl[@w:ilvl = $level]",
    namespaces=NAMESPACES,
)
_DEEPEST_STYLE = 20  # styles on one another; more are a circle
# What a tag that takes its paragraph, row or cell along is not to do: stand outside a table,
# or beside other words.
_TAKING = {
    Kind.PARAGRAPH: (catalogue_vi.NOT_ALONE, catalogue_vi.NOT_ALONE),
    Kind.ROW: (catalogue_vi.ROW_OUTSIDE, catalogue_vi.ROW_NOT_ALONE),
    Kind.COLUMN: (catalogue_vi.COLUMN_OUTSIDE, catalogue_vi.COLUMN_NOT_ALONE),
}


@dataclass
class Block:
    """A tag, and the block that has begun with it if it is one of a `for` or `if`."""

    tag: Tag
    command: str  # "print" for `{{ … }}`
    statement: Statement | None = None  # None: it could not be read
    item: Field | None = None  # what a loop's variable holds, None if unknown
    has_else: bool = False
    crossed: bool = False  # that something else ends in it was reported

    @property
    def end(self) -> str:
        """The tag that ends it, as it is typed."""
        return self.tag.kind.written(_ENDS[self.command])


class Nesting:
    """The blocks that are open at a place of a part."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._open: list[Block] = []
        self._unfit: list[tuple[Tag, Block]] = []  # ends of another kind than what they end
        self._unbegun: list[Block] = []  # what ends nothing, with the command that it would end
        self.repeated: list[tuple[Tag, Tag]] = []  # the tags of loops over more than words

    @property
    def loops(self) -> list[Block]:
        """The open loops, the outermost first."""
        return [block for block in self._open if block.command == "for"]

    def step(self, block: Block) -> None:
        """Open a block, or pass an `elif`, `else`, `endfor` or `endif`."""
        self._check_alone(block.tag)
        if block.command not in _ENDS:
            self._pass(block.tag, block.command)
            return
        if len(self._open) == DEEPEST:  # what is deeper still is the same fault
            self._report(block.tag, catalogue_vi.TOO_DEEP, limit=str(DEEPEST))
        self._open.append(block)
        if block.command == "for" and self._free_loops() > _FREE_LOOPS:
            self._report(block.tag, catalogue_vi.MULTIPLIES)

    def _free_loops(self) -> int:
        """Count the open loops whose list does not hang on the loop around them."""
        read = [loop.statement for loop in self.loops if loop.statement]
        lists = [statement.references[0].names[0] for statement in read]
        return sum(map(operator.ne, lists, ["", *(statement.variable for statement in read)]))

    def _pass(self, tag: Tag, command: str) -> None:
        ends = command in _ENDS.values()
        if not (block := self._opening(tag, command, ends)):
            return
        if tag.kind is block.tag.kind:
            self._check_ends(tag, block)
        elif ends:
            self._unfit.append((tag, block))
        else:
            self._report_unfit(tag, block.tag)
        if ends:
            self._open.pop()
            if block.command == "for" and tag.kind is not Kind.INLINE:
                self.repeated.append((block.tag, tag))
        elif block.has_else:
            self._report(tag, catalogue_vi.SECOND_ELSE, open=block.tag.text)
        block.has_else |= command == "else"

    def _opening(self, tag: Tag, command: str, ends: bool) -> Block | None:
        """Find the block that a tag belongs to; a block that crosses another is still to end."""
        wanted = _OPENS[command]
        top = self._open[-1] if self._open else None
        own = next((block for block in reversed(self._open) if block.command == wanted), None)
        if top and top is not own and command == "else" and (not own or top.tag.kind is tag.kind):
            self._report(tag, catalogue_vi.ELSE_IN_LOOP, open=top.tag.text)
            return None
        if top and top is not own and (own or (ends and top.tag.kind is tag.kind)):
            # Where nothing is to end it is most likely the wrong word, for the end of what is open.
            if not top.crossed:
                self._report(tag, catalogue_vi.CROSSED, open=top.tag.text, end=top.end)
            top.crossed = True
            if ends:
                self._open.remove(own or top)
            return None
        if own is None:
            self._unbegun.append(Block(tag, wanted))
        return own

    def finish(self) -> None:
        """Report what was never ended or begun, and the ends of another kind.

        Such an end may be that of an outer block, whose own was taken for it: what is missing is
        the end between them. Or the end behind it fits, and this one has no beginning.
        """
        for tag, block in self._unfit:
            end = Block(tag, block.command)
            for blocks, fitting, left in ((self._open, end, block), (self._unbegun, block, end)):
                own = [one for one in blocks if one.command == left.command]
                if other := next((one for one in own if _fits(one.tag, fitting.tag)), None):
                    blocks[blocks.index(other)] = left
                    break
            else:
                self._report_unfit(tag, block.tag)
        for block in self._unbegun:
            begin = block.tag.kind.written("for … in …" if block.command == "for" else "if …")
            self._report(block.tag, catalogue_vi.NO_BEGIN, begin=begin)
        for block in self._open:
            if not block.crossed:
                self._report(block.tag, catalogue_vi.NO_END, end=block.end)

    def _report_unfit(self, wrong: Tag, other: Tag) -> None:
        """Report the one of two tags of different kinds whose place asks for the other kind."""
        fits = _fits(replace(wrong, kind=other.kind), other)
        if not fits and _fits(wrong, replace(other, kind=wrong.kind)):
            wrong, other = other, wrong
        right = other.kind.written(wrong.body)
        self._report(wrong, catalogue_vi.MIXED, open=other.text, right=right)

    def _check_ends(self, tag: Tag, block: Block) -> None:
        opening = block.tag
        if _container(tag) == _container(opening):
            return
        if tag.kind is Kind.INLINE and tag.block is not opening.block:
            right = Kind.PARAGRAPH.written(opening.body)
            self._report(opening, catalogue_vi.SPREADS, end=block.end, right=right)
        else:
            self._report(tag, catalogue_vi.TORN, open=opening.text)

    def _check_alone(self, tag: Tag) -> None:
        """A tag that takes its paragraph, row or cell along must be all that stands there."""
        if tag.kind in _TAKING:
            outside, not_alone = _TAKING[tag.kind]
            element = replaced_element(tag)
            if element is None:
                self._report(tag, outside, right=Kind.PARAGRAPH.written(tag.body))
            elif not _holds_only(element, tag):
                self._report(tag, not_alone)


def replaced_element(tag: Tag) -> etree._Element | None:
    """Return the paragraph, row or cell that a tag stands for, if there is one."""
    if tag.kind is Kind.ROW:
        return next(tag.block.element.iterancestors(f"{W}tr"), None)
    if tag.kind is Kind.COLUMN:
        return tag.block.cell
    return tag.block.element if tag.kind is Kind.PARAGRAPH else None


def _container(tag: Tag) -> tuple[object, ...]:
    """Return what both ends of a block must have in common."""
    inline = tag.kind is Kind.INLINE
    element = tag.anchor.getparent() if inline else replaced_element(tag)
    return (inline and tag.block, tag.fields, None if element is None else element.getparent())


def _fits(tag: Tag, opening: Tag) -> bool:
    """Whether a tag is of the kind of the one that opens its block, and stands with it."""
    if tag.kind is not opening.kind or _container(tag) != _container(opening):
        return False
    taken = [(replaced_element(one), one) for one in (tag, opening) if one.kind in _TAKING]
    return all(element is not None and _holds_only(element, one) for element, one in taken)


def _holds_only(element: etree._Element, tag: Tag) -> bool:
    words = visible(text_of(element)).strip()
    if tag.block.element.tag != f"{W}p" or words != visible(tag.text):
        return False
    return not any(child.tag in _KEPT for child in element.iter("*"))


def _val(element: etree._Element | None) -> str:
    return "" if element is None else element.get(f"{W}val", "")


class Properties:
    """The properties of a template's paragraphs, by themselves or by their styles."""

    def __init__(self, package: Package) -> None:
        self._styles: dict[str, etree._Element] = {}  # "": of paragraphs that name none
        styles = package.used_root(package.main, "styles")
        for style in styles.iterfind(f"{W}style[@{W}type='paragraph']"):
            self._styles[style.get(f"{W}styleId", "")] = style
            if style.get(f"{W}default") in ("1", "true", "on"):
                self._styles[""] = style
        self._numbering = package.used_root(package.main, "numbering")

    def find(self, paragraph: etree._Element, path: str) -> etree._Element | None:
        """Return a property, such as `w:numPr/w:numId`, None where it is set nowhere."""
        holders, name = [paragraph], _val(paragraph.find(f"{W}pPr/{W}pStyle"))
        while name in self._styles and len(holders) < _DEEPEST_STYLE:
            holders.append(self._styles[name])
            name = _val(holders[-1].find(f"{W}basedOn")) or "\0"  # none: a style needs no other
        found = (holder.find(f"{W}pPr/{path}") for holder in holders)
        return next((element for element in found if element is not None), None)

    def breaks_before(self, paragraph: etree._Element) -> bool:
        """Whether a paragraph begins a page."""
        found = self.find(paragraph, f"{W}pageBreakBefore")
        return found is not None and _val(found) not in ("0", "false", "off")

    def numbering(self, paragraph: etree._Element) -> tuple[str, int, bool] | None:
        """Return the list and the level in which Word counts a paragraph, None for none.

        The third is whether Word begins the level anew behind a paragraph of a higher one.
        """
        number = _val(self.find(paragraph, f"{W}numPr/{W}numId"))
        level = _val(self.find(paragraph, f"{W}numPr/{W}ilvl")) or "0"
        levels = cast(list[etree._Element], _LEVELS(self._numbering, number=number, level=level))
        form = _val(levels[-1].find(f"{W}numFmt")) if levels else "none"
        if form in ("bullet", "none") or level not in tuple("012345678"):  # all that there are
            return None
        return number, int(level), _val(levels[-1].find(f"{W}lvlRestart")) != "0"


def _move_break(paragraph: etree._Element, following: etree._Element | None) -> None:
    """Move a page break that ends a tag's paragraph to the paragraph behind it."""
    if following is None or following.tag != f"{W}p":
        return
    for mark in list(paragraph.iter(f"{W}t", f"{W}br", f"{W}tab"))[-1:]:
        run = mark.getparent()
        if run is not None and mark.get(f"{W}type") == "page":
            run.remove(mark)
            properties = following.find(f"{W}pPr")
            if properties is None:
                following.insert(0, properties := etree.Element(f"{W}pPr"))
            offset = sum(child.tag in _BEFORE_BREAK for child in properties)
            properties.insert(offset, etree.Element(f"{W}pageBreakBefore"))


def taken_along(tags: Sequence[Tag], properties: Properties, report: Report) -> set[etree._Element]:
    """Return the paragraphs, rows and cells that go with their tags; report breaks lost so."""
    replaced = {tag: element for tag in tags if (element := replaced_element(tag)) is not None}
    gone = set(replaced.values())
    for tag, element in replaced.items():
        following = element.getnext()
        once = tag.command != "for"  # else the next paragraph would begin a page each time
        if tag.kind is Kind.PARAGRAPH and once and following not in gone:
            _move_break(element, following)
        for mark in element.iter(f"{W}br", f"{W}sectPr", f"{W}p"):
            kind = mark.get(f"{W}type") or mark.tag.removeprefix(W)
            if kind in catalogue_vi.BREAKS and (kind != "p" or properties.breaks_before(mark)):
                what, hint = catalogue_vi.BREAKS[kind]
                report(tag, catalogue_vi.LOST_BREAK, what=what, hint=hint)
    return gone


def counted_on(
    order: Mapping[etree._Element, int],
    gone: Collection[etree._Element],
    loops: Sequence[tuple[Tag, Tag]],
    properties: Properties,
) -> Iterator[etree._Element]:
    """Yield the paragraphs of nested loops whose numbers do not begin anew with each turn.

    `order` are the elements of a part and their places, `loops` the tags that begin and end
    them, `gone` what is taken out with a tag.
    """
    spans = sorted((order[begin.anchor], order[end.anchor]) for begin, end in loops)
    highest: dict[tuple[int, int], dict[str, int]] = {span: {} for span in spans}  # of each list
    for element in (element for element in order if element.tag == f"{W}p" and loops):
        inside = [highest[span] for span in spans if span[0] < order[element] < span[1]]
        taken = {element, *element.iterancestors(f"{W}tc", f"{W}tr")}.intersection(gone)
        if taken or not inside:
            continue
        if numbering := properties.numbering(element):
            number, level, restarts = numbering
            is_below = len(inside) > 1 and inside[-2].get(number, level) < level
            if len(inside) > 1 and not (restarts and is_below):
                yield element
            inside[-1][number] = min(level, inside[-1].get(number, level))
