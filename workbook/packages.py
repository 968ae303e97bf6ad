"""Opens Office files (.xlsx, .docx) that come from outside: with limits, following nothing.

What a file is, its first bytes tell, never its name. The zip's directory is looked at before
anything is unpacked, and XML with a DOCTYPE (so all with entities) reaches no parser. What
cannot be read raises `PackageError` with a `Reason`; each user has a sentence for each.
Sources: APPNOTE.TXT of PKWARE (zip), ECMA-376 part 2 (packages: names, relationships,
content types, two encodings).
"""

from __future__ import annotations

import io
import posixpath
import re
import stat
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from enum import Enum, auto
from functools import cached_property
from pathlib import Path
from typing import NamedTuple, TypeVar
from urllib.parse import unquote
from xml.etree import ElementTree

from workbook.domain.errors import unusable

MIB = 2**20
LARGEST_FILE = 64 * MIB  # bytes
CONTENT_TYPES = "[Content_Types].xml"
CORE_KIND = "core-properties"  # of the relationship to title, category and the like

_CHUNK = MIB
_PROLOG = 2**16  # bytes of declaration and comments before a root element
_LONGEST_PROPERTIES = MIB
_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_ZIPS = (b"PK\x03\x04", b"PK\x05\x06")  # the second: an empty zip
_ENTRY = b"PK\x01\x02"  # begins each line of a zip's directory
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # all that ECMA-376 allows
_ENCRYPTED = 1  # bit of an entry's flags
_MARKUP = re.compile(rb"(?:\xef\xbb\xbf)?\s*<")
_UTF16 = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_UTF8 = b"\xef\xbb\xbf"
_DECLARATION = re.compile(rb"<\?xml\s(.*?)\?>", re.DOTALL)
_ENCODING = re.compile(rb"""encoding\s*=\s*["']([^"']*)["']""")
_ROOT = re.compile(rb"\s*(?=<[^\s!?/>])")
# One of them at a time: a repeated group would try all ways of cutting a prolog up.
_PASSED = re.compile(rb"\s*(?:<\?.*?\?>|<!--.*?-->)", re.DOTALL)
_DOCTYPE = re.compile(rb"\s*<![A-Za-z]")
_RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_NAMES_IN_TYPES = {f"{_TYPES}Default": "Extension", f"{_TYPES}Override": "PartName"}
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip can hold

# What zipfile and zlib raise on what is no sound zip. Entries with a password, other methods
# than deflate, parts that are not there are told apart before.
_ZIP_ERRORS = (
    zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, struct.error, EOFError, OSError,
    NotImplementedError, RuntimeError, ValueError, LookupError, OverflowError,
)  # fmt: skip
# What ElementTree, expat and lxml raise on what is no XML: their errors are SyntaxErrors.
_XML_ERRORS = (SyntaxError, ValueError, LookupError, RecursionError)
_T = TypeVar("_T")


class Reason(Enum):
    """Why a file, or a part of it, cannot be read."""

    # The file is no package.
    MISSING = auto()
    FOLDER = auto()
    NOT_A_FILE = auto()
    FORBIDDEN = auto()
    UNREADABLE = auto()
    EMPTY = auto()
    OLD_EXCEL = auto()
    OLD_WORD = auto()
    OLD_OFFICE = auto()
    RICH_TEXT = auto()
    PDF = auto()
    WEB_PAGE = auto()
    PLAIN_TEXT = auto()
    OTHER = auto()
    # The package as a whole.
    TOO_BIG = auto()
    PROTECTED = auto()
    DAMAGED = auto()
    # One part of it, named by the error.
    PART_TWICE = auto()
    PART_LOST = auto()
    PART_DAMAGED = auto()
    PART_TOO_BIG = auto()
    ENTITIES = auto()
    ENCODING = auto()


Sentences = Mapping[Reason, str]  # the end of a sentence that begins with the file's name

OF_ANY_FILE: Sentences = {
    Reason.MISSING: "không có. Đề nghị kiểm tra lại tên tệp và thư mục",
    Reason.FORBIDDEN: (
        "không cho phép đọc. Đề nghị xin quyền đọc tệp, hoặc chép tệp về thư mục của mình"
    ),
    Reason.UNREADABLE: "không đọc được từ đĩa. Đề nghị chép lại tệp rồi thử lại",
    Reason.EMPTY: "rỗng, không có nội dung. Đề nghị lấy lại tệp từ nơi gửi",
    Reason.PART_LOST: "thiếu phần {part} bên trong. Đề nghị lấy lại tệp từ nơi gửi",
    Reason.ENTITIES: (
        "chứa khai báo XML lạ (DOCTYPE) ở phần {part} nên không được mở. Đề nghị lấy lại tệp từ"
        " nguồn tin cậy"
    ),
}


class PackageError(Exception):
    """A file that cannot be read: the reason, and the part where it is one part's."""

    def __init__(self, reason: Reason, part: str = "") -> None:
        super().__init__(f"{reason.name} {part}".strip())
        self.reason = reason
        self.part = part


@contextmanager
def refusing(name: str, sentences: Sentences) -> Iterator[None]:
    """Turn a `PackageError` of the file `name` into an `UnusableInputError`, one sentence."""
    try:
        yield
    except PackageError as error:
        raise unusable(name, sentences[error.reason], part=error.part) from None


def read_file(path: Path, largest: int = LARGEST_FILE) -> bytes:
    """Return a whole file's content, so that the file stays unlocked.

    Raises:
        PackageError: it is not there, no file, empty, over `largest` bytes, or cannot be read.
    """
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise PackageError(Reason.FOLDER)
        if not stat.S_ISREG(status.st_mode):
            raise PackageError(Reason.NOT_A_FILE)
        if status.st_size > largest:
            raise PackageError(Reason.TOO_BIG)
        with path.open("rb") as file:
            content = file.read(status.st_size + 1)
    except PermissionError:
        raise PackageError(Reason.FORBIDDEN) from None
    except (FileNotFoundError, NotADirectoryError, ValueError):
        raise PackageError(Reason.MISSING) from None
    except OSError:
        raise PackageError(Reason.UNREADABLE) from None
    if not content:
        raise PackageError(Reason.EMPTY)
    return content


class Limits(NamedTuple):
    """How much of a package is read: the number of its parts, bytes unpacked."""

    parts: int
    part: int  # bytes of one part
    total: int  # bytes of all parts that are read


class Relationship(NamedTuple):
    """What a part uses.

    `target`: the name of a part (the package may write it in other capitals, or not have it),
    of an `external` one the address; `written`: the same as the file has it.
    """

    id: str
    type: str
    target: str
    external: bool
    written: str

    @property
    def kind(self) -> str:
        """The last word of its type ("styles", "image"): strict files differ before it."""
        return self.type.rpartition("/")[2]


class PackageReader:
    """A package's parts, each read when asked for, by its name in any case of letters.

    Args:
        content: the file's content.
        limits: how much of it is read.
        allow_twice: whether two parts of one name are let pass (they are in `twice`).

    Raises:
        PackageError: it is no zip (the reason says what else), damaged, protected, too big.
    """

    def __init__(self, content: bytes, limits: Limits, *, allow_twice: bool = False) -> None:
        if not content.startswith(_ZIPS):
            raise PackageError(_kind_of(content))
        # Counted before zipfile makes an object of each; a stored part may hold a zip itself.
        if content.count(_ENTRY) > 20 * limits.parts:
            raise PackageError(Reason.TOO_BIG)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except _ZIP_ERRORS:
            raise PackageError(Reason.DAMAGED) from None
        self._limits = limits
        self._left = limits.total
        self.entries = [entry for entry in self._zip.infolist() if not entry.is_dir()]
        if len(self.entries) > limits.parts:
            raise PackageError(Reason.TOO_BIG)
        if any(entry.flag_bits & _ENCRYPTED for entry in self.entries):
            raise PackageError(Reason.PROTECTED)
        self._entries = {_key(entry.filename): entry for entry in self.entries}
        counts = Counter(_key(entry.filename) for entry in self.entries)
        self.twice = [name for name, count in counts.items() if count > 1]
        if self.twice and not allow_twice:
            raise PackageError(Reason.PART_TWICE, self.twice[0])

    @property
    def names(self) -> list[str]:
        """The names of all parts, in their order."""
        return [entry.filename for entry in self.entries]

    def __contains__(self, part: str) -> bool:
        return _key(part) in self._entries

    def name_of(self, part: str) -> str:
        """Return a part's name as the package writes it, the given one where there is none."""
        entry = self._entries.get(_key(part))
        return part if entry is None else entry.filename

    def size(self, part: str) -> int:
        """Return a part's bytes unpacked, as the directory says: no more is ever unpacked.

        Raises:
            PackageError: there is no such part.
        """
        return self._entry(part).file_size

    def _entry(self, part: str) -> zipfile.ZipInfo:
        try:
            return self._entries[_key(part)]
        except KeyError:
            raise PackageError(Reason.PART_LOST, part) from None

    def chunks(self, part: str, most: int | None = None) -> Iterator[bytes]:
        """Yield a part's content piece by piece, its checksum looked at behind the last.

        Args:
            part: its name.
            most: bytes that it may have, where that is another number than the limits'.

        Raises:
            PackageError: it is not there, damaged, or too big.
        """
        entry = self._entry(part)
        self._left -= entry.file_size
        if entry.file_size > (most or self._limits.part) or self._left < 0:
            raise PackageError(Reason.PART_TOO_BIG, part)
        if entry.compress_type not in _METHODS:
            raise PackageError(Reason.PART_DAMAGED, part)
        try:
            with self._zip.open(entry) as stream:
                while chunk := stream.read(_CHUNK):
                    yield chunk
        except _ZIP_ERRORS:
            raise PackageError(Reason.PART_DAMAGED, part) from None

    def read(self, part: str, most: int | None = None) -> bytes:
        """Return a part's content; arguments and errors as of `chunks`."""
        return b"".join(self.chunks(part, most))

    def xml_chunks(self, part: str) -> Iterator[bytes]:
        """Yield an XML part in UTF-8 from its root element on, piece by piece.

        Raises:
            PackageError: as `chunks`; or it has a DOCTYPE, or another encoding.
        """
        chunks = self.chunks(part)
        head = next(chunks, b"")
        yield head[_root_at(part, head) :]
        yield from chunks

    def xml(self, part: str, most: int | None = None) -> bytes:
        """Return an XML part in UTF-8 from its root element on.

        Raises:
            PackageError: as `chunks`; or it has a DOCTYPE, or another encoding.
        """
        return from_root(part, self.read(part, most))

    def parse(self, part: str, most: int | None = None) -> ElementTree.Element:
        """Return the root element of an XML part.

        Raises:
            PackageError: as `xml`; or it is no XML.
        """
        return parsed(part, self.xml(part, most), ElementTree.fromstring)

    def relationships(self, part: str = "") -> tuple[Relationship, ...]:
        """Return what a part uses, () where it lists nothing; "" is the package itself.

        Raises:
            PackageError: the list cannot be read.
        """
        listed = relationships_part(part)
        if listed not in self:
            return ()
        root = self.parse(listed)
        tags = {root.tag.removesuffix("s"), *(element.tag for element in root)}
        if tags != {f"{_RELATIONSHIPS}Relationship"}:
            raise PackageError(Reason.PART_DAMAGED, listed)
        return tuple(_relationship(part, element) for element in root)

    @cached_property
    def content_types(self) -> Mapping[str, str]:
        """Content types by `/part/name.xml` and by `.extension`, all in lower case.

        Raises:
            PackageError: their list is there but cannot be read.
        """
        found = {}
        for element in self.parse(CONTENT_TYPES) if CONTENT_TYPES in self else ():
            named = element.get(_NAMES_IN_TYPES.get(element.tag, ""))
            kind = element.get("ContentType")
            if named is None or kind is None:
                raise PackageError(Reason.PART_DAMAGED, CONTENT_TYPES)
            by_extension = element.tag.endswith("Default")
            found[f".{named.lower()}" if by_extension else f"/{_key(named)}"] = kind
        return found

    def content_type(self, part: str) -> str:
        """Return the content type of a part, "" where it has none."""
        by_name = self.content_types.get(f"/{_key(part)}")
        extension = part.rpartition(".")[2].lower()
        return by_name or self.content_types.get(f".{extension}", "")


def _relationship(part: str, element: ElementTree.Element) -> Relationship:
    identifier, kind, written = map(element.get, ("Id", "Type", "Target"))
    if identifier is None or kind is None or written is None:
        raise PackageError(Reason.PART_DAMAGED, relationships_part(part))
    external = element.get("TargetMode", "Internal") != "Internal"
    target = written if external else part_at(part.rpartition("/")[0], written)
    return Relationship(identifier, kind, target, external, written)


def relationships_part(part: str) -> str:
    """Return the name of the part that lists what a part uses; "" is the package."""
    folder, _, file = part.rpartition("/")
    return f"{folder}/_rels/{file}.rels".lstrip("/")


def part_at(folder: str, target: str) -> str:
    """Return the name of the part at a target, as seen from a folder of the package."""
    path = target.replace("\\", "/").partition("#")[0]
    return posixpath.normpath(posixpath.join("/", folder, path)).lstrip("/")


def _key(part: str) -> str:
    """Return what names of one part have in common, whoever wrote them."""
    return unquote(part).replace("\\", "/").lstrip("/").lower()


def from_root(part: str, content: bytes) -> bytes:
    """Return XML in UTF-8 from its root element on; `part` is for the error.

    Raises:
        PackageError: it has a DOCTYPE, another encoding than UTF-8 and UTF-16, or no root.
    """
    encoding = _UTF16.get(content[:2])
    if encoding:
        try:
            content = content[2:].decode(encoding).encode()
        except UnicodeError:
            raise PackageError(Reason.PART_DAMAGED, part) from None
    return content[_root_at(part, content, utf16=encoding is not None) :]


def parsed(part: str, content: bytes, parser: Callable[[bytes], _T]) -> _T:
    """Return what a parser makes of XML that `from_root` returned.

    `parser` is one of ElementTree's or of lxml's.

    Raises:
        PackageError: it is no XML.
    """
    try:
        return parser(content)
    except _XML_ERRORS:
        raise PackageError(Reason.PART_DAMAGED, part) from None


def _root_at(part: str, content: bytes, *, utf16: bool = False) -> int:
    """Return where the root element begins; comments and instructions before it are passed."""
    if content[:2] in _UTF16 or b"\0" in content[:4]:
        raise PackageError(Reason.ENCODING, part)
    head = content[:_PROLOG]
    place = len(_UTF8) if head.startswith(_UTF8) else 0
    declaration = _DECLARATION.match(head, place)
    encoding = _ENCODING.search(declaration[1]) if declaration else None
    allowed = (b"utf-16",) if utf16 else (b"utf-8", b"utf8", b"us-ascii", b"ascii")
    if encoding and encoding[1].lower() not in allowed:
        raise PackageError(Reason.ENCODING, part)
    while not (root := _ROOT.match(head, place)):
        passed = _PASSED.match(head, place)
        if passed is None:
            doctype = _DOCTYPE.match(head, place)
            raise PackageError(Reason.ENTITIES if doctype else Reason.PART_DAMAGED, part)
        place = passed.end()
    return root.end()


def _kind_of(content: bytes) -> Reason:
    """Tell what a content is that is no zip."""
    if content.startswith(_OLE):
        return _kind_of_ole(content)
    for start, kind in ((b"{\\rtf", Reason.RICH_TEXT), (b"%PDF", Reason.PDF)):
        if content.startswith(start):
            return kind
    if _MARKUP.match(content):
        return Reason.WEB_PAGE
    if not content:
        return Reason.EMPTY
    if b"\0" not in content[:4096] or content[:2] in _UTF16:
        return Reason.PLAIN_TEXT
    return Reason.OTHER


def _kind_of_ole(content: bytes) -> Reason:
    """Tell an encrypted package and old files apart by the names of their streams."""
    streams = {
        "EncryptedPackage": Reason.PROTECTED,
        "WordDocument": Reason.OLD_WORD,
        "Workbook": Reason.OLD_EXCEL,
        "Book": Reason.OLD_EXCEL,
    }
    for stream, kind in streams.items():
        if stream.encode("utf-16-le") in content:
            return kind
    return Reason.OLD_OFFICE


_PROPERTIES = (
    "title", "subject", "creator", "keywords", "description", "category", "contentStatus",
    "language", "lastModifiedBy",
)  # fmt: skip


def core_properties(content: bytes) -> Mapping[str, str]:
    """Return what a file says of itself (`title`, `category`, `contentStatus` …).

    A property that is missing is ""; all are in a file that is no package or a damaged one.
    """
    found = dict.fromkeys(_PROPERTIES, "")
    limits = Limits(parts=5_000, part=_LONGEST_PROPERTIES, total=4 * _LONGEST_PROPERTIES)
    try:
        package = PackageReader(content, limits)
        parts = [one.target for one in package.relationships() if one.kind == CORE_KIND]
        for element in package.parse(parts[0]) if parts else ():
            name = element.tag.rpartition("}")[2]
            if name in found:
                found[name] = (element.text or "").strip()
    except PackageError:
        pass
    return found


def pack(parts: Mapping[str, bytes | str], *, compressed: bool = True) -> bytes:
    """Return a package of these parts in their order; equal parts give equal bytes."""
    stream = io.BytesIO()
    method = zipfile.ZIP_DEFLATED if compressed else zipfile.ZIP_STORED
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, _FIRST_DAY), content, method)
    return stream.getvalue()
