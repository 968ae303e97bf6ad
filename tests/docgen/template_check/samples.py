"""A small field tree, and templates made for a test of what the check finds."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

from docgen.fields import FieldTree
from docgen.findings import Finding
from docgen.template_check.checking import check_template
from tests.docgen import templates
from tests.docgen.declared import group, rows, text, texts
from workbook.packages import part_at

FIELDS = FieldTree(
    "Thử",
    (
        (
            "Mọi ô",
            (
                text("x", "chữ", "chữ"),
                text("dia_danh", "địa danh", "Bến Đò"),
                text("dau_trang", "dấu", ""),
                text("ten_co_quan", "tên", "Ủy ban"),
                texts("cac_cau", "các câu", "Câu một."),
                group("ky", "kỳ", text("ten", "tên kỳ", "năm 2026")),
                rows(
                    "cac_muc",
                    "các mục",
                    text("ten", "tên mục", "Về sân chơi"),
                    rows(
                        "cac_dong",
                        "các dòng",
                        text("ket_qua", "kết quả", "81%"),
                        text("nhom", "nhóm", "dat", choices=("dat", "cham")),
                        texts("ghi_chu", "ghi chú", "Nhỏ"),
                    ),
                ),
            ),
        ),
    ),
)
_WORD = "word/document.xml"


def check(folder: Path, *body: str) -> list[Finding]:
    """Check a template of paragraphs; what stops nobody is left out."""
    path = templates.write(folder / "mau.docx", *body)
    return [one for one in check_template(path, FIELDS) if one.code < "MB91"]


def codes(folder: Path, *body: str) -> list[str]:
    """Return the codes of the faults of a template of paragraphs."""
    return [one.code for one in check(folder, *body)]


def unpacked(path: Path) -> dict[str, bytes]:
    """Return the parts of a template."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def repacked(path: Path, parts: Mapping[str, bytes], *, twice: str = "") -> Path:
    """Write a template of these parts; one of them twice, if asked."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
        if twice:
            archive.writestr(twice, parts.get(twice, b"<x/>"))
    path.write_bytes(buffer.getvalue())
    return path


def with_body(folder: Path, body: str) -> Path:
    """Write a template whose body begins with this XML, whatever it is."""
    path = templates.write(folder / "mau.docx", "{{ x }}")
    parts = unpacked(path)
    parts[_WORD] = parts[_WORD].replace(b"<w:body>", f"<w:body>{body}".encode(), 1)
    return repacked(path, parts)


def related(folder: Path, kind: str, target: str, *, mode: str = "", part: bytes = b"") -> Path:
    """Write a template whose body has one more relation, and the part it leads to."""
    path = templates.write(folder / "mau.docx", "{{ x }}")
    return with_part(path, kind, target, part, mode=mode)


def with_part(
    path: Path, kind: str, target: str, content: bytes, *, mode: str = "", source: str = _WORD
) -> Path:
    """Give a part of a template one more relation, and the part it leads to, if it has any."""
    parts = unpacked(path)
    folder, _, file = source.rpartition("/")
    rels = f"{folder}/_rels/{file}.rels".lstrip("/")
    how = f' TargetMode="{mode}"' if mode else ""
    relation = f'<Relationship Id="rIdX" Type="{kind}" Target="{target}"{how}/></Relationships>'
    parts[rels] = parts[rels].replace(b"</Relationships>", relation.encode())
    if content:
        parts[part_at(folder, target)] = content
    return repacked(path, parts)
