"""Parts that Word adds to a template: a picture, notes at the foot of a page or at the end."""

from __future__ import annotations

import base64
from pathlib import Path

from tests.docgen import templates
from tests.docgen.wordxml import DECLARATION, R, W, paragraph

_PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_RELS, _TYPES = "word/_rels/document.xml.rels", "[Content_Types].xml"


def picture_run(number: int = 1) -> str:
    """Return a run with the picture that `add_picture` adds, numbered as Word numbers it."""
    name = f'id="{number}" name="Picture {number}"'
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing">'
        f'<wp:extent cx="9525" cy="9525"/><wp:docPr {name}/><a:graphic xmlns:a="{_DRAWING}/main">'
        f'<a:graphicData uri="{_DRAWING}/picture"><pic:pic xmlns:pic="{_DRAWING}/picture">'
        f"<pic:nvPicPr><pic:cNvPr {name}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>"
        '<a:blip r:embed="rIdAnh"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>'
        '<a:xfrm><a:off x="0" y="0"/><a:ext cx="9525" cy="9525"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
        "</a:graphic></wp:inline></w:drawing></w:r>"
    )


def _related(path: Path, identifier: str, kind: str, target: str) -> None:
    line = f'<Relationship Id="{identifier}" Type="{R}/{kind}" Target="{target}"/>'.encode()
    templates.rewrite(
        path, _RELS,
        lambda xml: xml if line in xml else xml.replace(
            b"</Relationships>", line + b"</Relationships>"),
    )  # fmt: skip


def _typed(path: Path, line: bytes) -> None:
    templates.rewrite(
        path, _TYPES,
        lambda xml: xml if line in xml else xml.replace(b"</Types>", line + b"</Types>"),
    )  # fmt: skip


def add_picture(path: Path) -> Path:
    """Add a picture to a template."""
    templates.rewrite(path, "word/media/anh.png", lambda _: _PNG)
    _related(path, "rIdAnh", "image", "media/anh.png")
    _typed(path, b'<Default Extension="png" ContentType="image/png"/>')
    return path


def add_notes(
    path: Path, note: str = paragraph("NoiDung", "chú thích {{ x }}"), name: str = "footnote"
) -> Path:
    """Add notes to a template: Word's own two, and note 2; `name` is "footnote" or "endnote"."""
    own = "".join(
        f'<w:{name} w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:{name}>'
        for number, kind in enumerate(("separator", "continuationSeparator"))
    )
    xml = (
        f'{DECLARATION}<w:{name}s xmlns:w="{W}">{own}<w:{name} w:id="2">{note}</w:{name}>'
        f"</w:{name}s>"
    )
    templates.rewrite(path, f"word/{name}s.xml", lambda _: xml.encode())
    _related(path, f"rId{name}", f"{name}s", f"{name}s.xml")
    override = (
        f'<Override PartName="/word/{name}s.xml" ContentType="application/vnd.openxmlformats-'
        f'officedocument.wordprocessingml.{name}s+xml"/>'
    )
    _typed(path, override.encode())
    return path
