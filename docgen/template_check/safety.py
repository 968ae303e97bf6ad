"""Finds what a template may not carry: it is a text with tags, and nothing that acts.

Links out of the file, macros, embedded objects, ActiveX, fields that fetch or run, other
documents, entity declarations: each is named with what to do. What may be there is a list;
what is on no list is refused as well. So is a file whose parts do not lead to one another,
which nothing could open. Remarks of people and restrictions are told, they stop nobody.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from lxml import etree

from docgen.findings import Finding, FindingKind
from docgen.template_check import catalogue_vi, words_vi
from docgen.template_check.chart_parts import TITLE_WORDS
from docgen.template_check.package import MAIN_TYPE, NOT_CARRIED, Package
from docgen.template_check.parts import W, attributes, text_of
from docgen.template_check.tags import OPENING
from workbook.packages import CONTENT_TYPES, PackageError, Reason, Relationship, from_root, parsed

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SCHEMAS = (
    "http://schemas.openxmlformats.org/",
    "http://schemas.microsoft.com/office/",
)
_KINDS = {
    "officeDocument", "core-properties", "styles", "stylesWithEffects", "settings", "webSettings",
    "fontTable", "font", "theme", "themeOverride", "numbering", "header", "footer", "footnotes",
    "endnotes", "image", "chart", "chartStyle", "chartColorStyle", "chartUserShapes", "package",
    "diagramData", "diagramLayout", "diagramQuickStyle", "diagramColors", "diagramDrawing",
    "hdphoto",
}  # fmt: skip
_REFUSED = {
    name: kind
    for kind, names in {
        catalogue_vi.MACRO: "vbaProject wordVbaData attachedToolbars keyMapCustomizations",
        catalogue_vi.OBJECT: "oleObject",
        catalogue_vi.ACTIVEX: "control activeXControlBinary",
        catalogue_vi.IMPORTED: "aFChunk subDocument",
        catalogue_vi.ATTACHED: "attachedTemplate",
        catalogue_vi.MAIL_MERGE: "mailMergeSource mailMergeHeaderSource mailMergeRecipientData",
    }.items()
    for name in names.split()
}
_ELEMENTS = {
    name: kind
    for kind, names in {
        catalogue_vi.MACRO: "entryMacro exitMacro",
        catalogue_vi.OBJECT: "object OLEObject objectEmbed objectLink",
        catalogue_vi.ACTIVEX: "control ocx",
        catalogue_vi.IMPORTED: "altChunk subDoc",
        catalogue_vi.ATTACHED: "attachedTemplate",
        catalogue_vi.MAIL_MERGE: "mailMerge",
    }.items()
    for name in names.split()
}
# Parts that must be what they claim to be: their content types say so, and their roots' names.
_ROOTS = {
    "core-properties": "coreProperties", "styles": "styles", "settings": "settings",
    "numbering": "numbering", "header": "hdr", "footer": "ftr", "footnotes": "footnotes",
    "endnotes": "endnotes",
}  # fmt: skip
_EXTENSIONS = {
    "xml", "rels", "vml", "png", "jpg", "jpeg", "jfif", "gif", "bmp", "tif", "tiff", "emf", "wmf",
    "svg", "wdp", "odttf",
}  # fmt: skip
_MACRO_TYPE = re.compile("macro|vba|keymap|toolbar", re.IGNORECASE)
_BOOK = re.compile(r"word/embeddings/[^/]+\.xlsx")
_ODD_NAME = re.compile(r"\.\.|\\|^/")
_LINKING = {"src", "href", "althref", "sourceFileName"}
_OUTWARD = re.compile(r"[a-z][a-z0-9+.-]+:|\\\\|//", re.IGNORECASE)
# Word's own fields that a template may have; the entries of a table of contents lead to
# bookmarks of the document. What else there is links, includes, runs, asks or calculates.
_FIELDS = {
    "PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "PAGEREF", "REF", "NOTEREF", "STYLEREF",
    "SEQ", "TOC", "TC",
}  # fmt: skip
_INNER_LINK = re.compile(r'HYPERLINK\s+\\l\s+"[^"]*"(\s+\\[hnot]\b)*', re.IGNORECASE)
_FIELD_PIECES = [f"{W}{name}" for name in ("fldSimple", "fldChar", "instrText", "delInstrText")]
_CHANGES = [
    f"{W}{name}"
    for name in ("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "rPrChange", "pPrChange",
                 "tblPrChange", "trPrChange", "tcPrChange", "sectPrChange", "numberingChange")
]  # fmt: skip
_UNREAD = {
    Reason.ENTITIES: catalogue_vi.ENTITIES,
    Reason.PART_TOO_BIG: catalogue_vi.TOO_LARGE,
    Reason.PART_DAMAGED: catalogue_vi.BROKEN,
    Reason.ENCODING: catalogue_vi.BROKEN,
}


def package_findings(package: Package) -> Iterator[Finding]:
    """Yield what is found of a file as a package, and of what its parts ask Word to do."""
    yield from (_of(catalogue_vi.TWICE, name) for name in package.twice)
    yield from (_of(_UNREAD[reason], name) for name, reason in package.unread.items())
    kept = {source: used for source, used in package.uses.items() if source not in package.left_out}
    charts = {one.target for used in kept.values() for one in used if _is_chart(one)}
    books = {one.target for source, used in kept.items() for one in used if source in charts} - {
        one.target for source, used in kept.items() for one in used if source not in charts
    }
    yield from _main(package)
    for name in package.parts:
        yield from _strange(package, name, books)
    for source, used in kept.items():
        for one in used:
            yield from _relationship(package, source, one, charts)
    for name, root in package.roots.items():
        if name != CONTENT_TYPES and not name.endswith(".rels"):
            yield from _content(name, package.fillable.get(name, ""), root)
            yield from _lost_uses(package, name, root)
            if name not in package.fillable:
                yield from _lost_tags(root)
    yield from _remarks(package)


def _of(kind: FindingKind, part: str) -> Finding:
    return catalogue_vi.found(kind, words_vi.FILE, part=part, target=part)


def _is_chart(one: Relationship) -> bool:
    return one.kind == "chart" and one.type.startswith(_SCHEMAS)


def _main(package: Package) -> Iterator[Finding]:
    main, kind = package.roots.get(package.main), package.type_of(package.main)
    if main is not None and main.find(f"{W}body") is None:
        yield _of(catalogue_vi.BROKEN, package.main)
    if kind != MAIN_TYPE and not _MACRO_TYPE.search(kind):  # that has a sentence of its own
        yield _of(catalogue_vi.WORD_TEMPLATE, "")


def _strange(package: Package, name: str, books: Collection[str]) -> Iterator[Finding]:
    """Judge a part by its name and type, whether or not anything points to it."""
    extension = name.rpartition(".")[2].lower()
    inside = f"/{name.lower()}"
    if _MACRO_TYPE.search(package.type_of(name)) or "vba" in inside.rpartition("/")[2]:
        yield _of(catalogue_vi.MACRO, name)
    elif "/activex/" in inside:
        yield _of(catalogue_vi.ACTIVEX, name)
    elif "/embeddings/" in inside and not (_BOOK.fullmatch(name) and name in books):
        yield _of(catalogue_vi.OBJECT, name)
    elif _ODD_NAME.search(name):
        yield _of(catalogue_vi.STRANGE, name)
    elif name not in package.left_out:
        untyped = not package.type_of(name) and name != CONTENT_TYPES and package.types
        if untyped or not (extension in _EXTENSIONS or name in books):
            yield _of(catalogue_vi.STRANGE, name)


def _relationship(
    package: Package, source: str, one: Relationship, charts: Collection[str]
) -> Iterator[Finding]:
    if one.kind in _REFUSED:
        yield _of(_REFUSED[one.kind], one.written)
    elif one.external or _OUTWARD.match(one.written):
        yield _of(catalogue_vi.EXTERNAL, one.written)
    elif one.kind in NOT_CARRIED:
        return
    elif one.kind not in _KINDS or not one.type.startswith(_SCHEMAS):
        yield _of(catalogue_vi.STRANGE, one.kind or source)
    elif one.kind == "package" and source not in charts:
        yield _of(catalogue_vi.OBJECT, one.target)
    elif package.is_lost_book(one):
        return
    elif one.target not in package.parts:
        yield _of(catalogue_vi.LOST_PART, one.target)
    elif one.kind in _ROOTS and one.target in package.roots:
        typed = package.type_of(one.target).endswith(f"{one.kind}+xml")
        if not typed or _local(package.roots[one.target].tag) != _ROOTS[one.kind]:
            yield _of(catalogue_vi.BROKEN, one.target)


def _content(name: str, part: str, root: etree._Element) -> Iterator[Finding]:
    """Judge the elements of a part, its fields and the addresses in its attributes."""
    for element in root.iter("*"):
        kind = _ELEMENTS.get(_local(element.tag))
        if kind is not None:
            yield _at(kind, element, part, {"part": name, "target": name})
        for key, value in attributes(element):
            if _local(key) in _LINKING and _OUTWARD.match(value):
                yield _at(catalogue_vi.EXTERNAL, element, part, {"target": value})
    for code, element in forbidden_fields(root):
        yield _at(catalogue_vi.FIELD_CODE, element, part, {"field": code})


def _lost_uses(package: Package, name: str, root: etree._Element) -> Iterator[Finding]:
    """Yield the ids by which a part names others, where it has no such relationship."""
    known = {one.id for one in package.uses.get(name, ())}
    ids = root.xpath("//@r:*", namespaces={"r": _OFFICE})
    for one in dict.fromkeys(map(str, ids if isinstance(ids, list) else [])):
        if one and one not in known:
            yield catalogue_vi.found(catalogue_vi.LOST_USE, words_vi.FILE, part=name, target=one)


def _at(kind: FindingKind, element: etree._Element, part: str, facts: dict[str, str]) -> Finding:
    """Return a finding with the words of the paragraph that it stands in, if there are any."""
    paragraph = next(element.iterancestors(f"{W}p"), None)
    said = "" if paragraph is None else words_vi.shorten(text_of(paragraph))
    location = words_vi.in_part(part, words_vi.PARAGRAPH) if said else words_vi.FILE
    return catalogue_vi.found(kind, location, said, **facts)


def _lost_tags(root: etree._Element) -> Iterator[Finding]:
    """Yield tags in parts that are never filled (charts, say)."""
    read = set(root.iterfind(TITLE_WORDS))  # they may link a chart to its data
    for element in root.iter("*"):
        own = None if element in read else element.text
        for text in (own, element.tail, *(value for _, value in attributes(element))):
            if text and OPENING.search(text):
                yield catalogue_vi.found(catalogue_vi.TAG_ELSEWHERE, words_vi.FILE, tag=text)


def _local(name: str) -> str:
    return name.rpartition("}")[2]


def _remarks(package: Package) -> Iterator[Finding]:
    """Yield what people have left in a template for one another."""
    texts = [package.roots[name] for name in package.fillable if name in package.roots]
    settings = _settings(package)
    number = sum(1 for root in texts for _ in root.iter(f"{W}commentReference"))
    if number:
        yield catalogue_vi.found(catalogue_vi.COMMENTS, words_vi.FILE, number=str(number))
    if any(_is_on(one, "val") for one in settings.iter(f"{W}trackRevisions")) or any(
        True for root in texts for _ in root.iter(*_CHANGES)
    ):
        yield _of(catalogue_vi.CHANGES, "")
    if (
        any(
            _is_on(one, "enforcement", default="0")
            for one in settings.iter(f"{W}documentProtection")
        )
        or settings.find(f"{W}writeProtection") is not None
        or any(True for root in texts for _ in root.iter(f"{W}permStart"))
    ):
        yield _of(catalogue_vi.RESTRICTED, "")
    if any(map(_marks_final, _of_kind(package, "", "custom-properties"))):
        yield _of(catalogue_vi.MARKED_FINAL, "")


def _of_kind(package: Package, source: str, kind: str) -> Iterator[etree._Element]:
    """Yield the roots of the parts of a kind that a part uses, also of those left out."""
    for one in package.uses.get(source, ()):
        if one.kind == kind and one.target in package.parts:
            try:
                content = from_root(one.target, package.parts[one.target])
                yield parsed(one.target, content, etree.fromstring)
            except PackageError:
                continue


def _settings(package: Package) -> etree._Element:
    return next(_of_kind(package, package.main, "settings"), etree.Element(f"{W}settings"))


def _is_on(element: etree._Element, name: str, *, default: str = "1") -> bool:
    return element.get(f"{W}{name}", default) not in ("0", "false", "off")


def _marks_final(root: etree._Element) -> bool:
    return any(
        one.get("name") == "_MarkAsFinal" and "".join(map(str, one.itertext())) in ("1", "true")
        for one in root
    )


def forbidden_fields(root: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    """Yield the codes of the fields of a part that are not allowed, and where each ends.

    A field's code can be cut into many runs and nested; what it will run is only known once
    the pieces are put together.
    """
    open_fields: list[list[str] | None] = []  # the code so far; None once its result begins
    element = root
    for element in root.iter(*_FIELD_PIECES):
        for code in _read(element, open_fields):
            yield code, element
    for left in open_fields:
        for code in _judged("".join(left)) if left is not None else ():
            yield code, element


def _read(element: etree._Element, open_fields: list[list[str] | None]) -> Iterator[str]:
    if element.tag == f"{W}fldSimple":
        yield from _judged(element.get(f"{W}instr", ""))
    elif element.tag == f"{W}fldChar":
        yield from _step(element.get(f"{W}fldCharType", ""), open_fields)
    elif open_fields and open_fields[-1] is not None:
        open_fields[-1].append(element.text or "")
    else:
        yield from _judged(element.text or "?")


def _step(kind: str, open_fields: list[list[str] | None]) -> Iterator[str]:
    if kind == "begin":
        if open_fields and open_fields[-1] is not None:
            # A field inside another's code: what the outer one runs is not known.
            yield "".join(open_fields[-1]) or "?"
        open_fields.append([])
    elif open_fields:
        code = open_fields[-1]
        if code is not None:
            yield from _judged("".join(code))
        if kind == "separate":
            open_fields[-1] = None
        else:
            open_fields.pop()


def _judged(code: str) -> Iterator[str]:
    line = " ".join(code.split())
    if line.partition(" ")[0].upper() not in _FIELDS and not _INNER_LINK.fullmatch(line):
        yield line or "?"
