"""The parts of a workbook that hold its content, read with limits and nothing else.

Macros, external links, drawings and whatever else travels in a package are never touched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from workbook.domain.errors import unusable
from workbook.packages import (
    CONTENT_TYPES,
    MIB,
    Limits,
    PackageError,
    PackageReader,
    Reason,
    Relationship,
    read_file,
    refusing,
    relationships_part,
)
from workbook.reader import messages_vi as vi
from workbook.reader.thinning import (
    DamagedSheetError,
    OverfullSheetError,
    StrayCellError,
    thin,
)

_SMALL = 2 * MIB
_STYLES = 4 * MIB
_STRINGS = 16 * MIB
_MOST_STRINGS = 60_000
_LARGEST_REST = 256 * MIB  # all that is no worksheet: pictures, strings, styles
_KEPT_OF_SHEETS = 64 * MIB  # of all sheets together, without their empty cells
# Sheets are streamed, never held: a million formatted rows are 400 MiB.
_LIMITS = Limits(parts=2_000, part=1_024 * MIB, total=1_024 * MIB)

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)


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


def read_content(path: Path) -> Content:
    """Read a workbook's sheets, strings and styles; the file does not stay locked.

    Raises:
        UnusableInputError: it is no workbook, or a damaged, protected or unsafe one.
    """
    with refusing(path.name or str(path), vi.WHY):
        package = PackageReader(read_file(path), _LIMITS)
        _check_kind(path.name, package)
        return _content(path.name, package)


def _check_kind(name: str, package: PackageReader) -> None:
    if "word/document.xml" in package:
        raise unusable(name, vi.WORD)
    if "xl/workbook.bin" in package:
        raise unusable(name, vi.BINARY_EXCEL)
    if CONTENT_TYPES not in package and "xl/workbook.xml" not in package:
        raise unusable(name, vi.OTHER_OFFICE)
    rest = {part: package.size(part) for part in package.names if not _SHEET.fullmatch(part)}
    if sum(rest.values()) > _LARGEST_REST:
        raise PackageError(Reason.PART_TOO_BIG, max(rest, key=lambda part: rest[part]))


def _content(name: str, package: PackageReader) -> Content:
    book_part = _book_part(name, package)
    book = package.parse(book_part, most=_SMALL)
    if book.tag == f"{{{_STRICT}}}workbook":
        raise unusable(name, vi.STRICT)
    if book.tag != f"{{{_MAIN}}}workbook":
        raise unusable(name, vi.OTHER_OFFICE)
    used = _used(package, book_part)
    parts = {one.kind: one.target for one in used}
    strings = package.xml(parts["sharedStrings"], _STRINGS) if "sharedStrings" in parts else b""
    if strings.count(b"<si") + strings.count(b":si") > _MOST_STRINGS:
        raise PackageError(Reason.PART_TOO_BIG, parts["sharedStrings"])
    styles = package.xml(parts["styles"], _STYLES) if "styles" in parts else b""
    properties = book.find(f"{{{_MAIN}}}workbookPr")
    late = properties is not None and properties.get("date1904") in ("1", "true")
    sheets = _sheets(name, package, book, {one.id: one for one in used})
    return Content(tuple(sheets), strings, styles, late)


def _used(package: PackageReader, part: str) -> list[Relationship]:
    """Return the parts that a part uses; a workbook without any has lost their list."""
    found = [one for one in package.relationships(part) if not one.external]
    if not found:
        raise PackageError(Reason.PART_LOST, relationships_part(part))
    return found


def _book_part(name: str, package: PackageReader) -> str:
    for relationship in _used(package, ""):
        if relationship.kind == "officeDocument":
            return relationship.target
    raise unusable(name, vi.OTHER_OFFICE)


def _sheets(
    name: str, package: PackageReader, book: ElementTree.Element, used: Mapping[str, Relationship]
) -> Iterator[SheetPart]:
    left = _KEPT_OF_SHEETS
    read: set[str] = set()
    for sheet in book.iter(f"{{{_MAIN}}}sheet"):
        title = sheet.get("name", "")
        relationship = used.get(sheet.get(f"{{{_R}}}id", ""))
        if relationship is None:
            raise PackageError(Reason.PART_LOST, f"của trang {title}")
        if relationship.kind != "worksheet":
            continue
        part = package.name_of(relationship.target)
        if part in read:  # Excel never writes it so; each would cost anew
            raise PackageError(Reason.PART_DAMAGED, part)
        read.add(part)
        content = _thinned(name, package, part, title)
        left -= len(content)
        if left < 0:
            raise unusable(name, vi.TOO_MANY_CELLS, sheet=title)
        yield SheetPart(title, sheet.get("state", "visible") == "visible", content)


def _thinned(name: str, package: PackageReader, part: str, sheet: str) -> bytes:
    try:
        return thin(package.xml_chunks(part))
    except DamagedSheetError:
        raise PackageError(Reason.PART_DAMAGED, part) from None
    except OverfullSheetError:
        raise unusable(name, vi.TOO_MANY_CELLS, sheet=sheet) from None
    except StrayCellError as stray:
        raise unusable(name, vi.STRAY_CELL, sheet=sheet, cell=stray.cell) from None
