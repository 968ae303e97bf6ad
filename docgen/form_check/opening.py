"""Opens a .docx with limits: its XML parts parsed, or one sentence on what it is instead.

Only parts that a document's form depends on are read, never pictures, macros or embedded files.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from lxml import etree

from docgen.form_check import opening_vi
from workbook import packages
from workbook.domain.errors import unusable
from workbook.packages import MIB, PackageError, PackageReader, Reason

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"

_LIMITS = packages.Limits(parts=5_000, part=32 * MIB, total=64 * MIB)  # of about a thousand pages
_MOST_MARKUP = 1_000_000  # angle brackets that open, in all parts
_MOST_PARAGRAPHS = 50_000  # in all parts
# Kinds of parts (the last word of a relationship's type) that say something of form.
_WANTED = ("styles", "theme", "numbering", "settings", "header", "footer", "footnotes", "endnotes")
_PARSER = etree.XMLParser(
    resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
)


class Package(NamedTuple):
    """A Word file's XML parts, parsed."""

    main: etree._Element
    related: dict[str, str]  # names by relation id of the main part
    kinds: dict[str, dict[str, etree._Element]]  # parts by kind ("styles", "header" …) and name

    def one(self, kind: str) -> etree._Element:
        """Return the part of a kind that a document has once, an empty element without one."""
        return next(iter(self.kinds[kind].values()), etree.Element("nothing"))


def read_package(name: str, content: bytes) -> Package:
    """Read a Word file's content; `name` is for the sentence.

    Raises:
        UnusableInputError: it is no .docx, or a damaged, protected or unsafe one.
    """
    with packages.refusing(name, opening_vi.WHY):
        reader = PackageReader(content, _LIMITS)
        main = _main_part(name, reader)
        listed = [one for one in reader.relationships(main) if not one.external]
        used = [one for one in listed if one.kind in _WANTED]
        names = list(dict.fromkeys([main, *(one.target for one in used)]))
        parts = dict(zip(names, _parsed(reader, names), strict=True))
    root = parts[main]
    if root.tag == f"{_STRICT}document":
        raise unusable(name, opening_vi.STRICT)
    if root.tag != f"{W}document" or root.find(f"{W}body") is None:
        raise unusable(name, opening_vi.NOT_WORD)
    kinds = {
        kind: {one.target: parts[one.target] for one in used if one.kind == kind}
        for kind in _WANTED
    }
    return Package(root, {one.id: one.target for one in used}, kinds)


def _main_part(name: str, package: PackageReader) -> str:
    if any(part.startswith("xl/") for part in package.names):
        raise unusable(name, opening_vi.EXCEL)
    if "mimetype" in package and "content.xml" in package:
        raise unusable(name, opening_vi.OPEN_DOCUMENT)
    for relationship in package.relationships():
        if relationship.kind == "officeDocument" and not relationship.external:
            return relationship.target
    raise unusable(name, opening_vi.NOT_WORD)


def _parsed(package: PackageReader, names: Sequence[str]) -> Iterator[etree._Element]:
    """Yield the parts of these names; all together they have limits of elements."""
    markup = paragraphs = 0
    for name in names:
        content = package.xml(name)
        markup += content.count(b"<")
        if markup > _MOST_MARKUP:
            raise PackageError(Reason.PART_TOO_BIG, name)
        root = packages.parsed(name, content, partial(etree.fromstring, parser=_PARSER))
        paragraphs += sum(1 for _ in root.iter(f"{W}p"))
        if paragraphs > _MOST_PARAGRAPHS:
            raise PackageError(Reason.PART_TOO_BIG, name)
        yield root
