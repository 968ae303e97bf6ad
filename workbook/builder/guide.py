"""The sheet Hướng dẫn: one page."""

from __future__ import annotations

from workbook.builder.book import Book
from workbook.builder.page import Page
from workbook.layout import sheets, styles
from workbook.layout.guide_vi import GUIDE_TITLE, guide

_WIDTH = 120
_FIRST_ROW = 5


def write_guide(book: Book) -> None:
    """Add the sheet."""
    page = Page(book, sheets.GUIDE, sheets.marker_of(sheets.GUIDE))
    page.columns([_WIDTH])
    page.title(GUIDE_TITLE)
    row = _FIRST_ROW
    heading = book.format(bold=True, font_size=14, font_color=styles.ACCENT)
    body = book.format(font_size=13, indent=1)
    for title, paragraphs in guide(_explained(book)):
        page.text(row, 0, title, heading)
        for text in paragraphs:
            row += 1
            page.text(row, 0, f"• {text}", body)
        row += 2
    page.print_setup(row, 0, (3, 3))
    page.sheet.fit_to_pages(1, 1)
    page.finish()


def _explained(book: Book) -> list[tuple[str, str]] | None:
    """Return each caption once with what it does; on Tổng hợp it does most."""
    if book.buttons is None:
        return None
    found: dict[str, str] = {}
    for button in book.buttons:
        found.setdefault(button.caption, button.tip)
    return list(found.items())
