"""What a rendered document says, as a reader meets it: the words, in their order."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from docx import Document
from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def xml_of(document: bytes, part: str = "word/document.xml") -> etree._Element:
    """Return a part of the document, parsed."""
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        return etree.fromstring(archive.read(part))


def paragraphs(document: bytes, part: str = "word/document.xml") -> list[str]:
    """Return the text of every paragraph of a part, those of tables in their place."""
    return [_text(one) for one in xml_of(document, part).iter(f"{_W}p")]


def _text(paragraph: etree._Element) -> str:
    return "".join(one.text or "" for one in paragraph.iter(f"{_W}t"))


def text(document: bytes) -> str:
    """Return the body's text, a paragraph a line, without the empty ones."""
    return "\n".join(one for one in paragraphs(document) if one)


def headings(document: bytes) -> list[str]:
    """Return the paragraphs that Word's outline shows."""
    outlined = {
        style.get(f"{_W}styleId")
        for style in xml_of(document, "word/styles.xml").iter(f"{_W}style")
        if style.find(f"{_W}pPr/{_W}outlineLvl") is not None
    }
    found = (
        _text(one)
        for one in xml_of(document).iter(f"{_W}p")
        for style in one.iterfind(f"{_W}pPr/{_W}pStyle")
        if style.get(f"{_W}val") in outlined
    )
    return [one for one in found if one]


def tables(document: bytes) -> list[list[list[str]]]:
    """Return every table as rows of cell texts (a spanning cell once)."""
    return [
        [
            ["\n".join(_text(p) for p in cell.iter(f"{_W}p")) for cell in row.iter(f"{_W}tc")]
            for row in table.iter(f"{_W}tr")
        ]
        for table in xml_of(document).iter(f"{_W}tbl")
    ]


def headers(document: bytes) -> list[str]:
    """Return the text of every header, the first page's ones included."""
    made = []
    for section in Document(io.BytesIO(document)).sections:
        for header in (section.first_page_header, section.header):
            made.append("".join(one.text for one in header.paragraphs).strip())
    return made


def all_texts(document: bytes) -> Iterator[str]:
    """Yield the text of every paragraph of every part, and what charts show."""
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        for name in archive.namelist():
            if name.endswith(".xml"):
                root = etree.fromstring(archive.read(name))
                for paragraph in root.iter("{*}p"):
                    yield "".join(one.text or "" for one in paragraph.iter("{*}t"))
                yield from (one.text or "" for one in root.iter("{*}v"))
