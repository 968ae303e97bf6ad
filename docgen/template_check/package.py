"""Opens a template: its parts, each one's XML, what they use, and which of them are filled.

What is no Word file at all is refused here with one sentence; what a Word file may not
carry is found in `safety`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from copy import deepcopy
from functools import cached_property, partial
from pathlib import Path

from lxml import etree

from docgen.template_check import catalogue_vi
from docgen.template_check.tags import W
from workbook import packages
from workbook.domain.errors import TemplateError
from workbook.packages import CONTENT_TYPES, PackageError, Reason, Relationship

LARGEST_FILE = 20_000_000  # bytes; a real template has some tens of thousands
LARGEST_XML = 4_000_000  # bytes of one part of XML
MOST_MARKUP = 120_000  # angle brackets that open, in all parts of XML
_LIMITS = packages.Limits(parts=1_000, part=30_000_000, total=30_000_000)

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT = "http://purl.oclc.org/"
MAIN_TYPE = f"{_WORD}document.main+xml"
# Which parts are filled, and what they are called in Vietnamese.
_FILLABLE = {
    MAIN_TYPE: "",
    f"{_WORD}header+xml": "Đầu trang",
    f"{_WORD}footer+xml": "Chân trang",
    f"{_WORD}footnotes+xml": "Chú thích chân trang",
    f"{_WORD}endnotes+xml": "Chú thích cuối văn bản",
    "application/vnd.openxmlformats-package.core-properties+xml": catalogue_vi.PROPERTIES,
}
# Relationships (the last word of their type, whatever stands before it) to what Word keeps
# beside a document: whoever fills a template leaves them out, and so all that hangs on them.
NOT_CARRIED = frozenset({
    "extended-properties", "custom-properties", "thumbnail", "customXml", "customXmlProps",
    "comments", "commentsExtended", "commentsIds", "commentsExtensible", "people",
    "documenttasks", "classificationlabels", "webextensiontaskpanes", "webextension",
    "intelligence", "printerSettings", "userCustomization", "glossaryDocument", "origin",
    "signature",
})  # fmt: skip
# Where Word keeps such parts, and the remains of saving, though nothing may lead there.
_LEFT_OUT = re.compile(
    r"(docProps|customXml|docMetadata|userCustomization|_xmlsignatures|\[trash\]|word/(glossary|webextensions))/",
    re.IGNORECASE,
)
# Texts may be long, but not deep; comments and instructions are no part of a document.
_PARSER = etree.XMLParser(
    resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
)
_parsed = partial(etree.fromstring, parser=_PARSER)

_AGAIN = "Hãy sửa mẫu trong Word, hoặc dùng lại mẫu gốc đi kèm chương trình."
_NO_WORD_FILE = f"Tệp mẫu “{{name}}” không phải là tệp Word (.docx) nguyên vẹn. {_AGAIN}"
_NOT_READ = "Không đọc được mẫu văn bản “{name}”. Hãy đóng tệp nếu đang mở và thử lại."
_TOO_LARGE = f"Tệp mẫu “{{name}}” lớn quá mức của một mẫu văn bản nên không được mở. {_AGAIN}"
_OLD = (
    "Tệp mẫu “{name}” là tệp Word kiểu cũ (.doc). Hãy mở bằng Word và lưu lại thành "
    "“Word Document (.docx)”."
)
_SAVED_STRICT = (
    "Tệp mẫu “{name}” được lưu theo kiểu “Strict Open XML Document”. Hãy mở bằng Word và lưu lại "
    "thành “Word Document (.docx)”."
)
_SENTENCES = {
    Reason.MISSING: "Không tìm thấy mẫu văn bản “{name}”. Hãy kiểm tra lại đường dẫn của mẫu.",
    Reason.FOLDER: _NOT_READ, Reason.NOT_A_FILE: _NOT_READ,
    Reason.FORBIDDEN: _NOT_READ, Reason.UNREADABLE: _NOT_READ,
    Reason.TOO_BIG: _TOO_LARGE, Reason.PART_TOO_BIG: _TOO_LARGE,
    Reason.OLD_WORD: _OLD, Reason.OLD_OFFICE: _OLD,
    Reason.PROTECTED: "Tệp mẫu “{name}” có mật khẩu. Hãy mở bằng Word, bỏ mật khẩu (Tệp, Thông "
                      "tin, Bảo vệ tài liệu) rồi lưu lại.",
}  # fmt: skip


class Package:
    """A .docx that was read: its parts unpacked, those of XML parsed.

    Raises:
        TemplateError: it is no Word file, is encrypted, or unpacks to an absurd size.
    """

    def __init__(self, name: str, content: bytes) -> None:
        with _refusing(name):
            self._reader = reader = packages.PackageReader(content, _LIMITS, allow_twice=True)
            self.parts = {part: reader.read(part) for part in reader.names}  # what each holds
        self.twice = reader.twice  # names that two parts have
        self.uses: dict[str, tuple[Relationship, ...]] = {}  # of each part; "" is the package
        self.left_out: set[str] = set()  # parts that hang on relationships of `NOT_CARRIED` alone
        self.roots: dict[str, etree._Element] = {}  # of the others, if they are XML
        self.unread: dict[str, Reason] = {}  # why one of them is no XML
        self._markup = MOST_MARKUP
        lists = [part for part in self.parts if part == CONTENT_TYPES or part.endswith(".rels")]
        for part in lists:
            self._parse(part)
        to_main = [use for use in self.uses.get("", ()) if use.kind == "officeDocument"]
        self.main = next((use.target for use in to_main if use.target in self.parts), "")
        if any(use.type.startswith(_STRICT) for use in to_main):
            raise TemplateError(_SAVED_STRICT.format(name=name))
        self.left_out = self._left_out()
        self.uses = {part: used for part, used in self.uses.items() if part not in self.left_out}
        for part in self.parts:
            if part.lower().endswith((".xml", ".rels", ".vml")) and part not in lists:
                self._parse(part)
        # An unreadable list of what the package uses is a fault of its own.
        lost = not self.main and packages.relationships_part("") not in self.unread
        if lost or (self.main in self.roots and self.roots[self.main].tag != f"{W}document"):
            raise TemplateError(_NO_WORD_FILE.format(name=name))

    def _parse(self, part: str) -> None:
        """Parse a part; one that is left out is only held against the worst."""
        content, kept = self.parts[part], part not in self.left_out
        try:
            if kept:
                self._markup -= content.count(b"<")
                if len(content) > LARGEST_XML or self._markup < 0:
                    raise PackageError(Reason.PART_TOO_BIG, part)
            xml = packages.from_root(part, content)
            if kept:
                self.roots[part] = packages.parsed(part, xml, _parsed)
                if b"<!--" in content[: -len(xml)]:  # it may be a comment that nothing can read
                    self.parts[part] = xml
            if part == CONTENT_TYPES:
                self.type_of(part)
            elif part.endswith(".rels"):
                self.uses[_source(part)] = self._reader.relationships(_source(part))
        except PackageError as error:
            if kept or error.reason is Reason.ENTITIES:
                self.unread[part] = error.reason

    def _left_out(self) -> set[str]:
        gone = {part for part in self.parts if _LEFT_OUT.match(part)} | self._reached()
        gone -= self._reached(NOT_CARRIED)
        return gone | {part for part in self.parts if _source(part) in gone}

    def _reached(self, without: Collection[str] = ()) -> set[str]:
        """Return the parts that relationships lead to, but those of some kinds."""
        found, todo = {""}, [""]
        while todo:
            for use in self.uses.get(todo.pop(), ()):
                if use.kind not in without and not use.external and use.target not in found:
                    found.add(use.target)
                    todo.append(use.target)
        return found

    def kept(self) -> bytes:
        """Return the package without what no document gets, and without what leads there.

        A chart whose workbook is lost (LibreOffice writes such) asks for none.
        """
        parts = {part: content for part, content in self.parts.items() if part not in self.left_out}
        for source, used in self.uses.items():
            lost = [use for use in used if use.kind in NOT_CARRIED or self.is_lost_book(use)]
            if lost:
                ids = {use.id for use in lost}
                listed = packages.relationships_part(source)
                parts[listed] = _without(self.roots[listed], "Id", ids)
                if any(map(self.is_lost_book, lost)):
                    parts[source] = _without(self.roots[source], f"{{{_OFFICE}}}id", ids)
        return packages.pack(parts)

    def is_lost_book(self, use: Relationship) -> bool:
        """Whether a relationship is that of a chart to a workbook which is not there."""
        return use.kind == "package" and use.target not in self.parts

    def used_root(self, source: str, kind: str) -> etree._Element:
        """Return the root of the part of a kind that a part uses, an empty one if there is none."""
        used = (use.target for use in self.uses.get(source, ()) if use.kind == kind)
        return self.roots.get(next(used, ""), etree.Element("none"))

    def type_of(self, name: str) -> str:
        """Return the content type of a part, "" where it has none, or they cannot be read."""
        return "" if CONTENT_TYPES in self.unread else self._reader.content_type(name)

    @cached_property
    def fillable(self) -> dict[str, str]:
        """The parts that hold text to be filled, the body first, and their Vietnamese names."""
        # The body is read whatever it calls itself: what it is wrong in has a finding of its own.
        types = {name: self.type_of(name) for name in self.roots}
        types |= {name: MAIN_TYPE for name in types if name == self.main}
        return {
            name: part for kind, part in _FILLABLE.items() for name in types if types[name] == kind
        }


def _without(root: etree._Element, key: str, ids: Collection[str]) -> bytes:
    """Return a part without the children of its root that have one of these ids."""
    trimmed = deepcopy(root)
    for child in list(trimmed):
        if child.get(key) in ids:
            trimmed.remove(child)
    return etree.tostring(trimmed, xml_declaration=True, encoding="UTF-8", standalone=True)


def _source(relationships: str) -> str:
    """Return the part whose relationships a part lists, "" for the package's own."""
    folder, _, file = relationships.rpartition("_rels/")
    return f"{folder}{file.removesuffix('.rels')}"


def read_file(path: Path) -> bytes:
    """Read a template's bytes; a `TemplateError` says that it is missing, or far too large."""
    with _refusing(path.name):
        return packages.read_file(path, LARGEST_FILE)


@contextmanager
def _refusing(name: str) -> Iterator[None]:
    try:
        yield
    except PackageError as error:
        sentence = _SENTENCES.get(error.reason, _NO_WORD_FILE)
        raise TemplateError(sentence.format(name=name)) from error
