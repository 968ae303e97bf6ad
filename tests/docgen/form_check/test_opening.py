"""Files that cannot be checked: one Vietnamese sentence each, soon, in little memory."""

from __future__ import annotations

import io
import os
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from docgen.form_check.checking import check_form
from tests.docgen.form_check import drafts
from tests.docgen.form_check.draft import Draft
from workbook.domain.errors import UnusableInputError

OLE = bytes.fromhex("D0CF11E0A1B11AE1")
MIB = 2**20
MAIN = "word/document.xml"
_BOMB = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "ha"}">' for n in range(9))
ENTITY_BOMB = f"<!DOCTYPE x [{_BOMB}]>".encode()
EXTERNAL = b'<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
BARE_DOCTYPE = b"<!DOCTYPE x>"


def _changed(part: str, change: Callable[[bytes], bytes] | None) -> Callable[[bytes], bytes]:
    """Change a part of a document, or leave it out."""

    def make(good: bytes) -> bytes:
        with zipfile.ZipFile(io.BytesIO(good)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        if change is None:
            del parts[part]
        else:
            parts[part] = change(parts[part])
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in parts.items():
                archive.writestr(name, content)
        return buffer.getvalue()

    return make


def _declared(added: bytes) -> Callable[[bytes], bytes]:
    def change(xml: bytes) -> bytes:
        declaration, end, rest = xml.partition(b"?>")
        return declaration + end + added + rest

    return _changed("word/styles.xml", change)


def _utf16(xml: bytes) -> bytes:
    _, _, rest = xml.partition(b"?>")
    text = '<?xml version="1.0" encoding="UTF-16"?>' + (ENTITY_BOMB + rest).decode()
    return text.encode("utf-16")


def _workbook(_: bytes) -> bytes:
    buffer = io.BytesIO()
    openpyxl.Workbook().save(buffer)
    return buffer.getvalue()


def _zip(**parts: str) -> Callable[[bytes], bytes]:
    def make(_: bytes) -> bytes:
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            for name, content in parts.items():
                archive.writestr(name.replace("__", ".").replace("_1", "/"), content)
        return buffer.getvalue()

    return make


def _packed_by(method: int) -> Callable[[bytes], bytes]:
    def make(good: bytes) -> bytes:
        buffer = io.BytesIO()
        with (
            zipfile.ZipFile(io.BytesIO(good)) as before,
            zipfile.ZipFile(buffer, "w", method) as after,
        ):
            for name in before.namelist():
                after.writestr(name, before.read(name))
        return buffer.getvalue()

    return make


def _twice(good: bytes) -> bytes:
    buffer = io.BytesIO(good)
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("WORD/document.xml", b"<x/>")
    return buffer.getvalue()


def _encrypted(good: bytes) -> bytes:
    """Mark every entry as encrypted, as a zip with a password has it."""
    content = bytearray(good)
    for signature, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(signature)
        while at >= 0:
            content[at + place] |= 1
            at = content.find(signature, at + 4)
    return bytes(content)


def _strict(xml: bytes) -> bytes:
    return xml.replace(
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )


def _huge(path: Path) -> None:
    """A file with nothing on the disk: only its length is large."""
    path.touch()
    os.truncate(path, 65 * MIB)


BAD: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "rỗng": (lambda good: b"", "rỗng"),
    "cắt cụt": (lambda good: good[: len(good) // 2], "cắt cụt"),
    "rác": (lambda good: bytes(range(256)) * 40, "không phải là văn bản Word"),
    "chữ thường": (lambda good: b"a,b\n1,2\n", "tệp chữ"),
    "trang web": (lambda good: b"<html><body>x</body></html>", "trang web"),
    "rtf": (lambda good: b"{\\rtf1 x}", ".rtf"),
    "pdf": (lambda good: b"%PDF-1.7\n\0", "PDF"),
    "doc": (lambda good: OLE + bytes(600) + "WordDocument".encode("utf-16-le"), "kiểu cũ (.doc)"),
    "xls": (lambda good: OLE + bytes(600) + "Workbook".encode("utf-16-le"), "Office kiểu cũ"),
    "mật khẩu": (
        lambda good: OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
        "mật khẩu",
    ),
    "zip có mật khẩu": (_encrypted, "mật khẩu"),
    "xlsx": (_workbook, "tệp Excel"),
    "odt": (_zip(mimetype="x", content__xml="<x/>"), ".odt"),
    "zip khác": (_zip(a__txt="x"), "không phải là văn bản Word"),
    "strict": (_changed(MAIN, _strict), "Strict"),
    "thiếu styles": (_changed("word/styles.xml", None), "thiếu phần word/styles.xml"),
    "thiếu document": (_changed(MAIN, None), "thiếu phần word/document.xml"),
    "xml hỏng": (_changed(MAIN, lambda xml: xml[:-20]), "hỏng ở phần word/document.xml"),
    "không phải document": (_changed(MAIN, lambda xml: b"<x/>"), "không phải là văn bản Word"),
    "bom thực thể": (_declared(ENTITY_BOMB), "DOCTYPE"),
    "thực thể ngoài": (_declared(EXTERNAL), "DOCTYPE"),
    "doctype trơn": (_declared(BARE_DOCTYPE), "DOCTYPE"),
    "bom thực thể UTF-16": (_changed("word/styles.xml", _utf16), "phần word/styles.xml"),
    "bom nén": (_changed(MAIN, lambda xml: xml + b" " * 300 * MIB), "quá lớn"),
    "bom nén ở kiểu": (_changed("word/styles.xml", lambda xml: xml + b" " * 300 * MIB), "quá lớn"),
    "hai phần cùng tên": (_twice, "cắt cụt hoặc hỏng"),
    "phần nén kiểu lạ": (_packed_by(zipfile.ZIP_LZMA), "hỏng ở phần"),
    "bảng mã lạ": (
        _changed("word/styles.xml", lambda xml: xml.replace(b"UTF-8", b"UTF-7")),
        "bảng mã lạ",
    ),
    "một triệu đoạn": (
        _changed(MAIN, lambda xml: xml.replace(b"<w:body>", b"<w:body>" + b"<w:p/>" * 1_000_000)),
        "phần word/document.xml quá lớn",
    ),
    "quá nhiều đoạn": (
        _changed(MAIN, lambda xml: xml.replace(b"<w:body>", b"<w:body>" + b"<w:p/>" * 60_000)),
        "phần word/document.xml quá lớn",
    ),
    "lời chú không dứt ở đầu": (
        _changed(MAIN, lambda xml: b"<!---->" * 300_000 + xml.partition(b"?>")[2]),
        "hỏng ở phần word/document.xml",
    ),
    "lồng sâu": (
        _changed(MAIN, lambda xml: xml.replace(b"<w:body>", b"<w:body>" + b"<w:sdt>" * 5000)),
        "hỏng ở phần word/document.xml",
    ),
}


@pytest.mark.parametrize("kind", BAD)
def test_an_unusable_file_gives_one_sentence_that_says_what_to_do(
    kind: str, tmp_path: Path
) -> None:
    make, said = BAD[kind]
    path = tmp_path / "van_ban.docx"
    path.write_bytes(make(drafts.report()))
    with pytest.raises(UnusableInputError) as caught:
        check_form(path)
    sentence = str(caught.value)
    assert sentence.startswith("Tệp “van_ban.docx” ")
    assert said in sentence
    assert "Đề nghị" in sentence
    assert "\n" not in sentence


def test_a_bomb_is_never_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "bom.docx"
    path.write_bytes(BAD["bom nén"][0](drafts.report()))
    tracemalloc.start()
    with pytest.raises(UnusableInputError):
        check_form(path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 20 * MIB


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda path: None, "không có"),
        (lambda path: path.mkdir(), "là một thư mục"),
        (_huge, "quá lớn"),
    ],
    ids=["không có", "thư mục", "quá lớn"],
)
def test_what_is_no_file_is_said_so(
    make: Callable[[Path], object], said: str, tmp_path: Path
) -> None:
    path = tmp_path / "van_ban.docx"
    make(path)
    with pytest.raises(UnusableInputError, match=said):
        check_form(path)


def test_a_document_without_a_setup_of_its_page_is_letter_paper() -> None:
    draft = Draft(drafts.letter())
    draft.body.remove(draft.sections()[0])
    assert {"TR01", "TR03"} <= set(drafts.codes(draft.bytes()))
