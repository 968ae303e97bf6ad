"""How statuses look: colour, symbol and word; grey once what they rest on has changed.

The looks are conditional formats over the texts, so that a text written later looks the
same without any format being touched.
"""

from __future__ import annotations

from xlsxwriter.format import Format

from workbook.builder.book import Book, Prop
from workbook.builder.page import Page
from workbook.domain.statuses import STALE_LABEL, STALE_SYMBOL
from workbook.layout import styles
from workbook.layout.styles import StatusLook

_STALE_TEXT = f'"{STALE_SYMBOL} {STALE_LABEL}"'
# One part each for positive, negative, zero and text: whatever stands there is covered.
_STALE_NUMBER_FORMAT = ";".join([_STALE_TEXT] * 4)


def status_format(book: Book) -> Format:
    """Return the plain format of a status cell, over which the looks lie."""
    return book.cell_format(bold=True, align="center")


def _look_format(book: Book, look: StatusLook) -> Format:
    return book.file.add_format(
        {
            "bg_color": look.fill,
            "font_color": look.text,
            "border": look.line,
            "border_color": look.border,
        }
    )


def _stale_format(book: Book, *, words: bool) -> Format:
    look = styles.STALE_LOOK
    props: dict[str, Prop] = {"bg_color": look.fill, "font_color": look.text}
    if words:
        props["num_format"] = _STALE_NUMBER_FORMAT
    return book.file.add_format(props)


def mark_statuses(page: Page, first: str, last: str, stale: str) -> None:
    """Let the cells of a column look as the statuses in them; stale ones first.

    Args:
        page: the sheet.
        first: the first cell of the column, relative in the conditions.
        last: the last cell.
        stale: condition that is true where the status in `first` is stale.
    """
    cells = f"{first}:{last}"
    mark_stale(page, cells, stale, words=True)
    for symbol, look in styles.SYMBOL_LOOKS.items():
        start = f"{symbol} "
        criteria = f'=EXACT(LEFT({first},{len(start)}),"{start}")'
        page.sheet.conditional_format(
            cells,
            {"type": "formula", "criteria": criteria, "format": _look_format(page.book, look)},
        )


def mark_stale(page: Page, cells: str, stale: str, *, words: bool = False) -> None:
    """Turn cells grey where a condition holds; `words` puts ↻ Cần cập nhật there."""
    page.sheet.conditional_format(
        cells,
        {
            "type": "formula",
            "criteria": f"={stale}",
            "format": _stale_format(page.book, words=words),
            "stop_if_true": True,
        },
    )
