"""What a sổ with macros has more: the project, buttons, settings, texts, the ribbon's tab."""

from __future__ import annotations

import io
from collections.abc import Mapping

from workbook.builder.book import PROTECTION, Book
from workbook.builder.macros import Macros
from workbook.builder.package import rewritten
from workbook.builder.page import Page
from workbook.domain.cell_addresses import column_letters
from workbook.layout import sheets

_WORKBOOK_CODE_NAME = "ThisWorkbook"
_SHEET_CODE_NAME = "Sheet{number}"
_TEXT_NAME = "txt_{key}"

_BUTTON_HEIGHT = 32  # pixels
_BUTTON_GAP = 6
_BUTTON_WIDTHS = {True: 190, False: 146}  # on Tổng hợp; two side by side on a unit's sheet
_ROW_POINTS = 30

_RIBBON_PART = "customUI/customUI14.xml"
_RELATIONS_PART = "_rels/.rels"
_RIBBON_RELATION = (
    '<Relationship Id="rIdRibbon"'
    ' Type="http://schemas.microsoft.com/office/2007/relationships/ui/extensibility"'
    f' Target="{_RIBBON_PART}"/>'
)
_RELATIONS_END = "</Relationships>"


def place_buttons(page: Page, row: int) -> None:
    """Put the sheet's buttons into its row for them; without macros the row is hidden."""
    if page.book.buttons is None:
        page.hide_row(row)
        return
    page.height(row, _ROW_POINTS)
    for button in page.book.buttons:
        if button.sheet == page.name:
            left, top, width, height = button_box(button.sheet, button.slot)
            options = {
                "macro": button.macro,
                "caption": button.caption,
                "width": width,
                "height": height,
                "x_offset": left,
                "y_offset": top,
                "description": button.tip,
            }
            page.sheet.insert_button(row - 1, 0, options)


def button_box(sheet: str, slot: int) -> tuple[int, int, int, int]:
    """Return left, top, width and height of a button, in pixels within its row."""
    width = _BUTTON_WIDTHS[sheet == sheets.SUMMARY]
    return 3 + slot * (width + _BUTTON_GAP), 3, width, _BUTTON_HEIGHT


def add_macros(book: Book, macros: Macros) -> None:
    """Add the hidden sheets, then code names to all sheets and the project made for them."""
    _add_settings(book, macros.settings)
    _add_texts(book, macros.texts)
    book.file.set_vba_name(_WORKBOOK_CODE_NAME)
    names = []
    for number, sheet in enumerate(book.file.worksheets(), start=1):
        names.append(_SHEET_CODE_NAME.format(number=number))
        sheet.set_vba_name(names[-1])
    book.file.add_vba_project(io.BytesIO(macros.project(names)), is_stream=True)


def _add_settings(book: Book, settings: Mapping[str, str]) -> None:
    sheet = book.file.add_worksheet(sheets.BRIDGE_SETTINGS)
    for row, (key, value) in enumerate(settings.items()):
        sheet.write_string(row, 0, key)
        sheet.write_string(row, 1, value)
    sheet.protect("", PROTECTION)
    sheet.hide()


def _add_texts(book: Book, texts: Mapping[str, str]) -> None:
    sheet = book.file.add_worksheet(sheets.TEXTS)
    for row, (key, text) in enumerate(texts.items()):
        sheet.write_string(row, 0, key)
        sheet.write_string(row, 1, text)
        cell = f"${column_letters(1)}${row + 1}"
        book.file.define_name(_TEXT_NAME.format(key=key), f"={sheets.quoted(sheets.TEXTS)}!{cell}")
    sheet.protect("", PROTECTION)
    sheet.very_hidden()


def with_ribbon(content: bytes, ribbon: str) -> bytes:
    """Return the workbook's package with the tab of the ribbon; nothing else changes."""
    return rewritten(
        content,
        lambda name, text: (
            text.replace(_RELATIONS_END, _RIBBON_RELATION + _RELATIONS_END)
            if name == _RELATIONS_PART
            else text
        ),
        {_RIBBON_PART: ribbon},
    )
