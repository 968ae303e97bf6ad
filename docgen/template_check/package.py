"""Opens a .docx without trusting it: sizes first, then its parts, each one's XML.

What is no Word file at all is refused here with one sentence; what a Word file may not
carry is found in `safety`. No entity is ever resolved, nothing outside the file read.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from dataclasses import dataclass, field
from pathlib import Path
from xml.parsers import expat

from lxml import etree

from docgen.template_check.parts import W
from docgen.word import messages_vi
from workbook.domain.errors import TemplateError

LARGEST_FILE = 20_000_000  # bytes; a real template has some tens of thousands
LARGEST_XML = 4_000_000  # bytes of one part of XML
MOST_MARKUP = 120_000  # angle brackets that open, in all parts of XML
_LARGEST = 30_000_000  # bytes of all parts, unpacked
_MOST_PARTS = 1_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")

CONTENT_TYPES = "[Content_Types].xml"
_CONTENT = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
MAIN_TYPE = f"{_WORD}document.main+xml"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
# Which parts are filled, and what their places are called (a key of words.PARTS).
_FILLABLE = {
    MAIN_TYPE: "",
    f"{_WORD}header+xml": "header",
    f"{_WORD}footer+xml": "footer",
    f"{_WORD}footnotes+xml": "footnotes",
    f"{_WORD}endnotes+xml": "endnotes",
    _CORE_TYPE: "properties",
}


@dataclass
class Package:
    """A .docx: the file's bytes, its parts unpacked, and those that are XML parsed.

    `broken`, `entities`, `large`: names of parts that could not be read, and why.
    """

    name: str
    content: bytes
    entries: list[zipfile.ZipInfo]
    parts: dict[str, bytes]
    roots: dict[str, etree._Element] = field(default_factory=dict)
    broken: list[str] = field(default_factory=list)
    entities: list[str] = field(default_factory=list)
    large: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        left = MOST_MARKUP
        for name, content in self.parts.items():
            if is_xml(name):
                left -= content.count(b"<")
                self._parse(name, content, fits=left >= 0)
        self.types = _content_types(self.roots.get(CONTENT_TYPES))

    def _parse(self, name: str, content: bytes, *, fits: bool) -> None:
        if len(content) > LARGEST_XML or not fits:
            self.large.append(name)
            return
        try:
            _refuse_doctype(content)
            self.roots[name] = etree.fromstring(content, _PARSER)
        except _DoctypeError:
            self.entities.append(name)
        except (expat.ExpatError, etree.XMLSyntaxError, LookupError, ValueError):
            self.broken.append(name)

    def type_of(self, name: str) -> str:
        """Return the content type of a part, "" where it has none."""
        extension = name.rpartition(".")[2].lower()
        return self.types.get(f"/{name}".lower()) or self.types.get(f".{extension}", "")

    def targets(self, name: str) -> dict[str, str]:
        """Return the parts that a part names, by the ids of its relationships."""
        folder = name.rpartition("/")[0]
        root = self.roots.get(relations_of(name))
        return {
            one.get("Id", ""): part_at(folder, one.get("Target", ""))
            for one in (() if root is None else root)
            if one.get("TargetMode", "Internal") == "Internal"
        }

    @property
    def fillable(self) -> dict[str, str]:
        """The parts that hold text to be filled, the body first."""
        found = {
            name: _FILLABLE[kind]
            for name in self.parts
            if (kind := self.type_of(name)) in _FILLABLE
        }
        return dict(sorted(found.items(), key=lambda one: list(_FILLABLE.values()).index(one[1])))


def relations_of(name: str) -> str:
    """Return the name of the part that lists a part's relationships; "" is the package."""
    folder, _, file = name.rpartition("/")
    return f"{folder}/_rels/{file}.rels".lstrip("/")


def part_at(folder: str, target: str) -> str:
    """Return the name of the part at a target, as seen from a folder of the package."""
    return posixpath.normpath(posixpath.join(folder, target)).lstrip("/")


def is_xml(name: str) -> bool:
    """Whether a part is XML, by its name."""
    return name.lower().endswith((".xml", ".rels", ".vml"))


def read_package(path: Path) -> Package:
    """Read a .docx.

    Raises:
        TemplateError: the file is missing, cannot be read, or is no Word file.
    """
    return open_package(path.name, read_file(path))


def read_file(path: Path) -> bytes:
    """Read a template's bytes.

    Raises:
        TemplateError: it is missing, cannot be read, or is absurdly large.
    """
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except FileNotFoundError as fault:
        raise TemplateError(messages_vi.missing(path.name)) from fault
    except OSError as fault:
        raise TemplateError(messages_vi.unreadable(path.name)) from fault
    if len(content) > LARGEST_FILE:
        raise TemplateError(messages_vi.too_large(path.name))
    return content


def open_package(name: str, content: bytes) -> Package:
    """Unpack a .docx that was read.

    Raises:
        TemplateError: it is no Word file, is encrypted, or unpacks to an absurd size.
    """
    if content.startswith(_OLE):
        encrypted = _ENCRYPTED in content
        raise TemplateError(messages_vi.encrypted(name) if encrypted else messages_vi.old_doc(name))
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = [one for one in archive.infolist() if not one.is_dir()]
            if len(entries) > _MOST_PARTS or sum(one.file_size for one in entries) > _LARGEST:
                raise TemplateError(messages_vi.too_large(name))
            parts = {one.filename: archive.read(one) for one in entries}
    except (
        zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, ValueError,
        OSError, LookupError,
    ) as fault:  # fmt: skip
        raise TemplateError(messages_vi.no_word_file(name)) from fault
    package = Package(name, content, entries, parts)
    if not any(root.tag == f"{W}document" for root in package.roots.values()):
        _refuse_no_document(package)
    return package


def _refuse_no_document(package: Package) -> None:
    """A damaged body is a fault of its own; a file without any is no Word file."""
    unread = {*package.broken, *package.entities, *package.large}
    if not any(name.startswith("word/document") for name in unread):
        raise TemplateError(messages_vi.no_word_file(package.name))


def _content_types(root: etree._Element | None) -> dict[str, str]:
    """Return content types by `/part/name.xml` and by `.extension`, all lower case."""
    if root is None:
        return {}
    found = {}
    for one in root:
        kind = one.get("ContentType", "")
        if one.tag == f"{_CONTENT}Default":
            found[f".{one.get('Extension', '').lower()}"] = kind
        elif one.tag == f"{_CONTENT}Override":
            found[one.get("PartName", "").lower()] = kind
    return found


# Texts may be long, but not deep; comments and instructions are no part of a document.
_PARSER = etree.XMLParser(
    resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
)


class _DoctypeError(Exception):
    pass


class _RootError(Exception):
    pass


def _refuse_doctype(content: bytes) -> None:
    """Look at what stands before the root element: there alone a DOCTYPE can be."""
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _on_doctype
    parser.StartElementHandler = _on_root
    try:
        parser.Parse(content, True)
    except _RootError:
        return


def _on_doctype(*_: object) -> None:
    raise _DoctypeError


def _on_root(*_: object) -> None:
    raise _RootError
