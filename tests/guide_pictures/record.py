"""What the pictures showed when they were drawn, so that stale ones are noticed.

Beside the pictures stands a record: for each a digest of its bytes, and one of what it
shows (cells with their looks and sizes, buttons, marks). Drawing is slow and no two
versions of LibreOffice draw alike; the record is compared instead.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

from openpyxl.worksheet.worksheet import Worksheet

from tests.docgen import reading
from tests.guide_pictures import books
from tests.guide_pictures.printing import opened
from tests.guide_pictures.scenes import FOLDERS, REPORT, Scene, scenes
from workbook.builder.macro_parts import button_box
from workbook.guide_pictures import FOLDER
from workbook.layout import sheets, styles
from xl_macros import actions
from xl_macros.buttons import BUTTONS, sheets_of
from xl_macros.new_workbook import sample_register

FILE = FOLDER / "hinh.json"
_REPORT_LINES = 20  # of text, on the part of its first page that is shown


def digest(content: bytes) -> str:
    """Return a short digest."""
    return hashlib.sha256(content).hexdigest()[:16]


def read() -> dict[str, dict[str, str]]:
    """Return the record: name -> digests of the "file" and of what it "shows"."""
    found: dict[str, dict[str, str]] = json.loads(FILE.read_text(encoding="utf-8"))
    return found


def write(pictures: Mapping[str, bytes]) -> None:
    """Write the record of pictures just drawn."""
    seen = shown()
    record = {
        name: {"file": digest(content), "shows": seen[name]}
        for name, content in sorted(pictures.items())
    }
    FILE.write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")


def shown() -> dict[str, str]:
    """Return a digest of what each picture shows now."""
    sheets_of_book = {book: opened(book()) for book in {scene.book for scene in scenes()}}
    found = {one.name: _digest_of(_content(one, sheets_of_book[one.book])) for one in scenes()}
    found |= {one.name: _digest_of(one) for one in FOLDERS}
    return found | {REPORT: _digest_of(_report())}


def _digest_of(content: object) -> str:
    return digest(repr(content).encode())


def _content(scene: Scene, book: Mapping[str, Worksheet]) -> object:
    sheet = book[scene.sheet]
    columns = {
        key: (one.min, one.max, one.width, bool(one.hidden))
        for key, one in sorted(sheet.column_dimensions.items())
    }
    cells = [
        (cell.coordinate, cell.value, _look(cell), sheet.row_dimensions[cell.row].height,
         bool(sheet.row_dimensions[cell.row].hidden))
        for row in sheet[scene.area] for cell in row
    ]  # fmt: skip
    plan = books.place().plan
    buttons = [
        (one.caption, button_box(scene.sheet, one.slot))
        for one in BUTTONS
        if scene.sheet in sheets_of(one, plan)
    ]
    tabs = list(sheets.markers(plan)) if scene.tabs else []
    looks = (styles.SYMBOL_LOOKS, styles.STALE_LOOK, styles.FAULT_LOOKS, styles.SEVERITY_LOOKS)
    spec = (scene.name, scene.area, scene.marks, scene.scrolled, scene.bars, scene.width)
    return spec, columns, cells, buttons, tabs, looks


def _look(cell: object) -> tuple[object, ...]:
    font, fill = cell.font, cell.fill  # type: ignore[attr-defined] # any kind of cell
    border = cell.border  # type: ignore[attr-defined]
    lines = [(side.style, _colour(side.color)) for side in (border.left, border.top)]
    return font.name, font.sz, font.b, font.i, _colour(font.color), _colour(fill.fgColor), lines


def _colour(colour: object) -> object:
    return getattr(colour, "rgb", None)


def _report() -> object:
    judged = actions.judge(sample_register())
    report = actions.make_document(
        judged, "bao-cao", period=judged.latest, templates=actions.Templates()
    )
    assert report.content is not None
    return "bao_cao.docx", reading.text(report.content).splitlines()[:_REPORT_LINES]
