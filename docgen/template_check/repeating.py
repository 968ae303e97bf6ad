"""Finds what a template would lose or count wrongly: breaks beside tags, Word's numbering.

A tag's paragraph, row or cell goes out of the document with every break in it, and Word
numbers the paragraphs of a list in one sequence through all turns of nested loops. Source:
ECMA-376, part 1, 17.3.1 (paragraphs), 17.7 (styles), 17.9 (numbering).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from docgen.template_check import words_vi
from docgen.template_check.package import Package
from docgen.template_check.tags import W

_BREAKS = {"page": words_vi.PAGE_BREAK, "column": words_vi.COLUMN_BREAK}
# What the schema wants before the mark of a paragraph that begins a page (CT_PPrBase).
_BEFORE_BREAK = [f"{W}{name}" for name in ("pStyle", "keepNext", "keepLines")]
_DEEPEST = 20  # styles on one another; more are a circle


def _val(element: etree._Element | None) -> str:
    return "" if element is None else element.get(f"{W}val", "")


class Properties:
    """The properties of a template's paragraphs, by themselves or by their styles."""

    def __init__(self, package: Package) -> None:
        styles, numbering = (
            package.used_root(package.main, kind) for kind in ("styles", "numbering")
        )
        self._styles: dict[str, etree._Element] = {}  # "": of paragraphs that name none
        for style in () if styles is None else styles.iterfind(f"{W}style"):
            if style.get(f"{W}type") == "paragraph":
                self._styles[style.get(f"{W}styleId", "")] = style
                if style.get(f"{W}default") in ("1", "true", "on"):
                    self._styles[""] = style
        # How each level of each list is numbered.
        self._formats = {} if numbering is None else dict(_number_formats(numbering))

    def find(self, paragraph: etree._Element, path: str) -> etree._Element | None:
        """Return a property, such as `w:numPr/w:numId`, None where it is set nowhere."""
        element: etree._Element | None = paragraph
        style: str | None = _val(paragraph.find(f"{W}pPr/{W}pStyle"))
        for _ in range(_DEEPEST):
            if element is None:
                break
            found = element.find(f"{W}pPr/{path}")
            if found is not None:
                return found
            element = None if style is None else self._styles.get(style)
            style = None if element is None else _val(element.find(f"{W}basedOn")) or None
        return None

    def breaks_before(self, paragraph: etree._Element) -> bool:
        """Whether a paragraph begins a page."""
        found = self.find(paragraph, f"{W}pageBreakBefore")
        return found is not None and _val(found) not in ("0", "false", "off")

    def numbering(self, paragraph: etree._Element) -> tuple[str, int] | None:
        """Return the list and the level in which Word counts a paragraph, None for none."""
        number = _val(self.find(paragraph, f"{W}numPr/{W}numId"))
        level = _val(self.find(paragraph, f"{W}numPr/{W}ilvl")) or "0"
        if self._formats.get((number, level), "none") in ("bullet", "none"):
            return None
        return (number, int(level)) if level.isdecimal() else None


def _number_formats(root: etree._Element) -> Iterator[tuple[tuple[str, str], str]]:
    levels = {
        one.get(f"{W}abstractNumId", ""): one.findall(f"{W}lvl")
        for one in root.iterfind(f"{W}abstractNum")
    }
    for number in root.iterfind(f"{W}num"):
        own = number.iterfind(f"{W}lvlOverride/{W}lvl")
        for level in (*levels.get(_val(number.find(f"{W}abstractNumId")), ()), *own):
            key = number.get(f"{W}numId", ""), level.get(f"{W}ilvl", "")
            yield key, _val(level.find(f"{W}numFmt"))


def move_break(paragraph: etree._Element, following: etree._Element | None) -> None:
    """Move a page break that ends a tag's paragraph to the paragraph behind it."""
    last = list(paragraph.iter(f"{W}t", f"{W}br", f"{W}tab"))[-1:]
    if following is None or following.tag != f"{W}p" or not last:
        return
    (element,) = last
    parent = element.getparent()
    if element.get(f"{W}type") == "page" and parent is not None:
        parent.remove(element)
        properties = following.find(f"{W}pPr")
        if properties is None:
            properties = etree.Element(f"{W}pPr")
            following.insert(0, properties)
        before = [one for one in properties if one.tag in _BEFORE_BREAK]
        properties.insert(len(before), etree.Element(f"{W}pageBreakBefore"))


def lost_breaks(element: etree._Element, properties: Properties) -> Iterator[tuple[str, str]]:
    """Yield the breaks that go with a tag's paragraph, row or cell: what, and how to keep it."""
    for one in element.iter(f"{W}br", f"{W}sectPr", f"{W}p"):
        if one.tag == f"{W}sectPr":
            yield words_vi.SECTION_BREAK, words_vi.MOVE_BREAK
        elif one.tag == f"{W}p":
            if properties.breaks_before(one):
                yield words_vi.BREAK_BEFORE, words_vi.MOVE_BREAK_BEFORE
        elif one.get(f"{W}type") in _BREAKS:
            yield _BREAKS[one.get(f"{W}type", "")], words_vi.MOVE_BREAK


def counted_on(
    paragraphs: Iterable[tuple[int, etree._Element]],
    loops: Iterable[tuple[int, int]],
    properties: Properties,
) -> Iterator[etree._Element]:
    """Yield the paragraphs of nested loops whose numbers do not begin anew with each turn.

    Args:
        paragraphs: those that stay in a document, with their places in the part, in order.
        loops: the places where loops begin and end.
        properties: how paragraphs are numbered.
    """
    waiting = sorted(loops, reverse=True)
    inside: list[tuple[int, dict[str, int]]] = []  # a loop's end, the highest level of each list
    for place, paragraph in paragraphs:
        while waiting and waiting[-1][0] < place:
            begin, end = waiting.pop()
            inside = [*(loop for loop in inside if loop[0] > begin), (end, {})]
        inside = [loop for loop in inside if loop[0] > place]
        numbering = properties.numbering(paragraph) if inside else None
        if numbering is not None:
            number, level = numbering
            # Word itself begins a level anew behind each paragraph of a higher one.
            if len(inside) > 1 and inside[-2][1].get(number, level) >= level:
                yield paragraph
            levels = inside[-1][1]
            levels[number] = min(level, levels.get(number, level))
