"""Turns a checked part of a template into the source that Jinja compiles.

A tag that Word has cut into several runs is put together in the first of them; a tag that
stands for a paragraph, a row or a cell replaces it; a chart's drawing asks for its data in
its own attributes. Everything else stays as it is.

The tags are docxtpl's, but not its patch_xml: that reads the XML once more by regular
expressions, finds tags where the check has seen none, and removes what a cut tag is
wrapped in. Here the tags that were checked are the tags that are compiled.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from lxml import etree

from docgen.template_check.chart_parts import AltText
from docgen.template_check.nesting import replaced_element
from docgen.template_check.tags import Kind, Tag, TextBlock, W

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_RANGE_MARKS = (f"{W}bookmarkStart", f"{W}bookmarkEnd")


def template_source(root: etree._Element, tags: Iterable[Tag]) -> str:
    """Return the Jinja source of a part, and change its tree on the way.

    Args:
        root: the part.
        tags: its tags in their order, those of charts left out or drawn already.
    """
    by_block: dict[TextBlock, list[Tag]] = defaultdict(list)
    for tag in tags:
        if not isinstance(tag.block, AltText):
            by_block[tag.block].append(tag)
    for block, in_block in by_block.items():
        replaced = replaced_element(in_block[0])
        if replaced is not None:
            _replace(replaced, _jinja(in_block[0]))
            continue
        for tag in reversed(in_block):  # the offsets of the tags before stay valid
            _gather(block, tag)
    return etree.tostring(root, encoding="unicode")


def surround(element: etree._Element, before: str, after: str) -> None:
    """Put source text before and after an element."""
    _append_before(element, before)
    element.tail = after + (element.tail or "")


def _jinja(tag: Tag) -> str:
    kind = Kind.PRINT if tag.kind is Kind.PRINT else Kind.INLINE
    return kind.written(tag.body)


def _replace(element: etree._Element, text: str) -> None:
    """Replace an element by text; bookmarks that begin or end in it stay before the text."""
    parent = element.getparent()
    assert parent is not None  # paragraphs, rows and cells always have one
    for mark in list(element.iter(*_RANGE_MARKS)):
        mark.tail = None
        element.addprevious(mark)
    _append_before(element, text + (element.tail or ""))
    parent.remove(element)


def _append_before(element: etree._Element, text: str) -> None:
    parent, before = element.getparent(), element.getprevious()
    assert parent is not None  # only the root has none, and a root is never replaced
    if before is None:
        parent.text = (parent.text or "") + text
    else:
        before.tail = (before.tail or "") + text


def _gather(block: TextBlock, tag: Tag) -> None:
    """Write a tag whole into the first of the texts over which it is spread."""
    offset = 0
    for element in block.texts:
        text = element.text or ""
        start, end = tag.start - offset, tag.end - offset
        offset += len(text)
        if end <= 0 or start >= len(text):
            continue
        begins = start >= 0
        element.text = text[: max(0, start)] + (_jinja(tag) if begins else "") + text[end:]
        if begins and element.tag == f"{W}t":
            element.set(_SPACE, "preserve")
