"""How LibreOffice sees a document: the look of every letter, from its flat ODF file.

An independent reading of the same .docx: LibreOffice resolves Word's styles by its own
code and writes styles of its own format, whose chain is resolved here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

_NAMES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
}


def _q(name: str) -> str:
    prefix, _, local = name.partition(":")
    return f"{{{_NAMES[prefix]}}}{local}"


@dataclass(frozen=True)
class Letter:
    """A letter and how it looks."""

    letter: str
    font: str
    size: float
    bold: bool
    italic: bool


class FlatDocument:
    """A flat ODF file (.fodt)."""

    def __init__(self, path: Path) -> None:
        self.root = etree.parse(str(path), etree.XMLParser(huge_tree=True)).getroot()
        self.styles = {
            (one.get(_q("style:family"), ""), one.get(_q("style:name"), "")): one
            for one in self.root.iter(_q("style:style"))
        }
        self.defaults = {
            one.get(_q("style:family"), ""): one
            for one in self.root.iter(_q("style:default-style"))
        }
        self.fonts = {
            one.get(_q("style:name"), ""): one.get(_q("svg:font-family"), "").strip("'")
            for one in self.root.iter(_q("style:font-face"))
        }

    def letters(self) -> Iterator[Letter]:
        """Yield every letter and digit of the text, drawings left out."""
        (body,) = self.root.iter(_q("office:text"))
        for paragraph in body.iter(_q("text:p"), _q("text:h")):
            if not any(_is_skipped(one) for one in paragraph.iterancestors() if one is not body):
                look = self._look({}, "paragraph", paragraph.get(_q("text:style-name"), ""))
                yield from self._within(paragraph, look)

    def _within(self, element: etree._Element, look: dict[str, str]) -> Iterator[Letter]:
        yield from self._spoken(element.text, look)
        for child in element:
            if isinstance(child.tag, str) and not _is_skipped(child):
                name = child.get(_q("text:style-name"), "")
                inner = look
                if child.tag == _q("text:span"):
                    inner = look | self._look({}, "text", name, bare=True)
                yield from self._within(child, inner)
            yield from self._spoken(child.tail, look)

    def _spoken(self, text: str | None, look: dict[str, str]) -> Iterator[Letter]:
        font = look.get("style:font-name", "")
        for letter in filter(str.isalnum, text or ""):
            yield Letter(
                letter,
                self.fonts.get(font, font),
                float(look.get("fo:font-size", "0pt").removesuffix("pt")),
                look.get("fo:font-weight") == "bold",
                look.get("fo:font-style") == "italic",
            )

    def _look(
        self, look: dict[str, str], family: str, name: str, *, bare: bool = False
    ) -> dict[str, str]:
        style = self.styles.get((family, name))
        if style is None:
            default = None if bare else self.defaults.get(family)
            return look if default is None else _stated(default) | look
        parent = style.get(_q("style:parent-style-name"), "")
        return self._look(_stated(style) | look, family, parent, bare=bare)


def _is_skipped(element: etree._Element) -> bool:
    space = etree.QName(element).namespace
    return space in (_NAMES["draw"],) or element.tag == _q("office:annotation")


def _stated(style: etree._Element) -> dict[str, str]:
    properties = style.find(_q("style:text-properties"))
    if properties is None:
        return {}
    keys = ("style:font-name", "fo:font-size", "fo:font-weight", "fo:font-style")
    return {key: value for key in keys if (value := properties.get(_q(key))) is not None}
