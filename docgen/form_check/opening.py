"""Opens a .docx with limits: its XML parts parsed, or one sentence on what it is instead.

Only parts that a document's form depends on are read, never pictures, macros or embedded files.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from docgen.form_check import opening_vi
from workbook.domain.errors import unusable
from workbook.packages import (
    MIB,
    Limits,
    PackageError,
    PackageReader,
    Reason,
    parsed,
    read_file,
    refusing,
)

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"

_LIMITS = Limits(parts=5_000, part=32 * MIB, total=64 * MIB)  # XML of about a thousand pages
_MOST_MARKUP = 1_000_000  # angle brackets that open, in all parts
_MOST_PARAGRAPHS = 50_000  # in all parts
# Kinds of parts (the last word of a relationship's type) that say something of form.
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
    name = path.name or str(path)
    with refusing(name, opening_vi.WHY):
        content = read_file(path)
    return read_package(name, content)


def read_package(name: str, content: bytes) -> Package:
    """Read a Word file's content; `name` is for the sentence.

    Raises:
        UnusableInputError: it is no .docx, or a damaged, protected or unsafe one.
    """
    with refusing(name, opening_vi.WHY):
        package = PackageReader(content, _LIMITS)
        return _parts(name, package, _Parser(package))


class _Parser:
    """Parses the parts of a package; all together they have limits of elements."""

    def __init__(self, package: PackageReader) -> None:
        self._package = package
        self._markup = _MOST_MARKUP
        self._paragraphs = _MOST_PARAGRAPHS

    def __call__(self, part: str) -> etree._Element:
        content = self._package.xml(part)
        self._markup -= content.count(b"<")
        if self._markup < 0:
            raise PackageError(Reason.PART_TOO_BIG, part)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        root = parsed(part, content, lambda xml: etree.fromstring(xml, parser))
        self._paragraphs -= sum(1 for _ in root.iter(f"{W}p"))
        if self._paragraphs < 0:
            raise PackageError(Reason.PART_TOO_BIG, part)
        return root


def _main_part(name: str, package: PackageReader) -> str:
    if any(part.startswith("xl/") for part in package.names):
        raise unusable(name, opening_vi.EXCEL)
    if "mimetype" in package and "content.xml" in package:
        raise unusable(name, opening_vi.OPEN_DOCUMENT)
    for relationship in package.relationships():
        if relationship.kind == "officeDocument" and not relationship.external:
            return relationship.target
    raise unusable(name, opening_vi.NOT_WORD)


def _parts(name: str, package: PackageReader, parse: _Parser) -> Package:
    main = _main_part(name, package)
    root = parse(main)
    if root.tag == f"{_STRICT}document":
        raise unusable(name, opening_vi.STRICT)
    if root.tag != f"{W}document" or root.find(f"{W}body") is None:
        raise unusable(name, opening_vi.NOT_WORD)
    kinds: dict[str, tuple[str, ...]] = {}
    parts: dict[str, etree._Element] = {}
    related = {}
    for one in package.relationships(main):
        if one.kind not in _WANTED or one.external:
            continue
        related[one.id] = one.target
        if one.target not in parts:
            parts[one.target] = parse(one.target)
            kinds[one.kind] = (*kinds.get(one.kind, ()), one.target)
    return Package(root, parts, related, kinds)
