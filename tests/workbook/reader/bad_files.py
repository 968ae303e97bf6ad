"""Every kind of file that cannot be used, made from a good one, with what must be said."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl

from tests.workbook.reader.packages import repacked, sheet_part, streamed, with_rows

OLE = bytes.fromhex("D0CF11E0A1B11AE1")
MIB = 2**20
STRINGS = "xl/sharedStrings.xml"
SHEET = "Lịch sử"

_BOMB = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "ha"}">' for n in range(9)).encode()
ENTITY_BOMB = b"<!DOCTYPE sst [" + _BOMB + b"]>"
EXTERNAL = b'<!DOCTYPE sst [<!ENTITY x SYSTEM "file:///etc/hostname">]>'

Maker = Callable[[Path, Path], object]


def _written(content: bytes) -> Maker:
    return lambda good, target: target.write_bytes(content)


def _changed(part: str, change: Callable[[bytes], bytes]) -> Maker:
    return lambda good, target: repacked(good, target, {part: change})


def _without(part: str) -> Maker:
    return lambda good, target: repacked(good, target, {part: None})


def _in_sheet(change: Callable[[bytes], bytes]) -> Maker:
    return lambda good, target: repacked(good, target, {sheet_part(good, SHEET): change})


def _without_sheet(good: Path, target: Path) -> None:
    repacked(good, target, {sheet_part(good, SHEET): None})


def _after_declaration(xml: bytes, added: bytes) -> bytes:
    declaration, end, rest = xml.partition(b"?>")
    return declaration + end + added + rest


def _as_utf16(xml: bytes) -> bytes:
    text = _after_declaration(xml, ENTITY_BOMB).decode().replace("UTF-8", "UTF-16")
    return text.encode("utf-16")


def _cell(address: str, row: int) -> bytes:
    return f'<row r="{row}"><c r="{address}"><v>1</v></c></row>'.encode()


def _word(good: Path, target: Path) -> None:
    docx.Document().save(str(target))


def _other_workbook(good: Path, target: Path) -> None:
    book = openpyxl.Workbook()
    book.save(target)


def _cut(good: Path, target: Path) -> None:
    content = good.read_bytes()
    target.write_bytes(content[: len(content) // 2])


def _bit_flipped(good: Path, target: Path) -> None:
    """A checksum no longer fits: stored without compression, so that only it can tell."""
    part = sheet_part(good, SHEET)
    with zipfile.ZipFile(good) as before, zipfile.ZipFile(target, "w") as after:
        for name in before.namelist():
            after.writestr(name, before.read(name))
    content = bytearray(target.read_bytes())
    with zipfile.ZipFile(target) as package:
        start = package.getinfo(part).header_offset + 30 + len(part)
    where = content.index(b'<row r="', start) + len(b'<row r="')
    content[where] ^= 1
    target.write_bytes(content)


def _lzma(good: Path, target: Path) -> None:
    with zipfile.ZipFile(good) as before, zipfile.ZipFile(target, "w", zipfile.ZIP_LZMA) as after:
        for name in before.namelist():
            after.writestr(name, before.read(name))


def _folder(good: Path, target: Path) -> None:
    target.mkdir()


def _stream(part: str, head: bytes, piece: bytes, times: int, tail: bytes) -> Maker:
    """A part that is small in the file and huge outside."""
    pieces = (head, *(piece for _ in range(times)), tail)
    return lambda good, target: streamed(good, target, part, pieces)


def _lying(good: Path, target: Path) -> None:
    """The directory says that the strings are short; they are 100 MiB."""
    _stream(STRINGS, SST, b"<si><t>" + b"a" * MIB + b"</t></si>", 100, b"</sst>")(good, target)
    with zipfile.ZipFile(target) as package:
        size = package.getinfo(STRINGS).file_size
    content = target.read_bytes()
    assert content.count(size.to_bytes(4, "little")) >= 1
    target.write_bytes(content.replace(size.to_bytes(4, "little"), (1000).to_bytes(4, "little")))


NS = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
SST = b'<?xml version="1.0" encoding="UTF-8"?><sst ' + NS + b">"
WORKSHEET = b"<worksheet " + NS + b"><sheetData>"
DEEP = 50_000

# What each file is, how to make it, a word that its sentence must hold.
BAD_FILES: dict[str, tuple[Maker, str]] = {
    "a missing file": (lambda good, target: None, "không có"),
    "a folder": (_folder, "thư mục"),
    "an empty file": (_written(b""), "rỗng"),
    "a truncated package": (_cut, "cắt cụt"),
    "only the first bytes": (_written(b"PK\x03\x04abc"), "cắt cụt"),
    "an empty package": (_written(b"PK\x05\x06" + b"\0" * 18), "không phải là sổ Excel"),
    "an old .xls": (_written(OLE + b"\0" * 600 + "Workbook".encode("utf-16-le")), ".xls"),
    "an old .doc": (_written(OLE + b"\0" * 600 + "WordDocument".encode("utf-16-le")), "Office"),
    "a password": (
        _written(OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")), "mật khẩu"),
    "Word renamed": (_word, "Word"),
    "CSV renamed": (_written(b"ma,ky,tu_so\nX1,2026,5\n"), "CSV"),
    "CSV in UTF-16": (_written("ma,ky,tu_so\n".encode("utf-16")), "CSV"),
    "a web page renamed": (_written(b"\xef\xbb\xbf <!DOCTYPE html><html></html>"), "HTML"),
    "a picture renamed": (_written(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), "không phải là tệp Excel"),
    "a PDF renamed": (_written(b"%PDF-1.7\n" + b"\xff" * 50), "không phải là tệp Excel"),
    "another workbook": (_other_workbook, "không phải sổ chỉ tiêu"),
    "a sheet's part missing": (_without_sheet, "thiếu phần"),
    "the workbook's part missing": (_without("xl/workbook.xml"), "thiếu phần"),
    "the relations missing": (_without("xl/_rels/workbook.xml.rels"), "thiếu phần"),
    "the strings missing": (_without(STRINGS), "thiếu phần"),
    "the styles missing": (_without("xl/styles.xml"), "thiếu phần"),
    "the root relations missing": (_without("_rels/.rels"), "thiếu phần"),
    "a sheet's part cut": (_in_sheet(lambda xml: xml[: len(xml) // 2]), "hỏng"),
    "a sheet's end cut": (_in_sheet(lambda xml: xml[: xml.rindex(b"</worksheet")]), "hỏng"),
    "the strings cut": (_changed(STRINGS, lambda xml: xml[: len(xml) // 2]), "hỏng"),
    "the styles cut": (_changed("xl/styles.xml", lambda xml: xml[: len(xml) // 2]), "hỏng"),
    "the workbook cut": (_changed("xl/workbook.xml", lambda xml: xml[: len(xml) // 2]), "hỏng"),
    "an empty part": (_changed("xl/workbook.xml", lambda xml: b""), "hỏng"),
    "strings fewer than used": (
        _changed(STRINGS, lambda xml: SST + b"<si><t>a</t></si></sst>"), "hỏng"),
    "a wrong checksum": (_bit_flipped, "hỏng"),
    "rows out of order": (
        _in_sheet(lambda xml: with_rows(xml, _cell("A900", 900) + _cell("A3", 3))), "hỏng"),
    "a cell in another row": (_in_sheet(lambda xml: with_rows(xml, _cell("A3", 900))), "hỏng"),
    "cells without addresses": (
        _in_sheet(lambda xml: with_rows(xml, b"<row><c><v>1</v></c></row>")), "hỏng"),
    "a bomb of strings": (
        _stream(STRINGS, SST, b"<si><t>" + b"a" * MIB + b"</t></si>", 250, b"</sst>"), "quá lớn"),
    "a bomb of many strings": (
        _stream(STRINGS, SST, b"<si><t/></si>" * 1000, 1000, b"</sst>"), "quá lớn"),
    "a bomb of cells": (
        _stream("xl/worksheets/sheet1.xml", WORKSHEET,
                b'<row r="1">' + b'<c r="A1"><v>1</v></c>' * 40_000 + b"</row>", 250,
                b"</sheetData></worksheet>"), "hỏng"),
    "a bomb of one row": (
        _stream("xl/worksheets/sheet1.xml", WORKSHEET + b'<row r="1">',
                b'<c r="A1"><v>1</v></c>' * 40_000, 250,
                b"</row></sheetData></worksheet>"), "quá nhiều ô"),
    "a bomb of one text": (
        _stream("xl/worksheets/sheet1.xml",
                WORKSHEET + b'<row r="1"><c r="A1" t="inlineStr"><is><t>', b"a" * MIB, 250,
                b"</t></is></c></row></sheetData></worksheet>"), "quá nhiều ô"),
    "a bomb before the cells": (
        _stream("xl/worksheets/sheet1.xml", b"<worksheet " + NS + b">",
                b'<cols><col min="1" max="1"/></cols>' * 30_000, 250,
                b"<sheetData/></worksheet>"), "quá nhiều ô"),
    "a bomb of a picture": (
        _stream("xl/media/image1.png", b"", b"\0" * MIB, 300, b""), "quá lớn"),
    "a size that lies": (_lying, "hỏng"),
    "an entity bomb": (
        _changed(STRINGS, lambda xml: _after_declaration(xml, ENTITY_BOMB)), "DOCTYPE"),
    "an entity bomb behind a comment": (
        _changed(STRINGS, lambda xml: _after_declaration(xml, b"<!-- a -->" + ENTITY_BOMB)),
        "DOCTYPE"),
    "an entity bomb in a sheet": (
        _in_sheet(lambda xml: _after_declaration(xml, ENTITY_BOMB)), "DOCTYPE"),
    "an external entity": (
        _changed("xl/workbook.xml", lambda xml: _after_declaration(xml, EXTERNAL)), "DOCTYPE"),
    "an entity bomb in UTF-16": (_changed(STRINGS, _as_utf16), "DOCTYPE"),
    "a sheet in UTF-16": (
        _in_sheet(lambda xml: xml.decode().replace("UTF-8", "UTF-16").encode("utf-16")), "bảng mã"),
    "an odd encoding": (
        _changed(STRINGS, lambda xml: xml.replace(b"UTF-8", b"UTF-7")), "bảng mã"),
    "XML nested too deep": (
        _changed(STRINGS, lambda xml: SST + b"<si>" + b"<r>" * DEEP + b"</r>" * DEEP
                 + b"</si></sst>"), "hỏng"),
    "one part that is listed forty times": (
        _changed("xl/workbook.xml", lambda xml: re.sub(
            rb"<sheet [^>]*>", lambda sheet: sheet[0] * 40, xml, count=1)), "hỏng"),
    "a prolog of comments": (
        _in_sheet(lambda xml: _after_declaration(xml, b"<!--->-->" * 200_000)), "hỏng"),
    "parts packed by a method that Office does not know": (_lzma, "hỏng"),
    "a stray cell in the last corner": (
        _in_sheet(lambda xml: with_rows(xml, _cell("XFD1048576", 1048576))), "XFD1048576"),
    "a stray cell far to the right": (
        _in_sheet(lambda xml: with_rows(xml, _cell("ZZ900", 900))), "ZZ900"),
    "a binary workbook": (
        lambda good, target: repacked(good, target, {"xl/workbook.bin": b"\0"}), ".xlsb"),
    "a strict workbook": (
        _changed("xl/workbook.xml", lambda xml: xml.replace(
            b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            b"http://purl.oclc.org/ooxml/spreadsheetml/main")), "Strict"),
    "a line of the plan changed": (
        _changed(STRINGS, lambda xml: xml.replace(b"start_year", b"start_yeer", 1)), "kế hoạch"),
}  # fmt: skip
