"""The package of a finished workbook: parts changed or added, all else byte for byte."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_DRAWINGS = "xl/drawings/drawing"
_LINKED = ("<a:p><a:fld ", '<a:p><a:pPr algn="ctr"/><a:fld ')


def rewritten(
    content: bytes, change: Callable[[str, str], str], added: Mapping[str, str] | None = None
) -> bytes:
    """Return a package whose XML parts went through `change` (name, text), and new ones.

    The same input gives the same bytes.
    """
    made = io.BytesIO()
    with ZipFile(io.BytesIO(content)) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for info in old.infolist():
            part = old.read(info)
            if info.filename.endswith((".xml", ".rels")):
                part = change(info.filename, part.decode()).encode()
            new.writestr(info, part)
        for name, text in (added or {}).items():
            new.writestr(_like(old.infolist()[0], name), text.encode())
    return made.getvalue()


def _like(other: ZipInfo, name: str) -> ZipInfo:
    info = ZipInfo(name, other.date_time)
    info.compress_type, info.external_attr = other.compress_type, other.external_attr
    info.create_system = other.create_system
    return info


def centred_boxes(content: bytes) -> bytes:
    """Return the package with centred texts in boxes that are linked to cells.

    XlsxWriter writes the alignment of boxes with a text of their own only.
    """
    return rewritten(
        content, lambda name, text: text.replace(*_LINKED) if name.startswith(_DRAWINGS) else text
    )
