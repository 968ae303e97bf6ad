"""Opens a checked template with python-docx, without what editing left in its package.

What a document does not take over from its template is listed in
`docgen.template_check.package`; python-docx never sees it, nor a relationship that leads to no
part (LibreOffice leaves one to the workbook of each chart).
"""

from __future__ import annotations

import io
from copy import deepcopy

import docx
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.part import PartFactory, XmlPart
from docx.oxml.ns import nsmap
from lxml import etree

from docgen.template_check.package import NOT_CARRIED, Package
from docgen.word.markup import remove_editing_marks, remove_references
from workbook.packages import pack, relationships_part

# python-docx keeps parts that it has no class for as bytes; these hold text to be filled.
NOTES = {CT.WML_FOOTNOTES: "footnote", CT.WML_ENDNOTES: "endnote"}
for _content_type in NOTES:
    PartFactory.part_type_for[_content_type] = XmlPart


def open_document(package: Package) -> Document:
    """Return the document of a checked package, its parts free of editing marks."""
    document = docx.Document(io.BytesIO(_carried(package)))
    for part in xml_parts(document).values():
        clean_part(part, part.element)
    return document


def xml_parts(document: Document) -> dict[str, XmlPart]:
    """Return the parts that python-docx has parsed, by their names in the zip file."""
    parts = document.part.package.parts
    return {one.partname.membername: one for one in parts if isinstance(one, XmlPart)}


def clean_part(part: XmlPart, root: etree._Element) -> None:
    """Remove from the tree of a part what editing left in it, and what refers to nothing."""
    remove_editing_marks(root)
    remove_references(root, references(root) - part.rels.keys())


def references(root: etree._Element) -> set[str]:
    """Return the ids of the relationships that a part refers to."""
    namespace = f"{{{nsmap['r']}}}"
    return {
        str(value)
        for element in root.iter("*")
        for key, value in element.items()
        if str(key).startswith(namespace)
    }


def _carried(package: Package) -> bytes:
    """Return the package of a template without what a document does not take over."""
    parts = {name: part for name, part in package.parts.items() if name not in package.left_out}
    for source, relationships in package.uses.items():
        root = deepcopy(package.roots[relationships_part(source)])
        targets = {
            one.id: one.target
            for one in relationships
            if one.target in parts and one.kind not in NOT_CARRIED
        }
        for element in list(root):
            target = targets.get(element.get("Id", ""))
            if target is None:
                root.remove(element)
            else:
                element.set("Target", f"/{target}")
        parts[relationships_part(source)] = etree.tostring(root)
    return pack(parts, compressed=False)
