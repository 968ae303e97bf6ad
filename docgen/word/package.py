"""Opens a checked template with python-docx, without what editing left in it; saves a document.

What a document does not take over from its template (comments, labels, copies of properties
…: `docgen.template_check.package.NOT_CARRIED`) is removed before python-docx sees it. Sources:
ECMA-376, part 1, 17.13 (annotations); PKWARE APPNOTE 6.3, 4.3.7 and 4.3.12 (zip files).
"""

from __future__ import annotations

import io
import zipfile
from typing import cast

import docx
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.part import PartFactory, XmlPart
from docx.oxml.ns import nsmap, qn
from lxml import etree

from docgen.template_check.package import Package

# python-docx keeps parts that it has no class for as bytes; these hold text to be filled.
NOTES = {CT.WML_FOOTNOTES: "footnote", CT.WML_ENDNOTES: "endnote"}
for _content_type in NOTES:
    PartFactory.part_type_for[_content_type] = XmlPart

# Marks of the people who edited a template: they say nothing of the document.
_EDITING_MARKS = (
    "del", "moveFrom", "commentRangeStart", "commentRangeEnd", "commentReference",
    "annotationRef", "permStart", "permEnd", "proofErr", "lastRenderedPageBreak",
    "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd",
    "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblGridChange", "trPrChange",
    "tcPrChange", "tblPrExChange", "numberingChange", "cellIns", "cellDel", "cellMerge",
    "dataBinding", "printerSettings", "documentProtection", "writeProtection",
    "trackRevisions", "docVars", "rsids",
)  # fmt: skip
_REMOVED = tuple(qn(f"w:{name}") for name in _EDITING_MARKS)
_UNWRAPPED = (qn("w:ins"), qn("w:moveTo"))
_R, _RPR = qn("w:r"), qn("w:rPr")
# Paragraphs deleted with their marks; the only one of a cell, say, stays.
_DELETED = etree.XPath(
    "//w:p[w:pPr/w:rPr/w:del][not(.//w:t)][preceding-sibling::w:p or following-sibling::w:p]",
    namespaces=nsmap,
)

_FIRST_DAY = bytes.fromhex("00002100")  # 1 January 1980, the earliest that a zip file can hold
_LOCAL, _CENTRAL = 10, 12  # offsets of the time in a part's header and in its directory entry


def open_document(package: Package) -> Document:
    """Return the document of a checked package."""
    document = docx.Document(io.BytesIO(package.kept()))
    for part in xml_parts(document).values():
        clean(part, part.element)
    return document


def xml_parts(document: Document) -> dict[str, XmlPart]:
    """Return the parts that python-docx has parsed, by their names in the zip file."""
    parts = document.part.package.parts
    return {one.partname.membername: one for one in parts if isinstance(one, XmlPart)}


def clean(part: XmlPart, root: etree._Element) -> None:
    """Accept the tracked changes in a part's tree; remove comments, protection and the like.

    What refers to a relationship that the part does not have goes with the drawing around it.
    """
    for paragraph in cast("list[etree._Element]", _DELETED(root)):
        remove(paragraph)
    for element in list(root.iter(*_REMOVED)):
        holder = element.getparent()
        remove(element)
        if holder is not None and holder.tag == _R and all(one.tag == _RPR for one in holder):
            remove(holder)
    for element in list(root.iter(*_UNWRAPPED)):
        for child in list(element):
            element.addprevious(child)
        remove(element)
    etree.strip_attributes(root, qn("w14:paraId"), qn("w14:textId"))  # a loop would repeat them
    for element in list(root.iter("*")):
        if referred(element) - part.rels.keys():
            remove(next(element.iterancestors(qn("w:drawing"), qn("w:pict")), element))


def remove(element: etree._Element) -> None:
    """Remove an element from its tree."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def referred(element: etree._Element) -> set[str]:
    """Return the ids of the relationships that an element's attributes name."""
    namespace = f"{{{nsmap['r']}}}"
    return {str(value) for key, value in element.items() if str(key).startswith(namespace)}


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
