"""Templates made for a test: a document of given paragraphs, or the real one changed."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

from docgen.template_locations import default_template
from tests.docgen.wordxml import Section, package, paragraph, zipped

REPORT = default_template("bao_cao.docx")


def write(path: Path, *body: str) -> Path:
    """Write a template of paragraphs: plain texts, or XML that starts with `<w:`."""
    made = (one if one.startswith("<w:") else paragraph("NoiDung", one) for one in body)
    content = package(Section("".join(made)), title="{{ x }}")
    path.write_bytes(content)
    return path


def changed(path: Path, part: str, change: Callable[[bytes], bytes]) -> Path:
    """Write the real template with one of its parts changed."""
    path.write_bytes(changed_content(REPORT.read_bytes(), part, change))
    return path


def rewrite(path: Path, part: str, change: Callable[[bytes], bytes]) -> Path:
    """Change one part of a template where it lies; a part that is not there is b""."""
    path.write_bytes(changed_content(path.read_bytes(), part, change))
    return path


def changed_content(content: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """Return a package with one of its parts changed."""
    with zipfile.ZipFile(io.BytesIO(content)) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    parts[part] = change(parts.get(part, b""))
    return zipped(parts)
