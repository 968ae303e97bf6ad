"""Prints parts of sheets as an official sees them, buttons and all, one a page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from xml.sax.saxutils import escape

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter, range_boundaries
from openpyxl.worksheet.worksheet import Worksheet

from tests.guide_pictures.scenes import Scene
from workbook.builder.package import rewritten
from workbook.layout.sheets import quoted

_DIGIT, _PIXELS_A_POINT = 8, 96 / 72
_MARGINS = '<pageMargins left="0" right="0" top="0" bottom="0" header="0" footer="0"/>'
_A3 = '<pageSetup paperSize="8" scale="100" orientation="landscape"/>'


@dataclass(frozen=True)
class Box:
    """A rectangle in pixels at 96 dots an inch, from the area's left upper corner."""

    left: float
    top: float
    right: float
    bottom: float


class Geometry:
    """Where the cells of a scene's area lie."""

    def __init__(self, sheet: Worksheet, scene: Scene) -> None:
        """Measure the area by the sheet's own columns and rows."""
        self._sheet, self._scrolled = sheet, set(scene.scrolled)
        self._left, self._top, _, _ = _bounds(scene.area)
        self.area = self.box(scene.area)

    def box(self, cells: str) -> Box:
        """Return the rectangle of a cell or a range."""
        left, top, right, bottom = _bounds(cells)
        return Box(
            sum(map(self._width, range(self._left, left))),
            sum(map(self._height, range(self._top, top))),
            sum(map(self._width, range(self._left, right + 1))),
            sum(map(self._height, range(self._top, bottom + 1))),
        )

    def _width(self, column: int) -> float:
        if get_column_letter(column) in self._scrolled:
            return 0
        for one in self._sheet.column_dimensions.values():
            if (one.min or 0) <= column <= (one.max or 0):
                return 0 if one.hidden else round(one.width * _DIGIT)
        raise AssertionError(f"column {column} has no width")

    def _height(self, row: int) -> float:
        one = self._sheet.row_dimensions[row]
        return 0 if one.hidden else (one.height or 15.75) * _PIXELS_A_POINT


def _bounds(cells: str) -> tuple[int, int, int, int]:
    left, top, right, bottom = range_boundaries(cells)
    assert None not in (left, top, right, bottom)
    return left or 0, top or 0, right or 0, bottom or 0


def opened(content: bytes) -> dict[str, Worksheet]:
    """Open a workbook with the results of its formulas; its sheets by name."""
    book = load_workbook(BytesIO(content), data_only=True)
    return {sheet.title: sheet for sheet in book.worksheets}


def prepared(content: bytes, shown: Sequence[Scene]) -> bytes:
    """Return the workbook so that each scene prints alone on a page, in their order.

    The scenes stand on one sheet. The sheet is not touched but for what Excel does not
    show either: columns scrolled away are hidden. Buttons are made to print.
    """
    (sheet,) = {scene.sheet for scene in shown}
    scrolled = {column for scene in shown for column in scene.scrolled}
    areas = ",".join(f"{quoted(sheet)}!{_absolute(scene.area)}" for scene in shown)

    def change(name: str, text: str) -> str:
        if name == "xl/workbook.xml":
            return _book_part(text, sheet, areas)
        if name.startswith("xl/worksheets/sheet"):
            return _sheet_part(text, scrolled)
        return text

    return _printing_buttons(rewritten(content, change))


def _absolute(area: str) -> str:
    return re.sub(r"([A-Z]+)(\d+)", r"$\1$\2", area)


def _book_part(text: str, sheet: str, areas: str) -> str:
    names = re.findall(r'<sheet name="([^"]*)"', text)
    number = names.index(escape(sheet))
    text = re.sub(r'<definedName name="_xlnm[^>]*>.*?</definedName>', "", text)
    text = re.sub(
        r'<sheet name="([^"]*)"( sheetId="\d+")( r:id)',
        lambda one: one[0] if one[1] == names[number] else
        f'<sheet name="{one[1]}"{one[2]} state="hidden"{one[3]}', text,
    )  # fmt: skip
    area = f'<definedName name="_xlnm.Print_Area" localSheetId="{number}">{escape(areas)}'
    text = text.replace("<definedNames>", f"<definedNames>{area}</definedName>")
    # A hidden sheet may not be the active one.
    return re.sub("<workbookView ", f'<workbookView activeTab="{number}" ', text)


def _sheet_part(text: str, scrolled: set[str]) -> str:
    text = text.replace('<pageSetUpPr fitToPage="1"/>', "")
    text = re.sub(r"<rowBreaks.*?</rowBreaks>|<headerFooter.*?</headerFooter>", "", text)
    text = re.sub(r"<pageMargins[^>]*/>", _MARGINS, text)
    text = re.sub(r"<pageSetup[^>]*/>", _A3, text)
    return re.sub(r"<cols>.*?</cols>", lambda one: _columns(one[0], scrolled), text)


def _columns(text: str, scrolled: set[str]) -> str:
    """Write runs of alike columns one by one, those scrolled away as hidden."""
    made = []
    for first, last, rest in re.findall(r'<col min="(\d+)" max="(\d+)" ([^>]*)/>', text):
        for number in range(int(first), int(last) + 1):
            away = get_column_letter(number) in scrolled and "hidden" not in rest
            hidden = 'hidden="1" ' if away else ""
            made.append(f'<col min="{number}" max="{number}" {rest} {hidden}/>')
    return f"<cols>{''.join(made)}</cols>"


def _printing_buttons(content: bytes) -> bytes:
    from zipfile import ZIP_DEFLATED, ZipFile

    made = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for info in old.infolist():
            part = old.read(info)
            new.writestr(info, part.replace(b"<x:PrintObject>False</x:PrintObject>", b""))
    return made.getvalue()
