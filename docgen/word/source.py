"""Turns a checked part of a template into the source that Jinja compiles.

A tag that Word has cut into several runs is put together in the first of them; a tag
that stands for a paragraph, a row or a cell takes its place. Everything else stays as it is.

The tags are docxtpl's, but not its patch_xml: that reads the XML once more by regular
expressions, finds tags where the check has seen none, and takes along what a cut tag is
wrapped in. Here the places that were checked are the places that are compiled.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from lxml import etree

from docgen.template_check.chart_parts import AltText
from docgen.template_check.nesting import taken_along
from docgen.template_check.parts import TextBlock
from docgen.template_check.tags import Kind, Tag
from docgen.word.wordxml import DECLARATION

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def template_source(root: etree._Element, tags: Iterable[Tag]) -> str:
    """Return a part's source; the tree is used up. Tags are given in their order."""
    by_block: dict[TextBlock, list[Tag]] = defaultdict(list)
    for tag in tags:
        if not isinstance(tag.block, AltText):  # charts are put in by docgen.word.charts.placing
            by_block[tag.block].append(tag)
    for block, inside in by_block.items():
        taken = taken_along(inside[0])
        if taken is not None:
            _replace(taken, _written(inside[0]))
            continue
        for tag in reversed(inside):  # the places of those before stay valid
            _gather(block, tag)
    return DECLARATION + etree.tostring(root, encoding="unicode")


def _written(tag: Tag) -> str:
    kind = Kind.PRINT if tag.kind is Kind.PRINT else Kind.INLINE
    return kind.written(tag.body)


def _replace(element: etree._Element, text: str) -> None:
    """Put a text in the place of an element."""
    parent, before = element.getparent(), element.getprevious()
    assert parent is not None  # paragraphs, rows, cells always stand in something
    text += element.tail or ""
    if before is None:
        parent.text = (parent.text or "") + text
    else:
        before.tail = (before.tail or "") + text
    parent.remove(element)


def _gather(block: TextBlock, tag: Tag) -> None:
    """Write a tag whole into the first of the texts over which it is spread."""
    left = 0
    for element in block.texts:
        text = element.text or ""
        start, end = tag.start - left, tag.end - left
        left += len(text)
        if end <= 0 or start >= len(text):
            continue
        begins = start >= 0
        element.text = text[: max(0, start)] + (_written(tag) if begins else "") + text[end:]
        if begins and element.tag.endswith("}t"):
            element.set(_SPACE, "preserve")
