"""Templates made for a test: a document of given paragraphs, or the real one changed."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

from docgen.template_locations import default_template
from tests.docgen.wordxml import Section, package, paragraph

REPORT = default_template("bao_cao.docx")


def write(path: Path, *body: str) -> Path:
    """Write a template of paragraphs: plain texts, or XML that starts with `<w:`."""
    made = (one if one.startswith("<w:") else paragraph("NoiDung", one) for one in body)
    content = package(Section("".join(made)), title="{{ x }}")
    path.write_bytes(content)
    return path


def changed(path: Path, part: str, change: Callable[[bytes], bytes]) -> Path:
    """Write the real template with one of its parts changed."""
    with zipfile.ZipFile(REPORT) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    parts[part] = change(parts[part])
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as target:
        for name, content in parts.items():
            target.writestr(name, content)
    path.write_bytes(buffer.getvalue())
    return path
