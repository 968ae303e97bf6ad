"""Finds what a template may not carry: it is a text with tags, and nothing that acts.

Links out of the file, macros, embedded objects, ActiveX, fields that fetch or run, other
documents, entity declarations: each is named with what to do. What may be there is a list;
what is on no list is refused as well. So is a file whose parts do not lead to one another,
which nothing could open. Remarks of people and restrictions are told, they stop nobody.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import cast

from lxml import etree

from docgen.findings import Finding, FindingKind
from docgen.template_check import catalogue_vi
from docgen.template_check.catalogue_vi import found, of_file, shorten
from docgen.template_check.chart_parts import EXTENT, TITLE_WORDS, R
from docgen.template_check.package import MAIN_TYPE, NOT_CARRIED, Package
from docgen.template_check.tags import CHANGES, NAMESPACES, W, elsewhere, text_of
from workbook.packages import CONTENT_TYPES, Reason, Relationship, relationships_part

_SCHEMAS = ("http://schemas.openxmlformats.org/", "http://schemas.microsoft.com/office/")
_KINDS = {
    "officeDocument", "core-properties", "styles", "stylesWithEffects", "settings", "webSettings",
    "fontTable", "font", "theme", "themeOverride", "numbering", "header", "footer", "footnotes",
    "endnotes", "image", "chart", "chartStyle", "chartColorStyle", "chartUserShapes", "package",
    "diagramData", "diagramLayout", "diagramQuickStyle", "diagramColors", "diagramDrawing",
    "hdphoto",
}  # fmt: skip
# What acts: the relationships that lead to it, the elements that ask for it.
_ACTING = {
    catalogue_vi.MACRO: (
        "vbaProject", "wordVbaData", "attachedToolbars", "keyMapCustomizations", "entryMacro",
        "exitMacro",
    ),
    catalogue_vi.OBJECT: ("oleObject", "object", "OLEObject", "objectEmbed", "objectLink"),
    catalogue_vi.ACTIVEX: ("control", "activeXControlBinary", "ocx"),
    catalogue_vi.IMPORTED: ("aFChunk", "subDocument", "altChunk", "subDoc"),
    catalogue_vi.ATTACHED: ("attachedTemplate",),
    catalogue_vi.MAIL_MERGE: (
        "mailMergeSource", "mailMergeHeaderSource", "mailMergeRecipientData", "mailMerge",
    ),
}  # fmt: skip
_REFUSED = {name: kind for kind, names in _ACTING.items() for name in names}
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
_NOTES = {"footnote": "chú thích chân trang", "endnote": "chú thích cuối văn bản"}
# Values without which no program can open the element.
_VALUES = {
    f"{W}style": (f"{W}type", re.compile("(?:paragraph|character|table|numbering)?")),
    f"{W}gridSpan": (f"{W}val", re.compile(r"[1-9]\d{0,3}")),
    EXTENT: ("cy", re.compile(r"\d{1,10}")),
}
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
# What people have left in a template for one another.
_OFF = "'0' or .='false' or .='off'"
_REMARKS = {
    catalogue_vi.COMMENTS: "//w:commentReference",
    catalogue_vi.CHANGES: f"//w:trackRevisions[not(@w:val[.={_OFF}])] | "
    + " | ".join(f"//w:{name}" for name in CHANGES),
    catalogue_vi.RESTRICTED: "//w:permStart | //w:writeProtection"
    f" | //w:documentProtection[@w:enforcement[not(.={_OFF})]]",
}
# Of the file's own properties, which no document gets, and which are not parsed therefore.
_MARKED_FINAL = re.compile(rb"""name=["']_MarkAsFinal["'][^>]*>\s*<[^>]+>\s*(1|true)\s*<""")
_UNREAD = {Reason.ENTITIES: catalogue_vi.ENTITIES, Reason.PART_TOO_BIG: catalogue_vi.TOO_LARGE}


def package_findings(package: Package) -> Iterator[Finding]:
    """Yield what is found of a file as a package, and of what its parts ask Word to do."""
    yield from (of_file(catalogue_vi.TWICE, part=name) for name in package.twice)
    for name, reason in package.unread.items():
        yield of_file(_UNREAD.get(reason, catalogue_vi.BROKEN), part=name)
    for source, used in package.uses.items():
        if len({use.id for use in used}) < len(used):
            yield of_file(catalogue_vi.BROKEN, part=relationships_part(source))
    main, kind = package.roots.get(package.main), package.type_of(package.main)
    if main is not None and main.find(f"{W}body") is None:
        yield of_file(catalogue_vi.BROKEN, part=package.main)
    if kind != MAIN_TYPE and not _MACRO_TYPE.search(kind):  # that has a sentence of its own
        yield of_file(catalogue_vi.WORD_TEMPLATE, part="")
    uses = [(source, use) for source, used in package.uses.items() for use in used]
    charts = {
        use.target for _, use in uses if use.kind == "chart" and use.type.startswith(_SCHEMAS)
    }
    books = {use.target for source, use in uses if source in charts}
    books -= {use.target for source, use in uses if source not in charts}
    for name in package.parts:
        if strange := _strange(package, name, books):
            yield of_file(strange, part=name)
    for source, use in uses:
        yield from _relationship(package, source, use, charts)
    for name, root in package.roots.items():
        if name != CONTENT_TYPES and not name.endswith(".rels"):
            yield from _content(package, name, root)
    yield from _remarks(package)


def _strange(package: Package, name: str, books: Collection[str]) -> FindingKind | None:
    """Judge a part by its name and type, whether or not anything points to it."""
    kind, inside = package.type_of(name), f"/{name.lower()}"
    if _MACRO_TYPE.search(kind) or "vba" in inside.rpartition("/")[2]:
        return catalogue_vi.MACRO
    if "/activex/" in inside:
        return catalogue_vi.ACTIVEX
    if "/embeddings/" in inside and not (_BOOK.fullmatch(name) and name in books):
        return catalogue_vi.OBJECT
    # Without any types the file itself is of a wrong one.
    untyped = not kind and name != CONTENT_TYPES and package.type_of(package.main)
    known = name in books or name.rpartition(".")[2].lower() in _EXTENSIONS
    strange = _ODD_NAME.search(name) or (name not in package.left_out and (untyped or not known))
    return catalogue_vi.STRANGE if strange else None


def _relationship(
    package: Package, source: str, use: Relationship, charts: Collection[str]
) -> Iterator[Finding]:
    if use.kind in _REFUSED:
        yield of_file(_REFUSED[use.kind], part=use.written)
    elif use.external or _OUTWARD.match(use.written):
        yield of_file(catalogue_vi.EXTERNAL, part=use.written)
    elif use.kind in NOT_CARRIED:
        return
    elif use.kind not in _KINDS or not use.type.startswith(_SCHEMAS):
        yield of_file(catalogue_vi.STRANGE, part=use.kind or source)
    elif use.kind == "package" and source not in charts:
        yield of_file(catalogue_vi.OBJECT, part=use.target)
    elif use.target not in package.parts and not package.is_lost_book(use):
        yield of_file(catalogue_vi.LOST_PART, part=use.target)
    elif use.kind in _ROOTS and use.target in package.roots:
        typed = package.type_of(use.target).endswith(f"{use.kind}+xml")
        if not typed or _local(package.roots[use.target].tag) != _ROOTS[use.kind]:
            yield of_file(catalogue_vi.BROKEN, part=use.target)


def _content(package: Package, name: str, root: etree._Element) -> Iterator[Finding]:
    """Judge the elements of a part, its fields, the addresses and ids in its attributes."""
    part = package.fillable.get(name, "")
    used = {"", *(use.id for use in package.uses.get(name, ()))}
    for element in root.iter("*"):
        if kind := _REFUSED.get(_local(element.tag)):
            yield _at(kind, element, part, part=name)
        if element.tag in _VALUES:
            key, pattern = _VALUES[str(element.tag)]
            if not pattern.fullmatch(element.get(key, "")):
                yield of_file(catalogue_vi.BROKEN, part=name)
        for key, value in ((str(key), str(value)) for key, value in element.items()):
            if _local(key) in _LINKING and _OUTWARD.match(value):
                yield _at(catalogue_vi.EXTERNAL, element, part, part=value)
            if key.startswith(R) and value not in used:
                yield of_file(catalogue_vi.LOST_USE, part=name, target=value)
    for code, element in _forbidden_fields(root):
        yield _at(catalogue_vi.FIELD_CODE, element, part, field=code)
    yield from _lost_notes(package, name, root)
    if name not in package.fillable:
        titles = set(root.iterfind(TITLE_WORDS))  # they may link a chart to its data
        for text, _ in elsewhere(root, titles):
            yield of_file(catalogue_vi.TAG_ELSEWHERE, tag=text)


def _lost_notes(package: Package, name: str, root: etree._Element) -> Iterator[Finding]:
    for note, called in _NOTES.items():
        notes = package.used_root(name, f"{note}s").iterfind(f"{W}{note}")
        asked = {reference.get(f"{W}id") for reference in root.iter(f"{W}{note}Reference")}
        if asked - {written.get(f"{W}id") for written in notes}:
            yield of_file(catalogue_vi.LOST_USE, part=name, target=called)


def _at(kind: FindingKind, element: etree._Element, part: str, /, **facts: str) -> Finding:
    """Return a finding with the words of the paragraph that it stands in, if there are any."""
    paragraph = next(element.iterancestors(f"{W}p"), None)
    words = "" if paragraph is None else shorten(text_of(paragraph))
    if not words:
        return of_file(kind, **facts)
    return found(kind, catalogue_vi.in_part(part, catalogue_vi.PARAGRAPH), words, **facts)


def _local(name: str) -> str:
    return name.rpartition("}")[2]


def _remarks(package: Package) -> Iterator[Finding]:
    """Yield what people have left in a template for one another."""
    roots = [package.roots[name] for name in package.fillable]
    roots.append(package.used_root(package.main, "settings"))
    for kind, path in _REMARKS.items():
        found_there = etree.XPath(f"count({path})", namespaces=NAMESPACES)
        if number := sum(cast(float, found_there(root)) for root in roots):
            yield of_file(kind, number=f"{number:.0f}")
    beside = package.left_out & package.parts.keys()
    if any(_MARKED_FINAL.search(package.parts[name]) for name in beside):
        yield of_file(catalogue_vi.MARKED_FINAL)


def _forbidden_fields(root: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    """Yield the codes of the fields of a part that are not allowed, and where each ends.

    A field's code can be cut into many runs; what it will run is only known once the pieces are
    put together.
    """
    code: list[str] | None = None  # of the field that has begun, until its result begins
    for element in root.iter(*_FIELD_PIECES):
        text = element.get(f"{W}instr", "") if element.tag == f"{W}fldSimple" else element.text
        if element.tag == f"{W}fldChar":
            begins = element.get(f"{W}fldCharType") == "begin"
            if code is not None and begins:
                # A field inside another's code: what the outer one runs is not known.
                yield "".join(code) or "?", element
            elif code is not None:
                yield from _judged("".join(code), element)
            code = [] if begins else None
        elif code is None or element.tag == f"{W}fldSimple":
            yield from _judged(text or "?", element)
        else:
            code.append(text or "")
    if code is not None:
        yield from _judged("".join(code), element)


def _judged(code: str, element: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    line = " ".join(code.split())
    if line.partition(" ")[0].upper() not in _FIELDS and not _INNER_LINK.fullmatch(line):
        yield line or "?", element
