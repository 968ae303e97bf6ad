"""The parts of a workbook that hold its content, read with limits and nothing else.

Macros, external links, drawings and whatever else travels in a package are never
touched. Every part is checked before any parser sees it: UTF-8, no DOCTYPE (so no
entities), no more bytes than a sổ can need, and its checksum.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NoReturn
from xml.etree import ElementTree

from workbook.domain.errors import unusable
from workbook.reader import messages_vi as vi
from workbook.reader.thinning import (
    DamagedSheetError,
    OverfullSheetError,
    StrayCellError,
    thin,
)

_MIB = 2**20
_CHUNK = _MIB
_SMALL = 2 * _MIB
_STYLES = 4 * _MIB
_STRINGS = 16 * _MIB
_MOST_STRINGS = 60_000
_ALL_SHEETS = 1_024 * _MIB  # streamed, never held: a million formatted rows are 400 MiB

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"

_HEAD = 2**16
_ENCODING = re.compile(rb"""encoding\s*=\s*["']([^"']*)["']""")
_PROLOG = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml(?P<declaration>[^>]*)\?>\s*)?"
    rb"(?:<!--.*?-->\s*|<\?.*?\?>\s*)*<[A-Za-z_]",
    re.DOTALL,
)


@dataclass(frozen=True)
class SheetPart:
    """A worksheet: its name on the tab, whether it is seen, its thinned XML."""

    name: str
    visible: bool
    content: bytes


@dataclass(frozen=True)
class Content:
    """What a workbook holds, as small XML parts; absent parts are b""."""

    sheets: tuple[SheetPart, ...]
    strings: bytes
    styles: bytes
    dates_from_1904: bool


@dataclass(frozen=True)
class _Package:
    """An open package with the file's name for the sentences."""

    name: str
    zip: zipfile.ZipFile

    def refuse(self, why: str, part: str) -> NoReturn:
        raise unusable(self.name, why, part=part)

    def chunks(self, part: str) -> Iterator[bytes]:
        """Yield a part's bytes; its head is checked first, its checksum at the end."""
        try:
            with self.zip.open(part) as stream:
                head = stream.read(_HEAD)
                self.check_head(part, head)
                yield head
                while chunk := stream.read(_CHUNK):
                    yield chunk
        except KeyError:
            self.refuse(vi.PART_LOST, part)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError):
            self.refuse(vi.PART_DAMAGED, part)

    def check_head(self, part: str, head: bytes) -> None:
        if b"\0" in head or head.startswith((b"\xff\xfe", b"\xfe\xff")):
            self.refuse(vi.ENCODING, part)
        match = _PROLOG.match(head)
        if match is None:
            self.refuse(vi.ENTITIES if b"<!" in head else vi.PART_DAMAGED, part)
        encoding = _ENCODING.search(match["declaration"] or b"")
        if encoding and encoding[1].lower() not in (b"utf-8", b"us-ascii", b"ascii"):
            self.refuse(vi.ENCODING, part)

    def read(self, part: str, most: int) -> bytes:
        size, chunks = 0, []
        for chunk in self.chunks(part):
            size += len(chunk)
            if size > most:
                self.refuse(vi.BOMB, part)
            chunks.append(chunk)
        return b"".join(chunks)

    def parse(self, part: str, most: int = _SMALL) -> ElementTree.Element:
        try:
            return ElementTree.fromstring(self.read(part, most))
        except ElementTree.ParseError:
            self.refuse(vi.PART_DAMAGED, part)

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Map the ids of a part's own relations to (type, name of the target part)."""
        folder, name = posixpath.split(part)
        found = {}
        for one in self.parse(f"{folder}/_rels/{name}.rels".lstrip("/")).iter(_RELATIONSHIP):
            if one.get("TargetMode") == "External":
                continue
            target = posixpath.normpath(posixpath.join("/", folder, one.get("Target", "")))
            kind = one.get("Type", "").rpartition("/")[2]
            found[one.get("Id", "")] = kind, target.lstrip("/")
        return found


def read_content(name: str, package: zipfile.ZipFile) -> Content:
    """Read a workbook's sheets, strings and styles.

    Raises:
        UnusableInputError: a part is missing, damaged or unsafe, or this is no workbook.
    """
    source = _Package(name, package)
    book_part = _book_part(source)
    book = source.parse(book_part)
    if book.tag == f"{{{_STRICT}}}workbook":
        raise unusable(name, vi.STRICT)
    if book.tag != f"{{{_MAIN}}}workbook":
        raise unusable(name, vi.OTHER_OFFICE)
    relations = source.relations(book_part)
    by_kind = dict(relations.values())
    strings = source.read(by_kind["sharedStrings"], _STRINGS) if "sharedStrings" in by_kind else b""
    if strings.count(b"<si") + strings.count(b":si") > _MOST_STRINGS:
        source.refuse(vi.BOMB, by_kind["sharedStrings"])
    styles = source.read(by_kind["styles"], _STYLES) if "styles" in by_kind else b""
    properties = book.find(f"{{{_MAIN}}}workbookPr")
    late = properties is not None and properties.get("date1904") in ("1", "true")
    return Content(tuple(_sheets(source, book, relations)), strings, styles, late)


def _book_part(source: _Package) -> str:
    for kind, part in source.relations("").values():
        if kind == "officeDocument":
            return part
    raise unusable(source.name, vi.OTHER_OFFICE)


def _sheets(
    source: _Package, book: ElementTree.Element, relations: dict[str, tuple[str, str]]
) -> Iterator[SheetPart]:
    left = _ALL_SHEETS
    for sheet in book.iter(f"{{{_MAIN}}}sheet"):
        kind, part = relations.get(sheet.get(f"{{{_R}}}id", ""), ("", ""))
        sheet_name = sheet.get("name", "")
        if kind == "worksheet":
            left -= _declared_size(source, part)
            if left < 0:
                raise unusable(source.name, vi.TOO_MANY_CELLS, sheet=sheet_name)
            content = _thinned(source, part, sheet_name)
            yield SheetPart(sheet_name, sheet.get("state", "visible") == "visible", content)
        elif not kind:
            source.refuse(vi.PART_LOST, f"của trang {sheet_name}")


def _declared_size(source: _Package, part: str) -> int:
    """Return the size by the directory; more is never read, and fails its checksum."""
    try:
        return source.zip.getinfo(part).file_size
    except KeyError:
        source.refuse(vi.PART_LOST, part)


def _thinned(source: _Package, part: str, sheet: str) -> bytes:
    try:
        return thin(source.chunks(part))
    except DamagedSheetError:
        source.refuse(vi.PART_DAMAGED, part)
    except OverfullSheetError:
        raise unusable(source.name, vi.TOO_MANY_CELLS, sheet=sheet) from None
    except StrayCellError as stray:
        raise unusable(source.name, vi.STRAY_CELL, sheet=sheet, cell=stray.cell) from None
