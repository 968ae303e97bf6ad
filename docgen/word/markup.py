"""Keeps a part's markup whole: what editing left in a template, and what a loop repeats.

Source of names: ECMA-376, part 1, 17.13 (annotations, bookmarks), 17.4.65 (cells), 17.11
(notes). Word refuses a cell, header or note that does not end with a paragraph, and repairs
or refuses a document in which two bookmarks, drawings or notes have the same id.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from copy import deepcopy

from docx.oxml.ns import nsmap, qn
from docx.oxml.parser import OxmlElement
from lxml import etree

_P, _ID, _NAME, _VAL = qn("w:p"), qn("w:id"), qn("w:name"), qn("w:val")
_R_NAMESPACE = f"{{{nsmap['r']}}}"
_VML = "{urn:schemas-microsoft-com:vml}"

# Marks of the people who edited a template: they say nothing of the document.
_REMOVED = tuple(
    map(qn, (
        "w:del", "w:moveFrom", "w:commentRangeStart", "w:commentRangeEnd", "w:commentReference",
        "w:annotationRef", "w:permStart", "w:permEnd", "w:proofErr", "w:lastRenderedPageBreak",
        "w:moveFromRangeStart", "w:moveFromRangeEnd", "w:moveToRangeStart", "w:moveToRangeEnd",
        "w:rPrChange", "w:pPrChange", "w:sectPrChange", "w:tblPrChange", "w:tblGridChange",
        "w:trPrChange", "w:tcPrChange", "w:tblPrExChange", "w:numberingChange", "w:cellIns",
        "w:cellDel", "w:cellMerge", "w:dataBinding", "w:printerSettings",
    ))
)  # fmt: skip
_UNWRAPPED = (qn("w:ins"), qn("w:moveTo"))
_SETTINGS = tuple(
    map(qn, ("w:documentProtection", "w:writeProtection", "w:trackRevisions", "w:docVars",
             "w:rsids"))
)  # fmt: skip
_PARAGRAPH_IDS = (qn("w14:paraId"), qn("w14:textId"))
_DRAWING, _CONTROL = qn("wp:docPr"), qn("w:sdtPr")
_SHAPE_IDS = ("id", "{urn:schemas-microsoft-com:office:office}spid")

_MARKS = tuple(map(qn, ("w:bookmarkStart", "w:bookmarkEnd")))  # may stand between blocks
_BLOCKS = tuple(map(qn, ("w:p", "w:tbl", "w:sdt", "w:customXml")))
_TBL, _CONTENT = qn("w:tbl"), qn("w:sdtContent")
_ROWS = (qn("w:tr"), qn("w:sdt"))
# Containers that must end with a paragraph.
_CONTAINERS = tuple(map(qn, ("w:tc", "w:txbxContent", "w:hdr", "w:ftr", "w:footnote", "w:endnote")))


def remove_editing_marks(root: etree._Element) -> None:
    """Accept tracked changes; remove comments, permissions, proofing marks and protection."""
    for mark in list(root.iter(qn("w:rPr"))):
        _accept_paragraph_mark(mark)
    for element in list(root.iter(*_REMOVED, *_SETTINGS)):
        run = element.getparent()
        _remove(element)
        if run is not None and run.tag == qn("w:r") and all(one.tag == qn("w:rPr") for one in run):
            _remove(run)
    for element in list(root.iter(*_UNWRAPPED)):
        _unwrap(element)
    etree.strip_attributes(root, *_PARAGRAPH_IDS)  # a loop would repeat them


def _accept_paragraph_mark(properties: etree._Element) -> None:
    """Accept that a paragraph's own mark was inserted or deleted under Track Changes."""
    holder = properties.getparent()
    if holder is None or holder.tag != qn("w:pPr"):
        return
    for name in ("w:ins", "w:moveTo"):
        for one in properties.findall(qn(name)):
            properties.remove(one)
    deleted = properties.find(qn("w:del")) is not None
    paragraph = holder.getparent()
    if deleted and paragraph is not None and not list(paragraph.iter(qn("w:t"))):
        container = paragraph.getparent()
        if container is not None and len(container.findall(_P)) > 1:
            _remove(paragraph)


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)  # the parts of a document have no text between elements


def _unwrap(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        for child in list(element):
            element.addprevious(child)
        parent.remove(element)


def remove_references(root: etree._Element, identifiers: Iterable[str]) -> None:
    """Remove what refers to relationships that the document does not have."""
    gone = set(identifiers)
    for element in list(root.iter("*")) if gone else ():
        names = [name for name in map(str, element.attrib) if name.startswith(_R_NAMESPACE)]
        if any(element.get(name) in gone for name in names):
            drawing = next(element.iterancestors(qn("w:drawing"), qn("w:pict")), element)
            _remove(drawing)


def end_with_paragraphs(root: etree._Element) -> None:
    """End every cell, text box, header and note with a paragraph (`w:p`).

    Tables without rows and content controls without content are removed first.
    """
    while empty := [one for one in root.iter(_TBL, _CONTENT) if _is_empty(one)]:
        for element in empty:
            control = element.getparent()
            _remove(element if element.tag == _TBL or control is None else control)
    for container in root.iter(*_CONTAINERS):
        if not len(container) or container[-1].tag != _P:
            _end_with_paragraph(container)


def _is_empty(element: etree._Element) -> bool:
    """Whether a table has no rows, or a content control no content."""
    return not any(element.tag != _TBL or one.tag in _ROWS for one in element)


def _end_with_paragraph(container: etree._Element) -> None:
    blocks = [one for one in container if one.tag in _BLOCKS]
    last = blocks[-1] if blocks else None
    if last is None or not _ends_with_paragraph(last):
        last = OxmlElement("w:p")
        container.append(last)
    elif last.tag == _P:
        for mark in list(last.itersiblings(*_MARKS)):
            last.append(mark)


def _ends_with_paragraph(block: etree._Element) -> bool:
    content = block if block.tag == qn("w:customXml") else block.find(_CONTENT)
    if content is None:
        return bool(block.tag == _P)
    blocks = [one for one in content if one.tag in _BLOCKS]
    return bool(blocks) and _ends_with_paragraph(blocks[-1])


class UniqueIds:
    """Gives everything in one document that Word finds by an id an id of its own."""

    def __init__(self) -> None:
        self._bookmarks = self._drawings = 0
        self._seen: dict[str, set[str]] = defaultdict(set)

    def renew(self, root: etree._Element) -> None:
        """Make the ids of a part different from each other and from those of parts before."""
        self._renew_bookmarks(root)
        for element in list(root.iter(_DRAWING, _CONTROL, f"{_VML}*")):
            if element.tag == _DRAWING:
                self._drawings += 1
                element.set("id", str(self._drawings))
            elif element.tag == _CONTROL:
                number = element.find(_ID)
                if number is not None and self._is_known("control", number.get(_VAL, "")):
                    element.remove(number)  # Word gives it a new one
            else:
                for name in _SHAPE_IDS:
                    if name in element.attrib and self._is_known(name, element.get(name, "")):
                        del element.attrib[name]

    def _is_known(self, kind: str, value: str) -> bool:
        known = value in self._seen[kind]
        self._seen[kind].add(value)
        return known

    def _renew_bookmarks(self, root: etree._Element) -> None:
        """Number bookmarks anew; one that is repeated, or has lost an end, is removed."""
        opened: dict[str, list[etree._Element]] = defaultdict(list)
        for mark in list(root.iter(*_MARKS)):
            starts = opened[mark.get(_ID, "")]
            if mark.tag == _MARKS[0]:
                starts.append(mark)
            elif not starts:
                _remove(mark)
            else:
                self._renew_bookmark(starts.pop(), mark)
        for start in (one for some in opened.values() for one in some):
            _remove(start)

    def _renew_bookmark(self, start: etree._Element, end: etree._Element) -> None:
        if self._is_known("bookmark", start.get(_NAME, "").casefold()):
            _remove(start)
            _remove(end)
            return
        start.set(_ID, str(self._bookmarks))
        end.set(_ID, str(self._bookmarks))
        self._bookmarks += 1


def repeat_notes(root: etree._Element, notes: etree._Element, name: str) -> None:
    """Give each reference to a note that a loop has repeated a note of its own.

    Args:
        root: a part with references.
        notes: the part with the notes.
        name: "footnote" or "endnote".
    """
    by_id = {note.get(_ID, ""): note for note in notes.findall(qn(f"w:{name}"))}
    numbers = [int(one) for one in by_id if one.lstrip("-").isdecimal()]
    following = max(numbers, default=0) + 1
    used: set[str] = set()
    for reference in _references(root, name):
        identifier = reference.get(_ID, "")
        if identifier in used and identifier in by_id:
            note = deepcopy(by_id[identifier])
            note.set(_ID, str(following))
            notes.append(note)
            reference.set(_ID, str(following))
            following += 1
        used.add(identifier)


def _references(root: etree._Element, name: str) -> Iterator[etree._Element]:
    yield from root.iter(qn(f"w:{name}Reference"))
