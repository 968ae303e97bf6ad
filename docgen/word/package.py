"""Opens a checked template with python-docx; makes a document whole for Word and saves it.

What a document does not take over from its template (comments, labels, copies of properties
…: `docgen.template_check.package.NOT_CARRIED`) is removed before python-docx sees it. Word
refuses a cell, header or note that does not end with a paragraph, and repairs or refuses a
document in which two bookmarks, drawings or notes have the same id; data empty the first, a loop
repeats the others. Sources: ECMA-376, part 1, 17.4.65, 17.11, 17.13 (annotations), 17.16; PKWARE
APPNOTE 6.3, 4.3.7 and 4.3.12 (zip files).
"""

from __future__ import annotations

import io
import zipfile
from collections import defaultdict
from collections.abc import Iterable
from copy import deepcopy
from itertools import chain, count, islice
from typing import cast

import docx
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.part import PartFactory, XmlPart
from docx.oxml.ns import nsmap, qn
from docx.oxml.parser import OxmlElement
from lxml import etree

from docgen.template_check.package import Package
from docgen.template_check.tags import CHANGES

# python-docx keeps parts that it has no class for as bytes; these hold text to be filled.
NOTES = {CT.WML_FOOTNOTES: "footnote", CT.WML_ENDNOTES: "endnote"}
PartFactory.part_type_for |= dict.fromkeys(NOTES, XmlPart)

# Marks of the people who edited a template: they say nothing of the document.
_EDITING_MARKS = (
    *CHANGES, "commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef",
    "permStart", "permEnd", "proofErr", "lastRenderedPageBreak", "dataBinding",
    "documentProtection", "writeProtection", "trackRevisions", "docVars", "rsids",
)  # fmt: skip
_REMOVED = tuple(qn(f"w:{name}") for name in _EDITING_MARKS)
_CONTROL_IDS = etree.XPath("//w:sdtPr/w:id", namespaces=nsmap)
_DELETED = etree.XPath("//w:tr[w:trPr/w:del] | //w:tc[w:tcPr/w:cellDel]", namespaces=nsmap)
# Paragraphs whose marks are deleted or moved away.
_WITHOUT_MARK = etree.XPath("//w:p[w:pPr/w:rPr[w:del or w:moveFrom]]", namespaces=nsmap)

_P, _PPR, _ID, _DRAWING = map(qn, ("w:p", "w:pPr", "w:id", "wp:docPr"))
_CONTAINERS = tuple(map(qn, ("w:tc", "w:txbxContent", "w:hdr", "w:ftr", "w:footnote", "w:endnote")))
_BLOCKS = tuple(map(qn, ("w:p", "w:tbl", "w:sdt", "w:customXml")))
_TBL, _TR, _TC, _SDT, _CONTENT = map(qn, ("w:tbl", "w:tr", "w:tc", "w:sdt", "w:sdtContent"))
_START, _END = qn("w:bookmarkStart"), qn("w:bookmarkEnd")  # they may stand between blocks
_RELATED = f"{{{nsmap['r']}}}"
_VML = "{urn:schemas-microsoft-com:vml}*"
_SHAPE_TYPE = _VML.replace("*", "shapetype")
_SHAPE_IDS = ("id", "{urn:schemas-microsoft-com:office:office}spid")

_FIRST_DAY = bytes.fromhex("00002100")  # 1 January 1980, the earliest that a zip file can hold
_LOCAL, _CENTRAL = 10, 12  # offsets of the time in a part's header and in its directory entry


def open_document(package: Package) -> Document:
    """Return the document of a checked package."""
    document = docx.Document(io.BytesIO(package.kept()))
    if not any(use.kind == "core-properties" for use in package.uses[""]):
        # python-docx makes some, which name itself and the time.
        document.core_properties._element[:] = []
    for part in xml_parts(document).values():
        clean(part, part.element)
    return document


def xml_parts(document: Document) -> dict[str, XmlPart]:
    """Return the parts that python-docx has parsed, by their names in the zip file."""
    parts = document.part.package.parts
    return {part.partname.membername: part for part in parts if isinstance(part, XmlPart)}


def clean(part: XmlPart, root: etree._Element) -> None:
    """Accept the tracked changes in a part's tree; remove comments, protection and the like.

    What refers to a relationship that the part does not have goes with the drawing around it.
    """
    without_mark = selected(_WITHOUT_MARK, root)
    for element in selected(_DELETED, root):
        remove(element)
    etree.strip_tags(root, qn("w:ins"), qn("w:moveTo"))
    etree.strip_elements(root, *_REMOVED, with_tail=False)
    for paragraph in reversed(without_mark):
        _join(paragraph)
    # What a loop would repeat, and Word writes by itself.
    etree.strip_attributes(root, qn("w14:paraId"), qn("w14:textId"))
    for identifier in selected(_CONTROL_IDS, root):
        remove(identifier)
    for element in list(root.iter("*")):
        named = {str(value) for key, value in element.items() if str(key).startswith(_RELATED)}
        if named - part.rels.keys():
            remove(next(element.iterancestors(qn("w:drawing"), qn("w:pict")), element))


def _join(paragraph: etree._Element) -> None:
    """Move what a paragraph holds into the one behind it, whose format stays.

    Before anything else it stays as it is; with nothing in it, it goes if it is not the only one.
    """
    content, following = [child for child in paragraph if child.tag != _PPR], paragraph.getnext()
    if following is not None and following.tag == _P:
        properties = [child for child in islice(following, 1) if child.tag == _PPR]
        for child in [*reversed(content), *properties]:
            following.insert(0, child)
        remove(paragraph)
    elif not content:
        others = chain(paragraph.itersiblings(_P), paragraph.itersiblings(_P, preceding=True))
        if next(others, None) is not None:
            remove(paragraph)


def selected(path: etree.XPath, root: etree._Element) -> list[etree._Element]:
    """Return the elements that a path selects below an element."""
    return cast("list[etree._Element]", path(root))


def remove(element: etree._Element) -> None:
    """Remove an element from its tree."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def surround(element: etree._Element, before: str, after: str) -> None:
    """Put source text before and after an element."""
    previous, parent = element.getprevious(), element.getparent()
    assert parent is not None  # only the root has none, and a root is never replaced
    if previous is None:
        parent.text = (parent.text or "") + before
    else:
        previous.tail = (previous.tail or "") + before
    element.tail = after + (element.tail or "")


def save_document(document: Document) -> bytes:
    """Return the file's content without the second in which python-docx has written it."""
    stream = io.BytesIO()
    document.save(stream)
    content = bytearray(stream.getvalue())
    with zipfile.ZipFile(stream) as archive:
        entry = archive.start_dir
        for info in archive.infolist():
            for start in (info.header_offset + _LOCAL, entry + _CENTRAL):
                content[start : start + len(_FIRST_DAY)] = _FIRST_DAY
            entry = content.find(b"PK\x01\x02", entry + 46 + len(info.filename.encode()))
    return bytes(content)


def end_with_paragraphs(root: etree._Element) -> None:
    """End every cell, text box, header and note with a paragraph (`w:p`).

    Tables without rows, rows without cells, controls without content are removed first.
    """
    while empty := list(filter(_is_empty, root.iter(_TBL, _TR, _SDT))):
        for element in empty:
            remove(element)
    for container in root.iter(*_CONTAINERS):
        if not len(container) or container[-1].tag != _P:
            blocks = [block for block in container if block.tag in _BLOCKS]
            if not blocks or not _ends_with_paragraph(blocks[-1]):
                container.append(OxmlElement("w:p"))
            elif blocks[-1].tag == _P:
                blocks[-1].extend(list(blocks[-1].itersiblings(_START, _END)))


def _is_empty(element: etree._Element) -> bool:
    """Whether a table or a row has no cell, or a content control nothing in it."""
    if element.tag == _SDT:
        content = element.find(_CONTENT)
        return content is not None and not len(content)
    return next(element.iter(_TC), None) is None


def _ends_with_paragraph(block: etree._Element) -> bool:
    content = block if block.tag == qn("w:customXml") else block.find(_CONTENT)
    if content is None:
        return bool(block.tag == _P)
    blocks = [block for block in content if block.tag in _BLOCKS]
    return bool(blocks) and _ends_with_paragraph(blocks[-1])


def renew_ids(roots: Iterable[etree._Element]) -> None:
    """Give bookmarks, drawings and shapes of a document ids that differ.

    A bookmark that is repeated, or has lost an end, is removed; Word numbers shapes without an
    id by itself.
    """
    names: set[str] = set()
    shapes: set[tuple[str, str | None]] = set()
    bookmarks, drawings = count(1), count(1)
    for root in roots:
        opened: dict[str, list[etree._Element]] = defaultdict(list)
        for mark in list(root.iter(_START, _END)):
            starts, name = opened[mark.get(_ID, "")], mark.get(qn("w:name"), "").casefold()
            if mark.tag == _END and starts:
                number = str(next(bookmarks))
                starts.pop().set(_ID, number)
                mark.set(_ID, number)
            elif mark.tag == _START and name not in names:
                names.add(name)
                starts.append(mark)
            else:
                remove(mark)
        for start in chain(*opened.values()):
            remove(start)
        for drawing in root.iter(_DRAWING):
            drawing.set("id", str(next(drawings)))
        types: set[str | None] = set()
        for shape in list(root.iter(_VML)):
            if shape.tag == _SHAPE_TYPE:
                # All shapes of a part use its first type of a name.
                if shape.get("id") in types:
                    remove(shape)
                types.add(shape.get("id"))
                continue
            for key in _SHAPE_IDS:
                used = key, shape.get(key)
                if used in shapes:
                    shape.attrib.pop(key, "")
                shapes.add(used)


def repeat_notes(root: etree._Element, notes: etree._Element, name: str) -> None:
    """Give each reference to a note that a loop has repeated a note of its own.

    `root` holds the references, `notes` the notes; `name`: "footnote" or "endnote".
    """
    by_id = {note.get(_ID, ""): note for note in notes.findall(qn(f"w:{name}"))}
    numbers = [int(key) for key in by_id if key.lstrip("-").isdecimal()]
    following, unused = count(max(numbers, default=0) + 1), set(by_id)
    for reference in root.iter(qn(f"w:{name}Reference")):
        identifier = reference.get(_ID, "")
        if identifier in by_id.keys() - unused:
            notes.append(deepcopy(by_id[identifier]))
            identifier = str(next(following))
            for element in (notes[-1], reference):
                element.set(_ID, identifier)
        unused.discard(identifier)
