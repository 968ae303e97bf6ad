"""Opens a .docx with limits: its XML parts parsed, or one sentence on what it is instead.

Only parts that a document's form depends on are read, never pictures, macros or embedded files.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from lxml import etree

from workbook import packages
from workbook.domain.errors import unusable
from workbook.packages import MIB, OF_ANY_FILE, PackageError, PackageReader, Reason, Sentences

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL = f"{W}val"
OFF = frozenset({"0", "false", "off", "none"})  # what means no
NOTHING = etree.Element("nothing")  # stands for an element that is not there
_STRICT_W = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"

_LIMITS = packages.Limits(parts=5_000, part=32 * MIB, total=64 * MIB)  # of about a thousand pages
_MOST_MARKUP = 1_000_000  # angle brackets that open, in all parts
_MOST_PARAGRAPHS = 50_000  # in all parts
# Kinds of parts (the last word of a relationship's type) that say something of form.
_WANTED = ("styles", "theme", "numbering", "settings", "header", "footer", "footnotes", "endnotes")
_PARSER = etree.XMLParser(
    resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
)

# Why a file cannot be checked at all: what it is, what to do.
_WORD = "văn bản Word (đuôi .docx)"
_SAVE_AS = "Đề nghị mở bằng Word rồi lưu lại theo kiểu Word Document (.docx)"
_AGAIN = "Đề nghị lấy lại tệp từ nơi gửi, hoặc mở bằng Word để sửa rồi lưu lại"

_OLD_OFFICE = f"là tệp Office kiểu cũ, không phải văn bản Word. Đề nghị chọn {_WORD}"
_NOT_WORD = f"không phải là văn bản Word. Đề nghị chọn {_WORD}"
_DAMAGED = f"bị cắt cụt hoặc hỏng. {_AGAIN}"
WHY: Sentences = {
    **OF_ANY_FILE,
    Reason.FOLDER: f"là một thư mục. Đề nghị chọn {_WORD} trong thư mục đó",
    Reason.NOT_A_FILE: f"không phải là tệp thường. Đề nghị chọn {_WORD}",
    Reason.TOO_BIG: "quá lớn để kiểm tra. Đề nghị nén hoặc bỏ bớt hình ảnh rồi lưu lại",
    Reason.PROTECTED: (
        "được đặt mật khẩu mở nên không đọc được. Đề nghị mở bằng Word, bỏ mật khẩu"
        " (File, Info, Protect Document) rồi lưu lại"
    ),
    Reason.OLD_WORD: f"là văn bản Word kiểu cũ (.doc). {_SAVE_AS}",
    Reason.OLD_OFFICE: _OLD_OFFICE,
    Reason.OLD_EXCEL: _OLD_OFFICE,
    Reason.RICH_TEXT: f"là văn bản kiểu Rich Text (.rtf). {_SAVE_AS}",
    Reason.PDF: "là tệp PDF. Đề nghị chọn bản Word (đuôi .docx) của văn bản",
    Reason.WEB_PAGE: f"là trang web (HTML hoặc XML) đổi đuôi tệp. Đề nghị chọn {_WORD}",
    Reason.PLAIN_TEXT: f"là tệp chữ đổi đuôi tệp. Đề nghị chọn {_WORD}",
    Reason.OTHER: _NOT_WORD,
    Reason.DAMAGED: _DAMAGED,
    Reason.PART_TWICE: _DAMAGED,
    Reason.PART_DAMAGED: f"bị hỏng ở phần {{part}} bên trong. {_AGAIN}",
    Reason.PART_TOO_BIG: (
        "chứa phần {part} quá lớn so với một văn bản nên không được mở. Đề nghị lấy lại tệp từ"
        " nguồn tin cậy"
    ),
    Reason.ENCODING: f"dùng bảng mã lạ ở phần {{part}} nên không được mở. {_SAVE_AS}",
}
_OPEN_DOCUMENT = f"là văn bản kiểu OpenDocument (.odt). {_SAVE_AS}"
_EXCEL = f"là tệp Excel. Đề nghị chọn {_WORD}; sổ chỉ tiêu thì kiểm tra bằng lệnh kiem-tra"
_STRICT = f"được lưu theo kiểu Strict Open XML. {_SAVE_AS}"


class Package(NamedTuple):
    """A Word file's XML parts, parsed."""

    main: etree._Element
    related: dict[str, str]  # names by relation id of the main part
    kinds: dict[str, dict[str, etree._Element]]  # parts by kind ("styles", "header" …) and name

    def one(self, kind: str) -> etree._Element:
        """Return the part of a kind that a document has once, an empty element without one."""
        return next(iter(self.kinds[kind].values()), NOTHING)


def read_package(name: str, content: bytes) -> Package:
    """Read a Word file's content; `name` is for the sentence.

    Raises:
        UnusableInputError: it is no .docx, or a damaged, protected or unsafe one.
    """
    with packages.refusing(name, WHY):
        reader = PackageReader(content, _LIMITS)
        main = _main_part(name, reader)
        listed = [one for one in reader.relationships(main) if not one.external]
        used = [one for one in listed if one.kind in _WANTED]
        names = list(dict.fromkeys([main, *(one.target for one in used)]))
        parts = dict(zip(names, _parsed(reader, names), strict=True))
    root = parts[main]
    if root.tag == f"{_STRICT_W}document":
        raise unusable(name, _STRICT)
    if root.tag != f"{W}document" or root.find(f"{W}body") is None:
        raise unusable(name, _NOT_WORD)
    kinds = {
        kind: {one.target: parts[one.target] for one in used if one.kind == kind}
        for kind in _WANTED
    }
    return Package(root, {one.id: one.target for one in used}, kinds)


def _main_part(name: str, package: PackageReader) -> str:
    if any(part.startswith("xl/") for part in package.names):
        raise unusable(name, _EXCEL)
    if "mimetype" in package and "content.xml" in package:
        raise unusable(name, _OPEN_DOCUMENT)
    for relationship in package.relationships():
        if relationship.kind == "officeDocument" and not relationship.external:
            return relationship.target
    raise unusable(name, _NOT_WORD)


def _parsed(package: PackageReader, names: Sequence[str]) -> Iterator[etree._Element]:
    """Yield the parts of these names; all together they have limits of elements."""
    markup = paragraphs = 0
    for name in names:
        content = package.xml(name)
        markup += content.count(b"<")
        if markup > _MOST_MARKUP:
            raise PackageError(Reason.PART_TOO_BIG, name)
        root = packages.parsed(name, content, partial(etree.fromstring, parser=_PARSER))
        paragraphs += sum(1 for _ in root.iter(f"{W}p"))
        if paragraphs > _MOST_PARAGRAPHS:
            raise PackageError(Reason.PART_TOO_BIG, name)
        yield root


def child(element: etree._Element, path: str) -> etree._Element:
    """Return the element at a path of `w:` names, `NOTHING` where there is none."""
    found = element.find("/".join(f"{W}{name}" for name in path.split("/")))
    return NOTHING if found is None else found


def first(element: etree._Element, name: str) -> etree._Element:
    """Return an element's first child if it is this one, else `NOTHING`; cheaper than `child`.

    The schema wants pPr, rPr, pStyle, rStyle and tcPr in the first place.
    """
    found = element[0] if len(element) else NOTHING
    return found if found.tag == f"{W}{name}" else NOTHING


def is_on(element: etree._Element) -> bool:
    """Whether an on/off element is there and on (no value means on)."""
    return element is not NOTHING and element.get(VAL, "1") not in OFF
