"""Opening a file as a zip package, or one sentence on what it is instead."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

from workbook import foreign_file
from workbook.domain.errors import UnusableInputError, unusable
from workbook.foreign_file import What
from workbook.reader import messages_vi as vi

_MOST_PARTS = 2_000
# Everything but worksheets (which are streamed): pictures, strings, styles …
_LARGEST_REST = 256 * 2**20

_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")


def open_package(path: Path) -> zipfile.ZipFile:
    """Open a workbook's package; the whole file is read first, so nothing stays locked.

    Raises:
        UnusableInputError: it is no package of a spreadsheet, or not a safe one.
    """
    content = foreign_file.read(path, vi.WHY)
    foreign_file.check_package(path.name, content, vi.WHY)
    try:
        package = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError):
        raise unusable(path.name, vi.TRUNCATED) from None
    try:
        _check(path.name, package)
    except UnusableInputError:
        package.close()
        raise
    return package


def _check(name: str, package: zipfile.ZipFile) -> None:
    parts = package.infolist()
    names = [part.filename for part in parts]
    if len(parts) > _MOST_PARTS:
        raise unusable(name, vi.WHY[What.TOO_BIG])
    if len(set(names)) < len(names):
        raise unusable(name, vi.TRUNCATED)
    if any(part.flag_bits & 1 for part in parts):
        raise unusable(name, vi.WHY[What.PROTECTED])
    if "word/document.xml" in names:
        raise unusable(name, vi.WORD)
    if "xl/workbook.bin" in names:
        raise unusable(name, vi.BINARY_EXCEL)
    if "[Content_Types].xml" not in names and "xl/workbook.xml" not in names:
        raise unusable(name, vi.OTHER_OFFICE)
    rest = [part for part in parts if not _SHEET.fullmatch(part.filename)]
    if sum(part.file_size for part in rest) > _LARGEST_REST:
        largest = max(rest, key=lambda part: part.file_size)
        raise unusable(name, vi.BOMB, part=largest.filename)
