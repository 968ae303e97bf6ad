"""Opens a checked template with python-docx, without what editing left in its package.

What a document does not take over from its template is listed in
`docgen.template_check.safety`; python-docx never sees it, nor a relationship that leads to no
part (LibreOffice leaves one to the workbook of each chart).
"""

from __future__ import annotations

import io
import zipfile

import docx
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.part import PartFactory, XmlPart
from docx.oxml.ns import nsmap
from lxml import etree

from docgen.template_check.package import part_at
from docgen.word.markup import remove_editing_marks, remove_references

# python-docx keeps parts that it has no class for as bytes; these hold text to be filled.
NOTES = {CT.WML_FOOTNOTES: "footnote", CT.WML_ENDNOTES: "endnote"}
for _content_type in NOTES:
    PartFactory.part_type_for[_content_type] = XmlPart

# The last words of relationships to what a document does not take over from its template.
_NOT_CARRIED = frozenset(
    ["extended-properties", "custom-properties", "thumbnail", "comments", "commentsExtended",
     "commentsIds", "commentsExtensible", "people", "customXml", "glossaryDocument",
     "printerSettings", "classificationlabels", "webextensiontaskpanes", "webextension"]
)  # fmt: skip
_RELATIONSHIPS = ".rels"


def not_carried(relationship: str) -> bool:
    """Whether a relationship leads to what a document does not take over."""
    return relationship.rpartition("/")[2] in _NOT_CARRIED


def open_document(content: bytes) -> Document:
    """Return the document of a package, its parts free of editing marks."""
    document = docx.Document(io.BytesIO(_carried(content)))
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


def _carried(content: bytes) -> bytes:
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as given,
        zipfile.ZipFile(buffer, "w") as carried,
    ):
        names = {name.casefold(): name for name in given.namelist()}
        for name in names.values():
            part = given.read(name)
            if name.casefold().endswith(_RELATIONSHIPS):
                part = _followed(part, name.rpartition("_rels/")[0], names)
            carried.writestr(name, part)
    return buffer.getvalue()


def _followed(relationships: bytes, folder: str, names: dict[str, str]) -> bytes:
    """Return a list of relationships with those alone that lead to a part of the document."""
    root = etree.fromstring(relationships)
    for one in list(root):
        target = names.get(part_at(folder, one.get("Target", "")).casefold())
        if target is None or not_carried(one.get("Type", "")):
            root.remove(one)
        else:
            one.set("Target", f"/{target}")
    return etree.tostring(root, encoding="UTF-8", standalone=True)
