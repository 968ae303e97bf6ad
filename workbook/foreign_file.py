"""A file from outside: read with a limit, or one sentence on what it is instead.

Shared by all that open Office files: what a file is, its first bytes tell, never its name.
"""

from __future__ import annotations

import re
import stat
from collections.abc import Mapping
from enum import Enum, auto
from pathlib import Path

from workbook.domain.errors import unusable

LARGEST = 64 * 2**20  # bytes

_PACKAGES = (b"PK\x03\x04", b"PK\x05\x06")  # the second: an empty zip
_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_MARKUP = re.compile(rb"(?:\xef\xbb\xbf)?\s*<")
_TEXT_STARTS = (b"\xff\xfe", b"\xfe\xff")  # UTF-16
_LOOKED_AT = 4096  # bytes without a zero are taken for text


class What(Enum):
    """Why a file is no package that can be opened."""

    MISSING = auto()
    FOLDER = auto()
    NOT_A_FILE = auto()
    FORBIDDEN = auto()
    UNREADABLE = auto()
    EMPTY = auto()
    TOO_BIG = auto()
    PROTECTED = auto()
    OLD_EXCEL = auto()
    OLD_WORD = auto()
    OLD_OFFICE = auto()
    RICH_TEXT = auto()
    PDF = auto()
    WEB_PAGE = auto()
    PLAIN_TEXT = auto()
    OTHER = auto()


Sentences = Mapping[What, str]  # the end of a sentence that begins with the file's name

OF_ANY_FILE: Sentences = {
    What.MISSING: "không có. Đề nghị kiểm tra lại tên tệp và thư mục",
    What.FORBIDDEN: (
        "không cho phép đọc. Đề nghị xin quyền đọc tệp, hoặc chép tệp về thư mục của mình"
    ),
    What.UNREADABLE: "không đọc được từ đĩa. Đề nghị chép lại tệp rồi thử lại",
    What.EMPTY: "rỗng, không có nội dung. Đề nghị lấy lại tệp từ nơi gửi",
}


def read(path: Path, why: Sentences) -> bytes:
    """Read a whole file, so that it stays unlocked.

    Raises:
        UnusableInputError: it is not there, no file, empty, too big, or cannot be read.
    """
    name = path.name or str(path)
    try:
        kind = path.stat()
        if stat.S_ISDIR(kind.st_mode):
            raise unusable(name, why[What.FOLDER])
        if not stat.S_ISREG(kind.st_mode):
            raise unusable(name, why[What.NOT_A_FILE])
        if kind.st_size == 0:
            raise unusable(name, why[What.EMPTY])
        if kind.st_size > LARGEST:
            raise unusable(name, why[What.TOO_BIG])
        return path.read_bytes()
    except PermissionError:
        raise unusable(name, why[What.FORBIDDEN]) from None
    except (FileNotFoundError, NotADirectoryError, ValueError):
        raise unusable(name, why[What.MISSING]) from None
    except OSError:
        raise unusable(name, why[What.UNREADABLE]) from None


def check_package(name: str, content: bytes, why: Sentences) -> None:
    """Refuse a content that is no zip.

    Raises:
        UnusableInputError: the sentence says what it is instead.
    """
    if not content.startswith(_PACKAGES):
        raise unusable(name, why[_what_it_is(content)])


def _what_it_is(content: bytes) -> What:
    if content.startswith(_OLE):
        return _what_ole_it_is(content)
    for start, kind in ((b"{\\rtf", What.RICH_TEXT), (b"%PDF", What.PDF)):
        if content.startswith(start):
            return kind
    if _MARKUP.match(content):
        return What.WEB_PAGE
    if b"\0" not in content[:_LOOKED_AT] or content.startswith(_TEXT_STARTS):
        return What.PLAIN_TEXT
    return What.OTHER


def _what_ole_it_is(content: bytes) -> What:
    """Tell an encrypted package and old files apart by the names of their streams."""
    streams = {
        "EncryptedPackage": What.PROTECTED,
        "WordDocument": What.OLD_WORD,
        "Workbook": What.OLD_EXCEL,
        "Book": What.OLD_EXCEL,
    }
    for stream, kind in streams.items():
        if stream.encode("utf-16-le") in content:
            return kind
    return What.OLD_OFFICE
