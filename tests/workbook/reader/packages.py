"""Workbooks made on purpose: parts replaced, sheets filled by hand, files that lie."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

Change = bytes | Callable[[bytes], bytes] | None


def repacked(source: Path, target: Path, changes: Mapping[str, Change]) -> Path:
    """Copy a package with parts replaced, changed by a function, left out (None), or added."""
    with (
        zipfile.ZipFile(source) as before,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for part in before.namelist():
            content = before.read(part)
            change = changes.get(part, content)
            if change is None:
                continue
            after.writestr(part, change(content) if callable(change) else change)
        for part in changes.keys() - set(before.namelist()):
            added = changes[part]
            assert isinstance(added, bytes)
            after.writestr(part, added)
    return target


def sheet_part(path: Path, sheet: str) -> str:
    """Return the part that holds a sheet."""
    with zipfile.ZipFile(path) as package:
        book = package.read("xl/workbook.xml").decode()
        relations = package.read("xl/_rels/workbook.xml.rels").decode()
    tags = re.findall(r"<sheet [^>]*>", book)
    (tag,) = [tag for tag in tags if f'name="{sheet}"' in tag]
    (number,) = re.findall(r'r:id="([^"]*)"', tag)
    (relation,) = [r for r in re.findall(r"<Relationship [^>]*>", relations) if f'"{number}"' in r]
    (target,) = re.findall(r'Target="/?(?:xl/)?([^"]*)"', relation)
    return f"xl/{target}"


def streamed(source: Path, target: Path, part: str, pieces: Iterable[bytes]) -> Path:
    """Copy a package with one part written piece by piece: huge outside, small in the file."""
    with (
        zipfile.ZipFile(source) as before,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as after,
    ):
        for name in before.namelist():
            if name != part:
                after.writestr(name, before.read(name))
        with after.open(part, "w", force_zip64=True) as stream:
            for piece in pieces:
                stream.write(piece)
    return target


def formatted_rows(first: int, last: int, columns: str = "ABCDEFGHIJ") -> Iterator[bytes]:
    """Yield the XML of rows of empty cells that only carry a style."""
    cells = "".join(f'<c r="{letter}{{0}}" s="1"/>' for letter in columns)
    row = f'<row r="{{0}}" spans="1:10" s="1" customFormat="1">{cells}</row>'.format
    for start in range(first, last + 1, 10_000):
        yield "".join(map(row, range(start, min(start + 10_000, last + 1)))).encode()


def with_rows(sheet: bytes, rows: bytes) -> bytes:
    """Add rows below all others of a sheet."""
    assert b"</sheetData>" in sheet
    return sheet.replace(b"</sheetData>", rows + b"</sheetData>")
