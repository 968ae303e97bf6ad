"""Makes the pictures: books printed by LibreOffice, pages drawn by poppler, then marked."""

from __future__ import annotations

import subprocess
from collections import defaultdict
from collections.abc import Callable, Iterable
from io import BytesIO
from pathlib import Path

from PIL import Image

from tests.guide_pictures import books, drawing
from tests.guide_pictures.printing import Box, Geometry, opened, prepared
from tests.guide_pictures.scenes import FOLDERS, REPORT, Scene, scenes
from tests.rendering import convert_all
from workbook.builder.macro_parts import button_box
from workbook.guide_pictures import MOST_WIDE, SHOWN
from workbook.layout import sheets
from workbook.layout.placement import UnitLayout
from workbook.layout.summary_layout import SummaryLayout
from xl_macros import actions
from xl_macros.buttons import BUTTONS, sheets_of
from xl_macros.new_workbook import sample_register

_DOTS = 96  # an inch, of a sheet's pixels
_REPORT_WIDTH, _REPORT_SHARE = 560, 0.42  # pixels as shown; the upper part of the page
_Group = tuple[Callable[[], bytes], str, tuple[str, ...]]


def made(folder: Path, names: Iterable[str] | None = None) -> dict[str, bytes]:
    """Return the pictures as PNG files, by name; all, or those named."""
    wanted = None if names is None else set(names)
    parts = [one for one in scenes() if wanted is None or one.name in wanted]
    pictures = _printed(parts, folder)
    for one in FOLDERS:
        if wanted is None or one.name in wanted:
            pictures[one.name] = drawing.png(drawing.bordered(drawing.folder(one)))
    if wanted is None or REPORT in wanted:
        pictures[REPORT] = drawing.png(drawing.bordered(_report(folder)))
    return pictures


def _printed(parts: list[Scene], folder: Path) -> dict[str, bytes]:
    groups: dict[_Group, list[Scene]] = defaultdict(list)
    for scene in parts:
        groups[scene.book, scene.sheet, scene.scrolled].append(scene)
    sources = []
    for number, ((book, _, _), shown) in enumerate(groups.items()):
        sources.append(folder / f"{number}.xlsm")
        sources[-1].write_bytes(prepared(book(), shown))
    pdfs = convert_all(sources, folder, "pdf", locale="vi-VN") if sources else []
    return {
        scene.name: drawing.png(drawing.bordered(_marked(scene, pdf, page)))
        for pdf, shown in zip(pdfs, groups.values(), strict=True)
        for page, scene in enumerate(shown, start=1)
    }


def _marked(scene: Scene, pdf: Path, page: int) -> Image.Image:
    geometry = Geometry(opened(scene.book())[scene.sheet], scene)
    area = geometry.area
    room = MOST_WIDE - (drawing.MARGIN + 2) * SHOWN
    right = scene.width or area.right
    scale = min(1.0, room / right) / SHOWN
    image = _drawn(pdf, page, scale * _DOTS, right * scale, area.bottom * scale)
    marks = [
        (number, _scaled(_button(scene, place, geometry) if place.startswith(":")
                         else geometry.box(place), scale))
        for number, place in scene.marks
    ]  # fmt: skip
    image = drawing.framed(image, marks)
    if scene.tabs:
        names = list(sheets.markers(books.place().plan))
        image = drawing.with_tabs(image, names, scene.sheet, scene.tabs)
    return drawing.with_bars(image, scene.bars) if scene.bars else image


def _button(scene: Scene, place: str, geometry: Geometry) -> Box:
    """Return where the button with a slot stands (`:0`)."""
    plan = books.place().plan
    (button,) = (
        one for one in BUTTONS
        if one.slot == int(place.removeprefix(":")) and scene.sheet in sheets_of(one, plan)
    )  # fmt: skip
    left, top, width, height = button_box(scene.sheet, button.slot)
    places = SummaryLayout if scene.sheet == sheets.SUMMARY else UnitLayout
    row = geometry.box(f"A{places.BUTTON_ROW}").top
    return Box(left, row + top, left + width, row + top + height)


def _scaled(box: Box, scale: float) -> Box:
    return Box(box.left * scale, box.top * scale, box.right * scale, box.bottom * scale)


def _drawn(pdf: Path, page: int, dots: float, width: float, height: float) -> Image.Image:
    done = subprocess.run(
        ["pdftoppm", "-r", f"{dots:.3f}", "-f", str(page), "-l", str(page), "-x", "0", "-y", "0",
         "-W", str(round(width)), "-H", str(round(height)), "-png", str(pdf)],
        capture_output=True, check=True,
    )  # fmt: skip
    return Image.open(BytesIO(done.stdout)).convert("RGB")


def _report(folder: Path) -> Image.Image:
    judged = actions.judge(sample_register())
    report = actions.make_document(
        judged, "bao-cao", period=judged.latest, templates=actions.Templates()
    )
    assert report.content is not None
    path = folder / "bao_cao.docx"
    path.write_bytes(report.content)
    (pdf,) = convert_all([path], folder, "pdf")
    paper = 210 / 25.4
    dots = _REPORT_WIDTH / SHOWN / paper
    return _drawn(pdf, 1, dots, dots * paper, dots * paper * 297 / 210 * _REPORT_SHARE)
