"""Opens a .docx with limits: its XML parts parsed, or one sentence on what it is instead.

The zip's directory is looked at before anything is unpacked; only XML parts that a
document's form depends on are read, never pictures, macros or embedded files, and no
part with a DOCTYPE.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from docgen.form_check import opening_vi as vi
from workbook import foreign_file
from workbook.domain.errors import unusable
from workbook.foreign_file import What

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"

_MIB = 2**20
_LARGEST_PART = 32 * _MIB  # XML of about a thousand pages
_LARGEST_SUM = 64 * _MIB
_MOST_PARTS = 5_000

_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError)
# Kinds of parts (the last word of a relation's type) that say something of form.
_WANTED = frozenset(
    [
        "styles",
        "theme",
        "numbering",
        "settings",
        "header",
        "footer",
        "footnotes",
        "endnotes",
        "comments",
    ]
)


@dataclass(frozen=True)
class Package:
    """A Word file's XML parts, parsed.

    `related` names the part behind each relation id of the main part; `kinds` the parts
    of each kind ("styles", "header" …) in their order.
    """

    main: etree._Element
    parts: dict[str, etree._Element]
    related: dict[str, str]
    kinds: dict[str, tuple[str, ...]]

    def one(self, kind: str) -> etree._Element | None:
        """Return the part of a kind that a document has once, None where it has none."""
        names = self.kinds.get(kind, ())
        return self.parts[names[0]] if names else None


def open_package(path: Path) -> Package:
    """Read a Word file.

    Raises:
        UnusableInputError: it is no .docx, or a damaged, protected or unsafe one.
    """
    return read_package(path.name or str(path), foreign_file.read(path, vi.WHY))


def read_package(name: str, content: bytes) -> Package:
    """Read a Word file's content; `name` is for the sentence.

    Raises:
        UnusableInputError: it is no .docx, or a damaged, protected or unsafe one.
    """
    foreign_file.check_package(name, content, vi.WHY)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check(name, archive)
            return _parts(_Source(name, archive))
    except _FAULTS:
        raise unusable(name, vi.TRUNCATED) from None


def _check(name: str, archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    names = {part.filename for part in parts}
    if len(parts) > _MOST_PARTS:
        raise unusable(name, vi.WHY[What.TOO_BIG])
    if len(names) < len(parts):
        raise unusable(name, vi.TRUNCATED)
    if any(part.flag_bits & 1 for part in parts):
        raise unusable(name, vi.WHY[What.PROTECTED])
    if any(one.startswith("xl/") for one in names):
        raise unusable(name, vi.EXCEL)
    if "mimetype" in names and "content.xml" in names:
        raise unusable(name, vi.OPEN_DOCUMENT)
    if "_rels/.rels" not in names:
        raise unusable(name, vi.NOT_WORD)


@dataclass
class _Source:
    """An open archive; `left` is how many bytes may still be unpacked."""

    name: str
    archive: zipfile.ZipFile
    left: int = _LARGEST_SUM

    def parse(self, part: str) -> etree._Element:
        try:
            size = self.archive.getinfo(part).file_size
        except KeyError:
            raise unusable(self.name, vi.PART_LOST, part=part) from None
        # Unpacking stops at the size that the directory gives, so it cannot lie.
        self.left -= size
        if size > _LARGEST_PART or self.left < 0:
            raise unusable(self.name, vi.BOMB, part=part)
        try:
            return self.safe(part, self.archive.read(part))
        except (*_FAULTS, etree.XMLSyntaxError):
            raise unusable(self.name, vi.PART_DAMAGED, part=part) from None

    def safe(self, part: str, content: bytes) -> etree._Element:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        root = etree.fromstring(content, parser)
        information = root.getroottree().docinfo
        if information.internalDTD is not None or information.doctype:
            raise unusable(self.name, vi.ENTITIES, part=part)
        return root

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Map a part's relation ids to (kind, name of the target part)."""
        folder, name = posixpath.split(part)
        rels = f"{folder}/_rels/{name}.rels".lstrip("/")
        if rels not in self.archive.namelist():
            return {}
        found = {}
        for one in self.parse(rels).iter(_RELATIONSHIP):
            if one.get("TargetMode") == "External":
                continue
            target = posixpath.normpath(posixpath.join("/", folder, one.get("Target", "")))
            kind = one.get("Type", "").rpartition("/")[2]
            found[one.get("Id", "")] = kind, target.lstrip("/")
        return found


def _parts(source: _Source) -> Package:
    main = next(
        (part for kind, part in source.relations("").values() if kind == "officeDocument"), ""
    )
    if not main:
        raise unusable(source.name, vi.NOT_WORD)
    root = source.parse(main)
    if root.tag == f"{_STRICT}document":
        raise unusable(source.name, vi.STRICT)
    if root.tag != f"{W}document" or root.find(f"{W}body") is None:
        raise unusable(source.name, vi.NOT_WORD)
    relations = source.relations(main)
    kinds: dict[str, tuple[str, ...]] = {}
    parts = {}
    for kind, part in relations.values():
        if kind in _WANTED and part not in parts:
            parts[part] = source.parse(part)
            kinds[kind] = (*kinds.get(kind, ()), part)
    related = {key: part for key, (kind, part) in relations.items() if kind in _WANTED}
    return Package(root, parts, related, kinds)
