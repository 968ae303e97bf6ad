"""Fills a Word template: its fields from a context, everything else untouched.

docxtpl makes the XML of a .docx readable for Jinja (tags that Word has split over runs,
tags that stand for a whole paragraph or row). The rest is stricter than docxtpl, which
prints unknown fields as blank and drops text that is no XML: a field must exist, every
text is escaped, the result must be well formed, and parts without fields are copied
byte for byte.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from pathlib import Path
from typing import cast

from docxtpl import DocxTemplate
from lxml import etree

from docgen import messages_vi
from docgen.cell_shading import shade_cells, style_fills
from docgen.template_language import Context, Filler, Value
from workbook.domain.errors import TemplateError

_FILLED = re.compile(r"word/(document|header[^/]*|footer[^/]*)\.xml|docProps/core\.xml")
_LINE_MARK = "\n<w:p"
_DOCUMENT, _STYLES = "word/document.xml", "word/styles.xml"
_TAG = re.compile(rb"\{(<[^>]*>)*[{%]")
_LARGEST = 100_000_000  # bytes unpacked; a real template holds well below one million
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)  # no clock: the same data give the same bytes
# What XML cannot hold: control characters, lone surrogates, two non-characters.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def printable(value: Value) -> Value:
    """Replace characters that no Word file can hold by a space, in every text."""
    if isinstance(value, str):
        return _UNPRINTABLE.sub(" ", value)
    if isinstance(value, list):
        return [printable(one) for one in value]
    return {key: printable(one) for key, one in value.items()}


class WordTemplate:
    """A template read once; fills any number of documents.

    Raises:
        TemplateError: the file is missing, no Word file, or has a tag it may not have.
    """

    def __init__(self, path: Path) -> None:
        self._name = path.name
        self._parts = _read(path)
        self._fills = style_fills(self._parts.get(_STYLES, b""))
        self._fillers = {
            name: Filler(_patched(content, path.name), path.name)
            for name, content in self._parts.items()
            if _FILLED.fullmatch(name) and _TAG.search(content)
        }

    def render(self, context: Context) -> bytes:
        """Return the filled document.

        Raises:
            TemplateError: an unknown field, or tags that break the document's structure.
        """
        safe = cast(Context, printable(context))
        filled = {name: self._checked(filler.fill(safe)) for name, filler in self._fillers.items()}
        return _zipped(self._parts | filled)

    def _checked(self, filled: str) -> bytes:
        """Return a filled part, well formed and with its table cells shaded."""
        content = filled.replace(_LINE_MARK, "<w:p").encode()
        try:
            return shade_cells(content, self._fills)
        except etree.XMLSyntaxError as fault:
            raise TemplateError(messages_vi.misplaced(self._name)) from fault


def _read(path: Path) -> dict[str, bytes]:
    """Read all parts; everything that is no Word file gives one sentence."""
    try:
        content = path.read_bytes()
    except FileNotFoundError as fault:
        raise TemplateError(messages_vi.missing(path.name)) from fault
    except OSError as fault:
        raise TemplateError(messages_vi.unreadable(path.name)) from fault
    try:
        parts = _unzipped(content)
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError) as fault:
        raise TemplateError(messages_vi.no_word_file(path.name)) from fault
    if _DOCUMENT not in parts:
        raise TemplateError(messages_vi.no_word_file(path.name))
    return parts


def _unzipped(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if sum(one.file_size for one in archive.infolist()) > _LARGEST:
            raise zipfile.BadZipFile
        return {name: archive.read(name) for name in archive.namelist()}


def _patched(content: bytes, name: str) -> str:
    try:
        source = content.decode("utf-8")
    except UnicodeDecodeError as fault:
        raise TemplateError(messages_vi.no_word_file(name)) from fault
    # One paragraph a line: a fault's line number then leads to its paragraph.
    one_line = source.replace("\r\n", " ").replace("\n", " ")
    patched = cast(str, DocxTemplate(io.BytesIO()).patch_xml(one_line))
    return re.sub(r"<w:p(?=[ >])", _LINE_MARK, patched)


def _zipped(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, _ZIP_DATE), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()
