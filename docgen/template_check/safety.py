"""Finds what a template may not carry: it is a text with tags, and nothing that acts.

Links out of the file, macros, embedded objects, ActiveX, fields that fetch or run, other
documents, entity declarations: each is named with what to do. What may be there is a
list; what is on no list is refused as well.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator

from lxml import etree

from docgen.template_check import words_vi as words
from docgen.template_check.faults_vi import Fault, TemplateFault, fault
from docgen.template_check.field_codes import forbidden_fields
from docgen.template_check.package import CONTENT_TYPES, MAIN_TYPE, Package, part_at
from docgen.template_check.parts import W, attributes, text_of
from docgen.template_check.tags import OPENING
from docgen.word.charts.elements import TITLE_WORDS

_SCHEMAS = (
    "http://schemas.openxmlformats.org/",
    "http://schemas.microsoft.com/office/",
)
_RELATIONS = {
    "officeDocument", "core-properties", "extended-properties", "custom-properties",
    "thumbnail", "styles", "stylesWithEffects", "settings", "webSettings", "fontTable", "font",
    "theme", "themeOverride", "numbering", "header", "footer", "footnotes", "endnotes", "comments",
    "commentsExtended", "commentsIds", "commentsExtensible", "people", "image", "chart",
    "chartStyle", "chartColorStyle", "chartUserShapes", "package", "customXml", "customXmlProps",
    "glossaryDocument", "diagramData", "diagramLayout", "diagramQuickStyle", "diagramColors",
    "diagramDrawing", "printerSettings", "hdphoto",
}  # fmt: skip
_REFUSED = {
    "vbaProject": Fault.MACRO, "wordVbaData": Fault.MACRO, "attachedToolbars": Fault.MACRO,
    "keyMapCustomizations": Fault.MACRO, "oleObject": Fault.OBJECT, "control": Fault.ACTIVEX,
    "activeXControlBinary": Fault.ACTIVEX, "aFChunk": Fault.IMPORTED, "subDocument": Fault.IMPORTED,
    "attachedTemplate": Fault.ATTACHED, "mailMergeSource": Fault.MAIL_MERGE,
    "mailMergeHeaderSource": Fault.MAIL_MERGE, "mailMergeRecipientData": Fault.MAIL_MERGE,
}  # fmt: skip
_ELEMENTS = {
    "altChunk": Fault.IMPORTED, "subDoc": Fault.IMPORTED, "object": Fault.OBJECT,
    "OLEObject": Fault.OBJECT, "objectEmbed": Fault.OBJECT, "objectLink": Fault.OBJECT,
    "control": Fault.ACTIVEX, "ocx": Fault.ACTIVEX, "mailMerge": Fault.MAIL_MERGE,
    "entryMacro": Fault.MACRO, "exitMacro": Fault.MACRO, "attachedTemplate": Fault.ATTACHED,
}  # fmt: skip
_EXTENSIONS = {
    "xml", "rels", "vml", "png", "jpg", "jpeg", "jfif", "gif", "bmp", "tif", "tiff", "emf", "wmf",
    "svg", "wdp", "odttf",
}  # fmt: skip
_MACRO_TYPE = re.compile("macro|vba|keymap|toolbar", re.IGNORECASE)
_TO_CHART = f"{_SCHEMAS[0]}officeDocument/2006/relationships/chart"
_BOOK = re.compile(r"word/embeddings/[^/]+\.xlsx")
_PRINTER = re.compile(r"word/printerSettings/[^/]+\.bin")
_ODD_NAME = re.compile(r"\.\.|\\|^/")
_LINKING = {"src", "href", "althref", "sourceFileName"}
_OUTWARD = re.compile(r"[a-z][a-z0-9+.-]+:|\\\\|//", re.IGNORECASE)


def package_faults(package: Package) -> Iterator[TemplateFault]:
    """Yield the faults of a file as a package, and of what its parts ask Word to do."""
    for name, count in Counter(one.filename.lower() for one in package.entries).items():
        if count > 1:
            yield _of(Fault.TWICE, name)
    for kind, names in (
        (Fault.BROKEN, package.broken),
        (Fault.ENTITIES, package.entities),
        (Fault.TOO_LARGE, package.large),
    ):
        yield from (_of(kind, name) for name in names)
    if not any(package.type_of(name) == MAIN_TYPE for name in package.parts):
        yield from _wrong_main(package)
    uses = list(_uses(package))
    charts = {target for _, kind, target in uses if kind == _TO_CHART}
    foreign = {target for source, _, target in uses if source not in charts}
    books = {target for *_, target in uses if _BOOK.fullmatch(target)} - foreign
    for name in package.parts:
        yield from _strange(package, name, books)
    for name, root in package.roots.items():
        if name.endswith(".rels"):
            yield from _relations(name, root, charts)
        elif name != CONTENT_TYPES:
            yield from _content(name, package.fillable.get(name, ""), root)
    for name in package.roots.keys() - package.fillable.keys():
        yield from _lost_tags(name, package.roots[name])


def _of(kind: Fault, part: str) -> TemplateFault:
    return fault(kind, words.FILE, "", part=part, target=part)


def _wrong_main(package: Package) -> Iterator[TemplateFault]:
    mains = [kind for kind in package.types.values() if kind.endswith("main+xml")]
    if not any(_MACRO_TYPE.search(kind) for kind in mains):  # that has a sentence of its own
        yield _of(Fault.WORD_TEMPLATE, "")


def _strange(package: Package, name: str, books: set[str]) -> Iterator[TemplateFault]:
    """Judge a part by its name and type, whether or not anything points to it."""
    extension = name.rpartition(".")[2].lower()
    inside = f"/{name.lower()}"
    if _MACRO_TYPE.search(package.type_of(name)) or "vba" in inside.rpartition("/")[2]:
        yield _of(Fault.MACRO, name)
    elif "/activex/" in inside:
        yield _of(Fault.ACTIVEX, name)
    elif _BOOK.fullmatch(name):
        if name not in books:
            yield _of(Fault.OBJECT, name)
    elif "/embeddings/" in inside:
        yield _of(Fault.OBJECT, name)
    elif _ODD_NAME.search(name) or not (extension in _EXTENSIONS or _PRINTER.fullmatch(name)):
        yield _of(Fault.STRANGE, name)


def _uses(package: Package) -> Iterator[tuple[str, str, str]]:
    """Yield every relationship: the part that has it, its type, the part it leads to."""
    for name, root in package.roots.items():
        if name.endswith(".rels"):
            folder = name.rpartition("_rels/")[0]
            for one in root:
                yield _source(name), one.get("Type", ""), part_at(folder, one.get("Target", ""))


def _source(relations: str) -> str:
    """Return the part whose relationships a part lists."""
    folder, _, file = relations.rpartition("_rels/")
    return f"{folder}{file.removesuffix('.rels')}"


def _relations(name: str, root: etree._Element, charts: Collection[str]) -> Iterator[TemplateFault]:
    for one in root:
        kind, target = one.get("Type", ""), one.get("Target", "")
        last = kind.rpartition("/")[2]
        if last in _REFUSED:
            yield fault(_REFUSED[last], words.FILE, "", part=target, target=target)
        elif one.get("TargetMode", "Internal") != "Internal" or _OUTWARD.match(target):
            yield fault(Fault.EXTERNAL, words.FILE, "", target=target)
        elif last not in _RELATIONS or not kind.startswith(_SCHEMAS):
            yield _of(Fault.STRANGE, last or name)
        elif last == "package" and _source(name) not in charts:
            yield _of(Fault.OBJECT, target)


def _content(name: str, part: str, root: etree._Element) -> Iterator[TemplateFault]:
    """Judge the elements of a part, its fields and the addresses in its attributes."""
    for element in root.iter("*"):
        kind = _ELEMENTS.get(_local(element.tag))
        if kind is not None:
            yield _at(kind, element, part, {"part": name, "target": name})
        for key, value in attributes(element):
            if _local(key) in _LINKING and _OUTWARD.match(value):
                yield _at(Fault.EXTERNAL, element, part, {"target": value})
    for code, element in forbidden_fields(root):
        yield _at(Fault.FIELD_CODE, element, part, {"field": code})


def _at(kind: Fault, element: etree._Element, part: str, facts: dict[str, str]) -> TemplateFault:
    """Return a fault with the words of the paragraph that it stands in, if there are any."""
    paragraph = next(element.iterancestors(f"{W}p"), None)
    said = "" if paragraph is None else words.shorten(text_of(paragraph))
    return fault(kind, words.in_part(part, words.PARAGRAPH) if said else words.FILE, said, **facts)


def _lost_tags(name: str, root: etree._Element) -> Iterator[TemplateFault]:
    """Yield tags in parts that are never filled (charts, say); remarks may speak of tags."""
    if "/comments" in name or name.startswith("customXml/"):
        return
    read = set(root.iterfind(TITLE_WORDS))  # they may link a chart to its data
    for element in root.iter("*"):
        own = None if element in read else element.text
        for text in (own, element.tail, *(value for _, value in attributes(element))):
            if text and OPENING.search(text):
                yield fault(Fault.TAG_ELSEWHERE, words.FILE, "", tag=text)


def _local(name: str) -> str:
    return name.rpartition("}")[2]
