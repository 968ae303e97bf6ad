"""Reads the parts of a .docx that can hold tags: their texts, paragraph by paragraph.

What a tag is, is decided here once: in the text of a paragraph, whatever runs, proofing
marks or tracked changes Word has cut it into. The check and the filling of a template
both build on this reading, so that what was checked is what runs.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import cast

from lxml import etree

from docgen.template_check import words_vi

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ALT_TEXT = "descr"  # the attribute that holds it
_EXCERPT = 80  # characters of a paragraph that are shown
_HEAD = 40  # characters of a table's first row


@dataclass(eq=False)
class TextBlock:
    """A paragraph (or a property of the file): its text elements and what they say."""

    element: etree._Element
    part: str  # a key of words_vi.PARTS, "" for the body
    texts: list[etree._Element] = field(default_factory=list)

    @cached_property
    def text(self) -> str:
        """The whole text, as a reader sees it."""
        return "".join(one.text or "" for one in self.texts)

    @cached_property
    def cell(self) -> etree._Element | None:
        """The table cell it stands in, if any."""
        return next(self.element.iterancestors(f"{W}tc"), None)

    @cached_property
    def location(self) -> str:
        """Where it stands, in Vietnamese."""
        if self.part == "properties":
            return words_vi.PARTS[self.part]
        return words_vi.in_part(self.part, self._location())

    def anchor(self, start: int) -> etree._Element:
        """Return the text element in which a place of the text lies."""
        left = start
        for element in self.texts:
            left -= len(element.text or "")
            if left < 0:
                return element
        raise AssertionError("a place lies inside its text")

    def _location(self) -> str:
        if self.cell is None:
            return words_vi.PARAGRAPH
        table = next(self.cell.iterancestors(f"{W}tbl"), self.cell)
        first = next((row for row in table.iter(f"{W}tr") if text_of(row).strip()), None)
        if first is None or first in self.cell.iterancestors(f"{W}tr"):
            return words_vi.CELL_WITHOUT_HEAD
        cells = (" ".join(text_of(cell).split()) for cell in first.iter(f"{W}tc"))
        head = ", ".join(one for one in cells if one)
        shown = head if len(head) <= _HEAD else f"{head[:_HEAD]}…"
        return words_vi.CELL.format(head=words_vi.in_quotes(shown))

    def excerpt(self, start: int, end: int) -> str:
        """Return the words around a place of the text, on one line."""
        end = min(end, start + _EXCERPT)
        spare = (_EXCERPT - (end - start)) // 2
        first, last = max(0, start - spare), max(start + _EXCERPT - spare, end + spare)
        cut = " ".join(self.text[first:last].split())
        return f"{'…' if first else ''}{cut}{'…' if last < len(self.text) else ''}"


def attributes(element: etree._Element) -> list[tuple[str, str]]:
    """Return an element's attributes; parsed XML holds no bytes, whatever its stubs say."""
    return cast("list[tuple[str, str]]", element.items())


def text_of(element: etree._Element) -> str:
    """Return all text inside an element."""
    return "".join(one.text or "" for one in element.iter(f"{W}t"))


def blocks(root: etree._Element, part: str) -> list[TextBlock]:
    """Return the texts of a part in their order; a text box inside a paragraph is its own."""
    if part == "properties":
        return [TextBlock(one, part, [one]) for one in root.iter("*") if one.text and len(one) == 0]
    found: dict[etree._Element, TextBlock] = {}
    for element in root.iter(f"{W}t"):
        paragraph = next(element.iterancestors(f"{W}p"), None)
        if paragraph is not None:
            found.setdefault(paragraph, TextBlock(paragraph, part)).texts.append(element)
    return list(found.values())


def elsewhere(
    root: etree._Element, part: str, read: Collection[etree._Element]
) -> Iterator[tuple[str, bool]]:
    """Yield texts that are no words of the document, and whether they are tracked deletions.

    Attributes, field codes, formulas: whatever is no `w:t` of a paragraph. The alternative
    text of the elements `read` is known already.
    """
    for element in root.iter("*"):
        known = part == "properties" or (
            element.tag == f"{W}t" and next(element.iterancestors(f"{W}p"), None) is not None
        )
        kept = ALT_TEXT if element in read else ""
        yield from ((value, False) for key, value in attributes(element) if key != kept)
        if element.text and not (known and len(element) == 0):
            yield element.text, element.tag == f"{W}delText"
        if element.tail:
            yield element.tail, False


def is_removed(element: etree._Element) -> bool:
    """Whether a text is shown struck out: moved away or deleted under Track Changes."""
    return any(one.tag in (f"{W}del", f"{W}moveFrom") for one in element.iterancestors())
