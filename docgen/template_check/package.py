"""Opens a template: its parts, each one's XML, what they use, and which of them are filled.

What is no Word file at all is refused here with one sentence; what a Word file may not
carry is found in `safety`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from copy import deepcopy
from pathlib import Path

from lxml import etree

from docgen.template_check.parts import W
from workbook import packages
from workbook.domain.errors import TemplateError
from workbook.packages import (
    CONTENT_TYPES,
    Limits,
    PackageError,
    PackageReader,
    Reason,
    Relationship,
    from_root,
    pack,
    parsed,
    relationships_part,
)

LARGEST_FILE = 20_000_000  # bytes; a real template has some tens of thousands
LARGEST_XML = 4_000_000  # bytes of one part of XML
MOST_MARKUP = 120_000  # angle brackets that open, in all parts of XML
_LIMITS = Limits(parts=1_000, part=30_000_000, total=30_000_000)

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_R = f"{{{_OFFICE}}}"
_TO_MAIN = f"{_OFFICE}/officeDocument"
MAIN_TYPE = f"{_WORD}document.main+xml"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
# Which parts are filled, and what their places are called (a key of words_vi.PARTS).
_FILLABLE = {
    MAIN_TYPE: "",
    f"{_WORD}header+xml": "header",
    f"{_WORD}footer+xml": "footer",
    f"{_WORD}footnotes+xml": "footnotes",
    f"{_WORD}endnotes+xml": "endnotes",
    _CORE_TYPE: "properties",
}
# Relationships (the last word of their type, whatever stands before it) to what Word keeps
# beside a document: whoever fills a template leaves them out, and so all that hangs on them.
NOT_CARRIED = frozenset({
    "extended-properties", "custom-properties", "thumbnail", "customXml", "customXmlProps",
    "comments", "commentsExtended", "commentsIds", "commentsExtensible", "people",
    "documenttasks", "classificationlabels", "webextensiontaskpanes", "webextension",
    "intelligence", "printerSettings", "glossaryDocument", "origin", "signature",
})  # fmt: skip

# Where Word keeps such parts, and the remains of saving, though nothing may lead there.
_LEFT_OUT = re.compile(
    r"(docProps|customXml|docMetadata|_xmlsignatures|\[trash\]|word/(glossary|webextensions))/",
    re.IGNORECASE,
)

_AGAIN = "Hãy sửa mẫu trong Word, hoặc dùng lại mẫu gốc đi kèm chương trình."
_NO_WORD_FILE = f"Tệp mẫu “{{name}}” không phải là tệp Word (.docx) nguyên vẹn. {_AGAIN}"
_UNREADABLE = "Không đọc được mẫu văn bản “{name}”. Hãy đóng tệp nếu đang mở và thử lại."
_TOO_LARGE = f"Tệp mẫu “{{name}}” lớn quá mức của một mẫu văn bản nên không được mở. {_AGAIN}"
_OLD_WORD = (
    "Tệp mẫu “{name}” là tệp Word kiểu cũ (.doc). Hãy mở bằng Word và lưu lại thành "
    "“Word Document (.docx)”."
)
_SENTENCES = {
    Reason.MISSING: ("Không tìm thấy mẫu văn bản “{name}”. Hãy kiểm tra lại đường dẫn của mẫu."),
    Reason.FOLDER: _UNREADABLE,
    Reason.NOT_A_FILE: _UNREADABLE,
    Reason.FORBIDDEN: _UNREADABLE,
    Reason.UNREADABLE: _UNREADABLE,
    Reason.TOO_BIG: _TOO_LARGE,
    Reason.PART_TOO_BIG: _TOO_LARGE,
    Reason.OLD_WORD: _OLD_WORD,
    Reason.OLD_OFFICE: _OLD_WORD,
    Reason.OLD_EXCEL: _NO_WORD_FILE,
    Reason.PROTECTED: (
        "Tệp mẫu “{name}” có mật khẩu. Hãy mở bằng Word, bỏ mật khẩu "
        "(Tệp, Thông tin, Bảo vệ tài liệu) rồi lưu lại."
    ),
}


class Package:
    """A .docx that was read: its parts unpacked, those of XML parsed.

    Attributes:
        name: the file's name, for sentences.
        content: the file's bytes.
        entries: the lines of the zip's directory.
        parts: what each part holds, by its name.
        twice: names that two parts have.
        types: content types, as `PackageReader.content_types`.
        uses: by the name of a part ("" is the package) what it uses.
        main: the name of the document's own part.
        left_out: the parts that hang on relationships of `NOT_CARRIED` alone.
        roots: the root elements of the other parts of XML, as far as they could be read.
        unread: those that could not, and why.
    """

    def __init__(self, name: str, content: bytes) -> None:
        """Read a file's content.

        Raises:
            TemplateError: it is no Word file, is encrypted, or unpacks to an absurd size.
        """
        self.name, self.content = name, content
        with _refusing(name):
            reader = PackageReader(content, _LIMITS, allow_twice=True)
            self.parts = {part: reader.read(part) for part in reader.names}
        self.entries, self.twice = reader.entries, reader.twice
        self.roots: dict[str, etree._Element] = {}
        self.unread: dict[str, Reason] = {}
        self._markup = MOST_MARKUP
        self.left_out: set[str] = set()
        self.types: Mapping[str, str] = {}
        self.uses: dict[str, tuple[Relationship, ...]] = {}
        self._lists = [one for one in self.parts if one == CONTENT_TYPES or one.endswith(".rels")]
        for part in self._lists:
            self._read_list(part, reader)
        self.main = self._main_part()
        self.left_out = self._left_out()
        for part in self.parts:
            if is_xml(part) and part not in self._lists:
                self._parse(part)
        if self.main in self.roots and self.roots[self.main].tag != f"{W}document":
            raise TemplateError(_NO_WORD_FILE.format(name=name))

    def _read_list(self, part: str, reader: PackageReader) -> None:
        """Read what holds the package together: content types, or what a part uses."""
        self._parse(part)
        try:
            if part == CONTENT_TYPES:
                self.types = reader.content_types
            else:
                self.uses[_source(part)] = reader.relationships(_source(part))
        except PackageError as error:
            self.unread.setdefault(part, error.reason)

    def _parse(self, part: str) -> None:
        """Parse a part; one that is left out is only held against the worst."""
        content = self.parts[part]
        try:
            if part not in self.left_out:
                self._markup -= content.count(b"<")
                if len(content) > LARGEST_XML or self._markup < 0:
                    raise PackageError(Reason.PART_TOO_BIG, part)
            xml = from_root(part, content)
            if part not in self.left_out:
                self.roots[part] = parsed(part, xml, lambda xml: etree.fromstring(xml, _PARSER))
        except PackageError as error:
            if part not in self.left_out or error.reason is Reason.ENTITIES:
                self.unread[part] = error.reason

    def _main_part(self) -> str:
        for relationship in self.uses.get("", ()):
            if relationship.type == _TO_MAIN and relationship.target in self.parts:
                return relationship.target
        if relationships_part("") not in self.unread:  # that is a fault of its own
            raise TemplateError(_NO_WORD_FILE.format(name=self.name))
        return ""

    def _left_out(self) -> set[str]:
        kept = self._reached(NOT_CARRIED)
        gone = {part for part in self.parts if _LEFT_OUT.match(part)} | self._reached()
        gone -= kept
        return gone | {part for part in self.parts if _source(part) in gone}

    def _reached(self, without: Collection[str] = ()) -> set[str]:
        """Return the parts that relationships lead to, but those of some kinds."""
        found, todo = {""}, [""]
        while todo:
            for one in self.uses.get(todo.pop(), ()):
                if one.kind not in without and not one.external and one.target not in found:
                    found.add(one.target)
                    todo.append(one.target)
        return found

    def kept(self) -> bytes:
        """Return the package without what no document gets, and without what leads there.

        A chart whose workbook is lost (LibreOffice writes such) asks for none.
        """
        parts = {part: one for part, one in self.parts.items() if part not in self.left_out}
        for source, used in self.uses.items():
            lost = [one for one in used if one.kind in NOT_CARRIED or self.is_lost_book(one)]
            if not lost or source in self.left_out:
                continue
            ids = {one.id for one in lost}
            listed = relationships_part(source)
            parts[listed] = _without(self.roots[listed], "Id", ids)
            if any(map(self.is_lost_book, lost)):
                parts[source] = _without(self.roots[source], f"{_R}id", ids)
        return pack(parts)

    def is_lost_book(self, one: Relationship) -> bool:
        """Whether a relationship is that of a chart to a workbook which is not there."""
        return one.kind == "package" and one.target not in self.parts

    def type_of(self, name: str) -> str:
        """Return the content type of a part, "" where it has none."""
        extension = name.rpartition(".")[2].lower()
        return self.types.get(f"/{name}".lower()) or self.types.get(f".{extension}", "")

    def targets(self, name: str) -> dict[str, str]:
        """Return the parts that a part names, by the ids of its relationships."""
        return {one.id: one.target for one in self.uses.get(name, ()) if not one.external}

    @property
    def fillable(self) -> dict[str, str]:
        """The parts that hold text to be filled, the body first."""
        found = {
            name: _FILLABLE[kind]
            for name in self.parts
            if (kind := self.type_of(name)) in _FILLABLE and name not in self.left_out
        }
        return dict(sorted(found.items(), key=lambda one: list(_FILLABLE.values()).index(one[1])))


# Texts may be long, but not deep; comments and instructions are no part of a document.
_PARSER = etree.XMLParser(
    resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
)


def _without(root: etree._Element, key: str, ids: Collection[str]) -> bytes:
    """Return a part without the children of its root that have one of these ids."""
    made = deepcopy(root)
    for one in list(made):
        if one.get(key) in ids:
            made.remove(one)
    return etree.tostring(made, xml_declaration=True, encoding="UTF-8", standalone=True)


def _source(relationships: str) -> str:
    """Return the part whose relationships a part lists, "" for the package's own."""
    folder, _, file = relationships.rpartition("_rels/")
    return f"{folder}{file.removesuffix('.rels')}"


def is_xml(name: str) -> bool:
    """Whether a part is XML, by its name."""
    return name.lower().endswith((".xml", ".rels", ".vml"))


def read_package(path: Path) -> Package:
    """Read a .docx.

    Raises:
        TemplateError: the file is missing, cannot be read, or is no Word file.
    """
    return Package(path.name, read_file(path))


def read_file(path: Path) -> bytes:
    """Read a template's bytes.

    Raises:
        TemplateError: it is missing, cannot be read, or is absurdly large.
    """
    with _refusing(path.name):
        return packages.read_file(path, LARGEST_FILE)


@contextmanager
def _refusing(name: str) -> Iterator[None]:
    try:
        yield
    except PackageError as error:
        sentence = _SENTENCES.get(error.reason, _NO_WORD_FILE)
        raise TemplateError(sentence.format(name=name)) from error
