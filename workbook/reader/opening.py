"""Opening a file as a zip package, or one sentence on what it is instead."""

from __future__ import annotations

import io
import re
import stat
import zipfile
from pathlib import Path

from workbook.domain.errors import UnusableInputError
from workbook.reader import messages_vi as vi
from workbook.reader.messages_vi import unusable

_LARGEST_FILE = 64 * 2**20
_MOST_PARTS = 2_000
# Everything but worksheets (which are streamed): pictures, strings, styles …
_LARGEST_REST = 256 * 2**20

_ZIP = b"PK\x03\x04"
_EMPTY_ZIP = b"PK\x05\x06"
_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_MARKUP = re.compile(rb"(?:\xef\xbb\xbf)?\s*<")
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")


def open_package(path: Path) -> zipfile.ZipFile:
    """Open a workbook's package; the whole file is read first, so nothing stays locked.

    Raises:
        UnusableInputError: it is no package of a spreadsheet, or not a safe one.
    """
    content = _read(path)
    if not content.startswith((_ZIP, _EMPTY_ZIP)):
        raise unusable(path.name, _what_it_is(content))
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


def _read(path: Path) -> bytes:
    name = path.name or str(path)
    try:
        kind = path.stat()
        if stat.S_ISDIR(kind.st_mode):
            raise unusable(name, vi.FOLDER)
        if not stat.S_ISREG(kind.st_mode):
            raise unusable(name, vi.NOT_A_FILE)
        if kind.st_size == 0:
            raise unusable(name, vi.EMPTY)
        if kind.st_size > _LARGEST_FILE:
            raise unusable(name, vi.TOO_BIG)
        return path.read_bytes()
    except PermissionError:
        raise unusable(name, vi.FORBIDDEN) from None
    except (FileNotFoundError, NotADirectoryError, ValueError):
        raise unusable(name, vi.MISSING) from None
    except OSError:
        raise unusable(name, vi.UNREADABLE) from None


def _what_it_is(content: bytes) -> str:
    if content.startswith(_OLE):
        return _what_ole_it_is(content)
    if _MARKUP.match(content):
        return vi.WEB_PAGE
    if b"\0" not in content[:4096] or content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return vi.PLAIN_TEXT if not content.startswith(b"%PDF") else vi.NOT_EXCEL
    return vi.NOT_EXCEL


def _what_ole_it_is(content: bytes) -> str:
    """Tell an encrypted package and an .xls apart by the names of their streams."""

    def has(stream: str) -> bool:
        return stream.encode("utf-16-le") in content

    if has("EncryptedPackage"):
        return vi.PROTECTED
    return vi.OLD_EXCEL if has("Workbook") or has("Book") else vi.OLD_OFFICE


def _check(name: str, package: zipfile.ZipFile) -> None:
    parts = package.infolist()
    names = [part.filename for part in parts]
    if len(parts) > _MOST_PARTS:
        raise unusable(name, vi.TOO_BIG)
    if len(set(names)) < len(names):
        raise unusable(name, vi.TRUNCATED)
    if any(part.flag_bits & 1 for part in parts):
        raise unusable(name, vi.PROTECTED)
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
