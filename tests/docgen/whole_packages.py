"""What every Word file that we write must hold, looked up in its zip file alone."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections import Counter
from collections.abc import Iterator

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_VML = "{urn:schemas-microsoft-com:vml}*"
_SPID = "{urn:schemas-microsoft-com:office:office}spid"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_LEFT = (
    "comments", "custom-properties", "extended-properties", "customXml", "people", "thumbnail",
    "classificationlabels", "webextension", "userCustomization",
)  # fmt: skip
_EDITING = (
    "ins", "del", "moveFrom", "moveTo", "moveFromRangeStart", "moveFromRangeEnd",
    "moveToRangeStart", "moveToRangeEnd", "commentReference", "commentRangeStart",
    "commentRangeEnd", "annotationRef", "permStart", "permEnd", "proofErr",
    "lastRenderedPageBreak", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange",
    "tblGridChange", "trPrChange", "tcPrChange", "tblPrExChange", "numberingChange", "cellIns",
    "cellDel", "cellMerge", "dataBinding", "printerSettings", "documentProtection",
    "writeProtection", "trackRevisions", "docVars", "rsids",
)  # fmt: skip


def problems(document: bytes) -> list[str]:
    """Return what is wrong with a package, in no order; [] where Word can open all of it."""
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    roots = {
        name: etree.fromstring(content)
        for name, content in parts.items()
        if name.endswith((".xml", ".rels"))
    }
    found = [*_tags(parts), *_relations(parts, roots), *_content_types(parts, roots)]
    stories = {name: root for name, root in roots.items() if root.tag.startswith(_W)}
    for name, root in stories.items():
        found += [f"{name}: {one}" for one in (*_ends(root), *_editing(root))]
    return [*found, *_ids(stories)]


def _tags(parts: dict[str, bytes]) -> Iterator[str]:
    for name, content in parts.items():
        if name.endswith((".xml", ".rels")):
            yield from (f"{name} holds {mark!r}" for mark in (b"{{", b"{%") if mark in content)
        if b"urn:so-chi-tieu:template" in content:
            yield f"{name} holds a note of ours"


def _relations(parts: dict[str, bytes], roots: dict[str, etree._Element]) -> Iterator[str]:
    known: dict[str, set[str]] = {}
    for name, root in roots.items():
        if name.endswith(".rels"):
            folder, _, file = name.rpartition("_rels/")
            source = f"{folder}{file.removesuffix('.rels')}"
            known[source] = {one.get("Id", "") for one in root}
            if source and source not in parts:
                yield f"{name} belongs to no part"
            for one in root:
                target = one.get("Target", "")
                path = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
                if path not in parts:
                    yield f"{name}: {target} is no part"
                if one.get("Type", "").rpartition("/")[2] in _LEFT:
                    yield f"{name}: {target} is left of editing"
    for name, root in roots.items():
        for element in root.iter("*"):
            for key, value in element.items():
                if str(key).startswith(_R) and value not in known.get(name, set()):
                    yield f"{name}: {value!r} is no relation"


def _content_types(parts: dict[str, bytes], roots: dict[str, etree._Element]) -> Iterator[str]:
    types = roots["[Content_Types].xml"]
    names = {one.get("PartName", "").lstrip("/") for one in types.iter(f"{_TYPES}Override")}
    yield from (f"{one} has a type and is no part" for one in names - parts.keys())
    defaults = {one.get("Extension", "") for one in types.iter(f"{_TYPES}Default")}
    for name in parts.keys() - names - {"[Content_Types].xml"}:
        if name.rpartition(".")[2] not in defaults:
            yield f"{name} has no type"


def _ends(root: etree._Element) -> Iterator[str]:
    names = ("tc", "txbxContent", "hdr", "ftr", "footnote", "endnote")
    for container in root.iter(*(f"{_W}{name}" for name in names)):
        last = container[-1] if len(container) else None
        if last is None or last.tag not in (f"{_W}p", f"{_W}sdt"):
            yield f"{etree.QName(container).localname} ends with {last!r}"


def _editing(root: etree._Element) -> Iterator[str]:
    for element in root.iter(*(f"{_W}{name}" for name in _EDITING)):
        yield f"{etree.QName(element).localname} is left of editing"


def _ids(roots: dict[str, etree._Element]) -> Iterator[str]:
    kinds = {
        "bookmark": (f"{_W}bookmarkStart", f"{_W}id"),
        "bookmark name": (f"{_W}bookmarkStart", f"{_W}name"),
        "drawing": (f"{_WP}docPr", "id"),
        "footnote reference": (f"{_W}footnoteReference", f"{_W}id"),
        "footnote": (f"{_W}footnote", f"{_W}id"),
        "endnote reference": (f"{_W}endnoteReference", f"{_W}id"),
        "endnote": (f"{_W}endnote", f"{_W}id"),
        "shape": (_VML, "id"),
        "shape number": (_VML, _SPID),
        "paragraph": (f"{_W}p", f"{_W14}paraId"),
    }
    for kind, (tag, key) in kinds.items():
        yield from _repeated(kind, [
            one.get(key, "").casefold() for root in roots.values() for one in root.iter(tag)
            if one.get(key)
        ])  # fmt: skip
    controls = (one for root in roots.values() for one in root.iterfind(f".//{_W}sdtPr/{_W}id"))
    yield from _repeated("content control", [one.get(f"{_W}val", "") for one in controls])
    for name, root in roots.items():
        starts = [one.get(f"{_W}id") for one in root.iter(f"{_W}bookmarkStart")]
        ends = [one.get(f"{_W}id") for one in root.iter(f"{_W}bookmarkEnd")]
        if sorted(map(str, starts)) != sorted(map(str, ends)):
            yield f"{name}: bookmarks {starts} end as {ends}"


def _repeated(kind: str, values: list[str]) -> Iterator[str]:
    yield from (
        f"{kind} {one} {count} times" for one, count in Counter(values).items() if count > 1
    )
